package org.caremap.core.siting;

import java.util.Arrays;

/**
 * The demand of a problem, put together: rows that every selection treats alike are one row, which
 * changes no figure; rows that no selection treats differently are left out and kept as constants.
 * Pairs by row and by site. Immutable.
 */
public final class SitingCore {
  private final SitingProblem problem;
  private final boolean costs;
  private final int[] rowOf;
  private final int rows;

  private final double[] people;
  private final double[] weight;
  private final int[] town;
  // P_MEDIAN: cost a unit of weight at which those left out are reckoned.
  private final double[] leftOut;
  // Whether the row adds to the people covered when a pair within its cut-off is open.
  private final boolean[] counts;
  private final int[] first;
  private final int[] site;
  private final double[] cost;
  // P_MEDIAN: how many of the row's pairs, by cost, are within its cut-off.
  private final double[] cutoff;

  private final int[] firstOfSite;
  private final int[] rowOfSite;
  private final double[] costOfSite;

  private final double basePeople;
  private final double baseWeight;
  private final double baseWalk;
  private final double[] baseTown;
  private final boolean unreachable;

  SitingCore(SitingProblem problem) {
    this.problem = problem;
    costs = problem.model() == SitingProblem.Model.P_MEDIAN;
    int demands = problem.demandCount();
    rowOf = new int[demands];
    double[] townBase = new double[problem.townCount()];
    double coveredPeople = 0;
    double coveredWeight = 0;
    double walked = 0;
    boolean never = false;
    Rows collected = new Rows(demands);
    int[] sites = new int[16];
    double[] unit = new double[16];
    for (int i = 0; i < demands; i++) {
      rowOf[i] = -1;
      boolean stays = stays(i);
      double out =
          costs ? Math.min(problem.existingCost(i), problem.farthest(i)) : Double.POSITIVE_INFINITY;
      int n = 0;
      int wide = problem.first(i + 1) - problem.first(i);
      if (sites.length < wide) {
        sites = new int[2 * wide];
        unit = new double[2 * wide];
      }
      for (int k = problem.first(i); k < problem.first(i + 1); k++) {
        int j = problem.site(k);
        if (problem.usable(j) && problem.capacity(j) > 0) {
          sites[n] = j;
          unit[n++] = costs ? Math.min(problem.cost(k), out) : 0;
        }
      }
      if (stays) {
        coveredPeople += problem.people(i);
        coveredWeight += problem.weight(i);
        if (problem.town(i) >= 0) {
          townBase[problem.town(i)] += problem.people(i);
        }
      }
      boolean nobody = problem.people(i) == 0 && problem.weight(i) == 0;
      if (n == 0 || nobody || stays && !costs) {
        if (costs && !nobody) {
          never |= out == Double.POSITIVE_INFINITY;
          walked += problem.weight(i) == 0 ? 0 : problem.weight(i) * out;
        }
        continue;
      }
      int shareTown =
          problem.town(i) >= 0 && problem.townShare(problem.town(i)) > 0 && !stays
              ? problem.town(i)
              : -1;
      rowOf[i] = collected.add(i, n, sites, unit, shareTown, !stays, out);
    }
    basePeople = coveredPeople;
    baseWeight = coveredWeight;
    baseTown = townBase;
    baseWalk = walked;
    unreachable = never;
    rows = collected.rows;
    people = Arrays.copyOf(collected.people, rows);
    weight = Arrays.copyOf(collected.weight, rows);
    town = Arrays.copyOf(collected.town, rows);
    leftOut = Arrays.copyOf(collected.leftOut, rows);
    cutoff = Arrays.copyOf(collected.cutoff, rows);
    counts = Arrays.copyOf(collected.counts, rows);
    first = Arrays.copyOf(collected.first, rows + 1);
    site = Arrays.copyOf(collected.site, collected.pairs);
    cost = costs ? Arrays.copyOf(collected.cost, collected.pairs) : new double[0];
    firstOfSite = new int[problem.siteCount() + 1];
    for (int j : site) {
      firstOfSite[j + 1]++;
    }
    for (int j = 0; j < problem.siteCount(); j++) {
      firstOfSite[j + 1] += firstOfSite[j];
    }
    rowOfSite = new int[site.length];
    costOfSite = new double[cost.length];
    int[] next = Arrays.copyOf(firstOfSite, problem.siteCount());
    for (int i = 0; i < rows; i++) {
      for (int k = first[i]; k < first[i + 1]; k++) {
        int at = next[site[k]]++;
        rowOfSite[at] = i;
        if (costs) {
          costOfSite[at] = cost[k];
        }
      }
    }
  }

