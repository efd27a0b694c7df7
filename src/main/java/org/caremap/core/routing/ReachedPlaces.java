package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The places within the limit of a sweep and what the walk costs each, ascending by place; all
 * others are out of reach. Immutable.
 */
public final class ReachedPlaces {
  private final int[] place;
  private final int[] cost;

  private ReachedPlaces(int[] place, int[] cost) {
    this.place = place;
    this.cost = cost;
  }

  /**
   * @param pairs place in the upper half, cost in the lower; sorted here, in place
   */
  static ReachedPlaces of(long[] pairs) {
    Arrays.sort(pairs);
    int[] places = new int[pairs.length];
    int[] costs = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      places[i] = (int) (pairs[i] >> 32);
      costs[i] = (int) pairs[i];
    }
    return new ReachedPlaces(places, costs);
  }

  /** Number of places reached. */
  public int size() {
    return place.length;
  }

  /** The i-th place reached: its index among all places. */
  public int place(int i) {
    return place[i];
  }

  /** Cost of the i-th place reached, flat millimetres. */
  public int cost(int i) {
    return cost[i];
  }

  /** Cost of any place, or {@link WalkingNetwork#UNREACHED}. */
  public int costOf(int wantedPlace) {
    int i = Arrays.binarySearch(place, wantedPlace);
    return i < 0 ? WalkingNetwork.UNREACHED : cost[i];
  }

  /** Flat metres of any place, infinite if it was not reached. */
  public double metersOf(int wantedPlace) {
    return WalkingNetwork.meters(costOf(wantedPlace));
  }

  /** The places whose cost is within a limit, inclusive. */
  public BitSet within(int limit) {
    BitSet within = new BitSet();
    for (int i = 0; i < place.length; i++) {
      if (cost[i] <= limit) {
        within.set(place[i]);
      }
    }
    return within;
  }
}
