package org.caremap.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a place where facilities can be full.
 *
 * @param method by network or straight line
 * @param types of the facilities asked for
 * @param minutes cut-off, inclusive
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param group who is counted
 * @param area the area that the answer is about, null for all
 * @param capacity which number of a facility says how many people it can take
 * @param meanSeconds mean walk of all who are served anywhere; null where nobody is
 * @param total all points asked for
 * @param areas one entry an area
 * @param unassigned points that belong to no area, null where every point does
 * @param facilities every operating facility of these types
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AssignmentAnswer(
    String method,
    List<String> types,
    double minutes,
    double speedKmh,
    String profile,
    String group,
    @Nullable String area,
    String capacity,
    @Nullable Long meanSeconds,
    Numbers total,
    List<AreaNumbers> areas,
    @Nullable Numbers unassigned,
    List<FacilityLoad> facilities) {
  /**
   * Counts of one group.
   *
   * @param demand served + overCapacity + unknownCapacity + outOfReach
   * @param served who has a place within the cut-off
   * @param overCapacity who reaches facilities in time but finds all of them full
   * @param unknownCapacity who has no place but reaches, in time, a facility of which nobody has
   *     said how many it takes
   * @param outOfReach who reaches no facility in time
   * @param servedShare 0 to 1, null where demand is 0
   * @param unknownPoints points whose count is unknown; they are in nothing else
   * @param points all points, the unknown ones too
   */
  public record Numbers(
      double demand,
      double served,
      double overCapacity,
      double unknownCapacity,
      double outOfReach,
      @Nullable Double servedShare,
      int unknownPoints,
      int points) {}

  /**
   * The numbers of one area.
   *
   * @param code its code
   * @param name null where no such area is loaded
   * @param level null where no such area is loaded
   * @param parent code of the area it is part of
   */
  public record AreaNumbers(
      String code,
      @Nullable String name,
      @Nullable String level,
      @Nullable String parent,
      @JsonUnwrapped Numbers numbers) {}

  /**
   * One facility.
   *
   * @param capacity people it can take, null where nobody has said
   * @param load people given to it, null where the capacity is unknown
   * @param inReach people who reach it in time, whether they have a place there or not
   */
  public record FacilityLoad(
      FacilityRef facility, @Nullable Integer capacity, @Nullable Double load, double inReach) {}
}
