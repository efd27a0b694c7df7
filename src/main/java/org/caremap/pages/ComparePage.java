package org.caremap.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facilities side by side.
 *
 * @param columns the facilities, 1 to 4
 * @param rows what is compared
 * @param message why not all that was asked for is shown, or what to do next; null where all is
 *     well
 * @param more facilities of the same kind that could be added
 */
record ComparePage(
    List<Column> columns, List<Row> rows, @Nullable String message, List<Addition> more) {
  /**
   * A facility.
   *
   * @param href its page
   * @param without this comparison without it; null where it is the only one
   */
  record Column(String name, String href, @Nullable String without, List<Phones.Phone> phones) {}

  /**
   * One fact of each.
   *
   * @param differs whether they are not all the same
   * @param values null where unknown
   */
  record Row(String label, boolean differs, List<@Nullable String> values) {}

  /** A facility that could be added. */
  record Addition(String name, String walk, String href) {}
}
