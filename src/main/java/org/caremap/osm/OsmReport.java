package org.caremap.osm;

import java.util.List;
import java.util.Map;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.graph.Island;

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
 * @param passageNodes kerbs, stiles, lifts and the like that some people pass and others do not
 * @param areas squares and platforms
 * @param nodes nodes of the network
 * @param edges edges of the network
 * @param lengthMeters length of the network
 * @param components weakly connected components
 * @param largestShare length of the largest component over the length of all, in [0, 1]
 * @param islands the largest components but the largest one, largest first, at most {@value
 *     #MOST_ISLANDS}; {@code components - 1} in all
 * @param bounds box around the network
 */
public record OsmReport(
    long fileNodes,
    long fileWays,
    int walkableWays,
    Map<String, Integer> skipped,
    int waysWithMissingNodes,
    int blockedNodes,
    int passageNodes,
    Areas areas,
    int nodes,
    int edges,
    double lengthMeters,
    int components,
    double largestShare,
    List<Island> islands,
    BoundingBox bounds) {
  /** Most islands that are listed. */
  public static final int MOST_ISLANDS = 100;

  /**
   * Squares, platforms and other areas that are walked across.
   *
   * @param found areas that people may walk
   * @param crossed those with lines across
   * @param lines lines across all of them
   * @param rimOnly those that are walked along their rim only, by reason
   * @param entrancesLeftOut entrances without lines of their own, where an area has too many
   */
  public record Areas(
      int found, int crossed, int lines, Map<String, Integer> rimOnly, int entrancesLeftOut) {}
}
