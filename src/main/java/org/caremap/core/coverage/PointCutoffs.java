package org.caremap.core.coverage;

import java.util.List;

/**
 * Which cut-off holds at each demand point: one for all, or one for each zone, as standards give
 * more minutes to the countryside than to the town. Immutable.
 */
public final class PointCutoffs {
  private final int[] zoneOfPoint;
  private final Cutoff[] cutoffs;

  private PointCutoffs(int[] zoneOfPoint, Cutoff[] cutoffs) {
    this.zoneOfPoint = zoneOfPoint;
    this.cutoffs = cutoffs;
  }

  /** The same cut-off everywhere. */
  public static PointCutoffs same(Cutoff cutoff) {
    return new PointCutoffs(new int[0], new Cutoff[] {cutoff});
  }

  /**
   * A cut-off for each zone.
   *
   * @param zoneOfPoint zone of each point, an index into {@code cutoffs}; kept, not copied
   * @param cutoffs one a zone, at least one
   * @throws IllegalArgumentException naming the first bad zone
   */
  public static PointCutoffs byZone(int[] zoneOfPoint, List<Cutoff> cutoffs) {
    if (cutoffs.isEmpty()) {
      throw new IllegalArgumentException("need at least one cut-off");
    }
    for (int i = 0; i < zoneOfPoint.length; i++) {
      if (zoneOfPoint[i] < 0 || zoneOfPoint[i] >= cutoffs.size()) {
        throw new IllegalArgumentException(
            "zone of point %d must be in [0, %d) but is %d"
                .formatted(i, cutoffs.size(), zoneOfPoint[i]));
      }
    }
    return new PointCutoffs(zoneOfPoint, cutoffs.toArray(Cutoff[]::new));
  }

  /** Fails where there are zones but not for so many points. */
  void checkSize(int points) {
    if (cutoffs.length > 1 && zoneOfPoint.length != points) {
      throw new IllegalArgumentException(
          "need a zone for each of %d points but got %d".formatted(points, zoneOfPoint.length));
    }
  }

  /**
   * The cut-off of a point.
   *
   * @param point in [0, number of points)
   */
  public Cutoff at(int point) {
    return cutoffs.length == 1 ? cutoffs[0] : cutoffs[zoneOfPoint[point]];
  }

  /** Whether somebody at a point who walks so many metres arrives in time. */
  public boolean covers(int point, double meters) {
    return at(point).covers(meters);
  }
}
