package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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
}
