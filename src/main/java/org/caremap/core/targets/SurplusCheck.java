package org.caremap.core.targets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** More stations than there are communities, each of which has one. */
final class SurplusCheck implements TableCheck {

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      for (PlanColumn column : table.columns()) {
        Optional<PlanColumn> whole = table.findWhole(column);
        // parts of one thing are judged together, by CompletionCheck
        boolean alone = column.part() == ColumnPart.Kind.WHOLE || table.isYearly();
        if (column.role() == ColumnRole.COUNT && alone && whole.isPresent()) {
          check(rows, column, whole.get(), found);
        }
      }
    }
  }

  private static void check(
      List<PlanRow> rows, PlanColumn column, PlanColumn whole, Consumer<Contradiction> found) {
    Double most = PlanTable.attribute(rows, whole);
    if (most == null) {
      return; // how many there are is not said
    }
    double last = Double.NaN;
    for (PlanRow row : rows) {
      Double number = row.cell(column).number();
      // the same number in a later year says nothing new
      if (number != null && number > most && number != last) {
        found.accept(say(row, column, whole, number, most));
      }
      last = number == null ? last : number;
    }
  }

  static Contradiction say(
      PlanRow row, PlanColumn column, PlanColumn whole, double number, double most) {
    return new Contradiction(
        "more-than-communities",
        row.area(),
        row.line(),
        column.header(),
        row.year(),
        Contradiction.number(number),
        Contradiction.number(most),
        "%s: %s is %s, more than the %s %s of %s."
            .formatted(
                Say.row(row),
                column.en(),
                Say.number(number),
                Say.number(most),
                whole.en(),
                row.area()),
        "%s：%s为%s，多于%s的%s%s。"
            .formatted(
                Say.rowZh(row),
                column.zh(),
                Say.number(number),
                row.area(),
                whole.zh(),
                Say.number(most)));
  }
}
