package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.caremap.core.graph.SnapResult;
import org.caremap.core.graph.Snapped;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;

/**
 * The k nearest facilities of one place, each with the line to walk. The sweep from the place ends
 * as soon as nothing unseen can be nearer than the k-th facility. Immutable; each search has its
 * own scratch.
 */
public final class KNearestSearch {
  private static final byte VIA_START = 0;
  private static final byte VIA_END = 1;
  private static final byte ALONG_EDGE = 2;

  private final StreetGraph graph;
  private final SnappedPoints facilities;
  private final PointsByEdge byEdge;
  private final WalkingProfile profile;

  /**
   * @param graph the network
   * @param facilities all facilities that may be found
   * @param profile whose stairs rule is used; the speed plays no part
   */
  public KNearestSearch(StreetGraph graph, SnappedPoints facilities, WalkingProfile profile) {
    this(graph, facilities, PointsByEdge.all(facilities), profile);
  }

  /**
   * @param graph the network
   * @param facilities facilities
   * @param indices those of them that may be found
   * @param profile whose stairs rule is used
   */
  public KNearestSearch(
      StreetGraph graph, SnappedPoints facilities, int[] indices, WalkingProfile profile) {
    this.graph = graph;
    this.facilities = facilities;
    this.byEdge = new PointsByEdge(facilities, indices);
    this.profile = profile;
  }

  /** Like the longer form, with fresh scratch and never cancelled. */
  public List<NearFacility> search(
      double lon, double lat, SnapResult origin, int k, double limitMeters) {
    return search(new TravelTimeSweep(graph), lon, lat, origin, k, limitMeters, () -> false);
  }

