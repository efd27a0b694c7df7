package org.caremap.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much there is for each person.
 *
 * @param method by network or straight line
 * @param types of the facilities asked for
 * @param minutes cut-off, inclusive
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param group who is counted
 * @param area the area that the answer is about, null for all
 * @param model {@code 2sfca}, {@code e2sfca} or {@code gaussian}
 * @param zones weights by walking time; empty without zones
 * @param capacity which number of a facility says how much it offers
 * @param facilities facilities that operate
 * @param unknownCapacity of those, the ones that do not say how much they offer: nothing is counted
 *     of them
 * @param total all points asked for
 * @param areas one entry an area
 * @param unassigned points that belong to no area, null where every point does
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccessibilityAnswer(
    String method,
    List<String> types,
    double minutes,
    double speedKmh,
    String profile,
    String group,
    @Nullable String area,
    String model,
    List<Zone> zones,
    String capacity,
    int facilities,
    int unknownCapacity,
    Numbers total,
    List<AreaNumbers> areas,
    @Nullable Numbers unassigned) {
  /**
   * A zone of walking time.
   *
   * @param untilMinutes where it ends, inclusive
   * @param weight what a facility in it counts
   */
  public record Zone(double untilMinutes, double weight) {}

  /**
   * What is there for one group.
   *
   * @param demand people
   * @param placesPer1000 mean over the people of the places for each 1,000 of them; null where
   *     demand is 0
   * @param demandWithNone people who reach no place at all
   * @param shareWithNone of the demand, 0 to 1; null where demand is 0
   * @param unknownPoints points whose count is unknown; they are in nothing else
   * @param points all points, the unknown ones too
   */
  public record Numbers(
      double demand,
      @Nullable Double placesPer1000,
      double demandWithNone,
      @Nullable Double shareWithNone,
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
}
