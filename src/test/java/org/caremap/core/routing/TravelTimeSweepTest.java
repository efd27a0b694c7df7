package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every node of a sweep, not only the places around it, on networks of awkward shapes. */
class TravelTimeSweepTest {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private static final int FAR = WalkingNetwork.FARTHEST;
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);

  /** Builds networks node by node; streets may be longer than their ends are apart. */
  private static final class Shapes {
    final Random random;
    final StreetGraphBuilder builder = new StreetGraphBuilder();
    int nodes;

    Shapes(long seed) {
      random = new Random(seed);
    }

    int node() {
      builder.addNode(Town.lon(random.nextDouble() * 3000), Town.lat(random.nextDouble() * 3000));
      return nodes++;
    }

    /** One street in five is one-way, either way, and one in a hundred goes far round. */
    void street(int a, int b) {
      int kind = random.nextInt(10);
      double[] bends = new double[0];
      if (a == b || random.nextInt(10) == 0) {
        double away = random.nextInt(10) == 0 ? 15_000 : 500;
        bends =
            new double[] {
              Town.lon(random.nextDouble() * away), Town.lat(random.nextDouble() * away),
              Town.lon(random.nextDouble() * away), Town.lat(random.nextDouble() * away)
            };
      }
      builder.addEdge(a, b, bends, EdgeTraits.of(StreetClass.PATH, kind != 0, kind != 1), null);
    }

    void twoWay(int a, int b) {
      builder.addEdge(a, b, new double[0], EdgeTraits.of(StreetClass.PATH), null);
    }

    /** A chain of nodes that only pass on from one to the next. */
    void chain(int a, int b, int between) {
      int last = a;
      for (int i = 0; i < between; i++) {
        int next = node();
        street(last, next);
        last = next;
      }
      street(last, b);
    }

    /** Dead ends upon dead ends. */
    void tree(int root, int size) {
      int[] grown = new int[size + 1];
      grown[0] = root;
      for (int i = 1; i <= size; i++) {
        grown[i] = node();
        street(grown[random.nextInt(i)], grown[i]);
      }
    }

    /** Junctions joined by chains, some twice, some to themselves, with trees; then a fragment. */
    StreetGraph chainsLoopsAndTrees() {
      int junctions = 6 + random.nextInt(20);
      int[] junction = IntStream.range(0, junctions).map(i -> node()).toArray();
      for (int i = 0; i < 2 * junctions; i++) {
        int a = junction[random.nextInt(junctions)];
        int b = random.nextInt(8) == 0 ? a : junction[random.nextInt(junctions)];
        for (int same = random.nextInt(4) == 0 ? 2 : 1; same > 0; same--) {
          chain(a, b, random.nextInt(6));
        }
        if (random.nextInt(3) == 0) {
          tree(a, 1 + random.nextInt(8));
        }
      }
      int ring = node();
      chain(ring, ring, 4);
      tree(node(), 3);
      return builder.build();
    }
  }

  /** What a sweep must find: the cost of each node and the lowest index of its nearest sources. */
  private record Expected(int[] cost, int[] label) {
    static Expected of(NetworkPlaces places, int[] sources, Direction direction, int limit) {
      WalkingNetwork network = places.network();
      StreetGraph graph = network.graph();
      boolean towards = direction == Direction.TO_SOURCES;
      int[] cost = new int[graph.nodeCount()];
      int[] label = new int[graph.nodeCount()];
      Arrays.fill(cost, UNREACHED);
      Arrays.fill(label, -1);
      Expected expected = new Expected(cost, label);
      for (int source : sources) {
        int k = places.slot(source);
        if (k >= 0) {
          expected.offer(
              places.startNode(k), towards ? places.fromStart(k) : places.toStart(k), source);
          expected.offer(places.endNode(k), towards ? places.fromEnd(k) : places.toEnd(k), source);
        }
      }
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int e = 0; e < graph.edgeCount(); e++) {
          int a = graph.edgeFrom(e);
          int b = graph.edgeTo(e);
          int ahead = towards ? network.backwardCost(e) : network.forwardCost(e);
          int back = towards ? network.forwardCost(e) : network.backwardCost(e);
          changed |= expected.offer(b, WalkingNetwork.sum(cost[a], ahead), label[a]);
          changed |= expected.offer(a, WalkingNetwork.sum(cost[b], back), label[b]);
        }
      }
      for (int n = 0; n < cost.length; n++) {
        if (cost[n] > limit) {
          cost[n] = UNREACHED;
          label[n] = -1;
        }
      }
      return expected;
    }

    private boolean offer(int node, int offered, int source) {
      if (offered > FAR
          || offered > cost[node]
          || (offered == cost[node] && source >= label[node])) {
        return false;
      }
      cost[node] = offered;
      label[node] = source;
      return true;
    }
  }

  private static void check(TravelTimeSweep sweep, Expected expected, boolean labelled, String as) {
    Set<Integer> reached = new HashSet<>();
    for (int i = 0; i < sweep.reachedCount(); i++) {
      assertThat(reached.add(sweep.reachedNode(i))).as("%s: a node once only", as).isTrue();
    }
    for (int n = 0; n < expected.cost.length; n++) {
      assertThat(sweep.cost(n)).as("%s: cost of node %d", as, n).isEqualTo(expected.cost[n]);
      assertThat(reached.contains(n)).as(as).isEqualTo(expected.cost[n] < UNREACHED);
      if (labelled) {
        assertThat(sweep.source(n)).as("%s: source of %d", as, n).isEqualTo(expected.label[n]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyNodeOfChainsLoopsAndTreesIsRight(long seed) {
    StreetGraph graph = new Shapes(seed).chainsLoopsAndTrees();
    WalkingNetwork network = WalkingNetwork.of(graph, ADULT);
    Random random = new Random(-seed);
    // Places lie on edges anywhere, so most are within chains; some stand exactly on a node.
    double[] xy = new double[40];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = random.nextDouble() * 3000;
    }
    NetworkPlaces places = Town.places(network, 400, xy);
    // The same scratch for all runs, labelled or not, one way or the other, cut short or not.
    TravelTimeSweep sweep = new TravelTimeSweep(network);
    for (int run = 0; run < 60; run++) {
      Direction direction = Direction.values()[random.nextInt(2)];
      boolean labelled = random.nextInt(3) == 0;
      int[] sources = random.ints(0, places.size()).distinct().limit(labelled ? 7 : 1).toArray();
      int[] all = Expected.of(places, sources, direction, FAR).cost;
      int some = all[random.nextInt(all.length)];
      // A limit may be exactly what some node costs, a millimetre less, or end within a street.
      int limit =
          switch (random.nextInt(4)) {
            case 0 -> FAR;
            case 1 -> Math.min(FAR, some);
            case 2 -> Math.max(0, some - 1);
            default -> random.nextInt(4_000_000);
          };
      String as = "seed %d, run %d, %s within %d".formatted(seed, run, direction, limit);
      Expected expected = Expected.of(places, sources, direction, limit);
      if (labelled) {
        check(sweep.run(direction, places, sources, limit, () -> false), expected, true, as);
      } else {
        check(sweep.run(direction, places, sources[0], limit), expected, false, as);
        checkSteps(sweep, direction, places, sources[0], limit, as);
        check(sweep, expected, false, as + ", in steps");
      }
    }
  }

  /** Driven step by step, each node is visited once, with its cost, and never below the bound. */
  private static void checkSteps(
      TravelTimeSweep sweep,
      Direction direction,
      NetworkPlaces places,
      int place,
      int limit,
      String as) {
    int[] visited = new int[places.network().graph().nodeCount()];
    Arrays.fill(visited, UNREACHED);
    sweep.begin(direction, places, place, limit);
    int[] bound = {0};
    while (!sweep.exhausted()) {
      int next = sweep.advance();
      assertThat(next).as(as).isGreaterThanOrEqualTo(bound[0]);
      assertThat(sweep.advance()).as("%s: waiting changes nothing", as).isEqualTo(next);
      bound[0] = next;
      sweep.settle(() -> false);
      sweep.forEachSettled(
          (node, cost) -> {
            assertThat(visited[node]).as("%s: node %d once", as, node).isEqualTo(UNREACHED);
            assertThat(cost).as(as).isGreaterThanOrEqualTo(bound[0]);
            visited[node] = cost;
          });
    }
    for (int n = 0; n < visited.length; n++) {
      assertThat(visited[n]).as("%s: node %d", as, n).isEqualTo(sweep.cost(n));
    }
  }

  @Test
  void aHubOfThreeThousandStreetsFits() {
    // More arcs at one node than the lists hold at first, all found in the same step or far apart.
    Shapes shapes = new Shapes(77);
    int hub = shapes.node();
    for (int i = 0; i < 3000; i++) {
      shapes.street(hub, shapes.node());
    }
    WalkingNetwork network = WalkingNetwork.of(shapes.builder.build(), ADULT);
    NetworkPlaces places = Town.places(network, 3000, 1500, 1500, 100, 2000, 2500, 300);
    TravelTimeSweep sweep = new TravelTimeSweep(network);
    for (Direction direction : Direction.values()) {
      int[] one = {1};
      check(
          sweep.run(direction, places, 1, FAR),
          Expected.of(places, one, direction, FAR),
          false,
          "hub, " + direction);
      int[] all = {2, 0, 1};
      check(
          sweep.run(direction, places, all, FAR, () -> false),
          Expected.of(places, all, direction, FAR),
          true,
          "hub, labels, " + direction);
    }
  }

  @Test
  void aCancelledSweepLeavesNothingBehind() {
    // Few nodes at a time along a chain, many at once around a hub: both are cancelled.
    Shapes chain = new Shapes(78);
    int last = chain.node();
    for (int i = 0; i < 3000; i++) {
      int next = chain.node();
      chain.twoWay(last, next);
      last = next;
    }
    Shapes star = new Shapes(79);
    int hub = star.node();
    for (int i = 0; i < 3000; i++) {
      star.twoWay(hub, star.node());
    }
    for (Shapes shapes : new Shapes[] {chain, star}) {
      WalkingNetwork network = WalkingNetwork.of(shapes.builder.build(), ADULT);
      NetworkPlaces place = NetworkPlaces.onEdge(network, 7, 0);
      TravelTimeSweep sweep = new TravelTimeSweep(network);
      int[] only = {0};
      for (boolean labelled : new boolean[] {false, true}) {
        assertThatThrownBy(
                () -> {
                  if (labelled) {
                    sweep.run(Direction.FROM_SOURCES, place, only, FAR, () -> true);
                  } else {
                    sweep.run(Direction.FROM_SOURCES, place, 0, FAR, () -> true);
                  }
                })
            .isInstanceOf(CancellationException.class);
        assertThat(sweep.reachedCount()).isZero();
        check(
            sweep.run(Direction.TO_SOURCES, place, 0, 900_000),
            Expected.of(place, only, Direction.TO_SOURCES, 900_000),
            false,
            "after a cancelled sweep");
      }
    }
  }
}
