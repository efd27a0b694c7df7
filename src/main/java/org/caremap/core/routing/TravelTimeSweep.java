package org.caremap.core.routing;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Shortest walking metres from one or many sources to every node (Dijkstra, 1959) over a bucket
 * queue; exact doubles, the same as Bellman-Ford would give. Between sources at equal metres the
 * lower index wins.
 *
 * <p>The arrays are scratch of one thread and used again by the next run, which costs only the
 * nodes touched before. Results are valid until then.
 */
public final class TravelTimeSweep {
  /** Metres of a node that was not reached. */
  public static final double UNREACHED = Double.POSITIVE_INFINITY;

  private static final int CANCEL_CHECK_INTERVAL = 4096;

  private final StreetGraph graph;
  private final Arcs arcs;
  private final double[] meters;
  private final int[] source;
  private final int[] parentArc;
  private final GrowingInts reached = new GrowingInts(1024);
  private final BucketQueue queue = new BucketQueue();
  private final GrowingInts seedNodes = new GrowingInts(16);
  private final GrowingInts seedSources = new GrowingInts(16);
  private double[] seedMeters = new double[16];
  private double limit;
  private boolean checkFlags;
  private boolean stepsAllowed;
  private Direction direction = Direction.TO_SOURCES;
  private int taken;

  /**
   * @param graph network to sweep over; the scratch takes 16 bytes a node
   */
  public TravelTimeSweep(StreetGraph graph) {
    this.graph = graph;
    this.arcs = graph.arcs();
    meters = new double[graph.nodeCount()];
    Arrays.fill(meters, UNREACHED);
    source = new int[graph.nodeCount()];
    parentArc = new int[graph.nodeCount()];
  }

  /** The network this sweeps over. */
  public StreetGraph graph() {
    return graph;
  }

  /** Like the longer form, never cancelled. */
  public TravelTimeSweep run(
      Direction towards, SnappedPoints sources, int[] indices, boolean steps, double limitMeters) {
    return run(towards, sources, indices, steps, limitMeters, () -> false);
  }

  /**
   * Sweeps.
   *
   * @param towards which way people walk
   * @param sources places; those not snapped are left out
   * @param indices which of the sources take part, in [0, sources.size())
   * @param steps whether stairs can be used
   * @param limitMeters inclusive limit of the metres of a node, access distance of the source
   *     included; at least 0, may be infinite
   * @param cancelled asked now and then
   * @return this
   * @throws CancellationException if cancelled; the results are then void
   */
  public TravelTimeSweep run(
      Direction towards,
      SnappedPoints sources,
      int[] indices,
      boolean steps,
      double limitMeters,
      BooleanSupplier cancelled) {
    begin(towards, sources, indices, steps, limitMeters);
    while (!queue.isEmpty()) {
      queue.advance();
      settleBucket(cancelled, null);
    }
    return this;
  }

  /** Something that wants to know each node whose metres were found or improved. */
  interface NodeVisitor {
    void visit(int node, double meters);
  }

  /** Starts a sweep that is then driven bucket by bucket. */
  void begin(
      Direction towards, SnappedPoints sources, int[] indices, boolean steps, double limitMeters) {
    if (!(limitMeters >= 0)) {
      throw new IllegalArgumentException("limitMeters must be at least 0 but is " + limitMeters);
    }
    clear();
    direction = towards;
    limit = limitMeters;
    stepsAllowed = steps;
    checkFlags = true;
    for (int index : indices) {
      if (index < 0 || index >= sources.size()) {
        throw new IllegalArgumentException(
            "source index must be in [0, " + sources.size() + ") but is " + index);
      }
      seed(sources, index);
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < seedNodes.size(); i++) {
      least = Math.min(least, seedMeters[i]);
      most = Math.max(most, seedMeters[i]);
    }
    double first = seedNodes.size() == 0 ? 0 : least;
    double width = 30;
    queue.reset(width, first, Math.max(100_000, most - first) + width);
    for (int i = 0; i < seedNodes.size(); i++) {
      offer(seedNodes.get(i), seedMeters[i], seedSources.get(i), -1);
    }
  }

