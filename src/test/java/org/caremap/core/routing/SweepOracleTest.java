package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps and searches against Bellman-Ford on random networks. */
class SweepOracleTest {
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.3, true);
  private static final WalkingProfile STEP_FREE = new WalkingProfile("step-free", 0.8, false);

  /** Metres between all places and one, over every edge again and again until nothing changes. */
  static double[] bellmanFord(
      StreetGraph graph, SnappedPoints places, int to, WalkingProfile profile, boolean reversed) {
    double[] node = new double[graph.nodeCount()];
    Arrays.fill(node, Double.POSITIVE_INFINITY);
    boolean steps = profile.stepsAllowed();
    int home = places.edge(to);
    boolean usable = home >= 0 && (steps || !graph.isSteps(home));
    if (usable) {
      double along = places.alongMeters(to);
      double rest = graph.edgeLengthMeters(home) - along;
      if (atNode(along) || (reversed ? graph.isBackward(home) : graph.isForward(home))) {
        node[graph.edgeFrom(home)] = places.accessMeters(to) + along;
      }
      if (atNode(rest) || (reversed ? graph.isForward(home) : graph.isBackward(home))) {
        int end = graph.edgeTo(home);
        node[end] = Math.min(node[end], places.accessMeters(to) + rest);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = 0; e < graph.edgeCount(); e++) {
        if (!steps && graph.isSteps(e)) {
          continue;
        }
        int a = graph.edgeFrom(e);
        int b = graph.edgeTo(e);
        double length = graph.edgeLengthMeters(e);
        boolean ab = reversed ? graph.isBackward(e) : graph.isForward(e);
        boolean ba = reversed ? graph.isForward(e) : graph.isBackward(e);
        if (ab && node[b] + length < node[a]) {
          node[a] = node[b] + length;
          changed = true;
        }
        if (ba && node[a] + length < node[b]) {
          node[b] = node[a] + length;
          changed = true;
        }
      }
    }
    double[] meters = new double[places.size()];
    for (int i = 0; i < meters.length; i++) {
      int e = places.edge(i);
      meters[i] = Double.POSITIVE_INFINITY;
      if (e < 0 || !usable || (!steps && graph.isSteps(e))) {
        continue;
      }
      double along = places.alongMeters(i);
      boolean up = reversed ? graph.isBackward(e) : graph.isForward(e);
      boolean down = reversed ? graph.isForward(e) : graph.isBackward(e);
      double best = Double.POSITIVE_INFINITY;
      if (down || atNode(along)) {
        best = Math.min(best, along + node[graph.edgeFrom(e)]);
      }
      if (up || atNode(graph.edgeLengthMeters(e) - along)) {
        best = Math.min(best, graph.edgeLengthMeters(e) - along + node[graph.edgeTo(e)]);
      }
      double ahead = places.alongMeters(to) - along;
      if (e == home && (ahead == 0 || (ahead > 0 ? up : down))) {
        best = Math.min(best, Math.abs(ahead) + places.accessMeters(to));
      }
      meters[i] = best + places.accessMeters(i);
    }
    return meters;
  }

  // A place at the end of a one-way edge stands on the junction: every street there is its own.
  private static boolean atNode(double meters) {
    return meters < 1e-3;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everySweepAgreesWithBellmanFord(long seed) {
    StreetGraph graph = Town.random(seed, 30 + 40 * (int) seed);
    for (WalkingProfile profile : List.of(ADULT, STEP_FREE)) {
      SnappedPoints places =
          Town.places(graph, 120, profile.stepsAllowed(), Town.randomPlaces(seed, 80));
      int[] facilities = IntStream.range(0, 12).toArray();
      double[][] oracle = new double[12][];
      for (int f : facilities) {
        oracle[f] = bellmanFord(graph, places, f, profile, false);
        double limit = f % 2 == 0 ? 700 : Double.POSITIVE_INFINITY;
        double[] reach = ReachSweep.sweep(graph, places, f, profile, limit).metersTo(places);
        for (int i = 0; i < places.size(); i++) {
          double expected = oracle[f][i] <= limit ? oracle[f][i] : Double.POSITIVE_INFINITY;
          same(reach[i], expected, "seed %d, to %d from %d", seed, f, i);
        }
      }
      NearestFacilities nearest =
          NearestFacilities.sweep(
              new TravelTimeSweep(graph),
              places,
              places,
              facilities,
              profile,
              Double.POSITIVE_INFINITY,
              () -> false);
      KNearestSearch search = new KNearestSearch(graph, places, facilities, profile);
      TravelTimeSweep scratch = new TravelTimeSweep(graph);
      for (int i = 0; i < places.size(); i++) {
        int from = i;
        double least =
            Arrays.stream(facilities).mapToDouble(f -> oracle[f][from]).min().getAsDouble();
        same(nearest.meters(i), least, "seed %d, nearest of %d", seed, i);
        if (nearest.facility(i) >= 0) {
          same(oracle[nearest.facility(i)][i], least, "seed %d, facility of %d", seed, i);
        }
        checkNearest(graph, places, scratch, search, oracle, i, profile, seed);
      }
    }
  }

  private static void checkNearest(
      StreetGraph graph,
      SnappedPoints places,
      TravelTimeSweep scratch,
      KNearestSearch search,
      double[][] oracle,
      int i,
      WalkingProfile profile,
      long seed) {
    Random random = new Random(seed * 1000 + i);
    int k = 1 + random.nextInt(14);
    double limit = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble() * 1500;
    double[] expected =
        Arrays.stream(oracle)
            .mapToDouble(row -> row[i])
            .filter(meters -> meters <= limit && meters < Double.POSITIVE_INFINITY)
            .sorted()
            .limit(k)
            .toArray();
    List<NearFacility> found =
        search.search(
            scratch,
            places.pointLon(i),
            places.pointLat(i),
            EdgeSnapper.of(graph)
                .snap(places.pointLon(i), places.pointLat(i), 120, profile.stepsAllowed()),
            k,
            limit,
            () -> false);
    assertThat(found).as("seed %d, %d nearest of %d", seed, k, i).hasSize(expected.length);
    for (int n = 0; n < expected.length; n++) {
      NearFacility near = found.get(n);
      same(near.meters(), expected[n], "seed %d, %d-th nearest of %d", seed, n, i);
      same(oracle[near.facility()][i], expected[n], "seed %d, facility", seed);
      double[] line = near.path().lonLat();
      assertThat(GreatCircle.lengthMeters(line))
          .as("seed %d, line from %d to %d", seed, i, near.facility())
          .isCloseTo(near.meters(), within(0.01));
      assertThat(line[0]).isEqualTo(places.pointLon(i));
      assertThat(line[line.length - 1]).isEqualTo(places.pointLat(near.facility()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void walkingAwayIsWalkingToTurnedRound(long seed) {
    StreetGraph graph = Town.random(seed, 150);
    SnappedPoints places = Town.places(graph, 300, Town.randomPlaces(seed, 40));
    TravelTimeSweep sweep = new TravelTimeSweep(graph);
    for (int source = 0; source < 10; source++) {
      sweep.run(Direction.FROM_SOURCES, places, new int[] {source}, true, Double.POSITIVE_INFINITY);
      double[] oracle = bellmanFord(graph, places, source, ADULT, true);
      for (int i = 0; i < places.size(); i++) {
        if (places.isSnapped(i) && places.edge(i) != places.edge(source)) {
          int e = places.edge(i);
          double along = places.alongMeters(i);
          double viaStart =
              graph.isForward(e) || atNode(along)
                  ? sweep.meters(graph.edgeFrom(e)) + along
                  : Double.POSITIVE_INFINITY;
          double viaEnd =
              graph.isBackward(e) || atNode(graph.edgeLengthMeters(e) - along)
                  ? sweep.meters(graph.edgeTo(e)) + graph.edgeLengthMeters(e) - along
                  : Double.POSITIVE_INFINITY;
          same(
              Math.min(viaStart, viaEnd) + places.accessMeters(i),
              oracle[i],
              "seed %d, from %d to %d",
              seed,
              source,
              i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void aNewFacilityNeverMakesAnybodyWalkFarther(long seed) {
    StreetGraph graph = Town.random(seed, 200);
    SnappedPoints demand = Town.places(graph, 500, Town.randomPlaces(seed, 300));
    double[] sites = Town.randomPlaces(seed + 1, 10);
    double[] before = new double[demand.size()];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    for (int count = 1; count <= 10; count++) {
      SnappedPoints facilities = Town.places(graph, 500, Arrays.copyOf(sites, 2 * count));
      double[] now = NearestFacilities.sweep(graph, demand, facilities, ADULT).meters();
      for (int i = 0; i < now.length; i++) {
        assertThat(now[i]).as("seed %d, point %d", seed, i).isLessThanOrEqualTo(before[i]);
      }
      before = now;
    }
  }

  private static void same(double actual, double expected, String where, Object... arguments) {
    if (expected == Double.POSITIVE_INFINITY) {
      assertThat(actual).as(where, arguments).isEqualTo(expected);
    } else {
      assertThat(actual).as(where, arguments).isCloseTo(expected, within(1e-6));
    }
  }
}
