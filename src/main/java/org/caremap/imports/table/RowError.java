package org.caremap.imports.table;

/**
 * Why one row (or the whole file) was refused.
 *
 * @param row where to look: in CSV the row number a spreadsheet shows (header 1, first data row 2,
 *     blank lines counted, a record over several lines counted once); in GeoJSON the 1-based number
 *     of the feature; 1 for what concerns the whole file
 * @param field the column as the user's file names it, where there is one; else the field name, or
 *     empty for the whole file
 * @param value the offending value, shortened to 200 characters; empty where there is none
 * @param message one or more English sentences ending with what would be legal
 */
public record RowError(long row, String field, String value, String message) {
  private static final int LONGEST_VALUE = 200;

  /** Shortens the value: an error list must stay readable and small. */
  public RowError {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }
}
