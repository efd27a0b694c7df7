package org.caremap.core.siting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.caremap.core.siting.SitingProblem.Model;

/**
 * Betters a selection by adding, exchanging one against one (Teitz and Bart, 1968) and, for set
 * covering, by putting one in for all that it makes needless. Less shortage always goes before more
 * value. Not thread-safe.
 */
final class LocalSearch {
  // Under capacities a trial is an assignment of everybody: so many an exchange, the likeliest.
  private static final int TRIED = 2;

  private final Selection selection;
  private final SitingProblem problem;
  private final BooleanSupplier cancelled;
  private final double[] alone;
  private final int[] byAlone;

  LocalSearch(Selection selection, double[] alone, BooleanSupplier cancelled) {
    this.selection = selection;
    this.alone = alone;
    this.cancelled = cancelled;
    problem = selection.problem;
    byAlone = descending(alone);
  }

  private static int[] descending(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, j -> j);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    return Arrays.stream(order).mapToInt(j -> j).toArray();
  }

  /** Until nothing helps any more or the search is cancelled. */
  void improve() {
    boolean changed = true;
    while (changed && !cancelled.getAsBoolean()) {
      if (problem.model() == Model.SET_COVERING && !selection.isShort()) {
        changed = drop() | replace();
      } else {
        changed = exchange();
        new Greedy(selection, false, cancelled).fill();
      }
    }
    if (problem.model() == Model.SET_COVERING && !selection.isShort()) {
      drop();
    }
  }

  /** One pass: for each open site the best to put in its place. */
  private boolean exchange() {
    boolean changed = false;
    for (int out = 0; out < problem.siteCount() && !cancelled.getAsBoolean(); out++) {
      if (!selection.canShut(out)) {
        continue;
      }
      double shortage = selection.shortage();
      double value = selection.value();
      boolean wasShort = selection.isShort();
      selection.shut(out);
      double baseShortage = selection.shortage();
      double baseValue = selection.value();
      int in = -1;
      double bestShortage = shortage;
      double bestValue = value;
      for (int j : problem.isCapacitated() ? likeliest(out) : byAlone) {
        if (j == out || !selection.canOpen(j)) {
          continue;
        }
        boolean unhurt = !wasShort && baseShortage <= problem.slack();
        if (unhurt && baseValue + alone[j] <= bestValue) {
          if (problem.isCapacitated()) {
            continue;
          }
          break;
        }
        selection.probe(j);
        double s = baseShortage - selection.relief();
        double v = baseValue + selection.gain();
        if (before(s, v, bestShortage, bestValue)) {
          in = j;
          bestShortage = s;
          bestValue = v;
        }
      }
      selection.open(in >= 0 ? in : out);
      changed |= in >= 0;
    }
    return changed;
  }

  /** The sites that promise most in place of one that was shut, by the prices of places. */
  private int[] likeliest(int out) {
    int[] best = new int[TRIED];
    double[] most = new double[TRIED];
    int n = 0;
    for (int j : byAlone) {
      if (j == out || !selection.canOpen(j) || cancelled.getAsBoolean()) {
        continue;
      }
      double promise = selection.atMost(j);
      int at = n;
      while (at > 0 && promise > most[at - 1]) {
        at--;
      }
      if (at < TRIED && promise > 0) {
        n = Math.min(TRIED, n + 1);
        for (int k = n - 1; k > at; k--) {
          best[k] = best[k - 1];
          most[k] = most[k - 1];
        }
        best[at] = j;
        most[at] = promise;
      }
    }
    return Arrays.copyOf(best, n);
  }

  private boolean before(double s, double v, double shortage, double value) {
    double few = problem.slack();
    double a = s <= few ? 0 : s;
    double b = shortage <= few ? 0 : shortage;
    if (Math.abs(a - b) > few) {
      return a < b;
    }
    return v > value + 1e-9 * Math.max(1, Math.abs(value));
  }

  /** Takes out what is not needed, dearest first. */
  private boolean drop() {
    double[] price = new double[problem.siteCount()];
    Arrays.setAll(price, this::cost);
    boolean changed = false;
    for (int j : descending(price)) {
      if (selection.canShut(j) && !cancelled.getAsBoolean()) {
        selection.shut(j);
        if (selection.isShort()) {
          selection.open(j);
        } else {
          changed = true;
        }
      }
    }
    return changed;
  }

  private double cost(int j) {
    return problem.minimise() == SitingProblem.Objective.SITES ? 1 : problem.priceYuan(j);
  }

  private double cost() {
    return problem.minimise() == SitingProblem.Objective.SITES
        ? selection.newSites()
        : selection.yuan();
  }

  /**
   * Puts in each site in turn, takes out what it makes needless, and keeps that if it is cheaper.
   */
  private boolean replace() {
    boolean changed = false;
    for (int in : byAlone) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      if (selection.open[in] || !problem.usable(in)) {
        continue;
      }
      boolean[] before = selection.open.clone();
      double cost = cost();
      selection.open(in);
      for (int j : byAlone) {
        if (j != in && selection.canShut(j) && !cancelled.getAsBoolean()) {
          selection.shut(j);
          if (selection.isShort()) {
            selection.open(j);
          }
        }
      }
      boolean within =
          selection.newSites() <= problem.count() && problem.withinBudget(selection.yuan());
      if (within && cost() < cost - 1e-9 * Math.max(1, cost)) {
        changed = true;
      } else {
        selection.become(before);
      }
    }
    return changed;
  }

  /** Takes out some sites by chance, so that another search begins elsewhere. */
  void shake(SplittableRandom dice) {
    int[] out = new int[problem.siteCount()];
    int n = 0;
    for (int j = 0; j < out.length; j++) {
      if (selection.canShut(j)) {
        out[n++] = j;
      }
    }
    int moves = n == 0 ? 0 : 1 + dice.nextInt(Math.max(1, n / 2));
    for (int m = 0; m < moves; m++) {
      int k = dice.nextInt(n);
      selection.shut(out[k]);
      out[k] = out[--n];
    }
    int in = dice.nextInt(out.length);
    if (selection.canOpen(in)) {
      selection.open(in);
    }
    new Greedy(selection, dice.nextBoolean(), cancelled).fill();
  }
}
