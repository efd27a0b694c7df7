package org.caremap.imports.table;

/**
 * Receives valid rows in file order.
 *
 * @param <R> the row type
 */
@FunctionalInterface
public interface RowSink<R> {
  /** Takes one row; an exception stops the reading and reaches the caller. */
  void row(R row);
}
