package org.caremap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/** Where the figures come from, as a table: inputs of every run, and the clauses judged by. */
final class SourceTable {
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
    for (Report.Run run : report.runs()) {
      RunInputs inputs = run.inputs();
      add(rows, run, text.get("source.run"), run.id());
      add(rows, run, text.get("source.software"), inputs.software());
      for (Map.Entry<String, String> data : inputs.data().entrySet()) {
        String value = data.getValue();
        add(
            rows,
            run,
            text.label("data", data.getKey()),
            value.equals("none") ? text.get("source.none") : value);
      }
      if (inputs.streetsName() != null) {
        add(rows, run, text.get("source.streets"), inputs.streetsName());
      }
      if (inputs.streetsImportedAt() != null) {
        add(rows, run, text.get("source.streetsImportedAt"), inputs.streetsImportedAt());
      }
      if (inputs.ruleSet() != null) {
        add(rows, run, text.get("source.rules"), inputs.ruleSet());
      }
      run.asked().forEach((name, value) -> add(rows, run, name, value));
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

  private static void add(
      List<List<@Nullable Object>> rows, Report.Run run, String input, String value) {
    rows.add(List.of(run.name(), input, value));
  }
}
