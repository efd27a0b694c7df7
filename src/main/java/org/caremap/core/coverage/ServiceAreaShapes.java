package org.caremap.core.coverage;

import java.util.List;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.StraightLine;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Pictures of single service areas: over streets, or as circles where there are none. */
public final class ServiceAreaShapes {
  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  private ServiceAreaShapes() {}

  /**
   * Service areas over streets, drawn by a painter of their own: see {@link ServiceAreaPainter}.
   *
   * @param reach sweep from the place, with a limit of at least the largest band's
   * @param bands one or more cut-offs
   * @param snapLimitMeters greatest access distance of a place, inclusive
   * @param demand demand points with their metres by the same sweep
   * @return one shape a band, in the order given
   * @throws IllegalArgumentException if the sweep ends before the largest band
   */
  public static List<ServiceAreaShape> network(
      ReachSweep reach, List<Cutoff> bands, double snapLimitMeters, DemandReach demand) {
    return new ServiceAreaPainter().draw(new ReachField(reach), bands, snapLimitMeters, demand);
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
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("need at least one band");
    }
    return bands.stream()
        .map(
            band -> {
              double radius = band.budgetMeters() / line.detourFactor();
              MultiPolygon circle = LocalShapes.circle(lon, lat, radius, GEOMETRY);
              return new ServiceAreaShape(band, circle, 0.0002 * radius + 0.001);
            })
        .toList();
  }
}
