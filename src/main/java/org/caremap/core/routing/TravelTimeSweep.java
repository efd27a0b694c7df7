package org.caremap.core.routing;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Least costs from one or many sources to every node (Dijkstra, 1959), or from every node to the
 * nearest source. Exact whole numbers, the same as Bellman-Ford would give.
 *
 * <p>Instead of a queue there are two lists (near and far, as in Davidson, Baxter, Garland and
 * Owens, 2014): costs below a threshold are settled first in, first out, label-correcting; the rest
 * waits until the threshold goes up by a step. The loop over arcs takes no decision that a
 * processor could guess wrongly: whether an arc improves its head only decides by how much the ends
 * of the lists move on, and what comes next in a list is known ahead. 15 minutes around places of
 * Stirling take 18 to 22 ns a node (the same 200 places again and again, or 6,000 once each)
 * instead of 30 with buckets (Dial, 1969); nodes are settled 1.1 times either way.
 *
 * <p>What did not pay: arcs in pairs of head and cost (one array more), dead ends left out of the
 * lists, three arcs a node without a loop, nodes alone in the lists and their costs looked up.
 * Chains of streets were not contracted: one node in eight has two streets in Stirling, one in four
 * in Monaco.
 *
 * <p>The arrays are scratch of one thread and used again by the next run, which costs only the
 * nodes touched before. Results are valid until then.
 */
public final class TravelTimeSweep {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private static final int CANCEL_CHECK_INTERVAL = 1024;

  /**
   * Step of the threshold as a power of two beside the mean arc: wide enough to have work for the
   * processor in every step, narrow enough to keep nodes from coming out twice.
   */
  private static final int SWEEP_SHIFT = 1;

  /** A search that can end with any step does not want to go far beyond what it looks for. */
  private static final int SEARCH_SHIFT = 0;

  private static final int MOST_SHIFT = 29;

  private final WalkingNetwork network;
  private final int[] offsets;
  private final int[] heads;
  private final int[] cost;
  private int[] label = {};
  private int[] reached = new int[1024];
  private int reachedCount;

  /** Cost and node of what is settled in this step, in that order. */
  private long[] near = new long[1024];

  private int nearCount;

  /** Entries of {@link #near} that the last step settled. */
  private int settledCount;

  /** The same of what costs at least {@link #threshold}. */
  private long[] far = new long[1024];

  private int farCount;
  private int threshold;

  /** By how much the threshold goes up. */
  private int step;

  private int untilCheck = CANCEL_CHECK_INTERVAL;

  private int[] arcCost = {};
  private int limit;
  private boolean labelled;

  /**
   * @param network what to sweep over; the scratch takes 4 bytes a node, 8 once labels are asked
   *     for, 4 a node reached and 16 a node at the rim of what is reached
   */
  public TravelTimeSweep(WalkingNetwork network) {
    this.network = network;
    offsets = network.graph().arcs().offsets();
    heads = network.graph().arcs().heads();
    cost = new int[network.graph().nodeCount()];
    Arrays.fill(cost, UNREACHED);
  }

  /** The network this sweeps over. */
  public WalkingNetwork network() {
    return network;
  }

  /** Something that wants to know each node whose cost is final. */
  interface NodeVisitor {
    void visit(int node, int cost);
  }

  /**
   * Sweeps from one place, without labels: the fastest way.
   *
   * @param direction which way people walk
   * @param places places on the same network
   * @param place which of them, in [0, places.size()); reaches nothing if it is not snapped
   * @param limit inclusive limit of costs, access of the place included; in [0, FARTHEST]
   * @return this
   */
  public TravelTimeSweep run(Direction direction, NetworkPlaces places, int place, int limit) {
    return run(direction, places, place, limit, NEVER);
  }

  /**
   * The same, cancellable.
   *
   * @param cancelled asked now and then
   * @throws CancellationException if cancelled; the results are then void
   */
  public TravelTimeSweep run(
      Direction direction,
      NetworkPlaces places,
      int place,
      int wantedLimit,
      BooleanSupplier cancelled) {
    begin(direction, wantedLimit, SWEEP_SHIFT, false);
    seedOne(direction, places, place);
    while (!exhausted()) {
      advance();
      settle(cancelled);
    }
    return this;
  }

  private static final BooleanSupplier NEVER = () -> false;

  /**
   * Sweeps from many places at once; each node knows the nearest of them by {@link #source}, the
   * lower index where two are equally near.
   *
   * @param direction which way people walk
   * @param places places on the same network; those not snapped are left out
   * @param indices which of the places take part, in [0, places.size())
   * @param limit inclusive limit of costs, access of the place included; in [0, FARTHEST]
   * @param cancelled asked now and then
   * @return this
   * @throws CancellationException if cancelled; the results are then void
   */
  public TravelTimeSweep run(
      Direction direction,
      NetworkPlaces places,
      int[] indices,
      int limit,
      BooleanSupplier cancelled) {
    begin(direction, limit, SWEEP_SHIFT, true);
    for (int index : indices) {
      int slot = slotOf(places, index);
      if (slot >= 0) {
        seed(direction, places, slot, index);
      }
    }
    while (!exhausted()) {
      advance();
      settleLabelled(cancelled);
    }
    return this;
  }

