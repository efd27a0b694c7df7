package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.targets.Contradiction;
import org.caremap.coverage.CareSnapshot;
import org.caremap.targets.ProgressAnswer;
import org.caremap.targets.ProgressQuestion;
import org.caremap.targets.TargetService;
import org.caremap.targets.TargetSummary;
import org.jspecify.annotations.Nullable;

/** Progress towards the targets of a plan table, in words, as charts and as tables. */
@ApplicationScoped
class TargetParts {
  private static final int MOST_CHARTS = 9;
  private static final int NAMED = 4;
  private static final String BEHIND = "behind";

  private final TargetService targets;

  TargetParts(TargetService targets) {
    this.targets = targets;
  }

  /** The same question at the end of every year of the table: what its charts are drawn from. */
  List<ProgressAnswer> byYear(CareSnapshot snapshot, ProgressAnswer progress, String code) {
    List<ProgressAnswer> years = new ArrayList<>();
    String area = progress.inputs().question().get("area");
    for (int year : years(code)) {
      LocalDate end = LocalDate.of(year, 12, 31);
      years.add(
          year == progress.asOf().getYear()
              ? progress
              : targets.progress(snapshot, new ProgressQuestion(code, end, area)));
    }
    return years;
  }

  private List<Integer> years(String code) {
    return targets.list().stream()
        .filter(table -> table.code().equals(code))
        .findFirst()
        .map(TargetSummary::years)
        .orElse(List.of());
  }

  Part part(
      ProgressAnswer progress,
      List<ProgressAnswer> byYear,
      List<Contradiction> found,
      String id,
      ReportText text) {
    return Part.of(
            id,
            text.get("targets.part", text.pick(progress.zh(), progress.en())),
            sentences(progress, text),
            table(progress.totals(), text.get("targets.totals"), false, text),
            table(progress.rows(), text.get("targets.rows"), true, text),
            contradictions(found, progress.code(), text))
        .with(charts(progress, byYear, text));
  }

  /** All sentences: what was reached, and how it was counted. */
  List<String> sentences(ProgressAnswer progress, ReportText text) {
    List<String> says = new ArrayList<>(brief(progress, text));
    says.add(text.pick(progress.methodZh(), progress.method()));
    return says;
  }

