package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs over all facilities, and changes that are only thought of, in the hand-drawn town. */
abstract class PlanningSuite extends OnceLoaded {
  private static final String LEVEL = "&trip=to&flat=true&speedKmh=3.6";

  @Override
  void load() {
    Town.load();
  }

  private static Response ask(String question, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post("/api/v1/what-if?" + question);
  }

  private static JsonNode whatIf(String question, String body) {
    Response answer = ask(question, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  private static double covered(JsonNode answer, String state) {
    return answer.at("/" + state + "/total/covered").asDouble();
  }

  @Test
  void everyTypeInOneJobIsWhatEachAnswersAlone() {
    JsonNode all = Api.get("/api/v1/coverage/by-type?minutes=10&group=residents").get("types");
    Set<String> serving = new TreeSet<>();
    for (JsonNode facility : Api.get("/api/v1/facilities?limit=1000").get("features")) {
      if (facility.at("/properties/status").asText().equals("operating")) {
        serving.add(facility.at("/properties/type").asText());
      }
    }
    List<String> answered = new ArrayList<>();
    all.forEach(one -> answered.add(one.at("/types/0").asText()));
    assertThat(answered).containsExactlyElementsOf(serving);
    for (JsonNode one : all) {
      String type = one.at("/types/0").asText();
      assertThat(one)
          .isEqualTo(Api.get("/api/v1/coverage?minutes=10&group=residents&type=" + type));
    }
    // Without one-way streets nobody is walked farther than the minutes; the island stays apart.
    for (String rest : new String[] {"", "&zoneMinutes=rural:25", "&straightLine=true"}) {
      String question = "minutes=4&type=care_home&profile=step-free&trip=to" + rest;
      assertThat(Api.get("/api/v1/coverage/by-type?" + question).at("/types/0"))
          .isEqualTo(Api.get("/api/v1/coverage?" + question));
    }
    JsonNode two = Api.get("/api/v1/coverage/by-type?type=clinic&type=meal_point").get("types");
    assertThat(two).hasSize(2);
    Api.problem("/api/v1/coverage/by-type?typo=1", 400);
  }

  @Test
  void allServiceAreasInOneJobAreTheSingleOnes() throws InterruptedException {
    String question = "type=home_care_station&type=care_centre&minutes=5&minutes=10&speedKmh=3.2";
    Response started = Api.admin().post("/api/v1/service-areas?" + question);
    assertThat(started.statusCode()).isEqualTo(202);
    String job = started.header("Location").replaceFirst("^https?://[^/]*", "");
    JsonNode state = Api.parse(Api.admin().get(job));
    for (int i = 0; i < 600 && state.get("status").asText().equals("running"); i++) {
      Thread.sleep(50);
      state = Api.parse(Api.admin().get(job));
    }
    assertThat(state.get("status").asText()).isEqualTo("done");
    assertThat(state.get("progress").asDouble()).isEqualTo(1);
    assertThat(state.get("facilities").asInt()).isEqualTo(3);
    JsonNode features = Api.parse(Api.admin().get(job + "/features")).get("features");
    assertThat(features).hasSize(6);
    for (int i = 0; i < 6; i += 2) {
      String id = features.get(i).at("/properties/facility/id").asText();
      JsonNode alone =
          Api.get("/api/v1/facilities/" + id + "/service-area?minutes=5&minutes=10&speedKmh=3.2");
      assertThat(features.get(i)).isEqualTo(alone.at("/features/0"));
      assertThat(features.get(i + 1)).isEqualTo(alone.at("/features/1"));
    }
    assertThat(Api.admin().delete(job).statusCode()).isEqualTo(204);
    assertThat(Api.admin().get("/api/v1/service-areas/nobody").statusCode()).isEqualTo(404);
    assertThat(given().post("/api/v1/service-areas?" + question).statusCode()).isEqualTo(401);
  }

  @Test
  void aNewSiteOnTheIslandReachesIt() {
    // 22 on the island is 189 m from 21, where 7 people of 60 and over live.
    String question = "type=home_care_station&minutes=5" + LEVEL;
    JsonNode answer = whatIf(question, "{\"add\":[{\"lon\":121.002,\"lat\":31.892}]}");
    assertThat(answer.get("before")).isEqualTo(Api.get("/api/v1/coverage?" + question));
    assertThat(covered(answer, "after") - covered(answer, "before")).isCloseTo(7, within(1e-6));
    assertThat(answer.at("/after/facilities").asInt()).isEqualTo(3);
    // D5 and D8.
    assertThat(answer.get("changedPoints").asInt()).isEqualTo(2);
    double gaps = 0;
    for (JsonNode gap : answer.at("/gaps/features")) {
      gaps += gap.at("/properties/demand").asDouble();
    }
    assertThat(gaps).isCloseTo(answer.at("/after/total/uncovered").asDouble(), within(1e-6));
  }

  @Test
  void aFootbridgeOverTheRiverIsWalked() {
    // From 1 to 21: the river is 889 m wide there; then from D5, on 21, over it, 2 and the lane.
    String question = "type=home_care_station&minutes=60" + LEVEL;
    String bridge =
        """
        {"bridges":[{"from":{"lon":121.0,"lat":31.9},"to":{"lon":121.0,"lat":31.892}}]}
        """;
    JsonNode answer = whatIf(question, bridge);
    assertThat(answer.at("/before/total/unreachable").asDouble()).isCloseTo(12, within(1e-6));
    assertThat(answer.at("/after/total/unreachable").asDouble()).isCloseTo(5, within(1e-6));
    double meters = Ground.meters(121.0, 31.9, 121.0, 31.892) + Town.D1_TO_F1;
    String justEnough = "type=home_care_station" + LEVEL + "&minutes=" + (meters + 0.01) / 60;
    String tooFew = "type=home_care_station" + LEVEL + "&minutes=" + (meters - 0.01) / 60;
    assertThat(
            covered(whatIf(justEnough, bridge), "after") - covered(whatIf(tooFew, bridge), "after"))
        .isCloseTo(7, within(1e-6));
  }

  @Test
  void aClosedStreetIsGoneRound() {
    // D9 at 3 lives on the facility's street; from D1 to F7 at 2 it is one street of 189 m, without
    // it three.
    String question = "type=care_centre&minutes=5&group=residents" + LEVEL;
    JsonNode answer = whatIf(question, "{\"closeStreets\":[{\"lon\":121.001,\"lat\":31.9}]}");
    // D1's 100 residents have 2 × 222 m + 189 m more than before: 300 s at 1 m/s are too few.
    assertThat(covered(answer, "before") - covered(answer, "after")).isCloseTo(100, within(1e-6));
  }

  @Test
  void closingAndMovingStations() {
    String question = "type=home_care_station&minutes=10" + LEVEL;
    JsonNode closed = whatIf(question, "{\"close\":[\"F1\",\"F2\"]}");
    assertThat(covered(closed, "after")).isZero();
    assertThat(closed.at("/after/facilities").asInt()).isZero();
    JsonNode moved =
        whatIf(question, "{\"move\":[{\"id\":\"F1\",\"lon\":121.002,\"lat\":31.892}]}");
    assertThat(moved.at("/after/facilities").asInt()).isEqualTo(2);
    assertThat(moved.get("after").get("areas")).isNotEmpty();
    JsonNode nothing = whatIf(question, "{}");
    assertThat(nothing.get("after")).isEqualTo(nothing.get("before"));
    assertThat(nothing.get("changedPoints").asInt()).isZero();
  }

  @Test
  void doingItEqualsThinkingOfIt() {
    for (String walker : new String[] {"", "&trip=back", LEVEL, "&profile=step-free"}) {
      String question = "type=hospital&minutes=8&group=residents" + walker;
      JsonNode thought = whatIf(question, "{\"add\":[{\"lon\":121.0031,\"lat\":31.9041}]}");
      if (walker.isEmpty()) {
        Upload.of(
                "facilities", "more.csv", "id,name,type,lon,lat\nF9,医院,hospital,121.0031,31.9041\n")
            .imported();
      } else {
        // It is there by now: twice the same place changes nothing.
        assertThat(((ObjectNode) thought.get("after")).put("facilities", 1))
            .isEqualTo(thought.get("before"));
      }
      JsonNode done = Api.get("/api/v1/coverage?" + question);
      assertThat(((ObjectNode) thought.get("after")).put("facilities", 1)).isEqualTo(done);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"add\":[{\"lon\":200,\"lat\":31}]} | add[0].lon",
        "{\"add\":[{\"lon\":121}]} | add[0].lat",
        "{\"close\":[\"F3\"]} | close[0]",
        "{\"close\":[\"nobody\"]} | nobody",
        "{\"move\":[{\"lon\":121,\"lat\":31}]} | move[0].id",
        "{\"close\":[\"F1\"],\"move\":[{\"id\":\"F1\",\"lon\":121,\"lat\":31.9}]} | both",
        "{\"bridges\":[{\"from\":{\"lon\":121,\"lat\":31.9}}]} | bridges[0]",
        "{\"bridges\":[{\"from\":{\"lon\":121,\"lat\":31.9},\"to\":{\"lon\":121.5,\"lat\":31.9}}]}"
            + " | bridges[0].to",
        "{\"closeStreets\":[{\"lon\":121.5,\"lat\":31.9}]} | closeStreets[0]",
        "{\"add\":[null]} | add"
      })
  void badChangesAreNamed(String body, String named) {
    JsonNode problem = Api.problem(body, ask("type=home_care_station", body), 400);
    assertThat(problem.get("detail").asText()).contains(named);
  }

  @Test
  void onlyPlannersMayAskWhatIf() {
    assertThat(
            given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/what-if?type=clinic")
                .statusCode())
        .isEqualTo(401);
    Api.problem(
        "no body",
        Api.admin().contentType(ContentType.JSON).post("/api/v1/what-if?type=clinic"),
        400);
    Api.problem("not JSON", ask("type=clinic", "{"), 400);
  }
}
