package org.caremap.core.siting;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Good sharings of a connected group of any size, by the automated zoning procedure (AZP, Openshaw
 * 1977) with simulated annealing (Openshaw and Rao, 1995): parts grow from their seeds, the
 * lightest first, each by its nearest free neighbour; then border units change sides, at first also
 * where that makes it worse, and take along the branches that hang on them; last, moves, exchanges
 * of two units and chains over three parts are taken as long as one helps. No step breaks a part
 * into pieces or moves a fixed unit. Several starts; the random numbers hang on the seed alone.
 */
final class TerritorySearch {
  private static final double HOT = 0.08;
  private static final double COLD = 2e-4;
  private static final int STEPS_A_UNIT = 400;
  private static final int LEAST_STEPS = 20_000;
  private static final int MOST_STEPS = 400_000;
  private static final int SMALL_GROUP = 80;
  private static final int STARTS = 8;
  private static final int STARTS_OF_LARGE = 2;
  private static final int ROUNDS = 200;
  private static final double LEAST_GAIN = 1e-9;

  // Energy: the worst part, all parts beyond the tolerance, distance as a tie-breaker.
  private static final double SPREAD = 0.5;
  private static final double DISTANCE = 0.04;

  private final TerritoryBlock block;
  private final TerritoryState state;
  private final double bound;
  private final int[] leaving;
  private double distanceUnit;
  private int[] best;
  private double bestImbalance = Double.POSITIVE_INFINITY;
  private double bestRoughness = Double.POSITIVE_INFINITY;
  private double bestDistance = Double.POSITIVE_INFINITY;

  private TerritorySearch(TerritoryBlock block, double bound) {
    this.block = block;
    this.bound = bound;
    state = new TerritoryState(block);
    best = new int[block.units()];
    leaving = new int[block.units()];
  }

  /**
   * @param bound on the imbalance
   * @return part of each unit
   */
  static int[] solve(TerritoryBlock block, double bound, long seed) {
    TerritorySearch search = new TerritorySearch(block, bound);
    SplittableRandom random = new SplittableRandom(seed);
    int starts = block.parts() == 1 ? 1 : block.units() <= SMALL_GROUP ? STARTS : STARTS_OF_LARGE;
    for (int start = 0; start < starts; start++) {
      SplittableRandom own = random.split();
      search.grow(own, start > 0);
      search.distanceUnit = Math.max(1, search.state.distance());
      search.note();
      search.anneal(own);
      search.state.set(search.best);
      search.descend();
      search.note();
    }
    return search.best;
  }

  /** Keeps the sharing if none was better: balance up to the tolerance, then distance. */
  private void note() {
    double imbalance = Math.max(state.imbalance(), block.tolerance);
    double roughness = state.roughness();
    double distance = state.distance();
    if (isBetter(imbalance, roughness, distance)) {
      bestImbalance = imbalance;
      bestRoughness = roughness;
      bestDistance = distance;
      System.arraycopy(state.part, 0, best, 0, best.length);
    }
  }

  private boolean isBetter(double imbalance, double roughness, double distance) {
    if (Math.abs(imbalance - bestImbalance) > LEAST_GAIN) {
      return imbalance < bestImbalance;
    }
    if (Math.abs(roughness - bestRoughness) > LEAST_GAIN) {
      return roughness < bestRoughness;
    }
    return distance < bestDistance * (1 - LEAST_GAIN);
  }

  // ------------------------------------------------------------------ growing

  private void grow(SplittableRandom random, boolean shuffled) {
    int[] start = new int[block.units()];
    Arrays.fill(start, TerritoryState.NONE);
    for (int u = 0; u < start.length; u++) {
      start[u] = block.fixed[u];
    }
    state.set(start);
    joinPieces(random, shuffled);
    for (int p = block.anchored; p < block.parts(); p++) {
      state.move(freeSeed(random, shuffled), p);
    }
    boolean[] stuck = new boolean[block.parts()];
    while (true) {
      int p = lightest(stuck);
      if (p < 0) {
        break;
      }
      int next = nearestFree(p, random, shuffled);
      if (next < 0) {
        stuck[p] = true;
      } else {
        state.move(next, p);
      }
    }
  }

