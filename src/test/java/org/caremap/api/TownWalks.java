package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.caremap.api.Ground.Place;
import org.junit.jupiter.api.Test;

/** {@code /api/v1/nearest} in the hand-drawn town. */
abstract class TownWalks extends OnceLoaded {
  private static final double ELDER_METERS_PER_SECOND = 0.8;
  private static final String STATION = "&type=home_care_station";

  @Override
  void load() {
    Town.load();
  }

  private static JsonNode nearest(double lon, double lat, String rest) {
    return Api.walk("/api/v1/nearest?lon=" + lon + "&lat=" + lat + rest);
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("results").forEach(r -> ids.add(r.at("/facility/externalId").asText()));
    return ids;
  }

  private static double meters(JsonNode answer, int result) {
    return answer.at("/results/" + result + "/meters").asDouble();
  }

  /** A speed at which so many metres take exactly ten minutes. */
  static double kmhForTenMinutes(double meters) {
    return meters * 6 / 1000;
  }

  @Test
  void nearestFirstWithSecondsMetersAndTheWay() {
    JsonNode answer = nearest(121.0, 31.9, STATION);
    assertThat(answer.get("method").asText()).isEqualTo("network");
    assertThat(answer.get("speedKmh").asDouble()).isCloseTo(2.88, within(1e-9));
    assertThat(answer.at("/origin/lon").asDouble()).isEqualTo(121.0);
    assertThat(answer.at("/origin/lat").asDouble()).isEqualTo(31.9);
    assertThat(answer.at("/origin/snapMeters").asDouble()).isZero();
    assertThat(ids(answer)).containsExactly("F1", "F2");
    double[] expected = {Town.D1_TO_F1, Town.D1_TO_F2};
    List<Place> ends = List.of(Town.F1, Town.F2);
    for (int i = 0; i < expected.length; i++) {
      JsonNode result = answer.get("results").get(i);
      assertThat(result.get("meters").asDouble()).isCloseTo(expected[i], within(0.1));
      assertThat(result.get("seconds").isIntegralNumber()).isTrue();
      assertThat(result.get("seconds").asLong())
          .isEqualTo(Math.round(expected[i] / ELDER_METERS_PER_SECOND));
      JsonNode line = result.get("line");
      assertThat(line.get("type").asText()).isEqualTo("LineString");
      JsonNode points = line.get("coordinates");
      assertThat(Ground.place(points.get(0)).metersTo(new Place(121.0, 31.9))).isLessThan(0.1);
      assertThat(Ground.place(points.get(points.size() - 1)).metersTo(ends.get(i))).isLessThan(0.1);
      assertThat(Ground.lineMeters(line)).isCloseTo(expected[i], within(0.5));
    }
    JsonNode facility = answer.at("/results/0/facility");
    assertThat(facility.get("id").asText()).isNotBlank();
    assertThat(facility.get("name").asText()).isEqualTo("东南站");
    assertThat(facility.get("type").asText()).isEqualTo("home_care_station");
    assertThat(facility.get("lon").asDouble()).isEqualTo(121.004);
    assertThat(facility.get("lat").asDouble()).isEqualTo(31.8998);
  }

  @Test
  void limitCutsTheList() {
    assertThat(ids(nearest(121.0, 31.9, STATION + "&limit=1"))).containsExactly("F1");
  }

  @Test
  void speedChangesSecondsButNotMeters() {
    JsonNode answer = nearest(121.0, 31.9, STATION + "&speedKmh=3.6");
    assertThat(answer.get("speedKmh").asDouble()).isCloseTo(3.6, within(1e-9));
    assertThat(answer.at("/results/0/seconds").asLong()).isEqualTo(Math.round(Town.D1_TO_F1));
    assertThat(meters(answer, 0)).isCloseTo(Town.D1_TO_F1, within(0.1));
  }

  @Test
  void aWalkOfExactlyMaxMinutesIsListed() {
    double speed = kmhForTenMinutes(Town.D1_TO_F1);
    String limit = STATION + "&maxMinutes=10&speedKmh=";
    assertThat(ids(nearest(121.0, 31.9, limit + speed))).containsExactly("F1");
    assertThat(ids(nearest(121.0, 31.9, limit + speed * 0.999999))).isEmpty();
  }

  @Test
  void theLaneIsWalkedOneWayOnly() {
    JsonNode with = nearest(121.002, 31.9, STATION + "&limit=1");
    assertThat(meters(with, 0)).isCloseTo(Town.ROW_900 + Town.ACCESS, within(0.1));
    JsonNode against = nearest(121.004, 31.9, "&type=care_centre");
    assertThat(ids(against)).containsExactly("F7");
    assertThat(meters(against, 0)).isCloseTo(2 * Town.COLUMN + Town.ROW_902, within(0.1));
  }

  @Test
  void stepFreeGoesAroundTheSteps() {
    JsonNode answer = nearest(121.004, 31.9, "&type=care_centre&profile=step-free");
    assertThat(meters(answer, 0)).isCloseTo(4 * Town.COLUMN + Town.ROW_904, within(0.1));
  }

