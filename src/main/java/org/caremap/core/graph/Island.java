package org.caremap.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A component that is not connected with the largest one.
 *
 * @param lon where: one of its nodes, the nearest to the middle of all of them; degrees
 * @param lat likewise
 * @param lengthMeters length of its edges
 * @param nodes its nodes
 * @param edges its edges
 */
public record Island(double lon, double lat, double lengthMeters, int nodes, int edges) {
  /**
   * The largest islands of a graph, largest first.
   *
   * @param most how many at most, at least 0
   */
  public static List<Island> of(StreetGraph graph, int most) {
    int count = Math.max(0, Math.min(most, graph.componentCount() - 1));
    int[] nodes = new int[count + 1];
    int[] edges = new int[count + 1];
    double[] lon = new double[count + 1];
    double[] lat = new double[count + 1];
    for (int n = 0; n < graph.nodeCount(); n++) {
      int c = graph.componentOfNode(n);
      if (c <= count) {
        nodes[c]++;
        lon[c] += graph.nodeLon(n);
        lat[c] += graph.nodeLat(n);
      }
    }
    for (int e = 0; e < graph.edgeCount(); e++) {
      int c = graph.componentOfNode(graph.edgeFrom(e));
      if (c <= count) {
        edges[c]++;
      }
    }
    int[] middle = new int[count + 1];
    double[] away = new double[count + 1];
    Arrays.fill(away, Double.POSITIVE_INFINITY);
    for (int n = 0; n < graph.nodeCount(); n++) {
      int c = graph.componentOfNode(n);
      if (c > 0 && c <= count) {
        double here =
            Math.hypot(graph.nodeLon(n) - lon[c] / nodes[c], graph.nodeLat(n) - lat[c] / nodes[c]);
        if (here < away[c]) {
          away[c] = here;
          middle[c] = n;
        }
      }
    }
    List<Island> islands = new ArrayList<>(count);
    for (int c = 1; c <= count; c++) {
      islands.add(
          new Island(
              graph.nodeLon(middle[c]),
              graph.nodeLat(middle[c]),
              graph.componentLengthMeters(c),
              nodes[c],
              edges[c]));
    }
    return islands;
  }
}
