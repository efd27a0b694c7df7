package org.caremap.imports.table;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping file makes one field: where its text comes from, then what is done to it.
 *
 * @param extract the first group (or the whole match) replaces the text; text that does not match
 *     stays as it is, so that it is refused loudly rather than lost
 * @param date how the text writes a day, or null
 * @param factor multiplies a number, or null
 * @param prefix put before a text that is not empty; empty for none
 */
record FieldRule(
    Source source,
    @Nullable Pattern extract,
    @Nullable DatePattern date,
    @Nullable Double factor,
    String prefix) {

  /** A pattern and what was made of it. */
  record DatePattern(String text, DateTimeFormatter formatter) {}

  /** Where the text comes from. */
  sealed interface Source permits Column, Join, Split, Sum, Cases, Constant {
    /** Columns that must be in the file. */
    List<String> columns();
  }

  /** The text of one column. */
  record Column(String column) implements Source {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** The texts of several columns, empty ones left out. */
  record Join(List<String> columns, String separator) implements Source {}

  /** One part (from 1) of a column's text; empty where there are fewer parts. */
  record Split(String column, String separator, int part) implements Source {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** The sum of number columns; unknown where any of them is. */
  record Sum(List<String> columns) implements Source {}

  /** The value of the first case whose texts are those of the columns. */
  record Cases(List<String> columns, List<Case> cases, Otherwise otherwise) implements Source {}

  /** The same text for every row. */
  record Constant(String value) implements Source {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /** One case: a text for each column, {@link #ANY} for any. */
  record Case(List<String> when, String value) {
    static final String ANY = "*";

    boolean matches(List<String> texts) {
      for (int i = 0; i < when.size(); i++) {
        if (!when.get(i).equals(ANY) && !when.get(i).equals(texts.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** What becomes of a row no case fits. */
  sealed interface Otherwise permits Skip, Refuse, Value {}

  /** The row is left out and counted. */
  record Skip() implements Otherwise {}

  /** The row is an error. */
  record Refuse() implements Otherwise {}

  /** The field takes this value. */
  record Value(String value) implements Otherwise {}
}
