package org.caremap.core.siting;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A lower bound on the cost of every set of sites, by relaxing "each demand point is served once"
 * (Cornuejols, Fisher and Nemhauser, 1977): for prices u the relaxed problem is solved by picking
 * the sites with the least reduced cost, and the prices are raised by subgradient steps with a
 * memory of the direction before (Camerini, Fratta and Maffioli, 1975). Any prices give a true
 * bound. Not thread-safe.
 */
final class LagrangianBound {
  private final SitingCosts costs;
  private final int sites;
  private final int demands;
  private final int count;

  private final double[] price;
  private final double[] direction;
  private final double[] reduced;
  private final double[] usage;
  private final boolean[] picked;
  private final int[] order;

  private double best = Double.NEGATIVE_INFINITY;
  private final double[] bestPrice;
  private final double[] bestReduced;

  LagrangianBound(SitingCosts costs, int count) {
    this.costs = costs;
    this.count = count;
    sites = costs.siteCount();
    demands = costs.demandCount();
    price = new double[demands];
    direction = new double[demands];
    reduced = new double[sites];
    usage = new double[sites];
    picked = new boolean[sites];
    order = new int[sites];
    bestPrice = new double[demands];
    bestReduced = new double[sites];
  }

  /** Told of every set of sites that the relaxed problem picks. */
  interface Picks {
    /**
     * @param picked one flag a site, exactly as many as are to be opened; do not keep
     * @return the least cost known, for the length of the next step; minus infinity ends the run
     */
    double picked(boolean[] picked);
  }

  /** Prices to begin with: halfway between the two cheapest open sites of each point. */
  void startFrom(boolean[] open) {
    for (int i = 0; i < demands; i++) {
      double low = costs.leftOut(i);
      double next = costs.leftOut(i);
      boolean found = false;
      for (int k = costs.first(i); k < costs.first(i + 1); k++) {
        if (open[costs.site(k)]) {
          if (!found) {
            low = costs.cost(k);
            found = true;
          } else {
            next = costs.cost(k);
            break;
          }
        }
      }
      // Where only one is open the price of being left out may be far too much to begin with.
      double limit = 2 * costs.dearest(i) + 1;
      price[i] = (low + Math.max(low, Math.min(next, limit))) / 2;
      price[i] = Math.min(price[i], costs.leftOut(i));
    }
  }

  /** Prices to begin with; copied. */
  void startFrom(double[] prices) {
    System.arraycopy(prices, 0, price, 0, demands);
  }

  /**
   * Raises the bound.
   *
   * @param states whether each site is free, has to be open or shut
   * @param known least cost known
   * @param enough stop when the bound passes this
   * @param steps most steps
   * @param patience steps without gain after which steps are halved
   * @param listener told of each set picked
   * @return the greatest bound of this run
   */
  double raise(
      byte[] states, double known, double enough, int steps, int patience, Picks listener) {
    best = Double.NEGATIVE_INFINITY;
    Arrays.fill(direction, 0);
    Arrays.fill(usage, 0);
    double theta = 1.5;
    int since = 0;
    double upper = known;
    for (int step = 0; step < steps; step++) {
      double bound = evaluate(states);
      for (int j = 0; j < sites; j++) {
        usage[j] += 0.1 * ((picked[j] ? 1 : 0) - usage[j]);
      }
      if (step == 0 || bound > best + 1e-9 * Math.abs(best)) {
        best = bound;
        System.arraycopy(price, 0, bestPrice, 0, demands);
        System.arraycopy(reduced, 0, bestReduced, 0, sites);
        since = 0;
      } else if (++since >= patience) {
        theta /= 2;
        since = 0;
        System.arraycopy(bestPrice, 0, price, 0, demands);
        if (theta < 0.002) {
          break;
        }
        evaluate(states);
      }
      if (best > enough) {
        break;
      }
      upper = Math.min(upper, listener.picked(picked));
      if (upper == Double.NEGATIVE_INFINITY) {
        break;
      }
      if (!step(upper, bound, theta)) {
        break;
      }
    }
    return best;
  }

