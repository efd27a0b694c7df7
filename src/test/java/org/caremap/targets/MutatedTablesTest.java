package org.caremap.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caremap.targets.CheckTables.check;
import static org.caremap.targets.CheckTables.copy;
import static org.caremap.targets.CheckTables.correctHaimen;
import static org.caremap.targets.CheckTables.correctStreets;
import static org.caremap.targets.CheckTables.correctVillages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.caremap.core.targets.Contradiction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One wrong cell or row in a correct table is found where it stands; tables that say the same in
 * another way are not blamed. Each kind of change is one that makes a contradiction for certain.
 */
class MutatedTablesTest {
  private static final int MUTATIONS = 1_500;
  private static final int VARIANTS = 300;

  /** A change and where it was made. */
  private record Change(
      String what, List<List<String>> table, String area, int line, @Nullable String column) {

    boolean isNamedBy(Contradiction found) {
      return found.row() == line
          || area.equals(found.area())
          || column != null && column.equals(found.column());
    }
  }

  @Test
  void everyWrongCellIsFound() {
    long seed = 20_261_125L;
    System.out.println("MutatedTablesTest seed " + seed);
    Random random = new Random(seed);
    List<List<List<String>>> tables = List.of(correctHaimen(), correctStreets(), correctVillages());
    Map<String, Integer> kinds = new TreeMap<>();
    int done = 0;
    while (done < MUTATIONS) {
      List<List<String>> table = tables.get(random.nextInt(tables.size()));
      Change change =
          table.get(0).contains("year") ? yearly(table, random) : increments(table, random);
      if (change == null) {
        continue;
      }
      done++;
      List<Contradiction> found = check(change.table());
      assertThat(found)
          .as("%s at %s line %d %s", change.what(), change.area(), change.line(), change.column())
          .anyMatch(change::isNamedBy);
      found.forEach(
          one -> {
            assertThat(one.message()).isNotBlank();
            assertThat(one.messageZh()).isNotBlank();
          });
      kinds.merge(change.what(), 1, Integer::sum);
    }
    System.out.println(kinds);
    assertThat(kinds).hasSizeGreaterThan(15);
  }

  private static @Nullable Change yearly(List<List<String>> original, Random random) {
    List<List<String>> table = copy(original);
    int total = table.size() - 1;
    int row = 1 + random.nextInt(total - 1);
    List<String> cells = table.get(row);
    List<String> header = table.get(0);
    int column = 4 + random.nextInt(header.size() - 4);
    String name = header.get(column);
    boolean summed = !table.get(total).get(column).isEmpty();
    boolean last = cells.get(3).equals("2020");
    boolean share = name.endsWith("percent");
    int value = number(cells.get(column));
    int step = 1 + random.nextInt(9);
    switch (random.nextInt(14)) {
      case 0 -> {
        int at = 1 + random.nextInt(header.size() - 1);
        String stated = table.get(total).get(at);
        if (stated.isEmpty()) {
          return null;
        }
        table.get(total).set(at, "" + (number(stated) + (random.nextBoolean() ? step : -step)));
        return new Change("total", table, table.get(total).get(0), total + 1, header.get(at));
      }
      case 1 -> {
        if (!summed || !last) {
          return null;
        }
        cells.set(column, "" + (value + step));
        return new Change("last year more", table, cells.get(0), row + 1, name);
      }
      case 2 -> {
        if (!summed || !last || value == 0) {
          return null;
        }
        cells.set(column, "" + random.nextInt(value));
        return new Change("last year less", table, cells.get(0), row + 1, name);
      }
      case 3 -> {
        int before = cells.get(3).equals("2018") ? 0 : before(table, row, column);
        if (before == 0) {
          return null;
        }
        cells.set(column, "" + random.nextInt(before));
        return new Change("falls", table, cells.get(0), row + 1, name);
      }
      case 4 -> {
        if (!name.contains("station_s")) {
          return null;
        }
        int most = number(cells.get(name.startsWith("urban") ? 1 : 2));
        if (most == 0) {
          return null; // how many rural communities the farm has is not printed
        }
        cells.set(column, "" + (most + step));
        return new Change("more than communities", table, cells.get(0), row + 1, name);
      }
      case 5 -> {
        int at = 1 + random.nextInt(2);
        if (cells.get(at).isEmpty()) {
          return null;
        }
        cells.set(at, "" + (number(cells.get(at)) + step));
        return new Change("attribute", table, cells.get(0), row + 1, header.get(at));
      }
      case 6 -> {
        cells.set(column, "-" + step);
        return new Change("negative", table, cells.get(0), row + 1, name);
      }
      case 7 -> {
        cells.set(column, List.of("x", "十", "1O", "3+", "?", "约5").get(random.nextInt(6)));
        return new Change("words", table, cells.get(0), row + 1, name);
      }
      case 8 -> {
        if (share) {
          cells.set(column, "" + (100 + step));
        } else {
          cells.set(column, value + ".5");
        }
        return new Change(
            share ? "share over 100" : "half a station", table, cells.get(0), row + 1, name);
      }
      case 9 -> {
        table.add(1 + random.nextInt(total - 1), new ArrayList<>(cells));
        return new Change("doubled row", table, cells.get(0), -1, null);
      }
      case 10 -> {
        table.remove(row);
        return new Change("missing row", table, cells.get(0), -1, null);
      }
      case 11 -> {
        String area = cells.get(0);
        table.removeIf(one -> one.get(0).equals(area));
        return new Change("missing area", table, "", -1, "urban_communities");
      }
      case 12 -> {
        cells.set(3, List.of("", "二〇一九", "19").get(random.nextInt(3)));
        return new Change("no year", table, cells.get(0), row + 1, "year");
      }
      default -> {
        int other = 4 + random.nextInt(header.size() - 4);
        boolean both = summed && !table.get(total).get(other).isEmpty();
        if (!both || !last || number(cells.get(other)) == value || value == 0) {
          return null;
        }
        if (number(cells.get(other)) == 0) {
          return null; // a blank may carry the same number forward
        }
        Collections.swap(cells, column, other);
        return new Change("swapped in a row", table, cells.get(0), row + 1, name);
      }
    }
  }

