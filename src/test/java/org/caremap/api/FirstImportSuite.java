package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The sample county makes way for the first real import, here one of 200,000 rows. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FirstImportSuite {
  private static final int ROWS = 200_000;

  private static String points() {
    StringBuilder csv = new StringBuilder("id,lon,lat,age60,age65\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "p%d,%.6f,%.6f,%d.5,%d%n",
              i,
              121.0 + (i % 500) * 0.0004,
              31.8 + (i / 500) * 0.0004,
              i % 7,
              i % 5));
    }
    return csv.toString();
  }

  @Test
  @Order(1)
  void theSampleIsThereAndSaysSo() {
    JsonNode status = Api.get("/api/v1/status");
    assertThat(status.get("sample").asBoolean()).isTrue();
    assertThat(status.at("/streets/loaded").asBoolean()).isTrue();
    assertThat(status.at("/counts/facilities").asInt()).isPositive();
    assertThat(candidates()).isEqualTo(80);
  }

  private static int candidates() {
    return Api.parse(Api.admin().get("/api/v1/candidates?limit=1")).get("numberMatched").asInt();
  }

  @Test
  @Order(2)
  void aRejectedImportAndADryRunLeaveTheSample() {
    JsonNode before = Api.loaded();
    Upload.of("demand", "bad.csv", "id,lon,lat,age60\na,121,31.9,many\n").rejected();
    assertThat(Api.loaded()).isEqualTo(before);
    JsonNode dry =
        Upload.of("demand", "d.csv", "id,lon,lat,age60\na,121,31.9,5\n")
            .with("dryRun", "true")
            .report();
    assertThat(dry.get("status").asText()).isEqualTo("dry-run");
    assertThat(dry.get("created").asInt()).isEqualTo(1);
    assertThat(Api.loaded()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void theFirstRealImportRemovesTheSampleAndIsPolled() {
    Response accepted = Upload.of("demand", "points.csv", points()).send();
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    JsonNode first = Api.parse(accepted);
    assertThat(first.get("status").asText()).isEqualTo("running");
    assertThat(first.get("progress").asDouble()).isBetween(0.0, 1.0);
    // Polling is the administrator's, asking is everybody's.
    assertThat(given().get(accepted.header("Location")).statusCode()).isEqualTo(401);
    assertThat(given().get("/api/v1/status").statusCode()).isEqualTo(200);
    JsonNode report = Upload.awaited(accepted);
    assertThat(report.get("status").asText()).as(report.toString()).isEqualTo("imported");
    assertThat(report.get("read").asInt()).isEqualTo(ROWS);
    assertThat(report.get("created").asInt()).isEqualTo(ROWS);
    assertThat(report.get("errors")).isEmpty();
    assertThat(report.get("progress").asDouble()).isEqualTo(1);
    assertThat(report.get("sampleRemoved").asBoolean()).isTrue();
    assertThat(report.get("notes").toString()).contains("示例数据").containsIgnoringCase("sample");
    JsonNode status = Api.get("/api/v1/status");
    assertThat(status.get("sample").asBoolean()).isFalse();
    assertThat(status.at("/streets/loaded").asBoolean()).isFalse();
    assertThat(status.at("/counts/facilities").asInt()).isZero();
    assertThat(status.at("/counts/areas").asInt()).isZero();
    assertThat(candidates()).isZero();
    assertThat(status.at("/counts/demandPoints").asInt()).isEqualTo(ROWS);
  }

  @Test
  @Order(4)
  void theSumIsWhatTheFileSays() {
    double age60 = 0;
    double age65 = 0;
    for (int i = 0; i < ROWS; i++) {
      age60 += i % 7 + 0.5;
      age65 += i % 5;
    }
    assertThat(total("age60")).isEqualTo(age60);
    assertThat(total("age65")).isEqualTo(age65);
  }

  private static double total(String group) {
    return Api.get("/api/v1/coverage?type=care_home&group=" + group).at("/total/demand").asDouble();
  }

  @Test
  @Order(5)
  void theSameFileAgainChangesNothing() {
    JsonNode report = Upload.of("demand", "points.csv", points()).imported();
    assertThat(report.get("unchanged").asInt()).isEqualTo(ROWS);
    assertThat(report.get("created").asInt()).isZero();
    assertThat(report.get("updated").asInt()).isZero();
    assertThat(report.get("sampleRemoved").asBoolean()).isFalse();
  }

  @Test
  @Order(6)
  void oneBadRowAmongManyWritesNone() {
    JsonNode before = Api.loaded();
    String file = points().replace("p199999,", "p0,");
    JsonNode report = Upload.of("demand", "points.csv", file).with("mode", "replace").rejected();
    assertThat(report.get("errors").toString()).contains("p0").contains("200001");
    assertThat(Api.loaded()).isEqualTo(before);
  }
}
