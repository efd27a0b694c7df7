package org.caremap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.caremap.testing.TestHome;

/** Asks the server what only the administrator may, past the page. */
final class AdminApi {
  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();

  AdminApi(URI home) {
    this.base = home.resolve("api/v1/");
  }

  /**
   * @param path below {@code /api/v1/}, with its query
   */
  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  JsonNode put(String path, JsonNode body) {
    return send("PUT", path, body.toString());
  }

  void delete(String path) {
    send("DELETE", path, null);
  }

  private JsonNode send(String method, String path, String body) {
    String login = "admin:" + TestHome.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(
            path + " answered " + answer.statusCode() + ": " + new String(answer.body()));
      }
      return answer.body().length == 0 ? NullNode.getInstance() : mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path + " was interrupted", e);
    }
  }
}
