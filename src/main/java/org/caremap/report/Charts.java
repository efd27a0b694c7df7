package org.caremap.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bar charts whose bars carry their numbers, so that nobody has to measure them. */
final class Charts {
  static final String PLAIN = "#8fb3bd";
  static final String STRONG = "#0b5f6b";
  static final String WARN = "#b5531b";

  private static final double WIDTH = 680;
  private static final double ROW = 26;
  private static final double SIZE = 13;

  private Charts() {}

  /**
   * One bar.
   *
   * @param label what it is
   * @param value how long; null draws none
   * @param words printed at its end
   * @param color of the bar
   */
  record Bar(String label, @Nullable Double value, String words, String color) {}

  /** Horizontal bars, the longest as wide as the chart. */
  static String bars(String description, List<Bar> bars) {
    double left =
        12 + bars.stream().mapToDouble(b -> Drawing.widthOf(b.label(), SIZE)).max().orElse(0);
    double right =
        16 + bars.stream().mapToDouble(b -> Drawing.widthOf(b.words(), SIZE)).max().orElse(0);
    double room = Math.max(60, WIDTH - left - right);
    double most = bars.stream().mapToDouble(b -> b.value() == null ? 0 : b.value()).max().orElse(0);
    Drawing drawing = new Drawing(WIDTH, bars.size() * ROW + 8, description);
    double y = 4;
    for (Bar bar : bars) {
      double middle = y + ROW / 2;
      drawing.text(left - 8, middle, SIZE, "end", false, Drawing.INK, bar.label());
      double length = bar.value() == null || most <= 0 ? 0 : room * bar.value() / most;
      if (length > 0) {
        drawing.rect(left, y + 4, Math.max(length, 1), ROW - 8, bar.color(), "none");
      }
      drawing.text(left + length + 6, middle, SIZE, "start", false, Drawing.INK, bar.words());
      y += ROW;
    }
    drawing.line(left, 2, left, y + 2, Drawing.LINE, 1);
    return drawing.svg();
  }

  /**
   * What was aimed at and what was reached in one year.
   *
   * @param label the year
   * @param target null where none was set
   * @param reached null where unknown
   */
  record Pair(String label, @Nullable Double target, @Nullable Double reached) {}

  /** Pairs of upright bars, one pair a year. */
  static String pairs(String description, String targetWord, String reachedWord, List<Pair> pairs) {
    double height = 165;
    double bottom = height - 26;
    double top = 42;
    double most =
        pairs.stream()
            .mapToDouble(
                p ->
                    Math.max(
                        p.target() == null ? 0 : p.target(), p.reached() == null ? 0 : p.reached()))
            .max()
            .orElse(0);
    double scale = most <= 0 ? 0 : (bottom - top) / most;
    Drawing drawing = new Drawing(WIDTH, height, description);
    drawing.rect(8, 6, 14, 12, PLAIN, Drawing.LINE);
    drawing.text(28, 12, SIZE, "start", false, Drawing.INK, targetWord);
    double next = 28 + Drawing.widthOf(targetWord, SIZE) + 20;
    drawing.rect(next, 6, 14, 12, STRONG, "none");
    drawing.text(next + 20, 12, SIZE, "start", false, Drawing.INK, reachedWord);
    double step = (WIDTH - 16) / Math.max(1, pairs.size());
    double bar = Math.min(44, step * 0.34);
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      double middle = 8 + step * (i + 0.5);
      upright(drawing, middle - bar - 1, bar, bottom, scale, pair.target(), PLAIN);
      upright(drawing, middle + 1, bar, bottom, scale, pair.reached(), STRONG);
      drawing.text(middle, bottom + 14, SIZE, "middle", false, Drawing.INK, pair.label());
    }
    drawing.line(8, bottom, WIDTH - 8, bottom, Drawing.LINE, 1);
    return drawing.svg();
  }

  private static void upright(
      Drawing drawing,
      double x,
      double width,
      double bottom,
      double scale,
      @Nullable Double value,
      String color) {
    double length = value == null ? 0 : value * scale;
    if (length > 0) {
      drawing.rect(x, bottom - length, width, length, color, "none");
    }
    drawing.text(
        x + width / 2,
        bottom - length - 8,
        SIZE - 2,
        "middle",
        false,
        Drawing.INK,
        Figures.amount(value));
  }
}
