package org.caremap.core.coverage;

import org.caremap.core.geo.GreatCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Circles on the globe. */
final class LocalShapes {
  private static final int CIRCLE_CORNERS = 180;

  private LocalShapes() {}

  /** Points at a great-circle distance, counter-clockwise; empty for radius 0. */
  static MultiPolygon circle(double lon, double lat, double radius, GeometryFactory factory) {
    if (radius <= 0) {
      return factory.createMultiPolygon();
    }
    double angle = radius / GreatCircle.EARTH_RADIUS_METERS;
    double phi = Math.toRadians(lat);
    Coordinate[] ring = new Coordinate[CIRCLE_CORNERS + 1];
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      double bearing = Math.PI / 2 - 2 * Math.PI * i / CIRCLE_CORNERS;
      double sin =
          Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
      double dLon =
          Math.atan2(
              Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
              Math.cos(angle) - Math.sin(phi) * sin);
      ring[i] = new Coordinate(lon + Math.toDegrees(dLon), Math.toDegrees(Math.asin(sin)));
    }
    ring[CIRCLE_CORNERS] = ring[0].copy();
    return factory.createMultiPolygon(new Polygon[] {factory.createPolygon(ring)});
  }
}
