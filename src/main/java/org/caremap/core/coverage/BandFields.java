package org.caremap.core.coverage;

import java.util.BitSet;

/**
 * One value a sample and band, positive inside. Bands are ordered from the smallest; every value of
 * a smaller band is at most that of the larger one, and everything done here keeps it so: that is
 * what nests the bands. Values are kept away from zero, so that contours never touch a sample.
 */
final class BandFields {
  private static final double LEAST_SHARE = 0.01;
  private static final double MARGIN_CELLS = 0.05;

  private final Lattice lattice;
  private final double[][] values;

  BandFields(Lattice lattice, int bands) {
    this.lattice = lattice;
    values = new double[bands][lattice.size()];
  }

  double[] values(int band) {
    return values[band];
  }

  /**
   * Sets the metres to spare at a sample, cut to one cell either way: beyond a cell from the border
   * the amount does not matter, and at a jump (a river bank) the contour runs half-way.
   */
  void set(int band, int sample, double spareMeters) {
    double cell = lattice.cell();
    double cut = Math.max(-cell, Math.min(cell, spareMeters));
    double least = LEAST_SHARE * cell;
    values[band][sample] = cut >= 0 ? Math.max(cut, least) : Math.min(cut, -least);
  }

  /**
   * Makes the fields agree with demand: a reached point outside raises the samples around it,
   * except those beside an excluded point; an excluded point inside lowers them, which always
   * holds.
   *
   * @param squares lattice square of each point, or -1
   * @param x of each point
   * @param y of each point
   * @param smallestBand the smallest band that reaches each point; the number of bands if none does
   */
  void enforce(int[] squares, double[] x, double[] y, int[] smallestBand) {
    for (int band = 0; band < values.length; band++) {
      BitSet locked = new BitSet(lattice.size());
      for (int i = 0; i < squares.length; i++) {
        if (squares[i] >= 0 && smallestBand[i] > band) {
          forCorners(squares[i], locked::set);
        }
      }
      for (int i = 0; i < squares.length; i++) {
        if (squares[i] >= 0
            && smallestBand[i] <= band
            && depth(band, squares[i], x[i], y[i]) <= 0) {
          raise(band, squares[i], locked);
        }
      }
    }
    for (int band = values.length - 1; band >= 0; band--) {
      if (band + 1 < values.length) {
        for (int s = 0; s < lattice.size(); s++) {
          values[band][s] = Math.min(values[band][s], values[band + 1][s]);
        }
      }
      for (int i = 0; i < squares.length; i++) {
        if (squares[i] >= 0
            && smallestBand[i] > band
            && depth(band, squares[i], x[i], y[i]) > -MARGIN_CELLS) {
          double[] field = values[band];
          forCorners(squares[i], corner -> field[corner] = -lattice.cell());
        }
      }
    }
  }

  private void raise(int band, int square, BitSet locked) {
    forCorners(
        square,
        corner -> {
          if (!locked.get(corner) && !lattice.onBorder(corner)) {
            for (int larger = band; larger < values.length; larger++) {
              values[larger][corner] = lattice.cell();
            }
          }
        });
  }

  private interface Corner {
    void visit(int sample);
  }

  private void forCorners(int square, Corner visitor) {
    visitor.visit(square);
    visitor.visit(square + 1);
    visitor.visit(square + lattice.columns());
    visitor.visit(square + lattice.columns() + 1);
  }

  /**
   * How deep inside the contour a point lies, in cells, judged within its square only: positive
   * inside, infinite where the square has no contour.
   */
  double depth(int band, int square, double px, double py) {
    double[] v = values[band];
    double southWest = v[square];
    double southEast = v[square + 1];
    double northWest = v[square + lattice.columns()];
    double northEast = v[square + lattice.columns() + 1];
    double u = (px - lattice.x(square % lattice.columns())) / lattice.cell();
    double w = (py - lattice.y(square / lattice.columns())) / lattice.cell();
    int mask =
        (southWest > 0 ? 1 : 0)
            | (southEast > 0 ? 2 : 0)
            | (northEast > 0 ? 4 : 0)
            | (northWest > 0 ? 8 : 0);
    return switch (mask) {
      case 0 -> Double.NEGATIVE_INFINITY;
      case 15 -> Double.POSITIVE_INFINITY;
      case 1, 14 -> corner(u, w, southWest, southEast, northWest);
      case 2, 13 -> corner(1 - u, w, southEast, southWest, northEast);
      case 4, 11 -> corner(1 - u, 1 - w, northEast, northWest, southEast);
      case 8, 7 -> corner(u, 1 - w, northWest, northEast, southWest);
      case 3, 12 -> side(u, w, southWest, northWest, southEast, northEast);
      case 9, 6 -> side(w, u, southWest, southEast, northWest, northEast);
      case 5 ->
          Math.max(
              corner(u, w, southWest, southEast, northWest),
              corner(1 - u, 1 - w, northEast, northWest, southEast));
      default ->
          Math.max(
              corner(1 - u, w, southEast, southWest, northEast),
              corner(u, 1 - w, northWest, northEast, southWest));
    };
  }

  /** Depth where one corner differs from its two neighbours; u and w are measured from it. */
  private static double corner(double u, double w, double at, double alongU, double alongW) {
    double a = at / (at - alongU);
    double b = at / (at - alongW);
    double depth = (1 - u / a - w / b) / Math.sqrt(1 / (a * a) + 1 / (b * b));
    return at > 0 ? depth : -depth;
  }

  /** Depth where the contour runs from side to side; w is measured from the first two corners. */
  private static double side(
      double u, double w, double low0, double high0, double low1, double high1) {
    double h0 = low0 / (low0 - high0);
    double h1 = low1 / (low1 - high1);
    double depth = (h0 + (h1 - h0) * u - w) / Math.sqrt(1 + (h1 - h0) * (h1 - h0));
    return low0 > 0 ? depth : -depth;
  }
}
