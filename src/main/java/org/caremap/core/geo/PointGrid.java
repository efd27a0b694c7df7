package org.caremap.core.geo;

import java.util.function.IntConsumer;

/**
 * A grid over points for exact nearest-point questions by great-circle distance. Immutable and safe
 * for all threads.
 */
public final class PointGrid {
  private final double[] lon;
  private final double[] lat;
  private final double west;
  private final double south;
  private final double cellLon;
  private final double cellLat;
  private final int columns;
  private final int rows;
  private final int[] offsets;
  private final int[] points;

  /**
   * @param lon degrees
   * @param lat degrees, as many
   */
  public PointGrid(double[] lon, double[] lat) {
    this.lon = lon.clone();
    this.lat = lat.clone();
    int size = lon.length;
    BoundingBox box =
        size == 0 ? new BoundingBox(0, 0, 0, 0) : BoundingBox.ofPoints(this.lon, this.lat);
    west = box.west();
    south = box.south();
    int side = (int) Math.ceil(Math.sqrt(Math.max(1, size)));
    cellLon = Math.max(1e-6, (box.east() - west) / side);
    cellLat = Math.max(1e-6, (box.north() - south) / side);
    columns = (int) ((box.east() - west) / cellLon) + 1;
    rows = (int) ((box.north() - south) / cellLat) + 1;
    offsets = new int[columns * rows + 1];
    for (int i = 0; i < size; i++) {
      offsets[cellOf(i) + 1]++;
    }
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] += offsets[i - 1];
    }
    int[] next = offsets.clone();
    points = new int[size];
    for (int i = 0; i < size; i++) {
      points[next[cellOf(i)]++] = i;
    }
  }

  /** Number of points. */
  public int size() {
    return points.length;
  }

  /** Longitude of a point in degrees. */
  public double lon(int point) {
    return lon[point];
  }

  /** Latitude of a point in degrees. */
  public double lat(int point) {
    return lat[point];
  }

  /**
   * Visits the points in a box, borders included, each once and cell by cell.
   *
   * @param box where to look
   * @param visitor called on this thread with the index of each point
   */
  public void forEachIn(BoundingBox box, IntConsumer visitor) {
    int columnLow = Math.max(0, column(box.west()));
    int columnHigh = Math.min(columns - 1, column(box.east()));
    int rowLow = Math.max(0, row(box.south()));
    int rowHigh = Math.min(rows - 1, row(box.north()));
    for (int row = rowLow; row <= rowHigh && columnLow <= columnHigh; row++) {
      int end = offsets[row * columns + columnHigh + 1];
      for (int i = offsets[row * columns + columnLow]; i < end; i++) {
        if (box.contains(lon[points[i]], lat[points[i]])) {
          visitor.accept(points[i]);
        }
      }
    }
  }

  private int cellOf(int i) {
    return row(lat[i]) * columns + column(lon[i]);
  }

  private int column(double degrees) {
    return (int) Math.floor((degrees - west) / cellLon);
  }

  private int row(double degrees) {
    return (int) Math.floor((degrees - south) / cellLat);
  }

  /**
   * The nearest point; ties go to the lower index.
   *
   * @return its index, or -1 if there are no points
   */
  public int nearest(double atLon, double atLat) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    int column = column(atLon);
    int row = row(atLat);
    int outside = Math.max(Math.max(-column, column - columns + 1), Math.max(-row, row - rows + 1));
    for (int ring = Math.max(0, outside); points.length > 0; ring++) {
      double bound = nearestBeyond(atLon, atLat, column, row, ring - 1);
      if (bound > least || bound == Double.POSITIVE_INFINITY) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        boolean rim = r == row - ring || r == row + ring;
        int step = rim ? 1 : 2 * ring;
        int first = rim || column - ring >= 0 ? Math.max(0, column - ring) : column + ring;
        for (int c = first; c <= Math.min(columns - 1, column + ring); c += step) {
          for (int i = offsets[r * columns + c]; i < offsets[r * columns + c + 1]; i++) {
            int p = points[i];
            double meters = GreatCircle.meters(atLon, atLat, lon[p], lat[p]);
            if (meters < least || (meters == least && p < best)) {
              least = meters;
              best = p;
            }
          }
        }
      }
    }
    return best;
  }

  private double nearestBeyond(double atLon, double atLat, int column, int row, int radius) {
    if (radius < 0) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    if (column - radius > 0) {
      least = Math.min(least, meridian(atLat, atLon - (west + (column - radius) * cellLon)));
    }
    if (column + radius < columns - 1) {
      least = Math.min(least, meridian(atLat, west + (column + radius + 1) * cellLon - atLon));
    }
    if (row - radius > 0) {
      least = Math.min(least, parallel(atLat - (south + (row - radius) * cellLat)));
    }
    if (row + radius < rows - 1) {
      least = Math.min(least, parallel(south + (row + radius + 1) * cellLat - atLat));
    }
    // A hair less, against rounding.
    return least == Double.POSITIVE_INFINITY ? least : Math.max(0, least * 0.999999 - 0.001);
  }

  private static double meridian(double atLat, double degrees) {
    return degrees <= 0 ? 0 : GreatCircle.metersToMeridian(atLat, degrees);
  }

  private static double parallel(double degrees) {
    return Math.toRadians(degrees) * GreatCircle.EARTH_RADIUS_METERS;
  }
}
