package org.caremap.core.targets;

import java.util.function.Consumer;

/** Cells that cannot be what their column holds. */
final class CellCheck implements TableCheck {
  private static final double FULL_PERCENT = 100;

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PlanRow row : table.rows()) {
      if (row.kind() == PlanRow.Kind.OTHER) {
        continue;
      }
      for (PlanColumn column : table.columns()) {
        if (column.holdsNumbers()) {
          check(row, column, found);
        }
      }
    }
  }

  private static void check(PlanRow row, PlanColumn column, Consumer<Contradiction> found) {
    PlanCell cell = row.cell(column);
    boolean share = column.role() == ColumnRole.PERCENT || row.kind() == PlanRow.Kind.PERCENT;
    if (cell.isText()) {
      add(found, "not-a-number", row, column, cell, "a number", "一个数", "is not a number", "不是数");
      return;
    }
    boolean anything = column.role() == ColumnRole.NUMBER && !column.hasCode("people");
    if (cell.number() == null || anything || column.hasCode("growth_rate")) {
      return; // a column of unknown meaning may hold any number
    }
    double number = cell.number();
    if (number < 0) {
      add(found, "negative", row, column, cell, "0 or more", "不小于0", "is negative", "是负数");
    } else if (column.role() == ColumnRole.PERCENT
        && number > FULL_PERCENT
        && !column.hasCode("completion_rate")) {
      add(
          found,
          "percent-out-of-range",
          row,
          column,
          cell,
          "0 to 100",
          "0到100",
          "is more than 100 percent",
          "超过百分之百");
    } else if (!share && number != Math.rint(number) && isWhole(column)) {
      add(
          found,
          "not-whole",
          row,
          column,
          cell,
          "a whole number",
          "整数",
          "is not a whole number",
          "不是整数");
    }
  }

  private static boolean isWhole(PlanColumn column) {
    return column.role() == ColumnRole.COUNT
        || column.rule() != null && column.rule().each().equals("settlement");
  }

  private static void add(
      Consumer<Contradiction> found,
      String kind,
      PlanRow row,
      PlanColumn column,
      PlanCell cell,
      String legal,
      String legalZh,
      String what,
      String whatZh) {
    Object value = cell.number() == null ? cell.text() : Contradiction.number(cell.number());
    found.accept(
        new Contradiction(
            kind,
            Say.area(row),
            row.line(),
            column.header(),
            row.year(),
            value,
            legal,
            "%s: \"%s\" in column %s %s; legal is %s."
                .formatted(Say.row(row), cell.text(), column.en(), what, legal),
            "%s：%s一列的“%s”%s，应为%s。"
                .formatted(Say.rowZh(row), column.zh(), cell.text(), whatZh, legalZh)));
  }
}
