package org.caremap.sample;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Where the county's land is and how densely it is built, on the plane stretched by a factor. */
final class Settlement {
  /** Built-up square metres of one urban community. */
  static final double URBAN_SQUARE_METERS = 850_000;

  private static final double[] MAINLAND_KM = {
    -2, -1, -2, 3.2, 0.5, 4.6, -1.5, 6.4, -1.5, 9.3, 0.9, 12, 1.4, 19.6, 7, 20.6, 11, 19.5, 14.8,
    21.4, 16.6, 23.6, 20.6, 22.9, 23.6, 26.6, 28.6, 27.4, 30.2, 29.4, 31.2, 31.6, 43.5, 31.6, 43,
    20.4, 40.3, 18.3, 38.8, 13, 39.7, 9.4, 36.9, 5.7, 37.5, -1, -2, -1
  };
  private final double stretch;
  private final IndexedPointInAreaLocator mainland;
  private final int[] island;

  Settlement(double stretch, int[] island) {
    this.stretch = stretch;
    this.mainland = new IndexedPointInAreaLocator(polygon(MAINLAND_KM));
    this.island = island;
  }

  private Polygon polygon(double[] km) {
    Coordinate[] ring = new Coordinate[km.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(km[2 * i] * 1_000 * stretch, km[2 * i + 1] * 1_000 * stretch);
    }
    return new GeometryFactory().createPolygon(ring);
  }

  /** The island's rectangle: left, bottom, right, top. */
  int[] island() {
    return island.clone();
  }

  double stretch() {
    return stretch;
  }

  boolean isLand(double u, double v) {
    if (v < 0) {
      return u >= island[0] && u <= island[2] && v >= island[1] && v <= island[3];
    }
    return mainland.locate(new Coordinate(u, v)) != Location.EXTERIOR;
  }

  /** Whether some of the box's corners are land and some are not. */
  boolean onBorder(int[] box) {
    boolean first = isLand(box[0], box[1]);
    return first != isLand(box[2], box[1])
        || first != isLand(box[0], box[3])
        || first != isLand(box[2], box[3]);
  }

  /**
   * Distance from a town's seat in built-up radii, with a ragged rim: below 1 is built up.
   *
   * @param town index into {@link Town#ALL}
   */
  double radii(int town, double u, double v) {
    Town seat = Town.ALL.get(town);
    double du = u - seat.u() * stretch;
    double dv = v - seat.v() * stretch;
    double radius = stretch * StrictMath.sqrt(seat.urban() * URBAN_SQUARE_METERS / Math.PI);
    double angle = StrictMath.atan2(dv, du);
    double rim =
        1 + 0.16 * StrictMath.sin(3 * angle + town) + 0.10 * StrictMath.sin(5 * angle + 2.3 * town);
    return StrictMath.sqrt(du * du + dv * dv) / (radius * rim);
  }

  /** The least {@link #radii(int, double, double)} of any town at the box's nearest point. */
  double nearestRadii(int[] box) {
    double least = Double.MAX_VALUE;
    for (int town = 0; town < Town.ALL.size(); town++) {
      Town seat = Town.ALL.get(town);
      double u = Math.max(box[0], Math.min(box[2], seat.u() * stretch));
      double v = Math.max(box[1], Math.min(box[3], seat.v() * stretch));
      least = Math.min(least, radii(town, u, v));
    }
    return least;
  }
}
