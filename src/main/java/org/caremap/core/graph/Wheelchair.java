package org.caremap.core.graph;

/** What the tag {@code wheelchair} says of a street piece. Files store the ordinal. */
public enum Wheelchair {
  /** Not said. */
  UNKNOWN,
  /** {@code yes} or {@code designated}. */
  YES,
  /** {@code limited}: with help. */
  LIMITED,
  /** {@code no}. */
  NO;

  private static final Wheelchair[] ALL = values();

  static Wheelchair of(int ordinal) {
    return ALL[ordinal];
  }
}
