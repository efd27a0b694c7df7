package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Total and subtotal lines against the rows that they sum. In a cumulative table that is the sum of
 * the numbers in force in the total's year; what an area is, such as its communities, counts once.
 */
final class TotalCheck implements TableCheck {
  private static final double EPSILON = 1e-6;

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (Block block : blocks(table)) {
      if (block.areas().isEmpty()) {
        continue;
      }
      for (PlanColumn column : table.columns()) {
        Double stated = block.total().cell(column).number();
        boolean shares = block.total().kind() == PlanRow.Kind.PERCENT;
        if (stated == null
            || !column.holdsNumbers()
            || shares && column.role() != ColumnRole.PERCENT) {
          continue;
        }
        if (column.role() == ColumnRole.PERCENT) {
          percent(block, column, stated, found);
        } else {
          sum(table, block, column, stated, found);
        }
      }
    }
  }

  /** A total line with the rows it is of, by area. */
  record Block(PlanRow total, Map<String, List<PlanRow>> areas, @Nullable Integer year) {}

  /** Totals are of all rows; a subtotal of those since the line before it, or of those below it. */
  static List<Block> blocks(PlanTable table) {
    List<Block> blocks = new ArrayList<>();
    Map<String, List<PlanRow>> all = table.rowsByArea();
    List<Integer> years = table.years();
    Integer last = table.isYearly() && !years.isEmpty() ? years.get(years.size() - 1) : null;
    boolean below = false;
    boolean seenArea = false;
    for (PlanRow row : table.rows()) {
      seenArea |= row.kind() == PlanRow.Kind.AREA;
      if (row.kind() == PlanRow.Kind.SUBTOTAL) {
        below = !seenArea;
        break;
      }
    }
    for (int i = 0; i < table.rows().size(); i++) {
      PlanRow row = table.rows().get(i);
      Integer year = row.year() != null || !table.isCumulative() ? row.year() : last;
      if (row.kind() == PlanRow.Kind.TOTAL || row.kind() == PlanRow.Kind.PERCENT) {
        blocks.add(new Block(row, ofCategory(table, row, all), year));
      } else if (row.kind() == PlanRow.Kind.SUBTOTAL) {
        Map<String, List<PlanRow>> near = near(table, i, below, all);
        blocks.add(new Block(row, ofCategory(table, row, near), year));
      }
    }
    return blocks;
  }

  /** Rows about the same thing; none where the total line does not say what it is about. */
  private static Map<String, List<PlanRow>> ofCategory(
      PlanTable table, PlanRow total, Map<String, List<PlanRow>> areas) {
    if (table.columns().stream().noneMatch(c -> c.role() == ColumnRole.CATEGORY)) {
      return areas;
    }
    Map<String, List<PlanRow>> same = new LinkedHashMap<>();
    areas.forEach(
        (key, rows) -> {
          String category = rows.get(0).category();
          if (!category.isEmpty() && category.equals(total.category())) {
            same.put(key, rows);
          }
        });
    return same;
  }

  private static Map<String, List<PlanRow>> near(
      PlanTable table, int index, boolean below, Map<String, List<PlanRow>> all) {
    Map<String, List<PlanRow>> areas = new LinkedHashMap<>();
    List<PlanRow> rows = table.rows();
    int step = below ? 1 : -1;
    for (int i = index + step; i >= 0 && i < rows.size(); i += step) {
      PlanRow row = rows.get(i);
      if (row.kind() == PlanRow.Kind.SUBTOTAL && !areas.isEmpty()
          || row.kind() == PlanRow.Kind.TOTAL) {
        break;
      }
      List<PlanRow> own = all.get(row.key());
      if (row.kind() == PlanRow.Kind.AREA && own != null) {
        areas.putIfAbsent(row.key(), own);
      }
    }
    return areas;
  }

  private static void sum(
      PlanTable table,
      Block block,
      PlanColumn column,
      double stated,
      Consumer<Contradiction> found) {
    double sum = 0;
    double ofYear = 0;
    double upToYear = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean any = false;
    boolean flow = table.isYearly() && (column.isAdded() || column.role() == ColumnRole.NUMBER);
    for (List<PlanRow> rows : block.areas().values()) {
      if (rows.stream().anyMatch(row -> row.cell(column).isText())) {
        return; // said by CellCheck; nobody knows the sum
      }
      double value = table.value(rows, column, block.year());
      any |= rows.stream().anyMatch(row -> row.cell(column).number() != null);
      sum += value;
      ofYear += total(rows, column, block.year(), false);
      upToYear += total(rows, column, block.year(), true);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    boolean mayBeMean =
        column.role() == ColumnRole.NUMBER
            && !column.hasCode("people")
            && stated >= least - EPSILON
            && stated <= most + EPSILON;
    boolean fits =
        isSame(sum, stated) || flow && (isSame(ofYear, stated) || isSame(upToYear, stated));
    // a column that only the total line fills is not broken down; that is no contradiction
    if (any && !mayBeMean && !fits) {
      boolean added = flow && column.isAdded();
      found.accept(say(table, block, column, stated, added ? upToYear : sum));
    }
  }

  private static boolean isSame(double sum, double stated) {
    return Math.abs(sum - stated) <= EPSILON * Math.max(1, Math.abs(sum));
  }

  /** What the rows of one year state together, or those of all years up to it. */
  private static double total(
      List<PlanRow> rows, PlanColumn column, @Nullable Integer year, boolean before) {
    return rows.stream()
        .filter(
            row ->
                year == null
                    || year.equals(row.year())
                    || before && row.year() != null && row.year() < year)
        .mapToDouble(row -> PlanTable.orZero(row.cell(column)))
        .sum();
  }

  private static Contradiction say(
      PlanTable table, Block block, PlanColumn column, double stated, double sum) {
    PlanRow row = block.total();
    String how = "";
    String howZh = "";
    boolean inForce = table.isCumulative() && !column.isAdded();
    if (inForce && column.role() != ColumnRole.ATTRIBUTE) {
      how = " (the last number of each area up to " + block.year() + ")";
      howZh = "（各单位到" + block.year() + "年为止的最近一个数）";
    }
    return new Contradiction(
        "total-not-sum",
        Say.area(row),
        row.line(),
        column.header(),
        row.year() != null ? row.year() : column.year(),
        Contradiction.number(stated),
        Contradiction.number(sum),
        "Row %d (%s): the total of %s is %s, but the rows%s add up to %s."
            .formatted(
                row.line(), row.area(), column.en(), Say.number(stated), how, Say.number(sum)),
        "第%d行（%s）：%s的合计为%s，但各行%s相加为%s。"
            .formatted(
                row.line(), row.area(), column.zh(), Say.number(stated), howZh, Say.number(sum)));
  }

  /** A mean of shares lies between the least and the greatest, whatever the weights. */
  private static void percent(
      Block block, PlanColumn column, double stated, Consumer<Contradiction> found) {
    if (column.hasCode("growth_rate")) {
      return; // what is new has no rate of its own
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int decimals = Integer.MAX_VALUE;
    for (List<PlanRow> rows : block.areas().values()) {
      PlanRow row = PlanTable.inForce(rows, column, block.year()).orElse(null);
      if (row == null) {
        return; // one share is not known, so the mean may be anything
      }
      double value = PlanTable.orZero(row.cell(column));
      least = Math.min(least, value);
      most = Math.max(most, value);
      decimals = Math.min(decimals, row.cell(column).decimals());
    }
    double rounding = Math.pow(10, -decimals) / 2;
    if (stated < least - rounding || stated > most + rounding) {
      PlanRow row = block.total();
      String range = Say.number(least) + "–" + Say.number(most);
      String rangeEn = least == most ? Say.number(least) : range;
      found.accept(
          new Contradiction(
              "total-out-of-range",
              Say.area(row),
              row.line(),
              column.header(),
              row.year(),
              Contradiction.number(stated),
              least == most ? Contradiction.number(least) : range,
              "Row %d (%s): the share of all areas in %s is %s, but the areas have %s."
                  .formatted(row.line(), row.area(), column.en(), Say.number(stated), rangeEn),
              "第%d行（%s）：%s合计为%s，但各行在%s之间。"
                  .formatted(row.line(), row.area(), column.zh(), Say.number(stated), range)));
    }
  }
}
