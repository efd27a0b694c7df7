package org.caremap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.caremap.area.AreaTree;
import org.caremap.ledger.RunInputs;
import org.caremap.standards.VerdictAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same table in every form. */
class WritersTest {
  private static final RunInputs INPUTS =
      new RunInputs(
          "0.1.0",
          Map.of("streets", "0123456789ab", "elevation", "none"),
          "county",
          null,
          Map.of("kind", "board", "type", "meal_point"),
          null);

  private static final ReportTable TABLE =
      new ReportTable(
          "缺口排名",
          List.of(
              new Column("code", "区域代码", Kind.CODE, 16).offPaper(),
              new Column("name", "区域", Kind.TEXT, 20),
              new Column("uncovered", "走不到", Kind.AMOUNT, 12),
              new Column("coveredShare", "走得到比例", Kind.SHARE, 12)),
          List.of(
              Arrays.asList("320614100001", "=HYPERLINK(\"x\")", 1234.5625, 0.98765),
              Arrays.asList("320614100002", "南苑“一”,社区", 2000.0, 1.0),
              Arrays.asList("320614100003", "@x", null, null)));

  private static Report report() {
    return new Report(
        "缺口榜",
        "缺口榜",
        "试验县",
        LocalDate.of(2026, 11, 25),
        ReportText.ZH,
        List.of(new Report.Run("缺口榜", INPUTS.id(), INPUTS, Map.of("设施类型", "助餐点"), true)),
        List.of(new Report.Lead("缺口榜", List.of("一句话。"))),
        List.of(
            Part.of("board", "缺口榜", List.of(), TABLE)
                .quoting(List.of(new Part.Quote("海门 2018", "每个社区一处")))));
  }

  @ParameterizedTest
  @CsvSource({
    "AMOUNT, 1234.5625, '1,234.6'",
    "AMOUNT, 1234.0, '1,234'",
    "AMOUNT, 0.05, 0.1",
    "AMOUNT, 0.04, 0.0",
    "AMOUNT, -0.0, 0",
    "AMOUNT, , —",
    "SHARE, 0.98765, 98.8%",
    "SHARE, 1, 100.0%",
    "MINUTES, 15, 15.0",
    "WHOLE, 12, 12"
  })
  void numbersArePrinted(Kind kind, Double value, String words) {
    assertThat(Figures.print(kind, value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1234.5625, 1234.5625", "1.0E10, 10000000000", "0.1, 0.1", "-0.0, 0", "3.0, 3"})
  void numbersForProgramsHaveEveryDigit(Double value, String digits) {
    assertThat(Figures.plain(value)).isEqualTo(digits);
    assertThat(Double.parseDouble(digits) + 0.0).isEqualTo(value + 0.0);
  }

  @Test
  void csvOpensInChineseAndComputesNothing() {
    byte[] csv = CsvWriter.write(TABLE, "0123456789abcdef");
    assertThat(Arrays.copyOf(csv, 3)).isEqualTo(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    assertThat(new String(csv, StandardCharsets.UTF_8).substring(1).split("\r\n"))
        .containsExactly(
            "区域代码,区域,走不到,走得到比例,run",
            "320614100001,\"'=HYPERLINK(\"\"x\"\")\",1234.5625,0.98765,0123456789abcdef",
            "320614100002,\"南苑“一”,社区\",2000,1,0123456789abcdef",
            "320614100003,'@x,,,0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({"=1+1, '''=1+1'", "+1, '''+1'", "-1, '''-1'", "@SUM, '''@SUM'", "南, 南", "1=1, 1=1"})
  void formulasAreDisarmed(String text, String safe) {
    assertThat(CsvWriter.safe(text)).isEqualTo(safe);
  }

  @Test
  void aWorkbookHasNumbersAndSaysWhereTheyAreFrom() throws IOException {
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(XlsxWriter.write(report())))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("缺口排名");
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains(INPUTS.id());
      assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("走不到");
      assertThat(sheet.getRow(3).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(3).getCell(1).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).startsWith("=HYPER");
      assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(1234.5625);
      assertThat(sheet.getRow(3).getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
      assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).isEqualTo("—");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
      Sheet sources = book.getSheet("数据来源");
      StringBuilder all = new StringBuilder();
      sources.forEach(row -> row.forEach(cell -> all.append(cell).append('|')));
      assertThat(all).contains(INPUTS.id(), "0123456789ab", "助餐点", "海门 2018", "每个社区一处");
    }
  }

  @Test
  void geoJsonCarriesTheRun() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(GeoJsonWriter.write(report(), TABLE, AreaTree.of(List.of())));
    assertThat(json.get("run").asText()).isEqualTo(INPUTS.id());
    assertThat(json.at("/inputs/data/streets").asText()).isEqualTo("0123456789ab");
    assertThat(json.at("/features/0/properties/uncovered").asDouble()).isEqualTo(1234.5625);
    assertThat(json.at("/features/0/geometry").isNull()).isTrue();
    assertThat(json.at("/features/2/properties/uncovered").isNull()).isTrue();
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(ReportText.ZH.keys()).isEqualTo(ReportText.EN.keys());
  }

  @Test
  void chineseHasNoLatinWords() {
    for (String key : ReportText.ZH.keys()) {
      String rest = ReportText.ZH.get(key).replaceAll("\\{\\d}", "");
      assertThat(rest).as(key).doesNotContainPattern("[A-Za-z]");
    }
  }

  private static VerdictAnswer.Rule rule(
      String level, String unit, Double value, Double low, Double high, Double of, Double all) {
    ObjectNode rule = new ObjectMapper().createObjectNode().put("comparison", ">=");
    rule.putArray("level").add(level);
    boolean percent = unit.equals("percent");
    return new VerdictAnswer.Rule(
        rule,
        "missed",
        "missed",
        value,
        low,
        high,
        of,
        all,
        unit,
        percent ? "百分比" : "处",
        percent ? 100 : 1,
        null,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** As the planner's page says it. */
  @ParameterizedTest
  @CsvSource({
    "county, percent, , 70.5882, 73.5294, , , 70.6% 至 73.5% 之间",
    "county, percent, , 70.5882, 73.5294, 48, 68, 70.6% 至 73.5% 之间（48 / 68）",
    "county, percent, 4.4118, 4.4118, 4.4118, 3, 68, 4.41%（3 / 68）",
    "county, percent, , , 12.5, , , 0% 至 12.5% 之间",
    "county, percent, , 12.5, , , , 至少 12.5%",
    "county, percent, , 0, , , , 未知",
    "community, facilities, 0, 0, 0, 61, 68, '68 个中 61 个达到，最差的一处 0 处'",
    "community, facilities, , 0, 1, 61, 1068, '1,068 个中 61 个达到，最差的一处 0 处 至 1 处 之间'",
    "county, facilities, 3, 3, 3, 3, 1, 3 处（3 / 1）"
  })
  void verdictsInWords(
      String level,
      String unit,
      Double value,
      Double low,
      Double high,
      Double of,
      Double all,
      String words) {
    assertThat(VerdictWords.now(rule(level, unit, value, low, high, of, all), ReportText.ZH))
        .isEqualTo(words);
  }

  @Test
  void whatIsAskedInWords() {
    assertThat(
            VerdictWords.asked(
                rule("county", "percent", null, null, null, null, null), ReportText.ZH))
        .isEqualTo("不低于 100%");
  }

  @Test
  void everyGapReasonAndInputHasAName() {
    for (String key : List.of("no-facility", "too-far", "barrier", "over-capacity", "none")) {
      assertThat(ReportText.ZH.has("reason." + key)).as(key).isTrue();
    }
  }
}
