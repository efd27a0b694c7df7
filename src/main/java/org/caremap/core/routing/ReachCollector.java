package org.caremap.core.routing;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps around one facility after the other and gathers the demand points within the limit. It
 * looks only at the edges around reached nodes, so the time goes with what is reached and not with
 * the county. Scratch of one thread; close it to give the sweeps back.
 */
final class ReachCollector implements AutoCloseable {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final NetworkPlaces facilities;
  private final WalkingNetwork network;
  private final Direction direction;
  private final TravelTimeSweep sweep;
  private final @Nullable TravelTimeSweep back;

  /** Places found by the last {@link #collect}, in no particular order. */
  int[] place = new int[256];

  /** Their costs. */
  int[] cost = new int[256];

  /** How many. */
  int size;

  ReachCollector(NetworkPlaces facilities, Trip trip) {
    this.facilities = facilities;
    network = facilities.network();
    boolean both = trip == Trip.WORSE && !network.isSymmetric();
    direction = trip == Trip.BACK ? Direction.FROM_SOURCES : Direction.TO_SOURCES;
    sweep = network.acquire();
    back = both ? network.acquire() : null;
  }

  /** The sweep to the facility, or from it for {@link Trip#BACK}. */
  TravelTimeSweep sweep() {
    return sweep;
  }

  /** The sweep from the facility where both ways count and differ. */
  @Nullable TravelTimeSweep back() {
    return back;
  }

  /** Sweeps around a facility. */
  void sweep(int facility, int limit, BooleanSupplier cancelled) {
    sweep.run(direction, facilities, facility, limit, cancelled);
    if (back != null) {
      back.run(Direction.FROM_SOURCES, facilities, facility, limit, cancelled);
    }
  }

  /** Gathers the demand points of the facility just swept. */
  void collect(int facility, int limit, NetworkPlaces demand) {
    size = 0;
    int home = facilities.slot(facility);
    if (home < 0) {
      return;
    }
    StreetGraph graph = network.graph();
    int[] offsets = graph.arcs().offsets();
    int[] edges = graph.arcs().edges();
    int[] heads = graph.arcs().heads();
    int homeEdge = facilities.edge(home);
    offerEdge(homeEdge, home, limit, demand);
    for (int i = 0; i < sweep.reachedCount(); i++) {
      int node = sweep.reachedNode(i);
      for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        int edge = edges[arc] >> 1;
        // An edge with both ends reached is looked at from its start.
        boolean first = (edges[arc] & 1) == 0 || sweep.cost(heads[arc]) == UNREACHED;
        if (first && edge != homeEdge && demand.isOccupied(edge)) {
          offerEdge(edge, -1, limit, demand);
        }
      }
    }
  }

  private void offerEdge(int edge, int home, int limit, NetworkPlaces demand) {
    if (!demand.isOccupied(edge)) {
      return;
    }
    int slots = demand.slotCount();
    for (int k = demand.firstSlot(edge); k < slots && demand.edge(k) == edge; k++) {
      int found = walk(sweep, direction, k, home, demand);
      if (back != null && found <= limit) {
        found = Math.max(found, walk(back, Direction.FROM_SOURCES, k, home, demand));
      }
      if (found <= limit) {
        if (size == place.length) {
          place = Arrays.copyOf(place, size * 2);
          cost = Arrays.copyOf(cost, size * 2);
        }
        place[size] = demand.place(k);
        cost[size++] = found;
      }
    }
  }

  private int walk(TravelTimeSweep one, Direction way, int k, int home, NetworkPlaces demand) {
    boolean towards = way == Direction.TO_SOURCES;
    int viaStart =
        one.cost(demand.startNode(k)) + (towards ? demand.toStart(k) : demand.fromStart(k));
    int viaEnd = one.cost(demand.endNode(k)) + (towards ? demand.toEnd(k) : demand.fromEnd(k));
    int best = Math.min(viaStart, viaEnd);
    if (home >= 0) {
      best =
          Math.min(
              best,
              towards ? demand.along(k, facilities, home) : facilities.along(home, demand, k));
    }
    return best;
  }

  /** The last result by place, ascending. */
  ReachedPlaces result() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) place[i] << 32 | cost[i];
    }
    return ReachedPlaces.of(order);
  }

  @Override
  public void close() {
    network.release(sweep);
    if (back != null) {
      network.release(back);
    }
  }
}
