package org.caremap.osm;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caremap.core.graph.GrowingInts;

/** Finds the lines along which people cross areas, see {@link AreaWalks}. */
final class AreaCrossings {
  static final String TOO_LARGE = "too many corners";

  private final NodeTable nodes;
  private final WayTable streets;
  private final BitSet blocked;
  private final Map<String, Integer> rimOnly = new TreeMap<>();
  private int crossed;
  private int leftOut;

  AreaCrossings(NodeTable nodes, WayTable streets, BitSet blocked) {
    this.nodes = nodes;
    this.streets = streets;
    this.blocked = blocked;
  }

  /** Areas that got lines across. */
  int crossed() {
    return crossed;
  }

  /** Areas that can be walked round only, by reason. */
  Map<String, Integer> rimOnly() {
    return rimOnly;
  }

  /** Entrances without lines of their own. */
  int leftOut() {
    return leftOut;
  }

  /**
   * Pairs of nodes to be joined by straight lines across an area.
   *
   * @param usesOf how many ways use each node, closing nodes counted once
   */
  GrowingInts pairs(AreaTable.Area area, int[] usesOf) {
    GrowingInts pairs = new GrowingInts(16);
    AreaRings rings = new AreaRings(area, nodes);
    String problem = rings.problem();
    if (problem != null) {
      rimOnly.merge(problem, 1, Integer::sum);
    }
    Map<Integer, Integer> own = ownUses(area);
    Set<Long> closed = closedSteps(area);
    for (int[][] polygon : rings.polygons()) {
      AreaWalks walks =
          new AreaWalks(polygon, nodes, (node, next) -> !closed.contains(step(node, next)));
      walks.find(entrances(polygon, own, usesOf));
      leftOut += walks.leftOut();
      if (walks.isTooLarge()) {
        rimOnly.merge(TOO_LARGE, 1, Integer::sum);
      }
      for (int i = 0; i < walks.pairs().size(); i++) {
        pairs.add(walks.pairs().get(i));
      }
    }
    crossed += pairs.size() > 0 ? 1 : 0;
    return pairs;
  }

  private Map<Integer, Integer> ownUses(AreaTable.Area area) {
    Map<Integer, Integer> own = new HashMap<>();
    List<AreaTable.Outline> outlines = area.outlines();
    Set<Integer> counted = new HashSet<>();
    for (AreaTable.Outline outline : outlines == null ? List.<AreaTable.Outline>of() : outlines) {
      int street = outline.street();
      if (street == AreaTable.NO_STREET || !counted.add(street)) {
        continue;
      }
      for (int i = streets.start(street); i < streets.countedEnd(street); i++) {
        own.merge(nodes.indexOf(streets.ref(i)), 1, Integer::sum);
      }
    }
    return own;
  }

  /** Steps along outlines that are no streets. */
  private Set<Long> closedSteps(AreaTable.Area area) {
    Set<Long> steps = new HashSet<>();
    List<AreaTable.Outline> outlines = area.outlines();
    for (AreaTable.Outline outline : outlines == null ? List.<AreaTable.Outline>of() : outlines) {
      if (outline.street() == AreaTable.NO_STREET) {
        long[] refs = outline.refs();
        for (int i = 1; i < refs.length; i++) {
          steps.add(step(nodes.indexOf(refs[i - 1]), nodes.indexOf(refs[i])));
        }
      }
    }
    return steps;
  }

  private static long step(int node, int neighbour) {
    return (long) Math.min(node, neighbour) << 32 | Math.max(node, neighbour);
  }

  private boolean[] entrances(int[][] polygon, Map<Integer, Integer> own, int[] usesOf) {
    int size = 0;
    for (int[] ring : polygon) {
      size += ring.length;
    }
    boolean[] isEntrance = new boolean[size];
    int corner = 0;
    for (int[] ring : polygon) {
      for (int node : ring) {
        isEntrance[corner++] = usesOf[node] > own.getOrDefault(node, 0) && !blocked.get(node);
      }
    }
    return isEntrance;
  }
}
