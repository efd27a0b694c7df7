package org.caremap.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads lists of needs, the built-in one first and a bureau's own after it. A mistake is refused
 * with file, entry, field, value and what would be legal.
 */
final class NeedReader {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Set<String> FIELDS =
      Set.of("code", "groups", "services", "zh", "en", "seed", "quote", "off");

  private final Collection<String> groups;
  private final Collection<String> services;
  private final Map<String, Need> needs = new LinkedHashMap<>();

  /**
   * @param groups legal codes of groups
   * @param services legal codes of services
   */
  NeedReader(Collection<String> groups, Collection<String> services) {
    this.groups = groups;
    this.services = services;
  }

  /**
   * Adds a file's needs.
   *
   * @throws IllegalStateException naming what is wrong
   */
  NeedReader add(String file, List<JsonNode> list) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode node = list.get(i);
      String entry = file + ", entry " + (i + 1);
      for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!FIELDS.contains(name)) {
          throw wrong(entry, name, node.get(name), "fields " + FIELDS.stream().sorted().toList());
        }
      }
      String code = text(entry, node, "code");
      if (!CODE.matcher(code).matches()) {
        throw wrong(entry, "code", node.get("code"), "lower-case letters, digits and -");
      }
      if (node.path("off").asBoolean(false)) {
        if (needs.remove(code) == null) {
          throw wrong(entry, "code", node.get("code"), "one of " + needs.keySet());
        }
        continue;
      }
      needs.put(
          code,
          new Need(
              code,
              codes(entry, node, "groups", groups),
              codes(entry, node, "services", services),
              text(entry, node, "zh"),
              text(entry, node, "en"),
              text(entry, node, "seed"),
              text(entry, node, "quote")));
    }
    return this;
  }

  List<Need> read() {
    return List.copyOf(needs.values());
  }

  private static String text(String entry, JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(entry, field, value, "a text");
    }
    return value.asText().strip();
  }

  private static List<String> codes(
      String entry, JsonNode node, String field, Collection<String> legal) {
    List<String> codes = new ArrayList<>();
    for (JsonNode code : node.path(field)) {
      if (!legal.contains(code.asText()) || codes.contains(code.asText())) {
        throw wrong(entry, field, code, "each once, of " + String.join(", ", legal));
      }
      codes.add(code.asText());
    }
    if (codes.isEmpty()) {
      throw wrong(entry, field, node.path(field), "one or more of " + String.join(", ", legal));
    }
    return codes;
  }

  private static IllegalStateException wrong(
      String entry, String field, JsonNode value, String legal) {
    return new IllegalStateException(
        value.isMissingNode()
            ? "%s: %s is missing; legal: %s".formatted(entry, field, legal)
            : "%s: %s is %s; legal: %s".formatted(entry, field, value, legal));
  }
}
