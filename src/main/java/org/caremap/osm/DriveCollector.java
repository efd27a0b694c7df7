package org.caremap.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;

/**
 * Collects the streets of vehicles over two passes of one file, beside those of people on foot, and
 * makes a graph of {@link DriveTraits} of them. Ways join where they share a node. A barrier that
 * stops some vehicle takes its node apart; its ends are joined by pieces without length for those
 * that pass. Areas are driven along their rims.
 */
final class DriveCollector {
  private static final int NONE = -1;

  /** Up to this many ends are joined each with each. */
  private static final int MOST_PAIRED = 6;

  private final WayTable ways = new WayTable();
  private final Map<Integer, Integer> barriers = new TreeMap<>();
  private NodeTable nodes = new NodeTable(ways.refs());

  /** Takes a way, if any vehicle may use it. */
  void takeWay(long[] refs, int count, OsmTags tags) {
    DriveTraits traits = count < 2 ? null : VehicleAccess.ofWay(tags);
    if (traits != null) {
      ways.add(refs, count, traits.bits(), tags.get("name"));
    }
  }

  /** Takes what was collected of ways; nodes may come now. */
  void startNodes() {
    nodes = new NodeTable(ways.refs());
  }

  /** Takes a node, if a way uses it. */
  void takeNode(long id, int lon, int lat, OsmTags tags) {
    int index = nodes.indexOf(id);
    if (index < 0) {
      return;
    }
    nodes.put(index, lon, lat);
    if (tags.get("barrier") == null) {
      return;
    }
    DriveTraits passage = DriveTraits.of(RoadClass.SERVICE, Surface.UNKNOWN);
    boolean stopsSome = false;
    for (Vehicle vehicle : Vehicle.values()) {
      boolean passes = VehicleAccess.passes(tags, vehicle);
      passage = passage.open(vehicle, passes, passes);
      stopsSome |= !passes;
    }
    if (stopsSome) {
      barriers.put(index, passage.bits());
    }
  }

  /** The same as handlers of a file that nobody else reads. */
  OsmHandler wayPass() {
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return false;
      }

      @Override
      public boolean wantsWays() {
        return true;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {}

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {
        takeWay(refs, count, tags);
      }
    };
  }

  OsmHandler nodePass() {
    startNodes();
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return true;
      }

      @Override
      public boolean wantsWays() {
        return false;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {
        takeNode(id, lon, lat, tags);
      }

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {}
    };
  }

  /** The graph; without edges where no vehicle may go anywhere. */
  StreetGraph build() {
    return new Assembly().build();
  }

  private final class Assembly {
    private final StreetGraphBuilder builder = new StreetGraphBuilder();
    private final BitSet junctions = new BitSet();
    private final int[] graphNode = new int[nodes.size()];
    private final Map<Integer, List<Integer>> endsOf = new HashMap<>();

    StreetGraph build() {
      Arrays.fill(graphNode, NONE);
      findJunctions();
      GrowingInts run = new GrowingInts(256);
      for (int way = 0; way < ways.size(); way++) {
        run.clear();
        for (int i = ways.start(way); i < ways.end(way); i++) {
          int node = nodes.indexOf(ways.ref(i));
          if (nodes.isMissing(node)) {
            cut(way, run);
            run.clear();
          } else {
            run.add(node);
          }
        }
        cut(way, run);
      }
      barriers.forEach(this::join);
      return builder.build();
    }

    private void findJunctions() {
      BitSet used = new BitSet();
      for (int way = 0; way < ways.size(); way++) {
        int end = ways.countedEnd(way);
        for (int i = ways.start(way); i < end; i++) {
          int node = nodes.indexOf(ways.ref(i));
          if (used.get(node)) {
            junctions.set(node);
          }
          used.set(node);
        }
        if (end < ways.end(way)) {
          junctions.set(nodes.indexOf(ways.ref(end)));
        }
      }
    }

    private void cut(int way, GrowingInts run) {
      int start = 0;
      for (int i = 1; i < run.size(); i++) {
        int node = run.get(i);
        if (i == run.size() - 1 || junctions.get(node) || barriers.containsKey(node)) {
          double[] inner = new double[2 * (i - start - 1)];
          for (int k = start + 1; k < i; k++) {
            inner[2 * (k - start - 1)] = nodes.lon(run.get(k));
            inner[2 * (k - start - 1) + 1] = nodes.lat(run.get(k));
          }
          builder.addEdge(
              end(run.get(start)),
              end(node),
              inner,
              new DriveTraits(ways.trait(way)).packed(),
              ways.name(way));
          start = i;
        }
      }
    }

    private int end(int node) {
      if (barriers.containsKey(node)) {
        int end = builder.addNode(nodes.lon(node), nodes.lat(node));
        endsOf.computeIfAbsent(node, key -> new ArrayList<>(2)).add(end);
        return end;
      }
      if (graphNode[node] == NONE) {
        graphNode[node] = builder.addNode(nodes.lon(node), nodes.lat(node));
      }
      return graphNode[node];
    }

    private void join(int node, int bits) {
      DriveTraits passage = new DriveTraits(bits);
      List<Integer> ends = endsOf.getOrDefault(node, List.of());
      if (!passage.isOpen()) {
        return;
      }
      for (int a = 0; a < ends.size(); a++) {
        for (int b = a + 1; b < ends.size() && (a == 0 || ends.size() <= MOST_PAIRED); b++) {
          builder.addEdge(ends.get(a), ends.get(b), new double[0], passage.packed(), null);
        }
      }
    }
  }
}
