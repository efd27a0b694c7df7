package org.caremap.sketch;

import java.util.Locale;

/** Writes what SVG needs and every reader of it understands: presentation attributes, no CSS. */
final class Svg {
  private final StringBuilder out = new StringBuilder(16_384);

  /** Appends markup as it is. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends text, escaped for elements and for attributes in double quotes. */
  Svg text(String text) {
    text.codePoints()
        .filter(Svg::isLegal)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
              }
            });
    return this;
  }

  /** Appends a length to a tenth of a unit. */
  Svg number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a drawing needs numbers but got " + value);
    }
    long tenths = Math.round(value * 10);
    if (tenths % 10 == 0) {
      out.append(tenths / 10);
    } else {
      out.append(String.format(Locale.ROOT, "%.1f", tenths / 10.0));
    }
    return this;
  }

  /** Appends {@code name="value"}. */
  Svg attribute(String name, double value) {
    out.append(' ').append(name).append("=\"");
    return number(value).raw("\"");
  }

  // What XML 1.0 may hold at all.
  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
