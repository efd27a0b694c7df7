package org.caremap.osm;

/** Receives the elements of a file. Tags and arrays are valid during the call only. */
interface OsmHandler {
  /** Whether {@link #node} should be called at all; a reader may skip the work otherwise. */
  boolean wantsNodes();

  /** Whether {@link #way} should be called at all. */
  boolean wantsWays();

  /**
   * A node.
   *
   * @param lon 1e-7 degree
   * @param lat 1e-7 degree
   */
  void node(long id, int lon, int lat, OsmTags tags);

  /** A way over nodes {@code refs[0 … count)}. */
  void way(long id, long[] refs, int count, OsmTags tags);

  /** Whether {@link #relation} should be called at all. */
  default boolean wantsRelations() {
    return false;
  }

  /**
   * A relation.
   *
   * @param ways its members that are ways, in {@code [0, count)}
   * @param inner whether each of them has the role {@code inner}
   */
  default void relation(long[] ways, boolean[] inner, int count, OsmTags tags) {}
}
