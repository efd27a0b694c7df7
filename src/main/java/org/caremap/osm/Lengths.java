package org.caremap.osm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths and inclines as mappers write them (OSM wiki, "Map features/Units", "Key:incline"). */
final class Lengths {
  private static final double METERS_PER_INCH = 0.0254;
  private static final double METERS_PER_FOOT = 0.3048;
  private static final Pattern METRIC =
      Pattern.compile("(\\d+(?:[.,]\\d+)?) ?(m|cm|mm|ft|feet|in|inch|\"|')?");
  private static final Pattern FEET_INCHES = Pattern.compile("(\\d+)' ?(\\d+(?:\\.\\d+)?)\"?");
  private static final Pattern INCLINE = Pattern.compile("([+-]?\\d+(?:[.,]\\d+)?) ?(%|°|‰)?");
  private static final Pattern RATIO = Pattern.compile("([+-]?)1:(\\d+(?:[.,]\\d+)?)");

  private Lengths() {}

  /**
   * Metres of a tag such as {@code 0.8}, {@code 80 cm}, {@code 2'6"}.
   *
   * @return NaN where there is no tag or it is no length
   */
  static double meters(@Nullable String value) {
    if (value == null) {
      return Double.NaN;
    }
    String text = value.strip();
    Matcher feet = FEET_INCHES.matcher(text);
    if (feet.matches()) {
      return Integer.parseInt(feet.group(1)) * METERS_PER_FOOT
          + Double.parseDouble(feet.group(2)) * METERS_PER_INCH;
    }
    Matcher metric = METRIC.matcher(text);
    if (!metric.matches()) {
      return Double.NaN;
    }
    double number = number(metric.group(1));
    String unit = metric.group(2);
    return switch (unit == null ? "m" : unit) {
      case "cm" -> number / 100;
      case "mm" -> number / 1000;
      case "ft", "feet", "'" -> number * METERS_PER_FOOT;
      case "in", "inch", "\"" -> number * METERS_PER_INCH;
      default -> number;
    };
  }

  /**
   * Percent of an incline such as {@code 8%}, {@code -5°}, {@code 1:12}; a bare number is percent.
   *
   * @return NaN where there is no tag or it gives no number, as {@code up} and {@code down}
   */
  static double inclinePercent(@Nullable String value) {
    if (value == null) {
      return Double.NaN;
    }
    String text = value.strip();
    Matcher ratio = RATIO.matcher(text);
    if (ratio.matches()) {
      double run = number(ratio.group(2));
      return run == 0 ? Double.NaN : (ratio.group(1).equals("-") ? -100 : 100) / run;
    }
    Matcher matcher = INCLINE.matcher(text);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    double number = number(matcher.group(1));
    String unit = matcher.group(2);
    return switch (unit == null ? "%" : unit) {
      case "°" -> Math.abs(number) < 90 ? 100 * Math.tan(Math.toRadians(number)) : Double.NaN;
      case "‰" -> number / 10;
      default -> number;
    };
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }
}
