package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.Snapped;
import org.caremap.core.graph.StreetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that some people pass and others do not, and bridges. */
class PassageTest {
  /** What wheels do not pass; the town's search takes raised kerbs with it. */
  private static final int WHEELS = EdgeTraits.OBSTACLE | EdgeTraits.STEPS | EdgeTraits.NARROW;

  private static final double NOWHERE = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  private static int edges(StreetGraph graph, int trait) {
    return (int)
        IntStream.range(0, graph.edgeCount()).filter(e -> graph.edgeTraits(e).has(trait)).count();
  }

  private static int kerbs(StreetGraph graph, Kerb kerb) {
    return (int)
        IntStream.range(0, graph.edgeCount())
            .filter(e -> graph.edgeTraits(e).kerb() == kerb)
            .count();
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=stile, 200, Infinity",
    "barrier=kissing_gate, 200, Infinity",
    "barrier=turnstile, 200, Infinity",
    "barrier=cycle_barrier, 200, Infinity",
    "kerb=raised, 200, Infinity",
    "ford=yes, 200, Infinity",
    "barrier=bollard, 200, 200",
    "barrier=gate, 200, 200",
    "kerb=lowered, 200, 200",
    "highway=elevator, 200, 200",
    "barrier=fence, Infinity, Infinity",
    "barrier=gate|access=private, Infinity, Infinity",
    "highway=elevator|access=private, Infinity, Infinity"
  })
  void whoPassesANode(String tags, double walker, double wheels) throws IOException {
    // 1 ──2── 3   100 m each
    OsmTown town = new OsmTown().node(1, 0, 0).node(2, 100, 0, tags.split("[|]")).node(3, 200, 0);
    StreetGraph graph = town.way(10, "1 2 3", "highway=footway").read(folder).graph();
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 0, 0), walker);
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 0, WHEELS), wheels);
  }

  private static void assertMeters(double actual, double expected) {
    if (expected == NOWHERE) {
      assertThat(actual).isInfinite();
    } else {
      assertThat(actual).isCloseTo(expected, within(0.05));
    }
  }

  @Test
  void aStileIsOneEdgeWithoutLength() throws IOException {
    OsmTown town = new OsmTown().node(1, 0, 0).node(2, 100, 0, "barrier=stile").node(3, 200, 0);
    OsmStreets.Result result = town.way(10, "1 2 3", "highway=footway").read(folder);
    StreetGraph graph = result.graph();
    assertThat(graph.edgeCount()).isEqualTo(3);
    assertThat(graph.nodeCount()).isEqualTo(4);
    assertThat(graph.componentCount()).isEqualTo(1);
    int stile =
        IntStream.range(0, 3)
            .filter(e -> graph.edgeTraits(e).has(EdgeTraits.OBSTACLE))
            .findFirst()
            .orElseThrow();
    assertThat(graph.edgeLengthMillimeters(stile)).isZero();
    assertThat(result.report().passageNodes()).isEqualTo(1);
    assertThat(result.report().blockedNodes()).isZero();
    // Who stands at the stile is on one of the paths, not in it.
    Snapped on = (Snapped) EdgeSnapper.of(graph).snap(OsmTown.lon(100), OsmTown.lat(3), 500);
    assertThat(on.edge()).isNotEqualTo(stile);
    assertThat(on.accessMeters()).isCloseTo(3, within(0.05));
  }

  @Test
  void whoeverPassesAFourWayStilePassesItOnce() throws IOException {
    //      4
    //  1 ──2── 3
    //      5
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0, "barrier=stile")
            .node(3, 200, 0)
            .node(4, 100, 100)
            .node(5, 100, -100)
            .way(10, "1 2 3", "highway=footway")
            .way(11, "4 2 5", "highway=footway");
    StreetGraph graph = town.read(folder).graph();
    assertThat(edges(graph, EdgeTraits.OBSTACLE)).as("each with each").isEqualTo(6);
    assertThat(graph.edgeCount()).isEqualTo(4 + 6);
    assertMeters(OsmTown.meters(graph, 0, 0, 100, -100, 0), 200);
    assertThat(OsmTown.meters(graph, 0, 0, 200, 0, WHEELS)).isInfinite();
  }

  @Test
  void manyEndsAreJoinedThroughOne() throws IOException {
    OsmTown town = new OsmTown().node(1, 0, 0, "highway=elevator");
    for (int i = 0; i < 8; i++) {
      double angle = i * Math.PI / 4;
      town.node(10 + i, 100 * Math.cos(angle), 100 * Math.sin(angle));
    }
    for (int i = 0; i < 8; i++) {
      town.way(20 + i, "1 " + (10 + i), "highway=footway");
    }
    StreetGraph graph = town.read(folder).graph();
    assertThat(edges(graph, EdgeTraits.LIFT)).isEqualTo(7);
    assertThat(graph.componentCount()).isEqualTo(1);
    assertMeters(OsmTown.meters(graph, 100, 0, -100, 0, 0), 200);
  }

  @Test
  void aKerbCutsTheFootwayAndNotTheRoad() throws IOException {
    //        4        footway
    //        │
    //  1 ━━━ 2 ━━━ 3  road; 2 has the kerb of the crossing
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0, "highway=crossing", "kerb=raised")
            .node(3, 200, 0)
            .node(4, 100, 50)
            .way(10, "1 2 3", "highway=residential")
            .way(11, "4 2", "highway=footway");
    StreetGraph graph = town.read(folder).graph();
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 0, WHEELS), 200);
    assertThat(OsmTown.meters(graph, 100, 50, 200, 0, WHEELS)).isInfinite();
    assertMeters(OsmTown.meters(graph, 100, 50, 200, 0, 0), 150);
    assertThat(kerbs(graph, Kerb.RAISED)).isEqualTo(1);
  }

  @Test
  void aCrossingWithoutFootwaysDoesNotCutTheRoad() throws IOException {
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0, "highway=crossing", "kerb=raised")
            .node(3, 200, 0)
            .way(10, "1 2 3", "highway=residential");
    StreetGraph graph = town.read(folder).graph();
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 0, WHEELS), 200);
    assertThat(kerbs(graph, Kerb.RAISED)).isZero();
  }

  @Test
  void aKerbOnThePavementIsThatOfTheCrossing() throws IOException {
    //  1 ─── 2 ─── 3   pavement
    //        ┊         crossing over a raised kerb
    //        4
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0, "barrier=kerb", "kerb=raised")
            .node(3, 200, 0)
            .node(4, 100, -10)
            .way(10, "1 2 3", "highway=footway", "footway=sidewalk")
            .way(11, "2 4", "highway=footway", "footway=crossing");
    StreetGraph graph = town.read(folder).graph();
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 0, WHEELS), 200);
    assertThat(OsmTown.meters(graph, 0, 0, 100, -10, WHEELS)).isInfinite();
    assertMeters(OsmTown.meters(graph, 0, 0, 100, -10, 0), 110);
  }

  @Test
  void aLoweredKerbIsSaid() throws IOException {
    OsmTown town = new OsmTown().node(1, 0, 0).node(2, 10, 0, "kerb=lowered").node(3, 20, 0);
    StreetGraph graph = town.way(10, "1 2 3", "highway=footway").read(folder).graph();
    assertThat(kerbs(graph, Kerb.LOWERED)).isEqualTo(1);
  }

  @Test
  void inclinesAndDirectionsReachTheGraph() throws IOException {
    OsmTown town = new OsmTown().node(1, 0, 0).node(2, 100, 0);
    StreetGraph graph =
        town.way(10, "1 2", "highway=footway", "incline=8%", "surface=sett").read(folder).graph();
    assertThat(graph.nodeLon(graph.edgeFrom(0))).isLessThan(graph.nodeLon(graph.edgeTo(0)));
    assertThat(graph.edgeTraits(0).inclinePercent()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bridge=yes", "tunnel=yes"})
  void bridgesAndTunnelsJoinAtSharedNodesOnly(String over) throws IOException {
    //        4
    //        ║         over (or under) the street, no node in common
    //  1 ─────────── 3
    //        ║
    //  6 ─── 5         only here one can get off
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(3, 200, 0)
            .node(4, 100, 100)
            .node(5, 100, -100)
            .node(6, 0, -100)
            .way(10, "1 3", "highway=residential")
            .way(11, "4 5", "highway=footway", over, "layer=1")
            .way(12, "5 6", "highway=footway");
    StreetGraph graph = town.read(folder).graph();
    assertThat(graph.componentCount()).isEqualTo(2);
    assertThat(OsmTown.meters(graph, 0, 0, 100, 100, 0)).isInfinite();
    assertMeters(OsmTown.meters(graph, 0, -100, 100, 100, 0), 300);
    int trait = over.startsWith("bridge") ? EdgeTraits.BRIDGE : EdgeTraits.TUNNEL;
    assertThat(edges(graph, trait)).isEqualTo(1);
  }

  @Test
  void waysOnLayersJoinWhereTheyShareANode() throws IOException {
    // steps from a bridge down to the street under it: layers do not part what a node joins
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0)
            .node(3, 100, 30)
            .node(4, 200, 30)
            .way(10, "1 2", "highway=residential")
            .way(11, "2 3", "highway=steps")
            .way(12, "3 4", "highway=footway", "bridge=yes", "layer=1");
    StreetGraph graph = town.read(folder).graph();
    assertMeters(OsmTown.meters(graph, 0, 0, 200, 30, 0), 230);
    assertThat(OsmTown.meters(graph, 0, 0, 200, 30, WHEELS)).isInfinite();
  }

  @Test
  void islandsAreReportedWithSizeAndPlace() throws IOException {
    // 1 ── 2 of 1000 m; islands 3-4-5 of 200 m and 6-7 of 50 m
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 0, 500)
            .node(4, 100, 500)
            .node(5, 200, 500)
            .node(6, 0, 700)
            .node(7, 50, 700)
            .way(10, "6 7", "highway=path")
            .way(11, "3 4", "highway=path")
            .way(12, "4 5", "highway=path")
            .way(13, "1 2", "highway=residential");
    OsmReport report = town.read(folder).report();
    assertThat(report.components()).isEqualTo(3);
    assertThat(report.islands()).hasSize(2);
    assertThat(report.islands().get(0).lengthMeters()).isCloseTo(200, within(0.05));
    assertThat(report.islands().get(0).nodes()).isEqualTo(3);
    assertThat(report.islands().get(0).edges()).isEqualTo(2);
    assertThat(report.islands().get(0).lon()).isCloseTo(OsmTown.lon(100), within(1e-7));
    assertThat(report.islands().get(0).lat()).isCloseTo(OsmTown.lat(500), within(1e-7));
    assertThat(report.islands().get(1).lengthMeters()).isCloseTo(50, within(0.05));
  }
}
