package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the lines below a header; an area's name may stand in the first of its rows only. */
final class PlanRows {
  private final List<PlanColumn> columns;
  private final PlanColumn area;
  private final boolean yearly;
  private String lastArea = "";
  private String lastParent = "";
  private boolean yearsMerged;
  private @Nullable Integer lastYear;

  PlanRows(List<PlanColumn> columns, boolean yearly) {
    this.columns = columns;
    this.yearly = yearly;
    this.area = columns.stream().filter(c -> c.role() == ColumnRole.AREA).findFirst().orElseThrow();
  }

  List<PlanRow> read(List<SheetLine> body) throws TableProblem {
    List<PlanRow> rows = new ArrayList<>();
    yearsMerged = yearly && areYearsMerged(body);
    for (SheetLine line : body) {
      checkWidth(line);
      rows.add(row(line));
    }
    return unnamedTotal(rows);
  }

  /** Whether a year stands once over the rows of its areas: most rows name none, but the first. */
  private boolean areYearsMerged(List<SheetLine> body) {
    for (PlanColumn column : columns) {
      if (column.role() == ColumnRole.YEAR) {
        long named =
            body.stream()
                .filter(line -> RowLabels.findYear(line.cell(column.index())).isPresent())
                .count();
        boolean first = RowLabels.findYear(body.get(0).cell(column.index())).isPresent();
        return first && named * 2 < body.size();
      }
    }
    return false;
  }

  private void checkWidth(SheetLine line) throws TableProblem {
    for (int i = columns.size(); i < line.cells().size(); i++) {
      if (!HeaderText.trim(line.cell(i)).isEmpty()) {
        throw new TableProblem(
            "row "
                + line.number()
                + ", field "
                + (i + 1)
                + ", value \""
                + line.cell(i)
                + "\": the header has "
                + columns.size()
                + " columns; a row may have at most as many values");
      }
    }
  }

  private PlanRow row(SheetLine line) {
    List<PlanCell> cells = columns.stream().map(c -> PlanCell.of(line.cell(c.index()))).toList();
    String label = label(line);
    String category = names(line, ColumnRole.CATEGORY);
    PlanRow.Kind kind = label.isEmpty() ? PlanRow.Kind.AREA : RowLabels.kind(label);
    Integer year = year(line, kind, label);
    if (kind == PlanRow.Kind.AREA && isOwnTotal(line)) {
      return new PlanRow(line.number(), PlanRow.Kind.OTHER, label, label, category, year, cells);
    }
    String name = HeaderText.trim(line.cell(area.index()));
    if (kind != PlanRow.Kind.AREA) {
      return new PlanRow(line.number(), kind, label, label, category, year, cells);
    }
    String parent = names(line, ColumnRole.PARENT);
    if (!parent.isEmpty() && !parent.equals(lastParent)) {
      lastParent = parent;
    }
    if (name.isEmpty() && (yearly && year != null || !category.isEmpty())) {
      name = lastArea; // the printed tables merge the name over the rows of its years
    } else {
      lastArea = name;
    }
    boolean numbers =
        columns.stream().anyMatch(c -> c.holdsNumbers() && !cells.get(c.index()).isBlank());
    if (!numbers && (name.isEmpty() || line.filled() == 1)) {
      // a heading between blocks of rows, or words below the table
      return new PlanRow(line.number(), PlanRow.Kind.OTHER, name, name, category, year, cells);
    }
    String key = HeaderText.name(lastParent + '/' + name + '/' + category);
    return new PlanRow(line.number(), PlanRow.Kind.AREA, name, key, category, year, cells);
  }

  /** Whether the year's cell of a named area says that this is the sum over its years. */
  private boolean isOwnTotal(SheetLine line) {
    for (PlanColumn column : columns) {
      String text = HeaderText.trim(line.cell(column.index()));
      if (column.role() == ColumnRole.YEAR
          && !text.isEmpty()
          && RowLabels.kind(text) != PlanRow.Kind.AREA) {
        return true;
      }
    }
    return false;
  }

  private String names(SheetLine line, ColumnRole role) {
    StringBuilder names = new StringBuilder();
    for (PlanColumn column : columns) {
      if (column.role() == role) {
        names.append(HeaderText.trim(line.cell(column.index())));
      }
    }
    return names.toString();
  }

  /** The area's cell, else the words of a label that stands in another column of words. */
  private String label(SheetLine line) {
    String name = HeaderText.trim(line.cell(area.index()));
    for (PlanColumn column : columns) {
      boolean words =
          column.role() == ColumnRole.PARENT
              || column.role() == ColumnRole.SERIAL
              || column.role() == ColumnRole.YEAR
              || column.role() == ColumnRole.TEXT && column.index() < area.index();
      String text = HeaderText.trim(line.cell(column.index()));
      if (words && !text.isEmpty() && RowLabels.kind(text) != PlanRow.Kind.AREA) {
        return column.role() == ColumnRole.YEAR && !name.isEmpty() ? name : text;
      }
    }
    return name;
  }

  private @Nullable Integer year(SheetLine line, PlanRow.Kind kind, String label) {
    for (PlanColumn column : columns) {
      if (column.role() == ColumnRole.YEAR) {
        OptionalInt year = RowLabels.findYear(line.cell(column.index()));
        if (year.isPresent()) {
          lastYear = year.getAsInt();
          return lastYear;
        }
      }
    }
    if (kind == PlanRow.Kind.AREA && yearsMerged) {
      return lastYear;
    }
    if (kind == PlanRow.Kind.AREA || !yearly) {
      return null;
    }
    OptionalInt year = RowLabels.findYear(label);
    return year.isPresent() ? year.getAsInt() : null;
  }

  /** Numbers without a name in the last row, where no row is called a total, are the total. */
  private static List<PlanRow> unnamedTotal(List<PlanRow> rows) {
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.kind() == PlanRow.Kind.TOTAL)) {
      return rows;
    }
    int last = rows.size() - 1;
    PlanRow row = rows.get(last);
    if (row.kind() == PlanRow.Kind.AREA && row.area().isEmpty() && last > 1) {
      rows.set(
          last,
          new PlanRow(
              row.line(), PlanRow.Kind.TOTAL, "", "", row.category(), row.year(), row.cells()));
    }
    return rows;
  }
}
