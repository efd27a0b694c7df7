package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The sample county's answers, the same on both databases. The golden files are written anew where
 * the system property {@code golden.write} is {@code true}; look at the difference before you
 * commit it.
 */
abstract class SampleSuite {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final double TOLERANCE = 1e-6;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          coverage          | coverage?type=home_care_station&type=care_centre&minutes=15&level=town
          coverage-straight | coverage?type=meal_point&minutes=10&group=age80&straightLine=true&level=town
          gaps              | gaps?type=care_home&minutes=30&area=320684012
          nearest           | nearest?type=home_care_station&lon=121.16&lat=31.90&limit=3
          service-area      | service-area?lon=121.16&lat=31.90&minutes=5&minutes=10
          """)
  void goldenAnswers(String name, String question) throws IOException {
    JsonNode answer = withoutInternalIds(Api.get("/api/v1/" + question));
    Path file = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, Api.pretty(answer) + "\n");
    }
    List<String> differences = new ArrayList<>();
    compare("", Api.parse(Files.readString(file)), answer, differences);
    assertThat(differences).as(question).isEmpty();
  }

  /** Internal ids are made at random when the sample is loaded. */
  private static JsonNode withoutInternalIds(JsonNode tree) {
    for (JsonNode object : tree.findParents("externalId")) {
      ((ObjectNode) object).remove("id");
    }
    return tree;
  }

  private static void compare(String path, JsonNode expected, JsonNode actual, List<String> out) {
    if (out.size() > 20) {
      return;
    }
    if (expected.isNumber() && actual.isNumber()) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(expected.asDouble()));
      if (!(Math.abs(expected.asDouble() - actual.asDouble()) <= allowed)) {
        out.add(path + ": expected " + expected + " but was " + actual);
      }
    } else if (expected.isObject() && actual.isObject()) {
      Set<String> names = new TreeSet<>();
      for (JsonNode node : List.of(expected, actual)) {
        for (Iterator<String> i = node.fieldNames(); i.hasNext(); ) {
          names.add(i.next());
        }
      }
      for (String name : names) {
        compare(path + "/" + name, expected.path(name), actual.path(name), out);
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), actual.get(i), out);
      }
    } else if (!expected.equals(actual)) {
      out.add(path + ": expected " + brief(expected) + " but was " + brief(actual));
    }
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  @Test
  void theSampleSaysSo() {
    JsonNode status = Api.get("/api/v1/status");
    assertThat(status.get("sample").asBoolean()).isTrue();
    assertThat(status.at("/streets/loaded").asBoolean()).isTrue();
    assertThat(status.at("/streets/name").asText()).contains("示例数据");
    for (JsonNode facility : Api.get("/api/v1/facilities?limit=10000").get("features")) {
      assertThat(facility.at("/properties/sample").asBoolean()).isTrue();
    }
    for (JsonNode area : Api.get("/api/v1/areas").get("features")) {
      assertThat(area.at("/properties/sample").asBoolean()).isTrue();
    }
  }

  @Test
  void thirteenAreasCarryTheCounty() {
    int carrying = 0;
    for (JsonNode area : Api.get("/api/v1/areas?level=town&level=street").get("features")) {
      assertThat(area.at("/properties/name").asText()).isNotBlank();
      assertThat(area.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
      carrying++;
    }
    assertThat(carrying).isEqualTo(13);
    JsonNode coverage = Api.get("/api/v1/coverage?type=home_care_station&level=town");
    double sum = 0;
    for (JsonNode area : coverage.get("areas")) {
      sum += area.get("demand").asDouble();
    }
    assertThat(sum)
        .isCloseTo(
            coverage.at("/total/demand").asDouble(), org.assertj.core.api.Assertions.within(1e-3));
  }

  @Test
  void gapsAddUpToTheUncovered() {
    double sum = 0;
    for (JsonNode gap : Api.get("/api/v1/gaps?type=care_home&minutes=30").get("features")) {
      sum += gap.at("/properties/demand").asDouble();
    }
    assertThat(sum)
        .isCloseTo(
            Api.get("/api/v1/coverage?type=care_home&minutes=30").at("/total/uncovered").asDouble(),
            org.assertj.core.api.Assertions.within(1e-3));
  }

  @Test
  void tilesDrawTheStreetsWithoutTheInternet() throws IOException {
    JsonNode box = Api.get("/api/v1/status").get("bounds");
    double lon = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
    double lat = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
    Set<String> layers = new TreeSet<>();
    for (int zoom : new int[] {9, 12, 14}) {
      // Slippy map tile numbers, OSM wiki "Slippy map tilenames".
      int x = (int) Math.floor((lon + 180) / 360 * (1 << zoom));
      double y = Math.log(Math.tan(Math.toRadians(lat)) + 1 / Math.cos(Math.toRadians(lat)));
      int row = (int) Math.floor((1 - y / Math.PI) / 2 * (1 << zoom));
      Response answer = given().get("/tiles/%d/%d/%d.mvt".formatted(zoom, x, row));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.contentType()).startsWith("application/vnd.mapbox-vector-tile");
      JtsMvt tile =
          MvtReader.loadMvt(
              new ByteArrayInputStream(answer.asByteArray()),
              new GeometryFactory(),
              new TagKeyValueMapConverter());
      for (JtsLayer layer : tile.getLayers()) {
        assertThat(layer.getGeometries()).as(layer.getName()).isNotEmpty();
        layers.add(layer.getName());
      }
    }
    assertThat(layers).contains("streets", "areas");
    // On the other side of the world there is nothing to draw.
    assertThat(given().get("/tiles/14/0/0.mvt").statusCode()).isEqualTo(204);
  }
}
