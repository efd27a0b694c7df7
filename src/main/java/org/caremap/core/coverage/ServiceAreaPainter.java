package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
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
  private static final double FIRST_LOOK_METERS = 60;
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
    streets.reset(field, projection);
    double[] box = streets.reachedBox(largest, snapLimitMeters);
    if (box == null) {
      return nothing(bands);
    }
    Lattice lattice = Lattice.over(box[0], box[1], box[2], box[3]);
    BoundingBox around =
        new BoundingBox(
            projection.lon(lattice.west()),
            projection.lat(lattice.south()),
            projection.lon(lattice.east()),
            projection.lat(lattice.north()));
    evaluate(field, lattice, around, budgets, snapLimitMeters);
    local.reset(demand, around, lattice, projection, ordered);
    levels.enforce(local);
    tracer.reset(lattice);
    List<MultiPolygon> polygons = new ArrayList<>(budgets.length);
    for (int band = 0; band < budgets.length; band++) {
      polygons.add(tracer.trace(band, projection, GEOMETRY));
    }
    LonelyPoints.include(polygons, levels, local, lattice.cell(), projection);
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

  private void evaluate(
      WalkField field,
      Lattice lattice,
      BoundingBox around,
      double[] budgets,
      double snapLimitMeters) {
    BoundingBox first = around.expandedByMeters(FIRST_LOOK_METERS);
    streets.addOthers(field, first, null);
    nearest.reset(lattice);
    nearest.seed(0, FIRST_LOOK_METERS);
    nearest.spread();
    levels.reset(lattice, budgets, snapLimitMeters);
    double beyond = uncertainMeters(lattice);
    if (beyond > 0) {
      double look = FIRST_LOOK_METERS + beyond;
      int from = streets.pieceCount();
      streets.addOthers(field, around.expandedByMeters(look), first);
      if (streets.pieceCount() > from) {
        nearest.seed(from, look);
        nearest.spread();
        levels.evaluate();
      }
    }
  }

  /**
   * How much farther to look for streets: where a sample inside is farther from its street than
   * from the end of what has been looked at, a nearer street may lie beyond.
   */
  private double uncertainMeters(Lattice lattice) {
    double most = 0;
    double certain = FIRST_LOOK_METERS * FIRST_LOOK_METERS;
    for (int row = 1; row + 1 < lattice.rows(); row++) {
      int rowsAway = Math.min(row, lattice.rows() - 1 - row);
      for (int column = 1; column + 1 < lattice.columns(); column++) {
        int sample = row * lattice.columns() + column;
        if (nearest.scoreSquared(sample) > certain && levels.level(sample) < levels.bands()) {
          int away = Math.min(rowsAway, Math.min(column, lattice.columns() - 1 - column));
          double score = Math.sqrt(nearest.scoreSquared(sample));
          most = Math.max(most, score - away * lattice.cell() - FIRST_LOOK_METERS);
        }
      }
    }
    return most;
  }
}
