package org.caremap.core.coverage;

import java.util.function.IntToDoubleFunction;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.PointGrid;

/**
 * Demand points with their walking metres to one place: what a picture of its service area must
 * agree with. Only the points around the picture are asked for, so a county's points stand in a
 * grid and cost nothing where they are far away.
 */
public final class DemandReach {
  /** No demand. */
  public static final DemandReach NONE =
      new DemandReach(new double[0], new double[0], new double[0]);

  /** Sees one demand point. */
  interface Visitor {
    void point(double lon, double lat, double meters);
  }

  private interface Source {
    void visit(BoundingBox box, Visitor visitor);
  }

  private final Source source;

  /**
   * A list of points, read from end to end for each picture. The arrays are kept, not copied: do
   * not change them afterwards.
   *
   * @param lon degrees
   * @param lat degrees, as many
   * @param meters walking metres to the place, access included; infinite if it cannot be reached
   */
  public DemandReach(double[] lon, double[] lat, double[] meters) {
    if (lon.length != lat.length || lon.length != meters.length) {
      throw new IllegalArgumentException(
          "need one lon, lat and metres for each point but got %d, %d, %d"
              .formatted(lon.length, lat.length, meters.length));
    }
    source =
        (box, visitor) -> {
          for (int i = 0; i < lon.length; i++) {
            if (box.contains(lon[i], lat[i])) {
              visitor.point(lon[i], lat[i], meters[i]);
            }
          }
        };
  }

  private DemandReach(Source source) {
    this.source = source;
  }

  /**
   * The points of a grid, of which only those around the picture are read.
   *
   * @param points demand points, reached or not
   * @param metersOfPoint walking metres of a point of the grid to the place, access included;
   *     infinite if it cannot be reached
   */
  public static DemandReach of(PointGrid points, IntToDoubleFunction metersOfPoint) {
    return new DemandReach(
        (box, visitor) ->
            points.forEachIn(
                box,
                i -> visitor.point(points.lon(i), points.lat(i), metersOfPoint.applyAsDouble(i))));
  }

  void forEachIn(BoundingBox box, Visitor visitor) {
    source.visit(box, visitor);
  }
}
