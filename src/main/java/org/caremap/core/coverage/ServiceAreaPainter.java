package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.NearestStreets;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Draws service areas over streets: the set of places from which somebody would arrive in time,
 *
 * <pre>{ p : access(p) + walk(snap(p)) ≤ budget, access(p) ≤ snap limit }</pre>
 *
 * by the same rule that decides for demand points, so that picture and counts agree. The rule is
 * evaluated on a lattice of samples (15 m apart, finer in small areas and coarser in those beyond
 * some 5 km across); between two samples the border runs where the rule changes. Demand points
 * overrule it: no excluded point is ever inside, and a reached one is inside or within the
 * tolerance (2 cells). Streets that are not reached take part, so that holes and far banks come out
 * as they are. Bands from one sweep lie strictly inside one another.
 *
 * <p>Keeps its scratch between drawings: one painter belongs to one thread.
 */
public final class ServiceAreaPainter {
  static final double TOLERANCE_CELLS = 2;
  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  private final LocalStreets streets = new LocalStreets();
  private final NearestPieces nearest = new NearestPieces(streets);
  private final BandLevels levels = new BandLevels(streets, nearest);
  private final ContourTracer tracer = new ContourTracer(levels);
  private final LocalDemand local = new LocalDemand();

  /**
   * Draws one place's service area.
   *
   * @param field sweep from the place, with a limit of at least the largest band's
   * @param bands one or more cut-offs
   * @param snapLimitMeters greatest access distance of a place, inclusive
   * @param demand demand points with their metres by the same sweep
   * @return one shape a band, in the order given
   * @throws IllegalArgumentException if the sweep ends before the largest band
   */
  public List<ServiceAreaShape> draw(
      WalkField field, List<Cutoff> bands, double snapLimitMeters, DemandReach demand) {
    List<Cutoff> ordered = ascending(bands);
    double[] budgets = new double[ordered.size()];
    for (int band = 0; band < budgets.length; band++) {
      budgets[band] = ordered.get(band).budgetMeters();
    }
    double largest = budgets[budgets.length - 1];
    if (field.limitMeters() < largest) {
      throw new IllegalArgumentException(
          "the sweep must reach %s m but ends at %s m".formatted(largest, field.limitMeters()));
    }
    if (field.sourceEdge() < 0) {
      return nothing(bands);
    }
    LocalProjection projection = new LocalProjection(field.sourceLon(), field.sourceLat());
    streets.reset(field, projection, largest, snapLimitMeters);
    if (streets.circleCount() == 0) {
      return nothing(bands);
    }
    NearestStreets around = field.nearestStreets();
    Lattice lattice = lattice(around, projection);
    nearest.reset(lattice, around, snapLimitMeters);
    levels.reset(lattice, budgets, snapLimitMeters);
    local.reset(demand, box(lattice, projection), lattice, projection, ordered);
    levels.enforce(local);
    int smallest = LocalDemand.bandOf(ordered, field.sourceAccessMeters());
    if (smallest < ordered.size() && !levels.isNear(0, 0, smallest)) {
      // So that no area of a few metres falls between samples altogether.
      local.add(0, 0, lattice, smallest);
    }
    tracer.reset(lattice);
    List<MultiPolygon> polygons = new ArrayList<>(budgets.length);
    for (int band = 0; band < budgets.length; band++) {
      polygons.add(tracer.trace(band, projection, GEOMETRY));
    }
    LonelyPoints.include(polygons, levels, local, lattice.cell(), projection);
    nearest.release();
    double tolerance = TOLERANCE_CELLS * lattice.cell();
    List<ServiceAreaShape> shapes = new ArrayList<>(bands.size());
    for (Cutoff band : bands) {
      shapes.add(new ServiceAreaShape(band, polygons.get(ordered.indexOf(band)), tolerance));
    }
    return shapes;
  }

  /** Bands without repetition, the smallest first. */
  static List<Cutoff> ascending(List<Cutoff> bands) {
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("need at least one band");
    }
    return bands.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(Cutoff::budgetMeters))
        .toList();
  }

  private static List<ServiceAreaShape> nothing(List<Cutoff> bands) {
    return bands.stream()
        .map(band -> new ServiceAreaShape(band, GEOMETRY.createMultiPolygon(), 0))
        .toList();
  }

  private Lattice lattice(NearestStreets around, LocalProjection projection) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < streets.circleCount(); i++) {
      west = Math.min(west, streets.circleX(i) - streets.circleMeters(i));
      south = Math.min(south, streets.circleY(i) - streets.circleMeters(i));
      east = Math.max(east, streets.circleX(i) + streets.circleMeters(i));
      north = Math.max(north, streets.circleY(i) + streets.circleMeters(i));
    }
    return Lattice.over(around, projection, west, south, east, north);
  }

  private static BoundingBox box(Lattice lattice, LocalProjection projection) {
    return new BoundingBox(
        projection.lon(lattice.west()),
        projection.lat(lattice.south()),
        projection.lon(lattice.east()),
        projection.lat(lattice.north()));
  }
}
