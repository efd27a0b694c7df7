package org.caremap.hours;

import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Whether a day is one of a range of weekdays. A worked weekend day (调休) is the weekday that it
 * stands for and not its own. Only days that are really that weekday count for nth weekdays ({@code
 * Mo[1]}), and a worked weekend day is none of them.
 */
final class WeekdayMatch {
  private WeekdayMatch() {}

  static boolean in(WeekDayRange range, LocalDate date, HolidayCalendar calendar) {
    if (Timetable.list(range.getNths()).isEmpty() && range.getOffset() == 0) {
      return in(range, calendar.weekday(date));
    }
    LocalDate day = date.minusDays(range.getOffset());
    if (calendar.isWorkday(date) || !in(range, day.getDayOfWeek())) {
      return false;
    }
    int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
    return Timetable.list(range.getNths()).stream()
        .anyMatch(nth -> in(nth, fromStart) || in(nth, fromEnd));
  }

  private static boolean in(WeekDayRange range, DayOfWeek day) {
    int start = range.getStartDay().ordinal();
    int end = range.getEndDay() == null ? start : range.getEndDay().ordinal();
    int index = day.getValue() - 1;
    return start <= end ? index >= start && index <= end : index >= start || index <= end;
  }

  private static boolean in(Nth nth, int number) {
    int start = nth.getStartNth();
    int end = nth.getEndNth() == Nth.INVALID_NTH ? start : nth.getEndNth();
    return Integer.signum(start) == Integer.signum(number) && number >= start && number <= end;
  }
}
