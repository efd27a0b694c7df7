package org.caremap.core.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a plan table below its header.
 *
 * @param line 1-based line of the file
 * @param area name of the area or label of the line, as printed
 * @param key tells areas apart: name, and the name above it where the table has one
 * @param category what the row is about where an area has several rows; empty otherwise
 * @param year of its targets; null where the row names none
 * @param cells one per column
 */
record PlanRow(
    int line,
    Kind kind,
    String area,
    String key,
    String category,
    @Nullable Integer year,
    List<PlanCell> cells) {
  enum Kind {
    AREA,
    SUBTOTAL,
    TOTAL,
    PERCENT,
    /** Part of another row ("其中"), or a note: says nothing that is summed. */
    OTHER
  }

  PlanCell cell(PlanColumn column) {
    return cells.get(column.index());
  }
}
