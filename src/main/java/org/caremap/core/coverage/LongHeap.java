package org.caremap.core.coverage;

import java.util.Arrays;

/** Least of many longs: a binary heap in an array. Not thread-safe. */
final class LongHeap {
  private long[] values = new long[4];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The least; only if not empty. */
  long least() {
    return values[0];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    int at = size++;
    while (at > 0 && value < values[(at - 1) >> 1]) {
      values[at] = values[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    values[at] = value;
  }

  /** Removes the least; only if not empty. */
  void removeLeast() {
    long last = values[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && values[child + 1] < values[child]) {
        child++;
      }
      if (last <= values[child]) {
        break;
      }
      values[at] = values[child];
      at = child;
    }
    values[at] = last;
  }
}
