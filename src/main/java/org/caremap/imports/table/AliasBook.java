package org.caremap.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The column names and value labels understood without a mapping, from {@code geodata/aliases.yaml}
 * on the class path.
 */
final class AliasBook {
  private static final String RESOURCE = "geodata/aliases.yaml";

  /**
   * The names of one field.
   *
   * @param names as written, for messages; the field's own code first
   * @param keys {@link Texts#key} of the names
   * @param otherwiseKeys keys of names taken only where none of the first is there
   */
  record Names(List<String> names, Set<String> keys, Set<String> otherwiseKeys) {}

  private static final class Holder {
    static final AliasBook BOOK = load();
  }

  private final Map<TableKind, Map<String, Names>> columns;
  private final Map<String, Map<String, List<String>>> values;
  private final Set<String> unknownMarkers;
  private final Set<String> units;

  private AliasBook(Map<?, ?> root) {
    Map<TableKind, Map<String, Names>> byKind = new LinkedHashMap<>();
    for (TableKind kind : TableKind.values()) {
      Map<String, Names> fields = new LinkedHashMap<>();
      map(map(root.get("columns")).get(kind.code()))
          .forEach((field, spec) -> fields.put(field, names(field, map(spec))));
      byKind.put(kind, fields);
    }
    columns = byKind;
    Map<String, Map<String, List<String>>> vocabularies = new LinkedHashMap<>();
    Set<String> markers = new HashSet<>();
    map(root.get("values"))
        .forEach(
            (name, labels) -> {
              if (name.equals("unknown")) {
                texts(labels).forEach(text -> markers.add(Texts.marker(text)));
              } else {
                Map<String, List<String>> byCode = new LinkedHashMap<>();
                map(labels).forEach((code, list) -> byCode.put(code, texts(list)));
                vocabularies.put(name, byCode);
              }
            });
    values = vocabularies;
    markers.add("");
    unknownMarkers = Set.copyOf(markers);
    Set<String> unitKeys = new HashSet<>();
    texts(root.get("units")).forEach(unit -> unitKeys.add(Texts.key(unit)));
    units = Set.copyOf(unitKeys);
  }

  static AliasBook get() {
    return Holder.BOOK;
  }

  /** Fields of a kind in their order, with their names. */
  Map<String, Names> fields(TableKind kind) {
    return columns.get(kind);
  }

  /** A fresh vocabulary of coded values, such as {@code status}. */
  Vocabulary vocabulary(String name) {
    Map<String, List<String>> labels = values.get(name);
    if (labels == null) {
      throw new IllegalArgumentException(
          "no vocabulary " + name + "; there are " + values.keySet());
    }
    return new Vocabulary(labels);
  }

  /** {@link Texts#marker} forms of the texts that mean unknown, the empty one among them. */
  Set<String> unknownMarkers() {
    return unknownMarkers;
  }

  /** {@link Texts#key} of a heading, a known unit in brackets at its end left out. */
  String headingKey(String heading) {
    String key = Texts.key(heading);
    int open = key.lastIndexOf('(');
    if (open > 0
        && key.endsWith(")")
        && units.contains(key.substring(open + 1, key.length() - 1))) {
      return key.substring(0, open);
    }
    return key;
  }

  private static Names names(String field, Map<String, Object> spec) {
    List<String> names = new java.util.ArrayList<>();
    names.add(field);
    names.addAll(texts(spec.get("names")));
    Set<String> keys = new HashSet<>();
    names.forEach(name -> keys.add(Texts.key(name)));
    Set<String> otherwise = new HashSet<>();
    texts(spec.get("otherwise")).forEach(name -> otherwise.add(Texts.key(name)));
    return new Names(List.copyOf(names), Set.copyOf(keys), Set.copyOf(otherwise));
  }

  @SuppressWarnings("unchecked") // YamlText makes nothing but String keys
  private static Map<String, Object> map(Object node) {
    return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
  }

  private static List<String> texts(Object node) {
    return node instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static AliasBook load() {
    try (InputStream in = AliasBook.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new AliasBook((Map<?, ?>) YamlText.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
