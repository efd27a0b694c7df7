package org.caremap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads a question as {@link SitingQuestion#parameters} wrote it down, or as one is published. */
final class WrittenQuestion {
  private static final Set<String> NAMES =
      Set.of(
          "kind",
          "model",
          "type",
          "sites",
          "budgetYuan",
          "minutes",
          "zoneMinutes",
          "profile",
          "speedKmh",
          "trip",
          "flat",
          "straightLine",
          "group",
          "weights",
          "area",
          "coverShare",
          "minimise",
          "maxMinutes",
          "minimumShare",
          "minimumShares",
          "capacities",
          "siteCapacity",
          "candidates",
          "corners",
          "defaultCostYuan",
          "grant",
          "forced",
          "forbidden",
          "closed",
          "added",
          "seed",
          "seconds");

  private final Map<String, String> written;

  private WrittenQuestion(Map<String, String> written) {
    this.written = written;
  }

  /**
   * @param written parameters by name
   * @throws ProblemException 400 naming the first that is unknown or no number
   */
  static SitingRequest read(Map<String, String> written) {
    for (String name : new TreeSet<>(written.keySet())) {
      if (!NAMES.contains(name)) {
        throw ProblemException.badParameter(
            name, written.get(name), "one of " + String.join(", ", new TreeSet<>(NAMES)));
      }
    }
    return new WrittenQuestion(written).request();
  }

  private SitingRequest request() {
    String candidates = written.get("candidates");
    List<String> sources =
        candidates == null ? null : candidates.isBlank() ? List.of() : split(candidates, ",");
    return new SitingRequest(
        written.get("model"),
        written.get("type"),
        number("sites"),
        number("budgetYuan"),
        number("minutes"),
        pairs("zoneMinutes"),
        written.get("profile"),
        number("speedKmh"),
        written.get("trip"),
        flag("flat"),
        written.get("group"),
        pairs("weights"),
        written.get("area"),
        number("coverShare"),
        written.get("minimise"),
        number("maxMinutes"),
        number("minimumShare"),
        pairs("minimumShares"),
        flag("capacities"),
        number("siteCapacity"),
        new SitingRequest.Sources(
            sources, number("corners"), number("defaultCostYuan"), written.get("grant")),
        list("forced"),
        list("forbidden"),
        list("closed"),
        places(),
        number("seed"),
        number("seconds"));
  }

  private static List<String> split(String text, String by) {
    return Arrays.stream(text.split(by, -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private List<String> list(String name) {
    return split(written.getOrDefault(name, ""), ";");
  }

  private @Nullable Double number(String name) {
    String text = written.get(name);
    return text == null ? null : number(name, text);
  }

  private static Double number(String name, String text) {
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(name, text, "a number");
    }
  }

  private @Nullable Boolean flag(String name) {
    String text = written.get(name);
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    throw ProblemException.badParameter(name, text, "true or false");
  }

  private @Nullable Map<String, Double> pairs(String name) {
    String text = written.get(name);
    if (text == null) {
      return null;
    }
    Map<String, Double> pairs = new LinkedHashMap<>();
    for (String pair : split(text, ",")) {
      int colon = pair.lastIndexOf(':');
      if (colon < 1) {
        throw ProblemException.badParameter(name, pair, "<name>:<number>, separated by commas");
      }
      pairs.put(pair.substring(0, colon), number(name, pair.substring(colon + 1)));
    }
    return pairs;
  }

  private List<SitingRequest.Place> places() {
    List<SitingRequest.Place> places = new ArrayList<>();
    for (String text : list("added")) {
      List<String> parts = split(text, " ");
      if (parts.size() < 2 || parts.size() > 3) {
        throw ProblemException.badParameter("added", text, "<lon> <lat>[ <capacity>]; …");
      }
      places.add(
          new SitingRequest.Place(
              number("added", parts.get(0)),
              number("added", parts.get(1)),
              parts.size() == 3 ? number("added", parts.get(2)) : null));
    }
    return places;
  }
}
