package org.caremap.sample;

import org.jspecify.annotations.Nullable;

/** Receives the generated streets: first every node, then every edge. */
public interface StreetSink {

  /** What an edge is to somebody on foot. */
  enum Road {
    MAJOR,
    MINOR,
    RESIDENTIAL,
    SERVICE,
    PATH,
    STEPS
  }

  /**
   * Takes one junction or dead end.
   *
   * @param lon degrees east, WGS 84
   * @param lat degrees north, WGS 84
   * @return the number by which edges refer to this node
   */
  int addNode(double lon, double lat);

  /**
   * Takes one edge, walkable both ways.
   *
   * @param from number of the first node, as returned by {@link #addNode}
   * @param to number of the last node, different from {@code from}
   * @param innerLonLat points between the two nodes as lon, lat, lon, lat, …; may be empty
   * @param road what kind of way this is
   * @param name Chinese street name (invented), or null
   */
  void addEdge(int from, int to, double[] innerLonLat, Road road, @Nullable String name);
}
