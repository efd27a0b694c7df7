package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Coverage and gaps in the hand-drawn town. */
abstract class TownSuite extends TownRefusals {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final String STATION = "type=home_care_station&minutes=10";

  /** D3 (30) is at the cut-off, D1 (10.5) beyond it; the island (7) and D6 (5) reach nothing. */
  private static final String D3_EXACTLY = STATION + "&speedKmh=" + kmhForTenMinutes(Town.D3_TO_F2);

  private static void assertNumbers(
      JsonNode n, double demand, double covered, double unreachable, int unknownPoints) {
    assertThat(n.get("demand").asDouble()).as("demand").isCloseTo(demand, EXACT);
    assertThat(n.get("covered").asDouble()).as("covered").isCloseTo(covered, EXACT);
    assertThat(n.get("uncovered").asDouble()).as("uncovered").isCloseTo(demand - covered, EXACT);
    assertThat(n.get("unreachable").asDouble()).as("unreachable").isCloseTo(unreachable, EXACT);
    assertThat(n.get("unknownPoints").asInt()).as("unknown points").isEqualTo(unknownPoints);
    if (demand > 0) {
      assertThat(n.get("coveredShare").asDouble()).isCloseTo(covered / demand, within(1e-5));
    }
  }

  private static JsonNode area(JsonNode answer, String code) {
    for (JsonNode area : answer.get("areas")) {
      if (area.get("code").asText().equals(code)) {
        return area;
      }
    }
    throw new AssertionError(code + " is not in " + answer.get("areas"));
  }

  @Test
  void coverageCountsATimeEqualToTheCutOff() {
    JsonNode answer = Api.walk("/api/v1/coverage?" + D3_EXACTLY);
    assertThat(answer.get("method").asText()).isEqualTo("network");
    assertThat(answer.get("group").asText()).isEqualTo("age60");
    assertThat(answer.get("minutes").asDouble()).isEqualTo(10);
    assertThat(answer.get("types")).isEqualTo(Api.parse("[\"home_care_station\"]"));
    assertNumbers(answer.get("total"), 87.75, 65.25, 12, 2);
    double slower = kmhForTenMinutes(Town.D3_TO_F2) * 0.999999;
    assertNumbers(
        Api.walk("/api/v1/coverage?" + STATION + "&speedKmh=" + slower).get("total"),
        87.75,
        35.25,
        12,
        2);
  }

  @Test
  void coverageByArea() {
    JsonNode answer = Api.walk("/api/v1/coverage?" + D3_EXACTLY);
    JsonNode south = area(answer, "320614100001");
    assertThat(south.get("name").asText()).isEqualTo("南社区");
    assertNumbers(south, 33.5, 23, 0, 0);
    // D7 names no area and is counted where it lies.
    assertNumbers(area(answer, "320614100002"), 42.25, 42.25, 0, 1);
    assertNumbers(area(answer, "320614100003"), 12, 0, 12, 1);
    assertThat(answer.get("areas").size()).isEqualTo(3);
  }

  @Test
  void coverageOfOneAreaAndByLevel() {
    String question = "/api/v1/coverage?" + D3_EXACTLY;
    assertNumbers(Api.walk(question + "&area=320614100001").get("total"), 33.5, 23, 0, 0);
    assertNumbers(Api.walk(question + "&area=320614").get("total"), 87.75, 65.25, 12, 2);
    JsonNode towns = Api.walk(question + "&level=town");
    assertThat(towns.get("areas").size()).isEqualTo(1);
    assertNumbers(area(towns, "320614100"), 87.75, 65.25, 12, 2);
  }

  @Test
  void anotherGroupHasItsOwnUnknowns() {
    JsonNode total = Api.walk("/api/v1/coverage?" + D3_EXACTLY + "&group=age65").get("total");
    // D5 is unknown; D4 walks 245 m.
    assertNumbers(total, 96, 15 + 22 + 30 + 9 + 2, 4 + 6, 1);
    JsonNode unknown = Api.walk("/api/v1/coverage?" + D3_EXACTLY + "&group=dementia").get("total");
    assertNumbers(unknown, 0, 0, 0, 9);
    assertThat(unknown.get("coveredShare").isNull()).isTrue();
  }

  @Test
  void defaultsAreSixtyFifteenMinutesAndAnElder() {
    JsonNode answer = Api.walk("/api/v1/coverage?type=home_care_station");
    assertThat(answer.get("minutes").asDouble()).isEqualTo(15);
    assertThat(answer.get("speedKmh").asDouble()).isCloseTo(2.88, within(1e-9));
    // 720 m: all but the island and D6.
    assertNumbers(answer.get("total"), 87.75, 75.75, 12, 2);
  }

  @Test
  void repeatedTypesServeTogether() {
    JsonNode answer = Api.walk("/api/v1/coverage?type=home_care_station&type=meal_point");
    assertThat(answer.get("types").size()).isEqualTo(2);
    assertNumbers(answer.get("total"), 87.75, 82.75, 5, 2);
  }

