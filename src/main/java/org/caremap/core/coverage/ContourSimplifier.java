package org.caremap.core.coverage;

import org.caremap.core.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Leaves out corners of a ring. A ring crosses one side of a square after another; the shorter one
 * crosses the same sides in the same order, each within a window around the old crossing. So it
 * goes around the same samples, cannot cross itself or another ring, and moves by less than the
 * window. Windows of different bands on a side keep apart, and sides of a square that holds an
 * excluded demand point have none: there the ring stays where it is. The longest line through the
 * windows is found by narrowing a cone (Williams, 1978). Scratch of one thread.
 */
final class ContourSimplifier {
  /** Half the width of a window, in cells. */
  static final double TOLERANCE = 0.3;

  private final BandLevels levels;
  private Lattice lattice = Lattice.NONE;
  private boolean counterClockwise;

  // One entry a corner: the crossing, the window's ends inside and outside, the side's ends.
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private double[] inX = new double[1024];
  private double[] inY = new double[1024];
  private double[] outX = new double[1024];
  private double[] outY = new double[1024];
  private double[] fromX = new double[1024];
  private double[] fromY = new double[1024];
  private double[] toX = new double[1024];
  private double[] toY = new double[1024];
  private int[] kept = new int[1024];

  ContourSimplifier(BandLevels levels) {
    this.levels = levels;
  }

  /** Whether the ring simplified last turns counter-clockwise: a shell. */
  boolean isCounterClockwise() {
    return counterClockwise;
  }

  /**
   * The corners of a ring, the first repeated at the end.
   *
   * @param sides crossed in order, the area on the left
   * @param count how many
   * @return in degrees
   */
  Coordinate[] simplify(
      int[] sides, int count, int band, Lattice samples, LocalProjection projection) {
    lattice = samples;
    if (count > x.length) {
      int size = 2 * count;
      x = new double[size];
      y = new double[size];
      inX = new double[size];
      inY = new double[size];
      outX = new double[size];
      outY = new double[size];
      fromX = new double[size];
      fromY = new double[size];
      toX = new double[size];
      toY = new double[size];
      kept = new int[size];
    }
    double twiceArea = 0;
    for (int i = 0; i < count; i++) {
      place(i, sides[i], band);
      if (i > 0) {
        twiceArea += (x[i - 1] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[i - 1] - y[0]);
      }
    }
    counterClockwise = twiceArea > 0;
    int keep = 0;
    int anchor = 0;
    while (anchor < count) {
      kept[keep++] = anchor;
      anchor = farthest(anchor, count);
    }
    Coordinate[] corners = new Coordinate[keep + 1];
    for (int i = 0; i < keep; i++) {
      corners[i] = new CoordinateXY(projection.lon(x[kept[i]]), projection.lat(y[kept[i]]));
    }
    corners[keep] = corners[0].copy();
    return corners;
  }

  private void place(int i, int side, int band) {
    int from = levels.innerEnd(side);
    int to = levels.outerEnd(side);
    double share = levels.share(side, from, to, band);
    double low = share;
    double high = share;
    boolean east = (side & 1) == 0;
    int square = side >> 1;
    if (!levels.isFixed(square, band)
        && !levels.isFixed(square - (east ? lattice.columns() : 1), band)) {
      low = Math.max(Math.min(share, BandLevels.EDGE), share - TOLERANCE);
      high = Math.min(Math.max(share, 1 - BandLevels.EDGE), share + TOLERANCE);
      if (band + 1 < levels.level(to)) {
        double room = (levels.share(side, band + 1) - share - levels.gap() / 2) / 2;
        high = Math.min(high, share + Math.max(0, room));
      }
      if (band > levels.level(from)) {
        double room = (share - levels.share(side, band - 1) - levels.gap() / 2) / 2;
        low = Math.max(low, share - Math.max(0, room));
      }
    }
    int row = from / lattice.columns();
    double x0 = lattice.x(from - row * lattice.columns());
    double y0 = lattice.y(row);
    double stepX = east ? (to > from ? lattice.cellX() : -lattice.cellX()) : 0;
    double stepY = east ? 0 : (to > from ? lattice.cellY() : -lattice.cellY());
    x[i] = x0 + share * stepX;
    y[i] = y0 + share * stepY;
    inX[i] = x0 + low * stepX;
    inY[i] = y0 + low * stepY;
    outX[i] = x0 + high * stepX;
    outY[i] = y0 + high * stepY;
    fromX[i] = x0;
    fromY[i] = y0;
    toX[i] = x0 + stepX;
    toY[i] = y0 + stepY;
  }

  /** The last corner that a line from an anchor reaches through all windows between. */
  private int farthest(int anchor, int count) {
    double px = x[anchor];
    double py = y[anchor];
    int best = anchor + 1;
    double leftX = 0;
    double leftY = 0;
    double rightX = 0;
    double rightY = 0;
    for (int k = anchor + 1; k <= count; k++) {
      int i = k == count ? 0 : k;
      if (!facesLeft(i, px, py)) {
        break; // the ring has turned back: from here the side is seen from behind
      }
      double qx = x[i] - px;
      double qy = y[i] - py;
      double inDx = inX[i] - px;
      double inDy = inY[i] - py;
      double outDx = outX[i] - px;
      double outDy = outY[i] - py;
      if (k == anchor + 1) {
        leftX = inDx;
        leftY = inDy;
        rightX = outDx;
        rightY = outDy;
        continue;
      }
      if (cross(rightX, rightY, qx, qy) >= 0 && cross(leftX, leftY, qx, qy) <= 0) {
        best = k;
      }
      if (cross(leftX, leftY, inDx, inDy) < 0) {
        leftX = inDx;
        leftY = inDy;
      }
      if (cross(rightX, rightY, outDx, outDy) > 0) {
        rightX = outDx;
        rightY = outDy;
      }
      if (cross(rightX, rightY, leftX, leftY) < 0) {
        break;
      }
    }
    return best;
  }

  private boolean facesLeft(int i, double px, double py) {
    return cross(toX[i] - px, toY[i] - py, fromX[i] - px, fromY[i] - py) > 0;
  }

  private static double cross(double ax, double ay, double bx, double by) {
    return ax * by - ay * bx;
  }
}
