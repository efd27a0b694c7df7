package org.caremap.core.routing;

/** Which way people walk relative to the sources of a sweep. */
public enum Direction {
  /** Everybody walks to the sources: metres of a node lead from it to a source. */
  TO_SOURCES,
  /** Somebody walks from the sources: metres of a node lead from a source to it. */
  FROM_SOURCES
}
