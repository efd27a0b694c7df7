package org.caremap.sample;

import java.util.Arrays;

/** Points of the plane, to be listed along a line of constant u or v. */
final class LineIndex {
  private static final int SHIFT = 1 << 24; // plane coordinates stay far inside ±16,777 km

  private long[] byV = new long[1024];
  private long[] byU = new long[1024];
  private int size;

  void add(int u, int v) {
    if (size == byV.length) {
      byV = Arrays.copyOf(byV, size * 2);
      byU = Arrays.copyOf(byU, size * 2);
    }
    byV[size] = key(v, u);
    byU[size++] = key(u, v);
  }

  /** Sorts; to be called once, before any look-up. */
  LineIndex freeze() {
    byV = distinct(byV);
    byU = distinct(byU);
    size = byV.length;
    return this;
  }

  /** Every point once, ascending by v, then u, each packed as by {@link #key}. */
  long[] pointsByV() {
    return byV;
  }

  /** Number of a point among {@link #pointsByV}. */
  int numberOf(int u, int v) {
    return Arrays.binarySearch(byV, key(v, u));
  }

  static int first(long key) {
    return (int) (key >> 32) - SHIFT;
  }

  static int second(long key) {
    return (int) key - SHIFT;
  }

  /** Coordinates along the line, ascending, within [from, to]. */
  int[] along(boolean vertical, int line, int from, int to) {
    long[] keys = vertical ? byU : byV;
    int start = lowerBound(keys, key(line, from));
    int end = start;
    long last = key(line, to);
    while (end < keys.length && keys[end] <= last) {
      end++;
    }
    int[] found = new int[end - start];
    for (int i = 0; i < found.length; i++) {
      found[i] = second(keys[start + i]);
    }
    return found;
  }

  private long[] distinct(long[] keys) {
    Arrays.sort(keys, 0, size);
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[count++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, count);
  }

  private static int lowerBound(long[] keys, long key) {
    int found = Arrays.binarySearch(keys, key);
    return found >= 0 ? found : -found - 1;
  }

  private static long key(int major, int minor) {
    return ((long) (major + SHIFT) << 32) | (minor + SHIFT);
  }
}
