package org.caremap.core.siting;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Vertex substitution (Teitz and Bart, 1968) as Whitaker (1983) made it fast: for each site that
 * could come in, one pass over its demand points finds the best site to go out. The exchange that
 * saves most is made until none saves anything. Not thread-safe.
 */
final class Interchange {
  private final SitingCosts costs;
  private final BooleanSupplier enough;
  private final boolean[] open;
  private final byte[] states;

  // Of every demand point: its cheapest open site (-1: left out), that cost and the next cheapest.
  private final int[] nearest;
  private final double[] least;
  private final double[] second;
  private final double[] loss;
  private final double[] saved;

  /**
   * @param states whether each site is free, has to be open or shut
   * @param enough asked before each exchange
   */
  Interchange(SitingCosts costs, byte[] states, BooleanSupplier enough) {
    this.enough = enough;
    this.costs = costs;
    this.states = states;
    open = new boolean[costs.siteCount()];
    nearest = new int[costs.demandCount()];
    least = new double[costs.demandCount()];
    second = new double[costs.demandCount()];
    loss = new double[costs.siteCount()];
    saved = new double[costs.siteCount()];
  }

  /**
   * Improves a set of sites until no exchange of one against another does.
   *
   * @param set one flag a site; changed
   * @return its cost
   */
  double improve(boolean[] set) {
    System.arraycopy(set, 0, open, 0, open.length);
    assign();
    while (!enough.getAsBoolean() && exchange()) {
      assign();
    }
    System.arraycopy(open, 0, set, 0, open.length);
    return total();
  }

  private double total() {
    double total = 0;
    for (double c : least) {
      total += c;
    }
    return total;
  }

  private void assign() {
    Arrays.fill(loss, 0);
    for (int i = 0; i < nearest.length; i++) {
      int best = -1;
      double low = costs.leftOut(i);
      double next = costs.leftOut(i);
      int end = costs.first(i + 1);
      for (int k = costs.first(i); k < end; k++) {
        if (open[costs.site(k)]) {
          if (best < 0) {
            best = costs.site(k);
            low = costs.cost(k);
          } else {
            next = costs.cost(k);
            break;
          }
        }
      }
      nearest[i] = best;
      least[i] = low;
      second[i] = next;
      if (best >= 0) {
        loss[best] += next - low;
      }
    }
  }

  private boolean exchange() {
    double bestGain = 0;
    int in = -1;
    int out = -1;
    for (int j = 0; j < open.length; j++) {
      if (open[j] || states[j] != SiteChoice.FREE) {
        continue;
      }
      double gain = 0;
      int end = costs.firstOfSite(j + 1);
      for (int k = costs.firstOfSite(j); k < end; k++) {
        int i = costs.demandOfSite(k);
        double c = costs.costOfSite(k);
        if (c < least[i]) {
          gain += least[i] - c;
          // Its present site would not be missed by this point.
          if (nearest[i] >= 0) {
            saved[nearest[i]] += second[i] - least[i];
          }
        } else if (c < second[i] && nearest[i] >= 0) {
          saved[nearest[i]] += second[i] - c;
        }
      }
      double lowest = Double.POSITIVE_INFINITY;
      int which = -1;
      for (int r = 0; r < open.length; r++) {
        if (open[r] && states[r] == SiteChoice.FREE) {
          double net = loss[r] - saved[r];
          if (net < lowest) {
            lowest = net;
            which = r;
          }
        }
        saved[r] = 0;
      }
      if (which >= 0 && gain - lowest > bestGain + 1e-9 * Math.max(1, Math.abs(gain))) {
        bestGain = gain - lowest;
        in = j;
        out = which;
      }
    }
    if (in < 0) {
      return false;
    }
    open[in] = true;
    open[out] = false;
    return true;
  }

  /**
   * Opens sites one after another, each the one that saves most (Nemhauser, Wolsey and Fisher,
   * 1978): for covering at least 1 − 1/e of the best.
   *
   * @param count sites to open
   * @return one flag a site
   */
  static boolean[] greedy(SitingCosts costs, byte[] states, int count) {
    boolean[] open = new boolean[costs.siteCount()];
    double[] least = new double[costs.demandCount()];
    for (int i = 0; i < least.length; i++) {
      least[i] = costs.leftOut(i);
    }
    int opened = 0;
    for (int j = 0; j < open.length; j++) {
      if (states[j] == SiteChoice.OPEN) {
        take(costs, open, least, j);
        opened++;
      }
    }
    while (opened < count) {
      int best = -1;
      double most = -1;
      for (int j = 0; j < open.length; j++) {
        if (open[j] || states[j] != SiteChoice.FREE) {
          continue;
        }
        double gain = 0;
        for (int k = costs.firstOfSite(j); k < costs.firstOfSite(j + 1); k++) {
          gain += Math.max(0, least[costs.demandOfSite(k)] - costs.costOfSite(k));
        }
        if (gain > most) {
          most = gain;
          best = j;
        }
      }
      take(costs, open, least, best);
      opened++;
    }
    return open;
  }

  private static void take(SitingCosts costs, boolean[] open, double[] least, int j) {
    open[j] = true;
    for (int k = costs.firstOfSite(j); k < costs.firstOfSite(j + 1); k++) {
      int i = costs.demandOfSite(k);
      least[i] = Math.min(least[i], costs.costOfSite(k));
    }
  }
}
