package org.caremap.core.siting;

import static org.assertj.core.api.Assertions.assertThat;

import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.State;
import org.junit.jupiter.api.Test;

/**
 * A street of 10 m between houses, people in brackets; sites A to D stand at houses 0, 2, 4, 6:
 *
 * <pre>
 *   0 (30) - 1 (10) - 2 (20) - 3 (10) - 4 (5) - 5 (40) - 6 (15)
 *   A                 B                 C                D
 * </pre>
 *
 * Within 10 m: A reaches houses 0, 1 = 40 people; B reaches 1, 2, 3 = 40; C reaches 3, 4, 5 = 55; D
 * reaches 5, 6 = 55. All 130 people are reached by all four sites together.
 */
class SitingModelsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double[] PEOPLE = {30, 10, 20, 10, 5, 40, 15};
  private static final double[] PRICE = {200, 100, 100, 300};

  /** A and C: 40 + 55 = 95; C and D share house 5: 70; B and C share house 3: 85; A, D: 95, too. */
  @Test
  void coversMost() {
    SitingProblem.Builder cheap = street(Model.MAXIMAL_COVERING, NONE);
    cheap.budget(300);
    SitingAnswer money = solve(cheap);
    assertThat(money.sites()).containsExactly(0, 2);
    assertThat(money.objective()).isEqualTo(95);
  }

  static SitingProblem.Builder street(Model model, double capacity) {
    SitingProblem.Builder street = SitingProblem.builder(model);
    for (double price : PRICE) {
      street.site(price, capacity, State.FREE, false);
    }
    for (int h = 0; h < PEOPLE.length; h++) {
      double[] walk = new double[4];
      for (int j = 0; j < 4; j++) {
        walk[j] = Math.abs(20 * j - 10 * h);
      }
      street.demand(
          PEOPLE[h], PEOPLE[h], h < 4 ? 0 : 1, 10, 100, NONE, new int[] {0, 1, 2, 3}, walk);
    }
    return street;
  }

  private static SitingAnswer solve(SitingProblem.Builder builder) {
    return SitingSearch.solve(builder.build(), 1, null, Listener.silent());
  }
}
