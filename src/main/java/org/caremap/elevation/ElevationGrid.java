package org.caremap.elevation;

import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;

/**
 * Where the cells of a raster lie. Rows go from north to south, columns from west to east.
 *
 * @param columns at least 1
 * @param rows at least 1
 * @param west longitude of the centres of column 0, degrees
 * @param north latitude of the centres of row 0, degrees
 * @param stepLon from one column to the next, degrees, greater than 0
 * @param stepLat from one row to the next, degrees, greater than 0
 */
record ElevationGrid(
    int columns, int rows, double west, double north, double stepLon, double stepLat) {
  /** More cells than this do not fit into one mapped file; 400 million are 1.6 GB. */
  static final long MOST_CELLS = 400_000_000L;

  /**
   * @throws IllegalArgumentException if there are no cells, too many, or steps that are none
   */
  ElevationGrid {
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(
          "a raster must have 1 to %,d cells but has %,d × %,d"
              .formatted(MOST_CELLS, columns, rows));
    }
    if (!(stepLon > 0 && stepLat > 0 && Double.isFinite(west) && Double.isFinite(north))) {
      throw new IllegalArgumentException(
          "steps must be greater than 0 and corners finite but are %s, %s from %s, %s"
              .formatted(stepLon, stepLat, west, north));
    }
  }

  /** A grid counted in cells, for a raster whose place on earth does not matter yet. */
  static ElevationGrid ofCells(int columns, int rows) {
    return new ElevationGrid(columns, rows, 0, 0, 1, 1);
  }

  /** The box around all cells, half a cell beyond the outermost centres. */
  BoundingBox box() {
    return new BoundingBox(
        west - stepLon / 2,
        north - (rows - 0.5) * stepLat,
        west + (columns - 0.5) * stepLon,
        north + stepLat / 2);
  }

  /** Height of a cell on the ground in metres, which is its width where cells are square. */
  double resolutionMeters() {
    return GreatCircle.EARTH_RADIUS_METERS * Math.toRadians(stepLat);
  }
}
