package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GapClustersTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Cutoff CUTOFF = new Cutoff(900, 1);

  private static List<GapCluster> find(double[] xy, double[] counts, double[] meters) {
    double[] lon = new double[counts.length];
    double[] lat = new double[counts.length];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = Town.lon(xy[2 * i]);
      lat[i] = Town.lat(xy[2 * i + 1]);
    }
    return GapClusters.DEFAULT.find(lon, lat, counts, meters, CUTOFF);
  }

  @Test
  void gathersNeighbouringCellsAndKeepsFarOnesApart() {
    // cells of 300 m:  [10][ 5][  ][  ][  ][ 7]   and one covered point at the corner
    double[] xy = {0, 0, 150, 150, 450, 150, 1650, 150};
    double[] counts = {99, 10, 5, 7};
    double[] meters = {100, 1000, 1300, INF};
    List<GapCluster> clusters = find(xy, counts, meters);
    assertThat(clusters).hasSize(2);
    GapCluster first = clusters.get(0);
    assertThat(first.demand()).isEqualTo(15);
    assertThat(first.points()).containsExactly(1, 2);
    assertThat(first.meanMeters()).isCloseTo(1100, within(1e-9));
    assertThat(first.minMeters()).isEqualTo(1000);
    assertThat(first.maxMeters()).isEqualTo(1300);
    assertThat(first.unreachable()).isZero();
    GapCluster second = clusters.get(1);
    assertThat(second.points()).containsExactly(3);
    assertThat(second.meanMeters()).isNaN();
    assertThat(second.unreachable()).isEqualTo(7);
  }

  @Test
  void aClusterEndsAtItsReach() {
    // A row of 12 cells with people; the first is the fullest: it takes the 4 next to it
    // (1,200 m), the rest starts again.
    // The last point is covered and anchors the grid.
    double[] xy = new double[26];
    double[] counts = new double[13];
    double[] meters = new double[13];
    for (int i = 0; i < 12; i++) {
      xy[2 * i] = i * 300 + 10;
      xy[2 * i + 1] = 10;
      counts[i] = 12 - i;
      meters[i] = 2000;
    }
    List<GapCluster> clusters = find(xy, counts, meters);
    assertThat(clusters.stream().map(cluster -> cluster.points().length)).containsExactly(5, 5, 2);
  }

  @Test
  void ignoresUnknownAndEmptyPoints() {
    double[] xy = {0, 0, 500, 0};
    assertThat(find(xy, new double[] {Double.NaN, 0}, new double[] {INF, INF})).isEmpty();
    assertThat(find(new double[0], new double[0], new double[0])).isEmpty();
  }

  @Test
  void clustersAddUpAndHoldTheirPoints() {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      int size = 2000;
      double[] lon = new double[size];
      double[] lat = new double[size];
      double[] counts = new double[size];
      double[] meters = new double[size];
      double uncovered = 0;
      for (int i = 0; i < size; i++) {
        lon[i] = Town.lon(random.nextDouble() * 20000);
        lat[i] = Town.lat(random.nextDouble() * 20000);
        counts[i] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * 30;
        meters[i] = random.nextInt(9) == 0 ? INF : random.nextDouble() * 2000;
        if (!CUTOFF.covers(meters[i]) && !Double.isNaN(counts[i])) {
          uncovered += counts[i];
        }
      }
      List<GapCluster> clusters = GapClusters.DEFAULT.find(lon, lat, counts, meters, CUTOFF);
      assertThat(clusters.stream().mapToDouble(GapCluster::demand).sum())
          .as("seed %d", seed)
          .isCloseTo(uncovered, within(1e-6));
      BitSet seen = new BitSet();
      GeometryFactory factory = new GeometryFactory();
      for (GapCluster cluster : clusters) {
        assertThat(cluster.shape().isValid()).isTrue();
        for (int i : cluster.points()) {
          assertThat(seen.get(i)).as("point %d twice", i).isFalse();
          seen.set(i);
          assertThat(
                  cluster
                      .shape()
                      .isWithinDistance(factory.createPoint(new Coordinate(lon[i], lat[i])), 1e-9))
              .isTrue();
        }
      }
      double[] demands = clusters.stream().mapToDouble(cluster -> -cluster.demand()).toArray();
      double[] sorted = demands.clone();
      Arrays.sort(sorted);
      assertThat(demands).containsExactly(sorted);
    }
  }

  @Test
  void agreesWithThePlainMethod() {
    List<Cutoff> zones = List.of(CUTOFF, new Cutoff(1500, 1));
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      int size = 1 + random.nextInt(800);
      double side = random.nextDouble() * 9000;
      double[] lon = random.doubles(size, 0, side + 1).map(Town::lon).toArray();
      double[] lat = random.doubles(size, 0, side + 1).map(Town::lat).toArray();
      double[] counts = new double[size];
      double[] meters = new double[size];
      int[] zoneOfPoint = random.ints(size, 0, 2).toArray();
      for (int i = 0; i < size; i++) {
        // Few different whole numbers, so that cells tie.
        counts[i] = random.nextInt(12) == 0 ? Double.NaN : random.nextInt(3);
        meters[i] = random.nextInt(9) == 0 ? INF : random.nextDouble() * 3000;
      }
      double cell = 50 + random.nextInt(500);
      // Often a whole number of cells, so that equality decides.
      double reach = random.nextBoolean() ? cell * random.nextInt(6) : random.nextDouble() * 2500;
      GapClusters clusters = new GapClusters(cell, reach);
      List<Cutoff> cutoffs = Arrays.stream(zoneOfPoint).mapToObj(zones::get).toList();
      assertThat(
              clusters
                  .find(lon, lat, counts, meters, PointCutoffs.byZone(zoneOfPoint, zones))
                  .stream()
                  .map(cluster -> Arrays.stream(cluster.points()).boxed().toList()))
          .as("seed %d", seed)
          .isEqualTo(PlainGaps.find(clusters, lon, lat, counts, meters, cutoffs));
    }
  }
}
