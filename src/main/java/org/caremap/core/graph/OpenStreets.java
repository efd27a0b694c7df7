package org.caremap.core.graph;

import java.util.BitSet;

/**
 * The streets of a graph as somebody walks them: which edges are open at all, and which parts of
 * the network hang together over them. Implementations are immutable and safe for all threads.
 */
public interface OpenStreets {
  /** Whether an edge can be walked in at least one direction. */
  boolean isOpen(int edge);

  /**
   * Component of a node over open edges, in [0, componentCount). Nodes that no open edge touches
   * may have any.
   */
  int componentOfNode(int node);

  /** Number of components. */
  int componentCount();

  /** Length of all open edges of a component in metres. */
  double componentLengthMeters(int component);

  /** Every edge of a graph, with the graph's own components. */
  static OpenStreets all(StreetGraph graph) {
    return new GraphStreets(graph, 0);
  }

  /** Every edge but stairs, with the graph's own components (which count stairs as joining). */
  static OpenStreets withoutSteps(StreetGraph graph) {
    return new GraphStreets(graph, EdgeTraits.STEPS);
  }

  /**
   * All edges of a graph but some, with the components that are left.
   *
   * @param closed edges that are not open; kept, not copied
   */
  static OpenStreets without(StreetGraph graph, BitSet closed) {
    return closed.isEmpty() ? all(graph) : Components.over(graph.data(), closed);
  }

  /**
   * Edges and components as arrays.
   *
   * @param closed edges that are not open; kept, not copied
   * @param componentOfNode component of each node; kept, not copied
   * @param componentMeters length of the open edges of each component; kept, not copied
   */
  static OpenStreets of(BitSet closed, int[] componentOfNode, double[] componentMeters) {
    return new ListedStreets(closed, componentOfNode, componentMeters);
  }
}
