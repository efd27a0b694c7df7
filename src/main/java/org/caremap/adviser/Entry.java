package org.caremap.adviser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list of the adviser, or a part of one. Every complaint is an {@link
 * IllegalStateException} that names file, entry, field, value and what would be legal.
 */
final class Entry {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final String file;
  private final String name;
  private final String path;
  private final JsonNode node;

  private Entry(String file, String name, String path, JsonNode node) {
    this.file = file;
    this.name = name;
    this.path = path;
    this.node = node;
  }

  /**
   * @param number of the entry in its file, from 1; names it until its code is known
   */
  static Entry of(String file, int number, JsonNode node) {
    JsonNode code = node.path("code");
    String name = code.isTextual() ? "'" + code.asText() + "'" : "number " + number;
    return new Entry(file, name, "", node);
  }

  /** The entry, with no other fields than these. */
  Entry fields(String... known) {
    if (!node.isObject()) {
      throw wrong("", node, "fields " + String.join(", ", known));
    }
    Set<String> legal = new TreeSet<>(List.of(known));
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!legal.contains(field)) {
        throw wrong(field, node.get(field), "no such field; known: " + String.join(", ", legal));
      }
    }
    return this;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String code() {
    String code = text("code");
    if (!CODE.matcher(code).matches()) {
      throw wrong("code", node.get("code"), "1 to 40 lower-case letters, digits and -");
    }
    return code;
  }

  String text(String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(field, node.get(field), "a text");
    }
    return value.asText();
  }

  @Nullable String findText(String field) {
    return has(field) ? text(field) : null;
  }

  String oneOf(String field, String... legal) {
    String value = text(field);
    if (!List.of(legal).contains(value)) {
      throw wrong(field, node.get(field), "one of " + String.join(", ", legal));
    }
    return value;
  }

  boolean flag(String field) {
    if (has(field) && !node.get(field).isBoolean()) {
      throw wrong(field, node.get(field), "true or false");
    }
    return node.path(field).asBoolean(false);
  }

  @Nullable Integer findYear(String field) {
    if (!has(field)) {
      return null;
    }
    int year = node.get(field).asInt();
    if (!node.get(field).isInt() || year < 1949 || year > 2100) {
      throw wrong(field, node.get(field), "a year from 1949 to 2100");
    }
    return year;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(field)) {
      if (!value.isTextual()) {
        throw wrong(field, value, "a list of texts");
      }
      texts.add(value.asText());
    }
    return texts;
  }

  /** The parts of a list field, at least one. */
  List<Entry> parts(String field) {
    List<Entry> parts = new ArrayList<>();
    for (JsonNode value : array(field)) {
      parts.add(new Entry(file, name, path + field + "[" + parts.size() + "].", value));
    }
    return parts;
  }

  Entry part(String field) {
    return new Entry(file, name, path + field + ".", node.path(field));
  }

  private JsonNode array(String field) {
    JsonNode value = node.path(field);
    if (!value.isArray() || value.isEmpty()) {
      throw wrong(field, node.get(field), "a list with at least one entry");
    }
    return value;
  }

  IllegalStateException wrong(String field, String legal) {
    return wrong(field, node.get(field), legal);
  }

  private IllegalStateException wrong(String field, @Nullable JsonNode value, String legal) {
    String where = path + field;
    return new IllegalStateException(
        "%s, entry %s: %s %s; legal: %s"
            .formatted(
                file,
                name,
                where.isEmpty() ? "it" : where,
                value == null || value.isMissingNode() ? "is missing" : "is " + value,
                legal));
  }
}
