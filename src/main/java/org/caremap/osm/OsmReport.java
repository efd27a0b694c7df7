package org.caremap.osm;

import java.util.Map;
import org.caremap.core.geo.BoundingBox;

/**
 * What was found in a file and what became of it.
 *
 * @param fileNodes nodes in the file
 * @param fileWays ways in the file
 * @param walkableWays ways that people may walk
 * @param skipped streets left out, by reason, most frequent first
 * @param waysWithMissingNodes walkable ways whose nodes are not all in the file; the parts that are
 *     there are kept
 * @param blockedNodes barriers that cut the network
 * @param nodes nodes of the network
 * @param edges edges of the network
 * @param lengthMeters length of the network
 * @param components weakly connected components
 * @param largestShare length of the largest component over the length of all, in [0, 1]
 * @param bounds box around the network
 */
public record OsmReport(
    long fileNodes,
    long fileWays,
    int walkableWays,
    Map<String, Integer> skipped,
    int waysWithMissingNodes,
    int blockedNodes,
    int nodes,
    int edges,
    double lengthMeters,
    int components,
    double largestShare,
    BoundingBox bounds) {}
