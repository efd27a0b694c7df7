package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidate sites: imported, read, edited, removed; by the administrator only. */
abstract class CandidateSuite {
  private static final String CANDIDATES = "/api/v1/candidates";

  private static final String THREE =
      """
      编号,名称,用房类型,地址,面积（㎡）,改造费用（万元）,可容纳（人）,适合类型,产权单位,区划代码,经度,纬度,可用
      A,原永宁幼儿园,闲置用房,人民路1号,820.5,35.5,60,助餐点、居家养老服务站,教育局,320684001001,121.10,31.90,是
      B,党群服务中心,社区用房,,300,,40,,居委会,320684001002,121.12,31.91,可用
      C,沿街商铺,,江海路9号,,12,,,,,121.14,31.92,否
      """;

  /** Every test begins with these and nothing else. */
  @BeforeEach
  void startAnew() {
    Upload.of("candidates", "three.csv", THREE).with("mode", "replace").imported();
  }

  private static JsonNode list(String query) {
    Response answer = Api.admin().get(CANDIDATES + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Api.parse(answer);
  }

  private static List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    list(query).get("features").forEach(f -> ids.add(f.at("/properties/externalId").asText()));
    return ids;
  }

  private static JsonNode one(String id) {
    return list("/" + id);
  }

  private static ObjectNode form(String externalId) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("externalId", externalId);
    form.put("name", "旧厂房 " + externalId);
    form.put("lon", 121.2);
    form.put("lat", 31.95);
    return form;
  }

  private static Response post(ObjectNode form) {
    return Api.admin().contentType("application/json").body(form.toString()).post(CANDIDATES);
  }

  private static Response put(String id, ObjectNode form) {
    return Api.admin()
        .contentType("application/json")
        .body(form.toString())
        .put(CANDIDATES + "/" + id);
  }

  private static JsonNode created(ObjectNode form) {
    Response answer = post(form);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.header("Location")).contains(CANDIDATES + "/");
    return Api.parse(answer);
  }

  @Test
  void whatWasImportedIsRead() {
    JsonNode a = one("A");
    assertThat(a.at("/geometry/type").asText()).isEqualTo("Point");
    assertThat(a.at("/geometry/coordinates/0").asDouble()).isEqualTo(121.10);
    assertThat(a.at("/geometry/coordinates/1").asDouble()).isEqualTo(31.90);
    JsonNode p = a.get("properties");
    assertThat(one(p.get("id").asText())).as("by our id").isEqualTo(a);
    assertThat(p.get("name").asText()).isEqualTo("原永宁幼儿园");
    assertThat(p.get("kind").asText()).isEqualTo("idle_premises");
    assertThat(p.get("areaSquareMeters").asDouble()).isEqualTo(820.5);
    assertThat(p.get("costYuan").asDouble()).isEqualTo(355_000);
    assertThat(p.get("capacity").asInt()).isEqualTo(60);
    assertThat(p.get("types").toString()).isEqualTo("[\"home_care_station\",\"meal_point\"]");
    assertThat(p.get("owner").asText()).isEqualTo("教育局");
    assertThat(p.get("address").asText()).isEqualTo("人民路1号");
    assertThat(p.get("areaCode").asText()).isEqualTo("320684001001");
    assertThat(p.get("available").asBoolean()).isTrue();
    assertThat(p.get("sample").asBoolean()).isFalse();
    JsonNode c = one("C").get("properties");
    assertThat(c.get("kind").asText()).as("the default").isEqualTo("idle_premises");
    assertThat(c.get("available").asBoolean()).isFalse();
    assertThat(c.get("capacity").isNull()).isTrue();
    assertThat(c.get("types")).isEmpty();
  }

  @Test
  void filters() {
    assertThat(ids("")).containsExactly("A", "B", "C");
    assertThat(ids("?kind=community_building")).containsExactly("B");
    assertThat(ids("?kind=community_building&kind=idle_premises")).hasSize(3);
    assertThat(ids("?bbox=121.11,31.9,121.13,32")).containsExactly("B");
    assertThat(ids("?q=教育")).containsExactly("A");
    assertThat(ids("?q=江海路")).containsExactly("C");
    assertThat(list("?limit=2").get("numberMatched").asInt()).isEqualTo(3);
    assertThat(list("?limit=2").get("features")).hasSize(2);
    for (String bad : new String[] {"?kind=castle", "?limit=0", "?bbox=1,2", "?colour=red"}) {
      Api.problem(bad, Api.admin().get(CANDIDATES + bad), 400);
    }
    Api.problem("nobody", Api.admin().get(CANDIDATES + "/nobody"), 404);
  }

  @Test
  void importsCountAndKeepWhatTheFileDoesNotSay() {
    JsonNode again = Upload.of("candidates", "three.csv", THREE).imported();
    assertThat(again.get("unchanged").asInt()).isEqualTo(3);
    assertThat(again.get("updated").asInt() + again.get("created").asInt()).isZero();
    String id = one("A").at("/properties/id").asText();
    JsonNode names =
        Upload.of(
                "candidates", "names.csv", "id,name,lon,lat\nA,新名,121.10,31.90\nD,粮库,121.3,31.9\n")
            .imported();
    assertThat(names.get("created").asInt()).isEqualTo(1);
    assertThat(names.get("updated").asInt()).isEqualTo(1);
    JsonNode a = one("A").get("properties");
    assertThat(a.get("id").asText()).as("the internal id lasts").isEqualTo(id);
    assertThat(a.get("name").asText()).isEqualTo("新名");
    assertThat(a.get("costYuan").asDouble()).as("kept").isEqualTo(355_000);
    assertThat(a.get("types")).hasSize(2);
    assertThat(ids("")).containsExactly("A", "B", "C", "D");
    JsonNode cheaper =
        Upload.of("candidates", "c.csv", "id,name,lon,lat,costYuan\nA,新名,121.10,31.90,\n")
            .imported();
    assertThat(cheaper.get("updated").asInt()).isEqualTo(1);
    assertThat(one("A").at("/properties/costYuan").isNull()).as("said to be unknown").isTrue();
  }

  @Test
  void replaceRemovesWhatIsGoneAndADryRunWritesNothing() {
    String two = THREE.substring(0, THREE.indexOf("C,沿街"));
    JsonNode dry =
        Upload.of("candidates", "two.csv", two)
            .with("mode", "replace")
            .with("dryRun", "true")
            .report();
    assertThat(dry.get("status").asText()).isEqualTo("dry-run");
    assertThat(dry.get("removed").asInt()).isEqualTo(1);
    assertThat(dry.get("unchanged").asInt()).isEqualTo(2);
    assertThat(ids("")).containsExactly("A", "B", "C");
    JsonNode report = Upload.of("candidates", "two.csv", two).with("mode", "replace").imported();
    assertThat(report.get("removed").asInt()).isEqualTo(1);
    assertThat(ids("")).containsExactly("A", "B");
  }

  @Test
  void badRowsAreAllNamedAndNothingIsWritten() {
    String before = list("").toString();
    JsonNode report =
        Upload.of(
                "candidates",
                "bad.csv",
                "id,name,lon,lat,types,costYuan\n"
                    + "X,,121.1,31.9,,\n"
                    + "Y,旧仓库,121.1,31.9,castle,-5\n"
                    + "Z,好的,121.1,31.9,meal_point,5\n")
            .with("mode", "replace")
            .rejected();
    JsonNode errors = report.get("errors");
    assertThat(errors).hasSize(3);
    assertThat(errors.get(0).get("row").asInt()).isEqualTo(2);
    assertThat(errors.get(0).get("field").asText()).isEqualTo("name");
    assertThat(errors.toString())
        .contains("\"castle\"", "care_home", "\"-5\"", "0 to 100000000000");
    assertThat(list("").toString()).isEqualTo(before);
  }

  @Test
  void coordinatesOfOtherSystemsAreShifted() {
    Upload.of("candidates", "gcj.csv", "id,name,lon,lat\nG,旧仓库,121.1,31.9\n")
        .with("crs", "GCJ-02")
        .imported();
    double lon = one("G").at("/geometry/coordinates/0").asDouble();
    // GCJ-02 lies 300 to 700 m from WGS 84 in eastern China.
    assertThat(Math.abs(lon - 121.1)).isBetween(0.002, 0.008);
  }

  @Test
  void everyFieldIsKept() {
    ObjectNode form = form("N1");
    form.put("kind", "community_building");
    form.put("areaSquareMeters", 812.5);
    form.put("costYuan", 300_000.25);
    form.put("capacity", 0);
    form.put("owner", "村委会 \"东\" <b>");
    form.put("address", "南街 1 号");
    form.put("areaCode", "320614100001");
    form.put("available", false);
    form.set("types", JsonNodeFactory.instance.arrayNode().add("care_home").add("meal_point"));
    JsonNode kept = created(form).get("properties");
    assertThat(one("N1").get("properties")).isEqualTo(kept);
    form.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("lon") && !field.getKey().equals("lat")) {
                assertThat(kept.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
              }
            });
  }

  @Test
  void aCorrectionStatesTheWholeAndAStaleOneIsRefused() {
    JsonNode made = created(form("N2")).get("properties");
    assertThat(made.get("kind").asText()).isEqualTo("idle_premises");
    assertThat(made.get("available").asBoolean()).isTrue();
    long version = made.get("version").asLong();
    ObjectNode first = form("N2");
    first.put("name", "先改");
    first.put("capacity", 7.0);
    first.put("version", version);
    assertThat(put("N2", first).statusCode()).isEqualTo(200);
    ObjectNode second = form("N2");
    second.put("version", version);
    Api.problem("stale", put("N2", second), 409);
    second.remove("version");
    assertThat(Api.problem("no version", put("N2", second), 400).get("parameter").asText())
        .isEqualTo("version");
    assertThat(one("N2").at("/properties/name").asText()).isEqualTo("先改");
    assertThat(one("N2").at("/properties/capacity").toString()).isEqualTo("7");
    ObjectNode third = form("N2");
    third.remove("externalId");
    third.put("version", version + 1);
    Response answer = put(made.get("id").asText(), third);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    JsonNode now = one("N2").get("properties");
    assertThat(now.get("capacity").isNull()).isTrue();
    assertThat(now.get("id")).isEqualTo(made.get("id"));
    Api.problem("stale removal", Api.admin().delete(CANDIDATES + "/N2?version=" + version), 409);
    assertThat(Api.admin().delete(CANDIDATES + "/N2?version=" + (version + 2)).statusCode())
        .isEqualTo(204);
    Api.problem("gone", Api.admin().get(CANDIDATES + "/N2"), 404);
    Api.problem("gone", Api.admin().delete(CANDIDATES + "/N2"), 404);
    Api.problem("gone", put("N2", form("N2")), 404);
  }

  @Test
  void anIdIsTakenOnce() {
    Api.problem("twice", post(form("A")), 409);
    ObjectNode renamed = form("A");
    renamed.set("version", one("B").at("/properties/version"));
    Api.problem("renamed to a taken id", put("B", renamed), 409);
    ObjectNode form = form("unused");
    form.remove("externalId");
    assertThat(created(form).at("/properties/externalId").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name     | ""        | name
          kind     | "castle"  | idle_premises, community_building
          lon      | 181       | -180
          lon      | null      | -180
          lat      | -91       | -90
          areaSquareMeters | -1 | 0 to 10000000
          costYuan | -0.01     | 0 to 100000000000
          capacity | 1000001   | 0 to 1000000
          capacity | 2.5       | whole
          types    | ["castle"] | care_home
          areaCode | "0123456789012345678901234567890123456789X" | 40 characters
          owner    | "a\\u0000b" | control
          """)
  void whatCannotBeIsRefused(String field, String json, String legal) {
    String before = list("").toString();
    ObjectNode form = form("bad");
    form.set(field, Api.parse(json));
    String detail = Api.problem(field, post(form), 400).get("detail").asText();
    assertThat(detail).contains(field).contains(legal);
    ObjectNode correction = form("A");
    correction.set(field, Api.parse(json));
    Api.problem(field, put("A", correction), 400);
    assertThat(list("").toString()).isEqualTo(before);
  }

  @Test
  void thePublicSeesNothing() {
    Api.problem("list", given().get(CANDIDATES), 401);
    Api.problem("one", given().get(CANDIDATES + "/A"), 401);
    Api.problem(
        "add",
        given().contentType("application/json").body(form("X").toString()).post(CANDIDATES),
        401);
    Api.problem(
        "correct",
        given().contentType("application/json").body(form("A").toString()).put(CANDIDATES + "/A"),
        401);
    Api.problem("remove", given().delete(CANDIDATES + "/A"), 401);
    Api.problem("import", Upload.of("candidates", "c.csv", THREE).send(given()), 401);
    assertThat(ids("")).containsExactly("A", "B", "C");
  }

  @Test
  void candidatesMoveNoOtherFigure() {
    JsonNode before = Api.get("/api/v1/board?type=care_home").get("run");
    created(form("N9"));
    assertThat(Api.get("/api/v1/board?type=care_home").get("run")).isEqualTo(before);
  }
}
