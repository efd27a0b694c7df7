package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one area is to have reached in each year, of one thing. Numbers count from the beginning:
 * where a table plans what a year adds, the sums are here. A year without a number keeps the last
 * one; the number of a year is due on its last day.
 *
 * @param area name as printed
 * @param column the thing's code where it is known, else its header without the year
 * @param code the vocabulary's; null where the column is unknown
 * @param zh label in Chinese
 * @param en label in English
 * @param percent whether the numbers are shares of 0 to 100
 * @param steps numbers by the year that sets them; not empty
 */
public record TargetSeries(
    String area,
    String column,
    @Nullable String code,
    String zh,
    String en,
    boolean percent,
    TreeMap<Integer, Double> steps) {

  /** A number and the year that set it. */
  public record Step(int year, double number) {}

  /** The number in force at the end of a year; empty before the first. */
  public Optional<Step> inForce(int year) {
    return Optional.ofNullable(steps.floorEntry(year))
        .map(entry -> new Step(entry.getKey(), entry.getValue()));
  }

  /** All series of a table, areas in its order, columns in theirs. */
  public static List<TargetSeries> of(PlanTable table) {
    return table.isYearly() ? ofRows(table) : ofHeaders(table);
  }

  private static List<TargetSeries> ofRows(PlanTable table) {
    List<TargetSeries> all = new ArrayList<>();
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      for (PlanColumn column : table.columns()) {
        if (!column.isTarget()) {
          continue;
        }
        TreeMap<Integer, Double> steps = new TreeMap<>();
        double sum = 0;
        for (PlanRow row : rows) {
          Double number = row.cell(column).number();
          if (number != null && row.year() != null) {
            sum += number;
            boolean whole =
                table.isCumulative() && !column.isAdded() || column.role() == ColumnRole.PERCENT;
            steps.put(row.year(), whole ? number : sum);
          }
        }
        add(all, rows.get(0), List.of(column), steps);
      }
    }
    return all;
  }

  private static List<TargetSeries> ofHeaders(PlanTable table) {
    Map<String, List<PlanColumn>> things = new LinkedHashMap<>();
    for (PlanColumn column : table.columns()) {
      if (column.isTarget() && column.part() != ColumnPart.Kind.TOTAL) {
        things.computeIfAbsent(column.base(), base -> new ArrayList<>()).add(column);
      }
    }
    List<TargetSeries> all = new ArrayList<>();
    for (List<PlanRow> rows : table.rowsByArea().values()) {
      for (List<PlanColumn> columns : things.values()) {
        add(all, rows.get(0), columns, steps(table, rows.get(0), columns));
      }
    }
    return all;
  }

  /** What exists is there by the end of the year before the first planned one. */
  private static TreeMap<Integer, Double> steps(
      PlanTable table, PlanRow row, List<PlanColumn> columns) {
    TreeMap<Integer, Double> steps = new TreeMap<>();
    List<PlanColumn> years =
        columns.stream()
            .filter(column -> column.year() != null)
            .sorted((a, b) -> Integer.compare(year(a), year(b)))
            .toList();
    PlanColumn existing =
        columns.stream()
            .filter(column -> column.part() == ColumnPart.Kind.EXISTING)
            .findFirst()
            .orElse(null);
    if (years.isEmpty()) {
      return steps;
    }
    boolean adds = existing != null && !CompletionCheck.includesExisting(table, columns);
    double sum = 0;
    if (existing != null && row.cell(existing).number() != null) {
      sum = PlanTable.orZero(row.cell(existing));
      steps.put(year(years.get(0)) - 1, sum);
    }
    for (PlanColumn column : years) {
      Double number = row.cell(column).number();
      if (number != null) {
        boolean more = column.part() == ColumnPart.Kind.PERIOD && steps.containsKey(year(column));
        sum = more || adds && column.part() != ColumnPart.Kind.UP_TO ? sum + number : number;
        steps.put(year(column), sum);
      }
    }
    return steps;
  }

  private static int year(PlanColumn column) {
    return column.year() == null ? 0 : column.year();
  }

  private static void add(
      List<TargetSeries> all,
      PlanRow row,
      List<PlanColumn> columns,
      TreeMap<Integer, Double> steps) {
    if (steps.isEmpty()) {
      return; // nothing is planned here
    }
    PlanColumn column = columns.get(0);
    ColumnRule rule = column.rule();
    boolean named = rule != null && !rule.zh().isEmpty();
    String plain = column.base().isEmpty() ? column.header() : column.base();
    String name = columns.size() > 1 || column.year() != null ? plain : column.header();
    all.add(
        new TargetSeries(
            row.area(),
            named ? rule.code() : name,
            named ? rule.code() : null,
            named ? rule.zh() : name,
            named ? rule.en() : name,
            column.role() == ColumnRole.PERCENT,
            steps));
  }
}
