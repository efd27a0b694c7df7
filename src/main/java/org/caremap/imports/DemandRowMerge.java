package org.caremap.imports;

import java.util.Set;
import org.caremap.imports.table.DemandRow;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandMerge;
import org.caremap.population.DemandPoint;
import org.jspecify.annotations.Nullable;

/**
 * A demand row over what is stored: a group that the file does not have keeps its stored count.
 *
 * @param row the row
 * @param fields codes of the fields that the file has
 */
record DemandRowMerge(DemandRow row, Set<String> fields) implements DemandMerge {
  @Override
  public String externalId() {
    return row.externalId();
  }

  @Override
  public DemandPoint onto(@Nullable DemandPoint before) {
    double[] counts = row.counts().clone();
    String areaCode = row.areaCode();
    if (before != null) {
      for (DemandGroup group : DemandGroup.values()) {
        if (!fields.contains(group.code())) {
          counts[group.ordinal()] = before.counts()[group.ordinal()];
        }
      }
      if (!fields.contains("area")) {
        areaCode = before.areaCode();
      }
    }
    return new DemandPoint(row.externalId(), row.lon(), row.lat(), areaCode, counts);
  }
}
