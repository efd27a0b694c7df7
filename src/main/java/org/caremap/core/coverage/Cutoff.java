package org.caremap.core.coverage;

import org.caremap.core.routing.WalkingNetwork;

/**
 * How far is near enough: a walking time, inclusive, at a speed. The one rule by which coverage,
 * service areas and gaps decide.
 *
 * @param seconds at least 0
 * @param speedMetersPerSecond greater than 0
 */
public record Cutoff(double seconds, double speedMetersPerSecond) {
  /**
   * A time this much over the cut-off still counts: sums of doubles along a path are off by less
   * than a nanosecond, so this hides rounding and nothing else.
   */
  public static final double GUARD_SECONDS = 1e-6;

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public Cutoff {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds must be at least 0 and finite but is " + seconds);
    }
    if (!(speedMetersPerSecond > 0 && speedMetersPerSecond < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "speedMetersPerSecond must be greater than 0 but is " + speedMetersPerSecond);
    }
  }

  /** Whether a walk of so many metres arrives in time; equal counts, infinite does not. */
  public boolean covers(double meters) {
    return meters <= mostMeters();
  }

  /**
   * The greatest cost in flat millimetres that arrives in time, by the same rule: costs were
   * rounded to a millimetre, so half of one is granted.
   */
  public int limitMillimeters() {
    return WalkingNetwork.limit(mostMeters());
  }

  private double mostMeters() {
    return (seconds + GUARD_SECONDS) * speedMetersPerSecond;
  }

  /** Metres walked in the time. */
  public double budgetMeters() {
    return seconds * speedMetersPerSecond;
  }

  /** Metres that still count, guard included: the limit for a sweep that must miss nobody. */
  public double sweepLimitMeters() {
    return mostMeters() + GUARD_SECONDS * speedMetersPerSecond;
  }
}
