package org.caremap.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The kitchens of a snapshot and a change to them; what is wrong in it is named by its field. */
final class KitchenSites {
  static final String TYPE = "central_kitchen";

  private static final int MOST_ADDED = 20;
  private static final int MOST_MEALS = 1_000_000;

  private final List<Site> open = new ArrayList<>();
  private final List<Site> closed = new ArrayList<>();

  /**
   * A kitchen.
   *
   * @param id internal id, or {@code added-1} and so on
   * @param capacity meals a day, null where nobody has said
   * @param state {@code operating}, {@code added} or {@code closed}
   */
  record Site(
      String id,
      @Nullable String externalId,
      @Nullable String name,
      double lon,
      double lat,
      @Nullable Integer capacity,
      String state) {}

  /**
   * @param change null for the kitchens as they are
   * @throws ProblemException 400 naming the field
   */
  KitchenSites(CareSnapshot snapshot, @Nullable KitchenChange change) {
    int[] operating = snapshot.operating(List.of(TYPE));
    Set<Integer> gone = closed(snapshot, change, operating);
    for (int index : operating) {
      boolean closes = gone.contains(index);
      Facility facility = snapshot.facilities().list().get(index);
      (closes ? closed : open)
          .add(
              new Site(
                  facility.id().toString(),
                  facility.details().externalId(),
                  facility.details().name(),
                  facility.details().lon(),
                  facility.details().lat(),
                  facility.details().mealsPerDay(),
                  closes ? "closed" : "operating"));
    }
    if (change != null && change.added() != null) {
      add(change.added());
    }
  }

  private static Set<Integer> closed(
      CareSnapshot snapshot, @Nullable KitchenChange change, int[] operating) {
    Set<Integer> gone = new TreeSet<>();
    List<String> ids = change == null || change.closed() == null ? List.of() : change.closed();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Facility facility = id == null ? null : snapshot.facilities().find(id).orElse(null);
      int index = facility == null ? -1 : snapshot.facilities().list().indexOf(facility);
      boolean known = java.util.Arrays.stream(operating).anyMatch(o -> o == index);
      if (!known) {
        throw ProblemException.badParameter(
            "closed[%d]".formatted(i), id, "the id of an operating facility of type " + TYPE);
      }
      gone.add(index);
    }
    return gone;
  }

  private void add(List<KitchenChange.Place> added) {
    if (added.size() > MOST_ADDED || added.stream().anyMatch(Objects::isNull)) {
      throw ProblemException.badParameter(
          "added", added.size() + " entries", "at most " + MOST_ADDED + " entries, none null");
    }
    for (int i = 0; i < added.size(); i++) {
      KitchenChange.Place place = added.get(i);
      String field = "added[%d].".formatted(i);
      Integer capacity = place.capacity();
      if (capacity != null && (capacity < 0 || capacity > MOST_MEALS)) {
        throw ProblemException.badParameter(
            field + "capacity", capacity.toString(), "whole number from 0 to " + MOST_MEALS);
      }
      open.add(
          new Site(
              "added-" + (i + 1),
              null,
              null,
              degrees(field + "lon", place.lon(), 180),
              degrees(field + "lat", place.lat(), 90),
              capacity,
              "added"));
    }
  }

  private static double degrees(String field, @Nullable Double value, int most) {
    if (value == null || !(Math.abs(value) <= most)) {
      throw ProblemException.badParameter(
          field,
          value == null ? null : value.toString(),
          "a number in [-%d, %d]".formatted(most, most));
    }
    return value;
  }

  /** Those that take part. */
  List<Site> open() {
    return open;
  }

  /** Those that the change closes. */
  List<Site> closed() {
    return closed;
  }
}
