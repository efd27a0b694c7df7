package org.caremap.core.routing;

import java.util.Arrays;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;

/**
 * Costs between places over every edge again and again until nothing changes (Bellman, 1958; Ford,
 * 1956): the answer that sweeps are held against. It reads the streets and the rules, nothing that
 * sweeps are made of.
 */
final class BellmanFord {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final StreetGraph graph;
  private final SnappedPoints places;
  private final ProfileRules rules;
  private final ElevationModel elevation;

  BellmanFord(
      StreetGraph graph, SnappedPoints places, ProfileRules rules, ElevationModel elevation) {
    this.graph = graph;
    this.places = places;
    this.rules = rules;
    this.elevation = elevation;
  }

  private boolean open(int edge, int direction) {
    EdgeTraits traits = graph.edgeTraits(edge);
    return traits.has(direction)
        && !rules.closed(traits)
        && !(elevation != null
            && rules.tooSteep(EdgeClimb.of(graph, edge, elevation).steepestGradient()));
  }

  /** From the start of an edge to a point, or back. */
  private int part(int edge, int along, boolean forward) {
    EdgeTraits traits = graph.edgeTraits(edge);
    int length = graph.edgeLengthMillimeters(edge);
    if (length == 0) {
      return along == 0 && forward ? 0 : 1;
    }
    double walked = along;
    if (elevation != null) {
      EdgeClimb climb = EdgeClimb.of(graph, edge, elevation);
      SlopeRule slope = rules.slope(traits);
      walked =
          forward ? climb.flatMillimeters(0, along, slope) : climb.flatMillimeters(along, 0, slope);
    }
    int cost = (int) Math.round(walked * rules.factor(traits));
    return along == length ? Math.max(1, cost) : cost;
  }

  private int whole(int edge, boolean forward) {
    int length = graph.edgeLengthMillimeters(edge);
    return length == 0 ? 1 : part(edge, length, forward);
  }

  private int along(int place) {
    return (int) Math.round(places.alongMeters(place) * 1000);
  }

  private int access(int place) {
    return (int) Math.round(places.accessMeters(place) * 1000);
  }

  /** Costs from one place to each node. */
  private int[] fromPlace(int source) {
    int[] node = new int[graph.nodeCount()];
    Arrays.fill(node, UNREACHED);
    int edge = places.edge(source);
    if (edge < 0) {
      return node;
    }
    offer(node, graph.edgeFrom(edge), toEnd(source, true));
    offer(node, graph.edgeTo(edge), toEnd(source, false));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = 0; e < graph.edgeCount(); e++) {
        int a = graph.edgeFrom(e);
        int b = graph.edgeTo(e);
        if (open(e, EdgeTraits.FORWARD)) {
          changed |= offer(node, b, add(node[a], whole(e, true)));
        }
        if (open(e, EdgeTraits.BACKWARD)) {
          changed |= offer(node, a, add(node[b], whole(e, false)));
        }
      }
    }
    return node;
  }

  private static boolean offer(int[] node, int n, int cost) {
    if (cost < node[n]) {
      node[n] = cost;
      return true;
    }
    return false;
  }

  private static int add(int a, int b) {
    return a >= UNREACHED || b >= UNREACHED ? UNREACHED : a + b;
  }

  // A place at the end of a one-way edge stands on the junction: every street there is its own.
  private int toEnd(int place, boolean start) {
    int edge = places.edge(place);
    int along = along(place);
    int length = graph.edgeLengthMillimeters(edge);
    if (!open(edge, EdgeTraits.FORWARD) && !open(edge, EdgeTraits.BACKWARD)) {
      return UNREACHED;
    }
    if (start) {
      return along == 0
          ? access(place)
          : open(edge, EdgeTraits.BACKWARD) ? access(place) + part(edge, along, false) : UNREACHED;
    }
    return along == length && length > 0
        ? access(place)
        : open(edge, EdgeTraits.FORWARD)
            ? access(place) + whole(edge, true) - part(edge, along, true)
            : UNREACHED;
  }

  private int fromEnd(int place, boolean start) {
    int edge = places.edge(place);
    int along = along(place);
    int length = graph.edgeLengthMillimeters(edge);
    if (!open(edge, EdgeTraits.FORWARD) && !open(edge, EdgeTraits.BACKWARD)) {
      return UNREACHED;
    }
    if (start) {
      return along == 0
          ? access(place)
          : open(edge, EdgeTraits.FORWARD) ? access(place) + part(edge, along, true) : UNREACHED;
    }
    return along == length && length > 0
        ? access(place)
        : open(edge, EdgeTraits.BACKWARD)
            ? access(place) + whole(edge, false) - part(edge, along, false)
            : UNREACHED;
  }

  /** Costs of walking from one place to all. */
  int[] from(int source) {
    int[] node = fromPlace(source);
    int[] cost = new int[places.size()];
    Arrays.fill(cost, UNREACHED);
    for (int i = 0; i < cost.length && places.edge(source) >= 0; i++) {
      int edge = places.edge(i);
      if (edge < 0) {
        continue;
      }
      cost[i] = add(node[graph.edgeFrom(edge)], fromEnd(i, true));
      cost[i] = Math.min(cost[i], add(node[graph.edgeTo(edge)], fromEnd(i, false)));
      if (edge == places.edge(source)) {
        cost[i] = Math.min(cost[i], direct(source, i));
      }
    }
    return cost;
  }

  private int direct(int source, int target) {
    int edge = places.edge(source);
    int a = along(source);
    int b = along(target);
    int ends = access(source) + access(target);
    if (!open(edge, EdgeTraits.FORWARD) && !open(edge, EdgeTraits.BACKWARD)) {
      return UNREACHED;
    }
    if (a == b) {
      return ends;
    }
    if (a < b) {
      return open(edge, EdgeTraits.FORWARD)
          ? ends + part(edge, b, true) - part(edge, a, true)
          : UNREACHED;
    }
    return open(edge, EdgeTraits.BACKWARD)
        ? ends + part(edge, a, false) - part(edge, b, false)
        : UNREACHED;
  }
}
