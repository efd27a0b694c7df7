package org.caremap.targets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted against a column of a plan table.
 *
 * @param code the column's
 * @param types of facility that count; empty where an area's fact is measured
 * @param where what must hold of a facility
 * @param operators count operators with at least so many facilities; null to count facilities
 * @param fact of an area, as a share of its elders; null otherwise
 * @param group head over several columns of a return
 * @param head of the column in a return
 */
public record Measure(
    String code,
    @Nullable List<String> types,
    @Nullable Map<String, Boolean> where,
    @Nullable Integer operators,
    @Nullable String fact,
    @Nullable String group,
    @Nullable String head) {
  /** Absent lists become empty. */
  public Measure {
    types = types == null ? List.of() : List.copyOf(types);
    where = where == null ? Map.of() : Map.copyOf(where);
  }
}
