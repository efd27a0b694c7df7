package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.caremap.core.routing.ReachTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meals given to kitchens, held against trying every way. */
class DeliveryAssignmentTest {
  private static final int LIMIT = 1000;

  /** Table of costs[kitchen][point]; negative: out of reach. */
  private static ReachTable table(int[][] costs) {
    int points = costs[0].length;
    ReachTable.Builder table = new ReachTable.Builder(costs.length, points, LIMIT);
    for (int k = 0; k < costs.length; k++) {
      int[] place = new int[points];
      int[] cost = new int[points];
      int count = 0;
      for (int i = 0; i < points; i++) {
        if (costs[k][i] >= 0) {
          place[count] = i;
          cost[count++] = costs[k][i];
        }
      }
      table.row(k, place, cost, count);
    }
    return table.build();
  }

  @Test
  void theNearestKitchenIsNotAlwaysTheRightOne() {
    // Kitchens X (5 meals) and Y (5): A wants 5 and is 10 from X, 20 from Y; B wants 5, X only.
    ReachTable reach = table(new int[][] {{10, 15}, {20, -1}});
    DeliveryAssignment found =
        DeliveryAssignment.solve(reach, new double[] {5, 5}, new double[] {5, 5}, () -> false);
    assertThat(found.parts(0)).containsExactly(new DeliveryAssignment.Part(1, 5, 20));
    assertThat(found.parts(1)).containsExactly(new DeliveryAssignment.Part(0, 5, 15));
    assertThat(found.load(0)).isEqualTo(5);
  }

  @Test
  void unknownNumbersTakeNoPart() {
    ReachTable reach = table(new int[][] {{10, 10}, {20, 20}});
    DeliveryAssignment found =
        DeliveryAssignment.solve(
            reach, new double[] {Double.NaN, 3}, new double[] {4, Double.NaN}, () -> false);
    assertThat(found.given(0)).isEqualTo(3);
    assertThat(found.parts(1)).isEmpty();
    assertThat(found.load(0)).isZero();
    assertThatThrownBy(
            () ->
                DeliveryAssignment.solve(
                    reach, new double[] {-1, 3}, new double[] {4, 4}, () -> false))
        .hasMessageContaining("capacity of kitchen 0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void asManyMealsAsPossibleThenTheLeastTime(long seed) {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int[][] costs = new int[3][3];
    double[] capacity = new double[3];
    double[] meals = new double[3];
    for (int k = 0; k < 3; k++) {
      capacity[k] = random.nextInt(4);
      meals[k] = random.nextInt(4);
      for (int i = 0; i < 3; i++) {
        costs[k][i] = random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(50);
      }
    }
    DeliveryAssignment found = DeliveryAssignment.solve(table(costs), capacity, meals, () -> false);
    long given = 0;
    long time = 0;
    for (int i = 0; i < 3; i++) {
      long parts = 0;
      for (DeliveryAssignment.Part part : found.parts(i)) {
        assertThat(part.cost()).isEqualTo(costs[part.kitchen()][i]);
        parts += part.meals();
        time += part.meals() * part.cost();
      }
      assertThat(found.given(i)).isEqualTo(parts).isLessThanOrEqualTo((long) meals[i]);
      assertThat(found.load(i)).isLessThanOrEqualTo((long) capacity[i]);
      given += parts;
    }
    long[] best = {0, 0};
    everyWay(costs, capacity, meals, 0, 0, 0, best);
    assertThat(given).as("meals").isEqualTo(best[0]);
    assertThat(time).as("time").isEqualTo(best[1]);
  }

  /** Gives each pair, one after the other, every number of meals that is left. */
  private static void everyWay(
      int[][] costs,
      double[] capacity,
      double[] meals,
      int pair,
      long given,
      long time,
      long[] best) {
    if (pair == 9) {
      if (given > best[0] || (given == best[0] && time < best[1])) {
        best[0] = given;
        best[1] = time;
      }
      return;
    }
    int k = pair / 3;
    int i = pair % 3;
    int most = costs[k][i] < 0 ? 0 : (int) Math.min(capacity[k], meals[i]);
    for (int n = 0; n <= most; n++) {
      capacity[k] -= n;
      meals[i] -= n;
      everyWay(costs, capacity, meals, pair + 1, given + n, time + (long) n * costs[k][i], best);
      capacity[k] += n;
      meals[i] += n;
    }
  }
}
