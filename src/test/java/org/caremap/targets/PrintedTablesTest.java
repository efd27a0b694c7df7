package org.caremap.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caremap.targets.CheckTables.check;
import static org.caremap.targets.CheckTables.correctHaimen;
import static org.caremap.targets.CheckTables.correctStreets;
import static org.caremap.targets.CheckTables.correctVillages;
import static org.caremap.targets.CheckTables.grid;
import static org.caremap.targets.CheckTables.set;

import java.util.List;
import org.caremap.core.targets.Contradiction;
import org.junit.jupiter.api.Test;

/** What the annexes of 海门 2018 and 綦江 2020 say against themselves, and corrected copies. */
class PrintedTablesTest {
  private static final String TOTAL = "到2020年合计达到";
  private static final String RUN = "urban_station_socially_run";

  private static List<String> brief(List<Contradiction> found) {
    return found.stream()
        .map(
            c ->
                "%s %s %d %s %s %s/%s"
                    .formatted(
                        c.kind(), c.area(), c.row(), c.column(), c.year(), c.found(), c.expected()))
        .toList();
  }

  @Test
  void haimen() {
    assertThat(brief(check(grid("haimen-2018"))))
        .containsExactly(
            "more-than-communities 海门高新区 3 urban_station_socially_run 2019 32/23",
            "short-of-full-coverage 开发区 6 urban_station_socially_run 2019 3/12",
            "total-not-sum 到2020年合计达到 41 urban_communities 2020 63/68",
            "total-not-sum 到2020年合计达到 41 urban_station_standard 2020 63/68",
            "total-not-sum 到2020年合计达到 41 street_day_care_centre 2020 11/12",
            "total-not-sum 到2020年合计达到 41 urban_station_socially_run 2020 63/68");
  }

  @Test
  void haimenSaysThatTwoNumbersWereMisplaced() {
    Contradiction short3 = check(grid("haimen-2018")).get(1);
    assertThat(short3.message())
        .isEqualTo(
            "开发区 in 2019 (row 6): socially run urban stations ends at 3 of 12 urban communities,"
                + " though the table as a whole reaches all of them. 海门高新区 has 9 too many: the"
                + " numbers were probably misplaced.");
    assertThat(short3.messageZh())
        .isEqualTo(
            "开发区2019年（第6行）：社会化运营的城镇居家养老服务站最终为3，而城镇社区数是12；" + "全表合计却是全部覆盖。海门高新区恰好多出9，可能是数字填错了位置。");
  }

  @Test
  void qijiangStreets() {
    assertThat(brief(check(grid("qijiang-2020-streets"))))
        .containsExactly(
            "existing-plus-planned 文龙街道 3 community_station_2020 2020 12/13",
            "existing-plus-planned 合计 23 community_station_2020 2020 78/79");
  }

  @Test
  void qijiangVillagesAreRight() {
    assertThat(check(grid("qijiang-2020-villages"))).isEmpty();
  }

  @Test
  void correctedCopiesAreClean() {
    assertThat(check(correctHaimen())).isEmpty();
    assertThat(check(correctStreets())).isEmpty();
    assertThat(check(correctVillages())).isEmpty();
  }

  @Test
  void haimenCorrectedOtherwise() {
    List<List<String>> fewer = correctHaimen();
    set(fewer, "开发区", "2019", RUN, "3");
    set(fewer, TOTAL, "", RUN, "59");
    assertThat(check(fewer)).as("59 of 68 claims no full coverage").isEmpty();

    List<List<String>> later = correctHaimen();
    set(later, "开发区", "2019", RUN, "3");
    set(later, "开发区", "2020", RUN, "12");
    assertThat(check(later)).as("the rest in 2020").isEmpty();

    List<List<String>> both = correctHaimen();
    set(both, "海门高新区", "2019", RUN, "");
    assertThat(check(both)).as("23 of 2018 carries forward").isEmpty();

    List<List<String>> without = correctHaimen();
    without.remove(without.size() - 1);
    assertThat(check(without)).isEmpty();

    List<List<String>> blank = correctHaimen();
    for (int i = 1; i < blank.get(0).size(); i++) {
      blank.get(blank.size() - 1).set(i, "");
    }
    assertThat(check(blank)).isEmpty();

    List<List<String>> smaller = correctHaimen();
    for (String year : List.of("2018", "2019", "2020")) {
      set(smaller, "海门高新区", year, "urban_communities", "18");
    }
    set(smaller, "海门高新区", "2018", "urban_station_socially_run", "18");
    set(smaller, "海门高新区", "2019", "urban_station_socially_run", "18");
    set(smaller, "海门高新区", "2019", "urban_station_standard", "18");
    set(smaller, "海门高新区", "2020", "urban_station_standard", "18");
    set(smaller, TOTAL, "", "urban_communities", "63");
    set(smaller, TOTAL, "", "urban_station_standard", "63");
    set(smaller, TOTAL, "", RUN, "63");
    assertThat(check(smaller)).as("the printed totals were right").isEmpty();

    List<List<String>> eleven = correctHaimen();
    for (String year : List.of("2019", "2020")) {
      set(eleven, "海永镇", year, "street_day_care_centre", "");
    }
    set(eleven, TOTAL, "", "street_day_care_centre", "11");
    assertThat(check(eleven)).isEmpty();
  }

  @Test
  void qijiangCorrectedOtherwise() {
    List<List<String>> smaller = grid("qijiang-2020-streets");
    set(smaller, "文龙街道", "", "communities", "12");
    set(smaller, "合计", "", "communities", "78");
    assertThat(check(smaller)).isEmpty();

    List<List<String>> more = grid("qijiang-2020-streets");
    set(more, "文龙街道", "", "community_station_existing", "9");
    set(more, "合计", "", "community_station_existing", "56");
    assertThat(check(more)).isEmpty();

    List<List<String>> bare = correctStreets();
    bare.remove(bare.size() - 1);
    assertThat(check(bare)).isEmpty();
  }
}
