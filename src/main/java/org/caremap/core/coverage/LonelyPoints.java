package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The last resort for a reached point so crowded by excluded ones that the lattice could not show
 * it: a diamond around it, too small to hold an excluded point, in its band and all larger ones.
 */
final class LonelyPoints {
  private static final double SHARE_OF_GAP = 0.45;

  private LonelyPoints() {}

  static void include(
      List<MultiPolygon> polygons,
      BandFields fields,
      ServiceAreaShapes.LocalDemand demand,
      double tolerance,
      double cell) {
    List<List<Geometry>> diamonds = new ArrayList<>();
    polygons.forEach(polygon -> diamonds.add(new ArrayList<>()));
    for (int i = 0; i < demand.squares().length; i++) {
      int band = demand.smallestBand()[i];
      if (band < polygons.size()
          && (demand.squares()[i] < 0
              || fields.depth(band, demand.squares()[i], demand.x()[i], demand.y()[i]) <= 0)) {
        addDiamond(i, band, polygons, demand, tolerance, cell, diamonds);
      }
    }
    for (int band = 0; band < polygons.size(); band++) {
      if (!diamonds.get(band).isEmpty()) {
        List<Geometry> parts = new ArrayList<>(diamonds.get(band));
        parts.add(polygons.get(band));
        polygons.set(band, merged(parts, polygons.get(band).getFactory()));
      }
    }
  }

  private static void addDiamond(
      int i,
      int band,
      List<MultiPolygon> polygons,
      ServiceAreaShapes.LocalDemand demand,
      double tolerance,
      double cell,
      List<List<Geometry>> diamonds) {
    double x = demand.x()[i];
    double y = demand.y()[i];
    GeometryFactory factory = polygons.get(band).getFactory();
    Point point = factory.createPoint(new Coordinate(x, y));
    // An empty polygon would answer distance 0.
    if (!polygons.get(band).isEmpty() && polygons.get(band).distance(point) <= tolerance) {
      return;
    }
    double radius = cell / 2;
    for (int k = 0; k < demand.squares().length; k++) {
      if (demand.smallestBand()[k] > band) {
        radius = Math.min(radius, SHARE_OF_GAP * Math.hypot(demand.x()[k] - x, demand.y()[k] - y));
      }
    }
    if (radius > 0) {
      Polygon diamond =
          factory.createPolygon(
              new Coordinate[] {
                new Coordinate(x + radius, y),
                new Coordinate(x, y + radius),
                new Coordinate(x - radius, y),
                new Coordinate(x, y - radius),
                new Coordinate(x + radius, y)
              });
      for (int larger = band; larger < polygons.size(); larger++) {
        diamonds.get(larger).add(diamond);
      }
    }
  }

  private static MultiPolygon merged(List<Geometry> parts, GeometryFactory factory) {
    Geometry union = OverlayNGRobust.union(parts);
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(Rings.oriented(polygon));
      }
    }
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
