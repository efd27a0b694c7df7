package org.caremap.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: which columns of a foreign table make which fields. Written in YAML (so JSON
 * works as well); {@code geodata/mappings} has examples. With a mapping only mapped fields are
 * read.
 */
public final class TableMapping {
  private final String displayName;
  private final TableKind kind;
  private final @Nullable String crs;
  private final @Nullable Charset encoding;
  private final @Nullable Character delimiter;
  private final @Nullable Set<String> unknown;
  private final List<RowCondition> conditions;
  private final Map<String, FieldRule> fields;

  TableMapping(
      String displayName,
      TableKind kind,
      @Nullable String crs,
      @Nullable Charset encoding,
      @Nullable Character delimiter,
      @Nullable Set<String> unknown,
      List<RowCondition> conditions,
      Map<String, FieldRule> fields) {
    this.displayName = displayName;
    this.kind = kind;
    this.crs = crs;
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.unknown = unknown == null ? null : Set.copyOf(unknown);
    this.conditions = List.copyOf(conditions);
    this.fields = new LinkedHashMap<>(fields);
  }

  /**
   * Reads a mapping.
   *
   * @param displayName how messages call the file
   * @throws MappingException naming the key, its value and what would be legal
   * @throws IOException if the stream cannot be read
   */
  public static TableMapping parse(InputStream in, String displayName) throws IOException {
    return MappingParser.parse(in.readAllBytes(), displayName);
  }

  /**
   * Reads a mapping file.
   *
   * @throws MappingException naming the key, its value and what would be legal
   * @throws IOException if the file cannot be read
   */
  public static TableMapping parse(Path file, String displayName) throws IOException {
    return MappingParser.parse(Files.readAllBytes(file), displayName);
  }

  /** How messages call the file. */
  public String displayName() {
    return displayName;
  }

  /** What the mapped rows describe. */
  public TableKind kind() {
    return kind;
  }

  /** The coordinate system of the table, where the mapping names one. */
  public Optional<String> findCrs() {
    return Optional.ofNullable(crs);
  }

  Optional<Charset> findEncoding() {
    return Optional.ofNullable(encoding);
  }

  Optional<Character> findDelimiter() {
    return Optional.ofNullable(delimiter);
  }

  /** The texts that mean unknown, where the mapping replaces the usual ones. */
  Optional<Set<String>> findUnknown() {
    return Optional.ofNullable(unknown);
  }

  List<RowCondition> conditions() {
    return conditions;
  }

  /** Rules by field code, in the order of the file. */
  Map<String, FieldRule> fields() {
    return fields;
  }
}
