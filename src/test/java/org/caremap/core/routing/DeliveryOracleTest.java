package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives on random streets, held against Bellman and Ford, which look at every piece again and
 * again and know speeds and one-way streets from the traits, not from the network.
 */
class DeliveryOracleTest {
  private static final int NODES = 120;
  private static final int EDGES = 600;

  private static DeliveryProfile profile(Vehicle vehicle) {
    Map<RoadClass, Double> speeds = new EnumMap<>(RoadClass.class);
    speeds.put(RoadClass.PRIMARY, 47.0);
    speeds.put(RoadClass.RESIDENTIAL, 19.0);
    speeds.put(RoadClass.PATH, 9.0);
    return new DeliveryProfile(
        vehicle, speeds, Map.of(Surface.SMOOTH, 1.0, Surface.ROUGH, 0.7), 2.9);
  }

  private static StreetGraph streets(SplittableRandom random) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int n = 0; n < NODES; n++) {
      builder.addNode(121.2 + random.nextDouble() / 50, 31.9 + random.nextDouble() / 50);
    }
    RoadClass[] roads = {RoadClass.PRIMARY, RoadClass.RESIDENTIAL, RoadClass.PATH, RoadClass.TRACK};
    Surface[] surfaces = {Surface.UNKNOWN, Surface.SMOOTH, Surface.ROUGH, Surface.SOFT};
    for (int e = 0; e < EDGES; e++) {
      DriveTraits traits =
          DriveTraits.of(roads[random.nextInt(4)], surfaces[random.nextInt(4)])
              .open(Vehicle.BICYCLE, random.nextBoolean(), random.nextBoolean())
              .open(Vehicle.VAN, random.nextBoolean(), random.nextBoolean())
              .withLimit(random.nextInt(3) == 0 ? 5 + random.nextInt(60) : 0);
      builder.addEdge(
          random.nextInt(NODES),
          random.nextInt(NODES),
          random.nextBoolean() ? new double[0] : new double[] {121.21, 31.91},
          traits.packed(),
          null);
    }
    return builder.build();
  }

  private static int cost(DeliveryProfile profile, DriveTraits traits, int millimeters) {
    double kmh = profile.speedKmh().getOrDefault(traits.road(), 0.0);
    kmh *=
        switch (traits.surface()) {
          case UNKNOWN, SMOOTH -> 1;
          case ROUGH -> 0.7;
          case SOFT, IMPASSABLE -> 0;
        };
    if (traits.limitKmh() > 0) {
      kmh = Math.min(kmh, traits.limitKmh());
    }
    return kmh == 0
        ? WalkingNetwork.UNREACHED
        : (int) Math.max(1, Math.round(millimeters * (2.9 / kmh)));
  }

  /** Costs from one node to all. */
  private static int[] bellmanFord(StreetGraph graph, DeliveryProfile profile, int source) {
    int[] cost = new int[graph.nodeCount()];
    Arrays.fill(cost, WalkingNetwork.UNREACHED);
    cost[source] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = 0; e < graph.edgeCount(); e++) {
        DriveTraits traits = new DriveTraits(graph.edgeTraits(e).bits());
        int piece = cost(profile, traits, graph.edgeLengthMillimeters(e));
        int a = graph.edgeFrom(e);
        int b = graph.edgeTo(e);
        if (traits.isForward(profile.vehicle()) && cost[a] + piece < cost[b]) {
          cost[b] = cost[a] + piece;
          changed = true;
        }
        if (traits.isBackward(profile.vehicle()) && cost[b] + piece < cost[a]) {
          cost[a] = cost[b] + piece;
          changed = true;
        }
      }
    }
    return cost;
  }

  /**
   * Whether a node is joined to a piece of its own: one without any lies on a stranger's, if any.
   */
  private static boolean stands(NetworkPlaces places, int node) {
    int edge = places.isSnapped(node) ? places.snapped().edge(node) : -1;
    StreetGraph graph = places.network().graph();
    return edge >= 0 && (graph.edgeFrom(edge) == node || graph.edgeTo(edge) == node);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void drivesCostWhatBellmanAndFordSay(long seed) {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    StreetGraph graph = streets(random);
    for (Vehicle vehicle : Vehicle.values()) {
      DeliveryProfile profile = profile(vehicle);
      WalkingNetwork network = WalkingNetwork.of(graph, profile);
      double[] lon = IntStream.range(0, NODES).mapToDouble(graph::nodeLon).toArray();
      double[] lat = IntStream.range(0, NODES).mapToDouble(graph::nodeLat).toArray();
      NetworkPlaces places = NetworkPlaces.of(network, lon, lat, 1);
      int reached = 0;
      for (int kitchen = 0; kitchen < 10; kitchen++) {
        if (!stands(places, kitchen)) {
          continue;
        }
        int[] expected = bellmanFord(graph, profile, kitchen);
        NearestFacilities near =
            NearestFacilities.sweep(
                places,
                places,
                new int[] {kitchen},
                Trip.BACK,
                WalkingNetwork.FARTHEST,
                () -> false);
        int[] origins = new int[NODES];
        for (int n = 0; n < NODES; n++) {
          if (stands(places, n)) {
            assertThat(near.cost(n))
                .as("%s from %d to %d", vehicle, kitchen, n)
                .isEqualTo(expected[n]);
          }
          origins[n] = near.facility(n);
          reached += origins[n] >= 0 ? 1 : 0;
        }
        WalkingPath[] lines = PlaceLines.of(places, places, origins, near.costs(), () -> false);
        for (int n = 0; n < NODES; n++) {
          assertThat(lines[n] == null).isEqualTo(origins[n] < 0);
          if (lines[n] != null) {
            assertThat(GreatCircle.lengthMeters(lines[n].lonLat()))
                .isCloseTo(lines[n].meters(), within(0.05));
            double[] points = lines[n].lonLat();
            assertThat(points[0]).isCloseTo(lon[kitchen], within(1e-6));
            assertThat(points[points.length - 2]).isCloseTo(lon[n], within(1e-6));
          }
        }
      }
      assertThat(reached).as("places reached, or nothing was tested").isGreaterThan(200);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 201, Double.NaN})
  void speedsOutOfRangeAreNamed(double kmh) {
    assertThatThrownBy(
            () ->
                new DeliveryProfile(
                    Vehicle.VAN, Map.of(RoadClass.SERVICE, kmh), Map.of(Surface.SMOOTH, 1.0), 3.6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("service")
        .hasMessageContaining(Double.toString(kmh));
  }
}
