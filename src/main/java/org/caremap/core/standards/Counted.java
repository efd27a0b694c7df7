package org.caremap.core.standards;

/**
 * An area or a facility, and whether the rule is about it.
 *
 * @param what the thing
 * @param known whether it counts; never a plain no
 */
public record Counted<T>(T what, Known known) {
  /** Whether it counts. */
  public Truth truth() {
    return known.truth();
  }
}
