package org.caremap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.caremap.testing.TestHome;

/** The pages that the server writes, of the sample county, and what the data say on them. */
final class ServerPages {
  /** A facility of which nothing is known but its name. */
  private static final String NAME_ONLY = "only-a-name";

  private final URI home;
  private final Api api;

  ServerPages(URI home) {
    this.home = home;
    this.api = new Api(home);
  }

  /**
   * A page.
   *
   * @param path below the root, with a query where it has one
   */
  record ServerPage(String path, int status) {
    /** The same with language and size of type. */
    String in(String lang, String size) {
      return path + (path.contains("?") ? "&" : "?") + "lang=" + lang + "&size=" + size;
    }
  }

  /** One of every kind, the poorest and the longest among them. */
  List<ServerPage> list() {
    return List.of(
        new ServerPage("facility/" + encode(careHomes().get(0)), 200),
        new ServerPage("facility/" + encode(mealPoint()), 200),
        new ServerPage("facility/" + encode(closed()), 200),
        new ServerPage("facility/" + encode(nameOnly()), 200),
        new ServerPage("facility/nobody-knows-this", 404),
        new ServerPage(compare(0), 200),
        new ServerPage(compare(1), 200),
        new ServerPage(compare(2), 200),
        new ServerPage(compare(4), 200),
        new ServerPage("communities", 200),
        new ServerPage("communities?area=" + town(), 200),
        new ServerPage("card", 200),
        new ServerPage("card?area=" + community(), 200),
        new ServerPage("card?area=nobody-knows-this", 400));
  }

  /** External ids of operating care homes. */
  List<String> careHomes() {
    return api.facilities("care_home").stream()
        .map(f -> f.at("/properties/externalId").asText())
        .toList();
  }

  String mealPoint() {
    return api.facilities("meal_point").get(0).at("/properties/externalId").asText();
  }

  /** The external id of one that is closed. */
  String closed() {
    for (JsonNode feature : api.get("facilities?limit=10000").get("features")) {
      if (feature.at("/properties/status").asText().equals("closed")) {
        return feature.at("/properties/externalId").asText();
      }
    }
    throw new AssertionError("the sample county has no closed facility");
  }

  /** Adds, once, a facility that nobody published more of than its name. */
  String nameOnly() {
    for (JsonNode feature : api.get("facilities?limit=10000").get("features")) {
      if (feature.at("/properties/externalId").asText().equals(NAME_ONLY)) {
        return NAME_ONLY;
      }
    }
    Place place = api.placeNearMealPoint();
    String body =
        new ObjectMapper()
            .createObjectNode()
            .put("externalId", NAME_ONLY)
            .put("name", "无名活动室")
            .put("type", "activity_centre")
            .put("status", "operating")
            .put("lon", place.lon())
            .put("lat", place.lat())
            .toString();
    String who =
        Base64.getEncoder()
            .encodeToString(("admin:" + TestHome.PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("/api/v1/facilities"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + who)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new AssertionError(answer.statusCode() + ": " + answer.body());
      }
      return NAME_ONLY;
    } catch (IOException e) {
      throw new AssertionError("no facility was added", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The comparison of so many care homes. */
  String compare(int homes) {
    return "compare"
        + (homes == 0 ? "" : "?")
        + careHomes().stream()
            .limit(homes)
            .map(id -> "id=" + encode(id))
            .collect(Collectors.joining("&"));
  }

  /** The code of a street or town with communities. */
  String town() {
    return area("town");
  }

  String community() {
    return area("community");
  }

  private String area(String level) {
    for (JsonNode feature : api.get("areas").get("features")) {
      if (feature.at("/properties/level").asText().equals(level)) {
        return feature.at("/properties/code").asText();
      }
    }
    throw new AssertionError("no " + level + " in " + api.get("areas").toString());
  }

  /** Names and notes that no page translates; longest first, as one may be part of another. */
  List<String> dataTexts() {
    List<String> texts = new ArrayList<>();
    for (JsonNode feature : api.get("facilities?limit=10000").get("features")) {
      for (String field :
          List.of("name", "nameEn", "address", "operator", "fees", "source", "audience")) {
        texts.add(feature.get("properties").path(field).asText(""));
      }
    }
    for (JsonNode feature : api.get("areas").get("features")) {
      texts.add(feature.at("/properties/name").asText());
    }
    api.get("welcome").get("attribution").forEach(line -> texts.add(line.asText()));
    texts.removeIf(String::isBlank);
    texts.sort((a, b) -> b.length() - a.length());
    return texts.stream().distinct().toList();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
