package org.caremap.find;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import org.caremap.coverage.NearestAnswer;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityProperties;
import org.caremap.hours.HoursAnswer;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What is near a place for a need, with everything somebody needs to go there.
 *
 * @param method by network or straight line
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param trip which walk counts
 * @param minutes how far counts as within reach
 * @param need what was asked for, null where kinds of facility were
 * @param at when this was true
 * @param origin the place asked for
 * @param within how many of the results are within the minutes
 * @param results nearest first; empty where nothing can be reached
 * @param delivery who brings it to the place's area, nearest first; empty where nobody publishes so
 */
public record FindAnswer(
    String method,
    double speedKmh,
    String profile,
    String trip,
    double minutes,
    @Nullable String need,
    OffsetDateTime at,
    Origin origin,
    int within,
    List<Result> results,
    List<Delivery> delivery) {

  /**
   * The place asked for.
   *
   * @param snapMeters distance to its street; null where no street is near enough
   * @param tooFarFromStreets whether no street is within {@code snapLimitMeters}
   * @param island whether its street is cut off from the largest part of the network
   * @param area the smallest area it lies in, null where that is not known
   */
  public record Origin(
      double lon,
      double lat,
      @Nullable Double snapMeters,
      boolean tooFarFromStreets,
      boolean island,
      double snapLimitMeters,
      @Nullable AreaName area) {
    static Origin of(NearestAnswer.Origin origin, @Nullable AreaName area) {
      return new Origin(
          origin.lon(),
          origin.lat(),
          origin.snapMeters(),
          origin.tooFarFromStreets(),
          origin.island(),
          origin.snapLimitMeters(),
          area);
    }
  }

  /** An area by code and name. */
  public record AreaName(String code, String name) {}

  /** A facility with all that is published of it, and its place. */
  public record Place(@JsonUnwrapped FacilityProperties properties, double lon, double lat) {
    static Place of(Facility facility) {
      return new Place(
          FacilityProperties.of(facility), facility.details().lon(), facility.details().lat());
    }
  }

  /**
   * One facility.
   *
   * @param hours whether it is open
   * @param seconds of the walk that counts
   * @param secondsThere to it; null where only the way back was asked for
   * @param secondsBack from it; null where only the way there was asked for
   * @param meters of the line
   * @param within whether {@code seconds} is within the minutes
   * @param delivers whether it brings its service to the place's area; null where that is not
   *     published or the area is not known
   * @param way the walk in words; null for a straight line
   * @param line the walk as a line
   */
  public record Result(
      Place facility,
      HoursAnswer hours,
      long seconds,
      @Nullable Long secondsThere,
      @Nullable Long secondsBack,
      double meters,
      boolean within,
      @Nullable Boolean delivers,
      @Nullable WayAnswer way,
      Shape line) {}

  /** A facility that brings its service to the place's area. */
  public record Delivery(Place facility, HoursAnswer hours) {}

  /**
   * A walk in words; see {@link org.caremap.core.routing.Way}.
   *
   * @param unknownHeights whether the ground's height is not known for all of it
   */
  public record WayAnswer(
      double stepsMeters,
      int lifts,
      @Nullable Double ascentMeters,
      @Nullable Double descentMeters,
      @Nullable Double steepestPercent,
      boolean unknownHeights,
      List<Part> parts) {}

  /** One part of a walk; see {@link org.caremap.core.routing.Way.Part}. */
  public record Part(
      String kind,
      @Nullable String name,
      double meters,
      String turn,
      @Nullable Double ascentMeters,
      @Nullable Double descentMeters,
      @Nullable Double steepestPercent,
      int fromPoint) {}
}
