package org.caremap.core.graph;

import java.util.Arrays;

/** An int array that grows; about 4 bytes per value. Not thread-safe. */
public final class GrowingInts {
  private int[] values;
  private int size;

  /**
   * @param capacity first guess of the number of values, at least 0
   */
  public GrowingInts(int capacity) {
    values = new int[Math.max(8, capacity)];
  }

  /** Appends a value. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, grown(size));
    }
    values[size++] = value;
  }

  /**
   * Value at a place.
   *
   * @param index in [0, size)
   */
  public int get(int index) {
    return values[index];
  }

  /** Replaces the value at {@code index}, in [0, size). */
  public void set(int index, int value) {
    values[index] = value;
  }

  /** Number of values. */
  public int size() {
    return size;
  }

  /** Forgets all values, keeps the room. */
  public void clear() {
    size = 0;
  }

  /** A copy of exactly the values. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  static int grown(int size) {
    if (size > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("more than 2^31 values in one array");
    }
    return (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 8L);
  }
}
