package org.caremap.core.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.caremap.core.geo.GreatCircle;

/**
 * Finds the nearest street piece of every sample of a tile, by the snapper's rule: distance plus
 * the handicap of fragments. Samples within a cell of a piece are measured, which settles them;
 * pieces then spread from neighbour to neighbour over the others in scans to and fro (vector
 * distance transform, Danielsson, 1980). A rim of samples around the tile takes the pieces outside:
 * the places nearest to a piece form a region seen from it in straight lines, so whatever lies
 * inside has come over the rim. Scratch of one thread.
 */
final class StreetTileBuilder {
  private static final double METERS_PER_UNIT =
      Math.toRadians(1) * GreatCircle.EARTH_RADIUS_METERS / FixedPoint.UNITS_PER_DEGREE;
  private static final double FIRST_LOOK_METERS = 60;

  // Bends that stray less than this from a straight line are left out: finer than the picture.
  private static final double STRAIGHT_METERS = 1;

  private static final int SIDE = StreetTile.SIDE;
  private static final int COLUMNS = SIDE + 2;
  private static final int SAMPLES = COLUMNS * COLUMNS;

  // Entries a piece: x, y, delta x, delta y, share, share delta, handicap, 1 / squared length.
  private static final int STRIDE = StreetTile.STRIDE;
  private static final int SHARE = 4;
  private static final int SHARE_DELTA = 5;
  private static final int HANDICAP = 6;
  private static final int PER_SQUARED_METER = 7;

  private final GraphData data;
  private final IntPredicate isStreet;
  private final IntToDoubleFunction handicapMeters;

  private double[] geometry = new double[STRIDE * 256];
  private int[] edgeOfPiece = new int[256];
  private int pieces;
  private int[] found = new int[1024];

  private final int[] piece = new int[SAMPLES];
  // Squared, so that most comparisons need no root.
  private final double[] score = new double[SAMPLES];

  // Of the tile under way: where its first sample is, in units; metres a unit; metres a cell.
  private double originLon;
  private double originLat;
  private double metersPerLonUnit;
  private double cellX;
  private double cellY;

  StreetTileBuilder(GraphData data, IntPredicate isStreet, IntToDoubleFunction handicapMeters) {
    this.data = data;
    this.isStreet = isStreet;
    this.handicapMeters = handicapMeters;
  }

  StreetTile build(
      double lon,
      double lat,
      double stepLon,
      double stepLat,
      double metersPerDegreeLon,
      double limitMeters) {
    originLon = lon * FixedPoint.UNITS_PER_DEGREE;
    originLat = lat * FixedPoint.UNITS_PER_DEGREE;
    metersPerLonUnit = metersPerDegreeLon / FixedPoint.UNITS_PER_DEGREE;
    cellX = stepLon * metersPerDegreeLon;
    cellY = stepLat * FixedPoint.UNITS_PER_DEGREE * METERS_PER_UNIT;
    find(FIRST_LOOK_METERS);
    double needed = neededMeters();
    // Beyond the limit nobody snaps; within it a piece with a handicap may win until this far.
    double most = limitMeters + EdgeSnapper.MOST_HANDICAP_METERS;
    double look = Math.min(needed, most);
    if (look > FIRST_LOOK_METERS) {
      find(look);
    }
    return tile(metersPerDegreeLon, needed <= most ? Double.POSITIVE_INFINITY : limitMeters);
  }

  private void find(double meters) {
    pieces = 0;
    Arrays.fill(piece, -1);
    Arrays.fill(score, Double.POSITIVE_INFINITY);
    gather(meters);
    seed(meters);
    spread();
  }

  /** How far around the tile streets can lie that are nearer to a sample than what it has. */
  private double neededMeters() {
    double most = 0;
    for (int row = 1; row <= SIDE; row++) {
      double rowsAway = (Math.min(row, SIDE + 1 - row) - 1) * cellY;
      for (int column = 1; column <= SIDE; column++) {
        double away = Math.min(rowsAway, (Math.min(column, SIDE + 1 - column) - 1) * cellX);
        double beyond = most + away;
        if (score[row * COLUMNS + column] > beyond * beyond) {
          most = Math.sqrt(score[row * COLUMNS + column]) - away;
        }
      }
    }
    return most;
  }

