package org.caremap.core.routing;

/**
 * Who is walking.
 *
 * @param code short name, such as {@code elder}
 * @param speedMetersPerSecond walking speed, in (0, 10]
 * @param stepsAllowed whether stairs can be used
 */
public record WalkingProfile(String code, double speedMetersPerSecond, boolean stepsAllowed) {
  private static final double FASTEST = 10;

  /**
   * @throws IllegalArgumentException if the speed is out of range
   */
  public WalkingProfile {
    if (!(speedMetersPerSecond > 0 && speedMetersPerSecond <= FASTEST)) {
      throw new IllegalArgumentException(
          "speedMetersPerSecond must be in (0, 10] but is " + speedMetersPerSecond);
    }
  }

  /**
   * The same person at another speed.
   *
   * @param speedKmh kilometres an hour, in (0, 36]
   */
  public WalkingProfile withSpeedKmh(double speedKmh) {
    if (!(speedKmh > 0 && speedKmh <= FASTEST * 3.6)) {
      throw new IllegalArgumentException("speedKmh must be in (0, 36] but is " + speedKmh);
    }
    return new WalkingProfile(code, speedKmh / 3.6, stepsAllowed);
  }

  /** Walking speed in kilometres an hour. */
  public double speedKmh() {
    return speedMetersPerSecond * 3.6;
  }

  /** Time for a distance, unrounded; infinity stays infinity. */
  public double seconds(double meters) {
    return meters / speedMetersPerSecond;
  }

  /** Distance for a time, unrounded. */
  public double meters(double seconds) {
    return seconds * speedMetersPerSecond;
  }
}
