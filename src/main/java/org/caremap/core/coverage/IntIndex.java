package org.caremap.core.coverage;

import java.util.Arrays;

/** Ints of at least 0 and a number for each: open addressing, made to be emptied and used again. */
final class IntIndex {
  private int[] keys = new int[1024];
  private int[] values = new int[1024];
  private int size;

  IntIndex() {
    Arrays.fill(keys, -1);
  }

  void clear() {
    Arrays.fill(keys, -1);
    size = 0;
  }

  /** The number of a key, or -1. */
  int get(int key) {
    int slot = slot(key);
    return keys[slot] == key ? values[slot] : -1;
  }

  /** Adds a key unless it is there; its number. */
  int putIfAbsent(int key, int value) {
    int slot = slot(key);
    if (keys[slot] == key) {
      return values[slot];
    }
    keys[slot] = key;
    values[slot] = value;
    if (++size * 2 > keys.length) {
      grow();
    }
    return value;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B9) >>> 8 & mask;
    while (keys[slot] != key && keys[slot] != -1) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    Arrays.fill(keys, -1);
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
