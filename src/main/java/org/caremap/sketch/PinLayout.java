package org.caremap.sketch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Sets pins beside each other where they would hide each other, and words beside pins. */
final class PinLayout {
  private static final int DIRECTIONS = 12;
  private static final int RINGS = 6;

  private final FreeSpace space;
  private final double textSize;

  PinLayout(FreeSpace space, double textSize) {
    this.space = space;
    this.textSize = textSize;
  }

  /**
   * A pin on the sheet.
   *
   * @param place where it belongs
   * @param middle where its mark is drawn; elsewhere than {@code place} where that was taken
   * @param label where its words start, middle of their height; null where it has none or no room
   */
  record Placed(SketchPin pin, Coordinate place, Coordinate middle, @Nullable Coordinate label) {}

  static double radius(SketchPin pin, double textSize) {
    return textSize * (pin.kind() == SketchPin.Kind.OTHER ? 0.72 : 0.85);
  }

  List<Placed> place(List<SketchPin> pins, SketchView view) {
    List<Coordinate> middles = new ArrayList<>();
    for (SketchPin pin : pins) {
      Coordinate middle = freeSpot(view.unit(pin.lon(), pin.lat()), radius(pin, textSize));
      space.take(FreeSpace.square(middle.x, middle.y, 2 * radius(pin, textSize)));
      middles.add(middle);
    }
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < pins.size(); i++) {
      SketchPin pin = pins.get(i);
      placed.add(
          new Placed(
              pin, view.unit(pin.lon(), pin.lat()), middles.get(i), label(pin, middles.get(i))));
    }
    return placed;
  }

  private Coordinate freeSpot(Coordinate wanted, double radius) {
    if (space.isFree(FreeSpace.square(wanted.x, wanted.y, 2 * radius))) {
      return wanted;
    }
    for (int ring = 1; ring <= RINGS; ring++) {
      for (int d = 0; d < DIRECTIONS; d++) {
        double turn = 2 * Math.PI * d / DIRECTIONS;
        double away = radius * (1 + ring * 1.2);
        double x = wanted.x + away * Math.cos(turn);
        double y = wanted.y - away * Math.sin(turn);
        if (space.isFree(FreeSpace.square(x, y, 2 * radius))) {
          return new Coordinate(x, y);
        }
      }
    }
    return wanted;
  }

  private @Nullable Coordinate label(SketchPin pin, Coordinate middle) {
    if (pin.label() == null || pin.label().isBlank()) {
      return null;
    }
    double wide = FreeSpace.widthOf(pin.label(), textSize);
    double away = radius(pin, textSize) + textSize * 0.3;
    double line = away + textSize * 0.6;
    double[][] starts = {
      {middle.x + away, middle.y},
      {middle.x - away - wide, middle.y},
      {middle.x - wide / 2, middle.y - line},
      {middle.x - wide / 2, middle.y + line},
      {middle.x + away / 2, middle.y - line},
      {middle.x + away / 2, middle.y + line},
      {middle.x - away / 2 - wide, middle.y - line},
      {middle.x - away / 2 - wide, middle.y + line},
    };
    for (double[] start : starts) {
      Envelope box =
          new Envelope(
              start[0], start[0] + wide, start[1] - textSize * 0.6, start[1] + textSize * 0.6);
      if (space.isFree(box)) {
        space.take(box);
        return new Coordinate(start[0], start[1]);
      }
    }
    return null;
  }
}
