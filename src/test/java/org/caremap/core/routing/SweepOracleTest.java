package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps and searches against Bellman-Ford on random networks, to the millimetre. */
class SweepOracleTest {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private static final int FAR = WalkingNetwork.FARTHEST;
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);
  private static final WalkingProfile STEP_FREE = new WalkingProfile("step-free", 0.8, false);
  private static final WalkingProfile HIKER =
      new WalkingProfile(
          "hiker",
          0.8,
          new ProfileRules(
              new ProfileRules.Steps(2, 1.5),
              SlopeRule.TOBLER,
              25,
              new ProfileRules.Surfaces(1, 1, 1, 1),
              new ProfileRules.Hindrances(0, 0, 0, true),
              false));

  /** Hills of 40 m, some hundred metres apart. */
  private static final ElevationModel HILLS =
      (lon, lat) -> 100 + 40 * Math.sin(lon * 1500) * Math.cos(lat * 1800);

  static Stream<Arguments> seedsAndWalkers() {
    return IntStream.rangeClosed(1, 8)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    Arguments.of(seed, ADULT, null),
                    Arguments.of(seed, STEP_FREE, null),
                    Arguments.of(seed, HIKER, HILLS)));
  }

  @ParameterizedTest
  @MethodSource("seedsAndWalkers")
  void everySweepAgreesWithBellmanFord(int seed, WalkingProfile profile, ElevationModel hills) {
    StreetGraph graph = Town.random(seed, 30 + 40 * seed);
    WalkingNetwork network = WalkingNetwork.of(graph, profile, hills);
    NetworkPlaces places = Town.places(network, 120, Town.randomPlaces(seed, 80));
    BellmanFord oracle = new BellmanFord(graph, places.snapped(), profile.rules(), hills);
    int count = places.size();
    int[] facilities = IntStream.range(0, 12).toArray();
    int[][] from = IntStream.range(0, count).mapToObj(oracle::from).toArray(int[][]::new);
    for (Trip trip : Trip.values()) {
      int[][] expected = new int[12][count];
      for (int f : facilities) {
        for (int i = 0; i < count; i++) {
          int there = from[i][f];
          int back = from[f][i];
          expected[f][i] =
              switch (trip) {
                case TO_FACILITY -> there;
                case BACK -> back;
                case WORSE -> Math.max(there, back);
              };
        }
      }
      checkReach(places, facilities, trip, expected, seed);
      NearestFacilities nearest =
          NearestFacilities.sweep(places, places, facilities, trip, FAR, () -> false);
      KNearestSearch search = new KNearestSearch(places, facilities, trip);
      for (int i = 0; i < count; i++) {
        int point = i;
        int least = Arrays.stream(facilities).map(f -> expected[f][point]).min().getAsInt();
        assertThat(nearest.cost(i))
            .as("seed %d, %s, nearest of %d", seed, trip, i)
            .isEqualTo(least);
        int lowest =
            least == UNREACHED
                ? -1
                : Arrays.stream(facilities)
                    .filter(f -> expected[f][point] == least)
                    .findFirst()
                    .getAsInt();
        assertThat(nearest.facility(i))
            .as("seed %d, %s, facility of %d", seed, trip, i)
            .isEqualTo(lowest);
        checkNearest(places, search, expected, from, i, seed, trip);
      }
    }
  }

  private static void checkReach(
      NetworkPlaces places, int[] facilities, Trip trip, int[][] expected, int seed) {
    for (int limit : new int[] {700_000, FAR}) {
      ReachTable table =
          ManyToMany.table(places, places, facilities, trip, limit, share -> {}, () -> false);
      for (int f : facilities) {
        ReachSweep reach = ReachSweep.sweep(places, f, trip, limit, places, () -> false);
        int pair = table.first(f);
        for (int i = 0; i < places.size(); i++) {
          int cost = expected[f][i] <= limit ? expected[f][i] : UNREACHED;
          assertThat(reach.reached().costOf(i))
              .as("seed %d, %s, %d to %d within %d", seed, trip, i, f, limit)
              .isEqualTo(cost);
          if (cost < UNREACHED) {
            assertThat(table.demand(pair)).isEqualTo(i);
            assertThat(table.cost(pair++)).isEqualTo(cost);
          }
        }
        assertThat(pair).isEqualTo(table.first(f + 1));
      }
    }
  }

  private static void checkNearest(
      NetworkPlaces places,
      KNearestSearch search,
      int[][] expected,
      int[][] from,
      int i,
      int seed,
      Trip trip) {
    Random random = new Random(seed * 1000L + i);
    int k = 1 + random.nextInt(14);
    int limit = random.nextBoolean() ? FAR : random.nextInt(1_500_000);
    int[] order =
        IntStream.range(0, expected.length)
            .filter(f -> expected[f][i] <= limit)
            .boxed()
            .sorted((a, b) -> Integer.compare(expected[a][i], expected[b][i]))
            .limit(k)
            .mapToInt(f -> f)
            .toArray();
    List<NearFacility> found = search.search(places, i, k, limit, () -> false);
    assertThat(found.stream().mapToInt(NearFacility::facility).toArray())
        .as("seed %d, %s, %d nearest of %d", seed, trip, k, i)
        .isEqualTo(order);
    for (NearFacility near : found) {
      int f = near.facility();
      assertThat(near.flatMeters()).isEqualTo(WalkingNetwork.meters(expected[f][i]));
      if (trip != Trip.BACK) {
        assertThat(near.flatMetersThere()).isEqualTo(WalkingNetwork.meters(from[i][f]));
      }
      if (trip != Trip.TO_FACILITY) {
        assertThat(near.flatMetersBack()).isEqualTo(WalkingNetwork.meters(from[f][i]));
      }
      double[] line = near.path().lonLat();
      assertThat(GreatCircle.lengthMeters(line))
          .as("seed %d, %s, line from %d to %d", seed, trip, i, f)
          .isCloseTo(near.path().meters(), within(0.05));
      boolean turned = trip == Trip.BACK && !places.network().isSymmetric();
      int first = turned ? f : i;
      int last = turned ? i : f;
      assertThat(line[0]).isEqualTo(places.snapped().pointLon(first));
      assertThat(line[line.length - 1]).isEqualTo(places.snapped().pointLat(last));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void aNewFacilityNeverMakesAnybodyWalkFarther(long seed) {
    WalkingNetwork network = WalkingNetwork.of(Town.random(seed, 200), HIKER, HILLS);
    NetworkPlaces demand = Town.places(network, 500, Town.randomPlaces(seed, 300));
    double[] sites = Town.randomPlaces(seed + 1, 10);
    double[] before = new double[demand.size()];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    for (int count = 1; count <= 10; count++) {
      NetworkPlaces facilities = Town.places(network, 500, Arrays.copyOf(sites, 2 * count));
      double[] now = NearestFacilities.sweep(demand, facilities, Trip.WORSE).meters();
      for (int i = 0; i < now.length; i++) {
        assertThat(now[i]).as("seed %d, point %d", seed, i).isLessThanOrEqualTo(before[i]);
      }
      before = now;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void onTheFlatWithoutOneWaysThereIsBack(long seed) {
    StreetGraph graph = Town.randomTwoWay(seed, 150);
    WalkingNetwork network = WalkingNetwork.of(graph, ADULT);
    assertThat(network.isSymmetric()).isTrue();
    NetworkPlaces places = Town.places(network, 500, Town.randomPlaces(seed, 60));
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < 20; b++) {
        int there =
            ReachSweep.sweep(places, a, Trip.WORSE, FAR, places, () -> false).reached().costOf(b);
        int back =
            ReachSweep.sweep(places, b, Trip.WORSE, FAR, places, () -> false).reached().costOf(a);
        assertThat(there).as("seed %d, %d and %d", seed, a, b).isEqualTo(back);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64})
  void whoIsBeyondALimitIsToldFromWhoIsNotConnected(long seed) {
    // Fragments and far places, many of them without a way to any of the facilities.
    WalkingNetwork network = WalkingNetwork.of(Town.randomTwoWay(seed, 120), STEP_FREE);
    NetworkPlaces places = Town.places(network, 60, Town.randomPlaces(seed, 400));
    int[] facilities = IntStream.range(0, 5).toArray();
    NearestFacilities all =
        NearestFacilities.sweep(places, places, facilities, Trip.WORSE, FAR, () -> false);
    double[] within =
        NearestFacilities.metersWithin(places, places, facilities, 400_000, () -> false);
    for (int i = 0; i < places.size(); i++) {
      double expected =
          all.cost(i) == UNREACHED
              ? Double.POSITIVE_INFINITY
              : all.cost(i) <= 400_000 ? all.meters(i) : NearestFacilities.FARTHER_METERS;
      assertThat(within[i]).as("seed %d, point %d", seed, i).isEqualTo(expected);
    }
  }
}
