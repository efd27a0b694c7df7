package org.caremap.imports.table;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes typed rows.
 *
 * @param <R> the row type
 */
@FunctionalInterface
interface RowBuilder<R> {
  /** The row under way, or null where anything was wrong (the cells have logged it). */
  @Nullable R build(RowCells cells, @Nullable Geometry geometry);
}
