package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;

/** The demand points on a lattice. Scratch of one thread. */
final class LocalDemand {
  private double[] x = new double[256];
  private double[] y = new double[256];
  private int[] square = new int[256];
  private int[] smallestBand = new int[256];
  private int size;

  /**
   * Takes the points in a box.
   *
   * @param box in degrees
   * @param bands ascending
   */
  void reset(
      DemandReach demand,
      BoundingBox box,
      Lattice lattice,
      LocalProjection projection,
      List<Cutoff> bands) {
    size = 0;
    demand.forEachIn(
        box,
        (lon, lat, meters) ->
            add(projection.x(lon), projection.y(lat), lattice, bandOf(bands, meters)));
  }

  /** The smallest band that covers a walk; the number of bands if none does. */
  static int bandOf(List<Cutoff> bands, double meters) {
    int band = bands.size();
    while (band > 0 && bands.get(band - 1).covers(meters)) {
      band--;
    }
    return band;
  }

  /** Adds a point in local metres. */
  void add(double atX, double atY, Lattice lattice, int band) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      square = Arrays.copyOf(square, 2 * size);
      smallestBand = Arrays.copyOf(smallestBand, 2 * size);
    }
    x[size] = atX;
    y[size] = atY;
    square[size] = lattice.squareOf(atX, atY);
    smallestBand[size] = band;
    size++;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  /** South-west sample of the point's square, or -1 if it is not on the lattice. */
  int square(int i) {
    return square[i];
  }

  /** The smallest band that reaches the point; the number of bands if none does. */
  int smallestBand(int i) {
    return smallestBand[i];
  }
}
