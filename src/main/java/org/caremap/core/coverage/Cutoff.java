package org.caremap.core.coverage;

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
    return meters / speedMetersPerSecond <= seconds + GUARD_SECONDS;
  }

  /**
   * Whether a walk of so many flat millimetres arrives in time. The walk was rounded to a
   * millimetre, so half of one is granted: a time equal to the cut-off counts here, too.
   *
   * @param millimeters at least 0
   */
  public boolean coversMillimeters(int millimeters) {
    return millimeters <= budgetMillimeters();
  }

  /** The longest walk that counts, in whole flat millimetres. */
  public int budgetMillimeters() {
    double millimeters = (seconds + GUARD_SECONDS) * speedMetersPerSecond * 1000 + 0.5;
    return millimeters >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) millimeters;
  }

  /** Metres walked in the time. */
  public double budgetMeters() {
    return seconds * speedMetersPerSecond;
  }

  /** Metres that still count, guard included: the limit for a sweep that must miss nobody. */
  public double sweepLimitMeters() {
    return (seconds + 2 * GUARD_SECONDS) * speedMetersPerSecond;
  }
}
