package org.caremap.core.routing;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;

/**
 * The nearest facility of every demand point: metres on foot to it, access at both ends included,
 * and which one it is. Ties go to the lower index. Immutable.
 */
public final class NearestFacilities {
  private static final int CHUNK = 4096;

  private final double[] meters;
  private final int[] facility;

  NearestFacilities(double[] meters, int[] facility) {
    this.meters = meters;
    this.facility = facility;
  }

  /** Like the longer form without a limit. */
  public static NearestFacilities sweep(
      StreetGraph graph, SnappedPoints demand, SnappedPoints facilities, WalkingProfile profile) {
    return sweep(graph, demand, facilities, profile, Double.POSITIVE_INFINITY);
  }

  /** Like the longer form with all facilities, never cancelled. */
  public static NearestFacilities sweep(
      StreetGraph graph,
      SnappedPoints demand,
      SnappedPoints facilities,
      WalkingProfile profile,
      double limitMeters) {
    return sweep(
        new TravelTimeSweep(graph),
        demand,
        facilities,
        PointsByEdge.all(facilities),
        profile,
        limitMeters,
        () -> false);
  }

  /**
   * One sweep from all facilities at once, in the direction of people walking to them.
   *
   * @param scratch a sweep of the network, used by no other thread meanwhile
   * @param demand demand points
   * @param facilities facilities
   * @param indices the facilities that take part
   * @param profile whose stairs rule is used; the speed plays no part
   * @param limitMeters inclusive limit, at least 0, may be infinite
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static NearestFacilities sweep(
      TravelTimeSweep scratch,
      SnappedPoints demand,
      SnappedPoints facilities,
      int[] indices,
      WalkingProfile profile,
      double limitMeters,
      BooleanSupplier cancelled) {
    scratch.run(
        Direction.TO_SOURCES, facilities, indices, profile.stepsAllowed(), limitMeters, cancelled);
    PointsByEdge byEdge = new PointsByEdge(facilities, indices);
    int size = demand.size();
    double[] meters = new double[size];
    int[] facility = new int[size];
    IntStream.range(0, (size + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              for (int i = chunk * CHUNK; i < Math.min(size, (chunk + 1) * CHUNK); i++) {
                nearest(scratch, demand, i, facilities, byEdge, profile, meters, facility);
                if (meters[i] > limitMeters) {
                  meters[i] = Double.POSITIVE_INFINITY;
                  facility[i] = -1;
                }
              }
            });
    return new NearestFacilities(meters, facility);
  }

  private static void nearest(
      TravelTimeSweep sweep,
      SnappedPoints demand,
      int i,
      SnappedPoints facilities,
      PointsByEdge byEdge,
      WalkingProfile profile,
      double[] meters,
      int[] facility) {
    StreetGraph graph = sweep.graph();
    int edge = demand.edge(i);
    meters[i] = Double.POSITIVE_INFINITY;
    facility[i] = -1;
    if (edge < 0 || (!profile.stepsAllowed() && graph.isSteps(edge))) {
      return;
    }
    double along = demand.alongMeters(i);
    int from = graph.edgeFrom(edge);
    int to = graph.edgeTo(edge);
    double best = OnEdge.toStart(graph, edge, along) + sweep.meters(from);
    int which = best < Double.POSITIVE_INFINITY ? sweep.source(from) : -1;
    double other = OnEdge.toEnd(graph, edge, along) + sweep.meters(to);
    if (other < best || (other == best && which >= 0 && sweep.source(to) < which)) {
      best = other;
      which = sweep.source(to);
    }
    for (int k = byEdge.first(edge); k >= 0 && byEdge.isOn(k, edge); k++) {
      int f = byEdge.point(k);
      double direct =
          OnEdge.between(graph, edge, along, facilities.alongMeters(f))
              + facilities.accessMeters(f);
      if (direct < best || (direct == best && which >= 0 && f < which)) {
        best = direct;
        which = f;
      }
    }
    meters[i] = best + demand.accessMeters(i);
    facility[i] = which;
  }

  /** Number of demand points. */
  public int size() {
    return meters.length;
  }

  /** Metres from demand point i to its nearest facility; infinite if none can be reached. */
  public double meters(int i) {
    return meters[i];
  }

  /** Index of the nearest facility of demand point i, or -1. */
  public int facility(int i) {
    return facility[i];
  }

  /** A copy of the metres of all demand points. */
  public double[] meters() {
    return Arrays.copyOf(meters, meters.length);
  }

  /** A copy of the nearest facilities of all demand points. */
  public int[] facility() {
    return Arrays.copyOf(facility, facility.length);
  }
}
