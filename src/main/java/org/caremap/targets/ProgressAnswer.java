package org.caremap.targets;

import java.time.LocalDate;
import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan table's targets are reached on a day.
 *
 * @param run id of the inputs
 * @param code of the table
 * @param zh its name
 * @param en its name
 * @param method how it was counted, in words
 * @param methodZh the same in Chinese
 * @param rows one for each area and column with a target, in the table's order
 * @param totals one for each column, over the rows
 * @param unmatched names in the table that no loaded area has
 * @param contradictions how many the table has
 */
public record ProgressAnswer(
    String run,
    RunInputs inputs,
    String code,
    String zh,
    String en,
    LocalDate asOf,
    String method,
    String methodZh,
    List<Row> rows,
    List<Row> totals,
    List<String> unmatched,
    int contradictions) {

  /**
   * One target.
   *
   * @param area code of the loaded area; null where none was found, and in totals
   * @param name as printed in the table; 合计 in totals
   * @param column the thing's code, or its header
   * @param indicator what is counted: {@code facilities}, {@code operators}, {@code percent of
   *     elders}; null where nobody said what the column means
   * @param unit {@code count} or {@code percent}
   * @param year of the day asked
   * @param target due by the end of that year; null where none is in force
   * @param targetYear the year that set it
   * @param achieved what is achieved for certain; null where nothing can be said
   * @param achievedAtMost what may be achieved, with all that is not known; null where that has no
   *     bound
   * @param expectedByNow on the line between last year's target and this year's
   * @param state ahead, on-track, behind, cannot-be-judged or no-target
   * @param missing what is not known, in English
   * @param missingZh the same in Chinese
   */
  public record Row(
      @Nullable String area,
      String name,
      String column,
      String zh,
      String en,
      @Nullable String indicator,
      String unit,
      int year,
      @Nullable Double target,
      @Nullable Integer targetYear,
      @Nullable Double achieved,
      @Nullable Double achievedAtMost,
      @Nullable Double expectedByNow,
      String state,
      List<String> missing,
      List<String> missingZh) {}
}
