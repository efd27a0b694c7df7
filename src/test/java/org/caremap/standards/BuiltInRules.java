package org.caremap.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collection;
import java.util.List;
import org.caremap.core.standards.StandardRule;
import org.caremap.facility.Code;
import org.caremap.platform.GeoData;

/** The rules that come with the product, as a test needs them. */
final class BuiltInRules {
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  static final List<String> TYPES =
      GeoData.listBuiltIn("codes/facility-types.yaml", new TypeReference<List<Code>>() {}).stream()
          .map(Code::code)
          .toList();
  private static final PlanReader READ = read();

  private BuiltInRules() {}

  static PlanReader read() {
    PlanReader reader = new PlanReader(new RuleReader(TYPES));
    for (String file : StandardRules.BUILT_IN) {
      reader.add(file, GeoData.listBuiltIn("standards/" + file, LIST), true);
    }
    return reader;
  }

  static Collection<StandardRule> all() {
    return READ.rules().values();
  }

  static StandardRule rule(String id) {
    StandardRule rule = READ.rules().get(id);
    if (rule == null) {
      throw new AssertionError("no rule " + id);
    }
    return rule;
  }

  /** The same rule with some fields written over. */
  static StandardRule changed(String id, String fields) {
    try {
      com.fasterxml.jackson.databind.node.ObjectNode node = RuleWriter.write(rule(id));
      node.setAll(
          (com.fasterxml.jackson.databind.node.ObjectNode) new YAMLMapper().readTree(fields));
      return new RuleReader(TYPES).read(node, null);
    } catch (JsonProcessingException e) {
      throw new AssertionError(fields, e);
    }
  }
}
