package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.coverage.SnapshotService;
import org.caremap.ledger.FigureSource;
import org.caremap.testing.TestHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets by year on the sample county, whose towns are those of the printed 海门 table. */
abstract class TargetsSuite {
  private static final String HAIMEN = "/api/v1/targets/haimen-2018/";

  @Inject SnapshotService snapshots;
  @Inject @Any Instance<FigureSource> sources;

  @Test
  void tablesThatComeWithTheProduct() {
    JsonNode list = Api.get("/api/v1/targets");
    assertThat(list.findValuesAsText("code"))
        .contains("haimen-2018", "qijiang-2020-streets", "qijiang-2020-villages");
    JsonNode haimen = list.get(0);
    assertThat(haimen.get("zh").asText()).isEqualTo("海门 2018 年实施任务分解表");
    assertThat(haimen.get("year").asInt()).isEqualTo(2018);
    assertThat(haimen.get("kind").asText()).isEqualTo("cumulative");
    assertThat(haimen.get("rows").asInt()).isEqualTo(39);
    assertThat(haimen.get("contradictions").asInt()).isEqualTo(6);
    assertThat(list.get(1).get("kind").asText()).isEqualTo("increments");
    assertThat(list.get(1).get("contradictions").asInt()).isEqualTo(2);
    assertThat(list.get(2).get("contradictions").asInt()).isZero();
    assertThat(Api.get(HAIMEN + "check").get(0).get("found").asInt()).isEqualTo(32);
    Api.problem("/api/v1/targets/nowhere/check", 404);
  }

  private record Bounds(int atLeast, int atMost) {}

  /** Counted again from what the API says of facilities and areas, in another way. */
  private static Map<String, Bounds> countAgain(LocalDate day) {
    Map<String, JsonNode> areas = new HashMap<>();
    for (JsonNode feature : Api.get("/api/v1/areas").get("features")) {
      areas.put(feature.at("/properties/code").asText(), feature.get("properties"));
    }
    Map<String, Bounds> counts = new HashMap<>();
    for (JsonNode feature : Api.get("/api/v1/facilities?limit=10000").get("features")) {
      JsonNode facility = feature.get("properties");
      JsonNode place = areas.get(facility.get("areaCode").asText());
      assertThat(place).as("area of %s", facility).isNotNull();
      Boolean urban = null;
      JsonNode town = place;
      while (!List.of("street", "town").contains(town.get("level").asText())) {
        if (urban == null && !town.get("urban").isNull()) {
          urban = town.get("urban").asBoolean();
        }
        town = areas.get(town.get("parent").asText());
      }
      boolean operating = facility.get("status").asText().equals("operating");
      Boolean opened =
          facility.get("openedOn").isNull()
              ? null
              : LocalDate.parse(facility.get("openedOn").asText()).compareTo(day) <= 0;
      Boolean standard = flag(facility, "meetsStandard");
      Boolean run = flag(facility, "sociallyRun");
      Boolean rural = urban == null ? null : Boolean.valueOf(!urban);
      String name = town.get("name").asText();
      if (!operating) {
        continue;
      }
      switch (facility.get("type").asText()) {
        case "home_care_station" -> {
          add(counts, name + "/urban_station_standard", opened, urban, standard);
          add(counts, name + "/rural_station_standard", opened, rural, standard);
          add(counts, name + "/urban_station_socially_run", opened, urban, run);
          add(counts, name + "/rural_station_socially_run", opened, rural, run);
        }
        case "day_care_centre" ->
            add(counts, name + "/street_day_care_centre", opened, standard, true);
        case "meal_point", "central_kitchen", "elder_inn", "nursing_station" ->
            add(counts, name + "/" + facility.get("type").asText(), opened, true, true);
        default -> {}
      }
    }
    return counts;
  }

  private static @Nullable Boolean flag(JsonNode facility, String field) {
    return facility.get(field).isNull() ? null : facility.get(field).asBoolean();
  }

