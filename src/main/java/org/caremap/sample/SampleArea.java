package org.caremap.sample;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One area of the sample county.
 *
 * @param code 6 digits (county), 9 (town) or 12 (community, village); invented below the county
 * @param name Chinese name
 * @param level {@code county}, {@code town}, {@code community} (urban) or {@code village} (rural)
 * @param parentCode code of the area it belongs to; null for the county
 * @param urban whether it counts as urban
 * @param serviceZone {@code centre} or {@code outer}; null for the county
 * @param households sum over its demand points
 * @param residents sum over its demand points
 * @param boundary lon, lat in WGS 84, SRID 4326; communities tile their town, towns the county
 */
public record SampleArea(
    String code,
    String name,
    String level,
    @Nullable String parentCode,
    boolean urban,
    @Nullable String serviceZone,
    @Nullable Double households,
    @Nullable Double residents,
    @Nullable MultiPolygon boundary) {}
