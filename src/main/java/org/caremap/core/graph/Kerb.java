package org.caremap.core.graph;

/** The edge of a pavement that a street piece crosses. Files store the ordinal. */
public enum Kerb {
  /** None is crossed, or not said. */
  NONE,
  /** Flush or lowered to 3 cm or less. */
  LOWERED,
  /** Higher than 3 cm. */
  RAISED;

  private static final Kerb[] ALL = values();

  static Kerb of(int ordinal) {
    return ALL[ordinal];
  }
}
