package org.caremap.imports.table;

import java.util.List;
import java.util.Set;

/**
 * What came of reading a file. The rows handed to the sink are only good for use when {@link #ok()}
 * holds: an import is all or nothing.
 *
 * @param read data rows in the file, whatever became of them (blank lines are no rows)
 * @param skipped rows that the mapping's conditions left out
 * @param errors the first errors, at most {@link #KEPT_ERRORS}, in file order
 * @param errorCount all errors, kept or not
 * @param notes what the user should know although it stops nothing: unused columns, the encoding
 *     that was found, repaired boundaries
 * @param fields codes of the fields that the file has, so that those it lacks can be left as they
 *     are stored; {@code geometry} where it has shapes
 */
public record ReadReport(
    long read,
    long skipped,
    List<RowError> errors,
    long errorCount,
    List<String> notes,
    Set<String> fields) {
  /** So many errors are listed; more are only counted. */
  public static final int KEPT_ERRORS = 100_000;

  /** Keeps copies. */
  public ReadReport {
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
    fields = Set.copyOf(fields);
  }

  /** Whether every row was good. */
  public boolean ok() {
    return errorCount == 0;
  }
}
