package org.caremap.siting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caremap.area.AreaLevel;
import org.caremap.core.siting.SitingProblem;
import org.caremap.coverage.Questions;
import org.caremap.coverage.Survey;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request; whatever is wrong in it is refused with field, value and legal range. What needs
 * the data, such as whether a candidate exists, is checked by {@link SitingCase}.
 */
@ApplicationScoped
class SitingQuestions {
  private static final int MOST_SITES = 1000;
  private static final double MOST_YUAN = 1e12;
  private static final int MOST_CORNERS = 5000;
  private static final int DEFAULT_CORNERS = 300;
  private static final double MOST_WEIGHT = 1000;
  private static final double MOST_MINUTES = 240;
  private static final double DEFAULT_MOST_MINUTES = 60;
  private static final int MOST_SECONDS = 3600;
  private static final int DEFAULT_SECONDS = 20;
  private static final int MOST_LISTED = 1000;
  private static final double MOST_SEED = 9007199254740991.0;
  private static final String MODELS = "mclp, lscp, p-median";

  private final Questions questions;
  private final SurveyQuestions surveys;
  private final GrantService grants;

  SitingQuestions(Questions questions, SurveyQuestions surveys, GrantService grants) {
    this.questions = questions;
    this.surveys = surveys;
    this.grants = grants;
  }

  /**
   * @throws ProblemException 400 naming the first wrong field
   */
  SitingQuestion read(@Nullable SitingRequest request) {
    if (request == null) {
      throw ProblemException.badRequest(
          "the body is missing; legal: {\"model\":…,\"type\":…,\"sites\":…,…}");
    }
    SitingProblem.Model model = model(request.model());
    Query query = query(request);
    List<String> types = questions.types(query);
    Survey.Scope scope = scope(query);
    Integer sites = whole("sites", request.sites(), 1, MOST_SITES, null);
    Double budget = number("budgetYuan", request.budgetYuan(), 0, MOST_YUAN);
    if (model != SitingProblem.Model.SET_COVERING && sites == null && budget == null) {
      throw ProblemException.badParameter(
          "sites", null, "whole number from 1 to " + MOST_SITES + ", or budgetYuan, or both");
    }
    boolean capacities = Boolean.TRUE.equals(request.capacities());
    Integer siteCapacity = whole("siteCapacity", request.siteCapacity(), 0, 1_000_000, null);
    double most = maxMinutes(request, scope);
    SitingRequest.Sources from =
        request.candidates() == null
            ? new SitingRequest.Sources(null, null, null, null)
            : request.candidates();
    String grant = from.grant();
    if (grant != null) {
      grants.require("candidates.grant", grant);
    }
    List<String> forced = ids("forced", request.forced());
    List<String> forbidden = ids("forbidden", request.forbidden());
    List<SitingQuestion.Source> sources = sources(from.sources());
    int corners =
        Objects.requireNonNull(
            whole("candidates.corners", from.corners(), 0, MOST_CORNERS, DEFAULT_CORNERS));
    if (forced.isEmpty()) {
      requireSome(sources, corners);
    }
    forced.stream()
        .filter(forbidden::contains)
        .findFirst()
        .ifPresent(
            id -> {
              throw ProblemException.badParameter(
                  "forbidden", id, "a candidate that is not forced as well");
            });
    return new SitingQuestion(
        model,
        types.get(0),
        sites,
        budget,
        scope,
        questions.group(query),
        weights(request.weights()),
        coverShare(request.coverShare()),
        leastYuan(request.minimise()),
        most,
        number("minimumShare", request.minimumShare(), 0, 1),
        shares(request.minimumShares()),
        capacities,
        siteCapacity == null ? null : (double) siteCapacity,
        sources,
        corners,
        number("candidates.defaultCostYuan", from.defaultCostYuan(), 0, MOST_YUAN),
        grant,
        forced,
        forbidden,
        List.copyOf(texts("closed", request.closed())),
        added(request.added(), capacities, siteCapacity),
        seed(request.seed()),
        Objects.requireNonNull(
            whole("seconds", request.seconds(), 1, MOST_SECONDS, DEFAULT_SECONDS)));
  }

