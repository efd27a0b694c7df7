package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;

/** Networks small enough to work out by hand; coordinates are metres east and north. */
class HandNetworksTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final WalkingProfile ELDER = new WalkingProfile("elder", 0.8, true);
  private static final WalkingProfile STEP_FREE = new WalkingProfile("step-free", 0.8, false);

  private static double meters(StreetGraph graph, WalkingProfile profile, double... fromTo) {
    return meters(WalkingNetwork.of(graph, profile), Trip.TO_FACILITY, fromTo);
  }

  /** Flat metres from one place to another by every kind of sweep, which must agree. */
  static double meters(WalkingNetwork network, Trip trip, double... fromTo) {
    NetworkPlaces demand = Town.places(network, 500, fromTo[0], fromTo[1]);
    NetworkPlaces facility = Town.places(network, 500, fromTo[2], fromTo[3]);
    double nearest = NearestFacilities.sweep(demand, facility, trip).meters(0);
    ReachSweep reach =
        ReachSweep.sweep(facility, 0, trip, WalkingNetwork.FARTHEST, demand, () -> false);
    ReachTable table =
        ManyToMany.table(
            demand,
            facility,
            new int[] {0},
            trip,
            WalkingNetwork.FARTHEST,
            share -> {},
            () -> false);
    List<NearFacility> found =
        new KNearestSearch(facility, new int[] {0}, trip)
            .search(demand, 0, 1, WalkingNetwork.FARTHEST, () -> false);
    assertThat(WalkingNetwork.meters(reach.reached().costOf(0)))
        .as("all kinds of sweep agree")
        .isEqualTo(nearest);
    assertThat(table.pairCount()).isEqualTo(nearest == INF ? 0 : 1);
    if (nearest == INF) {
      assertThat(found).isEmpty();
    } else {
      assertThat(table.cost(0) / 1e3).isEqualTo(nearest);
      assertThat(found.get(0).flatMeters()).isEqualTo(nearest);
      assertThat(GreatCircle.lengthMeters(found.get(0).path().lonLat()))
          .isCloseTo(found.get(0).path().meters(), within(0.02));
    }
    return nearest;
  }

  @Test
  void addsAccessStreetsAndAccess() {
    //   o 30 m off          × 50 m off
    // A ┴───── 600 m ──── B ┴── 400 m ── C
    StreetGraph graph =
        new Town()
            .node("A", 0, 0)
            .node("B", 600, 0)
            .node("C", 1000, 0)
            .street("A-B")
            .street("B-C")
            .build();
    assertThat(meters(graph, ELDER, 100, 30, 800, 50)).isCloseTo(30 + 700 + 50, within(0.2));
    assertThat(ELDER.seconds(780)).isCloseTo(975, within(1e-9));
  }

  @Test
  void onOneEdgeTheDirectWayCompetesWithGoingRound() {
    // A ─┐    ┌─ B     A-B makes a detour of 900 m to the south, and a straight street
    // │  └────┘  │     of 100 m joins A and B
    // └──────────┘
    StreetGraph graph =
        new Town()
            .node("A", 0, 0)
            .node("B", 100, 0)
            .street("A-B", 0, -400, 100, -400)
            .street("A-B")
            .build();
    // 100 m down each leg: direct 700 m, over A and B only 300 m; 350 m down the direct way wins.
    assertThat(meters(graph, ELDER, 0, -100, 100, -100)).isCloseTo(300, within(0.2));
    assertThat(meters(graph, ELDER, 0, -350, 100, -350)).isCloseTo(200, within(0.2));
  }

  @Test
  void aOneWayFootwayIsWalkedTowardsTheFacility() {
    // A ──→ B   a square of 300 m a side
    // │     │
    // D ─── C
    StreetGraph graph =
        new Town()
            .node("A", 0, 0)
            .node("B", 300, 0)
            .node("C", 300, -300)
            .node("D", 0, -300)
            .oneWay("A-B")
            .street("B-C")
            .street("C-D")
            .street("D-A")
            .build();
    assertThat(meters(graph, ELDER, 50, 0, 250, 0)).isCloseTo(200, within(0.1));
    // Against the arrow on the same edge: on to B and round, 50 + 900 + 50.
    assertThat(meters(graph, ELDER, 250, 0, 50, 0)).isCloseTo(1000, within(0.3));
    assertThat(meters(graph, ELDER, 300, -150, 0, -150)).isCloseTo(600, within(0.3));
    // There 200 m with the arrow, back 1000 m round the square: the worse counts.
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    assertThat(network.isSymmetric()).isFalse();
    assertThat(meters(network, Trip.BACK, 50, 0, 250, 0)).isCloseTo(1000, within(0.3));
    assertThat(meters(network, Trip.WORSE, 50, 0, 250, 0)).isCloseTo(1000, within(0.3));
    assertThat(meters(network, Trip.WORSE, 250, 0, 50, 0)).isCloseTo(1000, within(0.3));
  }

  @Test
  void stairsAreForThoseWhoCanClimb() {
    // A ══stairs══ B  100 m, or round by C: 500 m
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 100, 0)
            .node("C", 50, 245)
            .street("A-C")
            .street("C-B")
            .stairs("A-B");
    StreetGraph graph = town.build();
    assertThat(meters(graph, ELDER, 0, 0, 100, 0)).isCloseTo(100, within(0.1));
    assertThat(meters(graph, STEP_FREE, 0, 0, 100, 0)).isCloseTo(500.1, within(0.3));
  }

  @Test
  void anIslandAcrossTheRiverStaysUnreachable() {
    // A ── 2000 m ── B
    // ~~~~ river 120 m ~~~~
    // c ── 900 m ── d      people live there, there is no bridge
    StreetGraph graph =
        new Town()
            .node("A", 0, 120)
            .node("B", 2000, 120)
            .node("c", 0, 0)
            .node("d", 900, 0)
            .street("A-B")
            .street("c-d")
            .build();
    assertThat(meters(graph, ELDER, 400, 5, 400, 130)).isEqualTo(INF);
    assertThat(meters(graph, ELDER, 400, 5, 800, 5)).isCloseTo(410, within(0.2));
  }

  @Test
  void aTinyNetworkIsStillANetwork() {
    StreetGraph graph = new Town().node("A", 0, 0).node("B", 40, 0).street("A-B").build();
    assertThat(meters(graph, ELDER, 0, 10, 40, 10)).isCloseTo(60, within(0.1));
  }

  @Test
  void equalDistancesGoToTheLowerFacility() {
    // f0 and f2 on the same spot, f1 elsewhere
    StreetGraph graph = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B").build();
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    NetworkPlaces demand = Town.places(network, 500, 500, 0);
    NetworkPlaces facilities = Town.places(network, 500, 900, 0, 700, 0, 700, 0);
    NearestFacilities nearest = NearestFacilities.sweep(demand, facilities, Trip.WORSE);
    assertThat(nearest.facility(0)).isEqualTo(1);
    List<NearFacility> found =
        new KNearestSearch(facilities, new int[] {0, 1, 2}, Trip.WORSE)
            .search(demand, 0, 3, WalkingNetwork.FARTHEST, () -> false);
    assertThat(found.stream().map(NearFacility::facility)).containsExactly(1, 2, 0);
  }

  @Test
  void theLimitIsInclusive() {
    // A ─── B ─ × ─── C   the person stands on A, the facility 100 m beyond B
    StreetGraph graph =
        new Town()
            .node("A", 0, 0)
            .node("B", 600, 0)
            .node("C", 1000, 0)
            .street("A-B")
            .street("B-C")
            .build();
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    NetworkPlaces demand = Town.places(network, 500, 0, 0);
    NetworkPlaces facility = Town.places(network, 500, 700, 0);
    TravelTimeSweep sweep = new TravelTimeSweep(network);
    int node = graph.edgeFrom(demand.snapped().edge(0));
    int atNode = sweep.run(Direction.TO_SOURCES, facility, 0, WalkingNetwork.FARTHEST).cost(node);
    sweep.run(Direction.TO_SOURCES, facility, 0, atNode);
    assertThat(sweep.cost(node)).isEqualTo(atNode).isBetween(699_000, 701_000);
    sweep.run(Direction.TO_SOURCES, facility, 0, atNode - 1);
    assertThat(sweep.cost(node)).isEqualTo(WalkingNetwork.UNREACHED);
    int exact = NearestFacilities.sweep(demand, facility, Trip.WORSE).cost(0);
    assertThat(nearestWithin(demand, facility, exact).cost(0)).isEqualTo(exact);
    assertThat(nearestWithin(demand, facility, exact - 1).meters(0)).isEqualTo(INF);
    assertThat(nearestWithin(demand, facility, exact - 1).facility(0)).isEqualTo(-1);
  }

  private static NearestFacilities nearestWithin(
      NetworkPlaces demand, NetworkPlaces facility, int limit) {
    return NearestFacilities.sweep(demand, facility, new int[] {0}, Trip.WORSE, limit, () -> false);
  }

  @Test
  void placesTooFarFromStreetsReachNothing() {
    StreetGraph graph = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B").build();
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    NetworkPlaces facility = Town.places(network, 500, 700, 0);
    NetworkPlaces far = Town.places(network, 500, 700, 600);
    assertThat(NearestFacilities.sweep(far, facility, Trip.WORSE).meters(0)).isEqualTo(INF);
    assertThat(NearestFacilities.sweep(facility, far, Trip.WORSE).meters(0)).isEqualTo(INF);
    ReachSweep reach =
        ReachSweep.sweep(far, 0, Trip.WORSE, WalkingNetwork.FARTHEST, facility, () -> false);
    assertThat(reach.nodeCount()).isZero();
    assertThat(reach.reached().size()).isZero();
    assertThat(
            new KNearestSearch(facility, new int[] {0}, Trip.WORSE)
                .search(far, 0, 3, WalkingNetwork.FARTHEST, () -> false))
        .isEmpty();
  }

  @Test
  void aCancelledSweepThrowsAndLeavesTheScratchFit() {
    StreetGraph graph = Town.random(5, 20_000);
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    NetworkPlaces places = Town.places(network, 500, 1000, 1000);
    TravelTimeSweep sweep = new TravelTimeSweep(network);
    int[] one = {0};
    int far = WalkingNetwork.FARTHEST;
    assertThatThrownBy(() -> sweep.run(Direction.TO_SOURCES, places, one, far, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(sweep.reachedCount()).isZero();
    sweep.run(Direction.TO_SOURCES, places, one, far, () -> false);
    TravelTimeSweep fresh = new TravelTimeSweep(network);
    fresh.run(Direction.TO_SOURCES, places, 0, far);
    assertThat(sweep.reachedCount()).isEqualTo(fresh.reachedCount());
    for (int n = 0; n < graph.nodeCount(); n++) {
      assertThat(sweep.cost(n)).isEqualTo(fresh.cost(n));
    }
    NetworkPlaces many = Town.places(network, 500, Town.randomPlaces(5, 50));
    int[] all = IntStream.range(0, 50).toArray();
    assertThatThrownBy(
            () -> ManyToMany.table(many, many, all, Trip.WORSE, far, share -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ManyToMany.table(
                    many, many, all, Trip.WORSE, far, s -> {}, () -> asked.incrementAndGet() > 40))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void badArgumentsAreNamed() {
    StreetGraph graph = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B").build();
    WalkingNetwork network = WalkingNetwork.of(graph, ELDER);
    NetworkPlaces places = Town.places(network, 500, 0, 0);
    TravelTimeSweep sweep = new TravelTimeSweep(network);
    assertThatThrownBy(() -> sweep.run(Direction.TO_SOURCES, places, 1, 1))
        .hasMessageContaining("[0, 1) but is 1");
    assertThatThrownBy(() -> sweep.run(Direction.TO_SOURCES, places, 0, -1))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> WalkingNetwork.limit(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new WalkingProfile("x", 0, true)).hasMessageContaining("(0, 10]");
    assertThatThrownBy(() -> ELDER.withSpeedKmh(99)).hasMessageContaining("(0, 36] but is 99");
    assertThatThrownBy(() -> new StraightLine(0.9)).hasMessageContaining("[1, 10]");
    assertThat(ELDER.withSpeedKmh(3.6).speedMetersPerSecond()).isEqualTo(1);
    // 2.88 / 3.6 is not 0.8 in binary, but it is the speed that an answer at 0.8 m/s writes down.
    WalkingProfile elder = new WalkingProfile("elder", 0.8, true);
    assertThat(elder.withSpeedKmh(2.88)).isEqualTo(elder);
    assertThat(elder.withSpeedKmh(2.880001).speedMetersPerSecond()).isEqualTo(2.880001 / 3.6);
  }

  @Test
  void straightLinesHaveADetour() {
    StraightLine line = new StraightLine(1.3);
    double[] lon = {Town.lon(0), Town.lon(900)};
    double[] lat = {Town.lat(0), Town.lat(0)};
    double[] facilityLon = {Town.lon(1000), Town.lon(200), Town.lon(200)};
    double[] facilityLat = {Town.lat(0), Town.lat(0), Town.lat(0)};
    NearestFacilities nearest = line.nearest(lon, lat, facilityLon, facilityLat);
    assertThat(nearest.facility()).containsExactly(1, 0);
    assertThat(nearest.meters(0)).isCloseTo(260, within(0.01));
    List<NearFacility> found = line.kNearest(lon[0], lat[0], facilityLon, facilityLat, 5, 1400);
    assertThat(found.stream().map(NearFacility::facility)).containsExactly(1, 2, 0);
    assertThat(found.get(2).flatMeters()).isCloseTo(1300, within(0.05));
    ReachedPlaces reached =
        line.reached(facilityLon[1], facilityLat[1], new PointGrid(lon, lat), 911_000);
    assertThat(reached.metersOf(1)).isCloseTo(910, within(0.05));
    assertThat(
            line.reached(facilityLon[1], facilityLat[1], new PointGrid(lon, lat), 909_000).size())
        .isEqualTo(1);
    assertThat(line.nearest(lon, lat, new double[0], new double[0]).meters(0)).isEqualTo(INF);
  }
}
