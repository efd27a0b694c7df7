package org.caremap.core.routing;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Least costs from one or many sources to every node (Dijkstra, 1959), or from every node to the
 * nearest source. Exact whole numbers, the same as Bellman-Ford would give.
 *
 * <p>The queue has buckets of equal width (Dial, 1969) and is used label-correcting: within a
 * bucket nodes come out last in, first out and may come out again with less; buckets never go back.
 * That beats a heap, because most nodes are right the first time and nothing is compared. Entries
 * are linked through flat arrays and used again.
 *
 * <p>The arrays are scratch of one thread and used again by the next run, which costs only the
 * nodes touched before. Results are valid until then.
 */
public final class TravelTimeSweep {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private static final int CANCEL_CHECK_INTERVAL = 1024;

  /**
   * Width of buckets as a power of two beside the mean arc. From one place, half a mean arc keeps
   * nodes from coming out twice. From many, four: the last in, first out order within a wide bucket
   * stays in one neighbourhood, and what that saves in memory traffic (a county's sweep takes 0.6
   * of the time) is more than what nodes that come out twice cost.
   */
  private static final int ONE_SHIFT = -1;

  private static final int MANY_SHIFT = 2;

  private static final int FEWEST_BUCKETS = 64;
  private static final int MOST_BUCKETS = 1 << 16;

  private final WalkingNetwork network;
  private final int[] offsets;
  private final int[] heads;
  private final int[] cost;
  private int[] label = {};
  private int[] reached = new int[1024];
  private int reachedCount;

  private int[] bucketHead = new int[FEWEST_BUCKETS];
  private long[] entry = new long[1024];
  private int[] entryNext = new int[1024];
  private int free = -1;
  private int used;
  private int waiting;
  private int mask;
  private int shift;
  private int bucket;

  private int[] arcCost = {};
  private int limit;
  private int scans;
  private boolean labelled;

  /**
   * @param network what to sweep over; the scratch takes 4 bytes a node, 8 once labels are asked
   *     for
   */
  public TravelTimeSweep(WalkingNetwork network) {
    this.network = network;
    offsets = network.graph().arcs().offsets();
    heads = network.graph().arcs().heads();
    cost = new int[network.graph().nodeCount()];
    Arrays.fill(cost, UNREACHED);
    Arrays.fill(bucketHead, -1);
  }

  /** The network this sweeps over. */
  public WalkingNetwork network() {
    return network;
  }

