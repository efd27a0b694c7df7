package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.caremap.core.routing.WalkingNetwork;
import org.junit.jupiter.api.Test;

class CoverageTallyTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void countsEveryKindOfPoint() {
    // 900 s at 0.8 m/s are 720 m: equal is covered, a centimetre more is not.
    double[] meters = {720, 720.01, INF, 10, 5};
    double[] counts = {4, 2.5, 1.5, Double.NaN, 0};
    int[] areas = {0, 0, 1, 1, -1};
    CoverageTally tally = CoverageTally.of(meters, counts, areas, 2, new Cutoff(900, 0.8));
    assertThat(tally.total()).isEqualTo(new CoverageCount(8, 4, 4, 1.5, 1));
    assertThat(tally.area(0)).isEqualTo(new CoverageCount(6.5, 4, 2.5, 0, 0));
    assertThat(tally.area(1)).isEqualTo(new CoverageCount(1.5, 0, 1.5, 1.5, 1));
    assertThat(tally.total().coveredShare()).isEqualTo(0.5);
    assertThat(new CoverageCount(0, 0, 0, 0, 3).coveredShare()).isNaN();
  }

  @Test
  void theGuardHidesRoundingOnly() {
    Cutoff cutoff = new Cutoff(900, 3.2 / 3.6);
    assertThat(cutoff.covers(800)).isTrue();
    assertThat(cutoff.covers(Math.nextUp(800.0))).isTrue();
    assertThat(cutoff.covers(800.00001)).isFalse();
    assertThat(cutoff.covers(INF)).isFalse();
    assertThat(new Cutoff(0, 1).covers(0)).isTrue();
  }

  @Test
  void aLongerCutoffContainsTheShorter() {
    Random random = new Random(5);
    double[] meters = random.doubles(1000, 0, 3000).toArray();
    double[] counts = random.doubles(1000, 0, 9).toArray();
    int[] areas = new int[1000];
    double before = -1;
    for (int seconds = 0; seconds <= 3600; seconds += 60) {
      CoverageCount count =
          CoverageTally.of(meters, counts, areas, 1, new Cutoff(seconds, 0.8)).total();
      assertThat(count.covered()).isGreaterThanOrEqualTo(before);
      assertThat(count.demand()).isCloseTo(Arrays.stream(counts).sum(), within(1e-9));
      assertThat(count.demand()).isEqualTo(count.covered() + count.uncovered());
      before = count.covered();
    }
  }

  @Test
  void namesBadValues() {
    Cutoff cutoff = new Cutoff(900, 0.8);
    assertThatThrownBy(
            () -> CoverageTally.of(new double[1], new double[] {-2}, new int[1], 1, cutoff))
        .hasMessageContaining("point 0")
        .hasMessageContaining("-2.0");
    assertThatThrownBy(
            () -> CoverageTally.of(new double[1], new double[1], new int[] {3}, 1, cutoff))
        .hasMessageContaining("[-1, 1) but is 3");
    assertThatThrownBy(() -> new Cutoff(-1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Cutoff(1, 0)).hasMessageContaining("0.0");
  }

  @Test
  void zonesHaveTheirOwnMinutes() {
    // In town (0) 15 minutes at 0.8 m/s, 720 m; in the country (1) 25 minutes, 1,200 m.
    double[] meters = {720, 721, 721, 1200, 1201};
    double[] counts = {1, 2, 4, 8, 16};
    int[] zones = {0, 0, 1, 1, 1};
    PointCutoffs cutoffs =
        PointCutoffs.byZone(zones, List.of(new Cutoff(900, 0.8), new Cutoff(1500, 0.8)));
    CoverageTally tally = CoverageTally.of(meters, counts, zones, 2, cutoffs);
    assertThat(tally.total()).isEqualTo(new CoverageCount(31, 13, 18, 0, 0));
    assertThat(tally.area(0)).isEqualTo(new CoverageCount(3, 1, 2, 0, 0));
    assertThat(tally.area(1)).isEqualTo(new CoverageCount(28, 12, 16, 0, 0));
    assertThatThrownBy(() -> PointCutoffs.byZone(new int[] {2}, List.of(new Cutoff(1, 1))))
        .hasMessageContaining("point 0")
        .hasMessageContaining("[0, 1) but is 2");
    assertThatThrownBy(() -> CoverageTally.of(new double[1], new double[1], new int[1], 1, cutoffs))
        .hasMessageContaining("each of 1 points but got 5");
  }

  @Test
  void millimetresCountWhereTheyAreEqual() {
    Cutoff cutoff = new Cutoff(900, 0.8);
    assertThat(cutoff.limitMillimeters()).isEqualTo(720_000);
    assertThat(cutoff.covers(720.000)).isTrue();
    assertThat(cutoff.covers(720.001)).isFalse();
    assertThat(new Cutoff(1e9, 10).limitMillimeters()).isEqualTo(WalkingNetwork.FARTHEST);
  }
}
