package org.caremap.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caremap.area.Area;
import org.caremap.core.targets.PlanTable;
import org.caremap.core.targets.TargetPace;
import org.caremap.core.targets.TargetSeries;
import org.caremap.coverage.CareSnapshot;
import org.jspecify.annotations.Nullable;

/** Computes the rows of progress: one table, one snapshot, one day. */
final class ProgressTable {
  private static final String TOTAL = "合计";

  private final CareSnapshot snapshot;
  private final ProgressQuestion question;
  private final TargetSource source;
  private final Map<String, Measure> measures;
  private final FacilityTally tally;
  private final ElderShares shares;
  private final AreaMatcher matcher;
  private final Set<String> unmatched = new LinkedHashSet<>();
  private final List<ProgressAnswer.Row> rows = new ArrayList<>();
  private final Map<String, Sum> sums = new LinkedHashMap<>();

  /** What the total of one column is made of. */
  private static final class Sum {
    final TargetSeries series;
    final List<String> areas = new ArrayList<>();
    final Map<String, Integer> lacking = new TreeMap<>();
    final Set<String> missing = new LinkedHashSet<>();
    final Set<String> missingZh = new LinkedHashSet<>();
    double target;
    double expected;
    double weight;
    boolean weighed = true;
    boolean any;
    int year;
    double atLeast;
    double atMost;

    Sum(TargetSeries series) {
      this.series = series;
    }
  }

  ProgressTable(
      CareSnapshot snapshot,
      ProgressQuestion question,
      TargetSource source,
      Map<String, Measure> measures) {
    this.snapshot = snapshot;
    this.question = question;
    this.source = source;
    this.measures = measures;
    this.tally = new FacilityTally(snapshot, question.asOf());
    this.shares = new ElderShares(snapshot);
    this.matcher = new AreaMatcher(snapshot.areas());
  }

  /** Computes all; once. */
  ProgressTable compute(PlanTable table) {
    for (TargetSeries series : TargetSeries.of(table)) {
      Optional<Area> area =
          matcher.find(series.area(), source.aliases().getOrDefault(series.area(), List.of()));
      if (area.isEmpty()) {
        unmatched.add(series.area());
      }
      String within = question.area();
      boolean asked =
          within == null
              || area.isPresent() && snapshot.areas().isWithin(area.get().code(), within);
      if (asked) {
        add(series, area.orElse(null));
      }
    }
    return this;
  }

  List<ProgressAnswer.Row> rows() {
    return rows;
  }

  List<String> unmatched() {
    return List.copyOf(unmatched);
  }

  private @Nullable Measure measure(TargetSeries series) {
    return measures.get(series.code() == null ? series.column() : series.code());
  }

  private void add(TargetSeries series, @Nullable Area area) {
    Achieved achieved = achieved(series, area);
    TargetPace pace = TargetPace.of(series, question.asOf());
    rows.add(row(series, area, series.area(), pace, achieved));
    Sum sum = sums.computeIfAbsent(series.column(), column -> new Sum(series));
    if (area != null) {
      sum.areas.add(area.code());
    }
    sum.atLeast += achieved.least();
    sum.atMost += achieved.atMost();
    if (achieved.lacking().isEmpty()) {
      sum.missing.addAll(achieved.missing());
      sum.missingZh.addAll(achieved.missingZh());
    } else {
      FacilityTally.add(sum.lacking, achieved.lacking());
    }
    if (pace.target() != null && pace.expectedByNow() != null && pace.targetYear() != null) {
      double weight = !series.percent() || area == null ? 1 : shares.elders(area.code());
      sum.weighed &= area != null;
      sum.any = true;
      sum.year = Math.max(sum.year, pace.targetYear());
      sum.target += weight * pace.target();
      sum.expected += weight * pace.expectedByNow();
      sum.weight += weight;
    }
  }

  private Achieved achieved(TargetSeries series, @Nullable Area area) {
    Measure measure = measure(series);
    if (area == null) {
      return Achieved.unknown("an area called " + series.area(), "名为“" + series.area() + "”的区划");
    }
    if (measure == null) {
      return Achieved.unknown("what column " + series.column() + " counts", "该列所计的内容");
    }
    if (measure.fact() != null) {
      return shares.share(List.of(area.code()), measure.fact());
    }
    if (measure.operators() != null) {
      return Achieved.unknown("which area an operator belongs to", "运营机构所属的区划");
    }
    return tally.count(area.code(), measure);
  }

  private ProgressAnswer.Row row(
      TargetSeries series, @Nullable Area area, String name, TargetPace pace, Achieved achieved) {
    Measure measure = measure(series);
    return new ProgressAnswer.Row(
        area == null ? null : area.code(),
        name,
        series.column(),
        series.zh(),
        series.en(),
        measure == null ? null : indicator(measure),
        series.percent() ? "percent" : "count",
        question.asOf().getYear(),
        pace.target(),
        pace.targetYear(),
        achieved.atLeast(),
        Double.isInfinite(achieved.atMost()) ? null : achieved.atMost(),
        pace.expectedByNow(),
        pace.state(achieved.least(), achieved.atMost()).code(),
        achieved.missing(),
        achieved.missingZh());
  }

  private static String indicator(Measure measure) {
    if (measure.fact() != null) {
      return "percent of elders";
    }
    return measure.operators() != null ? "operators" : "facilities";
  }

  /** One for each column, over all rows that were asked for. */
  List<ProgressAnswer.Row> totals() {
    List<ProgressAnswer.Row> totals = new ArrayList<>();
    for (Sum sum : sums.values()) {
      // A total share is the mean by elders; without them it is not known.
      boolean known = sum.any && (!sum.series.percent() || sum.weighed && sum.weight > 0);
      double by = sum.series.percent() ? sum.weight : 1;
      TargetPace pace =
          known
              ? new TargetPace(sum.target / by, sum.year, sum.expected / by, sum.series.percent())
              : new TargetPace(null, null, null, sum.series.percent());
      totals.add(row(sum.series, null, TOTAL, pace, total(sum)));
    }
    return totals;
  }

  private Achieved total(Sum sum) {
    Measure measure = measure(sum.series);
    List<String> missing = new ArrayList<>(FacilityTally.words(sum.lacking));
    missing.addAll(sum.missing);
    List<String> missingZh = new ArrayList<>(FacilityTally.wordsZh(sum.lacking));
    missingZh.addAll(sum.missingZh);
    boolean whole = unmatched.isEmpty() || question.area() != null;
    if (measure != null && measure.fact() != null && whole) {
      return shares.share(sum.areas, measure.fact());
    }
    if (measure != null && measure.operators() != null && whole) {
      return tally.operators(sum.areas, measure, measure.operators());
    }
    boolean counted = measure != null && measure.fact() == null && measure.operators() == null;
    return new Achieved(
        counted && !sum.areas.isEmpty() ? sum.atLeast : null,
        counted ? sum.atMost : Double.POSITIVE_INFINITY,
        missing,
        missingZh);
  }
}
