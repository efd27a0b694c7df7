package org.caremap.core.targets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Existing and planned together against how many communities or villages there are.
 *
 * <p>A table that plans for all of them says so by its total line, or by three rows of five that
 * come out even; then each row has to. More than there are is wrong in any table whose years add to
 * what exists; less is wrong only in one that plans for all.
 */
final class CompletionCheck implements TableCheck {
  private static final int LEAST_EVEN = 3;
  private static final int OF_ROWS = 5;

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PartGroup group : PartGroup.of(table)) {
      Optional<PlanColumn> whole = table.findWhole(group);
      whole.ifPresent(column -> check(table, group, column, found));
    }
  }

  private static void check(
      PlanTable table, PartGroup group, PlanColumn whole, Consumer<Contradiction> found) {
    List<PlanRow> rows = judged(table, group, whole);
    if (includesExisting(rows, group, whole)) {
      return;
    }
    long even = rows.stream().filter(row -> gap(row, group, whole) == 0).count();
    boolean all =
        even > 1 && even * OF_ROWS >= rows.size() * (long) LEAST_EVEN
            || table.rows().stream()
                .filter(row -> row.kind() == PlanRow.Kind.TOTAL && group.isStated(row))
                .anyMatch(row -> row.cell(whole).number() != null && gap(row, group, whole) == 0);
    // a village may have two of what is only called a point, unless the table shows one for each
    boolean oneEach = !group.parts().get(0).isAnyPlace() || all || even * 2 >= rows.size();
    for (PlanRow row : table.distinctRows()) {
      boolean blank = !group.isStated(row) && row.cell(whole).number() == null;
      boolean surplus = oneEach && row.cell(whole).number() != null && gap(row, group, whole) > 0;
      if (!blank && (surplus || all && gap(row, group, whole) != 0)) {
        found.accept(say(row, group, whole));
      }
    }
    for (PlanRow row : table.rows()) {
      boolean total = row.kind() == PlanRow.Kind.TOTAL || row.kind() == PlanRow.Kind.SUBTOTAL;
      boolean stated = row.cell(whole).number() != null && isWhollyStated(table, row, group);
      if (total && stated && all && gap(row, group, whole) != 0) {
        found.accept(say(row, group, whole));
      }
    }
  }

  /** As the rows of a whole table say of the parts of one thing. */
  static boolean includesExisting(PlanTable table, List<PlanColumn> parts) {
    String base = parts.get(0).base();
    for (PartGroup group : PartGroup.of(table)) {
      Optional<PlanColumn> whole = table.findWhole(group);
      if (group.parts().get(0).base().equals(base) && whole.isPresent()) {
        return includesExisting(judged(table, group, whole.get()), group, whole.get());
      }
    }
    return false;
  }

  private static List<PlanRow> judged(PlanTable table, PartGroup group, PlanColumn whole) {
    return table.distinctRows().stream()
        .filter(row -> row.cell(whole).number() != null && group.isStated(row))
        .toList();
  }

  /** Years that include what exists would make most rows come out too high if they were added. */
  private static boolean includesExisting(List<PlanRow> rows, PartGroup group, PlanColumn whole) {
    long high = rows.stream().filter(row -> gap(row, group, whole) > 0).count();
    boolean grows = rows.stream().allMatch(group::grows);
    return grows && high * 2 > rows.size();
  }

  /** A total line that leaves a part out that rows state cannot be added up. */
  private static boolean isWhollyStated(PlanTable table, PlanRow total, PartGroup group) {
    return group.isStated(total)
        && group.parts().stream()
            .allMatch(
                part ->
                    total.cell(part).number() != null
                        || table.areaRows().stream()
                            .allMatch(row -> PlanTable.orZero(row.cell(part)) == 0));
  }

  private static double gap(PlanRow row, PartGroup group, PlanColumn whole) {
    return group.sum(row) - PlanTable.orZero(row.cell(whole));
  }

  private static Contradiction say(PlanRow row, PartGroup group, PlanColumn whole) {
    double sum = group.sum(row);
    double expected = PlanTable.orZero(row.cell(whole));
    PlanColumn column = group.named(row);
    String terms = group.terms(row);
    String shown = terms.contains("+") ? terms + " = " + Say.number(sum) : Say.number(sum);
    return new Contradiction(
        "existing-plus-planned",
        Say.area(row),
        row.line(),
        column.header(),
        column.year(),
        Contradiction.number(sum),
        Contradiction.number(expected),
        "%s: existing and planned %s are %s for %s %s."
            .formatted(Say.row(row), bare(column).en(), shown, Say.number(expected), whole.en()),
        "%s：%s现有数与计划数之和为%s，而%s是%s。"
            .formatted(Say.rowZh(row), bare(column).zh(), shown, whole.zh(), Say.number(expected)));
  }

  private static PlanColumn bare(PlanColumn column) {
    return new PlanColumn(
        column.index(),
        column.base().isEmpty() ? column.header() : column.base(),
        column.base(),
        column.rule(),
        column.role(),
        ColumnPart.Kind.WHOLE,
        null);
  }
}
