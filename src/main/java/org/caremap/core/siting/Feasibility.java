package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caremap.core.siting.InfeasibleSiting.Constraint;

/** What can be seen to be impossible without a search. */
final class Feasibility {
  private Feasibility() {}

  /**
   * Checks each constraint for itself: forced sites against number and money, and shares against
   * what all sites together could do.
   *
   * @throws InfeasibleSiting naming the first that fails
   */
  static void check(SitingProblem p) {
    int forced = 0;
    double yuan = 0;
    boolean[] all = new boolean[p.siteCount()];
    for (int j = 0; j < all.length; j++) {
      all[j] = p.usable(j);
      if (p.state(j) == SitingProblem.State.FORCED && !p.isExisting(j)) {
        forced++;
        yuan += p.priceYuan(j);
      }
    }
    if (forced > p.count()) {
      throw new InfeasibleSiting(
          Constraint.COUNT,
          -1,
          p.count(),
          forced,
          "%d sites are forced but only %d may be opened".formatted(forced, p.count()));
    }
    if (!p.withinBudget(yuan)) {
      throw new InfeasibleSiting(
          Constraint.BUDGET,
          -1,
          p.budgetYuan(),
          yuan,
          "the forced sites cost %s yuan but the budget is %s"
              .formatted(number(yuan), number(p.budgetYuan())));
    }
    attainable(p, p.evaluate(all));
  }

  private static void attainable(SitingProblem p, Evaluation all) {
    if (p.core().hasUnreachable()) {
      double people = 0;
      for (int i = 0; i < p.demandCount(); i++) {
        if (p.core().rowOf(i) < 0
            && Math.min(p.existingCost(i), p.farthest(i)) == Double.POSITIVE_INFINITY) {
          people += p.people(i);
        }
      }
      throw new InfeasibleSiting(
          Constraint.DEMAND,
          -1,
          p.totalPeople(),
          p.totalPeople() - people,
          "%s people have to be served but no site reaches them".formatted(number(people)));
    }
    List<InfeasibleSiting.ShortTown> towns = new ArrayList<>();
    for (int t = 0; t < p.townCount(); t++) {
      if (all.townPeople()[t] < p.townShare(t) * p.townPeople(t) - p.slack()) {
        towns.add(
            new InfeasibleSiting.ShortTown(
                t, p.townShare(t), all.townPeople()[t] / p.townPeople(t)));
      }
    }
    for (int t = 0; t < p.townCount(); t++) {
      double want = p.townShare(t) * p.townPeople(t);
      if (all.townPeople()[t] < want - p.slack()) {
        boolean places = p.isCapacitated() && unlimited(p).townPeople()[t] >= want - p.slack();
        double most = all.townPeople()[t] / p.townPeople(t);
        throw new InfeasibleSiting(
            places ? Constraint.CAPACITY : Constraint.TOWN_SHARE,
            t,
            p.townShare(t),
            most,
            "at least %s of the people of town %d are to be covered but %s allow %s at most"
                .formatted(
                    share(p.townShare(t)),
                    t,
                    places ? "the places at all sites together" : "all sites together",
                    share(most)),
            towns);
      }
    }
    double required = p.requiredPeople();
    if (all.people() < required - p.slack()) {
      boolean places = p.isCapacitated() && p.coverablePeople() >= required - p.slack();
      Constraint what =
          places
              ? Constraint.CAPACITY
              : p.coversEverybody() ? Constraint.DEMAND : Constraint.COVER_SHARE;
      if (what == Constraint.COVER_SHARE) {
        double most = all.people() / p.totalPeople();
        throw new InfeasibleSiting(
            what,
            -1,
            p.coverShare(),
            most,
            "%s of the people are to be covered but all sites together cover %s"
                .formatted(share(p.coverShare()), share(most)));
      }
      throw new InfeasibleSiting(
          what,
          -1,
          required,
          all.people(),
          "%s people are to be covered but all sites together %s %s; %s are left"
              .formatted(
                  number(required),
                  places ? "have places for" : "reach",
                  number(all.people()),
                  number(required - all.people())));
    }
    if (all.objective() == Double.POSITIVE_INFINITY) {
      throw new InfeasibleSiting(
          Constraint.CAPACITY,
          -1,
          p.totalPeople(),
          all.people(),
          "%s people have to be served but all sites together have places for %s"
              .formatted(number(p.totalPeople()), number(all.people())));
    }
  }

  /** What all sites together would cover if none were ever full. */
  private static Evaluation unlimited(SitingProblem p) {
    SitingProblem endless = p.withoutCapacities();
    boolean[] all = new boolean[p.siteCount()];
    for (int j = 0; j < all.length; j++) {
      all[j] = p.usable(j);
    }
    return endless.evaluate(all);
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * value);
  }
}
