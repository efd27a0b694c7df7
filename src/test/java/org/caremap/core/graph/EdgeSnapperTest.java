package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.LocalProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class EdgeSnapperTest {
  @Test
  void takesTheNearestPointInsideAnEdgeAndNotItsNearestNode() {
    // A ──────────── B   1000 m
    //       ×            40 m north of the street, 400 m from A
    Town town = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B");
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    Snapped on = (Snapped) snapper.snap(Town.lon(400), Town.lat(40), 500);
    assertThat(on.edge()).isEqualTo(town.edge("A-B"));
    assertThat(on.accessMeters()).isCloseTo(40, within(0.05));
    assertThat(on.alongMeters()).isCloseTo(400, within(0.05));
    assertThat(on.lon()).isCloseTo(Town.lon(400), within(1e-6));
  }

  @Test
  void measuresAlongFromTheStartOverBends() {
    // A ──┐ (300, 0)
    //     │
    //     B (300, 400)
    Town town = new Town().node("A", 0, 0).node("B", 300, 400).street("A-B", 300, 0);
    Snapped on = (Snapped) EdgeSnapper.of(town.build()).snap(Town.lon(310), Town.lat(100), 500);
    assertThat(on.alongMeters()).isCloseTo(400, within(0.1));
  }

  @Test
  void snapsAtExactlyTheLimitAndNotBeyond() {
    Town town = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B");
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    Snapped on = (Snapped) snapper.snap(Town.lon(400), Town.lat(40), 500);
    assertThat(snapper.snap(Town.lon(400), Town.lat(40), on.accessMeters())).isEqualTo(on);
    double less = Math.nextDown(on.accessMeters());
    assertThat(snapper.snap(Town.lon(400), Town.lat(40), less))
        .isEqualTo(new TooFarFromNetwork(less));
  }

  @Test
  void aPlaceOnAJunctionHasNoAccess() {
    Town town = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B");
    StreetGraph graph = town.build();
    Snapped on =
        (Snapped)
            EdgeSnapper.of(graph).snap(graph.nodeLon(town.at("B")), graph.nodeLat(town.at("B")), 0);
    assertThat(on.accessMeters()).isZero();
    assertThat(on.alongMeters()).isCloseTo(1000, within(0.1));
  }

  @Test
  void prefersTheNetworkToAFragmentUpToTheHandicap() {
    // A ───────── B   the network, 2000 m
    //
    //     c ─ d       a fragment of 100 m, 60 m north of it
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 2000, 0)
            .node("c", 500, 60)
            .node("d", 600, 60)
            .street("A-B")
            .street("c-d");
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    Snapped nearer = (Snapped) snapper.snap(Town.lon(550), Town.lat(40), 500);
    assertThat(nearer.edge()).isEqualTo(town.edge("A-B"));
    Snapped muchNearer = (Snapped) snapper.snap(Town.lon(550), Town.lat(50), 500);
    assertThat(muchNearer.edge()).isEqualTo(town.edge("c-d"));
    // The limit applies to the distance itself: the network is out of reach, the fragment is not.
    Snapped only = (Snapped) snapper.snap(Town.lon(550), Town.lat(40), 30);
    assertThat(only.edge()).isEqualTo(town.edge("c-d"));
  }

  @Test
  void keepsAnInhabitedIslandAndATinyLargestComponent() {
    // A ─── B  2000 m   ~river~   c ─── d  600 m: long enough to be an island people live on
    Town island =
        new Town()
            .node("A", 0, 0)
            .node("B", 2000, 0)
            .node("c", 0, 50)
            .node("d", 600, 50)
            .street("A-B")
            .street("c-d");
    Snapped on = (Snapped) EdgeSnapper.of(island.build()).snap(Town.lon(300), Town.lat(26), 500);
    assertThat(on.edge()).isEqualTo(island.edge("c-d"));

    // Two networks of 20 m and 10 m: the longer is never a fragment, however small.
    Town tiny =
        new Town()
            .node("A", 0, 0)
            .node("B", 20, 0)
            .node("c", 0, 30)
            .node("d", 10, 30)
            .street("A-B")
            .street("c-d");
    EdgeSnapper snapper = EdgeSnapper.of(tiny.build());
    assertThat(snapper.handicapMeters(tiny.edge("A-B"))).isZero();
    assertThat(snapper.handicapMeters(tiny.edge("c-d"))).isEqualTo(30);
  }

  @Test
  void leavesStairsOutOnRequest() {
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 1000, 0)
            .node("C", 1000, 100)
            .node("D", 0, 100)
            .street("A-B")
            .street("B-C")
            .stairs("C-D");
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    double lon = Town.lon(500);
    double lat = Town.lat(90);
    assertThat(((Snapped) snapper.snap(lon, lat, 500)).edge()).isEqualTo(town.edge("C-D"));
    assertThat(((Snapped) snapper.snap(lon, lat, 500, false)).edge()).isEqualTo(town.edge("A-B"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithBruteForce(long seed) {
    StreetGraph graph = Town.random(seed, 40 + (int) seed * 60);
    EdgeSnapper snapper = EdgeSnapper.of(graph);
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      double lon = Town.lon(random.nextDouble() * 3000 - 500);
      double lat = Town.lat(random.nextDouble() * 3000 - 500);
      boolean steps = random.nextBoolean();
      double limit = random.nextInt(4) == 0 ? 20 : random.nextDouble() * 800;
      SnapResult expected = bruteForce(graph, snapper, lon, lat, limit, steps);
      SnapResult actual = snapper.snap(lon, lat, limit, steps);
      if (expected instanceof Snapped want) {
        assertThat(actual).as("seed %d, place %d", seed, i).isInstanceOf(Snapped.class);
        Snapped got = (Snapped) actual;
        assertThat(got.edge()).as("seed %d, place %d", seed, i).isEqualTo(want.edge());
        assertThat(got.accessMeters()).isCloseTo(want.accessMeters(), within(1e-6));
        assertThat(got.alongMeters()).isCloseTo(want.alongMeters(), within(1e-4));
        assertThat(got.accessMeters()).isLessThanOrEqualTo(limit);
      } else {
        assertThat(actual).as("seed %d, place %d", seed, i).isEqualTo(expected);
      }
    }
  }

  private static SnapResult bruteForce(
      StreetGraph graph, EdgeSnapper snapper, double lon, double lat, double limit, boolean steps) {
    LocalProjection local = new LocalProjection(lon, lat);
    double best = Double.POSITIVE_INFINITY;
    SnapResult result = new TooFarFromNetwork(limit);
    for (int e = 0; e < graph.edgeCount(); e++) {
      if (!steps && graph.isSteps(e)) {
        continue;
      }
      double[] p = graph.edgeGeometry(e);
      double along = 0;
      for (int i = 2; i < p.length; i += 2) {
        double ax = local.x(p[i - 2]);
        double ay = local.y(p[i - 1]);
        double dx = local.x(p[i]) - ax;
        double dy = local.y(p[i + 1]) - ay;
        double squared = dx * dx + dy * dy;
        double t = squared == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
        double onLon = p[i - 2] + t * (p[i] - p[i - 2]);
        double onLat = p[i - 1] + t * (p[i + 1] - p[i - 1]);
        double meters = GreatCircle.meters(lon, lat, onLon, onLat);
        if (meters <= limit && meters + snapper.handicapMeters(e) < best - 1e-9) {
          best = meters + snapper.handicapMeters(e);
          double onward = GreatCircle.meters(p[i - 2], p[i - 1], onLon, onLat);
          result = new Snapped(e, along + onward, meters, onLon, onLat);
        }
        along += GreatCircle.meters(p[i - 2], p[i - 1], p[i], p[i + 1]);
      }
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void findsTheEdgesOfABox(long seed) {
    StreetGraph graph = Town.random(seed, 200);
    EdgeSnapper snapper = EdgeSnapper.of(graph);
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      double x = random.nextDouble() * 2000;
      double y = random.nextDouble() * 2000;
      BoundingBox box =
          new BoundingBox(Town.lon(x), Town.lat(y), Town.lon(x + 150), Town.lat(y + 90));
      int[] expected =
          IntStream.range(0, graph.edgeCount()).filter(e -> touches(graph, e, box)).toArray();
      assertThat(snapper.edgesIn(box)).as("seed %d, box %d", seed, i).isEqualTo(expected);
    }
    assertThat(snapper.edgesIn(graph.bounds())).hasSize(graph.edgeCount());
  }

  private static boolean touches(StreetGraph graph, int edge, BoundingBox box) {
    GeometryFactory factory = new GeometryFactory();
    double[] p = graph.edgeGeometry(edge);
    Coordinate[] line = new Coordinate[p.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(p[2 * i], p[2 * i + 1]);
    }
    Envelope envelope = new Envelope(box.west(), box.east(), box.south(), box.north());
    return factory.toGeometry(envelope).intersects(factory.createLineString(line));
  }

  @Test
  void anEmptyNetworkAndFarPlacesAreTooFar() {
    StreetGraph empty = new StreetGraphBuilder().build();
    assertThat(EdgeSnapper.of(empty).snap(0, 0, 1e9)).isInstanceOf(TooFarFromNetwork.class);
    assertThat(EdgeSnapper.of(empty).edgesIn(new BoundingBox(-180, -90, 180, 90))).isEmpty();
    StreetGraph graph = Town.random(7, 50);
    assertThat(EdgeSnapper.of(graph).snap(-70, -30, 500)).isInstanceOf(TooFarFromNetwork.class);
    assertThat(EdgeSnapper.of(graph).snap(121.4, 31.9, Double.POSITIVE_INFINITY))
        .isInstanceOf(Snapped.class);
  }

  @Test
  void refusesBadArguments() {
    EdgeSnapper snapper = EdgeSnapper.of(Town.random(7, 10));
    assertThatThrownBy(() -> snapper.snap(0, 0, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> snapper.snap(0, 91, 1)).hasMessageContaining("91");
    assertThatThrownBy(() -> snapper.snap(Double.NaN, 0, 1)).hasMessageContaining("NaN");
  }

  @Test
  void manyPlacesAreTheSameAsOneByOne() {
    StreetGraph graph = Town.random(9, 100);
    EdgeSnapper snapper = EdgeSnapper.of(graph);
    double[] xy = Town.randomPlaces(9, 3000);
    SnappedPoints points = Town.places(graph, 50, xy);
    for (int i = 0; i < points.size(); i++) {
      SnapResult one = snapper.snap(Town.lon(xy[2 * i]), Town.lat(xy[2 * i + 1]), 50);
      if (one instanceof Snapped on) {
        assertThat(points.edge(i)).isEqualTo(on.edge());
        assertThat(points.alongMeters(i)).isEqualTo(on.alongMeters());
        assertThat(points.accessMeters(i)).isEqualTo(on.accessMeters());
      } else {
        assertThat(points.isSnapped(i)).isFalse();
      }
    }
    assertThat(points.snappedCount()).isBetween(1, 2999);
  }
}
