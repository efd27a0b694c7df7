package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Territories in a county drawn by hand.
 *
 * <pre>
 *   C1 S1   S2     S3     S4     S5    S6 C2
 *   |  A1 | A2  |  A3  |  A4  |  A5  |  A6 |     one street through six communities
 *   ~ ~ ~ ~ ~ ~ ~ river, no bridge ~ ~ ~ ~ ~
 *            |  A7  |                            S7; touches A2 and A3, but no street joins them
 * </pre>
 *
 * S8 lies far from everything. Now C1 leads S1 to S4, C2 leads S5, nobody is named of the others.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TerritorySuite extends OnceLoaded {
  private static final String PATH = "/api/v1/territories";
  private static String id;
  private static long version;

  @Override
  void load() {
    Upload.of("streets", "row.osm", streets()).imported();
    Upload.of(
            "areas",
            "areas.csv",
            "code,name,level,parent\n9901,试验县,county,\n990101,试验镇,town,9901\n")
        .imported();
    Upload.of("areas", "areas.geojson", areas()).imported();
    StringBuilder rows =
        new StringBuilder("id,name,type,lon,lat,leadingCentre,operator\n")
            .append("C1,西中心,care_centre,121.0011,31.9001,,\n")
            .append("C2,东中心,care_centre,121.0511,31.9001,,\n");
    String[] leader = {"C1", "C1", "C1", "C1", "C2", "", ""};
    for (int i = 0; i < 7; i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "S%d,站%d,home_care_station,%.4f,%s,%s,%s%n",
              i + 1,
              i + 1,
              i < 6 ? 121.001 + 0.01 * i : 121.016,
              i < 6 ? "31.9" : "31.89",
              leader[i],
              i < 2 ? "甲公司" : ""));
    }
    rows.append("S8,远站,home_care_station,122.5,33,,\n");
    Upload.of("facilities", "f.csv", rows.toString()).imported();
    StringBuilder demand = new StringBuilder("id,lon,lat,age60\n");
    for (int i = 0; i < 7; i++) {
      demand.append(
          String.format(
              Locale.ROOT,
              "D%d,%.4f,%s,%s%n",
              i + 1,
              i < 6 ? 121.002 + 0.01 * i : 121.017,
              i < 6 ? "31.9" : "31.89",
              i == 3 ? "" : i == 6 ? "5" : String.valueOf(10 * (i + 1))));
    }
    Upload.of("demand", "d.csv", demand.toString()).imported();
  }

  private static String streets() {
    StringBuilder osm = new StringBuilder("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n");
    for (int i = 0; i < 12; i++) {
      osm.append(node(i + 1, 121.001 + 0.005 * i, 31.9));
    }
    osm.append(node(21, 121.016, 31.89)).append(node(22, 121.018, 31.89));
    for (int i = 1; i < 12; i++) {
      osm.append(way(100 + i, i, i + 1));
    }
    return osm.append(way(120, 21, 22)).append("</osm>\n").toString();
  }

  private static String node(int number, double lon, double lat) {
    return String.format(
        Locale.ROOT, "<node id=\"%d\" lon=\"%.4f\" lat=\"%.4f\"/>%n", number, lon, lat);
  }

  private static String way(int number, int from, int to) {
    return String.format(
        "<way id=\"%d\"><nd ref=\"%d\"/><nd ref=\"%d\"/><tag k=\"highway\" v=\"residential\"/></way>%n",
        number, from, to);
  }

  private static String areas() {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      double west = i < 6 ? 121 + 0.01 * i : 121.015;
      double south = i < 6 ? 31.895 : 31.885;
      features.add(
          String.format(
              Locale.ROOT,
              "{\"type\":\"Feature\",\"properties\":{\"code\":\"99010100%d\",\"name\":\"社区%d\","
                  + "\"level\":\"community\",\"parent\":\"990101\"},\"geometry\":{\"type\":\"Polygon\","
                  + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
              i + 1,
              i + 1,
              west,
              south,
              west + 0.01,
              south,
              west + 0.01,
              south + 0.01,
              west,
              south + 0.01,
              west,
              south));
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String code(int community) {
    return "99010100" + community;
  }

  private static Response send(String method, String path, String body) {
    return Api.admin().contentType("application/json").body(body).request(method, path);
  }

  private static JsonNode ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Api.parse(answer);
  }

  private static List<Integer> parts(JsonNode answer) {
    List<Integer> parts = new ArrayList<>();
    answer.get("units").forEach(unit -> parts.add(unit.get("part").asInt()));
    return parts;
  }

  private static JsonNode broken(JsonNode answer, String kind) {
    for (JsonNode one : answer.get("broken")) {
      if (one.get("kind").asText().equals(kind)) {
        return one;
      }
    }
    throw new AssertionError("no " + kind + " in " + answer.get("broken"));
  }

  @Test
  @Order(1)
  void twoCentresShareTheStreetInTheMiddle() {
    JsonNode plan = ok(send("POST", PATH + "/draw", "{\"kind\":\"centres\",\"tolerance\":0}"));
    assertThat(parts(plan)).containsExactly(0, 0, 0, 1, 1, 1, -1);
    assertThat(plan.at("/units/6/reason").asText()).isEqualTo("island");
    assertThat(broken(plan, "island").get("codes").get(0).asText()).isEqualTo(code(7));
    assertThat(plan.get("imbalance").asDouble()).isZero();
    assertThat(plan.get("bound").asDouble()).isZero();
    assertThat(plan.get("proven").asBoolean()).isTrue();
    assertThat(plan.get("method").asText()).isEqualTo("exhaustive");
    assertThat(plan.get("contiguous").asBoolean()).isTrue();
    assertThat(plan.at("/parts/0/centre/externalId").asText()).isEqualTo("C1");
    assertThat(plan.at("/parts/0/stations").asInt()).isEqualTo(3);
    assertThat(plan.at("/parts/0/people").asDouble()).isEqualTo(60);
    // Of A4 nobody knows how many live there.
    assertThat(plan.at("/parts/1/people").asDouble()).isEqualTo(110);
    assertThat(plan.get("unknownPoints").asInt()).isEqualTo(1);
    assertThat(plan.at("/units/1/neighbours").toString())
        .isEqualTo("[\"" + code(1) + "\",\"" + code(3) + "\"]");
    assertThat(plan.at("/units/6/neighbours")).isEmpty();
    assertThat(plan.get("stations").asInt()).isEqualTo(7);
    assertThat(plan.at("/stationsWithoutCommunity/0/externalId").asText()).isEqualTo("S8");
    assertThat(plan.at("/rules/0/quote").asText()).contains("10个左右");
    assertThat(plan.at("/request/stationsPerCentre").asInt()).isEqualTo(10);
    assertThat(plan.get("run").asText()).matches("[0-9a-f]{16}");
  }

  /** C1 has four of the three due, C2 one; who leads S6 and S7 nobody says. */
  @Test
  @Order(2)
  void asItIs() {
    JsonNode present = ok(send("POST", PATH + "/draw", "{\"tolerance\":0}")).get("present");
    assertThat(present.at("/parts/0/stations").asInt()).isEqualTo(4);
    assertThat(present.at("/parts/1/stations").asInt()).isEqualTo(1);
    assertThat(present.get("imbalance").asDouble()).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(present.get("contiguous").asBoolean()).isTrue();
    assertThat(present.get("unknown").asInt()).isEqualTo(2);
    assertThat(present.get("others").asInt()).isZero();
    // S4 to C2, S6 to C2.
    assertThat(present.get("changes").asInt()).isEqualTo(2);
  }

  /** One station of a street of homes walks 10 × 0.01 degree; minutes at the elder's pace. */
  @Test
  @Order(3)
  void walksAreAlongTheStreet() {
    JsonNode plan =
        ok(send("POST", PATH + "/draw", "{\"flat\":true,\"speedKmh\":3.6,\"tolerance\":0}"));
    double one = Ground.meters(121.001, 31.9, 121.011, 31.9);
    double access = Ground.meters(121.0011, 31.9, 121.0011, 31.9001);
    double along = Ground.meters(121.001, 31.9, 121.0011, 31.9);
    // From C1: S1 along + access, S2 and S3 one and two columns farther, less the bit along.
    double mean = (along + (one - along) + (2 * one - along)) / 3 + access;
    assertThat(plan.at("/parts/0/meanMinutes").asDouble()).isCloseTo(mean / 60, within(0.06));
  }

  @Test
  @Order(4)
  void operatorsGetBlocks() {
    JsonNode plan =
        ok(
            send(
                "POST",
                PATH + "/draw",
                "{\"kind\":\"operators\",\"operators\":[\"甲公司\",\"乙公司\",\"丙公司\"],\"tolerance\":0}"));
    assertThat(plan.get("imbalance").asDouble()).isZero();
    assertThat(plan.get("parts")).hasSize(3);
    plan.get("parts")
        .forEach(
            part -> {
              assertThat(part.get("stations").asInt()).isEqualTo(2);
              assertThat(part.get("contiguous").asBoolean()).isTrue();
              assertThat(part.get("centre").isNull()).isTrue();
            });
    JsonNode people =
        ok(
            send(
                "POST",
                PATH + "/draw",
                "{\"kind\":\"operators\",\"parts\":2,\"balance\":\"people\",\"tolerance\":0}"));
    // 10 20 30 0 50 | 60: 110 and 60 of 85; 60 and 110 when cut after A3 or A4: the same.
    assertThat(people.get("imbalance").asDouble()).isCloseTo(25.0 / 85, within(1e-6));
    assertThat(people.get("proven").asBoolean()).isTrue();
  }

  @Test
  @Order(5)
  void aNumberOfTerritoriesFindsItsCentres() {
    JsonNode plan = ok(send("POST", PATH + "/draw", "{\"parts\":2,\"tolerance\":0}"));
    List<String> centres = new ArrayList<>();
    plan.get("parts").forEach(part -> centres.add(part.at("/centre/externalId").asText()));
    assertThat(centres).containsExactlyInAnyOrder("C1", "C2");
    assertThat(plan.get("wantedParts").asInt()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void savedAndEditedByHand() {
    JsonNode drawn = ok(send("POST", PATH + "/draw", "{\"tolerance\":0}"));
    String body =
        "{\"name\":\"2027 年片区\",\"tolerance\":0,\"holders\":%s,\"units\":%s}"
            .formatted(drawn.at("/request/holders"), units(drawn));
    Response answer = send("POST", PATH, body);
    JsonNode saved = ok(answer);
    id = saved.at("/saved/id").asText();
    assertThat(answer.header("Location")).endsWith(PATH + "/" + id);
    assertThat(saved.get("imbalance").asDouble()).isZero();
    assertThat(saved.get("method").asText()).isEqualTo("reviewed");
    JsonNode moved =
        ok(
            send(
                "PUT",
                PATH + "/" + id,
                "{\"version\":%d,\"units\":[{\"code\":\"%s\",\"part\":1},{\"code\":\"%s\",\"part\":0}]}"
                    .formatted(saved.at("/saved/version").asLong(), code(3), code(5))));
    // C1: A1 A2 | A5; C2: A3 A4 | A6.
    assertThat(moved.get("contiguous").asBoolean()).isFalse();
    assertThat(moved.get("bound").isNull()).isTrue();
    assertThat(moved.at("/parts/0/contiguous").asBoolean()).isFalse();
    assertThat(moved.at("/parts/0/pieces")).hasSize(2);
    assertThat(broken(moved, "pieces").get("codes").get(0).asText()).isEqualTo(code(5));
    assertThat(moved.at("/parts/0/weight").asDouble()).isEqualTo(3);
    Api.problem(
        "stale",
        send(
            "PUT",
            PATH + "/" + id,
            "{\"version\":%d,\"units\":[]}".formatted(saved.at("/saved/version").asLong())),
        409);
    // Nobody writes over what they have not looked at.
    Api.problem("version", send("PUT", PATH + "/" + id, "{\"units\":[]}"), 400);
    version = moved.at("/saved/version").asLong();
  }

  private static String units(JsonNode answer) {
    List<String> units = new ArrayList<>();
    answer
        .get("units")
        .forEach(
            unit ->
                units.add(
                    "{\"code\":\"%s\",\"part\":%d}"
                        .formatted(unit.get("code").asText(), unit.get("part").asInt())));
    return "[" + String.join(",", units) + "]";
  }

  /** A3 stays with C2 by hand: then A4 and A5 can only be C2's, and 2 to 4 is the best there is. */
  @Test
  @Order(7)
  void drawnAgainWhatIsFixedStays() {
    ok(
        send(
            "PUT",
            PATH + "/" + id,
            "{\"version\":%d,\"units\":[{\"code\":\"%s\",\"part\":1,\"fixed\":true}]}"
                .formatted(version, code(3))));
    JsonNode again = ok(send("POST", PATH + "/" + id + "/redraw", "{}"));
    assertThat(parts(again)).containsExactly(0, 0, 1, 1, 1, 1, -1);
    assertThat(again.at("/units/2/fixed").asBoolean()).isTrue();
    assertThat(again.get("imbalance").asDouble()).isCloseTo(1.0 / 3, within(1e-6));
    assertThat(again.get("bound").asDouble()).isCloseTo(1.0 / 3, within(1e-6));
    assertThat(again.get("proven").asBoolean()).isTrue();
    version = again.at("/saved/version").asLong();
    JsonNode list = ok(Api.admin().get(PATH));
    assertThat(list.at("/territories/0/name").asText()).isEqualTo("2027 年片区");
    assertThat(list.at("/territories/0/parts").asInt()).isEqualTo(2);
  }

  @Test
  @Order(8)
  void exported() throws Exception {
    Response geojson = Api.admin().get(PATH + "/" + id + ".geojson?lang=en");
    assertThat(geojson.statusCode()).as(geojson.asString()).isEqualTo(200);
    JsonNode features = Api.parse(geojson).get("features");
    assertThat(features).hasSize(7);
    assertThat(features.at("/2/properties/part").asInt()).isEqualTo(2);
    assertThat(features.at("/6/properties/part").isNull()).isTrue();
    assertThat(features.at("/0/geometry/type").asText()).isEqualTo("MultiPolygon");
    Response xlsx = Api.admin().get(PATH + "/" + id + ".xlsx");
    assertThat(xlsx.statusCode()).isEqualTo(200);
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(xlsx.asByteArray()))) {
      List<String> sheets = new ArrayList<>();
      book.forEach(sheet -> sheets.add(sheet.getSheetName()));
      assertThat(sheets).contains("片区汇总", "社区清单");
    }
    assertThat(Api.admin().get(PATH + "/" + id + ".csv").asString()).contains("社区3");
    assertThat(given().get(PATH + "/" + id + ".xlsx").statusCode()).isEqualTo(401);
    Api.problem("png", Api.admin().get(PATH + "/" + id + ".png"), 404);
  }

  @Test
  @Order(9)
  void takenOver() {
    JsonNode would =
        ok(
            send(
                "POST",
                PATH + "/" + id + "/apply?dryRun=true",
                "{\"version\":%d}".formatted(version)));
    assertThat(would.get("applied").asBoolean()).isFalse();
    // S3 and S4 to C2, S6 to C2; S5 is so already, S1 and S2 too.
    assertThat(would.get("changed")).hasSize(3);
    assertThat(would.get("unchanged").asInt()).isEqualTo(3);
    assertThat(would.get("left").asInt()).isEqualTo(2);
    assertThat(Api.get("/api/v1/facilities/S4").at("/properties/leadingCentre").asText())
        .isEqualTo("C1");
    Api.problem(
        "stale",
        send("POST", PATH + "/" + id + "/apply", "{\"version\":%d}".formatted(version - 1)),
        409);
    JsonNode done =
        ok(send("POST", PATH + "/" + id + "/apply", "{\"version\":%d}".formatted(version)));
    assertThat(done.get("applied").asBoolean()).isTrue();
    assertThat(done.at("/changed/0/from").asText()).isEqualTo("C1");
    assertThat(done.at("/changed/0/to").asText()).isEqualTo("C2");
    assertThat(Api.get("/api/v1/facilities/S4").at("/properties/leadingCentre").asText())
        .isEqualTo("C2");
    assertThat(Api.get("/api/v1/facilities/S7").at("/properties/leadingCentre").asText(""))
        .isIn("", "null");
    assertThat(ok(send("POST", PATH + "/" + id + "/apply", "{}")).get("changed")).isEmpty();
    assertThat(ok(Api.admin().get(PATH + "/" + id)).at("/present/changes").asInt()).isZero();
  }

  @Test
  @Order(10)
  void aCentreThatIsGoneIsSaid() {
    Api.admin()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/facilities/C2/close")
        .then()
        .statusCode(200);
    JsonNode plan = ok(Api.admin().get(PATH + "/" + id));
    assertThat(broken(plan, "centre-gone").get("part").asInt()).isEqualTo(1);
    assertThat(plan.at("/parts/1/centre").isNull()).isTrue();
    assertThat(plan.at("/parts/1/stations").asInt()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"islands"}                        | kind centres, operators
          {"type":"castle"}                         | type castle
          {"kind":"operators"}                      | parts
          {"parts":0}                               | parts 1 to 500
          {"parts":8}                               | parts at most 7
          {"tolerance":2}                           | tolerance 0 to 1
          {"balance":"beauty"}                      | balance stations
          {"centres":["S1x"]}                       | centres S1x
          {"area":"nowhere"}                        | area nowhere
          {"group":"age50"}                         | group age50
          {"kind":"operators","operators":[""]}     | operators
          {"speedKmh":99}                           | speedKmh
          {"colour":1}                              | colour
          """)
  @Order(11)
  void refused(String body, String words) {
    JsonNode problem = Api.problem(body, send("POST", PATH + "/draw", body), 400);
    assertThat(problem.get("detail").asText())
        .contains(words.split(" "))
        .doesNotContain("org.caremap", "java.");
  }

  @Test
  @Order(12)
  void onlyTheAdministrator() {
    for (String path : List.of("", "/rules", "/" + id)) {
      assertThat(given().get(PATH + path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(given().contentType("application/json").body("{}").post(PATH + "/draw").statusCode())
        .isEqualTo(401);
    Api.problem("evaluate", send("POST", PATH + "/evaluate", "{}"), 400);
    Api.problem("unknown", Api.admin().get(PATH + "/nothing"), 404);
    assertThat(Api.admin().delete(PATH + "/" + id).statusCode()).isEqualTo(204);
    Api.problem("deleted", Api.admin().delete(PATH + "/" + id), 404);
  }
}
