package org.caremap.browser;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the page is expected to write them, worked out without the page. */
final class PageText {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private PageText() {}

  /** A count of people; below ten one decimal is kept. Null is the page's word for unknown. */
  static String people(Double count, String unknown) {
    if (count == null) {
      return unknown;
    }
    return format(count > 0 && count < 10 ? "#,##0.#" : "#,##0", count);
  }

  /** A share in 0..1 as a percentage with one decimal. */
  static String share(double share) {
    return format("0.0", share * 100) + "%";
  }

  /** A number with one decimal at most. */
  static String decimal(double value) {
    return format("#,##0.#", value);
  }

  /** A sum of yuan in tens of thousands, with two decimals at most. */
  static String tenThousands(double yuan) {
    return format("#,##0.##", yuan / 10_000);
  }

  /** Whole minutes, rounded up, never none. */
  static int minutes(double seconds) {
    return Math.max(1, (int) Math.ceil(seconds / 60 - 1e-9));
  }

  private static String format(String pattern, double value) {
    DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