  /** Starts a sweep from one place that is then driven step by step. */
  void begin(Direction direction, NetworkPlaces places, int place, int limit) {
    begin(direction, limit, SEARCH_SHIFT, false);
    seedOne(direction, places, place);
  }

  private void seedOne(Direction direction, NetworkPlaces places, int place) {
    int slot = slotOf(places, place);
    if (slot >= 0) {
      threshold = places.access(slot);
      seed(direction, places, slot, place);
    }
  }

  private static int slotOf(NetworkPlaces places, int place) {
    if (place < 0 || place >= places.size()) {
      throw new IllegalArgumentException(
          "source index must be in [0, " + places.size() + ") but is " + place);
    }
    return places.slot(place);
  }

  private void begin(Direction direction, int wantedLimit, int stepShift, boolean withLabels) {
    if (wantedLimit < 0 || wantedLimit > WalkingNetwork.FARTHEST) {
      throw new IllegalArgumentException(
          "limit must be in [0, %d] but is %d".formatted(WalkingNetwork.FARTHEST, wantedLimit));
    }
    clear();
    limit = wantedLimit;
    labelled = withLabels;
    if (withLabels && label.length == 0) {
      label = new int[cost.length];
    }
    arcCost = direction == Direction.TO_SOURCES ? network.arriveCosts() : network.leaveCosts();
    step = 1 << Math.min(MOST_SHIFT, network.meanArcShift() + stepShift);
    threshold = 0;
  }

  private void seed(Direction direction, NetworkPlaces places, int slot, int source) {
    boolean towards = direction == Direction.TO_SOURCES;
    offer(places.startNode(slot), towards ? places.fromStart(slot) : places.toStart(slot), source);
    offer(places.endNode(slot), towards ? places.fromEnd(slot) : places.toEnd(slot), source);
  }

  private void offer(int node, int there, int source) {
    if (there > limit
        || there > cost[node]
        || (there == cost[node] && !(labelled && source < label[node]))) {
      return;
    }
    reserve(1);
    if (cost[node] == UNREACHED) {
      reached[reachedCount++] = node;
    }
    cost[node] = there;
    if (labelled) {
      label[node] = source;
    }
    far[farCount++] = (long) there << 32 | node;
  }

  /** Makes room for so many more entries in each list. */
  private void reserve(int entries) {
    if (reachedCount + entries > reached.length) {
      reached = Arrays.copyOf(reached, 2 * reached.length + entries);
    }
    if (nearCount + entries > near.length) {
      near = Arrays.copyOf(near, 2 * near.length + entries);
    }
    if (farCount + entries > far.length) {
      far = Arrays.copyOf(far, 2 * far.length + entries);
    }
  }

  /** Whether nothing is left to settle; asked between steps. */
  boolean exhausted() {
    return nearCount == 0 && farCount == 0;
  }

  /**
   * Goes on to the next step that has something to settle, if any. How often an entry waits for
   * another step goes with the cost of its arc, so all this waiting goes with the arcs.
   *
   * @return lower bound of everything not settled yet
   */
  int advance() {
    while (nearCount == 0 && farCount > 0) {
      threshold += step;
      takeNear();
      if (nearCount == 0) {
        leapToLeast();
      }
    }
    return threshold - step;
  }

  /** Leaves out steps without entries, as before a street that is very long beside the others. */
  private void leapToLeast() {
    int least = UNREACHED;
    for (int i = 0; i < farCount; i++) {
      least = Math.min(least, (int) (far[i] >>> 32));
    }
    if (farCount > 0) {
      threshold = least;
    }
  }

  /** Moves what costs less than the threshold from far to near, which is empty. */
  private void takeNear() {
    int entries = farCount;
    if (entries >= near.length) {
      near = new long[2 * entries];
    }
    int[] toCost = cost;
    long[] from = far;
    long[] to = near;
    int below = threshold;
    int taken = 0;
    int kept = 0;
    for (int i = 0; i < entries; i++) {
      long entry = from[i];
      int there = (int) (entry >>> 32);
      // 1 unless the node has been reached for less in the meantime.
      int valid = toCost[(int) entry] == there ? 1 : 0;
      int isNear = (there - below) >>> 31;
      to[taken] = entry;
      from[kept] = entry;
      taken += valid & isNear;
      kept += valid & ~isNear;
    }
    nearCount = taken;
    farCount = kept;
  }

