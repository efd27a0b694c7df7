package org.caremap.core.routing;

import java.util.Arrays;

/**
 * A queue of nodes in buckets of equal width (Dial, 1969), used label-correcting: entries of one
 * bucket come out in any order, so a node may come out again with a smaller key, and buckets never
 * go back. Entries are appended, never moved; the caller drops those that were overtaken.
 */
final class BucketQueue {
  private static final int MOST_BUCKETS = 1 << 16;

  private int[] heads = new int[64];
  private int[] node = new int[256];
  private int[] next = new int[256];
  private double[] key = new double[256];
  private int free = -1;
  private int used;
  private int waiting;
  private int mask;
  private long current;
  private double width = 1;

  /** Node of the entry taken last. */
  int takenNode;

  /** Key of the entry taken last. */
  double takenKey;

  /**
   * Empties the queue.
   *
   * @param wishedWidth width of a bucket, grown if the span would need too many
   * @param least smallest key that will be put in
   * @param span greatest difference between keys that wait at the same time
   */
  void reset(double wishedWidth, double least, double span) {
    width = Math.max(wishedWidth, span / (MOST_BUCKETS - 4));
    int wanted = (int) (span / width) + 3;
    int size = Math.max(64, Integer.highestOneBit(wanted - 1) << 1);
    if (heads.length != size) {
      heads = new int[size];
    }
    Arrays.fill(heads, -1);
    mask = size - 1;
    current = (long) (least / width);
    free = -1;
    used = 0;
    waiting = 0;
  }

  void put(int putNode, double putKey) {
    int entry;
    if (free >= 0) {
      entry = free;
      free = next[entry];
    } else {
      if (used == node.length) {
        int size = used * 2;
        node = Arrays.copyOf(node, size);
        next = Arrays.copyOf(next, size);
        key = Arrays.copyOf(key, size);
      }
      entry = used++;
    }
    int slot = (int) ((long) (putKey / width)) & mask;
    node[entry] = putNode;
    key[entry] = putKey;
    next[entry] = heads[slot];
    heads[slot] = entry;
    waiting++;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** Whether the current bucket still holds entries. */
  boolean inBucket() {
    return heads[(int) current & mask] >= 0;
  }

  /**
   * Goes on to the next bucket that holds entries; the queue must not be empty.
   *
   * @return lower bound of all keys that still wait
   */
  double advance() {
    while (heads[(int) current & mask] < 0) {
      current++;
    }
    return current * width;
  }

  /** Takes an entry out of the current bucket, which must hold one. */
  void take() {
    int slot = (int) current & mask;
    int entry = heads[slot];
    heads[slot] = next[entry];
    next[entry] = free;
    free = entry;
    waiting--;
    takenNode = node[entry];
    takenKey = key[entry];
  }
}
