package org.caremap.core.graph;

import java.nio.IntBuffer;
import org.caremap.core.geo.GreatCircle;

/**
 * One search for the nearest edge: rings of grid cells around the place, until nothing outside the
 * rings can win. Belongs to one thread.
 */
final class SnapSearch {
  // Planar distances are off by less than this up to 50 km, so pruning by them loses nothing.
  private static final double PLANAR_SLACK = 1.02;
  private static final double METERS_PER_UNIT =
      Math.toRadians(1 / FixedPoint.UNITS_PER_DEGREE) * GreatCircle.EARTH_RADIUS_METERS;

  private final EdgeSnapper snapper;
  private final GraphData data;
  private final double lon;
  private final double lat;
  private final double limit;
  private final double fixedLon;
  private final double fixedLat;
  private final double metersPerLonUnit;
  private double score = Double.POSITIVE_INFINITY;
  private double planarLimit;

  /** Best edge so far, or -1. */
  int edge = -1;

  /** First point of the best piece. */
  int piece;

  /** Great-circle distance to the best point. */
  double meters;

  double onLon;
  double onLat;

  SnapSearch(EdgeSnapper snapper, GraphData data, double lon, double lat, double limit) {
    this.snapper = snapper;
    this.data = data;
    this.lon = lon;
    this.lat = lat;
    this.limit = limit;
    fixedLon = lon * FixedPoint.UNITS_PER_DEGREE;
    fixedLat = lat * FixedPoint.UNITS_PER_DEGREE;
    metersPerLonUnit = METERS_PER_UNIT * Math.cos(Math.toRadians(lat));
    planarLimit = limit * PLANAR_SLACK + 0.01;
  }

  void run(EdgeGrid grid) {
    int columns = grid.columns();
    int rows = grid.rows();
    if (columns == 0) {
      return;
    }
    int column = EdgeSnapper.cell(fixedLon - grid.west(), grid.cellLon());
    int row = EdgeSnapper.cell(fixedLat - grid.south(), grid.cellLat());
    int outside = Math.max(Math.max(-column, column - columns + 1), Math.max(-row, row - rows + 1));
    for (int ring = Math.max(0, outside); ; ring++) {
      double nearest = nearestBeyond(grid, column, row, ring - 1);
      // Strictly greater: an equal score may still go to a lower edge, the limit is inclusive.
      if (nearest > limit || nearest > score || nearest == Double.POSITIVE_INFINITY) {
        return;
      }
      int rowLow = Math.max(0, row - ring);
      int rowHigh = Math.min(rows - 1, row + ring);
      for (int r = rowLow; r <= rowHigh; r++) {
        boolean rim = r == row - ring || r == row + ring;
        int step = rim ? 1 : 2 * ring;
        int first = rim || column - ring >= 0 ? Math.max(0, column - ring) : column + ring;
        for (int c = first; c <= Math.min(columns - 1, column + ring); c += step) {
          visit(grid, r * columns + c);
        }
      }
    }
  }

  /** Lower bound, in metres, for anything outside the square of cells of this radius. */
  private double nearestBeyond(EdgeGrid grid, int column, int row, int radius) {
    double least = Double.POSITIVE_INFINITY;
    if (radius < 0) {
      return 0;
    }
    if (column - radius > 0) {
      double border = grid.west() + (double) (column - radius) * grid.cellLon();
      least = Math.min(least, meridian(fixedLon - border));
    }
    if (column + radius < grid.columns() - 1) {
      double border = grid.west() + (column + radius + 1.0) * grid.cellLon();
      least = Math.min(least, meridian(border - fixedLon));
    }
    if (row - radius > 0) {
      double border = grid.south() + (double) (row - radius) * grid.cellLat();
      least = Math.min(least, (fixedLat - border) * METERS_PER_UNIT);
    }
    if (row + radius < grid.rows() - 1) {
      double border = grid.south() + (row + radius + 1.0) * grid.cellLat();
      least = Math.min(least, (border - fixedLat) * METERS_PER_UNIT);
    }
    // A hair less, against rounding; a negative bound means nothing was ruled out yet.
    return least == Double.POSITIVE_INFINITY ? least : Math.max(0, least * 0.999999 - 0.001);
  }

  private double meridian(double units) {
    return units <= 0 ? 0 : GreatCircle.metersToMeridian(lat, units / FixedPoint.UNITS_PER_DEGREE);
  }

  private void visit(EdgeGrid grid, int cell) {
    IntBuffer pieces = grid.pieces();
    for (int i = grid.offsets().get(cell); i < grid.offsets().get(cell + 1); i++) {
      consider(pieces.get(i));
    }
  }

  private void consider(int candidate) {
    IntBuffer xy = data.points;
    int p = 2 * candidate;
    double ax = (xy.get(p) - fixedLon) * metersPerLonUnit;
    double ay = (xy.get(p + 1) - fixedLat) * METERS_PER_UNIT;
    double dx = ((double) xy.get(p + 2) - xy.get(p)) * metersPerLonUnit;
    double dy = ((double) xy.get(p + 3) - xy.get(p + 1)) * METERS_PER_UNIT;
    double squared = dx * dx + dy * dy;
    double t = squared == 0 ? 0 : -(ax * dx + ay * dy) / squared;
    t = t < 0 ? 0 : Math.min(t, 1);
    double px = ax + t * dx;
    double py = ay + t * dy;
    if (px * px + py * py <= planarLimit * planarLimit) {
      compare(candidate, t);
    }
  }

  private void compare(int candidate, double t) {
    IntBuffer xy = data.points;
    int p = 2 * candidate;
    // The ends are taken as stored, so that a place on a junction is at distance 0 of all edges.
    double lonHere =
        t == 1
            ? FixedPoint.degrees(xy.get(p + 2))
            : FixedPoint.degrees(xy.get(p)) + t * ((double) xy.get(p + 2) - xy.get(p)) / 1e7;
    double latHere =
        t == 1
            ? FixedPoint.degrees(xy.get(p + 3))
            : FixedPoint.degrees(xy.get(p + 1))
                + t * ((double) xy.get(p + 3) - xy.get(p + 1)) / 1e7;
    double distance = GreatCircle.meters(lon, lat, lonHere, latHere);
    if (distance > limit || distance > score) {
      return;
    }
    int candidateEdge = EdgeSnapper.edgeOfPiece(data, candidate);
    if (!snapper.isTarget(candidateEdge)) {
      return;
    }
    double total = distance + snapper.handicapMeters(candidateEdge);
    if (total < score
        || (total == score
            && (candidateEdge < edge || (candidateEdge == edge && candidate < piece)))) {
      score = total;
      edge = candidateEdge;
      piece = candidate;
      meters = distance;
      onLon = lonHere;
      onLat = latHere;
      planarLimit = Math.min(limit, score) * PLANAR_SLACK + 0.01;
    }
  }
}
