package org.caremap.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caremap.targets.CheckTables.check;

import java.util.List;
import org.caremap.core.targets.Contradiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables under the heads that people write, not only those of the printed plans. */
class OrdinaryTablesTest {

  private static List<String> kinds(List<Contradiction> found) {
    return found.stream().map(c -> c.kind() + " " + c.area() + " " + c.row()).toList();
  }

  /** Six areas whose stations come out even; 丁 has 4 + 4 + 4 = 12 of 12. */
  private static String even(String heads, String ofDing, String ofAll) {
    return """
        %s
        甲,10,3,3,4,10
        乙,5,1,2,2,5
        丙,7,7,0,0,7
        丁,12,%s
        戊,6,2,3,1,6
        己,9,0,5,4,9
        合计,49,%s
        """
        .formatted(heads, ofDing, ofAll);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "街道,社区数,社区养老服务站现有数,2025年计划数,2026年计划数,合计",
        "乡镇,行政村数,现有互助养老点,2024年新增,2025年新增,合计",
        "街道,社区数（个）,已建站（个）,2025年拟建（个）,2026年拟建（个）,合计（个）",
        "镇（街道）,社区数量,养老服务站已建成数,2025年计划建设数,2026年计划建设数,到2026年累计",
        "街道,社区数,服务站（现有数）,服务站（2025年）,服务站（2026年）,服务站（合计）",
        "镇街,村（社区）数,养老服务站点（现状）,2025年新建,2026年新建,总计",
        "乡镇,所辖村数,既有养老互助点,2025年拟新增数,2026年拟新增数,截至2026年底累计",
        "单位,村数,村级互助点现有数,村级互助点2024年,村级互助点2025年,村级互助点合计",
        "镇街,社区个数,截至2024年底已建成社区养老服务站数量,2025年拟建社区养老服务站数量,2026年拟建社区养老服务站数量,到2026年底总数",
        "街道,社区数,站点现有数量,今年计划,明年计划,合计",
        "乡镇,村数,2024年底已建互助点,2025年计划新建互助点,2026年计划新建互助点,三年合计",
        "乡镇,行政村数,幸福院现有数,2025年计划数,2026年计划数,合计",
        "Township,Villages,Village care points (existing),New in 2025,New in 2026,By 2026 in total",
        "Street,No. of communities,Existing stations,To be built in 2025,To be built in 2026,Total stations",
        "Town,Communities,Stations existing,Stations 2025,Stations 2026,Stations total",
        "street,communities,existing_stations,planned_2025,planned_2026,total",
        "street,communities,community_station_existing,community_station_2025,community_station_2026,total",
        "乡镇,村数,互助养老点建设,,,\n,,现有数,2025年,2026年,合计",
      })
  void existingAndPlannedForAll(String heads) {
    int line = heads.contains("\n") ? 6 : 5;
    assertThat(check(even(heads, "4,4,4,12", "17,17,15,49"))).isEmpty();
    assertThat(kinds(check(even(heads, "4,4,5,13", "17,17,16,50"))))
        .as("one more than there are communities")
        .containsExactly(
            "existing-plus-planned 丁 " + line, "existing-plus-planned 合计 " + (line + 3));
    assertThat(kinds(check(even(heads, "4,4,3,11", "17,17,14,48"))))
        .as("one community without")
        .containsExactly(
            "existing-plus-planned 丁 " + line, "existing-plus-planned 合计 " + (line + 3));
    assertThat(kinds(check(even(heads, "4,4,4,13", "17,17,15,50"))))
        .as("the row's own total")
        .containsExactly("row-total 丁 " + line, "row-total 合计 " + (line + 3));
    assertThat(kinds(check(even(heads, "4,4,4,12", "17,18,15,49"))))
        .as("the total line")
        .contains("total-not-sum 合计 " + (line + 3));
  }

  @Test
  void aPlanForSomePointsOnlyIsNoContradiction() {
    assertThat(
            check(
                """
                镇,村数,互助点现有数,2025年计划数,合计
                甲,12,5,4,9
                乙,9,3,2,5
                丙,4,3,2,5
                合计,25,11,8,19
                """))
        .isEmpty();
    assertThat(
            check(
                """
                区县,街道数,社区数,养老服务中心现有,养老服务中心2025年
                东区,6,60,4,2
                西区,8,75,5,3
                合计,14,135,9,5
                """))
        .isEmpty();
  }

  @Test
  void aTotalOfWhatIsPlannedOnly() {
    String table =
        """
        街道,助餐点现有数,2025年新增,2026年新增,合计
        甲,3,1,2,3
        乙,2,2,2,4
        丙,1,0,1,1
        合计,6,3,5,8
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("乙,2,2,2,4", "乙,2,2,2,5"))))
        .containsExactly("row-total 乙 3", "total-not-sum 合计 5");
  }

  @Test
  void yearsThatCountFromTheBeginning() {
    String table =
        """
        镇,村数,互助点现有数,互助点2024年累计,互助点2025年累计
        甲,12,5,9,12
        乙,9,3,6,9
        合计,21,8,15,21
        """;
    assertThat(check(table)).isEmpty();
  }

  @Test
  void whatIsDoneMayExceedWhatIsDue() {
    String table =
        """
        单位,2024年助餐点目标,2024年助餐点完成,%s
        甲,10,12,120%%
        乙,5,5,100%%
        合计,15,17,113.3%%
        """;
    for (String rate : List.of("完成率", "目标达成率", "执行率", "completion_rate")) {
      assertThat(check(table.formatted(rate))).as(rate).isEmpty();
    }
    assertThat(kinds(check(table.formatted("覆盖率"))))
        .containsExactly("percent-out-of-range 甲 2", "percent-out-of-range 合计 4");
    assertThat(kinds(check(table.formatted("完成率").replace("120%", "-20%"))))
        .contains("negative 甲 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"同比增长率", "增幅", "环比", "增速（%）", "growth_rate"})
  void growthHasNoBounds(String rate) {
    assertThat(
            check(
                """
                单位,年份,床位空置率,%s,养老床位
                甲,2023,45%%,-5%%,100
                甲,2024,40%%,120%%,200
                乙,2023,30%%,3%%,80
                乙,2024,35%%,-2%%,80
                """
                    .formatted(rate)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"当年新增助餐点", "新增助餐点", "本年新建助餐点", "stations_added", "new_stations"})
  void whatAYearAdds(String head) {
    String table =
        """
        乡镇,年份,%s,服务站
        甲,2023,3,20
        甲,2024,2,30
        乙,2023,4,10
        乙,2024,1,30
        合计,2024,%d,60
        """;
    assertThat(check(table.formatted(head, 10))).as("all years").isEmpty();
    assertThat(check(table.formatted(head, 3))).as("the last year").isEmpty();
    List<Contradiction> found = check(table.formatted(head, 9));
    assertThat(kinds(found)).containsExactly("total-not-sum 合计 6");
    assertThat(found.get(0).expected()).isEqualTo(10L);
    assertThat(kinds(check(table.formatted(head, 10).replace("甲,2024,2,30", "甲,2024,2,10"))))
        .as("stations are cumulative all the same")
        .containsExactly("cumulative-falls 甲 3", "total-not-sum 合计 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"服务人次", "老年助餐服务人数", "享受服务老年人数", "送餐份数", "补助金额（万元）", "meals_served", "visits"})
  void peopleMayBecomeFewer(String head) {
    String table =
        """
        街道,社区数,年份,助餐点,%s
        甲,5,2023,3,1200
        甲,5,2024,4,1100
        乙,3,2023,1,700
        乙,3,2024,2,720
        合计,8,%s,6,%d
        """;
    assertThat(check(table.formatted(head, "2024", 1820))).as("of the year").isEmpty();
    assertThat(check(table.formatted(head, "", 1820))).as("of the last year").isEmpty();
    assertThat(check(table.formatted(head, "", 3720))).as("of all years").isEmpty();
    assertThat(kinds(check(table.formatted(head, "2024", 1920))))
        .containsExactly("total-not-sum 合计 6");
  }

  @Test
  void facilitiesStillDoNotFall() {
    String table =
        """
        镇街,社区数,年份,标准化居家养老服务站,助餐点,老年助餐服务人数,床位数
        甲街,5,2023,2,3,120,40
        甲街,5,2024,4,4,110,60
        甲街,5,2025,5,5,150,60
        乙街,3,2023,1,1,60,30
        乙街,3,2024,2,3,70,30
        乙街,3,2025,3,3,66,25
        合计,8,2025,8,8,216,85
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("甲街,5,2024,4,4", "甲街,5,2024,4,2"))))
        .containsExactly("cumulative-falls 甲街 3");
    assertThat(kinds(check(table.replace("66,25", "-66,25")))).contains("negative 乙街 7");
  }

  @Test
  void anAreaThatIsNewInALaterYear() {
    String table =
        """
        area,year,station
        A,2022,2
        A,2023,3
        A,2024,5
        B,2022,1
        B,2023,2
        B,2024,2
        C,2023,1
        C,2024,1
        合计,2024,8
        """;
    assertThat(check(table)).isEmpty();
    assertThat(check(table.replace("C,2023,1\n", ""))).isEmpty();
    assertThat(kinds(check(table.replace("B,2023,2\n", "")))).containsExactly("missing-year B 5");
    assertThat(kinds(check(table.replace("B,2024,2\n", "")))).containsExactly("missing-year B 5");
  }

  @Test
  void theKindBehindTheStation() {
    String table =
        """
        单位,城镇社区（个）,农村社区（个）,时间,城镇站（标准化）,农村站（标准化）,城镇站（社会化）,农村站（社会化）
        甲镇,4,10,2024年底,2,4,2,3
        甲镇,4,10,2025年底,4,6,4,6
        乙镇,2,8,2024年底,1,3,1,2
        乙镇,2,8,2025年底,2,5,2,4
        合计,6,18,2025年底,6,11,6,10
        """;
    assertThat(check(table)).isEmpty();
    assertThat(
            kinds(check(table.replace("2025年底,4,6,4,6", "2025年底,4,6,5,6").replace("11,6", "11,7"))))
        .containsExactly("more-than-communities 甲镇 3");
  }

  @Test
  void partsOfTheColumnBefore() {
    String table =
        """
        街镇,年份,服务站,其中：标准化服务站,其中：社会化运营
        甲,2025,5,3,2
        乙,2025,4,4,1
        合计,2025,9,7,3
        """;
    assertThat(check(table)).isEmpty();
    List<Contradiction> found =
        check(table.replace("甲,2025,5,3", "甲,2025,5,6").replace("9,7,3", "9,10,3"));
    assertThat(kinds(found)).containsExactly("part-exceeds-whole 甲 2", "part-exceeds-whole 合计 4");
    assertThat(found.get(0).messageZh()).isEqualTo("甲2025年（第2行）：“其中:标准化服务站”为6，多于它所属的“服务站”5。");
  }

  @Test
  void nursingBedsAreBeds() {
    String table =
        """
        area,year,beds,nursing_beds,nursing_bed_percent
        A,2024,100,40,40
        A,2025,120,60,50
        B,2024,200,50,25
        B,2025,200,80,40
        Total,2025,320,140,43.75
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("120,60", "120,160").replace("320,140", "320,240"))))
        .containsExactly("part-exceeds-whole A 3");
  }

  @Test
  void urbanAndRuralAreAll() {
    String table =
        """
        单位,城镇社区数,农村社区数,社区数,年份,站点
        甲,3,4,7,2023,2
        甲,3,4,7,2024,7
        乙,2,5,7,2023,3
        乙,2,5,7,2024,7
        合计,5,9,14,2024,14
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("2,5,7", "2,5,8").replace("5,9,14", "5,9,15"))))
        .containsExactly("row-total 乙 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年第一季度,2024年第二季度,2024年第三季度,2024年第四季度,合计",
        "助餐点一季度,二季度,三季度,四季度,合计",
        "Q1,Q2,Q3,Q4,Total",
      })
  void quartersOfAYear(String heads) {
    String table =
        """
        街镇,%s
        甲,1,2,0,1,4
        乙,0,0,3,1,4
        丙,1,1,1,1,4
        丁,1,0,0,1,2
        合计,3,3,4,4,14
        """
            .formatted(heads);
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("3,1,4", "3,1,5").replace("4,4,14", "4,4,15"))))
        .containsExactly("row-total 乙 3", "row-total 合计 6");
  }

  @Test
  void halvesOfAYear() {
    String table =
        """
        街镇,上半年新增助餐点,下半年新增助餐点,合计
        甲,1,2,3
        乙,0,4,4
        丙,1,1,2
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("0,4,4", "0,4,5")))).containsExactly("row-total 乙 3");
  }

  @Test
  void twoThingsWithPartsSideBySide() {
    String table =
        """
        街镇,社区数,社区养老服务站现有数,2025年计划数,2026年计划数,助餐点现有数,2025年计划数,2026年计划数,备注
        甲镇,5,2,1,2,3,4,0,
        乙镇,4,3,1,0,6,1,2,
        丙镇,6,2,2,2,1,0,0,
        合计,15,7,4,4,10,5,2,
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("5,2,1,2,3", "5,2,1,3,3").replace("7,4,4", "7,4,5"))))
        .containsExactly("existing-plus-planned 甲镇 2", "existing-plus-planned 合计 5");
  }

  @Test
  void yearsWithATotal() {
    String added =
        """
        area,2023,2024,2025,total
        A,1,2,3,6
        B,0,1,1,2
        Total,1,3,4,8
        """;
    assertThat(check(added)).isEmpty();
    assertThat(kinds(check(added.replace("3,6", "3,7").replace("4,8", "4,9"))))
        .containsExactly("row-total A 2", "row-total Total 4");
    assertThat(
            check(
                """
                单位,助餐点2023年,助餐点2024年,助餐点2025年,合计
                甲,3,6,10,10
                乙,,,4,4
                丙,1,2,2,2
                合计,4,8,16,16
                """))
        .as("the last year is the total")
        .isEmpty();
  }

  @Test
  void differentThingsWithATotal() {
    String table =
        """
        街道,社区数,养老服务站,助餐点,护理站,合计
        甲,8,4,2,2,8
        乙,6,3,3,0,6
        丙,5,5,1,0,6
        合计,19,12,6,2,20
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("3,0,6", "3,0,7").replace("6,2,20", "6,2,21"))))
        .containsExactly("row-total 乙 3", "row-total 合计 5");
  }

  @Test
  void theUnitSaysWhatIsCounted() {
    assertThat(
            check(
                """
                街道,年份,助餐服务（家）,助餐服务（人）,护理服务（人次）,财政投入（万元）,每站服务人数
                甲,2023,4,200,20,50.5,120
                甲,2024,5,180,10,40,110
                乙,2023,3,100,10,30,80
                乙,2024,4,90,20,35.5,90
                合计,2024,9,270,30,75.5,100
                """))
        .isEmpty();
  }

  @Test
  void sharesOfUseComeAndGo() {
    String table =
        """
        单位,年份,季度,助餐覆盖率,入住率,满意度（%%）,服务站
        甲,2023,%1$s,50%%,80%%,92,3
        甲,2024,%1$s,60%%,70%%,90,4
        乙,2023,%1$s,40%%,90%%,88,2
        乙,2024,%1$s,60%%,85%%,95,2
        """
            .formatted("四季度");
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("60%,70%", "40%,70%"))))
        .containsExactly("cumulative-falls 甲 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"总量", "总数", "Whole county", "合计"})
  void totalsByOtherNamesAndShortYears(String total) {
    String table =
        """
        单位,年份,服务站
        甲,24年,1
        甲,25年,3
        乙,24年,2
        乙,25年,5
        %s,,%s
        填报单位：民政局,,联系人：张三
        """;
    assertThat(check(table.formatted(total, "8"))).isEmpty();
    assertThat(kinds(check(table.formatted(total, "9"))))
        .containsExactly("total-not-sum " + total + " 6");
  }
}
