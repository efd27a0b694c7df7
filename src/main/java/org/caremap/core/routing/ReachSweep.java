package org.caremap.core.routing;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;

/**
 * Who can walk to one place within a limit: metres from every node near enough, kept compactly, and
 * from every point on the streets between. Immutable.
 */
public final class ReachSweep {
  private static final double WHOLE_EARTH_METERS = 20_100_000;

  private final StreetGraph graph;
  private final boolean stepsAllowed;
  private final double limitMeters;
  private final int[] nodes;
  private final double[] meters;
  private final int sourceEdge;
  private final double sourceAlong;
  private final double sourceAccess;
  private final double sourceLon;
  private final double sourceLat;

  private ReachSweep(
      TravelTimeSweep sweep, SnappedPoints places, int index, boolean steps, double limitMeters) {
    graph = sweep.graph();
    stepsAllowed = steps;
    this.limitMeters = limitMeters;
    nodes = new int[sweep.reachedCount()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = sweep.reachedNode(i);
    }
    Arrays.sort(nodes);
    meters = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      meters[i] = sweep.meters(nodes[i]);
    }
    int edge = places.edge(index);
    sourceEdge = edge >= 0 && !steps && graph.isSteps(edge) ? -1 : edge;
    sourceAlong = places.alongMeters(index);
    sourceAccess = places.accessMeters(index);
    sourceLon = places.lon(index);
    sourceLat = places.lat(index);
  }

  /** Like the longer form, with fresh scratch and never cancelled. */
  public static ReachSweep sweep(
      StreetGraph graph,
      SnappedPoints places,
      int index,
      WalkingProfile profile,
      double limitMeters) {
    return sweep(new TravelTimeSweep(graph), places, index, profile, limitMeters, () -> false);
  }

  /**
   * Sweeps from one place in the direction of people walking to it.
   *
   * @param scratch a sweep of the network, used by no other thread meanwhile
   * @param places places on the network
   * @param index which of them, in [0, places.size()); nothing is reached if it is not snapped
   * @param profile whose stairs rule is used; the speed plays no part
   * @param limitMeters inclusive limit, access of the place included; at least 0
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ReachSweep sweep(
      TravelTimeSweep scratch,
      SnappedPoints places,
      int index,
      WalkingProfile profile,
      double limitMeters,
      BooleanSupplier cancelled) {
    boolean steps = profile.stepsAllowed();
    scratch.run(Direction.TO_SOURCES, places, new int[] {index}, steps, limitMeters, cancelled);
    return new ReachSweep(scratch, places, index, steps, limitMeters);
  }

  /** The network. */
  public StreetGraph graph() {
    return graph;
  }

  /** Whether stairs could be used. */
  public boolean stepsAllowed() {
    return stepsAllowed;
  }

  /** The limit of the sweep in metres, inclusive. */
  public double limitMeters() {
    return limitMeters;
  }

  /** Number of nodes within the limit. */
  public int nodeCount() {
    return nodes.length;
  }

  /** The i-th node within the limit, ascending. */
  public int node(int i) {
    return nodes[i];
  }

  /** Metres from the i-th node within the limit to the place. */
  public double nodeMeters(int i) {
    return meters[i];
  }

  /** Edge of the place itself, or -1 if it is not on the network. */
  public int sourceEdge() {
    return sourceEdge;
  }

  /** Metres of the place from the start of its edge. */
  public double sourceAlongMeters() {
    return sourceAlong;
  }

  /** Metres from the place to its edge. */
  public double sourceAccessMeters() {
    return sourceAccess;
  }

  /** Longitude of the place's point on the street; 0 if it is not on the network. */
  public double sourceLon() {
    return sourceLon;
  }

  /** Latitude of the place's point on the street; 0 if it is not on the network. */
  public double sourceLat() {
    return sourceLat;
  }

  /** Metres from a node of the graph to the place, infinite beyond the limit. */
  public double metersFromNode(int node) {
    int i = Arrays.binarySearch(nodes, node);
    return i < 0 ? Double.POSITIVE_INFINITY : meters[i];
  }

  /**
   * Metres from a point on a street to the place.
   *
   * @param edge edge of the graph
   * @param along metres from its start, in [0, length]
   * @return infinite if it cannot be walked within the limit
   */
  public double metersAt(int edge, double along) {
    if (!stepsAllowed && graph.isSteps(edge)) {
      return Double.POSITIVE_INFINITY;
    }
    double viaStart = OnEdge.toStart(graph, edge, along) + metersFromNode(graph.edgeFrom(edge));
    double viaEnd = OnEdge.toEnd(graph, edge, along) + metersFromNode(graph.edgeTo(edge));
    double best = Math.min(viaStart, viaEnd);
    if (edge == sourceEdge) {
      best = Math.min(best, OnEdge.between(graph, edge, along, sourceAlong) + sourceAccess);
    }
    return best <= limitMeters ? best : Double.POSITIVE_INFINITY;
  }

  /**
   * Metres from many points to the place, access at both ends included.
   *
   * @param demand points on the same network
   * @return one value a point; infinite if not snapped or beyond the limit
   */
  public double[] metersTo(SnappedPoints demand) {
    double[] result = new double[demand.size()];
    Arrays.fill(result, Double.POSITIVE_INFINITY);
    if (nodes.length == 0 && sourceEdge < 0) {
      return result;
    }
    // No walk is shorter than the straight line: most of a county is too far at a glance.
    BoundingBox near =
        new BoundingBox(sourceLon, sourceLat, sourceLon, sourceLat)
            .expandedByMeters(Math.min(limitMeters, WHOLE_EARTH_METERS));
    for (int i = 0; i < result.length; i++) {
      if (!near.contains(demand.lon(i), demand.lat(i))) {
        continue;
      }
      double total =
          demand.isSnapped(i)
              ? metersAt(demand.edge(i), demand.alongMeters(i)) + demand.accessMeters(i)
              : Double.POSITIVE_INFINITY;
      result[i] = total <= limitMeters ? total : Double.POSITIVE_INFINITY;
    }
    return result;
  }
}
