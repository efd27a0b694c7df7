package org.caremap.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is covered.
 *
 * @param method by network or straight line
 * @param types of the facilities asked for
 * @param minutes cut-off, inclusive
 * @param zoneMinutes cut-offs of zones that have their own; absent where there are none
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param trip which walk counts: to the facility, back, or the worse (slower) of the two
 * @param group who is counted
 * @param area the area that the question was restricted to, null for all
 * @param facilities how many facilities were counted on
 * @param total all points asked for
 * @param areas one entry an area
 * @param unassigned points that belong to no area, null where every point does
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CoverageAnswer(
    String method,
    List<String> types,
    double minutes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> zoneMinutes,
    double speedKmh,
    String profile,
    String trip,
    String group,
    @Nullable String area,
    int facilities,
    Numbers total,
    List<AreaNumbers> areas,
    @Nullable Numbers unassigned) {
  /**
   * Counts of one group.
   *
   * @param demand covered + uncovered
   * @param covered who arrive in time
   * @param uncovered who do not
   * @param unreachable part of uncovered: no connection at all
   * @param unknownPoints points whose count is unknown; they are in nothing else
   * @param points all points, the unknown ones too
   * @param coveredShare 0 to 1, null where demand is 0
   */
  public record Numbers(
      double demand,
      double covered,
      double uncovered,
      double unreachable,
      int unknownPoints,
      int points,
      @Nullable Double coveredShare) {}

  /**
   * The counts of one area.
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
