package org.caremap.core.targets;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is reached on a day.
 *
 * <p>What is expected by that day lies on the straight line from the target in force at the end of
 * the year before (0 where there is none) to the one of the day's year, over the days of the year.
 * Half a station cannot be built: on track is whatever lies between the whole numbers around what
 * is expected. A share is on track where it is the one expected, to the tenth of a percent that is
 * shown.
 *
 * @param target number due at the end of the day's year; null where none is in force
 * @param targetYear the year that set it; null where none is in force
 * @param expectedByNow null where none is in force
 * @param percent whether the numbers are shares of 0 to 100, not whole things
 */
public record TargetPace(
    @Nullable Double target,
    @Nullable Integer targetYear,
    @Nullable Double expectedByNow,
    boolean percent) {
  private static final double EPSILON = 1e-9;
  private static final double HALF_A_TENTH = 0.05;

  /** Where a target stands. */
  public enum State {
    AHEAD,
    ON_TRACK,
    BEHIND,
    CANNOT_BE_JUDGED,
    NO_TARGET;

    /** Lower-case code as in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The pace of a series on a day. */
  public static TargetPace of(TargetSeries series, LocalDate day) {
    Optional<TargetSeries.Step> now = series.inForce(day.getYear());
    if (now.isEmpty()) {
      return new TargetPace(null, null, null, series.percent());
    }
    double before = series.inForce(day.getYear() - 1).map(TargetSeries.Step::number).orElse(0.0);
    double due = now.get().number();
    return new TargetPace(due, now.get().year(), between(before, due, day), series.percent());
  }

  /** Linear over the days of the year: all of it on the last day. */
  static double between(double before, double due, LocalDate day) {
    return before + (due - before) * day.getDayOfYear() / day.lengthOfYear();
  }

  /**
   * The state of what is achieved, where that is known within bounds only.
   *
   * @param atLeast what is achieved for certain
   * @param atMost what may be achieved, at least {@code atLeast}; infinite where nothing is known
   * @return one that holds for every number within the bounds; {@link State#ON_TRACK} where it is
   *     reached for certain and only how far ahead is unknown; else {@link State#CANNOT_BE_JUDGED}
   */
  public State state(double atLeast, double atMost) {
    if (expectedByNow == null) {
      return State.NO_TARGET;
    }
    State least = state(atLeast);
    boolean reached = atLeast >= expectedByNow - EPSILON; // whatever the most may be
    return least == state(atMost) || reached ? least : State.CANNOT_BE_JUDGED;
  }

  private State state(double achieved) {
    double expected = expectedByNow == null ? 0 : expectedByNow;
    if (percent) {
      if (Math.abs(achieved - expected) <= HALF_A_TENTH) {
        return State.ON_TRACK;
      }
      return achieved < expected ? State.BEHIND : State.AHEAD;
    }
    if (achieved < Math.floor(expected + EPSILON) - EPSILON) {
      return State.BEHIND;
    }
    return achieved > Math.ceil(expected - EPSILON) + EPSILON ? State.AHEAD : State.ON_TRACK;
  }
}