  /** One subgradient step; false where the relaxed answer serves everybody exactly once. */
  private boolean step(double upper, double bound, double theta) {
    double norm = 0;
    for (int i = 0; i < demands; i++) {
      int served = 0;
      double u = price[i];
      int end = costs.first(i + 1);
      for (int k = costs.first(i); k < end && costs.cost(k) < u; k++) {
        if (picked[costs.site(k)]) {
          served++;
        }
      }
      double g = 1 - served;
      // At the price of being left out nobody pays more.
      if (g > 0 && u >= costs.leftOut(i)) {
        g = 0;
      }
      direction[i] = 0.7 * g + 0.3 * direction[i];
      norm += direction[i] * direction[i];
    }
    if (norm < 1e-12) {
      return false;
    }
    double length = theta * Math.max(1e-6, 1.02 * upper - bound) / norm;
    for (int i = 0; i < demands; i++) {
      price[i] = Math.max(0, Math.min(costs.leftOut(i), price[i] + length * direction[i]));
    }
    return true;
  }

  /** Solves the relaxed problem at the present prices. */
  private double evaluate(byte[] states) {
    Arrays.fill(reduced, 0);
    double sum = 0;
    for (int i = 0; i < demands; i++) {
      double u = price[i];
      sum += u;
      int end = costs.first(i + 1);
      for (int k = costs.first(i); k < end; k++) {
        double c = costs.cost(k);
        if (c >= u) {
          break;
        }
        reduced[costs.site(k)] += c - u;
      }
    }
    int free = 0;
    int open = 0;
    for (int j = 0; j < sites; j++) {
      picked[j] = false;
      if (states[j] == SiteChoice.OPEN) {
        picked[j] = true;
        sum += reduced[j];
        open++;
      } else if (states[j] == SiteChoice.FREE) {
        order[free++] = j;
      }
    }
    int want = count - open;
    if (want > free) {
      return Double.POSITIVE_INFINITY;
    }
    selectLeast(free, want);
    for (int k = 0; k < want; k++) {
      picked[order[k]] = true;
      sum += reduced[order[k]];
    }
    return sum;
  }

  /** Brings the {@code want} free sites of least reduced cost to the front; ties by index. */
  private void selectLeast(int free, int want) {
    int low = 0;
    int high = free - 1;
    while (low < high && want > 0 && want < free) {
      int pivot = order[(low + high) >>> 1];
      int a = low;
      int b = high;
      while (a <= b) {
        while (before(order[a], pivot)) {
          a++;
        }
        while (before(pivot, order[b])) {
          b--;
        }
        if (a <= b) {
          int swap = order[a];
          order[a++] = order[b];
          order[b--] = swap;
        }
      }
      if (want - 1 <= b) {
        high = b;
      } else if (want - 1 >= a) {
        low = a;
      } else {
        return;
      }
    }
  }

  private boolean before(int a, int b) {
    return reduced[a] != reduced[b] ? reduced[a] < reduced[b] : a < b;
  }

  /** The prices of the greatest bound of the last run; a copy. */
  double[] bestPrices() {
    return bestPrice.clone();
  }

  /** How often the relaxed problem picked a site of late, in [0, 1]. */
  double usage(int j) {
    return usage[j];
  }

  /**
   * Decides sites by the greatest bound of the last run: one whose opening (or shutting) would lift
   * the bound past what is known cannot be open (or shut) in anything better.
   *
   * @param states changed
   * @param enough bound above which nothing better can lie
   * @return number of sites decided
   */
  int fix(byte[] states, double enough) {
    int free = 0;
    int open = 0;
    for (int j = 0; j < sites; j++) {
      if (states[j] == SiteChoice.FREE) {
        order[free++] = j;
      } else if (states[j] == SiteChoice.OPEN) {
        open++;
      }
    }
    int want = count - open;
    if (want <= 0 || want >= free) {
      return 0;
    }
    Integer[] sorted = new Integer[free];
    for (int k = 0; k < free; k++) {
      sorted[k] = order[k];
    }
    Arrays.sort(sorted, Comparator.comparingDouble(j -> bestReduced[j]));
    double last = bestReduced[sorted[want - 1]];
    double next = bestReduced[sorted[want]];
    int decided = 0;
    for (int k = 0; k < free; k++) {
      int j = sorted[k];
      if (k < want && best - bestReduced[j] + next > enough) {
        states[j] = SiteChoice.OPEN;
        decided++;
      } else if (k >= want && best + bestReduced[j] - last > enough) {
        states[j] = SiteChoice.SHUT;
        decided++;
      }
    }
    return decided;
  }
}
