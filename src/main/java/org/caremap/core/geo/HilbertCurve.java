package org.caremap.core.geo;

/**
 * Position along a Hilbert curve of order 16: near places get near keys, so that arrays ordered by
 * it keep neighbours in the same cache lines.
 */
public final class HilbertCurve {
  private static final int ORDER = 16;

  private HilbertCurve() {}

  /**
   * Key of a position inside a box; positions outside are moved to its border.
   *
   * @return in [0, 2^32)
   */
  public static long key(double lon, double lat, BoundingBox box) {
    return key(scale(lon, box.west(), box.east()), scale(lat, box.south(), box.north()));
  }

  /**
   * Key of a cell.
   *
   * @param x column in [0, 65535]
   * @param y row in [0, 65535]
   * @return in [0, 2^32)
   */
  public static long key(int x, int y) {
    int side = (1 << ORDER) - 1;
    if (x < 0 || x > side || y < 0 || y > side) {
      throw new IllegalArgumentException(
          "x and y must be in [0, %d] but are %d, %d".formatted(side, x, y));
    }
    long key = 0;
    int cx = x;
    int cy = y;
    for (int s = 1 << (ORDER - 1); s > 0; s >>= 1) {
      int rx = (cx & s) != 0 ? 1 : 0;
      int ry = (cy & s) != 0 ? 1 : 0;
      key += (long) s * s * ((3 * rx) ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          cx = side - cx;
          cy = side - cy;
        }
        int swap = cx;
        cx = cy;
        cy = swap;
      }
    }
    return key;
  }

  private static int scale(double value, double low, double high) {
    if (high <= low) {
      return 0;
    }
    double unit = (value - low) / (high - low);
    return (int) Math.round(Math.max(0, Math.min(1, unit)) * ((1 << ORDER) - 1));
  }
}
