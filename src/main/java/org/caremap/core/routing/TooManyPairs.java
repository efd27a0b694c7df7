package org.caremap.core.routing;

/** A table of who reaches whom would have more pairs than it may. */
public final class TooManyPairs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;
  private final double expected;

  /**
   * @param most pairs that it may have
   * @param expected about how many it would have
   */
  TooManyPairs(long most, double expected) {
    super("about %,.0f pairs would be more than %,d".formatted(expected, most));
    this.most = most;
    this.expected = expected;
  }

  /** Pairs that the table may have. */
  public long most() {
    return most;
  }

  /** About how many pairs it would have, as far as it got. */
  public double expected() {
    return expected;
  }
}
