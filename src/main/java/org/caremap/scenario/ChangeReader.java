package org.caremap.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads changes as they are sent; what is wrong is a 400 that names field, value and range. */
final class ChangeReader {
  static final int MOST_CHANGES = 100;

  private static final int MOST_CAPACITY = 100_000;
  private static final double MOST_YUAN = 1e11;
  private static final int LONGEST_KEY = 60;
  private static final int LONGEST_NAME = 300;

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          Change.ADD,
          Set.of("key", "type", "name", "lon", "lat", "capacity", "costYuan", "candidate"),
          Change.MOVE,
          Set.of("facility", "lon", "lat", "costYuan"),
          Change.CLOSE,
          Set.of("facility"),
          Change.RESIZE,
          Set.of("facility", "capacity", "costYuan"),
          Change.FOOTBRIDGE,
          Set.of("key", "from", "to", "costYuan"),
          Change.CLOSE_STREET,
          Set.of("key", "lon", "lat"));

  private final FacilityCatalog facilities;
  private final CodeLists codes;
  private final Set<Change> kept;

  /**
   * @param kept changes that were stored before: they stay although their facility may be gone
   *     since
   */
  ChangeReader(FacilityCatalog facilities, CodeLists codes, List<Change> kept) {
    this.facilities = facilities;
    this.codes = codes;
    this.kept = new HashSet<>(kept);
  }

  /**
   * @throws ProblemException 400 naming the first thing that is wrong
   */
  List<Change> read(@Nullable List<@Nullable ChangeForm> forms) {
    if (forms == null) {
      throw ProblemException.badParameter("changes", null, "a list of changes, may be empty");
    }
    if (forms.size() > MOST_CHANGES) {
      throw ProblemException.badParameter(
          "changes", forms.size() + " changes", "at most " + MOST_CHANGES + " changes");
    }
    List<Change> changes = new ArrayList<>();
    Set<String> keys = keys(forms);
    for (int i = 0; i < forms.size(); i++) {
      String at = "changes[%d]".formatted(i);
      ChangeForm form = forms.get(i);
      if (form == null) {
        throw ProblemException.badParameter(at, "null", "an object {\"op\":…}");
      }
      changes.add(new Reading(at, form, keys).change());
    }
    agree(changes);
    return List.copyOf(changes);
  }

  /** Keys that are given; each once. */
  private static Set<String> keys(List<@Nullable ChangeForm> forms) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      ChangeForm form = forms.get(i);
      String key = form == null || form.key() == null ? "" : form.key().strip();
      if (!key.isEmpty() && !keys.add(key)) {
        throw ProblemException.badParameter(
            "changes[%d].key".formatted(i), key, "a key that no other change of the scenario has");
      }
    }
    return keys;
  }

  /** A facility moves once, closes once, and does not do both. */
  private static void agree(List<Change> changes) {
    Map<String, Set<String>> opsOf = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Change.OfFacility change) {
        Set<String> ops = opsOf.computeIfAbsent(change.facility(), id -> new TreeSet<>());
        boolean again = !ops.add(change.op());
        if (again || ops.contains(Change.CLOSE) && ops.size() > 1) {
          throw ProblemException.badParameter(
              "changes[%d].facility".formatted(i),
              change.facility(),
              again
                  ? "a facility is changed in the same way once only"
                  : "a facility that closes is neither moved nor resized");
        }
      }
    }
  }

  /** One change. */
  private final class Reading {
    private final String at;
    private final ChangeForm form;
    private final Set<String> keys;

    Reading(String at, ChangeForm form, Set<String> keys) {
      this.at = at;
      this.form = form;
      this.keys = keys;
    }

    Change change() {
      String op = form.op();
      Set<String> legal = op == null ? null : FIELDS.get(op);
      if (op == null || legal == null) {
        throw ProblemException.badParameter(
            at + ".op", op, "one of add, move, close, resize, footbridge, close-street");
      }
      for (String field : form.given()) {
        if (!legal.contains(field)) {
          throw ProblemException.badParameter(
              at + "." + field,
              "given",
              "with op %s only %s".formatted(op, String.join(", ", new TreeSet<>(legal))));
        }
      }
      return switch (op) {
        case Change.ADD -> add();
        case Change.MOVE -> move();
        case Change.CLOSE -> close();
        case Change.RESIZE -> resize();
        case Change.FOOTBRIDGE ->
            new Change.Footbridge(
                key("b"), place("from", form.from()), place("to", form.to()), yuan());
        default -> new Change.CloseStreet(key("s"), lon(at, form.lon()), lat(at, form.lat()));
      };
    }

    private Change add() {
      String type = form.type();
      if (type == null || !codes.hasType(type)) {
        throw ProblemException.badParameter(at + ".type", type, "one of " + codes.legalTypes());
      }
      return new Change.Add(
          key("a"),
          type,
          text("name", form.name(), LONGEST_NAME),
          lon(at, form.lon()),
          lat(at, form.lat()),
          capacity(),
          yuan(),
          text("candidate", form.candidate(), LONGEST_NAME));
    }

    private Change move() {
      Change.Move move = new Change.Move(known(), lon(at, form.lon()), lat(at, form.lat()), yuan());
      return operating(move);
    }

    private Change close() {
      return operating(new Change.Close(known()));
    }

    private Change resize() {
      Integer capacity = capacity();
      if (capacity == null) {
        throw ProblemException.badParameter(
            at + ".capacity", null, "whole number from 0 to " + MOST_CAPACITY);
      }
      return operating(new Change.Resize(known(), capacity, yuan()));
    }

    /** The external id of the facility, as far as there is one of that name. */
    private String known() {
      String id = form.facility() == null ? "" : form.facility().strip();
      return facilities.find(id).map(f -> f.details().externalId()).orElse(id);
    }

    private Change operating(Change.OfFacility change) {
      Facility facility = facilities.findByExternalId(change.facility()).orElse(null);
      boolean serves = facility != null && facility.isOperating();
      if (!serves && !kept.contains(change)) {
        throw ProblemException.badParameter(
            at + ".facility",
            change.facility().isEmpty() ? null : change.facility(),
            "the id of an operating facility");
      }
      return change;
    }

    private String key(String letter) {
      String key = text("key", form.key(), LONGEST_KEY);
      if (key != null) {
        return key;
      }
      int number = 1;
      while (!keys.add(letter + number)) {
        number++;
      }
      return letter + number;
    }

    private @Nullable String text(String field, @Nullable String given, int longest) {
      String text = given == null ? "" : given.strip();
      if (text.isEmpty()) {
        return null;
      }
      if (text.length() > longest || text.chars().anyMatch(c -> c < ' ')) {
        throw ProblemException.badParameter(
            at + "." + field,
            text,
            "a text of at most %d characters without control characters".formatted(longest));
      }
      return text;
    }

    private @Nullable Integer capacity() {
      Integer capacity = form.capacity();
      if (capacity != null && (capacity < 0 || capacity > MOST_CAPACITY)) {
        throw ProblemException.badParameter(
            at + ".capacity", capacity.toString(), "whole number from 0 to " + MOST_CAPACITY);
      }
      return capacity;
    }

    private @Nullable Double yuan() {
      Double yuan = form.costYuan();
      if (yuan != null && !(yuan >= 0 && yuan <= MOST_YUAN)) {
        throw ProblemException.badParameter(
            at + ".costYuan", yuan.toString(), "number from 0 to 100000000000, absent if unknown");
      }
      return yuan;
    }

    private Change.Place place(String end, ChangeForm.@Nullable Place place) {
      String where = at + "." + end;
      if (place == null) {
        throw ProblemException.badParameter(where, null, "a place with lon and lat");
      }
      return new Change.Place(lon(where, place.lon()), lat(where, place.lat()));
    }

    private static double lon(String where, @Nullable Double degrees) {
      return degrees(where + ".lon", degrees, 180);
    }

    private static double lat(String where, @Nullable Double degrees) {
      return degrees(where + ".lat", degrees, 90);
    }

    private static double degrees(String field, @Nullable Double degrees, int most) {
      if (degrees == null || !(Math.abs(degrees) <= most)) {
        throw ProblemException.badParameter(
            field,
            degrees == null ? null : degrees.toString(),
            "number from -%d to %d".formatted(most, most));
      }
      return degrees;
    }
  }
}
