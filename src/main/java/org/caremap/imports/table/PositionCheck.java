package org.caremap.imports.table;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Turns positions into WGS 84 and refuses what cannot be where the file says: out of range, swapped
 * or never filled in.
 */
final class PositionCheck {
  private static final double LEAST_MARGIN_DEGREES = 0.5;

  private final @Nullable Envelope expected;

  /**
   * @param expectedExtent where rows are expected, or null
   */
  PositionCheck(@Nullable Envelope expectedExtent) {
    this.expected =
        expectedExtent == null || expectedExtent.isNull() ? null : grown(expectedExtent);
  }

  /** Whether a position lies where rows are not expected. */
  boolean isOutside(double lon, double lat) {
    return expected != null && !expected.contains(lon, lat);
  }

  /**
   * A position in WGS 84.
   *
   * @param xLabel what the file calls x
   * @param yLabel what the file calls y
   * @return {lon, lat}
   */
  double[] toWgs84(CoordinateSystem system, double x, double y, String xLabel, String yLabel)
      throws CellProblem {
    if (x == 0 && y == 0) {
      throw new CellProblem(
          xLabel,
          "0, 0",
          "position 0, 0 lies in the ocean; it usually means that none was entered");
    }
    if (system.degrees()) {
      checkDegrees(x, y, xLabel, yLabel);
    } else if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
      throw new CellProblem(
          xLabel,
          shown(x, y),
          "looks like degrees, but crs "
              + system.name()
              + " takes metres; leave crs out for WGS 84 degrees");
    }
    double[] lonLat = new double[2];
    boolean fits = system.toWgs84(x, y, lonLat) && inRange(lonLat);
    double[] swapped = new double[2];
    boolean swappedFits = fitsSwapped(system, x, y, swapped);
    if (fits
        && swappedFits
        && isOutside(lonLat[0], lonLat[1])
        && !isOutside(swapped[0], swapped[1])) {
      throw swapped(xLabel, yLabel, shown(x, y));
    }
    Envelope domain = system.findDomain().map(PositionCheck::grown).orElse(null);
    if (domain != null
        && !(fits && domain.contains(lonLat[0], lonLat[1]))
        && swappedFits
        && domain.contains(swapped[0], swapped[1])) {
      throw swapped(xLabel, yLabel, shown(x, y));
    }
    if (!fits) {
      throw new CellProblem(
          xLabel,
          shown(x, y),
          "has no position in WGS 84 as "
              + system.name()
              + "; legal are results with lon from -180 to 180 and lat from -90 to 90");
    }
    return lonLat;
  }

  private static void checkDegrees(double x, double y, String xLabel, String yLabel)
      throws CellProblem {
    boolean xFits = Math.abs(x) <= 180;
    boolean yFits = Math.abs(y) <= 90;
    if (xFits && yFits) {
      return;
    }
    if (Math.abs(x) <= 90 && Math.abs(y) <= 180) {
      throw swapped(xLabel, yLabel, Numbers.text(y));
    }
    String label = xFits ? yLabel : xLabel;
    String value = Numbers.text(xFits ? y : x);
    boolean metres = Math.abs(x) > 1000 || Math.abs(y) > 1000;
    throw new CellProblem(
        label,
        value,
        (metres
                ? "looks like projected metres; say which system with crs, e.g. EPSG:4549"
                : "is out of range")
            + "; legal is "
            + (xFits ? "lat from -90 to 90" : "lon from -180 to 180")
            + " in degrees");
  }

  private static CellProblem swapped(String xLabel, String yLabel, String value) {
    return new CellProblem(
        yLabel,
        value,
        "lon and lat look swapped ("
            + xLabel
            + ", "
            + yLabel
            + "); legal is lon from -180 to 180 and lat from -90 to 90, each in its own column");
  }

  private static boolean fitsSwapped(CoordinateSystem system, double x, double y, double[] out) {
    if (system.degrees() && !(Math.abs(y) <= 180 && Math.abs(x) <= 90)) {
      return false;
    }
    return system.toWgs84(y, x, out) && inRange(out);
  }

  private static boolean inRange(double[] lonLat) {
    return Math.abs(lonLat[0]) <= 180 && Math.abs(lonLat[1]) <= 90;
  }

  private static Envelope grown(Envelope box) {
    Envelope grown = new Envelope(box);
    grown.expandBy(
        Math.max(box.getWidth() / 2, LEAST_MARGIN_DEGREES),
        Math.max(box.getHeight() / 2, LEAST_MARGIN_DEGREES));
    return grown;
  }

  private static String shown(double x, double y) {
    return Numbers.text(x) + ", " + Numbers.text(y);
  }
}
