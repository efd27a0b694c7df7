package org.caremap.core.routing;

import org.caremap.core.graph.StreetGraph;

/** Walking metres along a single edge, infinite where a direction or stairs are closed. */
final class OnEdge {
  private OnEdge() {}

  /** From a point on an edge to the edge's start. */
  static double toStart(StreetGraph graph, int edge, double along) {
    return graph.isBackward(edge) ? along : Double.POSITIVE_INFINITY;
  }

  /** From a point on an edge to the edge's end. */
  static double toEnd(StreetGraph graph, int edge, double along) {
    return graph.isForward(edge) ? graph.edgeLengthMeters(edge) - along : Double.POSITIVE_INFINITY;
  }

  /** From one point of an edge straight along it to another. */
  static double between(StreetGraph graph, int edge, double fromAlong, double toAlong) {
    if (fromAlong == toAlong) {
      return 0;
    }
    boolean open = toAlong > fromAlong ? graph.isForward(edge) : graph.isBackward(edge);
    return open ? Math.abs(toAlong - fromAlong) : Double.POSITIVE_INFINITY;
  }
}
