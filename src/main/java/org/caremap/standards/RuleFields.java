package org.caremap.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a rule or plan as a person wrote them; every complaint is an {@link IllegalRule}.
 */
final class RuleFields {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final String PLAIN =
      "a text without control characters (line breaks may be) and without halves of characters";
  private static final int MAX_TEXT = 1000;
  private static final int MAX_LIST = 100;

  private final String path;
  private final JsonNode node;

  private RuleFields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** The fields of an object, and no others than these. */
  static RuleFields of(@Nullable JsonNode node, String... known) {
    return new RuleFields("", node == null ? MissingNode.getInstance() : node).only(known);
  }

  /**
   * Refuses control characters other than line breaks, and halves of characters, which no database
   * and no answer could hold.
   */
  static void requirePlainTexts(JsonNode node) {
    requirePlainTexts("", node);
  }

  private static void requirePlainTexts(String path, JsonNode node) {
    if (node.isTextual() && !isPlain(node.asText())) {
      throw new IllegalRule(path, escaped(node.asText()), PLAIN);
    }
    node.fields()
        .forEachRemaining(
            field -> {
              String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              if (!isPlain(field.getKey())) {
                throw new IllegalRule(escaped(at), escaped(field.getKey()), PLAIN);
              }
              requirePlainTexts(at, field.getValue());
            });
    if (node.isArray()) {
      node.forEach(one -> requirePlainTexts(path, one));
    }
  }

  private static boolean isPlain(String text) {
    return text.codePoints().allMatch(RuleFields::isPlain);
  }

  /** A code point that is a surrogate is one without its other half. */
  private static boolean isPlain(int codePoint) {
    return codePoint == '\n'
        || !Character.isISOControl(codePoint)
            && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            one -> {
              if (isPlain(one)) {
                plain.appendCodePoint(one);
              } else {
                plain.append("\\u%04x".formatted(one));
              }
            });
    return plain.toString();
  }

  private RuleFields only(String... known) {
    if (!node.isObject()) {
      throw new IllegalRule(
          path.isEmpty() ? "rule" : path.substring(0, path.length() - 1),
          shown(node),
          "an object with " + String.join(", ", known));
    }
    Set<String> legal = new TreeSet<>(List.of(known));
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!legal.contains(name)) {
        throw new IllegalRule(
            path + name,
            shown(node.get(name)),
            "no such field; known: " + String.join(", ", legal));
      }
    }
    return this;
  }

  /** The fields of a part; empty where it is absent. */
  RuleFields part(String name, String... known) {
    JsonNode part = node.path(name);
    if (part.isMissingNode() || part.isNull()) {
      return new RuleFields(
          path + name + ".",
          com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
    }
    return new RuleFields(path + name + ".", part).only(known);
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode raw(String name) {
    return node.path(name);
  }

  String code(String name) {
    String code = text(name);
    if (!CODE.matcher(code).matches()) {
      throw wrong(name, "1 to 60 lower-case letters, digits and -");
    }
    return code;
  }

  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > MAX_TEXT) {
      throw wrong(name, "a text of 1 to " + MAX_TEXT + " characters");
    }
    return value.asText().strip();
  }

  String text(String name, String otherwise) {
    boolean empty = node.path(name).isTextual() && node.path(name).asText().isEmpty();
    return has(name) && !empty ? text(name) : otherwise;
  }

  @Nullable String findText(String name) {
    return has(name) ? text(name) : null;
  }

  @Nullable String findOneOf(String name, List<String> legal) {
    return has(name) ? oneOf(name, legal) : null;
  }

  String oneOf(String name, List<String> legal) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || !legal.contains(value.asText())) {
      throw wrong(name, "one of " + String.join(", ", legal));
    }
    return value.asText();
  }

  @Nullable Boolean findFlag(String name) {
    if (!has(name)) {
      return null;
    }
    if (!node.get(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.get(name).asBoolean();
  }

  double number(String name, double low, double high) {
    JsonNode value = node.path(name);
    // Written so that NaN fails too.
    if (!value.isNumber() || !(value.asDouble() >= low && value.asDouble() <= high)) {
      throw wrong(name, "a number from %s to %s".formatted(plain(low), plain(high)));
    }
    return value.asDouble();
  }

  @Nullable Double findNumber(String name, double low, double high) {
    return has(name) ? number(name, low, high) : null;
  }

  @Nullable Integer findYear(String name) {
    if (!has(name)) {
      return null;
    }
    int year = node.get(name).asInt();
    if (!node.get(name).isIntegralNumber() || year < 1949 || year > 2100) {
      throw wrong(name, "a year from 1949 to 2100");
    }
    return year;
  }

  @Nullable LocalDate findDate(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return LocalDate.parse(node.get(name).asText());
    } catch (DateTimeParseException e) {
      throw wrong(name, "a date such as 2026-03-31");
    }
  }

  /** A list of some of these; empty where it is absent. */
  List<String> listOf(String name, List<String> legal) {
    List<String> texts = new ArrayList<>();
    if (has(name)) {
      JsonNode list = node.get(name);
      if (!list.isArray() || list.size() > MAX_LIST) {
        throw wrong(name, "a list of at most " + MAX_LIST + " of " + String.join(", ", legal));
      }
      for (JsonNode value : list) {
        if (!value.isTextual() || !legal.contains(value.asText())) {
          throw new IllegalRule(path + name, shown(value), "of " + String.join(", ", legal));
        }
        texts.add(value.asText());
      }
    }
    return texts;
  }

  IllegalRule wrong(String name, String legal) {
    return new IllegalRule(path + name, shown(node.path(name)), legal);
  }

  private static @Nullable String shown(JsonNode value) {
    return value.isMissingNode() ? null : value.isTextual() ? value.asText() : value.toString();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
