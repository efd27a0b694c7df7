package org.caremap.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoTest {
  @Test
  void greatCircles() {
    // One degree of the equator and of a meridian: R × π / 180.
    assertThat(GreatCircle.meters(0, 0, 1, 0)).isCloseTo(111195.08, within(0.01));
    assertThat(GreatCircle.meters(121, 31, 121, 32)).isCloseTo(111195.08, within(0.01));
    assertThat(GreatCircle.meters(0, 60, 1, 60)).isCloseTo(55595.4, within(2.5));
    assertThat(GreatCircle.meters(0, 0, 180, 0))
        .isCloseTo(Math.PI * GreatCircle.EARTH_RADIUS_METERS, within(1e-3));
    assertThat(GreatCircle.meters(5, 5, 5, 5)).isZero();
    assertThat(GreatCircle.lengthMeters(new double[] {0, 0, 0, 1, 1, 1})).isGreaterThan(222000);
    assertThat(GreatCircle.metersToMeridian(0, 1)).isCloseTo(111195.08, within(0.01));
  }

  @Test
  void boxes() {
    BoundingBox box = BoundingBox.ofPoints(new double[] {2, 1}, new double[] {5, 6});
    assertThat(box).isEqualTo(new BoundingBox(1, 5, 2, 6));
    assertThat(box.contains(1, 5)).isTrue();
    assertThat(box.contains(0.99, 5)).isFalse();
    assertThat(box.intersects(new BoundingBox(2, 6, 3, 7))).isTrue();
    assertThat(box.intersects(new BoundingBox(2.1, 6, 3, 7))).isFalse();
    assertThat(box.center()).isEqualTo(new LonLat(1.5, 5.5));
    assertThatThrownBy(() -> new BoundingBox(2, 0, 1, 1)).hasMessageContaining("[2.0");
    BoundingBox wider = new BoundingBox(10, 60, 10, 60).expandedByMeters(1000);
    assertThat(GreatCircle.meters(10, 60, wider.east(), 60)).isBetween(1000.0, 1001.0);
    assertThat(GreatCircle.meters(10, 60, 10, wider.south())).isCloseTo(1000, within(1e-6));
    assertThat(new BoundingBox(0, 89.95, 0, 89.95).expandedByMeters(9000).east()).isEqualTo(180);
  }

  @Test
  void aLocalProjectionGoesThereAndBackAndIsMetric() {
    LocalProjection local = new LocalProjection(121, 31);
    assertThat(local.lon(local.x(121.01))).isCloseTo(121.01, within(1e-12));
    assertThat(local.lat(local.y(31.01))).isCloseTo(31.01, within(1e-12));
    double planar = Math.hypot(local.x(121.005), local.y(31.004));
    assertThat(planar).isCloseTo(GreatCircle.meters(121, 31, 121.005, 31.004), within(0.05));
  }

  @Test
  void aHilbertCurveVisitsEveryCellByStepsToNeighbours() {
    // On the first 64 × 64 cells of the corner the keys are those of the first 4096 steps.
    int[][] cells = new int[4096][];
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 64; y++) {
        cells[(int) HilbertCurve.key(x, y)] = new int[] {x, y};
      }
    }
    for (int k = 1; k < cells.length; k++) {
      int step = Math.abs(cells[k][0] - cells[k - 1][0]) + Math.abs(cells[k][1] - cells[k - 1][1]);
      assertThat(step).as("step %d", k).isEqualTo(1);
    }
    BoundingBox box = new BoundingBox(0, 0, 1, 1);
    assertThat(HilbertCurve.key(-5, -5, box)).isEqualTo(HilbertCurve.key(0, 0));
    assertThat(HilbertCurve.key(9, 9, box)).isEqualTo(HilbertCurve.key(65535, 65535));
    assertThatThrownBy(() -> HilbertCurve.key(-1, 0)).hasMessageContaining("-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aPointGridAgreesWithBruteForce(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(300);
    double[] lon = new double[size];
    double[] lat = new double[size];
    for (int i = 0; i < size; i++) {
      lon[i] = 121 + random.nextInt(40) * 0.01;
      lat[i] = 60 + random.nextInt(40) * 0.002;
    }
    PointGrid grid = new PointGrid(lon, lat);
    for (int k = 0; k < 500; k++) {
      double atLon = 120.5 + random.nextDouble();
      double atLat = 59.9 + random.nextDouble() * 0.3;
      int best = 0;
      for (int i = 1; i < size; i++) {
        if (GreatCircle.meters(atLon, atLat, lon[i], lat[i])
            < GreatCircle.meters(atLon, atLat, lon[best], lat[best])) {
          best = i;
        }
      }
      assertThat(grid.nearest(atLon, atLat)).as("seed %d, place %d", seed, k).isEqualTo(best);
    }
    assertThat(new PointGrid(new double[0], new double[0]).nearest(0, 0)).isEqualTo(-1);
    assertThat(grid.nearest(-100, -40)).isNotNegative();
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void aPointGridVisitsExactlyThePointsOfABox(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(300);
    double[] lon = new double[size];
    double[] lat = new double[size];
    for (int i = 0; i < size; i++) {
      lon[i] = 121 + random.nextInt(40) * 0.01;
      lat[i] = 60 + random.nextInt(40) * 0.002;
    }
    PointGrid grid = new PointGrid(lon, lat);
    for (int k = 0; k < 500; k++) {
      // Borders on the points' own coordinates, and boxes that miss them all.
      double west = 120.9 + random.nextInt(60) * 0.01;
      double south = 59.99 + random.nextInt(60) * 0.002;
      BoundingBox box =
          new BoundingBox(
              west, south, west + random.nextInt(20) * 0.01, south + random.nextInt(20) * 0.002);
      int[] visits = new int[size];
      grid.forEachIn(box, i -> visits[i]++);
      for (int i = 0; i < size; i++) {
        assertThat(visits[i])
            .as("seed %d, box %d, point %d", seed, k, i)
            .isEqualTo(box.contains(lon[i], lat[i]) ? 1 : 0);
      }
    }
    new PointGrid(new double[0], new double[0])
        .forEachIn(new BoundingBox(-180, -90, 180, 90), i -> Assertions.fail("there is no point"));
  }
}
