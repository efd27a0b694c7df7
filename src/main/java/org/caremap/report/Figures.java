package org.caremap.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are printed: the same number is the same text in every form. */
final class Figures {
  /** Printed for what nobody knows; never a nought. */
  static final String UNKNOWN = "—";

  /** Spreadsheet format of whole amounts. */
  static final String WHOLE_FORMAT = "#,##0";

  /** Spreadsheet format of amounts with a fraction, and of minutes. */
  static final String TENTHS_FORMAT = "#,##0.0";

  /** Spreadsheet format of shares. */
  static final String SHARE_FORMAT = "0.0%";

  private static final int MONEY_DECIMALS = 4;

  private Figures() {}

  /** A value as people read it. */
  static String print(Kind kind, @Nullable Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return kind.isNumber() ? UNKNOWN : "";
    }
    return value instanceof Number number
        ? decimal(format(kind, number), number.doubleValue())
        : value.toString();
  }

  /** An amount as people read it. */
  static String amount(@Nullable Number value) {
    return print(Kind.AMOUNT, value);
  }

  /** A share as people read it. */
  static String share(@Nullable Double value) {
    return print(Kind.SHARE, value);
  }

  /** A walking speed as people read it, to a hundredth. */
  static String speed(double kmh) {
    return plain(Math.rint(kmh * 100) / 100);
  }

  /** The spreadsheet's format of a number. */
  static String format(Kind kind, Number value) {
    return switch (kind) {
      case SHARE -> SHARE_FORMAT;
      case MINUTES -> TENTHS_FORMAT;
      case MONEY -> moneyFormat(value);
      case YEAR -> "0";
      case DEGREES -> "0.000000";
      default -> isWhole(value.doubleValue()) ? WHOLE_FORMAT : TENTHS_FORMAT;
    };
  }

  // In units of 10,000 yuan four decimals are a yuan: no sum on paper is a rounded one.
  private static String moneyFormat(Number value) {
    BigDecimal exact =
        new BigDecimal(value.toString()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    int decimals = Math.max(0, exact.stripTrailingZeros().scale());
    return decimals == 0 ? WHOLE_FORMAT : WHOLE_FORMAT + "." + "0".repeat(decimals);
  }

  /** A number as programs read it: every digit, no exponent. */
  static String plain(Number value) {
    BigDecimal exact = new BigDecimal(value.toString());
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  private static String decimal(String pattern, double value) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    // As spreadsheets round.
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(new BigDecimal(Double.toString(value + 0.0)));
  }
}
