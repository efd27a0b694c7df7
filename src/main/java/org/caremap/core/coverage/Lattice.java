package org.caremap.core.coverage;

/**
 * Sample points in local metres, columns by rows, {@code cell} metres apart.
 *
 * @param west x of the first column
 * @param south y of the first row
 * @param cell distance between samples in metres
 * @param columns number of columns, at least 5
 * @param rows number of rows, at least 5
 */
record Lattice(double west, double south, double cell, int columns, int rows) {
  /** Size of a cell, except in small and very large areas. */
  private static final double USUAL_CELL_METERS = 15;

  private static final double FINEST_CELL_METERS = 5;
  private static final int FEWEST_CELLS_ACROSS = 40;
  private static final int MOST_SAMPLES = 100_000;
  private static final int MARGIN_CELLS = 2;

  /**
   * A lattice over a box of local metres with a margin, no larger than about 100,000 samples. The
   * origin is one of its samples: where the origin lies in the area, the area cannot fall between
   * samples altogether.
   */
  static Lattice over(double minX, double minY, double maxX, double maxY) {
    double width = maxX - minX;
    double height = maxY - minY;
    double cell =
        Math.max(
            FINEST_CELL_METERS,
            Math.min(USUAL_CELL_METERS, Math.max(width, height) / FEWEST_CELLS_ACROSS));
    cell = Math.max(cell, Math.sqrt(width * height / MOST_SAMPLES));
    // A strip must not become a thread of samples either.
    cell = Math.max(cell, Math.max(width, height) / MOST_SAMPLES);
    double firstColumn = Math.floor(minX / cell) - MARGIN_CELLS;
    double firstRow = Math.floor(minY / cell) - MARGIN_CELLS;
    int columns = (int) (Math.ceil(maxX / cell) - firstColumn) + MARGIN_CELLS + 1;
    int rows = (int) (Math.ceil(maxY / cell) - firstRow) + MARGIN_CELLS + 1;
    return new Lattice(firstColumn * cell, firstRow * cell, cell, columns, rows);
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
