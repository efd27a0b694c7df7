package org.caremap.osm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleConsumer;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;

/**
 * Cuts ways into edges: at their ends, where a node is used more than once, where nodes are missing
 * from the file, and at barriers, which leave the pieces on both sides unjoined.
 */
final class NetworkAssembler {
  private static final int NONE = -1;
  private static final int PROGRESS_INTERVAL = 10_000;

  private final WayTable ways;
  private final NodeTable nodes;
  private final BitSet blocked;
  private final BitSet junctions = new BitSet();
  private final int[] graphNode;
  private final StreetGraphBuilder builder = new StreetGraphBuilder();
  private int waysWithMissingNodes;

  NetworkAssembler(WayTable ways, NodeTable nodes, BitSet blocked) {
    this.ways = ways;
    this.nodes = nodes;
    this.blocked = blocked;
    graphNode = new int[nodes.size()];
    Arrays.fill(graphNode, NONE);
  }

  int waysWithMissingNodes() {
    return waysWithMissingNodes;
  }

  StreetGraph assemble(DoubleConsumer progress) {
    BitSet seen = new BitSet();
    for (int way = 0; way < ways.size(); way++) {
      for (int i = ways.start(way); i < ways.end(way); i++) {
        int node = nodes.indexOf(ways.ref(i));
        if (seen.get(node)) {
          junctions.set(node);
        }
        seen.set(node);
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
        progress.accept(0.5 * way / ways.size());
      }
    }
    return builder.build();
  }

  /** Makes edges of an unbroken run of nodes. */
  private void cut(int way, GrowingInts run) {
    int start = 0;
    for (int i = 1; i < run.size(); i++) {
      int node = run.get(i);
      if (i == run.size() - 1 || junctions.get(node) || blocked.get(node)) {
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
    int trait = ways.trait(way);
    builder.addEdge(
        graphNode(run.get(start)),
        graphNode(run.get(end)),
        inner,
        new EdgeTraits(trait),
        ways.name(way));
  }

  private int graphNode(int node) {
    // Each piece that touches a barrier gets an end of its own there.
    if (blocked.get(node)) {
      return builder.addNode(nodes.lon(node), nodes.lat(node));
    }
    if (graphNode[node] == NONE) {
      graphNode[node] = builder.addNode(nodes.lon(node), nodes.lat(node));
    }
    return graphNode[node];
  }
}
