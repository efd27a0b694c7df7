package org.caremap.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found.
 *
 * @param kind what it is
 * @param id internal id of a facility, null for others
 * @param code code of an area, null for others
 * @param type facility type, level of an area, or OpenStreetMap value of a place; null for others
 * @param name as people know it
 * @param otherNames texts by which it is found as well as by its name
 * @param weakerNames texts by which it is found behind those who have them as name
 * @param detail address or the areas that it lies in, null where unknown
 * @param street street of an address and of a street itself, null where unknown
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 */
public record SearchEntry(
    SearchKind kind,
    @Nullable String id,
    @Nullable String code,
    @Nullable String type,
    String name,
    List<String> otherNames,
    List<String> weakerNames,
    @Nullable String detail,
    @Nullable String street,
    double lon,
    double lat) {}
