package org.caremap.core.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk in words: what one follows, one after the other, and what is hard about it. Lengths in
 * metres along the streets; climbs are null where the ground's height is not known for all of it.
 *
 * @param stepsMeters length of all stairs
 * @param lifts number of lifts taken
 * @param ascentMeters all climbing
 * @param descentMeters all going down
 * @param steepestPercent rise over run of the steepest piece, positive upwards; from the elevation,
 *     otherwise from the streets' own tags; null where neither says
 * @param parts in walking direction
 */
public record Way(
    double stepsMeters,
    int lifts,
    @Nullable Double ascentMeters,
    @Nullable Double descentMeters,
    @Nullable Double steepestPercent,
    List<Part> parts) {

  /** What a part is like. */
  public enum Kind {
    /** Between a place and the street it is joined to. */
    ACCESS,
    STREET,
    PATH,
    STEPS,
    LIFT,
    SQUARE,
    BRIDGE,
    TUNNEL;

    /** Code as in the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How a part begins, seen from the part before. */
  public enum Turn {
    START,
    STRAIGHT,
    SLIGHT_LEFT,
    LEFT,
    SHARP_LEFT,
    SLIGHT_RIGHT,
    RIGHT,
    SHARP_RIGHT,
    BACK;

    private static final double STRAIGHT_BELOW_DEGREES = 25;
    private static final double SLIGHT_BELOW_DEGREES = 60;
    private static final double PLAIN_BELOW_DEGREES = 120;
    private static final double SHARP_BELOW_DEGREES = 165;

    /** Code as in the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * @param degrees change of direction, clockwise positive, in [-180, 180]
     */
    static Turn of(double degrees) {
      double size = Math.abs(degrees);
      boolean right = degrees > 0;
      if (size < STRAIGHT_BELOW_DEGREES) {
        return STRAIGHT;
      }
      if (size < SLIGHT_BELOW_DEGREES) {
        return right ? SLIGHT_RIGHT : SLIGHT_LEFT;
      }
      if (size < PLAIN_BELOW_DEGREES) {
        return right ? RIGHT : LEFT;
      }
      if (size < SHARP_BELOW_DEGREES) {
        return right ? SHARP_RIGHT : SHARP_LEFT;
      }
      return BACK;
    }
  }

  /**
   * One part.
   *
   * @param name of the street, null where it has none
   * @param turn how it begins
   * @param fromPoint index of the line's point where it begins
   */
  public record Part(
      Kind kind,
      @Nullable String name,
      double meters,
      Turn turn,
      @Nullable Double ascentMeters,
      @Nullable Double descentMeters,
      @Nullable Double steepestPercent,
      int fromPoint) {}
}
