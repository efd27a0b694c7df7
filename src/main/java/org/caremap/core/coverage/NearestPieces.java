package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.Snapped;

/**
 * The nearest street piece of every sample of a lattice, by the snapper's rule: distance plus the
 * handicap of fragments. Samples beside a piece are measured first, then pieces spread from
 * neighbour to neighbour in scans to and fro (vector distance transform, Danielsson, 1980). Pieces
 * from outside enter over the border, whose samples ask the snapper: the places nearest to a piece
 * form a region seen from it in straight lines, so whatever lies inside has come over the border.
 */
final class NearestPieces {
  private static final int BORDER_STRIDE = 2;

  private final Lattice lattice;
  private final LocalStreets streets;
  private final int[] piece;
  private final double[] score;

  NearestPieces(
      Lattice lattice,
      LocalStreets streets,
      EdgeSnapper snapper,
      LocalProjection projection,
      double limitMeters,
      boolean stepsAllowed) {
    this.lattice = lattice;
    this.streets = streets;
    piece = new int[lattice.size()];
    Arrays.fill(piece, -1);
    score = new double[lattice.size()];
    Arrays.fill(score, Double.POSITIVE_INFINITY);
    for (int p = 0; p < streets.pieceCount(); p++) {
      seed(p);
    }
    seedBorder(snapper, projection, limitMeters, stepsAllowed);
    spread();
  }

  /** Nearest piece of a sample, or -1 if there is none within the limit. */
  int piece(int sample) {
    return piece[sample];
  }

  private void seed(int p) {
    double dx = streets.endX(p) - streets.startX(p);
    double dy = streets.endY(p) - streets.startY(p);
    int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / lattice.cell());
    for (int i = 0; i <= steps; i++) {
      double t = steps == 0 ? 0 : (double) i / steps;
      int column = column(streets.startX(p) + t * dx);
      int row = row(streets.startY(p) + t * dy);
      if (column < -1 || row < -1 || column > lattice.columns() || row > lattice.rows()) {
        continue;
      }
      for (int r = Math.max(0, row); r <= Math.min(lattice.rows() - 1, row + 1); r++) {
        for (int c = Math.max(0, column); c <= Math.min(lattice.columns() - 1, column + 1); c++) {
          offer(r * lattice.columns() + c, p, lattice.x(c), lattice.y(r));
        }
      }
    }
  }

  private int column(double x) {
    return (int) Math.floor((x - lattice.west()) / lattice.cell());
  }

  private int row(double y) {
    return (int) Math.floor((y - lattice.south()) / lattice.cell());
  }

  private void seedBorder(
      EdgeSnapper snapper, LocalProjection projection, double limitMeters, boolean stepsAllowed) {
    int lastColumn = lattice.columns() - 1;
    int lastRow = lattice.rows() - 1;
    for (int row = 0; row <= lastRow; row++) {
      boolean rim = row == 0 || row == lastRow;
      if (!rim && row % BORDER_STRIDE != 0) {
        continue;
      }
      for (int column = 0; column <= lastColumn; column += rim ? BORDER_STRIDE : lastColumn) {
        double x = lattice.x(column);
        double y = lattice.y(row);
        if (snapper.snap(projection.lon(x), projection.lat(y), limitMeters, stepsAllowed)
            instanceof Snapped on) {
          // Planar and walked lengths differ by a hair: at a bend the neighbour may be nearer.
          int nearest = streets.pieceAt(on.edge(), on.alongMeters());
          for (int p = nearest - 1; p <= nearest + 1; p++) {
            if (streets.areNeighbours(nearest, p)) {
              offer(row * lattice.columns() + column, p, x, y);
            }
          }
        }
      }
    }
  }

  private void spread() {
    int columns = lattice.columns();
    int rows = lattice.rows();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        takeFromRow(column, row, row - 1);
        takeFrom(column, row, column - 1, row);
      }
      for (int column = columns - 1; column >= 0; column--) {
        takeFrom(column, row, column + 1, row);
      }
    }
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        takeFromRow(column, row, row + 1);
        takeFrom(column, row, column + 1, row);
      }
      for (int column = 0; column < columns; column++) {
        takeFrom(column, row, column - 1, row);
      }
    }
  }

  private void takeFromRow(int column, int row, int fromRow) {
    takeFrom(column, row, column - 1, fromRow);
    takeFrom(column, row, column, fromRow);
    takeFrom(column, row, column + 1, fromRow);
  }

  private void takeFrom(int column, int row, int fromColumn, int fromRow) {
    if (fromColumn < 0
        || fromRow < 0
        || fromColumn >= lattice.columns()
        || fromRow >= lattice.rows()) {
      return;
    }
    int sample = row * lattice.columns() + column;
    int offered = piece[fromRow * lattice.columns() + fromColumn];
    if (offered >= 0 && offered != piece[sample]) {
      offer(sample, offered, lattice.x(column), lattice.y(row));
    }
  }

  private void offer(int sample, int p, double x, double y) {
    double total = streets.access(p, x, y) + streets.handicap(p);
    if (total < score[sample] || (total == score[sample] && p < piece[sample])) {
      score[sample] = total;
      piece[sample] = p;
    }
  }
}
