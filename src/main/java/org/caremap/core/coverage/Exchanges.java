package org.caremap.core.coverage;

import java.util.Arrays;

/**
 * Who could leave one full facility, and at what extra cost: a heap for each other facility that
 * somebody could change to, and one for turning somebody away. Entries of people who have left are
 * dropped when they come to the top. Not thread-safe.
 */
final class Exchanges {
  private static final int NONE = -1;

  /** Bound where nobody could change. */
  static final int NOBODY = Integer.MAX_VALUE;

  private int count;
  private int[] facility = new int[4];
  // Key on top of each heap, of somebody who may have left: most looks end here, in one array.
  private int[] bound = new int[4];
  private LongHeap[] heaps = new LongHeap[4];
  private final LongHeap refusals = new LongHeap();
  // Open addressing: slot + 1 by facility, 0 for free.
  private int[] slots = new int[16];

  /** Number of other facilities. */
  int count() {
    return count;
  }

  int facility(int slot) {
    return facility[slot];
  }

  /** Somebody assigned by a pair could change to another facility. */
  void add(int other, int extra, int pair) {
    int slot = slotOf(other);
    heaps[slot].add((long) extra << 32 | pair);
    bound[slot] = Math.min(bound[slot], extra);
  }

  /** Somebody assigned by a pair could be turned away; the farther, the cheaper. */
  void addRefusal(int pair, int cost) {
    refusals.add((long) -cost << 32 | pair);
  }

  /** At most the extra cost of any change, or {@link #NOBODY}. */
  int bound(int slot) {
    return bound[slot];
  }

  /** Drops who has left and makes the bound exact; whether anybody remains who could change. */
  boolean clean(int slot, long[] flow) {
    boolean any = clean(heaps[slot], flow);
    bound[slot] = any ? (int) (heaps[slot].least() >> 32) : NOBODY;
    return any;
  }

  /** The pair of who would change, after {@link #clean}. */
  int pair(int slot) {
    return (int) heaps[slot].least();
  }

  /** The pair of whoever walks farthest to this facility, or -1. */
  int farthest(long[] flow) {
    return clean(refusals, flow) ? (int) refusals.least() : NONE;
  }

  private static boolean clean(LongHeap heap, long[] flow) {
    while (!heap.isEmpty() && flow[(int) heap.least()] == 0) {
      heap.removeLeast();
    }
    return !heap.isEmpty();
  }

  private int slotOf(int other) {
    int at = hash(other);
    while (slots[at] != 0) {
      if (facility[slots[at] - 1] == other) {
        return slots[at] - 1;
      }
      at = (at + 1) & (slots.length - 1);
    }
    if (count == facility.length) {
      facility = Arrays.copyOf(facility, 2 * count);
      bound = Arrays.copyOf(bound, 2 * count);
      heaps = Arrays.copyOf(heaps, 2 * count);
    }
    facility[count] = other;
    bound[count] = NOBODY;
    heaps[count] = new LongHeap();
    slots[at] = ++count;
    if (2 * count > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int slot = 0; slot < count; slot++) {
      int at = hash(facility[slot]);
      while (slots[at] != 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = slot + 1;
    }
  }

  private int hash(int other) {
    return ((other * 0x9E3779B9) >>> 16) & (slots.length - 1);
  }
}
