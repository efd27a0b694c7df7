package org.caremap.core.routing;

import org.caremap.core.graph.StreetGraph;

/**
 * Walking metres along a single edge, infinite where a direction is closed. A point at an end of
 * its edge is at the node itself: no direction is closed to it, whichever of the node's edges it
 * was joined to.
 */
final class OnEdge {
  /** Nearer than this to an end of the edge is at the end: a millimetre, far below the data. */
  private static final double AT_END_METERS = 1e-3;

  private OnEdge() {}

  /** From a point on an edge to the edge's start. */
  static double toStart(StreetGraph graph, int edge, double along) {
    return graph.isBackward(edge) || atStart(along) ? along : Double.POSITIVE_INFINITY;
  }

  /** From a point on an edge to the edge's end. */
  static double toEnd(StreetGraph graph, int edge, double along) {
    return graph.isForward(edge) || atEnd(graph, edge, along)
        ? graph.edgeLengthMeters(edge) - along
        : Double.POSITIVE_INFINITY;
  }

  /** From the edge's start to a point on it. */
  static double fromStart(StreetGraph graph, int edge, double along) {
    return graph.isForward(edge) || atStart(along) ? along : Double.POSITIVE_INFINITY;
  }

  /** From the edge's end to a point on it. */
  static double fromEnd(StreetGraph graph, int edge, double along) {
    return graph.isBackward(edge) || atEnd(graph, edge, along)
        ? graph.edgeLengthMeters(edge) - along
        : Double.POSITIVE_INFINITY;
  }

  /** From one point of an edge straight along it to another. */
  static double between(StreetGraph graph, int edge, double fromAlong, double toAlong) {
    if (fromAlong == toAlong) {
      return 0;
    }
    boolean open = toAlong > fromAlong ? graph.isForward(edge) : graph.isBackward(edge);
    return open ? Math.abs(toAlong - fromAlong) : Double.POSITIVE_INFINITY;
  }

  private static boolean atStart(double along) {
    return along <= AT_END_METERS;
  }

  private static boolean atEnd(StreetGraph graph, int edge, double along) {
    return graph.edgeLengthMeters(edge) - along <= AT_END_METERS;
  }
}
