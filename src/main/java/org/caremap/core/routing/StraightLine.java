package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.PointGrid;

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
   * Metres from many points to one place.
   *
   * @return one value a point
   */
  public double[] metersTo(double placeLon, double placeLat, double[] lon, double[] lat) {
    double[] meters = new double[lon.length];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = meters(lon[i], lat[i], placeLon, placeLat);
    }
    return meters;
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
