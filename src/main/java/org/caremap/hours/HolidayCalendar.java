package org.caremap.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public holidays and worked weekend days of one country, of the years that are loaded. */
final class HolidayCalendar {
  /** No holidays and no worked weekends, for certain: the plain week. */
  static final HolidayCalendar PLAIN = new HolidayCalendar(Set.of(), true);

  private final boolean everyYear;
  private final Set<Integer> years = new HashSet<>();
  private final Set<Integer> schoolYears = new HashSet<>();
  private final Map<LocalDate, HoursAnswer.Name> holidays = new HashMap<>();
  private final Map<LocalDate, DayOfWeek> workdays = new HashMap<>();
  private final Set<LocalDate> schoolHolidays = new HashSet<>();

  HolidayCalendar(Collection<CalendarYear> loaded) {
    this(loaded, false);
  }

  private HolidayCalendar(Collection<CalendarYear> loaded, boolean everyYear) {
    this.everyYear = everyYear;
    for (CalendarYear year : loaded) {
      years.add(year.year());
      holidays.putAll(year.holidays());
      workdays.putAll(year.workdays());
      if (year.schoolHolidays() != null) {
        schoolYears.add(year.year());
        schoolHolidays.addAll(year.schoolHolidays());
      }
    }
  }

  /** Whether the public holidays of this day's year are loaded. */
  boolean knows(LocalDate date) {
    return everyYear || years.contains(date.getYear());
  }

  /** The public holiday of a day; null: none, or not {@linkplain #knows known}. */
  HoursAnswer.@Nullable Name holiday(LocalDate date) {
    return holidays.get(date);
  }

  /** Whether it is a weekend day that is worked. */
  boolean isWorkday(LocalDate date) {
    return workdays.containsKey(date);
  }

  /** The weekday whose rules hold: its own, or that a worked weekend day stands for. */
  DayOfWeek weekday(LocalDate date) {
    return workdays.getOrDefault(date, date.getDayOfWeek());
  }

  /** Whether it is a public holiday; null: not known. */
  @Nullable Boolean publicHoliday(LocalDate date) {
    // A holiday of a loaded year may begin in the December before it, whose own year may be absent.
    return holidays.containsKey(date) ? Boolean.TRUE : knows(date) ? Boolean.FALSE : null;
  }

  /** Whether schools are closed; null: not known. */
  @Nullable Boolean schoolHoliday(LocalDate date) {
    if (everyYear) {
      return false;
    }
    return schoolYears.contains(date.getYear()) ? schoolHolidays.contains(date) : null;
  }
}
