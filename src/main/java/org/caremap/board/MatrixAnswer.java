package org.caremap.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Every type, every group and every area at once.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param method by network or straight line
 * @param minutes cut-off, inclusive
 * @param zoneMinutes cut-offs of zones that have their own
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param group whose reasons are given
 * @param types in the order of {@link Area#uncovered}
 * @param groups in the order of {@link Area#demand}
 * @param speedsKmh speeds of {@link Area#uncoveredBySpeed}, slow to fast
 * @param areas in order of code; the last, without a code, has the points of no area, where there
 *     are any
 * @param total the same over all of them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MatrixAnswer(
    String run,
    RunInputs inputs,
    String method,
    double minutes,
    Map<String, Double> zoneMinutes,
    double speedKmh,
    String profile,
    String group,
    List<String> types,
    List<String> groups,
    List<Double> speedsKmh,
    List<Area> areas,
    Total total) {
  /**
   * One area.
   *
   * @param code null for the points of no area
   * @param name null for the points of no area
   * @param level null for the points of no area
   * @param parent code of the area it is part of
   * @param uncovered people left out, a row a type, an entry a group
   * @param uncoveredBySpeed people of the group left out, a row a type, an entry a speed
   * @param demand known people of each group
   * @param unknownPoints points of each group whose count is unknown
   * @param reasons why people of the group are left out, for each type; capacities play no part
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Area(
      @Nullable String code,
      @Nullable String name,
      @Nullable String level,
      @Nullable String parent,
      double[][] uncovered,
      double[][] uncoveredBySpeed,
      double[] demand,
      int[] unknownPoints,
      List<GapReason> reasons) {}

  /**
   * All areas.
   *
   * @param uncovered people left out, a row a type, an entry a group
   * @param demand known people of each group
   */
  public record Total(double[][] uncovered, double[] demand) {}
}
