package org.caremap.core.coverage;

/** Checks of what callers give for each point, facility or area. */
final class Amounts {
  private Amounts() {}

  /** Each at least 0 and finite, or NaN where unknown. */
  static void check(String what, double[] amounts, int count) {
    if (amounts.length != count) {
      throw new IllegalArgumentException(
          "need one %s for each of %d but got %d".formatted(what, count, amounts.length));
    }
    for (int i = 0; i < count; i++) {
      if (amounts[i] < 0 || amounts[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "%s %d must be at least 0 and finite, or NaN, but is %s"
                .formatted(what, i, amounts[i]));
      }
    }
  }

  /** Each in [0, areaCount), or -1 for none. */
  static void checkAreas(int[] areaOfPoint, int points, int areaCount) {
    if (areaOfPoint.length != points) {
      throw new IllegalArgumentException(
          "need an area for each of %d points but got %d".formatted(points, areaOfPoint.length));
    }
    for (int i = 0; i < points; i++) {
      if (areaOfPoint[i] < -1 || areaOfPoint[i] >= areaCount) {
        throw new IllegalArgumentException(
            "area of point %d must be in [-1, %d) but is %d"
                .formatted(i, areaCount, areaOfPoint[i]));
      }
    }
  }
}
