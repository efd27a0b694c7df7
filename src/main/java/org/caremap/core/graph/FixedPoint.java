package org.caremap.core.graph;

/** Degrees as integers of 1e-7 degree (about 1 cm), the resolution of OpenStreetMap. */
final class FixedPoint {
  static final double UNITS_PER_DEGREE = 1e7;

  private FixedPoint() {}

  static int of(double degrees) {
    return (int) Math.round(degrees * UNITS_PER_DEGREE);
  }

  static double degrees(int fixed) {
    return fixed / UNITS_PER_DEGREE;
  }
}
