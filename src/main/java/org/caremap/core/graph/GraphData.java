package org.caremap.core.graph;

/**
 * The arrays of a {@link StreetGraph}, shared between builder, file and graph and never changed
 * once the graph exists. Bytes per entry in brackets; with 1.2 edges a node and 3 points an edge a
 * network takes about 50 bytes per directed arc.
 */
final class GraphData {
  /** [4] Longitude of each node in 1e-7 degree. */
  int[] nodeLon = {};

  /** [4] Latitude of each node in 1e-7 degree. */
  int[] nodeLat = {};

  /** [4] Weakly connected component of each node. */
  int[] nodeComponent = {};

  /** [8] Length of all edges of each component in metres; longest first. */
  double[] componentMeters = {};

  /** [4] Node where each edge starts. */
  int[] edgeFrom = {};

  /** [4] Node where each edge ends. */
  int[] edgeTo = {};

  /** [8] Length of each edge in metres: doubles, because floats would add up to visible errors. */
  double[] edgeMeters = {};

  /** [1] {@link StreetGraph#FORWARD}, {@link StreetGraph#BACKWARD}, {@link StreetGraph#STEPS}. */
  byte[] edgeFlags = {};

  /** [1] Ordinal of the {@link StreetClass}. */
  byte[] edgeClass = {};

  /** [4] Index into {@link #names}, or -1. */
  int[] edgeName = {};

  /** Distinct street names. */
  String[] names = {};

  /** [4] First point of each edge in {@link #points}; one entry more than edges. */
  int[] pointOffset = {0};

  /**
   * [8] Points of all edges, both end nodes included: lon, lat in 1e-7 degree. Repeating the ends
   * costs 16 bytes an edge and makes a piece two neighbouring points, found without a look-up.
   */
  int[] points = {};

  /** [4] First arc of each node; one entry more than nodes. */
  int[] arcOffset = {0};

  /** [4] Node at the other end of each arc. */
  int[] arcHead = {};

  /** [8] Length of each arc in metres, repeated from the edge to save a far look-up. */
  double[] arcMeters = {};

  /** [4] Edge of each arc times 2, plus 1 if the arc leaves from the end of its edge. */
  int[] arcEdge = {};

  /** Where the pieces of edges lie. */
  EdgeGrid grid = EdgeGrid.EMPTY;
}
