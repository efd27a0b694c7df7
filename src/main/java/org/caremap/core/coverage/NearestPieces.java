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
  private double perCell = 1 / lattice.cell();
  private int[] piece = new int[8192];
  // Squared, so that most comparisons need no root.
  private double[] score = new double[8192];

  NearestPieces(LocalStreets streets) {
    this.streets = streets;
  }

  void reset(Lattice samples) {
    lattice = samples;
    perCell = 1 / lattice.cell();
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
    double[] geometry = streets.geometry();
    int at = LocalStreets.STRIDE * p;
    double startX = geometry[at + LocalStreets.X];
    double startY = geometry[at + LocalStreets.Y];
    double dx = geometry[at + LocalStreets.DELTA_X];
    double dy = geometry[at + LocalStreets.DELTA_Y];
    double perSquaredMeter = geometry[at + LocalStreets.PER_SQUARED_METER];
    double handicap = geometry[at + LocalStreets.HANDICAP];
    double cell = lattice.cell();
    double radius = cell;
    int firstRow = firstRow(minY - radius);
    int lastRow = lastRow(maxY + radius);
    boolean slanted = maxX - minX > radius && maxY - minY > radius;
    double slope = dx / dy;
    for (int row = firstRow; row <= lastRow; row++) {
      double y = lattice.y(row);
      double apart = y < minY ? minY - y : y > maxY ? y - maxY : 0;
      double beside = Math.sqrt(Math.max(0, radius * radius - apart * apart));
      double low = minX;
      double high = maxX;
      if (slanted) {
        // Only the part of the piece near this row counts.
        double a = startX + slope * (Math.max(minY, Math.min(maxY, y - radius)) - startY);
        double b = startX + slope * (Math.max(minY, Math.min(maxY, y + radius)) - startY);
        low = Math.min(a, b);
        high = Math.max(a, b);
      }
      int first = firstColumn(low - beside);
      int last = lastColumn(high + beside);
      double fromY = y - startY;
      double fromX = lattice.x(first) - startX;
      int sample = row * lattice.columns() + first;
      for (int column = first; column <= last; column++, sample++, fromX += cell) {
        double t = (fromX * dx + fromY * dy) * perSquaredMeter;
        t = Math.max(0, Math.min(t, 1));
        double awayX = fromX - t * dx;
        double awayY = fromY - t * dy;
        double total = awayX * awayX + awayY * awayY;
        if (total < score[sample]) {
          take(sample, p, total, handicap);
        }
      }
    }
  }

  private void take(int sample, int p, double squared, double handicap) {
    double total = squared;
    if (handicap > 0) {
      double sum = Math.sqrt(squared) + handicap;
      total = sum * sum;
    }
    if (total < score[sample]) {
      score[sample] = total;
      piece[sample] = p;
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
    return Math.max(0, (int) Math.ceil((x - lattice.west()) * perCell));
  }

  private int lastColumn(double x) {
    return Math.min(lattice.columns() - 1, (int) Math.floor((x - lattice.west()) * perCell));
  }

  private int firstRow(double y) {
    return Math.max(0, (int) Math.ceil((y - lattice.south()) * perCell));
  }

  private int lastRow(double y) {
    return Math.min(lattice.rows() - 1, (int) Math.floor((y - lattice.south()) * perCell));
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
          takeFrom(s, s - columns, s - 1, lattice.x(s - start), y);
        }
      }
      for (int s = start + columns - 2; s > start; s--) {
        if (piece[s + 1] != piece[s] && score[s] > settled && piece[s + 1] >= 0) {
          offer(s, piece[s + 1], lattice.x(s - start), y);
        }
      }
    }
    for (int row = rows - 2; row > 0; row--) {
      double y = lattice.y(row);
      int start = row * columns;
      for (int s = start + columns - 2; s > start; s--) {
        if (score[s] > settled) {
          takeFrom(s, s + columns, s + 1, lattice.x(s - start), y);
        }
      }
      for (int s = start + 1; s < start + columns - 1; s++) {
        if (piece[s - 1] != piece[s] && score[s] > settled && piece[s - 1] >= 0) {
          offer(s, piece[s - 1], lattice.x(s - start), y);
        }
      }
    }
  }

  /** Offers the pieces of the three neighbours in the next row and of the one beside, each once. */
  private void takeFrom(int sample, int above, int beside, double x, double y) {
    int middle = piece[above];
    int left = piece[above - 1];
    int right = piece[above + 1];
    int side = piece[beside];
    if (middle >= 0 && middle != piece[sample]) {
      offer(sample, middle, x, y);
    }
    if (left >= 0 && left != middle && left != piece[sample]) {
      offer(sample, left, x, y);
    }
    if (right >= 0 && right != middle && right != left && right != piece[sample]) {
      offer(sample, right, x, y);
    }
    if (side >= 0 && side != middle && side != left && side != right && side != piece[sample]) {
      offer(sample, side, x, y);
    }
  }

  private void offer(int sample, int p, double x, double y) {
    double[] geometry = streets.geometry();
    int at = LocalStreets.STRIDE * p;
    double fromX = x - geometry[at + LocalStreets.X];
    double fromY = y - geometry[at + LocalStreets.Y];
    double dx = geometry[at + LocalStreets.DELTA_X];
    double dy = geometry[at + LocalStreets.DELTA_Y];
    double t = (fromX * dx + fromY * dy) * geometry[at + LocalStreets.PER_SQUARED_METER];
    t = Math.max(0, Math.min(t, 1));
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    double total = awayX * awayX + awayY * awayY;
    if (total < score[sample]) {
      take(sample, p, total, geometry[at + LocalStreets.HANDICAP]);
    }
  }
}
