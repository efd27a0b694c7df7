package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Areas that end below their own number of communities in a cumulative table that reaches all:
 * whose total line says as many as there are communities, or whose rows do so in sum while one area
 * has more than it can have. (More than there are is said by {@link SurplusCheck}.)
 */
final class FullCoverageCheck implements TableCheck {
  private record End(PlanRow row, double number, double most) {
    double missing() {
      return most - number;
    }
  }

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    if (!table.isCumulative()) {
      return;
    }
    for (PlanColumn column : table.columns()) {
      Optional<PlanColumn> whole = table.findWhole(column);
      if (column.role() == ColumnRole.COUNT && whole.isPresent()) {
        check(table, column, whole.get(), found);
      }
    }
  }

  private static void check(
      PlanTable table, PlanColumn column, PlanColumn whole, Consumer<Contradiction> found) {
    List<End> ends = new ArrayList<>();
    double sum = 0;
    double communities = 0;
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      Double most = PlanTable.attribute(rows, whole);
      if (most == null || rows.stream().anyMatch(row -> row.cell(column).isText())) {
        continue;
      }
      Optional<PlanRow> row = PlanTable.inForce(rows, column, null);
      double number = row.map(r -> PlanTable.orZero(r.cell(column))).orElse(0.0);
      ends.add(new End(row.orElse(rows.get(rows.size() - 1)), number, most));
      sum += number;
      communities += most;
    }
    double surplus = ends.stream().mapToDouble(end -> Math.max(0, -end.missing())).sum();
    boolean inSum = sum == communities && surplus > 0;
    if (!inSum && !isClaimed(table, column, whole)) {
      return;
    }
    for (End end : ends) {
      if (end.missing() > 0) {
        found.accept(say(end, column, whole, twin(ends, end)));
      }
    }
  }

  /** The last year's total line says as many as there are communities. */
  private static boolean isClaimed(PlanTable table, PlanColumn column, PlanColumn whole) {
    List<Integer> years = table.years();
    Integer last = years.isEmpty() ? null : years.get(years.size() - 1);
    return table.rows().stream()
        .filter(row -> row.kind() == PlanRow.Kind.TOTAL)
        .filter(row -> row.year() == null || row.year().equals(last))
        .anyMatch(
            row ->
                row.cell(column).number() != null
                    && row.cell(column).number().equals(row.cell(whole).number()));
  }

  /** The one area that has just as many too many. */
  private static @Nullable End twin(List<End> ends, End end) {
    List<End> twins = ends.stream().filter(other -> other.missing() == -end.missing()).toList();
    return twins.size() == 1 ? twins.get(0) : null;
  }

  private static Contradiction say(
      End end, PlanColumn column, PlanColumn whole, @Nullable End twin) {
    PlanRow row = end.row();
    String more = "";
    String moreZh = "";
    if (twin != null) {
      more =
          " %s has %s too many: the numbers were probably misplaced."
              .formatted(twin.row().area(), Say.number(end.missing()));
      moreZh = "%s恰好多出%s，可能是数字填错了位置。".formatted(twin.row().area(), Say.number(end.missing()));
    }
    return new Contradiction(
        "short-of-full-coverage",
        row.area(),
        row.line(),
        column.header(),
        row.year(),
        Contradiction.number(end.number()),
        Contradiction.number(end.most()),
        "%s: %s ends at %s of %s %s, though the table as a whole reaches all of them.%s"
            .formatted(
                Say.row(row),
                column.en(),
                Say.number(end.number()),
                Say.number(end.most()),
                whole.en(),
                more),
        "%s：%s最终为%s，而%s是%s；全表合计却是全部覆盖。%s"
            .formatted(
                Say.rowZh(row),
                column.zh(),
                Say.number(end.number()),
                whole.zh(),
                Say.number(end.most()),
                moreZh));
  }
}
