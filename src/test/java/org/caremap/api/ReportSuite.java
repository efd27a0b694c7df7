package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of the sample county: whatever their form, the figures are those of the API. */
abstract class ReportSuite {
  private static final String BOARD = "type=meal_point&minutes=15";

  /** Where a set document is kept to be looked at, if a folder is named. */
  private static final String KEEP = System.getProperty("report.keep");

  private static byte[] bytes(String path) throws IOException {
    Response answer = given().get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.contentType()).isEqualTo(200);
    byte[] body = answer.asByteArray();
    if (KEEP != null) {
      Files.createDirectories(Path.of(KEEP));
      Files.write(Path.of(KEEP, path.replaceAll("\\?.*", "").replaceAll(".*/", "")), body);
    }
    return body;
  }

  /** Texts of the pages of a document, without the blanks that line breaks make. */
  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("\\s+", ""));
      }
    }
    return pages;
  }

  /** Rows of the sheet whose third line is the heading, by heading. */
  private static List<Map<String, Cell>> rows(Sheet sheet) {
    List<Map<String, Cell>> rows = new ArrayList<>();
    Row head = sheet.getRow(2);
    for (int r = 3; r <= sheet.getLastRowNum(); r++) {
      Map<String, Cell> cells = new HashMap<>();
      for (Cell cell : sheet.getRow(r)) {
        cells.put(head.getCell(cell.getColumnIndex()).getStringCellValue(), cell);
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void aFigureIsTheSameOnBoardMapSheetAndPaper() throws IOException {
    JsonNode board = Api.get("/api/v1/board?" + BOARD);
    String run = board.get("run").asText();
    int count = board.get("rows").size();
    assertThat(count).isGreaterThan(100);

    JsonNode map =
        Api.parse(new String(bytes("/api/v1/board.geojson?" + BOARD), StandardCharsets.UTF_8));
    assertThat(map.get("run").asText()).isEqualTo(run);
    assertThat(map.get("inputs")).isEqualTo(board.get("inputs"));
    String csv = new String(bytes("/api/v1/board.csv?" + BOARD), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF");
    String[] lines = csv.substring(1).split("\r\n");
    List<String> head = List.of(lines[0].split(",", -1));
    List<String> pages = pages(bytes("/api/v1/board.pdf?" + BOARD));
    String paper = String.join("", pages);
    for (int p = 1; p < pages.size(); p++) {
      assertThat(pages.get(p)).as("page %d", p + 1).contains(run);
      assertThat(pages.get(p)).contains("第" + (p + 1) + "页，共" + pages.size() + "页");
    }
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(bytes("/api/v1/board.xlsx?" + BOARD)))) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).contains(run);
      List<Map<String, Cell>> sheet = rows(book.getSheetAt(0));
      assertThat(sheet).hasSize(count);
      assertThat(map.get("features")).hasSize(count);
      assertThat(lines).hasSize(count + 1);
      DataFormatter shown = new DataFormatter();
      for (int i = 0; i < count; i++) {
        JsonNode row = board.get("rows").get(i);
        String name = row.get("name").asText();
        JsonNode feature = map.get("features").get(i);
        Map<String, Cell> cells = sheet.get(i);
        String[] line = lines[i + 1].split(",", -1);
        assertThat(cells.get("区域").getStringCellValue()).isEqualTo(name);
        assertThat(cells.get("区域代码").getStringCellValue()).isEqualTo(row.get("code").asText());
        assertThat(line[head.indexOf("区域")]).isEqualTo(name);
        assertThat(line[head.indexOf("run")]).isEqualTo(run);
        if (row.get("rank").isNull()) {
          assertThat(cells.get("走不到").getStringCellValue()).isEqualTo("—");
          assertThat(line[head.indexOf("走不到")]).isEmpty();
          assertThat(feature.at("/properties/uncovered").isNull()).isTrue();
          continue;
        }
        double uncovered = row.get("uncovered").asDouble();
        assertThat(cells.get("走不到").getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cells.get("走不到").getNumericCellValue()).as(name).isEqualTo(uncovered);
        assertThat(Double.parseDouble(line[head.indexOf("走不到")])).isEqualTo(uncovered);
        assertThat(feature.at("/properties/uncovered").asDouble()).isEqualTo(uncovered);
        assertThat(feature.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        // On paper as the sheet shows it, in the row of that rank.
        String printed = shown.formatCellValue(cells.get("走不到"));
        assertThat(paper)
            .as("%s %s %s", row.get("rank"), name, printed)
            .containsPattern(
                row.get("rank").asText() + name + ".{0,40}?" + printed.replace(".", "\\."));
      }
      StringBuilder sources = new StringBuilder();
      book.getSheet("数据来源").forEach(r -> r.forEach(c -> sources.append(c).append('|')));
      board
          .at("/inputs/data")
          .forEach(value -> assertThat(sources).contains(value.asText().replace("none", "无")));
      assertThat(sources).contains(run);
    }
    // The whole in words is the API's total.
    double full = 0;
    for (JsonNode row : board.get("rows")) {
      full += row.at("/reasons/over-capacity").asDouble();
    }
    assertThat(full).isPositive();
    assertThat(paper).contains("人走得到，但按容量分配后没有位置");
    double left = board.at("/total/uncovered").asDouble();
    String pattern = left == Math.rint(left) ? "#,##0" : "#,##0.0";
    assertThat(paper)
        .contains(new DataFormatter().formatRawCellContents(left, 0, pattern) + "人走不到");
  }

  @ParameterizedTest
  @CsvSource({
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv, text/csv",
    "geojson, application/geo+json",
    "pdf, application/pdf"
  })
  void filesHaveNamesAndTypes(String form, String type) {
    Response answer =
        given()
            .get("/api/v1/board." + form + "?type=care_home&minutes=30&level=town&capacity=false");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith(type);
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment; filename=\"report-20")
        .contains("filename*=UTF-8''%E7%BC%BA%E5%8F%A3%E6%A6%9C-20")
        .endsWith("." + form);
  }

  private static String shown(JsonNode number) {
    return new DataFormatter().formatRawCellContents(number.asDouble(), 0, "#,##0");
  }

  @Test
  void withoutATypeTheReportIsAboutWhatThePlansAreAbout() {
    JsonNode communities = Api.get("/api/v1/standards/communities");
    String type = null;
    for (JsonNode row : communities.get("rows")) {
      for (JsonNode spatial : row.get("spatial")) {
        if (type == null && !spatial.get("rule").isNull()) {
          type = spatial.at("/types/0").asText();
        }
      }
    }
    type = type == null ? "meal_point" : type;
    Response answer = given().get("/api/v1/report.pdf");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Care-Map-Run"))
        .isEqualTo(Api.get("/api/v1/board?type=" + type).get("run").asText());
  }

  /** Codes and parameters are for programs; sheets are for people. */
  @ParameterizedTest
  @CsvSource({
    "'/api/v1/board.xlsx?weights=age80:2,disabled:3&zoneMinutes=rural:25&type=meal_point'",
    "/api/v1/verdicts.xlsx?asOf=2020-12-31",
    "/api/v1/targets/haimen-2018/progress.xlsx?asOf=2020-06-30",
    "/api/v1/returns.xlsx?plan=haimen-2018&year=2019&quarter=3"
  })
  void chineseSheetsNameWhatWentIn(String path) throws IOException {
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes(path)))) {
      for (Row row : book.getSheet("数据来源")) {
        int last = row.getLastCellNum() - 1;
        String name = row.getCell(Math.max(0, last - 1)).getStringCellValue();
        // A version and a file's name are what they are; clauses are quoted.
        boolean foreign =
            List.of("程序版本", "软件版本", "街道数据名称", "街道数据导入时间").contains(name)
                || row.getCell(0).getStringCellValue().equals("条文");
        for (int c = 0; c < (foreign ? last : row.getLastCellNum()); c++) {
          String words = new DataFormatter().formatCellValue(row.getCell(c));
          // Run ids and hashes are hexadecimal.
          assertThat(words.replaceAll("[0-9a-f]{12,}", ""))
              .as(path)
              .doesNotContainPattern("[A-Za-z]");
        }
      }
      Sheet found = book.getSheet("目标表自身的矛盾");
      if (found != null) {
        rows(found)
            .forEach(
                row ->
                    assertThat(row.get("列").getStringCellValue()).doesNotContainPattern("[a-z]"));
      }
    }
  }

  @Test
  void verdictsAreTheSameOnSheetLineMapAndPaper() throws IOException {
    String asked = "asOf=2020-12-31";
    JsonNode verdicts = Api.get("/api/v1/standards/verdicts?" + asked);
    JsonNode communities = Api.get("/api/v1/standards/communities?" + asked);
    String run = verdicts.get("run").asText();
    assertThat(verdicts.get("rules")).isNotEmpty();
    String csv = new String(bytes("/api/v1/verdicts.csv?" + asked), StandardCharsets.UTF_8);
    String paper = String.join("", pages(bytes("/api/v1/verdicts.pdf?" + asked)));
    assertThat(csv).contains(run);
    assertThat(paper).contains(run);
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(bytes("/api/v1/verdicts.xlsx?" + asked)))) {
      List<Map<String, Cell>> sheet = rows(book.getSheet("规则与结论"));
      assertThat(sheet).hasSize(verdicts.get("rules").size());
      int intervals = 0;
      for (int i = 0; i < sheet.size(); i++) {
        JsonNode rule = verdicts.get("rules").get(i);
        Map<String, Cell> cells = sheet.get(i);
        String quote = rule.at("/rule/quote").asText();
        assertThat(cells.get("条文").getStringCellValue()).isEqualTo(quote);
        assertThat(cells.get("规则编号").getStringCellValue()).isEqualTo(rule.at("/rule/id").asText());
        if (rule.get("value").isNull()) {
          assertThat(cells.get("现值").getStringCellValue()).isEqualTo("—");
        } else {
          assertThat(cells.get("现值").getNumericCellValue()).isEqualTo(rule.get("value").asDouble());
        }
        boolean interval = rule.get("value").isNull() && !rule.get("high").isNull();
        if (interval) {
          double low = rule.get("low").asDouble();
          double high = rule.get("high").asDouble();
          assertThat(cells.get("下限").getNumericCellValue()).isEqualTo(low);
          assertThat(cells.get("上限").getNumericCellValue()).isEqualTo(high);
          assertThat(cells.get("现状").getStringCellValue()).contains(" 至 ", " 之间");
          intervals++;
        }
        if (!rule.get("numerator").isNull() && !rule.get("denominator").isNull()) {
          assertThat(cells.get("现状").getStringCellValue())
              .contains(shown(rule.get("numerator")), shown(rule.get("denominator")));
        }
        String now = cells.get("现状").getStringCellValue().replaceAll("\\s+", "");
        assertThat(paper).as(rule.at("/rule/id").asText()).contains(now);
        assertThat(csv).contains(cells.get("现状").getStringCellValue());
        assertThat(paper).contains(quote.replaceAll("\\s+", ""));
        assertThat(csv).contains(rule.at("/rule/id").asText());
      }
      assertThat(intervals).as("the sample leaves something unknown").isPositive();
      assertThat(paper).contains("最差的一处");
      List<Map<String, Cell>> both = rows(book.getSheet("逐社区的两种评判"));
      assertThat(both).hasSize(communities.get("rows").size());
    }
    JsonNode map =
        Api.parse(new String(bytes("/api/v1/verdicts.geojson?" + asked), StandardCharsets.UTF_8));
    assertThat(map.get("run")).isEqualTo(communities.get("run"));
    Map<String, JsonNode> features = new HashMap<>();
    map.get("features").forEach(f -> features.put(f.get("id").asText(), f.get("properties")));
    for (JsonNode row : communities.get("rows")) {
      JsonNode shown = features.get(row.get("code").asText());
      assertThat(shown.get("met").asInt()).isEqualTo(row.at("/institutional/met").asInt());
      for (JsonNode spatial : row.get("spatial")) {
        List<String> types = new ArrayList<>();
        spatial.get("types").forEach(type -> types.add(type.asText()));
        assertThat(shown.get("share." + String.join("+", types))).isEqualTo(spatial.get("share"));
      }
    }
  }

  @Test
  void progressIsTheSameOnSheetLineAndPaper() throws IOException {
    String path = "/api/v1/targets/haimen-2018/progress";
    String asked = "?asOf=2020-06-30";
    JsonNode progress = Api.get(path + asked);
    String run = progress.get("run").asText();
    String csv = new String(bytes(path + ".csv" + asked), StandardCharsets.UTF_8);
    String paper = String.join("", pages(bytes(path + ".pdf" + asked)));
    assertThat(paper).contains(run);
    assertThat(csv).contains(run);
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(bytes(path + ".xlsx" + asked)))) {
      List<Map<String, Cell>> sheet = rows(book.getSheet("分区域"));
      assertThat(sheet).hasSize(progress.get("rows").size());
      for (int i = 0; i < sheet.size(); i++) {
        JsonNode row = progress.get("rows").get(i);
        assertThat(sheet.get(i).get("区域").getStringCellValue()).isEqualTo(row.get("name").asText());
        if (!row.get("target").isNull()) {
          assertThat(sheet.get(i).get("目标").getNumericCellValue())
              .isEqualTo(row.get("target").asDouble());
        }
        if (!row.get("achieved").isNull()) {
          assertThat(sheet.get(i).get("已完成").getNumericCellValue())
              .isEqualTo(row.get("achieved").asDouble());
        }
      }
      String[] lines = csv.split("\r\n");
      int expected = List.of(lines[0].split(",")).indexOf("到期应完成");
      for (int i = 0; i < sheet.size(); i++) {
        JsonNode exact = progress.get("rows").get(i).get("expectedByNow");
        if (!exact.isNull()) {
          double tenths = Math.round(exact.asDouble() * 10) / 10.0;
          assertThat(sheet.get(i).get("到期应完成").getNumericCellValue()).isEqualTo(tenths);
          assertThat(Double.parseDouble(lines[i + 1].split(",")[expected])).isEqualTo(tenths);
        }
      }
      assertThat(rows(book.getSheet("目标表自身的矛盾"))).hasSize(progress.get("contradictions").asInt());
    }
  }

  @Test
  void theWholeReportSaysWhereEverythingIsFrom() throws IOException {
    String asked = BOARD + "&asOf=2020-06-30";
    byte[] pdf = bytes("/api/v1/report.pdf?" + asked);
    List<String> pages = pages(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int p = 1; p < pages.size(); p++) {
        // Head and foot are about 130 characters; a picture is an object of its own.
        boolean pictures =
            document.getPage(p).getResources().getXObjectNames().iterator().hasNext();
        assertThat(pictures || pages.get(p).length() > 170).as("page %d", p + 1).isTrue();
      }
    }
    String board = Api.get("/api/v1/board?" + BOARD).get("run").asText();
    String verdicts = Api.get("/api/v1/standards/verdicts?asOf=2020-06-30").get("run").asText();
    String supply = Api.get("/api/v1/supply").get("run").asText();
    for (int p = 1; p < pages.size(); p++) {
      assertThat(pages.get(p)).as("page %d", p + 1).contains(board, verdicts, supply);
    }
    String paper = String.join("", pages);
    assertThat(paper)
        .contains("摘要", "缺口榜", "达标评判", "年度目标：", "供需匹配", "目标表自身的矛盾", "方法", "数据来源")
        .doesNotContain("〓");
  }

  @Test
  void whatWasPrintedCanBePublishedAndRepeated() {
    Response answer =
        Api.admin()
            .contentType("application/json")
            .body(
                """
                {"kind":"board","title":"助餐点缺口榜",
                 "question":{"type":"meal_point","minutes":"15","level":"town"}}
                """)
            .post("/api/v1/runs");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    JsonNode run = Api.parse(answer);
    JsonNode board = Api.get("/api/v1/board?level=town&" + BOARD);
    assertThat(run.get("id")).isEqualTo(board.get("run"));
    Map<String, Double> figures = new HashMap<>();
    run.get("figures").forEach(f -> figures.put(f.get("key").asText(), f.get("value").asDouble()));
    for (JsonNode row : board.get("rows")) {
      assertThat(figures)
          .containsEntry(
              "board/meal_point/age60/" + row.get("code").asText() + "/uncovered",
              row.get("uncovered").asDouble());
    }
    JsonNode again =
        Api.parse(Api.admin().post("/api/v1/runs/" + run.get("id").asText() + "/repeat"));
    assertThat(again.get("same").asBoolean()).isTrue();
    assertThat(again.get("changedInputs")).isEmpty();
  }

  @Test
  void nothingOnPaperIsMissingFromTheFont() throws IOException {
    for (String page : pages(bytes("/api/v1/board.pdf?lang=en&area=320684001&" + BOARD))) {
      assertThat(page).doesNotContain("〓").doesNotContain("\uFFFD");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          board.docx?type=meal_point          | 404 | docx
          board.pdf                           | 400 | type
          board.xlsx?type=meal_point&lang=fr  | 400 | lang
          board.csv?type=meal_point&color=red | 400 | color
          verdicts.txt                        | 404 | txt
          verdicts.xlsx?plan=nowhere-1999     | 400 | plan
          targets/haimen-2018/progress.geojson | 404 | geojson
          targets/nothing/progress.pdf        | 404 | nothing
          targets/haimen-2018/progress.csv?asOf=soon | 400 | asOf
          report.pdf?type=ufo                 | 400 | type
          """)
  void refused(String path, int status, String words) {
    assertThat(Api.problem("/api/v1/" + path, status).get("detail").asText()).contains(words);
  }
}
