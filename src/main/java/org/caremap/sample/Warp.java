package org.caremap.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * Bends the drawing plane onto the globe, so that its straight lines become the gently swinging
 * parallel canals and roads of the delta. Plane: u metres along the Yangtze (towards the east-south-
 * east), v metres inland. One to one, because every wave is far longer than it is high; {@link
 * StrictMath}, so that every machine draws the same county.
 */
final class Warp {
  /** Longest stretch (metres) drawn as one straight piece. */
  static final int STEP_METERS = 150;

  private static final double ORIGIN_LON = 121.026;
  private static final double ORIGIN_LAT = 31.826;
  private static final double METERS_PER_LON_DEGREE = 94_640;
  private static final double METERS_PER_LAT_DEGREE = 110_880;
  private static final double TILT = Math.toRadians(6);
  private static final double COS = StrictMath.cos(TILT);
  private static final double SIN = StrictMath.sin(TILT);

  private Warp() {}

  static Coordinate toLonLat(double u, double v) {
    double a =
        u
            + 430 * wave(u / 13_500 + v / 21_000 + 0.11)
            + 120 * wave(v / 5_200 - u / 17_000 + 0.33)
            + 4 * wave(v / 530 + u / 1_300);
    double b =
        v
            + 430 * wave(u / 15_500 - v / 30_000 + 0.30)
            + 120 * wave(u / 4_700 + v / 16_000 + 0.06)
            + 4 * wave(u / 570 - v / 1_500);
    double x = a * COS + b * SIN;
    double y = b * COS - a * SIN;
    return new Coordinate(
        ORIGIN_LON + x / METERS_PER_LON_DEGREE, ORIGIN_LAT + y / METERS_PER_LAT_DEGREE);
  }

  private static double wave(double turns) {
    return StrictMath.sin(2 * Math.PI * turns);
  }
}
