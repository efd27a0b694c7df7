package org.caremap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side.
 *
 * @param run id of the inputs
 * @param columns the county as it is, then the scenarios in the order asked for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CompareAnswer(
    String run,
    RunInputs inputs,
    List<String> types,
    double minutes,
    String group,
    String level,
    @Nullable String area,
    List<Column> columns) {
  /** The id of the county as it is. */
  public static final String BASE = "base";

  /**
   * One scenario.
   *
   * @param id {@link #BASE} for the county as it is
   * @param version null for the county as it is
   * @param stale whether the data have changed since it was saved; it is judged by those of today
   * @param changes how many
   * @param withoutEffect changes that cannot be made any more, by index, in words
   * @param total everybody of the group asked for
   * @param meanMinutes mean walk of all who can reach a facility, null where nobody can
   * @param yuan sum of the known costs
   * @param unknownCosts how many costs nobody has said; they are in no sum
   * @param facilities of the types asked for
   * @param capacity people that those take whose capacity is known; null where none is
   * @param unknownCapacity facilities of which nobody has said
   * @param served people with a place by the exact assignment; null unless asked for
   * @param groups by code, every group
   * @param areas every area of the level
   * @param unassigned points of no area, null where every point has one
   */
  public record Column(
      String id,
      String name,
      @Nullable Long version,
      boolean stale,
      int changes,
      List<Review> withoutEffect,
      CoverageAnswer.Numbers total,
      @Nullable Double meanMinutes,
      double yuan,
      int unknownCosts,
      int facilities,
      @Nullable Long capacity,
      int unknownCapacity,
      @Nullable Double served,
      Map<String, CoverageAnswer.Numbers> groups,
      List<CoverageAnswer.AreaNumbers> areas,
      CoverageAnswer.@Nullable Numbers unassigned) {}
}
