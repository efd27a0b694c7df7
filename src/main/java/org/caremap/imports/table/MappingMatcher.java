package org.caremap.imports.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the columns that a mapping names. */
final class MappingMatcher {
  private final TableKind kind;
  private final List<String> columns;
  private final TableMapping mapping;
  private final List<String> notes;

  MappingMatcher(TableKind kind, List<String> columns, TableMapping mapping, List<String> notes) {
    this.kind = kind;
    this.columns = columns;
    this.mapping = mapping;
    this.notes = notes;
  }

  /**
   * @return the mapping's rules
   * @throws FileProblem where the mapping is for another kind or names a column the file lacks
   */
  Map<String, FieldRule> match() throws FileProblem {
    if (mapping.kind() != kind) {
      throw new FileProblem(
          "Mapping "
              + mapping.displayName()
              + " is for "
              + mapping.kind().code()
              + ", but "
              + kind.code()
              + " are imported; give a mapping with kind: "
              + kind.code());
    }
    Set<String> wanted = new LinkedHashSet<>();
    mapping.conditions().forEach(condition -> wanted.add(condition.column()));
    mapping.fields().values().forEach(rule -> wanted.addAll(rule.source().columns()));
    Set<String> used = new LinkedHashSet<>();
    for (String column : wanted) {
      int index = ColumnPlan.indexOf(columns, column);
      if (index < 0) {
        throw new FileProblem(
            new RowError(
                1,
                column,
                "",
                "mapping "
                    + mapping.displayName()
                    + " names a column \""
                    + column
                    + "\" that the file does not have; its columns are "
                    + HeaderMatcher.listed(columns)));
      }
      String found = columns.get(index);
      if (index != columns.lastIndexOf(found)) {
        throw new FileProblem(
            new RowError(
                1, column, "", "the file has several columns \"" + found + "\"; rename one"));
      }
      used.add(found);
    }
    HeaderMatcher.noteUnused(
        columns, used, notes, "Columns not in mapping " + mapping.displayName());
    return new LinkedHashMap<>(mapping.fields());
  }
}
