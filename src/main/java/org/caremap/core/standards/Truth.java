package org.caremap.core.standards;

/** Yes, no, or not known (Kleene, 1938). */
public enum Truth {
  YES,
  NO,
  UNKNOWN;

  /** Of a statement that is known or not. */
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Both hold. */
  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
  }

  /** At least one holds. */
  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
  }

  /** Whether it may be so, for all that is known. */
  public boolean isPossible() {
    return this != NO;
  }
}
