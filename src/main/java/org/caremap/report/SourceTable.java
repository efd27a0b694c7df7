package org.caremap.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.caremap.ledger.RunInputs;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Where the figures come from, as a table: inputs of every run, and the clauses judged by. */
final class SourceTable {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private SourceTable() {}

  /** Inputs and clauses. */
  static ReportTable of(Report report) {
    ReportText text = report.text();
    List<List<@Nullable Object>> rows = runs(report);
    for (Part part : report.parts()) {
      for (Part.Quote quote : part.quotes()) {
        rows.add(List.of(text.get("source.clause"), quote.source(), quote.words()));
      }
    }
    return table(text, rows);
  }

  /** Inputs only: on paper, clauses stand where they are judged by. */
  static ReportTable ofRuns(Report report) {
    return table(report.text(), runs(report));
  }

  private static List<List<@Nullable Object>> runs(Report report) {
    ReportText text = report.text();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    RunInputs first = report.runs().get(0).inputs();
    boolean alike =
        report.runs().size() > 1
            && report.runs().stream().allMatch(run -> sameData(run.inputs(), first));
    if (alike) {
      data(rows, text.get("source.all"), first, text);
    }
    for (Report.Run run : report.runs()) {
      add(rows, run.name(), text.get("source.run"), run.id());
      if (!alike) {
        data(rows, run.name(), run.inputs(), text);
      }
      if (run.inputs().ruleSet() != null) {
        add(rows, run.name(), text.get("source.rules"), run.inputs().ruleSet());
      }
      run.asked().forEach((name, value) -> add(rows, run.name(), name, value));
    }
    return rows;
  }

  private static ReportTable table(ReportText text, List<List<@Nullable Object>> rows) {
    return new ReportTable(
        text.get("source.title"),
        List.of(
            new Column("of", text.get("source.of"), Kind.TEXT, 16),
            new Column("input", text.get("source.input"), Kind.TEXT, 28),
            new Column("value", text.get("source.value"), Kind.CODE, 60)),
        rows);
  }

  private static boolean sameData(RunInputs one, RunInputs other) {
    return one.software().equals(other.software())
        && one.data().equals(other.data())
        && Objects.equals(one.streetsName(), other.streetsName())
        && Objects.equals(one.streetsImportedAt(), other.streetsImportedAt());
  }

  private static void data(
      List<List<@Nullable Object>> rows, String of, RunInputs inputs, ReportText text) {
    add(rows, of, text.get("source.software"), inputs.software());
    inputs
        .data()
        .forEach(
            (kind, content) ->
                add(rows, of, text.inputs().data(kind), text.inputs().content(content)));
    if (inputs.streetsName() != null) {
      add(rows, of, text.get("source.streets"), inputs.streetsName());
    }
    if (inputs.streetsImportedAt() != null) {
      add(rows, of, text.get("source.streetsImportedAt"), local(inputs.streetsImportedAt()));
    }
  }

  /** A moment as people of the place read their clocks; what is none stays as it is. */
  private static String local(String instant) {
    try {
      return LOCAL.format(Instant.parse(instant).atZone(zone()));
    } catch (DateTimeParseException e) {
      return instant;
    }
  }

  private static ZoneId zone() {
    return ConfigProvider.getConfig()
        .getOptionalValue("caremap.time-zone", String.class)
        .map(ZoneId::of)
        .orElse(ZoneId.of("Asia/Shanghai"));
  }

  private static void add(
      List<List<@Nullable Object>> rows, String of, String input, String value) {
    rows.add(List.of(of, input, value));
  }
}
