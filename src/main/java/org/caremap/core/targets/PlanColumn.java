package org.caremap.core.targets;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of a plan table.
 *
 * @param index of its cells in a row, from 0
 * @param header as written in the file
 * @param base what the numbers are of, the same for all parts of one thing
 * @param rule the vocabulary's; null where the header is unknown
 * @param year of a part that names one; null otherwise
 */
record PlanColumn(
    int index,
    String header,
    String base,
    @Nullable ColumnRule rule,
    ColumnRole role,
    ColumnPart.Kind part,
    @Nullable Integer year) {
  private static final Pattern PART_OF =
      Pattern.compile("其中|\\bof[ _]which\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDED =
      Pattern.compile(
          "当年|本年|年内|新增|新建|新开|新设|增设|增加|(^|_)(new|newly|added|additional|annual|built_in_year)(_|$)");
  private static final Pattern ANY_PLACE = Pattern.compile("[站点]$|幸福院$|(^|_)(stations?|points?)$");

  boolean holdsNumbers() {
    return role == ColumnRole.ATTRIBUTE || isTarget();
  }

  /** Whether the column holds what is planned, not what the area is. */
  boolean isTarget() {
    return role == ColumnRole.COUNT || role == ColumnRole.PERCENT || role == ColumnRole.NUMBER;
  }

  /** Whether the header says that this is part of the column before it. */
  boolean isPartOfBefore() {
    return PART_OF.matcher(header).find();
  }

  /** Whether the header says that the numbers are what one year adds. */
  boolean isAdded() {
    return ADDED.matcher(HeaderText.plain(header)).find();
  }

  /** Whether the name says station or point, but not which kind. */
  boolean isAnyPlace() {
    return hasCode("count") && ANY_PLACE.matcher(base).find();
  }

  boolean hasCode(String code) {
    return rule != null && rule.code().equals(code);
  }

  List<String> of() {
    return rule == null ? List.of() : rule.of();
  }

  /** What the whole of its parts is called. */
  private String thing() {
    return part == ColumnPart.Kind.WHOLE || base.isEmpty() ? header : base;
  }

  String zh() {
    String name = rule == null || rule.zh().isEmpty() ? "“" + thing() + "”" : rule.zh();
    return switch (part) {
      case EXISTING -> name + "（现有）";
      case YEAR -> name + "（" + year + "年）";
      case PLANNED -> name + "（计划）";
      case PERIOD -> name.contains(header) ? name : name + "（" + header + "）";
      case UP_TO -> name + "（到" + year + "年累计）";
      case TOTAL -> name + "（合计）";
      case WHOLE -> name;
    };
  }

  String en() {
    String name = rule == null || rule.en().isEmpty() ? '"' + thing() + '"' : rule.en();
    return switch (part) {
      case EXISTING -> name + " (existing)";
      case YEAR -> name + " (" + year + ")";
      case PLANNED -> name + " (planned)";
      case PERIOD -> name.contains(header) ? name : name + " (" + header + ")";
      case UP_TO -> name + " (up to " + year + ")";
      case TOTAL -> name + " (total)";
      case WHOLE -> name;
    };
  }
}
