package org.caremap.core.routing;

import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Wheelchair;

/**
 * What a street piece means to one kind of person: which ones they cannot use, and how much longer
 * the others take. Immutable.
 *
 * <p>Costs are flat millimetres, so that one cost serves every speed: the millimetres that the same
 * person walks on the flat in the same time. An edge costs {@code length × slope × factor + extra}.
 * Hence delays, too, are metres of flat way, not seconds: who walks slower also needs longer for a
 * kerb. {@link #CLOSED} stands for what cannot be used.
 *
 * @param steps stairs
 * @param slope how slopes count; see {@link #slope(EdgeTraits)}
 * @param maxInclinePercent steepest slope that can be used, tagged or sampled, in [1, 100], or
 *     {@link #ANY_INCLINE}
 * @param surface what is under foot or wheel
 * @param hindrances kerbs, stiles, lifts, narrow ways
 * @param heedsWheelchairTag whether {@code wheelchair=no} closes an edge
 */
public record ProfileRules(
    Steps steps,
    SlopeRule slope,
    double maxInclinePercent,
    Surfaces surface,
    Hindrances hindrances,
    boolean heedsWheelchairTag) {
  /** Cannot be used. */
  public static final double CLOSED = Double.POSITIVE_INFINITY;

  /** No slope is too steep. */
  public static final double ANY_INCLINE = Double.POSITIVE_INFINITY;

  /** Greatest factor. */
  public static final double MOST_FACTOR = 10;

  /** Least factor. */
  public static final double LEAST_FACTOR = 0.5;

  /** Greatest delay in metres of flat way. */
  public static final double MOST_DELAY_METERS = 1000;

  /** Everything is open and costs its length. */
  public static final ProfileRules PLAIN =
      new ProfileRules(
          new Steps(1, 1),
          SlopeRule.NONE,
          ANY_INCLINE,
          new Surfaces(1, 1, 1, 1),
          new Hindrances(0, 0, 0, true),
          false);

  /**
   * Stairs.
   *
   * @param factor time on stairs over the time for the same horizontal length on the flat, climb
   *     included; or {@link #CLOSED}
   * @param rampFactor the same for the ramp beside stairs that have one; or {@link #CLOSED}
   */
  public record Steps(double factor, double rampFactor) {
    /**
     * @throws IllegalArgumentException naming the value out of range
     */
    public Steps {
      checkFactor("steps.factor", factor);
      checkFactor("steps.rampFactor", rampFactor);
    }
  }

  /**
   * Time over the time on a smooth way, by surface; {@link Surface#UNKNOWN} counts as smooth.
   *
   * @param smooth asphalt, paving stones
   * @param rough setts, cobblestones
   * @param soft gravel, earth, grass
   * @param impassable rock, mud
   */
  public record Surfaces(double smooth, double rough, double soft, double impassable) {
    /**
     * @throws IllegalArgumentException naming the value out of range
     */
    public Surfaces {
      checkFactor("surface.smooth", smooth);
      checkFactor("surface.rough", rough);
      checkFactor("surface.soft", soft);
      checkFactor("surface.impassable", impassable);
    }

    double of(Surface kind) {
      return switch (kind) {
        case UNKNOWN, SMOOTH -> smooth;
        case ROUGH -> rough;
        case SOFT -> soft;
        case IMPASSABLE -> impassable;
      };
    }
  }

  /**
   * What costs time once, in metres of flat way in [0, 1000], or {@link #CLOSED}.
   *
   * @param raisedKerbMeters a kerb higher than 3 cm
   * @param obstacleMeters a stile, a turnstile
   * @param liftMeters waiting for a lift and riding it, instead of its length
   * @param narrowOpen whether ways narrower than a wheelchair can be used
   */
  public record Hindrances(
      double raisedKerbMeters, double obstacleMeters, double liftMeters, boolean narrowOpen) {
    /**
     * @throws IllegalArgumentException naming the value out of range
     */
    public Hindrances {
      checkDelay("raisedKerb", raisedKerbMeters);
      checkDelay("obstacle", obstacleMeters);
      checkDelay("lift", liftMeters);
    }
  }

  /**
   * @throws IllegalArgumentException naming the value out of range
   */
  public ProfileRules {
    if (maxInclinePercent != ANY_INCLINE && !(maxInclinePercent >= 1 && maxInclinePercent <= 100)) {
      throw new IllegalArgumentException(
          "maxInclinePercent must be in [1, 100] but is " + maxInclinePercent);
    }
  }

  private static void checkFactor(String name, double factor) {
    if (factor != CLOSED && !(factor >= LEAST_FACTOR && factor <= MOST_FACTOR)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s], or closed, but is %s"
              .formatted(name, LEAST_FACTOR, MOST_FACTOR, factor));
    }
  }

  private static void checkDelay(String name, double meters) {
    if (meters != CLOSED && !(meters >= 0 && meters <= MOST_DELAY_METERS)) {
      throw new IllegalArgumentException(
          "%s must be in [0, %s] metres of flat way, or closed, but is %s"
              .formatted(name, MOST_DELAY_METERS, meters));
    }
  }

  /** The same without stairs; ramps beside them stay as they are. */
  public ProfileRules withoutSteps() {
    return new ProfileRules(
        new Steps(CLOSED, steps.rampFactor),
        slope,
        maxInclinePercent,
        surface,
        hindrances,
        heedsWheelchairTag);
  }

  /** The same with another rule for slopes. */
  public ProfileRules withSlope(SlopeRule other) {
    return new ProfileRules(
        steps, other, maxInclinePercent, surface, hindrances, heedsWheelchairTag);
  }

  /**
   * The same person for whom every metre that can be walked takes the same time: slopes, stairs,
   * surfaces and hindrances cost nothing, and what is closed stays closed.
   */
  public ProfileRules level() {
    return new ProfileRules(
        new Steps(plain(steps.factor, 1), plain(steps.rampFactor, 1)),
        SlopeRule.NONE,
        maxInclinePercent,
        new Surfaces(
            plain(surface.smooth, 1),
            plain(surface.rough, 1),
            plain(surface.soft, 1),
            plain(surface.impassable, 1)),
        new Hindrances(
            plain(hindrances.raisedKerbMeters, 0),
            plain(hindrances.obstacleMeters, 0),
            plain(hindrances.liftMeters, 0),
            hindrances.narrowOpen),
        heedsWheelchairTag);
  }

  private static double plain(double value, double open) {
    return value == CLOSED ? CLOSED : open;
  }

  /** Whether stairs without a ramp can be used. */
  public boolean stepsAllowed() {
    return steps.factor != CLOSED;
  }

  /** Whether this person cannot use such a piece, whatever its one-way rule. */
  public boolean closed(EdgeTraits traits) {
    int incline = traits.inclinePercent();
    return heedsWheelchairTag && traits.wheelchair() == Wheelchair.NO
        || traits.has(EdgeTraits.NARROW) && !hindrances.narrowOpen
        || incline != EdgeTraits.INCLINE_UNKNOWN
            && !traits.has(EdgeTraits.STEPS)
            && tooSteep(incline / 100.0)
        || speedFactor(traits) == CLOSED
        || delayMeters(traits) == CLOSED;
  }

  /**
   * Whether a gradient, as sampled from elevation, is too steep in either direction: what cannot be
   * climbed cannot be braked on.
   *
   * @param gradient rise over run
   */
  public boolean tooSteep(double gradient) {
    return Math.abs(gradient) * 100 > maxInclinePercent;
  }

  /**
   * The rule for slopes on such a piece: none on stairs, whose factor has the climb in it, and in
   * lifts.
   */
  public SlopeRule slope(EdgeTraits traits) {
    return traits.has(EdgeTraits.STEPS) || traits.has(EdgeTraits.LIFT) ? SlopeRule.NONE : slope;
  }

  /**
   * Time for a metre of the piece over the time for a metre of flat smooth way, slope apart: steps
   * × surface, and 0 in a lift, whose length is not walked.
   *
   * @throws IllegalArgumentException if the piece is closed
   */
  public double factor(EdgeTraits traits) {
    double factor = speedFactor(traits);
    if (factor == CLOSED) {
      throw new IllegalArgumentException("a closed piece has no factor: " + traits);
    }
    return factor;
  }

  /**
   * What crossing the piece costs once, whatever its length and direction, in flat millimetres.
   *
   * @return at least 0
   * @throws IllegalArgumentException if the piece is closed
   */
  public int extraMillimeters(EdgeTraits traits) {
    double meters = delayMeters(traits);
    if (meters == CLOSED) {
      throw new IllegalArgumentException("a closed piece has no cost: " + traits);
    }
    return (int) Math.round(meters * 1000);
  }

  private double speedFactor(EdgeTraits traits) {
    if (traits.has(EdgeTraits.LIFT)) {
      return 0;
    }
    double steps = 1;
    if (traits.has(EdgeTraits.STEPS)) {
      steps =
          traits.has(EdgeTraits.RAMP)
              ? Math.min(this.steps.factor, this.steps.rampFactor)
              : this.steps.factor;
    }
    return steps * surface.of(traits.surface());
  }

  private double delayMeters(EdgeTraits traits) {
    return (traits.kerb() == Kerb.RAISED ? hindrances.raisedKerbMeters : 0)
        + (traits.has(EdgeTraits.OBSTACLE) ? hindrances.obstacleMeters : 0)
        + (traits.has(EdgeTraits.LIFT) ? hindrances.liftMeters : 0);
  }
}
