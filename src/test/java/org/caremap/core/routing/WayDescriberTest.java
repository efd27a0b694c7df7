package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks in words; coordinates are metres east and north. */
class WayDescriberTest {
  private static final WalkingProfile ADULT = new WalkingProfile("adult", 1.25, true);

  /**
   *
   *
   * <pre>
   *                        E facility (520, 210)
   *                        ┊ 10 m
   *               C ═══════D      C-D stairs, 20 m … D-F 和平路, 100 m, climbing 5 m in the model
   *               │
   *     crossing  │ 人民路 north, 200 m
   *  A ─────────▸ B
   *    长江路 400 m + 5 m without a name + 95 m
   * ┊ 30 m
   * start (0, -30)
   * </pre>
   */
  private static StreetGraph graph() {
    StreetGraphBuilder b = new StreetGraphBuilder();
    int a = node(b, 0, 0);
    int crossing = node(b, 400, 0);
    int beyond = node(b, 405, 0);
    int corner = node(b, 500, 0);
    int c = node(b, 500, 200);
    int d = node(b, 520, 200);
    int f = node(b, 620, 200);
    edge(b, a, crossing, EdgeTraits.of(StreetClass.RESIDENTIAL), "长江路");
    edge(b, crossing, beyond, EdgeTraits.of(StreetClass.PATH), null);
    edge(b, beyond, corner, EdgeTraits.of(StreetClass.RESIDENTIAL), "长江路");
    edge(b, corner, c, EdgeTraits.of(StreetClass.MAJOR), "人民路");
    edge(b, c, d, EdgeTraits.of(StreetClass.STEPS), null);
    edge(b, d, f, EdgeTraits.of(StreetClass.MINOR).with(EdgeTraits.BRIDGE), "和平桥");
    return b.build();
  }

  private static int node(StreetGraphBuilder builder, double x, double y) {
    return builder.addNode(Town.lon(x), Town.lat(y));
  }

  private static void edge(
      StreetGraphBuilder builder, int from, int to, EdgeTraits traits, @Nullable String name) {
    builder.addEdge(from, to, new double[0], traits, name);
  }

  private static Way way(@Nullable ElevationModel heights, Trip trip, double... fromTo) {
    WalkingNetwork network = WalkingNetwork.of(graph(), ADULT, heights);
    NetworkPlaces start = Town.places(network, 500, fromTo[0], fromTo[1]);
    NetworkPlaces facility = Town.places(network, 500, fromTo[2], fromTo[3]);
    NearFacility near =
        new KNearestSearch(facility, new int[] {0}, trip)
            .search(start, 0, 1, WalkingNetwork.FARTHEST, () -> false)
            .get(0);
    Way way = WayDescriber.describe(network, near.path());
    assertThat(way.parts().stream().mapToDouble(Way.Part::meters).sum())
        .as("parts add up to the walk")
        .isCloseTo(near.path().meters(), within(0.05));
    double[] line = near.path().lonLat();
    int before = 0;
    for (Way.Part part : way.parts()) {
      assertThat(part.fromPoint()).isBetween(before, line.length / 2 - 1);
      before = part.fromPoint();
    }
    return way;
  }

  private static List<String> words(Way way) {
    return way.parts().stream()
        .map(
            p ->
                "%s %s %s %d"
                    .formatted(p.turn().code(), p.kind().code(), p.name(), Math.round(p.meters())))
        .toList();
  }

  @Test
  void namesStreetsStepsAndTurns() {
    Way way = way(null, Trip.TO_FACILITY, 0, -30, 560, 210);
    assertThat(words(way))
        .containsExactly(
            "start access null 30",
            "right street 长江路 500",
            "left street 人民路 200",
            "right steps null 20",
            "straight bridge 和平桥 40",
            "left access null 10");
    assertThat(way.stepsMeters()).isCloseTo(20, within(0.05));
    assertThat(way.ascentMeters()).as("nobody knows the heights").isNull();
    assertThat(way.steepestPercent()).isNull();
  }

  @Test
  void theWayBackIsToldFromTheFacility() {
    Way way = way(null, Trip.BACK, 0, -30, 560, 210);
    assertThat(words(way))
        .containsExactly(
            "start access null 10",
            "right bridge 和平桥 40",
            "straight steps null 20",
            "left street 人民路 200",
            "right street 长江路 500",
            "left access null 30");
  }

  @Test
  void climbsAreTheWalkersNotTheStreets() {
    // A tenth of a metre for each metre north, level from east to west.
    ElevationModel hill = (lon, lat) -> (lat - Town.LAT) / (Town.lat(1) - Town.LAT) * 0.1;
    Way there = way(hill, Trip.TO_FACILITY, 0, 0, 560, 200);
    assertThat(there.ascentMeters()).isCloseTo(20, within(0.05));
    assertThat(there.descentMeters()).isCloseTo(0, within(0.05));
    assertThat(there.steepestPercent()).isCloseTo(10, within(0.05));
    Way.Part north = there.parts().get(1);
    assertThat(north.name()).isEqualTo("人民路");
    assertThat(north.ascentMeters()).isCloseTo(20, within(0.05));
    Way back = way(hill, Trip.BACK, 0, 0, 560, 200);
    assertThat(back.ascentMeters()).isCloseTo(0, within(0.05));
    assertThat(back.descentMeters()).isCloseTo(20, within(0.05));
    assertThat(back.steepestPercent()).isCloseTo(-10, within(0.05));
  }

  @Test
  void onOneStreetThereIsOnePart() {
    Way way = way(null, Trip.TO_FACILITY, 100, 0, 300, 0);
    assertThat(words(way)).containsExactly("start street 长江路 200");
  }

  @Test
  void aStraightLineFollowsNoStreets() {
    WalkingNetwork network = WalkingNetwork.of(graph(), ADULT);
    WalkingPath straight = new WalkingPath(5, new double[] {121, 31, 121.1, 31});
    assertThatThrownBy(() -> WayDescriber.describe(network, straight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("follows no streets");
  }
}
