package org.caremap.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.caremap.targets.ProgressAnswer;
import org.caremap.targets.ProgressQuestion;
import org.caremap.targets.TargetService;
import org.caremap.targets.TargetSummary;
import org.jspecify.annotations.Nullable;

/** The library by year, beside the yearly targets. */
@ApplicationScoped
public class PlanService {
  /** Most years in one answer. */
  static final int MOST_YEARS = 10;

  private static final String PERCENT = "percent";

  private static final String METHOD =
      "Projects that were called off are left out. Achieved: facilities that operate today, counted"
          + " as for /targets. Planned: the same count with every project done, each as if it"
          + " opened on 31 December of its year, less the count without; a facility that a project"
          + " is linked with and that operates already counts as achieved only. What is not known"
          + " of a project (whether the facility is to meet the standard, who is to run it) makes"
          + " it count neither way. Shares of elders are not moved by projects. Missing: target"
          + " less achieved less planned. Costs that nobody has said are in no sum. Who comes"
          + " within reach and who no longer is, is counted for each project by itself against the"
          + " county as it is: who gains or loses by two projects counts with both, and what"
          + " projects do together is not the sum. The comparison of scenarios says what they do"
          + " together.";

  private static final String METHOD_ZH =
      "已取消的项目不计。已完成：按年度目标的口径统计今天在运营的设施。计划：设全部项目建成（均按所在年度"
          + "12月31日开办）再统计一次，减去没有这些项目时的数；项目已关联、且设施已在运营的，只计入已完成。"
          + "项目中没有写明的条件（建成后是否达标、是否社会化运营）不计入、也不算未完成。老年人占比类目标不随"
          + "项目变化。尚缺：目标减去已完成、再减去计划。没有写明的投资不计入合计。新增和减少的走得到人数按单个"
          + "项目对照现状分别测算，同一老人受几个项目影响的各计一次，几个项目合起来的效果不等于逐项相加；"
          + "合起来的效果见方案比较。";

  private final ProjectService projects;
  private final TargetService targets;

  PlanService(ProjectService projects, TargetService targets) {
    this.projects = projects;
    this.targets = targets;
  }

  /**
   * The library by year.
   *
   * @param from first year
   * @param years how many, 1 to {@value #MOST_YEARS}
   * @param table code of the plan table whose targets stand beside it; null for all that have an
   *     area which is loaded
   * @throws ProblemException 404 where there is no such table
   */
  public PlanAnswer plan(CareSnapshot snapshot, int from, int years, @Nullable String table) {
    List<Project> all = projects.all();
    List<ProjectView> views =
        all.stream()
            .filter(project -> project.deletedAt() == null && project.counts())
            .map(project -> ProjectView.of(project, snapshot.areas()))
            .sorted(ProjectService.BY_TIME)
            .toList();
    List<ProjectView> within =
        views.stream().filter(p -> p.year() >= from && p.year() < from + years).toList();
    Map<String, String> question = new TreeMap<>();
    question.put("kind", ProjectService.KIND);
    question.put("from", Integer.toString(from));
    question.put("years", Integer.toString(years));
    if (table != null) {
      question.put("code", table);
    }
    RunInputs inputs = projects.inputs(snapshot, question, all);
    Aims aims = new Aims(snapshot, all, table);
    List<PlanAnswer.Year> each = new ArrayList<>();
    for (int year = from; year < from + years; year++) {
      int of = year;
      each.add(
          year(year, within.stream().filter(p -> p.year() == of).toList(), aims.targets(year)));
    }
    return new PlanAnswer(
        inputs.id(),
        inputs,
        from,
        METHOD,
        METHOD_ZH,
        each,
        Sum.of(within),
        views.size() - within.size());
  }

  /** The first year that has a project, this year where there is none. */
  public int firstYear() {
    return projects.all().stream()
        .filter(project -> project.deletedAt() == null && project.counts())
        .mapToInt(project -> project.details().year())
        .min()
        .orElse(targets.today().getYear());
  }

  private static PlanAnswer.Year year(
      int year, List<ProjectView> own, List<PlanAnswer.Target> targets) {
    Sum sum = Sum.of(own);
    List<PlanAnswer.OfType> byType = new ArrayList<>();
    grouped(own, p -> String.valueOf(p.type()))
        .forEach(
            group -> {
              Sum of = Sum.of(group);
              byType.add(
                  new PlanAnswer.OfType(
                      group.get(0).type(),
                      of.count(),
                      of.costYuan(),
                      of.unknownCosts(),
                      of.places()));
            });
    List<PlanAnswer.OfTown> byTown = new ArrayList<>();
    grouped(own, p -> String.valueOf(p.townCode()))
        .forEach(
            group -> {
              Sum of = Sum.of(group);
              byTown.add(
                  new PlanAnswer.OfTown(
                      group.get(0).townCode(),
                      group.get(0).townName(),
                      of.count(),
                      of.costYuan(),
                      of.unknownCosts(),
                      of.places()));
            });
    return new PlanAnswer.Year(
        year,
        sum.count(),
        sum.costYuan(),
        sum.unknownCosts(),
        sum.places(),
        sum.gainPeople(),
        sum.lostPeople(),
        sum.unknownGains(),
        byType,
        byTown,
        own.stream().map(ProjectView::id).toList(),
        targets);
  }

