package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the columns of a file by their names. */
final class HeaderMatcher {
  private static final int LISTED = 30;

  private final TableKind kind;
  private final List<String> columns;
  private final List<String> notes;

  HeaderMatcher(TableKind kind, List<String> columns, List<String> notes) {
    this.kind = kind;
    this.columns = columns;
    this.notes = notes;
  }

  /**
   * @return a rule for every field found, in the order of the alias file
   * @throws FileProblem where two columns could be the same field
   */
  Map<String, FieldRule> match() throws FileProblem {
    List<String> keys = columns.stream().map(AliasBook.get()::headingKey).toList();
    Map<String, FieldRule> rules = new LinkedHashMap<>();
    Set<String> used = new LinkedHashSet<>();
    List<String> renamed = new ArrayList<>();
    for (Map.Entry<String, AliasBook.Names> entry : AliasBook.get().fields(kind).entrySet()) {
      String field = entry.getKey();
      List<String> found = columnsIn(keys, entry.getValue().keys());
      if (found.isEmpty()) {
        found = columnsIn(keys, entry.getValue().otherwiseKeys());
      }
      found.remove(GeoJsonSource.FEATURE_ID);
      if (found.size() > 1) {
        throw new FileProblem(
            new RowError(
                1,
                found.get(1),
                "",
                "columns "
                    + found.stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", "))
                    + " could all be the field "
                    + field
                    + "; keep one of them, or say which in a mapping"));
      }
      if (!found.isEmpty()) {
        String column = found.get(0);
        rules.put(field, FieldRuleParser.plain(new FieldRule.Column(column)));
        used.add(column);
        if (!column.equals(field)) {
          renamed.add(column + " as " + field);
        }
      }
    }
    if (!renamed.isEmpty()) {
      notes.add("Columns read by another name: " + String.join(", ", renamed) + ".");
    }
    noteUnused(columns, used, notes, "Columns not recognised and not read");
    return rules;
  }

  private List<String> columnsIn(List<String> keys, Set<String> names) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (names.contains(keys.get(i))) {
        found.add(columns.get(i));
      }
    }
    return found;
  }

  /** Adds a note on the columns that nothing reads. */
  static void noteUnused(List<String> columns, Set<String> used, List<String> notes, String what) {
    List<String> unused =
        columns.stream()
            .filter(column -> !used.contains(column) && !column.equals(GeoJsonSource.FEATURE_ID))
            .map(column -> column.isEmpty() ? "(no name)" : column)
            .toList();
    if (!unused.isEmpty()) {
      notes.add(what + ": " + listed(unused) + ".");
    }
  }

  /** Names for a message, the first thirty of them. */
  static String listed(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
    return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
  }
}
