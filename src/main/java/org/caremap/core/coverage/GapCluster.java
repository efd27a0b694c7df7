package org.caremap.core.coverage;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * Uncovered people who live near each other. Immutable.
 *
 * @param demand people
 * @param points indices of the demand points, ascending
 * @param shape union of the grid cells they live in, lon/lat: never single points
 * @param lon longitude of the middle of the people
 * @param lat latitude of the middle of the people
 * @param meanMeters mean walking metres to the nearest facility, weighted by people, over those who
 *     can reach one; NaN if none can
 * @param minMeters least of those metres; NaN if none can
 * @param maxMeters greatest of those metres; NaN if none can
 * @param unreachable people who can reach no facility at all
 */
@SuppressWarnings("ArrayRecordComponent") // a fresh array for each cluster, not shared
public record GapCluster(
    double demand,
    int[] points,
    MultiPolygon shape,
    double lon,
    double lat,
    double meanMeters,
    double minMeters,
    double maxMeters,
    double unreachable) {}
