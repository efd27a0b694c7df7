package org.caremap.core.graph;

import java.util.Arrays;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;

/**
 * Finds the nearest point of any edge. Exact for limits up to 50 km: the nearest point of each
 * street piece is taken in an equirectangular projection around the place asked for, and compared
 * by great-circle distance.
 *
 * <p><b>Islands.</b> Mappers leave bits of path that touch nothing. An edge of a <i>fragment</i> (a
 * component that is not the largest and has less than {@value #FRAGMENT_METERS} m of streets)
 * competes with a handicap of {@value #FRAGMENT_HANDICAP_METERS} m: the edge with the least
 * (distance + handicap) wins, while the limit applies to the distance itself. The largest component
 * is never a fragment, and longer components (an inhabited island in the river) compete as equals.
 * Equal scores go to the lower edge.
 *
 * <p>Immutable and safe for all threads; costs nothing to make, since the index is in the graph.
 */
public final class EdgeSnapper {
  /** Components shorter than this, in metres, are fragments unless they are the largest. */
  public static final double FRAGMENT_METERS = 500;

  /** Metres by which an edge of a fragment must be nearer to win. */
  public static final double FRAGMENT_HANDICAP_METERS = 30;

  private final StreetGraph graph;
  private final GraphData data;
  private final EdgeGrid grid;
  private final boolean anyFragment;

  /**
   * @param graph the network to snap to
   */
  public EdgeSnapper(StreetGraph graph) {
    this.graph = graph;
    this.data = graph.data();
    this.grid = data.grid;
    boolean found = false;
    for (int c = 1; c < graph.componentCount(); c++) {
      found |= graph.componentLengthMeters(c) < FRAGMENT_METERS;
    }
    anyFragment = found;
  }

  /** The snapper of a graph. */
  public static EdgeSnapper of(StreetGraph graph) {
    return new EdgeSnapper(graph);
  }

  /** The network this snaps to. */
  public StreetGraph graph() {
    return graph;
  }

  /** Metres added to the distance of an edge when edges compete: 0, or the fragment handicap. */
  public double handicapMeters(int edge) {
    int component = data.nodeComponent[data.edgeFrom[edge]];
    return component != graph.largestComponent()
            && data.componentMeters[component] < FRAGMENT_METERS
        ? FRAGMENT_HANDICAP_METERS
        : 0;
  }

  /** Like {@link #snap(double, double, double, boolean)} with steps allowed. */
  public SnapResult snap(double lon, double lat, double limitMeters) {
    return snap(lon, lat, limitMeters, true);
  }

  /**
   * The nearest point of an edge.
   *
   * @param lon degrees, in [-180, 180]
   * @param lat degrees, in [-90, 90]
   * @param limitMeters greatest distance, inclusive, at least 0
   * @param stepsAllowed whether stairs count as edges
   */
  public SnapResult snap(double lon, double lat, double limitMeters, boolean stepsAllowed) {
    if (!(limitMeters >= 0)) {
      throw new IllegalArgumentException("limitMeters must be at least 0 but is " + limitMeters);
    }
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "lon must be in [-180, 180] and lat in [-90, 90] but they are " + lon + ", " + lat);
    }
    SnapSearch search =
        new SnapSearch(this, data, lon, lat, limitMeters, stepsAllowed, anyFragment);
    search.run(grid);
    return search.edge < 0 ? new TooFarFromNetwork(limitMeters) : found(search);
  }

  private Snapped found(SnapSearch best) {
    int edge = best.edge;
    double along = 0;
    int first = data.pointOffset[edge];
    for (int p = first; p < best.piece; p++) {
      along += metersTo(p, degrees(p + 1, 0), degrees(p + 1, 1));
    }
    along += metersTo(best.piece, best.onLon, best.onLat);
    return new Snapped(
        edge, Math.min(along, data.edgeMeters[edge]), best.meters, best.onLon, best.onLat);
  }

  private double metersTo(int point, double lon, double lat) {
    return GreatCircle.meters(degrees(point, 0), degrees(point, 1), lon, lat);
  }

  private double degrees(int point, int axis) {
    return FixedPoint.degrees(data.points[2 * point + axis]);
  }

  /**
   * The edges with a piece whose box touches a box, for tiles and drawing.
   *
   * @return distinct edges in ascending order
   */
  public int[] edgesIn(BoundingBox box) {
    int columnLow = column(box.west());
    int columnHigh = Math.min(grid.columns() - 1, column(box.east()));
    int rowLow = row(box.south());
    int rowHigh = Math.min(grid.rows() - 1, row(box.north()));
    double west = box.west() * FixedPoint.UNITS_PER_DEGREE;
    double east = box.east() * FixedPoint.UNITS_PER_DEGREE;
    double south = box.south() * FixedPoint.UNITS_PER_DEGREE;
    double north = box.north() * FixedPoint.UNITS_PER_DEGREE;
    GrowingInts found = new GrowingInts(256);
    for (int row = Math.max(0, rowLow); row <= rowHigh; row++) {
      for (int column = Math.max(0, columnLow); column <= columnHigh; column++) {
        int cell = row * grid.columns() + column;
        for (int i = grid.offsets()[cell]; i < grid.offsets()[cell + 1]; i++) {
          int p = 2 * grid.pieces()[i];
          int[] xy = data.points;
          if (Math.max(xy[p], xy[p + 2]) >= west
              && Math.min(xy[p], xy[p + 2]) <= east
              && Math.max(xy[p + 1], xy[p + 3]) >= south
              && Math.min(xy[p + 1], xy[p + 3]) <= north) {
            found.add(edgeOfPiece(data, p / 2));
          }
        }
      }
    }
    int[] edges = found.toArray();
    Arrays.sort(edges);
    int distinct = 0;
    for (int i = 0; i < edges.length; i++) {
      if (i == 0 || edges[i] != edges[i - 1]) {
        edges[distinct++] = edges[i];
      }
    }
    return Arrays.copyOf(edges, distinct);
  }

  private int column(double lon) {
    return cell(lon * FixedPoint.UNITS_PER_DEGREE - grid.west(), grid.cellLon());
  }

  private int row(double lat) {
    return cell(lat * FixedPoint.UNITS_PER_DEGREE - grid.south(), grid.cellLat());
  }

  static int cell(double offset, int size) {
    return (int) Math.floor(offset / size);
  }

  static int edgeOfPiece(GraphData data, int piece) {
    int low = 0;
    int high = data.edgeFrom.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (data.pointOffset[middle] <= piece) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
