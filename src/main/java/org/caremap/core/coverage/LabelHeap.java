package org.caremap.core.coverage;

import java.util.Arrays;

/** Facilities by a long key, least first, ties in no order. Not thread-safe. */
final class LabelHeap {
  private long[] keys = new long[16];
  private int[] items = new int[16];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The least key; only if not empty. */
  long key() {
    return keys[0];
  }

  void clear() {
    size = 0;
  }

  void add(long key, int item) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
    }
    int at = size++;
    while (at > 0 && key < keys[(at - 1) >> 1]) {
      keys[at] = keys[(at - 1) >> 1];
      items[at] = items[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Removes the item of the least key; only if not empty. */
  int remove() {
    final int least = items[0];
    size--;
    long key = keys[size];
    int item = items[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (key <= keys[child]) {
        break;
      }
      keys[at] = keys[child];
      items[at] = items[child];
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return least;
  }
}
