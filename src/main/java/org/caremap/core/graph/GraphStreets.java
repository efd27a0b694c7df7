package org.caremap.core.graph;

/**
 * The edges of a graph but those with certain traits, with the components of the whole graph.
 *
 * @param graph the graph
 * @param closedTraits bits of {@link EdgeTraits}; an edge with any of them is closed
 */
record GraphStreets(StreetGraph graph, int closedTraits) implements OpenStreets {
  @Override
  public boolean isOpen(int edge) {
    return (graph.data().edgeTraits.get(edge) & closedTraits) == 0;
  }

  @Override
  public int componentOfNode(int node) {
    return graph.componentOfNode(node);
  }

  @Override
  public int componentCount() {
    return graph.componentCount();
  }

  @Override
  public double componentLengthMeters(int component) {
    return graph.componentLengthMeters(component);
  }
}
