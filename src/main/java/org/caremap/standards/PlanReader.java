package org.caremap.standards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.core.standards.StandardRule;

/**
 * Plans and rules from files: what comes with the product, then what a bureau wrote. A rule whose
 * id is known replaces that rule; a plan whose code is known gains rules.
 */
final class PlanReader {
  private final RuleReader reader;
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private final Map<String, StandardRule> rules = new LinkedHashMap<>();

  PlanReader(RuleReader reader) {
    this.reader = reader;
  }

  /**
   * @param file for complaints
   * @param list its plans
   * @param builtIn whether it comes with the product
   * @throws IllegalStateException naming file, rule, field, value and what would be legal
   */
  PlanReader add(String file, List<JsonNode> list, boolean builtIn) {
    for (JsonNode node : list) {
      String what = "plan '" + node.path("code").asText() + "'";
      Plan plan;
      try {
        RuleFields.requirePlainTexts(node);
        RuleFields fields = RuleFields.of(node, "code", "zh", "en", "year", "seedFile", "rules");
        Plan known = plans.get(node.path("code").asText());
        plan =
            known != null && !builtIn
                ? known
                : new Plan(
                    fields.code("code"),
                    fields.text("zh"),
                    fields.text("en"),
                    fields.findYear("year"),
                    fields.text("seedFile", ""),
                    builtIn);
        if (!fields.raw("rules").isArray()) {
          throw fields.wrong("rules", "a list of rules");
        }
      } catch (IllegalRule e) {
        throw e.in(file, what);
      }
      plans.put(plan.code(), plan);
      for (JsonNode one : node.get("rules")) {
        StandardRule rule;
        try {
          rule = reader.read(one, plan);
          if (rule.quote().isEmpty()) {
            throw new IllegalRule("quote", null, RuleReader.QUOTE);
          }
        } catch (IllegalRule e) {
          throw e.in(file, "rule '" + one.path("id").asText() + "'");
        }
        rules.put(rule.id(), rule);
      }
    }
    return this;
  }

  /** Plans in the order of their files. */
  Map<String, Plan> plans() {
    return plans;
  }

  /** Rules in the order of their files. */
  Map<String, StandardRule> rules() {
    return rules;
  }

  /** The plan of a code. */
  Optional<Plan> findPlan(String code) {
    return Optional.ofNullable(plans.get(code));
  }
}
