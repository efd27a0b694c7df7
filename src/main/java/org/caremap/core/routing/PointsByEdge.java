package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;
import org.caremap.core.graph.SnappedPoints;

/** Places grouped by the edge they lie on. Immutable. */
final class PointsByEdge {
  private final int[] edges;
  private final int[] points;
  private final BitSet occupied = new BitSet();

  PointsByEdge(SnappedPoints places, int[] indices) {
    long[] order = new long[indices.length];
    int count = 0;
    for (int index : indices) {
      if (places.isSnapped(index)) {
        order[count++] = (long) places.edge(index) << 32 | index;
        occupied.set(places.edge(index));
      }
    }
    Arrays.sort(order, 0, count);
    edges = new int[count];
    points = new int[count];
    for (int i = 0; i < count; i++) {
      edges[i] = (int) (order[i] >> 32);
      points[i] = (int) order[i];
    }
  }

  /**
   * Where the places of an edge begin.
   *
   * @return an index for {@link #isOn} and {@link #point}, or -1 if the edge has none
   */
  int first(int edge) {
    if (!occupied.get(edge)) {
      return -1;
    }
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isOn(int i, int edge) {
    return i < edges.length && edges[i] == edge;
  }

  int point(int i) {
    return points[i];
  }

  static int[] all(SnappedPoints places) {
    int[] indices = new int[places.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
    return indices;
  }
}