  /**
   * Searches.
   *
   * @param scratch a sweep of the same network, used by no other thread meanwhile
   * @param lon degrees of the place
   * @param lat degrees of the place
   * @param origin where the place lies on the network
   * @param k how many facilities, at least 1
   * @param limitMeters inclusive limit, at least 0, may be infinite
   * @param cancelled asked now and then
   * @return at most k, in order of metres, then of index; empty if the place is too far from
   *     streets
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<NearFacility> search(
      TravelTimeSweep scratch,
      double lon,
      double lat,
      SnapResult origin,
      int k,
      double limitMeters,
      BooleanSupplier cancelled) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1 but is " + k);
    }
    if (!(origin instanceof Snapped start)
        || (!profile.stepsAllowed() && graph.isSteps(start.edge()))) {
      return List.of();
    }
    Candidates found = new Candidates(facilities.size(), limitMeters);
    for (int i = byEdge.first(start.edge()); i >= 0 && byEdge.isOn(i, start.edge()); i++) {
      int f = byEdge.point(i);
      double direct =
          OnEdge.between(graph, start.edge(), start.alongMeters(), facilities.alongMeters(f));
      found.offer(f, start.accessMeters() + direct + facilities.accessMeters(f), ALONG_EDGE);
    }
    SnappedPoints one = SnappedPoints.ofOne(lon, lat, origin);
    scratch.begin(Direction.FROM_SOURCES, one, new int[] {0}, profile.stepsAllowed(), limitMeters);
    while (!scratch.exhausted()) {
      double bound = scratch.advance();
      // Later facilities cost at least the bound; one at exactly that may still win by its index.
      if (found.kth(k) < bound) {
        break;
      }
      scratch.settleBucket(cancelled, (node, meters) -> offerAround(node, meters, found));
    }
    List<NearFacility> result = new ArrayList<>();
    for (int f : found.best(k)) {
      result.add(new NearFacility(f, found.meters[f], trace(scratch, one, f, found)));
    }
    return result;
  }

  private void offerAround(int node, double meters, Candidates found) {
    int[] edges = graph.arcs().edges();
    for (int arc = graph.arcs().offsets()[node]; arc < graph.arcs().offsets()[node + 1]; arc++) {
      int edge = edges[arc] >> 1;
      int i = byEdge.first(edge);
      if (i < 0 || (!profile.stepsAllowed() && graph.isSteps(edge))) {
        continue;
      }
      boolean atStart = (edges[arc] & 1) == 0;
      for (; byEdge.isOn(i, edge); i++) {
        int f = byEdge.point(i);
        double along = facilities.alongMeters(f);
        double leg =
            atStart ? OnEdge.fromStart(graph, edge, along) : OnEdge.fromEnd(graph, edge, along);
        found.offer(f, meters + leg + facilities.accessMeters(f), atStart ? VIA_START : VIA_END);
      }
    }
  }

  private WalkingPath trace(TravelTimeSweep sweep, SnappedPoints origin, int f, Candidates found) {
    PathTrace line = new PathTrace();
    line.add(origin.pointLon(0), origin.pointLat(0));
    line.add(origin.lon(0), origin.lat(0));
    int edge = facilities.edge(f);
    double along = facilities.alongMeters(f);
    byte via = found.via[f];
    if (via == ALONG_EDGE) {
      line.addBends(graph, edge, origin.alongMeters(0), along);
    } else {
      int last = via == VIA_START ? graph.edgeFrom(edge) : graph.edgeTo(edge);
      traceTo(sweep, origin, last, line);
      line.addBends(graph, edge, via == VIA_START ? 0 : graph.edgeLengthMeters(edge), along);
    }
    line.add(facilities.lon(f), facilities.lat(f));
    line.add(facilities.pointLon(f), facilities.pointLat(f));
    return line.toPath(found.meters[f]);
  }

  private void traceTo(TravelTimeSweep sweep, SnappedPoints origin, int last, PathTrace line) {
    int[] arcEdges = graph.arcs().edges();
    int[] chain = new int[16];
    int length = 0;
    int node = last;
    while (sweep.parentArc(node) >= 0) {
      int arcEdge = arcEdges[sweep.parentArc(node)];
      if (length == chain.length) {
        chain = Arrays.copyOf(chain, length * 2);
      }
      chain[length++] = arcEdge;
      node = (arcEdge & 1) == 0 ? graph.edgeFrom(arcEdge >> 1) : graph.edgeTo(arcEdge >> 1);
    }
    int edge = origin.edge(0);
    double along = origin.alongMeters(0);
    // On a loop both ends are the same node: the nearer open end was the one that seeded it.
    double toStart =
        node == graph.edgeFrom(edge)
            ? OnEdge.toStart(graph, edge, along)
            : Double.POSITIVE_INFINITY;
    double toEnd =
        node == graph.edgeTo(edge) ? OnEdge.toEnd(graph, edge, along) : Double.POSITIVE_INFINITY;
    line.addBends(graph, edge, along, toStart <= toEnd ? 0 : graph.edgeLengthMeters(edge));
    line.addNode(graph, node);
    for (int i = length - 1; i >= 0; i--) {
      int e = chain[i] >> 1;
      boolean forward = (chain[i] & 1) == 0;
      double end = graph.edgeLengthMeters(e);
      line.addBends(graph, e, forward ? 0 : end, forward ? end : 0);
      line.addNode(graph, forward ? graph.edgeTo(e) : graph.edgeFrom(e));
    }
  }

  /** Best metres to each facility seen so far. */
  private static final class Candidates {
    final double[] meters;
    final byte[] via;
    private final double limit;
    private final List<Integer> seen = new ArrayList<>();
    private double kth = Double.POSITIVE_INFINITY;
    private boolean changed;

    Candidates(int facilities, double limit) {
      meters = new double[facilities];
      Arrays.fill(meters, Double.POSITIVE_INFINITY);
      via = new byte[facilities];
      this.limit = limit;
    }

    void offer(int facility, double offered, byte how) {
      if (offered < meters[facility] && offered <= limit) {
        if (meters[facility] == Double.POSITIVE_INFINITY) {
          seen.add(facility);
        }
        meters[facility] = offered;
        via[facility] = how;
        changed = true;
      }
    }

    double kth(int k) {
      if (changed && seen.size() >= k) {
        changed = false;
        double[] sorted = seen.stream().mapToDouble(f -> meters[f]).sorted().toArray();
        kth = sorted[k - 1];
      }
      return kth;
    }

    List<Integer> best(int k) {
      seen.sort(
          Comparator.comparingDouble((Integer f) -> meters[f])
              .thenComparing(Comparator.naturalOrder()));
      return seen.subList(0, Math.min(k, seen.size()));
    }
  }
}
