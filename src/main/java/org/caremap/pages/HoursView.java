package org.caremap.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caremap.hours.HoursAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours in words.
 *
 * @param state {@code open}, {@code closed} or {@code unknown}
 * @param now whether it is open now, and until or from when
 * @param days today and the next seven days; empty where the hours are unknown
 * @param comment the publisher's own words, null where there are none
 * @param published the text as published where it could not be put into words, else null
 */
record HoursView(
    String state,
    String now,
    List<Day> days,
    @Nullable String comment,
    @Nullable String published) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * One day.
   *
   * @param day its name and date
   * @param times when it is open
   * @param note its holiday, or that it is a weekend day that is worked; null on other days
   */
  record Day(String day, String times, @Nullable String note) {}

  static HoursView of(HoursAnswer hours, OffsetDateTime now, ZoneId zone, PageTexts t) {
    List<Day> days = new ArrayList<>();
    if (hours.problem() == null && !hours.open().isEmpty()) {
      for (HoursAnswer.Day day : hours.days()) {
        days.add(
            new Day(name(day.date(), now, t), times(day.date(), hours, zone, t), note(day, t)));
      }
    }
    return new HoursView(
        hours.state().code(),
        state(hours, now, t),
        days,
        hours.comment(),
        days.isEmpty() ? hours.text() : null);
  }

  private static String state(HoursAnswer hours, OffsetDateTime now, PageTexts t) {
    return switch (hours.state()) {
      case OPEN ->
          hours.until() == null
              ? t.get("hours.open")
              : t.with("hours.openUntil", moment(hours.until(), now, t));
      case CLOSED ->
          hours.opens() == null
              ? t.get("hours.closed")
              : t.with("hours.closedUntil", moment(hours.opens(), now, t));
      case UNKNOWN -> t.get(hours.text() == null ? "hours.none" : "hours.unknown");
    };
  }

  /** The time alone for today, else the day with it. */
  private static String moment(OffsetDateTime at, OffsetDateTime now, PageTexts t) {
    OffsetDateTime there = at.withOffsetSameInstant(now.getOffset());
    String clock = CLOCK.format(there);
    return there.toLocalDate().equals(now.toLocalDate())
        ? clock
        : t.with("hours.dayAndTime", name(there.toLocalDate(), now, t), clock);
  }

  private static String name(LocalDate date, OffsetDateTime now, PageTexts t) {
    long away = date.toEpochDay() - now.toLocalDate().toEpochDay();
    if (away == 0) {
      return t.get("day.today");
    }
    if (away == 1) {
      return t.get("day.tomorrow");
    }
    return t.with("day.named", weekday(date.getDayOfWeek(), t), Words.shortDate(date, t));
  }

  private static String weekday(DayOfWeek day, PageTexts t) {
    return t.get("weekday." + day.getValue());
  }

  private static String note(HoursAnswer.Day day, PageTexts t) {
    if (day.holiday() != null) {
      return t.language().pick(day.holiday().zh(), day.holiday().en());
    }
    return day.workday() ? t.get("day.workday") : null;
  }

  private static String times(LocalDate date, HoursAnswer hours, ZoneId zone, PageTexts t) {
    OffsetDateTime start = date.atStartOfDay(zone).toOffsetDateTime();
    OffsetDateTime end = date.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    List<String> times = new ArrayList<>();
    for (HoursAnswer.Interval open : hours.open()) {
      // What goes past midnight is named on the day on which it begins.
      boolean begins = !open.from().isBefore(start) && open.from().isBefore(end);
      boolean lasts = open.from().isBefore(start) && open.to().isAfter(start);
      if (begins || (lasts && !open.to().isBefore(end))) {
        boolean whole = !open.from().isAfter(start) && !open.to().isBefore(end);
        times.add(whole ? t.get("hours.allDay") : span(open, zone, end, t));
      }
    }
    return times.isEmpty() ? t.get("hours.off") : String.join(t.get("list.comma"), times);
  }

  private static String span(
      HoursAnswer.Interval open, ZoneId zone, OffsetDateTime end, PageTexts t) {
    LocalTime from = open.from().atZoneSameInstant(zone).toLocalTime();
    LocalTime to = open.to().atZoneSameInstant(zone).toLocalTime();
    String until = CLOCK.format(to);
    if (open.to().isAfter(end)) {
      until = t.with("hours.nextDay", until);
    } else if (to.equals(LocalTime.MIDNIGHT)) {
      until = "24:00";
    }
    return CLOCK.format(from) + "–" + until;
  }
}
