package org.caremap.report;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV that spreadsheets open in Chinese: UTF-8 with a mark, lines ended as RFC 4180 asks
 * for, every digit of a number. A text that a spreadsheet would compute is made one that it shows.
 */
final class CsvWriter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String COMPUTED = "=+-@\t\r";

  private CsvWriter() {}

  /**
   * @param run stands in the last column of every line
   */
  static byte[] write(ReportTable table, String run) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    ReportTable whole = table.with(new Column("run", "run", Kind.CODE, 18), run);
    try (de.siegmar.fastcsv.writer.CsvWriter csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text)) {
      csv.writeRecord(whole.columns().stream().map(column -> safe(column.label())).toList());
      for (List<@Nullable Object> row : whole.rows()) {
        csv.writeRecord(row.stream().map(CsvWriter::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(@Nullable Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return "";
    }
    return value instanceof Number number ? Figures.plain(number) : safe(value.toString());
  }

  /** The same text, which no spreadsheet takes for a formula. */
  static String safe(String text) {
    return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
