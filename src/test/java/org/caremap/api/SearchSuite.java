package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caremap.testing.Typist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search by name in the sample county, over HTTP. */
abstract class SearchSuite extends OnceLoaded {
  private static final int FIRST = 10;
  private static final long SEED = 20261125;

  private final List<JsonNode> facilities = new ArrayList<>();

  @Override
  void load() {
    for (JsonNode feature : Api.get("/api/v1/facilities?limit=10000").get("features")) {
      String status = feature.at("/properties/status").asText();
      if (status.equals("operating") || status.equals("planned")) {
        facilities.add(feature);
      }
    }
    assertThat(facilities).hasSizeGreaterThan(700);
  }

  static JsonNode search(String typed, Object... more) {
    Response answer =
        given()
            .queryParam("q", typed)
            .queryParams(more.length == 0 ? Map.of() : Map.of((String) more[0], more[1]))
            .get("/api/v1/search");
    assertThat(answer.statusCode()).as(typed).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Api.parse(answer).get("results");
  }

  private static String name(JsonNode facility) {
    return facility.at("/properties/name").asText();
  }

  private static Set<String> names(JsonNode results) {
    Set<String> names = new HashSet<>();
    results.forEach(result -> names.add(result.get("name").asText()));
    return names;
  }

  private void assertEveryFacility(UnaryOperator<String> typing) {
    List<String> missed = new ArrayList<>();
    for (JsonNode facility : facilities) {
      String typed = typing.apply(name(facility));
      if (!names(search(typed)).contains(name(facility))) {
        missed.add(name(facility) + " by " + typed);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyFacilityByName() {
    List<String> missed = new ArrayList<>();
    for (JsonNode facility : facilities) {
      JsonNode results = search(name(facility), "kind", "facility");
      Set<String> ids = new HashSet<>();
      results.forEach(result -> ids.add(result.get("id").asText()));
      if (!ids.contains(facility.get("id").asText())) {
        missed.add(name(facility));
      }
      assertThat(results.get(0).get("match").asText()).isEqualTo("exact");
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyFacilityByPinyin() {
    assertEveryFacility(Typist::pinyin);
  }

  /** Where initials coincide all are there, up to ten. */
  @Test
  void everyFacilityByInitials() {
    Map<String, Integer> sharing = new HashMap<>();
    facilities.forEach(f -> sharing.merge(Typist.initials(name(f)), 1, Integer::sum));
    List<String> missed = new ArrayList<>();
    for (JsonNode facility : facilities) {
      String typed = Typist.initials(name(facility));
      if (sharing.get(typed) <= FIRST && !names(search(typed)).contains(name(facility))) {
        missed.add(name(facility) + " by " + typed);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyFacilityWithOneTypo() {
    System.out.println("seed " + SEED);
    Typist typist = new Typist(SEED);
    assertEveryFacility(typist::withChineseTypo);
    assertEveryFacility(name -> typist.withLatinTypo(Typist.pinyin(name)));
  }

  @Test
  void everyAreaWithItsParents() {
    JsonNode areas = Api.get("/api/v1/areas").get("features");
    assertThat(areas).hasSizeGreaterThan(100);
    Map<String, String> nameOf = new HashMap<>();
    areas.forEach(
        a -> nameOf.put(a.at("/properties/code").asText(), a.at("/properties/name").asText()));
    for (JsonNode area : areas) {
      JsonNode p = area.get("properties");
      JsonNode found = null;
      for (JsonNode result : search(p.get("name").asText(), "kind", "area")) {
        if (result.get("code").asText().equals(p.get("code").asText())) {
          found = result;
        }
      }
      assertThat(found).as(p.get("name").asText()).isNotNull();
      assertThat(found.get("type").asText()).isEqualTo(p.get("level").asText());
      if (!p.get("parent").isNull()) {
        assertThat(found.get("detail").asText()).contains(nameOf.get(p.get("parent").asText()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "haimen, area, 海门市（示例）, pinyin",
    "hm, area, 海门市（示例）, initials",
    "海门, area, 海门市（示例）, exact",
    "人民路, street, 人民路, exact",
    "renminlu, street, 人民路, pinyin",
    "rml, street, 人民路, initials",
    "renmimlu, street, 人民路, typo",
  })
  void areasAndStreets(String typed, String kind, String name, String match) {
    JsonNode first = search(typed, "kind", kind).get(0);
    assertThat(first.get("kind").asText()).isEqualTo(kind);
    assertThat(first.get("name").asText()).isEqualTo(name);
    assertThat(first.get("match").asText()).isEqualTo(match);
    assertThat(first.get("lon").asDouble()).isBetween(120.9, 122.0);
    assertThat(first.get("lat").asDouble()).isBetween(31.4, 32.4);
  }

  @Test
  void addressesAndTheirNeighbours() {
    int asked = 0;
    int near = 0;
    for (JsonNode facility : facilities) {
      JsonNode address = facility.at("/properties/address");
      if (!address.isTextual() || !address.asText().endsWith("号") || ++asked > 60) {
        continue;
      }
      JsonNode first = search(address.asText(), "kind", "address").get(0);
      assertThat(first.get("name").asText()).isEqualTo(address.asText());
      assertThat(first.get("match").asText()).isEqualTo("exact");
      assertThat(names(search(address.asText()))).contains(name(facility));
      // Numbers end at 399: this house nobody has.
      String street = address.asText().replaceAll(".*(村|社区)", "").replaceAll("\\d+号", "");
      JsonNode results = search(street + "9999号");
      if (!results.isEmpty()) {
        near++;
        assertThat(results.get(0).get("kind").asText()).isIn("address", "street");
        assertThat(results.get(0).get("match").asText()).isNotEqualTo("exact");
      }
    }
    assertThat(asked).isGreaterThan(60);
    assertThat(near).isGreaterThan(40);
  }

  @Test
  void aFacilityThatIsNewIsFound() throws InterruptedException {
    String name = "量子彩虹助餐点";
    assertThat(names(search(name))).doesNotContain(name);
    JsonNode at = facilities.get(0).get("geometry").get("coordinates");
    Api.admin()
        .contentType("application/json")
        .body(
            "{\"name\":\"%s\",\"type\":\"meal_point\",\"status\":\"operating\",\"lon\":%s,\"lat\":%s}"
                .formatted(name, at.get(0), at.get(1)))
        .post("/api/v1/facilities")
        .then()
        .statusCode(201);
    // The index is renewed behind the answers.
    for (int i = 0; i < 600 && !names(search("lzchzcd")).contains(name); i++) {
      Thread.sleep(100);
    }
    JsonNode found = search("liangzicaihong").get(0);
    assertThat(found.get("name").asText()).isEqualTo(name);
    assertThat(found.get("type").asText()).isEqualTo("meal_point");
    String id = found.get("id").asText();
    assertThat(Api.get("/api/v1/facilities/" + id).at("/properties/name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=",
        "q=%20%20",
        "limit=3",
        "q=a&q=b",
        "q=a&limit=0",
        "q=a&limit=51",
        "q=a&kind=city",
        "q=a&type=clinic"
      })
  void whatIsNotAllowedSaysSo(String query) {
    Api.problem(query, given().urlEncodingEnabled(false).get("/api/v1/search?" + query), 400);
  }

  @Test
  void hostileInput() {
    for (String typed :
        List.of(
            "😀🏥", "\"", "'; drop table facility; --", "<script>", "%", "*", "\\", "a\u0000b")) {
      assertThat(search(typed).isArray()).as(typed).isTrue();
    }
    assertThat(search("永".repeat(200))).isEmpty();
    Response answer = given().queryParam("q", "永".repeat(201)).get("/api/v1/search");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(search("养老院", "limit", 50)).hasSize(50);
    assertThat(search("养老院", "limit", 50).get(0)).isEqualTo(search("养老院").get(0));
  }
}
