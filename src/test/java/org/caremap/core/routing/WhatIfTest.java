package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would change, against working everything out from scratch. */
class WhatIfTest {
  private static final int FAR = WalkingNetwork.FARTHEST;
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);
  private static final ElevationModel HILLS =
      (lon, lat) -> 100 + 40 * Math.sin(lon * 1500) * Math.cos(lat * 1800);
  private static final WalkingProfile HIKER =
      new WalkingProfile("hiker", 0.8, ProfileRules.PLAIN.withSlope(SlopeRule.TOBLER));
  private static final int[] NONE = {};

  private static WhatIf.Outcome evaluate(WhatIf whatIf, WhatIf.Change change) {
    return whatIf.evaluate(change, () -> false);
  }

  @Test
  void aFootbridgeJoinsTheFarBank() {
    // A ───── f ───── B     f serves the north
    // ~~~~~~ river ~~~~~~   120 m wide, no bridge
    // c ───── p ───── d     p lives on the south bank
    StreetGraph graph =
        new Town()
            .node("A", 0, 120)
            .node("B", 2000, 120)
            .node("c", 0, 0)
            .node("d", 2000, 0)
            .street("A-B")
            .street("c-d")
            .build();
    WalkingNetwork network = WalkingNetwork.of(graph, ADULT);
    NetworkPlaces demand = Town.places(network, 50, 1000, 0, 200, 120);
    NetworkPlaces facilities = Town.places(network, 50, 1000, 120);
    WhatIf whatIf = WhatIf.from(demand, facilities, new int[] {0}, Trip.WORSE, () -> false);
    assertThat(whatIf.base().facility(0)).isEqualTo(-1);
    NetworkPlaces ends = Town.places(network, 50, 700, 0, 700, 120);
    StreetChanges bridge =
        StreetChanges.of(network, NONE, List.of(new StreetChanges.Bridge(ends, 120_000)));
    WhatIf.Outcome outcome = evaluate(whatIf, new WhatIf.Change(NONE, NONE, null, null, bridge));
    // 300 m west, 120 m over, 300 m east.
    assertThat(outcome.nearest().meters(0)).isCloseTo(720, within(0.1));
    assertThat(outcome.changedPoints()).containsExactly(0);
    // From the bridge's own streets the bridge is reached straight, not by way of their ends.
    NetworkPlaces sites = Town.places(network, 50, 690, 0);
    outcome = evaluate(whatIf, new WhatIf.Change(new int[] {0}, NONE, null, sites, bridge));
    assertThat(outcome.nearest().facility()).containsExactly(1, 1);
    assertThat(outcome.nearest().meters(1)).isCloseTo(500 + 120 + 10, within(0.1));
  }

  @Test
  void aClosedStreetIsWalkedRoundAndItsPeopleJoinTheNext() {
    // A ── p ── B     p lives on A-B, the facility on B-C; the square has 300 m a side
    // │         f
    // D ─────── C
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 300, 0)
            .node("C", 300, -300)
            .node("D", 0, -300)
            .street("A-B")
            .street("B-C")
            .street("C-D")
            .street("D-A");
    WalkingNetwork network = WalkingNetwork.of(town.build(), ADULT);
    NetworkPlaces demand = Town.places(network, 500, 100, 0, 0, -10);
    NetworkPlaces facilities = Town.places(network, 500, 300, -150);
    WhatIf whatIf = WhatIf.from(demand, facilities, new int[] {0}, Trip.WORSE, () -> false);
    assertThat(whatIf.base().meters(0)).isCloseTo(350, within(0.1));
    assertThat(whatIf.base().meters(1)).isCloseTo(460, within(0.1));
    StreetChanges closed = StreetChanges.of(network, new int[] {town.edge("A-B")}, List.of());
    WhatIf.Outcome outcome = evaluate(whatIf, new WhatIf.Change(NONE, NONE, null, null, closed));
    // p goes 100 m over the grass to A-D and round by D and C.
    assertThat(outcome.nearest().meters(0)).isCloseTo(100 + 300 + 300 + 150, within(0.2));
    assertThat(outcome.nearest().meters(1)).isCloseTo(290 + 300 + 150, within(0.2));
  }

  @Test
  void badChangesAreNamed() {
    WalkingNetwork network =
        WalkingNetwork.of(
            new Town().node("A", 0, 0).node("B", 300, 0).street("A-B").build(), ADULT);
    assertThatThrownBy(() -> StreetChanges.of(network, new int[] {7}, List.of()))
        .hasMessageContaining("[0, 1) but is 7");
    NetworkPlaces far = Town.places(network, 50, 0, 0, 0, 900);
    assertThatThrownBy(() -> new StreetChanges.Bridge(far, 100)).hasMessageContaining("two ends");
    NetworkPlaces ends = Town.places(network, 50, 0, 0, 200, 0);
    assertThatThrownBy(() -> new StreetChanges.Bridge(ends, 0)).hasMessageContaining("but is 0");
    assertThatThrownBy(
            () ->
                StreetChanges.of(
                    network, new int[] {0}, List.of(new StreetChanges.Bridge(ends, 100))))
        .hasMessageContaining("closed street");
  }

  /** Random changes of every kind, many on one network. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyChangeEqualsARecomputation(long seed) {
    boolean hilly = seed % 3 == 0;
    boolean oneWays = seed % 3 == 1;
    int size = 60 + 20 * (int) seed;
    StreetGraph graph = oneWays ? Town.random(seed, size) : Town.randomTwoWay(seed, size);
    WalkingNetwork network = WalkingNetwork.of(graph, hilly ? HIKER : ADULT, hilly ? HILLS : null);
    NetworkPlaces demand = Town.places(network, 150, Town.randomPlaces(seed, 150));
    NetworkPlaces facilities = Town.places(network, 150, Town.randomPlaces(seed + 100, 12));
    int[] indices = IntStream.range(0, 12).filter(i -> i != 5).toArray();
    Random random = new Random(seed);
    for (Trip trip : Trip.values()) {
      WhatIf whatIf = WhatIf.from(demand, facilities, indices, trip, () -> false);
      for (int round = 0; round < 12; round++) {
        check(
            whatIf,
            demand,
            facilities,
            indices,
            trip,
            random,
            "seed %d, %s, round %d".formatted(seed, trip, round));
      }
    }
  }

  private static void check(
      WhatIf whatIf,
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      Random random,
      String where) {
    WalkingNetwork network = demand.network();
    int[] closed = random.ints(random.nextInt(4), 0, network.graph().edgeCount()).toArray();
    StreetChanges streets = StreetChanges.of(network, closed, bridges(network, closed, random));
    int[] removed = random.nextBoolean() ? new int[] {indices[random.nextInt(11)]} : NONE;
    int[] moved = random.nextBoolean() ? new int[] {indices[random.nextInt(11)]} : NONE;
    NetworkPlaces movedTo =
        moved.length == 0
            ? null
            : Town.places(network, 150, Town.randomPlaces(random.nextLong(), 1));
    NetworkPlaces added =
        random.nextBoolean()
            ? Town.places(network, 150, Town.randomPlaces(random.nextLong(), 2))
            : null;
    WhatIf.Outcome outcome =
        evaluate(whatIf, new WhatIf.Change(removed, moved, movedTo, added, streets));
    // From scratch: the places as they are joined now, Bellman-Ford over streets and bridges.
    List<Integer> labels = new ArrayList<>();
    List<double[]> sites = new ArrayList<>();
    for (int f : indices) {
      boolean isMoved = moved.length > 0 && moved[0] == f;
      if (isMoved) {
        sites.add(site(movedTo, 0));
        labels.add(f);
      } else if (removed.length == 0 || removed[0] != f) {
        sites.add(site(facilities, f));
        labels.add(f);
      }
    }
    for (int i = 0; added != null && i < added.size(); i++) {
      sites.add(site(added, i));
      labels.add(facilities.size() + i);
    }
    Scratch scratch = new Scratch(network, streets, demand, sites);
    BitSet changed = new BitSet();
    for (int point : outcome.changedPoints()) {
      changed.set(point);
    }
    for (int i = 0; i < demand.size(); i++) {
      int best = WalkingNetwork.UNREACHED;
      int which = -1;
      for (int s = 0; s < labels.size(); s++) {
        int cost =
            switch (trip) {
              case TO_FACILITY -> scratch.there(i, s);
              case BACK -> scratch.back(i, s);
              case WORSE -> Math.max(scratch.there(i, s), scratch.back(i, s));
            };
        if (cost < best
            || (cost == best && cost < WalkingNetwork.UNREACHED && labels.get(s) < which)) {
          best = cost;
          which = labels.get(s);
        }
      }
      assertThat(outcome.nearest().cost(i)).as("%s, cost of %d", where, i).isEqualTo(best);
      assertThat(outcome.nearest().facility(i)).as("%s, facility of %d", where, i).isEqualTo(which);
      boolean differs = best != whatIf.base().cost(i) || which != whatIf.base().facility(i);
      assertThat(changed.get(i)).as("%s, change of %d", where, i).isEqualTo(differs);
    }
  }

  private static double[] site(NetworkPlaces places, int place) {
    return new double[] {places.snapped().pointLon(place), places.snapped().pointLat(place)};
  }

  private static List<StreetChanges.Bridge> bridges(
      WalkingNetwork network, int[] closed, Random random) {
    List<StreetChanges.Bridge> bridges = new ArrayList<>();
    for (int b = random.nextInt(3); b > 0; b--) {
      NetworkPlaces ends = Town.places(network, 150, Town.randomPlaces(random.nextLong(), 2));
      boolean fits = ends.isSnapped(0) && ends.isSnapped(1);
      for (int slot = 0; fits && slot < 2; slot++) {
        int edge = ends.edge(slot);
        fits = Arrays.stream(closed).noneMatch(e -> e == edge);
      }
      if (fits) {
        double meters =
            GreatCircle.meters(
                ends.snapped().pointLon(0),
                ends.snapped().pointLat(0),
                ends.snapped().pointLon(1),
                ends.snapped().pointLat(1));
        bridges.add(
            new StreetChanges.Bridge(ends, 1 + (int) (meters * 1000 * random.nextDouble())));
      }
    }
    return bridges;
  }

  /**
   * All places and bridge ends as nodes beside the street nodes, joined to both ends of their edge
   * and to each other along it; Bellman-Ford over everything that is open.
   */
  private static final class Scratch {
    private static final int UNREACHED = WalkingNetwork.UNREACHED;
    private final List<int[]> arcs = new ArrayList<>();
    private final int points;
    private final int firstSite;
    private final int nodes;
    private final int[][] there;
    private final int[][] back;

    Scratch(
        WalkingNetwork network, StreetChanges streets, NetworkPlaces demand, List<double[]> sites) {
      StreetGraph graph = network.graph();
      points = graph.nodeCount();
      firstSite = points + demand.size();
      int firstEnd = firstSite + sites.size();
      for (int e = 0; e < graph.edgeCount(); e++) {
        if (!streets.isClosed(e)) {
          arc(graph.edgeFrom(e), graph.edgeTo(e), network.forwardCost(e));
          arc(graph.edgeTo(e), graph.edgeFrom(e), network.backwardCost(e));
        }
      }
      List<NetworkPlaces> all = new ArrayList<>();
      for (int i = 0; i < demand.size(); i++) {
        all.add(join(network, streets, site(demand, i)));
      }
      for (double[] site : sites) {
        all.add(join(network, streets, site));
      }
      int bridgeNodes = streets.nodeCount() - graph.nodeCount();
      for (int b = 0; b < bridgeNodes; b++) {
        NetworkPlaces ends = streets.endPlaces(graph.nodeCount() + b);
        SnappedPoints snapped = ends.snapped();
        all.add(
            NetworkPlaces.of(
                network, snapped.pointLon(b % 2), snapped.pointLat(b % 2), snapped.limitMeters()));
      }
      for (int i = 0; i < all.size(); i++) {
        NetworkPlaces a = all.get(i);
        if (a.slotCount() == 0) {
          continue;
        }
        arc(points + i, a.startNode(0), a.toStart(0));
        arc(points + i, a.endNode(0), a.toEnd(0));
        arc(a.startNode(0), points + i, a.fromStart(0));
        arc(a.endNode(0), points + i, a.fromEnd(0));
        for (int j = 0; j < all.size(); j++) {
          NetworkPlaces b = all.get(j);
          if (i != j && b.slotCount() > 0 && a.edge(0) == b.edge(0)) {
            arc(points + i, points + j, a.along(0, b, 0));
          }
        }
      }
      for (int b = 0; b < bridgeNodes; b += 2) {
        int[] over = streets.addedArcs(graph.nodeCount() + b);
        for (int k = 0; k < over.length; k += 3) {
          if (over[k] == graph.nodeCount() + b + 1) {
            arc(firstEnd + b, firstEnd + b + 1, over[k + 1]);
            arc(firstEnd + b + 1, firstEnd + b, over[k + 2]);
          }
        }
      }
      nodes = points + all.size();
      there = new int[sites.size()][];
      back = new int[sites.size()][];
      for (int s = 0; s < sites.size(); s++) {
        there[s] = bellmanFord(firstSite + s, true, firstEnd);
        back[s] = bellmanFord(firstSite + s, false, firstEnd);
      }
    }

    private static NetworkPlaces join(
        WalkingNetwork network, StreetChanges streets, double[] site) {
      return NetworkPlaces.of(
          network,
          SnappedPoints.of(streets.snapper(), new double[] {site[0]}, new double[] {site[1]}, 150));
    }

    private void arc(int from, int to, int cost) {
      if (cost < UNREACHED) {
        arcs.add(new int[] {from, to, cost});
      }
    }

    private int[] bellmanFord(int source, boolean towards, int firstEnd) {
      int[] cost = new int[nodes];
      Arrays.fill(cost, UNREACHED);
      cost[source] = 0;
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int[] arc : arcs) {
          int from = towards ? arc[1] : arc[0];
          int to = towards ? arc[0] : arc[1];
          // Nobody walks through a home or a facility: their ways to the street are their own.
          boolean through = from >= points && from < firstEnd && from != source;
          if (!through && cost[from] + arc[2] < cost[to]) {
            cost[to] = cost[from] + arc[2];
            changed = true;
          }
        }
      }
      return cost;
    }

    int there(int point, int site) {
      return there[site][points + point];
    }

    int back(int point, int site) {
      return back[site][points + point];
    }
  }

  @Test
  void movingAFacilityToWhereItIsChangesNothing() {
    StreetGraph graph = Town.randomTwoWay(77, 400);
    WalkingNetwork network = WalkingNetwork.of(graph, ADULT);
    NetworkPlaces demand = Town.places(network, 150, Town.randomPlaces(77, 200));
    NetworkPlaces facilities = Town.places(network, 150, Town.randomPlaces(78, 8));
    int[] all = IntStream.range(0, 8).toArray();
    WhatIf whatIf = WhatIf.from(demand, facilities, all, Trip.WORSE, () -> false);
    NetworkPlaces same = Town.places(network, 150, Arrays.copyOf(Town.randomPlaces(78, 8), 2));
    WhatIf.Outcome outcome =
        evaluate(
            whatIf,
            new WhatIf.Change(NONE, new int[] {0}, same, null, StreetChanges.none(network)));
    assertThat(outcome.changedPoints()).isEmpty();
    assertThat(outcome.nearest().costs()).isEqualTo(whatIf.base().costs());
    assertThat(
            NearestFacilities.sweep(demand, facilities, all, Trip.WORSE, FAR, () -> false).costs())
        .isEqualTo(outcome.nearest().costs());
  }
}
