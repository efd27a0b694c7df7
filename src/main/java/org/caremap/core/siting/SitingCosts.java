package org.caremap.core.siting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What it costs each demand point to be served from each site that can serve it at all, and what it
 * costs if none of them is open. One table says all models: the p-median has weighted distances and
 * no price for being left out; maximal covering has cost 0 from every site in reach and the people
 * themselves as the price of being left out, so that the least cost covers the most people (Church
 * and ReVelle, 1974). Sites that exist already lower the price of being left out. Immutable.
 */
public final class SitingCosts {
  private final int sites;

  // One entry a pair, rows of demand points one after another, cheapest first in each row.
  private final int[] first;
  private final int[] site;
  private final double[] cost;
  private final double[] leftOut;

  // The same pairs by site.
  private final int[] firstOfSite;
  private final int[] demandOfSite;
  private final double[] costOfSite;

  private final boolean whole;
  private final double high;

  private SitingCosts(
      int sites, int[] first, int[] site, double[] cost, double[] leftOut, double least) {
    this.sites = sites;
    this.first = first;
    this.site = site;
    this.cost = cost;
    this.leftOut = leftOut;
    firstOfSite = new int[sites + 1];
    for (int j : site) {
      firstOfSite[j + 1]++;
    }
    for (int j = 0; j < sites; j++) {
      firstOfSite[j + 1] += firstOfSite[j];
    }
    demandOfSite = new int[site.length];
    costOfSite = new double[site.length];
    int[] next = Arrays.copyOf(firstOfSite, sites);
    boolean integers = true;
    double sum = 0;
    for (int i = 0; i < leftOut.length; i++) {
      integers &= leftOut[i] == Double.POSITIVE_INFINITY || leftOut[i] == Math.rint(leftOut[i]);
      for (int k = first[i]; k < first[i + 1]; k++) {
        int at = next[site[k]]++;
        demandOfSite[at] = i;
        costOfSite[at] = cost[k];
        integers &= cost[k] == Math.rint(cost[k]);
      }
      sum += dearest(i);
    }
    whole = integers;
    // Leaving out one who must be served is worse than the worst way to serve everybody.
    high = Math.max(least, Math.ceil(sum) + 1);
  }

  /**
   * Every demand point can be served from every site.
   *
   * @param cost weighted distance from demand point to site, rows of equal length, each at least 0
   *     and finite
   * @throws IllegalArgumentException naming the first bad value
   */
  public static SitingCosts ofMatrix(double[][] cost) {
    int sites = cost.length == 0 ? 0 : cost[0].length;
    Builder builder = new Builder(sites);
    int[] every = new int[sites];
    Arrays.setAll(every, j -> j);
    for (double[] row : cost) {
      if (row.length != sites) {
        throw new IllegalArgumentException(
            "every row needs %d costs but one has %d".formatted(sites, row.length));
      }
      builder.demand(every, row, Double.POSITIVE_INFINITY);
    }
    return builder.build();
  }

  /** Collects rows. */
  public static final class Builder {
    private final int sites;
    private int rows;
    private int pairs;
    private int[] first = new int[17];
    private int[] site = new int[64];
    private double[] cost = new double[64];
    private double[] leftOut = new double[16];
    private double[] keys = new double[16];
    private int[] which = new int[16];

    /**
     * @param sites number of sites, at least 0
     */
    public Builder(int sites) {
      this.sites = sites;
    }

    /**
     * Adds a demand point.
     *
     * @param reachable sites that can serve it, each once
     * @param costs what that costs, at least 0 and finite, one a site
     * @param price what it costs if none of them is open; infinite where one must be
     * @throws IllegalArgumentException naming the first bad value
     */
    public void demand(int[] reachable, double[] costs, double price) {
      if (!(price >= 0)) {
        throw new IllegalArgumentException(
            "price of demand point %d must be at least 0 but is %s".formatted(rows, price));
      }
      if (keys.length < reachable.length) {
        keys = new double[2 * reachable.length];
        which = new int[2 * reachable.length];
      }
      for (int k = 0; k < reachable.length; k++) {
        if (reachable[k] < 0 || reachable[k] >= sites) {
          throw new IllegalArgumentException(
              "site of demand point %d must be in [0, %d) but is %d"
                  .formatted(rows, sites, reachable[k]));
        }
        if (!(costs[k] >= 0 && costs[k] < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "cost of demand point %d must be at least 0 and finite but is %s"
                  .formatted(rows, costs[k]));
        }
        keys[k] = costs[k];
        which[k] = reachable[k];
      }
      sort(0, reachable.length - 1);
      if (rows == leftOut.length) {
        leftOut = Arrays.copyOf(leftOut, 2 * rows);
        first = Arrays.copyOf(first, 2 * rows + 1);
      }
      leftOut[rows] = price;
      for (int k = 0; k < reachable.length; k++) {
        // Whoever is no better off with a site is not served by it.
        if (keys[k] < price) {
          if (pairs == site.length) {
            site = Arrays.copyOf(site, 2 * pairs);
            cost = Arrays.copyOf(cost, 2 * pairs);
          }
          site[pairs] = which[k];
          cost[pairs++] = keys[k];
        }
      }
      first[++rows] = pairs;
    }