  boolean exhausted() {
    return queue.isEmpty();
  }

  /** Lower bound of everything not settled yet. */
  double advance() {
    return queue.advance();
  }

  void settleBucket(BooleanSupplier cancelled, @Nullable NodeVisitor visitor) {
    while (queue.inBucket()) {
      queue.take();
      int node = queue.takenNode;
      double here = queue.takenKey;
      if (here > meters[node]) {
        continue;
      }
      if (++taken % CANCEL_CHECK_INTERVAL == 0 && cancelled.getAsBoolean()) {
        clear();
        throw new CancellationException("the sweep was cancelled after " + taken + " nodes");
      }
      if (visitor != null) {
        visitor.visit(node, here);
      }
      scan(node, here, source[node]);
    }
  }

  private void scan(int node, double here, int label) {
    int end = arcs.offsets()[node + 1];
    int[] heads = arcs.heads();

    for (int arc = arcs.offsets()[node]; arc < end; arc++) {
      double there = here + graph.edgeLengthMeters(arcs.edges()[arc] >> 1);
      int head = heads[arc];
      if (there <= limit
          && (there < meters[head] || (there == meters[head] && label < source[head]))
          && (!checkFlags || open(arcs.edges()[arc]))) {
        offer(head, there, label, arc);
      }
    }
  }

  private void offer(int node, double there, int label, int arc) {
    double before = meters[node];
    if (there < before || (there == before && label < source[node])) {
      if (before == UNREACHED) {
        reached.add(node);
      }
      meters[node] = there;
      source[node] = label;
      parentArc[node] = arc;
      queue.put(node, there);
    }
  }

  private boolean open(int arcEdge) {
    boolean leaving = direction == Direction.FROM_SOURCES;
    boolean forward = leaving == ((arcEdge & 1) == 0);
    return (stepsAllowed || !graph.isSteps(arcEdge >> 1))
        && (forward ? graph.isForward(arcEdge >> 1) : graph.isBackward(arcEdge >> 1));
  }

  private void seed(SnappedPoints sources, int index) {
    int edge = sources.edge(index);
    if (edge < 0 || (!stepsAllowed && graph.isSteps(edge))) {
      return;
    }
    double access = sources.accessMeters(index);
    double along = sources.alongMeters(index);
    boolean towards = direction == Direction.TO_SOURCES;
    double start =
        towards ? OnEdge.fromStart(graph, edge, along) : OnEdge.toStart(graph, edge, along);
    if (start < UNREACHED) {
      addSeed(graph.edgeFrom(edge), access + start, index);
    }
    double end = towards ? OnEdge.fromEnd(graph, edge, along) : OnEdge.toEnd(graph, edge, along);
    if (end < UNREACHED) {
      addSeed(graph.edgeTo(edge), access + end, index);
    }
  }

  private void addSeed(int node, double there, int index) {
    if (there <= limit) {
      if (seedNodes.size() == seedMeters.length) {
        seedMeters = Arrays.copyOf(seedMeters, seedMeters.length * 2);
      }
      seedMeters[seedNodes.size()] = there;
      seedNodes.add(node);
      seedSources.add(index);
    }
  }

  private void clear() {
    for (int i = 0; i < reached.size(); i++) {
      meters[reached.get(i)] = UNREACHED;
    }
    reached.clear();
    seedNodes.clear();
    seedSources.clear();
    taken = 0;
  }

  /** Metres between a node and its nearest source, or {@link #UNREACHED}. */
  public double meters(int node) {
    return meters[node];
  }

  /** The nearest source of a node; -1 if it was not reached. */
  public int source(int node) {
    return meters[node] == UNREACHED ? -1 : source[node];
  }

  /** Number of nodes reached. */
  public int reachedCount() {
    return reached.size();
  }

  /** The i-th node reached, i in [0, reachedCount), in no particular order. */
  public int reachedNode(int i) {
    return reached.get(i);
  }

  /** Arc by which a reached node was found, or -1 if the source's own edge led to it. */
  int parentArc(int node) {
    return parentArc[node];
  }
}
