package org.caremap.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caremap.core.targets.ColumnVocabulary;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.PlanTable;
import org.caremap.core.targets.TableChecks;
import org.caremap.core.targets.TableProblem;

/** The printed tables as grids that tests change, and what the checks say of them. */
final class CheckTables {
  private static final ColumnVocabulary VOCABULARY = ColumnCatalog.builtIn();

  private CheckTables() {}

  static List<List<String>> grid(String name) {
    try {
      List<List<String>> grid = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("geodata/targets/" + name + ".csv"))) {
        grid.add(new ArrayList<>(List.of(line.split(",", -1))));
      }
      return grid;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int column(List<List<String>> grid, String header) {
    int column = grid.get(0).indexOf(header);
    if (column < 0) {
      throw new IllegalArgumentException(header + " is none of " + grid.get(0));
    }
    return column;
  }

  /** Index of the first row of an area, and year where the table has one. */
  static int row(List<List<String>> grid, String area, String year) {
    int at = grid.get(0).indexOf("year");
    for (int i = 1; i < grid.size(); i++) {
      if (grid.get(i).get(0).equals(area) && (year.isEmpty() || grid.get(i).get(at).equals(year))) {
        return i;
      }
    }
    throw new IllegalArgumentException(area + " " + year);
  }

  static void set(List<List<String>> grid, String area, String year, String header, String value) {
    grid.get(row(grid, area, year)).set(column(grid, header), value);
  }

  static List<Contradiction> check(List<List<String>> grid) {
    return check(String.join("\n", grid.stream().map(row -> String.join(",", row)).toList()));
  }

  static List<Contradiction> check(String csv) {
    return check(csv.getBytes(StandardCharsets.UTF_8));
  }

  static List<Contradiction> check(byte[] file) {
    try {
      return TableChecks.of(PlanTable.of(SheetFile.read(file, "table"), VOCABULARY));
    } catch (TableProblem e) {
      throw new AssertionError(e);
    }
  }

  /** 海门 with its total line set to what its rows say, and two misplaced numbers put right. */
  static List<List<String>> correctHaimen() {
    List<List<String>> grid = grid("haimen-2018");
    String total = "到2020年合计达到";
    set(grid, total, "", "urban_communities", "68");
    set(grid, total, "", "urban_station_standard", "68");
    set(grid, total, "", "urban_station_socially_run", "68");
    set(grid, total, "", "street_day_care_centre", "12");
    set(grid, "海门高新区", "2019", "urban_station_socially_run", "23");
    set(grid, "开发区", "2019", "urban_station_socially_run", "12");
    return grid;
  }

  /** 綦江's streets with the fifth station that 文龙街道 needs. */
  static List<List<String>> correctStreets() {
    List<List<String>> grid = grid("qijiang-2020-streets");
    set(grid, "文龙街道", "", "community_station_2020", "5");
    set(grid, "合计", "", "community_station_2020", "24");
    return grid;
  }

  static List<List<String>> correctVillages() {
    return grid("qijiang-2020-villages");
  }

  static List<List<String>> copy(List<List<String>> grid) {
    List<List<String>> copy = new ArrayList<>();
    grid.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }
}
