package org.caremap.core.coverage;

import java.util.BitSet;
import org.caremap.core.routing.WalkingNetwork;

/**
 * Everything that a gap board says of one type of facility: who is left out, of every group, in
 * every entry, at every speed, and for how many of them a facility is near by the straight line
 * only. One pass over the points, whose walks one sweep has found. Immutable.
 *
 * <p>At the speed asked for the numbers are those of {@link CoverageTally}.
 */
public final class BoardTally {
  private final DemandTable table;
  private final ClassTally tally;
  private final int speeds;
  private final int own;

  private BoardTally(DemandTable table, ClassTally tally, WalkingSpeeds speeds) {
    this.table = table;
    this.tally = tally;
    this.speeds = speeds.count();
    own = speeds.own();
  }

  /**
   * Counts.
   *
   * @param table who is counted where
   * @param cost what it costs every demand point to walk to its nearest facility, flat millimetres:
   *     exact up to {@link WalkingSpeeds#longestLimit()}, {@link WalkingNetwork#UNREACHED} where
   *     none can be reached, anything between where it is farther
   * @param near the counted points, by position, that are near a facility by the straight line:
   *     {@link StraightReach}
   */
  public static BoardTally of(DemandTable table, int[] cost, WalkingSpeeds speeds, BitSet near) {
    speeds.cutoffs().checkSize(table.size());
    // Twice the slowest speed that arrives in time (count: none; count + 1: no way at all), and one
    // more where it is near by the straight line.
    byte[] classes = new byte[table.size()];
    for (int i = 0; i < classes.length; i++) {
      int walk = cost[table.point(i)];
      int slowest = walk >= WalkingNetwork.UNREACHED ? speeds.count() + 1 : speeds.slowest(i, walk);
      classes[i] = (byte) (2 * slowest + (near.get(i) ? 1 : 0));
    }
    return new BoardTally(table, new ClassTally(table, classes, 2 * (speeds.count() + 2)), speeds);
  }

  /**
   * People of a group in one entry at a speed.
   *
   * @param speed index of {@link WalkingSpeeds}
   */
  public CoverageCount count(int entry, int group, int speed) {
    return count(
        tally.people(entry, group, 0, 2 * speed + 2, 1),
        tally.people(entry, group, 2 * speed + 2, 2 * speeds + 4, 1),
        tally.people(entry, group, 2 * speeds + 2, 2 * speeds + 4, 1),
        table.unknown(entry, group));
  }

  /** The same at the speed asked for. */
  public CoverageCount count(int entry, int group) {
    return count(entry, group, own);
  }

  /** People of a group over all entries at a speed. */
  public CoverageCount total(int group, int speed) {
    return count(
        tally.people(group, 0, 2 * speed + 2, 1),
        tally.people(group, 2 * speed + 2, 2 * speeds + 4, 1),
        tally.people(group, 2 * speeds + 2, 2 * speeds + 4, 1),
        table.unknown(group));
  }

  /** The same at the speed asked for. */
  public CoverageCount total(int group) {
    return total(group, own);
  }

  private static CoverageCount count(
      double covered, double uncovered, double unreachable, int unknown) {
    return new CoverageCount(covered + uncovered, covered, uncovered, unreachable, unknown);
  }

  /**
   * People of a group in one entry who do not arrive in time, at every speed in one go.
   *
   * @param into one for each speed, slow to fast
   */
  public void uncovered(int entry, int group, double[] into) {
    StableSum left = new StableSum();
    tally.add(left, entry, group, 2 * speeds, 2 * speeds + 4, 1);
    for (int s = speeds - 1; s >= 0; s--) {
      into[s] = left.value();
      tally.add(left, entry, group, 2 * s, 2 * s + 2, 1);
    }
  }

  /** Those of the uncovered of an entry for whom a facility is near by the straight line. */
  public double barred(int entry, int group) {
    return tally.people(entry, group, 2 * own + 3, 2 * speeds + 4, 2);
  }

  /**
   * Those of the uncovered of an entry for whom every facility is far by the straight line, too.
   */
  public double far(int entry, int group) {
    return tally.people(entry, group, 2 * own + 2, 2 * speeds + 4, 2);
  }
}