  private static int before(List<List<String>> table, int row, int column) {
    for (int i = row - 1; i > 0 && table.get(i).get(0).equals(table.get(row).get(0)); i--) {
      if (!table.get(i).get(column).isEmpty()) {
        return number(table.get(i).get(column));
      }
    }
    return 0;
  }

  private static @Nullable Change increments(List<List<String>> original, Random random) {
    List<List<String>> table = copy(original);
    int total = table.size() - 1;
    int row = 1 + random.nextInt(total - 1);
    List<String> cells = table.get(row);
    List<String> header = table.get(0);
    int column = 1 + random.nextInt(header.size() - 1);
    String name = header.get(column);
    int value = number(cells.get(column));
    int step = 1 + random.nextInt(9);
    switch (random.nextInt(9)) {
      case 0 -> {
        int stated = number(table.get(total).get(column));
        table.get(total).set(column, "" + (stated + (random.nextBoolean() ? step : -step)));
        return new Change("total", table, "合计", total + 1, name);
      }
      case 1 -> {
        cells.set(column, "" + (value + step));
        return new Change("more", table, cells.get(0), row + 1, name);
      }
      case 2 -> {
        if (value == 0) {
          return null;
        }
        cells.set(column, random.nextBoolean() ? "" : "" + random.nextInt(value));
        return new Change("less or blank", table, cells.get(0), row + 1, name);
      }
      case 3 -> {
        cells.set(column, "x" + value);
        return new Change("words", table, cells.get(0), row + 1, name);
      }
      case 4 -> {
        cells.set(column, value + ".25");
        return new Change("a quarter", table, cells.get(0), row + 1, name);
      }
      case 5 -> {
        table.add(1 + random.nextInt(total), new ArrayList<>(cells));
        return new Change("doubled row", table, cells.get(0), -1, null);
      }
      case 6 -> {
        table.remove(row);
        String settlements = header.contains("villages") ? "villages" : "communities";
        return new Change("missing row", table, "", -1, settlements);
      }
      case 7 -> {
        int other = 1 + random.nextInt(header.size() - 1);
        if (number(cells.get(other)) == value) {
          return null;
        }
        Collections.swap(cells, column, other);
        return new Change("swapped in a row", table, cells.get(0), row + 1, name);
      }
      default -> {
        int other = 1 + random.nextInt(total - 1);
        boolean settled = name.contains("station") || name.contains("point") || !name.contains("_");
        if (!settled || number(table.get(other).get(column)) == value) {
          return null;
        }
        String kept = cells.get(column);
        cells.set(column, table.get(other).get(column));
        table.get(other).set(column, kept);
        return new Change("swapped in a column", table, cells.get(0), row + 1, name);
      }
    }
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  @Test
  void whatSaysTheSameIsNotBlamed() {
    long seed = 5_112_026L;
    System.out.println("MutatedTablesTest variants seed " + seed);
    Random random = new Random(seed);
    List<List<List<String>>> tables = List.of(correctHaimen(), correctStreets(), correctVillages());
    for (int i = 0; i < VARIANTS; i++) {
      List<List<String>> table = copy(tables.get(random.nextInt(tables.size())));
      StringBuilder what = new StringBuilder();
      if (random.nextInt(3) == 0) {
        what.append("without total ");
        table.remove(table.size() - 1);
      }
      if (random.nextInt(3) == 0) {
        what.append("scaled ");
        scale(table, 2 + random.nextInt(5));
      }
      if (random.nextInt(3) == 0) {
        what.append("other names ");
        rename(table);
      }
      if (random.nextInt(3) == 0) {
        what.append("Chinese headers ");
        table.set(0, new ArrayList<>(table.get(0).stream().map(ZH::get).toList()));
      }
      if (random.nextInt(3) == 0) {
        what.append("blank column, notes ");
        table.forEach(row -> row.add(""));
        table.forEach(row -> row.add(row == table.get(0) ? "备注" : "见说明"));
      }
      if (random.nextInt(3) == 0) {
        what.append("numbered ");
        for (int r = 0; r < table.size(); r++) {
          table.get(r).add(0, r == 0 ? "序号" : "" + r);
        }
      }
      if (random.nextInt(2) == 0) {
        what.append("rows in another order ");
        Collections.shuffle(table.subList(1, table.size()), random);
      }
      if (random.nextInt(2) == 0) {
        what.append("columns in another order ");
        long order = random.nextLong();
        table.forEach(row -> Collections.shuffle(row, new Random(order)));
      }
      assertThat(check(table)).as("%s%n%s", what, table.get(0)).isEmpty();
    }
  }

  private static void scale(List<List<String>> table, int factor) {
    List<String> header = table.get(0);
    for (List<String> row : table.subList(1, table.size())) {
      for (int c = 1; c < row.size(); c++) {
        boolean fixed = header.get(c).equals("year") || header.get(c).endsWith("percent");
        if (!fixed && !row.get(c).isEmpty()) {
          row.set(c, "" + number(row.get(c)) * factor);
        }
      }
    }
  }

  private static void rename(List<List<String>> table) {
    Map<String, String> names = new HashMap<>();
    for (List<String> row : table.subList(1, table.size())) {
      if (!Set.of("合计", "到2020年合计达到").contains(row.get(0))) {
        row.set(0, names.computeIfAbsent(row.get(0), name -> "Area " + names.size()));
      }
    }
  }

  private static final Map<String, String> ZH =
      Map.ofEntries(
          Map.entry("area", "街镇"),
          Map.entry("year", "时间"),
          Map.entry("urban_communities", "城镇社区数"),
          Map.entry("rural_communities", "农村社区数"),
          Map.entry("urban_station_standard", "标准化达标数城镇居家养老服务站"),
          Map.entry("rural_station_standard", "标准化达标数农村居家养老服务站"),
          Map.entry("street_day_care_centre", "标准化达标数老年人日间照料中心"),
          Map.entry("urban_station_socially_run", "社会化运营数（个）城镇居家养老服务站"),
          Map.entry("rural_station_socially_run", "社会化运营数（个）农村居家养老服务站"),
          Map.entry("central_kitchen", "助餐服务（家）中央厨房"),
          Map.entry("meal_point", "助餐服务（家）助餐点"),
          Map.entry("elder_inn", "社区长者驿家（家）"),
          Map.entry("purchased_service_percent", "政府购买服务的老年人占老年人总数比例（%）"),
          Map.entry("emergency_call_percent", "老年人居家呼叫和应急救援服务覆盖率（%）"),
          Map.entry("nursing_station", "老年人护理站建成数（家）"),
          Map.entry("chain_enterprise", "培育连锁经营型养老服务企业（家）"),
          Map.entry("street_centre_existing", "街道养老服务中心（个）现有数"),
          Map.entry("street_centre_2020", "街道养老服务中心（个）2020年"),
          Map.entry("communities", "社区数量（个）"),
          Map.entry("community_station_existing", "社区养老服务站（个）现有数"),
          Map.entry("community_station_2020", "社区养老服务站（个）2020年"),
          Map.entry("town_centre_existing", "镇养老服务中心（个）现有数"),
          Map.entry("town_centre_2020", "镇养老服务中心（个）2020年"),
          Map.entry("town_centre_2021", "镇养老服务中心（个）2021年"),
          Map.entry("villages", "行政村数量（个）"),
          Map.entry("village_point_existing", "村级互助养老点（个）现有数"),
          Map.entry("village_point_2020", "村级互助养老点（个）2020年"),
          Map.entry("village_point_2021", "村级互助养老点（个）2021年"));
}
