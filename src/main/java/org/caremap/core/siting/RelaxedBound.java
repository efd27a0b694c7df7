package org.caremap.core.siting;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.State;

/**
 * A bound on every selection by relaxing "each is served once", the budget, the shares of towns and
 * the share to cover at prices (Cornuejols, Fisher and Nemhauser, 1977); what is left falls apart
 * into sites, each with the people who are worth most to it within its capacity. Prices are
 * bettered by subgradient steps with a memory of the direction before (Camerini, Fratta and
 * Maffioli, 1975). Any prices give a true bound. Everything is reckoned as costs to be made small.
 * Not thread-safe.
 */
final class RelaxedBound {
  private final SitingCore core;
  private final SitingProblem problem;
  private final int rows;
  private final int sites;
  private final int towns;
  private final boolean partial;
  private final boolean capacitated;
  private final int count;
  private final double budget;
  private final double constant;
  private final double shareNeed;
  private final double[] townNeed;
  private final double[] fixedCost;

  // Prices: a row each, then a town each, the share to cover, the money; each scaled.
  private final double[] price;
  private final double[] scale;
  private final double[] gradient;
  private final double[] direction;
  private final double[] bestPrice;
  private final int townAt;
  private final int shareAt;
  private final int moneyAt;

  private final double[] net;
  private final boolean[] picked;
  private double[] bestNet;
  private double best = Double.NEGATIVE_INFINITY;
  private double cut;
  private double bestCut;
  private double bestNextCut;
  private double nextCut;
  private boolean[] bestPicked;

  RelaxedBound(SitingCore core) {
    this.core = core;
    problem = core.problem();
    rows = core.rowCount();
    sites = core.siteCount();
    towns = problem.townCount();
    capacitated = problem.isCapacitated();
    partial = problem.model() == Model.SET_COVERING && !problem.coversEverybody();
    townAt = rows;
    shareAt = rows + towns;
    moneyAt = shareAt + 1;
    price = new double[moneyAt + 1];
    scale = new double[price.length];
    gradient = new double[price.length];
    direction = new double[price.length];
    bestPrice = new double[price.length];
    net = new double[sites];
    picked = new boolean[sites];
    bestNet = new double[sites];
    bestPicked = new boolean[sites];
    townNeed = Selection.townNeeds(core);
    double slack = problem.slack();
    int most = Math.min(problem.count(), sites);
    double money = problem.budgetYuan();
    double fixed = 0;
    fixedCost = new double[sites];
    for (int j = 0; j < sites; j++) {
      boolean existing = problem.isExisting(j);
      if (problem.model() == Model.SET_COVERING && !existing) {
        fixedCost[j] =
            problem.minimise() == SitingProblem.Objective.SITES ? 1 : problem.priceYuan(j);
      }
      if (!existing && problem.state(j) == State.FORCED) {
        most--;
        money -= problem.priceYuan(j);
        fixed += fixedCost[j];
      }
    }
    count = most;
    budget =
        money == Double.POSITIVE_INFINITY
            ? money
            : money + SitingProblem.SLACK * Math.max(1, problem.budgetYuan());
    double all = 0;
    double[] rowsOfTown = new double[towns];
    for (int i = 0; i < rows; i++) {
      all += core.counts(i) ? core.people(i) : 0;
      if (core.town(i) >= 0) {
        rowsOfTown[core.town(i)]++;
      }
    }
    shareNeed = problem.requiredPeople() - slack - core.basePeople() - all;
    for (int t = 0; t < towns; t++) {
      townNeed[t] = Math.max(0, townNeed[t] - slack);
    }
    constant =
        fixed
            + switch (problem.model()) {
              case MAXIMAL_COVERING -> 0;
              case SET_COVERING -> 0;
              case P_MEDIAN -> core.baseWalk();
            };
    Arrays.fill(scale, 1);
    for (int t = 0; t < towns; t++) {
      scale[townAt + t] = Math.max(1e-9, townNeed[t]) / Math.sqrt(1 + rowsOfTown[t]);
    }
    scale[shareAt] = Math.max(1, all) / Math.sqrt(1 + rows);
    if (budget < Double.POSITIVE_INFINITY) {
      scale[moneyAt] = Math.max(1, budget) / Math.sqrt(1 + Math.min(count, sites));
    }
  }

  /** What a row costs that is left out, at the present prices; infinite where none may be. */
  private double outside(int i) {
    return switch (problem.model()) {
      case MAXIMAL_COVERING -> core.weight(i);
      case SET_COVERING ->
          !core.counts(i) || core.people(i) == 0
              ? 0
              : partial ? price(shareAt) * core.people(i) : Double.POSITIVE_INFINITY;
      case P_MEDIAN ->
          core.leftOut(i) == Double.POSITIVE_INFINITY
              ? Double.POSITIVE_INFINITY
              : core.weight(i) * core.leftOut(i);
    };
  }

  private double price(int at) {
    return price[at] / scale[at];
  }