  private boolean stays(int i) {
    if (costs && problem.isCapacitated()) {
      return problem.existingCost(i) < Double.POSITIVE_INFINITY
          && problem.existingCost(i) <= problem.farthest(i);
    }
    return problem.existingCost(i) <= problem.cutoff(i);
  }

  /** Rows found so far, in a hash table by what they have in common. */
  private final class Rows {
    private int rows;
    private int pairs;
    private double[] people = new double[64];
    private double[] weight = new double[64];
    private int[] town = new int[64];
    private double[] leftOut = new double[64];
    private double[] cutoff = new double[64];
    private boolean[] counts = new boolean[64];
    private long[] ratio = new long[64];
    private int[] first = new int[65];
    private int[] site = new int[256];
    private double[] cost = new double[costs ? 256 : 0];
    private final int[] table;

    private Rows(int most) {
      table = new int[Integer.highestOneBit(Math.max(8, most)) * 4];
    }

    private int add(
        int i, int n, int[] sites, double[] unit, int shareTown, boolean adds, double out) {
      // The cut-off tells rows apart only where walks and covering are both reckoned.
      double limit = costs && !problem.isCapacitated() ? problem.cutoff(i) : 0;
      // Under capacities weight is given out by the person.
      long perPerson =
          problem.isCapacitated()
              ? Double.doubleToLongBits(
                  problem.people(i) == 0 ? -1 : problem.weight(i) / problem.people(i))
              : 0;
      int hash = (int) (perPerson ^ perPerson >>> 32) + 31 * shareTown + (adds ? 7 : 0);
      hash = 31 * hash + Double.hashCode(out);
      hash = 31 * hash + Double.hashCode(limit);
      for (int k = 0; k < n; k++) {
        hash = 31 * hash + sites[k];
        if (costs) {
          hash = 31 * hash + Double.hashCode(unit[k]);
        }
      }
      hash *= 0x9E3779B9;
      int slot = hash >>> 8 & table.length - 1;
      while (table[slot] != 0) {
        int r = table[slot] - 1;
        if (same(r, n, sites, unit)
            && town[r] == shareTown
            && counts[r] == adds
            && ratio[r] == perPerson
            && leftOut[r] == out
            && cutoff[r] == limit) {
          people[r] += problem.people(i);
          weight[r] += problem.weight(i);
          return r;
        }
        slot = slot + 1 & table.length - 1;
      }
      grow(n);
      table[slot] = rows + 1;
      people[rows] = problem.people(i);
      weight[rows] = problem.weight(i);
      town[rows] = shareTown;
      counts[rows] = adds;
      ratio[rows] = perPerson;
      leftOut[rows] = out;
      cutoff[rows] = limit;
      System.arraycopy(sites, 0, site, pairs, n);
      if (costs) {
        System.arraycopy(unit, 0, cost, pairs, n);
      }
      pairs += n;
      first[++rows] = pairs;
      return rows - 1;
    }

    private boolean same(int r, int n, int[] sites, double[] unit) {
      int from = first[r];
      if (first[r + 1] - from != n) {
        return false;
      }
      for (int k = 0; k < n; k++) {
        if (site[from + k] != sites[k] || costs && cost[from + k] != unit[k]) {
          return false;
        }
      }
      return true;
    }

