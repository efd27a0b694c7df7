package org.caremap.core.graph;

import java.util.Arrays;

/** Weakly connected components by union-find with path halving (Tarjan, 1975). */
final class Components {
  private Components() {}

  /** Fills {@code nodeComponent} and {@code componentMeters}, longest component first. */
  static void label(GraphData data) {
    int nodes = data.nodeLon.length;
    int[] parent = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      parent[n] = n;
    }
    for (int e = 0; e < data.edgeFrom.length; e++) {
      int a = root(parent, data.edgeFrom[e]);
      int b = root(parent, data.edgeTo[e]);
      // The lower number becomes the root, so that components keep the order of their first node.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    double[] meters = new double[nodes];
    for (int e = 0; e < data.edgeFrom.length; e++) {
      meters[root(parent, data.edgeFrom[e])] += data.edgeMeters[e];
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
    data.nodeComponent = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      data.nodeComponent[n] = number[root(parent, n)];
    }
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
