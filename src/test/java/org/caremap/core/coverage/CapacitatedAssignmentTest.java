package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.caremap.core.routing.ReachTable;
import org.junit.jupiter.api.Test;

class CapacitatedAssignmentTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final int NO = Reached.NO;
  private static final double UNKNOWN = Double.NaN;
  private static final Cutoff CUTOFF = new Cutoff(900, 1);

  private static CapacitatedAssignment solve(double[] capacity, double[] demand, int[]... seconds) {
    return CapacitatedAssignment.solve(
        Reached.table(900, seconds), capacity, demand, CUTOFF, () -> false);
  }

  private static double[] served(CapacitatedAssignment found) {
    double[] served = new double[found.demandCount()];
    for (int i = 0; i < served.length; i++) {
      served[i] = found.served(i);
    }
    return served;
  }

  /**
   * One place at A and one at B. P, nearest to A, has B as well; Q has A only.
   *
   * <pre>
   * Q ---200--- A -100- P ---300--- B
   * </pre>
   *
   * Nearest first would give A to P and leave Q out.
   */
  @Test
  void whoHasAChoiceMakesRoom() {
    CapacitatedAssignment found =
        solve(new double[] {1, 1}, new double[] {1, 1}, new int[] {100, 200}, new int[] {300, NO});
    assertThat(served(found)).containsExactly(1, 1);
    assertThat(found.personMeters()).isCloseTo(500, EXACT);
    assertThat(found.load(0)).isEqualTo(1);
    assertThat(found.inReach(0)).isEqualTo(2);
    assertThat(found.inReach(1)).isEqualTo(1);
  }

  /**
   * Four facilities in a row, one place each. A fourth person, S, comes beside A and sets off a
   * cascade: each of P, Q and R moves on by one, only so that everybody is served.
   *
   * <pre>
   *       A        B        C        D
   *   S 10|   P 10 | Q 10   | R 10   |      each P, Q, R reaches its own and, at 400, the next
   * </pre>
   */
  @Test
  void displacementCascades() {
    int[] a = {10, NO, NO, 5};
    int[] b = {400, 10, NO, NO};
    int[] c = {NO, 400, 10, NO};
    int[] d = {NO, NO, 400, NO};
    double[] one = {1, 1, 1, 1};
    CapacitatedAssignment found = solve(one, one, a, b, c, d);
    assertThat(served(found)).containsExactly(1, 1, 1, 1);
    assertThat(found.personMeters()).isCloseTo(5 + 3 * 400, EXACT);
    // Without the last place somebody stays out: R or S, whichever leaves the shorter walk in all.
    CapacitatedAssignment full = solve(new double[] {1, 1, 1, 0}, one, a, b, c, d);
    assertThat(served(full)).containsExactly(0, 1, 1, 1);
    assertThat(full.overCapacity(0)).isEqualTo(1);
    assertThat(full.personMeters()).isCloseTo(25, EXACT);
  }

  /**
   * Splitting: 5 people at P, 4 at Q; A takes 3.5, B takes 2. P reaches A (100) and B (200), Q only
   * A (50). All 5.5 places are filled: Q's 3.5 at A and P's 2 at B cost least.
   */
  @Test
  void peopleOfAPointMaySplit() {
    CapacitatedAssignment found =
        solve(new double[] {3.5, 2}, new double[] {5, 4}, new int[] {100, 50}, new int[] {200, NO});
    assertThat(served(found)).containsExactly(2, 3.5);
    assertThat(found.overCapacity(0)).isCloseTo(3, EXACT);
    assertThat(found.overCapacity(1)).isCloseTo(0.5, EXACT);
    assertThat(found.personMeters()).isCloseTo(3.5 * 50 + 2 * 200, EXACT);
  }

  /**
   *
   *
   * <pre>
   * point       0      1        2        3        4
   * people      4      3      unknown    2        6
   * A (2)       10     20       5        -        -
   * B (?)       -      30       -        40       -
   * C (0)       -      -        -        -        50
   * </pre>
   *
   * A serves 2 of point 0. The other 2 reach nothing else: over. Point 1 reaches B, of which nobody
   * knows how many it takes; so does point 3. C is known to be full with nobody: over.
   */
  @Test
  void unknownCapacityIsNeitherZeroNorEndless() {
    double[] demand = {4, 3, UNKNOWN, 2, 6};
    CapacitatedAssignment found =
        solve(
            new double[] {2, UNKNOWN, 0},
            demand,
            new int[] {10, 20, 5, NO, NO},
            new int[] {NO, 30, NO, 40, NO},
            new int[] {NO, NO, NO, NO, 50});
    assertThat(served(found)).containsExactly(2, 0, 0, 0, 0);
    AssignmentCount[] counts = found.count(new int[] {0, 0, 0, 1, 1}, 3);
    assertThat(counts[0]).isEqualTo(new AssignmentCount(7, 2, 2, 3, 0, 1));
    assertThat(counts[1]).isEqualTo(new AssignmentCount(8, 0, 6, 2, 0, 0));
    assertThat(counts[2]).isEqualTo(new AssignmentCount(0, 0, 0, 0, 0, 0));
    assertThat(counts[3]).isEqualTo(new AssignmentCount(15, 2, 8, 5, 0, 1));
    assertThat(found.load(1)).isZero();
    assertThat(found.inReach(1)).isEqualTo(5);
    assertThat(found.inReach(0)).isEqualTo(7);
  }

  @Test
  void theCutOffMayBeShorterThanTheTable() {
    ReachTable reach = Reached.table(900, new int[] {300, 301, NO});
    double[] three = {3, 3, 3};
    CapacitatedAssignment found =
        CapacitatedAssignment.solve(
            reach, new double[] {4}, three, new Cutoff(300, 1), () -> false);
    assertThat(found.count(new int[3], 1)[1]).isEqualTo(new AssignmentCount(9, 3, 0, 0, 6, 0));
    assertThat(found.outOfReach(1)).isEqualTo(3);
    assertThat(solve(new double[] {4}, three, new int[] {300, 301, NO}).count(new int[3], 1)[1])
        .isEqualTo(new AssignmentCount(9, 4, 2, 0, 3, 0));
  }

  /** Every way to give each single person a place or none. */
  private static final class Exhaustive {
    private final int[][] seconds;
    private final int[] free;
    private final int[] personAt;
    private int bestServed = -1;
    private long bestCost;

    Exhaustive(int[][] seconds, int[] capacity, int[] people) {
      this.seconds = seconds;
      free = capacity.clone();
      personAt = new int[Arrays.stream(people).sum()];
      int next = 0;
      for (int d = 0; d < people.length; d++) {
        for (int p = 0; p < people[d]; p++) {
          personAt[next++] = d;
        }
      }
      tryAll(0, 0, 0);
    }

    private void tryAll(int person, int served, long cost) {
      if (person == personAt.length) {
        if (served > bestServed || (served == bestServed && cost < bestCost)) {
          bestServed = served;
          bestCost = cost;
        }
        return;
      }
      tryAll(person + 1, served, cost);
      for (int f = 0; f < free.length; f++) {
        int walk = seconds[f][personAt[person]];
        if (walk != NO && free[f] > 0) {
          free[f]--;
          tryAll(person + 1, served + 1, cost + walk);
          free[f]++;
        }
      }
    }
  }

  @Test
  void isTheBestOfAllWays() {
    for (long seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      int facilities = 1 + random.nextInt(4);
      int points = 1 + random.nextInt(6);
      int[][] seconds = new int[facilities][points];
      for (int[] row : seconds) {
        for (int d = 0; d < points; d++) {
          row[d] = random.nextInt(3) == 0 ? NO : random.nextInt(seed % 2 == 0 ? 4 : 900);
        }
      }
      int[] capacity = random.ints(facilities, 0, 4).toArray();
      int[] people = random.ints(points, 0, 3).toArray();
      Exhaustive best = new Exhaustive(seconds, capacity, people);
      CapacitatedAssignment found =
          solve(
              Arrays.stream(capacity).asDoubleStream().toArray(),
              Arrays.stream(people).asDoubleStream().toArray(),
              seconds);
      AssignmentCount total = found.count(new int[points], 1)[1];
      assertThat(total.served()).as("served, seed %d", seed).isCloseTo(best.bestServed, EXACT);
      assertThat(found.personMeters()).as("walk, seed %d", seed).isCloseTo(best.bestCost, EXACT);
      for (int f = 0; f < facilities; f++) {
        assertThat(found.load(f)).as("seed %d", seed).isLessThanOrEqualTo(capacity[f]);
      }
    }
  }

  /** A random instance too large to try all ways. */
  private record Instance(int[][] seconds, double[] capacity, double[] demand) {
    static Instance of(Random random, int facilities, int points, double crowding) {
      int[][] seconds = new int[facilities][points];
      double[] x = random.doubles(facilities, 0, 3000).toArray();
      double[] y = random.doubles(facilities, 0, 3000).toArray();
      double[] demand = new double[points];
      for (int d = 0; d < points; d++) {
        double px = random.nextDouble() * 3000;
        double py = random.nextDouble() * 3000;
        demand[d] = random.nextInt(10) == 0 ? UNKNOWN : random.nextInt(3000) / 1000.0;
        for (int f = 0; f < facilities; f++) {
          int walk = (int) Math.hypot(x[f] - px, y[f] - py);
          seconds[f][d] = walk <= 900 ? walk : NO;
        }
      }
      double[] capacity = new double[facilities];
      for (int f = 0; f < facilities; f++) {
        double mean = points * 1.35 / facilities / crowding;
        capacity[f] = random.nextInt(9) == 0 ? UNKNOWN : Math.rint(random.nextDouble() * 2 * mean);
      }
      return new Instance(seconds, capacity, demand);
    }
  }

  @Test
  void everybodyIsCountedOnceAndAnotherPlaceNeverHurts() {
    for (long seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      Instance instance = Instance.of(random, 30, 300, 0.5 + random.nextDouble());
      CapacitatedAssignment found = solve(instance.capacity, instance.demand, instance.seconds);
      for (int d = 0; d < 300; d++) {
        double people = Double.isNaN(instance.demand[d]) ? 0 : instance.demand[d];
        assertThat(
                found.served(d)
                    + found.overCapacity(d)
                    + found.unknownCapacity(d)
                    + found.outOfReach(d))
            .as("seed %d point %d", seed, d)
            .isCloseTo(people, EXACT);
      }
      double load = 0;
      for (int f = 0; f < 30; f++) {
        double capacity = Double.isNaN(instance.capacity[f]) ? 0 : instance.capacity[f];
        assertThat(found.load(f)).as("seed %d", seed).isBetween(0.0, capacity);
        assertThat(found.load(f)).isLessThanOrEqualTo(found.inReach(f) + 1e-6);
        load += found.load(f);
      }
      double served = Arrays.stream(served(found)).sum();
      assertThat(load).as("seed %d", seed).isCloseTo(served, within(1e-6));
      double[] more = instance.capacity.clone();
      more[(int) seed] = Double.isNaN(more[(int) seed]) ? 5 : more[(int) seed] + 1;
      double after = Arrays.stream(served(solve(more, instance.demand, instance.seconds))).sum();
      assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(served - 1e-6);
    }
  }

  /**
   * Linear programming duality: for any prices at least 0 on places, what people would pay at their
   * cheapest choice (a refusal included), less what all places are worth, is at most the cost of
   * any assignment. The solver's own prices reach that bound, which proves its assignment the best.
   */
  @Test
  void pricesProveTheAssignmentBest() {
    for (long seed = 1; seed <= 24; seed++) {
      Random random = new Random(seed);
      Instance instance = Instance.of(random, 60, 1500, 0.4 + random.nextDouble() * 1.4);
      int[] first = new int[1501];
      int[] facility = new int[60 * 1500];
      int[] cost = new int[60 * 1500];
      int pairs = 0;
      long[] demand = new long[1500];
      long[] capacity = new long[60];
      for (int f = 0; f < 60; f++) {
        capacity[f] = Double.isNaN(instance.capacity[f]) ? 0 : (long) instance.capacity[f] * 1000;
      }
      for (int d = 0; d < 1500; d++) {
        demand[d] = Double.isNaN(instance.demand[d]) ? 0 : Math.round(instance.demand[d] * 1000);
        for (int f = 0; f < 60; f++) {
          if (instance.seconds[f][d] != NO) {
            facility[pairs] = f;
            cost[pairs++] = instance.seconds[f][d];
          }
        }
        first[d + 1] = pairs;
      }
      AssignmentSolver solver =
          new AssignmentSolver(
              first, Arrays.copyOf(facility, pairs), Arrays.copyOf(cost, pairs), demand, capacity);
      solver.solve(() -> false);
      BigInteger paid = BigInteger.ZERO;
      BigInteger bound = BigInteger.ZERO;
      long[] load = new long[60];
      for (int d = 0; d < 1500; d++) {
        long cheapest = solver.refusal();
        long placed = 0;
        for (int k = first[d]; k < first[d + 1]; k++) {
          cheapest = Math.min(cheapest, cost[k] + solver.price()[facility[k]]);
          assertThat(solver.flow()[k]).as("seed %d", seed).isNotNegative();
          placed += solver.flow()[k];
          load[facility[k]] += solver.flow()[k];
          paid = paid.add(product(solver.flow()[k], cost[k]));
        }
        assertThat(placed + solver.unserved()[d]).as("seed %d", seed).isEqualTo(demand[d]);
        paid = paid.add(product(solver.unserved()[d], solver.refusal()));
        bound = bound.add(product(demand[d], cheapest));
      }
      for (int f = 0; f < 60; f++) {
        assertThat(solver.price()[f]).as("seed %d", seed).isNotNegative();
        assertThat(load[f]).as("seed %d", seed).isLessThanOrEqualTo(capacity[f]);
        bound = bound.subtract(product(capacity[f], solver.price()[f]));
      }
      assertThat(paid).as("seed %d", seed).isEqualTo(bound);
    }
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  @Test
  void thePositionInTheFilePlaysNoPart() {
    // The same people in another order: as many served, as long a walk.
    for (long seed = 1; seed <= 5; seed++) {
      Instance instance = Instance.of(new Random(seed), 20, 200, 1);
      CapacitatedAssignment one = solve(instance.capacity, instance.demand, instance.seconds);
      int[][] turned = new int[20][200];
      double[] demand = new double[200];
      for (int d = 0; d < 200; d++) {
        demand[d] = instance.demand[199 - d];
        for (int f = 0; f < 20; f++) {
          turned[f][d] = instance.seconds[f][199 - d];
        }
      }
      CapacitatedAssignment other = solve(instance.capacity, demand, turned);
      assertThat(Arrays.stream(served(other)).sum())
          .as("seed %d", seed)
          .isCloseTo(Arrays.stream(served(one)).sum(), within(1e-6));
      assertThat(other.personMeters())
          .as("seed %d", seed)
          .isCloseTo(one.personMeters(), within(1e-3));
    }
  }

  @Test
  void refusesAndCancels() {
    ReachTable reach = Reached.table(900, new int[] {1});
    double[] one = {1};
    assertThatThrownBy(() -> CapacitatedAssignment.solve(reach, one, one, CUTOFF, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> solve(new double[] {-1}, one, new int[] {1}))
        .hasMessageContaining("facility 0")
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> solve(one, new double[] {2e9}, new int[] {1}))
        .hasMessageContaining("at most 1e9");
    assertThatThrownBy(
            () -> CapacitatedAssignment.solve(reach, one, one, new Cutoff(901, 1), () -> false))
        .hasMessageContaining("901000");
    assertThat(solve(new double[0], new double[0]).count(new int[0], 0)[0])
        .isEqualTo(new AssignmentCount(0, 0, 0, 0, 0, 0));
  }
}