  private static SitingProblem.Model model(@Nullable String code) {
    return Arrays.stream(SitingProblem.Model.values())
        .filter(model -> SitingQuestion.code(model).equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemException.badParameter("model", code, "one of " + MODELS));
  }

  /** The fields that are read as in /coverage, with its limits and its words. */
  private static Query query(SitingRequest request) {
    MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
    put(values, "type", request.type());
    put(values, "minutes", request.minutes());
    put(values, "profile", request.profile());
    put(values, "speedKmh", request.speedKmh());
    put(values, "trip", request.trip());
    put(values, "flat", request.flat());
    put(values, "group", request.group());
    put(values, "area", request.area());
    if (request.zoneMinutes() != null) {
      request
          .zoneMinutes()
          .forEach((zone, minutes) -> values.add("zoneMinutes", zone + ":" + minutes));
    }
    if (request.type() != null && request.type().contains(",")) {
      throw ProblemException.badParameter("type", request.type(), "one type");
    }
    return Query.of(values, SurveyQuestions.parameters("type", "group"));
  }

  private static void put(
      MultivaluedHashMap<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.add(name, value.toString());
    }
  }

  private Survey.Scope scope(Query query) {
    Survey.Scope asked = surveys.scope(query);
    return new Survey.Scope(
        asked.minutes(),
        asked.zones(),
        asked.walker(),
        asked.flat(),
        AreaLevel.TOWN,
        asked.area(),
        false);
  }

  private static double maxMinutes(SitingRequest request, Survey.Scope scope) {
    double longest = scope.zones().minutes().values().stream().reduce(scope.minutes(), Math::max);
    Double given = number("maxMinutes", request.maxMinutes(), longest, MOST_MINUTES);
    return given == null ? Math.max(longest, DEFAULT_MOST_MINUTES) : given;
  }

  private static double coverShare(@Nullable Double share) {
    if (share == null) {
      return 1;
    }
    if (!(share > 0 && share <= 1)) {
      throw ProblemException.badParameter(
          "coverShare", share.toString(), "number greater than 0, at most 1");
    }
    return share;
  }

  private static boolean leastYuan(@Nullable String minimise) {
    if (minimise != null && !minimise.equals("sites") && !minimise.equals("yuan")) {
      throw ProblemException.badParameter("minimise", minimise, "sites or yuan");
    }
    return "yuan".equals(minimise);
  }

  private static Map<DemandGroup, Double> weights(@Nullable Map<String, Double> given) {
    Map<DemandGroup, Double> weights = new EnumMap<>(DemandGroup.class);
    if (given != null) {
      given.forEach(
          (code, weight) -> {
            DemandGroup group =
                DemandGroup.find(code)
                    .orElseThrow(
                        () -> ProblemException.badParameter("weights", code, DemandGroup.legal()));
            if (weight == null || !(weight >= 1 && weight <= MOST_WEIGHT)) {
              throw ProblemException.badParameter(
                  "weights." + code, text(weight), "number from 1 to 1000");
            }
            weights.put(group, weight);
          });
    }
    return weights;
  }

  private static Map<String, Double> shares(@Nullable Map<String, Double> given) {
    Map<String, Double> shares = new TreeMap<>();
    if (given != null) {
      given.forEach(
          (code, share) -> {
            if (share == null || !(share >= 0 && share <= 1)) {
              throw ProblemException.badParameter(
                  "minimumShares." + code, text(share), "number from 0 to 1");
            }
            shares.put(code, share);
          });
    }
    return shares;
  }

  private static List<SitingQuestion.Source> sources(@Nullable List<String> given) {
    if (given == null) {
      return List.of(SitingQuestion.Source.values());
    }
    Map<String, SitingQuestion.Source> known = new LinkedHashMap<>();
    for (SitingQuestion.Source source : SitingQuestion.Source.values()) {
      known.put(source.code(), source);
    }
    for (String code : given) {
      if (code == null || !known.containsKey(code)) {
        throw ProblemException.badParameter(
            "candidates.sources", String.valueOf(code), String.join(", ", known.keySet()));
      }
    }
    return known.values().stream().filter(source -> given.contains(source.code())).toList();
  }

  /** Nothing to choose from is no question. */
  private static void requireSome(List<SitingQuestion.Source> sources, int corners) {
    if (sources.isEmpty()) {
      throw ProblemException.badParameter(
          "candidates.sources",
          "[]",
          "at least one of "
              + Arrays.stream(SitingQuestion.Source.values())
                  .map(SitingQuestion.Source::code)
                  .collect(Collectors.joining(", "))
              + ", or forced candidates");
    }
    if (corners == 0 && sources.equals(List.of(SitingQuestion.Source.CORNERS))) {
      throw ProblemException.badParameter(
          "candidates.corners", "0", "whole number from 1 to " + MOST_CORNERS);
    }
  }

  private static List<String> ids(String field, @Nullable List<String> given) {
    List<String> ids = texts(field, given);
    for (String id : ids) {
      boolean legal =
          id.startsWith("c:") || id.startsWith("f:") || SiteCandidate.placeOf(id).isPresent();
      if (!legal) {
        throw ProblemException.badParameter(
            field, id, "c:<id of a loaded candidate>, f:<id of a facility> or n:<lon>,<lat>");
      }
    }
    return ids;
  }

  private static List<String> texts(String field, @Nullable List<String> given) {
    Set<String> all = new LinkedHashSet<>();
    for (String text : given == null ? List.<String>of() : given) {
      if (text == null || text.isBlank()) {
        throw ProblemException.badParameter(field, String.valueOf(text), "a list of ids");
      }
      all.add(text.strip());
    }
    limit(field, all.size());
    return all.stream().sorted().collect(Collectors.toUnmodifiableList());
  }

  private static void limit(String field, int size) {
    if (size > MOST_LISTED) {
      throw ProblemException.badParameter(
          field, size + " entries", "at most " + MOST_LISTED + " entries");
    }
  }

  private static List<SitingRequest.Place> added(
      @Nullable List<SitingRequest.Place> given, boolean full, @Nullable Integer siteCapacity) {
    List<SitingRequest.Place> places = new ArrayList<>();
    for (SitingRequest.Place place : given == null ? List.<SitingRequest.Place>of() : given) {
      String field = "added[%d]".formatted(places.size());
      if (place == null) {
        throw ProblemException.badParameter(field, null, "lon and lat");
      }
      degrees(field + ".lon", place.lon(), 180);
      degrees(field + ".lat", place.lat(), 90);
      Integer capacity = whole(field + ".capacity", place.capacity(), 0, 1_000_000, siteCapacity);
      if (full && capacity == null) {
        throw ProblemException.badParameter(
            field + ".capacity",
            null,
            "whole number from 0 to 1000000 where facilities can be full; or give siteCapacity");
      }
      places.add(
          !full || capacity == null
              ? place
              : new SitingRequest.Place(place.lon(), place.lat(), (double) capacity));
    }
    limit("added", places.size());
    return List.copyOf(places);
  }

  private static void degrees(String field, @Nullable Double value, double most) {
    if (value == null || !(Math.abs(value) <= most)) {
      throw ProblemException.badParameter(
          field, text(value), "number from -%d to %d".formatted((int) most, (int) most));
    }
  }

  private static long seed(@Nullable Double given) {
    if (given == null) {
      return 1;
    }
    if (!(Math.abs(given) <= MOST_SEED) || given != Math.rint(given)) {
      throw ProblemException.badParameter(
          "seed", given.toString(), "whole number from -9007199254740991 to 9007199254740991");
    }
    return given.longValue();
  }

  private static @Nullable Integer whole(
      String field, @Nullable Double value, int least, int most, @Nullable Integer fallback) {
    if (value == null) {
      return fallback;
    }
    if (!(value >= least && value <= most) || value != Math.rint(value)) {
      throw ProblemException.badParameter(
          field, text(value), "whole number from %d to %d".formatted(least, most));
    }
    return value.intValue();
  }

  private static @Nullable Double number(
      String field, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw ProblemException.badParameter(
          field,
          text(value),
          "number from %s to %s"
              .formatted(SurveyQuestions.plain(least), SurveyQuestions.plain(most)));
    }
    return value;
  }

  private static @Nullable String text(@Nullable Double value) {
    return value == null
        ? null
        : Double.isFinite(value) ? SurveyQuestions.plain(value) : value.toString();
  }
}
