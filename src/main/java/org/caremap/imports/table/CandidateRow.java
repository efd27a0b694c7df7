package org.caremap.imports.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One validated candidate site. Absent text and numbers are null: unknown, not zero.
 *
 * @param row see {@link RowError#row()}
 * @param externalId unique within the file, at most 200 characters
 * @param name at most 300 characters
 * @param kind idle_premises or community_building; null where the file does not say
 * @param lon degrees, WGS 84, in [-180, 180]
 * @param lat degrees, WGS 84, in [-90, 90]
 * @param areaSquareMeters at least 0
 * @param costYuan at least 0
 * @param capacity people, at least 0
 * @param types codes of {@link ReadOptions#knownTypes()}; null where the file does not say
 * @param owner whose property it is
 * @param address for people
 * @param areaCode code of the area it lies in
 * @param available whether it can be had; null where the file does not say
 */
public record CandidateRow(
    long row,
    String externalId,
    String name,
    @Nullable String kind,
    double lon,
    double lat,
    @Nullable Double areaSquareMeters,
    @Nullable Double costYuan,
    @Nullable Integer capacity,
    @Nullable Set<String> types,
    @Nullable String owner,
    @Nullable String address,
    @Nullable String areaCode,
    @Nullable Boolean available) {}
