package org.caremap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.AssignmentAnswer;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.PlacesService;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * What changes would do, answered while somebody drags.
 *
 * @param run id of the inputs
 * @param before people of the group asked for, as things are
 * @param after as they would be
 * @param gained people who arrive in time and did not
 * @param lost people who arrived in time and would no more
 * @param changedPoints demand points with another way or another nearest facility
 * @param facilities of the types asked for
 * @param meanMinutes mean walk of all who can reach a facility
 * @param groups by code, every group
 * @param areas those in which people of the group asked for come or go; empty without {@code
 *     detail=areas}
 * @param unassigned the same of points of no area; null where nothing changes there
 * @param snapped where what has a place joins the streets
 * @param yuan sum of the known costs
 * @param unknownCosts how many costs nobody has said; they are in no sum
 * @param capacity places and who gets one, null unless asked for
 * @param serverMillis time from reading the request to having the answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TryAnswer(
    String run,
    RunInputs inputs,
    CoverageAnswer.Numbers before,
    CoverageAnswer.Numbers after,
    double gained,
    double lost,
    int changedPoints,
    Pair<Integer> facilities,
    Pair<Double> meanMinutes,
    Map<String, GroupChange> groups,
    List<AreaChange> areas,
    @Nullable Pair<CoverageAnswer.Numbers> unassigned,
    List<Snapped> snapped,
    double yuan,
    int unknownCosts,
    @Nullable Pair<Places> capacity,
    double serverMillis) {
  /** Something before and after. */
  public record Pair<T>(@Nullable T before, @Nullable T after) {}

  /** One group. */
  public record GroupChange(
      CoverageAnswer.Numbers before, CoverageAnswer.Numbers after, double gained, double lost) {}

  /** One area. */
  public record AreaChange(
      String code,
      String name,
      String level,
      @Nullable String parent,
      CoverageAnswer.Numbers before,
      CoverageAnswer.Numbers after) {}

  /**
   * Where something joins the streets.
   *
   * @param index of the change
   * @param key of the change, or the facility's external id
   * @param op of the change
   * @param end {@code from} or {@code to} of a footbridge, null for all else
   * @param onStreet whether a street is near enough; without one the change has no effect
   * @param lon of the point on the street, null where there is none
   * @param lat as well
   * @param snapMeters from the place to that point, null where there is none
   * @param island whether that street is not connected with most others
   * @param street its name, null where it has none
   * @param line the piece that closes, [lon, lat] each; null for all else
   */
  public record Snapped(
      int index,
      String key,
      String op,
      @Nullable String end,
      boolean onStreet,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Double snapMeters,
      boolean island,
      @Nullable String street,
      double @Nullable [][] line) {}

  /** Places, and who gets one by the exact assignment. */
  public record Places(PlacesService.Offer places, AssignmentAnswer.Numbers people) {}
}
