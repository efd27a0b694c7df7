package org.caremap.osm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;

/**
 * Cuts ways into edges: at their ends, where a node is used more than once, where nodes are missing
 * from the file, and at barriers. Barriers that stop everybody leave the pieces on both sides
 * unjoined; those that stop some join them by an edge without length that carries the trait, see
 * {@link SplitNodes}. Areas are crossed along straight lines, see {@link AreaWalks}.
 */
final class NetworkAssembler {
  private static final int NONE = -1;
  private static final int PROGRESS_INTERVAL = 10_000;

  private final WayTable ways;
  private final NodeTable nodes;
  private final NodeMarks marks;
  private final List<AreaTable.Area> areas;
  private final BitSet junctions = new BitSet();
  private final int[] graphNode;
  private final int[] areaOfWay;
  private final StreetGraphBuilder builder = new StreetGraphBuilder();
  private final SplitNodes split = new SplitNodes(builder);
  private final AreaCrossings crossings;
  private int waysWithMissingNodes;
  private int crossingEdges;

  NetworkAssembler(WayTable ways, NodeTable nodes, NodeMarks marks, List<AreaTable.Area> areas) {
    this.ways = ways;
    this.nodes = nodes;
    this.marks = marks;
    this.areas = areas;
    crossings = new AreaCrossings(nodes, ways, marks.blocked());
    graphNode = new int[nodes.size()];
    Arrays.fill(graphNode, NONE);
    areaOfWay = new int[ways.size()];
    Arrays.fill(areaOfWay, SplitNodes.NO_AREA);
    for (int a = areas.size() - 1; a >= 0; a--) {
      List<AreaTable.Outline> outlines = areas.get(a).outlines();
      for (AreaTable.Outline outline : outlines == null ? List.<AreaTable.Outline>of() : outlines) {
        if (outline.street() != AreaTable.NO_STREET) {
          areaOfWay[outline.street()] = a;
        }
      }
    }
  }

  int waysWithMissingNodes() {
    return waysWithMissingNodes;
  }

  /** What became of the areas. */
  OsmReport.Areas areaReport() {
    return new OsmReport.Areas(
        areas.size(),
        crossings.crossed(),
        crossingEdges,
        Map.copyOf(crossings.rimOnly()),
        crossings.leftOut());
  }

  StreetGraph assemble(DoubleConsumer progress) {
    int[] usesOf = countUses();
    int[][] across = new int[areas.size()][];
    for (int a = 0; a < areas.size(); a++) {
      across[a] = crossings.pairs(areas.get(a), usesOf).toArray();
      for (int node : across[a]) {
        junctions.set(node);
      }
      if (a % PROGRESS_INTERVAL == 0) {
        progress.accept(0.2 * a / areas.size());
      }
    }
    GrowingInts run = new GrowingInts(256);
    for (int way = 0; way < ways.size(); way++) {
      boolean missing = false;
      run.clear();
      for (int i = ways.start(way); i < ways.end(way); i++) {
        int node = nodes.indexOf(ways.ref(i));
        if (nodes.isMissing(node)) {
          missing = true;
          cut(way, run);
          run.clear();
        } else {
          run.add(node);
        }
      }
      cut(way, run);
      waysWithMissingNodes += missing ? 1 : 0;
      if (way % PROGRESS_INTERVAL == 0) {
        progress.accept(0.2 + 0.4 * way / ways.size());
      }
    }
    for (int a = 0; a < across.length; a++) {
      for (int i = 0; i < across[a].length; i += 2) {
        addCrossing(a, across[a][i], across[a][i + 1]);
      }
    }
    marks.forEachPassage(split::join);
    return builder.build();
  }

  /** How many ways use each node; those that several use, or one repeatedly, are junctions. */
  private int[] countUses() {
    int[] usesOf = new int[nodes.size()];
    for (int way = 0; way < ways.size(); way++) {
      int end = ways.countedEnd(way);
      for (int i = ways.start(way); i < end; i++) {
        usesOf[nodes.indexOf(ways.ref(i))]++;
      }
      if (end < ways.end(way)) {
        junctions.set(nodes.indexOf(ways.ref(end)));
      }
    }
    for (int node = 0; node < usesOf.length; node++) {
      if (usesOf[node] > 1) {
        junctions.set(node);
      }
    }
    return usesOf;
  }

  /** Makes edges of an unbroken run of nodes. */
  private void cut(int way, GrowingInts run) {
    int start = 0;
    for (int i = 1; i < run.size(); i++) {
      int node = run.get(i);
      if (i == run.size() - 1 || junctions.get(node) || marks.isSplit(node)) {
        addEdge(way, run, start, i);
        start = i;
      }
    }
  }

  private void addEdge(int way, GrowingInts run, int start, int end) {
    double[] inner = new double[2 * (end - start - 1)];
    for (int i = start + 1; i < end; i++) {
      inner[2 * (i - start - 1)] = nodes.lon(run.get(i));
      inner[2 * (i - start - 1) + 1] = nodes.lat(run.get(i));
    }
    EdgeTraits traits = new EdgeTraits(ways.trait(way));
    boolean crossing = marks.isCrossingWay(way);
    builder.addEdge(
        graphNode(run.get(start), areaOfWay[way], traits, crossing),
        graphNode(run.get(end), areaOfWay[way], traits, crossing),
        inner,
        traits,
        ways.name(way));
  }

  private void addCrossing(int area, int from, int to) {
    // Walkable both ways, whatever the direction of the rim.
    EdgeTraits traits =
        new EdgeTraits(areas.get(area).bits()).with(EdgeTraits.FORWARD | EdgeTraits.BACKWARD);
    builder.addEdge(
        graphNode(from, area, traits, false),
        graphNode(to, area, traits, false),
        new double[0],
        traits,
        areas.get(area).name());
    crossingEdges++;
  }

  private int graphNode(int node, int area, EdgeTraits traits, boolean crossing) {
    if (marks.isSplit(node)) {
      return split.end(
          node, nodes.lon(node), nodes.lat(node), area, traits.streetClass(), crossing);
    }
    if (graphNode[node] == NONE) {
      graphNode[node] = builder.addNode(nodes.lon(node), nodes.lat(node));
    }
    return graphNode[node];
  }
}
