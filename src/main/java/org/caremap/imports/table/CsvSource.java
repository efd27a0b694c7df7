package org.caremap.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Delimited text with a header row (RFC 4180, and what spreadsheets make of it). */
final class CsvSource implements RecordSource {
  private static final int PROGRESS_EVERY = 1000;
  private static final int MOST_COLUMNS = 4096;

  private final Path file;
  private final String displayName;
  private final FileSniffer.Sniffed sniffed;
  private final char delimiter;
  private final List<String> columns;
  private final List<String> notes = new ArrayList<>();

  private CsvSource(
      Path file, String displayName, FileSniffer.Sniffed sniffed, @Nullable Character delimiter)
      throws IOException, FileProblem {
    this.file = file;
    this.displayName = displayName;
    this.sniffed = sniffed;
    try (CountedFile in = new CountedFile(file, sniffed)) {
      this.delimiter = delimiter != null ? delimiter : CsvDialect.delimiter(in.reader());
    } catch (CharacterCodingException e) {
      throw encodingProblem();
    }
    this.columns = header();
    sniffed.note().ifPresent(notes::add);
    if (this.delimiter != ',') {
      String shown = this.delimiter == '\t' ? "a tab" : "\"" + this.delimiter + "\"";
      notes.add("Columns are separated by " + shown + ".");
    }
  }

  static CsvSource open(
      Path file, String displayName, FileSniffer.Sniffed sniffed, @Nullable Character delimiter)
      throws IOException, FileProblem {
    return new CsvSource(file, displayName, sniffed, delimiter);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean isEmpty() {
    return false; // the header alone says what the file is meant to be
  }

  @Override
  public boolean hasGeometry() {
    return false;
  }

  @Override
  public Optional<String> findCrs() {
    return Optional.empty();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** One record at a time with its row number; blank records are counted and left out. */
  private interface RecordTaker {
    /** Returns whether to go on. */
    boolean take(long row, CsvRecord record);
  }

  private List<String> header() throws IOException, FileProblem {
    List<String> names = new ArrayList<>();
    each(
        (row, record) -> {
          record.getFields().forEach(name -> names.add(Texts.trim(name)));
          return false;
        },
        bytes -> {});
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1); // spreadsheets append empty cells to the header as well
    }
    if (names.isEmpty()) {
      throw new FileProblem(displayName + " is empty; it needs a header row");
    }
    if (names.size() > MOST_COLUMNS) {
      throw new FileProblem(
          displayName
              + " has "
              + names.size()
              + " columns; at most "
              + MOST_COLUMNS
              + " are legal");
    }
    return List.copyOf(names);
  }

  @Override
  public void read(Visitor visitor, LongConsumer progress) throws IOException, FileProblem {
    String[] cells = new String[columns.size()];
    boolean[] headerSeen = new boolean[1];
    each(
        (row, record) -> {
          if (!headerSeen[0]) {
            headerSeen[0] = true;
          } else {
            deliver(row, record, cells, visitor);
          }
          return true;
        },
        progress);
  }

  private void deliver(long row, CsvRecord record, String[] cells, Visitor visitor) {
    int count = record.getFieldCount();
    int used = count;
    while (used > cells.length && Texts.trim(record.getField(used - 1)).isEmpty()) {
      used--; // spreadsheets append empty cells
    }
    if (used != cells.length) {
      visitor.broken(
          new RowError(
              row,
              "",
              "",
              "the row (line "
                  + record.getStartingLineNumber()
                  + ") has "
                  + count
                  + " values but the header has "
                  + cells.length
                  + " columns; every row needs one value per column; put values that contain \""
                  + delimiter
                  + "\" in quotes"));
      return;
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Texts.trim(record.getField(i));
    }
    visitor.record(row, cells, null);
  }

  private void each(RecordTaker taker, LongConsumer progress) throws IOException, FileProblem {
    long row = 0;
    try (CountedFile in = new CountedFile(file, sniffed);
        CsvReader<CsvRecord> csv = reader(in.reader())) {
      Iterator<CsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        CsvRecord record = records.next();
        row++;
        if (isBlank(record) || (row == 1 && CsvDialect.isSeparatorHint(record.getFields()))) {
          continue;
        }
        if (!taker.take(row, record)) {
          return;
        }
        if (row % PROGRESS_EVERY == 0) {
          progress.accept(in.bytesRead());
        }
      }
      progress.accept(in.bytesRead());
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw encodingProblem();
      }
      throw new FileProblem(
          new RowError(
              row + 1,
              "",
              "",
              "the file cannot be read as CSV from this row on: "
                  + reason(e)
                  + "; a quote that is opened must be closed before the next delimiter or line end"));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw encodingProblem();
      }
      throw e.getCause();
    } catch (CharacterCodingException e) {
      throw encodingProblem();
    }
  }

  private CsvReader<CsvRecord> reader(Reader in) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted here, to name every such row
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .trimWhitespacesAroundQuotes(true)
        .ofCsvRecord(in);
  }

  private static String reason(CsvParseException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }

  private static boolean isBlank(CsvRecord record) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      if (!Texts.trim(record.getField(i)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private FileProblem encodingProblem() {
    return new FileProblem(
        displayName
            + " is not valid "
            + sniffed.charset().name()
            + "; save it as CSV (UTF-8) or name its encoding in a mapping");
  }
}
