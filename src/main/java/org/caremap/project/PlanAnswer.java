package org.caremap.project;

import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * The library by year, beside the yearly targets. Projects that were called off are left out.
 *
 * @param run id of the inputs
 * @param from first year
 * @param method how it was counted, in words
 * @param methodZh the same in Chinese
 * @param years one each, from {@code from} on
 * @param totals what the projects of these years come to
 * @param outside how many projects lie in other years
 */
public record PlanAnswer(
    String run,
    RunInputs inputs,
    int from,
    String method,
    String methodZh,
    List<Year> years,
    Sum totals,
    int outside) {
  /**
   * One year.
   *
   * @param places as in {@link Sum}, and so are the people
   * @param byType what the projects of each facility type come to; type null for those of none
   * @param byTown the same by street or town; code null for those of which nobody knows where
   * @param projects ids, in the order of the library
   * @param targets one for each column of each plan table
   */
  public record Year(
      int year,
      int count,
      double costYuan,
      int unknownCosts,
      long places,
      @Nullable Double gainPeople,
      @Nullable Double lostPeople,
      int unknownGains,
      List<OfType> byType,
      List<OfTown> byTown,
      List<String> projects,
      List<Target> targets) {}

  /** What the projects of a facility type come to. */
  public record OfType(
      @Nullable String type, int count, double costYuan, int unknownCosts, long places) {}

  /** What the projects in a street or town come to. */
  public record OfTown(
      @Nullable String code,
      @Nullable String name,
      int count,
      double costYuan,
      int unknownCosts,
      long places) {}

  /**
   * One column of a plan table at the end of a year.
   *
   * @param table code of the plan table
   * @param column the thing's code, or its header
   * @param unit {@code count} or {@code percent}
   * @param target due by the end of the year; null where none is in force
   * @param targetYear the year that set it
   * @param achieved by the facilities that operate today, for certain; null where nothing can be
   *     said
   * @param achievedAtMost what may be achieved with all that is not known; null without a bound
   * @param plannedBefore what projects of earlier years add for certain; null where projects
   *     cannot, or where nothing can be said
   * @param planned what this year's projects add for certain
   * @param plannedAtMost what they may add, with all that is not known
   * @param missing target less achieved, planned before and planned, at least 0; null where that
   *     cannot be said
   * @param unknown what is not known, in English
   * @param unknownZh the same in Chinese
   */
  public record Target(
      String table,
      String tableZh,
      String tableEn,
      String column,
      String zh,
      String en,
      String unit,
      @Nullable Double target,
      @Nullable Integer targetYear,
      @Nullable Double achieved,
      @Nullable Double achievedAtMost,
      @Nullable Double plannedBefore,
      @Nullable Double planned,
      @Nullable Double plannedAtMost,
      @Nullable Double missing,
      List<String> unknown,
      List<String> unknownZh) {}
}
