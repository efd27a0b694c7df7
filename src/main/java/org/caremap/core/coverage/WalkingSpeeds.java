package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * The cut-offs of a question at several walking speeds. Walks cost flat millimetres whatever the
 * speed, so another speed is only another limit. Immutable.
 */
public final class WalkingSpeeds {
  private static final int MOST = 50;

  private final PointCutoffs cutoffs;
  private final double[] speeds;
  private final int own;
  private final int[] limits;

  /**
   * @param cutoffs at the speed asked for
   * @param speeds metres a second, slow to fast
   * @param own index of the speed asked for, whose cut-offs are exactly those given
   * @throws IllegalArgumentException where the speeds do not rise, or are none or too many
   */
  public WalkingSpeeds(PointCutoffs cutoffs, double[] speeds, int own) {
    if (speeds.length < 1 || speeds.length > MOST || own < 0 || own >= speeds.length) {
      throw new IllegalArgumentException(
          "need 1 to %d speeds and one of them as the own, but got %d and %d"
              .formatted(MOST, speeds.length, own));
    }
    for (int s = 1; s < speeds.length; s++) {
      if (!(speeds[s] > speeds[s - 1])) {
        throw new IllegalArgumentException(
            "speeds must rise but %s follows %s".formatted(speeds[s], speeds[s - 1]));
      }
    }
    this.cutoffs = cutoffs;
    this.speeds = speeds.clone();
    this.own = own;
    List<PointCutoffs> all = new ArrayList<>();
    for (int s = 0; s < speeds.length; s++) {
      all.add(s == own ? cutoffs : cutoffs.atSpeed(speeds[s]));
    }
    limits = new int[cutoffs.zoneCount() * speeds.length];
    for (int zone = 0; zone < cutoffs.zoneCount(); zone++) {
      for (int s = 0; s < speeds.length; s++) {
        limits[zone * speeds.length + s] = all.get(s).limit(zone);
      }
    }
  }

  /** One speed only. */
  public static WalkingSpeeds only(PointCutoffs cutoffs, double speedMetersPerSecond) {
    return new WalkingSpeeds(cutoffs, new double[] {speedMetersPerSecond}, 0);
  }

  /** Number of speeds. */
  public int count() {
    return speeds.length;
  }

  /** Metres a second. */
  public double speed(int s) {
    return speeds[s];
  }

  /** Index of the speed asked for. */
  public int own() {
    return own;
  }

  /** The greatest cost that arrives in time anywhere at any of the speeds: how far to sweep. */
  public int longestLimit() {
    int longest = 0;
    for (int limit : limits) {
      longest = Math.max(longest, limit);
    }
    return longest;
  }

  /** The cut-offs at the speed asked for. */
  PointCutoffs cutoffs() {
    return cutoffs;
  }

  /**
   * The slowest speed at which somebody arrives in time.
   *
   * @param i counted point
   * @param cost flat millimetres
   * @return {@link #count()} where it is too far at every speed
   */
  int slowest(int i, int cost) {
    int first = cutoffs.zone(i) * speeds.length;
    int s = 0;
    while (s < speeds.length && cost > limits[first + s]) {
      s++;
    }
    return s;
  }

  /** The greatest cost that arrives in time at the speed asked for. */
  int ownLimit(int i) {
    return limits[cutoffs.zone(i) * speeds.length + own];
  }
}
