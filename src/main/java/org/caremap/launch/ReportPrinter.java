package org.caremap.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.caremap.imports.ImportReport;
import org.caremap.imports.table.RowError;

/** An import's report on standard output, for people or as one line of JSON. */
final class ReportPrinter {
  private static final int SHOWN_ERRORS = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportPrinter() {}

  static void print(ImportReport report, boolean json) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      try {
        out.println(JSON.writeValueAsString(report));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a report is always JSON", e);
      }
      return;
    }
    out.printf(
        "%s %s: %s%n  read %d, created %d, updated %d, unchanged %d, skipped %d, removed %d%n",
        report.kind(),
        report.file(),
        report.status(),
        report.read(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.skipped(),
        report.removed());
    report.notes().forEach(note -> out.println("  " + note));
    for (RowError error :
        report.errors().subList(0, Math.min(SHOWN_ERRORS, report.errors().size()))) {
      out.printf(
          "  row %d, %s = '%s': %s%n", error.row(), error.field(), error.value(), error.message());
    }
    if (report.errorCount() > SHOWN_ERRORS) {
      out.printf("  … %d errors in all; --json lists them%n", report.errorCount());
    }
  }
}
