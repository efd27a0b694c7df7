package org.caremap.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.caremap.api.Ground.Place;
import org.caremap.core.graph.StreetGraph;

/**
 * Walking distances found the slow and obvious way, to contradict the product: each place is joined
 * to the nearest of all street pieces, looked at one by one, and a textbook Dijkstra with a
 * priority queue runs over adjacency lists from each facility, against the direction people walk.
 *
 * <p>The one rule taken over from the product's documentation: an edge of a bit of street that is
 * connected with less than 500 m of streets is taken as farther off than it is, by a fifth of what
 * the bit lacks to 500 m, unless that bit is the longest there is.
 */
final class WalkOracle {
  private static final double SNAP_LIMIT_METERS = 500;
  private static final double FRAGMENT_METERS = 500;

  /** A place joined to its street. */
  private record Joint(int edge, double along, double access) {}

  private record Arc(int to, double meters) {}

  private record Entry(int node, double meters) {}

  private final int[] from;
  private final int[] to;
  private final boolean[] forward;
  private final boolean[] backward;
  private final double[][] lines;
  private final double[] lengths;
  private final double[] handicaps;
  private final List<List<Arc>> arrivals = new ArrayList<>();

  WalkOracle(StreetGraph graph) {
    int edges = graph.edgeCount();
    from = new int[edges];
    to = new int[edges];
    forward = new boolean[edges];
    backward = new boolean[edges];
    lines = new double[edges][];
    lengths = new double[edges];
    for (int n = 0; n < graph.nodeCount(); n++) {
      arrivals.add(new ArrayList<>());
    }
    for (int e = 0; e < edges; e++) {
      from[e] = graph.edgeFrom(e);
      to[e] = graph.edgeTo(e);
      forward[e] = graph.isForward(e);
      backward[e] = graph.isBackward(e);
      lines[e] = graph.edgeGeometry(e);
      for (int i = 2; i < lines[e].length; i += 2) {
        lengths[e] += piece(lines[e], i - 2);
      }
      if (forward[e]) {
        arrivals.get(to[e]).add(new Arc(from[e], lengths[e]));
      }
      if (backward[e]) {
        arrivals.get(from[e]).add(new Arc(to[e], lengths[e]));
      }
    }
    handicaps = handicaps(graph.nodeCount());
  }

  /** Streets spread from one node to the next until each node knows its bit. */
  private double[] handicaps(int nodes) {
    List<List<Integer>> edgesOf = new ArrayList<>();
    for (int n = 0; n < nodes; n++) {
      edgesOf.add(new ArrayList<>());
    }
    for (int e = 0; e < from.length; e++) {
      edgesOf.get(from[e]).add(e);
      edgesOf.get(to[e]).add(e);
    }
    int[] bitOf = new int[nodes];
    Arrays.fill(bitOf, -1);
    List<Double> metersOf = new ArrayList<>();
    for (int start = 0; start < nodes; start++) {
      if (bitOf[start] >= 0) {
        continue;
      }
      int bit = metersOf.size();
      double twice = 0;
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      bitOf[start] = bit;
      while (!open.isEmpty()) {
        int node = open.remove();
        for (int e : edgesOf.get(node)) {
          twice += lengths[e];
          int other = from[e] == node ? to[e] : from[e];
          if (bitOf[other] < 0) {
            bitOf[other] = bit;
            open.add(other);
          }
        }
      }
      metersOf.add(twice / 2);
    }
    double longest = metersOf.stream().mapToDouble(m -> m).max().orElse(0);
    return Arrays.stream(from)
        .mapToDouble(n -> metersOf.get(bitOf[n]))
        .map(m -> m < longest ? Math.max(0, FRAGMENT_METERS - m) / 5 : 0)
        .toArray();
  }

  private static double piece(double[] line, int i) {
    return Ground.meters(line[i], line[i + 1], line[i + 2], line[i + 3]);
  }

  /**
   * Metres from every place to one facility.
   *
   * @return infinite where there is no way
   */
  double[][] metersTo(List<Place> facilities, List<Place> places) {
    List<Joint> joints = places.stream().map(this::join).toList();
    double[][] meters = new double[facilities.size()][];
    for (int f = 0; f < meters.length; f++) {
      meters[f] = metersTo(join(facilities.get(f)), joints);
    }
    return meters;
  }

  private double[] metersTo(Joint facility, List<Joint> places) {
    double[] meters = new double[places.size()];
    Arrays.fill(meters, Double.POSITIVE_INFINITY);
    if (facility == null) {
      return meters;
    }
    double[] best = new double[arrivals.size()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    PriorityQueue<Entry> queue =
        new PriorityQueue<>((a, b) -> Double.compare(a.meters(), b.meters()));
    int e = facility.edge();
    if (forward[e] || atNode(facility.along())) {
      queue.add(new Entry(from[e], facility.access() + facility.along()));
    }
    if (backward[e] || atNode(lengths[e] - facility.along())) {
      queue.add(new Entry(to[e], facility.access() + lengths[e] - facility.along()));
    }
    while (!queue.isEmpty()) {
      Entry here = queue.remove();
      if (here.meters() >= best[here.node()]) {
        continue;
      }
      best[here.node()] = here.meters();
      for (Arc arc : arrivals.get(here.node())) {
        queue.add(new Entry(arc.to(), here.meters() + arc.meters()));
      }
    }
    for (int i = 0; i < meters.length; i++) {
      Joint place = places.get(i);
      if (place == null) {
        continue;
      }
      int edge = place.edge();
      double way = Double.POSITIVE_INFINITY;
      if (backward[edge] || atNode(place.along())) {
        way = Math.min(way, place.along() + best[from[edge]]);
      }
      if (forward[edge] || atNode(lengths[edge] - place.along())) {
        way = Math.min(way, lengths[edge] - place.along() + best[to[edge]]);
      }
      if (edge == e) {
        boolean open = place.along() <= facility.along() ? forward[e] : backward[e];
        if (open) {
          way = Math.min(way, Math.abs(place.along() - facility.along()) + facility.access());
        }
      }
      meters[i] = way + place.access();
    }
    return meters;
  }

  // A place at the end of an edge stands on the junction, whichever of its streets it was joined
  // to.
  private static boolean atNode(double meters) {
    return meters < 1e-3;
  }

  /** The nearest point of any street, null where none is within the limit. */
  private Joint join(Place place) {
    double squeeze = Math.cos(Math.toRadians(place.lat()));
    double nearest = Double.POSITIVE_INFINITY;
    double access = Double.POSITIVE_INFINITY;
    int edge = -1;
    int point = 0;
    double share = 0;
    for (int e = 0; e < lines.length; e++) {
      double[] line = lines[e];
      for (int i = 0; i + 3 < line.length; i += 2) {
        double ax = (line[i] - place.lon()) * squeeze;
        double ay = line[i + 1] - place.lat();
        double bx = (line[i + 2] - place.lon()) * squeeze;
        double by = line[i + 3] - place.lat();
        double dx = bx - ax;
        double dy = by - ay;
        double squared = dx * dx + dy * dy;
        double t = squared == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
        double off = Math.toRadians(Math.hypot(ax + t * dx, ay + t * dy)) * Ground.RADIUS;
        if (off <= SNAP_LIMIT_METERS && off + handicaps[e] < nearest) {
          nearest = off + handicaps[e];
          access = off;
          edge = e;
          point = i;
          share = t;
        }
      }
    }
    if (edge < 0) {
      return null;
    }
    double along = share * piece(lines[edge], point);
    for (int i = 0; i < point; i += 2) {
      along += piece(lines[edge], i);
    }
    return new Joint(edge, along, access);
  }
}
