package org.caremap.imports.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns make which fields, for one file. */
final class ColumnPlan {
  /** A condition bound to its column. */
  private record BoundCondition(RowCondition condition, int index) {}

  private final Map<String, FieldReader> readers;
  private final List<BoundCondition> conditions;
  private final List<String> notes;
  private final Map<String, Long> leftOut = new LinkedHashMap<>();

  private ColumnPlan(
      Map<String, FieldReader> readers, List<BoundCondition> conditions, List<String> notes) {
    this.readers = readers;
    this.conditions = conditions;
    this.notes = notes;
  }

  /**
   * Binds the columns of a file.
   *
   * @param unknown {@link Texts#marker} forms of what means unknown
   * @throws FileProblem naming missing or ambiguous columns
   */
  static ColumnPlan bind(
      TableKind kind, RecordSource source, @Nullable TableMapping mapping, Set<String> unknown)
      throws FileProblem {
    List<String> columns = source.columns();
    List<String> notes = new java.util.ArrayList<>();
    Map<String, FieldRule> rules =
        mapping == null
            ? new HeaderMatcher(kind, columns, notes).match()
            : new MappingMatcher(kind, columns, mapping, notes).match();
    addFeatureId(kind, columns, rules);
    RequiredFields.check(kind, source, rules.keySet(), mapping);
    Map<String, FieldReader> readers = new LinkedHashMap<>();
    rules.forEach(
        (field, rule) ->
            readers.put(
                field,
                new FieldReader(
                    field,
                    rule,
                    rule.source().columns().stream()
                        .mapToInt(column -> indexOf(columns, column))
                        .toArray(),
                    unknown)));
    List<BoundCondition> conditions =
        mapping == null
            ? List.of()
            : mapping.conditions().stream()
                .map(
                    condition ->
                        new BoundCondition(condition, indexOf(columns, condition.column())))
                .toList();
    return new ColumnPlan(readers, conditions, notes);
  }

  /** A feature's own id stands in for an id column. */
  private static void addFeatureId(
      TableKind kind, List<String> columns, Map<String, FieldRule> rules) {
    String idField = idField(kind);
    if (!rules.containsKey(idField) && columns.contains(GeoJsonSource.FEATURE_ID)) {
      rules.put(idField, FieldRuleParser.plain(new FieldRule.Column(GeoJsonSource.FEATURE_ID)));
    }
  }

  /** The field that identifies a row. */
  static String idField(TableKind kind) {
    return kind == TableKind.AREAS ? "code" : "id";
  }

  /** Index of a heading, blanks at its ends aside; -1 where there is none. */
  static int indexOf(List<String> columns, String heading) {
    int exact = columns.indexOf(heading);
    return exact >= 0 ? exact : columns.indexOf(Texts.trim(heading));
  }

  Optional<FieldReader> find(String field) {
    return Optional.ofNullable(readers.get(field));
  }

  /** Codes of the fields that the file has. */
  Set<String> fields() {
    return readers.keySet();
  }

  boolean has(String field) {
    return readers.containsKey(field);
  }

  /** Whether the mapping leaves this row out; counts why. */
  boolean leavesOut(String[] cells) {
    for (BoundCondition bound : conditions) {
      if (!bound.condition().holds(cells[bound.index()])) {
        leftOut.merge("the mapping's condition on " + bound.condition().column(), 1L, Long::sum);
        return true;
      }
    }
    for (Map.Entry<String, FieldReader> entry : readers.entrySet()) {
      if (entry.getValue().leavesOut(cells)) {
        leftOut.merge(
            "no case for " + entry.getKey() + " (" + entry.getValue().label() + ")", 1L, Long::sum);
        return true;
      }
    }
    return false;
  }

  /** Notes on columns and on rows left out so far. */
  List<String> notes() {
    List<String> all = new java.util.ArrayList<>(notes);
    leftOut.forEach(
        (why, count) ->
            all.add(count + (count == 1 ? " row" : " rows") + " left out: " + why + "."));
    return all;
  }
}
