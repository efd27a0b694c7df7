package org.caremap.targets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.caremap.core.targets.SheetLine;
import org.caremap.core.targets.TableProblem;

/**
 * Reads a plan table's file: CSV in UTF-8, UTF-16 or GB18030, columns parted by comma, semicolon,
 * tab or bar, or the first sheet of an .xlsx workbook.
 */
public final class SheetFile {
  private static final String SEPARATORS = ",;\t|，；";
  private static final int SAMPLE_LINES = 20;

  private SheetFile() {}

  /**
   * @param name of the file, for messages
   * @throws TableProblem where it is neither, naming row, value and what is legal
   */
  public static List<SheetLine> read(byte[] bytes, String name) throws TableProblem {
    if (bytes.length == 0) {
      throw new TableProblem(
          name + ": row 1, field area: the file is empty; it needs a header row");
    }
    boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    try {
      return zip ? WorkbookLines.read(new ByteArrayInputStream(bytes)) : csv(text(bytes));
    } catch (IOException | RuntimeException e) {
      throw new TableProblem(
          name
              + ": it cannot be read as "
              + (zip ? "a workbook (.xlsx)" : "CSV")
              + ": "
              + e.getMessage());
    } catch (TableProblem e) {
      throw new TableProblem(name + ": " + e.getMessage());
    }
  }

  /** Lines as CSV that reads back as the same lines, with the same numbers. */
  static String write(List<SheetLine> lines) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (SheetLine line : lines) {
      for (; number < line.number(); number++) {
        text.append('\n');
      }
      for (int i = 0; i < line.cells().size(); i++) {
        String cell = line.cells().get(i).replaceAll("\\R", " ");
        boolean quoted = cell.matches("(?s).*[,;|\t\"，；].*");
        text.append(i == 0 ? "" : ",");
        text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
      }
      text.append('\n');
      number++;
    }
    return text.toString();
  }

  /** The text of a CSV file, its encoding told from its bytes. */
  static String text(byte[] bytes) throws TableProblem {
    int first = bytes[0] & 0xFF;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
    if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
      return withoutMark(new String(bytes, StandardCharsets.UTF_16));
    }
    if (second == 0 && first != 0) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (first == 0 && second > 0) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        return withoutMark(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    throw new TableProblem(
        "row 1, field area: the text is neither UTF-8, UTF-16 nor GB18030; save it as CSV (UTF-8)");
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<SheetLine> csv(String text) throws TableProblem {
    List<SheetLine> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        lines.add(new SheetLine((int) record.getStartingLineNumber(), record.getFields()));
      }
    } catch (CsvParseException e) {
      throw new TableProblem(
          "row "
              + (lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1)
              + ": it cannot be read as CSV: "
              + e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e); // a text has no device that could fail
    }
    if (!lines.isEmpty() && lines.get(0).cells().get(0).matches("(?i)sep=.?")) {
      lines.remove(0); // what spreadsheets write to name the separator
    }
    return lines;
  }

  /** The one that parts most fields in the first lines, outside quotes. */
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    int lines = 0;
    for (int i = 0; i < text.length() && lines < SAMPLE_LINES; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      lines += !quoted && c == '\n' ? 1 : 0;
      int at = quoted ? -1 : SEPARATORS.indexOf(c);
      if (at >= 0) {
        counts[at]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
