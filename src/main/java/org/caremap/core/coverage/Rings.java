package org.caremap.core.coverage;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Orientation of rings as RFC 7946 wants it: shells counter-clockwise, holes clockwise. */
final class Rings {
  private Rings() {}

  static Polygon oriented(Polygon polygon) {
    LinearRing shell = turned(polygon.getExteriorRing(), true);
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = turned(polygon.getInteriorRingN(i), false);
    }
    return polygon.getFactory().createPolygon(shell, holes);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    Coordinate[] coordinates = ring.getCoordinates();
    return Orientation.isCCW(coordinates) == counterClockwise ? ring : ring.reverse();
  }
}
