package org.caremap.targets;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;

/**
 * A month or a quarter that a return is made for.
 *
 * @param end its last day
 * @param zh as in titles
 * @param code as in file names
 */
record ReturnPeriod(LocalDate end, String zh, String code) {
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2100;
  private static final int MONTHS_OF_QUARTER = 3;

  /**
   * @throws ProblemException 400 unless there are a year and either a quarter or a month
   */
  static ReturnPeriod of(Query query) {
    int year = whole(query, "year", FIRST_YEAR, LAST_YEAR);
    Optional<String> quarter = Optional.ofNullable(query.text("quarter"));
    Optional<String> month = Optional.ofNullable(query.text("month"));
    if (quarter.isPresent() == month.isPresent()) {
      throw ProblemException.badParameter(
          "quarter", quarter.orElse(null), "either quarter, 1 to 4, or month, 1 to 12");
    }
    if (quarter.isPresent()) {
      int number = whole(query, "quarter", 1, 4);
      return new ReturnPeriod(
          YearMonth.of(year, number * MONTHS_OF_QUARTER).atEndOfMonth(),
          year + "年第" + "一二三四".charAt(number - 1) + "季度",
          year + "-q" + number);
    }
    int number = whole(query, "month", 1, 12);
    YearMonth of = YearMonth.of(year, number);
    return new ReturnPeriod(of.atEndOfMonth(), year + "年" + number + "月", of.toString());
  }

  private static int whole(Query query, String name, int min, int max) {
    if (query.text(name) == null) {
      throw ProblemException.badParameter(name, null, "whole number from " + min + " to " + max);
    }
    return query.integer(name, min, max, min);
  }
}
