package org.caremap.elevation;

import java.nio.FloatBuffer;
import org.caremap.core.geo.ElevationModel;

/**
 * A raster of heights, read bilinearly. The values stay in the mapped file. Immutable and safe for
 * all threads.
 */
final class ElevationRaster implements ElevationModel {
  private final ElevationGrid grid;
  private final FloatBuffer values;
  private final float minMeters;
  private final float maxMeters;
  private final long knownCells;

  /**
   * @param values row by row from the north west; NaN where unknown
   */
  ElevationRaster(
      ElevationGrid grid, FloatBuffer values, float minMeters, float maxMeters, long knownCells) {
    this.grid = grid;
    this.values = values;
    this.minMeters = minMeters;
    this.maxMeters = maxMeters;
    this.knownCells = knownCells;
  }

  ElevationGrid grid() {
    return grid;
  }

  /** Lowest value in metres. */
  float minMeters() {
    return minMeters;
  }

  /** Highest value in metres. */
  float maxMeters() {
    return maxMeters;
  }

  /** Cells that have a value. */
  long knownCells() {
    return knownCells;
  }

  /** Value of one cell, metres; NaN where unknown. */
  float valueAt(int row, int column) {
    return values.get(row * grid.columns() + column);
  }

  @Override
  public double elevationMeters(double lon, double lat) {
    return at((lon - grid.west()) / grid.stepLon(), (grid.north() - lat) / grid.stepLat());
  }

  /**
   * Height at a position in cells: whole numbers are centres. In the outer half of the outermost
   * cells their own value counts; a place is unknown where any value that it hangs on is.
   *
   * @return metres, or NaN
   */
  double at(double column, double row) {
    int lastColumn = grid.columns() - 1;
    int lastRow = grid.rows() - 1;
    if (!(column >= -0.5 && column <= lastColumn + 0.5 && row >= -0.5 && row <= lastRow + 0.5)) {
      return Double.NaN;
    }
    double c = Math.max(0, Math.min(lastColumn, column));
    double r = Math.max(0, Math.min(lastRow, row));
    int c0 = (int) c;
    int r0 = (int) r;
    double right = c - c0;
    double down = r - r0;
    double upper = between(r0, c0, right);
    return down == 0 ? upper : upper + down * (between(r0 + 1, c0, right) - upper);
  }

  private double between(int row, int column, double right) {
    int index = row * grid.columns() + column;
    double left = values.get(index);
    return right == 0 ? left : left + right * (values.get(index + 1) - left);
  }
}
