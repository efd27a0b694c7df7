package org.caremap.core.routing;

import java.util.Arrays;

/**
 * The places within the limit of a sweep and what the walk costs each, ascending by place; all
 * others are out of reach. Immutable.
 */
public final class ReachedPlaces {
  private final int[] place;
  private final int[] cost;

  /** The arrays are kept, not copied; places ascend. */
  ReachedPlaces(int[] place, int[] cost) {
    this.place = place;
    this.cost = cost;
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
}
