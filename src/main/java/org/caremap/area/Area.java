package org.caremap.area;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An administrative area.
 *
 * @param code GB/T 2260, GB/T 10114 or 12-digit statistical code, or the owner's own
 * @param name as people know it
 * @param level in the tree
 * @param parentCode code of the area it is part of, null at the top
 * @param urban urban or rural, null where unknown
 * @param serviceZone {@code centre} or {@code outer}, null where unknown
 * @param households null where unknown
 * @param residents null where unknown
 * @param boundary WGS 84, null where unknown
 * @param facts what standards ask
 * @param sample whether the sample county brought it
 * @param version rises with every change
 */
public record Area(
    String code,
    String name,
    AreaLevel level,
    @Nullable String parentCode,
    @Nullable Boolean urban,
    @Nullable String serviceZone,
    @Nullable Double households,
    @Nullable Double residents,
    @Nullable MultiPolygon boundary,
    AreaFacts facts,
    boolean sample,
    long version) {
  /** Whether everything that a file can say of it is the same. */
  boolean sameFacts(Area other) {
    return name.equals(other.name)
        && level == other.level
        && java.util.Objects.equals(parentCode, other.parentCode)
        && java.util.Objects.equals(urban, other.urban)
        && java.util.Objects.equals(serviceZone, other.serviceZone)
        && java.util.Objects.equals(households, other.households)
        && java.util.Objects.equals(residents, other.residents)
        && facts.equals(other.facts)
        && (boundary == null
            ? other.boundary == null
            : other.boundary != null && boundary.equalsExact(other.boundary));
  }
}
