package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caremap.core.graph.OpenStreets;

/**
 * The nearest facility of every demand point: what it costs to walk there, access at both ends
 * included, and which one it is. Ties go to the lower index. Immutable.
 */
public final class NearestFacilities {
  private static final int CHUNK = 4096;
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final int[] cost;
  private final int[] facility;

  /**
   * The arrays are kept, not copied.
   *
   * @param cost flat millimetres, or {@link WalkingNetwork#UNREACHED}
   * @param facility index of the facility, or -1
   */
  NearestFacilities(int[] cost, int[] facility) {
    this.cost = cost;
    this.facility = facility;
  }

  /** Answers found otherwise; the arrays are kept, not copied. */
  static NearestFacilities of(int[] cost, int[] facility) {
    return new NearestFacilities(cost, facility);
  }

  /** Like the longer form with all facilities, without a limit, never cancelled. */
  public static NearestFacilities sweep(NetworkPlaces demand, NetworkPlaces facilities, Trip trip) {
    return sweep(
        demand,
        facilities,
        IntStream.range(0, facilities.size()).toArray(),
        trip,
        WalkingNetwork.FARTHEST,
        () -> false);
  }

  /**
   * One sweep from all facilities at once where a walk costs the same as its reverse; two, there
   * and back, where not. By {@link Trip#WORSE} a point's nearest facility is the one with the least
   * max(there, back), which need not be the nearest in either direction: wherever both sweeps name
   * the same facility it is proven by them, and only the few other points are searched one by one.
   *
   * @param demand demand points
   * @param facilities facilities on the same network
   * @param indices the facilities that take part
   * @param trip which walk counts
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static NearestFacilities sweep(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      int limit,
      BooleanSupplier cancelled) {
    boolean symmetric = demand.network().isSymmetric();
    if (symmetric || trip == Trip.TO_FACILITY) {
      return oneWay(demand, facilities, indices, Direction.TO_SOURCES, limit, cancelled);
    }
    NearestFacilities back =
        oneWay(demand, facilities, indices, Direction.FROM_SOURCES, limit, cancelled);
    if (trip == Trip.BACK) {
      return back;
    }
    NearestFacilities there =
        oneWay(demand, facilities, indices, Direction.TO_SOURCES, limit, cancelled);
    return worse(demand, facilities, indices, there, back, limit, cancelled);
  }

  /** Metres of a point that is connected with a facility, but farther away than was asked for. */
  public static final double FARTHER_METERS = Double.MAX_VALUE;

  /**
   * How far every demand point walks to its nearest facility, as far as a limit: for counting who
   * arrives in time at each of many types, where all that lies farther need not be walked. Who is
   * connected at all follows from the components of the network, so it has to be symmetric.
   *
   * @param demand demand points
   * @param facilities facilities on the same network
   * @param indices the facilities that take part
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param cancelled asked now and then
   * @return flat metres within the limit; {@link #FARTHER_METERS} beyond it; infinite where no
   *     facility can be reached
   * @throws IllegalArgumentException if the network is not symmetric
   */
  public static double[] metersWithin(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      int limit,
      BooleanSupplier cancelled) {
    int[] cost = costsWithin(demand, facilities, indices, limit, cancelled);
    double[] meters = new double[cost.length];
    for (int i = 0; i < meters.length; i++) {
      meters[i] =
          cost[i] == WalkingNetwork.FARTHEST && limit < WalkingNetwork.FARTHEST
              ? FARTHER_METERS
              : WalkingNetwork.meters(cost[i]);
    }
    return meters;
  }

  /**
   * The same as costs.
   *
   * @param demand demand points
   * @param facilities facilities on the same network
   * @param indices the facilities that take part
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param cancelled asked now and then
   * @return flat millimetres within the limit; {@link WalkingNetwork#FARTHEST} beyond it; {@link
   *     WalkingNetwork#UNREACHED} where no facility can be reached
   * @throws IllegalArgumentException if the network is not symmetric
   */
  public static int[] costsWithin(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      int limit,
      BooleanSupplier cancelled) {
    if (!demand.network().isSymmetric()) {
      throw new IllegalArgumentException(
          "components say who is connected only where every way leads both ways");
    }
    OpenStreets streets = demand.network().snapper().streets();
    BitSet served = new BitSet();
    for (int index : indices) {
      if (facilities.slot(index) >= 0) {
        served.set(streets.componentOfNode(facilities.startNode(facilities.slot(index))));
      }
    }
    NearestFacilities near =
        oneWay(demand, facilities, indices, Direction.TO_SOURCES, limit, cancelled);
    // Nobody else holds these costs.
    int[] cost = near.cost;
    for (int i = 0; i < cost.length; i++) {
      int slot = demand.slot(i);
      if (cost[i] == UNREACHED
          && slot >= 0
          && served.get(streets.componentOfNode(demand.startNode(slot)))) {
        cost[i] = WalkingNetwork.FARTHEST;
      }
    }
    return cost;
  }

