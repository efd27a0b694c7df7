package org.caremap.core.graph;

import java.nio.IntBuffer;
import org.caremap.core.geo.BoundingBox;

/**
 * Visits the street pieces in and around a box, straight from the graph's grid: for drawings, where
 * finding each edge anew and sorting them would cost more than the drawing.
 */
public final class PieceScan {
  /** Sees one piece of an edge; degrees. */
  public interface Visitor {
    /** Called for each piece, in the order of its edge from {@code lon0, lat0} on. */
    void piece(int edge, double lon0, double lat0, double lon1, double lat1);
  }

  private PieceScan() {}

  /**
   * Visits every piece that crosses or touches a box. Others near it are visited too (those of the
   * grid cells under the box), and one that lies in several cells may be visited once for each.
   *
   * @param graph the network
   * @param box where to look
   * @param visitor called on this thread
   */
  public static void forEachNear(StreetGraph graph, BoundingBox box, Visitor visitor) {
    GraphData data = graph.data();
    EdgeGrid grid = data.grid;
    if (grid.columns() == 0) {
      return;
    }
    int columnLow = cell(box.west(), grid.west(), grid.cellLon(), grid.columns());
    int columnHigh = cell(box.east(), grid.west(), grid.cellLon(), grid.columns());
    int rowLow = cell(box.south(), grid.south(), grid.cellLat(), grid.rows());
    int rowHigh = cell(box.north(), grid.south(), grid.cellLat(), grid.rows());
    IntBuffer points = data.points;
    int edge = 0;
    for (int row = Math.max(0, rowLow); row <= Math.min(grid.rows() - 1, rowHigh); row++) {
      int first = row * grid.columns() + Math.max(0, columnLow);
      int last = row * grid.columns() + Math.min(grid.columns() - 1, columnHigh);
      if (first > last) {
        return;
      }
      // The cells of a row lie one after the other, and so do their pieces.
      int end = grid.offsets().get(last + 1);
      for (int i = grid.offsets().get(first); i < end; i++) {
        int piece = grid.pieces().get(i);
        edge = edgeOf(data.pointOffset, piece, edge, data.edgeFrom.capacity());
        visitor.piece(
            edge,
            FixedPoint.degrees(points.get(2 * piece)),
            FixedPoint.degrees(points.get(2 * piece + 1)),
            FixedPoint.degrees(points.get(2 * piece + 2)),
            FixedPoint.degrees(points.get(2 * piece + 3)));
      }
    }
  }

  private static int cell(double degrees, int origin, int size, int count) {
    double cell = Math.floor((degrees * FixedPoint.UNITS_PER_DEGREE - origin) / size);
    return (int) Math.max(-1, Math.min(count, cell));
  }

  /** The edge of a piece, looked for from the one before on: neighbours have near numbers. */
  private static int edgeOf(IntBuffer offsets, int piece, int guess, int edges) {
    int low = guess;
    int high = guess + 1;
    int step = 1;
    while (offsets.get(low) > piece) {
      high = low;
      low = Math.max(0, low - step);
      step *= 2;
    }
    while (high < edges && offsets.get(high) <= piece) {
      low = high;
      high = Math.min(edges, high + step);
      step *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (offsets.get(middle) <= piece) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
