package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.GrowingLongs;

/**
 * The answers of this package where no streets are loaded: great-circle distance times a detour
 * factor. Everybody can reach everything.
 *
 * @param detourFactor how much longer streets are than the straight line, in [1, 10]
 */
public record StraightLine(double detourFactor) {
  /** Walking distance over straight distance used unless told otherwise. */
  public static final double DEFAULT_DETOUR = 1.3;

  /**
   * @throws IllegalArgumentException if the factor is out of range
   */
  public StraightLine {
    if (!(detourFactor >= 1 && detourFactor <= 10)) {
      throw new IllegalArgumentException("detourFactor must be in [1, 10] but is " + detourFactor);
    }
  }

  /** Walking metres between two places. */
  public double meters(double lon1, double lat1, double lon2, double lat2) {
    return GreatCircle.meters(lon1, lat1, lon2, lat2) * detourFactor;
  }

  /**
   * Nearest facility of every demand point; ties go to the lower index.
   *
   * @param lon degrees of demand points
   * @param lat degrees, as many
   * @param facilityLon degrees of facilities
   * @param facilityLat degrees, as many
   */
  public NearestFacilities nearest(
      double[] lon, double[] lat, double[] facilityLon, double[] facilityLat) {
    PointGrid grid = new PointGrid(facilityLon, facilityLat);
    int[] cost = new int[lon.length];
    int[] facility = new int[lon.length];
    IntStream.range(0, lon.length)
        .parallel()
        .forEach(
            i -> {
              facility[i] = grid.nearest(lon[i], lat[i]);
              cost[i] =
                  facility[i] < 0
                      ? WalkingNetwork.UNREACHED
                      : WalkingNetwork.limit(
                          meters(
                              lon[i], lat[i], facilityLon[facility[i]], facilityLat[facility[i]]));
            });
    return new NearestFacilities(cost, facility);
  }

  /**
   * The points within a limit of one place.
   *
   * @param lon degrees of the place
   * @param lat degrees of the place
   * @param points the points, of which only those near the place are looked at
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   */
  public ReachedPlaces reached(double lon, double lat, PointGrid points, int limit) {
    GrowingLongs found = new GrowingLongs(64);
    BoundingBox around =
        new BoundingBox(lon, lat, lon, lat).expandedByMeters((limit + 1) / 1e3 / detourFactor);
    points.forEachIn(
        around,
        i -> {
          int cost = WalkingNetwork.limit(meters(points.lon(i), points.lat(i), lon, lat));
          if (cost <= limit) {
            found.add((long) i << 32 | cost);
          }
        });
    return ReachedPlaces.of(found.toArray());
  }

  /**
   * The k nearest facilities of one place, in order of metres, then of index.
   *
   * @param k at least 1
   * @param limitMeters inclusive limit, may be infinite
   */
  public List<NearFacility> kNearest(
      double lon,
      double lat,
      double[] facilityLon,
      double[] facilityLat,
      int k,
      double limitMeters) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1 but is " + k);
    }
    List<NearFacility> found = new ArrayList<>();
    for (int f = 0; f < facilityLon.length; f++) {
      double meters = meters(lon, lat, facilityLon[f], facilityLat[f]);
      if (meters <= limitMeters) {
        double[] line = {lon, lat, facilityLon[f], facilityLat[f]};
        found.add(new NearFacility(f, meters, meters, meters, new WalkingPath(meters, line)));
      }
    }
    found.sort(
        Comparator.comparingDouble(NearFacility::flatMeters)
            .thenComparingInt(NearFacility::facility));
    return List.copyOf(found.subList(0, Math.min(k, found.size())));
  }
}
