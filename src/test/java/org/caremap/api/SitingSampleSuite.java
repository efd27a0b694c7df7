package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample county: what a selection says is what coverage and what-if say, to the digit. */
abstract class SitingSampleSuite {
  private static final String RUNS = "/api/v1/siting/runs";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "model":"mclp","type":"home_care_station","sites":3,"budgetYuan":600000 | type=home_care_station
          "model":"mclp","type":"meal_point","sites":5,"minutes":10,"candidates":{"sources":["corners"],"corners":200} | type=meal_point&minutes=10
          "model":"mclp","type":"day_care_centre","sites":4,"weights":{"age80":2,"disabled":3,"livingAlone":2},"zoneMinutes":{"outer":25} | type=day_care_centre&zoneMinutes=outer:25
          "model":"p-median","type":"home_care_station","sites":3,"maxMinutes":30 | type=home_care_station
          "model":"lscp","type":"home_care_station","coverShare":0.5,"minimise":"yuan" | type=home_care_station
          "model":"mclp","type":"home_care_station","sites":3,"minutes":20,"group":"age80","profile":"stick" | type=home_care_station&minutes=20&group=age80&profile=stick
          """)
  void figuresAreThoseOfTheCoverageEngine(String fields, String question) {
    long start = System.nanoTime();
    Response answer =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"seconds\":10," + fields + "}")
            .post(RUNS);
    double first = (System.nanoTime() - start) / 1e9;
    JsonNode run = SitingSuite.ended(answer);
    assertThat(run.get("status").asText()).as(run.toPrettyString()).isEqualTo("finished");
    System.out.printf(
        "%s%n  first look %.2f s (%s), %.2f s in all, %d candidates, %d points, %s %s, bound %s,"
            + " gap %.6f, %s, %d MiB%n  trail %s%n",
        fields,
        first,
        Api.parse(answer).get("status").asText(),
        run.get("seconds").asDouble(),
        run.get("candidateCount").asInt(),
        run.get("demandPoints").asInt(),
        run.get("objective"),
        run.get("unit").asText(),
        run.get("bound"),
        run.get("gap").asDouble(),
        run.get("method").asText(),
        run.get("memoryMiB").asLong(),
        run.get("trail"));
    JsonNode coverage = Api.get("/api/v1/coverage?level=town&" + question);
    assertThat(run.at("/before/total")).isEqualTo(coverage.get("total"));
    assertThat(run.at("/before/towns")).isEqualTo(coverage.get("areas"));
    List<String> places = new ArrayList<>();
    for (JsonNode site : run.get("sites")) {
      places.add("{\"lon\":%s,\"lat\":%s}".formatted(site.get("lon"), site.get("lat")));
    }
    Response thought =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"add\":[" + String.join(",", places) + "]}")
            .post("/api/v1/what-if?level=town&" + question);
    if (places.size() <= 100) {
      JsonNode after = Api.parse(thought).get("after");
      assertThat(run.at("/after/total")).isEqualTo(after.get("total"));
      assertThat(run.at("/after/towns")).isEqualTo(after.get("areas"));
    }
    double gains = run.at("/before/total/covered").asDouble();
    for (JsonNode site : run.get("sites")) {
      gains += site.get("gain").asDouble();
    }
    assertThat(gains).isCloseTo(run.at("/after/total/covered").asDouble(), within(1e-4));
    if (run.get("unit").asText().equals("people")) {
      assertThat(run.get("objective").asDouble())
          .isCloseTo(run.at("/after/total/covered").asDouble(), within(1e-6));
    }
    if (run.get("unit").asText().equals("yuan")) {
      assertThat(run.get("objective")).isEqualTo(run.get("yuan"));
      assertThat(run.at("/after/total/coveredShare").asDouble()).isGreaterThanOrEqualTo(0.5 - 1e-6);
    }
    double gap = run.get("gap").asDouble();
    assertThat(gap).isBetween(0.0, 1 / Math.E);
    if (fields.contains("budgetYuan")) {
      assertThat(run.get("yuan").asDouble()).isLessThanOrEqualTo(600_000);
      assertThat(run.get("sites").size()).isBetween(1, 3);
    }
    for (JsonNode site : run.get("rejected")) {
      assertThat(site.get("why").asText()).isNotBlank();
    }
  }

  @Test
  void whatWasFoundStaysWhenASearchIsEnded() {
    // So large that no proof comes in the first two seconds.
    Response started =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(
                """
                {"model":"p-median","type":"home_care_station","sites":12,"seconds":3600,
                 "candidates":{"corners":1000}}
                """)
            .post(RUNS);
    String at = started.header("Location").replaceFirst("^https?://[^/]*", "");
    JsonNode run = Api.parse(Api.admin().get(at));
    for (int i = 0; i < 2400 && run.get("sites").isEmpty(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      run = Api.parse(Api.admin().get(at));
    }
    double known = run.get("objective").asDouble();
    assertThat(Api.admin().delete(at).statusCode()).isEqualTo(204);
    JsonNode ended = SitingSuite.ended(started);
    System.out.printf(
        "ended %s after %.2f s: %s, bound %s, gap %.6f, trail %s%n",
        ended.get("status").asText(),
        ended.get("seconds").asDouble(),
        ended.get("objective"),
        ended.get("bound"),
        ended.get("gap").asDouble(),
        ended.get("trail"));
    assertThat(ended.get("status").asText()).isIn("cancelled", "finished");
    assertThat(ended.get("sites")).hasSizeBetween(1, 12);
    assertThat(ended.get("objective").asDouble()).isLessThanOrEqualTo(known + 1e-6);
    assertThat(ended.get("bound").asDouble())
        .isLessThanOrEqualTo(ended.get("objective").asDouble() + 1e-6);
    assertThat(ended.at("/after/meanMinutes").asDouble())
        .isLessThan(ended.at("/before/meanMinutes").asDouble());
  }

  @Test
  void fullMealPointsGetRelief() {
    Response started =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(
                """
                {"model":"mclp","type":"meal_point","sites":3,"capacities":true,
                 "siteCapacity":100,"seconds":10,"candidates":{"sources":["premises"]}}
                """)
            .post(RUNS);
    JsonNode run = SitingSuite.ended(started);
    System.out.printf(
        "capacities: %s, %.2f s, %s, bound %s, %s%n",
        run.get("status").asText(),
        run.get("seconds").asDouble(),
        run.get("objective"),
        run.get("bound"),
        run.get("trail"));
    assertThat(run.get("status").asText()).isEqualTo("finished");
    assertThat(run.get("objective").asDouble())
        .isCloseTo(run.at("/served/after").asDouble(), within(1e-3));
    double gains = run.at("/served/before").asDouble();
    for (JsonNode site : run.get("sites")) {
      gains += site.get("gain").asDouble();
    }
    assertThat(gains).isCloseTo(run.at("/served/after").asDouble(), within(1e-3));
    // What the public assignment says of the meal points as they are.
    assertThat(run.at("/served/before").asDouble())
        .isLessThanOrEqualTo(run.at("/before/total/covered").asDouble() + 1e-6);
  }
}
