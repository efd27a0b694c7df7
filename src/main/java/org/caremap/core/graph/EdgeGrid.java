package org.caremap.core.graph;

import java.nio.IntBuffer;
import java.util.function.IntConsumer;

/**
 * A regular grid over the pieces of edges. A piece is known by its first point; each cell lists the
 * pieces that cross it, [4] bytes each.
 *
 * @param west western border in 1e-7 degree
 * @param south southern border in 1e-7 degree
 * @param cellLon width of a cell in 1e-7 degree
 * @param cellLat height of a cell in 1e-7 degree
 * @param columns number of columns
 * @param rows number of rows
 * @param offsets first entry of each cell, row by row; one more than cells
 * @param pieces first points of the pieces in each cell
 */
record EdgeGrid(
    int west,
    int south,
    int cellLon,
    int cellLat,
    int columns,
    int rows,
    IntBuffer offsets,
    IntBuffer pieces) {
  static final EdgeGrid EMPTY =
      new EdgeGrid(0, 0, 1, 1, 0, 0, IntBuffer.allocate(1), IntBuffer.allocate(0));

  private static final double METERS_PER_UNIT = 0.01111951;
  private static final double SMALLEST_CELL_METERS = 40;
  private static final double PIECES_PER_CELL = 3;

  static EdgeGrid build(GraphData data) {
    int points = data.points.capacity() / 2;
    if (points == 0) {
      return EMPTY;
    }
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int p = 0; p < points; p++) {
      west = Math.min(west, data.points.get(2 * p));
      east = Math.max(east, data.points.get(2 * p));
      south = Math.min(south, data.points.get(2 * p + 1));
      north = Math.max(north, data.points.get(2 * p + 1));
    }
    double cos = Math.max(0.05, Math.cos(Math.toRadians((south / 2 + north / 2) / 1e7)));
    double width = ((double) east - west) * METERS_PER_UNIT * cos;
    double height = ((double) north - south) * METERS_PER_UNIT;
    // Some pieces a cell: with fewer, most of the index would be the offsets of empty cells.
    double cell =
        Math.max(SMALLEST_CELL_METERS, Math.sqrt(PIECES_PER_CELL * width * height / points));
    // A long thin network must not ask for more cells than pieces either.
    cell = Math.max(cell, Math.max(width, height) / (points + 16.0));
    int cellLon = (int) Math.min(1e9, Math.ceil(cell / METERS_PER_UNIT / cos));
    int cellLat = (int) Math.min(1e9, Math.ceil(cell / METERS_PER_UNIT));
    int columns = (int) (((long) east - west) / cellLon) + 1;
    int rows = (int) (((long) north - south) / cellLat) + 1;
    int[] offsets = new int[Math.addExact(Math.multiplyExact(columns, rows), 1)];
    EdgeGrid grid =
        new EdgeGrid(west, south, cellLon, cellLat, columns, rows, EMPTY.offsets(), EMPTY.pieces());
    grid.forEachPiece(data, (piece, cellIndex) -> offsets[cellIndex + 1]++);
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = Math.addExact(offsets[i], offsets[i - 1]);
    }
    int[] next = offsets.clone();
    int[] pieces = new int[offsets[offsets.length - 1]];
    grid.forEachPiece(data, (piece, cellIndex) -> pieces[next[cellIndex]++] = piece);
    return new EdgeGrid(
        west,
        south,
        cellLon,
        cellLat,
        columns,
        rows,
        IntBuffer.wrap(offsets),
        IntBuffer.wrap(pieces));
  }

  private interface PieceInCell {
    void accept(int piece, int cell);
  }

  private void forEachPiece(GraphData data, PieceInCell visitor) {
    for (int e = 0; e < data.edgeFrom.capacity(); e++) {
      for (int p = data.pointOffset.get(e); p < data.pointOffset.get(e + 1) - 1; p++) {
        int piece = p;
        forEachCell(data.points, p, cell -> visitor.accept(piece, cell));
      }
    }
  }

  /** Visits the cells that a piece crosses: row by row, the columns between its borders there. */
  private void forEachCell(IntBuffer points, int piece, IntConsumer visitor) {
    double x0 = (double) points.get(2 * piece) - west;
    double y0 = (double) points.get(2 * piece + 1) - south;
    double x1 = (double) points.get(2 * piece + 2) - west;
    double y1 = (double) points.get(2 * piece + 3) - south;
    int rowLow = (int) (Math.min(y0, y1) / cellLat);
    int rowHigh = (int) (Math.max(y0, y1) / cellLat);
    int columnLow = (int) (Math.min(x0, x1) / cellLon);
    int columnHigh = (int) (Math.max(x0, x1) / cellLon);
    for (int row = rowLow; row <= rowHigh; row++) {
      int first = columnLow;
      int last = columnHigh;
      if (rowLow != rowHigh && columnLow != columnHigh) {
        double a = xAt((double) row * cellLat, x0, y0, x1, y1);
        double b = xAt((row + 1.0) * cellLat, x0, y0, x1, y1);
        // One unit of slack keeps rounding from losing a cell that is only touched.
        first = Math.max(columnLow, (int) Math.floor((Math.min(a, b) - 1) / cellLon));
        last = Math.min(columnHigh, (int) Math.floor((Math.max(a, b) + 1) / cellLon));
      }
      for (int column = first; column <= last; column++) {
        visitor.accept(row * columns + column);
      }
    }
  }

  private static double xAt(double y, double x0, double y0, double x1, double y1) {
    double t = Math.max(0, Math.min(1, (y - y0) / (y1 - y0)));
    return x0 + t * (x1 - x0);
  }
}
