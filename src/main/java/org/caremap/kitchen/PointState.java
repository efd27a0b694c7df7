package org.caremap.kitchen;

import java.util.Locale;

/** How a meal point is fed; what is worst for it first. */
public enum PointState {
  /** No kitchen's vehicle gets there at all. */
  UNREACHABLE,
  /** A kitchen's vehicle gets there, but not in time. */
  TOO_FAR,
  /** Every kitchen in time is full: some of its meals, or all, are cooked by nobody. */
  OVER_CAPACITY,
  /** Something that would have to be known is not. */
  UNKNOWN,
  /** A kitchen cooks for it in time. */
  SERVED;

  /** Code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
