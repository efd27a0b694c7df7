package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The care adviser's data, and the files of lasting names beside it. */
abstract class AdviserSuite {
  @Test
  void questionsAndRulesAreData() {
    JsonNode answer = Api.get("/api/v1/adviser");
    assertThat(answer.get("documents")).hasSize(5);
    assertThat(answer.get("questions").get(0).get("code").asText()).isEqualTo("age");
    assertThat(answer.at("/questions/0/options")).hasSize(4);
    JsonNode button = null;
    for (JsonNode rule : answer.get("rules")) {
      if (rule.get("code").asText().equals("county-call-button")) {
        button = rule;
      }
    }
    assertThat(button).isNotNull();
    assertThat(button.at("/when/any/0"))
        .isEqualTo(Api.parse("{\"question\":\"age\",\"is\":[\"from80\"]}"));
    assertThat(button.at("/source/quote").asText()).contains("一键通");
    assertThat(button.at("/source/document").asText()).isEqualTo("county");
    assertThat(answer.get("offices").findValuesAsText("code"))
        .contains("adviser_desk", "meal_point")
        .doesNotContain("area_office", "supermarket");
  }

  @Test
  void noAnswerIsTaken() {
    String detail = Api.problem("/api/v1/adviser?age=from80", 400).get("detail").asText();
    assertThat(detail).contains("age").contains("none");
  }

  @ParameterizedTest
  @CsvSource({
    "/sw.js, javascript",
    "/manifest.webmanifest, application/manifest+json",
    "/adviser.html, text/html",
    "/care.css, text/css",
    "/icons/icon-192.png, image/png"
  })
  void lastingNamesAreAskedForAgain(String path, String type) {
    var response = RestAssured.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(response.contentType()).contains(type);
  }
}
