package org.caremap.core.coverage;

import java.util.Arrays;

/**
 * The nearest street piece of every sample of a lattice, by the snapper's rule: distance plus the
 * handicap of fragments. Samples within a cell of a piece are measured, which settles them; pieces
 * then spread from neighbour to neighbour over the others in scans to and fro (vector distance
 * transform, Danielsson, 1980). Pieces from outside enter over the border: the places nearest to a
 * piece form a region seen from it in straight lines, so whatever lies inside has come over the
 * border. Scratch of one thread.
 */
final class NearestPieces {
  private Lattice lattice = Lattice.over(0, 0, 0, 0);
  private final LocalStreets streets;
  private int[] piece = new int[8192];
  // Squared, so that most comparisons need no root.
  private double[] score = new double[8192];

  NearestPieces(LocalStreets streets) {
    this.streets = streets;
  }

  void reset(Lattice samples) {
    lattice = samples;
    if (piece.length < lattice.size()) {
      piece = new int[lattice.size()];
      score = new double[lattice.size()];
    }
    Arrays.fill(piece, 0, lattice.size(), -1);
    Arrays.fill(score, 0, lattice.size(), Double.POSITIVE_INFINITY);
  }

  /** Nearest piece of a sample, or -1 if there is none about. */
  int piece(int sample) {
    return piece[sample];
  }

  /** Squared distance plus handicap of the nearest piece. */
  double scoreSquared(int sample) {
    return score[sample];
  }

  /**
   * Offers pieces to the samples beside them, and those outside the lattice to its border.
   *
   * @param from first piece
   * @param outsideMeters how far pieces outside may lie
   */
  void seed(int from, double outsideMeters) {
    for (int p = from; p < streets.pieceCount(); p++) {
      double minX = Math.min(streets.startX(p), streets.endX(p));
      double maxX = Math.max(streets.startX(p), streets.endX(p));
      double minY = Math.min(streets.startY(p), streets.endY(p));
      double maxY = Math.max(streets.startY(p), streets.endY(p));
      if (maxX < lattice.west()
          || minX > lattice.east()
          || maxY < lattice.south()
          || minY > lattice.north()) {
        offerToBorder(p, minX, minY, maxX, maxY, outsideMeters + lattice.cell());
      } else {
        offerAround(p, minX, minY, maxX, maxY);
      }
    }
  }

  private void offerAround(int p, double minX, double minY, double maxX, double maxY) {
    double radius = lattice.cell();
    int firstRow = firstRow(minY - radius);
    int lastRow = lastRow(maxY + radius);
    int firstColumn = firstColumn(minX - radius);
    int lastColumn = lastColumn(maxX + radius);
    boolean slanted = maxX - minX > 3 * radius && maxY - minY > radius;
    double slope = (streets.endX(p) - streets.startX(p)) / (streets.endY(p) - streets.startY(p));
    for (int row = firstRow; row <= lastRow; row++) {
      double y = lattice.y(row);
      int first = firstColumn;
      int last = lastColumn;
      if (slanted) {
        double low = Math.max(minY, Math.min(maxY, y - radius));
        double high = Math.max(minY, Math.min(maxY, y + radius));
        double a = streets.startX(p) + slope * (low - streets.startY(p));
        double b = streets.startX(p) + slope * (high - streets.startY(p));
        first = Math.max(first, firstColumn(Math.min(a, b) - radius));
        last = Math.min(last, lastColumn(Math.max(a, b) + radius));
      }
      for (int column = first; column <= last; column++) {
        offer(row * lattice.columns() + column, p, lattice.x(column), y);
      }
    }
  }

  private void offerToBorder(
      int p, double minX, double minY, double maxX, double maxY, double radius) {
    int firstRow = firstRow(minY - radius);
    int lastRow = lastRow(maxY + radius);
    int first = firstColumn(minX - radius);
    int last = lastColumn(maxX + radius);
    int right = lattice.columns() - 1;
    for (int row = firstRow; row <= lastRow; row++) {
      int start = row * lattice.columns();
      if (row == 0 || row == lattice.rows() - 1) {
        for (int column = first; column <= last; column++) {
          offer(start + column, p, lattice.x(column), lattice.y(row));
        }
      } else {
        if (first == 0 && last >= 0) {
          offer(start, p, lattice.x(0), lattice.y(row));
        }
        if (last == right && first <= right) {
          offer(start + right, p, lattice.x(right), lattice.y(row));
        }
      }
    }
  }

  private int firstColumn(double x) {
    return (int) Math.max(0, Math.ceil((x - lattice.west()) / lattice.cell()));
  }

  private int lastColumn(double x) {
    return (int) Math.min(lattice.columns() - 1, Math.floor((x - lattice.west()) / lattice.cell()));
  }

  private int firstRow(double y) {
    return (int) Math.max(0, Math.ceil((y - lattice.south()) / lattice.cell()));
  }

  private int lastRow(double y) {
    return (int) Math.min(lattice.rows() - 1, Math.floor((y - lattice.south()) / lattice.cell()));
  }

  /** Fills the samples that {@link #seed} has not settled. */
  void spread() {
    int columns = lattice.columns();
    int rows = lattice.rows();
    // No fragment scores below this either: the handicap is more than a cell, and where cells are
    // larger than that a fragment's own samples were measured too.
    double settled = lattice.cell() * lattice.cell();
    for (int row = 1; row + 1 < rows; row++) {
      double y = lattice.y(row);
      int start = row * columns;
      for (int s = start + 1; s < start + columns - 1; s++) {
        if (score[s] > settled) {
          double x = lattice.x(s - start);
          take(s, s - columns - 1, x, y);
          take(s, s - columns, x, y);
          take(s, s - columns + 1, x, y);
          take(s, s - 1, x, y);
        }
      }
      for (int s = start + columns - 2; s > start; s--) {
        if (score[s] > settled && piece[s + 1] != piece[s]) {
          take(s, s + 1, lattice.x(s - start), y);
        }
      }
    }
    for (int row = rows - 2; row > 0; row--) {
      double y = lattice.y(row);
      int start = row * columns;
      for (int s = start + columns - 2; s > start; s--) {
        if (score[s] > settled) {
          double x = lattice.x(s - start);
          take(s, s + columns + 1, x, y);
          take(s, s + columns, x, y);
          take(s, s + columns - 1, x, y);
          take(s, s + 1, x, y);
        }
      }
      for (int s = start + 1; s < start + columns - 1; s++) {
        if (score[s] > settled && piece[s - 1] != piece[s]) {
          take(s, s - 1, lattice.x(s - start), y);
        }
      }
    }
  }

  private void take(int sample, int from, double x, double y) {
    int offered = piece[from];
    if (offered >= 0 && offered != piece[sample]) {
      offer(sample, offered, x, y);
    }
  }

  private void offer(int sample, int p, double x, double y) {
    double total = streets.accessSquared(p, x, y);
    double handicap = streets.handicap(p);
    if (handicap > 0) {
      double sum = Math.sqrt(total) + handicap;
      total = sum * sum;
    }
    if (total < score[sample]) {
      score[sample] = total;
      piece[sample] = p;
    }
  }
}
