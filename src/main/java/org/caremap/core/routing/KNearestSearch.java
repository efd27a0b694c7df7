package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.caremap.core.graph.StreetGraph;

/**
 * The k nearest facilities of one place, each with the line to walk. Sweeps from the place, away
 * from it and towards it as the trip asks, end as soon as nothing unseen can be nearer than the
 * k-th facility. Immutable; each search has its own scratch.
 */
public final class KNearestSearch {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final WalkingNetwork network;
  private final NetworkPlaces facilities;
  private final boolean[] takesPart;
  private final Trip trip;

  /**
   * @param facilities facilities on the network
   * @param indices those of them that may be found
   * @param trip which walk counts; by {@link Trip#WORSE} the slower of there and back
   */
  public KNearestSearch(NetworkPlaces facilities, int[] indices, Trip trip) {
    this.network = facilities.network();
    this.facilities = facilities;
    this.trip = trip == Trip.WORSE && network.isSymmetric() ? Trip.TO_FACILITY : trip;
    takesPart = new boolean[facilities.size()];
    for (int index : indices) {
      takesPart[index] = true;
    }
  }

  /** The nearest facility without its line. */
  record Found(int facility, int cost) {}

  /**
   * The nearest facility of one place of many.
   *
   * @return facility -1 and {@link WalkingNetwork#UNREACHED} if there is none within the limit
   */
  Found nearest(NetworkPlaces origins, int origin, int limit, BooleanSupplier cancelled) {
    try (Search search = new Search(origins, origin, limit)) {
      search.run(1, cancelled);
      int[] best = search.best(1);
      return best.length == 0 ? new Found(-1, UNREACHED) : new Found(best[0], search.cost(best[0]));
    }
  }

  /**
   * Searches.
   *
   * @param origins places on the same network
   * @param origin which of them is asked for; nothing is found if it is not snapped
   * @param k how many facilities, at least 1
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param cancelled asked now and then
   * @return at most k, in order of cost, then of index
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<NearFacility> search(
      NetworkPlaces origins, int origin, int k, int limit, BooleanSupplier cancelled) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1 but is " + k);
    }
    try (Search search = new Search(origins, origin, limit)) {
      search.run(k, cancelled);
      List<NearFacility> found = new ArrayList<>();
      for (int f : search.best(k)) {
        found.add(search.describe(f));
      }
      return found;
    }
  }

  /** One search: one sweep or two, and what they have found. */
  private final class Search implements AutoCloseable {
    private final NetworkPlaces origins;
    private final int origin;
    private final int limit;
    private final Wave[] waves;
    private int[] seen = new int[16];
    private int seenCount;
    private final int[] cost;

    Search(NetworkPlaces origins, int origin, int limit) {
      this.origins = origins;
      this.origin = origin;
      this.limit = limit;
      boolean there = trip != Trip.BACK;
      boolean back = trip != Trip.TO_FACILITY;
      waves = new Wave[there && back ? 2 : 1];
      if (there) {
        waves[0] = new Wave(Direction.FROM_SOURCES);
      }
      if (back) {
        waves[waves.length - 1] = new Wave(Direction.TO_SOURCES);
      }
      cost = new int[facilities.size()];
      Arrays.fill(cost, UNREACHED);
    }

    /** A sweep around the origin and the facilities it has met. */
    private final class Wave {
      final TravelTimeSweep sweep = network.acquire();
      final Direction direction;
      final int[] met = new int[facilities.size()];

      Wave(Direction direction) {
        this.direction = direction;
        Arrays.fill(met, UNREACHED);
        sweep.begin(direction, origins, origin, limit);
      }

      void meetOnOwnEdge() {
        int slot = origins.slot(origin);
        if (slot < 0) {
          return;
        }
        int edge = origins.edge(slot);
        for (int f = facilities.firstSlot(edge);
            f < facilities.slotCount() && facilities.edge(f) == edge;
            f++) {
          meet(
              f,
              direction == Direction.FROM_SOURCES
                  ? origins.along(slot, facilities, f)
                  : facilities.along(f, origins, slot));
        }
      }

