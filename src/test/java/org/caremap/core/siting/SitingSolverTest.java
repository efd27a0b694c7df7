package org.caremap.core.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against exhaustive search, and against a street that is solved by hand. */
class SitingSolverTest {
  /**
   * Houses 10 m apart, people in brackets; every house may get the site:
   *
   * <pre>
   *   0 (3) --- 1 (1) --- 2 (1) ------------- 5 (4) --- 6 (2)      positions 0 10 20 50 60
   * </pre>
   *
   * One site: at 2 it costs 3·20 + 1·10 + 0 + 4·30 + 2·40 = 270; at 5: 150 + 40 + 30 + 0 + 20 =
   * 240; at 1: 30 + 0 + 10 + 160 + 100 = 300. Two sites: 0 and 5: 0 + 10 + 20 + 0 + 20 = 50.
   */
  @Test
  void aStreetByHand() {
    double[] at = {0, 10, 20, 50, 60};
    double[] people = {3, 1, 1, 4, 2};
    SitingCosts costs = median(at, people);
    SitingSolution one = solve(costs, SiteChoice.of(1));
    assertThat(one.sites()).containsExactly(3);
    assertThat(one.cost()).isEqualTo(240);
    SitingSolution two = solve(costs, SiteChoice.of(2));
    assertThat(two.sites()).containsExactly(0, 3);
    assertThat(two.cost()).isEqualTo(50);
    assertThat(two.bound()).isEqualTo(50);
    assertThat(two.proven()).isTrue();
    assertThat(solve(costs, new SiteChoice(2, Set.of(2), Set.of())).sites()).containsExactly(2, 3);
    assertThat(solve(costs, new SiteChoice(1, Set.of(), Set.of(3))).sites()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void equalsExhaustiveSearch(int seed) {
    Random dice = new Random(seed);
    for (int round = 0; round < 60; round++) {
      int sites = 3 + dice.nextInt(8);
      int demands = 1 + dice.nextInt(15);
      int count = 1 + dice.nextInt(sites - 1);
      boolean whole = dice.nextBoolean();
      boolean covering = dice.nextBoolean();
      SitingCosts.Builder builder = new SitingCosts.Builder(sites);
      for (int i = 0; i < demands; i++) {
        double people = whole ? 1 + dice.nextInt(9) : 9 * dice.nextDouble();
        int[] reach = dice.ints(0, sites).distinct().limit(1 + dice.nextInt(sites)).toArray();
        double[] cost = new double[covering ? reach.length : sites];
        if (!covering) {
          for (int j = 0; j < sites; j++) {
            cost[j] = people * (whole ? dice.nextInt(50) : 50 * dice.nextDouble());
          }
          int[] all = new int[sites];
          Arrays.setAll(all, j -> j);
          builder.demand(all, cost, Double.POSITIVE_INFINITY);
        } else {
          builder.demand(reach, cost, people);
        }
      }
      SitingCosts costs = builder.build();
      Set<Integer> forced = dice.nextInt(3) == 0 ? Set.of(dice.nextInt(sites)) : Set.of();
      int shut = dice.nextInt(sites);
      Set<Integer> forbidden =
          dice.nextInt(3) == 0 && !forced.contains(shut) && count < sites ? Set.of(shut) : Set.of();
      SiteChoice choice = new SiteChoice(count, forced, forbidden);
      SitingSolution found = solve(costs, choice);
      double best = exhaustive(costs, choice);
      assertThat(found.cost())
          .as("seed %d round %d: %d sites, %d demands, %s", seed, round, sites, demands, choice)
          .isCloseTo(best, within(1e-6));
      assertThat(found.proven()).isTrue();
      assertThat(found.bound()).isLessThanOrEqualTo(best + 1e-6);
      assertThat(found.sites()).hasSize(count).containsAll(forced).noneMatch(forbidden::contains);
    }
  }

  /** Stopped at once, what is said of the bound is still true. */
  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13})
  void theBoundIsTrueWhenStopped(int seed) {
    Random dice = new Random(seed);
    double[][] cost = new double[40][40];
    for (double[] row : cost) {
      Arrays.setAll(row, j -> dice.nextInt(100));
    }
    SitingCosts costs = SitingCosts.ofMatrix(cost);
    SitingSolution stopped = SitingSolver.solve(costs, SiteChoice.of(6), seed, () -> true);
    SitingSolution whole = solve(costs, SiteChoice.of(6));
    assertThat(whole.proven()).isTrue();
    assertThat(stopped.bound()).isLessThanOrEqualTo(whole.cost());
    assertThat(stopped.cost()).isGreaterThanOrEqualTo(whole.cost());
    assertThat(solve(costs, SiteChoice.of(6))).isEqualTo(whole);
  }

