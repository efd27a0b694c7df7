package org.caremap.core.siting;

import java.util.Optional;
import org.caremap.core.siting.InfeasibleSiting.Constraint;
import org.caremap.core.siting.SitingProblem.Objective;
import org.jspecify.annotations.Nullable;

/**
 * Which of the constraints that can each be met alone cannot be met together: the least number and
 * the least money that would do for all shares are looked for.
 */
final class Contradiction {
  private Contradiction() {}

  /**
   * Says what fails.
   *
   * @param proven whether it is proven that there is no selection
   */
  static InfeasibleSiting of(
      SitingProblem p, long seed, @Nullable ExactSolver exact, Listener listener, boolean proven) {
    boolean counted = p.count() < p.siteCount();
    boolean money = p.budgetYuan() < Double.POSITIVE_INFINITY;
    if (counted) {
      Optional<SitingAnswer> fewest = least(p, Objective.SITES, false, seed, exact, listener);
      if (fewest.isPresent() && fewest.get().bound() > p.count() + 1e-6) {
        return count(p, fewest.get());
      }
    }
    if (money) {
      Optional<SitingAnswer> cheapest = least(p, Objective.YUAN, false, seed, exact, listener);
      if (cheapest.isPresent() && !p.withinBudget(cheapest.get().bound())) {
        return budget(p, cheapest.get(), "");
      }
      if (counted) {
        cheapest = least(p, Objective.YUAN, true, seed, exact, listener);
        if (cheapest.isPresent() && !p.withinBudget(cheapest.get().bound())) {
          return budget(p, cheapest.get(), " with at most %d sites".formatted(p.count()));
        }
      }
    }
    String words =
        proven
            ? "number, budget and shares cannot be met together"
            : "no selection was found that meets all constraints, which does not prove that there"
                + " is none";
    return money
        ? new InfeasibleSiting(Constraint.BUDGET, -1, p.budgetYuan(), Double.NaN, words)
        : new InfeasibleSiting(
            counted ? Constraint.COUNT : Constraint.COVER_SHARE,
            -1,
            counted ? p.count() : p.requiredPeople(),
            Double.NaN,
            words);
  }

  private static InfeasibleSiting count(SitingProblem p, SitingAnswer fewest) {
    return new InfeasibleSiting(
        Constraint.COUNT,
        -1,
        p.count(),
        fewest.proven() ? fewest.objective() : Double.NaN,
        "%d sites are too few for all shares: %s".formatted(p.count(), would(fewest, "sites")));
  }

  private static InfeasibleSiting budget(SitingProblem p, SitingAnswer cheapest, String how) {
    return new InfeasibleSiting(
        Constraint.BUDGET,
        -1,
        p.budgetYuan(),
        cheapest.proven() ? cheapest.objective() : Double.NaN,
        "%s yuan are too little for all shares%s: %s"
            .formatted(Feasibility.number(p.budgetYuan()), how, would(cheapest, "yuan")));
  }

  private static String would(SitingAnswer answer, String unit) {
    return answer.proven()
        ? "%s %s would do".formatted(Feasibility.number(answer.objective()), unit)
        : "at least %s %s are needed, and %s would do"
            .formatted(
                Feasibility.number(answer.bound()), unit, Feasibility.number(answer.objective()));
  }

  /** The fewest sites or the least money for all shares, with or without the other limits. */
  private static Optional<SitingAnswer> least(
      SitingProblem p,
      Objective objective,
      boolean count,
      long seed,
      @Nullable ExactSolver exact,
      Listener listener) {
    if (listener.cancelled()) {
      return Optional.empty();
    }
    SitingProblem easier = p.sharesOnly(objective, count);
    try {
      return Optional.of(
          SitingSearch.solve(easier, seed, exact, Listener.until(listener::cancelled)));
    } catch (InfeasibleSiting e) {
      return Optional.empty();
    }
  }
}
