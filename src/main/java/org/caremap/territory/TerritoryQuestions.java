package org.caremap.territory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** The one place that reads what territories are asked for. */
@ApplicationScoped
class TerritoryQuestions {
  /** Most parts of a plan. */
  static final int MOST_PARTS = 500;

  private static final int LONGEST_NAME = 200;

  private final CodeLists codes;
  private final WalkingProfiles profiles;
  private final TerritoryRules rules;

  TerritoryQuestions(CodeLists codes, WalkingProfiles profiles, TerritoryRules rules) {
    this.codes = codes;
    this.profiles = profiles;
    this.rules = rules;
  }

  /**
   * @throws ProblemException 400 naming field, value and what is legal
   */
  TerritoryQuestion read(@Nullable TerritoryForm form) {
    if (form == null) {
      throw ProblemException.badRequest("a JSON body that says what to draw is needed");
    }
    TerritoryQuestion.Kind kind =
        code(
            "kind",
            form.kind(),
            TerritoryQuestion.Kind.values(),
            TerritoryQuestion.Kind::code,
            TerritoryQuestion.Kind.CENTRES);
    Integer parts = form.parts();
    if (parts != null && (parts < 1 || parts > MOST_PARTS)) {
      throw bad("parts", parts, "whole number from 1 to " + MOST_PARTS);
    }
    List<String> operators = names(form.operators());
    if (kind == TerritoryQuestion.Kind.OPERATORS
        && parts == null
        && operators.isEmpty()
        && form.holders() == null) {
      throw bad("parts", null, "a number of operators from 1 to 500, or their names in operators");
    }
    return new TerritoryQuestion(
        kind,
        type("type", form.type(), "home_care_station"),
        type("centreType", form.centreType(), "care_centre"),
        form.centres() == null ? List.of() : List.copyOf(new LinkedHashSet<>(form.centres())),
        parts,
        operators,
        (int)
            number(
                "stationsPerCentre",
                form.stationsPerCentre() == null ? null : form.stationsPerCentre().doubleValue(),
                1,
                MOST_PARTS,
                rules.stationsPerCentre()),
        code(
            "balance",
            form.balance(),
            TerritoryQuestion.Balance.values(),
            TerritoryQuestion.Balance::code,
            TerritoryQuestion.Balance.STATIONS),
        number("tolerance", form.tolerance(), 0, 1, rules.tolerance()),
        form.group() == null
            ? DemandGroup.AGE60
            : DemandGroup.find(form.group())
                .orElseThrow(() -> bad("group", form.group(), DemandGroup.legal())),
        form.area() == null || form.area().isBlank() ? null : form.area().strip(),
        form.seed() == null ? 1 : form.seed(),
        profiles.of(SurveyQuestions.query(walker(form), "profile", "speedKmh", "trip", "flat")),
        form.flat() != null && form.flat());
  }

  private static Map<String, String> walker(TerritoryForm form) {
    Map<String, String> walker = new HashMap<>();
    if (form.profile() != null) {
      walker.put("profile", form.profile());
    }
    if (form.speedKmh() != null) {
      walker.put("speedKmh", form.speedKmh().toString());
    }
    if (form.trip() != null) {
      walker.put("trip", form.trip());
    }
    if (form.flat() != null) {
      walker.put("flat", form.flat().toString());
    }
    return walker;
  }

  private String type(String field, @Nullable String given, String fallback) {
    String type = given == null ? fallback : given;
    try {
      codes.requireTypes(List.of(type));
    } catch (ProblemException e) {
      throw bad(field, type, String.valueOf(e.problem().legal()));
    }
    return type;
  }

  private static List<String> names(@Nullable List<String> given) {
    if (given == null) {
      return List.of();
    }
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (String name : given) {
      if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
        throw bad("operators", name, "names of 1 to %d characters".formatted(LONGEST_NAME));
      }
      if (!names.add(name.strip())) {
        throw bad("operators", name, "each name once");
      }
    }
    if (names.size() > MOST_PARTS) {
      throw bad("operators", names.size() + " names", "at most " + MOST_PARTS);
    }
    return List.copyOf(names);
  }

  private static double number(
      String field, @Nullable Double given, double least, double most, double fallback) {
    if (given == null) {
      return fallback;
    }
    if (!(given >= least && given <= most)) {
      throw bad(
          field,
          given,
          "number from %s to %s"
              .formatted(SurveyQuestions.plain(least), SurveyQuestions.plain(most)));
    }
    return given;
  }

  private static <E> E code(
      String field, @Nullable String given, E[] legal, Function<E, String> code, E fallback) {
    if (given == null) {
      return fallback;
    }
    return Arrays.stream(legal)
        .filter(one -> code.apply(one).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    field,
                    given,
                    "one of " + Arrays.stream(legal).map(code).collect(Collectors.joining(", "))));
  }

  static ProblemException bad(String field, @Nullable Object value, String legal) {
    return ProblemException.badParameter(field, value == null ? null : value.toString(), legal);
  }
}
