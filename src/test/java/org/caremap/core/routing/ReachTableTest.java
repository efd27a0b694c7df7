package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachTableTest {
  @Test
  void rowsComeInAnyOrderAndAreSorted() {
    ReachTable.Builder builder = new ReachTable.Builder(3, 5, 1000);
    builder.row(2, new int[] {4, 0, 3, 99}, new int[] {10, 1000, 0, 99}, 3);
    builder.row(0, new int[] {1}, new int[] {7}, 1);
    builder.row(1, new int[0], new int[0], 0);
    ReachTable table = builder.build();
    assertThat(table.facilityCount()).isEqualTo(3);
    assertThat(table.demandCount()).isEqualTo(5);
    assertThat(table.pairCount()).isEqualTo(4);
    assertThat(table.limitMillimeters()).isEqualTo(1000);
    assertThat(IntStream.rangeClosed(0, 3).map(table::first)).containsExactly(0, 1, 1, 4);
    assertThat(IntStream.range(0, 4).map(table::demand)).containsExactly(1, 0, 3, 4);
    assertThat(IntStream.range(0, 4).map(table::cost)).containsExactly(7, 1000, 0, 10);
    ReachTable.ByDemand turned = table.transposed();
    assertThat(IntStream.rangeClosed(0, 5).map(turned::first)).containsExactly(0, 1, 2, 2, 3, 4);
    assertThat(IntStream.range(0, 4).map(turned::facility)).containsExactly(2, 0, 2, 2);
    assertThat(IntStream.range(0, 4).map(turned::cost)).containsExactly(1000, 7, 0, 10);
  }

  @Test
  void transposedHoldsTheSamePairs() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int facilities = random.nextInt(30);
      int points = 1 + random.nextInt(50);
      int[][] cost = new int[facilities][points];
      ReachTable.Builder builder = new ReachTable.Builder(facilities, points, 500);
      IntStream.range(0, facilities)
          .forEach(f -> cost[f] = random.ints(points, -500, 500).toArray());
      // Rows of different facilities come from different threads.
      IntStream.range(0, facilities)
          .parallel()
          .forEach(
              f -> {
                int[] reached = IntStream.range(0, points).filter(d -> cost[f][d] >= 0).toArray();
                int[] costs = IntStream.of(reached).map(d -> cost[f][d]).toArray();
                builder.row(f, reached, costs, reached.length);
              });
      ReachTable table = builder.build();
      ReachTable.ByDemand turned = table.transposed();
      int pairs = 0;
      for (int d = 0; d < points; d++) {
        for (int k = turned.first(d); k < turned.first(d + 1); k++) {
          assertThat(turned.cost(k)).as("seed %d", seed).isEqualTo(cost[turned.facility(k)][d]);
          pairs++;
        }
      }
      assertThat(pairs).as("seed %d", seed).isEqualTo(table.pairCount());
      assertThat(turned.pairCount()).isEqualTo(pairs);
      assertThat(turned.demandCount()).isEqualTo(points);
      assertThat(turned.facilityCount()).isEqualTo(facilities);
    }
  }

  @Test
  void aTableWithAMissingRowIsNotComplete() {
    ReachTable.Builder builder = new ReachTable.Builder(2, 5, 1000);
    builder.row(1, new int[0], new int[0], 0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("facility 0");
  }

  /** Three rows of five points, four pairs allowed: 3 + 2 after two rows makes about 7.5 in all. */
  @Test
  void refusesMorePairsThanItMayHave() {
    ReachTable.Builder builder = new ReachTable.Builder(3, 5, 1000, 4);
    builder.row(0, new int[] {0, 1, 2}, new int[] {1, 1, 1}, 3);
    assertThatThrownBy(() -> builder.row(1, new int[] {0, 1}, new int[] {1, 1}, 2))
        .isInstanceOfSatisfying(
            TooManyPairs.class,
            e -> {
              assertThat(e.most()).isEqualTo(4);
              assertThat(e.expected()).isEqualTo(7.5);
            });
  }

  @Test
  void namesBadValues() {
    ReachTable.Builder builder = new ReachTable.Builder(2, 5, 1000);
    builder.row(0, new int[] {1}, new int[] {1}, 1);
    assertThatThrownBy(() -> builder.row(0, new int[0], new int[0], 0))
        .hasMessageContaining("given once but is 0");
    assertThatThrownBy(() -> builder.row(2, new int[0], new int[0], 0))
        .hasMessageContaining("[0, 2)");
    assertThatThrownBy(() -> builder.row(1, new int[] {5}, new int[] {1}, 1))
        .hasMessageContaining("[0, 5) but 5");
    assertThatThrownBy(() -> builder.row(1, new int[] {3, 3}, new int[] {1, 2}, 2))
        .hasMessageContaining("3 follows 3");
    assertThatThrownBy(() -> builder.row(1, new int[] {3}, new int[] {1001}, 1))
        .hasMessageContaining("[0, 1000] but is 1001");
    assertThatThrownBy(() -> ReachTable.of(5, 9, new int[] {0, 2}, new int[] {0}, new int[] {1}))
        .hasMessageContaining("need 2");
    assertThatThrownBy(
            () -> ReachTable.of(5, 9, new int[] {0, 1, 0, 1}, new int[] {0}, new int[] {1}))
        .hasMessageContaining("offset 2");
    assertThatThrownBy(() -> new ReachTable.Builder(1, 1, -1)).hasMessageContaining("-1");
    assertThat(
            ReachTable.of(2, 9, new int[] {0, 2}, new int[] {0, 1}, new int[] {1, 9}).pairCount())
        .isEqualTo(2);
  }
}
