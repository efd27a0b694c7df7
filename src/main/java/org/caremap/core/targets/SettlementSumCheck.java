package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Urban and rural communities against all communities; communities and villages against both. */
final class SettlementSumCheck implements TableCheck {
  private static final List<List<String>> SUMS =
      List.of(
          List.of("urban_communities", "rural_communities", "communities"),
          List.of("urban_communities", "rural_communities", "settlements"),
          List.of("communities", "villages", "settlements"));

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (List<String> codes : SUMS) {
      List<PlanColumn> columns = new ArrayList<>();
      for (String code : codes) {
        Optional<PlanColumn> column = table.findColumn(code);
        column.filter(c -> c.role() == ColumnRole.ATTRIBUTE).ifPresent(columns::add);
      }
      if (columns.size() == codes.size()) {
        check(table, columns.get(0), columns.get(1), columns.get(2), found);
      }
    }
  }

  private static void check(
      PlanTable table,
      PlanColumn first,
      PlanColumn second,
      PlanColumn all,
      Consumer<Contradiction> found) {
    int stated = 0;
    List<Contradiction> wrong = new ArrayList<>();
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      Double one = PlanTable.attribute(rows, first);
      Double other = PlanTable.attribute(rows, second);
      Double whole = PlanTable.attribute(rows, all);
      stated += one != null && other != null && whole != null ? 1 : 0;
      Contradiction problem = problem(rows.get(0), all, one, other, whole);
      if (problem != null) {
        wrong.add(problem);
      }
    }
    if (wrong.size() * 2 > stated) {
      return; // the columns overlap or leave something out
    }
    wrong.forEach(found);
    for (PlanRow row : table.rows()) {
      boolean total = row.kind() == PlanRow.Kind.TOTAL || row.kind() == PlanRow.Kind.SUBTOTAL;
      if (total && wrong.isEmpty()) {
        Double one = row.cell(first).number();
        Double other = row.cell(second).number();
        Contradiction problem = problem(row, all, one, other, row.cell(all).number());
        if (problem != null) {
          found.accept(problem);
        }
      }
    }
  }

  private static @Nullable Contradiction problem(
      PlanRow row,
      PlanColumn all,
      @Nullable Double one,
      @Nullable Double other,
      @Nullable Double whole) {
    if (one == null || other == null || whole == null || one + other == whole) {
      return null;
    }
    String terms = Say.number(one) + " + " + Say.number(other) + " = " + Say.number(one + other);
    return new Contradiction(
        "row-total",
        Say.area(row),
        row.line(),
        all.header(),
        row.year(),
        Contradiction.number(whole),
        Contradiction.number(one + other),
        "%s: %s is %s, but %s.".formatted(Say.row(row), all.en(), Say.number(whole), terms),
        "%s：%s为%s，但%s。".formatted(Say.rowZh(row), all.zh(), Say.number(whole), terms));
  }
}
