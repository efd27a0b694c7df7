package org.caremap.standards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.caremap.core.standards.AppliesTo;
import org.caremap.core.standards.FacilityFilter;
import org.caremap.core.standards.Relaxed;
import org.caremap.core.standards.StandardRule;
import org.jspecify.annotations.Nullable;

/** Writes rules as {@link RuleReader} reads them: the same rule, always the same text. */
final class RuleWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RuleWriter() {}

  /** All fields of a rule, in one order; unknown ones are null. */
  static ObjectNode write(StandardRule rule) {
    AppliesTo to = rule.appliesTo();
    ObjectNode node = JSON.objectNode();
    node.put("id", rule.id());
    node.put("plan", rule.plan());
    node.put("seedFile", rule.seedFile());
    node.put("quote", rule.quote());
    node.put("zh", rule.zh());
    node.put("en", rule.en());
    node.set("level", texts(to.levels()));
    node.put("urban", to.urban());
    node.put("zone", to.zone());
    node.put("area", to.area());
    node.put("except", to.except());
    node.put("estateAge", to.estateAge());
    node.set("types", texts(rule.facilities().types()));
    node.set("where", where(rule.facilities()));
    node.put("indicator", rule.indicator());
    ObjectNode parameters = node.putObject("parameters");
    new TreeMap<>(rule.parameters()).forEach((name, value) -> put(parameters, name, value));
    node.put("comparison", rule.comparison().sign());
    put(node, "threshold", rule.threshold());
    put(node, "wanted", rule.wanted());
    node.set("relaxed", relaxed(rule.relaxed()));
    node.put("unit", rule.unit());
    node.put("unitZh", rule.unitZh());
    node.put("due", rule.due());
    return node;
  }

  private static ObjectNode where(FacilityFilter filter) {
    ObjectNode where = JSON.objectNode();
    putIf(where, "meetsStandard", filter.meetsStandard());
    putIf(where, "sociallyRun", filter.sociallyRun());
    putIf(where, "demonstrationSite", filter.demonstrationSite());
    putIf(where, "regionalCentre", filter.regionalCentre());
    if (filter.openedFrom() != null) {
      where.put("openedFrom", filter.openedFrom().toString());
    }
    putIf(where, "directly", filter.directly());
    if (!filter.levels().isEmpty()) {
      ObjectNode levels = where.putObject("levels");
      new TreeMap<>(filter.levels()).forEach((type, of) -> levels.set(type, texts(of)));
    }
    return where;
  }

  private static @Nullable ObjectNode relaxed(@Nullable Relaxed relaxed) {
    if (relaxed == null) {
      return null;
    }
    ObjectNode node = JSON.objectNode();
    put(node, "threshold", relaxed.threshold());
    node.put("when", "fewElders");
    put(node, "elders", relaxed.elders());
    return node;
  }

  private static void putIf(ObjectNode node, String name, @Nullable Boolean value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable Object value) {
    if (value instanceof Number number) {
      double n = number.doubleValue();
      if (n == Math.rint(n) && Math.abs(n) < 1e15) {
        node.put(name, (long) n);
      } else {
        node.put(name, n);
      }
    } else if (value instanceof Boolean flag) {
      node.put(name, flag);
    } else if (value instanceof Collection<?> list) {
      node.set(name, texts(list.stream().map(String::valueOf).toList()));
    } else {
      node.put(name, (String) value);
    }
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