  /** What was reached. */
  List<String> brief(ProgressAnswer progress, ReportText text) {
    List<String> says = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String state : List.of("ahead", "on-track", BEHIND, "cannot-be-judged", "no-target")) {
      counts.put(state, 0);
    }
    progress.rows().forEach(row -> counts.merge(row.state(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (state, count) -> {
          if (count > 0) {
            parts.add(
                text.get("verdicts.count", text.label("state", state), Figures.amount(count)));
          }
        });
    says.add(
        text.get(
            "targets.summary",
            text.pick(progress.zh(), progress.en()),
            text.day(progress.asOf()),
            Figures.amount(progress.rows().size()),
            String.join(text.get("list.join"), parts)));
    List<String> behind =
        progress.totals().stream()
            .filter(row -> row.state().equals(BEHIND))
            .limit(NAMED)
            .map(
                row ->
                    text.get(
                        "targets.behindItem",
                        text.pick(row.zh(), row.en()),
                        Figures.amount(row.achieved()),
                        Figures.amount(row.target())))
            .toList();
    if (!behind.isEmpty()) {
      says.add(text.get("targets.behind", String.join(text.get("list.join"), behind)));
    }
    if (!progress.unmatched().isEmpty()) {
      says.add(
          text.get("targets.unmatched", String.join(text.get("list.join"), progress.unmatched())));
    }
    says.add(
        progress.contradictions() == 0
            ? text.get("targets.sound")
            : text.get("targets.contradictory", Figures.amount(progress.contradictions())));
    return says;
  }

  private static List<Part.Picture> charts(
      ProgressAnswer progress, List<ProgressAnswer> byYear, ReportText text) {
    List<Part.Picture> pictures = new ArrayList<>();
    for (ProgressAnswer.Row total : progress.totals().stream().limit(MOST_CHARTS).toList()) {
      List<Charts.Pair> pairs = new ArrayList<>();
      for (ProgressAnswer year : byYear) {
        boolean past = !year.asOf().isAfter(progress.asOf());
        year.totals().stream()
            .filter(row -> row.column().equals(total.column()))
            .findFirst()
            .ifPresent(
                row ->
                    pairs.add(
                        new Charts.Pair(
                            Integer.toString(row.year()),
                            row.target(),
                            past ? row.achieved() : null)));
      }
      if (pairs.size() > 1) {
        String title = text.pick(total.zh(), total.en());
        pictures.add(
            new Part.Picture(
                title,
                Charts.pairs(
                    title, text.get("targets.target"), text.get("targets.achieved"), pairs)));
      }
    }
    return pictures;
  }

  ReportTable table(
      List<ProgressAnswer.Row> progress, String title, boolean withArea, ReportText text) {
    List<Column> columns = new ArrayList<>();
    if (withArea) {
      columns.add(new Column("area", text.get("column.code"), Kind.CODE, 16).offPaper());
      columns.add(new Column("name", text.get("column.name"), Kind.TEXT, 16));
    }
    columns.add(new Column("column", text.get("targets.column"), Kind.TEXT, 24));
    columns.add(new Column("unit", text.get("targets.unit"), Kind.TEXT, 8));
    columns.add(new Column("target", text.get("targets.target"), Kind.AMOUNT, 9));
    columns.add(new Column("targetYear", text.get("targets.targetYear"), Kind.CODE, 9));
    columns.add(new Column("achieved", text.get("targets.achieved"), Kind.AMOUNT, 9));
    columns.add(new Column("achievedAtMost", text.get("targets.atMost"), Kind.AMOUNT, 10));
    columns.add(new Column("expectedByNow", text.get("targets.expected"), Kind.AMOUNT, 10));
    columns.add(new Column("state", text.get("targets.state"), Kind.TEXT, 10));
    columns.add(new Column("missing", text.get("verdicts.missing"), Kind.TEXT, 26));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProgressAnswer.Row row : progress) {
      List<@Nullable Object> values = new ArrayList<>();
      if (withArea) {
        values.add(row.area());
        values.add(row.name());
      }
      values.addAll(
          Arrays.asList(
              text.pick(row.zh(), row.en()),
              text.label("unit", row.unit()),
              row.target(),
              row.targetYear() == null ? "" : Integer.toString(row.targetYear()),
              row.achieved(),
              row.achievedAtMost(),
              tenths(row.expectedByNow()),
              text.label("state", row.state()),
              String.join(
                  text.get("list.join"), text == ReportText.ZH ? row.missingZh() : row.missing())));
      rows.add(values);
    }
    return new ReportTable(title, columns, rows);
  }

  private ReportTable contradictions(List<Contradiction> found, String code, ReportText text) {
    Map<String, String> names =
        text == ReportText.ZH ? targets.columnNamesZh(code) : Map.<String, String>of();
    List<Column> columns =
        List.of(
            new Column("line", text.get("targets.line"), Kind.WHOLE, 7),
            new Column("area", text.get("column.name"), Kind.TEXT, 14),
            new Column("column", text.get("targets.header"), Kind.TEXT, 18).offPaper(),
            new Column("year", text.get("targets.year"), Kind.CODE, 7),
            new Column("found", text.get("targets.found"), Kind.TEXT, 9),
            new Column("expected", text.get("targets.shouldBe"), Kind.TEXT, 9),
            new Column("message", text.get("targets.message"), Kind.TEXT, 40));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Contradiction one : found) {
      rows.add(
          Arrays.asList(
              one.row(),
              one.area(),
              one.column() == null ? "" : names.getOrDefault(one.column(), one.column()),
              one.year() == null ? "" : Integer.toString(one.year()),
              words(one.found()),
              words(one.expected()),
              text.pick(one.messageZh(), one.message())));
    }
    return new ReportTable(text.get("targets.contradictions"), columns, rows);
  }

  // A point on a line between two years: more digits would look like something counted.
  private static @Nullable Double tenths(@Nullable Double value) {
    return value == null
        ? null
        : (Double) BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private static String words(@Nullable Object value) {
    return value == null ? "" : value instanceof Number n ? Figures.plain(n) : value.toString();
  }
}
