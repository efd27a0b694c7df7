package org.caremap.imports.table;

import org.caremap.area.AreaFacts;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One validated administrative area.
 *
 * @param row see {@link RowError#row()}
 * @param code unique within the file, at most 40 characters (GB/T 2260, GB/T 10114, the 12-digit
 *     statistical codes, or any other)
 * @param level province, city, county, street, town, community, village, estate or natural_village
 * @param parentCode code of the area above, or null
 * @param urban true for urban, false for rural, null where unknown
 * @param serviceZone centre or outer, null where unknown
 * @param households at least 0, null where unknown
 * @param residents at least 0, null where unknown
 * @param boundary valid, WGS 84 (lon, lat), SRID 4326; null where unknown
 * @param facts what standards ask
 */
public record AreaRow(
    long row,
    String code,
    String name,
    String level,
    @Nullable String parentCode,
    @Nullable Boolean urban,
    @Nullable String serviceZone,
    @Nullable Double households,
    @Nullable Double residents,
    @Nullable MultiPolygon boundary,
    AreaFacts facts) {}
