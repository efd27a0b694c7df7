package org.caremap.core.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.coverage.CellOutline.Cell;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Clusters uncovered demand. People are summed in square cells; the cell with most people left
 * starts a cluster, which grows over the eight neighbours of its cells as long as they hold
 * uncovered people and lie within {@code reachMeters} of the first (middle to middle); then the
 * next cluster starts. Each uncovered person is in exactly one cluster, so clusters add up to the
 * uncovered total. The grid is anchored at the south-west corner of all points, covered or not, so
 * that clusters of different cut-offs share their cells. Equal cells are taken from the south-west.
 *
 * @param cellMeters side of a cell, in [10, 10000]
 * @param reachMeters greatest distance of a cell from the first of its cluster, at least 0
 */
public record GapClusters(double cellMeters, double reachMeters) {
  /** Cells of 300 m, clusters of up to 1,200 m around their first cell. */
  public static final GapClusters DEFAULT = new GapClusters(300, 1200);

  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public GapClusters {
    if (!(cellMeters >= 10 && cellMeters <= 10000)) {
      throw new IllegalArgumentException("cellMeters must be in [10, 10000] but is " + cellMeters);
    }
    if (!(reachMeters >= 0)) {
      throw new IllegalArgumentException("reachMeters must be at least 0 but is " + reachMeters);
    }
  }

  private static final class Content {
    final List<Integer> points = new ArrayList<>();
    final StableSum demand = new StableSum();
  }

  /**
   * The clusters, largest demand first.
   *
   * @param lon degrees of demand points
   * @param lat degrees, as many
   * @param counts people at each point; NaN where unknown: such points form no clusters
   * @param meters walking metres to the nearest facility; infinite where none can be reached
   * @param cutoff what counts as covered
   */
  public List<GapCluster> find(
      double[] lon, double[] lat, double[] counts, double[] meters, Cutoff cutoff) {
    if (lon.length != lat.length || lon.length != counts.length || lon.length != meters.length) {
      throw new IllegalArgumentException("need one lon, lat, count and metres for each point");
    }
    if (lon.length == 0) {
      return List.of();
    }
    BoundingBox box = BoundingBox.ofPoints(lon, lat);
    // One projection for all: cells are a little narrower in the north, but they tile.
    LocalProjection middle = new LocalProjection(box.west(), (box.south() + box.north()) / 2);
    double southY = middle.y(box.south());
    Map<Cell, Content> cells = new HashMap<>();
    for (int i = 0; i < lon.length; i++) {
      if (counts[i] > 0 && !cutoff.covers(meters[i])) {
        int column = (int) Math.floor(middle.x(lon[i]) / cellMeters);
        int row = (int) Math.floor((middle.y(lat[i]) - southY) / cellMeters);
        Content content = cells.computeIfAbsent(new Cell(column, row), key -> new Content());
        content.points.add(i);
        content.demand.add(counts[i]);
      }
    }
    List<Cell> order = new ArrayList<>(cells.keySet());
    order.sort(
        Comparator.comparingDouble((Cell cell) -> -cells.get(cell).demand.value())
            .thenComparingInt(Cell::row)
            .thenComparingInt(Cell::column));
    List<GapCluster> clusters = new ArrayList<>();
    Map<Cell, Content> left = new HashMap<>(cells);
    for (Cell first : order) {
      if (left.containsKey(first)) {
        List<Cell> members = grow(first, left);
        clusters.add(describe(members, cells, lon, lat, counts, meters, middle, southY));
      }
    }
    clusters.sort(Comparator.comparingDouble((GapCluster cluster) -> -cluster.demand()));
    return List.copyOf(clusters);
  }

  private List<Cell> grow(Cell first, Map<Cell, Content> left) {
    List<Cell> members = new ArrayList<>();
    Deque<Cell> open = new ArrayDeque<>();
    open.add(first);
    left.remove(first);
    while (!open.isEmpty()) {
      Cell cell = open.remove();
      members.add(cell);
      for (int dRow = -1; dRow <= 1; dRow++) {
        for (int dColumn = -1; dColumn <= 1; dColumn++) {
          Cell next = new Cell(cell.column() + dColumn, cell.row() + dRow);
          double away =
              Math.hypot(next.column() - first.column(), next.row() - first.row()) * cellMeters;
          if (away <= reachMeters && left.remove(next) != null) {
            open.add(next);
          }
        }
      }
    }
    return members;
  }

  private GapCluster describe(
      List<Cell> members,
      Map<Cell, Content> cells,
      double[] lon,
      double[] lat,
      double[] counts,
      double[] meters,
      LocalProjection projection,
      double southY) {
    int[] points =
        members.stream()
            .flatMap(cell -> cells.get(cell).points.stream())
            .mapToInt(i -> i)
            .toArray();
    Arrays.sort(points);
    StableSum demand = new StableSum();
    StableSum east = new StableSum();
    StableSum north = new StableSum();
    StableSum reachable = new StableSum();
    StableSum walked = new StableSum();
    StableSum unreachable = new StableSum();
    double least = Double.NaN;
    double most = Double.NaN;
    for (int i : points) {
      demand.add(counts[i]);
      east.add(counts[i] * lon[i]);
      north.add(counts[i] * lat[i]);
      if (meters[i] < Double.POSITIVE_INFINITY) {
        reachable.add(counts[i]);
        walked.add(counts[i] * meters[i]);
        least = Double.isNaN(least) ? meters[i] : Math.min(least, meters[i]);
        most = Double.isNaN(most) ? meters[i] : Math.max(most, meters[i]);
      } else {
        unreachable.add(counts[i]);
      }
    }
    return new GapCluster(
        demand.value(),
        points,
        union(members, projection, southY),
        east.value() / demand.value(),
        north.value() / demand.value(),
        reachable.value() > 0 ? walked.value() / reachable.value() : Double.NaN,
        least,
        most,
        unreachable.value());
  }

  private MultiPolygon union(List<Cell> members, LocalProjection projection, double southY) {
    List<Polygon> polygons = new ArrayList<>();
    for (CellOutline.Part part : CellOutline.of(members)) {
      LinearRing[] holes =
          part.holes().stream()
              .map(hole -> ring(hole, projection, southY))
              .toArray(LinearRing[]::new);
      polygons.add(GEOMETRY.createPolygon(ring(part.shell(), projection, southY), holes));
    }
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private LinearRing ring(List<Cell> corners, LocalProjection projection, double southY) {
    return GEOMETRY.createLinearRing(
        corners.stream()
            .map(
                corner ->
                    new Coordinate(
                        projection.lon(corner.column() * cellMeters),
                        projection.lat(southY + corner.row() * cellMeters)))
            .toArray(Coordinate[]::new));
  }
}
