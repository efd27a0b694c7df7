package org.caremap.core.coverage;

import org.caremap.core.routing.ReachTable;

/** Reach tables of tests, from a matrix of walking times. */
final class Reached {
  /** Not reached. */
  static final int NO = -1;

  private Reached() {}

  /**
   * At 1 m/s, so that a second is 1,000 flat millimetres.
   *
   * @param limitSeconds farther pairs are left out
   * @param seconds one row a facility, one column a demand point; {@link #NO} where not reached
   */
  static ReachTable table(int limitSeconds, int[]... seconds) {
    int points = seconds.length == 0 ? 0 : seconds[0].length;
    ReachTable.Builder builder =
        new ReachTable.Builder(seconds.length, points, 1000 * limitSeconds + 1);
    for (int f = 0; f < seconds.length; f++) {
      int[] reached = new int[points];
      int[] costs = new int[points];
      int size = 0;
      for (int d = 0; d < points; d++) {
        if (seconds[f][d] != NO && seconds[f][d] <= limitSeconds) {
          reached[size] = d;
          costs[size++] = 1000 * seconds[f][d];
        }
      }
      builder.row(f, reached, costs, size);
    }
    return builder.build();
  }
}
