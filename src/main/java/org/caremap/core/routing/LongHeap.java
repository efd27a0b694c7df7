package org.caremap.core.routing;

import java.util.Arrays;

/** A binary heap of longs, least first: a cost in the upper half, a node in the lower. */
final class LongHeap {
  private long[] heap = new long[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(int cost, int node) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    long value = (long) cost << 32 | node;
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > value) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = value;
  }

  /** Cost of the least entry; there must be one. */
  int leastCost() {
    return (int) (heap[0] >>> 32);
  }

  /** Takes the least entry; there must be one. */
  long take() {
    long least = heap[0];
    long moved = heap[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= moved) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
    return least;
  }
}
