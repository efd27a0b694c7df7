package org.caremap.core.targets;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a column is recognised and what can be said of it.
 *
 * @param code snake case, for example {@code urban_station_standard}
 * @param zh label in Chinese
 * @param en label in English
 * @param match expressions, one of which is found in the header as {@link HeaderText#plain} gives
 *     it
 * @param of codes of the columns that say how many there can be at most, one each; the first that a
 *     table has counts
 * @param partOf codes of columns whose number in the same row is not less
 * @param each {@code street} or {@code town} where each such area gets one; empty otherwise
 */
public record ColumnRule(
    String code,
    String zh,
    String en,
    ColumnRole role,
    List<Pattern> match,
    List<String> of,
    List<String> partOf,
    String each) {

  boolean matches(String plain) {
    return match.stream().anyMatch(pattern -> pattern.matcher(plain).find());
  }

  /** Whether a column of this rule is told by its whole header, before any year is taken off. */
  boolean isFrame() {
    return role != ColumnRole.COUNT && role != ColumnRole.PERCENT && role != ColumnRole.NUMBER;
  }
}
