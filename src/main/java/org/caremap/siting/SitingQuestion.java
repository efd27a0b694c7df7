package org.caremap.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.siting.SitingProblem;
import org.caremap.coverage.Survey;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * A site selection that can be computed; made by {@link SitingQuestions} only. The fields are those
 * of {@link SitingRequest}, checked and with defaults.
 *
 * @param scope who walks how far, grouped by towns and streets
 * @param weights by group; empty where everybody counts once
 * @param leastYuan whether the money is minimised and not the number of sites
 * @param grant code of the grant that prices candidates, null for the first that fits
 */
record SitingQuestion(
    SitingProblem.Model model,
    String type,
    @Nullable Integer sites,
    @Nullable Double budgetYuan,
    Survey.Scope scope,
    DemandGroup group,
    Map<DemandGroup, Double> weights,
    double coverShare,
    boolean leastYuan,
    double maxMinutes,
    @Nullable Double minimumShare,
    Map<String, Double> minimumShares,
    boolean capacities,
    @Nullable Double siteCapacity,
    List<Source> sources,
    int corners,
    @Nullable Double defaultCostYuan,
    @Nullable String grant,
    List<String> forced,
    List<String> forbidden,
    List<String> closed,
    List<SitingRequest.Place> added,
    long seed,
    int seconds) {
  /** Where candidates come from. */
  enum Source {
    PREMISES("premises"),
    COMMUNITY_BUILDINGS("community-buildings"),
    CORNERS("corners");

    private final String code;

    Source(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Code of a model as in the API. */
  static String code(SitingProblem.Model model) {
    return switch (model) {
      case MAXIMAL_COVERING -> "mclp";
      case SET_COVERING -> "lscp";
      case P_MEDIAN -> "p-median";
    };
  }

  /** The request that asks this, defaults spelt out. */
  SitingRequest request() {
    Map<String, String> scoped = SurveyQuestions.parameters(scope);
    Map<String, Double> weighed = new TreeMap<>();
    weights.forEach((each, weight) -> weighed.put(each.code(), weight));
    return new SitingRequest(
        code(model),
        type,
        sites == null ? null : (double) sites,
        budgetYuan,
        scope.minutes(),
        scope.zones().minutes(),
        scoped.get("profile"),
        Double.valueOf(scoped.get("speedKmh")),
        scoped.get("trip"),
        scope.flat(),
        group.code(),
        weighed.isEmpty() ? null : weighed,
        scope.area(),
        coverShare,
        leastYuan ? "yuan" : "sites",
        maxMinutes,
        minimumShare,
        minimumShares,
        capacities,
        siteCapacity,
        new SitingRequest.Sources(
            sources.stream().map(Source::code).toList(), (double) corners, defaultCostYuan, grant),
        forced,
        forbidden,
        closed,
        added,
        (double) seed,
        (double) seconds);
  }

  /** As parameters for the run's id, one text a name. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(SurveyQuestions.parameters(scope));
    parameters.remove("level");
    parameters.put("kind", "siting");
    parameters.put("model", code(model));
    parameters.put("type", type);
    parameters.put("group", group.code());
    put(parameters, "sites", sites);
    put(parameters, "budgetYuan", budgetYuan);
    if (!weights.isEmpty()) {
      Map<String, Double> weighed = new TreeMap<>();
      weights.forEach((each, weight) -> weighed.put(each.code(), weight));
      parameters.put("weights", SurveyQuestions.pairs(weighed));
    }
    if (model == SitingProblem.Model.SET_COVERING) {
      put(parameters, "coverShare", coverShare);
      parameters.put("minimise", leastYuan ? "yuan" : "sites");
    }
    if (model == SitingProblem.Model.P_MEDIAN) {
      put(parameters, "maxMinutes", maxMinutes);
    }
    put(parameters, "minimumShare", minimumShare);
    if (!minimumShares.isEmpty()) {
      parameters.put("minimumShares", SurveyQuestions.pairs(minimumShares));
    }
    if (capacities) {
      parameters.put("capacities", "true");
      put(parameters, "siteCapacity", siteCapacity);
    }
    parameters.put("candidates", String.join(",", sources.stream().map(Source::code).toList()));
    if (sources.contains(Source.CORNERS)) {
      put(parameters, "corners", corners);
    }
    put(parameters, "defaultCostYuan", defaultCostYuan);
    if (grant != null) {
      parameters.put("grant", grant);
    }
    list(parameters, "forced", forced);
    list(parameters, "forbidden", forbidden);
    list(parameters, "closed", closed);
    List<String> places = new ArrayList<>();
    for (SitingRequest.Place place : added) {
      places.add(
          place.capacity() == null
              ? "%s %s".formatted(place.lon(), place.lat())
              : "%s %s %s".formatted(place.lon(), place.lat(), place.capacity()));
    }
    list(parameters, "added", places);
    parameters.put("seed", Long.toString(seed));
    parameters.put("seconds", String.format(Locale.ROOT, "%d", seconds));
    return parameters;
  }

  private static void put(Map<String, String> to, String name, @Nullable Number value) {
    if (value != null) {
      to.put(name, SurveyQuestions.plain(value.doubleValue()));
    }
  }

  private static void list(Map<String, String> to, String name, List<String> values) {
    if (!values.isEmpty()) {
      to.put(name, String.join(";", values));
    }
  }
}
