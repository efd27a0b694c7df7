package org.caremap.hours;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caremap.platform.CareMapConfig;
import org.jspecify.annotations.Nullable;

/**
 * Says whether something is open, from its published {@code opening_hours}.
 *
 * <p>Public holidays: rules for {@code PH} hold on them; a text without such a rule holds on them
 * as on other days (so the specification), and the day is marked so that a page can advise to call
 * first. A worked weekend day (调休) is the weekday it stands for. Where the calendar of a year is
 * not loaded, {@code PH} is neither yes nor no: times that depend on it are unknown.
 *
 * @see Timetable for the order of rules and for what is not sure
 */
@Startup
@ApplicationScoped
public class HoursService {
  /** How far ahead the next opening and closing are looked for, days. */
  static final int HORIZON_DAYS = 30;

  /** Today and the next seven. */
  static final int DAYS = 8;

  private final HolidayCalendar calendar;
  private final ZoneId zone;

  @Inject
  HoursService(CareMapConfig config, Calendars calendars) {
    this(calendars.of(config.calendar()), zone(config.timeZone()));
  }

  HoursService(HolidayCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "caremap.time-zone is '%s'; legal: a name as Asia/Shanghai or Europe/London"
              .formatted(name),
          e);
    }
  }

  /** The time zone in which opening hours are published here. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * @param openingHours in OpenStreetMap's syntax, or sloppily near it; null or blank: not
   *     published
   * @param at the instant asked for
   * @return never null; whatever is not sure is unknown with the reason
   */
  public HoursAnswer describe(@Nullable String openingHours, Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    if (openingHours == null || openingHours.isBlank()) {
      return unknown(null, today, null);
    }
    Timetable timetable;
    try {
      timetable = Timetable.read(openingHours);
    } catch (Unreadable e) {
      return unknown(openingHours, today, e.getMessage());
    }
    LocalDate horizon = today.plusDays(HORIZON_DAYS + 1L);
    Timeline timeline = Timeline.of(timetable, calendar, zone, today.minusDays(1), horizon);
    Timeline.Slot now = timeline.at(at);
    HoursState state = now == null ? HoursState.CLOSED : now.state();
    Instant last = horizon.atStartOfDay(zone).toInstant();
    return new HoursAnswer(
        openingHours,
        state,
        state == HoursState.OPEN && now != null && !now.openEnd() && now.end().isBefore(last)
            ? local(now.end())
            : null,
        state == HoursState.CLOSED ? nextOpening(timeline, at) : null,
        intervals(timeline, today, last),
        days(today),
        week(timetable, today),
        now == null ? null : now.comment(),
        calendarKnown(today),
        state == HoursState.UNKNOWN && now != null ? now.why() : null);
  }

  private HoursAnswer unknown(@Nullable String text, LocalDate today, @Nullable String problem) {
    return new HoursAnswer(
        text,
        HoursState.UNKNOWN,
        null,
        null,
        List.of(),
        days(today),
        List.of(),
        null,
        calendarKnown(today),
        problem);
  }

  private @Nullable OffsetDateTime nextOpening(Timeline timeline, Instant at) {
    return timeline.open().stream()
        .map(Timeline.Slot::start)
        .filter(start -> start.isAfter(at))
        .findFirst()
        .map(this::local)
        .orElse(null);
  }

  /** Whole stretches that touch the days, cut only where they have no beginning or end. */
  private List<HoursAnswer.Interval> intervals(Timeline timeline, LocalDate today, Instant last) {
    Instant from = today.atStartOfDay(zone).toInstant();
    Instant to = today.plusDays(DAYS).atStartOfDay(zone).toInstant();
    Instant first = today.minusDays(1).atStartOfDay(zone).toInstant();
    List<HoursAnswer.Interval> intervals = new ArrayList<>();
    for (Timeline.Slot slot : timeline.open()) {
      if (slot.end().isAfter(from) && slot.start().isBefore(to)) {
        intervals.add(
            new HoursAnswer.Interval(
                local(slot.start().isAfter(first) ? slot.start() : from),
                local(slot.end().isBefore(last) ? slot.end() : to)));
      }
    }
    return intervals;
  }

  private OffsetDateTime local(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }

  private List<HoursAnswer.Day> days(LocalDate today) {
    return today
        .datesUntil(today.plusDays(DAYS))
        .map(day -> new HoursAnswer.Day(day, calendar.holiday(day), calendar.isWorkday(day)))
        .toList();
  }

  private boolean calendarKnown(LocalDate today) {
    return calendar.knows(today) && calendar.knows(today.plusDays(DAYS - 1L));
  }

  private static List<HoursAnswer.WeekRow> week(Timetable timetable, LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<HoursAnswer.WeekRow> rows = new ArrayList<>();
    String first = "";
    String times = "";
    for (int i = 0; i < 7; i++) {
      String day = CalendarReader.WEEKDAYS.get(i);
      String here = times(timetable.day(monday.plusDays(i), HolidayCalendar.PLAIN));
      if (here.equals(times)) {
        rows.set(rows.size() - 1, new HoursAnswer.WeekRow(first + "-" + day, times));
      } else {
        first = day;
        times = here;
        rows.add(new HoursAnswer.WeekRow(day, times));
      }
    }
    return rows;
  }

  private static String times(DayLine line) {
    boolean opens = line.pieces().stream().anyMatch(piece -> piece.state() == HoursState.OPEN);
    if (!opens && line.pieces().stream().anyMatch(p -> p.state() == HoursState.UNKNOWN)) {
      return "unknown";
    }
    String times =
        line.pieces().stream()
            .filter(piece -> piece.state() == HoursState.OPEN)
            .map(HoursService::times)
            .collect(Collectors.joining(","));
    return times.isEmpty() ? "off" : times;
  }

  private static String times(DayLine.Piece piece) {
    return Timetable.clock(piece.start())
        + (piece.openEnd() ? "+" : "-" + Timetable.clock(piece.end()));
  }
}
