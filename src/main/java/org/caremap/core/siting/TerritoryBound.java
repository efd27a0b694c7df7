package org.caremap.core.siting;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A true lower bound on the imbalance of a connected group of units shared by its parts: no way to
 * share them in connected parts that keeps the fixed units does better.
 *
 * <p>Five arguments, the best of which counts. <i>Whole units:</i> a part's weight is a sum of some
 * units' weights (subset sums), so it may not come nearer to its target than the nearest sum; and
 * all parts together weigh what the group weighs, which bounds what centres without others near
 * must take. <i>Fixed and forced units:</i> what a part holds in any case, being fixed to it or
 * reachable only from it, is the least it weighs. <i>Reach:</i> what it can reach without crossing
 * units that are fixed to others is the most. <i>Heavy units:</i> some part must hold each unit.
 * <i>Pigeonholes:</i> of jk+1 units, some of k parts holds j+1.
 */
final class TerritoryBound {
  // Bits of the subset sums, and unit × word steps to find them.
  private static final long MOST_SUM = 1 << 22;
  private static final long MOST_STEPS = 40_000_000;
  private static final int HALVINGS = 60;

  private final TerritoryBlock block;
  private final long[] least;
  private final long[] most;
  private final boolean[] settled;
  private final boolean[][] allowed;
  private final long gcd;
  private final @Nullable BitSet sums;

  private TerritoryBound(TerritoryBlock block) {
    this.block = block;
    int parts = block.parts();
    least = new long[parts];
    most = new long[parts];
    settled = new boolean[block.units()];
    allowed = new boolean[parts][];
    reach();
    long divisor = 0;
    for (int u = 0; u < block.units(); u++) {
      divisor = settled[u] ? divisor : gcd(divisor, block.weight[u]);
    }
    gcd = Math.max(1, divisor);
    sums = sums();
  }

  /**
   * @return at least 0; infinite where some part can have no unit at all
   */
  static double of(TerritoryBlock block) {
    if (block.parts() > block.units()) {
      return Double.POSITIVE_INFINITY;
    }
    TerritoryBound bound = new TerritoryBound(block);
    return Math.max(bound.sharing(), Math.max(bound.heavy(), bound.pigeonholes()));
  }

