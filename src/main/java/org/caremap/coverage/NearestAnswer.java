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
 * @param trip which walk counts: to the facility, back, or the worse (slower) of the two
 * @param origin the place asked for
 * @param results nearest first; empty where nothing can be reached
 */
public record NearestAnswer(
    String method,
    double speedKmh,
    String profile,
    String trip,
    Origin origin,
    List<Result> results) {
  /**
   * The place asked for.
   *
   * @param snapMeters distance to the street it is joined to; null where no street is near enough,
   *     and 0 for straight lines
   * @param tooFarFromStreets whether no street is within {@code snapLimitMeters}
   * @param island whether that street belongs to no more than a part of the network that is cut off
   *     from its largest part
   */
  public record Origin(
      double lon,
      double lat,
      @Nullable Double snapMeters,
      boolean tooFarFromStreets,
      boolean island,
      double snapLimitMeters) {}

  /**
   * One facility.
   *
   * @param seconds walking time of the trip that counts, rounded
   * @param secondsThere walking time to the facility; null where only the way back was asked for
   * @param secondsBack walking time back from it; null where only the way there was asked for
   * @param meters walking distance of the line, access at both ends included
   * @param line the way from the place to the facility, or from it if only the way back was asked
   *     for
   */
  public record Result(
      FacilityRef facility,
      long seconds,
      @Nullable Long secondsThere,
      @Nullable Long secondsBack,
      double meters,
      Shape line) {}
}
