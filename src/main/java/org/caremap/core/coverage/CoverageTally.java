package org.caremap.core.coverage;

import java.util.stream.Stream;

/** Coverage of one group, by area and in total. Immutable. */
public final class CoverageTally {
  private final CoverageCount total;
  private final CoverageCount[] areas;

  private CoverageTally(CoverageCount total, CoverageCount[] areas) {
    this.total = total;
    this.areas = areas;
  }

  /**
   * Counts.
   *
   * @param meters walking metres from each demand point to its nearest facility, found without a
   *     limit; infinite where none can be reached
   * @param counts people of the group at each point, at least 0; NaN where unknown
   * @param areaOfPoint area of each point in [0, areaCount), or -1 for none
   * @param areaCount number of areas, at least 0
   * @param cutoff what counts as covered
   * @throws IllegalArgumentException naming the first bad value
   */
  public static CoverageTally of(
      double[] meters, double[] counts, int[] areaOfPoint, int areaCount, Cutoff cutoff) {
    return of(meters, counts, areaOfPoint, areaCount, PointCutoffs.same(cutoff));
  }

  /**
   * Like the other, with a cut-off for each point.
   *
   * @param cutoffs what counts as covered at each point
   * @throws IllegalArgumentException naming the first bad value
   */
  public static CoverageTally of(
      double[] meters, double[] counts, int[] areaOfPoint, int areaCount, PointCutoffs cutoffs) {
    cutoffs.checkSize(meters.length);
    if (meters.length != counts.length || meters.length != areaOfPoint.length) {
      throw new IllegalArgumentException(
          "need one value a point but got %d metres, %d counts, %d areas"
              .formatted(meters.length, counts.length, areaOfPoint.length));
    }
    Sums all = new Sums();
    Sums[] byArea = Stream.generate(Sums::new).limit(areaCount).toArray(Sums[]::new);
    for (int i = 0; i < meters.length; i++) {
      int area = areaOfPoint[i];
      if (area < -1 || area >= areaCount) {
        throw new IllegalArgumentException(
            "area of point %d must be in [-1, %d) but is %d".formatted(i, areaCount, area));
      }
      if (counts[i] < 0 || counts[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "count of point %d must be at least 0 or NaN but is %s".formatted(i, counts[i]));
      }
      boolean covered = cutoffs.covers(i, meters[i]);
      all.add(meters[i], counts[i], covered);
      if (area >= 0) {
        byArea[area].add(meters[i], counts[i], covered);
      }
    }
    CoverageCount[] areas = new CoverageCount[areaCount];
    for (int a = 0; a < areaCount; a++) {
      areas[a] = byArea[a].count();
    }
    return new CoverageTally(all.count(), areas);
  }

  /** Everybody, with or without an area. */
  public CoverageCount total() {
    return total;
  }

  /**
   * The people of one area.
   *
   * @param area in [0, areaCount)
   */
  public CoverageCount area(int area) {
    return areas[area];
  }

  /** Number of areas. */
  public int areaCount() {
    return areas.length;
  }

  private static final class Sums {
    private final StableSum covered = new StableSum();
    private final StableSum uncovered = new StableSum();
    private final StableSum unreachable = new StableSum();
    private int unknown;

    void add(double meters, double count, boolean inTime) {
      if (Double.isNaN(count)) {
        unknown++;
      } else if (inTime) {
        covered.add(count);
      } else {
        uncovered.add(count);
        if (meters == Double.POSITIVE_INFINITY) {
          unreachable.add(count);
        }
      }
    }

    CoverageCount count() {
      return new CoverageCount(
          covered.value() + uncovered.value(),
          covered.value(),
          uncovered.value(),
          unreachable.value(),
          unknown);
    }
  }
}
