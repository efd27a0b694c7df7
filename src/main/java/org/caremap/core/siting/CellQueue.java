package org.caremap.core.siting;

import java.util.Arrays;

/** Binary heap of nodes by cost; a node may be in it several times. */
final class CellQueue {
  private long[] cost = new long[1024];
  private int[] node = new int[1024];
  private int size;

  int size() {
    return size;
  }

  /** Least cost. */
  long leastCost() {
    return cost[0];
  }

  void add(long newCost, int newNode) {
    if (size == cost.length) {
      cost = Arrays.copyOf(cost, 2 * size);
      node = Arrays.copyOf(node, 2 * size);
    }
    int at = size++;
    while (at > 0 && newCost < cost[(at - 1) / 2]) {
      cost[at] = cost[(at - 1) / 2];
      node[at] = node[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    cost[at] = newCost;
    node[at] = newNode;
  }

  /** Takes a node of least cost out. */
  int removeLeast() {
    int least = node[0];
    long lastCost = cost[--size];
    int lastNode = node[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && cost[child + 1] < cost[child]) {
        child++;
      }
      if (cost[child] >= lastCost) {
        break;
      }
      cost[at] = cost[child];
      node[at] = node[child];
      at = child;
    }
    cost[at] = lastCost;
    node[at] = lastNode;
    return least;
  }
}
