package org.caremap.imports.table;

/** A cell that cannot be used. Carries no stack trace: there may be one per row. */
final class CellProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  CellProblem(String field, String value, String message) {
    super(message, null, false, false);
    this.field = field;
    this.value = value;
  }

  RowError at(long row) {
    return new RowError(row, field, value, getMessage());
  }
}
