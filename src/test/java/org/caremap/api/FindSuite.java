package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Find care in the hand-drawn town: needs, hours, delivery and the way in words. */
abstract class FindSuite extends OnceLoaded {
  /** Node 1 of the town, in 南社区. */
  private static final String SOUTH_WEST = "lon=121.000&lat=31.900";

  /** Node 6, at the upper end of the stairs, in 北社区. */
  private static final String EAST = "lon=121.004&lat=31.902";

  private static final String FACILITIES =
      """
      id,name,type,lon,lat,status,openingHours,services,deliveryAreas,freePlaces,freePlacesOn,audience,website,nameEn
      M1,南餐点,meal_point,121.002,31.900,operating,24/7,meals,320614100001,,,老人,https://example.org/m1,South meals
      M2,北餐点,meal_point,121.002,31.904,operating,off,meals,,,,,,
      M3,规划餐点,meal_point,121.000,31.900,planned,24/7,meals,,,,,,
      C1,综合中心,care_centre,121.002,31.902,operating,,meals;bathing,320614100,3,2026-11-01,,,
      C2,无餐中心,care_centre,121.000,31.900,operating,,bathing,,,,,,
      K1,中央厨房,central_kitchen,121.004,31.904,operating,24/7,meals,320614,,,,,
      H1,养老院,care_home,121.000,31.901,operating,24/7,meals,,0,2026-11-02,,,
      """;

  @Override
  void load() {
    Upload.of("streets", "town.osm", Town.OSM).imported();
    Upload.of("areas", "areas.csv", Town.AREAS).imported();
    Upload.of("areas", "north.geojson", Town.NORTH).imported();
    Upload.of("facilities", "facilities.csv", FACILITIES).imported();
    Upload.of("demand", "demand.csv", Town.DEMAND).imported();
  }

  private static JsonNode find(String query) {
    return Api.get("/api/v1/find?" + query);
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(result -> names.add(result.at("/facility/name").asText()));
    return names;
  }

  @Test
  void aNeedFindsKindsAndServicesNearestFirst() {
    JsonNode answer = find(SOUTH_WEST + "&need=eat&trip=to&flat=true");
    // The southern one at 189 m; the centre by way of 2 at 411 m; the northern one at 633 m.
    // Planned ones,
    // kitchens and homes do not serve people who come to eat.
    assertThat(names(answer.get("results"))).containsExactly("南餐点", "综合中心", "北餐点");
    assertThat(answer.get("need").asText()).isEqualTo("eat");
    assertThat(answer.at("/origin/area/name").asText()).isEqualTo("南社区");
    assertThat(names(find(SOUTH_WEST + "&need=bath").get("results")))
        .containsExactly("无餐中心", "综合中心");
    assertThat(find(SOUTH_WEST + "&need=shop").get("results")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"elder", "stick", "step-free", "adult"})
  void minutesAreThoseOfNearest(String profile) {
    for (String place : List.of(SOUTH_WEST, EAST)) {
      JsonNode found = find(place + "&type=meal_point&type=care_centre&profile=" + profile);
      JsonNode nearest =
          Api.get(
              "/api/v1/nearest?" + place + "&type=meal_point&type=care_centre&profile=" + profile);
      assertThat(found.get("results")).hasSameSizeAs(nearest.get("results")).isNotEmpty();
      for (int i = 0; i < nearest.get("results").size(); i++) {
        JsonNode here = found.get("results").get(i);
        JsonNode there = nearest.get("results").get(i);
        for (String field : List.of("seconds", "secondsThere", "secondsBack", "meters", "line")) {
          assertThat(here.get(field)).as(field).isEqualTo(there.get(field));
        }
        assertThat(here.at("/facility/id")).isEqualTo(there.at("/facility/id"));
      }
      assertThat(found.at("/origin/snapMeters")).isEqualTo(nearest.at("/origin/snapMeters"));
    }
  }

  @Test
  void withinCountsATimeEqualToTheMinutes() {
    double exactKmh = Town.ROW_900 * 6 / 1000;
    String question = SOUTH_WEST + "&need=eat&minutes=10&flat=true&trip=to&speedKmh=";
    JsonNode exact = find(question + (exactKmh + 1e-9));
    assertThat(exact.get("within").asInt()).isEqualTo(1);
    assertThat(exact.at("/results/0/within").asBoolean()).isTrue();
    assertThat(exact.at("/results/1/within").asBoolean()).isFalse();
    JsonNode slower = find(question + exactKmh * 0.9999);
    assertThat(slower.get("within").asInt()).isZero();
    assertThat(names(slower.get("results"))).as("the nearest is named anyway").hasSize(3);
  }

  @Test
  void hoursAreOpenClosedOrUnknown() {
    JsonNode results = find(SOUTH_WEST + "&need=eat&trip=to&flat=true").get("results");
    assertThat(results.at("/0/hours/state").asText()).isEqualTo("open");
    assertThat(results.at("/0/hours/text").asText()).isEqualTo("24/7");
    assertThat(results.at("/1/hours/state").asText()).as("nothing published").isEqualTo("unknown");
    assertThat(results.at("/2/hours/state").asText()).isEqualTo("closed");
    assertThat(results.at("/0/hours/days").size()).isEqualTo(8);
  }

