package org.caremap.core.graph;

import java.util.Arrays;

/** A long array that grows; about 8 bytes per value. Not thread-safe. */
public final class GrowingLongs {
  private long[] values;
  private int size;

  /**
   * @param capacity first guess of the number of values, at least 0
   */
  public GrowingLongs(int capacity) {
    values = new long[Math.max(8, capacity)];
  }

  /** Appends a value. */
  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, GrowingInts.grown(size));
    }
    values[size++] = value;
  }

  /**
   * Value at a place.
   *
   * @param index in [0, size)
   */
  public long get(int index) {
    return values[index];
  }

  /** Number of values. */
  public int size() {
    return size;
  }

  /** A copy of exactly the values. */
  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
