package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
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
    //     c ─ d       a fragment of 100 m, 160 m north of it: handicap (500 - 100) / 5 = 80 m
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 2000, 0)
            .node("c", 500, 160)
            .node("d", 600, 160)
            .street("A-B")
            .street("c-d");
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    assertThat(snapper.handicapMeters(town.edge("c-d"))).isCloseTo(80, within(0.05));
    // 118 m to the network against 42 + 80 m
    Snapped nearer = (Snapped) snapper.snap(Town.lon(550), Town.lat(118), 500);
    assertThat(nearer.edge()).isEqualTo(town.edge("A-B"));
    assertThat(nearer.island()).isFalse();
    // 122 m against 38 + 80 m
    Snapped muchNearer = (Snapped) snapper.snap(Town.lon(550), Town.lat(122), 500);
    assertThat(muchNearer.edge()).isEqualTo(town.edge("c-d"));
    assertThat(muchNearer.island()).as("and it says so").isTrue();
    // The limit applies to the distance itself: the network is out of reach, the fragment is not.
    Snapped only = (Snapped) snapper.snap(Town.lon(550), Town.lat(118), 50);
    assertThat(only.edge()).isEqualTo(town.edge("c-d"));
    assertThat(only.island()).isTrue();
  }

  @Test
  void theHandicapGoesWithWhatAFragmentLacks() {
    // a network of 2000 m and bits of 499, 500, 250 and 10 m
    Town town = new Town().node("A", 0, 0).node("B", 2000, 0).street("A-B");
    int[] lengths = {499, 501, 250, 10};
    for (int i = 0; i < lengths.length; i++) {
      town.node("c" + i, 0, 1000 + 100 * i).node("d" + i, lengths[i], 1000 + 100 * i);
      town.street("c%d-d%d".formatted(i, i));
    }
    EdgeSnapper snapper = EdgeSnapper.of(town.build());
    double[] expected = {0.2, 0, 50, 98};
    for (int i = 0; i < lengths.length; i++) {
      assertThat(snapper.handicapMeters(town.edge("c%d-d%d".formatted(i, i))))
          .isCloseTo(expected[i], within(0.1));
    }
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
    assertThat(on.island()).isTrue();

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
    assertThat(snapper.handicapMeters(tiny.edge("c-d"))).isCloseTo(98, within(0.01));
    assertThat(((Snapped) snapper.snap(Town.lon(0), Town.lat(29), 500)).edge())
        .isEqualTo(tiny.edge("A-B"));
  }

  @Test
  void componentsAndClosedEdgesMayBeSomebodysOwn() {
    // A ───── B ═steps═ C ── D     who walks no steps has 1000 m on one side and 100 m on the other
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 1000, 0)
            .node("C", 1100, 0)
            .node("D", 1200, 0)
            .street("A-B")
            .stairs("B-C")
            .street("C-D");
    StreetGraph graph = town.build();
    BitSet closed = new BitSet();
    closed.set(town.edge("B-C"));
    int[] component = new int[4];
    component[town.at("A")] = 1;
    component[town.at("B")] = 1;
    EdgeSnapper all = EdgeSnapper.of(graph);
    EdgeSnapper stepFree =
        new EdgeSnapper(graph, OpenStreets.of(closed, component, new double[] {100, 1000}));
    double lon = Town.lon(1085);
    double lat = Town.lat(5);
    Snapped walker = (Snapped) all.snap(lon, lat, 500);
    assertThat(walker.edge()).isEqualTo(town.edge("B-C"));
    assertThat(walker.island()).isFalse();
    // 85 m to B, 15 m to C with a handicap of 80 m
    Snapped wheels = (Snapped) stepFree.snap(lon, lat, 500);
    assertThat(wheels.edge()).isEqualTo(town.edge("A-B"));
    assertThat(wheels.island()).isFalse();
    Snapped beyond = (Snapped) stepFree.snap(Town.lon(1150), lat, 500);
    assertThat(beyond.edge()).isEqualTo(town.edge("C-D"));
    assertThat(beyond.island()).isTrue();
    EdgeSnapper shut = new EdgeSnapper(graph, OpenStreets.withoutSteps(graph));
    assertThat(((Snapped) shut.snap(lon, lat, 500)).edge()).isEqualTo(town.edge("C-D"));
  }

  @Test
  void nothingIsSnappedToAPassage() {
    // A ── b·B ── C     a stile at B: two ends in one place, joined by an edge without length
    Town town =
        new Town()
            .node("b", 500, 0)
            .node("B", 500, 0)
            .street("b-B")
            .node("A", 0, 0)
            .node("C", 1000, 0)
            .street("A-b")
            .street("B-C");
    StreetGraph graph = town.build();
    EdgeSnapper snapper = EdgeSnapper.of(graph);
    int passage = town.edge("b-B");
    assertThat(graph.edgeLengthMillimeters(passage)).isZero();
    assertThat(snapper.isTarget(passage)).isFalse();
    Snapped there = (Snapped) snapper.snap(graph.nodeLon(town.at("B")), Town.lat(0), 500);
    assertThat(there.edge()).isNotEqualTo(passage);
    assertThat(there.accessMeters()).isCloseTo(0, within(0.02));
    assertThat(snapper.edgesIn(graph.bounds())).hasSize(3);

    // A network of nothing but passages has no place to be at.
    Town door = new Town().node("A", 0, 0).node("B", 0, 0).street("A-B");
    assertThat(EdgeSnapper.of(door.build()).snap(Town.lon(0), Town.lat(0), 500))
        .isEqualTo(new TooFarFromNetwork(500));
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
    StreetGraph graph = town.build();
    EdgeSnapper level = new EdgeSnapper(graph, OpenStreets.withoutSteps(graph));
    double lon = Town.lon(500);
    double lat = Town.lat(90);
    assertThat(((Snapped) EdgeSnapper.of(graph).snap(lon, lat, 500)).edge())
        .isEqualTo(town.edge("C-D"));
    assertThat(((Snapped) level.snap(lon, lat, 500)).edge()).isEqualTo(town.edge("A-B"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithBruteForce(long seed) {
    StreetGraph graph = Town.random(seed, 40 + (int) seed * 60);
    EdgeSnapper snapper = EdgeSnapper.of(graph);
    EdgeSnapper level = new EdgeSnapper(graph, OpenStreets.withoutSteps(graph));
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      double lon = Town.lon(random.nextDouble() * 3000 - 500);
      double lat = Town.lat(random.nextDouble() * 3000 - 500);
      boolean steps = random.nextBoolean();
      double limit = random.nextInt(4) == 0 ? 20 : random.nextDouble() * 800;
      SnapResult expected = bruteForce(graph, snapper, lon, lat, limit, steps);
      SnapResult actual = (steps ? snapper : level).snap(lon, lat, limit);
      if (expected instanceof Snapped want) {
        assertThat(actual).as("seed %d, place %d", seed, i).isInstanceOf(Snapped.class);
        Snapped got = (Snapped) actual;
        assertThat(got.edge()).as("seed %d, place %d", seed, i).isEqualTo(want.edge());
        assertThat(got.accessMeters()).isCloseTo(want.accessMeters(), within(1e-6));
        // Lengths are whole millimetres: at the far end "along" stops at the rounded length.
        assertThat(got.alongMeters()).isCloseTo(want.alongMeters(), within(1e-3));
        assertThat(got.alongMeters()).isLessThanOrEqualTo(graph.edgeLengthMeters(got.edge()));
        assertThat(got.island()).isEqualTo(graph.componentOfNode(graph.edgeFrom(got.edge())) != 0);
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
      if ((!steps && graph.isSteps(e)) || graph.edgeLengthMillimeters(e) == 0) {
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
          result = new Snapped(e, along + onward, meters, onLon, onLat, snapper.isOnIsland(e));
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
