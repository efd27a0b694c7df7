package org.caremap.core.coverage;

/**
 * Sample points in local metres, columns by rows, {@code cell} metres apart.
 *
 * @param west x of the first column
 * @param south y of the first row
 * @param cell distance between samples in metres
 * @param columns number of columns, at least 2
 * @param rows number of rows, at least 2
 */
record Lattice(double west, double south, double cell, int columns, int rows) {
  /** Size of a cell while the lattice stays small. */
  static final double FINEST_CELL_METERS = 10;

  private static final int MOST_SAMPLES = 300_000;
  private static final int MARGIN_CELLS = 3;

  /** A lattice over a box of local metres with a margin, no larger than about 300,000 samples. */
  static Lattice over(double minX, double minY, double maxX, double maxY) {
    double cell =
        Math.max(FINEST_CELL_METERS, Math.sqrt((maxX - minX) * (maxY - minY) / MOST_SAMPLES));
    // A strip must not become a thread of samples either.
    cell = Math.max(cell, Math.max(maxX - minX, maxY - minY) / MOST_SAMPLES);
    int columns = (int) Math.ceil((maxX - minX) / cell) + 1 + 2 * MARGIN_CELLS;
    int rows = (int) Math.ceil((maxY - minY) / cell) + 1 + 2 * MARGIN_CELLS;
    return new Lattice(minX - MARGIN_CELLS * cell, minY - MARGIN_CELLS * cell, cell, columns, rows);
  }

  int size() {
    return columns * rows;
  }

  double x(int column) {
    return west + column * cell;
  }

  double y(int row) {
    return south + row * cell;
  }

  /** South-west sample of the square that holds a point, or -1 outside the lattice. */
  int squareOf(double x, double y) {
    double column = Math.floor((x - west) / cell);
    double row = Math.floor((y - south) / cell);
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
