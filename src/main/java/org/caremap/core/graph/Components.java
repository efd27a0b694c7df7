package org.caremap.core.graph;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Weakly connected components by union-find with path halving (Tarjan, 1975). */
final class Components {
  private Components() {}

  /** Fills {@code nodeComponent} and {@code componentMeters}, longest component first. */
  static void label(GraphData data) {
    int nodes = data.nodeLon.capacity();
    int[] parent = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      parent[n] = n;
    }
    for (int e = 0; e < data.edgeFrom.capacity(); e++) {
      int a = root(parent, data.edgeFrom.get(e));
      int b = root(parent, data.edgeTo.get(e));
      // The lower number becomes the root, so that components keep the order of their first node.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    double[] meters = new double[nodes];
    for (int e = 0; e < data.edgeFrom.capacity(); e++) {
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
    data.componentMeters = new double[count];
    for (int c = 0; c < count; c++) {
      number[roots[c]] = c;
      data.componentMeters[c] = meters[roots[c]];
    }
    int[] component = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      component[n] = number[root(parent, n)];
    }
    data.nodeComponent = IntBuffer.wrap(component);
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
