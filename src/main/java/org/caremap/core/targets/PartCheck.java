package org.caremap.core.targets;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Parts that are more than what they are part of: 其中 columns, nursing beds among beds. */
final class PartCheck implements TableCheck {

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PlanColumn part : table.columns()) {
      PlanColumn whole = whole(table, part);
      if (whole == null) {
        continue;
      }
      for (PlanRow row : table.rows()) {
        Double number = row.cell(part).number();
        Double most = row.cell(whole).number();
        boolean counts = row.kind() != PlanRow.Kind.OTHER && row.kind() != PlanRow.Kind.PERCENT;
        if (counts && number != null && most != null && number > most) {
          found.accept(say(row, part, whole, number, most));
        }
      }
    }
  }

  private static @Nullable PlanColumn whole(PlanTable table, PlanColumn part) {
    if (!part.holdsNumbers() || part.role() == ColumnRole.PERCENT) {
      return null;
    }
    List<PlanColumn> columns = table.columns();
    if (part.isPartOfBefore()) {
      for (int i = part.index() - 1; i >= 0; i--) {
        PlanColumn before = columns.get(i);
        if (before.holdsNumbers() && !before.isPartOfBefore()) {
          return isSameSort(before, part) ? before : null;
        }
      }
      return null;
    }
    List<String> codes = part.rule() == null ? List.of() : part.rule().partOf();
    List<PlanColumn> wholes =
        columns.stream()
            .filter(column -> codes.stream().anyMatch(column::hasCode))
            .filter(column -> column.part() == part.part())
            .filter(column -> Objects.equals(column.year(), part.year()))
            .toList();
    return wholes.size() == 1 ? wholes.get(0) : null;
  }

  /** People are no part of stations, nor money of people. */
  private static boolean isSameSort(PlanColumn whole, PlanColumn part) {
    return whole.role() != ColumnRole.PERCENT
        && whole.hasCode("people") == part.hasCode("people")
        && whole.hasCode("population") == part.hasCode("population")
        && whole.hasCode("measure") == part.hasCode("measure");
  }

  private static Contradiction say(
      PlanRow row, PlanColumn part, PlanColumn whole, double number, double most) {
    return new Contradiction(
        "part-exceeds-whole",
        Say.area(row),
        row.line(),
        part.header(),
        row.year(),
        Contradiction.number(number),
        Contradiction.number(most),
        "%s: %s is %s, more than the %s of %s that it is part of."
            .formatted(Say.row(row), part.en(), Say.number(number), Say.number(most), whole.en()),
        "%s：%s为%s，多于它所属的%s%s。"
            .formatted(
                Say.rowZh(row), part.zh(), Say.number(number), whole.zh(), Say.number(most)));
  }
}
