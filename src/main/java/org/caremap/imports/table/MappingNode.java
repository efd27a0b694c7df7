package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in a mapping file, which knows its path for messages.
 *
 * @param path such as {@code Mapping x.yaml, fields.type.map[2]}
 * @param value map, list or text, as {@link YamlText} makes them
 */
record MappingNode(String path, Object value) {
  MappingException problem(String message) {
    String shown = value instanceof String text ? " \"" + text + "\"" : "";
    return new MappingException(path + shown + " " + message);
  }

  boolean isText() {
    return value instanceof String;
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw problem("must be a text");
  }

  /** The texts of a list, or a single text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (MappingNode item : itemsOrSelf()) {
      texts.add(item.text());
    }
    return texts;
  }

  List<String> someTexts() {
    List<String> texts = texts();
    if (texts.isEmpty()) {
      throw problem("must not be empty");
    }
    return texts;
  }

  List<MappingNode> itemsOrSelf() {
    if (!(value instanceof List<?> list)) {
      return List.of(this);
    }
    List<MappingNode> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new MappingNode(path + "[" + (i + 1) + "]", list.get(i)));
    }
    return items;
  }

  /**
   * @throws MappingException if it is no object or has a key that is not legal
   */
  Map<String, MappingNode> object(Set<String> legal) {
    if (!(value instanceof Map<?, ?> map)) {
      throw problem("must be an object with keys out of " + String.join(", ", legal));
    }
    Map<String, MappingNode> children = new LinkedHashMap<>();
    map.forEach(
        (key, child) -> {
          String name = String.valueOf(key);
          if (!legal.contains(name)) {
            throw new MappingException(
                path + ": unknown key \"" + name + "\"; legal are " + String.join(", ", legal));
          }
          String separator = path.contains(", ") ? "." : ", ";
          children.put(name, new MappingNode(path + separator + name, child));
        });
    return children;
  }

  MappingNode required(Map<String, MappingNode> keys, String key) {
    MappingNode child = keys.get(key);
    if (child == null) {
      throw new MappingException(path + ": key \"" + key + "\" is missing");
    }
    return child;
  }
}
