package org.caremap.core.targets;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Areas that are listed twice, not named, missing in a year, or described in two ways. */
final class AreaCheck implements TableCheck {
  private static final int MANY = 10;

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    duplicates(table, found);
    for (PlanRow row : table.areaRows()) {
      if (row.area().isEmpty()) {
        unnamed(row, found);
      } else if (table.isYearly() && row.year() == null) {
        withoutYear(table, row, found);
      }
    }
    if (table.isYearly()) {
      missingYears(table, found);
    }
    table.rowsByArea().values().forEach(rows -> attributes(table, rows, found));
  }

  private static void duplicates(PlanTable table, Consumer<Contradiction> found) {
    Map<String, PlanRow> seen = new HashMap<>();
    for (PlanRow row : table.areaRows()) {
      if (row.area().isEmpty()) {
        continue;
      }
      PlanRow first = seen.putIfAbsent(row.key() + '\n' + row.year(), row);
      if (first != null) {
        found.accept(
            new Contradiction(
                "duplicate-row",
                row.area(),
                row.line(),
                null,
                row.year(),
                2L,
                1L,
                "%s is listed twice%s: in rows %d and %d."
                    .formatted(row.area(), Say.inYear(row.year()), first.line(), row.line()),
                "%s%s出现两次：第%d行和第%d行。"
                    .formatted(row.area(), Say.inYearZh(row.year()), first.line(), row.line())));
      }
    }
  }

  private static void unnamed(PlanRow row, Consumer<Contradiction> found) {
    found.accept(
        new Contradiction(
            "no-area",
            null,
            row.line(),
            null,
            row.year(),
            "",
            "the name of an area",
            "Row %d has numbers but names no area.".formatted(row.line()),
            "第%d行有数字，但没有写单位名称。".formatted(row.line())));
  }

  private static void withoutYear(PlanTable table, PlanRow row, Consumer<Contradiction> found) {
    PlanColumn column =
        table.columns().stream().filter(c -> c.role() == ColumnRole.YEAR).findFirst().orElseThrow();
    String text = row.cell(column).text();
    found.accept(
        new Contradiction(
            "no-year",
            row.area(),
            row.line(),
            column.header(),
            null,
            text,
            "a year of four digits",
            "%s: \"%s\" in column %s is not a year of four digits."
                .formatted(Say.row(row), text, column.en()),
            "%s：%s一列的“%s”不是四位数的年份。".formatted(Say.rowZh(row), column.zh(), text)));
  }

  /**
   * An area may be added in a later year. Only where it is the one of many that lacks the first of
   * several years, its row is more likely lost.
   */
  private static boolean mayBeNew(PlanTable table, List<PlanRow> rows, Integer year) {
    boolean before = rows.stream().allMatch(row -> row.year() != null && row.year() > year);
    Collection<List<PlanRow>> areas = table.rowsByArea().values();
    boolean onlyOne = areas.stream().filter(other -> !hasYear(other, year)).count() == 1;
    long years = rows.stream().map(PlanRow::year).distinct().count();
    boolean regular = years > 1 && years == table.years().size() - 1;
    return before && !(onlyOne && regular && areas.size() >= MANY);
  }

  /** A year that most areas have is missing for one; a year that few have is theirs alone. */
  private static void missingYears(PlanTable table, Consumer<Contradiction> found) {
    Collection<List<PlanRow>> areas = table.rowsByArea().values();
    if (areas.stream().filter(rows -> rows.size() > 1).count() * 2 <= areas.size()) {
      return; // each area has a year of its own, such as the one in which it is done
    }
    for (Integer year : table.years()) {
      long having = areas.stream().filter(rows -> hasYear(rows, year)).count();
      for (List<PlanRow> rows : areas) {
        boolean dated = rows.stream().allMatch(row -> row.year() != null);
        boolean usual = having * 2 > areas.size();
        if (usual && !hasYear(rows, year) && dated && !mayBeNew(table, rows, year)) {
          PlanRow row = rows.get(0);
          found.accept(
              new Contradiction(
                  "missing-year",
                  row.area(),
                  row.line(),
                  null,
                  year,
                  0L,
                  1L,
                  "%s has no row for %d, though %d of %d areas have one."
                      .formatted(row.area(), year, having, areas.size()),
                  "%s缺少%d年的一行，而%d个单位中有%d个有这一年。".formatted(row.area(), year, areas.size(), having)));
        }
      }
    }
  }

  private static boolean hasYear(List<PlanRow> rows, Integer year) {
    return rows.stream().anyMatch(row -> year.equals(row.year()));
  }

  private static void attributes(
      PlanTable table, List<PlanRow> rows, Consumer<Contradiction> found) {
    for (PlanColumn column : table.columns()) {
      Double usual = PlanTable.attribute(rows, column);
      if (column.role() != ColumnRole.ATTRIBUTE || usual == null) {
        continue;
      }
      Map<Double, PlanRow> others = new LinkedHashMap<>();
      for (PlanRow row : rows) {
        Double number = row.cell(column).number();
        if (number != null && !Objects.equals(number, usual)) {
          others.putIfAbsent(number, row);
        }
      }
      others.forEach(
          (number, row) ->
              found.accept(
                  new Contradiction(
                      "attribute-differs",
                      row.area(),
                      row.line(),
                      column.header(),
                      row.year(),
                      Contradiction.number(number),
                      Contradiction.number(usual),
                      "%s: %s is %s here but %s in another row of %s."
                          .formatted(
                              Say.row(row),
                              column.en(),
                              Say.number(number),
                              Say.number(usual),
                              row.area()),
                      "%s：%s在这里是%s，在%s的其他行是%s。"
                          .formatted(
                              Say.rowZh(row),
                              column.zh(),
                              Say.number(number),
                              row.area(),
                              Say.number(usual)))));
    }
  }
}
