package org.caremap.core.graph;

import java.util.BitSet;

/** Open streets as arrays; see {@link OpenStreets#of}. */
@SuppressWarnings("ArrayRecordComponent") // large and never changed
record ListedStreets(BitSet closed, int[] nodeComponent, double[] componentMeters)
    implements OpenStreets {
  @Override
  public boolean isOpen(int edge) {
    return !closed.get(edge);
  }

  @Override
  public int componentOfNode(int node) {
    return nodeComponent[node];
  }

  @Override
  public int componentCount() {
    return componentMeters.length;
  }

  @Override
  public double componentLengthMeters(int component) {
    return componentMeters[component];
  }
}
