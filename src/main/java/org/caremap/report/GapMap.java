package org.caremap.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The gap board as a map: areas shaded by how many people are left out, the worst ten by their
 * rank. Readable without colour, since darker is more and the worst are numbered.
 */
final class GapMap {
  private static final String[] SHADES = {"#f9e3c4", "#f0b878", "#dd8640", "#b5531b", "#7d2c0b"};
  private static final String NOBODY = "#e9f1ec";
  private static final String UNKNOWN = "#cfd4d7";
  private static final String BORDER = "#ffffff";
  private static final double WIDTH = 680;
  private static final double MAX_HEIGHT = 700;
  private static final double MARGIN = 10;
  private static final double LEGEND = 62;
  private static final double RADIUS = 9;
  private static final int WORST = 10;
  private static final double NAME_SIZE = 13;

  private GapMap() {}

  /**
   * One area.
   *
   * @param boundary WGS 84
   * @param left how many are left out, null where unknown
   * @param rank on the board, null where it has none
   */
  record Shape(Geometry boundary, @Nullable Double left, @Nullable Integer rank) {}

  /**
   * A name on the map.
   *
   * @param boundary of the area that it is the name of, WGS 84
   * @param name as people know it
   */
  record Label(Geometry boundary, String name) {}

  /**
   * @param shapes areas of the board that have a boundary
   * @param around larger areas: their outlines and names
   * @return an {@code <svg>} element; empty where there is nothing to draw
   */
  static String svg(List<Shape> shapes, List<Label> around, ReportText text) {
    Envelope box = new Envelope();
    shapes.forEach(shape -> box.expandToInclude(shape.boundary().getEnvelopeInternal()));
    if (box.isNull() || !(box.getWidth() > 0) || !(box.getHeight() > 0)) {
      return "";
    }
    double squeeze = Math.cos(Math.toRadians(box.centre().y));
    double scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / (box.getWidth() * squeeze),
            (MAX_HEIGHT - 2 * MARGIN) / box.getHeight());
    double height = box.getHeight() * scale + 2 * MARGIN;
    double left = (WIDTH - box.getWidth() * squeeze * scale) / 2;
    AffineTransformation onPaper =
        AffineTransformation.translationInstance(-box.getMinX(), -box.getMaxY())
            .scale(squeeze * scale, -scale)
            .translate(left, MARGIN);
    double[] breaks = breaks(shapes);
    Drawing drawing = new Drawing(WIDTH, height + LEGEND, text.get("map.description"));
    List<Geometry> drawn = onPaper(shapes.stream().map(Shape::boundary).toList(), onPaper);
    for (int i = 0; i < drawn.size(); i++) {
      drawing.path(commands(drawn.get(i)), shade(shapes.get(i).left(), breaks), BORDER, 0.8);
    }
    List<Geometry> outlines = onPaper(around.stream().map(Label::boundary).toList(), onPaper);
    for (Geometry outline : outlines) {
      drawing.path(commands(outline), "none", Drawing.FAINT, 1.2);
    }
    List<Coordinate> taken = numbers(drawing, shapes, drawn);
    for (int i = 0; i < outlines.size(); i++) {
      Point middle = outlines.get(i).getInteriorPoint();
      if (!middle.isEmpty()) {
        name(drawing, middle.getCoordinate(), around.get(i).name(), taken);
      }
    }
    legend(drawing, height, breaks, shapes, text);
    return drawing.svg();
  }

  private static List<Geometry> onPaper(List<Geometry> boundaries, AffineTransformation onPaper) {
    Geometry[] moved = boundaries.stream().map(onPaper::transform).toArray(Geometry[]::new);
    // Neighbours keep their common border.
    return moved.length == 0 ? List.of() : Arrays.asList(CoverageSimplifier.simplify(moved, 0.6));
  }

  private static String commands(Geometry geometry) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        ring(d, polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(d, polygon.getInteriorRingN(hole).getCoordinates());
        }
      }
    }
    return d.length() == 0 ? "M0 0" : d.toString();
  }

  private static void ring(StringBuilder d, Coordinate[] ring) {
    for (int i = 0; i < ring.length - 1; i++) {
      d.append(i == 0 ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.1f %.1f", ring[i].x, ring[i].y));
    }
    d.append('Z');
  }

  /** Borders between the shades: fifths of the areas that leave somebody out, on round numbers. */
  private static double[] breaks(List<Shape> shapes) {
    double[] values =
        shapes.stream()
            .filter(shape -> shape.left() != null && shape.left() > 0)
            .mapToDouble(Shape::left)
            .sorted()
            .toArray();
    List<Double> breaks = new ArrayList<>();
    for (int fifth = 1; fifth < SHADES.length && values.length > 0; fifth++) {
      double at = round(values[values.length * fifth / SHADES.length]);
      if (at > 0 && (breaks.isEmpty() || at > breaks.get(breaks.size() - 1))) {
        breaks.add(at);
      }
    }
    return breaks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  // Two digits; below ten, whole numbers.
  private static double round(double value) {
    double unit = Math.max(1, Math.pow(10, Math.floor(Math.log10(value)) - 1));
    return Math.rint(value / unit) * unit;
  }

  private static String shade(@Nullable Double left, double[] breaks) {
    if (left == null) {
      return UNKNOWN;
    }
    return left <= 0 ? NOBODY : SHADES[shadeIndex(step(left, breaks), breaks.length)];
  }

  // Few breaks use the far ends of the shades.
  private static int shadeIndex(int step, int steps) {
    return steps == 0 ? SHADES.length / 2 : step * (SHADES.length - 1) / steps;
  }

  private static int step(double left, double[] breaks) {
    int step = 0;
    while (step < breaks.length && left >= breaks[step]) {
      step++;
    }
    return step;
  }

  private static List<Coordinate> numbers(
      Drawing drawing, List<Shape> shapes, List<Geometry> drawn) {
    List<Integer> worst = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      if (shape.rank() != null && shape.rank() <= WORST && shape.left() != null) {
        if (shape.left() > 0) {
          worst.add(i);
        }
      }
    }
    worst.sort((a, b) -> shapes.get(a).rank().compareTo(shapes.get(b).rank()));
    List<Coordinate> taken = new ArrayList<>();
    for (int i : worst) {
      Point inside =
          drawn.get(i).isEmpty()
              ? new GeometryFactory().createPoint()
              : drawn.get(i).getInteriorPoint();
      if (inside.isEmpty()) {
        continue;
      }
      Coordinate home = inside.getCoordinate();
      Coordinate place = free(home, taken, drawing);
      taken.add(place);
      if (place.distance(home) > 1) {
        drawing.line(home.x, home.y, place.x, place.y, Drawing.INK, 1.2);
      }
      drawing.circle(place.x, place.y, RADIUS, Drawing.INK, "#ffffff");
      drawing.text(
          place.x, place.y, 11, "middle", true, "#ffffff", Integer.toString(shapes.get(i).rank()));
    }
    return taken;
  }

  /** A name as near to its middle as the numbers leave it room. */
  private static void name(
      Drawing drawing, Coordinate middle, String name, List<Coordinate> numbers) {
    double half = Drawing.widthOf(name, NAME_SIZE) / 2;
    double best = middle.y;
    for (int step = 0; step < 12; step++) {
      double y = middle.y + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * NAME_SIZE;
      boolean clear =
          numbers.stream()
              .noneMatch(
                  n ->
                      Math.abs(n.x - middle.x) < half + RADIUS
                          && Math.abs(n.y - y) < NAME_SIZE / 2 + RADIUS);
      if (clear) {
        best = y;
        break;
      }
    }
    drawing.halo(middle.x, best, NAME_SIZE, Drawing.INK, name);
  }

  private static Coordinate free(Coordinate home, List<Coordinate> taken, Drawing drawing) {
    for (int ring = 0; ring < 8; ring++) {
      for (int turn = 0; turn < (ring == 0 ? 1 : 8); turn++) {
        double angle = Math.PI / 4 * turn;
        Coordinate place =
            new Coordinate(
                home.x + ring * RADIUS * 1.3 * Math.cos(angle),
                home.y + ring * RADIUS * 1.3 * Math.sin(angle));
        boolean fits =
            place.x > RADIUS
                && place.x < drawing.width() - RADIUS
                && place.y > RADIUS
                && place.y < drawing.height() - LEGEND - RADIUS;
        if (fits && taken.stream().allMatch(other -> other.distance(place) > 2.2 * RADIUS)) {
          return place;
        }
      }
    }
    return home;
  }

  private static void legend(
      Drawing drawing, double top, double[] breaks, List<Shape> shapes, ReportText text) {
    List<String> shades = new ArrayList<>();
    List<String> words = new ArrayList<>();
    shades.add(NOBODY);
    words.add(text.get("map.nobody"));
    for (int step = 0; step <= breaks.length; step++) {
      shades.add(SHADES[shadeIndex(step, breaks.length)]);
      if (breaks.length == 0) {
        words.add(text.get("map.somebody"));
      } else if (step == 0) {
        words.add(text.get("map.below", Figures.amount(breaks[0])));
      } else if (step == breaks.length) {
        words.add(text.get("map.above", Figures.amount(breaks[step - 1])));
      } else {
        words.add(
            text.get(
                "map.between", Figures.amount(breaks[step - 1]), Figures.amount(breaks[step])));
      }
    }
    if (shapes.stream().anyMatch(shape -> shape.left() == null)) {
      shades.add(UNKNOWN);
      words.add(text.get("map.unknown"));
    }
    double y = top + 10;
    drawing.text(MARGIN, y, 12, "start", true, Drawing.INK, text.get("map.legend"));
    double x = MARGIN;
    y += 22;
    for (int i = 0; i < shades.size(); i++) {
      double wide = 24 + Drawing.widthOf(words.get(i), 12) + 16;
      if (x + wide > WIDTH && x > MARGIN) {
        x = MARGIN;
        y += 20;
      }
      drawing.rect(x, y - 7, 18, 13, shades.get(i), Drawing.LINE);
      drawing.text(x + 24, y, 12, "start", false, Drawing.INK, words.get(i));
      x += wide;
    }
  }
}
