package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTallyTest {
  private static final WalkingProfile ELDER = new WalkingProfile("elder", 0.8, true);
  private static final StraightLine STRAIGHT = new StraightLine(1.3);
  private static final double[] FACTORS = {0.7, 0.85, 1, 1.15, 1.3};

  /**
   * A river between two streets with one bridge, 1 km to the north, and an island without any.
   *
   * <pre>
   *   W1 --bridge-- E1      y 1000     P4 at W1
   *   |    ~ ~ ~     |                 P2 on the western street, y 900
   *   |    river     |                 P3 on the eastern street, y 500
   *   W0   ~ ~ ~    E0      y 0        P1 at W0, facility F at E0
   *   x 0           x 200              P5 on an island, 5 km away
   * </pre>
   *
   * To F: P1 walks 1000 + 200 + 1000 = 2200 m, straight 200 x 1.3 = 260; P2 1300 m, straight 922 x
   * 1.3 = 1199; P3 500 m; P4 1200 m; P5 cannot. 15 minutes at 0.8 m/s are 720 m.
   */
  private static final double[] PEOPLE = {0, 0, 0, 900, 200, 500, 0, 1000, 5000, 5000};

  private static StreetGraph river() {
    return new Town()
        .node("W0", 0, 0)
        .node("W1", 0, 1000)
        .node("E0", 200, 0)
        .node("E1", 200, 1000)
        .node("I", 5000, 5000)
        .node("J", 5000, 5100)
        .street("W0-W1")
        .street("W1-E1")
        .street("E0-E1")
        .street("I-J")
        .build();
  }

  private record Case(
      DemandTable table, int[] cost, WalkingSpeeds speeds, BitSet barred, BoardTally tally) {
    static Case of(
        NetworkPlaces demand,
        NetworkPlaces facilities,
        int[] indices,
        DemandTable table,
        WalkingSpeeds speeds) {
      int[] cost =
          NearestFacilities.sweep(
                  demand, facilities, indices, Trip.WORSE, WalkingNetwork.FARTHEST, () -> false)
              .costs();
      double[] lon = lon(demand);
      BitSet barred =
          StraightReach.barred(
              table,
              cost,
              speeds,
              new PointGrid(lon, lat(demand)),
              STRAIGHT,
              Arrays.stream(indices).mapToDouble(f -> facilities.snapped().pointLon(f)).toArray(),
              Arrays.stream(indices).mapToDouble(f -> facilities.snapped().pointLat(f)).toArray());
      return new Case(table, cost, speeds, barred, BoardTally.of(table, cost, speeds, barred));
    }
  }

  private static double[] lon(NetworkPlaces places) {
    return IntStream.range(0, places.size()).mapToDouble(places.snapped()::pointLon).toArray();
  }

  private static double[] lat(NetworkPlaces places) {
    return IntStream.range(0, places.size()).mapToDouble(places.snapped()::pointLat).toArray();
  }

  private static WalkingSpeeds speeds(PointCutoffs cutoffs, double speed) {
    return new WalkingSpeeds(
        cutoffs, Arrays.stream(FACTORS).map(factor -> factor * speed).toArray(), 2);
  }

  private static Case riverCase(PointCutoffs cutoffs) {
    WalkingNetwork network = WalkingNetwork.of(river(), ELDER);
    double[][] counts = {{4, 2.5, 10, Double.NaN, 1.5}, {1, 0, Double.NaN, 3, 2}};
    // Entry 0 is the western bank, 1 the eastern, 2 for points of none: the island.
    DemandTable table =
        new DemandTable(new int[] {0, 1, 2, 3, 4}, new int[] {0, 0, 1, 0, 2}, 3, counts);
    return Case.of(
        Town.places(network, 100, PEOPLE),
        Town.places(network, 100, 200, 0),
        new int[] {0},
        table,
        speeds(cutoffs, 0.8));
  }

  @Test
  void theRiverBarsWhoIsNearByTheStraightLineOnly() {
    Case river = riverCase(PointCutoffs.same(new Cutoff(900, 0.8)));
    assertThat(river.cost()[0]).isCloseTo(2_200_000, within(3_000));
    assertThat(river.cost()[4]).isEqualTo(WalkingNetwork.UNREACHED);
    assertThat(river.barred().stream()).containsExactly(0);
    BoardTally tally = river.tally();
    assertThat(tally.count(0, 0)).isEqualTo(new CoverageCount(6.5, 0, 6.5, 0, 1));
    assertThat(tally.count(1, 0)).isEqualTo(new CoverageCount(10, 10, 0, 0, 0));
    assertThat(tally.count(2, 0)).isEqualTo(new CoverageCount(1.5, 0, 1.5, 1.5, 0));
    assertThat(tally.total(0)).isEqualTo(new CoverageCount(18, 10, 8, 1.5, 1));
    assertThat(tally.barred(0, 0)).isEqualTo(4);
    assertThat(tally.far(0, 0)).isEqualTo(2.5);
    assertThat(tally.far(2, 0)).isEqualTo(1.5);
    assertThat(tally.total(1)).isEqualTo(new CoverageCount(6, 0, 6, 2, 1));
    assertThat(tally.barred(0, 1)).isEqualTo(1);
    assertThat(tally.far(0, 1)).isEqualTo(3);
  }

  /** 0.56, 0.68, 0.8, 0.92 and 1.04 m/s walk 504, 612, 720, 828 and 936 m: 500 m is in all. */
  @Test
  void anotherSpeedIsAnotherLimit() {
    Case river = riverCase(PointCutoffs.same(new Cutoff(900, 0.8)));
    for (int s = 0; s < FACTORS.length; s++) {
      assertThat(river.tally().count(1, 0, s).uncovered()).isZero();
    }
    // In 10 minutes 336, 408, 480, 552 and 624 m.
    Case ten = riverCase(PointCutoffs.same(new Cutoff(600, 0.8)));
    double[] left = {10, 10, 10, 0, 0};
    for (int s = 0; s < FACTORS.length; s++) {
      assertThat(ten.tally().count(1, 0, s).uncovered()).as("speed %d", s).isEqualTo(left[s]);
    }
    assertThat(ten.barred().stream()).as("260 m is within 480").containsExactly(0);
    Case five = riverCase(PointCutoffs.same(new Cutoff(300, 0.8)));
    assertThat(five.barred().stream()).as("260 m is not within 240").isEmpty();
    assertThat(five.tally().far(0, 0)).isEqualTo(6.5);
  }

  @Test
  void zonesHaveTheirOwnMinutes() {
    // 15 minutes on the banks; 28 minutes, 1344 m, for P2 (1300 m) and P4 (1200 m).
    Case river =
        riverCase(
            PointCutoffs.byZone(
                new int[] {0, 1, 0, 1, 0}, List.of(new Cutoff(900, 0.8), new Cutoff(1680, 0.8))));
    assertThat(river.tally().count(0, 0)).isEqualTo(new CoverageCount(6.5, 2.5, 4, 0, 1));
    assertThat(river.tally().count(0, 1)).isEqualTo(new CoverageCount(4, 3, 1, 0, 0));
    // At 0.92 m/s 28 minutes are 1546 m, at 0.68 only 1142.
    assertThat(river.tally().count(0, 0, 3).uncovered()).isEqualTo(4);
    assertThat(river.tally().count(0, 0, 1).uncovered()).isEqualTo(6.5);
  }

  /** Random streets, people, areas, groups, zones and minutes, counted by plain loops. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsPlainLoopsAndTheCoverageOfEveryGroup(long seed) {
    Random random = new Random(seed);
    WalkingNetwork network = WalkingNetwork.of(Town.randomTwoWay(seed, 150), ELDER);
    int size = 400;
    NetworkPlaces demand = Town.places(network, 120, random.doubles(2L * size, 0, 2000).toArray());
    NetworkPlaces facilities = Town.places(network, 120, random.doubles(24, 0, 2000).toArray());
    int[] indices = random.ints(0, 12).distinct().limit(1 + random.nextInt(6)).sorted().toArray();
    int areas = 7;
    double[][] counts = new double[5][size];
    // Every other town has whole people, whose sums need no care.
    boolean whole = seed % 2 == 0;
    for (double[] of : counts) {
      for (int i = 0; i < size; i++) {
        int kind = random.nextInt(6);
        double people = random.nextDouble() * 37;
        of[i] = kind == 0 ? Double.NaN : kind == 1 ? 0 : whole ? Math.rint(people) : people;
      }
    }
    int[] chosen = IntStream.range(0, size).filter(i -> random.nextInt(5) > 0).toArray();
    int[] entries = Arrays.stream(chosen).map(i -> random.nextInt(areas)).toArray();
    int[] zones = Arrays.stream(chosen).map(i -> random.nextInt(3)).toArray();
    List<Cutoff> cutoffs = new ArrayList<>();
    for (int z = 0; z < 3; z++) {
      cutoffs.add(new Cutoff(60 * (4 + random.nextInt(16)), 0.8));
    }
    PointCutoffs own = PointCutoffs.byZone(zones, cutoffs);
    Case found =
        Case.of(
            demand,
            facilities,
            indices,
            new DemandTable(chosen, entries, areas, counts),
            speeds(own, 0.8));
    assertThat(found.table().isExact()).isEqualTo(whole);
    double[] meters =
        Arrays.stream(chosen).mapToDouble(i -> WalkingNetwork.meters(found.cost()[i])).toArray();
    int[] within =
        NearestFacilities.costsWithin(
            demand, facilities, indices, found.speeds().longestLimit(), () -> false);
    BoardTally limited = BoardTally.of(found.table(), within, found.speeds(), found.barred());
    for (int g = 0; g < counts.length; g++) {
      double[] of = counts[g];
      double[] people = Arrays.stream(chosen).mapToDouble(i -> of[i]).toArray();
      for (int s = 0; s < FACTORS.length; s++) {
        PointCutoffs at = s == 2 ? own : own.atSpeed(FACTORS[s] * 0.8);
        CoverageTally one = CoverageTally.of(meters, people, entries, areas, at);
        String as = "seed %d, group %d, speed %d".formatted(seed, g, s);
        assertThat(found.tally().total(g, s)).as(as).isEqualTo(one.total());
        assertThat(limited.total(g, s)).as(as).isEqualTo(one.total());
        double[] left = new double[FACTORS.length];
        for (int a = 0; a < areas; a++) {
          found.tally().uncovered(a, g, left);
          assertThat(left[s]).as(as).isEqualTo(one.area(a).uncovered());
          assertThat(found.tally().count(a, g, s)).as(as).isEqualTo(one.area(a));
          assertThat(limited.count(a, g, s)).as(as).isEqualTo(one.area(a));
        }
      }
      double[] barred = new double[areas];
      double[] far = new double[areas];
      for (int i = 0; i < chosen.length; i++) {
        if (own.covers(i, meters[i]) || Double.isNaN(people[i])) {
          continue;
        }
        boolean near = false;
        for (int f : indices) {
          double straight =
              GreatCircle.meters(
                  demand.snapped().pointLon(chosen[i]),
                  demand.snapped().pointLat(chosen[i]),
                  facilities.snapped().pointLon(f),
                  facilities.snapped().pointLat(f));
          near |= own.covers(i, WalkingNetwork.limit(straight * 1.3) / 1e3);
        }
        (near ? barred : far)[entries[i]] += people[i];
      }
      for (int a = 0; a < areas; a++) {
        assertThat(found.tally().barred(a, g)).isCloseTo(barred[a], within(1e-9));
        assertThat(found.tally().far(a, g)).isCloseTo(far[a], within(1e-9));
      }
    }
    assertThat(found.barred().cardinality()).as("seed %d shows barriers", seed).isPositive();
  }

  /** A new facility, more minutes and a faster walk never leave out anybody more. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void moreNeverServesLess(long seed) {
    Random random = new Random(seed);
    WalkingNetwork network = WalkingNetwork.of(Town.random(seed, 150), ELDER);
    int size = 300;
    NetworkPlaces demand = Town.places(network, 120, random.doubles(2L * size, 0, 2000).toArray());
    NetworkPlaces facilities = Town.places(network, 120, random.doubles(20, 0, 2000).toArray());
    double[][] counts = {
      random.doubles(size, 0, 9).toArray(), random.doubles(size, 0, 1).toArray()
    };
    int areas = 5;
    int[] entries = random.ints(size, 0, areas).toArray();
    DemandTable table = new DemandTable(IntStream.range(0, size).toArray(), entries, areas, counts);
    Case before = null;
    for (int open = 0; open <= 10; open++) {
      Case now = null;
      for (int minutes : new int[] {5, 10, 20}) {
        Case shorter = now;
        now =
            Case.of(
                demand,
                facilities,
                IntStream.range(0, open).toArray(),
                table,
                speeds(PointCutoffs.same(new Cutoff(minutes * 60, 0.8)), 0.8));
        for (int entry = 0; entry < areas; entry++) {
          for (int g = 0; g < 2; g++) {
            double slower = Double.POSITIVE_INFINITY;
            for (int s = 0; s < FACTORS.length; s++) {
              double left = now.tally().count(entry, g, s).uncovered();
              assertThat(left).as("seed %d, speed %d", seed, s).isLessThanOrEqualTo(slower);
              slower = left;
              if (shorter != null) {
                assertThat(left)
                    .isLessThanOrEqualTo(shorter.tally().count(entry, g, s).uncovered());
              }
            }
          }
        }
      }
      if (before != null && now != null) {
        for (int entry = 0; entry < areas; entry++) {
          assertThat(now.tally().count(entry, 0).uncovered())
              .as("seed %d, facility %d", seed, open)
              .isLessThanOrEqualTo(before.tally().count(entry, 0).uncovered());
        }
      }
      before = now;
    }
  }

  @Test
  void supplyIsServedOrLacksContentOrPlace() {
    // Metres to who offers it, to a place that does not say, to any place; 720 m are in time.
    int[] offering = {700_000, 900_000, 900_000, 900_000, WalkingNetwork.UNREACHED};
    int[] silent = {900_000, 700_000, 900_000, 900_000, WalkingNetwork.UNREACHED};
    int[] place = {700_000, 700_000, 700_000, 730_000, WalkingNetwork.UNREACHED};
    double[][] counts = {{1, 2, 4, 8, 16}, {Double.NaN, 1, 1, 1, Double.NaN}};
    DemandTable table =
        new DemandTable(new int[] {0, 1, 2, 3, 4}, new int[] {0, 0, 0, 1, 1}, 2, counts);
    SupplyTally tally =
        SupplyTally.of(
            table,
            offering,
            silent,
            place,
            WalkingSpeeds.only(PointCutoffs.same(new Cutoff(900, 0.8)), 0.8));
    assertThat(tally.count(0, 0)).isEqualTo(new SupplyTally.Count(1, 4, 2, 0));
    assertThat(tally.count(1, 0)).isEqualTo(new SupplyTally.Count(0, 0, 0, 24));
    assertThat(tally.total(0)).isEqualTo(new SupplyTally.Count(1, 4, 2, 24));
    assertThat(tally.total(1)).isEqualTo(new SupplyTally.Count(0, 1, 1, 1));
    assertThat(tally.total(1).people()).isEqualTo(3);
    assertThat(table.unknown(0, 1)).isEqualTo(1);
  }

  @Test
  void limitsAreTheGreatestCostThatIsCovered() {
    Random random = new Random(3);
    for (int k = 0; k < 5000; k++) {
      Cutoff cutoff = new Cutoff(random.nextInt(4000) / 7.0, 0.1 + random.nextDouble() * 3);
      int limit = PointCutoffs.same(cutoff).longestLimit();
      assertThat(cutoff.covers(WalkingNetwork.meters(limit))).isTrue();
      assertThat(cutoff.covers(WalkingNetwork.meters(limit + 1))).isFalse();
    }
  }

  @Test
  void namesBadValues() {
    double[][] counts = {{1, -2}};
    assertThatThrownBy(() -> new DemandTable(new int[] {0, 1}, new int[2], 1, counts))
        .hasMessageContaining("-2.0");
    assertThatThrownBy(() -> new DemandTable(new int[1], new int[] {-1}, 1, new double[1][1]))
        .hasMessageContaining("needs an entry");
    PointCutoffs cutoffs = PointCutoffs.same(new Cutoff(900, 1));
    assertThatThrownBy(() -> new WalkingSpeeds(cutoffs, new double[] {1, 1}, 0))
        .hasMessageContaining("1.0 follows 1.0");
    assertThatThrownBy(() -> new WalkingSpeeds(cutoffs, new double[0], 0))
        .hasMessageContaining("1 to 50");
  }
}
