package org.caremap.report;

import java.util.Locale;
import org.caremap.print.PrintFonts;

/** Builds one SVG element of presentation attributes only, as the setter of documents needs it. */
final class Drawing {
  static final String INK = "#1c2a30";
  static final String FAINT = "#5b6970";
  static final String LINE = "#9aa7ad";
  static final String PAPER = "#ffffff";

  private final StringBuilder out = new StringBuilder(16_384);
  private final double width;
  private final double height;

  /**
   * @param description what the picture says, for those who do not see it
   */
  Drawing(double width, double height, String description) {
    this.width = width;
    this.height = height;
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                + " viewBox=\"0 0 %.0f %.0f\" font-family=\"%s\" role=\"img\">",
            width,
            height,
            width,
            height,
            PrintFonts.FAMILY));
    out.append("<title>").append(escaped(description)).append("</title>");
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Drawing rect(double x, double y, double w, double h, String fill, String stroke) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" stroke=\"%s\""
                + " stroke-width=\"0.8\"/>",
            x,
            y,
            Math.max(0, w),
            Math.max(0, h),
            fill,
            stroke));
    return this;
  }

  Drawing line(double x1, double y1, double x2, double y2, String stroke, double strokeWidth) {
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%.1f\"/>",
            x1,
            y1,
            x2,
            y2,
            stroke,
            strokeWidth));
    return this;
  }

  Drawing circle(double x, double y, double radius, String fill, String stroke) {
    out.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\""
                + " stroke-width=\"1.2\"/>",
            x,
            y,
            radius,
            fill,
            stroke));
    return this;
  }

  /** An outline in path commands. */
  Drawing path(String commands, String fill, String stroke, double strokeWidth) {
    out.append("<path d=\"")
        .append(commands)
        .append(
            String.format(
                Locale.ROOT,
                "\" fill=\"%s\" fill-rule=\"evenodd\" stroke=\"%s\" stroke-width=\"%.1f\""
                    + " stroke-linejoin=\"round\"/>",
                fill,
                stroke,
                strokeWidth));
    return this;
  }

  /**
   * Words.
   *
   * @param anchor start, middle or end
   */
  Drawing text(
      double x, double y, double size, String anchor, boolean bold, String fill, String words) {
    out.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"%s\""
                    + " text-anchor=\"%s\" dominant-baseline=\"central\" fill=\"%s\">",
                x,
                y,
                size,
                bold ? "700" : "400",
                anchor,
                fill))
        .append(escaped(words))
        .append("</text>");
    return this;
  }

  /** Words with a white edge, over a map. */
  Drawing halo(double x, double y, double size, String fill, String words) {
    out.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"400\""
                    + " text-anchor=\"middle\" dominant-baseline=\"central\" fill=\"%s\""
                    + " stroke=\"#ffffff\" stroke-width=\"2.4\" paint-order=\"stroke\">",
                x,
                y,
                size,
                fill))
        .append(escaped(words))
        .append("</text>");
    return this;
  }

  String svg() {
    return out + "</svg>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** About how wide words are: a Chinese character is as wide as it is high. */
  static double widthOf(String words, double size) {
    return words.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.56 : 1).sum() * size;
  }
}
