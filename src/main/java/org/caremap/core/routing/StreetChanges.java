package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.OpenStreets;
import org.caremap.core.graph.StreetGraph;

/**
 * Streets closed and footbridges opened in thought, laid over a network that stays as it is. Each
 * end of a bridge is a node of its own, numbered from the network's node count, and joined to its
 * street like any place. Immutable.
 */
public final class StreetChanges {
  private final WalkingNetwork network;
  private final BitSet closed;
  private final List<NetworkPlaces> bridges;

  /** Nodes with closed edges or additional arcs. */
  private final BitSet touched = new BitSet();

  /** Additional arcs of a node: head, cost there, cost from there, again and again. */
  private final Map<Integer, int[]> added = new HashMap<>();

  /** Bridge ends by the edge they are joined to. */
  private final Map<Integer, List<Integer>> endsOfEdge = new HashMap<>();

  private StreetChanges(WalkingNetwork network, BitSet closed, List<Bridge> bridges) {
    this.network = network;
    this.closed = closed;
    this.bridges = bridges.stream().map(Bridge::ends).toList();
    StreetGraph graph = network.graph();
    closed.stream()
        .forEach(
            edge -> {
              touched.set(graph.edgeFrom(edge));
              touched.set(graph.edgeTo(edge));
            });
    for (int i = 0; i < bridges.size(); i++) {
      int first = graph.nodeCount() + 2 * i;
      join(first);
      join(first + 1);
      link(first, first + 1, bridges.get(i).cost(), bridges.get(i).cost());
    }
  }

  /**
   * A footbridge.
   *
   * @param ends its two ends on the network; both near enough to a street
   * @param cost of walking over it, in flat millimetres, at least 1
   */
  public record Bridge(NetworkPlaces ends, int cost) {
    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    public Bridge {
      if (ends.size() != 2 || !ends.isSnapped(0) || !ends.isSnapped(1)) {
        throw new IllegalArgumentException("a bridge has two ends, each near enough to a street");
      }
      if (cost < 1 || cost > WalkingNetwork.FARTHEST) {
        throw new IllegalArgumentException(
            "cost must be in [1, %d] but is %d".formatted(WalkingNetwork.FARTHEST, cost));
      }
    }
  }

  /**
   * @param network the streets as somebody walks them
   * @param closedEdges edges in [0, edgeCount) that cannot be walked
   * @param bridges bridges whose ends lie on the network, none of them on a closed edge
   * @throws IllegalArgumentException naming the bad edge
   */
  public static StreetChanges of(WalkingNetwork network, int[] closedEdges, List<Bridge> bridges) {
    BitSet closed = new BitSet();
    for (int edge : closedEdges) {
      if (edge < 0 || edge >= network.graph().edgeCount()) {
        throw new IllegalArgumentException(
            "edge must be in [0, %d) but is %d".formatted(network.graph().edgeCount(), edge));
      }
      closed.set(edge);
    }
    for (Bridge bridge : bridges) {
      for (int slot = 0; slot < 2; slot++) {
        if (closed.get(bridge.ends().edge(slot))) {
          throw new IllegalArgumentException(
              "a bridge may not end on a closed street: edge " + bridge.ends().edge(slot));
        }
      }
    }
    return new StreetChanges(network, closed, bridges);
  }

  /** Nothing changes. */
  public static StreetChanges none(WalkingNetwork network) {
    return of(network, new int[0], List.of());
  }

  private void join(int end) {
    NetworkPlaces places = endPlaces(end);
    int slot = endSlot(end);
    int edge = places.edge(slot);
    link(end, places.startNode(slot), places.toStart(slot), places.fromStart(slot));
    link(end, places.endNode(slot), places.toEnd(slot), places.fromEnd(slot));
    List<Integer> others = endsOfEdge.computeIfAbsent(edge, key -> new ArrayList<>());
    for (int other : others) {
      link(
          end,
          other,
          places.along(slot, endPlaces(other), endSlot(other)),
          endPlaces(other).along(endSlot(other), places, slot));
    }
    others.add(end);
  }

  private void link(int from, int to, int there, int back) {
    append(from, to, there, back);
    append(to, from, back, there);
  }

  private void append(int node, int head, int leave, int arrive) {
    touched.set(node);
    int[] arcs = added.getOrDefault(node, new int[0]);
    int[] more = Arrays.copyOf(arcs, arcs.length + 3);
    more[arcs.length] = head;
    more[arcs.length + 1] = leave;
    more[arcs.length + 2] = arrive;
    added.put(node, more);
  }

  /** The network that these changes are laid over. */
  public WalkingNetwork network() {
    return network;
  }

  /** Number of nodes, bridge ends included. */
  int nodeCount() {
    return network.graph().nodeCount() + 2 * bridges.size();
  }

  boolean isEmpty() {
    return touched.isEmpty();
  }

  /** Whether a node has closed edges or additional arcs. */
  boolean isTouched(int node) {
    return touched.get(node);
  }

  boolean isClosed(int edge) {
    return closed.get(edge);
  }

  int[] closedEdges() {
    return closed.stream().toArray();
  }

  /** Additional arcs of a node: head, cost of leaving, cost of arriving, again and again. */
  int[] addedArcs(int node) {
    return added.getOrDefault(node, new int[0]);
  }

  /** Bridge ends on an edge, as nodes. */
  List<Integer> endsOn(int edge) {
    return endsOfEdge.getOrDefault(edge, List.of());
  }

  /** Edges on which bridges end. */
  Iterable<Integer> edgesWithEnds() {
    return endsOfEdge.keySet();
  }

  NetworkPlaces endPlaces(int end) {
    return bridges.get((end - network.graph().nodeCount()) / 2);
  }

  int endSlot(int end) {
    int place = (end - network.graph().nodeCount()) % 2;
    return endPlaces(end).slot(place);
  }

  /**
   * Joins places to the streets that are still open. What is an island stays as it was, so that
   * closing one street does not move places elsewhere.
   */
  public EdgeSnapper snapper() {
    OpenStreets before = network.snapper().streets();
    return new EdgeSnapper(
        network.graph(),
        new OpenStreets() {
          @Override
          public boolean isOpen(int edge) {
            return !closed.get(edge) && before.isOpen(edge);
          }

          @Override
          public int componentOfNode(int node) {
            return before.componentOfNode(node);
          }

          @Override
          public int componentCount() {
            return before.componentCount();
          }

          @Override
          public double componentLengthMeters(int component) {
            return before.componentLengthMeters(component);
          }
        });
  }
}
