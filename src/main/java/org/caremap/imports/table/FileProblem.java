package org.caremap.imports.table;

/** A file that cannot be read on. */
final class FileProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient RowError error;

  FileProblem(RowError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  /** About the file as a whole. */
  FileProblem(String message) {
    this(new RowError(1, "", "", message));
  }

  RowError error() {
    return error;
  }
}
