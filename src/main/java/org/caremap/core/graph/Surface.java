package org.caremap.core.graph;

/** How a street piece is to roll and walk on. Files store the ordinal. */
public enum Surface {
  /** Not said. */
  UNKNOWN,
  /** Asphalt, concrete, paving stones and the like. */
  SMOOTH,
  /** Setts, cobblestones, compacted gravel: hard but uneven. */
  ROUGH,
  /** Gravel, earth, grass, sand: wheels sink in. */
  SOFT,
  /** Rock, mud, {@code smoothness=very_horrible}: no wheels at all. */
  IMPASSABLE;

  private static final Surface[] ALL = values();

  static Surface of(int ordinal) {
    return ALL[ordinal];
  }
}
