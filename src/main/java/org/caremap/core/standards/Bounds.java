package org.caremap.core.standards;

import org.jspecify.annotations.Nullable;

/**
 * Between what a value lies, whatever the unknown inputs are (Moore, 1966): exact where both ends
 * are the same. Values are counts, sums and shares, hence never negative.
 *
 * @param low at least 0
 * @param high at least {@code low}; infinite where nothing limits it
 */
public record Bounds(double low, double high) {
  /** Anything. */
  public static final Bounds ANY = new Bounds(0, Double.POSITIVE_INFINITY);

  /** Nothing. */
  public static final Bounds ZERO = new Bounds(0, 0);

  /** A share or a yes-or-no of which nothing is known. */
  public static final Bounds UP_TO_ONE = new Bounds(0, 1);

  public Bounds {
    if (!(low >= 0 && high >= low)) {
      throw new IllegalArgumentException(
          "bounds are %s to %s; legal: 0 <= low <= high".formatted(low, high));
    }
  }

  /** A known value. */
  public static Bounds exactly(double value) {
    return new Bounds(value, value);
  }

  /** A value that may be unknown. */
  public static Bounds of(@Nullable Number value) {
    return value == null ? ANY : exactly(value.doubleValue());
  }

  /** One if it holds. */
  public static Bounds of(Truth truth) {
    return switch (truth) {
      case YES -> exactly(1);
      case NO -> ZERO;
      case UNKNOWN -> UP_TO_ONE;
    };
  }

  /** Whether there is one value only. */
  public boolean isExact() {
    return low == high;
  }

  /** The value, null where it is not known. */
  public @Nullable Double value() {
    return isExact() && !Double.isInfinite(low) ? low : null;
  }

  /** The sum. */
  public Bounds plus(Bounds other) {
    return new Bounds(low + other.low, high + other.high);
  }

  /** The same if the thing counts; nothing or the same if that is unknown. */
  public Bounds ifCounted(Truth counted) {
    return switch (counted) {
      case YES -> this;
      case NO -> ZERO;
      case UNKNOWN -> new Bounds(0, high);
    };
  }

  /**
   * So many times this for each of the others; anything where there may be none of the others.
   *
   * @param others what it is divided by
   * @param factor at least 0, for example 100 for percent
   */
  public Bounds per(Bounds others, double factor) {
    if (others.high == 0) {
      return ANY;
    }
    double least = Double.isInfinite(others.high) ? 0 : low * factor / others.high;
    double most = others.low == 0 ? Double.POSITIVE_INFINITY : high * factor / others.low;
    return new Bounds(Math.min(least, most), most);
  }

  /** At most so much. */
  public Bounds upTo(double limit) {
    return new Bounds(Math.min(low, limit), Math.min(high, limit));
  }

  /**
   * Whether the threshold is kept: yes if the worst case keeps it, no if the best case does not.
   *
   * @param comparison not {@link Comparison#ABOUT}
   */
  public Truth keeps(Comparison comparison, double threshold) {
    return switch (comparison) {
      case AT_LEAST -> low >= threshold ? Truth.YES : high < threshold ? Truth.NO : Truth.UNKNOWN;
      case AT_MOST -> high <= threshold ? Truth.YES : low > threshold ? Truth.NO : Truth.UNKNOWN;
      case ABOUT -> throw new IllegalArgumentException("'~' is reported, never judged");
    };
  }
}
