package org.caremap.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caremap.coverage.PlacesService;
import org.caremap.coverage.PlannedChanges;
import org.caremap.coverage.Trial;
import org.caremap.facility.Facility;
import org.jspecify.annotations.Nullable;

/**
 * What changes mean to a question: those of facilities of other types mean nothing, those of
 * streets mean something to all. A facility that is gone or serves no more has no effect either.
 */
final class Effects {
  private final PlannedChanges planned;
  private final PlacesService.Capacities capacities;
  private final Map<PlannedChanges.What, List<Integer>> origins;

  private Effects(
      PlannedChanges planned,
      PlacesService.Capacities capacities,
      Map<PlannedChanges.What, List<Integer>> origins) {
    this.planned = planned;
    this.capacities = capacities;
    this.origins = origins;
  }

  static Effects of(List<Change> changes, Trial trial) {
    List<PlannedChanges.Site> added = new ArrayList<>();
    List<PlannedChanges.Site> moved = new ArrayList<>();
    List<Integer> removed = new ArrayList<>();
    List<PlannedChanges.Bridge> bridges = new ArrayList<>();
    List<PlannedChanges.Spot> closed = new ArrayList<>();
    List<@Nullable Integer> addedCapacities = new ArrayList<>();
    Map<Integer, Integer> resized = new HashMap<>();
    Map<PlannedChanges.What, List<Integer>> origins = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (change instanceof Change.Add add) {
        if (trial.question().types().contains(add.type())) {
          note(origins, PlannedChanges.What.ADDED, i);
          added.add(new PlannedChanges.Site(-1, new PlannedChanges.Spot(add.lon(), add.lat())));
          addedCapacities.add(add.capacity());
        }
      } else if (change instanceof Change.Footbridge bridge) {
        note(origins, PlannedChanges.What.FROM, i);
        note(origins, PlannedChanges.What.TO, i);
        bridges.add(new PlannedChanges.Bridge(spot(bridge.from()), spot(bridge.to())));
      } else if (change instanceof Change.CloseStreet street) {
        note(origins, PlannedChanges.What.CLOSED, i);
        closed.add(new PlannedChanges.Spot(street.lon(), street.lat()));
      } else if (change instanceof Change.OfFacility ofFacility) {
        int facility = index(trial, ofFacility.facility());
        if (facility < 0) {
          continue;
        }
        if (change instanceof Change.Move move) {
          note(origins, PlannedChanges.What.MOVED, i);
          moved.add(
              new PlannedChanges.Site(facility, new PlannedChanges.Spot(move.lon(), move.lat())));
        } else if (change instanceof Change.Resize resize) {
          resized.put(facility, resize.capacity());
        } else {
          removed.add(facility);
        }
      }
    }
    return new Effects(
        new PlannedChanges(added, moved, removed, bridges, closed),
        new PlacesService.Capacities(addedCapacities, resized),
        origins);
  }

  private static PlannedChanges.Spot spot(Change.Place place) {
    return new PlannedChanges.Spot(place.lon(), place.lat());
  }

  private static void note(
      Map<PlannedChanges.What, List<Integer>> origins, PlannedChanges.What what, int change) {
    origins.computeIfAbsent(what, w -> new ArrayList<>()).add(change);
  }

  /** Catalogue index of a facility that serves now and is of the types asked for, or -1. */
  private static int index(Trial trial, String externalId) {
    List<Facility> all = trial.snapshot().facilities().list();
    Facility facility = trial.snapshot().facilities().findByExternalId(externalId).orElse(null);
    return IntStream.of(trial.operating())
        .filter(i -> all.get(i) == facility)
        .findFirst()
        .orElse(-1);
  }

  /** The changes as places. */
  PlannedChanges planned() {
    return planned;
  }

  /** How many people the facilities would take. */
  PlacesService.Capacities capacities() {
    return capacities;
  }

  /** The change that a joined place is of. */
  int origin(PlannedChanges.Joined joined) {
    return origins.get(joined.what()).get(joined.index());
  }
}
