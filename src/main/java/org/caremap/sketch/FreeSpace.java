package org.caremap.sketch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where words and pins stand already, so that no two lie on each other. */
final class FreeSpace {
  private final Envelope sheet;
  private final List<Envelope> taken = new ArrayList<>();

  FreeSpace(double width, double height) {
    sheet = new Envelope(0, width, 0, height);
  }

  /** Whether nothing stands there and it is on the sheet. */
  boolean isFree(Envelope box) {
    return sheet.contains(box) && taken.stream().noneMatch(box::intersects);
  }

  /** The same for words at an angle, as a row of squares. */
  boolean isFree(List<Envelope> boxes) {
    return boxes.stream().allMatch(this::isFree);
  }

  void take(Envelope box) {
    taken.add(box);
  }

  void take(List<Envelope> boxes) {
    taken.addAll(boxes);
  }

  /** Squares along words around {@code middle}. */
  static List<Envelope> along(Coordinate middle, double radians, double length, double high) {
    int squares = Math.max(1, (int) Math.ceil(length / high));
    List<Envelope> row = new ArrayList<>(squares);
    for (int i = 0; i < squares; i++) {
      double along = length * ((i + 0.5) / squares - 0.5);
      row.add(
          square(middle.x + along * Math.cos(radians), middle.y + along * Math.sin(radians), high));
    }
    return row;
  }

  static Envelope square(double x, double y, double side) {
    return new Envelope(x - side / 2, x + side / 2, y - side / 2, y + side / 2);
  }

  /** About how wide words are set, in units: an em for a Chinese character, less for others. */
  static double widthOf(String words, double textSize) {
    return textSize * words.codePoints().mapToDouble(c -> c >= 0x2E80 ? 1.0 : 0.58).sum();
  }
}
