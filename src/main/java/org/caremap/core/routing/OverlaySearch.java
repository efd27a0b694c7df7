package org.caremap.core.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The nearest facility there and back over changed streets, for the few places whose nearest
 * facility there is another than back. Two searches from the place, away from it and towards it,
 * take turns until no facility that is unseen in either can be better. Scratch of one thread.
 */
final class OverlaySearch {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private static final int CANCEL_CHECK_INTERVAL = 1024;

  private final NetworkPlaces facilities;
  private final boolean[] stays;
  private final List<Source> sources;
  private final StreetChanges streets;
  private final WalkingNetwork network;
  private final Wave[] waves;
  private NetworkPlaces origins;
  private int origin;
  private int bestCost;
  private int bestFacility;

  OverlaySearch(
      NetworkPlaces facilities, boolean[] stays, List<Source> sources, StreetChanges streets) {
    this.facilities = facilities;
    this.stays = stays;
    this.sources = sources;
    this.streets = streets;
    network = facilities.network();
    origins = facilities;
    waves = new Wave[] {new Wave(true), new Wave(false)};
  }

  KNearestSearch.Found nearest(NetworkPlaces places, int slot, BooleanSupplier cancelled) {
    origins = places;
    origin = slot;
    bestCost = UNREACHED;
    bestFacility = -1;
    for (Wave wave : waves) {
      wave.begin();
    }
    int steps = 0;
    while (true) {
      Wave next = null;
      for (Wave wave : waves) {
        if (!wave.heap.isEmpty()
            && (next == null || wave.heap.leastCost() < next.heap.leastCost())) {
          next = wave;
        }
      }
      // A facility at exactly the best cost may still win by its index.
      if (next == null || next.heap.leastCost() > bestCost) {
        return new KNearestSearch.Found(bestFacility, bestCost);
      }
      if (++steps % CANCEL_CHECK_INTERVAL == 0 && cancelled.getAsBoolean()) {
        throw new java.util.concurrent.CancellationException("the search was cancelled");
      }
      next.settle();
    }
  }

  private void note(int facility) {
    int worst =
        Math.max(
            waves[0].met.getOrDefault(facility, UNREACHED),
            waves[1].met.getOrDefault(facility, UNREACHED));
    if (worst < bestCost || (worst == bestCost && worst < UNREACHED && facility < bestFacility)) {
      bestCost = worst;
      bestFacility = facility;
    }
  }

  /** One of the two searches. */
  private final class Wave {
    final boolean away;
    final LongHeap heap = new LongHeap();
    final Map<Integer, Integer> met = new HashMap<>();
    private final int[] cost = new int[streets.nodeCount()];
    private int[] reached = new int[256];
    private int reachedCount;

    Wave(boolean away) {
      this.away = away;
      Arrays.fill(cost, UNREACHED);
    }

    void begin() {
      for (int i = 0; i < reachedCount; i++) {
        cost[reached[i]] = UNREACHED;
      }
      reachedCount = 0;
      heap.clear();
      met.clear();
      int edge = origins.edge(origin);
      offer(origins.startNode(origin), away ? origins.toStart(origin) : origins.fromStart(origin));
      offer(origins.endNode(origin), away ? origins.toEnd(origin) : origins.fromEnd(origin));
      for (int end : streets.endsOn(edge)) {
        offer(end, between(origins, origin, streets.endPlaces(end), streets.endSlot(end)));
      }
      for (int f = facilities.firstSlot(edge);
          f < facilities.slotCount() && facilities.edge(f) == edge;
          f++) {
        if (stays[facilities.place(f)]) {
          meet(facilities.place(f), between(origins, origin, facilities, f));
        }
      }
      for (Source source : sources) {
        if (source.places().edge(source.slot()) == edge) {
          meet(source.label(), between(origins, origin, source.places(), source.slot()));
        }
      }
    }

    private int between(NetworkPlaces from, int slot, NetworkPlaces to, int toSlot) {
      return away ? from.along(slot, to, toSlot) : to.along(toSlot, from, slot);
    }

    private void offer(int node, int offered) {
      if (offered < cost[node]) {
        if (cost[node] == UNREACHED) {
          if (reachedCount == reached.length) {
            reached = Arrays.copyOf(reached, reachedCount * 2);
          }
          reached[reachedCount++] = node;
        }
        cost[node] = offered;
        heap.add(offered, node);
      }
    }

    private void meet(int facility, int offered) {
      if (offered < met.getOrDefault(facility, UNREACHED)) {
        met.put(facility, offered);
        note(facility);
      }
    }

    void settle() {
      long entry = heap.take();
      int node = (int) entry;
      int here = (int) (entry >>> 32);
      if (here != cost[node]) {
        return;
      }
      boolean special = streets.isTouched(node);
      if (node < network.graph().nodeCount()) {
        scanStreets(node, here, special);
      } else {
        meetAround(node, here);
      }
      if (special) {
        int[] arcs = streets.addedArcs(node);
        for (int i = 0; i < arcs.length; i += 3) {
          offer(arcs[i], WalkingNetwork.sum(here, away ? arcs[i + 1] : arcs[i + 2]));
        }
      }
      for (Source source : sources) {
        NetworkPlaces places = source.places();
        int slot = source.slot();
        if (places.startNode(slot) == node) {
          meet(source.label(), WalkingNetwork.sum(here, leg(places, slot, true)));
        }
        if (places.endNode(slot) == node) {
          meet(source.label(), WalkingNetwork.sum(here, leg(places, slot, false)));
        }
      }
    }

    private void scanStreets(int node, int here, boolean special) {
      int[] offsets = network.graph().arcs().offsets();
      int[] heads = network.graph().arcs().heads();
      int[] edges = network.graph().arcs().edges();
      int[] costs = away ? network.leaveCosts() : network.arriveCosts();
      for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        int edge = edges[arc] >> 1;
        if (special && streets.isClosed(edge)) {
          continue;
        }
        offer(heads[arc], WalkingNetwork.sum(here, costs[arc]));
        if (facilities.isOccupied(edge)) {
          for (int f = facilities.firstSlot(edge);
              f < facilities.slotCount() && facilities.edge(f) == edge;
              f++) {
            if (stays[facilities.place(f)]) {
              meet(
                  facilities.place(f),
                  WalkingNetwork.sum(here, leg(facilities, f, (edges[arc] & 1) == 0)));
            }
          }
        }
      }
    }

    /** Facilities on the street that a bridge ends on. */
    private void meetAround(int end, int here) {
      NetworkPlaces ends = streets.endPlaces(end);
      int slot = streets.endSlot(end);
      int edge = ends.edge(slot);
      for (int f = facilities.firstSlot(edge);
          f < facilities.slotCount() && facilities.edge(f) == edge;
          f++) {
        if (stays[facilities.place(f)]) {
          meet(facilities.place(f), WalkingNetwork.sum(here, between(ends, slot, facilities, f)));
        }
      }
      for (Source source : sources) {
        if (source.places().edge(source.slot()) == edge) {
          meet(
              source.label(),
              WalkingNetwork.sum(here, between(ends, slot, source.places(), source.slot())));
        }
      }
    }

    private int leg(NetworkPlaces places, int slot, boolean start) {
      if (away) {
        return start ? places.fromStart(slot) : places.fromEnd(slot);
      }
      return start ? places.toStart(slot) : places.toEnd(slot);
    }
  }
}
