package org.caremap.core.targets;

import org.jspecify.annotations.Nullable;

/**
 * Two statements of one table that cannot both hold.
 *
 * @param kind what is wrong, a code in kebab case such as {@code total-not-sum}
 * @param area name as printed; the label where it is a total line; null where none is meant
 * @param row 1-based line of the file
 * @param column header as written in the file; null where the whole row is meant
 * @param year the year that the statement is about; null where the table has none
 * @param found what stands there: Long, Double or String
 * @param expected what the rest of the table says it should be: Long, Double or String
 * @param message one sentence in English
 * @param messageZh the same in Chinese
 */
public record Contradiction(
    String kind,
    @Nullable String area,
    int row,
    @Nullable String column,
    @Nullable Integer year,
    @Nullable Object found,
    @Nullable Object expected,
    String message,
    String messageZh) {

  /** A number as people write it: whole without a point. */
  static Object number(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }
}
