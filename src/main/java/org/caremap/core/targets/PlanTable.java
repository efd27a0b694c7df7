package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan table as printed, errors included, with every row and column told for what it is.
 *
 * <p>Shape: with a year column one area has one row a year; without, one row, and the years stand
 * in the headers.
 */
public final class PlanTable {
  private final List<PlanColumn> columns;
  private final List<PlanRow> rows;
  private final boolean yearly;
  private final boolean cumulative;
  private final List<PlanRow> areaRows;
  private final List<PlanRow> distinctRows;
  private final Map<String, List<PlanRow>> rowsByArea;

  private PlanTable(List<PlanColumn> columns, List<PlanRow> rows, boolean yearly) {
    this.columns = columns;
    this.rows = rows;
    this.yearly = yearly;
    this.areaRows = rows.stream().filter(row -> row.kind() == PlanRow.Kind.AREA).toList();
    this.distinctRows = distinct(areaRows);
    this.rowsByArea = byArea(distinctRows);
    this.cumulative = yearly && YearlyReading.isCumulative(this);
  }

  /** Chinese names of the columns by their headers as written; a header nobody knows is quoted. */
  public Map<String, String> columnNamesZh() {
    Map<String, String> names = new LinkedHashMap<>();
    columns.forEach(column -> names.putIfAbsent(column.header(), column.zh()));
    return names;
  }

  /**
   * @param lines all lines of the sheet in order, blank ones may be left out
   * @throws TableProblem where no table can be made out, naming row, field, value and what is legal
   */
  public static PlanTable of(List<SheetLine> lines, ColumnVocabulary vocabulary)
      throws TableProblem {
    List<SheetLine> filled = lines.stream().filter(line -> line.filled() > 0).toList();
    if (filled.isEmpty()) {
      throw new TableProblem("row 1, field area: the file is empty; it needs a header row");
    }
    PlanHeader header = PlanHeader.find(filled, vocabulary);
    List<SheetLine> body = filled.subList(header.end(), filled.size());
    List<PlanColumn> columns = PlanColumns.of(header, body, vocabulary);
    if (columns.stream().noneMatch(column -> column.role() == ColumnRole.AREA)) {
      throw new TableProblem(
          "row "
              + filled.get(header.first()).number()
              + ", field area, value \""
              + String.join(" | ", header.shown())
              + "\": no column names the areas; legal names are area, street, town, 街镇, 区镇, 单位");
    }
    boolean yearly = isYearly(columns, body);
    List<PlanRow> rows = new PlanRows(columns, yearly).read(body);
    if (rows.stream().noneMatch(row -> row.kind() == PlanRow.Kind.AREA)) {
      throw new TableProblem(
          "row "
              + filled.get(header.first()).number()
              + ", field area: the table has a header but no row of an area below it");
    }
    return new PlanTable(columns, rows, yearly);
  }

  /**
   * Whether rows are about years. A year that each area has once, beside columns that name years,
   * is only something that is said of the area, such as when all is done.
   */
  private static boolean isYearly(List<PlanColumn> columns, List<SheetLine> body) {
    Optional<PlanColumn> year =
        columns.stream().filter(column -> column.role() == ColumnRole.YEAR).findFirst();
    if (year.isEmpty()) {
      return false;
    }
    PlanColumn area =
        columns.stream().filter(c -> c.role() == ColumnRole.AREA).findFirst().orElseThrow();
    List<SheetLine> dated = body.stream().filter(l -> year(l, year.get()).isPresent()).toList();
    long areas =
        dated.stream()
            .map(line -> HeaderText.name(line.cell(area.index())))
            .filter(name -> !name.isEmpty())
            .distinct()
            .count();
    boolean yearsInHeaders =
        columns.stream()
            .anyMatch(
                c ->
                    c.part() == ColumnPart.Kind.EXISTING
                        || c.part() == ColumnPart.Kind.YEAR
                        || c.part() == ColumnPart.Kind.UP_TO);
    return !dated.isEmpty() && (areas < dated.size() || !yearsInHeaders);
  }

  private static OptionalInt year(SheetLine line, PlanColumn column) {
    return RowLabels.findYear(line.cell(column.index()));
  }

  /** Whether each area has one row a year. */
  public boolean isYearly() {
    return yearly;
  }

  /** Whether the numbers of a year include those of the years before. */
  public boolean isCumulative() {
    return cumulative;
  }

  /** Number of rows that are about an area. */
  public int areaRowCount() {
    return areaRows().size();
  }

  /** Names of the areas as printed, each once, in the table's order. */
  public List<String> areas() {
    return List.copyOf(areaNames().values());
  }

