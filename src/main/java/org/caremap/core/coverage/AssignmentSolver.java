package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The transportation problem in whole units, solved exactly: as many units served as possible, then
 * least total cost. Successive shortest paths (Busacker and Gowen, 1960) with potentials (Edmonds
 * and Karp, 1972), on a residual network that is folded onto the facilities: an arc from one full
 * facility to another stands for the person who would change at least extra cost, kept in a heap
 * for each pair of facilities that share somebody. A unit that is not served costs more than any
 * way to serve it, so a search either ends at a free place or turns somebody away.
 *
 * <p>Each search looks only where its answer can lie: potentials are true lower bounds of the way
 * on, so a point whose nearest facility has room costs one look at its row, and one whose
 * facilities are full of nearer people, too. Memory is 20 bytes a pair and 8 for each heap entry;
 * with P pairs, r of them a point, A searches that visit v facilities and their e arcs, time is O(P
 * log r + A (e + v log v + r log P)). A is about the number of points in practice; in theory
 * successive paths can need more. Searches never leave a connected group of the reach table.
 */
final class AssignmentSolver {
  private static final int NONE = -1;
  private static final int LOOKS_AT_CANCEL_EVERY = 1023;

  private final int[] first;
  private final int[] facility;
  private final int[] cost;
  private final int[] pointOfPair;
  private final long[] demand;
  private final long[] free;
  private final long[] flow;
  private final long[] unserved;
  private final long refusal;

  // Lower bound of the cost from a facility on to a free place or a refusal; 0 while it has room.
  private final long[] price;
  private final int[][] pairsOfFacility;
  private final @Nullable Exchanges[] exchanges;

  // One search: labels of facilities, undone after it.
  private final long[] label;
  private final int[] cameFrom;
  private final int[] cameBy;
  private final int[] labelled;
  private int labelledCount;
  private final LabelHeap open = new LabelHeap();
  // The cheapest way so far, the facility it ends at, and whose pair is refused there, if
  // anybody's.
  private long best;
  private int end;
  private int refused;

  /**
   * @param first first pair of each point, and one more
   * @param facility facility of each pair, ascending within a point
   * @param cost of each pair, at least 0
   * @param demand units at each point, at least 0
   * @param capacity units that each facility can take, at least 0
   */
  AssignmentSolver(int[] first, int[] facility, int[] cost, long[] demand, long[] capacity) {
    this.first = first;
    this.facility = facility;
    this.cost = cost;
    this.demand = demand;
    free = capacity.clone();
    flow = new long[facility.length];
    unserved = new long[demand.length];
    pointOfPair = new int[facility.length];
    int[] count = new int[capacity.length];
    for (int f : facility) {
      count[f]++;
    }
    pairsOfFacility = new int[capacity.length][];
    for (int f = 0; f < count.length; f++) {
      pairsOfFacility[f] = new int[count[f]];
    }
    Arrays.fill(count, 0);
    int greatest = 0;
    for (int i = 0; i < demand.length; i++) {
      for (int k = first[i]; k < first[i + 1]; k++) {
        pointOfPair[k] = i;
        greatest = Math.max(greatest, cost[k]);
        pairsOfFacility[facility[k]][count[facility[k]]++] = k;
      }
    }
    // No way from one facility to the next, each at most once, costs as much.
    refusal = (capacity.length + 1L) * greatest + 1;
    price = new long[capacity.length];
    exchanges = new Exchanges[capacity.length];
    label = new long[capacity.length];
    Arrays.fill(label, Long.MAX_VALUE);
    cameFrom = new int[capacity.length];
    cameBy = new int[capacity.length];
    labelled = new int[capacity.length];
  }

  /**
   * Assigns everybody.
   *
   * @param cancelled asked now and then
   * @throws CancellationException if cancelled
   */
  void solve(BooleanSupplier cancelled) {
    for (int f = 0; f < free.length; f++) {
      if (free[f] == 0) {
        exchanges[f] = new Exchanges();
      }
    }
    int done = 0;
    for (long entry : nearestFirst()) {
      if ((done++ & LOOKS_AT_CANCEL_EVERY) == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException("assignment cancelled");
      }
      assign((int) entry);
    }
  }

  /** Points by the cost of their nearest facility: few are displaced later. */
  private long[] nearestFirst() {
    long[] order = new long[demand.length];
    for (int i = 0; i < order.length; i++) {
      int nearest = Integer.MAX_VALUE;
      for (int k = first[i]; k < first[i + 1]; k++) {
        nearest = Math.min(nearest, cost[k]);
      }
      order[i] = (long) nearest << 32 | i;
    }
    Arrays.sort(order);
    return order;
  }

