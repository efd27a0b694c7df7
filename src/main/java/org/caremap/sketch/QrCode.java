package org.caremap.sketch;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as one SVG element that scales without blur, with its quiet zone. */
public final class QrCode {
  // The standard asks for four modules of white around the symbol.
  private static final int QUIET = 4;

  private final String content;
  private final ByteMatrix modules;

  private QrCode(String content, ByteMatrix modules) {
    this.content = content;
    this.modules = modules;
  }

  /**
   * A code of medium error correction (15 % may be lost to folds and dirt).
   *
   * @param content for example an address; at most about 2,300 bytes in UTF-8
   * @throws IllegalArgumentException if it does not fit
   */
  public static QrCode of(String content) {
    try {
      // Plain addresses do without the mark of a character set, which old readers stumble over.
      Map<EncodeHintType, ?> hints =
          content.chars().allMatch(c -> c < 128)
              ? Map.of()
              : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      ByteMatrix modules = Encoder.encode(content, ErrorCorrectionLevel.M, hints).getMatrix();
      return new QrCode(content, modules);
    } catch (WriterException e) {
      throw new IllegalArgumentException(
          "a QR code cannot hold " + content.length() + " characters", e);
    }
  }

  /** Modules along one side, the quiet zone included. */
  public int size() {
    return modules.getWidth() + 2 * QUIET;
  }

  /** Whether the module is dark. */
  public boolean isDark(int column, int row) {
    int x = column - QUIET;
    int y = row - QUIET;
    return x >= 0
        && y >= 0
        && x < modules.getWidth()
        && y < modules.getHeight()
        && modules.get(x, y) == 1;
  }

  /**
   * The code as an {@code <svg>} element.
   *
   * @param units width and height
   * @param title what it is, for those who do not see it
   */
  public String svg(double units, String title) {
    int size = size();
    Svg out = new Svg();
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"qr\"");
    out.attribute("width", units).attribute("height", units);
    out.raw(" viewBox=\"0 0 " + size + " " + size + "\" shape-rendering=\"crispEdges\"");
    out.raw(" aria-label=\"").text(title).raw("\"><title>").text(title).raw("</title>");
    out.raw("<rect fill=\"#ffffff\" width=\"" + size + "\" height=\"" + size + "\"/>");
    out.raw("<path fill=\"#000000\" d=\"");
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (isDark(column, row)) {
          int start = column;
          while (isDark(column + 1, row)) {
            column++;
          }
          int run = column - start + 1;
          out.raw("M" + start + " " + row + "h" + run + "v1h-" + run + "z");
        }
      }
    }
    return out.raw("\"/></svg>").toString();
  }

  /** What it says. */
  public String content() {
    return content;
  }
}
