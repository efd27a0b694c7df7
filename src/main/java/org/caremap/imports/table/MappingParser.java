package org.caremap.imports.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads mapping files strictly: an unknown key is more likely a slip than a wish. */
final class MappingParser {
  private static final Set<String> KEYS =
      set("kind", "crs", "encoding", "delimiter", "unknown", "where", "fields", "description");
  private static final Set<String> TESTS = set("in", "notIn", "matches");

  private final MappingNode root;
  private final String displayName;

  private MappingParser(MappingNode root, String displayName) {
    this.root = root;
    this.displayName = displayName;
  }

  static TableMapping parse(byte[] yaml, String displayName) {
    Object tree;
    try {
      tree = YamlText.read(yaml);
    } catch (IOException e) {
      throw new MappingException(
          "Mapping "
              + displayName
              + " is not YAML: "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
    return new MappingParser(new MappingNode("Mapping " + displayName, tree), displayName).read();
  }

  private TableMapping read() {
    Map<String, MappingNode> keys = root.object(KEYS);
    MappingNode kindNode = root.required(keys, "kind");
    TableKind kind =
        TableKind.find(kindNode.text())
            .orElseThrow(() -> kindNode.problem("must be facilities, demand or areas"));
    return new TableMapping(
        displayName,
        kind,
        keys.containsKey("crs") ? keys.get("crs").text() : null,
        keys.containsKey("encoding") ? charset(keys.get("encoding")) : null,
        keys.containsKey("delimiter") ? delimiter(keys.get("delimiter")) : null,
        keys.containsKey("unknown") ? unknown(keys.get("unknown")) : null,
        conditions(keys.get("where")),
        fields(root.required(keys, "fields"), kind));
  }

  private static Charset charset(MappingNode node) {
    try {
      return Charset.forName(node.text());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw node.problem("is no known encoding; e.g. UTF-8, GB18030 or Shift_JIS");
    }
  }

  private static Character delimiter(MappingNode node) {
    String text = node.text();
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
      throw node.problem("must be a single character such as \",\" or \";\", or tab");
    }
    return text.charAt(0);
  }

  private static Set<String> unknown(MappingNode node) {
    Set<String> markers = new LinkedHashSet<>(Set.of(""));
    node.texts().forEach(text -> markers.add(Texts.marker(text)));
    return markers;
  }

  private static List<RowCondition> conditions(@Nullable MappingNode where) {
    List<RowCondition> conditions = new ArrayList<>();
    if (where == null) {
      return conditions;
    }
    for (MappingNode node : where.itemsOrSelf()) {
      Map<String, MappingNode> keys = node.object(set("column", "in", "notIn", "matches"));
      String column = node.required(keys, "column").text();
      List<String> tests = TESTS.stream().filter(keys::containsKey).toList();
      if (tests.size() != 1) {
        throw node.problem("needs exactly one of in, notIn, matches");
      }
      MappingNode test = keys.get(tests.get(0));
      conditions.add(
          switch (tests.get(0)) {
            case "in" -> new RowCondition(column, trimmed(test), null, null);
            case "notIn" -> new RowCondition(column, null, trimmed(test), null);
            default -> new RowCondition(column, null, null, pattern(test));
          });
    }
    return conditions;
  }

  private static Set<String> trimmed(MappingNode node) {
    Set<String> texts = new LinkedHashSet<>();
    node.texts().forEach(text -> texts.add(Texts.trim(text)));
    return texts;
  }

  static Pattern pattern(MappingNode node) {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException e) {
      throw node.problem("is no regular expression: " + e.getDescription());
    }
  }

  private static Map<String, FieldRule> fields(MappingNode node, TableKind kind) {
    Set<String> known = AliasBook.get().fields(kind).keySet();
    Map<String, FieldRule> rules = new LinkedHashMap<>();
    node.object(known).forEach((field, spec) -> rules.put(field, FieldRuleParser.parse(spec)));
    if (rules.isEmpty()) {
      throw node.problem("must name at least one field of " + String.join(", ", known));
    }
    return rules;
  }

  /** A set that keeps its order, for messages. */
  static Set<String> set(String... items) {
    return new LinkedHashSet<>(List.of(items));
  }
}