  private void assign(int point) {
    long left = demand[point];
    while (left > 0) {
      long moved = augment(point, left);
      if (moved == 0) {
        break;
      }
      left -= moved;
    }
    unserved[point] += left;
  }

  /** Finds the cheapest way for a point and sends what fits; 0 if refusing it is the cheapest. */
  private long augment(int point, long left) {
    best = refusal;
    end = NONE;
    for (int k = first[point]; k < first[point + 1]; k++) {
      label(facility[k], cost[k], NONE, k);
    }
    while (!open.isEmpty() && open.key() < best) {
      long key = open.key();
      int f = open.remove();
      Exchanges from = exchanges[f];
      if (from == null || key > label[f] + price[f]) {
        continue;
      }
      for (int slot = 0; slot < from.count(); slot++) {
        int g = from.facility(slot);
        int bound = from.bound(slot);
        long least = label[f] + bound;
        if (bound != Exchanges.NOBODY
            && least < label[g]
            && least + price[g] < best
            && from.clean(slot, flow)) {
          label(g, label[f] + from.bound(slot), f, from.pair(slot));
        }
      }
    }
    open.clear();
    for (int i = 0; i < labelledCount; i++) {
      int f = labelled[i];
      price[f] = Math.max(price[f], best - label[f]);
      label[f] = Long.MAX_VALUE;
    }
    labelledCount = 0;
    return end == NONE ? 0 : send(left);
  }

  private void label(int f, long value, int from, int by) {
    if (value >= label[f] || value + price[f] >= best) {
      return;
    }
    if (label[f] == Long.MAX_VALUE) {
      labelled[labelledCount++] = f;
    }
    label[f] = value;
    cameFrom[f] = from;
    cameBy[f] = by;
    // The sooner a way is known, the less is looked at: a way that ends here is judged at once.
    Exchanges full = exchanges[f];
    if (full == null) {
      best = value;
      end = f;
      refused = NONE;
      return;
    }
    int farthest = full.farthest(flow);
    if (farthest != NONE && value + refusal - cost[farthest] < best) {
      best = value + refusal - cost[farthest];
      end = f;
      refused = farthest;
    }
    open.add(value + price[f], f);
  }

  private long send(long left) {
    long amount = Math.min(left, refused == NONE ? free[end] : flow[refused]);
    for (int f = end; cameFrom[f] != NONE; f = cameFrom[f]) {
      amount = Math.min(amount, flow[cameBy[f]]);
    }
    if (refused == NONE) {
      free[end] -= amount;
    } else {
      flow[refused] -= amount;
      unserved[pointOfPair[refused]] += amount;
    }
    int f = end;
    while (cameFrom[f] != NONE) {
      int leaves = cameBy[f];
      flow[leaves] -= amount;
      arrive(pairOf(pointOfPair[leaves], f), amount);
      f = cameFrom[f];
    }
    arrive(cameBy[f], amount);
    if (refused == NONE && free[end] == 0) {
      fill(end);
    }
    return amount;
  }

  private void arrive(int pair, long amount) {
    boolean fresh = flow[pair] == 0;
    flow[pair] += amount;
    Exchanges of = exchanges[facility[pair]];
    if (fresh && of != null) {
      offer(of, pair);
    }
  }

  /** From now on whoever comes must displace somebody. */
  private void fill(int f) {
    Exchanges of = new Exchanges();
    exchanges[f] = of;
    for (int pair : pairsOfFacility[f]) {
      if (flow[pair] > 0) {
        offer(of, pair);
      }
    }
  }

  private void offer(Exchanges of, int pair) {
    int point = pointOfPair[pair];
    of.addRefusal(pair, cost[pair]);
    for (int k = first[point]; k < first[point + 1]; k++) {
      if (k != pair) {
        of.add(facility[k], cost[k] - cost[pair], pair);
      }
    }
  }

  private int pairOf(int point, int f) {
    return Arrays.binarySearch(facility, first[point], first[point + 1], f);
  }

  /** Units sent along each pair. */
  long[] flow() {
    return flow;
  }

  /** Units of each point that nobody takes. */
  long[] unserved() {
    return unserved;
  }

  /** What one more place at a facility would save at most: the dual of its capacity. */
  long[] price() {
    return price;
  }

  /** What a unit that is not served is said to cost. */
  long refusal() {
    return refusal;
  }
}
