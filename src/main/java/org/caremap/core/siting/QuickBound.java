package org.caremap.core.siting;

import java.util.Arrays;

/**
 * Bounds from what single sites could add to a set (Nemhauser, Wolsey and Fisher, 1978): as sites
 * add the less the more are open, no selection does more than the set with the greatest additions
 * that number and money allow. True for every set. Shares of towns are left aside.
 */
final class QuickBound {
  private QuickBound() {}

  /**
   * What no selection is better than.
   *
   * @param set open sites, forced ones among them; without capacities the better the set the closer
   *     the bound
   */
  static double of(SitingCore core, boolean[] set) {
    SitingProblem p = core.problem();
    int n = p.siteCount();
    Selection selection = Selection.of(core, p.model() != SitingProblem.Model.SET_COVERING);
    int count = Math.min(p.count(), n);
    double budget = p.budgetYuan();
    double fixed = 0;
    double[] prices = new double[n];
    for (int j = 0; j < n; j++) {
      prices[j] = p.priceYuan(j);
      if (p.state(j) == SitingProblem.State.FORCED && !p.isExisting(j)) {
        count--;
        budget -= prices[j];
        fixed += cost(p, j);
      }
    }
    budget =
        budget == Double.POSITIVE_INFINITY
            ? budget
            : budget + SitingProblem.SLACK * Math.max(1, p.budgetYuan());
    boolean covering = p.model() == SitingProblem.Model.SET_COVERING;
    boolean alone = p.isCapacitated();
    if (!alone) {
      boolean[] start = set.clone();
      for (int j = 0; j < n; j++) {
        // For set covering what is open has a price: only what must be open is taken as given.
        start[j] &= !covering || p.state(j) == SitingProblem.State.FORCED;
        start[j] |= p.state(j) == SitingProblem.State.FORCED;
        start[j] |= p.isExisting(j);
      }
      selection.become(start);
    }
    double[] gains = new double[n];
    for (int j = 0; j < n; j++) {
      boolean forced = p.state(j) == SitingProblem.State.FORCED;
      if (!p.usable(j) || p.isExisting(j) || selection.open[j] || forced && !alone) {
        continue;
      }
      if (alone) {
        gains[j] = alone(core, j);
        continue;
      }
      selection.probe(j);
      gains[j] = covering ? selection.relief() : selection.gain();
    }
    if (covering) {
      double need = selection.shortage() - p.slack();
      double[] costs = new double[n];
      for (int j = 0; j < n; j++) {
        boolean forced = p.state(j) == SitingProblem.State.FORCED;
        costs[j] = forced ? 0 : cost(p, j);
      }
      return fixed + round(p, TopGains.cheapest(gains, costs, need));
    }
    double free = 0;
    if (alone) {
      for (int j = 0; j < n; j++) {
        if (p.state(j) == SitingProblem.State.FORCED && !p.isExisting(j)) {
          free += gains[j];
          gains[j] = 0;
        }
      }
    }
    double value = selection.value() + free + TopGains.most(gains, prices, count, budget);
    double most = most(core);
    double bound = Math.min(value, most);
    // Sums in another order differ in their last digits.
    bound += 1e-12 * Math.abs(bound);
    return p.model() == SitingProblem.Model.P_MEDIAN ? Math.max(0, -bound) : bound;
  }

  private static double cost(SitingProblem p, int j) {
    return p.minimise() == SitingProblem.Objective.SITES ? 1 : p.priceYuan(j);
  }

  /** Whole sites only. */
  private static double round(SitingProblem p, double bound) {
    return p.minimise() == SitingProblem.Objective.SITES ? Math.ceil(bound - 1e-6) : bound;
  }

  /** Value if everybody had the best site there is. */
  private static double most(SitingCore core) {
    double value = core.hasCosts() ? -core.baseWalk() : core.baseWeight();
    for (int i = 0; i < core.rowCount(); i++) {
      if (core.hasCosts()) {
        double least = MedianSelection.outside(core, i);
        for (int k = core.first(i); k < core.first(i + 1); k++) {
          least = Math.min(least, core.cost(k));
        }
        value -= core.weight(i) * least;
      } else {
        value += core.weight(i);
      }
    }
    return value;
  }

  /** What each site adds at most to what exists. */
  static double[] alone(SitingCore core) {
    double[] gains = new double[core.siteCount()];
    for (int j = 0; j < gains.length; j++) {
      gains[j] = core.problem().usable(j) ? alone(core, j) : 0;
    }
    return gains;
  }

  /** What a site with limited places adds to what exists at most: those who gain most first. */
  private static double alone(SitingCore core, int j) {
    SitingProblem p = core.problem();
    int from = core.firstOfSite(j);
    int n = core.firstOfSite(j + 1) - from;
    double[] unit = new double[n];
    long[] order = new long[n];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      int i = core.rowOfSite(from + k);
      double people = core.people(i);
      double does =
          switch (p.model()) {
            case SET_COVERING -> people + (core.town(i) >= 0 ? people : 0);
            case MAXIMAL_COVERING -> core.weight(i);
            case P_MEDIAN ->
                core.weight(i)
                    * Math.max(0, MedianSelection.outside(core, i) - core.costOfSite(from + k));
          };
      if (people == 0) {
        sum += does;
        does = 0;
      }
      unit[k] = people > 0 ? does / people : 0;
      order[k] = Double.doubleToLongBits(unit[k]) & ~0xFFFFFFL | k & 0xFFFFFFL;
    }
    if (p.capacity(j) < Double.POSITIVE_INFINITY) {
      Arrays.sort(order);
    }
    double places = p.capacity(j);
    for (int k = n - 1; k >= 0 && places > 0; k--) {
      int which = (int) (order[k] & 0xFFFFFFL);
      double people = Math.min(places, core.people(core.rowOfSite(from + which)));
      sum += people * unit[which];
      places -= people;
    }
    return sum * (1 + 1e-7);
  }
}
