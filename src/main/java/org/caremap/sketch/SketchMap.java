package org.caremap.sketch;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.graph.StreetClass;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundKind;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A sketch map as one SVG element: streets, water, rails, parks, service circles, walks, pins, a
 * scale bar and north. A pure function of what is put in; the same input gives the same text. Only
 * presentation attributes, no style sheet, no id, no script, so that any number of sketches may
 * stand on a page and a PDF library draws them too. Legible in black and white.
 *
 * <pre>
 * String svg = new SketchMap(360, 330, box).title("…").streets(network).pin(pin).svg();
 * </pre>
 */
public final class SketchMap {
  private static final String INK = "#13242a";
  private static final String HALO = "#ffffff";
  private static final String PINE = "#0b4f4a";
  private static final String WAY = "#1450b8";
  private static final double FARTHEST_SHARE_OF_SCALE = 0.36;

  private final double width;
  private final double height;
  private final List<SketchPin> pins = new ArrayList<>();
  private final List<Geometry> circles = new ArrayList<>();
  private final List<double[]> ways = new ArrayList<>();
  private BoundingBox shown;
  private @Nullable StreetNetwork network;
  private String title = "";
  private String description = "";
  private String meters = "米";
  private String kilometers = "公里";
  private String north = "北";
  private String fontFamily = "sans-serif";
  private double textSize = 18;

  /**
   * @param width of the picture in units (pixels where it is shown at its own size), at least 100
   * @param height the same
   * @param shown what must be in view; widened to the picture's shape and to hold every pin, circle
   *     and walk
   * @throws IllegalArgumentException if the picture is too small
   */
  public SketchMap(double width, double height, BoundingBox shown) {
    if (!(width >= 100) || !(height >= 100) || !Double.isFinite(width + height)) {
      throw new IllegalArgumentException(
          "a sketch needs at least 100 by 100 units but got " + width + " by " + height);
    }
    this.width = width;
    this.height = height;
    this.shown = shown;
  }

  /** What the picture is, for those who do not see it. */
  public SketchMap title(String text) {
    title = text;
    return this;
  }

  /** What the picture says, for those who do not see it. */
  public SketchMap description(String text) {
    description = text;
    return this;
  }

  /** Words on the map: units of the scale bar, and one letter or character for north. */
  public SketchMap words(String metersWord, String kilometersWord, String northWord) {
    meters = metersWord;
    kilometers = kilometersWord;
    north = northWord;
    return this;
  }

  /** Fonts for all words, as CSS {@code font-family}; a PDF needs the name of an embedded one. */
  public SketchMap font(String family) {
    fontFamily = family;
    return this;
  }

  /** Size of words in units, 18 by default. */
  public SketchMap textSize(double units) {
    if (!(units >= 4 && units <= 100)) {
      throw new IllegalArgumentException("text size must be in [4, 100] but is " + units);
    }
    textSize = units;
    return this;
  }

  /** The streets and what lies around them; null where none are loaded. */
  public SketchMap streets(@Nullable StreetNetwork streets) {
    network = streets;
    return this;
  }

  /** A service circle: polygon or multipolygon in lon/lat. */
  public SketchMap circle(Geometry polygon) {
    if (!polygon.isEmpty()) {
      circles.add(polygon);
      Envelope box = polygon.getEnvelopeInternal();
      show(box.getMinX(), box.getMinY());
      show(box.getMaxX(), box.getMaxY());
    }
    return this;
  }

  /**
   * A walk.
   *
   * @param lonLat lon, lat, lon, lat, …; at least two points
   */
  public SketchMap way(double[] lonLat) {
    if (lonLat.length < 4 || lonLat.length % 2 != 0) {
      throw new IllegalArgumentException("a walk needs two points but has " + lonLat.length / 2.0);
    }
    ways.add(lonLat.clone());
    for (int i = 0; i < lonLat.length; i += 2) {
      show(lonLat[i], lonLat[i + 1]);
    }
    return this;
  }

  /** A marked place; earlier ones keep their place where two meet. */
  public SketchMap pin(SketchPin pin) {
    pins.add(pin);
    show(pin.lon(), pin.lat());
    return this;
  }

