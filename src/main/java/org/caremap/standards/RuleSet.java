package org.caremap.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.StandardRule;
import org.caremap.ledger.Ledger;

/**
 * The rules in force with their exceptions and the plans adopted, at one moment. Immutable.
 *
 * @param adopted codes of plans
 * @param rules by id, in display order
 * @param exceptions by id
 */
record RuleSet(
    Set<String> adopted, Map<String, StandardRule> rules, Map<String, RuleException> exceptions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RuleSet {
    adopted = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(adopted));
    rules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    exceptions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(exceptions));
  }

  /** The rules of plans. */
  List<StandardRule> of(Collection<String> plans) {
    return rules.values().stream().filter(rule -> plans.contains(rule.plan())).toList();
  }

  /** The exceptions from rules of plans. */
  List<RuleException> exceptionsOf(Collection<String> plans) {
    return exceptions.values().stream()
        .filter(one -> rules.containsKey(one.rule()))
        .filter(one -> plans.contains(rules.get(one.rule()).plan()))
        .toList();
  }

  /**
   * What verdicts of some plans depend on, as one text: the same rules, the same text.
   *
   * @param plans codes
   */
  String text(Collection<String> plans) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode codes = all.putArray("plans");
    plans.stream().sorted().forEach(codes::add);
    ArrayNode written = all.putArray("rules");
    of(plans).stream()
        .sorted(Comparator.comparing(StandardRule::id))
        .forEach(rule -> written.add(RuleWriter.write(rule)));
    ArrayNode allowed = all.putArray("exceptions");
    exceptionsOf(plans).stream()
        .sorted(Comparator.comparing(RuleException::id))
        .forEach(one -> allowed.add(ExceptionJson.write(one)));
    return all.toString();
  }

  /**
   * Twelve hex digits of {@link #text}.
   *
   * @param plans codes
   */
  String hash(Collection<String> plans) {
    return Ledger.digest(text(plans));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static RuleSet parse(String text, RuleReader reader) {
    try {
      JsonNode all = JSON.readTree(text);
      Set<String> adopted = new LinkedHashSet<>();
      all.path("plans").forEach(plan -> adopted.add(plan.asText()));
      Map<String, StandardRule> rules = new LinkedHashMap<>();
      for (JsonNode node : all.path("rules")) {
        StandardRule rule = reader.read(node, null);
        rules.put(rule.id(), rule);
      }
      Map<String, RuleException> exceptions = new LinkedHashMap<>();
      for (JsonNode node : all.path("exceptions")) {
        RuleException one = ExceptionJson.read(node);
        exceptions.put(one.id(), one);
      }
      return new RuleSet(adopted, rules, exceptions);
    } catch (JsonProcessingException | IllegalRule e) {
      throw new IllegalArgumentException("these are no rules: " + e.getMessage(), e);
    }
  }
}