      void around(int node, int here) {
        StreetGraph graph = network.graph();
        int[] offsets = graph.arcs().offsets();
        for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
          int edge = graph.arcs().edges()[arc] >> 1;
          if (!facilities.isOccupied(edge)) {
            continue;
          }
          boolean atStart = (graph.arcs().edges()[arc] & 1) == 0;
          for (int f = facilities.firstSlot(edge);
              f < facilities.slotCount() && facilities.edge(f) == edge;
              f++) {
            meet(f, WalkingNetwork.sum(here, leg(f, atStart)));
          }
        }
      }

      /** From the end of a facility's edge to it, or from it to there. */
      private int leg(int f, boolean start) {
        if (direction == Direction.FROM_SOURCES) {
          return start ? facilities.fromStart(f) : facilities.fromEnd(f);
        }
        return start ? facilities.toStart(f) : facilities.toEnd(f);
      }

      private void meet(int slot, int offered) {
        int f = facilities.place(slot);
        if (offered < met[f] && offered <= limit && takesPart[f]) {
          met[f] = offered;
          note(f);
        }
      }

      void step(BooleanSupplier cancelled) {
        sweep.settle(cancelled);
        sweep.forEachSettled(this::around);
      }
    }

    private void note(int f) {
      int worst = 0;
      for (Wave wave : waves) {
        worst = Math.max(worst, wave.met[f]);
      }
      if (worst < cost[f]) {
        if (cost[f] == UNREACHED) {
          if (seenCount == seen.length) {
            seen = Arrays.copyOf(seen, seenCount * 2);
          }
          seen[seenCount++] = f;
        }
        cost[f] = worst;
      }
    }

    void run(int k, BooleanSupplier cancelled) {
      for (Wave wave : waves) {
        wave.meetOnOwnEdge();
      }
      while (true) {
        Wave next = null;
        int bound = UNREACHED;
        for (Wave wave : waves) {
          // A facility that a finished wave has not met cannot be found at all.
          if (!wave.sweep.exhausted()) {
            int least = wave.sweep.advance();
            if (least < bound) {
              bound = least;
              next = wave;
            }
          }
        }
        // Later facilities cost at least the bound; one at exactly that may still win by its index.
        if (next == null || kth(k) < bound) {
          return;
        }
        next.step(cancelled);
      }
    }

    private int kth(int k) {
      if (seenCount < k) {
        return UNREACHED;
      }
      int[] costs = new int[seenCount];
      for (int i = 0; i < seenCount; i++) {
        costs[i] = cost[seen[i]];
      }
      Arrays.sort(costs);
      return costs[k - 1];
    }

    int cost(int f) {
      return cost[f];
    }

    int[] best(int k) {
      long[] order = new long[seenCount];
      for (int i = 0; i < seenCount; i++) {
        order[i] = (long) cost[seen[i]] << 32 | seen[i];
      }
      Arrays.sort(order);
      int[] best = new int[Math.min(k, seenCount)];
      for (int i = 0; i < best.length; i++) {
        best[i] = (int) order[i];
      }
      return best;
    }

    NearFacility describe(int f) {
      Wave wave = waves[0];
      WalkingPath path =
          new PathTracer(wave.sweep, wave.direction, origins, origin)
              .trace(facilities, f, wave.met[f]);
      double counts = WalkingNetwork.meters(cost[f]);
      double there = counts;
      double back = counts;
      if (!network.isSymmetric()) {
        boolean away = wave.direction == Direction.FROM_SOURCES;
        there = away ? WalkingNetwork.meters(wave.met[f]) : Double.NaN;
        back =
            waves.length == 2
                ? WalkingNetwork.meters(waves[1].met[f])
                : away ? Double.NaN : WalkingNetwork.meters(wave.met[f]);
      }
      return new NearFacility(f, counts, there, back, path);
    }

    @Override
    public void close() {
      for (Wave wave : waves) {
        network.release(wave.sweep);
      }
    }
  }
}
