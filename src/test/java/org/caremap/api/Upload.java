package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file on its way in. */
final class Upload {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String kind;
  private final String fileName;
  private final byte[] content;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private Path mapping;

  private Upload(String kind, String fileName, byte[] content) {
    this.kind = kind;
    this.fileName = fileName;
    this.content = content;
  }

  static Upload of(String kind, String fileName, byte[] content) {
    return new Upload(kind, fileName, content);
  }

  static Upload of(String kind, String fileName, String text) {
    return of(kind, fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  static Upload of(String kind, Path file) {
    try {
      return of(kind, file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a form field. */
  Upload with(String field, String value) {
    fields.put(field, value);
    return this;
  }

  /** With a mapping file of the repository. */
  Upload mapping(String name) {
    mapping = Path.of("geodata/mappings", name);
    return this;
  }

  /** Sends it and returns whatever comes back. */
  Response send() {
    return send(Api.admin());
  }

  Response send(RequestSpecification as) {
    RequestSpecification request =
        as.multiPart("file", fileName, content, "application/octet-stream");
    fields.forEach(request::multiPart);
    if (mapping != null) {
      request.multiPart("mapping", mapping.toFile());
    }
    return request.post("/api/v1/imports/" + kind);
  }

  /** The final report, polled for where the import takes longer. */
  JsonNode report() {
    return awaited(send());
  }

  /** The report of an import that must succeed. */
  JsonNode imported() {
    JsonNode report = report();
    assertThat(report.path("status").asText())
        .as("import of %s: %s", fileName, brief(report))
        .isEqualTo("imported");
    assertThat(report.path("errors")).as(brief(report)).isEmpty();
    return report;
  }

  /** The report of an import that must be rejected with a reason. */
  JsonNode rejected() {
    Response answer = send();
    JsonNode report = awaited(answer);
    assertThat(report.path("status").asText())
        .as("import of %s: %s", fileName, brief(report))
        .isEqualTo("rejected");
    if (answer.statusCode() != 202) {
      assertThat(answer.statusCode()).isEqualTo(422);
    }
    assertThat(report.path("errors")).as(brief(report)).isNotEmpty();
    assertThat(report.path("created").asLong()).isZero();
    assertThat(report.path("updated").asLong()).isZero();
    return report;
  }

  static JsonNode awaited(Response answer) {
    if (answer.statusCode() != 202) {
      return Api.parse(answer);
    }
    String location = answer.header("Location");
    assertThat(location).as("Location of a 202").isNotBlank();
    Instant end = Instant.now().plus(PATIENCE);
    double before = 0;
    while (Instant.now().isBefore(end)) {
      JsonNode report = Api.parse(Api.admin().get(location));
      double progress = report.path("progress").asDouble(-1);
      assertThat(progress).as("progress of %s", brief(report)).isBetween(before, 1.0);
      before = progress;
      if (!report.path("status").asText().equals("running")) {
        return report;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
    throw new AssertionError("still running after " + PATIENCE);
  }

  private static String brief(JsonNode report) {
    String text = report.toString();
    return text.length() <= 600 ? text : text.substring(0, 600) + "…";
  }
}
