package org.caremap.core.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;

class StreetNeighboursTest {
  private static final int NONE = StreetCells.NONE;

  /**
   * West bank A–B, east bank C–D, a bridge from B to C; further south E on the west bank and F on
   * the east bank, each joined to its own side: E and F face each other over the river.
   */
  private static Town river(boolean bridge) {
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 400, 0)
            .node("C", 600, 0)
            .node("D", 1000, 0)
            .node("E", 400, -500)
            .node("F", 600, -500)
            .street("A-B")
            .street("C-D")
            .street("B-E")
            .street("C-F");
    return bridge ? town.street("B-C") : town;
  }

  private static int[] areas(StreetGraph graph, Town town, Object... nodeAndArea) {
    int[] areas = new int[graph.nodeCount()];
    Arrays.fill(areas, NONE);
    for (int i = 0; i < nodeAndArea.length; i += 2) {
      areas[town.at((String) nodeAndArea[i])] = (Integer) nodeAndArea[i + 1];
    }
    return areas;
  }

  @Test
  void aRiverWithoutABridgeSeparates() {
    for (boolean bridge : new boolean[] {true, false}) {
      Town town = river(bridge);
      StreetGraph graph = town.build();
      int[] areas = areas(graph, town, "A", 0, "B", 0, "C", 1, "D", 1, "E", 2, "F", 3);
      StreetNeighbours near = StreetNeighbours.of(graph, areas, 4);
      assertThat(near.streets(0, 1)).isEqualTo(bridge ? 1 : 0);
      assertThat(near.streets(1, 0)).isEqualTo(bridge ? 1 : 0);
      assertThat(near.streets(0, 2)).isEqualTo(1);
      assertThat(near.streets(1, 3)).isEqualTo(1);
      assertThat(near.streets(2, 3)).isZero();
      assertThat(near.first())
          .containsExactly(bridge ? new int[] {0, 2, 4, 5, 6} : new int[] {0, 1, 2, 3, 4});
      assertThat(near.neighbours())
          .containsExactly(bridge ? new int[] {1, 2, 0, 3, 0, 1} : new int[] {2, 3, 0, 1});
    }
  }

  /** Two streets between the same two areas are counted, not doubled. */
  @Test
  void severalStreetsMakeOneNeighbour() {
    Town town = new Town().node("A", 0, 0).node("B", 100, 0).node("C", 0, 100).node("D", 100, 100);
    StreetGraph graph = town.street("A-B").street("C-D").street("A-C").oneWay("B-D").build();
    StreetNeighbours near =
        StreetNeighbours.of(graph, areas(graph, town, "A", 0, "C", 0, "B", 1, "D", 1), 2);
    assertThat(near.streets(0, 1)).isEqualTo(2);
    assertThat(near.neighbours()).containsExactly(1, 0);
  }

  /**
   * Nodes without a boundary of their own belong to the nearest known place over the streets: F
   * lies 200 m from E but, without a bridge, only D's side leads to it.
   */
  @Test
  void nodesBelongToTheNearestPlaceByTheStreets() {
    Town town = river(false);
    StreetGraph graph = town.build();
    StreetCells cells = new StreetCells(graph, areas(graph, town));
    // 100 m from A on A–B: 300 m from B, 800 m from E. 350 m from C on C–D, 850 m from F.
    cells.place(town.edge("A-B"), 100, 0);
    cells.place(town.edge("C-D"), 350, 1);
    cells.place(town.edge("B-E"), 450, 2);
    int[] found = cells.areas();
    assertThat(found[town.at("A")]).isZero();
    assertThat(found[town.at("B")]).isZero();
    assertThat(found[town.at("E")]).isEqualTo(2);
    assertThat(found[town.at("C")]).isEqualTo(1);
    assertThat(found[town.at("D")]).isEqualTo(1);
    assertThat(found[town.at("F")]).isEqualTo(1);
    StreetNeighbours near = StreetNeighbours.of(graph, found, 3);
    assertThat(near.streets(0, 2)).isEqualTo(1);
    assertThat(near.streets(1, 2)).isZero();
  }

  /** What a boundary says stands, however near other places are; the rest is swept from there. */
  @Test
  void knownNodesKeepTheirAreaAndSpreadIt() {
    Town town = river(false);
    StreetGraph graph = town.build();
    StreetCells cells = new StreetCells(graph, areas(graph, town, "B", 5));
    cells.place(town.edge("A-B"), 399, 0);
    int[] found = cells.areas();
    assertThat(found[town.at("B")]).isEqualTo(5);
    assertThat(found[town.at("E")]).isEqualTo(5);
    // 399 m from the place, 400 m from B.
    assertThat(found[town.at("A")]).isZero();
    assertThat(found[town.at("C")]).isEqualTo(NONE);
    assertThat(found[town.at("F")]).isEqualTo(NONE);
  }

  /** Every node's area by Bellman–Ford of the test's own. */
  @Test
  void randomTownsAreSweptRight() {
    java.util.Random random = new java.util.Random(7);
    for (int c = 0; c < 50; c++) {
      int n = 5 + random.nextInt(40);
      Town town = new Town();
      for (int i = 0; i < n; i++) {
        town.node("n" + i, random.nextInt(3000), random.nextInt(3000));
      }
      java.util.Set<String> streets = new java.util.TreeSet<>();
      for (int i = 0; i < n; i++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        if (a != b && streets.add(Math.min(a, b) + "," + Math.max(a, b))) {
          town.street("n" + a + "-n" + b);
        }
      }
      StreetGraph graph = town.build();
      int[] known = new int[n];
      Arrays.fill(known, NONE);
      for (int i = 0; i < 4; i++) {
        known[random.nextInt(n)] = i;
      }
      int[] found = new StreetCells(graph, known).areas();
      double[] cost = new double[n];
      int[] of = known.clone();
      for (int i = 0; i < n; i++) {
        cost[i] = known[i] == NONE ? Double.POSITIVE_INFINITY : 0;
      }
      for (int round = 0; round < n; round++) {
        for (int e = 0; e < graph.edgeCount(); e++) {
          int a = graph.edgeFrom(e);
          int b = graph.edgeTo(e);
          double length = graph.edgeLengthMillimeters(e);
          if (cost[a] + length < cost[b]) {
            cost[b] = cost[a] + length;
            of[b] = of[a];
          }
          if (cost[b] + length < cost[a]) {
            cost[a] = cost[b] + length;
            of[a] = of[b];
          }
        }
      }
      assertThat(found).as("case %d of seed 7", c).isEqualTo(of);
    }
  }
}
