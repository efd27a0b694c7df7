package org.caremap.core.siting;

import java.util.Arrays;

/** A sharing that is being changed: who belongs where, and what each part sums up to. */
final class TerritoryState {
  static final int NONE = TerritoryBlock.NONE;

  final TerritoryBlock block;
  final int[] part;
  final TerritorySums[] sums;

  // One search for pieces: stamps instead of clearing.
  private final int[] seen;
  private final int[] queue;
  private int stamp;

  TerritoryState(TerritoryBlock block) {
    this.block = block;
    part = new int[block.units()];
    Arrays.fill(part, NONE);
    sums = new TerritorySums[block.parts()];
    empty();
    seen = new int[block.units()];
    queue = new int[block.units()];
  }

  /** Takes over another sharing. */
  void set(int[] parts) {
    empty();
    for (int u = 0; u < part.length; u++) {
      part[u] = parts[u];
      if (parts[u] != NONE) {
        sums[parts[u]].add(block, u, parts[u], 1);
      }
    }
  }

  private void empty() {
    for (int p = 0; p < sums.length; p++) {
      sums[p] = new TerritorySums();
      sums[p].weight = block.extra[p];
    }
  }

  void move(int unit, int to) {
    int from = part[unit];
    if (from != NONE) {
      sums[from].add(block, unit, from, -1);
    }
    part[unit] = to;
    if (to != NONE) {
      sums[to].add(block, unit, to, 1);
    }
  }

  double deviation(int p) {
    return TerritoryBlock.deviation(sums[p].weight, block.target[p]);
  }

  double imbalance() {
    double worst = 0;
    for (int p = 0; p < sums.length; p++) {
      worst = Math.max(worst, deviation(p));
    }
    return worst;
  }

  /** Sum of squared deviations beyond the tolerance. */
  double roughness() {
    double sum = 0;
    for (int p = 0; p < sums.length; p++) {
      double beyond = Math.max(0, deviation(p) - block.tolerance);
      sum += beyond * beyond;
    }
    return sum;
  }

  double distance() {
    double sum = 0;
    for (int p = 0; p < sums.length; p++) {
      sum += sums[p].distance(block.hasCost[p]);
    }
    return sum;
  }

  boolean touches(int unit, int p) {
    for (int v : block.neighbours[unit]) {
      if (part[v] == p) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part keeps a unit and its pieces stay as whole as they are when this one leaves. */
  boolean canLeave(int unit) {
    int p = part[unit];
    if (block.fixed[unit] != NONE || sums[p].count <= 1) {
      return false;
    }
    int neighbours = 0;
    int start = -1;
    for (int v : block.neighbours[unit]) {
      if (part[v] == p) {
        neighbours++;
        start = v;
      }
    }
    if (neighbours <= 1) {
      return true;
    }
    stamp++;
    seen[unit] = stamp;
    seen[start] = stamp;
    queue[0] = start;
    int end = 1;
    int found = 1;
    for (int i = 0; i < end; i++) {
      for (int v : block.neighbours[queue[i]]) {
        if (part[v] == p && seen[v] != stamp) {
          seen[v] = stamp;
          queue[end++] = v;
          if (isNeighbour(unit, v) && ++found == neighbours) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * What leaves its part with a unit that holds it together: the branches behind it. What stays is
   * the piece with the part's fixed units, or, where it has none, the one with most units.
   *
   * @param leaving filled with the unit and all that leaves with it
   * @return how many they are; 0 where fixed units lie in several pieces or nothing would stay
   */
  int branch(int unit, int[] leaving) {
    int p = part[unit];
    if (block.fixed[unit] != NONE) {
      return 0;
    }
    stamp++;
    seen[unit] = stamp;
    int stayFrom = 0;
    int stayTo = 0;
    boolean stayIsFixed = false;
    int end = 0;
    for (int start : block.neighbours[unit]) {
      if (part[start] != p || seen[start] == stamp) {
        continue;
      }
      int from = end;
      boolean hasFixed = false;
      seen[start] = stamp;
      queue[end++] = start;
      for (int i = from; i < end; i++) {
        hasFixed |= block.fixed[queue[i]] != NONE;
        for (int v : block.neighbours[queue[i]]) {
          if (part[v] == p && seen[v] != stamp) {
            seen[v] = stamp;
            queue[end++] = v;
          }
        }
      }
      if (hasFixed && stayIsFixed) {
        return 0;
      }
      if (hasFixed || (!stayIsFixed && end - from > stayTo - stayFrom)) {
        stayFrom = from;
        stayTo = end;
        stayIsFixed = hasFixed;
      }
    }
    if (stayFrom == stayTo || end + 1 < sums[p].count) {
      return 0;
    }
    int count = 0;
    leaving[count++] = unit;
    for (int i = 0; i < end; i++) {
      if (i < stayFrom || i >= stayTo) {
        leaving[count++] = queue[i];
      }
    }
    return count;
  }

  private boolean isNeighbour(int unit, int other) {
    return Arrays.binarySearch(block.neighbours[unit], other) >= 0;
  }
}
