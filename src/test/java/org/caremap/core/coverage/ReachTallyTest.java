package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.SlopeRule;
import org.caremap.core.routing.StreetChanges;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.core.routing.WhatIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage after changes of every kind, against counting every point from scratch. */
class ReachTallyTest {
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);
  private static final ElevationModel HILLS =
      (lon, lat) -> 100 + 40 * Math.sin(lon * 1500) * Math.cos(lat * 1800);
  private static final WalkingProfile HIKER =
      new WalkingProfile("hiker", 0.8, ProfileRules.PLAIN.withSlope(SlopeRule.TOBLER));
  private static final int[] NONE = {};
  private static final int POINTS = 150;
  private static final int GROUPS = 3;
  private static final int ENTRIES = 7;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyNumberIsThatOfCountingFromScratch(long seed) {
    Random random = new Random(seed);
    boolean hilly = seed % 3 == 0;
    StreetGraph graph = seed % 3 == 1 ? Town.random(seed, 200) : Town.randomTwoWay(seed, 200);
    WalkingNetwork network = WalkingNetwork.of(graph, hilly ? HIKER : ADULT, hilly ? HILLS : null);
    NetworkPlaces demand = Town.places(network, 150, Town.randomPlaces(seed, POINTS));
    NetworkPlaces facilities = Town.places(network, 150, Town.randomPlaces(seed + 100, 12));
    // Whole people, quarters, or parts that no double holds exactly.
    double part = new double[] {1, 0.25, 0.1}[(int) (seed % 3)];
    double[][] counts = new double[GROUPS][POINTS];
    for (double[] group : counts) {
      for (int i = 0; i < POINTS; i++) {
        group[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(40) * part;
      }
    }
    int[] points = IntStream.range(0, POINTS).filter(i -> random.nextInt(8) > 0).toArray();
    int[] entries = IntStream.of(points).map(i -> random.nextInt(ENTRIES)).toArray();
    int[] zones = IntStream.of(points).map(i -> random.nextInt(2)).toArray();
    PointCutoffs cutoffs =
        PointCutoffs.byZone(
            zones,
            List.of(
                new Cutoff(60 + random.nextInt(300), 1.3),
                new Cutoff(60 + random.nextInt(600), 1.3)));
    DemandTable table = new DemandTable(points, entries, ENTRIES, counts);
    assertThat(table.isExact()).isEqualTo(seed % 3 != 2);
    for (Trip trip : Trip.values()) {
      WhatIf whatIf =
          WhatIf.from(
              demand,
              facilities,
              IntStream.range(0, 12).filter(f -> f != 5).toArray(),
              trip,
              () -> false);
      ReachTally before = ReachTally.of(table, whatIf.base(), cutoffs);
      for (int round = 0; round < 12; round++) {
        WhatIf.Outcome outcome = whatIf.evaluate(change(network, random), () -> false);
        ReachTally.Changed after = before.after(outcome.nearest(), outcome.changedPoints());
        String where = "seed %d, %s, round %d".formatted(seed, trip, round);
        for (int g = 0; g < GROUPS; g++) {
          CoverageTally was = scratch(table, entries, counts[g], whatIf.base().meters(), cutoffs);
          CoverageTally is =
              scratch(table, entries, counts[g], outcome.nearest().meters(), cutoffs);
          assertThat(before.total(g)).as(where).isEqualTo(was.total());
          assertThat(after.total(g)).as(where).isEqualTo(is.total());
          List<Integer> touched = IntStream.of(after.touchedEntries()).boxed().toList();
          for (int entry = 0; entry < ENTRIES; entry++) {
            assertThat(before.count(entry, g)).as(where).isEqualTo(was.area(entry));
            assertThat(after.count(entry, g)).as(where).isEqualTo(is.area(entry));
            if (!was.area(entry).equals(is.area(entry))) {
              assertThat(touched).as(where).contains(entry);
            }
          }
          double net = after.gained(g) - after.lost(g);
          assertThat(Math.rint(net * 1e6))
              .as(where)
              .isEqualTo(Math.rint((is.total().covered() - was.total().covered()) * 1e6));
          gainedOneByOne(table, counts[g], whatIf, outcome, cutoffs, after.gained(g), where);
        }
      }
    }
  }

  private static void gainedOneByOne(
      DemandTable table,
      double[] counts,
      WhatIf whatIf,
      WhatIf.Outcome outcome,
      PointCutoffs cutoffs,
      double gained,
      String where) {
    double sum = 0;
    for (int i = 0; i < table.size(); i++) {
      int point = table.point(i);
      boolean was = cutoffs.covers(i, whatIf.base().meters(point));
      boolean is = cutoffs.covers(i, outcome.nearest().meters(point));
      sum += is && !was && counts[point] > 0 ? counts[point] : 0;
    }
    assertThat(Math.rint(gained * 1e6)).as(where).isEqualTo(Math.rint(sum * 1e6));
  }

  private static CoverageTally scratch(
      DemandTable table, int[] entries, double[] counts, double[] meters, PointCutoffs cutoffs) {
    double[] picked =
        IntStream.range(0, table.size()).mapToDouble(i -> counts[table.point(i)]).toArray();
    double[] walks =
        IntStream.range(0, table.size()).mapToDouble(i -> meters[table.point(i)]).toArray();
    return CoverageTally.of(walks, picked, entries, ENTRIES, cutoffs);
  }

  private static WhatIf.Change change(WalkingNetwork network, Random random) {
    int[] closed = random.ints(random.nextInt(4), 0, network.graph().edgeCount()).toArray();
    NetworkPlaces ends = Town.places(network, 150, Town.randomPlaces(random.nextLong(), 2));
    boolean bridged = random.nextBoolean() && ends.isSnapped(0) && ends.isSnapped(1);
    for (int edge : closed) {
      bridged &= ends.snapped().edge(0) != edge && ends.snapped().edge(1) != edge;
    }
    boolean moves = random.nextBoolean();
    return new WhatIf.Change(
        random.nextBoolean() ? new int[] {random.nextInt(5)} : NONE,
        moves ? new int[] {6 + random.nextInt(6)} : NONE,
        moves ? Town.places(network, 150, Town.randomPlaces(random.nextLong(), 1)) : null,
        random.nextBoolean()
            ? Town.places(network, 150, Town.randomPlaces(random.nextLong(), 2))
            : null,
        StreetChanges.of(
            network,
            closed,
            bridged
                ? List.of(new StreetChanges.Bridge(ends, 1 + random.nextInt(200_000)))
                : List.of()));
  }
}