    /** Sorts keys and what they stand for by key, then by site; without an object an entry. */
    private void sort(int low, int high) {
      while (low < high) {
        double pivot = keys[(low + high) >>> 1];
        int at = which[(low + high) >>> 1];
        int a = low;
        int b = high;
        while (a <= b) {
          while (keys[a] < pivot || keys[a] == pivot && which[a] < at) {
            a++;
          }
          while (keys[b] > pivot || keys[b] == pivot && which[b] > at) {
            b--;
          }
          if (a <= b) {
            double key = keys[a];
            keys[a] = keys[b];
            keys[b] = key;
            int swap = which[a];
            which[a++] = which[b];
            which[b--] = swap;
          }
        }
        if (b - low < high - a) {
          sort(low, b);
          low = a;
        } else {
          sort(a, high);
          high = b;
        }
      }
    }

    /** The table. */
    public SitingCosts build() {
      return new SitingCosts(
          sites,
          Arrays.copyOf(first, rows + 1),
          Arrays.copyOf(site, pairs),
          Arrays.copyOf(cost, pairs),
          Arrays.copyOf(leftOut, rows),
          0);
    }
  }

  /**
   * The same with some sites only.
   *
   * @param at new index of each site, -1 to leave it out; ascending
   * @param kept number of sites kept
   */
  SitingCosts only(int[] at, int kept) {
    int[] starts = new int[first.length];
    int n = 0;
    for (int k : site) {
      n += at[k] >= 0 ? 1 : 0;
    }
    int[] sitesLeft = new int[n];
    double[] costsLeft = new double[n];
    n = 0;
    for (int i = 0; i < leftOut.length; i++) {
      for (int k = first[i]; k < first[i + 1]; k++) {
        if (at[site[k]] >= 0) {
          sitesLeft[n] = at[site[k]];
          costsLeft[n++] = cost[k];
        }
      }
      starts[i + 1] = n;
    }
    return new SitingCosts(kept, starts, sitesLeft, costsLeft, leftOut, high);
  }

  /** Number of sites. */
  public int siteCount() {
    return sites;
  }

  /** Number of demand points. */
  public int demandCount() {
    return leftOut.length;
  }

  /** Number of pairs of a demand point and a site that can serve it. */
  public int pairCount() {
    return site.length;
  }

  /** Whether all costs are whole numbers, so that every total is one too. */
  boolean isWhole() {
    return whole;
  }

  /** First pair of a demand point; the pairs end at that of the next one. */
  int first(int demand) {
    return first[demand];
  }

  int site(int pair) {
    return site[pair];
  }

  double cost(int pair) {
    return cost[pair];
  }

  /** The price of being left out; where nobody may be, one that no choice of sites would pay. */
  double leftOut(int demand) {
    return leftOut[demand] == Double.POSITIVE_INFINITY ? high : leftOut[demand];
  }

  /** The greatest cost of a demand point, 0 where nothing reaches it. */
  double dearest(int demand) {
    return first[demand] == first[demand + 1] ? 0 : cost[first[demand + 1] - 1];
  }

  /** First pair of a site, in the order of sites. */
  int firstOfSite(int j) {
    return firstOfSite[j];
  }

  int demandOfSite(int pair) {
    return demandOfSite[pair];
  }

  double costOfSite(int pair) {
    return costOfSite[pair];
  }

  /**
   * What it costs all together with these sites open.
   *
   * @param open one flag a site
   * @param nearest if given, filled with the site that serves each demand point, or -1
   * @return infinite where a demand point that has to be served is not
   */
  public double total(boolean[] open, int @Nullable [] nearest) {
    double total = 0;
    for (int i = 0; i < leftOut.length; i++) {
      double least = leftOut[i];
      int server = -1;
      for (int k = first[i]; k < first[i + 1]; k++) {
        if (open[site[k]]) {
          least = cost[k];
          server = site[k];
          break;
        }
      }
      total += least;
      if (nearest != null) {
        nearest[i] = server;
      }
    }
    return total;
  }
}
