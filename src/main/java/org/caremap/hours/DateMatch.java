package org.caremap.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.VarDate;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a day lies in a date range, a year range or a range of ISO weeks. */
final class DateMatch {
  private DateMatch() {}

  /**
   * @throws Unreadable where the range has a form whose meaning is not sure
   */
  static void check(DateRange range) throws Unreadable {
    DateWithOffset start = range.getStartDate();
    DateWithOffset end = range.getEndDate();
    if (range.getInterval() > 1) {
      throw new Unreadable("'" + range + "': every nth day is not supported");
    }
    if (start.isOpenEnded() && start.undefinedYear()) {
      throw new Unreadable("'" + range + "' has no end");
    }
    for (DateWithOffset date : end == null ? new DateWithOffset[] {start} : both(start, end)) {
      Month month = date.getMonth() == null ? start.getMonth() : date.getMonth();
      if (month == null && date.getVarDate() == null) {
        throw new Unreadable("'" + range + "' has no month");
      }
      if (month != null
          && !date.undefinedDay()
          && date.getDay() > java.time.Month.of(month.ordinal() + 1).maxLength()) {
        throw new Unreadable("'" + range + "': there is no such day");
      }
    }
  }

  private static DateWithOffset[] both(DateWithOffset start, DateWithOffset end) {
    return new DateWithOffset[] {start, end};
  }

  /** Years are tried around the day, so that a range may run over new year. */
  static boolean in(DateRange range, LocalDate day) {
    DateWithOffset start = range.getStartDate();
    DateWithOffset end = range.getEndDate();
    for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
      int startYear = start.undefinedYear() ? year : start.getYear();
      Optional<LocalDate> from = first(start, startYear);
      if (from.isEmpty() || day.isBefore(from.get())) {
        continue;
      }
      if (start.isOpenEnded()) {
        return true;
      }
      if (end == null) {
        if (!day.isAfter(last(start, start, startYear, true))) {
          return true;
        }
        continue;
      }
      int endYear = end.undefinedYear() ? startYear : end.getYear();
      LocalDate to = last(end, start, endYear, false);
      if (to.isBefore(from.get()) && end.undefinedYear()) {
        to = last(end, start, endYear + 1, false);
      }
      if (!day.isAfter(to)) {
        return true;
      }
    }
    return false;
  }

  /** First day; empty where the date is not in this year (a 29 February that stands alone). */
  private static Optional<LocalDate> first(DateWithOffset date, int year) {
    if (date.getVarDate() == VarDate.EASTER) {
      return Optional.of(offset(date, easter(year)));
    }
    YearMonth month = YearMonth.of(year, date.getMonth().ordinal() + 1);
    if (date.getNthWeekDay() != null) {
      LocalDate nth = nth(date, month);
      // A fifth Monday that is not in the month.
      return YearMonth.from(nth).equals(month) ? Optional.of(offset(date, nth)) : Optional.empty();
    }
    int day = date.undefinedDay() ? 1 : date.getDay();
    // A range that begins on 29 February begins on 1 March where there is none.
    return Optional.of(
        offset(date, month.isValidDay(day) ? month.atDay(day) : month.atEndOfMonth().plusDays(1)));
  }

  private static LocalDate last(DateWithOffset date, DateWithOffset start, int year, boolean only) {
    if (date.getVarDate() == VarDate.EASTER) {
      return offset(date, easter(year));
    }
    Month named = date.getMonth() == null ? start.getMonth() : date.getMonth();
    YearMonth month = YearMonth.of(year, (named == null ? Month.DEC : named).ordinal() + 1);
    if (date.getNthWeekDay() != null) {
      return offset(date, nth(date, month));
    }
    if (date.undefinedDay()) {
      return offset(date, month.atEndOfMonth());
    }
    LocalDate day = month.atDay(Math.min(date.getDay(), month.lengthOfMonth()));
    // A single 29 February ends before it begins (1 March) in other years: it matches no day.
    return only || date.getDay() <= month.lengthOfMonth() ? offset(date, day) : day;
  }

  private static LocalDate nth(DateWithOffset date, YearMonth month) {
    return month
        .atDay(1)
        .with(
            TemporalAdjusters.dayOfWeekInMonth(
                date.getNth(), DayOfWeek.of(date.getNthWeekDay().ordinal() + 1)));
  }

  private static LocalDate offset(DateWithOffset date, LocalDate day) {
    LocalDate moved = day;
    if (date.getWeekDayOffset() != null) {
      DayOfWeek weekday = DayOfWeek.of(date.getWeekDayOffset().ordinal() + 1);
      moved =
          moved.with(
              date.isWeekDayOffsetPositive()
                  ? TemporalAdjusters.next(weekday)
                  : TemporalAdjusters.previous(weekday));
    }
    return moved.plusDays(date.getDayOffset());
  }

  /**
   * Easter Sunday of the Gregorian calendar.
   *
   * @see <a href="https://doi.org/10.1038/013487b0">the rule printed in Nature 13 (1876), 487</a>
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }

  static boolean in(YearRange range, LocalDate day) {
    int year = day.getYear();
    return in(
        year,
        range.getStartYear(),
        range.isOpenEnded()
            ? Integer.valueOf(Integer.MAX_VALUE)
            : defined(range.getEndYear(), YearRange.UNDEFINED_YEAR),
        range.getInterval());
  }

  static boolean in(WeekRange range, LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    Integer end = defined(range.getEndWeek(), WeekRange.UNDEFINED_WEEK);
    if (end != null && end < range.getStartWeek()) {
      // Over new year; an interval there is refused when the text is read.
      return week >= range.getStartWeek() || week <= end;
    }
    return in(week, range.getStartWeek(), end, range.getInterval());
  }

  private static @Nullable Integer defined(int value, int undefined) {
    return value == undefined ? null : Integer.valueOf(value);
  }

  private static boolean in(int value, int start, @Nullable Integer end, int interval) {
    return value >= start
        && value <= (end == null ? start : end)
        && (interval <= 1 || (value - start) % interval == 0);
  }
}
