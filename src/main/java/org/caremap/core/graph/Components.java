package org.caremap.core.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Weakly connected components by union-find with path halving (Tarjan, 1975). */
final class Components {
  private Components() {}

  /** Fills {@code nodeComponent} and {@code componentMeters} for those who walk every edge. */
  static void label(GraphData data) {
    ListedStreets all = over(data, new BitSet());
    data.nodeComponent = IntBuffer.wrap(all.nodeComponent());
    data.componentMeters = all.componentMeters();
  }

  /** Components over all edges but the closed ones, longest first. */
  static ListedStreets over(GraphData data, BitSet closed) {
    int nodes = data.nodeLon.capacity();
    int[] parent = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      parent[n] = n;
    }
    int edges = data.edgeFrom.capacity();
    for (int e = closed.nextClearBit(0); e < edges; e = closed.nextClearBit(e + 1)) {
      int a = root(parent, data.edgeFrom.get(e));
      int b = root(parent, data.edgeTo.get(e));
      // The lower number becomes the root, so that components keep the order of their first node.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    double[] meters = new double[nodes];
    for (int e = closed.nextClearBit(0); e < edges; e = closed.nextClearBit(e + 1)) {
      meters[root(parent, data.edgeFrom.get(e))] += data.edgeMillimeters.get(e) / 1e3;
    }
    Integer[] roots = new Integer[nodes];
    int count = 0;
    for (int n = 0; n < nodes; n++) {
      if (parent[n] == n) {
        roots[count++] = n;
      }
    }
    // A stable sort: equal lengths stay in the order of their first node.
    Arrays.sort(roots, 0, count, (a, b) -> Double.compare(meters[b], meters[a]));
    int[] number = new int[nodes];
    double[] componentMeters = new double[count];
    for (int c = 0; c < count; c++) {
      number[roots[c]] = c;
      componentMeters[c] = meters[roots[c]];
    }
    int[] component = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      component[n] = number[root(parent, n)];
    }
    return new ListedStreets(closed, component, componentMeters);
  }

  private static int root(int[] parent, int node) {
    int n = node;
    while (parent[n] != n) {
      parent[n] = parent[parent[n]];
      n = parent[n];
    }
    return n;
  }
}