  /** Which units each part can hold, and from that what it must hold, until nothing changes. */
  private void reach() {
    int units = block.units();
    int parts = block.parts();
    boolean free = block.anchored < parts;
    int[] must = block.fixed.clone();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int p = 0; p < block.anchored; p++) {
        allowed[p] = reachable(must, p);
      }
      for (int u = 0; u < units && !free; u++) {
        if (must[u] != TerritoryBlock.NONE) {
          continue;
        }
        int only = -1;
        int count = 0;
        for (int p = 0; p < parts; p++) {
          if (allowed[p][u]) {
            only = p;
            count++;
          }
        }
        if (count == 1) {
          must[u] = only;
          changed = true;
        }
      }
    }
    for (int p = block.anchored; p < parts; p++) {
      allowed[p] = new boolean[units];
      for (int u = 0; u < units; u++) {
        allowed[p][u] = must[u] == TerritoryBlock.NONE;
      }
    }
    for (int p = 0; p < parts; p++) {
      least[p] = block.extra[p];
      most[p] = block.extra[p];
    }
    for (int u = 0; u < units; u++) {
      settled[u] = must[u] != TerritoryBlock.NONE;
      if (settled[u]) {
        least[must[u]] += block.weight[u];
      }
      for (int p = 0; p < parts; p++) {
        most[p] += allowed[p][u] ? block.weight[u] : 0;
      }
    }
  }

  private boolean[] reachable(int[] must, int part) {
    boolean[] seen = new boolean[block.units()];
    int[] queue = new int[block.units()];
    int end = 0;
    for (int u = 0; u < seen.length; u++) {
      if (must[u] == part) {
        seen[u] = true;
        queue[end++] = u;
      }
    }
    for (int i = 0; i < end; i++) {
      for (int v : block.neighbours[queue[i]]) {
        if (!seen[v] && must[v] == TerritoryBlock.NONE) {
          seen[v] = true;
          queue[end++] = v;
        }
      }
    }
    return seen;
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  /** Sums of some of the units that are not settled, in gcds; null where they are too many. */
  private @Nullable BitSet sums() {
    long sum = 0;
    int count = 0;
    for (int u = 0; u < block.units(); u++) {
      if (!settled[u]) {
        sum += block.weight[u];
        count++;
      }
    }
    long length = sum / gcd + 1;
    if (length > MOST_SUM || length / 64 * count > MOST_STEPS) {
      return null;
    }
    long[] bits = new long[(int) (length / 64) + 1];
    bits[0] = 1;
    for (int u = 0; u < block.units(); u++) {
      if (!settled[u] && block.weight[u] > 0) {
        add(bits, (int) (block.weight[u] / gcd));
      }
    }
    return BitSet.valueOf(bits);
  }

  /** Every sum, and every sum with one more weight. */
  private static void add(long[] bits, int weight) {
    int words = weight / 64;
    int rest = weight % 64;
    for (int i = bits.length - 1; i >= words; i--) {
      long moved = bits[i - words] << rest;
      if (rest > 0 && i - words > 0) {
        moved |= bits[i - words - 1] >>> (64 - rest);
      }
      bits[i] |= moved;
    }
  }

  /** The least imbalance at which every part finds a weight and all of them make the whole. */
  private double sharing() {
    double high = 1;
    while (!canShare(high)) {
      high *= 2;
      if (high > 1e12) {
        return Double.POSITIVE_INFINITY;
      }
    }
    if (canShare(0)) {
      return 0;
    }
    // The low end is always one at which nothing fits: a true bound, whatever the rounding.
    double low = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (canShare(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private boolean canShare(double imbalance) {
    double from = 0;
    double to = 0;
    for (int p = 0; p < block.parts(); p++) {
      double slack = 1e-12 * (1 + block.target[p]);
      double low = nextSum(p, block.target[p] * (1 - imbalance) - slack);
      double high = block.target[p] > 0 ? block.target[p] * (1 + imbalance) + slack : most[p];
      high = previousSum(p, high);
      if (!(low <= high)) {
        return false;
      }
      from += low;
      to += high;
    }
    double slack = 1e-12 * (1 + block.total);
    return from <= block.total + slack && block.total <= to + slack;
  }

  /** The least weight that a part can have, not below a number; infinite where there is none. */
  private double nextSum(int part, double atLeast) {
    double above = Math.max(0, atLeast - least[part]);
    long steps = (long) Math.ceil(above / gcd);
    if (sums != null) {
      int found = steps > Integer.MAX_VALUE ? -1 : sums.nextSetBit((int) steps);
      return found < 0 ? Double.POSITIVE_INFINITY : least[part] + (double) found * gcd;
    }
    return least[part] + (double) steps * gcd;
  }

  /** The most that a part can weigh, not above a number; -1 where there is none. */
  private double previousSum(int part, double atMost) {
    double below = Math.min(atMost, most[part]) - least[part];
    if (below < 0) {
      return -1;
    }
    long steps = (long) Math.floor(below / gcd);
    if (sums != null) {
      return least[part]
          + (double) sums.previousSetBit((int) Math.min(steps, Integer.MAX_VALUE - 1)) * gcd;
    }
    return least[part] + (double) steps * gcd;
  }

  /** Some part must hold each unit with all else that it holds in any case. */
  private double heavy() {
    double bound = 0;
    for (int u = 0; u < block.units(); u++) {
      if (settled[u]) {
        continue;
      }
      double best = Double.POSITIVE_INFINITY;
      for (int p = 0; p < block.parts(); p++) {
        if (allowed[p][u] && block.target[p] > 0) {
          best = Math.min(best, (least[p] + block.weight[u]) / block.target[p] - 1);
        } else if (allowed[p][u]) {
          best = 0;
        }
      }
      if (best < Double.POSITIVE_INFINITY) {
        bound = Math.max(bound, best);
      }
    }
    return bound;
  }

  /** Of the jk+1 heaviest units, the lightest j+1 at least lie in one part. */
  private double pigeonholes() {
    int parts = block.parts();
    long[] sorted = block.weight.clone();
    Arrays.sort(sorted);
    double largest = Arrays.stream(block.target).max().orElse(0);
    double bound = 0;
    for (int j = 1; j * parts < sorted.length && largest > 0; j++) {
      long together = 0;
      for (int i = 0; i <= j; i++) {
        together += sorted[sorted.length - 1 - j * parts + i];
      }
      bound = Math.max(bound, together / largest - 1);
    }
    return bound;
  }
}