  private static void add(
      Map<String, Bounds> counts,
      String key,
      @Nullable Boolean first,
      @Nullable Boolean second,
      @Nullable Boolean third) {
    boolean no =
        Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second) || Boolean.FALSE.equals(third);
    boolean sure = !no && first != null && second != null && third != null;
    if (!no) {
      counts.merge(
          key,
          new Bounds(sure ? 1 : 0, 1),
          (a, b) -> new Bounds(a.atLeast + b.atLeast, a.atMost + b.atMost));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-31", "2019-09-30", "2025-06-30"})
  void progressEqualsAnIndependentCount(String day) {
    JsonNode answer = Api.get(HAIMEN + "progress?asOf=" + day);
    assertThat(answer.get("unmatched")).isEmpty();
    assertThat(answer.get("run").asText()).hasSize(16);
    assertThat(answer.at("/inputs/question/asOf").asText()).isEqualTo(day);
    Map<String, Bounds> again = countAgain(LocalDate.parse(day));
    Map<String, double[]> sums = new LinkedHashMap<>();
    int counted = 0;
    int someAchieved = 0;
    for (JsonNode row : answer.get("rows")) {
      String key = row.get("name").asText() + "/" + row.get("column").asText();
      if (!"facilities".equals(row.get("indicator").asText())) {
        continue;
      }
      counted++;
      Bounds bounds = again.getOrDefault(key, new Bounds(0, 0));
      assertThat(row.get("achieved").asDouble()).as(key).isEqualTo(bounds.atLeast);
      assertThat(row.get("achievedAtMost").asDouble()).as(key).isEqualTo(bounds.atMost);
      someAchieved += bounds.atLeast > 0 ? 1 : 0;
      assertThat(row.get("missing").isEmpty()).as(key).isEqualTo(bounds.atMost == bounds.atLeast);
      sums.computeIfAbsent(row.get("column").asText(), c -> new double[2])[0] += bounds.atLeast;
      sums.get(row.get("column").asText())[1] += row.get("target").asDouble();
      state(row);
    }
    assertThat(counted).as("rows of facilities").isGreaterThan(70);
    assertThat(someAchieved).as("the sample has opened facilities by " + day).isGreaterThan(10);
    for (JsonNode total : answer.get("totals")) {
      double[] sum = sums.get(total.get("column").asText());
      if (sum != null) {
        assertThat(total.get("achieved").asDouble()).as("%s", total).isEqualTo(sum[0]);
        assertThat(total.get("target").asDouble()).as("%s", total).isCloseTo(sum[1], within(1e-9));
      }
    }
  }

  private static void state(JsonNode row) {
    if (row.get("target").isNull()) {
      assertThat(row.get("state").asText()).isEqualTo("no-target");
      return;
    }
    double expected = row.get("expectedByNow").asDouble();
    String least = state(row.get("achieved").asDouble(), expected);
    String most = state(row.get("achievedAtMost").asDouble(), expected);
    boolean reached = row.get("achieved").asDouble() >= expected; // however many more there may be
    assertThat(row.get("state").asText())
        .as("%s", row)
        .isEqualTo(least.equals(most) || reached ? least : "cannot-be-judged");
  }

  private static String state(double achieved, double expected) {
    if (achieved < Math.floor(expected + 1e-9)) {
      return "behind";
    }
    return achieved > Math.ceil(expected - 1e-9) ? "ahead" : "on-track";
  }

  private static JsonNode row(JsonNode rows, String name, String column) {
    for (JsonNode row : rows) {
      if (row.get("name").asText().equals(name) && row.get("column").asText().equals(column)) {
        return row;
      }
    }
    throw new AssertionError(name + " " + column + " is not in " + rows);
  }

  /** 16 in 2018 and 21 in 2019: by 30 September 273 of 365 days have passed. */
  @Test
  void expectedByNow() {
    JsonNode rows = Api.get(HAIMEN + "progress?asOf=2019-09-30").get("rows");
    JsonNode standard = row(rows, "海门高新区", "urban_station_standard");
    assertThat(standard.get("target").asDouble()).isEqualTo(21);
    assertThat(standard.get("expectedByNow").asDouble())
        .isCloseTo(16 + 5 * 273 / 365.0, within(1e-9));
    JsonNode carried = row(rows, "海门高新区", "meal_point");
    assertThat(carried.get("target").asDouble()).isEqualTo(23);
    assertThat(carried.get("targetYear").asInt()).isEqualTo(2018);
    assertThat(carried.get("expectedByNow").asDouble()).isEqualTo(23);
  }

  @Test
  void oneAreaOnly() {
    JsonNode all = Api.get(HAIMEN + "progress?asOf=2020-12-31");
    JsonNode first = row(all.get("rows"), "常乐镇", "rural_station_standard");
    JsonNode one = Api.get(HAIMEN + "progress?asOf=2020-12-31&area=" + first.get("area").asText());
    assertThat(one.get("rows").findValuesAsText("name")).containsOnly("常乐镇");
    assertThat(row(one.get("rows"), "常乐镇", "rural_station_standard")).isEqualTo(first);
    assertThat(one.get("totals")).hasSameSizeAs(one.get("rows"));
    assertThat(one.get("run").asText()).isNotEqualTo(all.get("run").asText());
    assertThat(Api.problem(HAIMEN + "progress?area=nowhere", 400).get("detail").asText())
        .contains("nowhere");
    assertThat(Api.problem(HAIMEN + "progress?asOf=2020-13-01", 400).get("detail").asText())
        .contains("2020-13-01");
  }

  @Test
  void areasThatAreNotLoadedAreNamed() {
    JsonNode answer = Api.get("/api/v1/targets/qijiang-2020-streets/progress?asOf=2020-12-31");
    assertThat(answer.get("unmatched")).hasSize(21);
    JsonNode row = row(answer.get("rows"), "文龙街道", "community_station");
    assertThat(row.get("target").asDouble()).isEqualTo(12);
    assertThat(row.get("state").asText()).isEqualTo("cannot-be-judged");
    assertThat(row.get("missingZh").get(0).asText()).isEqualTo("名为“文龙街道”的区划");
  }

  private static Response load(String code, String name, String csv) {
    return Api.admin()
        .multiPart("file", "目标.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .multiPart("code", code)
        .multiPart("name", name)
        .post("/api/v1/targets");
  }

  @Test
  void ownTable() {
    String csv =
        """
        街镇,社区数,时间,助餐点,城镇社区养老服务站

        常乐镇,3,2024,2,1
        常乐镇,3,2025,4,5
        合计,4,,4,5
        """;
    Response answer = load("2025-meals", "2025 年助餐点", csv);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    JsonNode stored = Api.parse(answer);
    assertThat(stored.at("/found/0/kind").asText()).isEqualTo("total-not-sum");
    assertThat(stored.at("/found/0/row").asInt()).as("line of the file").isEqualTo(5);
    assertThat(stored.at("/table/builtIn").asBoolean()).isFalse();
    assertThat(Api.get("/api/v1/targets/2025-meals/check")).isEqualTo(stored.get("found"));
    JsonNode progress = Api.get("/api/v1/targets/2025-meals/progress?asOf=2025-12-31");
    assertThat(row(progress.get("rows"), "常乐镇", "meal_point").get("target").asDouble())
        .isEqualTo(4);
    assertThat(row(progress.get("rows"), "常乐镇", "meal_point").get("indicator").asText())
        .isEqualTo("facilities");
    assertThat(load("2025-meals", "again", csv.replace("合计,4", "合计,3")).statusCode())
        .isEqualTo(201);
    assertThat(Api.get("/api/v1/targets/2025-meals/check")).isEmpty();
    assertThat(Api.admin().delete("/api/v1/targets/2025-meals").statusCode()).isEqualTo(204);
    Api.problem("/api/v1/targets/2025-meals/check", 404);
  }

  /** RestAssured cannot send a form that breaks off, so the bytes are sent as they are. */
  @Test
  void aFormThatBreaksOff() throws Exception {
    String account = "admin:" + TestHome.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/targets"))
            .header("Content-Type", "multipart/form-data; boundary=zz")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString("junk"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Api.parse(answer.body()).get("parameter").asText()).isEqualTo("file");
  }

  @Test
  void whatIsRefused() {
    assertThat(Api.problem("code", load("Bad Code", "x", "area,n\nA,1\n"), 400).toString())
        .contains("Bad Code");
    assertThat(Api.problem("built in", load("haimen-2018", "x", "area,n\nA,1\n"), 400).toString())
        .contains("come with the product");
    assertThat(Api.problem("no table", load("x-1", "x", "1,2\n3,4\n"), 400).toString())
        .contains("header");
    assertThat(given().multiPart("code", "x").post("/api/v1/targets").statusCode()).isEqualTo(401);
    Api.problem("delete", Api.admin().delete("/api/v1/targets/haimen-2018"), 409);
    Api.problem("delete", Api.admin().delete("/api/v1/targets/nowhere"), 404);
  }

  @ParameterizedTest
  @CsvSource({"quarter=3, 2019-09-30, 第三季度", "month=2, 2019-02-28, 2019年2月"})
  void returns(String period, String day, String title) throws IOException {
    Response answer = given().get("/api/v1/returns.xlsx?plan=haimen-2018&year=2019&" + period);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode progress = Api.get(HAIMEN + "progress?asOf=" + day);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .startsWith("海门市居家和社区养老服务改革试点项目实施任务")
          .contains(title);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      int checked = 0;
      for (JsonNode row : progress.get("rows")) {
        checked += same(sheet, row) ? 1 : 0;
      }
      assertThat(checked).isGreaterThan(70);
      for (JsonNode total : progress.get("totals")) {
        same(sheet, total);
      }
      int last = line(sheet, "合计");
      int stations = column(sheet, "urban_station_standard");
      assertThat(sheet.getRow(last).getCell(stations).getCellFormula()).startsWith("SUMIF(");
      assertThat(sheet.getRow(last).getCell(1).getNumericCellValue())
          .as("urban communities, summed anew: not the printed 63")
          .isEqualTo(68);
      String notes = text(sheet, last + 3);
      assertThat(notes).contains("计划表自身的矛盾（6处）").contains("海门高新区恰好多出9");
      assertThat(text(sheet, 0)).contains(progress.get("run").asText());
      assertThat(book.getSheet("数据来源")).isNotNull();
      for (JsonNode total : progress.get("totals")) {
        Set<String> facts = new HashSet<>();
        for (JsonNode missing : total.get("missingZh")) {
          String fact = missing.asText().replaceAll("^\\d+处设施的", "");
          assertThat(facts.add(fact)).as("said once: %s", total).isTrue();
        }
      }
    }
  }

  private static String text(XSSFSheet sheet, int from) {
    StringBuilder text = new StringBuilder();
    for (int r = from; r <= sheet.getLastRowNum(); r++) {
      if (sheet.getRow(r) != null && sheet.getRow(r).getCell(0) != null) {
        text.append(sheet.getRow(r).getCell(0)).append('\n');
      }
    }
    return text.toString();
  }

  private static int line(XSSFSheet sheet, String name) {
    for (int r = 4; r <= sheet.getLastRowNum(); r++) {
      if (sheet.getRow(r).getCell(0).toString().equals(name)) {
        return r;
      }
    }
    throw new AssertionError(name);
  }

  private static final List<String> COLUMNS =
      List.of(
          "urban_station_standard",
          "rural_station_standard",
          "street_day_care_centre",
          "urban_station_socially_run",
          "rural_station_socially_run",
          "central_kitchen",
          "meal_point",
          "elder_inn",
          "purchased_service_percent",
          "emergency_call_percent",
          "nursing_station",
          "chain_enterprise");

  private static int column(XSSFSheet sheet, String code) {
    int column = 4 + COLUMNS.indexOf(code);
    assertThat(sheet.getRow(3).getCell(3)).isNotNull();
    return column;
  }

  private static boolean same(XSSFSheet sheet, JsonNode row) {
    int line = line(sheet, row.get("name").asText());
    int column = column(sheet, row.get("column").asText());
    Cell target = sheet.getRow(line).getCell(column);
    Cell achieved = sheet.getRow(line + 1).getCell(column);
    if (!row.get("target").isNull()) {
      assertThat(target.getNumericCellValue())
          .as("%s", row)
          .isCloseTo(row.get("target").asDouble(), within(1e-9));
    }
    if (row.get("achieved").isNull()) {
      assertThat(achieved.getCellType()).as("%s", row).isNotEqualTo(CellType.NUMERIC);
      return false;
    }
    assertThat(achieved.getNumericCellValue())
        .as("%s", row)
        .isEqualTo(row.get("achieved").asDouble());
    return true;
  }

  @Test
  void returnsNeedAPeriod() {
    Api.problem("/api/v1/returns.xlsx?plan=haimen-2018&year=2019", 400);
    Api.problem("/api/v1/returns.xlsx?plan=haimen-2018&year=2019&quarter=5", 400);
    Api.problem("/api/v1/returns.xlsx?plan=haimen-2018&year=2019&quarter=1&month=2", 400);
    Api.problem("/api/v1/returns.xlsx?plan=nowhere&year=2019&quarter=1", 404);
    Api.problem("/api/v1/returns.xlsx?year=2019&quarter=1", 400);
  }

  @Test
  void figuresAreThoseOfTheAnswerAndCanBeRepeated() {
    FigureSource source =
        sources.stream().filter(one -> one.kind().equals("targets")).findFirst().orElseThrow();
    Map<String, String> question = Map.of("code", "haimen-2018", "asOf", "2019-09-30");
    Map<String, Double> figures = source.figures(snapshots.current(), question);
    JsonNode row =
        row(
            Api.get(HAIMEN + "progress?asOf=2019-09-30").get("rows"),
            "常乐镇",
            "rural_station_standard");
    String key =
        "targets/haimen-2018/" + row.get("area").asText() + "/rural_station_standard/achieved";
    assertThat(figures).containsEntry(key, row.get("achieved").asDouble());
    String rules = source.rules(question);
    assertThat(source.figuresUnder(rules, snapshots.current(), question)).isEqualTo(figures);
    assertThat(source.rules(question)).isEqualTo(rules);
  }
}