  /** Something that wants to know each node whose cost was found or improved. */
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
    begin(direction, wantedLimit, 0, false);
    seedOne(direction, places, place);
    drain(cancelled);
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
    int spread = 0;
    for (int index : indices) {
      int slot = slotOf(places, index);
      if (slot >= 0) {
        spread = Math.max(spread, places.access(slot));
      }
    }
    begin(direction, limit, spread, true);
    for (int index : indices) {
      int slot = places.slot(index);
      if (slot >= 0) {
        seed(direction, places, slot, index);
      }
    }
    // Seeds lie anywhere between the first and the last bucket; the first comes first.
    while (waiting > 0) {
      advance();
      settleBucket(cancelled, null);
    }
    return this;
  }

  /** Starts a sweep from one place that is then driven bucket by bucket. */
  void begin(Direction direction, NetworkPlaces places, int place, int limit) {
    begin(direction, limit, 0, false);
    seedOne(direction, places, place);
  }

  private void seedOne(Direction direction, NetworkPlaces places, int place) {
    int slot = slotOf(places, place);
    if (slot >= 0) {
      bucket = places.access(slot) >> shift;
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

  /**
   * @param spread greatest cost at which the sweep's first entries may lie apart, beside an edge
   */
  private void begin(Direction direction, int wantedLimit, int spread, boolean withLabels) {
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
    long span = Math.min(wantedLimit, (long) network.longestArc() + spread) + 1;
    shift = Math.max(0, network.bucketShift() + (withLabels ? MANY_SHIFT : ONE_SHIFT));
    while (span >> shift > MOST_BUCKETS - 4) {
      shift++;
    }
    int wanted = (int) (span >> shift) + 3;
    if (wanted > bucketHead.length) {
      bucketHead = new int[Integer.highestOneBit(wanted - 1) << 1];
      Arrays.fill(bucketHead, -1);
    }
    mask = bucketHead.length - 1;
    bucket = 0;
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
    if (cost[node] == UNREACHED) {
      noteReached(node);
    }
    cost[node] = there;
    if (labelled) {
      label[node] = source;
    }
    reserve(1);
    push(node, there);
  }

  private void noteReached(int node) {
    if (reachedCount == reached.length) {
      reached = Arrays.copyOf(reached, reachedCount * 2);
    }
    reached[reachedCount++] = node;
  }

  private void reserve(int entries) {
    if (used + entries > entry.length) {
      int size = Math.max(used + entries, entry.length * 2);
      entry = Arrays.copyOf(entry, size);
      entryNext = Arrays.copyOf(entryNext, size);
    }
  }

  private void push(int node, int there) {
    int e = free;
    if (e >= 0) {
      free = entryNext[e];
    } else {
      e = used++;
    }
    int slot = (there >> shift) & mask;
    entry[e] = (long) there << 32 | node;
    entryNext[e] = bucketHead[slot];
    bucketHead[slot] = e;
    waiting++;
  }

  boolean exhausted() {
    return waiting == 0;
  }

  /**
   * Goes on to the next bucket that holds entries; something must wait.
   *
   * @return lower bound of everything not settled yet
   */
  int advance() {
    while (bucketHead[bucket & mask] < 0) {
      bucket++;
    }
    return bucket << shift;
  }

  /**
   * Settles everything, without labels. The same steps as {@link #settleBucket}, but written out
   * over local variables: a sweep of some hundred nodes takes half the time.
   */
  private void drain(BooleanSupplier cancelled) {
    int[] toCost = cost;
    int[] costs = arcCost;
    int[] firstArc = offsets;
    int[] toHead = heads;
    int[] buckets = bucketHead;
    int[] nodes = reached;
    long[] entries = entry;
    int[] next = entryNext;
    int count = reachedCount;
    int entryCount = used;
    int left = waiting;
    int most = limit;
    int bits = shift;
    int slots = mask;
    int at = bucket;
    int untilCheck = CANCEL_CHECK_INTERVAL;
    while (left > 0) {
      int e = buckets[at & slots];
      if (e < 0) {
        at++;
        continue;
      }
      buckets[at & slots] = next[e];
      left--;
      int node = (int) entries[e];
      int here = (int) (entries[e] >>> 32);
      if (here != toCost[node]) {
        continue;
      }
      if (--untilCheck == 0) {
        untilCheck = CANCEL_CHECK_INTERVAL;
        if (cancelled.getAsBoolean()) {
          reachedCount = count;
          waiting = left;
          clear();
          throw new CancellationException("the sweep was cancelled");
        }
      }
      int end = firstArc[node + 1];
      int arc = firstArc[node];
      if (entryCount + end - arc > entries.length) {
        entry = entries = Arrays.copyOf(entries, 2 * entries.length + end - arc);
        entryNext = next = Arrays.copyOf(next, entries.length);
      }
      if (count + end - arc > nodes.length) {
        reached = nodes = Arrays.copyOf(nodes, 2 * nodes.length + end - arc);
      }
      for (; arc < end; arc++) {
        int there = here + costs[arc];
        int head = toHead[arc];
        int before = toCost[head];
        if (there < before && there <= most) {
          if (before == UNREACHED) {
            nodes[count++] = head;
          }
          toCost[head] = there;
          int slot = (there >> bits) & slots;
          entries[entryCount] = (long) there << 32 | head;
          next[entryCount] = buckets[slot];
          buckets[slot] = entryCount++;
          left++;
        }
      }
    }
    reachedCount = count;
    waiting = 0;
  }

  /** Settles the nodes of the current bucket. */
  void settleBucket(BooleanSupplier cancelled, @Nullable NodeVisitor visitor) {
    int slot = bucket & mask;
    int e = bucketHead[slot];
    while (e >= 0) {
      bucketHead[slot] = entryNext[e];
      entryNext[e] = free;
      free = e;
      waiting--;
      int node = (int) entry[e];
      int here = (int) (entry[e] >>> 32);
      if (here == cost[node]) {
        if (++scans % CANCEL_CHECK_INTERVAL == 0 && cancelled.getAsBoolean()) {
          clear();
          throw new CancellationException("the sweep was cancelled");
        }
        if (visitor != null) {
          visitor.visit(node, here);
        }
        if (labelled) {
          scanLabelled(node, here);
        } else {
          scan(node, here);
        }
      }
      e = bucketHead[slot];
    }
  }

  private void scan(int node, int here) {
    int end = offsets[node + 1];
    int first = offsets[node];
    reserve(end - first);
    if (reachedCount + end - first > reached.length) {
      reached = Arrays.copyOf(reached, reached.length * 2 + end - first);
    }
    int[] toCost = cost;
    int[] costs = arcCost;
    int most = limit;
    for (int arc = first; arc < end; arc++) {
      int there = here + costs[arc];
      int head = heads[arc];
      int before = toCost[head];
      if (there < before && there <= most) {
        if (before == UNREACHED) {
          reached[reachedCount++] = head;
        }
        toCost[head] = there;
        push(head, there);
      }
    }
  }

  private void scanLabelled(int node, int here) {
    int source = label[node];
    int end = offsets[node + 1];
    int first = offsets[node];
    reserve(end - first);
    if (reachedCount + end - first > reached.length) {
      reached = Arrays.copyOf(reached, reached.length * 2 + end - first);
    }
    int most = limit;
    for (int arc = first; arc < end; arc++) {
      int there = here + arcCost[arc];
      int head = heads[arc];
      int before = cost[head];
      if (there <= before && there <= most && (there < before || source < label[head])) {
        if (before == UNREACHED) {
          reached[reachedCount++] = head;
        }
        cost[head] = there;
        label[head] = source;
        push(head, there);
      }
    }
  }

  private void clear() {
    for (int i = 0; i < reachedCount; i++) {
      cost[reached[i]] = UNREACHED;
    }
    reachedCount = 0;
    if (waiting > 0) {
      Arrays.fill(bucketHead, -1);
    }
    waiting = 0;
    free = -1;
    used = 0;
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
