package org.caremap.sample;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something to draw behind the streets.
 *
 * @param kind {@code river}, {@code canal}, {@code lake}, {@code rail}, {@code park} or {@code sea}
 * @param geometry polygon, or line for narrow ditches and the railway; WGS 84, SRID 4326
 * @param name Chinese name (invented), or null
 */
public record SampleWater(String kind, Geometry geometry, @Nullable String name) {}
