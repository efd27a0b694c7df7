package org.caremap.core.siting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The best sharing of a small group of units, by exhausting all of them: dynamic programming over
 * subsets, part by part, through every connected subset of every remainder. 3^n steps a part.
 */
final class TerritoryExact {
  private static final int MOST_UNITS = 15;
  private static final double MOST_STEPS = 6e7;
  private static final double SAME = 1e-12;

  private final TerritoryBlock block;
  private final int n;
  private final int full;
  private final int[] near;
  private final int[] fixedMask;
  private final int allFixed;
  private final boolean[] connected;
  private final long[] weight;

  private TerritoryExact(TerritoryBlock block) {
    this.block = block;
    n = block.units();
    full = (1 << n) - 1;
    near = new int[n];
    fixedMask = new int[block.parts()];
    int all = 0;
    for (int u = 0; u < n; u++) {
      for (int v : block.neighbours[u]) {
        near[u] |= 1 << v;
      }
      if (block.fixed[u] != TerritoryBlock.NONE) {
        fixedMask[block.fixed[u]] |= 1 << u;
        all |= 1 << u;
      }
    }
    allFixed = all;
    connected = new boolean[full + 1];
    weight = new long[full + 1];
    for (int mask = 1; mask <= full; mask++) {
      connected[mask] = isConnected(mask);
      int low = Integer.numberOfTrailingZeros(mask);
      weight[mask] = weight[mask & mask - 1] + block.weight[low];
    }
  }

  /** Whether a group is small enough to look at every sharing. */
  static boolean fits(TerritoryBlock block) {
    int n = block.units();
    return n <= MOST_UNITS && block.parts() <= n && Math.pow(3, n) * block.parts() <= MOST_STEPS;
  }

  /**
   * The sharing with the least imbalance, and the least distance among those within the tolerance
   * or, where none is, with that imbalance.
   *
   * @return part of each unit; null where fixed units keep some part from being connected
   */
  static int @Nullable [] solve(TerritoryBlock block) {
    TerritoryExact exact = new TerritoryExact(block);
    double imbalance = exact.best(null, Double.POSITIVE_INFINITY);
    if (imbalance == Double.POSITIVE_INFINITY) {
      return null;
    }
    int[] parts = new int[block.units()];
    exact.best(parts, Math.max(imbalance, block.tolerance) + SAME);
    return parts;
  }

  /**
   * The least imbalance of all sharings.
   *
   * @return infinite where fixed units keep some part from being connected
   */
  static double imbalance(TerritoryBlock block) {
    return new TerritoryExact(block).best(null, Double.POSITIVE_INFINITY);
  }

  private boolean isConnected(int mask) {
    int seen = Integer.lowestOneBit(mask);
    int edge = seen;
    while (edge != 0) {
      int next = 0;
      for (int rest = edge; rest != 0; rest &= rest - 1) {
        next |= near[Integer.numberOfTrailingZeros(rest)];
      }
      edge = next & mask & ~seen;
      seen |= edge;
    }
    return seen == mask;
  }

  /**
   * Without {@code parts}, the least imbalance; with it, the least distance within a limit, and who
   * belongs where.
   */
  private double best(int @Nullable [] parts, double limit) {
    int k = block.parts();
    double[][] value = new double[k][full + 1];
    int[][] choice = new int[k][parts == null ? 0 : full + 1];
    int owed = 0;
    for (int p = k - 1; p >= 0; p--) {
      owed |= fixedMask[p];
      double[] own = own(p, parts != null, limit);
      Arrays.fill(value[p], Double.POSITIVE_INFINITY);
      for (int mask = 1; mask <= full; mask++) {
        // What is left for the parts from p on: all that is fixed to them, nothing else's.
        if ((mask & allFixed) != owed || (p == 0 && mask != full)) {
          continue;
        }
        if (p == k - 1) {
          value[p][mask] = own[mask];
          if (parts != null) {
            choice[p][mask] = mask;
          }
        } else {
          split(p, mask, own, value, choice, parts != null);
        }
      }
    }
    if (parts != null && value[0][full] < Double.POSITIVE_INFINITY) {
      int mask = full;
      for (int p = 0; p < k; p++) {
        for (int rest = choice[p][mask]; rest != 0; rest &= rest - 1) {
          parts[Integer.numberOfTrailingZeros(rest)] = p;
        }
        mask &= ~choice[p][mask];
      }
    }
    return value[0][full];
  }

  private void split(
      int p, int mask, double[] own, double[][] value, int[][] choice, boolean remember) {
    int base = fixedMask[p];
    if (p >= block.anchored) {
      // Free parts are alike: the first of them takes the first unit that is left.
      base = Integer.lowestOneBit(mask);
    }
    int open = mask & ~allFixed & ~base;
    double best = Double.POSITIVE_INFINITY;
    int taken = 0;
    for (int sub = open; ; sub = sub - 1 & open) {
      int set = sub | base;
      double mine = own[set];
      if (mine < best) {
        double rest = value[p + 1][mask & ~set];
        double both = remember ? mine + rest : Math.max(mine, rest);
        if (both < best) {
          best = both;
          taken = set;
        }
      }
      if (sub == 0) {
        break;
      }
    }
    value[p][mask] = best;
    if (remember) {
      choice[p][mask] = taken;
    }
  }

  /** What each subset is worth to a part: deviation, or distance where the deviation is allowed. */
  private double[] own(int p, boolean distance, double limit) {
    double[] own = new double[full + 1];
    own[0] = Double.POSITIVE_INFINITY;
    for (int mask = 1; mask <= full; mask++) {
      double deviation = TerritoryBlock.deviation(block.extra[p] + weight[mask], block.target[p]);
      if (!connected[mask] || (mask & allFixed) != fixedMask[p] || deviation > limit) {
        own[mask] = Double.POSITIVE_INFINITY;
      } else {
        own[mask] = distance ? distance(mask, p) : deviation;
      }
    }
    return own;
  }

  private double distance(int mask, int p) {
    TerritorySums sums = new TerritorySums();
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      sums.add(block, Integer.numberOfTrailingZeros(rest), p, 1);
    }
    return sums.distance(block.hasCost[p]);
  }
}
