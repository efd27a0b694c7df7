package org.caremap.coverage;

/** How numbers are shown; sums and comparisons use the unrounded ones. */
public final class Rounding {
  private Rounding() {}

  /** Whole seconds. */
  public static long seconds(double meters, double speedMetersPerSecond) {
    return Math.round(meters / speedMetersPerSecond);
  }

  /** Tenths of a metre. */
  public static double meters(double meters) {
    return Math.rint(meters * 10) / 10;
  }

  /** People: counts may be fractions; a millionth hides only floating-point noise. */
  public static double people(double count) {
    return Math.rint(count * 1e6) / 1e6;
  }

  /** Shares to a millionth. */
  public static double share(double share) {
    return Math.rint(share * 1e6) / 1e6;
  }

  /** km/h of a speed in m/s. */
  public static double kmh(double speedMetersPerSecond) {
    return Math.rint(speedMetersPerSecond * 3.6 * 1e6) / 1e6;
  }
}
