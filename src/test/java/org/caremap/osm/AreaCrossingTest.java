package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Squares are walked across, in straight lines around what stands on them. */
class AreaCrossingTest {
  @TempDir Path folder;

  /**
   * A square of 100 m with a street to two of its corners.
   *
   * <pre>
   *            4 ───── 3 ─── 6
   *            │       │
   *            │       │
   *      5 ─── 1 ───── 2
   * </pre>
   */
  private static OsmTown square() {
    return new OsmTown()
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 100, 100)
        .node(4, 0, 100)
        .node(5, -50, 0)
        .node(6, 150, 100)
        .way(20, "5 1", "highway=residential")
        .way(21, "3 6", "highway=residential");
  }

  private StreetGraph read(OsmTown town) throws IOException {
    return town.read(folder).graph();
  }

  private static void assertMeters(
      StreetGraph graph, double fromX, double fromY, double toX, double toY, double expected) {
    assertThat(OsmTown.meters(graph, fromX, fromY, toX, toY, 0)).isCloseTo(expected, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "highway=pedestrian|area=yes",
        "highway=footway|area=yes",
        "railway=platform",
        "public_transport=platform|area=yes",
        "highway=platform"
      })
  void theWayAcrossIsTheDiagonal(String tags) throws IOException {
    OsmTown town = square().way(10, "1 2 3 4 1", tags.split("[|]"));
    OsmStreets.Result result = town.read(folder);
    assertMeters(result.graph(), -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
    OsmReport.Areas areas = result.report().areas();
    assertThat(areas.found()).isEqualTo(1);
    assertThat(areas.crossed()).isEqualTo(1);
    assertThat(areas.lines()).as("both diagonals; the rim is there already").isEqualTo(2);
    assertThat(areas.rimOnly()).isEmpty();
    // Both ways are the same, and the rim stays.
    assertMeters(result.graph(), 150, 100, -50, 0, 50 + Math.hypot(100, 100) + 50);
    assertMeters(result.graph(), -50, 0, 100, 0, 150);
    assertThat(
            IntStream.range(0, result.graph().edgeCount())
                .filter(e -> result.graph().streetClass(e) == StreetClass.AREA)
                .count())
        .isEqualTo(6);
  }

  @Test
  void aRingStreetIsNotASquare() throws IOException {
    StreetGraph graph = read(square().way(10, "1 2 3 4 1", "highway=pedestrian"));
    assertMeters(graph, -50, 0, 150, 100, 50 + 200 + 50);
  }

  @Test
  void entrancesInTheMiddleOfASideAreJoinedStraight() throws IOException {
    // streets end at the middle of the south and of the north side
    StreetGraph graph =
        read(
            new OsmTown()
                .node(1, 0, 0)
                .node(7, 50, 0)
                .node(2, 100, 0)
                .node(3, 100, 100)
                .node(8, 50, 100)
                .node(4, 0, 100)
                .node(5, 50, -50)
                .node(6, 50, 150)
                .way(10, "1 7 2 3 8 4 1", "highway=pedestrian", "area=yes", "surface=sett")
                .way(20, "5 7", "highway=residential")
                .way(21, "8 6", "highway=residential"));
    assertMeters(graph, 50, -50, 50, 150, 200);
    int line =
        IntStream.range(0, graph.edgeCount())
            .filter(e -> Math.abs(graph.edgeLengthMeters(e) - 100) < 0.1)
            .filter(e -> graph.streetClass(e) == StreetClass.AREA)
            .filter(e -> Math.abs(graph.pointLon(e, 0) - OsmTown.lon(50)) < 1e-7)
            .findFirst()
            .orElseThrow();
    assertThat(graph.edgeTraits(line).surface()).isEqualTo(Surface.ROUGH);
    // From a corner of the rim one need not follow the rim either.
    assertMeters(graph, 0, 0, 50, 150, Math.hypot(50, 100) + 50);
  }

  @Test
  void waysBendRoundAHole() throws IOException {
    // a fountain of 40 m × 40 m in the middle: past its corner (70, 30) or (30, 70)
    StreetGraph graph =
        read(
            square()
                .node(11, 30, 30)
                .node(12, 70, 30)
                .node(13, 70, 70)
                .node(14, 30, 70)
                .way(30, "1 2 3 4 1")
                .way(31, "11 12 13 14 11", "natural=water")
                .multipolygon(40, "outer:30 inner:31", "highway=pedestrian", "name=广场"));
    double past = 2 * Math.hypot(70, 30);
    assertMeters(graph, -50, 0, 150, 100, 50 + past + 50);
    // Nobody walks through the fountain; from corner to corner of it one goes around.
    assertMeters(graph, 70, 30, 30, 70, 80);
    assertThat(graph.componentCount()).as("the fountain's edge is no island").isEqualTo(1);
    long named =
        IntStream.range(0, graph.edgeCount()).filter(e -> "广场".equals(graph.edgeName(e))).count();
    assertThat(named).isGreaterThanOrEqualTo(4 + 4);
  }

  @Test
  void aHoleThatNobodyHasToPassIsNoIsland() throws IOException {
    // a tree at the northern rim, off every way across
    OsmTown town =
        square()
            .node(11, 48, 96)
            .node(12, 52, 96)
            .node(13, 52, 98)
            .node(14, 48, 98)
            .way(30, "1 2 3 4 1")
            .way(31, "11 12 13 14 11", "landuse=grass")
            .multipolygon(40, "outer:30 inner:31", "highway=pedestrian");
    OsmStreets.Result result = town.read(folder);
    assertThat(result.report().components()).isEqualTo(1);
    assertMeters(result.graph(), -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
  }

  @Test
  void waysBendInAConcaveSquare() throws IOException {
    //  6 ─ 1 ─ 2         an L: from the end of one arm to the end of the other, past its inner
    //      │   │         corner 3 at (40, 40)
    //      │   3 ─ 4
    //      0 ───── 5 ─ 7
    StreetGraph graph =
        read(
            new OsmTown()
                .node(10, 0, 0)
                .node(1, 0, 100)
                .node(2, 40, 100)
                .node(3, 40, 40)
                .node(4, 100, 40)
                .node(5, 100, 0)
                .node(6, -50, 100)
                .node(7, 150, 0)
                .way(10, "10 1 2 3 4 5 10", "highway=pedestrian", "area=yes")
                .way(20, "6 1", "highway=residential")
                .way(21, "5 7", "highway=residential"));
    // (0,100) to (100,0) would pass (50,50), which is outside: it bends at (40,40)
    assertMeters(graph, -50, 100, 150, 0, 50 + 2 * Math.hypot(40, 60) + 50);
  }

  @Test
  void anEntranceOnTheRimOfAHoleIsReached() throws IOException {
    // a building in the middle whose door (50, 30) leads to a corridor inside
    StreetGraph graph =
        read(
            square()
                .node(11, 30, 30)
                .node(15, 50, 30)
                .node(12, 70, 30)
                .node(13, 70, 70)
                .node(14, 30, 70)
                .node(16, 50, 50)
                .way(30, "1 2 3 4 1")
                .way(31, "11 15 12 13 14 11", "building=yes")
                .way(32, "15 16", "highway=corridor")
                .multipolygon(40, "outer:30 inner:31", "highway=pedestrian"));
    assertMeters(graph, -50, 0, 50, 50, 50 + Math.hypot(50, 30) + 20);
  }

  @Test
  void ringsAreJoinedFromSeveralWays() throws IOException {
    // the rim is drawn in two pieces, one of them a footway of its own right
    OsmTown town =
        square()
            .way(30, "1 2 3", "highway=footway")
            .way(31, "1 4 3")
            .multipolygon(40, "outer:30 outer:31", "highway=pedestrian");
    OsmStreets.Result result = town.read(folder);
    assertMeters(result.graph(), -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
    assertThat(result.report().areas().crossed()).isEqualTo(1);
    assertThat(result.report().walkableWays()).as("the rim is no way of its own").isEqualTo(3);
  }

  @Test
  void aRimClosedToPeopleBoundsTheSquareAllTheSame() throws IOException {
    StreetGraph graph =
        read(
            square()
                .way(30, "1 2 3", "highway=motorway")
                .way(31, "1 4 3")
                .multipolygon(40, "outer:30 outer:31", "highway=pedestrian"));
    assertMeters(graph, -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
    // Corner 2 lies on the motorway only; the square reaches it all the same.
    assertMeters(graph, -50, 0, 100, 0, 150);
  }

  @Test
  void areasThatCannotBeUnderstoodAreWalkedRound() throws IOException {
    // a bow tie, a ring with a member missing, and a ring that does not close
    OsmTown town =
        square()
            .way(10, "1 3 4 2 1", "highway=pedestrian", "area=yes")
            .node(50, 0, 500)
            .node(51, 50, 500)
            .node(52, 50, 550)
            .way(33, "50 51 52")
            .multipolygon(41, "outer:33 outer:99", "highway=pedestrian")
            .way(34, "51 52 50")
            .multipolygon(42, "outer:34", "highway=pedestrian");
    OsmStreets.Result result = town.read(folder);
    assertThat(result.report().areas().rimOnly())
        .containsEntry(AreaRings.INVALID, 1)
        .containsEntry(AreaRings.NOT_IN_FILE, 1)
        .containsEntry(AreaRings.OPEN, 1);
    assertThat(result.report().areas().crossed()).isZero();
    assertMeters(result.graph(), -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
  }

  @Test
  void aGateInTheFenceDoesNotCutTheSquare() throws IOException {
    // the street at 5 comes in through a stile at 1; wheels do not, and the rim goes on
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0, "barrier=stile")
            .node(2, 100, 0)
            .node(3, 100, 100)
            .node(4, 0, 100)
            .node(5, -50, 0)
            .node(6, 150, 100)
            .node(7, 100, -50)
            .way(10, "1 2 3 4 1", "highway=pedestrian", "area=yes")
            .way(20, "5 1", "highway=residential")
            .way(21, "3 6", "highway=residential")
            .way(22, "7 2", "highway=residential");
    StreetGraph graph = town.read(folder).graph();
    assertMeters(graph, -50, 0, 150, 100, 50 + Math.hypot(100, 100) + 50);
    int wheels = EdgeTraits.OBSTACLE;
    assertThat(OsmTown.meters(graph, -50, 0, 150, 100, wheels)).isInfinite();
    assertThat(OsmTown.meters(graph, 100, -50, 0, 100, wheels))
        .isCloseTo(50 + Math.hypot(100, 100), within(0.1));
  }

  @Test
  void aLockedGateIsNoEntrance() throws IOException {
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0, "barrier=gate", "access=private")
            .node(2, 100, 0)
            .node(3, 100, 100)
            .node(4, 0, 100)
            .node(5, -50, 0)
            .node(6, 150, 100)
            .way(10, "1 2 3 4 1", "highway=pedestrian", "area=yes")
            .way(20, "5 1", "highway=residential")
            .way(21, "3 6", "highway=residential");
    StreetGraph graph = town.read(folder).graph();
    assertThat(OsmTown.meters(graph, -50, 0, 150, 100, 0)).isInfinite();
    // The rim goes on behind the gate.
    assertMeters(graph, 100, 0, 0, 100, Math.hypot(100, 100));
  }

  @Test
  void manyEntrancesAreThinnedOutAndCounted() throws IOException {
    // a round square of 200 m across with a street at each of its 90 corners
    OsmTown town = new OsmTown();
    StringBuilder ring = new StringBuilder();
    int corners = 90;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      town.node(100 + i, 100 * Math.cos(angle), 100 * Math.sin(angle));
      town.node(300 + i, 120 * Math.cos(angle), 120 * Math.sin(angle));
      ring.append(100 + i).append(' ');
    }
    for (int i = 0; i < corners; i++) {
      town.way(500 + i, (100 + i) + " " + (300 + i), "highway=footway");
    }
    OsmStreets.Result result =
        town.way(10, ring + "100", "highway=pedestrian", "area=yes").read(folder);
    OsmReport.Areas areas = result.report().areas();
    assertThat(areas.entrancesLeftOut()).isEqualTo(corners - AreaWalks.MOST_PLACES);
    assertThat(areas.lines()).isLessThanOrEqualTo(64 * 63 / 2);
    assertThat(result.graph().componentCount()).isEqualTo(1);
  }
}