  /** Settles what costs less than the threshold, without labels. */
  void settle(BooleanSupplier cancelled) {
    int[] toCost = cost;
    int[] costs = arcCost;
    int[] firstArc = offsets;
    int[] toHead = heads;
    int[] nodes = reached;
    long[] nears = near;
    long[] fars = far;
    int count = reachedCount;
    int nearEnd = nearCount;
    int farEnd = farCount;
    int below = threshold;
    int tooFar = limit + 1;
    int asksIn = untilCheck;
    for (int next = 0; next < nearEnd; next++) {
      long entry = nears[next];
      int node = (int) entry;
      int here = (int) (entry >>> 32);
      if (here != toCost[node]) {
        continue;
      }
      if (--asksIn == 0) {
        asksIn = CANCEL_CHECK_INTERVAL;
        reachedCount = count;
        check(cancelled);
      }
      int arc = firstArc[node];
      int end = firstArc[node + 1];
      int arcs = end - arc;
      if (count + arcs > nodes.length
          || nearEnd + arcs > nears.length
          || farEnd + arcs > fars.length) {
        reachedCount = count;
        nearCount = nearEnd;
        farCount = farEnd;
        reserve(arcs);
        nodes = reached;
        nears = near;
        fars = far;
      }
      for (; arc < end; arc++) {
        int there = here + costs[arc];
        int head = toHead[arc];
        int before = toCost[head];
        // Masks: all bits set for yes, none for no. What is written without need is overwritten.
        int better = (there - Math.min(before, tooFar)) >> 31;
        int isNear = (there - below) >> 31;
        int isNew = (UNREACHED - 1 - before) >> 31;
        toCost[head] = (there & better) | (before & ~better);
        nodes[count] = head;
        count -= better & isNew;
        long found = (long) there << 32 | head;
        nears[nearEnd] = found;
        fars[farEnd] = found;
        nearEnd -= better & isNear;
        farEnd -= better & ~isNear;
      }
    }
    reachedCount = count;
    settledCount = nearEnd;
    nearCount = 0;
    farCount = farEnd;
    untilCheck = asksIn;
  }

  /** Visits the nodes that the last step settled. */
  void forEachSettled(NodeVisitor visitor) {
    for (int i = 0; i < settledCount; i++) {
      int node = (int) near[i];
      int here = (int) (near[i] >>> 32);
      if (here == cost[node]) {
        visitor.visit(node, here);
      }
    }
  }

  private void settleLabelled(BooleanSupplier cancelled) {
    int[] toCost = cost;
    int[] toLabel = label;
    for (int next = 0; next < nearCount; next++) {
      long entry = near[next];
      int node = (int) entry;
      int here = (int) (entry >>> 32);
      if (here != toCost[node]) {
        continue;
      }
      if (--untilCheck == 0) {
        untilCheck = CANCEL_CHECK_INTERVAL;
        check(cancelled);
      }
      int source = toLabel[node];
      int arc = offsets[node];
      int end = offsets[node + 1];
      reserve(end - arc);
      for (; arc < end; arc++) {
        int there = here + arcCost[arc];
        int head = heads[arc];
        int before = toCost[head];
        if (there <= before && there <= limit && (there < before || source < toLabel[head])) {
          if (before == UNREACHED) {
            reached[reachedCount++] = head;
          }
          toCost[head] = there;
          toLabel[head] = source;
          long found = (long) there << 32 | head;
          if (there < threshold) {
            near[nearCount++] = found;
          } else {
            far[farCount++] = found;
          }
        }
      }
    }
    nearCount = 0;
  }

  private void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      clear();
      throw new CancellationException("the sweep was cancelled");
    }
  }

  private void clear() {
    for (int i = 0; i < reachedCount; i++) {
      cost[reached[i]] = UNREACHED;
    }
    reachedCount = 0;
    nearCount = 0;
    farCount = 0;
    settledCount = 0;
  }

  /** Cost between a node and its nearest source, or {@link WalkingNetwork#UNREACHED}. */
  public int cost(int node) {
    return cost[node];
  }

  /** Flat metres between a node and its nearest source; infinite if it was not reached. */
  public double meters(int node) {
    return WalkingNetwork.meters(cost[node]);
  }

  /** The nearest source of a node, after a sweep from many; -1 if it was not reached. */
  public int source(int node) {
    return cost[node] == UNREACHED ? -1 : label[node];
  }

  /** A copy of the costs of all nodes. */
  int[] costs() {
    return cost.clone();
  }

  /** A copy of the sources of all nodes after a sweep from many; any where not reached. */
  int[] labels() {
    return label.clone();
  }

  /** Number of nodes reached. */
  public int reachedCount() {
    return reachedCount;
  }

  /** The i-th node reached, i in [0, reachedCount), in no particular order. */
  public int reachedNode(int i) {
    return reached[i];
  }
}
