package org.caremap.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Several days' {@linkplain DayLine lines} laid on the time line of a time zone. Where a night runs
 * into a day, open outdoes unknown, and unknown outdoes closed. Across a change of clocks a local
 * time that does not exist is the instant as much later, one that exists twice is the earlier.
 */
final class Timeline {
  /** Disjoint, in order; neighbours that are both open are one. */
  private final List<Slot> slots;

  /**
   * A stretch with one state.
   *
   * @param openEnd whether its end is not the closing time
   * @param comment the publisher's words at its start
   * @param why reason of UNKNOWN
   */
  record Slot(
      Instant start,
      Instant end,
      HoursState state,
      boolean openEnd,
      @Nullable String comment,
      @Nullable String why) {}

  private Timeline(List<Slot> slots) {
    this.slots = slots;
  }

  /**
   * @param from first day, inclusive; what begins the day before is drawn too
   * @param to exclusive
   */
  static Timeline of(
      Timetable timetable, HolidayCalendar calendar, ZoneId zone, LocalDate from, LocalDate to) {
    List<Slot> drawn = new ArrayList<>();
    TreeSet<Instant> bounds = new TreeSet<>();
    Instant first = from.atStartOfDay(zone).toInstant();
    for (LocalDate date = from.minusDays(1); date.isBefore(to); date = date.plusDays(1)) {
      for (DayLine.Piece piece : timetable.day(date, calendar).pieces()) {
        Instant start = latest(first, at(date, piece.start(), zone));
        Instant end = at(date, piece.end(), zone);
        if (start.isBefore(end)) {
          drawn.add(
              new Slot(start, end, piece.state(), piece.openEnd(), piece.comment(), piece.why()));
          bounds.add(start);
          bounds.add(end);
        }
      }
    }
    drawn.sort(Comparator.comparing(Slot::start));
    return new Timeline(joined(cut(drawn, bounds)));
  }

  private static List<Slot> cut(List<Slot> drawn, TreeSet<Instant> bounds) {
    List<Slot> cut = new ArrayList<>();
    List<Slot> active = new ArrayList<>();
    int next = 0;
    Instant from = null;
    for (Instant to : bounds) {
      if (from != null) {
        Instant at = from;
        active.removeIf(slot -> !slot.end().isAfter(at));
        while (next < drawn.size() && !drawn.get(next).start().isAfter(at)) {
          active.add(drawn.get(next++));
        }
        Slot best = strongest(active);
        if (best != null) {
          boolean openEnd = best.openEnd() && to.equals(best.end());
          cut.add(new Slot(from, to, best.state(), openEnd, best.comment(), best.why()));
        }
      }
      from = to;
    }
    return cut;
  }

  private static @Nullable Slot strongest(List<Slot> active) {
    Slot best = null;
    for (Slot slot : active) {
      if (best == null || rank(slot) >= rank(best)) {
        best = slot;
      }
    }
    return best;
  }

  private static int rank(Slot slot) {
    return switch (slot.state()) {
      case CLOSED -> 0;
      case UNKNOWN -> 1;
      case OPEN -> 2;
    };
  }

  private static List<Slot> joined(List<Slot> cut) {
    List<Slot> joined = new ArrayList<>();
    for (Slot slot : cut) {
      Slot last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && last.state() == HoursState.OPEN
          && slot.state() == HoursState.OPEN
          && last.end().equals(slot.start())) {
        joined.set(
            joined.size() - 1,
            new Slot(
                last.start(), slot.end(), HoursState.OPEN, slot.openEnd(), last.comment(), null));
      } else {
        joined.add(slot);
      }
    }
    return joined;
  }

  private static Instant at(LocalDate date, int minutes, ZoneId zone) {
    return date.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant();
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** The stretch around an instant; null: nothing is said, it is closed. */
  @Nullable Slot at(Instant instant) {
    for (Slot slot : slots) {
      if (!instant.isBefore(slot.start()) && instant.isBefore(slot.end())) {
        return slot;
      }
    }
    return null;
  }

  /** When it is open for certain, in order. */
  List<Slot> open() {
    return slots.stream().filter(slot -> slot.state() == HoursState.OPEN).toList();
  }
}
