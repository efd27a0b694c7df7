package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.caremap.core.graph.StreetGraph;

/**
 * Brings a finished many-source sweep up to date after facilities and streets have changed,
 * touching only nodes whose answer changes and their neighbours (after Ramalingam & Reps, 1996).
 *
 * <p>First, nodes that have lost what their cost stood on are found in the order of their cost: a
 * node stays if a facility on its own streets or a neighbour that stays still gives it the same
 * cost and the same facility. Those that do not stay are emptied and asked anew from their
 * surroundings; then everything new spreads as in any Dijkstra, lower facilities winning ties. The
 * result is that of a sweep from scratch over the changed streets, to the millimetre.
 */
final class ForestUpdate {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final NearestForest base;
  private final StreetGraph graph;
  private final int[] offsets;
  private final int[] heads;
  private final int[] edges;
  private final int[] spreading;
  private final NetworkPlaces facilities;
  private final boolean[] stays;
  private final StreetChanges streets;
  private final boolean towards;
  private final LongHeap heap = new LongHeap();
  private final BitSet changed = new BitSet();

  /** Cost of each node, bridge ends included. */
  final int[] cost;

  /** Facility of each node; any value where it is not reached. */
  final int[] label;

  /**
   * @param base the finished sweep
   * @param facilities the facilities that it started from
   * @param stays which of them still take part where they were
   * @param removed those that took part and do so no longer
   * @param sources new facilities, and known ones in new places
   * @param streets what is closed and opened
   */
  ForestUpdate(
      NearestForest base,
      NetworkPlaces facilities,
      boolean[] stays,
      int[] removed,
      List<Source> sources,
      StreetChanges streets) {
    this.base = base;
    this.facilities = facilities;
    this.stays = stays;
    this.streets = streets;
    graph = facilities.network().graph();
    offsets = graph.arcs().offsets();
    heads = graph.arcs().heads();
    edges = graph.arcs().edges();
    towards = base.direction == Direction.TO_SOURCES;
    spreading = towards ? facilities.network().arriveCosts() : facilities.network().leaveCosts();
    cost = Arrays.copyOf(base.cost, streets.nodeCount());
    Arrays.fill(cost, graph.nodeCount(), cost.length, UNREACHED);
    label = Arrays.copyOf(base.label, cost.length);
    empty(removed);
    for (int node = graph.nodeCount(); node < cost.length; node++) {
      askAround(node);
    }
    for (Source source : sources) {
      NetworkPlaces places = source.places();
      int slot = source.slot();
      offer(places.startNode(slot), seed(places, slot, true), source.label());
      offer(places.endNode(slot), seed(places, slot, false), source.label());
      for (int end : streets.endsOn(places.edge(slot))) {
        offer(end, toEnd(places, slot, end), source.label());
      }
    }
    spread();
  }

  /** Nodes whose cost or facility differs from the base, bridge ends included. */
  BitSet changed() {
    return changed;
  }

  /** What a facility offers to an end of its own edge. */
  private int seed(NetworkPlaces places, int slot, boolean start) {
    if (towards) {
      return start ? places.fromStart(slot) : places.fromEnd(slot);
    }
    return start ? places.toStart(slot) : places.toEnd(slot);
  }

  /** What a facility offers to a bridge end on its own edge. */
  private int toEnd(NetworkPlaces places, int slot, int end) {
    NetworkPlaces ends = streets.endPlaces(end);
    return towards
        ? ends.along(streets.endSlot(end), places, slot)
        : places.along(slot, ends, streets.endSlot(end));
  }