  private double cost(int i, double unitCost) {
    double c = unitCost * core.weight(i);
    int t = core.town(i);
    if (t >= 0 && (!core.hasCosts() || capacitated || unitCost <= core.cutoff(i))) {
      c -= price(townAt + t) * core.people(i);
    }
    return c;
  }

  /** Prices to begin with: halfway between the two best open sites of each row. */
  void startFrom(boolean[] open) {
    Arrays.fill(price, 0);
    if (partial) {
      price[shareAt] = scale[shareAt] * 1e-3;
    }
    for (int i = 0; i < rows; i++) {
      double low = Double.POSITIVE_INFINITY;
      double next = Double.POSITIVE_INFINITY;
      double worst = 0;
      for (int k = core.first(i); k < core.first(i + 1); k++) {
        double c = core.cost(k) * core.weight(i);
        worst = Math.max(worst, c);
        if (open[core.site(k)]) {
          if (c < low) {
            next = low;
            low = c;
          } else {
            next = Math.min(next, c);
          }
        }
      }
      double limit = outside(i);
      if (problem.model() == Model.SET_COVERING) {
        price[i] = 0;
        continue;
      }
      limit = Math.min(limit, 2 * worst + 1);
      price[i] = (Math.min(low, limit) + Math.min(next, limit)) / 2;
    }
    if (problem.model() == Model.SET_COVERING && !partial) {
      // Each pays an even part of the cheapest price a person in its reach.
      for (int i = 0; i < rows; i++) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = core.first(i); k < core.first(i + 1); k++) {
          int j = core.site(k);
          int wide = core.firstOfSite(j + 1) - core.firstOfSite(j);
          least = Math.min(least, fixedCost[j] / wide);
        }
        price[i] = core.people(i) > 0 && least < Double.POSITIVE_INFINITY ? least : 0;
      }
    }
  }

  /** Told of sets of sites that the relaxed problem picks. */
  interface Picks {
    /**
     * @param picked one flag a site; do not keep
     * @return the least cost known
     */
    double picked(boolean[] picked);
  }

  /**
   * Raises the bound.
   *
   * @param known least cost known; for covering minus the weight that is covered beyond what is
   *     covered anyway, as a cost of those left out
   * @param enough stop when the bound passes this
   * @param every how often picks are told
   * @return the greatest bound, as a cost
   */
  double raise(
      double known,
      double enough,
      int steps,
      int patience,
      int every,
      Picks picks,
      BooleanSupplier cancelled) {
    Arrays.fill(direction, 0);
    double theta = 1.5;
    int since = 0;
    double upper = known;
    for (int step = 0; step < steps && !cancelled.getAsBoolean(); step++) {
      double bound = evaluate();
      if (best == Double.NEGATIVE_INFINITY || bound > best + 1e-9 * Math.abs(best)) {
        keep(bound);
        since = 0;
      } else if (++since >= patience) {
        theta /= 2;
        since = 0;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        if (theta < 0.001) {
          break;
        }
        bound = evaluate();
      }
      if (best > enough) {
        break;
      }
      if (step % every == every - 1) {
        upper = Math.min(upper, picks.picked(picked));
      }
      if (!step(upper, bound, theta)) {
        break;
      }
    }
    return best;
  }

  /** The greatest bound so far, as a cost. */
  double best() {
    return best;
  }

  private void keep(double bound) {
    best = bound;
    System.arraycopy(price, 0, bestPrice, 0, price.length);
    System.arraycopy(net, 0, bestNet, 0, sites);
    System.arraycopy(picked, 0, bestPicked, 0, sites);
    bestCut = cut;
    bestNextCut = nextCut;
  }

  private boolean step(double upper, double bound, double theta) {
    double norm = 0;
    for (int v = 0; v < price.length; v++) {
      double g = gradient[v] / scale[v];
      // A price at its limit does not go past it.
      if (v >= rows && price[v] <= 0 && g < 0) {
        g = 0;
      }
      direction[v] = 0.7 * g + 0.3 * direction[v];
      norm += direction[v] * direction[v];
    }
    if (norm < 1e-18) {
      return false;
    }
    double aim = upper + 0.02 * Math.max(Math.abs(upper), Math.abs(bound)) * 0.5;
    double length = theta * Math.max(1e-9 * Math.max(1, Math.abs(upper)), aim - bound) / norm;
    for (int v = 0; v < price.length; v++) {
      double next = price[v] + length * direction[v];
      // Being served twice is no gain but where a town's share pays for it.
      price[v] = v >= rows || core.town(v) < 0 ? Math.max(0, next) : next;
    }
    for (int i = 0; i < rows; i++) {
      price[i] = Math.min(price[i], outside(i));
    }
    return true;
  }

  /** Solves the relaxed problem at the present prices; leaves its gradient. */
  private double evaluate() {
    Arrays.fill(gradient, 0);
    double sum = constant;
    for (int i = 0; i < rows; i++) {
      sum += price[i];
      gradient[i] = 1;
    }
    for (int t = 0; t < towns; t++) {
      sum += price(townAt + t) * townNeed[t];
      gradient[townAt + t] = townNeed[t];
    }
    if (partial) {
      sum += price(shareAt) * shareNeed;
      gradient[shareAt] = shareNeed;
    }
    double money = 0;
    if (budget < Double.POSITIVE_INFINITY) {
      money = price(moneyAt);
      sum -= money * budget;
      gradient[moneyAt] = -budget;
    }
    int free = 0;
    double[] order = new double[sites];
    for (int j = 0; j < sites; j++) {
      picked[j] = false;
      if (!problem.usable(j)) {
        continue;
      }
      double own = serve(j, false);
      if (problem.isExisting(j) || problem.state(j) == State.FORCED) {
        net[j] = own;
        picked[j] = true;
        sum += own;
      } else {
        net[j] = own + fixedCost[j] + money * problem.priceYuan(j);
        order[free++] = net[j];
      }
    }
    Arrays.sort(order, 0, free);
    int want = Math.max(0, Math.min(count, free));
    cut = want < free ? Math.min(0, want > 0 ? order[want - 1] : Double.NEGATIVE_INFINITY) : 0;
    nextCut = want < free ? Math.min(0, order[want]) : 0;
    int taken = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < sites && taken < want; j++) {
        if (isFree(j) && !picked[j] && net[j] < 0 && (pass == 0 ? net[j] < cut : net[j] == cut)) {
          picked[j] = true;
          sum += net[j];
          taken++;
        }
      }
    }
    for (int j = 0; j < sites; j++) {
      if (picked[j]) {
        serve(j, true);
        if (isFree(j)) {
          gradient[moneyAt] += budget < Double.POSITIVE_INFINITY ? problem.priceYuan(j) : 0;
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      // Who is left out at no loss may be, as far as nobody serves him.
      if (gradient[i] > 0 && price[i] >= outside(i)) {
        if (partial && core.counts(i)) {
          gradient[shareAt] += core.people(i) * gradient[i];
        }
        gradient[i] = 0;
      }
    }
    return sum - 1e-12 * Math.abs(sum);
  }

  private boolean isFree(int j) {
    return problem.usable(j) && !problem.isExisting(j) && problem.state(j) == State.FREE;
  }

  private double[] unit = new double[16];
  private long[] order = new long[16];

  /** What a site saves at the present prices with the people worth most to it, at most 0. */
  private double serve(int j, boolean count) {
    double sum = 0;
    int from = core.firstOfSite(j);
    int end = core.firstOfSite(j + 1);
    if (problem.capacity(j) == Double.POSITIVE_INFINITY) {
      for (int k = from; k < end; k++) {
        int i = core.rowOfSite(k);
        double c = cost(i, core.costOfSite(k)) - price[i];
        if (c < 0) {
          sum += c;
          if (count) {
            take(i, core.costOfSite(k), 1);
          }
        }
      }
      return sum;
    }
    int n = 0;
    if (unit.length < end - from) {
      unit = new double[2 * (end - from)];
      order = new long[2 * (end - from)];
    }
    for (int k = from; k < end; k++) {
      int i = core.rowOfSite(k);
      double c = cost(i, core.costOfSite(k)) - price[i];
      if (c < 0 && core.people(i) == 0) {
        sum += c;
        if (count) {
          take(i, core.costOfSite(k), 1);
        }
      } else if (c < 0) {
        unit[k - from] = -c / core.people(i);
        order[n++] = Double.doubleToLongBits(unit[k - from]) & ~0xFFFFFL | k - from;
      }
    }
    Arrays.sort(order, 0, n);
    double places = problem.capacity(j);
    double knapsack = 0;
    for (int k = n - 1; k >= 0 && places > 0; k--) {
      int which = (int) (order[k] & 0xFFFFFL);
      int i = core.rowOfSite(from + which);
      double people = Math.min(places, core.people(i));
      knapsack -= people * unit[which];
      places -= people;
      if (count) {
        take(i, core.costOfSite(from + which), people / core.people(i));
      }
    }
    // Nearly equal people may stand in the wrong order.
    return sum + knapsack * (1 + 1e-9);
  }

  private void take(int i, double unitCost, double part) {
    gradient[i] -= part;
    int t = core.town(i);
    if (t >= 0 && (!core.hasCosts() || capacitated || unitCost <= core.cutoff(i))) {
      gradient[townAt + t] -= part * core.people(i);
    }
  }

  /**
   * Decides sites by the greatest bound: one whose opening (or not opening) would lift the bound
   * past what is known cannot be (or fail to be) in anything better.
   *
   * @param states changed
   * @return number of sites decided
   */
  int fix(State[] states, double enough) {
    int decided = 0;
    for (int j = 0; j < sites; j++) {
      if (!isFree(j) || states[j] != State.FREE) {
        continue;
      }
      if (bestPicked[j]) {
        // Without it the next one, if worth anything, comes in.
        if (best - bestNet[j] + Math.min(0, bestNextCut) > enough) {
          states[j] = State.FORCED;
          decided++;
        }
      } else if (best + bestNet[j] - Math.min(0, bestCut) > enough) {
        states[j] = State.FORBIDDEN;
        decided++;
      }
    }
    return decided;
  }
}
