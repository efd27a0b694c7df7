package org.caremap.core.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a plan table.
 *
 * @param index of its cells in a row, from 0
 * @param header as written in the file
 * @param base what the numbers are of, the same for all parts of one thing
 * @param rule the vocabulary's; null where the header is unknown
 * @param year of a part {@link ColumnPart.Kind#YEAR}; null otherwise
 */
record PlanColumn(
    int index,
    String header,
    String base,
    @Nullable ColumnRule rule,
    ColumnRole role,
    ColumnPart.Kind part,
    @Nullable Integer year) {

  boolean holdsNumbers() {
    return role == ColumnRole.ATTRIBUTE || isTarget();
  }

  /** Whether the column holds what is planned, not what the area is. */
  boolean isTarget() {
    return role == ColumnRole.COUNT || role == ColumnRole.PERCENT || role == ColumnRole.NUMBER;
  }

  boolean hasCode(String code) {
    return rule != null && rule.code().equals(code);
  }

  List<String> of() {
    return rule == null ? List.of() : rule.of();
  }

  String zh() {
    String name = rule == null || rule.zh().isEmpty() ? "“" + header + "”" : rule.zh();
    return switch (part) {
      case EXISTING -> name + "（现有）";
      case YEAR -> name + "（" + year + "年）";
      case PLANNED -> name + "（计划）";
      case TOTAL -> name + "（合计）";
      case WHOLE -> name;
    };
  }

  String en() {
    String name = rule == null || rule.en().isEmpty() ? '"' + header + '"' : rule.en();
    return switch (part) {
      case EXISTING -> name + " (existing)";
      case YEAR -> name + " (" + year + ")";
      case PLANNED -> name + " (planned)";
      case TOTAL -> name + " (total)";
      case WHOLE -> name;
    };
  }
}