  /** Years of the table in order: of its rows, or of its headers. */
  public List<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    if (yearly) {
      areaRows().stream().filter(row -> row.year() != null).forEach(row -> years.add(row.year()));
    } else {
      columns.stream()
          .filter(column -> column.year() != null)
          .forEach(column -> years.add(column.year()));
    }
    return List.copyOf(years);
  }

  /** What the table says that its areas are, such as how many communities they have. */
  public List<AreaAttribute> attributes() {
    List<AreaAttribute> all = new ArrayList<>();
    for (PlanColumn column : columns) {
      for (List<PlanRow> own : rowsByArea.values()) {
        Double number = column.role() == ColumnRole.ATTRIBUTE ? attribute(own, column) : null;
        if (number != null) {
          all.add(
              new AreaAttribute(
                  own.get(0).area(), column.base(), column.zh(), column.en(), number));
        }
      }
    }
    return all;
  }

  List<PlanColumn> columns() {
    return columns;
  }

  List<PlanRow> rows() {
    return rows;
  }

  List<PlanRow> areaRows() {
    return areaRows;
  }

  /** Area rows without those that say the same area and year a second time. */
  List<PlanRow> distinctRows() {
    return distinctRows;
  }

  private static List<PlanRow> distinct(List<PlanRow> areaRows) {
    Set<String> seen = new HashSet<>();
    List<PlanRow> distinct = new ArrayList<>();
    for (PlanRow row : areaRows) {
      if (seen.add(row.key() + '\n' + row.year())) {
        distinct.add(row);
      }
    }
    return distinct;
  }

  /** Distinct rows of each area in order of year, areas in the table's order. */
  Map<String, List<PlanRow>> rowsByArea() {
    return rowsByArea;
  }

  private static Map<String, List<PlanRow>> byArea(List<PlanRow> distinctRows) {
    Map<String, List<PlanRow>> byArea = new LinkedHashMap<>();
    for (PlanRow row : distinctRows) {
      byArea.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
    }
    byArea.values().forEach(list -> list.sort((a, b) -> Integer.compare(sortYear(a), sortYear(b))));
    return byArea;
  }

  private static int sortYear(PlanRow row) {
    return row.year() == null ? Integer.MIN_VALUE : row.year();
  }

  private Map<String, String> areaNames() {
    Map<String, String> names = new LinkedHashMap<>();
    areaRows().forEach(row -> names.putIfAbsent(row.key(), row.area()));
    return names;
  }

  Optional<PlanColumn> findColumn(String code) {
    return columns.stream()
        .filter(column -> column.part() == ColumnPart.Kind.WHOLE && column.hasCode(code))
        .findFirst();
  }

  /** The column that says how many of the other there can be at most. */
  Optional<PlanColumn> findWhole(PlanColumn column) {
    Optional<PlanColumn> known =
        column.of().stream().flatMap(code -> findColumn(code).stream()).findFirst();
    if (known.isPresent() || !column.base().isEmpty()) {
      return known;
    }
    // "现有数" and "2020年" alone: the table is about one thing in the one kind of settlement it has
    return onlySettlement();
  }

  /**
   * The same for existing and planned together, where "站" or "points" alone mean one in each
   * settlement as well.
   */
  Optional<PlanColumn> findWhole(PartGroup group) {
    PlanColumn column = group.parts().get(0);
    return findWhole(column).or(() -> column.isAnyPlace() ? onlySettlement() : Optional.empty());
  }

  private Optional<PlanColumn> onlySettlement() {
    List<PlanColumn> settlements =
        columns.stream()
            .filter(c -> c.role() == ColumnRole.ATTRIBUTE && c.rule() != null)
            .filter(c -> c.rule().each().equals("settlement"))
            .toList();
    return settlements.size() == 1 ? Optional.of(settlements.get(0)) : Optional.empty();
  }

  /**
   * What one area's rows say of an attribute: the value most of them state, of equals the first.
   *
   * @return null where none states a number
   */
  static @Nullable Double attribute(List<PlanRow> rows, PlanColumn column) {
    Map<Double, Integer> votes = new LinkedHashMap<>();
    for (PlanRow row : rows) {
      Double number = row.cell(column).number();
      if (number != null) {
        votes.merge(number, 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * The last row up to a year that states a number, whose number is in force: blanks carry forward.
   *
   * @param rows of one area in order of year
   */
  static Optional<PlanRow> inForce(List<PlanRow> rows, PlanColumn column, @Nullable Integer year) {
    return rows.stream()
        .filter(row -> year == null || row.year() == null || row.year() <= year)
        .filter(row -> row.cell(column).number() != null)
        .reduce((first, last) -> last);
  }

  /** One area's number for the totals of a year; 0 where it has none. */
  double value(List<PlanRow> rows, PlanColumn column, @Nullable Integer year) {
    if (column.role() == ColumnRole.ATTRIBUTE) {
      Double number = attribute(rows, column);
      return number == null ? 0 : number;
    }
    if (yearly && !cumulative) {
      return rows.stream()
          .filter(row -> year == null || year.equals(row.year()))
          .mapToDouble(row -> orZero(row.cell(column)))
          .sum();
    }
    return inForce(rows, column, year).map(row -> orZero(row.cell(column))).orElse(0.0);
  }

  static double orZero(PlanCell cell) {
    return cell.number() == null ? 0 : cell.number();
  }
}
