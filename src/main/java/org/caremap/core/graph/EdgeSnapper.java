package org.caremap.core.graph;

import java.util.Arrays;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nearest point of any edge. Exact for limits up to 50 km: the nearest point of each
 * street piece is taken in an equirectangular projection around the place asked for, and compared
 * by great-circle distance.
 *
 * <p><b>Islands.</b> Mappers leave bits of path that touch nothing, and nobody is locked in on
 * them: who lives there gets away over ground that is not mapped. So a component that people can
 * leave is preferred. These are the largest component, however small it is, and any other with at
 * least {@value #FRAGMENT_METERS} m of streets (an inhabited island in the river is a place of its
 * own, not to be snapped over the water). An edge of a shorter component, a <i>fragment</i>,
 * competes with a handicap that grows with what it lacks:
 *
 * <pre>handicap = ({@value #FRAGMENT_METERS} m - length of the component) / 5      0 … 100 m</pre>
 *
 * The edge with the least (distance + handicap) wins, while the limit applies to the distance
 * itself. Equal scores go to the lower edge. Where a fragment or another island wins all the same,
 * {@link Snapped#island()} says so.
 *
 * <p><b>Passages.</b> Edges without length (through a gate, over a kerb) and lifts are ways through
 * and not places to be at: nothing is snapped to them.
 *
 * <p>Immutable and safe for all threads; costs little to make, since the index is in the graph.
 */
public final class EdgeSnapper {
  /** Components shorter than this, in metres, are fragments unless they are the largest. */
  public static final double FRAGMENT_METERS = 500;

  /** Greatest handicap of a fragment in metres. */
  public static final double MOST_HANDICAP_METERS = 100;

  private static final double HANDICAP_PER_MISSING_METER = MOST_HANDICAP_METERS / FRAGMENT_METERS;

  private final StreetGraph graph;
  private final GraphData data;
  private final EdgeGrid grid;
  private final OpenStreets streets;
  private final int largest;
  private final boolean anyFragment;
  private volatile @Nullable NearestStreets nearestStreets;

  /**
   * For somebody who walks every edge.
   *
   * @param graph the network to snap to
   */
  public EdgeSnapper(StreetGraph graph) {
    this(graph, OpenStreets.all(graph));
  }

  /**
   * @param graph the network to snap to
   * @param streets the part of it that is open, and its components
   */
  public EdgeSnapper(StreetGraph graph, OpenStreets streets) {
    this.graph = graph;
    this.data = graph.data();
    this.grid = data.grid;
    this.streets = streets;
    int longest = -1;
    int fragments = 0;
    for (int c = 0; c < streets.componentCount(); c++) {
      if (longest < 0
          || streets.componentLengthMeters(c) > streets.componentLengthMeters(longest)) {
        longest = c;
      }
      fragments += streets.componentLengthMeters(c) < FRAGMENT_METERS ? 1 : 0;
    }
    largest = longest;
    anyFragment = fragments > 1 || (fragments == 1 && streets.componentCount() > 1);
  }

  /** The snapper of a graph for somebody who walks every edge. */
  public static EdgeSnapper of(StreetGraph graph) {
    return new EdgeSnapper(graph);
  }

  /** The network this snaps to. */
  public StreetGraph graph() {
    return graph;
  }

  /** The part of the network that is open. */
  public OpenStreets streets() {
    return streets;
  }

  /** What places on a lattice snap to, kept for all drawings on these streets. */
  public NearestStreets nearestStreets() {
    NearestStreets kept = nearestStreets;
    if (kept == null) {
      synchronized (this) {
        kept = nearestStreets;
        if (kept == null) {
          kept = new NearestStreets(graph, this::isTarget, this::handicapMeters);
          nearestStreets = kept;
        }
      }
    }
    return kept;
  }

  /** Whether places may be snapped to an edge: it is open and not merely a passage. */
  public boolean isTarget(int edge) {
    return data.edgeMillimeters.get(edge) > 0
        && (data.edgeTraits.get(edge) & EdgeTraits.LIFT) == 0
        && streets.isOpen(edge);
  }

  /** Whether an edge does not belong to the largest component. */
  public boolean isOnIsland(int edge) {
    return streets.componentOfNode(data.edgeFrom.get(edge)) != largest;
  }

  /** Metres added to the distance of an edge when edges compete, in [0, 100]. */
  public double handicapMeters(int edge) {
    if (!anyFragment) {
      return 0;
    }
    int component = streets.componentOfNode(data.edgeFrom.get(edge));
    double missing = FRAGMENT_METERS - streets.componentLengthMeters(component);
    return component == largest || missing <= 0 ? 0 : missing * HANDICAP_PER_MISSING_METER;
  }

  /**
   * The nearest point of an open edge.
   *
   * @param lon degrees, in [-180, 180]
   * @param lat degrees, in [-90, 90]
   * @param limitMeters greatest distance, inclusive, at least 0
   */
  public SnapResult snap(double lon, double lat, double limitMeters) {
    if (!(limitMeters >= 0)) {
      throw new IllegalArgumentException("limitMeters must be at least 0 but is " + limitMeters);
    }
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "lon must be in [-180, 180] and lat in [-90, 90] but they are " + lon + ", " + lat);
    }
    SnapSearch search = new SnapSearch(this, data, lon, lat, limitMeters);
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
        best.onLat,
        isOnIsland(edge));
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
