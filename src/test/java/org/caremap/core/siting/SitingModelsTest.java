package org.caremap.core.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.caremap.core.siting.InfeasibleSiting.Constraint;
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

  /** Three: A, B, D reach all but house 4, 125; A, B, C 115; A, C, D 110; B, C, D 100. */
  @Test
  void coversMost() {
    SitingProblem.Builder street = street(Model.MAXIMAL_COVERING, NONE);
    street.count(3);
    SitingAnswer three = solve(street);
    assertThat(three.sites()).containsExactly(0, 1, 3);
    assertThat(three.objective()).isEqualTo(125);
    assertThat(three.bound()).isEqualTo(125);
    assertThat(three.proven()).isTrue();
    assertThat(three.gap()).isZero();
  }

  /** For 300 yuan: A and C 95 people, B and C 85, A and B 70, D alone 55. */
  @Test
  void coversMostForItsMoney() {
    SitingProblem.Builder street = street(Model.MAXIMAL_COVERING, NONE);
    street.budget(300);
    SitingAnswer money = solve(street);
    assertThat(money.sites()).containsExactly(0, 2);
    assertThat(money.objective()).isEqualTo(95);
    assertThat(money.bound()).isGreaterThanOrEqualTo(95);
  }

  /** 45 places each: A 40, B what A leaves of house 1 to 3, 30, and C or D 45: 115. */
  @Test
  void placesCanBeFull() {
    SitingProblem.Builder street = street(Model.MAXIMAL_COVERING, 45);
    street.count(3);
    SitingAnswer answer = solve(street);
    assertThat(answer.objective()).isEqualTo(115);
    assertThat(answer.bound()).isGreaterThanOrEqualTo(115);
  }

  /** Two sites reach 95 people; nine tenths of the first town, 63 of 70, take A and B: 70. */
  @Test
  void townsHaveTheirShare() {
    SitingProblem.Builder street = street(Model.MAXIMAL_COVERING, NONE);
    street.count(2);
    street.townShare(0, 0.9);
    SitingAnswer answer = solve(street);
    assertThat(answer.sites()).containsExactly(0, 1);
    assertThat(answer.objective()).isEqualTo(70);
    street.count(1);
    assertThatThrownBy(() -> solve(street))
        .isInstanceOfSatisfying(
            InfeasibleSiting.class,
            e -> {
              assertThat(e.constraint()).isEqualTo(Constraint.COUNT);
              assertThat(e.wanted()).isEqualTo(1);
            });
    SitingProblem.Builder poor = street(Model.MAXIMAL_COVERING, NONE);
    poor.townShare(0, 0.9);
    poor.budget(250);
    assertThatThrownBy(() -> solve(poor))
        .isInstanceOfSatisfying(
            InfeasibleSiting.class, e -> assertThat(e.constraint()).isEqualTo(Constraint.BUDGET))
        .hasMessageContaining("250")
        .hasMessageContaining("300");
  }

  /** Houses 0, 2, 4 and 6 have one site each: all four. Without B 20 people are out of reach. */
  @Test
  void coversEverybody() {
    SitingAnswer all = solve(street(Model.SET_COVERING, NONE));
    assertThat(all.sites()).containsExactly(0, 1, 2, 3);
    assertThat(all.objective()).isEqualTo(4);
    assertThat(all.proven()).isTrue();
  }

  /** Six tenths are 78 people: two sites; of A C, A D, B C and B D the cheapest is B C, 200. */
  @Test
  void coversAShare() {
    SitingProblem.Builder few = street(Model.SET_COVERING, NONE);
    few.coverShare(0.6);
    assertThat(solve(few).objective()).isEqualTo(2);
    SitingProblem.Builder cheap = street(Model.SET_COVERING, NONE);
    cheap.coverShare(0.6);
    cheap.minimise(SitingProblem.Objective.YUAN);
    SitingAnswer answer = solve(cheap);
    assertThat(answer.sites()).containsExactly(1, 2);
    assertThat(answer.objective()).isEqualTo(200);
  }

  /** A, B, D: 100 + 0 + 100 + 100 + 400 = 700; A, B, C 900; A, C, D 1,000; B, C, D 1,200. */
  @Test
  void walksLeast() {
    SitingProblem.Builder street = street(Model.P_MEDIAN, NONE);
    street.count(3);
    SitingAnswer answer = solve(street);
    assertThat(answer.sites()).containsExactly(0, 1, 3);
    assertThat(answer.objective()).isEqualTo(700);
    assertThat(answer.proven()).isTrue();
  }

  /** With house 5 served already 40 are covered, and A or B add 40, C and D 15. */
  @Test
  void whatExistsStays() {
    SitingProblem.Builder builder = SitingProblem.builder(Model.MAXIMAL_COVERING);
    street(builder, NONE, 5);
    builder.count(1);
    SitingAnswer answer = solve(builder);
    assertThat(answer.objective()).isEqualTo(80);
    assertThat(builder.build().evaluate(new boolean[4]).people()).isEqualTo(40);
  }

  /** A budget twice as large is never worse, a share twice as large never better. */
  @Test
  void moreMoneyIsNeverWorse() {
    double before = 0;
    for (int budget = 0; budget <= 700; budget += 50) {
      SitingProblem.Builder street = street(Model.MAXIMAL_COVERING, NONE);
      street.budget(budget);
      SitingAnswer answer = solve(street);
      assertThat(answer.objective()).as("budget %d", budget).isGreaterThanOrEqualTo(before);
      before = answer.objective();
    }
    assertThat(before).isEqualTo(130);
  }

  private static SitingProblem.Builder street(Model model, double capacity) {
    SitingProblem.Builder street = SitingProblem.builder(model);
    street(street, capacity, -1);
    return street;
  }

  private static void street(SitingProblem.Builder street, double capacity, int served) {
    for (double price : PRICE) {
      street.site(price, capacity, State.FREE, false);
    }
    for (int h = 0; h < PEOPLE.length; h++) {
      double[] walk = new double[4];
      for (int j = 0; j < 4; j++) {
        walk[j] = Math.abs(20 * j - 10 * h);
      }
      street.demand(
          PEOPLE[h],
          PEOPLE[h],
          h < 4 ? 0 : 1,
          10,
          100,
          h == served ? 0 : NONE,
          new int[] {0, 1, 2, 3},
          walk);
    }
  }

  private static SitingAnswer solve(SitingProblem.Builder builder) {
    return SitingSearch.solve(builder.build(), 1, null, Listener.silent());
  }
}
