package org.caremap.core.routing;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches whom, bounded: for each facility the demand points within a limit and what the walk
 * costs. Rows lie behind each other in flat arrays (8 bytes a pair); within a row demand points
 * ascend. Immutable.
 *
 * <p>Costs are flat millimetres: what the same person would walk on the flat in the same time, so
 * that seconds are {@code cost / 1000.0 / speedMetersPerSecond} at every speed.
 */
public final class ReachTable {
  private final int demandCount;
  private final int limitMillimeters;
  private final int[] offset;
  private final int[] demand;
  private final int[] cost;

  private ReachTable(
      int demandCount, int limitMillimeters, int[] offset, int[] demand, int[] cost) {
    this.demandCount = demandCount;
    this.limitMillimeters = limitMillimeters;
    this.offset = offset;
    this.demand = demand;
    this.cost = cost;
  }

  /**
   * A table of finished arrays. They are kept, not copied: do not change them afterwards.
   *
   * @param demandCount number of demand points, at least 0
   * @param limitMillimeters the limit up to which the table is complete, inclusive, at least 0
   * @param offset where the row of each facility begins, and one more: where the last one ends
   * @param demand demand points in [0, demandCount), strictly ascending within a row
   * @param cost as many, in [0, limitMillimeters]
   * @throws IllegalArgumentException naming the first bad value
   */
  public static ReachTable of(
      int demandCount, int limitMillimeters, int[] offset, int[] demand, int[] cost) {
    if (demandCount < 0 || limitMillimeters < 0) {
      throw new IllegalArgumentException(
          "demandCount and limitMillimeters must be at least 0 but are %d and %d"
              .formatted(demandCount, limitMillimeters));
    }
    if (offset.length == 0 || offset[0] != 0) {
      throw new IllegalArgumentException("offset must begin with 0 and have facilityCount + 1");
    }
    int pairs = offset[offset.length - 1];
    if (demand.length != pairs || cost.length != pairs) {
      throw new IllegalArgumentException(
          "need %d demand points and costs, as the last offset says, but got %d and %d"
              .formatted(pairs, demand.length, cost.length));
    }
    for (int f = 0; f + 1 < offset.length; f++) {
      if (offset[f + 1] < offset[f] || offset[f + 1] > pairs) {
        throw new IllegalArgumentException(
            "offset %d must be in [%d, %d] but is %d"
                .formatted(f + 1, offset[f], pairs, offset[f + 1]));
      }
      checkRow(f, demandCount, limitMillimeters, demand, cost, offset[f], offset[f + 1]);
    }
    return new ReachTable(demandCount, limitMillimeters, offset, demand, cost);
  }

  private static void checkRow(
      int facility, int demandCount, int limit, int[] demand, int[] cost, int from, int to) {
    int before = -1;
    for (int k = from; k < to; k++) {
      if (demand[k] <= before || demand[k] >= demandCount) {
        throw new IllegalArgumentException(
            "demand points of facility %d must ascend strictly within [0, %d) but %d follows %d"
                .formatted(facility, demandCount, demand[k], before));
      }
      if (cost[k] < 0 || cost[k] > limit) {
        throw new IllegalArgumentException(
            "cost from demand point %d to facility %d must be in [0, %d] but is %d"
                .formatted(demand[k], facility, limit, cost[k]));
      }
      before = demand[k];
    }
  }

  /** Number of facilities. */
  public int facilityCount() {
    return offset.length - 1;
  }

  /** Number of demand points. */
  public int demandCount() {
    return demandCount;
  }

  /** Number of pairs within the limit. */
  public int pairCount() {
    return demand.length;
  }

  /** The limit up to which the table is complete, flat millimetres, inclusive. */
  public int limitMillimeters() {
    return limitMillimeters;
  }

  /** First pair of a facility; its pairs are [first(f), first(f + 1)). */
  public int first(int facility) {
    return offset[facility];
  }

  /** Demand point of a pair. */
  public int demand(int pair) {
    return demand[pair];
  }

  /** Cost of a pair, flat millimetres. */
  public int cost(int pair) {
    return cost[pair];
  }

  /** The same pairs by demand point; computed at each call in O(pairs). */
  public ByDemand transposed() {
    int[] start = new int[demandCount + 1];
    for (int d : demand) {
      start[d + 1]++;
    }
    for (int d = 0; d < demandCount; d++) {
      start[d + 1] += start[d];
    }
    int[] next = Arrays.copyOf(start, demandCount);
    int[] facility = new int[demand.length];
    int[] turned = new int[demand.length];
    for (int f = 0; f < facilityCount(); f++) {
      for (int k = offset[f]; k < offset[f + 1]; k++) {
        int at = next[demand[k]]++;
        facility[at] = f;
        turned[at] = cost[k];
      }
    }
    return new ByDemand(facilityCount(), start, facility, turned);
  }

  /** The pairs of a table by demand point; within a row facilities ascend. Immutable. */
  public static final class ByDemand {
    private final int facilityCount;
    private final int[] offset;
    private final int[] facility;
    private final int[] cost;

    private ByDemand(int facilityCount, int[] offset, int[] facility, int[] cost) {
      this.facilityCount = facilityCount;
      this.offset = offset;
      this.facility = facility;
      this.cost = cost;
    }

    /** Number of facilities. */
    public int facilityCount() {
      return facilityCount;
    }

