package org.caremap.imports.table;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a row must meet to be read at all. Exactly one of the three tests is set.
 *
 * @param column the column tested, its text without surrounding blanks
 * @param in texts that pass
 * @param notIn texts that do not pass
 * @param matches passes where the whole text matches
 */
record RowCondition(
    String column,
    @Nullable Set<String> in,
    @Nullable Set<String> notIn,
    @Nullable Pattern matches) {

  boolean holds(String text) {
    if (in != null) {
      return in.contains(text);
    }
    if (notIn != null) {
      return !notIn.contains(text);
    }
    return matches == null || matches.matcher(text).matches();
  }
}