  @Test
  void factsOfAFacilityAreAllThere() {
    JsonNode meals = find(SOUTH_WEST + "&need=eat&limit=1").at("/results/0/facility");
    JsonNode own = Api.get("/api/v1/facilities/M1");
    own.get("properties")
        .fields()
        .forEachRemaining(
            field -> assertThat(meals.get(field.getKey())).isEqualTo(field.getValue()));
    assertThat(meals.get("lon").asDouble()).isEqualTo(121.002);
    assertThat(meals.get("website").asText()).isEqualTo("https://example.org/m1");
    assertThat(meals.get("nameEn").asText()).isEqualTo("South meals");
    JsonNode home = find(SOUTH_WEST + "&need=live").at("/results/0/facility");
    assertThat(home.get("freePlaces").asInt()).as("none is free, and that is known").isZero();
    assertThat(home.get("freePlacesOn").asText()).isEqualTo("2026-11-02");
    assertThat(meals.get("freePlaces").isNull()).as("unknown is not zero").isTrue();
  }

  @Test
  void deliveryGoesByTheAreaOfThePlace() {
    JsonNode south = find(SOUTH_WEST + "&need=eat&trip=to&flat=true");
    assertThat(south.at("/results/0/delivers").asBoolean()).as("its community").isTrue();
    assertThat(south.at("/results/1/delivers").asBoolean()).as("its town").isTrue();
    assertThat(south.at("/results/2/delivers").isNull()).as("not published").isTrue();
    // Nearest first: at 189 m, 293 m and 583 m as the crow flies.
    assertThat(names(south.get("delivery"))).containsExactly("南餐点", "综合中心", "中央厨房");

    JsonNode north = find(EAST + "&need=eat");
    assertThat(north.at("/origin/area/name").asText()).isEqualTo("北社区");
    assertThat(names(north.get("delivery"))).containsExactly("综合中心", "中央厨房");
    for (JsonNode result : north.get("results")) {
      if (result.at("/facility/externalId").asText().equals("M1")) {
        assertThat(result.get("delivers").isBoolean()).isTrue();
        assertThat(result.get("delivers").asBoolean()).as("another community").isFalse();
      }
    }
    assertThat(find(EAST + "&need=bath").get("delivery")).isEmpty();
  }

  @Test
  void stairsAreNamedAndAvoidedByWheels() {
    JsonNode adult = find(EAST + "&need=eat&limit=1&profile=adult&trip=to").at("/results/0");
    assertThat(adult.at("/facility/name").asText()).isEqualTo("综合中心");
    assertThat(adult.at("/way/stepsMeters").asDouble()).isGreaterThan(180);
    assertThat(adult.at("/way/parts/0/kind").asText()).isEqualTo("steps");
    JsonNode wheels = find(EAST + "&need=eat&profile=step-free&trip=to");
    for (JsonNode result : wheels.get("results")) {
      assertThat(result.at("/way/stepsMeters").asDouble()).isZero();
    }
    JsonNode named = find(SOUTH_WEST + "&need=eat&limit=1").at("/results/0/way");
    assertThat(named.at("/parts/0/name").asText()).isEqualTo("南街");
    assertThat(named.get("unknownHeights").asBoolean()).isTrue();
    assertThat(named.get("ascentMeters").isNull()).isTrue();
  }

  @Test
  void whatCannotBeReachedIsNotFound() {
    JsonNode island = find("lon=121.000&lat=31.892&need=live");
    assertThat(island.get("results")).isEmpty();
    assertThat(island.at("/origin/island").asBoolean()).isTrue();
    JsonNode far = find("lon=121.060&lat=31.900&need=live");
    assertThat(far.get("results")).isEmpty();
    assertThat(far.at("/origin/tooFarFromStreets").asBoolean()).isTrue();
  }

  @Test
  void nothingOfAQuestionIsKept() {
    assertThat(RestAssured.get("/api/v1/find?" + SOUTH_WEST + "&need=eat").header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lon=121&lat=31.9                       | type",
        "lon=121&lat=31.9&need=party            | need",
        "lon=121&lat=31.9&need=eat&type=clinic  | need or type",
        "lon=999&lat=31.9&need=eat              | lon",
        "lon=121&need=eat                       | lat",
        "lon=121&lat=31.9&need=eat&limit=51     | 1 to 50",
        "lon=121&lat=31.9&need=eat&minutes=0    | 0.1 to 240",
        "lon=121&lat=31.9&need=eat&colour=red   | colour"
      })
  void badQuestionsAreRefused(String query, String named) {
    assertThat(Api.problem("/api/v1/find?" + query, 400).get("detail").asText()).contains(named);
  }

  @Test
  void theWelcomeSaysWhatCanBeAsked() {
    JsonNode welcome = Api.get("/api/v1/welcome");
    assertThat(welcome.get("sample").asBoolean()).isFalse();
    assertThat(welcome.get("method").asText()).isEqualTo("network");
    assertThat(welcome.get("hotline").isNull()).as("none is configured").isTrue();
    assertThat(welcome.get("emergency").findValuesAsText("phone")).contains("120");
    assertThat(welcome.get("timeZone").asText()).isEqualTo("Asia/Shanghai");
    for (JsonNode need : welcome.get("needs")) {
      int found =
          find(SOUTH_WEST + "&need=" + need.get("code").asText() + "&limit=50")
              .get("results")
              .size();
      assertThat(need.get("facilities").asInt()).as(need.get("code").asText()).isEqualTo(found);
    }
    assertThat(welcome.get("needs").findValuesAsText("code"))
        .contains("eat", "day", "nursing", "bath", "doctor", "activity", "help");
  }
}