    /** Number of demand points. */
    public int demandCount() {
      return offset.length - 1;
    }

    /** Number of pairs. */
    public int pairCount() {
      return facility.length;
    }

    /** First pair of a demand point; its pairs are [first(d), first(d + 1)). */
    public int first(int demandPoint) {
      return offset[demandPoint];
    }

    /** Facility of a pair. */
    public int facility(int pair) {
      return facility[pair];
    }

    /** Cost of a pair, flat millimetres. */
    public int cost(int pair) {
      return cost[pair];
    }
  }

  /**
   * Collects rows in any order, from any number of threads as long as each facility is given once;
   * the threads must be joined before {@link #build}. A row that was never given fails the build,
   * so that a sweep cut short cannot look complete.
   */
  public static final class Builder {
    private final int demandCount;
    private final int limitMillimeters;
    private final int[] @Nullable [] demand;
    private final int[][] cost;
    private final LongAdder pairs = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final long mostPairs;

    /**
     * @param facilityCount at least 0
     * @param demandCount at least 0
     * @param limitMillimeters the limit up to which rows are complete, inclusive, at least 0
     */
    public Builder(int facilityCount, int demandCount, int limitMillimeters) {
      this(facilityCount, demandCount, limitMillimeters, Integer.MAX_VALUE - 8L);
    }

    /**
     * Like the other.
     *
     * @param mostPairs rows that come to more are refused
     */
    public Builder(int facilityCount, int demandCount, int limitMillimeters, long mostPairs) {
      if (facilityCount < 0 || demandCount < 0 || limitMillimeters < 0) {
        throw new IllegalArgumentException(
            "facilityCount, demandCount and limitMillimeters must be at least 0 but are %d, %d, %d"
                .formatted(facilityCount, demandCount, limitMillimeters));
      }
      this.demandCount = demandCount;
      this.limitMillimeters = limitMillimeters;
      this.mostPairs = mostPairs;
      demand = new int[facilityCount][];
      cost = new int[facilityCount][];
    }

    /**
     * The row of one facility.
     *
     * @param facility in [0, facilityCount), given once
     * @param points demand points, each once, in any order; copied
     * @param costs as many, in [0, limitMillimeters]; copied
     * @param size how many of both are used
     * @throws IllegalArgumentException naming the first bad value
     * @throws TooManyPairs where the rows given so far have more than they may
     */
    public void row(int facility, int[] points, int[] costs, int size) {
      if (facility < 0 || facility >= demand.length || demand[facility] != null) {
        throw new IllegalArgumentException(
            "facility must be in [0, %d) and given once but is %d"
                .formatted(demand.length, facility));
      }
      pairs.add(size);
      rows.increment();
      long sum = pairs.sum();
      if (sum > mostPairs) {
        throw new TooManyPairs(mostPairs, (double) sum * demand.length / rows.sum());
      }
      int[] rowDemand = Arrays.copyOf(points, size);
      int[] rowCost = Arrays.copyOf(costs, size);
      if (!ascends(rowDemand)) {
        sort(rowDemand, rowCost);
      }
      checkRow(facility, demandCount, limitMillimeters, rowDemand, rowCost, 0, size);
      cost[facility] = rowCost;
      demand[facility] = rowDemand;
    }

    /**
     * The row of one facility.
     *
     * @param facility in [0, facilityCount), given once
     * @param reached its demand points
     */
    public void row(int facility, ReachedPlaces reached) {
      int[] points = new int[reached.size()];
      int[] costs = new int[reached.size()];
      for (int i = 0; i < points.length; i++) {
        points[i] = reached.place(i);
        costs[i] = reached.cost(i);
      }
      row(facility, points, costs, points.length);
    }

    private static boolean ascends(int[] values) {
      for (int i = 1; i < values.length; i++) {
        if (values[i] < values[i - 1]) {
          return false;
        }
      }
      return true;
    }

    private static void sort(int[] points, int[] costs) {
      long[] order = new long[points.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = (long) points[i] << 32 | (costs[i] & 0xffffffffL);
      }
      Arrays.sort(order);
      for (int i = 0; i < order.length; i++) {
        points[i] = (int) (order[i] >> 32);
        costs[i] = (int) order[i];
      }
    }

    /**
     * The table of all rows.
     *
     * @throws IllegalStateException if a facility has no row, or there are more than 2^31 pairs
     */
    public ReachTable build() {
      int[] offset = new int[demand.length + 1];
      long all = 0;
      for (int f = 0; f < demand.length; f++) {
        int[] row = demand[f];
        if (row == null) {
          throw new IllegalStateException("facility " + f + " has no row");
        }
        all += row.length;
        if (all > Integer.MAX_VALUE - 8) {
          throw new IllegalStateException(
              "more than 2^31 pairs within " + limitMillimeters + " millimetres");
        }
        offset[f + 1] = (int) all;
      }
      int[] allDemand = new int[(int) all];
      int[] allCost = new int[(int) all];
      IntStream.range(0, demand.length)
          .parallel()
          .forEach(
              f -> {
                int size = offset[f + 1] - offset[f];
                System.arraycopy(demand[f], 0, allDemand, offset[f], size);
                System.arraycopy(cost[f], 0, allCost, offset[f], size);
              });
      return new ReachTable(demandCount, limitMillimeters, offset, allDemand, allCost);
    }
  }
}
