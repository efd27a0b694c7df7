package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.List;
import org.caremap.core.routing.WalkingNetwork;

/**
 * Which cut-off holds at each demand point: one for all, or one for each zone, as standards give
 * more minutes to the countryside than to the town. Immutable.
 */
public final class PointCutoffs {
  private final int[] zoneOfPoint;
  private final Cutoff[] cutoffs;
  private final int[] limits;

  private PointCutoffs(int[] zoneOfPoint, Cutoff[] cutoffs) {
    this.zoneOfPoint = zoneOfPoint;
    this.cutoffs = cutoffs;
    limits = Arrays.stream(cutoffs).mapToInt(PointCutoffs::limit).toArray();
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

  /**
   * The same times for somebody of another speed.
   *
   * @param speedMetersPerSecond greater than 0
   */
  public PointCutoffs atSpeed(double speedMetersPerSecond) {
    return new PointCutoffs(
        zoneOfPoint,
        Arrays.stream(cutoffs)
            .map(cutoff -> new Cutoff(cutoff.seconds(), speedMetersPerSecond))
            .toArray(Cutoff[]::new));
  }

  /** Number of zones, at least 1. */
  int zoneCount() {
    return cutoffs.length;
  }

  /** Zone of a point, in [0, {@link #zoneCount()}). */
  int zone(int point) {
    return cutoffs.length == 1 ? 0 : zoneOfPoint[point];
  }

  /**
   * The greatest cost in flat millimetres that {@link #covers} in a zone: the same rule, decided
   * once for each zone instead of once for each point.
   */
  int limit(int zone) {
    return limits[zone];
  }

  private static int limit(Cutoff cutoff) {
    int limit = cutoff.limitMillimeters();
    while (limit < WalkingNetwork.FARTHEST && cutoff.covers(WalkingNetwork.meters(limit + 1))) {
      limit++;
    }
    while (limit > 0 && !cutoff.covers(WalkingNetwork.meters(limit))) {
      limit--;
    }
    return limit;
  }

  /**
   * The greatest cost in flat millimetres that {@link #covers} at a point.
   *
   * @param point in [0, number of points)
   */
  public int limitAt(int point) {
    return limits[zone(point)];
  }

  /** The greatest {@link #limit} of all zones. */
  public int longestLimit() {
    return Arrays.stream(limits).max().orElse(0);
  }

  /** Whether somebody at a point who walks so many metres arrives in time. */
  public boolean covers(int point, double meters) {
    return at(point).covers(meters);
  }
}