  /**
   * Fixed units of one part that do not touch are joined over free units: by shortest ways, in
   * later starts by any.
   */
  private void joinPieces(SplittableRandom random, boolean shuffled) {
    for (int p = 0; p < block.anchored; p++) {
      while (joinOnePiece(p, random, shuffled)) {
        // Until all are joined, or the way is barred by others' units.
      }
    }
  }

  private boolean joinOnePiece(int p, SplittableRandom random, boolean shuffled) {
    int n = block.units();
    int[] from = new int[n];
    Arrays.fill(from, -2);
    int[] queue = new int[n];
    int end = 0;
    for (int u = 0; u < n; u++) {
      if (state.part[u] == p) {
        queue[end++] = u;
        from[u] = -1;
        break;
      }
    }
    // First all of the piece, then outwards: the first unit of the part met there is another piece.
    for (int i = 0; i < end; i++) {
      for (int v : block.neighbours[queue[i]]) {
        if (state.part[v] == p && from[v] == -2) {
          from[v] = -1;
          queue[end++] = v;
        }
      }
    }
    for (int i = 0; i < end; i++) {
      if (shuffled) {
        int other = i + random.nextInt(end - i);
        int swap = queue[i];
        queue[i] = queue[other];
        queue[other] = swap;
      }
      for (int v : block.neighbours[queue[i]]) {
        if (from[v] != -2) {
          continue;
        }
        if (state.part[v] == p) {
          for (int u = queue[i]; from[u] != -1; u = from[u]) {
            state.move(u, p);
          }
          return true;
        }
        if (state.part[v] == TerritoryState.NONE) {
          from[v] = queue[i];
          queue[end++] = v;
        }
      }
    }
    return false;
  }

  /** A free unit far from all that has a part: the farthest; in later starts any. */
  private int freeSeed(SplittableRandom random, boolean shuffled) {
    int n = block.units();
    int[] steps = new int[n];
    Arrays.fill(steps, -1);
    int[] queue = new int[n];
    int end = 0;
    for (int u = 0; u < n; u++) {
      if (state.part[u] != TerritoryState.NONE) {
        steps[u] = 0;
        queue[end++] = u;
      }
    }
    int taken = end;
    if (end == 0) {
      int any = shuffled ? random.nextInt(n) : 0;
      steps[any] = 1;
      queue[end++] = any;
    }
    for (int i = 0; i < end; i++) {
      for (int v : block.neighbours[queue[i]]) {
        if (steps[v] < 0) {
          steps[v] = steps[queue[i]] + 1;
          queue[end++] = v;
        }
      }
    }
    int candidates = end - taken;
    return shuffled ? queue[end - 1 - random.nextInt(Math.max(1, candidates))] : queue[end - 1];
  }

