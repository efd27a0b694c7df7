package org.caremap.coverage;

import java.util.List;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The nearest facilities of a place.
 *
 * @param method by network or straight line
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param origin the place asked for
 * @param results nearest first; empty where nothing can be reached
 */
public record NearestAnswer(
    String method, double speedKmh, String profile, Origin origin, List<Result> results) {
  /**
   * The place asked for.
   *
   * @param snapMeters distance to the street it is joined to; null where no street is near enough,
   *     and 0 for straight lines
   * @param tooFarFromStreets whether no street is within {@code snapLimitMeters}
   */
  public record Origin(
      double lon,
      double lat,
      @Nullable Double snapMeters,
      boolean tooFarFromStreets,
      double snapLimitMeters) {}

  /**
   * One facility.
   *
   * @param seconds walking time, rounded
   * @param meters walking distance, access at both ends included
   * @param line the way from the place to the facility
   */
  public record Result(FacilityRef facility, long seconds, double meters, Shape line) {}
}
