package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.StraightLine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Draws service areas: the set of places from which somebody would arrive in time,
 *
 * <pre>{ p : access(p) + walk(snap(p)) ≤ budget, access(p) ≤ snap limit }</pre>
 *
 * by the same rule that decides for demand points, so that picture and counts agree. The rule is
 * evaluated on a lattice of samples (10 m apart, coarser for areas beyond about 5 km across), its
 * contour drawn, and the field then corrected where a demand point says otherwise: no excluded
 * point is ever inside, and a reached one is inside or within the tolerance (2 cells). Streets that
 * are not reached take part, so that holes and far banks come out as they are. Bands from one sweep
 * are nested.
 */
public final class ServiceAreaShapes {
  private static final double TOLERANCE_CELLS = 2;
  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  private ServiceAreaShapes() {}

  /**
   * Service areas over streets.
   *
   * @param reach sweep from the place, with a limit of at least the largest band's
   * @param snapper of the same network
   * @param bands one or more cut-offs
   * @param snapLimitMeters greatest access distance of a place, inclusive
   * @param demand demand points with their metres by the same sweep
   * @return one shape a band, in the order given
   * @throws IllegalArgumentException if the sweep ends before the largest band
   */
  public static List<ServiceAreaShape> network(
      ReachSweep reach,
      EdgeSnapper snapper,
      List<Cutoff> bands,
      double snapLimitMeters,
      DemandReach demand) {
    List<Cutoff> ordered = ascending(bands);
    double largest = ordered.get(ordered.size() - 1).budgetMeters();
    if (reach.limitMeters() < largest) {
      throw new IllegalArgumentException(
          "the sweep must reach %s m but ends at %s m".formatted(largest, reach.limitMeters()));
    }
    BoundingBox box = reachedBox(reach, largest);
    if (box == null) {
      return bands.stream()
          .map(band -> new ServiceAreaShape(band, GEOMETRY.createMultiPolygon(), 0))
          .toList();
    }
    LocalProjection projection = new LocalProjection(box.center().lon(), box.center().lat());
    Lattice lattice =
        Lattice.over(
            projection.x(box.west()),
            projection.y(box.south()),
            projection.x(box.east()),
            projection.y(box.north()));
    BandFields fields = fields(reach, snapper, ordered, snapLimitMeters, lattice, projection);
    LocalDemand local = LocalDemand.inside(lattice, projection, demand, ordered);
    fields.enforce(local.squares(), local.x(), local.y(), local.smallestBand());
    double tolerance = TOLERANCE_CELLS * lattice.cell();
    List<MultiPolygon> polygons = new ArrayList<>();
    for (int band = 0; band < ordered.size(); band++) {
      polygons.add(ContourTracer.trace(lattice, fields.values(band), GEOMETRY));
    }
    LonelyPoints.include(polygons, fields, local, tolerance, lattice.cell());
    return bands.stream()
        .map(
            band ->
                new ServiceAreaShape(
                    band,
                    LocalShapes.toLonLat(polygons.get(ordered.indexOf(band)), projection),
                    tolerance))
        .toList();
  }

  /**
   * Service areas where no streets are loaded: circles of budget over detour factor. Circles have
   * 180 corners on the true circle, so nobody outside it is drawn inside, and the tolerance is 0.02
   * % of the radius.
   *
   * @param lon degrees of the place
   * @param lat degrees of the place
   * @param line the detour factor
   * @param bands one or more cut-offs
   * @return one shape a band, in the order given
   */
  public static List<ServiceAreaShape> straightLine(
      double lon, double lat, StraightLine line, List<Cutoff> bands) {
    ascending(bands);
    return bands.stream()
        .map(
            band -> {
              double radius = band.budgetMeters() / line.detourFactor();
              MultiPolygon circle = LocalShapes.circle(lon, lat, radius, GEOMETRY);
              return new ServiceAreaShape(band, circle, 0.0002 * radius + 0.001);
            })
        .toList();
  }

