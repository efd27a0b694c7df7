package org.caremap.osm;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something to draw under the map.
 *
 * @param kind what it is
 * @param geometry line or polygon in lon/lat, valid
 * @param name or null
 */
public record BackgroundFeature(BackgroundKind kind, Geometry geometry, @Nullable String name) {}
