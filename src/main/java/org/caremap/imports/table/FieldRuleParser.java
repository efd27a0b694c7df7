package org.caremap.imports.table;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rule of one field of a mapping file. */
final class FieldRuleParser {
  private static final Set<String> KEYS =
      MappingParser.set(
          "column",
          "columns",
          "join",
          "split",
          "part",
          "sum",
          "map",
          "otherwise",
          "value",
          "extract",
          "date",
          "factor",
          "prefix");

  private FieldRuleParser() {}

  /** A text alone is short for {@code {column: text}}. */
  static FieldRule parse(MappingNode node) {
    if (node.isText()) {
      return plain(new FieldRule.Column(node.text()));
    }
    Map<String, MappingNode> keys = node.object(KEYS);
    FieldRule.Source source = source(node, keys);
    return new FieldRule(
        source,
        keys.containsKey("extract") ? MappingParser.pattern(keys.get("extract")) : null,
        keys.containsKey("date") ? datePattern(keys.get("date")) : null,
        keys.containsKey("factor") ? factor(keys.get("factor")) : null,
        keys.containsKey("prefix") ? keys.get("prefix").text() : "");
  }

  /** A rule that changes nothing. */
  static FieldRule plain(FieldRule.Source source) {
    return new FieldRule(source, null, null, null, "");
  }

  private static FieldRule.Source source(MappingNode node, Map<String, MappingNode> keys) {
    List<String> starts =
        List.of("column", "columns", "sum", "value").stream().filter(keys::containsKey).toList();
    if (starts.size() != 1) {
      throw node.problem("needs exactly one of column, columns, sum, value");
    }
    String start = starts.get(0);
    if (keys.containsKey("map")) {
      return cases(node, keys, columns(node, keys, start));
    }
    only(node, keys, "otherwise", false, "map");
    only(node, keys, "split", start.equals("column"), "column");
    only(node, keys, "part", keys.containsKey("split"), "split");
    only(node, keys, "join", start.equals("columns"), "columns");
    return switch (start) {
      case "column" ->
          keys.containsKey("split")
              ? split(node, keys)
              : new FieldRule.Column(keys.get("column").text());
      case "columns" ->
          new FieldRule.Join(keys.get("columns").someTexts(), node.required(keys, "join").text());
      case "sum" -> new FieldRule.Sum(keys.get("sum").someTexts());
      default -> new FieldRule.Constant(keys.get("value").text());
    };
  }

  private static List<String> columns(
      MappingNode node, Map<String, MappingNode> keys, String start) {
    return switch (start) {
      case "column" -> List.of(keys.get("column").text());
      case "columns" -> keys.get("columns").someTexts();
      default -> throw node.problem("map needs column or columns");
    };
  }

  private static void only(
      MappingNode node, Map<String, MappingNode> keys, String key, boolean legal, String with) {
    if (keys.containsKey(key) && !legal) {
      throw node.problem(key + " is only legal with " + with);
    }
  }

  private static FieldRule.Split split(MappingNode node, Map<String, MappingNode> keys) {
    MappingNode separator = keys.get("split");
    if (separator.text().isEmpty()) {
      throw separator.problem("must not be empty");
    }
    MappingNode part = node.required(keys, "part");
    double number = Numbers.parse(part.text());
    if (!(number >= 1 && number <= 1000 && number == Math.rint(number))) {
      throw part.problem("must be a whole number from 1 to 1000");
    }
    return new FieldRule.Split(keys.get("column").text(), separator.text(), (int) number);
  }

  private static FieldRule.Cases cases(
      MappingNode node, Map<String, MappingNode> keys, List<String> columns) {
    only(node, keys, "split", false, "column and without map");
    only(node, keys, "join", false, "columns and without map");
    List<FieldRule.Case> cases = new ArrayList<>();
    for (MappingNode item : keys.get("map").itemsOrSelf()) {
      Map<String, MappingNode> caseKeys = item.object(MappingParser.set("when", "value"));
      List<String> when =
          item.required(caseKeys, "when").texts().stream().map(Texts::trim).toList();
      if (when.size() != columns.size()) {
        throw item.problem(
            "when has " + when.size() + " texts but there are " + columns.size() + " columns");
      }
      cases.add(new FieldRule.Case(when, item.required(caseKeys, "value").text()));
    }
    return new FieldRule.Cases(columns, List.copyOf(cases), otherwise(keys.get("otherwise")));
  }

  private static FieldRule.Otherwise otherwise(@Nullable MappingNode node) {
    if (node == null) {
      return new FieldRule.Refuse();
    }
    return switch (node.text()) {
      case "skip" -> new FieldRule.Skip();
      case "error" -> new FieldRule.Refuse();
      default -> new FieldRule.Value(node.text());
    };
  }

  private static FieldRule.DatePattern datePattern(MappingNode node) {
    try {
      return new FieldRule.DatePattern(
          node.text(), DateTimeFormatter.ofPattern(node.text(), Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw node.problem("is no date pattern such as dd/MM/yyyy");
    }
  }

  private static double factor(MappingNode node) {
    double factor = Numbers.parse(node.text());
    if (Double.isNaN(factor)) {
      throw node.problem("must be a number");
    }
    return factor;
  }
}