  private StreetTile tile(double metersPerDegreeLon, double limitMeters) {
    int[] number = new int[pieces];
    for (int row = 1; row <= SIDE; row++) {
      for (int s = row * COLUMNS + 1; s <= row * COLUMNS + SIDE; s++) {
        if (piece[s] >= 0) {
          number[piece[s]] = 1;
        }
      }
    }
    int used = 0;
    int distinct = 0;
    int[] edges = new int[pieces];
    int[] edgeOf = new int[pieces];
    float[] kept = new float[StreetTile.STRIDE * pieces];
    for (int p = 0; p < pieces; p++) {
      if (number[p] == 1) {
        if (distinct == 0 || edges[distinct - 1] != edgeOfPiece[p]) {
          edges[distinct++] = edgeOfPiece[p];
        }
        for (int i = 0; i < StreetTile.STRIDE; i++) {
          kept[StreetTile.STRIDE * used + i] = (float) geometry[STRIDE * p + i];
        }
        edgeOf[used] = distinct - 1;
        number[p] = used++;
      }
    }
    long[] samples = new long[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int s = (row + 1) * COLUMNS + column + 1;
        int at = row * SIDE + column;
        int p = piece[s];
        if (p < 0) {
          samples[at] = StreetTile.sample(StreetTile.NONE, 0, Double.POSITIVE_INFINITY);
        } else {
          int g = STRIDE * p;
          double t =
              ((column * cellX - geometry[g]) * geometry[g + 2]
                      + (row * cellY - geometry[g + 1]) * geometry[g + 3])
                  * geometry[g + PER_SQUARED_METER];
          t = Math.max(0, Math.min(t, 1));
          double part = geometry[g + SHARE] + t * geometry[g + SHARE_DELTA];
          double access = Math.sqrt(score[s]) - geometry[g + HANDICAP];
          samples[at] = StreetTile.sample(number[p], Math.max(0, Math.min(part, 1)), access);
        }
      }
    }
    return new StreetTile(
        metersPerDegreeLon,
        samples,
        Arrays.copyOf(edges, distinct),
        Arrays.copyOf(edgeOf, used),
        Arrays.copyOf(kept, StreetTile.STRIDE * used),
        limitMeters);
  }

  /** Adds the pieces within some metres of the tile. */
  private void gather(double meters) {
    double west = -meters;
    double south = -meters;
    double east = (SIDE - 1) * cellX + meters;
    double north = (SIDE - 1) * cellY + meters;
    int count = edgesIn(west, south, east, north);
    for (int i = 0; i < count; i++) {
      if ((i == 0 || found[i] != found[i - 1]) && isStreet.test(found[i])) {
        addEdge(found[i], meters);
      }
    }
  }

  /** Edges of the grid cells under a box, in order, possibly repeated. */
  private int edgesIn(double west, double south, double east, double north) {
    EdgeGrid grid = data.grid;
    int columnLow = cell(originLon + west / metersPerLonUnit - grid.west(), grid.cellLon());
    int columnHigh = cell(originLon + east / metersPerLonUnit - grid.west(), grid.cellLon());
    int rowLow = cell(originLat + south / METERS_PER_UNIT - grid.south(), grid.cellLat());
    int rowHigh = cell(originLat + north / METERS_PER_UNIT - grid.south(), grid.cellLat());
    int low = Math.max(0, columnLow);
    int high = Math.min(grid.columns() - 1, columnHigh);
    int count = 0;
    for (int row = Math.max(0, rowLow);
        low <= high && row <= Math.min(grid.rows() - 1, rowHigh);
        row++) {
      // The cells of a row lie one after the other, and so do their pieces.
      int end = grid.offsets().get(row * grid.columns() + high + 1);
      for (int i = grid.offsets().get(row * grid.columns() + low); i < end; i++) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = grid.pieces().get(i);
      }
    }
    Arrays.sort(found, 0, count);
    IntBuffer offsets = data.pointOffset;
    int last = -1;
    int edges = 0;
    int end = 0;
    for (int i = 0; i < count; i++) {
      if (last < 0 || found[i] >= end) {
        last = EdgeSnapper.edgeOfPiece(data, found[i]);
        end = offsets.get(last + 1);
        found[edges++] = last;
      }
    }
    return edges;
  }

  private static int cell(double offset, int size) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(1e9, Math.floor(offset / size)));
  }

  private double x(int point) {
    return (data.points.get(2 * point) - originLon) * metersPerLonUnit;
  }

  private double y(int point) {
    return (data.points.get(2 * point + 1) - originLat) * METERS_PER_UNIT;
  }

  /** Adds an edge's pieces, joining those that go straight on. */
  private void addEdge(int edge, double meters) {
    int first = data.pointOffset.get(edge);
    int end = data.pointOffset.get(edge + 1);
    int from = pieces;
    double handicap = handicapMeters.applyAsDouble(edge);
    double planar = 0;
    double planarFrom = 0;
    double strayed = 0;
    double fromX = x(first);
    double fromY = y(first);
    double bendX = fromX;
    double bendY = fromY;
    for (int point = first + 1; point < end; point++) {
      double x = x(point);
      double y = y(point);
      if (point > first + 1) {
        strayed += stray(fromX, fromY, bendX, bendY, x, y);
        if (strayed > STRAIGHT_METERS) {
          if (isWithin(fromX, fromY, bendX, bendY, meters)) {
            add(edge, fromX, fromY, bendX, bendY, planarFrom, planar - planarFrom, handicap);
          }
          fromX = bendX;
          fromY = bendY;
          planarFrom = planar;
          strayed = 0;
        }
      }
      planar += Math.sqrt((x - bendX) * (x - bendX) + (y - bendY) * (y - bendY));
      bendX = x;
      bendY = y;
    }
    if (isWithin(fromX, fromY, bendX, bendY, meters)) {
      add(edge, fromX, fromY, bendX, bendY, planarFrom, planar - planarFrom, handicap);
    }
    // Shares by planar lengths: they differ from great circles by one factor along an edge.
    double scale = planar == 0 ? 0 : 1 / planar;
    for (int p = from; p < pieces; p++) {
      geometry[STRIDE * p + SHARE] *= scale;
      geometry[STRIDE * p + SHARE_DELTA] *= scale;
    }
  }

  /** Whether a piece touches a box so many metres around the tile. */
  private boolean isWithin(double x0, double y0, double x1, double y1, double meters) {
    return Math.max(x0, x1) >= -meters
        && Math.min(x0, x1) <= (SIDE - 1) * cellX + meters
        && Math.max(y0, y1) >= -meters
        && Math.min(y0, y1) <= (SIDE - 1) * cellY + meters;
  }

  /**
   * How far a line strays that goes straight on from its start to a new end, not over a bend. What
   * an earlier bend strayed from the line to this one adds to it, so the sum is an upper bound.
   */
  private static double stray(
      double fromX, double fromY, double bendX, double bendY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double bx = bendX - fromX;
    double by = bendY - fromY;
    double squared = dx * dx + dy * dy;
    double ahead = dx * bx + dy * by;
    // Turning back is never straight, least of all to where the line started.
    return ahead < 0 || ahead >= squared
        ? Double.POSITIVE_INFINITY
        : Math.abs(dx * by - dy * bx) / Math.sqrt(squared);
  }

  private void add(
      int edge,
      double x0,
      double y0,
      double x1,
      double y1,
      double share,
      double shareMore,
      double handicap) {
    if (pieces == edgeOfPiece.length) {
      geometry = Arrays.copyOf(geometry, 2 * geometry.length);
      edgeOfPiece = Arrays.copyOf(edgeOfPiece, 2 * pieces);
    }
    edgeOfPiece[pieces] = edge;
    int at = STRIDE * pieces++;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    geometry[at] = x0;
    geometry[at + 1] = y0;
    geometry[at + 2] = dx;
    geometry[at + 3] = dy;
    geometry[at + SHARE] = share;
    geometry[at + SHARE_DELTA] = shareMore;
    geometry[at + HANDICAP] = handicap;
    geometry[at + PER_SQUARED_METER] = squared == 0 ? 0 : 1 / squared;
  }

  /** Offers pieces to the samples beside them, and those outside to the rim. */
  private void seed(double outsideMeters) {
    for (int p = 0; p < pieces; p++) {
      int at = STRIDE * p;
      double minX = geometry[at] + Math.min(0, geometry[at + 2]);
      double maxX = geometry[at] + Math.max(0, geometry[at + 2]);
      double minY = geometry[at + 1] + Math.min(0, geometry[at + 3]);
      double maxY = geometry[at + 1] + Math.max(0, geometry[at + 3]);
      double east = SIDE * cellX;
      double north = SIDE * cellY;
      // A piece that leaves the tile may be nearest beside the part outside, too.
      if (minX < -cellX || maxX > east || minY < -cellY || maxY > north) {
        offerToRim(p, minX, minY, maxX, maxY, outsideMeters + 2 * cellY);
      }
      if (maxX >= -cellX && minX <= east && maxY >= -cellY && minY <= north) {
        offerAround(p, minX, minY, maxX, maxY);
      }
    }
  }

  private void offerAround(int p, double minX, double minY, double maxX, double maxY) {
    int at = STRIDE * p;
    double startX = geometry[at];
    double startY = geometry[at + 1];
    double dx = geometry[at + 2];
    double dy = geometry[at + 3];
    double perSquaredMeter = geometry[at + PER_SQUARED_METER];
    double handicap = geometry[at + HANDICAP];
    double radius = Math.max(cellX, cellY);
    int firstRow = first(minY - radius, cellY);
    int lastRow = last(maxY + radius, cellY);
    boolean slanted = maxX - minX > radius && maxY - minY > radius;
    double slope = dx / dy;
    for (int row = firstRow; row <= lastRow; row++) {
      double y = (row - 1) * cellY;
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
      int first = first(low - beside, cellX);
      int last = last(high + beside, cellX);
      double fromY = y - startY;
      double fromX = (first - 1) * cellX - startX;
      int sample = row * COLUMNS + first;
      for (int column = first; column <= last; column++, sample++, fromX += cellX) {
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

  private void offerToRim(
      int p, double minX, double minY, double maxX, double maxY, double radius) {
    int firstRow = first(minY - radius, cellY);
    int lastRow = last(maxY + radius, cellY);
    int first = first(minX - radius, cellX);
    int last = last(maxX + radius, cellX);
    for (int row = firstRow; row <= lastRow; row++) {
      int start = row * COLUMNS;
      double y = (row - 1) * cellY;
      if (row == 0 || row == COLUMNS - 1) {
        for (int column = first; column <= last; column++) {
          offer(start + column, p, (column - 1) * cellX, y);
        }
      } else {
        if (first == 0 && last >= 0) {
          offer(start, p, -cellX, y);
        }
        if (last == COLUMNS - 1 && first < COLUMNS) {
          offer(start + COLUMNS - 1, p, SIDE * cellX, y);
        }
      }
    }
  }

  private static int first(double metres, double cell) {
    return (int) Math.max(0, Math.min(COLUMNS, Math.ceil(metres / cell) + 1));
  }

  private static int last(double metres, double cell) {
    return (int) Math.min(COLUMNS - 1, Math.max(-1, Math.floor(metres / cell) + 1));
  }

  /** Fills the samples that {@link #seed} has not settled. */
  private void spread() {
    // No fragment scores below this either: the handicap is more than a cell, and where cells are
    // larger than that a fragment's own samples were measured too.
    double settled = cellX * cellX;
    for (int row = 1; row <= SIDE; row++) {
      double y = (row - 1) * cellY;
      int start = row * COLUMNS;
      for (int s = start + 1; s <= start + SIDE; s++) {
        if (score[s] > settled) {
          takeFrom(s, s - COLUMNS, s - 1, (s - start - 1) * cellX, y);
        }
      }
      for (int s = start + SIDE; s > start; s--) {
        if (piece[s + 1] != piece[s] && score[s] > settled && piece[s + 1] >= 0) {
          offer(s, piece[s + 1], (s - start - 1) * cellX, y);
        }
      }
    }
    for (int row = SIDE; row > 0; row--) {
      double y = (row - 1) * cellY;
      int start = row * COLUMNS;
      for (int s = start + SIDE; s > start; s--) {
        if (score[s] > settled) {
          takeFrom(s, s + COLUMNS, s + 1, (s - start - 1) * cellX, y);
        }
      }
      for (int s = start + 1; s <= start + SIDE; s++) {
        if (piece[s - 1] != piece[s] && score[s] > settled && piece[s - 1] >= 0) {
          offer(s, piece[s - 1], (s - start - 1) * cellX, y);
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
    int at = STRIDE * p;
    double fromX = x - geometry[at];
    double fromY = y - geometry[at + 1];
    double dx = geometry[at + 2];
    double dy = geometry[at + 3];
    double t = (fromX * dx + fromY * dy) * geometry[at + PER_SQUARED_METER];
    t = Math.max(0, Math.min(t, 1));
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    double total = awayX * awayX + awayY * awayY;
    if (total < score[sample]) {
      take(sample, p, total, geometry[at + HANDICAP]);
    }
  }
}
