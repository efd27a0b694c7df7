package org.caremap.core.targets;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A column of totals against existing and planned of the same row, where most rows do add up. */
final class RowTotalCheck implements TableCheck {

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PartGroup group : PartGroup.of(table)) {
      PlanColumn total = group.total();
      if (total != null) {
        check(table, group, total, found);
      }
    }
  }

  private static void check(
      PlanTable table, PartGroup group, PlanColumn total, Consumer<Contradiction> found) {
    List<PlanRow> rows =
        table.rows().stream()
            .filter(row -> row.kind() != PlanRow.Kind.OTHER && row.kind() != PlanRow.Kind.PERCENT)
            .filter(row -> row.cell(total).number() != null && group.isStated(row))
            .toList();
    List<PlanRow> wrong =
        rows.stream()
            .filter(row -> group.sum(row) != Objects.requireNonNull(row.cell(total).number()))
            .toList();
    if (wrong.size() * 2 > rows.size()) {
      return; // the column counts something else
    }
    for (PlanRow row : wrong) {
      double stated = PlanTable.orZero(row.cell(total));
      found.accept(
          new Contradiction(
              "row-total",
              Say.area(row),
              row.line(),
              total.header(),
              row.year(),
              Contradiction.number(stated),
              Contradiction.number(group.sum(row)),
              "%s: %s is %s, but %s = %s."
                  .formatted(
                      Say.row(row),
                      total.en(),
                      Say.number(stated),
                      group.terms(row),
                      Say.number(group.sum(row))),
              "%s：%s为%s，但%s = %s。"
                  .formatted(
                      Say.rowZh(row),
                      total.zh(),
                      Say.number(stated),
                      group.terms(row),
                      Say.number(group.sum(row)))));
    }
  }
}
