package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.coverage.CellOutline.Cell;
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
    return find(lon, lat, counts, meters, PointCutoffs.same(cutoff));
  }

  /**
   * Like the other, with a cut-off for each point.
   *
   * @param cutoffs what counts as covered at each point
   */
  public List<GapCluster> find(
      double[] lon, double[] lat, double[] counts, double[] meters, PointCutoffs cutoffs) {
    if (lon.length != lat.length || lon.length != counts.length || lon.length != meters.length) {
      throw new IllegalArgumentException("need one lon, lat, count and metres for each point");
    }
    cutoffs.checkSize(lon.length);
    if (lon.length == 0) {
      return List.of();
    }
    GapCells cells = new GapCells(cellMeters, lon, lat, counts, meters, cutoffs);
    cells.cluster(reachMeters);
    int[][] points = cells.pointsByCluster();
    return IntStream.range(0, points.length)
        .parallel()
        .mapToObj(c -> describe(cells, c, points[c], lon, lat, counts, meters))
        .sorted(Comparator.comparingDouble((GapCluster cluster) -> -cluster.demand()))
        .toList();
  }

  private static GapCluster describe(
      GapCells cells,
      int cluster,
      int[] points,
      double[] lon,
      double[] lat,
      double[] counts,
      double[] meters) {
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
        union(cells, cluster),
        east.value() / demand.value(),
        north.value() / demand.value(),
        reachable.value() > 0 ? walked.value() / reachable.value() : Double.NaN,
        least,
        most,
        unreachable.value());
  }

  private static MultiPolygon union(GapCells cells, int cluster) {
    List<Polygon> polygons = new ArrayList<>();
    for (CellOutline.Part part : CellOutline.of(cells.cells(cluster))) {
      LinearRing[] holes =
          part.holes().stream().map(hole -> ring(hole, cells)).toArray(LinearRing[]::new);
      polygons.add(GEOMETRY.createPolygon(ring(part.shell(), cells), holes));
    }
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(List<Cell> corners, GapCells cells) {
    return GEOMETRY.createLinearRing(
        corners.stream()
            .map(corner -> new Coordinate(cells.lon(corner.column()), cells.lat(corner.row())))
            .toArray(Coordinate[]::new));
  }
}
