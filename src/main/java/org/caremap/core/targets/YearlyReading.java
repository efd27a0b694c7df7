package org.caremap.core.targets;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether the rows of a year count from the beginning, or only what that year adds. Targets
 * are cumulative unless the total line can only be the sum over the years.
 */
final class YearlyReading {
  private static final Pattern SAYS_SO =
      Pattern.compile("累计|达到|cumulative", Pattern.CASE_INSENSITIVE);

  private YearlyReading() {}

  /** Whether a header says that its numbers count from the beginning. */
  static boolean isSaid(PlanColumn column) {
    return SAYS_SO.matcher(column.header()).find();
  }

  static boolean isCumulative(PlanTable table) {
    if (table.rows().stream().anyMatch(row -> SAYS_SO.matcher(row.area()).find())
        || table.columns().stream().anyMatch(YearlyReading::isSaid)) {
      return true;
    }
    List<PlanRow> totals =
        table.rows().stream().filter(row -> row.kind() == PlanRow.Kind.TOTAL).toList();
    Collection<List<PlanRow>> areas = table.rowsByArea().values();
    // what says itself that a year adds it says nothing about the other columns
    List<PlanColumn> counts =
        table.columns().stream().filter(column -> column.role() == ColumnRole.COUNT).toList();
    List<PlanColumn> open = counts.stream().filter(column -> !column.isAdded()).toList();
    int reached = 0;
    int added = 0;
    for (PlanRow total : totals) {
      for (PlanColumn column : open.isEmpty() ? counts : open) {
        Double stated = total.cell(column).number();
        if (stated == null) {
          continue;
        }
        double last = 0;
        double all = 0;
        for (List<PlanRow> rows : areas) {
          last +=
              PlanTable.inForce(rows, column, total.year())
                  .map(row -> PlanTable.orZero(row.cell(column)))
                  .orElse(0.0);
          for (PlanRow row : rows) {
            boolean due = total.year() == null || total.year().equals(row.year());
            all += due ? PlanTable.orZero(row.cell(column)) : 0;
          }
        }
        reached += stated == last ? 1 : 0;
        added += stated == all ? 1 : 0;
      }
    }
    return reached >= added;
  }
}
