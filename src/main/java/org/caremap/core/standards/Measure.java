package org.caremap.core.standards;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A value with what it is made of.
 *
 * @param value in the unit of the rule
 * @param numerator what is counted
 * @param denominator for what; one where it is for each thing itself
 * @param gaps inputs that are missing
 */
public record Measure(Bounds value, Bounds numerator, Bounds denominator, Set<Gap> gaps) {
  public Measure {
    gaps = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(gaps));
  }

  /** Something counted for one thing. */
  public static Measure of(Bounds value, Set<Gap> gaps) {
    return new Measure(value, value, Bounds.exactly(1), gaps);
  }

  /** So much for each of the others. */
  public static Measure per(Bounds what, Bounds others, double factor, Set<Gap> gaps) {
    return new Measure(what.per(others, factor), what, others, gaps);
  }
}
