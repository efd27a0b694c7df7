package org.caremap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caremap.core.siting.Evaluation;
import org.caremap.core.siting.InfeasibleSiting;
import org.caremap.core.siting.InfeasibleSiting.Constraint;
import org.caremap.core.siting.Listener;
import org.caremap.core.siting.SitingAnswer;
import org.caremap.core.siting.SitingProblem;
import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.Objective;
import org.caremap.core.siting.SitingProblem.State;
import org.caremap.core.siting.SitingSearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every model with every mixture of constraints on small cases: all selections are tried one by one
 * and judged by code of its own, under capacities by a linear program.
 */
class ExhaustiveSitingTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double NEAR = 1e-5;

  @BeforeAll
  static void load() {
    Loader.loadNativeLibraries();
  }

  /** A request in the open. */
  private static final class Case {
    Model model;
    Objective minimise = Objective.SITES;
    double[] price;
    double[] capacity;
    State[] state;
    boolean[] existing;
    boolean capacitated;
    double[] people;
    double[] weight;
    int[] town;
    double[] cutoff;
    double[] farthest;
    double[] existingCost;
    int[][] sites;
    double[][] costs;
    int count = -1;
    double budget = -1;
    double share = 1;
    boolean coverable;
    double[] townShare = {0, 0};
    String seed;

    SitingProblem problem(int count, double budget) {
      SitingProblem.Builder b = SitingProblem.builder(model);
      for (int j = 0; j < price.length; j++) {
        b.site(price[j], capacity[j], state[j], existing[j]);
      }
      for (int i = 0; i < people.length; i++) {
        b.demand(
            people[i],
            weight[i],
            town[i],
            cutoff[i],
            farthest[i],
            existingCost[i],
            sites[i],
            costs[i]);
      }
      if (count >= 0) {
        b.count(count);
      }
      if (budget >= 0) {
        b.budget(budget);
      }
      b.coverShare(share);
      b.coverable(coverable);
      b.minimise(minimise);
      for (int t = 0; t < townShare.length; t++) {
        if (townShare[t] > 0) {
          b.townShare(t, townShare[t]);
        }
      }
      return b.build();
    }

    double total() {
      double sum = 0;
      for (double p : people) {
        sum += p;
      }
      return sum;
    }

    double total(int t) {
      double sum = 0;
      for (int i = 0; i < people.length; i++) {
        sum += town[i] == t ? people[i] : 0;
      }
      return sum;
    }

    double required() {
      if (model != Model.SET_COVERING) {
        return 0;
      }
      if (share < 1) {
        return share * total();
      }
      double sum = 0;
      for (int i = 0; i < people.length; i++) {
        boolean reached = existingCost[i] <= cutoff[i];
        for (int k = 0; k < sites[i].length; k++) {
          int j = sites[i][k];
          reached |=
              costs[i][k] <= cutoff[i]
                  && capacity[j] > 0
                  && (existing[j] || state[j] != State.FORBIDDEN);
        }
        sum += !coverable || reached ? people[i] : 0;
      }
      return sum;
    }
  }

  private static Case random(String seed, Random dice, Model model) {
    Case c = new Case();
    c.seed = seed;
    c.model = model;
    int n = 3 + dice.nextInt(4);
    int m = 3 + dice.nextInt(9);
    boolean whole = dice.nextBoolean();
    c.capacitated = dice.nextInt(5) < 2;
    c.price = new double[n];
    c.capacity = new double[n];
    c.state = new State[n];
    c.existing = new boolean[n];
    for (int j = 0; j < n; j++) {
      c.price[j] = whole ? 100 * (1 + dice.nextInt(5)) : 500 * dice.nextDouble();
      c.capacity[j] = c.capacitated && dice.nextInt(6) > 0 ? dice.nextInt(25) : NONE;
      c.state[j] =
          dice.nextInt(8) == 0 ? State.FORCED : dice.nextInt(8) == 0 ? State.FORBIDDEN : State.FREE;
      c.existing[j] = dice.nextInt(6) == 0;
      if (c.existing[j]) {
        c.state[j] = State.FREE;
      }
    }
    c.people = new double[m];
    c.weight = new double[m];
    c.town = new int[m];
    c.cutoff = new double[m];
    c.farthest = new double[m];
    c.existingCost = new double[m];
    c.sites = new int[m][];
    c.costs = new double[m][];
    boolean must = dice.nextInt(4) == 0;
    boolean weighted = dice.nextBoolean();
    for (int i = 0; i < m; i++) {
      c.people[i] = whole ? dice.nextInt(10) : 10 * dice.nextDouble();
      c.weight[i] = weighted ? c.people[i] * (1 + dice.nextInt(3)) : c.people[i];
      c.town[i] = dice.nextInt(3) - 1;
      c.cutoff[i] = dice.nextBoolean() ? 10 : 20;
      c.farthest[i] = must ? NONE : 40;
      c.existingCost[i] = dice.nextInt(4) == 0 ? dice.nextInt(45) : NONE;
      int[] reach = dice.ints(0, n).distinct().limit(dice.nextInt(n + 1)).toArray();
      c.sites[i] = reach;
      c.costs[i] = new double[reach.length];
      for (int k = 0; k < reach.length; k++) {
        c.costs[i][k] = whole ? dice.nextInt(45) : 45 * dice.nextDouble();
      }
    }
    if (dice.nextBoolean()) {
      c.count = dice.nextInt(n);
    }
    if (dice.nextBoolean()) {
      c.budget = whole ? 100 * dice.nextInt(9) : 900 * dice.nextDouble();
    }
    if (dice.nextInt(3) == 0) {
      c.townShare[dice.nextInt(2)] = dice.nextInt(11) / 10.0;
    }
    if (model == Model.SET_COVERING) {
      c.share = dice.nextBoolean() ? 1 : 0.1 + 0.8 * dice.nextDouble();
      c.coverable = dice.nextInt(3) > 0;
      c.minimise = dice.nextBoolean() ? Objective.SITES : Objective.YUAN;
    }
    return c;
  }

  /** What one selection does, judged without the code under test; null where it is not allowed. */
  private record Judged(double objective, boolean shares, int sites, double yuan) {}

  private static Judged judge(Case c, int mask) {
    boolean[] open = new boolean[c.price.length];
    int sites = 0;
    double yuan = 0;
    for (int j = 0; j < open.length; j++) {
      open[j] = c.existing[j] || (mask >> j & 1) == 1;
      if (open[j] && !c.existing[j]) {
        sites++;
        yuan += c.price[j];
      }
    }
    double[] result = c.capacitated ? program(c, open) : nearest(c, open);
    if (result.length == 0) {
      return new Judged(Double.NaN, false, sites, yuan);
    }
    double objective =
        c.model == Model.SET_COVERING ? c.minimise == Objective.SITES ? sites : yuan : result[0];
    return new Judged(objective, true, sites, yuan);
  }

  private static double[] nearest(Case c, boolean[] open) {
    double weight = 0;
    double walk = 0;
    double people = 0;
    double[] towns = new double[2];
    for (int i = 0; i < c.people.length; i++) {
      double least = c.existingCost[i];
      for (int k = 0; k < c.sites[i].length; k++) {
        if (open[c.sites[i][k]]) {
          least = Math.min(least, c.costs[i][k]);
        }
      }
      if (c.model == Model.P_MEDIAN) {
        double pays = Math.min(least, c.farthest[i]);
        if (pays == NONE && c.people[i] > 0) {
          return new double[0];
        }
        walk += c.people[i] == 0 ? 0 : c.weight[i] * pays;
      }
      if (least <= c.cutoff[i]) {
        people += c.people[i];
        weight += c.weight[i];
        if (c.town[i] >= 0) {
          towns[c.town[i]] += c.people[i];
        }
      }
    }
    for (int t = 0; t < 2; t++) {
      if (towns[t] < c.townShare[t] * c.total(t) - NEAR) {
        return new double[0];
      }
    }
    if (people < c.required() - NEAR) {
      return new double[0];
    }
    return new double[] {c.model == Model.P_MEDIAN ? walk : weight};
  }

  /** The best assignment as a linear program; by another solver where the quicker one gives up. */
  private static double[] program(Case c, boolean[] open) {
    double[] quick = program(c, open, "GLOP");
    return quick != null ? quick : program(c, open, "SCIP");
  }

  private static double @Nullable [] program(Case c, boolean[] open, String solver) {
    MPSolver lp = MPSolver.createSolver(solver);
    try {
      MPConstraint[] places = new MPConstraint[open.length];
      for (int j = 0; j < open.length; j++) {
        if (c.capacity[j] < NONE) {
          places[j] = lp.makeConstraint(0, open[j] ? c.capacity[j] : 0);
        }
      }
      MPConstraint[] towns = new MPConstraint[2];
      double[] fixed = new double[3];
      for (int t = 0; t < 2; t++) {
        towns[t] = lp.makeConstraint(c.townShare[t] * c.total(t) - NEAR / 10, NONE);
      }
      MPConstraint required = lp.makeConstraint(c.required() - NEAR / 10, NONE);
      double constant = 0;
      for (int i = 0; i < c.people.length; i++) {
        boolean walks = c.model == Model.P_MEDIAN;
        boolean stays =
            walks
                ? c.existingCost[i] < NONE && c.existingCost[i] <= c.farthest[i]
                : c.existingCost[i] <= c.cutoff[i];
        double out = Math.min(c.existingCost[i], c.farthest[i]);
        boolean must = walks && out == NONE && c.people[i] > 0;
        if (stays) {
          fixed[2] += c.people[i];
          if (c.town[i] >= 0) {
            fixed[c.town[i]] += c.people[i];
          }
          constant += walks ? 0 : c.weight[i];
        }
        if (walks && !must && c.people[i] > 0) {
          constant += c.weight[i] * out;
        }
        MPConstraint row = lp.makeConstraint(must ? 1 : 0, 1);
        for (int k = 0; k < c.sites[i].length; k++) {
          int j = c.sites[i][k];
          boolean useful =
              walks
                  ? c.costs[i][k] < c.existingCost[i]
                      && (c.costs[i][k] < c.farthest[i] || c.costs[i][k] <= c.cutoff[i])
                  : c.costs[i][k] <= c.cutoff[i] && !stays;
          if (!open[j] || !useful) {
            continue;
          }
          MPVariable part = lp.makeNumVar(0, 1, "");
          row.setCoefficient(part, 1);
          if (places[j] != null) {
            places[j].setCoefficient(part, c.people[i]);
          }
          if (!stays) {
            required.setCoefficient(part, c.people[i]);
            if (c.town[i] >= 0) {
              towns[c.town[i]].setCoefficient(part, c.people[i]);
            }
          }
          if (walks) {
            double walk = Math.min(c.costs[i][k], out);
            lp.objective().setCoefficient(part, c.weight[i] * (must ? walk : walk - out));
          } else {
            lp.objective().setCoefficient(part, c.weight[i]);
          }
        }
      }
      for (int t = 0; t < 2; t++) {
        towns[t].setLb(towns[t].lb() - fixed[t]);
      }
      required.setLb(required.lb() - fixed[2]);
      if (c.model == Model.P_MEDIAN) {
        lp.objective().setMinimization();
      } else {
        lp.objective().setMaximization();
      }
      MPSolver.ResultStatus status = lp.solve();
      if (status == MPSolver.ResultStatus.ABNORMAL) {
        return null;
      }
      return status == MPSolver.ResultStatus.OPTIMAL
          ? new double[] {constant + lp.objective().value()}
          : new double[0];
    } finally {
      lp.delete();
    }
  }

  private static boolean allowed(Case c, int mask) {
    for (int j = 0; j < c.price.length; j++) {
      boolean in = (mask >> j & 1) == 1;
      if (c.existing[j]
          ? in
          : c.state[j] == State.FORCED ? !in : c.state[j] == State.FORBIDDEN && in) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({
    "1, MAXIMAL_COVERING",
    "2, MAXIMAL_COVERING",
    "3, SET_COVERING",
    "4, SET_COVERING",
    "5, P_MEDIAN",
    "6, P_MEDIAN"
  })
  void equalsExhaustiveSearch(int seed, Model model) {
    Random dice = new Random(seed);
    int impossible = 0;
    for (int round = 0; round < 120; round++) {
      Case c = random("seed %d round %d %s".formatted(seed, round, model), dice, model);
      List<Judged> all = new ArrayList<>();
      SitingProblem problem = c.problem(c.count, c.budget);
      for (int mask = 0; mask < 1 << c.price.length; mask++) {
        if (allowed(c, mask)) {
          Judged judged = judge(c, mask);
          all.add(judged);
          compare(c, problem, mask, judged);
        }
      }
      double best = Double.NaN;
      boolean most = model == Model.MAXIMAL_COVERING;
      for (Judged j : all) {
        if (j.shares && keepsTo(c, j)) {
          best =
              Double.isNaN(best)
                  ? j.objective
                  : most ? Math.max(best, j.objective) : Math.min(best, j.objective);
        }
      }
      if (Double.isNaN(best)) {
        impossible++;
        saysWhatFails(c, problem, all);
      } else {
        reaches(c, problem, best);
      }
    }
    assertThat(impossible).as("seed %d", seed).isBetween(5, 115);
  }

  private static boolean keepsTo(Case c, Judged j) {
    return (c.count < 0 || j.sites <= c.count) && (c.budget < 0 || j.yuan <= c.budget + 1e-6);
  }

  private static void compare(Case c, SitingProblem problem, int mask, Judged judged) {
    boolean[] open = new boolean[c.price.length];
    for (int j = 0; j < open.length; j++) {
      open[j] = (mask >> j & 1) == 1;
    }
    Evaluation evaluation = problem.evaluate(open);
    String which = c.seed + " set " + Integer.toBinaryString(mask);
    assertThat(evaluation.feasible()).as(which).isEqualTo(judged.shares && keepsTo(c, judged));
    assertThat(evaluation.newSites()).as(which).isEqualTo(judged.sites);
    if (evaluation.feasible()) {
      assertThat(evaluation.objective()).as(which).isCloseTo(judged.objective, within(1e-3));
    }
  }

  private static void reaches(Case c, SitingProblem problem, double best) {
    SitingAnswer answer = SitingSearch.solve(problem, 7, new OrToolsExact(), Listener.silent());
    double slack = 1e-3;
    assertThat(answer.objective()).as(c.seed).isCloseTo(best, within(slack));
    assertThat(answer.proven()).as(c.seed + " " + answer).isTrue();
    assertThat(answer.gap()).as(c.seed).isLessThan(1e-4);
    boolean[] open = new boolean[c.price.length];
    answer.sites().forEach(j -> open[j] = true);
    Evaluation evaluation = problem.evaluate(open);
    assertThat(evaluation.feasible()).as(c.seed).isTrue();
    assertThat(evaluation.objective()).as(c.seed).isCloseTo(answer.objective(), within(1e-9));
    assertThat(SitingSearch.solve(problem, 7, new OrToolsExact(), Listener.silent()))
        .as(c.seed)
        .isEqualTo(answer);
    stopped(c, problem, best);
  }

  /** Ended at any time, and without the solver, the bound is still true. */
  private static void stopped(Case c, SitingProblem problem, double best) {
    boolean most = c.model == Model.MAXIMAL_COVERING;
    for (int looks : new int[] {0, 1, 5, 40}) {
      int[] left = {looks};
      List<SitingAnswer> told = new ArrayList<>();
      Listener listener =
          new Listener() {
            @Override
            public void better(SitingAnswer answer) {
              told.add(answer);
            }

            @Override
            public void progress(double share, String phase) {}

            @Override
            public boolean cancelled() {
              return left[0]-- <= 0;
            }
          };
      try {
        told.add(SitingSearch.solve(problem, 7, null, listener));
      } catch (InfeasibleSiting e) {
        assertThat(e.attainable()).as(c.seed).isNaN();
      }
      for (SitingAnswer answer : told) {
        String which = c.seed + " after " + looks + ": " + answer;
        if (most) {
          assertThat(answer.bound()).as(which).isGreaterThanOrEqualTo(best - 1e-3);
          assertThat(answer.objective()).as(which).isLessThanOrEqualTo(best + 1e-3);
        } else {
          assertThat(answer.bound()).as(which).isLessThanOrEqualTo(best + 1e-3);
          assertThat(answer.objective()).as(which).isGreaterThanOrEqualTo(best - 1e-3);
        }
      }
    }
  }

  private static void saysWhatFails(Case c, SitingProblem problem, List<Judged> all) {
    InfeasibleSiting e = null;
    try {
      SitingAnswer answer = SitingSearch.solve(problem, 7, new OrToolsExact(), Listener.silent());
      assertThat(answer).as(c.seed + " has no selection").isNull();
    } catch (InfeasibleSiting thrown) {
      e = thrown;
    }
    String which = c.seed + ": " + e.constraint() + " " + e.getMessage();
    double fewest = NONE;
    double cheapest = NONE;
    double cheapestOfCount = NONE;
    for (Judged j : all) {
      if (j.shares) {
        fewest = Math.min(fewest, j.sites);
        cheapest = Math.min(cheapest, j.yuan);
        if (c.count < 0 || j.sites <= c.count) {
          cheapestOfCount = Math.min(cheapestOfCount, j.yuan);
        }
      }
    }
    switch (e.constraint()) {
      case COUNT -> {
        assertThat(e.wanted()).as(which).isEqualTo(c.count);
        int forced = 0;
        for (State s : c.state) {
          forced += s == State.FORCED ? 1 : 0;
        }
        if (forced > c.count) {
          assertThat(e.attainable()).as(which).isEqualTo(forced);
        } else {
          assertThat(fewest).as(which).isGreaterThan(c.count);
          assertThat(e.attainable()).as(which).isEqualTo(fewest);
        }
      }
      case BUDGET -> {
        assertThat(e.wanted()).as(which).isEqualTo(c.budget);
        double forced = 0;
        for (int j = 0; j < c.price.length; j++) {
          forced += c.state[j] == State.FORCED ? c.price[j] : 0;
        }
        if (forced > c.budget + 1e-6) {
          assertThat(e.attainable()).as(which).isCloseTo(forced, within(1e-6));
        } else {
          assertThat(cheapestOfCount).as(which).isGreaterThan(c.budget);
          assertThat(e.attainable())
              .as(which)
              .isCloseTo(cheapest > c.budget + 1e-6 ? cheapest : cheapestOfCount, within(1e-3));
        }
      }
      case TOWN_SHARE -> {
        assertThat(fewest).as(which).isEqualTo(NONE);
        assertThat(e.wanted()).as(which).isEqualTo(c.townShare[e.town()]);
        assertThat(e.attainable()).as(which).isLessThan(e.wanted());
      }
      case CAPACITY, DEMAND, COVER_SHARE -> {
        assertThat(fewest).as(which).isEqualTo(NONE);
        assertThat(e.attainable()).as(which).isLessThan(e.wanted());
        assertThat(e.constraint() == Constraint.CAPACITY && !c.capacitated).as(which).isFalse();
      }
      case FORCED -> assertThat(which).isEmpty();
    }
  }
}
