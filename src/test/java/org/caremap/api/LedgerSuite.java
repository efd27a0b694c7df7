package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.caremap.testing.GeoTiffs;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of {@link Town}, published, and computed again after the world has changed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class LedgerSuite extends OnceLoaded {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUNS = "/api/v1/runs";

  private static JsonNode published;

  private static byte[] hills(double perDegree) {
    return GeoTiffs.of(
        "EPSG:4326",
        120.99,
        31.92,
        0.001,
        50,
        40,
        Double.NaN,
        (lon, lat) -> perDegree * (lat - 31.8));
  }

  @Override
  void load() {
    Town.load();
    Upload.of("elevation", "town.tif", hills(2000)).imported();
  }

  private static Response publish(String type, String title) {
    ObjectNode body = JSON.createObjectNode().put("kind", WalkFigures.KIND).put("title", title);
    body.putObject("question").put("type", type);
    return publish(body);
  }

  private static Response publish(ObjectNode body) {
    return Api.admin().contentType("application/json").body(body.toString()).post(RUNS);
  }

  private static JsonNode repeat(JsonNode run) {
    Response answer = Api.admin().post(RUNS + "/" + run.get("id").asText() + "/repeat");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  private static List<String> changed(JsonNode repeat) {
    List<String> inputs = new ArrayList<>();
    repeat.get("changedInputs").forEach(input -> inputs.add(input.get("input").asText()));
    return inputs;
  }

  private static TreeMap<String, Double> figures(JsonNode run) {
    TreeMap<String, Double> figures = new TreeMap<>();
    run.get("figures").forEach(f -> figures.put(f.get("key").asText(), f.get("value").asDouble()));
    return figures;
  }

  private static Path archived(String kind) throws IOException {
    Path runs = Path.of(ConfigProvider.getConfig().getValue("caremap.home", String.class), "runs");
    String hash = published.at("/inputs/data/" + kind).asText();
    try (var files = Files.list(runs)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(kind + "-" + hash))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  @Order(1)
  void aPublishedRunSaysWhatItWasComputedFrom() {
    Response answer = publish("home_care_station", "街道站点 2026");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    published = Api.parse(answer);
    String id = published.get("id").asText();
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(answer.header("Location")).endsWith(RUNS + "/" + id);
    assertThat(published.get("title").asText()).isEqualTo("街道站点 2026");
    assertThat(published.get("publishedBy").asText()).isEqualTo("admin");
    JsonNode inputs = published.get("inputs");
    for (String kind : List.of("streets", "facilities", "demand", "areas", "elevation")) {
      assertThat(inputs.at("/data/" + kind).asText()).as(kind).matches("[0-9a-f]{12}");
    }
    assertThat(inputs.at("/data/snapLimitMeters").asText()).isEqualTo("500.0");
    assertThat(inputs.at("/streetsName").asText()).isEqualTo("town.osm");
    assertThat(inputs.get("question"))
        .isEqualTo(Api.parse("{\"kind\":\"walk\",\"type\":\"home_care_station\"}"));
    assertThat(inputs.get("software").asText()).startsWith("0.1.0");
    assertThat(figures(published).keySet()).contains("walk/南社区/D1/meters", "walk/left");
    assertThat(Api.get(RUNS + "/" + id)).isEqualTo(published);
    JsonNode list = Api.get(RUNS);
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("id").asText()).isEqualTo(id);
    assertThat(list.get(0).has("figures")).isFalse();
  }

  @Test
  @Order(2)
  void askedAgainNothingDiffers() {
    JsonNode again = repeat(published);
    assertThat(again.get("same").asBoolean()).isTrue();
    assertThat(again.get("figures").asInt()).isEqualTo(figures(published).size());
    assertThat(again.get("differences")).isEmpty();
    assertThat(changed(again)).isEmpty();
    assertThat(again.at("/now/run")).isEqualTo(published.get("id"));
    assertThat(again.at("/now/same").asBoolean()).isTrue();
  }

  @Test
  @Order(3)
  void theSameRunIsPublishedOnce() {
    JsonNode again = Api.parse(publish("home_care_station", "noch einmal"));
    assertThat(again).isEqualTo(published);
    assertThat(Api.get(RUNS)).hasSize(1);
  }

  @Test
  @Order(4)
  void internalIdsAndOrderAreNoContent() {
    // The same rows once more, in another order: nothing is changed by that.
    String[] lines = Town.DEMAND.split("\n");
    StringBuilder reversed = new StringBuilder(lines[0]).append('\n');
    for (int i = lines.length - 1; i > 0; i--) {
      reversed.append(lines[i]).append('\n');
    }
    Upload.of("demand", "demand.csv", reversed.toString()).imported();
    assertThat(changed(repeat(published))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "facilities, 'id,name,type,lon,lat,status\nF2,北站,home_care_station,121.001,31.9042,closed\n'",
    "demand, 'id,lon,lat,area,residents,age60,age65\nD3,121.004,31.904,320614100002,300,31,22\n'",
    "areas, 'code,name,level,parent\n320614100001,南苑社区,community,320614100\n'"
  })
  @Order(5)
  void whateverChangesThePublishedFiguresComeOutToTheDigit(String kind, String rows) {
    List<String> before = changed(repeat(published));
    Upload.of(kind, kind + ".csv", rows).imported();
    JsonNode again = repeat(published);
    assertThat(again.get("same").asBoolean()).as(again.toPrettyString()).isTrue();
    assertThat(again.get("differences")).isEmpty();
    assertThat(changed(again)).containsAll(before).contains(kind);
    assertThat(again.at("/now/same").asBoolean()).isFalse();
    assertThat(again.at("/now/differing").asInt()).isPositive();
    assertThat(again.at("/now/run")).isNotEqualTo(published.get("id"));
    assertThat(Api.get(RUNS + "/" + published.get("id").asText())).isEqualTo(published);
  }

  @Test
  @Order(6)
  void streetsHillsAndRulesAsTheyWere() {
    Upload.of("elevation", "flat.tif", hills(0)).imported();
    Upload.of("streets", "other.osm", Town.OSM.replace("k=\"oneway:foot\"", "k=\"oneway:bus\""))
        .imported();
    double allowed = WalkFigures.allowedMeters;
    WalkFigures.allowedMeters = 10;
    try {
      JsonNode again = repeat(published);
      assertThat(again.get("same").asBoolean()).as(again.toPrettyString()).isTrue();
      assertThat(changed(again))
          .containsExactlyInAnyOrder(
              "areas", "demand", "elevation", "facilities", "rules", "streets");
      TreeMap<String, Double> left = new TreeMap<>();
      again
          .at("/now/differences")
          .forEach(d -> left.put(d.get("key").asText(), d.get("again").asDouble()));
      // Nobody lives within 10 m of a station: everybody known to be 60 or over, D3 now 31.
      assertThat(left.get("walk/left")).isCloseTo(88.75 / 3, within(1e-9));
    } finally {
      WalkFigures.allowedMeters = allowed;
    }
  }

  @Test
  @Order(7)
  void whatWasTamperedWithIsRefused() throws IOException {
    Path kept = archived("facilities");
    byte[] good = Files.readAllBytes(kept);
    String rows;
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(kept))) {
      rows = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    assertThat(rows).contains("北站");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(kept))) {
      out.write(
          rows.replace("31.9042", "31.9041").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    String path = RUNS + "/" + published.get("id").asText() + "/repeat";
    assertThat(Api.problem(path, Api.admin().post(path), 409).get("detail").asText())
        .contains("facilities", published.at("/inputs/data/facilities").asText(), "refused");
    Files.write(kept, new byte[] {1, 2, 3});
    assertThat(Api.problem(path, Api.admin().post(path), 409).get("detail").asText())
        .contains("facilities", "damaged");
    Files.delete(kept);
    assertThat(Api.problem(path, Api.admin().post(path), 409).get("detail").asText())
        .contains("facilities", "not in the archive");
    Files.write(kept, good);
    assertThat(repeat(published).get("same").asBoolean()).isTrue();
  }

  @Test
  @Order(8)
  void onlyTheAdministratorPublishesAndRepeats() {
    assertThat(
            given()
                .contentType("application/json")
                .body("{\"kind\":\"walk\",\"title\":\"x\",\"question\":{\"type\":\"clinic\"}}")
                .post(RUNS)
                .statusCode())
        .isEqualTo(401);
    String path = RUNS + "/" + published.get("id").asText() + "/repeat";
    Api.problem(path, given().post(path), 401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                      | kind
          {"kind":"weather","title":"x"}          | kind weather walk
          {"kind":"walk"}                         | title
          {"kind":"walk","title":"  "}            | title
          {"kind":"walk","title":"x"}             | type
          []                                      | body object
          {"kind":"walk","title":"x","question":{"type":["clinic"]}} | question.type text
          {"kind":"walk","title":"x"              | body JSON
          """)
  @Order(9)
  void refused(String body, String words) {
    Response answer = Api.admin().contentType("application/json").body(body).post(RUNS);
    assertThat(Api.problem(body, answer, 400).get("detail").asText())
        .contains(words.split(" "))
        .doesNotContain("org.caremap", "java.", "jackson");
  }

  @Test
  @Order(10)
  void unknownRuns() {
    Api.problem(RUNS + "/0123456789abcdef", 404);
    String path = RUNS + "/0123456789abcdef/repeat";
    Api.problem(path, Api.admin().post(path), 404);
  }
}
