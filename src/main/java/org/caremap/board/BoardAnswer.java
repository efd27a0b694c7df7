package org.caremap.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.Barriers;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * The gap board of one type of facility, or of several that serve together.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param method by network or straight line
 * @param types of the facilities
 * @param minutes cut-off, inclusive
 * @param zoneMinutes cut-offs of zones that have their own
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param trip which walk counts
 * @param group who is counted
 * @param weights by which groups are weighed for the ranking; null where the group ranks
 * @param level areas of this level's depth are the rows
 * @param area the area that the question was restricted to, null for all
 * @param facilities how many facilities were counted on, wherever they are
 * @param total all points asked for, as /coverage says it
 * @param spread the same at other speeds, slow to fast
 * @param rows worst first; areas of which nothing is known come last
 * @param unassigned points in no area of the level; null where every point is in one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BoardAnswer(
    String run,
    RunInputs inputs,
    String method,
    List<String> types,
    double minutes,
    Map<String, Double> zoneMinutes,
    double speedKmh,
    String profile,
    String trip,
    String group,
    @Nullable Map<String, Double> weights,
    String level,
    @Nullable String area,
    int facilities,
    CoverageAnswer.Numbers total,
    List<Spread> spread,
    List<Row> rows,
    CoverageAnswer.@Nullable Numbers unassigned) {
  /**
   * One area.
   *
   * @param rank from 1; null where nothing is known of the people
   * @param code of the area
   * @param name of the area
   * @param level of the area
   * @param parent code of the area it is part of
   * @param parentName its name
   * @param urban urban or rural, null where unknown
   * @param serviceZone centre or outer, null where unknown
   * @param minutes the cut-off; null where points of the area differ in theirs
   * @param facilities operating facilities of the types in the area
   * @param numbers people of the group, as /coverage says it
   * @param weighted what it is ranked by where there are weights: the sum over groups of weight
   *     times people left out; null where there are none or nothing is known
   * @param nearestMinutes median walk of the people left out who can reach a facility at all; null
   *     where there are none
   * @param reason what leaves out most of them
   * @param reasons people left out by reason
   * @param barrier what bars the way of most whom a facility is near by the straight line only;
   *     null where nothing known does
   * @param spread the numbers at other speeds, slow to fast
   * @param groups every group by code
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      @Nullable Integer rank,
      String code,
      String name,
      String level,
      @Nullable String parent,
      @Nullable String parentName,
      @Nullable Boolean urban,
      @Nullable String serviceZone,
      @Nullable Double minutes,
      int facilities,
      @JsonUnwrapped CoverageAnswer.Numbers numbers,
      @Nullable Double weighted,
      @Nullable Double nearestMinutes,
      GapReason reason,
      Reasons reasons,
      Barriers.@Nullable Barrier barrier,
      List<Spread> spread,
      Map<String, Group> groups) {}

  /**
   * People by reason. The first three add up to those who do not arrive in time; the last are among
   * those who do.
   *
   * @param noFacility none in their area and none near by the straight line
   * @param tooFar one in their area, but too far even by the straight line
   * @param barrier near by the straight line, but not by the streets
   * @param overCapacity in time, but all full; null where no facility says how many it takes, or it
   *     was not asked
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Reasons(
      @JsonProperty("no-facility") double noFacility,
      @JsonProperty("too-far") double tooFar,
      @JsonProperty("barrier") double barrier,
      @JsonProperty("over-capacity") @Nullable Double overCapacity) {}

  /**
   * People left out at a speed.
   *
   * @param speedKmh flat walking speed
   * @param uncovered who do not arrive in time
   * @param coveredShare 0 to 1, null where demand is 0
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Spread(double speedKmh, double uncovered, @Nullable Double coveredShare) {}

  /**
   * People of one group.
   *
   * @param demand known people
   * @param uncovered who do not arrive in time
   * @param unknownPoints points whose count is unknown
   */
  public record Group(double demand, double uncovered, int unknownPoints) {}
}
