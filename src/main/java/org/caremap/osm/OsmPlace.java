package org.caremap.osm;

import org.jspecify.annotations.Nullable;

/**
 * Something that people look for by its name or address: a settlement, a compound, a landmark, a
 * stop, a house.
 *
 * @param key the OpenStreetMap key that says what it is, such as {@code place} or {@code amenity};
 *     {@code addr} for a house without any
 * @param value its value, such as {@code village}; {@code house} for a house without any
 * @param name null for a house that has none
 * @param otherName a name in another language or an older one, null where there is none
 * @param street street or place of the address, null where none is given
 * @param houseNumber house number, null unless {@code street} is given
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 */
public record OsmPlace(
    String key,
    String value,
    @Nullable String name,
    @Nullable String otherName,
    @Nullable String street,
    @Nullable String houseNumber,
    double lon,
    double lat) {}
