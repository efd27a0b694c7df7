package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A line of shares below the total line against the shares that the totals make. */
final class PercentRowCheck implements TableCheck {
  private static final double FULL = 100;

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    PlanRow total = null;
    for (PlanRow row : table.rows()) {
      if (row.kind() == PlanRow.Kind.TOTAL) {
        total = row;
      } else if (row.kind() == PlanRow.Kind.PERCENT && total != null) {
        for (PlanColumn column : table.columns()) {
          check(table, total, row, column, found);
        }
      }
    }
  }

  private static void check(
      PlanTable table,
      PlanRow total,
      PlanRow shares,
      PlanColumn column,
      Consumer<Contradiction> found) {
    Double stated = shares.cell(column).number();
    Optional<PlanColumn> whole = table.findWhole(column);
    Double part = total.cell(column).number();
    if (stated == null || whole.isEmpty() || part == null || column.role() != ColumnRole.COUNT) {
      return;
    }
    Double all = total.cell(whole.get()).number();
    if (all == null || all == 0) {
      return;
    }
    List<Double> fitting = fitting(table, total, column, whole.get(), part, all);
    // rounded or cut off: less than one unit of the last digit
    double unit = Math.pow(10, -shares.cell(column).decimals());
    if (fitting.stream().anyMatch(share -> Math.abs(share - stated) < unit)) {
      return;
    }
    double expected = Math.round(fitting.get(0) * 10) / 10.0;
    found.accept(
        new Contradiction(
            "percent-row",
            Say.area(shares),
            shares.line(),
            column.header(),
            shares.year() != null ? shares.year() : total.year(),
            Contradiction.number(stated),
            Contradiction.number(expected),
            "Row %d (%s): %s is given as %s percent, but %s of %s are %s percent."
                .formatted(
                    shares.line(),
                    shares.area(),
                    column.en(),
                    Say.number(stated),
                    Say.number(part),
                    Say.number(all),
                    Say.number(expected)),
            "第%d行（%s）：%s的占比为%s%%，但%s占%s为%s%%。"
                .formatted(
                    shares.line(),
                    shares.area(),
                    column.zh(),
                    Say.number(stated),
                    Say.number(part),
                    Say.number(all),
                    Say.number(expected))));
  }

  /**
   * Shares that the line may mean: of the totals as printed, of the sums, or with what came before.
   */
  private static List<Double> fitting(
      PlanTable table,
      PlanRow total,
      PlanColumn column,
      PlanColumn whole,
      double part,
      double all) {
    List<Double> fitting = new ArrayList<>();
    fitting.add(FULL * part / all);
    double sum = 0;
    double communities = 0;
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      sum += table.value(rows, column, total.year());
      communities += table.value(rows, whole, total.year());
    }
    fitting.add(communities == 0 ? FULL * part / all : FULL * sum / communities);
    for (PartGroup group : PartGroup.of(table)) {
      double upTo = 0;
      for (PlanColumn member : group.parts()) {
        upTo += PlanTable.orZero(total.cell(member));
        if (member.index() == column.index()) {
          fitting.add(FULL * upTo / all);
        }
      }
    }
    return fitting;
  }
}
