package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A column of totals against its parts in the same row, where at least half of the areas do add up:
 * existing and planned, or quarters, half years and months.
 */
final class RowTotalCheck implements TableCheck {

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PartGroup group : PartGroup.of(table)) {
      for (PlanColumn total : group.totals()) {
        PartGroup parts = group.upTo(total);
        check(table, readings(parts, total), total, found);
      }
    }
    for (PlanColumn total : table.columns()) {
      if (total.part() == ColumnPart.Kind.TOTAL && total.isTarget()) {
        withoutExisting(table, total, found);
      }
    }
  }

  /** A total may also be of what is planned only, or what the last year reaches. */
  private static List<PartGroup> readings(PartGroup parts, PlanColumn total) {
    List<PlanColumn> planned = parts.planned();
    List<PartGroup> readings = new ArrayList<>(List.of(parts));
    if (total.part() == ColumnPart.Kind.TOTAL && planned.size() > 1) {
      readings.add(new PartGroup(null, planned, parts.totals()));
      readings.add(
          new PartGroup(null, planned.subList(planned.size() - 1, planned.size()), List.of()));
    }
    return readings;
  }

  /** Years, quarters or half years with their total. */
  private static void withoutExisting(
      PlanTable table, PlanColumn total, Consumer<Contradiction> found) {
    List<PlanColumn> own =
        table.columns().stream()
            .filter(column -> column.isTarget() && column.base().equals(total.base()))
            .toList();
    List<PlanColumn> periods =
        own.stream().filter(column -> column.part() == ColumnPart.Kind.PERIOD).toList();
    List<PlanColumn> years =
        own.stream().filter(column -> column.part() == ColumnPart.Kind.YEAR).toList();
    boolean others = own.stream().anyMatch(c -> c.part() == ColumnPart.Kind.EXISTING);
    List<PlanColumn> parts = periods.isEmpty() ? years : periods;
    if (parts.size() > 1 && !others && !table.isYearly()) {
      check(table, readings(new PartGroup(null, parts, List.of(total)), total), total, found);
    } else if (own.size() == 1 && total.base().isEmpty()) {
      ofThings(table, total, found);
    }
  }

  /** Different things with their total, if two rows of three and more than one say that it is. */
  private static void ofThings(PlanTable table, PlanColumn total, Consumer<Contradiction> found) {
    List<PlanColumn> things = new ArrayList<>();
    for (int i = total.index() - 1; i >= 0 && isThing(table.columns().get(i)); i--) {
      if (!table.columns().get(i).isPartOfBefore()) {
        things.add(0, table.columns().get(i));
      }
    }
    PartGroup group = new PartGroup(null, things, List.of());
    long right =
        table.distinctRows().stream()
            .filter(row -> row.cell(total).number() != null && group.sum(row) > 0)
            .filter(row -> group.sum(row) == PlanTable.orZero(row.cell(total)))
            .count();
    if (things.size() > 1 && right > 1 && right * 3 >= table.distinctRows().size() * 2L) {
      check(table, List.of(group), total, found);
    }
  }

  private static boolean isThing(PlanColumn column) {
    return column.part() == ColumnPart.Kind.WHOLE
        && (column.role() == ColumnRole.COUNT || column.role() == ColumnRole.NUMBER);
  }

  private static void check(
      PlanTable table, List<PartGroup> readings, PlanColumn total, Consumer<Contradiction> found) {
    List<PlanRow> best = List.of();
    PartGroup meant = null;
    for (PartGroup group : readings) {
      List<PlanRow> rows =
          table.rows().stream()
              .filter(row -> row.kind() != PlanRow.Kind.OTHER && row.kind() != PlanRow.Kind.PERCENT)
              .filter(row -> row.cell(total).number() != null && group.isStated(row))
              .toList();
      List<PlanRow> wrong =
          rows.stream().filter(row -> group.sum(row) != PlanTable.orZero(row.cell(total))).toList();
      // the total line follows from its rows, so it has no vote
      if (areas(wrong) * 2 <= areas(rows) && (meant == null || wrong.size() < best.size())) {
        best = wrong;
        meant = group;
      }
    }
    for (PlanRow row : best) {
      found.accept(say(row, meant, total));
    }
  }

  private static long areas(List<PlanRow> rows) {
    return rows.stream().filter(row -> row.kind() == PlanRow.Kind.AREA).count();
  }

  private static Contradiction say(PlanRow row, PartGroup group, PlanColumn total) {
    double stated = PlanTable.orZero(row.cell(total));
    String sum = Say.number(group.sum(row));
    return new Contradiction(
        "row-total",
        Say.area(row),
        row.line(),
        total.header(),
        row.year(),
        Contradiction.number(stated),
        Contradiction.number(group.sum(row)),
        "%s: %s is %s, but %s = %s."
            .formatted(Say.row(row), total.en(), Say.number(stated), group.terms(row), sum),
        "%s：%s为%s，但%s = %s。"
            .formatted(Say.rowZh(row), total.zh(), Say.number(stated), group.terms(row), sum));
  }
}
