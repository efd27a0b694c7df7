package org.caremap.siting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a candidate was chosen, or not.
 *
 * @param rank place in the order of opening, from 1; null where it was not chosen
 * @param id of the candidate
 * @param name null where it has none
 * @param kind idle_premises, community_building, facility, corner or place
 * @param lon degrees
 * @param lat degrees
 * @param areaCode smallest area around it
 * @param areaName its name
 * @param townName street or town around it
 * @param priceYuan null where nobody has said
 * @param costSource own, request, {@code grant:<code>} or unknown
 * @param capacity people it takes, null where nobody has said
 * @param forced whether it was asked for in any case
 * @param chosen whether it is in the answer
 * @param gain people newly covered: of a chosen one when it opens after those ranked before it, of
 *     another if it opened beside all chosen ones; where facilities can be full, people who newly
 *     get a place
 * @param gainWeighted the same by weight
 * @param gainMinutes person-minutes that are saved; null but for the p-median
 * @param gainPer10kYuan gain for each 10,000 yuan; null where the price is unknown or nought
 * @param alone people newly covered if it alone opened
 * @param inReach people within the cut-off
 * @param alreadyServed those of them who have a facility in reach already
 * @param lossIfDropped people who lose their cover if only this one is left out; null where it was
 *     not chosen
 * @param second the best that could be put in its place; null where there is none
 * @param who gains; of one that was not chosen: who would, if it alone opened
 * @param why it was not chosen: forbidden, nobody-in-reach, already-served, price-unknown,
 *     capacity-unknown, budget, covered-by-chosen or fewer-people; null where it was
 * @param whyValues the figures behind that
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SiteFacts(
    @Nullable Integer rank,
    String id,
    @Nullable String name,
    String kind,
    double lon,
    double lat,
    @Nullable String areaCode,
    @Nullable String areaName,
    @Nullable String townName,
    @Nullable Double priceYuan,
    String costSource,
    @Nullable Double capacity,
    boolean forced,
    boolean chosen,
    double gain,
    double gainWeighted,
    @Nullable Double gainMinutes,
    @Nullable Double gainPer10kYuan,
    double alone,
    double inReach,
    double alreadyServed,
    @Nullable Double lossIfDropped,
    @Nullable Second second,
    Who who,
    @Nullable String why,
    Map<String, Object> whyValues) {
  /**
   * The second best.
   *
   * @param lossIfReplaced people who lose their cover by the exchange; less than 0 where more gain
   * @param lossMinutes person-minutes more; null but for the p-median
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Second(
      String id, @Nullable String name, double lossIfReplaced, @Nullable Double lossMinutes) {}

  /**
   * Who gains.
   *
   * @param groups people newly covered by group; groups of which nothing is known are left out
   * @param areas communities and villages with most of them, at most five
   */
  public record Who(Map<String, Double> groups, List<AreaGain> areas) {}

  /** People of one community or village. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AreaGain(String code, @Nullable String name, double people) {}
}
