package org.caremap.project;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * The library, or a part of it.
 *
 * @param run id of the inputs
 * @param projects by year, quarter and name
 * @param totals what they come to
 */
public record ProjectList(String run, RunInputs inputs, List<ProjectView> projects, Totals totals) {
  /** What projects come to. Those that were called off are counted by status only. */
  public record Totals(
      int count,
      double costYuan,
      int unknownCosts,
      long places,
      @Nullable Double gainPeople,
      @Nullable Double lostPeople,
      int unknownGains,
      List<OfYear> byYear,
      List<OfStatus> byStatus) {
    static Totals of(List<ProjectView> projects) {
      List<ProjectView> counting = projects.stream().filter(ProjectView::counts).toList();
      TreeMap<Integer, List<ProjectView>> years = new TreeMap<>();
      counting.forEach(p -> years.computeIfAbsent(p.year(), year -> new ArrayList<>()).add(p));
      List<OfYear> byYear = new ArrayList<>();
      years.forEach((year, own) -> byYear.add(OfYear.of(year, Sum.of(own))));
      List<OfStatus> byStatus = new ArrayList<>();
      for (ProjectStatus status : ProjectStatus.values()) {
        List<ProjectView> own =
            projects.stream().filter(p -> p.status().equals(status.code())).toList();
        if (!own.isEmpty()) {
          byStatus.add(OfStatus.of(status, Sum.of(own)));
        }
      }
      Sum all = Sum.of(counting);
      return new Totals(
          all.count(),
          all.costYuan(),
          all.unknownCosts(),
          all.places(),
          all.gainPeople(),
          all.lostPeople(),
          all.unknownGains(),
          byYear,
          byStatus);
    }
  }

  /** What the projects of a year come to, without those that were called off. */
  public record OfYear(int year, int count, double costYuan, int unknownCosts, long places) {
    static OfYear of(int year, Sum sum) {
      return new OfYear(year, sum.count(), sum.costYuan(), sum.unknownCosts(), sum.places());
    }
  }

  /** What the projects of a status come to. */
  public record OfStatus(String status, int count, double costYuan, int unknownCosts) {
    static OfStatus of(ProjectStatus status, Sum sum) {
      return new OfStatus(status.code(), sum.count(), sum.costYuan(), sum.unknownCosts());
    }
  }
}
