package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample county: the board says what coverage says, to the digit, of every type and group. */
abstract class BoardSampleSuite {
  private static Map<String, JsonNode> byCode(JsonNode list) {
    Map<String, JsonNode> byCode = new HashMap<>();
    list.forEach(entry -> byCode.put(entry.get("code").asText(), entry));
    return byCode;
  }

  @ParameterizedTest
  @CsvSource({
    "community, ''",
    "town, ''",
    "county, ''",
    "community, '&zoneMinutes=centre:15,outer:25&minutes=20'",
    "town, '&straightLine=true&minutes=10'",
    "community, '&profile=step-free&trip=to&area=320684012'"
  })
  void everyTypeAndGroupIsAsCoverageSays(String level, String more) {
    JsonNode matrix = Api.get("/api/v1/board/matrix?level=" + level + more);
    assertThat(matrix.get("types")).hasSize(15);
    for (int g = 0; g < 12; g++) {
      String group = matrix.at("/groups/" + g).asText();
      for (int t = 0; t < 15; t++) {
        String question =
            "type=%s&group=%s&level=%s%s"
                .formatted(matrix.at("/types/" + t).asText(), group, level, more);
        JsonNode coverage = Api.get("/api/v1/coverage?" + question);
        assertThat(matrix.at("/total/uncovered").get(t).get(g))
            .as(question)
            .isEqualTo(coverage.at("/total/uncovered"));
        assertThat(matrix.at("/total/demand").get(g)).isEqualTo(coverage.at("/total/demand"));
        Map<String, JsonNode> areas = byCode(coverage.get("areas"));
        double sum = 0;
        for (JsonNode area : matrix.get("areas")) {
          JsonNode same =
              area.get("code").isNull()
                  ? coverage.get("unassigned")
                  : areas.remove(area.get("code").asText());
          double uncovered = area.get("uncovered").get(t).get(g).asDouble();
          assertThat(uncovered)
              .as("%s %s", question, area.get("code"))
              .isEqualTo(same == null ? 0 : same.get("uncovered").asDouble());
          sum += uncovered;
        }
        assertThat(areas).as("areas that the matrix leaves out").isEmpty();
        assertThat(sum).isCloseTo(coverage.at("/total/uncovered").asDouble(), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "meal_point, age60, community",
    "home_care_station, disabled, community",
    "care_home, age80, town",
    "clinic, livingAlone, county"
  })
  void theBoardIsAsCoverageSays(String type, String group, String level) {
    String question = "type=%s&group=%s&level=%s".formatted(type, group, level);
    JsonNode board = Api.get("/api/v1/board?" + question);
    JsonNode coverage = Api.get("/api/v1/coverage?" + question);
    assertThat(board.get("total")).isEqualTo(coverage.get("total"));
    assertThat(board.get("unassigned")).isEqualTo(coverage.get("unassigned"));
    assertThat(board.get("facilities")).isEqualTo(coverage.get("facilities"));
    Map<String, JsonNode> areas = byCode(coverage.get("areas"));
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode row : board.get("rows")) {
      String code = row.get("code").asText();
      JsonNode same = areas.remove(code);
      if (same != null) {
        same.fieldNames()
            .forEachRemaining(
                f -> assertThat(row.get(f)).as("%s of %s", f, code).isEqualTo(same.get(f)));
      }
      double uncovered = row.get("uncovered").asDouble();
      double reasons =
          row.at("/reasons/no-facility").asDouble()
              + row.at("/reasons/too-far").asDouble()
              + row.at("/reasons/barrier").asDouble();
      assertThat(reasons).as(code).isCloseTo(uncovered, within(1e-5));
      assertThat(row.at("/spread/2/uncovered")).isEqualTo(row.get("uncovered"));
      if (!row.get("rank").isNull()) {
        assertThat(uncovered).as("rank of %s", code).isLessThanOrEqualTo(before);
        before = uncovered;
      }
      assertThat(row.get("barrier").isNull() || row.at("/reasons/barrier").asDouble() > 0).isTrue();
    }
    assertThat(areas).isEmpty();
  }

  /** Rivers, canals and the railway do bar the way somewhere, and are named. */
  @Test
  void barriersAreNamed() {
    JsonNode board = Api.get("/api/v1/board?type=meal_point&capacity=false");
    int named = 0;
    for (JsonNode row : board.get("rows")) {
      if (!row.get("barrier").isNull()) {
        assertThat(row.at("/barrier/kind").asText()).isIn("water", "railway");
        named++;
      }
    }
    assertThat(named).isPositive();
  }

  @Test
  void supplyAddsUp() {
    JsonNode answer = Api.get("/api/v1/supply?level=town");
    for (JsonNode cell : answer.get("summary")) {
      double parts =
          cell.get("served").asDouble()
              + cell.get("contentMissing").asDouble()
              + cell.get("contentUnknown").asDouble()
              + cell.get("placeMissing").asDouble();
      String pair = cell.get("group").asText() + " " + cell.get("service").asText();
      assertThat(parts).as(pair).isCloseTo(cell.get("people").asDouble(), within(1e-5));
      double rows = 0;
      for (JsonNode row : answer.get("rows")) {
        for (JsonNode same : row.get("cells")) {
          if (same.get("group").equals(cell.get("group"))
              && same.get("service").equals(cell.get("service"))) {
            rows += same.get("contentMissing").asDouble();
          }
        }
      }
      if (!answer.get("unassigned").isNull()) {
        for (JsonNode same : answer.get("unassigned")) {
          if (same.get("group").equals(cell.get("group"))
              && same.get("service").equals(cell.get("service"))) {
            rows += same.get("contentMissing").asDouble();
          }
        }
      }
      assertThat(rows).as(pair).isCloseTo(cell.get("contentMissing").asDouble(), within(1e-4));
    }
    // The same people as coverage counts, whatever they need.
    double people =
        Api.get("/api/v1/coverage?type=clinic&group=disabled").at("/total/demand").asDouble();
    for (JsonNode cell : answer.get("summary")) {
      if (cell.get("group").asText().equals("disabled")) {
        assertThat(cell.get("people").asDouble()).isCloseTo(people, within(1e-5));
      }
    }
  }
}