  @Test
  void stepFreeDoesNotStartOnTheSteps() {
    // A quarter of the way from 5 to 6.
    double lon = 121.0025;
    assertThat(nearest(lon, 31.902, "&type=care_centre").at("/origin/snapMeters").asDouble())
        .isZero();
    assertThat(
            nearest(lon, 31.902, "&type=care_centre&profile=step-free")
                .at("/origin/snapMeters")
                .asDouble())
        .isCloseTo(Town.ROW_902 / 4, within(0.1));
  }

  @Test
  void nobodyWalksThroughTheWall() {
    // Half-way between 4 and the wall: back to 4, by way of 1 to 2.
    JsonNode answer = nearest(121.0005, 31.902, "&type=care_centre");
    assertThat(meters(answer, 0))
        .isCloseTo(Town.ROW_902 / 4 + Town.COLUMN + Town.ROW_900, within(0.1));
  }

  @Test
  void theWayFromAnEdgeCountsThePartOfTheEdge() {
    // A third of the way from 1 to 4, 5 metres beside the street.
    double lat = 31.900 + 0.002 / 3;
    double lon = 120.99995;
    double off = Ground.meters(lon, lat, 121.0, lat);
    JsonNode answer = nearest(lon, lat, "&type=care_home");
    assertThat(answer.at("/origin/snapMeters").asDouble()).isCloseTo(off, within(0.1));
    assertThat(meters(answer, 0)).isCloseTo(off + Town.COLUMN / 6, within(0.1));
  }

  @Test
  void typesMayRepeat() {
    assertThat(ids(nearest(121.0, 31.9, STATION + "&type=care_home")))
        .containsExactly("F3", "F1", "F2");
  }

  @Test
  void plannedAndClosedFacilitiesServeNobody() {
    // F5, closed, is here; F4, planned, is at the next corner.
    assertThat(ids(nearest(121.0, 31.9, STATION + "&limit=100"))).containsExactly("F1", "F2");
    JsonNode all = Api.get("/api/v1/facilities?type=home_care_station");
    List<String> statuses = new ArrayList<>();
    all.get("features").forEach(f -> statuses.add(f.at("/properties/status").asText()));
    assertThat(statuses).containsExactlyInAnyOrder("operating", "operating", "planned", "closed");
  }

  @Test
  void theRiverHasNoBridge() {
    assertThat(ids(nearest(121.0, 31.892, STATION))).isEmpty();
    JsonNode meal = nearest(121.0, 31.892, "&type=meal_point");
    assertThat(ids(meal)).containsExactly("F6");
    assertThat(meters(meal, 0)).isCloseTo(Town.ROW_892, within(0.1));
  }

  @Test
  void aPlaceFarFromEveryStreetReachesNothing() {
    JsonNode answer = nearest(121.03, 31.9, STATION);
    assertThat(answer.get("results")).isEmpty();
    assertThat(answer.at("/origin/snapMeters").isNull()).isTrue();
    // And a facility far from every street is reached by nobody.
    assertThat(ids(nearest(121.0, 31.9, "&type=clinic"))).isEmpty();
  }

  @Test
  void thereAndBackTheSlowerCountsUnlessAskedOtherwise() {
    // From D1 to F1 down the lane; back, since the lane is one-way, over 6 and the steps to 5
    // (which
    // take an elder twice the time of a street), 2 and 1. F2 is as far there as back.
    double there = Town.D1_TO_F1;
    double back = Town.ACCESS + 2 * Town.COLUMN + 2 * Town.ROW_902 + Town.ROW_900;
    JsonNode answer = Api.get("/api/v1/nearest?lon=121.0&lat=31.9" + STATION);
    assertThat(answer.get("trip").asText()).isEqualTo("worse");
    assertThat(ids(answer)).containsExactly("F2", "F1");
    JsonNode far = answer.get("results").get(1);
    assertThat(far.get("secondsThere").asLong()).isEqualTo(Math.round(there / 0.8));
    assertThat(far.get("secondsBack").asLong()).isEqualTo(Math.round(back / 0.8));
    assertThat(far.get("seconds").asLong()).isEqualTo(Math.round(back / 0.8));
    assertThat(far.get("meters").asDouble()).isCloseTo(there, within(0.1));
    JsonNode home = Api.get("/api/v1/nearest?lon=121.0&lat=31.9&trip=back&flat=true" + STATION);
    JsonNode last = home.get("results").get(1);
    assertThat(last.get("seconds").asLong()).isEqualTo(Math.round((back - Town.ROW_902) / 0.8));
    assertThat(last.get("secondsThere").isNull()).isTrue();
    JsonNode line = last.get("line").get("coordinates");
    assertThat(Ground.place(line.get(0)).metersTo(Town.F1)).isLessThan(0.1);
  }

  @Test
  void whoIsNotConnectedIsToldSo() {
    assertThat(nearest(121.0, 31.892, STATION).at("/origin/island").asBoolean()).isTrue();
    assertThat(nearest(121.0, 31.9, STATION).at("/origin/island").asBoolean()).isFalse();
  }
}
