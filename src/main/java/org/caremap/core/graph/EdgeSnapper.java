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
    int component = data.nodeComponent.get(data.edgeFrom.get(edge));
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
    int first = data.pointOffset.get(edge);
    for (int p = first; p < best.piece; p++) {
      along += metersTo(p, degrees(p + 1, 0), degrees(p + 1, 1));
    }
    along += metersTo(best.piece, best.onLon, best.onLat);
    return new Snapped(
        edge,
        Math.min(along, data.edgeMillimeters.get(edge) / 1e3),
        best.meters,
        best.onLon,
        best.onLat);
  }

  private double metersTo(int point, double lon, double lat) {
    return GreatCircle.meters(degrees(point, 0), degrees(point, 1), lon, lat);
  }

  private double degrees(int point, int axis) {
    return FixedPoint.degrees(data.points.get(2 * point + axis));
  }

  /**
   * The edges that lie in a box or cross or touch it, for tiles and drawing.
   *
   * @return distinct edges in ascending order
   */
  public int[] edgesIn(BoundingBox box) {
    int columnLow = column(box.west());
    int columnHigh = Math.min(grid.columns() - 1, column(box.east()));
    int rowLow = row(box.south());
    int rowHigh = Math.min(grid.rows() - 1, row(box.north()));
    GrowingInts found = new GrowingInts(256);
    for (int row = Math.max(0, rowLow); row <= rowHigh; row++) {
      for (int column = Math.max(0, columnLow); column <= columnHigh; column++) {
        int cell = row * grid.columns() + column;
        for (int i = grid.offsets().get(cell); i < grid.offsets().get(cell + 1); i++) {
          if (crosses(grid.pieces().get(i), box)) {
            found.add(edgeOfPiece(data, grid.pieces().get(i)));
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

  private boolean crosses(int piece, BoundingBox box) {
    double x0 = degrees(piece, 0);
    double y0 = degrees(piece, 1);
    double x1 = degrees(piece + 1, 0);
    double y1 = degrees(piece + 1, 1);
    if (Math.max(x0, x1) < box.west()
        || Math.min(x0, x1) > box.east()
        || Math.max(y0, y1) < box.south()
        || Math.min(y0, y1) > box.north()) {
      return false;
    }
    // The boxes touch; the piece misses only if all four corners lie on one side of its line.
    double dx = x1 - x0;
    double dy = y1 - y0;
    double southWest = dx * (box.south() - y0) - dy * (box.west() - x0);
    double southEast = dx * (box.south() - y0) - dy * (box.east() - x0);
    double northWest = dx * (box.north() - y0) - dy * (box.west() - x0);
    double northEast = dx * (box.north() - y0) - dy * (box.east() - x0);
    double least = Math.min(Math.min(southWest, southEast), Math.min(northWest, northEast));
    double most = Math.max(Math.max(southWest, southEast), Math.max(northWest, northEast));
    return least <= 0 && most >= 0;
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
    int high = data.edgeFrom.capacity() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (data.pointOffset.get(middle) <= piece) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
