package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first errors and counts all. */
final class ErrorLog {
  private final List<RowError> kept = new ArrayList<>();
  private long count;

  void add(RowError error) {
    count++;
    if (kept.size() < ReadReport.KEPT_ERRORS) {
      kept.add(error);
    }
  }

  List<RowError> kept() {
    return kept;
  }

  long count() {
    return count;
  }
}