  private static List<Cutoff> ascending(List<Cutoff> bands) {
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("need at least one band");
    }
    return bands.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(Cutoff::budgetMeters))
        .toList();
  }

  private static @Nullable BoundingBox reachedBox(ReachSweep reach, double budget) {
    StreetGraph graph = reach.graph();
    double left = budget - reach.sourceAccessMeters();
    if (reach.sourceEdge() < 0 || left < 0) {
      return null;
    }
    // No walk is shorter than the straight line: everything lies in the circle around the place.
    BoundingBox circle =
        new BoundingBox(reach.sourceLon(), reach.sourceLat(), reach.sourceLon(), reach.sourceLat())
            .expandedByMeters(left);
    double[] lon = graphPoints(reach, 0);
    double[] lat = graphPoints(reach, 1);
    BoundingBox edge = BoundingBox.ofPoints(lon, lat);
    BoundingBox onEdge =
        new BoundingBox(
                Math.max(edge.west(), Math.min(circle.west(), edge.east())),
                Math.max(edge.south(), Math.min(circle.south(), edge.north())),
                Math.min(edge.east(), Math.max(circle.east(), edge.west())),
                Math.min(edge.north(), Math.max(circle.north(), edge.south())))
            .expandedByMeters(left);
    double west = onEdge.west();
    double south = onEdge.south();
    double east = onEdge.east();
    double north = onEdge.north();
    double toDegrees = Math.toDegrees(1 / GreatCircle.EARTH_RADIUS_METERS);
    double lonPerLat = 1 / Math.cos(Math.toRadians(Math.min(89, Math.abs(circle.north()))));
    lonPerLat =
        Math.max(lonPerLat, 1 / Math.cos(Math.toRadians(Math.min(89, Math.abs(circle.south())))));
    for (int i = 0; i < reach.nodeCount(); i++) {
      double spare = budget - reach.nodeMeters(i);
      if (spare >= 0) {
        double dLat = spare * toDegrees;
        double dLon = dLat * lonPerLat;
        west = Math.min(west, graph.nodeLon(reach.node(i)) - dLon);
        east = Math.max(east, graph.nodeLon(reach.node(i)) + dLon);
        south = Math.min(south, graph.nodeLat(reach.node(i)) - dLat);
        north = Math.max(north, graph.nodeLat(reach.node(i)) + dLat);
      }
    }
    return new BoundingBox(
        Math.max(west, circle.west()),
        Math.max(south, circle.south()),
        Math.min(east, circle.east()),
        Math.min(north, circle.north()));
  }

  private static double[] graphPoints(ReachSweep reach, int axis) {
    double[] lonLat = reach.graph().edgeGeometry(reach.sourceEdge());
    double[] values = new double[lonLat.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = lonLat[2 * i + axis];
    }
    return values;
  }

  private static BandFields fields(
      ReachSweep reach,
      EdgeSnapper snapper,
      List<Cutoff> bands,
      double snapLimitMeters,
      Lattice lattice,
      LocalProjection projection) {
    LocalStreets streets = new LocalStreets(reach, snapper, projection);
    BoundingBox around =
        new BoundingBox(
            projection.lon(lattice.west()),
            projection.lat(lattice.south()),
            projection.lon(lattice.x(lattice.columns() - 1)),
            projection.lat(lattice.y(lattice.rows() - 1)));
    for (int edge : snapper.edgesIn(around.expandedByMeters(2 * lattice.cell()))) {
      streets.add(edge);
    }
    double largest = bands.get(bands.size() - 1).budgetMeters();
    NearestPieces nearest =
        new NearestPieces(
            lattice,
            streets,
            snapper,
            projection,
            Math.min(snapLimitMeters, largest) + lattice.cell(),
            reach.stepsAllowed());
    BandFields fields = new BandFields(lattice, bands.size());
    for (int sample = 0; sample < lattice.size(); sample++) {
      double cost = Double.POSITIVE_INFINITY;
      int piece = nearest.piece(sample);
      if (piece >= 0 && !lattice.onBorder(sample)) {
        double x = lattice.x(sample % lattice.columns());
        double y = lattice.y(sample / lattice.columns());
        double access = streets.access(piece, x, y);
        if (access <= snapLimitMeters) {
          cost = access + streets.walkFromLast(piece);
        }
      }
      for (int band = 0; band < bands.size(); band++) {
        fields.set(band, sample, bands.get(band).budgetMeters() - cost);
      }
    }
    return fields;
  }

  /** Demand in the lattice. */
  @SuppressWarnings("ArrayRecordComponent") // private to one drawing
  record LocalDemand(int[] squares, double[] x, double[] y, int[] smallestBand) {
    static LocalDemand inside(
        Lattice lattice, LocalProjection projection, DemandReach demand, List<Cutoff> bands) {
      GrowingInts inside = new GrowingInts(64);
      double west = projection.lon(lattice.west());
      double south = projection.lat(lattice.south());
      double east = projection.lon(lattice.x(lattice.columns() - 1));
      double north = projection.lat(lattice.y(lattice.rows() - 1));
      for (int i = 0; i < demand.size(); i++) {
        double lon = demand.lon(i);
        double lat = demand.lat(i);
        if (lon >= west && lon <= east && lat >= south && lat <= north) {
          inside.add(i);
        }
      }
      int size = inside.size();
      int[] squares = new int[size];
      double[] x = new double[size];
      double[] y = new double[size];
      int[] smallest = new int[size];
      Arrays.fill(smallest, bands.size());
      for (int k = 0; k < size; k++) {
        int i = inside.get(k);
        x[k] = projection.x(demand.lon(i));
        y[k] = projection.y(demand.lat(i));
        squares[k] = lattice.squareOf(x[k], y[k]);
        for (int band = bands.size() - 1; band >= 0; band--) {
          if (bands.get(band).covers(demand.meters(i))) {
            smallest[k] = band;
          }
        }
      }
      return new LocalDemand(squares, x, y, smallest);
    }
  }
}
