package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one thing in a table with years in its headers.
 *
 * @param existing null where the table has none
 * @param planned columns of years, in their order, or one without a year
 * @param totals columns of existing and planned together, up to a year or in all
 */
record PartGroup(@Nullable PlanColumn existing, List<PlanColumn> planned, List<PlanColumn> totals) {

  /** All groups with something existing and something planned. */
  static List<PartGroup> of(PlanTable table) {
    if (table.isYearly()) {
      return List.of();
    }
    Map<String, List<PlanColumn>> byBase = new LinkedHashMap<>();
    for (PlanColumn column : table.columns()) {
      if (column.role() == ColumnRole.COUNT || column.role() == ColumnRole.NUMBER) {
        byBase.computeIfAbsent(column.base(), base -> new ArrayList<>()).add(column);
      }
    }
    List<PartGroup> groups = new ArrayList<>();
    for (List<PlanColumn> columns : byBase.values()) {
      PlanColumn existing = part(columns, ColumnPart.Kind.EXISTING);
      List<PlanColumn> planned =
          columns.stream()
              .filter(c -> c.part() == ColumnPart.Kind.YEAR || c.part() == ColumnPart.Kind.PLANNED)
              .toList();
      if (existing != null && !planned.isEmpty()) {
        List<PlanColumn> totals =
            columns.stream()
                .filter(c -> c.part() == ColumnPart.Kind.TOTAL || c.part() == ColumnPart.Kind.UP_TO)
                .toList();
        groups.add(new PartGroup(existing, planned, totals));
      }
    }
    return groups;
  }

  private static @Nullable PlanColumn part(List<PlanColumn> columns, ColumnPart.Kind kind) {
    return columns.stream().filter(c -> c.part() == kind).findFirst().orElse(null);
  }

  /** Existing and planned columns. */
  List<PlanColumn> parts() {
    List<PlanColumn> parts = new ArrayList<>();
    if (existing != null) {
      parts.add(existing);
    }
    parts.addAll(planned);
    return parts;
  }

  /** The parts that a column of totals sums: all, or those up to its year. */
  PartGroup upTo(PlanColumn total) {
    Integer last = total.year();
    if (last == null) {
      return this;
    }
    return new PartGroup(
        existing,
        planned.stream().filter(part -> part.year() == null || part.year() <= last).toList(),
        totals);
  }

  /** Whether a row states any of the parts. */
  boolean isStated(PlanRow row) {
    return parts().stream().anyMatch(part -> row.cell(part).number() != null);
  }

  /** Existing and planned together, blanks as 0. */
  double sum(PlanRow row) {
    return parts().stream().mapToDouble(part -> PlanTable.orZero(row.cell(part))).sum();
  }

  /** The last number stated, as a table reads whose years include what was there before. */
  double last(PlanRow row) {
    double last = 0;
    for (PlanColumn part : parts()) {
      Double number = row.cell(part).number();
      last = number == null ? last : number;
    }
    return last;
  }

  /** Whether the numbers of a row never fall. */
  boolean grows(PlanRow row) {
    double before = 0;
    for (PlanColumn part : parts()) {
      Double number = row.cell(part).number();
      if (number != null && number < before) {
        return false;
      }
      before = number == null ? before : number;
    }
    return true;
  }

  /** The sum as written: "8 + 4". */
  String terms(PlanRow row) {
    return parts().stream()
        .filter(part -> row.cell(part).number() != null)
        .map(part -> Say.number(PlanTable.orZero(row.cell(part))))
        .collect(Collectors.joining(" + "));
  }

  /** The column that a finding names: the last one that the row fills, else the first. */
  PlanColumn named(PlanRow row) {
    return parts().stream()
        .filter(part -> row.cell(part).number() != null)
        .reduce((first, last) -> last)
        .orElse(parts().get(0));
  }
}