  private static NearestFacilities oneWay(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Direction direction,
      int limit,
      BooleanSupplier cancelled) {
    WalkingNetwork network = demand.network();
    TravelTimeSweep sweep = network.acquire();
    try {
      sweep.run(direction, facilities, indices, limit, cancelled);
      boolean[] takesPart = new boolean[facilities.size()];
      for (int index : indices) {
        takesPart[index] = true;
      }
      int[] cost = new int[demand.size()];
      int[] facility = new int[demand.size()];
      Arrays.fill(cost, UNREACHED);
      Arrays.fill(facility, -1);
      int slots = demand.slotCount();
      IntStream.range(0, (slots + CHUNK - 1) / CHUNK)
          .parallel()
          .forEach(
              chunk ->
                  new Part(sweep, demand, facilities, takesPart, direction, limit, cost, facility)
                      .fill(chunk * CHUNK, Math.min(slots, (chunk + 1) * CHUNK)));
      return new NearestFacilities(cost, facility);
    } finally {
      network.release(sweep);
    }
  }

  /** Reads the answers of some demand points, in the order of their edges, off a sweep. */
  private record Part(
      TravelTimeSweep sweep,
      NetworkPlaces demand,
      NetworkPlaces facilities,
      boolean[] takesPart,
      Direction direction,
      int limit,
      int[] cost,
      int[] facility) {
    void fill(int first, int end) {
      if (first >= end) {
        return;
      }
      boolean towards = direction == Direction.TO_SOURCES;
      int near = facilities.firstSlot(demand.edge(first));
      for (int k = first; k < end; k++) {
        int start = demand.startNode(k);
        int last = demand.endNode(k);
        int best =
            WalkingNetwork.sum(
                sweep.cost(start), towards ? demand.toStart(k) : demand.fromStart(k));
        int which = best < UNREACHED ? sweep.source(start) : -1;
        int other =
            WalkingNetwork.sum(sweep.cost(last), towards ? demand.toEnd(k) : demand.fromEnd(k));
        if (other < best || (other == best && which >= 0 && sweep.source(last) < which)) {
          best = other;
          which = sweep.source(last);
        }
        while (near < facilities.slotCount() && facilities.edge(near) < demand.edge(k)) {
          near++;
        }
        for (int f = near;
            f < facilities.slotCount() && facilities.edge(f) == demand.edge(k);
            f++) {
          int index = facilities.place(f);
          if (takesPart[index]) {
            int direct = towards ? demand.along(k, facilities, f) : facilities.along(f, demand, k);
            if (direct < best || (direct == best && which >= 0 && index < which)) {
              best = direct;
              which = index;
            }
          }
        }
        if (best <= limit) {
          cost[demand.place(k)] = best;
          facility[demand.place(k)] = which;
        }
      }
    }
  }

  private static NearestFacilities worse(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      NearestFacilities there,
      NearestFacilities back,
      int limit,
      BooleanSupplier cancelled) {
    int[] cost = new int[demand.size()];
    int[] facility = new int[demand.size()];
    KNearestSearch search = new KNearestSearch(facilities, indices, Trip.WORSE);
    IntStream.range(0, (cost.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              for (int i = chunk * CHUNK; i < Math.min(cost.length, (chunk + 1) * CHUNK); i++) {
                // No facility can do better than the best there and the best back.
                if (there.facility[i] == back.facility[i]) {
                  cost[i] = Math.max(there.cost[i], back.cost[i]);
                  facility[i] = there.facility[i];
                } else if (there.facility[i] < 0 || back.facility[i] < 0) {
                  cost[i] = UNREACHED;
                  facility[i] = -1;
                } else {
                  KNearestSearch.Found found = search.nearest(demand, i, limit, cancelled);
                  cost[i] = found.cost();
                  facility[i] = found.facility();
                }
              }
            });
    return new NearestFacilities(cost, facility);
  }

  /** Number of demand points. */
  public int size() {
    return cost.length;
  }

  /** Cost of demand point i to its nearest facility, or {@link WalkingNetwork#UNREACHED}. */
  public int cost(int i) {
    return cost[i];
  }

  /** Flat metres from demand point i to its nearest facility; infinite if none can be reached. */
  public double meters(int i) {
    return WalkingNetwork.meters(cost[i]);
  }

  /** Index of the nearest facility of demand point i, or -1. */
  public int facility(int i) {
    return facility[i];
  }

  /** Flat metres of all demand points in a fresh array. */
  public double[] meters() {
    double[] meters = new double[cost.length];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = WalkingNetwork.meters(cost[i]);
    }
    return meters;
  }

  /** A copy of the costs of all demand points. */
  public int[] costs() {
    return cost.clone();
  }

  /** A copy of the nearest facilities of all demand points. */
  public int[] facility() {
    return facility.clone();
  }
}
