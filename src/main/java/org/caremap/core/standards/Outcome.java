package org.caremap.core.standards;

import java.util.Locale;

/** What is said of a rule or of one of its subjects. */
public enum Outcome {
  MET,
  MISSED,
  /** Missed, but the plan gives time beyond the day of which is judged. */
  NOT_YET,
  /** The plan says about how much: told, never judged. */
  REPORTED,
  CANNOT_BE_JUDGED,
  /** There is nothing here that the rule is about. */
  NOT_APPLICABLE;

  /** As in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