  private void show(double lon, double lat) {
    shown =
        new BoundingBox(
            Math.min(shown.west(), lon),
            Math.min(shown.south(), lat),
            Math.max(shown.east(), lon),
            Math.max(shown.north(), lat));
  }

  /** Draws it: an {@code <svg>} element without XML declaration. */
  public String svg() {
    SketchView view = new SketchView(shown, width, height, textSize * 1.8);
    Svg out = new Svg();
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"sketch\"");
    out.attribute("width", width).attribute("height", height);
    out.raw(" viewBox=\"0 0 ").number(width).raw(" ").number(height).raw("\" aria-label=\"");
    out.text(description.isBlank() ? title : title + ". " + description).raw("\">");
    out.raw("<title>").text(title).raw("</title>");
    out.raw("<desc>").text(description).raw("</desc>");
    out.raw("<rect fill=\"#faf8f2\"").attribute("width", width).attribute("height", height);
    out.raw("/>");
    if (network != null) {
      drawBackground(network, view, out);
    }
    SketchStreets streets = network == null ? null : SketchStreets.of(network, view);
    if (streets != null) {
      drawStreets(streets, out);
    }
    drawCircles(view, out);
    drawWays(view, out);
    FreeSpace space = new FreeSpace(width, height);
    String scale = scaleBar(view, space);
    String compass = compass(space);
    List<PinLayout.Placed> placed = new PinLayout(space, textSize).place(pins, view);
    out.raw("<g font-family=\"").text(fontFamily).raw("\"").attribute("font-size", textSize);
    out.raw(" fill=\"" + INK + "\">");
    if (streets != null) {
      double small = textSize * 0.9;
      for (SketchStreets.Name name : streets.names(space, small)) {
        drawName(name, small, out);
      }
    }
    out.raw(scale).raw(compass);
    drawPins(placed, out);
    return out.raw("</g></svg>").toString();
  }

  private static void drawBackground(StreetNetwork network, SketchView view, Svg out) {
    BoundingBox ground = view.ground();
    Envelope box = new Envelope(ground.west(), ground.east(), ground.south(), ground.north());
    for (BackgroundKind kind :
        List.of(
            BackgroundKind.GREEN,
            BackgroundKind.WATER,
            BackgroundKind.WATERWAY,
            BackgroundKind.COASTLINE,
            BackgroundKind.RAILWAY)) {
      List<Coordinate[]> rings = new ArrayList<>();
      List<Coordinate[]> lines = new ArrayList<>();
      for (BackgroundFeature feature : network.background()) {
        if (feature.kind() == kind && feature.geometry().getEnvelopeInternal().intersects(box)) {
          view.draw(feature.geometry(), rings, lines);
        }
      }
      switch (kind) {
        case GREEN -> fill(rings, "fill=\"#dcebd2\" fill-rule=\"evenodd\"", out);
        case WATER -> fill(rings, "fill=\"#bcdcec\" fill-rule=\"evenodd\"", out);
        case WATERWAY -> stroke(lines, "#9cc9e0", 3, "", out);
        case COASTLINE -> stroke(lines, "#5f93ad", 2, "", out);
        case RAILWAY -> {
          stroke(lines, "#4d4d4d", 3, "", out);
          stroke(lines, "#ffffff", 1.6, " stroke-dasharray=\"7 7\"", out);
        }
      }
    }
  }

  private static void drawStreets(SketchStreets streets, Svg out) {
    stroke(streets.lines(StreetClass.AREA), "#b8b2a3", 1, "", out);
    stroke(streets.lines(StreetClass.PATH), "#8d8778", 1.2, " stroke-dasharray=\"4 3\"", out);
    stroke(streets.lines(StreetClass.STEPS), "#5d584c", 2.6, " stroke-dasharray=\"1.5 1.5\"", out);
    List<StreetClass> solid =
        List.of(StreetClass.SERVICE, StreetClass.RESIDENTIAL, StreetClass.MINOR, StreetClass.MAJOR);
    for (StreetClass c : solid) {
      stroke(streets.lines(c), "#857f70", wide(c) + 1.8, "", out);
    }
    for (StreetClass c : solid) {
      stroke(streets.lines(c), c == StreetClass.MAJOR ? "#ffe3a3" : "#ffffff", wide(c), "", out);
    }
  }

  private static double wide(StreetClass streetClass) {
    return switch (streetClass) {
      case MAJOR -> 5.4;
      case MINOR -> 4;
      case RESIDENTIAL -> 2.8;
      case SERVICE, PATH, STEPS, AREA -> 1.4;
    };
  }

  private void drawCircles(SketchView view, Svg out) {
    for (Geometry circle : circles) {
      List<Coordinate[]> rings = new ArrayList<>();
      view.draw(circle, rings, new ArrayList<>());
      fill(
          rings,
          "fill=\""
              + PINE
              + "\" fill-opacity=\"0.16\" fill-rule=\"evenodd\" stroke=\""
              + PINE
              + "\" stroke-width=\"2\" stroke-linejoin=\"round\"",
          out);
    }
  }

  private void drawWays(SketchView view, Svg out) {
    for (double[] way : ways) {
      Coordinate[] units = new Coordinate[way.length / 2];
      for (int i = 0; i < units.length; i++) {
        units[i] = view.unit(way[2 * i], way[2 * i + 1]);
      }
      List<Coordinate[]> lines = view.line(units);
      stroke(lines, HALO, 7.5, "", out);
      stroke(lines, WAY, 4.5, "", out);
    }
  }

  private static void drawName(SketchStreets.Name name, double size, Svg out) {
    StringBuilder place = new StringBuilder();
    Svg at = new Svg();
    at.raw(" transform=\"translate(").number(name.middle().x).raw(" ").number(name.middle().y);
    at.raw(") rotate(").number(Math.toDegrees(name.radians())).raw(")\" text-anchor=\"middle\"");
    at.attribute("font-size", size).attribute("y", size * 0.36);
    place.append(at);
    haloed(name.text(), place.toString(), out);
  }

  /** Words over a white rim; twice, as a PDF library does not know the order of painting. */
  private static void haloed(String words, String place, Svg out) {
    out.raw("<text" + place + " stroke=\"" + HALO + "\" stroke-width=\"4\"");
    out.raw(" stroke-linejoin=\"round\" fill=\"none\" aria-hidden=\"true\">");
    out.text(words).raw("</text><text" + place + ">").text(words).raw("</text>");
  }

  private void drawPins(List<PinLayout.Placed> placed, Svg out) {
    for (PinLayout.Placed p : placed) {
      if (p.middle().distance(p.place()) > 1) {
        out.raw("<path fill=\"none\" stroke=\"" + INK + "\" stroke-width=\"1.5\" d=\"");
        path(new Coordinate[] {p.place(), p.middle()}, false, out);
        out.raw("\"/><circle fill=\"" + INK + "\" r=\"3\"");
        out.attribute("cx", p.place().x).attribute("cy", p.place().y).raw("/>");
      }
    }
    for (PinLayout.Placed p : placed) {
      double r = PinLayout.radius(p.pin(), textSize);
      double x = p.middle().x;
      double y = p.middle().y;
      boolean dark = p.pin().kind() != SketchPin.Kind.OTHER;
      String paint =
          " fill=\"%s\" stroke=\"%s\" stroke-width=\"2.5\""
              .formatted(dark ? PINE : HALO, dark ? HALO : INK);
      if (p.pin().kind() == SketchPin.Kind.HOME) {
        out.raw("<rect rx=\"3\"" + paint).attribute("x", x - r).attribute("y", y - r);
        out.attribute("width", 2 * r).attribute("height", 2 * r).raw("/>");
      } else {
        out.raw("<circle" + paint).attribute("cx", x).attribute("cy", y).attribute("r", r);
        out.raw("/>");
      }
      out.raw("<text text-anchor=\"middle\" font-weight=\"700\"");
      out.raw(" fill=\"" + (dark ? HALO : INK) + "\"").attribute("x", x);
      out.attribute("y", y + textSize * 0.36).raw(">").text(p.pin().mark()).raw("</text>");
      if (p.label() != null && p.pin().label() != null) {
        Svg at = new Svg();
        at.attribute("x", p.label().x).attribute("y", p.label().y + textSize * 0.36);
        at.raw(" font-weight=\"700\"");
        haloed(p.pin().label(), at.toString(), out);
      }
    }
  }

  private String scaleBar(SketchView view, FreeSpace space) {
    double metersAtMost = width * FARTHEST_SHARE_OF_SCALE * view.metersPerUnit();
    double length = roundDown(metersAtMost);
    double units = length / view.metersPerUnit();
    String words =
        length >= 1000 ? (long) (length / 1000) + " " + kilometers : (long) length + " " + meters;
    double wide = Math.max(units, FreeSpace.widthOf(words, textSize));
    double left = textSize * 0.5;
    double bottom = height - textSize * 0.5;
    space.take(new Envelope(0, left * 2 + wide, bottom - textSize * 1.6, height));
    Svg out = new Svg();
    out.raw("<path fill=\"none\" stroke=\"" + HALO + "\" stroke-width=\"7\" d=\"");
    bar(left, bottom, units, out);
    out.raw("\"/><path fill=\"none\" stroke=\"" + INK + "\" stroke-width=\"3\" d=\"");
    bar(left, bottom, units, out);
    out.raw("\"/>");
    Svg at = new Svg();
    at.attribute("x", left).attribute("y", bottom - textSize * 0.55);
    haloed(words, at.toString(), out);
    return out.toString();
  }

  private static void bar(double left, double bottom, double units, Svg out) {
    Coordinate[] bar = {
      new Coordinate(left, bottom - 6),
      new Coordinate(left, bottom),
      new Coordinate(left + units, bottom),
      new Coordinate(left + units, bottom - 6)
    };
    path(bar, false, out);
  }

  /** The longest of 1, 2 and 5 times a power of ten that is no longer. */
  private static double roundDown(double meters) {
    double power = Math.pow(10, Math.floor(Math.log10(meters)));
    double times = meters / power;
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
  }

  private String compass(FreeSpace space) {
    double x = width - textSize;
    double top = textSize * 0.4;
    double tip = textSize * 1.1;
    space.take(new Envelope(width - textSize * 2, width, 0, top + tip + textSize * 1.4));
    Svg out = new Svg();
    out.raw("<path fill=\"" + INK + "\" stroke=\"" + HALO + "\" stroke-width=\"1.5\" d=\"");
    Coordinate[] arrow = {
      new Coordinate(x, top),
      new Coordinate(x + textSize * 0.45, top + tip),
      new Coordinate(x, top + tip * 0.75),
      new Coordinate(x - textSize * 0.45, top + tip)
    };
    path(arrow, true, out);
    out.raw("\"/>");
    Svg at = new Svg();
    at.raw(" text-anchor=\"middle\"").attribute("x", x);
    at.attribute("y", top + tip + textSize);
    haloed(north, at.toString(), out);
    return out.toString();
  }

  private static void fill(List<Coordinate[]> rings, String paint, Svg out) {
    if (rings.isEmpty()) {
      return;
    }
    out.raw("<path " + paint + " d=\"");
    rings.forEach(ring -> path(ring, true, out));
    out.raw("\"/>");
  }

  private static void stroke(
      List<Coordinate[]> lines, String color, double wide, String more, Svg out) {
    if (lines.isEmpty()) {
      return;
    }
    out.raw("<path fill=\"none\" stroke-linejoin=\"round\"");
    // A dash of round ends would close its gaps.
    out.raw(more.isEmpty() ? " stroke-linecap=\"round\"" : more);
    out.raw(" stroke=\"" + color + "\"").attribute("stroke-width", wide).raw(" d=\"");
    lines.forEach(line -> path(line, false, out));
    out.raw("\"/>");
  }

  private static void path(Coordinate[] points, boolean closed, Svg out) {
    int count =
        closed && points[0].equals2D(points[points.length - 1]) ? points.length - 1 : points.length;
    for (int i = 0; i < count; i++) {
      out.raw(i == 0 ? "M" : "L").number(points[i].x).raw(" ").number(points[i].y);
    }
    if (closed) {
      out.raw("Z");
    }
  }
}
