package org.caremap.core.routing;

import java.util.Arrays;

/**
 * A line to walk: from a place to the street, along streets, and from the street to a place.
 * Immutable.
 */
public final class WalkingPath {
  private final double meters;
  private final double[] lonLat;
  private final PathPieces pieces;

  /**
   * A line that follows no streets.
   *
   * @param meters length in metres, access legs included
   * @param lonLat lon, lat, …, at least one point; repeated points are dropped, and a single point
   *     is doubled so that it is a line
   */
  public WalkingPath(double meters, double[] lonLat) {
    this(meters, lonLat, PathPieces.NONE);
  }

  /**
   * A line along streets.
   *
   * @param pieces the street pieces in walking direction
   */
  WalkingPath(double meters, double[] lonLat, PathPieces pieces) {
    if (lonLat.length < 2 || lonLat.length % 2 != 0) {
      throw new IllegalArgumentException(
          "need pairs of lon, lat, at least one, but got " + lonLat.length + " numbers");
    }
    double[] kept = new double[Math.max(4, lonLat.length)];
    int count = 0;
    for (int i = 0; i < lonLat.length; i += 2) {
      if (count == 0 || lonLat[i] != kept[count - 2] || lonLat[i + 1] != kept[count - 1]) {
        kept[count++] = lonLat[i];
        kept[count++] = lonLat[i + 1];
      }
    }
    if (count == 2) {
      kept[count++] = kept[0];
      kept[count++] = kept[1];
    }
    this.meters = meters;
    this.lonLat = Arrays.copyOf(kept, count);
    this.pieces = pieces;
  }

  /** The street pieces in walking direction; none for a straight line. */
  public PathPieces pieces() {
    return pieces;
  }

  /** Length in metres, access legs included, unrounded. */
  public double meters() {
    return meters;
  }

  /** A copy of the coordinates lon, lat, …; at least two points. */
  public double[] lonLat() {
    return lonLat.clone();
  }

  /** Number of points, at least 2. */
  public int pointCount() {
    return lonLat.length / 2;
  }
}
