package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.caremap.testing.TestHome;

/** Questions to the running service; answers as trees, so that no number is narrowed to a float. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Api() {}

  /** A request of the administrator. */
  static RequestSpecification admin() {
    return given().auth().preemptive().basic("admin", TestHome.PASSWORD);
  }

  /** The answer to a question that must succeed. */
  static JsonNode get(String path) {
    Response answer = given().get(path);
    assertThat(answer.statusCode()).as("%s answered %s", path, answer.asString()).isEqualTo(200);
    return parse(answer);
  }

  /**
   * The answer to a question about walking in one direction only, to the facility, every metre at
   * the same speed: what a hand computes from lengths.
   */
  static JsonNode walk(String path) {
    return get(path + (path.contains("?") ? "&" : "?") + "trip=to&flat=true");
  }

  /** The problem that a question must be answered with. */
  static JsonNode problem(String path, int status) {
    return problem(path, given().get(path), status);
  }

  /** The problem that this answer must be. */
  static JsonNode problem(String what, Response answer, int status) {
    assertThat(answer.statusCode()).as("%s answered %s", what, answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
    JsonNode body = parse(answer);
    assertThat(body.path("title").asText()).as("title of %s", body).isNotBlank();
    assertThat(body.path("detail").asText()).as("detail of %s", body).isNotBlank();
    assertThat(body.path("status").asInt()).as("status of %s", body).isEqualTo(status);
    return body;
  }

  static JsonNode parse(Response answer) {
    return parse(answer.asString());
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  static String pretty(JsonNode tree) {
    return tree.toPrettyString();
  }

  /** What is loaded: counts, streets, sample; without what may differ between two requests. */
  static JsonNode loaded() {
    JsonNode status = get("/api/v1/status");
    return JSON.createObjectNode()
        .<com.fasterxml.jackson.databind.node.ObjectNode>set("counts", status.get("counts"))
        .<com.fasterxml.jackson.databind.node.ObjectNode>set("streets", status.get("streets"))
        .set("sample", status.get("sample"));
  }
}
