package org.caremap.imports.table;

import org.jspecify.annotations.Nullable;

/**
 * One validated demand point.
 *
 * @param row see {@link RowError#row()}
 * @param externalId unique within the file, at most 200 characters
 * @param lon degrees, WGS 84, in [-180, 180]
 * @param lat degrees, WGS 84, in [-90, 90]
 * @param areaCode code of the area it lies in, or null
 * @param counts people (or households) by group, in the order of {@link
 *     org.caremap.population.DemandGroup}; fractions allowed, never negative, NaN where unknown;
 *     owned by the receiver
 */
@SuppressWarnings(
    "ArrayRecordComponent") // one array per point is the point of it: millions of rows
public record DemandRow(
    long row,
    String externalId,
    double lon,
    double lat,
    @Nullable String areaCode,
    double[] counts) {}
