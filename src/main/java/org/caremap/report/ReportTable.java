package org.caremap.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, the same in every form.
 *
 * @param title of its sheet and of its heading
 * @param columns at least one
 * @param rows one value a column: text, number or null where unknown
 * @param printedRows how many rows stand on paper; more are left to the spreadsheet
 */
record ReportTable(
    String title, List<Column> columns, List<List<@Nullable Object>> rows, int printedRows) {
  /**
   * @throws IllegalArgumentException if a row has not a value for every column
   */
  ReportTable {
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %s has %d values for %d columns"
                .formatted(title, row.size(), columns.size()));
      }
    }
  }

  ReportTable(String title, List<Column> columns, List<List<@Nullable Object>> rows) {
    this(title, columns, rows, Integer.MAX_VALUE);
  }

  /** The same with at most so many rows on paper. */
  ReportTable printing(int most) {
    return new ReportTable(title, columns, rows, most);
  }

  /** The same with one more column, which says the same in every row. */
  ReportTable with(Column column, String value) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> longer = new ArrayList<>(row);
      longer.add(value);
      all.add(longer);
    }
    return new ReportTable(title, more, all, printedRows);
  }

  /** Position of a column, or -1. */
  int indexOf(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
