package org.caremap.core.graph;

import java.nio.IntBuffer;

/**
 * The arrays of a {@link StreetGraph}, shared between builder, file and graph and never changed
 * once the graph exists. Bytes per entry in brackets. What every step of a sweep reads is in heap
 * arrays; the rest are buffers, which after opening a file are views of the mapped file, paged in
 * when somebody looks.
 */
final class GraphData {
  private static final IntBuffer NONE = IntBuffer.allocate(0);

  /** [4] Longitude of each node in 1e-7 degree. */
  IntBuffer nodeLon = NONE;

  /** [4] Latitude of each node in 1e-7 degree. */
  IntBuffer nodeLat = NONE;

  /** [4] Weakly connected component of each node. */
  IntBuffer nodeComponent = NONE;

  /** [8] Length of all edges of each component in metres; longest first. */
  double[] componentMeters = {};

  /** [4] Node where each edge starts. */
  IntBuffer edgeFrom = NONE;

  /** [4] Node where each edge ends. */
  IntBuffer edgeTo = NONE;

  /** [4] Length of each edge in millimetres, a tenth of what coordinates resolve. */
  IntBuffer edgeMillimeters = NONE;

  /** [4] {@link EdgeTraits#bits()} of each edge. */
  IntBuffer edgeTraits = NONE;

  /** [4] Index into {@link #names}, or -1. */
  IntBuffer edgeName = NONE;

  /** Distinct street names. */
  String[] names = {};

  /** [4] First point of each edge in {@link #points}; one entry more than edges. */
  IntBuffer pointOffset = IntBuffer.wrap(new int[1]);

  /**
   * [8] Points of all edges, both end nodes included: lon, lat in 1e-7 degree. Repeating the ends
   * costs 16 bytes an edge and makes a piece two neighbouring points, found without a look-up.
   */
  IntBuffer points = NONE;

  /** [4] First arc of each node; one entry more than nodes. */
  int[] arcOffset = {0};

  /** [4] Node at the other end of each arc. */
  int[] arcHead = {};

  /** [4] Edge of each arc times 2, plus 1 if the arc leaves from the end of its edge. */
  int[] arcEdge = {};

  /** Where the pieces of edges lie. */
  EdgeGrid grid = EdgeGrid.EMPTY;

  /** Makes the arcs from the edges. */
  void linkArcs() {
    int nodes = nodeLon.capacity();
    int edges = edgeFrom.capacity();
    int[] offset = new int[nodes + 1];
    for (int e = 0; e < edges; e++) {
      offset[edgeFrom.get(e) + 1]++;
      offset[edgeTo.get(e) + 1]++;
    }
    for (int n = 0; n < nodes; n++) {
      offset[n + 1] += offset[n];
    }
    int[] next = offset.clone();
    arcOffset = offset;
    arcHead = new int[Math.multiplyExact(2, edges)];
    arcEdge = new int[2 * edges];
    for (int e = 0; e < edges; e++) {
      for (int side = 0; side < 2; side++) {
        int tail = side == 0 ? edgeFrom.get(e) : edgeTo.get(e);
        int arc = next[tail]++;
        arcHead[arc] = side == 0 ? edgeTo.get(e) : edgeFrom.get(e);
        arcEdge[arc] = 2 * e + side;
      }
    }
  }
}