  @Test
  void aTypeThatServesNobodyCoversNobody() {
    assertNumbers(Api.walk("/api/v1/coverage?type=hospital").get("total"), 87.75, 0, 87.75, 2);
    // The only clinic is too far from every street.
    assertNumbers(Api.walk("/api/v1/coverage?type=clinic").get("total"), 87.75, 0, 87.75, 2);
  }

  @Test
  void peopleWalkToTheFacilityAndNotFromIt() {
    // 10 minutes at 3.2 km/h are 533 m: D9 walks 634 m to F7, back it would be 189 m.
    String question = "/api/v1/coverage?type=care_centre&minutes=10&speedKmh=3.2&group=residents";
    assertNumbers(Api.walk(question).get("total"), 1355, 825, 200, 0);
    assertNumbers(Api.walk(question + "&profile=step-free").get("total"), 1355, 425, 200, 0);
  }

  private static double straightCovered(double detour, double budgetMeters) {
    double covered = 0;
    for (Map.Entry<String, Double> people : Town.AGE60.entrySet()) {
      double straight =
          Town.STATIONS.stream()
              .mapToDouble(s -> Town.DEMAND_PLACES.get(people.getKey()).metersTo(s))
              .min()
              .orElseThrow();
      covered += straight * detour <= budgetMeters ? people.getValue() : 0;
    }
    return covered;
  }

  @Test
  void straightLinesCrossTheRiver() {
    for (double kmh : new double[] {1, 1.2, 1.5, 2, 3.2, 5, 10}) {
      for (Map.Entry<String, Double> detour : Map.of("", 1.3, "&detour=1", 1.0).entrySet()) {
        JsonNode answer =
            Api.walk(
                "/api/v1/coverage?type=home_care_station&straightLine=true&speedKmh="
                    + kmh
                    + detour.getKey());
        assertThat(answer.get("method").asText()).isEqualTo("straight-line");
        assertNumbers(
            answer.get("total"), 87.75, straightCovered(detour.getValue(), kmh * 250), 0, 2);
      }
    }
    // The island is 1,229 m away with the detour; by the streets it is not connected at all.
    assertThat(straightCovered(1.3, 1250)).isEqualTo(82.75);
    assertThat(straightCovered(1, 300)).isGreaterThan(straightCovered(1.3, 300));
  }

  @Test
  void gapsAreTheUncoveredLargestFirst() {
    JsonNode gaps = Api.walk("/api/v1/gaps?" + D3_EXACTLY);
    assertThat(gaps.get("type").asText()).isEqualTo("FeatureCollection");
    double uncovered = Api.walk("/api/v1/coverage?" + D3_EXACTLY).at("/total/uncovered").asDouble();
    double sum = 0;
    Map<String, JsonNode> gapOf = new HashMap<>();
    for (int i = 0; i < gaps.get("features").size(); i++) {
      JsonNode gap = gaps.get("features").get(i);
      JsonNode properties = gap.get("properties");
      assertThat(properties.get("rank").asInt()).isEqualTo(i + 1);
      assertThat(properties.get("name").asText()).isNotBlank();
      sum += properties.get("demand").asDouble();
      Geometry shape = Ground.polygon(gap.get("geometry"));
      Town.DEMAND_PLACES.forEach(
          (id, place) -> {
            if (Ground.metersOutside(shape, place) < 0.01) {
              gapOf.put(id, properties);
            }
          });
    }
    assertThat(sum).isCloseTo(uncovered, EXACT).isCloseTo(22.5, EXACT);
    assertThat(gaps.get("features").size()).isEqualTo(3);
    double speed = kmhForTenMinutes(Town.D3_TO_F2) / 3.6;
    assertThat(gapOf.get("D1").get("rank").asInt()).isEqualTo(1);
    assertThat(gapOf.get("D1").get("demand").asDouble()).isCloseTo(10.5, EXACT);
    assertThat(gapOf.get("D1").get("nearestSeconds").asLong())
        .isEqualTo(Math.round(Town.D1_TO_F1 / speed));
    assertThat(gapOf.get("D1").get("name").asText()).contains("南社区");
    assertThat(gapOf.get("D5").get("rank").asInt()).isEqualTo(2);
    assertThat(gapOf.get("D5").get("demand").asDouble()).isCloseTo(7, EXACT);
    assertThat(gapOf.get("D5").get("nearestSeconds").isNull()).as("island").isTrue();
    assertThat(gapOf.get("D5").get("name").asText()).contains("岛村");
    assertThat(gapOf.get("D6").get("demand").asDouble()).isCloseTo(5, EXACT);
    assertThat(gapOf.get("D6").get("nearestSeconds").isNull()).as("far away").isTrue();
  }

  @Test
  void noGapsWhereEverybodyIsCovered() {
    JsonNode gaps =
        Api.walk("/api/v1/gaps?type=home_care_station&straightLine=true&speedKmh=20&minutes=60");
    assertThat(gaps.get("features")).isEmpty();
  }
}
