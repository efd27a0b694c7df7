package org.caremap.sketch;

import org.jspecify.annotations.Nullable;

/**
 * A place marked on a sketch.
 *
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 * @param mark one or two characters inside the pin: a number, or a kind's symbol
 * @param label words beside the pin, null for none
 * @param kind how it looks
 */
public record SketchPin(double lon, double lat, String mark, @Nullable String label, Kind kind) {
  /** What is marked. */
  public enum Kind {
    /** What the sketch is about: dark and large. */
    MAIN,
    /** Where somebody starts: a square, so that it differs without colour too. */
    HOME,
    /** Another place: light with a dark rim. */
    OTHER
  }

  /**
   * @throws IllegalArgumentException if the position is not a number
   */
  public SketchPin {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      throw new IllegalArgumentException("a pin needs a position but has " + lon + ", " + lat);
    }
  }
}
