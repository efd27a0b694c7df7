package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.geo.LocalProjection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The last resort for a reached point so crowded by excluded ones that the lattice could not show
 * it: a diamond around it, too small to hold an excluded point, in its band and all larger ones,
 * and a little wider in each larger band.
 */
final class LonelyPoints {
  private static final double SHARE_OF_GAP = 0.45;
  private static final double SMALLEST_SHARE = 0.6;

  private LonelyPoints() {}

  static void include(
      List<MultiPolygon> polygons,
      BandLevels levels,
      LocalDemand demand,
      double cell,
      LocalProjection projection) {
    List<@Nullable List<Geometry>> diamonds = null;
    for (int i = 0; i < demand.size(); i++) {
      int band = demand.smallestBand(i);
      if (band < polygons.size()
          && (demand.square(i) < 0
              || (!levels.isInside(demand, i, band) && !levels.isNear(demand, i, band)))) {
        if (diamonds == null) {
          diamonds = new ArrayList<>();
          for (MultiPolygon polygon : polygons) {
            diamonds.add(new ArrayList<>(List.of(polygon)));
          }
        }
        for (int larger = band; larger < polygons.size(); larger++) {
          double radius = radius(demand, i, larger, polygons.size(), cell);
          if (radius > 0) {
            diamonds.get(larger).add(diamond(demand, i, radius, projection, polygons.get(larger)));
          }
        }
      }
    }
    for (int band = 0; diamonds != null && band < polygons.size(); band++) {
      if (diamonds.get(band).size() > 1) {
        polygons.set(band, merged(diamonds.get(band), polygons.get(band).getFactory()));
      }
    }
  }

  private static double radius(LocalDemand demand, int i, int band, int bands, double cell) {
    double radius = cell / 2;
    for (int k = 0; k < demand.size(); k++) {
      if (demand.smallestBand(k) > band) {
        double away = Math.hypot(demand.x(k) - demand.x(i), demand.y(k) - demand.y(i));
        radius = Math.min(radius, SHARE_OF_GAP * away);
      }
    }
    return radius * (SMALLEST_SHARE + (1 - SMALLEST_SHARE) * (band + 1) / bands);
  }

  private static Polygon diamond(
      LocalDemand demand, int i, double radius, LocalProjection projection, MultiPolygon like) {
    double x = demand.x(i);
    double y = demand.y(i);
    return like.getFactory()
        .createPolygon(
            new Coordinate[] {
              corner(projection, x + radius, y),
              corner(projection, x, y + radius),
              corner(projection, x - radius, y),
              corner(projection, x, y - radius),
              corner(projection, x + radius, y)
            });
  }

  private static Coordinate corner(LocalProjection projection, double x, double y) {
    return new CoordinateXY(projection.lon(x), projection.lat(y));
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
