package org.caremap.core.coverage;

import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.NearestStreets;

/**
 * Sample points in local metres, columns by rows: a part of the lattice on which a network's {@link
 * NearestStreets} are known.
 *
 * @param west x of the first column
 * @param south y of the first row
 * @param cellX distance between columns in metres
 * @param cellY distance between rows in metres, about the same
 * @param columns number of columns, at least 5
 * @param rows number of rows, at least 5
 * @param level size of the network's lattice
 * @param firstColumn column of the network's lattice that is the first here
 * @param firstRow likewise
 */
record Lattice(
    double west,
    double south,
    double cellX,
    double cellY,
    int columns,
    int rows,
    int level,
    int firstColumn,
    int firstRow) {
  static final Lattice NONE = new Lattice(0, 0, 1, 1, 5, 5, 0, 0, 0);

  private static final int FINEST_LEVEL = -2;
  private static final int FEWEST_CELLS_ACROSS = 40;
  private static final int MOST_SAMPLES = 400_000;
  private static final int MARGIN_CELLS = 2;

  /**
   * A lattice over a box of local metres with a margin: 15 m between samples, less in areas under
   * 600 m across, more where that would be over 400,000 samples.
   */
  static Lattice over(
      NearestStreets streets,
      LocalProjection projection,
      double minX,
      double minY,
      double maxX,
      double maxY) {
    double width = maxX - minX;
    double height = maxY - minY;
    int level = 0;
    while (level > FINEST_LEVEL
        && Math.max(width, height) < FEWEST_CELLS_ACROSS * NearestStreets.cellMeters(level)) {
      level--;
    }
    while (samples(width, height, NearestStreets.cellMeters(level)) > MOST_SAMPLES) {
      level++;
    }
    int firstColumn = streets.column(level, projection.lon(minX)) - MARGIN_CELLS;
    int firstRow = streets.row(level, projection.lat(minY)) - MARGIN_CELLS;
    int lastColumn = streets.column(level, projection.lon(maxX)) + 1 + MARGIN_CELLS;
    int lastRow = streets.row(level, projection.lat(maxY)) + 1 + MARGIN_CELLS;
    double west = projection.x(streets.lon(level, firstColumn));
    double south = projection.y(streets.lat(level, firstRow));
    int columns = lastColumn - firstColumn + 1;
    int rows = lastRow - firstRow + 1;
    return new Lattice(
        west,
        south,
        (projection.x(streets.lon(level, lastColumn)) - west) / (columns - 1),
        (projection.y(streets.lat(level, lastRow)) - south) / (rows - 1),
        columns,
        rows,
        level,
        firstColumn,
        firstRow);
  }

  // With the margin, so that a strip does not become a thread of samples either.
  private static double samples(double width, double height, double cell) {
    return (width / cell + 2 * MARGIN_CELLS) * (height / cell + 2 * MARGIN_CELLS);
  }

  /** Metres between rows, and the most between columns. */
  double cell() {
    return NearestStreets.cellMeters(level);
  }

  int size() {
    return columns * rows;
  }

  double x(int column) {
    return west + column * cellX;
  }

  double y(int row) {
    return south + row * cellY;
  }

  double east() {
    return x(columns - 1);
  }

  double north() {
    return y(rows - 1);
  }

  double sampleX(int sample) {
    return x(sample % columns);
  }

  double sampleY(int sample) {
    return y(sample / columns);
  }

  /** South-west sample of the square that holds a point, or -1 outside the lattice. */
  int squareOf(double x, double y) {
    double column = Math.floor((x - west) / cellX);
    double row = Math.floor((y - south) / cellY);
    return column >= 0 && column < columns - 1 && row >= 0 && row < rows - 1
        ? ((int) row) * columns + (int) column
        : -1;
  }

  boolean onBorder(int sample) {
    int column = sample % columns;
    int row = sample / columns;
    return column == 0 || row == 0 || column == columns - 1 || row == rows - 1;
  }
}
