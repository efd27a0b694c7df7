package org.caremap.standards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caremap.area.AreaLevel;
import org.caremap.core.standards.AppliesTo;
import org.caremap.core.standards.Comparison;
import org.caremap.core.standards.FacilityFilter;
import org.caremap.core.standards.Indicator;
import org.caremap.core.standards.IndicatorParameter;
import org.caremap.core.standards.Indicators;
import org.caremap.core.standards.Relaxed;
import org.caremap.core.standards.StandardRule;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Reads rules as people write them, in a file or a form; complains as {@link IllegalRule}. */
final class RuleReader {
  private static final double MAX = 1e9;
  private static final String[] FIELDS = {
    "id",
    "plan",
    "seedFile",
    "quote",
    "zh",
    "en",
    "level",
    "urban",
    "zone",
    "area",
    "except",
    "estateAge",
    "types",
    "where",
    "indicator",
    "parameters",
    "comparison",
    "threshold",
    "wanted",
    "relaxed",
    "unit",
    "unitZh",
    "due",
    "changed",
    "builtIn"
  };

  /** What a quote has to be. */
  static final String QUOTE =
      "the words of the document that the rule is from, 1 to 1000 characters; of a bureau's own"
          + " rule, its own document's";

  private static final String[] WHERE = {
    "meetsStandard",
    "sociallyRun",
    "demonstrationSite",
    "regionalCentre",
    "openedFrom",
    "directly",
    "levels"
  };

  private final List<String> types;
  private final List<String> levels = new ArrayList<>(List.of(AppliesTo.WHOLE));

  /**
   * @param types codes of facility types
   */
  RuleReader(Collection<String> types) {
    this.types = List.copyOf(types);
    Arrays.stream(AreaLevel.values()).map(AreaLevel::code).forEach(levels::add);
  }

  /** Names of the fields of a rule. */
  static List<String> fields() {
    return List.of(FIELDS);
  }

  /**
   * @param node its fields; what only an answer says is read over
   * @param plan that it is of where it names none
   */
  StandardRule read(JsonNode node, @Nullable Plan plan) {
    RuleFields rule = RuleFields.of(node, FIELDS);
    Indicator indicator =
        Optional.of(rule.raw("indicator").asText())
            .flatMap(Indicators::find)
            .orElseThrow(() -> rule.wrong("indicator", "one of " + Indicators.legal()));
    List<String> legalComparisons =
        Arrays.stream(Comparison.values()).map(Comparison::sign).toList();
    Comparison comparison =
        Comparison.find(rule.oneOf("comparison", legalComparisons)).orElseThrow();
    List<String> level = rule.listOf("level", levels);
    if (level.isEmpty()) {
      throw rule.wrong("level", "at least one of " + String.join(", ", levels));
    }
    if (level.contains(AppliesTo.WHOLE) && level.size() > 1) {
      throw rule.wrong("level", "whole stands alone");
    }
    if (indicator.countsFacilities() && rule.listOf("types", types).isEmpty()) {
      throw rule.wrong("types", "at least one of " + String.join(", ", types));
    }
    RuleFields relaxed = rule.part("relaxed", "threshold", "elders", "when");
    return new StandardRule(
        rule.code("id"),
        plan == null ? rule.code("plan") : plan.code(),
        rule.text("seedFile", plan == null ? "" : plan.seedFile()),
        rule.text("quote", ""),
        rule.text("zh"),
        rule.text("en"),
        new AppliesTo(
            level,
            rule.findFlag("urban"),
            rule.findOneOf("zone", List.of("centre", "outer")),
            rule.findText("area"),
            rule.findText("except"),
            rule.findOneOf("estateAge", List.of("new", "old"))),
        filter(rule),
        indicator.code(),
        parameters(rule.part("parameters", names(indicator)), indicator),
        comparison,
        rule.number("threshold", 0, MAX),
        rule.findNumber("wanted", 0, MAX),
        rule.has("relaxed")
            ? new Relaxed(relaxed.number("threshold", 0, MAX), relaxed.findNumber("elders", 0, MAX))
            : null,
        rule.text("unit"),
        rule.text("unitZh"),
        rule.findYear("due"));
  }

  private FacilityFilter filter(RuleFields rule) {
    RuleFields where = rule.part("where", WHERE);
    RuleFields byType = where.part("levels", types.toArray(String[]::new));
    Map<String, List<String>> levelsOfType = new LinkedHashMap<>();
    for (String type : byType.names()) {
      levelsOfType.put(type, byType.listOf(type, levels));
    }
    return new FacilityFilter(
        rule.listOf("types", types),
        where.findFlag("meetsStandard"),
        where.findFlag("sociallyRun"),
        where.findFlag("demonstrationSite"),
        where.findFlag("regionalCentre"),
        where.findDate("openedFrom"),
        where.findFlag("directly"),
        levelsOfType);
  }

  private static String[] names(Indicator indicator) {
    return indicator.parameters().stream().map(IndicatorParameter::name).toArray(String[]::new);
  }

  private Map<String, Object> parameters(RuleFields given, Indicator indicator) {
    Map<String, Object> parameters = new TreeMap<>();
    for (IndicatorParameter parameter : indicator.parameters()) {
      String name = parameter.name();
      if (given.has(name)) {
        parameters.put(
            name,
            switch (parameter.kind()) {
              case NUMBER -> given.number(name, parameter.low(), parameter.high());
              case FLAG -> Boolean.TRUE.equals(given.findFlag(name));
              case CHOICE -> given.oneOf(name, parameter.choices());
              case GROUP ->
                  given.oneOf(
                      name, Arrays.stream(DemandGroup.values()).map(DemandGroup::code).toList());
              case TYPES -> given.listOf(name, types);
            });
      }
    }
    return parameters;
  }
}
