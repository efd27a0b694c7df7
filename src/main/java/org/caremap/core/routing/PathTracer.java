package org.caremap.core.routing;

import org.caremap.core.graph.StreetGraph;

/**
 * Finds the way between the origin of a finished sweep and another place by going back from node to
 * node where the costs add up exactly; they strictly fall on the way, so it ends at the origin.
 */
final class PathTracer {
  private final TravelTimeSweep sweep;
  private final WalkingNetwork network;
  private final StreetGraph graph;
  private final Direction direction;
  private final NetworkPlaces origins;
  private final int origin;
  private final PathTrace line = new PathTrace();
  private long millimeters;

  PathTracer(TravelTimeSweep sweep, Direction direction, NetworkPlaces origins, int origin) {
    this.sweep = sweep;
    this.network = sweep.network();
    this.graph = network.graph();
    this.direction = direction;
    this.origins = origins;
    this.origin = origin;
  }

  /**
   * @param places where the other place is from
   * @param place which of them
   * @param cost of the walk, as the sweep gave it
   * @return in walking direction: from the origin for {@link Direction#FROM_SOURCES}, to it
   *     otherwise
   */
  WalkingPath trace(NetworkPlaces places, int place, int cost) {
    int slot = places.slot(place);
    int home = origins.slot(origin);
    boolean away = direction == Direction.FROM_SOURCES;
    line.access(places.snapped().accessMeters(place), origins.snapped().accessMeters(origin));
    line.add(places.snapped().pointLon(place), places.snapped().pointLat(place));
    line.add(places.snapped().lon(place), places.snapped().lat(place));
    millimeters = (long) places.access(slot) + origins.access(home);
    int edge = places.edge(slot);
    double along = places.snapped().alongMeters(place);
    double homeAlong = origins.snapped().alongMeters(origin);
    boolean sameEdge = edge == origins.edge(home);
    int direct = WalkingNetwork.UNREACHED;
    if (sameEdge) {
      direct = away ? origins.along(home, places, slot) : places.along(slot, origins, home);
    }
    if (direct == cost) {
      piece(edge, along, homeAlong);
    } else {
      int viaStart =
          WalkingNetwork.sum(
              sweep.cost(places.startNode(slot)),
              away ? places.fromStart(slot) : places.toStart(slot));
      boolean start = viaStart == cost;
      piece(edge, along, start ? 0 : graph.edgeLengthMeters(edge));
      int node = start ? places.startNode(slot) : places.endNode(slot);
      line.addNode(graph, node);
      backTo(node, home, homeAlong);
    }
    line.add(origins.snapped().lon(origin), origins.snapped().lat(origin));
    line.add(origins.snapped().pointLon(origin), origins.snapped().pointLat(origin));
    return line.toPath(millimeters / 1e3, away);
  }

  private void piece(int edge, double fromAlong, double toAlong) {
    millimeters += Math.round(Math.abs(toAlong - fromAlong) * 1e3);
    line.addBends(graph, edge, fromAlong, toAlong);
    line.addPiece(edge, fromAlong, toAlong);
  }

  private void backTo(int from, int home, double homeAlong) {
    boolean away = direction == Direction.FROM_SOURCES;
    int[] costs = away ? network.arriveCosts() : network.leaveCosts();
    int[] offsets = graph.arcs().offsets();
    int[] heads = graph.arcs().heads();
    int node = from;
    while (true) {
      int here = sweep.cost(node);
      int edge = origins.edge(home);
      if (node == origins.startNode(home)
          && here == (away ? origins.toStart(home) : origins.fromStart(home))) {
        piece(edge, 0, homeAlong);
        return;
      }
      if (node == origins.endNode(home)
          && here == (away ? origins.toEnd(home) : origins.fromEnd(home))) {
        piece(edge, graph.edgeLengthMeters(edge), homeAlong);
        return;
      }
      int arc = offsets[node];
      while (sweep.cost(heads[arc]) + costs[arc] != here) {
        arc++;
        if (arc == offsets[node + 1]) {
          throw new IllegalStateException("no way leads to node " + node + " at cost " + here);
        }
      }
      int arcEdge = graph.arcs().edges()[arc];
      double length = graph.edgeLengthMeters(arcEdge >> 1);
      boolean fromStart = (arcEdge & 1) == 0;
      piece(arcEdge >> 1, fromStart ? 0 : length, fromStart ? length : 0);
      node = heads[arc];
      line.addNode(graph, node);
    }
  }
}
