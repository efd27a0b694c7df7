package org.caremap.core.coverage;

import java.util.Arrays;

/**
 * Who is counted where: the demand points that a question is about, the people of every group there
 * and the entry (an area, or "no area") that each point belongs to. Made once for a question and
 * shared by all types, speeds and cut-offs. Immutable, safe for all threads.
 */
public final class DemandTable {
  // Sums below 2^32 of multiples of 2^-20 have no more than the 53 digits that a double has.
  private static final double EXACT_PART = 1 << 20;
  private static final double EXACT_MOST = 4294967296.0;

  private final int[] points;
  private final int[] entries;
  private final int entryCount;
  private final double[][] counts;
  private final int[][] unknown;
  private final int[] pointsOf;
  private final boolean exact;
  // People of each group in each entry, as plain sums; right where sums are exact.
  private final double[][] people;

  /**
   * The arrays are kept, not copied.
   *
   * @param points index of each counted point among all demand points, ascending
   * @param entries entry of each counted point, in [0, entryCount)
   * @param entryCount number of entries
   * @param counts for each group the people of every demand point, at least 0; NaN where unknown
   * @throws IllegalArgumentException naming the first bad value
   */
  public DemandTable(int[] points, int[] entries, int entryCount, double[][] counts) {
    Amounts.checkAreas(entries, points.length, entryCount);
    this.points = points;
    this.entries = entries;
    this.entryCount = entryCount;
    this.counts = counts;
    unknown = new int[counts.length][entryCount];
    pointsOf = new int[entryCount];
    for (int entry : entries) {
      if (entry < 0) {
        throw new IllegalArgumentException("every counted point needs an entry but one has none");
      }
      pointsOf[entry]++;
    }
    people = new double[counts.length][entryCount];
    boolean whole = true;
    for (int g = 0; g < counts.length; g++) {
      Amounts.check("count of point", counts[g], counts[g].length);
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        double count = counts[g][points[i]];
        if (Double.isNaN(count)) {
          unknown[g][entries[i]]++;
        } else {
          sum += count;
          people[g][entries[i]] += count;
          whole &= count * EXACT_PART == Math.rint(count * EXACT_PART);
        }
      }
      whole &= sum < EXACT_MOST;
    }
    exact = whole;
  }

  /** Whether sums of people need no care: whole people, or parts that doubles hold exactly. */
  boolean isExact() {
    return exact;
  }

  /** Known people of an entry; only where {@link #isExact()}. */
  double exactPeople(int entry, int group) {
    return people[group][entry];
  }

  /** Number of counted points. */
  public int size() {
    return points.length;
  }

  /** Index of the i-th counted point among all demand points. */
  public int point(int i) {
    return points[i];
  }

  /** Entry of the i-th counted point. */
  public int entry(int i) {
    return entries[i];
  }

  /** Number of entries. */
  public int entryCount() {
    return entryCount;
  }

  /** Number of groups. */
  public int groupCount() {
    return counts.length;
  }

  /** People of a group at the i-th counted point; NaN where unknown. */
  public double people(int group, int i) {
    return counts[group][points[i]];
  }

  /** Counted points of an entry, those with unknown counts too. */
  public int points(int entry) {
    return pointsOf[entry];
  }

  /** Points of an entry whose count of a group is unknown. */
  public int unknown(int entry, int group) {
    return unknown[group][entry];
  }

  /** Points of all entries whose count of a group is unknown. */
  public int unknown(int group) {
    return Arrays.stream(unknown[group]).sum();
  }

  /** People of every demand point, group by group. Read only. */
  double[][] counts() {
    return counts;
  }

  /**
   * Position of every demand point among the counted ones.
   *
   * @param size number of all demand points
   * @return -1 for those that are not counted
   */
  int[] positions(int size) {
    int[] positions = new int[size];
    Arrays.fill(positions, -1);
    for (int i = 0; i < points.length; i++) {
      positions[points[i]] = i;
    }
    return positions;
  }
}
