package org.caremap.core.graph;

/**
 * A place on the street network.
 *
 * @param edge edge of the graph
 * @param alongMeters walking distance from the edge's start, in [0, edge length]
 * @param accessMeters great-circle distance from the place asked for
 * @param lon longitude of the point on the edge
 * @param lat latitude of the point on the edge
 * @param island whether the edge does not belong to the largest component: from there, only part of
 *     the network or none of it can be reached
 */
public record Snapped(
    int edge, double alongMeters, double accessMeters, double lon, double lat, boolean island)
    implements SnapResult {}
