package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.caremap.core.coverage.DistanceDecay.Gaussian;
import org.caremap.core.coverage.DistanceDecay.None;
import org.caremap.core.coverage.DistanceDecay.Zone;
import org.caremap.core.coverage.DistanceDecay.Zones;
import org.caremap.core.routing.ReachTable;
import org.junit.jupiter.api.Test;

class FloatingCatchmentsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final int NO = Reached.NO;
  private static final double UNKNOWN = Double.NaN;

  private static FloatingCatchments of(
      ReachTable reach, double[] supply, double[] demand, DistanceDecay decay) {
    return FloatingCatchments.of(reach, supply, demand, 1, decay);
  }

  /**
   * The figure by which Luo and Wang (2003) explain the method: one resident a tract, one physician
   * at a and one at b. Eight tracts are within the threshold of a, five of b, and tract 4 of both:
   * 1/8 = 0.125, 1/5 = 0.2, and 0.325 where they overlap.
   */
  @Test
  void overlappingCatchmentsAddUp() {
    int[] a = {10, 10, 10, 10, 10, 10, 10, 10, NO, NO, NO, NO};
    int[] b = {NO, NO, NO, 10, NO, NO, NO, NO, 10, 10, 10, 10};
    double[] one = new double[12];
    Arrays.fill(one, 1);
    FloatingCatchments found = of(Reached.table(30, a, b), new double[] {1, 1}, one, new None(30));
    assertThat(found.ratio(0)).isCloseTo(0.125, EXACT);
    assertThat(found.ratio(1)).isCloseTo(0.2, EXACT);
    assertThat(found.accessibility(2)).isCloseTo(0.125, EXACT);
    assertThat(found.accessibility(3)).isCloseTo(0.325, EXACT);
    assertThat(found.accessibility(11)).isCloseTo(0.2, EXACT);
  }

  /**
   * The example of the manual of the R package {@code catchment}: demand 5, 10, 50; supply 5, 10;
   * cost (5, 35, 40) and (55, 15, 25); catchments of 30. The first provider is alone with the first
   * consumer, 5/5; the other serves 10 + 50, 10/60.
   */
  @Test
  void theExampleOfTheCatchmentManual() {
    ReachTable reach = Reached.table(30, new int[] {5, 35, 40}, new int[] {55, 15, 25});
    FloatingCatchments found =
        of(reach, new double[] {5, 10}, new double[] {5, 10, 50}, new None(30));
    assertThat(found.accessibility(0)).isCloseTo(1, EXACT);
    assertThat(found.accessibility(1)).isCloseTo(1 / 6.0, EXACT);
    assertThat(found.accessibility(2)).isCloseTo(1 / 6.0, EXACT);
  }

  /**
   * The hospital example of PySAL's {@code access}: tracts 1 and 2 (100 and 50 people, 15 and 20
   * doctors) are suburbs, 80 apart; tract 3 (10 people, 100 doctors) is the city, 40 from both.
   * Within 60, the first two share the city's doctors:
   *
   * <pre>
   * R1 = 15 / (100 + 10)   R2 = 20 / (50 + 10)   R3 = 100 / 160
   * A1 = R1 + R3           A2 = R2 + R3          A3 = R1 + R2 + R3
   * </pre>
   *
   * With Luo and Qi's weights for 0–20, 20–40 and 40–60 minutes, own doctors weigh 1 and those at
   * 40 (a border belongs to the nearer zone) 0.68:
   *
   * <pre>
   * R1 = 15 / (100 + 6.8)  R2 = 20 / (50 + 6.8)  R3 = 100 / (10 + 0.68 · 150)
   * A1 = R1 + 0.68 R3      A2 = R2 + 0.68 R3     A3 = R3 + 0.68 (R1 + R2)
   * </pre>
   */
  @Test
  void theHospitalExampleWithAndWithoutZones() {
    ReachTable reach =
        Reached.table(60, new int[] {1, 80, 40}, new int[] {80, 1, 40}, new int[] {40, 40, 1});
    double[] doctors = {15, 20, 100};
    double[] people = {100, 50, 10};
    FloatingCatchments plain = of(reach, doctors, people, new None(60));
    assertThat(plain.accessibility(0)).isCloseTo(15 / 110.0 + 0.625, EXACT);
    assertThat(plain.accessibility(1)).isCloseTo(20 / 60.0 + 0.625, EXACT);
    assertThat(plain.accessibility(2)).isCloseTo(15 / 110.0 + 20 / 60.0 + 0.625, EXACT);
    FloatingCatchments enhanced = of(reach, doctors, people, Zones.equal(60, DistanceDecay.LUO_QI));
    double r1 = 15 / 106.8;
    double r2 = 20 / 56.8;
    double r3 = 100 / 112.0;
    assertThat(enhanced.accessibility(0)).isCloseTo(r1 + 0.68 * r3, EXACT);
    assertThat(enhanced.accessibility(1)).isCloseTo(r2 + 0.68 * r3, EXACT);
    assertThat(enhanced.accessibility(2)).isCloseTo(r3 + 0.68 * (r1 + r2), EXACT);
  }

  /** As in PySAL's tests: 25 places of supply 1 and one person who reaches all of them. */
  @Test
  void oneWhoReachesEverythingHasItAll() {
    int[][] all = new int[25][1];
    double[] one = new double[25];
    Arrays.fill(one, 1);
    assertThat(of(Reached.table(10, all), one, new double[] {1}, new None(10)).accessibility(0))
        .isCloseTo(25, EXACT);
  }

  @Test
  void bordersBelongToTheNearerZone() {
    Zones zones = new Zones(List.of(new Zone(300, 1), new Zone(600, 0.68), new Zone(900, 0.22)));
    assertThat(zones).isEqualTo(Zones.equal(900, DistanceDecay.LUO_QI));
    assertThat(zones.limitSeconds()).isEqualTo(900);
    assertThat(zones.weight(0, 0)).isEqualTo(1);
    assertThat(zones.weight(300, 0)).isEqualTo(1);
    assertThat(zones.weight(300.1, 0)).isEqualTo(0.68);
    assertThat(zones.weight(300.1, 0.1)).isEqualTo(1);
    assertThat(zones.weight(900, 0)).isEqualTo(0.22);
    assertThat(zones.weight(900.1, 0)).isZero();
    assertThat(new None(900).weight(900, 0)).isEqualTo(1);
    assertThat(new None(900).weight(900.1, 0)).isZero();
  }

  /** (e^(−1/8) − e^(−1/2)) / (1 − e^(−1/2)) = (0.8824969 − 0.6065307) / 0.3934693 = 0.7013666. */
  @Test
  void theBellFallsFromOneToNothing() {
    Gaussian bell = new Gaussian(900);
    assertThat(bell.weight(0, 0)).isEqualTo(1);
    assertThat(bell.weight(450, 0)).isCloseTo(0.7013666, within(1e-7));
    assertThat(bell.weight(900, 0)).isZero();
    assertThat(bell.weight(901, 0)).isZero();
    ReachTable reach = Reached.table(900, new int[] {0, 450});
    FloatingCatchments found = of(reach, new double[] {10}, new double[] {4, 4}, bell);
    double ratio = 10 / (4 * 1.7013666);
    assertThat(found.ratio(0)).isCloseTo(ratio, within(1e-6));
    assertThat(found.accessibility(1)).isCloseTo(ratio * 0.7013666, within(1e-6));
  }

  /**
   * Facility 1 does not say what it offers; nobody reaches facility 2; the people of point 1 are
   * unknown, which neither empties facility 0 nor keeps it from them.
   */
  @Test
  void unknownIsNotZero() {
    ReachTable reach =
        Reached.table(60, new int[] {5, 5, NO}, new int[] {5, NO, 5}, new int[] {NO, NO, NO});
    double[] demand = {20, UNKNOWN, 30};
    FloatingCatchments found = of(reach, new double[] {10, UNKNOWN, 7}, demand, new None(60));
    assertThat(found.ratio(0)).isEqualTo(0.5);
    assertThat(found.ratio(1)).isNaN();
    assertThat(found.ratio(2)).isNaN();
    assertThat(found.accessibility(0)).isEqualTo(0.5);
    assertThat(found.accessibility(1)).isEqualTo(0.5);
    assertThat(found.accessibility(2)).isZero();
    assertThat(found.unknownSupply()).isEqualTo(1);
    AccessibilityCount[] counts = found.count(demand, new int[] {0, 0, -1}, 2);
    assertThat(counts[0]).isEqualTo(new AccessibilityCount(20, 10, 0, 1));
    assertThat(counts[0].accessibility()).isEqualTo(0.5);
    assertThat(counts[1]).isEqualTo(new AccessibilityCount(0, 0, 0, 0));
    assertThat(counts[1].accessibility()).isNaN();
    assertThat(counts[2]).isEqualTo(new AccessibilityCount(50, 10, 30, 1));
    assertThat(counts[2].accessibility()).isEqualTo(0.2);
  }

  @Test
  void agreesWithTheFormulaAndLosesNothing() {
    List<DistanceDecay> decays =
        List.of(new None(600), Zones.equal(600, DistanceDecay.LUO_QI), new Gaussian(600));
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      int facilities = 1 + random.nextInt(20);
      int points = 1 + random.nextInt(60);
      int[][] seconds = new int[facilities][points];
      double[] supply = new double[facilities];
      for (int f = 0; f < facilities; f++) {
        seconds[f] = random.ints(points, 0, 2000).toArray();
        supply[f] = random.nextInt(6) == 0 ? UNKNOWN : random.nextInt(40);
      }
      double[] demand = new double[points];
      for (int d = 0; d < points; d++) {
        demand[d] = random.nextInt(7) == 0 ? UNKNOWN : random.nextDouble() * 9;
      }
      DistanceDecay decay = decays.get((int) (seed % 3));
      FloatingCatchments found = of(Reached.table(600, seconds), supply, demand, decay);
      double offered = 0;
      double drawn = 0;
      for (int d = 0; d < points; d++) {
        double expected = 0;
        for (int f = 0; f < facilities; f++) {
          double people = 0;
          for (int other = 0; other < points; other++) {
            people +=
                Double.isNaN(demand[other]) ? 0 : demand[other] * weight(decay, seconds[f][other]);
          }
          if (people > 0 && !Double.isNaN(supply[f])) {
            expected += supply[f] / people * weight(decay, seconds[f][d]);
            offered += d == 0 ? supply[f] : 0;
          }
        }
        assertThat(found.accessibility(d))
            .as("seed %d point %d", seed, d)
            .isCloseTo(expected, within(1e-9));
        drawn += Double.isNaN(demand[d]) ? 0 : demand[d] * expected;
      }
      assertThat(drawn).as("seed %d", seed).isCloseTo(offered, within(1e-6));
      AccessibilityCount total = found.count(demand, new int[points], 1)[1];
      assertThat(total.supply()).as("seed %d", seed).isCloseTo(offered, within(1e-6));
    }
  }

  private static double weight(DistanceDecay decay, int seconds) {
    return seconds <= 600 ? decay.weight(seconds, 0) : 0;
  }

  @Test
  void namesBadValues() {
    ReachTable reach = Reached.table(60, new int[] {1, 2});
    double[] people = {1, 2};
    assertThatThrownBy(() -> of(reach, new double[] {-1}, people, new None(60)))
        .hasMessageContaining("facility 0")
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> of(reach, new double[2], people, new None(60)))
        .hasMessageContaining("1 but got 2");
    assertThatThrownBy(() -> of(reach, new double[1], people, new None(61)))
        .hasMessageContaining("61000")
        .hasMessageContaining("60001");
    assertThatThrownBy(() -> new None(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new Zone(60, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Zones(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Zones(List.of(new Zone(9, 1), new Zone(9, 1))))
        .hasMessageContaining("later");
    assertThatThrownBy(() -> new Zones(List.of(new Zone(9, 0.5), new Zone(10, 1))))
        .hasMessageContaining("rise");
  }
}
