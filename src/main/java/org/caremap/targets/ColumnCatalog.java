package org.caremap.targets;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.caremap.core.targets.ColumnRole;
import org.caremap.core.targets.ColumnRule;
import org.caremap.core.targets.ColumnVocabulary;
import org.caremap.platform.GeoData;
import org.jspecify.annotations.Nullable;

/** The columns that plan tables are known to have, kept in {@code geodata/targets/columns.yaml}. */
public final class ColumnCatalog {
  private static final String FILE = "targets/columns.yaml";

  private ColumnCatalog() {}

  private record Entry(
      String code,
      String zh,
      String en,
      String role,
      List<String> match,
      @Nullable List<String> of,
      @Nullable List<String> partOf,
      @Nullable @JsonProperty("each") String each) {}

  /**
   * @throws IllegalStateException naming file, entry and field where one is not legal
   */
  public static ColumnVocabulary builtIn() {
    return new ColumnVocabulary(
        GeoData.listBuiltIn(FILE, new TypeReference<List<Entry>>() {}).stream()
            .map(ColumnCatalog::rule)
            .toList());
  }

  private static ColumnRule rule(Entry entry) {
    try {
      return new ColumnRule(
          entry.code,
          entry.zh,
          entry.en,
          ColumnRole.valueOf(entry.role.toUpperCase(Locale.ROOT)),
          entry.match.stream().map(Pattern::compile).toList(),
          entry.of == null ? List.of() : entry.of,
          entry.partOf == null ? List.of() : entry.partOf,
          entry.each == null ? "" : entry.each);
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException(
          "geodata/%s, %s, match: %s".formatted(FILE, entry.code, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "geodata/%s, %s, role: \"%s\"; legal: %s"
              .formatted(FILE, entry.code, entry.role, List.of(ColumnRole.values())),
          e);
    }
  }
}
