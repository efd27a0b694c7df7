package org.caremap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.caremap.testing.TestHome;

/** Asks the server the same questions as the page, past the page. */
final class Api {
  private final URI base;
  private final HttpClient client =
      // An upgrade to HTTP/2 is tried by default, and fails now and then.
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();

  Api(URI home) {
    this.base = home.resolve("api/v1/");
  }

  /**
   * @param path below {@code /api/v1/}, with its query
   */
  JsonNode get(String path) {
    return ask(path, HttpRequest.newBuilder(base.resolve(path)).GET().build());
  }

  /** The same as the administrator. */
  JsonNode getAsAdministrator(String path) {
    String who =
        Base64.getEncoder()
            .encodeToString(("admin:" + TestHome.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return ask(
        path,
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Basic " + who)
            .GET()
            .build());
  }

  private JsonNode ask(String path, HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            path + " answered " + answer.statusCode() + ": " + new String(answer.body()));
      }
      return mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path + " was interrupted", e);
    }
  }

  /** Operating facilities of a type. */
  List<JsonNode> facilities(String type) {
    List<JsonNode> operating = new ArrayList<>();
    for (JsonNode feature : get("facilities?limit=10000&type=" + type).get("features")) {
      if (feature.get("properties").get("status").asText().equals("operating")) {
        operating.add(feature);
      }
    }
    return operating;
  }

  /** A place some 300 m beside a meal point of the county, so that streets are near. */
  Place placeNearMealPoint() {
    JsonNode first = facilities("meal_point").get(0).get("geometry").get("coordinates");
    return Place.of(first.get(0).asDouble() + 0.0024, first.get(1).asDouble() + 0.0018);
  }

  /** A place half a degree off the loaded county: no street within the snap limit. */
  Place placeOffTheMap() {
    JsonNode bounds = get("status").get("bounds");
    return Place.of(bounds.get(0).asDouble() - 0.5, bounds.get(3).asDouble() + 0.25);
  }
}
