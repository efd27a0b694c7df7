package org.caremap.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.geo.LonLat;
import org.caremap.core.graph.StreetGraph;

/**
 * Streets by name: pieces of one name that lie near each other are one street, those of another
 * neighbourhood are another.
 */
final class NamedStreets {
  /** Pieces in neighbouring squares of this size belong together. */
  private static final double SQUARE_METERS = 500;

  private static final double METERS_PER_DEGREE = 111_195;

  private NamedStreets() {}

  /**
   * A street.
   *
   * @param name of its pieces
   * @param at a point on it, near its middle
   */
  record Street(String name, LonLat at) {}

  static List<Street> of(StreetGraph graph) {
    Map<String, List<Integer>> edgesOf = new HashMap<>();
    for (int e = 0; e < graph.edgeCount(); e++) {
      String name = graph.edgeName(e);
      if (name != null) {
        edgesOf.computeIfAbsent(name, n -> new ArrayList<>()).add(e);
      }
    }
    List<Street> streets = new ArrayList<>();
    edgesOf.forEach(
        (name, edges) -> {
          for (List<Integer> part : parts(graph, edges)) {
            streets.add(new Street(name, middle(graph, part)));
          }
        });
    return streets;
  }

  private static List<List<Integer>> parts(StreetGraph graph, List<Integer> edges) {
    Map<Long, List<Integer>> bySquare = new HashMap<>();
    for (int e : edges) {
      // Both ends, since a long piece joins squares that are far apart.
      bySquare.computeIfAbsent(square(graph, graph.edgeFrom(e)), s -> new ArrayList<>()).add(e);
      bySquare.computeIfAbsent(square(graph, graph.edgeTo(e)), s -> new ArrayList<>()).add(e);
    }
    Map<Integer, Boolean> taken = new HashMap<>();
    Map<Long, Boolean> seen = new HashMap<>();
    List<List<Integer>> parts = new ArrayList<>();
    for (int first : edges) {
      if (taken.containsKey(first)) {
        continue;
      }
      List<Integer> part = new ArrayList<>();
      part.add(first);
      taken.put(first, true);
      for (int i = 0; i < part.size(); i++) {
        int e = part.get(i);
        for (int node : new int[] {graph.edgeFrom(e), graph.edgeTo(e)}) {
          long square = square(graph, node);
          if (seen.put(square, true) != null) {
            continue;
          }
          for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
              for (int other : bySquare.getOrDefault(square + ((long) dx << 32) + dy, List.of())) {
                if (taken.put(other, true) == null) {
                  part.add(other);
                }
              }
            }
          }
        }
      }
      parts.add(part);
    }
    return parts;
  }

  private static long square(StreetGraph graph, int node) {
    double lat = graph.nodeLat(node);
    // Rounded so that one county has one width of squares.
    double wide = Math.cos(Math.toRadians(Math.min(85, Math.rint(Math.abs(lat)))));
    long x = (long) Math.floor(graph.nodeLon(node) * METERS_PER_DEGREE * wide / SQUARE_METERS);
    long y = (long) Math.floor((lat + 90) * METERS_PER_DEGREE / SQUARE_METERS);
    return (x << 32) + y;
  }

  private static LonLat middle(StreetGraph graph, List<Integer> edges) {
    double lon = 0;
    double lat = 0;
    for (int e : edges) {
      LonLat at = middle(graph, e);
      lon += at.lon() / edges.size();
      lat += at.lat() / edges.size();
    }
    LonLat center = new LonLat(Math.max(-180, Math.min(180, lon)), lat);
    LonLat best = middle(graph, edges.get(0));
    for (int e : edges) {
      LonLat at = middle(graph, e);
      if (at.metersTo(center) < best.metersTo(center)) {
        best = at;
      }
    }
    return best;
  }

  private static LonLat middle(StreetGraph graph, int edge) {
    int points = graph.pointCount(edge);
    int half = points / 2;
    return points == 2
        ? new LonLat(
            (graph.pointLon(edge, 0) + graph.pointLon(edge, 1)) / 2,
            (graph.pointLat(edge, 0) + graph.pointLat(edge, 1)) / 2)
        : new LonLat(graph.pointLon(edge, half), graph.pointLat(edge, half));
  }
}
