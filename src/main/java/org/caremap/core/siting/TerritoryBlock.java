package org.caremap.core.siting;

import java.util.Arrays;

/**
 * One connected group of units with the parts that lie in it: what can be solved by itself, since
 * no part reaches over into another group. Units and parts are numbered anew. Parts that hold a
 * fixed unit come first, then the free ones.
 */
final class TerritoryBlock {
  /** Of a unit that is not fixed. */
  static final int NONE = TerritoryProblem.NONE;

  final int[] unit;
  final int[] part;
  final int anchored;
  final int[][] neighbours;
  final long[] weight;
  final double[] x;
  final double[] y;
  final int[] fixed;
  final double[] target;
  final boolean[] hasCost;
  final double[][] cost;
  final double tolerance;

  /** Weight that each part has outside of the group, by hand. */
  final long[] extra;

  /** Weight of the group and of what its parts have outside. */
  final long total;

  /**
   * @param units of the group, ascending
   * @param parts of the group, those with a fixed unit first
   * @param anchored how many parts have a fixed unit
   * @param targetOfPart weight that each part of the whole problem should get
   * @param extraOfPart weight that each part of the whole problem has in other groups
   */
  TerritoryBlock(
      TerritoryProblem problem,
      int[] units,
      int[] parts,
      int anchored,
      double[] targetOfPart,
      long[] extraOfPart) {
    unit = units;
    part = parts;
    this.anchored = anchored;
    int n = units.length;
    int[] local = new int[problem.unitCount()];
    Arrays.fill(local, NONE);
    for (int u = 0; u < n; u++) {
      local[units[u]] = u;
    }
    int[] localPart = new int[problem.partCount()];
    Arrays.fill(localPart, NONE);
    target = new double[parts.length];
    hasCost = new boolean[parts.length];
    extra = new long[parts.length];
    long sum = 0;
    for (int p = 0; p < parts.length; p++) {
      localPart[parts[p]] = p;
      target[p] = targetOfPart[parts[p]];
      hasCost[p] = problem.hasCost(parts[p]);
      extra[p] = extraOfPart[parts[p]];
      sum += extra[p];
    }
    neighbours = new int[n][];
    weight = new long[n];
    x = new double[n];
    y = new double[n];
    fixed = new int[n];
    cost = new double[n][parts.length];
    for (int u = 0; u < n; u++) {
      int[] near = new int[problem.degree(units[u])];
      int count = 0;
      for (int i = 0; i < near.length; i++) {
        int v = local[problem.neighbour(units[u], i)];
        if (v >= 0) {
          near[count++] = v;
        }
      }
      near = Arrays.copyOf(near, count);
      Arrays.sort(near);
      neighbours[u] = near;
      weight[u] = problem.weight(units[u]);
      sum += weight[u];
      x[u] = problem.x(units[u]);
      y[u] = problem.y(units[u]);
      int to = problem.fixedTo(units[u]);
      fixed[u] = to == NONE ? NONE : localPart[to];
      for (int p = 0; p < parts.length; p++) {
        cost[u][p] = problem.cost(units[u], parts[p]);
      }
    }
    total = sum;
    tolerance = problem.tolerance();
  }

  int units() {
    return unit.length;
  }

  int parts() {
    return part.length;
  }

  /**
   * How far a weight is from a part's target, as a share of it; 0 where nothing is to be shared.
   */
  static double deviation(double weight, double target) {
    return target > 0 ? Math.abs(weight / target - 1) : 0;
  }
}