  /** By a key, the dearest first. */
  private static List<List<ProjectView>> grouped(
      List<ProjectView> own, Function<ProjectView, String> key) {
    Map<String, List<ProjectView>> groups = new LinkedHashMap<>();
    own.forEach(p -> groups.computeIfAbsent(key.apply(p), k -> new ArrayList<>()).add(p));
    return groups.values().stream()
        .sorted(Comparator.comparingDouble(group -> -Sum.of(group).costYuan()))
        .toList();
  }

  /** The targets of every table, with projects and without. */
  private final class Aims {
    private final CareSnapshot today;
    private final List<Project> all;
    private final List<TargetSummary> tables;
    private final Map<String, ProgressAnswer> achieved = new HashMap<>();
    private final Map<Integer, CareSnapshot> planned = new HashMap<>();

    Aims(CareSnapshot today, List<Project> all, @Nullable String table) {
      this.today = today;
      this.all = all;
      List<TargetSummary> known = targets.list();
      if (table != null && known.stream().noneMatch(one -> one.code().equals(table))) {
        throw ProblemException.notFound("plan table", table);
      }
      tables = new ArrayList<>();
      for (TargetSummary one : known) {
        if (table == null || one.code().equals(table)) {
          ProgressAnswer now = progress(today, one.code(), targets.today());
          if (table != null || now.rows().stream().anyMatch(row -> row.area() != null)) {
            tables.add(one);
            achieved.put(one.code(), now);
          }
        }
      }
    }

    private ProgressAnswer progress(CareSnapshot snapshot, String code, LocalDate day) {
      return targets.progress(snapshot, new ProgressQuestion(code, day, null));
    }

    private CareSnapshot doneBy(int year) {
      return planned.computeIfAbsent(year, y -> PlannedCounty.of(today, all, y));
    }

    List<PlanAnswer.Target> targets(int year) {
      List<PlanAnswer.Target> list = new ArrayList<>();
      LocalDate end = LocalDate.of(year, 12, 31);
      for (TargetSummary table : tables) {
        Map<String, ProgressAnswer.Row> now = byColumn(achieved.get(table.code()));
        Map<String, ProgressAnswer.Row> without = byColumn(progress(today, table.code(), end));
        Map<String, ProgressAnswer.Row> before =
            byColumn(progress(doneBy(year - 1), table.code(), end));
        progress(doneBy(year), table.code(), end).totals().stream()
            .map(
                row ->
                    target(
                        table,
                        now.get(row.column()),
                        without.get(row.column()),
                        before.get(row.column()),
                        row))
            .forEach(list::add);
      }
      return list;
    }

    private Map<String, ProgressAnswer.Row> byColumn(ProgressAnswer answer) {
      Map<String, ProgressAnswer.Row> rows = new HashMap<>();
      answer.totals().forEach(row -> rows.put(row.column(), row));
      return rows;
    }

    private PlanAnswer.Target target(
        TargetSummary table,
        ProgressAnswer.Row now,
        ProgressAnswer.Row without,
        ProgressAnswer.Row before,
        ProgressAnswer.Row with) {
      boolean moved = !with.unit().equals(PERCENT);
      Double plannedBefore = moved ? less(before.achieved(), without.achieved()) : null;
      Double planned = moved ? less(with.achieved(), before.achieved()) : null;
      Double atMost = moved ? less(with.achievedAtMost(), before.achievedAtMost()) : null;
      Double missing = less(with.target(), now.achieved());
      if (missing != null && plannedBefore != null && planned != null) {
        missing = missing - plannedBefore - planned;
      }
      return new PlanAnswer.Target(
          table.code(),
          table.zh(),
          table.en(),
          with.column(),
          with.zh(),
          with.en(),
          with.unit(),
          with.target(),
          with.targetYear(),
          now.achieved(),
          now.achievedAtMost(),
          plannedBefore,
          planned,
          // What became certain is no longer among what may be.
          atMost == null || planned == null ? null : (Double) Math.max(atMost, planned),
          missing == null ? null : (Double) Math.max(0, missing),
          with.missing(),
          with.missingZh());
    }
  }

  private static @Nullable Double less(@Nullable Double from, @Nullable Double what) {
    return from == null || what == null ? null : (Double) (from - what);
  }
}
