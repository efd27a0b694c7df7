package org.caremap.sample;

/** Disjoint sets (union by path halving; Tarjan and van Leeuwen, 1984). */
final class Forest {
  private final int[] parent;

  Forest(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Joins two sets; false if they were one already. The smaller number becomes the root. */
  boolean join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }
}