  private void empty(int[] removed) {
    for (int facility : removed) {
      int slot = facilities.slot(facility);
      if (slot >= 0) {
        doubt(facilities.startNode(slot));
        doubt(facilities.endNode(slot));
      }
    }
    for (int edge : streets.closedEdges()) {
      doubt(graph.edgeFrom(edge));
      doubt(graph.edgeTo(edge));
    }
    BitSet fallen = new BitSet();
    while (!heap.isEmpty()) {
      int node = (int) heap.take();
      if (fallen.get(node) || stands(node, fallen)) {
        continue;
      }
      fallen.set(node);
      for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        int head = heads[arc];
        if (base.label[head] == base.label[node]
            && base.cost[head] == base.cost[node] + spreading[arc]) {
          doubt(head);
        }
      }
    }
    fallen.stream().forEach(node -> cost[node] = UNREACHED);
    changed.or(fallen);
    fallen.stream().forEach(this::askAround);
  }

  private void doubt(int node) {
    if (base.cost[node] < UNREACHED) {
      heap.add(base.cost[node], node);
    }
  }

  private boolean stands(int node, BitSet fallen) {
    int wanted = base.cost[node];
    int facility = base.label[node];
    // Walking the other way over each arc: what spreads from the neighbour to this node.
    int[] gathering =
        towards ? facilities.network().leaveCosts() : facilities.network().arriveCosts();
    for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      int head = heads[arc];
      if (base.label[head] == facility
          && !fallen.get(head)
          && !streets.isClosed(edges[arc] >> 1)
          && base.cost[head] + gathering[arc] == wanted) {
        return true;
      }
    }
    if (!stays[facility]) {
      return false;
    }
    int slot = facilities.slot(facility);
    return (facilities.startNode(slot) == node && seed(facilities, slot, true) == wanted)
        || (facilities.endNode(slot) == node && seed(facilities, slot, false) == wanted);
  }

  /** Offers a node all that its neighbours, and facilities on its streets, have for it. */
  private void askAround(int node) {
    int[] gathering =
        towards ? facilities.network().leaveCosts() : facilities.network().arriveCosts();
    if (node < graph.nodeCount()) {
      for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        int edge = edges[arc] >> 1;
        if (streets.isClosed(edge)) {
          continue;
        }
        int head = heads[arc];
        offer(node, WalkingNetwork.sum(cost[head], gathering[arc]), label[head]);
        askFacilities(node, edge, (edges[arc] & 1) == 0);
      }
    } else {
      NetworkPlaces ends = streets.endPlaces(node);
      int edge = ends.edge(streets.endSlot(node));
      for (int f = facilities.firstSlot(edge);
          f < facilities.slotCount() && facilities.edge(f) == edge;
          f++) {
        if (stays[facilities.place(f)]) {
          offer(node, toEnd(facilities, f, node), facilities.place(f));
        }
      }
    }
    if (streets.isTouched(node)) {
      int[] arcs = streets.addedArcs(node);
      for (int i = 0; i < arcs.length; i += 3) {
        int head = arcs[i];
        offer(
            node, WalkingNetwork.sum(cost[head], towards ? arcs[i + 1] : arcs[i + 2]), label[head]);
      }
    }
  }

  private void askFacilities(int node, int edge, boolean start) {
    if (!facilities.isOccupied(edge)) {
      return;
    }
    for (int f = facilities.firstSlot(edge);
        f < facilities.slotCount() && facilities.edge(f) == edge;
        f++) {
      if (stays[facilities.place(f)]) {
        offer(node, seed(facilities, f, start), facilities.place(f));
      }
    }
  }

  private void offer(int node, int offered, int facility) {
    if (offered < cost[node]
        || (offered == cost[node] && offered < UNREACHED && facility < label[node])) {
      cost[node] = offered;
      label[node] = facility;
      changed.set(node);
      heap.add(offered, node);
    }
  }

  private void spread() {
    while (!heap.isEmpty()) {
      long entry = heap.take();
      int node = (int) entry;
      int here = (int) (entry >>> 32);
      if (here != cost[node]) {
        continue;
      }
      int facility = label[node];
      boolean special = streets.isTouched(node);
      if (node < graph.nodeCount()) {
        for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
          if (!special || !streets.isClosed(edges[arc] >> 1)) {
            offer(heads[arc], WalkingNetwork.sum(here, spreading[arc]), facility);
          }
        }
      }
      if (special) {
        int[] arcs = streets.addedArcs(node);
        for (int i = 0; i < arcs.length; i += 3) {
          offer(arcs[i], WalkingNetwork.sum(here, towards ? arcs[i + 2] : arcs[i + 1]), facility);
        }
      }
    }
  }
}
