package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caremap.api.Ground.Place;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** Takamatsu, which has no streets here, and then the streets of four other cities. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class WorldSuite {
  private static final double DETOUR = 1.3;

  private static List<Map<String, String>> districts() {
    return CsvLines.read(SharedData.file("takamatsu/takamatsu-population-2026-02.csv"));
  }

  private static Place district(Map<String, String> row) {
    String[] latLon = row.get("location").split(",");
    return new Place(Double.parseDouble(latLon[1]), Double.parseDouble(latLon[0]));
  }

  private static double age65(Map<String, String> row) {
    return IntStream.rangeClosed(14, 18)
        .boxed()
        .flatMap(band -> Stream.of("man" + band, "woman" + band))
        .mapToDouble(column -> Double.parseDouble(row.get(column)))
        .sum();
  }

  private static List<Place> homes() {
    return CsvLines.read(SharedData.file("takamatsu/elderly_welfare_facility.csv")).stream()
        .map(
            row ->
                new Place(
                    Double.parseDouble(row.get("longitude")),
                    Double.parseDouble(row.get("latitude"))))
        .toList();
  }

  @Test
  @Order(1)
  void takamatsuLoadsUnchanged() {
    JsonNode demand =
        Upload.of("demand", SharedData.file("takamatsu/takamatsu-population-2026-02.csv"))
            .mapping("takamatsu-demand.yaml")
            .imported();
    assertThat(demand.get("created").asInt()).isEqualTo(districts().size());
    JsonNode facilities =
        Upload.of("facilities", SharedData.file("takamatsu/elderly_welfare_facility.csv"))
            .mapping("takamatsu-facilities.yaml")
            .imported();
    assertThat(facilities.get("created").asInt()).isEqualTo(homes().size());
    JsonNode hospitals =
        Upload.of("facilities", SharedData.file("takamatsu/hospital.csv"))
            .mapping("takamatsu-hospitals.yaml")
            .imported();
    assertThat(hospitals.get("created").asInt()).isGreaterThan(100);
    assertThat(Api.get("/api/v1/status").get("method").asText()).isEqualTo("straight-line");
  }

  @Test
  @Order(2)
  void takamatsuCoverageIsFlaggedAsStraightLine() {
    JsonNode answer =
        Api.get("/api/v1/coverage?type=care_home&group=age65&minutes=15&speedKmh=3.2");
    assertThat(answer.get("method").asText()).isEqualTo("straight-line");
    double demand = 0;
    double covered = 0;
    for (Map<String, String> row : districts()) {
      double meters =
          homes().stream().mapToDouble(h -> h.metersTo(district(row))).min().orElseThrow();
      demand += age65(row);
      covered += meters * DETOUR <= 800 ? age65(row) : 0;
    }
    assertThat(covered).isPositive();
    assertThat(answer.at("/total/demand").asDouble()).isCloseTo(demand, within(1e-6));
    assertThat(answer.at("/total/covered").asDouble()).isCloseTo(covered, within(1e-6));
    assertThat(answer.at("/total/unreachable").asDouble()).isZero();
    JsonNode gaps = Api.get("/api/v1/gaps?type=care_home&group=age65&minutes=15&speedKmh=3.2");
    double sum = 0;
    for (JsonNode gap : gaps.get("features")) {
      sum += gap.at("/properties/demand").asDouble();
      assertThat(gap.at("/properties/nearestSeconds").asLong()).isGreaterThan(900);
    }
    assertThat(sum).isCloseTo(demand - covered, within(1e-3));
  }

  @Test
  @Order(3)
  void takamatsuNearestIsFlaggedAsStraightLine() {
    Place here = district(districts().get(0));
    JsonNode answer =
        Api.get("/api/v1/nearest?type=care_home&lon=" + here.lon() + "&lat=" + here.lat());
    assertThat(answer.get("method").asText()).isEqualTo("straight-line");
    List<Double> expected =
        homes().stream().map(h -> h.metersTo(here) * DETOUR).sorted().limit(5).toList();
    assertThat(answer.get("results").size()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      JsonNode result = answer.get("results").get(i);
      assertThat(result.get("meters").asDouble()).isCloseTo(expected.get(i), within(0.1));
      assertThat(result.get("seconds").asLong()).isEqualTo(Math.round(expected.get(i) / 0.8));
      assertThat(result.at("/line/coordinates").size()).isEqualTo(2);
    }
  }

  @Test
  @Order(4)
  void takamatsuServiceAreaIsACircle() {
    Place home = homes().get(0);
    JsonNode area =
        Api.get("/api/v1/facilities/takamatsu-home-1/service-area?minutes=15&speedKmh=3.2");
    assertThat(area.at("/properties/method").asText()).isEqualTo("straight-line");
    double radius = 800 / DETOUR;
    Geometry shape = Ground.polygon(area.get("geometry"));
    double metersPerDegree = Math.toRadians(1) * Ground.RADIUS;
    double squareMeters =
        shape.getArea() * metersPerDegree * metersPerDegree * Math.cos(Math.toRadians(home.lat()));
    assertThat(squareMeters)
        .isBetween(0.98 * Math.PI * radius * radius, 1.001 * Math.PI * radius * radius);
    double reached = 0;
    for (Map<String, String> row : districts()) {
      boolean arrives = home.metersTo(district(row)) <= radius;
      reached += arrives ? age65(row) : 0;
      if (!arrives) {
        assertThat(Ground.contains(shape, district(row))).isFalse();
      }
    }
    assertThat(area.at("/properties/reached/age65").asDouble()).isCloseTo(reached, within(1e-6));
  }

  @ParameterizedTest
  @Order(5)
  @CsvSource({
    "streets/planetiler-monaco.osm.pbf, 7.42, 43.735",
    "streets/cn-nantong-DispatchFlow.osm, 0, 0",
    "streets/shanghai_center-scm_deeponet.osm, 0, 0",
    "porto-alegre/streets.osm.pbf, -51.2, -30.05"
  })
  void streetsLoad(String file, double lon, double lat) {
    JsonNode report = Upload.of("streets", SharedData.file(file)).imported();
    assertThat(report.get("read").asInt()).isPositive();
    JsonNode status = Api.get("/api/v1/status");
    assertThat(status.at("/streets/loaded").asBoolean()).isTrue();
    assertThat(status.at("/streets/name").asText())
        .isEqualTo(file.substring(file.indexOf('/') + 1));
    assertThat(status.at("/streets/nodes").asInt()).isGreaterThan(30);
    assertThat(status.get("method").asText()).isEqualTo("network");
    JsonNode box = status.get("bounds");
    if (lon != 0) {
      assertThat(lon).isBetween(box.get(0).asDouble(), box.get(2).asDouble());
      assertThat(lat).isBetween(box.get(1).asDouble(), box.get(3).asDouble());
    }
    double middleLon = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
    double middleLat = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
    JsonNode answer =
        Api.get("/api/v1/nearest?type=care_home&lon=" + middleLon + "&lat=" + middleLat);
    assertThat(answer.get("method").asText()).isEqualTo("network");
    assertThat(answer.get("results")).as("Takamatsu is not on these streets").isEmpty();
  }

  @Test
  @Order(6)
  void portoAlegreDemandLoads() {
    List<Map<String, String>> cells = CsvLines.read(SharedData.file("porto-alegre/hexgrid.csv"));
    JsonNode report =
        Upload.of("demand", SharedData.file("porto-alegre/hexgrid.csv"))
            .mapping("porto-alegre-demand.yaml")
            .with("mode", "replace")
            .imported();
    assertThat(report.get("created").asInt()).isEqualTo(cells.size());
    assertThat(Api.loaded().at("/counts/demandPoints").asInt()).isEqualTo(cells.size());
    JsonNode total = Api.get("/api/v1/coverage?type=hospital&group=residents").get("total");
    double people = cells.stream().mapToDouble(c -> Double.parseDouble(c.get("population"))).sum();
    assertThat(total.get("demand").asDouble()).isCloseTo(people, within(1e-3));
    assertThat(total.get("covered").asDouble()).isZero();
  }
}
