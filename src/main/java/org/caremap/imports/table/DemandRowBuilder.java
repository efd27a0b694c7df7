package org.caremap.imports.table;

import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Demand points. */
final class DemandRowBuilder implements RowBuilder<DemandRow> {
  /** More people than any single point can stand for. */
  static final double MOST_PEOPLE = 100_000_000;

  private final RowGeometry geometry;
  private final IdRegister ids = new IdRegister();

  DemandRowBuilder(RowGeometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public @Nullable DemandRow build(RowCells cells, @Nullable Geometry own) {
    String id = ids.claim(cells, "id", RowCells.ID_LENGTH);
    RowGeometry.Position position = geometry.position(cells, own);
    String area = cells.literal("area", RowCells.CODE_LENGTH);
    double[] counts = new double[DemandGroup.COUNT];
    for (DemandGroup group : DemandGroup.values()) {
      counts[group.ordinal()] = cells.number(group.code(), MOST_PEOPLE);
    }
    if (!cells.good() || id == null || position == null) {
      return null;
    }
    return new DemandRow(cells.row(), id, position.lon(), position.lat(), area, counts);
  }
}
