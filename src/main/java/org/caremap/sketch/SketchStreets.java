package org.caremap.sketch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.streets.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The streets of a sketch: lines by class, and the names that find room along them. */
final class SketchStreets {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int MOST_NAMES = 14;

  // Words may bend no more than this: chord per length of the street below them.
  private static final double STRAIGHT = 0.98;

  private final Map<StreetClass, List<Coordinate[]>> lines = new EnumMap<>(StreetClass.class);
  private final List<Named> named = new ArrayList<>();

  /** A name set along a street. */
  record Name(String text, Coordinate middle, double radians) {}

  private record Named(String name, StreetClass streetClass, Coordinate[] line, double length) {}

  private record Key(StreetClass streetClass, String name) {}

  private SketchStreets() {}

  static SketchStreets of(StreetNetwork network, SketchView view) {
    SketchStreets drawn = new SketchStreets();
    StreetGraph graph = network.graph();
    Map<Key, LineMerger> streets = new LinkedHashMap<>();
    for (int edge : network.snapper().edgesIn(view.ground())) {
      StreetClass streetClass = graph.streetClass(edge);
      if (view.metersPerUnit() > coarsest(streetClass)) {
        continue;
      }
      Coordinate[] units = new Coordinate[graph.pointCount(edge)];
      for (int i = 0; i < units.length; i++) {
        units[i] = view.unit(graph.pointLon(edge, i), graph.pointLat(edge, i));
      }
      LineString line = GEOMETRY.createLineString(units);
      if (line.getLength() > 0) {
        String name = graph.edgeName(edge);
        streets
            .computeIfAbsent(new Key(streetClass, name == null ? "" : name), k -> new LineMerger())
            .add(line);
      }
    }
    streets.forEach(
        (key, merger) -> {
          for (LineString whole : merged(merger)) {
            for (Coordinate[] part : view.line(whole.getCoordinates())) {
              drawn.add(key, part);
            }
          }
        });
    return drawn;
  }

  @SuppressWarnings("unchecked") // JTS says so in its documentation
  private static Collection<LineString> merged(LineMerger merger) {
    return merger.getMergedLineStrings();
  }

  private void add(Key key, Coordinate[] line) {
    lines.computeIfAbsent(key.streetClass(), c -> new ArrayList<>()).add(line);
    boolean bigger =
        key.streetClass() == StreetClass.MAJOR
            || key.streetClass() == StreetClass.MINOR
            || key.streetClass() == StreetClass.RESIDENTIAL;
    if (bigger && !key.name().isEmpty()) {
      named.add(
          new Named(
              key.name(), key.streetClass(), line, GEOMETRY.createLineString(line).getLength()));
    }
  }

  /** Lines in units of one class, those in view. */
  List<Coordinate[]> lines(StreetClass streetClass) {
    return lines.getOrDefault(streetClass, List.of());
  }

  /** Names of the bigger streets where they find room, the biggest and longest first. */
  List<Name> names(FreeSpace space, double textSize) {
    named.sort(
        Comparator.comparing(Named::streetClass)
            .thenComparing(Comparator.comparingDouble(Named::length).reversed())
            .thenComparing(Named::name));
    List<Name> names = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Named street : named) {
      if (names.size() == MOST_NAMES) {
        break;
      }
      if (!done.contains(street.name())) {
        place(street, space, textSize)
            .ifPresent(
                name -> {
                  done.add(name.text());
                  names.add(name);
                });
      }
    }
    return names;
  }

  private static Optional<Name> place(Named street, FreeSpace space, double textSize) {
    double wide = FreeSpace.widthOf(street.name(), textSize);
    double step = textSize / 2;
    // From the middle outwards.
    int steps = (int) ((street.length() - wide) / step);
    for (int i = 0; i <= steps; i++) {
      double offset = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * step;
      double start = (street.length() - wide) / 2 + offset;
      if (start < 0 || start + wide > street.length()) {
        continue;
      }
      Coordinate a = at(street.line(), start);
      Coordinate b = at(street.line(), start + wide);
      double chord = a.distance(b);
      if (chord < STRAIGHT * wide) {
        continue;
      }
      double radians = Math.atan2(b.y - a.y, b.x - a.x);
      if (radians > Math.PI / 2 || radians <= -Math.PI / 2) {
        radians += radians > 0 ? -Math.PI : Math.PI;
      }
      Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
      var row = FreeSpace.along(middle, radians, wide, textSize * 1.15);
      if (space.isFree(row)) {
        space.take(row);
        return Optional.of(new Name(street.name(), middle, radians));
      }
    }
    return Optional.empty();
  }

  private static Coordinate at(Coordinate[] line, double along) {
    double left = along;
    for (int i = 1; i < line.length; i++) {
      double piece = line[i - 1].distance(line[i]);
      if (left <= piece && piece > 0) {
        double t = left / piece;
        return new Coordinate(
            line[i - 1].x + t * (line[i].x - line[i - 1].x),
            line[i - 1].y + t * (line[i].y - line[i - 1].y));
      }
      left -= piece;
    }
    return line[line.length - 1];
  }

  // On a sketch of a whole town the alleys would be a grey cloth.
  private static double coarsest(StreetClass streetClass) {
    return switch (streetClass) {
      case MAJOR -> Double.MAX_VALUE;
      case MINOR -> 40;
      case RESIDENTIAL -> 15;
      case SERVICE, PATH, STEPS, AREA -> 7;
    };
  }
}
