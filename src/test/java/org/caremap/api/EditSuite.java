package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A single facility added, corrected and closed; who may do so. */
abstract class EditSuite extends OnceLoaded {
  private static final String FACILITIES = "/api/v1/facilities";

  @Override
  void load() {
    Town.load();
  }

  private static ObjectNode form(String externalId) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("externalId", externalId);
    form.put("name", "新站 " + externalId);
    form.put("type", "nursing_station");
    form.put("status", "operating");
    form.put("lon", 121.002);
    form.put("lat", 31.904);
    return form;
  }

  private static Response post(RequestSpecification as, ObjectNode form) {
    return as.contentType("application/json").body(form.toString()).post(FACILITIES);
  }

  private static Response put(String id, ObjectNode form) {
    return Api.admin()
        .contentType("application/json")
        .body(form.toString())
        .put(FACILITIES + "/" + id);
  }

  private static JsonNode created(ObjectNode form) {
    Response answer = post(Api.admin(), form);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.header("Location")).contains(FACILITIES + "/");
    return Api.parse(answer);
  }

  private static double covered(String type) {
    return Api.get("/api/v1/coverage?type=" + type + "&minutes=5&speedKmh=3.2")
        .at("/total/covered")
        .asDouble();
  }

  @Test
  void writingNeedsTheRightSignIn() {
    JsonNode before = Api.loaded();
    for (String password : new String[] {null, "wrong", ""}) {
      for (String user : new String[] {"admin", "root"}) {
        if (user.equals("root") && password == null) {
          continue;
        }
        String who = user + " with " + password;
        Api.problem(who, post(as(user, password), form("X1")), 401);
        Api.problem(
            who,
            as(user, password)
                .contentType("application/json")
                .body(form("F1").toString())
                .put(FACILITIES + "/F1"),
            401);
        Api.problem(who, as(user, password).noContentType().post(FACILITIES + "/F1/close"), 401);
        Api.problem(
            who, Upload.of("facilities", "f.csv", Town.FACILITIES).send(as(user, password)), 401);
      }
    }
    assertThat(Api.loaded()).isEqualTo(before);
    assertThat(Api.get(FACILITIES + "/F1").at("/properties/status").asText())
        .isEqualTo("operating");
  }

  private static RequestSpecification as(String user, String password) {
    return password == null ? given() : given().auth().preemptive().basic(user, password);
  }

  @Test
  void answersChangeAtOnce() {
    assertThat(covered("nursing_station")).isZero();
    JsonNode made = created(form("N1"));
    // At node 8: D7 (12.25) is there; D3 (30) is 189 m and D2 456 m away.
    assertThat(covered("nursing_station")).isCloseTo(42.25, within(1e-6));
    String id = made.at("/properties/id").asText();
    ObjectNode moved = form("N1");
    moved.put("lon", 121.000);
    moved.put("lat", 31.892);
    moved.put("version", made.at("/properties/version").asLong());
    assertThat(put(id, moved).statusCode()).isEqualTo(200);
    assertThat(covered("nursing_station")).as("moved to the island").isCloseTo(7, within(1e-6));
    JsonNode nearest =
        Api.get("/api/v1/nearest?lon=121.002&lat=31.892&type=nursing_station").get("results");
    assertThat(nearest.get(0).at("/facility/externalId").asText()).isEqualTo("N1");
    assertThat(Api.admin().noContentType().post(FACILITIES + "/N1/close").statusCode())
        .isEqualTo(200);
    assertThat(covered("nursing_station")).as("closed").isZero();
    assertThat(Api.get(FACILITIES + "/N1").at("/properties/status").asText()).isEqualTo("closed");
    assertThat(
            Api.get("/api/v1/nearest?lon=121.002&lat=31.892&type=nursing_station").get("results"))
        .isEmpty();
  }

  @Test
  void everyFieldIsKept() {
    ObjectNode form = form("N2");
    form.put("type", "elder_university");
    form.put("areaCode", "320614100001");
    form.put("operator", "社区");
    form.put("address", "南街 1 号 \"后门\" <b>");
    form.put("phone", "0513-8210 0000");
    form.put("openingHours", "Mo-Fr 08:00-17:00; PH off");
    form.put("fees", "12 元/餐");
    form.put("beds", 40);
    form.put("nursingBeds", 12);
    form.put("mealsPerDay", 200);
    form.put("starRating", 3);
    form.put("nameEn", "Riverside meals");
    form.put("freePlaces", 0);
    form.put("freePlacesOn", "2026-02-28");
    form.put("audience", "60 岁以上老年人");
    form.put("website", "https://example.org/a?b=1");
    form.set("deliveryAreas", JsonNodeFactory.instance.arrayNode().add("A1").add("A2"));
    form.put("floorAreaSquareMeters", 812.5);
    form.put("openedOn", "2018-05-01");
    form.put("sociallyRun", false);
    form.put("medicalCare", "site");
    form.put("residents", 0);
    form.put("landAreaSquareMeters", 1200.25);
    form.put("meetsStandard", true);
    form.put("leadingCentre", "no such centre");
    form.put("demonstrationSite", false);
    form.put("regionalCentre", true);
    form.put("stepFree", true);
    form.put("lastVerified", "2026-03-01");
    form.put("source", "实地核实");
    form.set("services", JsonNodeFactory.instance.arrayNode().add(anyService()));
    JsonNode kept = created(form).get("properties");
    JsonNode read = Api.get(FACILITIES + "/N2");
    assertThat(read.get("properties")).isEqualTo(kept);
    assertThat(read.at("/geometry/coordinates/0").asDouble()).isEqualTo(121.002);
    assertThat(read.at("/geometry/coordinates/1").asDouble()).isEqualTo(31.904);
    form.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("lon") && !field.getKey().equals("lat")) {
                assertThat(kept.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
              }
            });
  }

  @Test
  void whatTheFormLeavesOutIsUnknown() {
    ObjectNode form = form("N2b");
    form.put("sociallyRun", true);
    form.put("residents", 12);
    created(form);
    JsonNode before = Api.get(FACILITIES + "/N2b").get("properties");
    assertThat(before.get("sociallyRun").asBoolean()).isTrue();
    assertThat(before.get("meetsStandard").isNull()).isTrue();
    ObjectNode without = form("N2b");
    without.put("version", before.get("version").asLong());
    assertThat(put("N2b", without).statusCode()).isEqualTo(200);
    JsonNode after = Api.get(FACILITIES + "/N2b").get("properties");
    assertThat(after.get("sociallyRun").isNull()).isTrue();
    assertThat(after.get("residents").isNull()).isTrue();
  }

  private static String anyService() {
    return Api.get("/api/v1/service-types").get(0).get("code").asText();
  }

  @Test
  void aStaleVersionIsRefused() {
    JsonNode made = created(form("N3"));
    long version = made.at("/properties/version").asLong();
    ObjectNode first = form("N3");
    first.put("name", "先改");
    first.put("version", version);
    assertThat(put("N3", first).statusCode()).isEqualTo(200);
    ObjectNode second = form("N3");
    second.put("name", "后改");
    second.put("version", version);
    Api.problem("stale", put("N3", second), 409);
    JsonNode now = Api.get(FACILITIES + "/N3").get("properties");
    assertThat(now.get("name").asText()).isEqualTo("先改");
    assertThat(now.get("version").asLong()).isGreaterThan(version);
    Response stale =
        Api.admin()
            .contentType("application/json")
            .body("{\"version\":" + version + "}")
            .post(FACILITIES + "/N3/close");
    Api.problem("stale close", stale, 409);
    assertThat(Api.get(FACILITIES + "/N3").at("/properties/status").asText())
        .isEqualTo("operating");
  }

  @Test
  void anIdIsTakenOnce() {
    created(form("N4"));
    JsonNode problem = Api.problem("twice", post(Api.admin(), form("N4")), 409);
    assertThat(problem.get("detail").asText()).contains("N4");
    created(form("N5"));
    Api.problem("rename to a taken id", put("N5", form("N4")), 409);
  }

  @Test
  void withoutAnIdOneIsMade() {
    ObjectNode form = form("unused");
    form.remove("externalId");
    JsonNode made = created(form).get("properties");
    assertThat(made.get("externalId").asText()).isNotBlank();
    assertThat(Api.get(FACILITIES + "/" + made.get("externalId").asText()).get("properties"))
        .isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name         | ""            | name
          name         | null          | name
          type         | "castle"      | care_home
          type         | null          | care_home
          status       | "haunted"     | operating
          lon          | 181           | -180
          lon          | null          | -180
          lat          | -91           | -90
          lat          | null          | -90
          beds         | -1            | 0
          nursingBeds  | -1            | 0
          mealsPerDay  | -5            | 0
          starRating   | 6             | 5
          freePlaces   | -1            | 0
          website      | "javascript:alert(1)" | https://
          deliveryAreas | ["a b"]      | codes of areas
          floorAreaSquareMeters | -1   | 0
          openedOn     | "1948-12-31"  | 1949-01-01
          openedOn     | "2218-05-01"  | years ahead
          medicalCare  | "yes"         | none, agreement, site
          residents    | -1            | 0
          landAreaSquareMeters | -0.5  | 0
          leadingCentre | "a\\u0000b"  | 200 characters
          services     | ["juggling"]  | juggling
          openingHours | "now and then, maybe [" | opening_hours
          """)
  void whatCannotBeIsRefused(String field, String json, String legal) {
    JsonNode before = Api.loaded();
    ObjectNode form = form("bad");
    form.set(field, Api.parse(json));
    String detail = Api.problem(field, post(Api.admin(), form), 400).get("detail").asText();
    assertThat(detail).contains(field).contains(legal);
    ObjectNode correction = form("F2");
    correction.set(field, Api.parse(json));
    Api.problem(field, put("F2", correction), 400);
    assertThat(Api.loaded()).isEqualTo(before);
    assertThat(Api.get(FACILITIES + "/F2").at("/properties/name").asText()).isEqualTo("北站");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":
          []
          "text"
          {"lon":"east"}
          {"lastVerified":"yesterday"}
          {"colour":"red"}
          {"beds":1.5}
          {"openedOn":"2018"}
          {"sociallyRun":"perhaps"}
          """)
  void aBodyThatIsNoFacilityIsRefused(String body) {
    Response answer = Api.admin().contentType("application/json").body(body).post(FACILITIES);
    Api.problem(body, answer, 400);
  }

  @Test
  void nothingToCorrect() {
    Api.problem("put", put("nobody", form("nobody")), 404);
    Api.problem("close", Api.admin().noContentType().post(FACILITIES + "/nobody/close"), 404);
  }

  @Test
  void theSessionSaysWhoIsSignedIn() {
    assertThat(Api.admin().get("/api/v1/session").statusCode()).isEqualTo(200);
    Api.problem("session", given().get("/api/v1/session"), 401);
    Api.problem("session", as("admin", "wrong").get("/api/v1/session"), 401);
  }
}
