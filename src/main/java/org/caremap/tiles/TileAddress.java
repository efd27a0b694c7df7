package org.caremap.tiles;

import org.caremap.core.geo.BoundingBox;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A tile of the usual web-map pyramid.
 *
 * @param z zoom
 * @param x column from the west
 * @param y row from the north
 */
record TileAddress(int z, int x, int y) {
  static final int MAX_ZOOM = 16;

  /** Whether there is such a tile. */
  boolean isLegal() {
    return z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
  }

  /** The tile in the unit square of web Mercator, y growing northward. */
  Envelope unitEnvelope() {
    double size = 1.0 / (1 << z);
    return new Envelope(x * size, (x + 1) * size, 1 - (y + 1) * size, 1 - y * size);
  }

  /** The tile in degrees, with a margin as a share of its size. */
  BoundingBox degrees(double margin) {
    double n = 1 << z;
    return new BoundingBox(
        Math.max(-180, (x - margin) / n * 360 - 180),
        latitude(Math.min(1, (y + 1 + margin) / n)),
        Math.min(180, (x + 1 + margin) / n * 360 - 180),
        latitude(Math.max(0, (y - margin) / n)));
  }

  private static double latitude(double unitFromNorth) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * unitFromNorth))));
  }

  /** A place in the unit square of web Mercator, y growing northward. */
  static Coordinate unit(double lon, double lat) {
    double sin = Math.sin(Math.toRadians(Math.max(-85.05, Math.min(85.05, lat))));
    return new Coordinate((lon + 180) / 360, 0.5 + Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
  }
}
