package org.caremap.platform.geojson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A GeoJSON geometry.
 *
 * @param type its GeoJSON type
 * @param coordinates nested arrays of (lon, lat)
 */
public record Shape(String type, Object coordinates) {
  // 1e-7 degrees is about a centimetre: finer than any source.
  private static final double DECIMALS = 1e7;

  /** A point. */
  public static Shape point(double lon, double lat) {
    return new Shape("Point", position(lon, lat));
  }

  /**
   * A line.
   *
   * @param lonLat lon, lat, lon, lat, …
   */
  public static Shape line(double[] lonLat) {
    double[][] positions = new double[lonLat.length / 2][];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return new Shape("LineString", positions);
  }

  /** A rectangle as a Polygon. */
  public static Shape box(double west, double south, double east, double north) {
    double[][] ring = {
      position(west, south),
      position(east, south),
      position(east, north),
      position(west, north),
      position(west, south)
    };
    return new Shape("Polygon", new double[][][] {ring});
  }

  /** Any polygonal geometry as a MultiPolygon; null stays null, nothing stays empty. */
  public static @Nullable Shape multiPolygon(@Nullable Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    List<double[][][]> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(rings(polygon));
      }
    }
    return new Shape("MultiPolygon", polygons);
  }

  private static double[][][] rings(Polygon polygon) {
    double[][][] rings = new double[1 + polygon.getNumInteriorRing()][][];
    rings[0] = ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings[i + 1] = ring(polygon.getInteriorRingN(i), false);
    }
    return rings;
  }

  private static double[][] ring(LineString ring, boolean counterClockwise) {
    Coordinate[] coordinates = ring.getCoordinates();
    boolean reverse =
        org.locationtech.jts.algorithm.Orientation.isCCW(coordinates) != counterClockwise;
    double[][] positions = new double[coordinates.length][];
    for (int i = 0; i < coordinates.length; i++) {
      Coordinate c = coordinates[reverse ? coordinates.length - 1 - i : i];
      positions[i] = position(c.x, c.y);
    }
    return positions;
  }

  private static double[] position(double lon, double lat) {
    return new double[] {round(lon), round(lat)};
  }

  private static double round(double degrees) {
    return Math.rint(degrees * DECIMALS) / DECIMALS;
  }
}
