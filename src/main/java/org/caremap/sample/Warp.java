package org.caremap.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * Bends the drawing plane onto the globe, so that its straight lines become the gently swinging
 * parallel canals and roads of the delta. Plane: u metres along the Yangtze (towards the
 * east-south- east), v metres inland. One to one, because every wave is far longer than it is high;
 * {@link StrictMath}, so that every machine draws the same county. The island's rectangle is
 * rounded first (the elliptical square-to-disc mapping, a little softened so that its corners stay
 * corners).
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

  private static final double[] ISLAND_KM = {27, -7.3, 32.4, -4.0};
  private static final double ROUNDING = 0.44; // 0.5 would make an ellipse

  private final int[] island = new int[4];

  Warp(double stretch) {
    for (int i = 0; i < 4; i++) {
      island[i] = (int) Math.rint(ISLAND_KM[i] * 1_000 * stretch);
    }
  }

  /** The island's rectangle on the plane: left, bottom, right, top. */
  int[] island() {
    return island.clone();
  }

  /** Where a point of the plane lies, degrees in WGS 84. */
  Coordinate toLonLat(double u, double v) {
    if (u < island[0] || u > island[2] || v < island[1] || v > island[3]) {
      return bend(u, v);
    }
    double middleU = (island[0] + island[2]) / 2.0;
    double middleV = (island[1] + island[3]) / 2.0;
    double halfU = (island[2] - island[0]) / 2.0;
    double halfV = (island[3] - island[1]) / 2.0;
    double x = (u - middleU) / halfU;
    double y = (v - middleV) / halfV;
    return bend(
        middleU + halfU * x * StrictMath.sqrt(1 - ROUNDING * y * y),
        middleV + halfV * y * StrictMath.sqrt(1 - ROUNDING * x * x));
  }

  private static Coordinate bend(double u, double v) {
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
