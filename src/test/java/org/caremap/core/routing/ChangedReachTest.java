package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches whom over changed streets, against walking from every facility alone. */
class ChangedReachTest {
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);
  private static final int[] NONE = {};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsAreThoseOfEachFacilityAlone(long seed) {
    Random random = new Random(seed);
    StreetGraph graph = seed % 2 == 0 ? Town.random(seed, 400) : Town.randomTwoWay(seed, 400);
    WalkingNetwork network = WalkingNetwork.of(graph, ADULT);
    NetworkPlaces demand = Town.places(network, 150, Town.randomPlaces(seed, 200));
    NetworkPlaces facilities = Town.places(network, 150, Town.randomPlaces(seed + 100, 20));
    int changedRows = 0;
    for (Trip trip : Trip.values()) {
      for (int round = 0; round < 6; round++) {
        StreetChanges streets = streets(network, random);
        int limit = 200_000 + random.nextInt(4_000_000);
        ReachTable table =
            ChangedReach.table(demand, facilities, streets, trip, limit, () -> false);
        ReachTable before =
            ManyToMany.table(
                demand,
                facilities,
                IntStream.range(0, 20).toArray(),
                trip,
                limit,
                share -> {},
                () -> false);
        for (int f = 0; f < 20; f++) {
          NearestFacilities alone =
              WhatIf.from(demand, facilities, new int[] {f}, trip, () -> false)
                  .evaluate(new WhatIf.Change(NONE, NONE, null, null, streets), () -> false)
                  .nearest();
          List<String> wanted = new ArrayList<>();
          for (int i = 0; i < demand.size(); i++) {
            if (alone.cost(i) <= limit) {
              wanted.add(i + ":" + alone.cost(i));
            }
          }
          assertThat(row(table, f))
              .as("seed %d, %s, round %d, facility %d", seed, trip, round, f)
              .isEqualTo(wanted);
          changedRows += row(before, f).equals(wanted) ? 0 : 1;
        }
      }
    }
    assertThat(changedRows).as("changes that matter").isPositive();
  }

  private static List<String> row(ReachTable table, int facility) {
    return IntStream.range(table.first(facility), table.first(facility + 1))
        .mapToObj(k -> table.demand(k) + ":" + table.cost(k))
        .toList();
  }

  private static StreetChanges streets(WalkingNetwork network, Random random) {
    int[] closed = random.ints(random.nextInt(4), 0, network.graph().edgeCount()).toArray();
    NetworkPlaces ends = Town.places(network, 150, Town.randomPlaces(random.nextLong(), 2));
    boolean bridged = ends.isSnapped(0) && ends.isSnapped(1);
    for (int edge : closed) {
      bridged &= ends.snapped().edge(0) != edge && ends.snapped().edge(1) != edge;
    }
    return StreetChanges.of(
        network,
        closed,
        bridged ? List.of(new StreetChanges.Bridge(ends, 1 + random.nextInt(100_000))) : List.of());
  }
}
