package org.caremap.imports;

import java.util.Set;
import org.caremap.area.Area;
import org.caremap.area.AreaFacts;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaMerge;
import org.caremap.imports.table.AreaRow;
import org.jspecify.annotations.Nullable;

/**
 * An area row over what is stored: a field that the file does not have keeps its stored value.
 *
 * @param row the row
 * @param fields codes of the fields that the file has
 */
record AreaRowMerge(AreaRow row, Set<String> fields) implements AreaMerge {
  @Override
  public String code() {
    return row.code();
  }

  @Override
  public Area onto(@Nullable Area b) {
    return new Area(
        row.code(),
        row.name(),
        AreaLevel.find(row.level()).orElseThrow(),
        pick("parent", row.parentCode(), b == null ? null : b.parentCode()),
        pick("urban", row.urban(), b == null ? null : b.urban()),
        pick("serviceZone", row.serviceZone(), b == null ? null : b.serviceZone()),
        pick("households", row.households(), b == null ? null : b.households()),
        pick("residents", row.residents(), b == null ? null : b.residents()),
        pick("geometry", row.boundary(), b == null ? null : b.boundary()),
        facts(row.facts(), b == null ? AreaFacts.UNKNOWN : b.facts()),
        false,
        b == null ? 0 : b.version());
  }

  private AreaFacts facts(AreaFacts given, AreaFacts b) {
    return new AreaFacts(
        pick("estateAge", given.estateAge(), b.estateAge()),
        pick("purchasedServiceElders", given.purchasedServiceElders(), b.purchasedServiceElders()),
        pick("emergencyCallElders", given.emergencyCallElders(), b.emergencyCallElders()),
        pick("regionalProvision", given.regionalProvision(), b.regionalProvision()));
  }

  private <T> T pick(String field, T given, T stored) {
    return fields.contains(field) ? given : stored;
  }
}