  @Test
  void saysWhichLimitCannotBeMet() {
    SitingCosts costs = SitingCosts.ofMatrix(new double[][] {{1, 2, 3}});
    assertThatThrownBy(() -> solve(costs, SiteChoice.of(4)))
        .hasMessageContaining("[1, 3]")
        .hasMessageContaining("is 4");
    assertThatThrownBy(() -> solve(costs, new SiteChoice(3, Set.of(), Set.of(0))))
        .hasMessageContaining("[1, 2]");
    assertThatThrownBy(() -> solve(costs, new SiteChoice(1, Set.of(0, 1), Set.of())))
        .hasMessageContaining("2 sites are forced");
    assertThatThrownBy(() -> solve(costs, new SiteChoice(2, Set.of(1), Set.of(1))))
        .hasMessageContaining("forced and forbidden");
  }

  /** Two islands and one site: somebody stays out, which is no answer and has no cost. */
  @Test
  void whoCannotBeServedIsNotCounted() {
    SitingCosts.Builder islands = new SitingCosts.Builder(2);
    islands.demand(new int[] {0}, new double[] {3}, Double.POSITIVE_INFINITY);
    islands.demand(new int[] {1}, new double[] {4}, Double.POSITIVE_INFINITY);
    SitingCosts costs = islands.build();
    assertThatThrownBy(() -> solve(costs, SiteChoice.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave somebody out");
    assertThat(solve(costs, SiteChoice.of(2)).cost()).isEqualTo(7);
  }

  /**
   * A town of nine houses and an island of one whose walk is short: two sites in the town would
   * cost less than leaving the island out at any moderate price, yet the island must be served.
   */
  @Test
  void anIslandIsServedHoweverFewLiveThere() {
    SitingCosts.Builder builder = new SitingCosts.Builder(10);
    int[] town = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    for (int i = 0; i < 9; i++) {
      double[] walk = new double[9];
      for (int j = 0; j < 9; j++) {
        walk[j] = 1000 * Math.abs(i - j);
      }
      builder.demand(town, walk, Double.POSITIVE_INFINITY);
    }
    builder.demand(new int[] {9}, new double[] {1}, Double.POSITIVE_INFINITY);
    // The middle house: 1 + 2 + 3 + 4 km on each side.
    SitingSolution found = solve(builder.build(), SiteChoice.of(2));
    assertThat(found.sites()).containsExactly(4, 9);
    assertThat(found.cost()).isEqualTo(20_001);
    assertThat(found.proven()).isTrue();
  }

  private static SitingCosts median(double[] at, double[] people) {
    double[][] cost = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        cost[i][j] = people[i] * Math.abs(at[i] - at[j]);
      }
    }
    return SitingCosts.ofMatrix(cost);
  }

  private static SitingSolution solve(SitingCosts costs, SiteChoice choice) {
    return SitingSolver.solve(costs, choice, 1, () -> false);
  }

  private static double exhaustive(SitingCosts costs, SiteChoice choice) {
    double best = Double.POSITIVE_INFINITY;
    int sites = costs.siteCount();
    for (int mask = 0; mask < 1 << sites; mask++) {
      if (Integer.bitCount(mask) != choice.count()) {
        continue;
      }
      boolean[] open = new boolean[sites];
      for (int j = 0; j < sites; j++) {
        open[j] = (mask >> j & 1) == 1;
      }
      boolean allowed =
          List.copyOf(choice.forced()).stream().allMatch(j -> open[j])
              && choice.forbidden().stream().noneMatch(j -> open[j]);
      if (allowed) {
        best = Math.min(best, costs.total(open, null));
      }
    }
    return best;
  }
}
