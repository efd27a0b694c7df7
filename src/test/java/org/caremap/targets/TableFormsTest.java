package org.caremap.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caremap.targets.CheckTables.check;
import static org.caremap.targets.CheckTables.correctHaimen;
import static org.caremap.targets.CheckTables.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same table in every form it may come in, and other tables of the kind. */
class TableFormsTest {

  private static String csv(List<List<String>> grid, String separator) {
    return String.join("\n", grid.stream().map(row -> String.join(separator, row)).toList());
  }

  private static List<String> kinds(List<Contradiction> found) {
    return found.stream().map(c -> c.kind() + " " + c.area() + " " + c.row()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void encodings(String charset) {
    String text = csv(grid("haimen-2018"), ",");
    assertThat(check(text.getBytes(Charset.forName(charset)))).isEqualTo(check(text));
    String right = csv(correctHaimen(), "\t");
    assertThat(check(right.getBytes(Charset.forName(charset)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void separatorsAndMark(String separator) {
    String text = csv(grid("haimen-2018"), ",");
    String other = csv(grid("haimen-2018"), separator).replace("\n", "\r\n");
    assertThat(check(other)).isEqualTo(check(text));
    assertThat(check("\uFEFF" + other)).isEqualTo(check(text));
  }

  /** Header over two lines, names merged over their years, share line and note, as printed. */
  private static final String ANNEX =
      """
      海门市居家和社区养老服务改革试点项目实施任务分解表,,,,,,,,,,
      单位,城镇社区数,农村社区数,时间,标准化达标数（个）,,社会化运营数（个）,,老年人护理站建成数（家）,呼叫覆盖率（%）,备注
      ,,,,城镇居家养老服务站,农村居家养老服务站,城镇居家养老服务站,农村居家养老服务站,,,
      甲镇,5,10,2018年,2,3,1,,,8%,
      ,,,2019年,4,5,3,6,1,9%,
      ,,,2020年,5,6,5,10,,10%,先行
      乙镇,3,6,2018年,1,1,1,2,,8%,
      ,,,2019年,3,,,4,,9%,
      ,,,2020年,,4,3,6,1,10%,
      到2020年合计达到,8,16,,8,10,8,16,2,10,
      占比（%）,100,100,,100,62,100,100,,10,
      注：表中目标数为累计数,,,,,,,,,,
      """;

  @Test
  void annexShape() {
    assertThat(check(ANNEX)).isEmpty();
    assertThat(kinds(check(ANNEX.replace("到2020年合计达到,8,16,,8,10", "到2020年合计达到,8,16,,8,11"))))
        .as("the share fits the rows' sum: one cause, said once")
        .containsExactly("total-not-sum 到2020年合计达到 10");
    assertThat(kinds(check(ANNEX.replace("100,62", "100,26"))))
        .containsExactly("percent-row 占比(%) 11");
    assertThat(kinds(check(ANNEX.replace(",2020年,5,6,5", ",2020年,5,6,2"))))
        .containsExactly(
            "cumulative-falls 甲镇 6", "short-of-full-coverage 甲镇 6", "total-not-sum 到2020年合计达到 10");
    assertThat(kinds(check(ANNEX.replace(",,,2019年,3,,,4", ",,,2019年,3,,4,4"))))
        .containsExactly("more-than-communities 乙镇 8", "cumulative-falls 乙镇 9");
    assertThat(kinds(check(ANNEX.replace("100,62,100,100,,10", "100,62,100,100,,12"))))
        .containsExactly("total-out-of-range 占比(%) 11");
    assertThat(kinds(check(ANNEX.replace("8,16,2,10,\n", "8,16,2,11,\n"))))
        .containsExactly("total-out-of-range 到2020年合计达到 10");
  }

  @Test
  void workbookInTheAnnexShape() throws IOException {
    assertThat(check(workbook(ANNEX))).isEmpty();
    assertThat(kinds(check(workbook(ANNEX.replace(",2020年,5,6,5", ",2020年,5,6,2")))))
        .containsExactly(
            "cumulative-falls 甲镇 6", "short-of-full-coverage 甲镇 6", "total-not-sum 到2020年合计达到 10");
  }

  private static byte[] workbook(String csv) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("表");
      List<String> lines = csv.lines().toList();
      for (int r = 0; r < lines.size(); r++) {
        XSSFRow row = sheet.createRow(r);
        List<String> cells = new ArrayList<>(List.of(lines.get(r).split(",", -1)));
        for (int c = 0; c < cells.size(); c++) {
          String text = cells.get(c);
          if (text.matches("\\d+")) {
            row.createCell(c).setCellValue(Integer.parseInt(text));
          } else if (!text.isEmpty()) {
            row.createCell(c).setCellValue(text);
          }
        }
      }
      for (int column : new int[] {0, 1, 2, 3, 8, 9, 10}) {
        sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
      }
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 10));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 6, 7));
      for (int first : new int[] {3, 6}) {
        for (int column = 0; column < 3; column++) {
          sheet.addMergedRegion(new CellRangeAddress(first, first + 2, column, column));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void annexOfQijiang() {
    String annex =
        """
        序号,街镇,街道养老服务中心（个）,,社区数量（个）,社区养老服务站（个）,
        ,,现有数,2020年,,现有数,2020年
        1,古南街道,1,,12,10,2
        2,文龙街道,,1,13,9,4
        3,石角镇,,,2,2,
        ,合 计,1,1,27,21,6
        """;
    assertThat(check(annex)).isEmpty();
    assertThat(kinds(check(annex.replace("13,9,4", "13,8,4").replace("27,21", "27,20"))))
        .containsExactly("existing-plus-planned 文龙街道 4", "existing-plus-planned 合 计 6");
    assertThat(
            kinds(check(annex.replace("1,古南街道,1,,", "1,古南街道,1,1,").replace("文龙街道,,1", "文龙街道,,"))))
        .containsExactly("short-of-full-coverage 文龙街道 4");
  }

  @Test
  void aPlanForSomeOnlyIsNoContradiction() {
    assertThat(
            check(
                """
                area,villages,village_point_existing,village_point_2025,village_point_2026
                A,10,3,2,1
                B,8,2,2,
                C,5,1,1,1
                D,20,4,4,4
                total,43,10,9,6
                """))
        .isEmpty();
  }

  @Test
  void yearsThatIncludeWhatExists() {
    assertThat(
            check(
                """
                area,villages,village_point_existing,village_point_2025,village_point_2026
                A,10,3,6,10
                B,8,2,5,8
                C,5,1,3,5
                total,23,6,14,23
                """))
        .isEmpty();
  }

  @Test
  void yearsThatOnlyAdd() {
    String table =
        """
        area,year,community_canteen,smart_station
        A,2024,3,2
        A,2025,1,1
        B,2024,2,4
        B,2025,2,2
        total,,8,9
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("8,9", "8,10")))).containsExactly("total-not-sum total 6");
  }

  @Test
  void subtotalsAndCounties() {
    String table =
        """
        county,street,communities,care_beds,mean_age,occupancy_rate
        甲县,城关镇,5,100,71.5,80
        甲县,河口镇,3,50,70.5,60
        小计,,8,150,71.1,75
        乙县,城关镇,4,80,69,90
        小计,,4,80,69,90
        总计,,12,230,70.4,80
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("小计,,8,150", "小计,,8,140"))))
        .containsExactly("total-not-sum 小计 4");
    assertThat(kinds(check(table.replace("总计,,12,230", "总计,,12,220"))))
        .containsExactly("total-not-sum 总计 7");
  }

  @Test
  void totalOfEveryYear() {
    String table =
        """
        area,communities,year,elder_canteen,urban_station
        A,4,2024,1,2
        A,4,2025,,3
        B,6,2024,2,
        B,6,2025,5,6
        2024年合计,10,,3,2
        2025年合计,10,,6,9
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("2024年合计,10,,3", "2024年合计,10,,6"))))
        .containsExactly("total-not-sum 2024年合计 6");
    assertThat(kinds(check(table.replace("B,6,2025,5", "B,6,2025,1"))))
        .containsExactly("cumulative-falls B 5", "total-not-sum 2025年合计 7");
  }

  @Test
  void rowTotals() {
    String table =
        """
        街镇,行政村数,村级养老服务站现有数,村级养老服务站2025年,村级养老服务站合计
        甲镇,9,5,4,9
        乙镇,7,7,,7
        丙镇,5,2,3,5
        全区合计,21,14,7,21
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("丙镇,5,2,3,5", "丙镇,5,2,3,6"))))
        .containsExactly("row-total 丙镇 4", "total-not-sum 全区合计 5");
  }

  @Test
  void meansSizesAndMoneyAreNotCounted() {
    assertThat(
            check(
                """
                街镇,完成年份,社区养老服务站面积（平方米）,每千名老人床位数,人均用地,资金（万元）,community_centre_area_m2
                甲镇,2020,300.5,35.5,0.2,12.5,1500.5
                乙镇,2021,200,40,0.1,10,800
                丙镇,2020,250,38,0.2,10,800
                合计,,750.5,37.9,0.2,32.5,3100.5
                """))
        .isEmpty();
  }

  @Test
  void peopleMayBecomeFewer() {
    assertThat(
            check(
                """
                area,elders,year,meal_point,annual_budget
                A,1000,2024,1,50
                A,980,2025,2,40
                B,500,2024,1,20
                B,520,2025,1,10
                total,1500,2025,3,50
                """))
        .isEmpty();
  }

  @Test
  void yearsUnderAnyHeader() {
    String table =
        """
        街镇,社区数,截至,助餐点
        甲镇,3,2024年底,1
        甲镇,3,2025年底,2
        乙镇,4,2024年底,2
        乙镇,4,2025年底,4
        合计,7,,6
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("乙镇,4,2025年底,4", "乙镇,4,2025年底,0"))))
        .containsExactly("cumulative-falls 乙镇 5", "total-not-sum 合计 6");
  }

  @Test
  void aYearOfEachAreaBesideYearsInHeaders() {
    String table =
        """
        街镇,社区数,社区养老服务站现有数,社区养老服务站2025年,完成年份
        甲镇,3,1,2,2025
        乙镇,4,4,,2024
        丙镇,5,2,3,2025
        合计,12,7,5,
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("丙镇,5,2,3", "丙镇,5,2,2"))))
        .containsExactly("existing-plus-planned 丙镇 4", "total-not-sum 合计 5");
  }

  @Test
  void severalRowsOfAnArea() {
    String table =
        """
        街镇,项目,现有数,2025年
        甲镇,助餐点,3,2
        ,日间照料中心,1,1
        乙镇,助餐点,4,1
        ,日间照料中心,0,1
        合计,助餐点,7,3
        合计,日间照料中心,1,2
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("合计,助餐点,7", "合计,助餐点,8"))))
        .containsExactly("total-not-sum 合计 6");
  }

  @Test
  void rowsOfVillages() {
    String table =
        """
        序号,街镇,村,互助养老点现有数,互助养老点2025年
        1,甲镇,东村,1,0
        2,甲镇,西村,0,1
        3,乙镇,东村,1,0
        ,合计,,2,1
        """;
    assertThat(check(table)).isEmpty();
    assertThat(kinds(check(table.replace("合计,,2,1", "合计,,2,2"))))
        .containsExactly("total-not-sum 合计 5");
    assertThat(kinds(check(table.replace("3,乙镇,东村", "3,甲镇,东村"))))
        .containsExactly("duplicate-row 东村 4", "total-not-sum 合计 5");
  }

  @Test
  void whatIsNoTable() {
    assertThatThrownBy(() -> TableReader.check(new byte[0], "a.csv"))
        .isInstanceOf(TableProblem.class)
        .hasMessageStartingWith("a.csv: row 1, field area: the file is empty");
    assertThatThrownBy(() -> TableReader.check(bytes("area,stations\n"), "b.csv"))
        .isInstanceOf(TableProblem.class)
        .hasMessageContaining("no row of an area");
    assertThatThrownBy(() -> TableReader.check(bytes("area,stations\nA,1,7\n"), "c.csv"))
        .isInstanceOf(TableProblem.class)
        .hasMessage(
            "c.csv: row 2, field 3, value \"7\": the header has 2 columns; a row may have at most"
                + " as many values");
    assertThatThrownBy(() -> TableReader.check(bytes("1,2\n3,4\n"), "d.csv"))
        .isInstanceOf(TableProblem.class)
        .hasMessageContaining("no header row");
    assertThatThrownBy(() -> TableReader.check(new byte[] {'P', 'K', 3, 4, 0}, "e.xlsx"))
        .isInstanceOf(TableProblem.class)
        .hasMessageStartingWith("e.xlsx: ");
    assertThatThrownBy(() -> TableReader.check(bytes("area,x\nA,\"1\n"), "f.csv"))
        .isInstanceOf(TableProblem.class)
        .hasMessageStartingWith("f.csv: ");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
