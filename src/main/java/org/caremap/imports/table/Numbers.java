package org.caremap.imports.table;

import java.util.regex.Pattern;

/** Numbers as people type them into tables. Never guesses: what is not clearly a number is none. */
final class Numbers {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern GROUPED_COORDINATE =
      Pattern.compile("[+-]?\\d{1,3}((,\\d{3})+\\.\\d*|(,\\d{3}){2,})");

  private Numbers() {}

  /**
   * The number that a text of a count or measure says, thousands separated by commas or not, digits
   * full-width or not.
   *
   * @return NaN where the text is no finite decimal number
   */
  static double parse(String text) {
    return parse(text, GROUPED);
  }

  /**
   * The same for a coordinate, where {@code 121,180} is more likely a decimal comma than a
   * thousand: a separated number needs two separators or a point.
   */
  static double parseCoordinate(String text) {
    return parse(text, GROUPED_COORDINATE);
  }

  private static double parse(String text, Pattern grouped) {
    String half = Texts.halfWidth(text).replace('\u2212', '-');
    if (half.length() > 60) {
      return Double.NaN;
    }
    if (PLAIN.matcher(half).matches()) {
      return finite(Double.parseDouble(half));
    }
    if (grouped.matcher(half).matches()) {
      return finite(Double.parseDouble(half.replace(",", "")));
    }
    return Double.NaN;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /** Shortest text of a number: no {@code .0} on whole ones. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