  private int lightest(boolean[] stuck) {
    int lightest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < stuck.length; p++) {
      double load =
          block.target[p] > 0 ? state.sums[p].weight / block.target[p] : state.sums[p].count;
      if (!stuck[p] && load < least) {
        least = load;
        lightest = p;
      }
    }
    return lightest;
  }

  private int nearestFree(int p, SplittableRandom random, boolean shuffled) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < block.units(); u++) {
      if (state.part[u] == TerritoryState.NONE && state.touches(u, p)) {
        double far;
        if (block.hasCost[p]) {
          far = block.cost[u][p];
        } else {
          double before = state.sums[p].distance(false);
          state.sums[p].add(block, u, p, 1);
          far = state.sums[p].distance(false) - before;
          state.sums[p].add(block, u, p, -1);
        }
        far = shuffled ? far * (0.7 + 0.6 * random.nextDouble()) : far;
        if (far < least) {
          least = far;
          nearest = u;
        }
      }
    }
    return nearest;
  }

  // ---------------------------------------------------------------- annealing

  private double energy() {
    double beyond = Math.max(0, state.imbalance() - block.tolerance);
    return beyond
        + SPREAD * Math.sqrt(state.roughness() / block.parts())
        + DISTANCE * state.distance() / distanceUnit;
  }

  private void anneal(SplittableRandom random) {
    int steps = Math.min(MOST_STEPS, Math.max(LEAST_STEPS, STEPS_A_UNIT * block.units()));
    double cooling = Math.pow(COLD / HOT, 1.0 / steps);
    double heat = HOT;
    double energy = energy();
    for (int i = 0; i < steps; i++, heat *= cooling) {
      int u = random.nextInt(block.units());
      int[] near = block.neighbours[u];
      if (near.length == 0 || block.fixed[u] != TerritoryState.NONE) {
        continue;
      }
      int from = state.part[u];
      int to = state.part[near[random.nextInt(near.length)]];
      if (from == to || from < 0 || to < 0) {
        continue;
      }
      double chance = random.nextDouble();
      int count = leaving(u);
      if (count == 0) {
        continue;
      }
      moveAll(count, to);
      double after = energy();
      if (after > energy && chance >= Math.exp((energy - after) / heat)) {
        moveAll(count, from);
      } else {
        energy = after;
        if (after < bestEnergy()) {
          note();
        }
      }
    }
  }

  /** A unit and, where it holds its part together, the branches behind it; 0 where it must stay. */
  private int leaving(int u) {
    if (state.canLeave(u)) {
      leaving[0] = u;
      return 1;
    }
    return state.branch(u, leaving);
  }

  private void moveAll(int count, int to) {
    for (int i = 0; i < count; i++) {
      state.move(leaving[i], to);
    }
  }

  /** Energy that a sharing must have to be worth comparing with the best. */
  private double bestEnergy() {
    return Math.max(0, bestImbalance - block.tolerance)
        + SPREAD * Math.sqrt(bestRoughness / block.parts())
        + DISTANCE * bestDistance / distanceUnit
        + LEAST_GAIN;
  }

  // ------------------------------------------------------------------ descent

  private void descend() {
    for (int round = 0; round < ROUNDS; round++) {
      boolean better = moves();
      better |= exchanges();
      better |= isBalanced() ? false : chains();
      if (!better) {
        return;
      }
    }
  }

  private boolean isBalanced() {
    return bestImbalance <= Math.max(bound, block.tolerance) + LEAST_GAIN;
  }

  /** Whether the sharing at hand is better than the best; if so it becomes the best. */
  private boolean improves() {
    double imbalance = Math.max(state.imbalance(), block.tolerance);
    if (imbalance > bestImbalance + LEAST_GAIN
        || !isBetter(imbalance, state.roughness(), state.distance())) {
      return false;
    }
    note();
    return true;
  }

  private boolean moves() {
    boolean any = false;
    for (int u = 0; u < block.units(); u++) {
      int from = state.part[u];
      int count = from < 0 || !isBorder(u) ? 0 : leaving(u);
      for (int v : block.neighbours[u]) {
        int to = state.part[v];
        if (count > 0 && to >= 0 && to != from) {
          moveAll(count, to);
          if (improves()) {
            any = true;
            break;
          }
          moveAll(count, from);
        }
      }
    }
    return any;
  }

  private boolean isBorder(int u) {
    for (int v : block.neighbours[u]) {
      if (state.part[v] != state.part[u]) {
        return true;
      }
    }
    return false;
  }

  /** One unit there, another back. */
  private boolean exchanges() {
    boolean any = false;
    for (int u = 0; u < block.units(); u++) {
      if (state.part[u] >= 0 && isBorder(u) && state.canLeave(u)) {
        any |= followed(u, true);
      }
    }
    return any;
  }

  /** One unit from a part to a second, another from that to a third. */
  private boolean chains() {
    boolean any = false;
    for (int u = 0; u < block.units(); u++) {
      if (state.part[u] >= 0 && isBorder(u) && state.canLeave(u)) {
        any |= followed(u, false);
      }
    }
    return any;
  }

  private boolean followed(int u, boolean back) {
    int from = state.part[u];
    for (int w : block.neighbours[u]) {
      int middle = state.part[w];
      if (middle < 0 || middle == from) {
        continue;
      }
      state.move(u, middle);
      for (int v = 0; v < block.units(); v++) {
        if (v == u || state.part[v] != middle || block.fixed[v] != TerritoryState.NONE) {
          continue;
        }
        for (int z : block.neighbours[v]) {
          int to = state.part[z];
          boolean wanted = back ? to == from : to >= 0 && to != from;
          if (wanted && to != middle && state.canLeave(v)) {
            state.move(v, to);
            if (improves()) {
              return true;
            }
            state.move(v, middle);
          }
        }
      }
      state.move(u, from);
    }
    return false;
  }
}
