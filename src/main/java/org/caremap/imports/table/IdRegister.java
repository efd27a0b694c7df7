package org.caremap.imports.table;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each id of the file was first seen. */
final class IdRegister {
  private final Map<String, Long> firstRows = new HashMap<>();

  /** The row's id, or null where it is missing, wrong or taken (the cells have logged it). */
  @Nullable String claim(RowCells cells, String field, int maxLength) {
    String id = cells.required(field, maxLength);
    if (id == null) {
      return null;
    }
    Long first = firstRows.putIfAbsent(id, cells.row());
    if (first == null) {
      return id;
    }
    cells.fail(
        new CellProblem(
            cells.label(field),
            id,
            "this id already stands in row "
                + first
                + "; every id may appear only once in a file"));
    return null;
  }
}
