package org.caremap.core.routing;

/**
 * Who is walking.
 *
 * @param code short name, such as {@code elder}
 * @param speedMetersPerSecond walking speed on the flat, in (0, 10]
 * @param rules what stairs, slopes and surfaces mean to this person
 */
public record WalkingProfile(String code, double speedMetersPerSecond, ProfileRules rules) {
  private static final double FASTEST = 10;

  /** Answers write speeds down to a millionth of a kilometre an hour. */
  private static final double WRITTEN_KMH = 1e-6;

  /**
   * @throws IllegalArgumentException if the speed is out of range
   */
  public WalkingProfile {
    if (!(speedMetersPerSecond > 0 && speedMetersPerSecond <= FASTEST)) {
      throw new IllegalArgumentException(
          "speedMetersPerSecond must be in (0, 10] but is " + speedMetersPerSecond);
    }
  }

  /** Somebody to whom every street is alike, except that stairs may be closed. */
  public WalkingProfile(String code, double speedMetersPerSecond, boolean stepsAllowed) {
    this(
        code,
        speedMetersPerSecond,
        stepsAllowed ? ProfileRules.PLAIN : ProfileRules.PLAIN.withoutSteps());
  }

  /** Whether stairs can be used. */
  public boolean stepsAllowed() {
    return rules.stepsAllowed();
  }

  /**
   * The same person at another speed. One that differs from the present speed by less than answers
   * write down is the present one, so that an answer's speed, asked again, gives its digits again.
   *
   * @param speedKmh kilometres an hour, in (0, 36]
   */
  public WalkingProfile withSpeedKmh(double speedKmh) {
    if (!(speedKmh > 0 && speedKmh <= FASTEST * 3.6)) {
      throw new IllegalArgumentException("speedKmh must be in (0, 36] but is " + speedKmh);
    }
    return Math.abs(speedKmh - speedKmh()) < WRITTEN_KMH / 2
        ? this
        : new WalkingProfile(code, speedKmh / 3.6, rules);
  }

  /** Walking speed in kilometres an hour. */
  public double speedKmh() {
    return speedMetersPerSecond * 3.6;
  }

  /** Time for flat metres, unrounded; infinity stays infinity. */
  public double seconds(double meters) {
    return meters / speedMetersPerSecond;
  }

  /** Flat metres for a time, unrounded. */
  public double meters(double seconds) {
    return seconds * speedMetersPerSecond;
  }
}
