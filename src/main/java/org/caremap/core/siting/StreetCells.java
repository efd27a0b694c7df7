package org.caremap.core.siting;

import java.util.Arrays;
import org.caremap.core.graph.StreetGraph;

/**
 * To which area each junction belongs where boundaries do not say so: to that of the nearest place
 * whose area is known, over the streets (network Voronoi cells; Dijkstra from all places at once).
 */
public final class StreetCells {
  /** Of a node that belongs nowhere. */
  public static final int NONE = -1;

  private final StreetGraph graph;
  private final int[] area;
  private final long[] start;

  /**
   * @param areaOfNode area of each node, {@link #NONE} where it is not known; copied
   */
  public StreetCells(StreetGraph graph, int[] areaOfNode) {
    if (areaOfNode.length != graph.nodeCount()) {
      throw new IllegalArgumentException(
          "need an area for each of %d nodes but got %d"
              .formatted(graph.nodeCount(), areaOfNode.length));
    }
    this.graph = graph;
    area = areaOfNode.clone();
    start = new long[area.length];
    Arrays.fill(start, Long.MAX_VALUE);
    for (int node = 0; node < area.length; node++) {
      if (area[node] != NONE) {
        start[node] = 0;
      }
    }
  }

  /**
   * Adds a place that is known to lie in an area; it counts for nodes whose own area is not known.
   *
   * @param edge street piece that it lies on
   * @param alongMeters from the start of the piece
   */
  public void place(int edge, double alongMeters, int areaOfPlace) {
    long length = graph.edgeLengthMillimeters(edge);
    long along = Math.max(0, Math.min(length, Math.round(alongMeters * 1e3)));
    near(graph.edgeFrom(edge), along, areaOfPlace);
    near(graph.edgeTo(edge), length - along, areaOfPlace);
  }

  private void near(int node, long millimeters, int areaOfPlace) {
    // 0 is of nodes that know their area themselves.
    long cost = millimeters + 1;
    if (cost < start[node] || (cost == start[node] && areaOfPlace < area[node])) {
      start[node] = cost;
      area[node] = areaOfPlace;
    }
  }

  /**
   * Area of every node, however far the nearest known place is.
   *
   * @return fresh; {@link #NONE} where no street leads from a known place
   */
  public int[] areas() {
    return areas(Double.POSITIVE_INFINITY);
  }

  /**
   * Area of every node that is not too far from a known place.
   *
   * @param limitMeters walk from a known place, inclusive
   * @return fresh; {@link #NONE} where no street leads from a known place or only a longer way
   */
  public int[] areas(double limitMeters) {
    double limit = limitMeters * 1e3 + 1;
    int[] found = area.clone();
    long[] cost = start.clone();
    CellQueue queue = new CellQueue();
    // Nodes that know their area are where a sweep starts, but only their unknown neighbours gain.
    int[] degree = new int[cost.length + 1];
    for (int e = 0; e < graph.edgeCount(); e++) {
      degree[graph.edgeFrom(e) + 1]++;
      degree[graph.edgeTo(e) + 1]++;
    }
    for (int node = 0; node < cost.length; node++) {
      degree[node + 1] += degree[node];
    }
    int[] next = degree.clone();
    int[] edges = new int[2 * graph.edgeCount()];
    for (int e = 0; e < graph.edgeCount(); e++) {
      edges[next[graph.edgeFrom(e)]++] = e;
      edges[next[graph.edgeTo(e)]++] = e;
    }
    boolean all = true;
    for (int node = 0; node < cost.length; node++) {
      if (cost[node] < Long.MAX_VALUE) {
        queue.add(cost[node], node);
      }
      all &= cost[node] == 0;
    }
    if (all) {
      return found;
    }
    while (queue.size() > 0) {
      long at = queue.leastCost();
      int node = queue.removeLeast();
      if (at > cost[node]) {
        continue;
      }
      for (int i = degree[node]; i < degree[node + 1]; i++) {
        int edge = edges[i];
        int other = graph.edgeFrom(edge) == node ? graph.edgeTo(edge) : graph.edgeFrom(edge);
        long there = at + Math.max(1, graph.edgeLengthMillimeters(edge));
        if (there > limit) {
          continue;
        }
        if (there < cost[other] || (there == cost[other] && found[node] < found[other])) {
          cost[other] = there;
          found[other] = found[node];
          queue.add(there, other);
        }
      }
    }
    return found;
  }
}
