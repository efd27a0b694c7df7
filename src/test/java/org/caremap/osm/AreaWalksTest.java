package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.GrowingLongs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Lines of sight and ways across, against a geometry library and a search over everything. */
class AreaWalksTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** On a coarse lattice, so that corners often lie in line and rings often touch. */
  private static int[][] randomRings(Random random) {
    while (true) {
      List<int[]> rings = new ArrayList<>();
      int corners = 4 + random.nextInt(10);
      int[] outer = new int[2 * corners];
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * i / corners;
        double radius = 8 + random.nextInt(12);
        outer[2 * i] = (int) Math.round(20 + radius * Math.cos(angle));
        outer[2 * i + 1] = (int) Math.round(20 + radius * Math.sin(angle));
      }
      rings.add(outer);
      for (int h = random.nextInt(4); h > 0; h--) {
        int x = 12 + random.nextInt(14);
        int y = 12 + random.nextInt(14);
        int width = 1 + random.nextInt(4);
        int height = 1 + random.nextInt(4);
        // Clockwise; a triangle now and then.
        rings.add(
            random.nextInt(3) == 0
                ? new int[] {x, y, x, y + height, x + width, y}
                : new int[] {x, y, x, y + height, x + width, y + height, x + width, y});
      }
      int[][] all = rings.toArray(int[][]::new);
      if (polygon(all).isValid() && Area.ofRingSigned(ring(outer).getCoordinates()) < 0) {
        return all;
      }
    }
  }

  private static LinearRing ring(int[] xy) {
    Coordinate[] line = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < line.length - 1; i++) {
      line[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    line[line.length - 1] = line[0];
    return GEOMETRY.createLinearRing(line);
  }

  private static Polygon polygon(int[][] rings) {
    LinearRing[] holes = new LinearRing[rings.length - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings[i + 1]);
    }
    return GEOMETRY.createPolygon(ring(rings[0]), holes);
  }

  private static List<int[]> corners(int[][] rings) {
    List<int[]> corners = new ArrayList<>();
    for (int[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        corners.add(new int[] {ring[i], ring[i + 1]});
      }
    }
    return corners;
  }

  private static LineString line(int[] a, int[] b) {
    return GEOMETRY.createLineString(
        new Coordinate[] {new Coordinate(a[0], a[1]), new Coordinate(b[0], b[1])});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sightAgreesWithTheLibrary(long seed) {
    Random random = new Random(seed);
    int seen = 0;
    int hidden = 0;
    for (int round = 0; round < 15; round++) {
      int[][] rings = randomRings(random);
      Polygon polygon = polygon(rings);
      Geometry border = polygon.getBoundary();
      SightLines sight = new SightLines(rings);
      List<int[]> corners = corners(rings);
      for (int p = 0; p < corners.size(); p++) {
        for (int q = 0; q < corners.size(); q++) {
          if (Arrays.equals(corners.get(p), corners.get(q))) {
            assertThat(sight.sees(p, q)).isFalse();
            continue;
          }
          LineString line = line(corners.get(p), corners.get(q));
          boolean expected =
              polygon.covers(line)
                  && line.intersection(border).getDimension() == 0
                  && line.intersection(border).getNumPoints() == 2;
          assertThat(sight.sees(p, q))
              .as("seed %d, round %d: %s in %s", seed, round, line, polygon)
              .isEqualTo(expected);
          seen += expected ? 1 : 0;
          hidden += expected ? 0 : 1;
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
    assertThat(hidden).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void waysBetweenEntrancesAreTheShortestThereAre(long seed) {
    Random random = new Random(seed);
    int crossed = 0;
    for (int round = 0; round < 40; round++) {
      int[][] rings = randomRings(random);
      if (touchesWithoutCorner(rings)) {
        continue; // no two streets meet where there is no node
      }
      // Rings that touch in a corner share its node.
      Map<List<Integer>, Integer> nodeOf = new HashMap<>();
      List<int[]> corners = new ArrayList<>();
      int[][] nodesOfRings = new int[rings.length][];
      int places = 0;
      for (int r = 0; r < rings.length; r++) {
        nodesOfRings[r] = new int[rings[r].length / 2];
        for (int i = 0; i < nodesOfRings[r].length; i++) {
          List<Integer> xy = List.of(rings[r][2 * i], rings[r][2 * i + 1]);
          nodesOfRings[r][i] = nodeOf.computeIfAbsent(xy, key -> corners.size());
          if (nodesOfRings[r][i] == corners.size()) {
            corners.add(new int[] {xy.get(0), xy.get(1)});
          }
          places++;
        }
      }
      NodeTable nodes = nodes(corners);
      boolean[] chosen = new boolean[corners.size()];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = random.nextInt(3) == 0;
      }
      boolean[] isEntrance = new boolean[places];
      int place = 0;
      for (int[] ring : nodesOfRings) {
        for (int node : ring) {
          isEntrance[place++] = chosen[node];
        }
      }
      boolean rimIsWalked = random.nextBoolean();
      AreaWalks walks = new AreaWalks(nodesOfRings, nodes, (a, b) -> rimIsWalked);
      walks.find(isEntrance);
      double[][] found = straightAlongRims(nodesOfRings, corners, rimIsWalked);
      GrowingInts pairs = walks.pairs();
      for (int i = 0; i < pairs.size(); i += 2) {
        set(found, corners, pairs.get(i), pairs.get(i + 1));
      }
      double[][] best = everything(rings, nodesOfRings, corners);
      allPairs(found);
      allPairs(best);
      for (int a = 0; a < chosen.length; a++) {
        for (int b = 0; b < a; b++) {
          if (chosen[a] && chosen[b]) {
            assertThat(found[a][b])
                .as("seed %d, round %d: %d to %d", seed, round, a, b)
                .isCloseTo(best[a][b], within(1e-3));
            crossed++;
          }
        }
      }
    }
    assertThat(crossed).isGreaterThan(200);
  }

  private static boolean touchesWithoutCorner(int[][] rings) {
    List<int[]> corners = corners(rings);
    for (int[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        int[] start = {ring[i], ring[i + 1]};
        int[] end = {ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]};
        for (int[] corner : corners) {
          if (!Arrays.equals(corner, start)
              && !Arrays.equals(corner, end)
              && line(start, end)
                  .intersects(GEOMETRY.createPoint(new Coordinate(corner[0], corner[1])))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  // A unit of the lattice is 10 m, so that a way round is longer by more than an edge is worth.
  private static NodeTable nodes(List<int[]> corners) {
    GrowingLongs ids = new GrowingLongs(16);
    for (int i = 0; i < corners.size(); i++) {
      ids.add(i);
    }
    NodeTable nodes = new NodeTable(ids);
    for (int i = 0; i < corners.size(); i++) {
      nodes.put(i, corners.get(i)[0] * 900, corners.get(i)[1] * 900);
    }
    return nodes;
  }

  private static double[][] straightAlongRims(
      int[][] nodesOfRings, List<int[]> corners, boolean rimIsWalked) {
    double[][] meters = new double[corners.size()][corners.size()];
    for (double[] row : meters) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int[] ring : nodesOfRings) {
      for (int i = 0; rimIsWalked && i < ring.length; i++) {
        set(meters, corners, ring[i], ring[(i + 1) % ring.length]);
      }
    }
    return meters;
  }

  private static double[][] everything(int[][] rings, int[][] nodesOfRings, List<int[]> corners) {
    double[][] meters = straightAlongRims(nodesOfRings, corners, true);
    Polygon polygon = polygon(rings);
    for (int a = 0; a < corners.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (!Arrays.equals(corners.get(a), corners.get(b))
            && polygon.covers(line(corners.get(a), corners.get(b)))) {
          set(meters, corners, a, b);
        }
      }
    }
    return meters;
  }

  private static void set(double[][] meters, List<int[]> corners, int a, int b) {
    double length =
        Math.hypot(corners.get(a)[0] - corners.get(b)[0], corners.get(a)[1] - corners.get(b)[1]);
    meters[a][b] = Math.min(meters[a][b], length);
    meters[b][a] = meters[a][b];
  }

  /** Floyd and Warshall. */
  private static void allPairs(double[][] meters) {
    int size = meters.length;
    for (int k = 0; k < size; k++) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          meters[a][b] = Math.min(meters[a][b], meters[a][k] + meters[k][b]);
        }
      }
    }
  }
}
