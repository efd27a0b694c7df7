package org.caremap.core.graph;

/** What a street piece is, coarse enough for drawing a map. Files store the ordinal. */
public enum StreetClass {
  /** Trunk, primary and secondary roads. */
  MAJOR,
  /** Tertiary and unclassified roads. */
  MINOR,
  /** Residential and living streets. */
  RESIDENTIAL,
  /** Driveways, alleys, yards. */
  SERVICE,
  /** Footways, paths, tracks, cycleways. */
  PATH,
  /** Stairs. */
  STEPS,
  /** A square or platform: its rim, and the lines across it. */
  AREA;

  private static final StreetClass[] ALL = values();

  static StreetClass of(int ordinal) {
    return ALL[ordinal];
  }
}