    private void grow(int n) {
      if (rows == people.length) {
        int room = 2 * rows;
        people = Arrays.copyOf(people, room);
        weight = Arrays.copyOf(weight, room);
        town = Arrays.copyOf(town, room);
        leftOut = Arrays.copyOf(leftOut, room);
        cutoff = Arrays.copyOf(cutoff, room);
        counts = Arrays.copyOf(counts, room);
        ratio = Arrays.copyOf(ratio, room);
        first = Arrays.copyOf(first, room + 1);
      }
      if (pairs + n > site.length) {
        int room = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(pairs + (long) n, 2L * pairs));
        site = Arrays.copyOf(site, room);
        if (costs) {
          cost = Arrays.copyOf(cost, room);
        }
      }
    }
  }

  /** The problem. */
  public SitingProblem problem() {
    return problem;
  }

  /** Whether walks are reckoned, not only covering. */
  public boolean hasCosts() {
    return costs;
  }

  /** Row that a demand row is part of, -1 where no selection changes anything for it. */
  public int rowOf(int demand) {
    return rowOf[demand];
  }

  /** Number of rows. */
  public int rowCount() {
    return rows;
  }

  /** Number of sites, as the problem counts them. */
  public int siteCount() {
    return firstOfSite.length - 1;
  }

  /** Number of pairs of a row and a site. */
  public int pairCount() {
    return site.length;
  }

  /** People of a row. */
  public double people(int row) {
    return people[row];
  }

  /** Weight of a row. */
  public double weight(int row) {
    return weight[row];
  }

  /** Town whose share the row counts for, -1 for none. */
  public int town(int row) {
    return town[row];
  }

  /** P_MEDIAN: cost a unit of weight of being left out; infinite where nobody may be. */
  public double leftOut(int row) {
    return leftOut[row];
  }

  /** Whether people of the row become covered by being served; else they are already. */
  public boolean counts(int row) {
    return counts[row];
  }

  /** P_MEDIAN without capacities: covered up to this cost. */
  public double cutoff(int row) {
    return cutoff[row];
  }

  /** First pair of a row; the pairs end at that of the next one. */
  public int first(int row) {
    return first[row];
  }

  /** Site of a pair. */
  public int site(int pair) {
    return site[pair];
  }

  /** Cost a unit of weight; 0 where only covering counts. */
  public double cost(int pair) {
    return costs ? cost[pair] : 0;
  }

  /** First pair of a site, in the order of sites. */
  public int firstOfSite(int j) {
    return firstOfSite[j];
  }

  /** Row of a pair in the order of sites. */
  public int rowOfSite(int pair) {
    return rowOfSite[pair];
  }

  /** Cost of a pair in the order of sites. */
  public double costOfSite(int pair) {
    return costs ? costOfSite[pair] : 0;
  }

  /** People covered by what stays whatever is selected. */
  public double basePeople() {
    return basePeople;
  }

  /** Weight covered by what stays. */
  public double baseWeight() {
    return baseWeight;
  }

  /** Walk of those for whom no selection changes anything. */
  public double baseWalk() {
    return baseWalk;
  }

  /** People of a town covered by what stays. */
  public double baseTown(int t) {
    return baseTown[t];
  }

  /** The same as a table of costs, for problems without capacities, shares and budget. */
  SitingCosts costs() {
    SitingCosts.Builder builder = new SitingCosts.Builder(siteCount());
    for (int i = 0; i < rows; i++) {
      int[] sites = Arrays.copyOfRange(site, first[i], first[i + 1]);
      double[] walks = new double[sites.length];
      for (int k = 0; k < walks.length; k++) {
        walks[k] = weight[i] * cost(first[i] + k);
      }
      double out = costs ? leftOut[i] : 1;
      boolean must = out == Double.POSITIVE_INFINITY;
      builder.demand(sites, walks, must ? out : weight[i] * out);
    }
    return builder.build();
  }

  /** Whether all weights are whole numbers. */
  boolean wholeWeights() {
    if (baseWeight != Math.rint(baseWeight)) {
      return false;
    }
    for (double w : weight) {
      if (w != Math.rint(w)) {
        return false;
      }
    }
    return true;
  }

  /** Whether somebody has to be served whom nothing reaches. */
  public boolean hasUnreachable() {
    return unreachable;
  }
}
