package org.caremap.core.siting;

import java.util.Arrays;

/**
 * Where new sites may be opened, whom they reach, and what a selection of them has to keep to.
 * Maximal covering (Church and ReVelle, 1974), set covering (Toregas et al., 1971) and p-median
 * (Hakimi, 1964) in one form. Immutable.
 *
 * <p>Covered means: a cost of at most the row's cut-off to an open site or to a facility that
 * stays. Under capacities it means having a place there, people being assigned as well as can be
 * and split where need be; for the p-median under capacities any place within the longest walk
 * counts.
 */
public final class SitingProblem {
  /** Slack for sums of people and money, relative. */
  static final double SLACK = 1e-9;

  /** What is looked for. */
  public enum Model {
    /** The greatest weight covered. */
    MAXIMAL_COVERING,
    /** The fewest sites or the least money that cover a share of the people. */
    SET_COVERING,
    /** The least weight × cost. */
    P_MEDIAN
  }

  /** What may be done with a site. */
  public enum State {
    /** May be opened. */
    FREE,
    /** Has to be opened. */
    FORCED,
    /** Must not be opened. */
    FORBIDDEN
  }

  /** What SET_COVERING makes as small as possible. */
  public enum Objective {
    /** New sites. */
    SITES,
    /** The sum of their prices. */
    YUAN
  }

  private final Model model;
  private final Objective minimise;
  private final double[] price;
  private final double[] capacity;
  private final State[] states;
  private final boolean[] existing;
  private final boolean capacitated;

  // Demand rows; the pairs of a row lie one after another, sites ascending.
  private final double[] people;
  private final double[] weight;
  private final int[] town;
  private final double[] cutoff;
  private final double[] farthest;
  private final double[] existingCost;
  private final int[] first;
  private final int[] site;
  private final double[] cost;

  private final int count;
  private final double budget;
  private final double coverShare;
  private final double required;
  private final double[] townShare;
  private final double[] townTotal;
  private final double totalPeople;
  private final double coverablePeople;
  private final SitingCore core;

  private SitingProblem(Builder b) {
    model = b.model;
    minimise = b.minimise;
    price = Arrays.copyOf(b.price, b.sites);
    capacity = Arrays.copyOf(b.capacity, b.sites);
    states = Arrays.copyOf(b.states, b.sites);
    existing = Arrays.copyOf(b.existing, b.sites);
    boolean limited = false;
    for (double c : capacity) {
      limited |= c > 0 && c < Double.POSITIVE_INFINITY;
    }
    capacitated = limited;
    people = Arrays.copyOf(b.people, b.rows);
    weight = Arrays.copyOf(b.weight, b.rows);
    town = Arrays.copyOf(b.town, b.rows);
    cutoff = Arrays.copyOf(b.cutoff, b.rows);
    farthest = Arrays.copyOf(b.farthest, b.rows);
    existingCost = Arrays.copyOf(b.existingCost, b.rows);
    first = Arrays.copyOf(b.first, b.rows + 1);
    site = Arrays.copyOf(b.site, b.pairs);
    cost = Arrays.copyOf(b.cost, b.pairs);
    count = b.count;
    budget = b.budget;
    coverShare = b.coverShare;
    int towns = b.shares.length;
    for (int t : town) {
      towns = Math.max(towns, t + 1);
    }
    townShare = Arrays.copyOf(b.shares, towns);
    townTotal = new double[towns];
    double total = 0;
    double reached = 0;
    for (int i = 0; i < people.length; i++) {
      total += people[i];
      if (town[i] >= 0) {
        townTotal[town[i]] += people[i];
      }
      if (existingCost[i] <= cutoff[i] || reachable(i)) {
        reached += people[i];
      }
    }
    totalPeople = total;
    coverablePeople = reached;
    if (!Double.isNaN(b.required)) {
      required = b.required;
    } else if (model != Model.SET_COVERING) {
      required = 0;
    } else if (coverShare == 1) {
      required = b.coverable ? reached : total;
    } else {
      required = coverShare * total;
    }
    core = new SitingCore(this);
  }

  private boolean reachable(int row) {
    for (int k = first[row]; k < first[row + 1]; k++) {
      if (usable(site[k]) && capacity[site[k]] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Begins a problem. */
  public static Builder builder(Model model) {
    return new Builder(model);
  }

  /** Collects sites, then demand rows, then constraints. */
  public static final class Builder {
    private final Model model;
    private Objective minimise = Objective.SITES;
    private int sites;
    private double[] price = new double[16];
    private double[] capacity = new double[16];
    private State[] states = new State[16];
    private boolean[] existing = new boolean[16];
    private int rows;
    private int pairs;
    private double[] people = new double[16];
    private double[] weight = new double[16];
    private int[] town = new int[16];
    private double[] cutoff = new double[16];
    private double[] farthest = new double[16];
    private double[] existingCost = new double[16];
    private int[] first = new int[17];
    private int[] site = new int[64];
    private double[] cost = new double[64];
    private long[] order = new long[16];
    private int count = Integer.MAX_VALUE;
    private double budget = Double.POSITIVE_INFINITY;
    private double coverShare = 1;
    private boolean coverable;
    private double required = Double.NaN;
    private double[] shares = new double[0];

    private Builder(Model model) {
      this.model = model;
    }

    /**
     * Adds a site.
     *
     * @param priceYuan at least 0 and finite
     * @param capacity people it can serve, at least 0; infinite where it has no limit
     * @param existing whether it is open already: then it costs nothing and is not counted
     * @return its index
     * @throws IllegalArgumentException naming the bad value
     */
    public int site(double priceYuan, double capacity, State state, boolean existing) {
      check(
          priceYuan >= 0 && priceYuan < Double.POSITIVE_INFINITY,
          "price of site",
          sites,
          priceYuan);
      check(capacity >= 0, "capacity of site", sites, capacity);
      if (sites == price.length) {
        price = Arrays.copyOf(price, 2 * sites);
        this.capacity = Arrays.copyOf(this.capacity, 2 * sites);
        states = Arrays.copyOf(states, 2 * sites);
        this.existing = Arrays.copyOf(this.existing, 2 * sites);
      }
      price[sites] = priceYuan;
      this.capacity[sites] = capacity;
      states[sites] = state;
      this.existing[sites] = existing;
      return sites++;
    }

    /**
     * Adds demand.
     *
     * @param people at least 0 and finite
     * @param weight what they count in the objective, at least 0 and finite
     * @param town index of their town, -1 for none
     * @param cutoff covered up to this cost, inclusive
     * @param farthest P_MEDIAN: the cost at which those left out are reckoned; infinite where they
     *     must not be
     * @param existingCost cost to the nearest facility that stays and is never full; infinite for
     *     none
     * @param sites within reach, each once
     * @param costs what each costs, at least 0 and finite
     * @throws IllegalArgumentException naming the bad value
     */
    public void demand(
        double people,
        double weight,
        int town,
        double cutoff,
        double farthest,
        double existingCost,
        int[] sites,
        double[] costs) {
      demand(people, weight, town, cutoff, farthest, existingCost, sites, costs, sites.length);
    }

    /** Like the other, with the first so many sites of longer arrays. */
    public void demand(
        double people,
        double weight,
        int town,
        double cutoff,
        double farthest,
        double existingCost,
        int[] sites,
        double[] costs,
        int length) {
      check(people >= 0 && people < Double.POSITIVE_INFINITY, "people of row", rows, people);
      check(weight >= 0 && weight < Double.POSITIVE_INFINITY, "weight of row", rows, weight);
      check(town >= -1, "town of row", rows, town);
      check(cutoff >= 0, "cut-off of row", rows, cutoff);
      check(farthest >= 0, "farthest cost of row", rows, farthest);
      check(existingCost >= 0, "existing cost of row", rows, existingCost);
      growRows();
      this.people[rows] = people;
      this.weight[rows] = weight;
      this.town[rows] = town;
      // Nothing is infinitely far and yet within reach.
      this.cutoff[rows] = Math.min(cutoff, Double.MAX_VALUE);
      this.farthest[rows] = farthest;
      this.existingCost[rows] = existingCost;
      if (order.length < length) {
        order = new long[2 * length];
      }
      boolean ascending = true;
      for (int k = 0; k < length; k++) {
        check(sites[k] >= 0 && sites[k] < this.sites, "site of row", rows, sites[k]);
        check(costs[k] >= 0 && costs[k] < Double.POSITIVE_INFINITY, "cost of row", rows, costs[k]);
        order[k] = (long) sites[k] << 32 | k;
        ascending &= k == 0 || sites[k] > sites[k - 1];
      }
      if (!ascending) {
        Arrays.sort(order, 0, length);
      }
      if (pairs + length > site.length) {
        int room =
            (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(pairs + (long) length, 2L * pairs));
        site = Arrays.copyOf(site, room);
        cost = Arrays.copyOf(cost, room);
      }
      for (int n = 0; n < length; n++) {
        int k = (int) order[n];
        check(
            n == 0 || sites[k] != (int) (order[n - 1] >> 32),
            "each site may be in a row once: site of row",
            rows,
            sites[k]);
        if (useful(costs[k], cutoff, farthest, existingCost)) {
          site[pairs] = sites[k];
          cost[pairs++] = costs[k];
        }
      }
      first[++rows] = pairs;
    }

    private boolean useful(double c, double cutoff, double farthest, double existingCost) {
      if (model != Model.P_MEDIAN) {
        return c <= cutoff;
      }
      return c < existingCost && (c < farthest || c <= cutoff);
    }

    private void growRows() {
      if (rows == people.length) {
        int room = 2 * rows;
        people = Arrays.copyOf(people, room);
        weight = Arrays.copyOf(weight, room);
        town = Arrays.copyOf(town, room);
        cutoff = Arrays.copyOf(cutoff, room);
        farthest = Arrays.copyOf(farthest, room);
        existingCost = Arrays.copyOf(existingCost, room);
        first = Arrays.copyOf(first, room + 1);
      }
    }

    /** At most so many new sites, at least 0. */
    public void count(int most) {
      check(most >= 0, "number of sites", -1, most);
      count = most;
    }

    /** The prices of the new sites come to at most so much, at least 0. */
    public void budget(double yuan) {
      check(yuan >= 0, "budget", -1, yuan);
      budget = yuan;
    }

    /** SET_COVERING: share of all people to be covered, in (0, 1]; 1 if never called. */
    public void coverShare(double share) {
      check(share > 0 && share <= 1, "share to cover", -1, share);
      coverShare = share;
    }

    /** SET_COVERING with share 1: whether those whom nothing can reach are left out of it. */
    public void coverable(boolean only) {
      coverable = only;
    }

    /** At least this share, in [0, 1], of the people of a town is covered. */
    public void townShare(int town, double share) {
      check(town >= 0, "town", -1, town);
      check(share >= 0 && share <= 1, "share of town", town, share);
      shares = Arrays.copyOf(shares, Math.max(shares.length, town + 1));
      shares[town] = share;
    }

    /** SET_COVERING: what is to be as little as possible; sites if never called. */
    public void minimise(Objective objective) {
      minimise = objective;
    }

    /** The problem. */
    public SitingProblem build() {
      return new SitingProblem(this);
    }

    private static void check(boolean legal, String what, int index, double value) {
      if (!legal) {
        throw new IllegalArgumentException(
            what + (index < 0 ? "" : " " + index) + " is out of its legal range: " + value);
      }
    }
  }

  /** What is looked for. */
  public Model model() {
    return model;
  }

  /** What SET_COVERING makes as small as possible. */
  public Objective minimise() {
    return minimise;
  }

  /** Number of sites. */
  public int siteCount() {
    return price.length;
  }

  /** Number of demand rows as they were added. */
  public int demandCount() {
    return people.length;
  }

  /** Number of pairs of a row and a site that is of use to it. */
  public int pairCount() {
    return site.length;
  }

  /** Price of a site in yuan. */
  public double priceYuan(int j) {
    return price[j];
  }

  /** People that a site can serve, infinite without limit. */
  public double capacity(int j) {
    return capacity[j];
  }

  /** What may be done with a site. */
  public State state(int j) {
    return states[j];
  }

  /** Whether a site is open already. */
  public boolean isExisting(int j) {
    return existing[j];
  }

  /** Whether any site has a limit of people. */
  public boolean isCapacitated() {
    return capacitated;
  }

  /** The most new sites; {@link Integer#MAX_VALUE} for any number. */
  public int count() {
    return count;
  }

  /** The most yuan; infinite without limit. */
  public double budgetYuan() {
    return budget;
  }

  /** Number of towns. */
  public int townCount() {
    return townShare.length;
  }

  /** Least share of a town, 0 without one. */
  public double townShare(int t) {
    return townShare[t];
  }

  /** People of a town. */
  public double townPeople(int t) {
    return townTotal[t];
  }

  /** All people. */
  public double totalPeople() {
    return totalPeople;
  }

  /** People with an existing facility or a site that is not forbidden in reach. */
  public double coverablePeople() {
    return coverablePeople;
  }

  /** SET_COVERING: people who have to be covered; 0 for the other models. */
  public double requiredPeople() {
    return required;
  }

  /** SET_COVERING: whether everybody who can be covered has to be. */
  public boolean coversEverybody() {
    return model == Model.SET_COVERING && coverShare == 1;
  }

  double coverShare() {
    return coverShare;
  }

  /** Whether a site is open or may be. */
  public boolean usable(int j) {
    return existing[j] || states[j] != State.FORBIDDEN;
  }

  double people(int i) {
    return people[i];
  }

  double weight(int i) {
    return weight[i];
  }

  int town(int i) {
    return town[i];
  }

  double existingCost(int i) {
    return existingCost[i];
  }

  double cutoff(int i) {
    return cutoff[i];
  }

  double farthest(int i) {
    return farthest[i];
  }

  int first(int i) {
    return first[i];
  }

  int site(int k) {
    return site[k];
  }

  double cost(int k) {
    return cost[k];
  }

  /** The demand, put together; what solvers reckon with. */
  public SitingCore core() {
    return core;
  }

  /** Slack of a sum of people; under capacities they are reckoned in millionths. */
  public double slack() {
    return Math.max(capacitated ? 2e-6 : 0, SLACK * Math.max(1, totalPeople));
  }

  /**
   * What a set of open sites does; exact. Sites that exist are open whatever the set says.
   *
   * @param open one flag a site
   * @throws IllegalArgumentException where the set has another size
   */
  public Evaluation evaluate(boolean[] open) {
    if (open.length != price.length) {
      throw new IllegalArgumentException(
          "a set needs %d flags, one a site, but has %d".formatted(price.length, open.length));
    }
    boolean[] set = open.clone();
    int sites = 0;
    double yuan = 0;
    boolean feasible = true;
    for (int j = 0; j < set.length; j++) {
      set[j] |= existing[j];
      if (set[j] && !existing[j]) {
        sites++;
        yuan += price[j];
        feasible &= states[j] != State.FORBIDDEN;
      } else if (!existing[j]) {
        feasible &= states[j] != State.FORCED;
      }
    }
    feasible &= sites <= count && withinBudget(yuan);
    Tally tally = capacitated ? assigned(set) : nearest(set);
    for (int t = 0; t < townShare.length; t++) {
      feasible &= tally.townPeople[t] >= townShare[t] * townTotal[t] - slack();
    }
    feasible &= tally.people >= requiredPeople() - slack();
    double objective =
        switch (model) {
          case MAXIMAL_COVERING -> tally.weight;
          case SET_COVERING -> minimise == Objective.SITES ? sites : yuan;
          case P_MEDIAN -> tally.walk;
        };
    feasible &= objective < Double.POSITIVE_INFINITY;
    return new Evaluation(
        objective,
        tally.people,
        tally.weight,
        tally.townPeople,
        sites,
        yuan,
        feasible,
        tally.servedBy);
  }

  /** A builder that begins with all of this problem. */
  Builder copy(Model as) {
    Builder b = new Builder(as);
    b.minimise = minimise;
    b.sites = price.length;
    b.price = price;
    b.capacity = capacity;
    b.states = states;
    b.existing = existing;
    b.rows = people.length;
    b.pairs = site.length;
    b.people = people;
    b.weight = weight;
    b.town = town;
    b.cutoff = cutoff;
    b.farthest = farthest;
    b.existingCost = existingCost;
    b.first = first;
    b.site = site;
    b.cost = cost;
    b.count = count;
    b.budget = budget;
    b.coverShare = coverShare;
    b.required = required;
    b.shares = townShare;
    return b;
  }

  /** The same where no site is ever full. */
  SitingProblem withoutCapacities() {
    Builder b = copy(model);
    b.capacity = new double[price.length];
    for (int j = 0; j < price.length; j++) {
      b.capacity[j] = capacity[j] > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    return b.build();
  }

  /** The same with other states of its sites; what has to be covered stays. */
  SitingProblem withStates(State[] other) {
    Builder b = copy(model);
    b.states = other;
    return b.build();
  }

  /**
   * The set covering problem whose selections are those that meet all shares of this one and serve
   * all who must be.
   *
   * @param keepCount whether the number of sites is still limited; the budget never is
   */
  SitingProblem sharesOnly(Objective objective, boolean keepCount) {
    Builder b;
    if (model == Model.P_MEDIAN) {
      b = new Builder(Model.SET_COVERING);
      for (int j = 0; j < price.length; j++) {
        b.site(price[j], capacity[j], states[j], existing[j]);
      }
      int mustTown = townShare.length;
      double[] mustPeople = new double[mustTown];
      for (int i = 0; i < people.length; i++) {
        int from = first[i];
        int[] sites = Arrays.copyOfRange(site, from, first[i + 1]);
        double[] costs = Arrays.copyOfRange(cost, from, first[i + 1]);
        double out = Math.min(existingCost[i], farthest[i]);
        boolean must = out == Double.POSITIVE_INFINITY && (people[i] > 0 || weight[i] > 0);
        double reach = capacitated ? Double.POSITIVE_INFINITY : cutoff[i];
        double stays = capacitated && existingCost[i] > farthest[i] ? out + 1 : existingCost[i];
        if (capacitated && must && town[i] >= 0) {
          // Whoever must be served counts for his town for certain.
          mustPeople[town[i]] += people[i];
        }
        int of = capacitated && must ? mustTown : town[i];
        double limit = capacitated && out < reach ? Math.max(out, most(costs)) : reach;
        b.demand(people[i], 0, of, limit, 0, stays, sites, costs);
        if (must && !capacitated) {
          b.demand(1, 0, mustTown, Double.POSITIVE_INFINITY, 0, out, sites, costs);
        }
      }
      b.townShare(mustTown, 1);
      for (int t = 0; t < townShare.length; t++) {
        double rest = townTotal[t] - mustPeople[t];
        double need = Math.max(0, townShare[t] * townTotal[t] - mustPeople[t]);
        b.townShare(t, rest > 0 ? Math.min(1, need / rest) : 0);
      }
      b.count = count;
    } else {
      b = copy(Model.SET_COVERING);
    }
    if (model != Model.SET_COVERING) {
      b.coverShare = 0.5;
      b.required = 0;
    }
    b.minimise = objective;
    b.budget = Double.POSITIVE_INFINITY;
    if (!keepCount) {
      b.count = Integer.MAX_VALUE;
    }
    return b.build();
  }

  private static double most(double[] values) {
    double most = 0;
    for (double v : values) {
      most = Math.max(most, v);
    }
    return most;
  }

  /** Whether all prices are whole yuan. */
  boolean wholePrices() {
    for (double p : price) {
      if (p != Math.rint(p)) {
        return false;
      }
    }
    return true;
  }

  boolean withinBudget(double yuan) {
    return yuan <= budget + SLACK * Math.max(1, budget);
  }

  private static final class Tally {
    private double people;
    private double weight;
    private double walk;
    private final double[] townPeople;
    private final int[] servedBy;

    private Tally(int towns, int rows) {
      townPeople = new double[towns];
      servedBy = new int[rows];
    }
  }

  private void cover(Tally tally, int i, double share) {
    tally.people += share * people[i];
    tally.weight += share * weight[i];
    if (town[i] >= 0) {
      tally.townPeople[town[i]] += share * people[i];
    }
  }

  private Tally nearest(boolean[] open) {
    Tally tally = new Tally(townShare.length, people.length);
    for (int i = 0; i < people.length; i++) {
      double least = existingCost[i];
      int server = least < Double.POSITIVE_INFINITY ? Evaluation.EXISTING : Evaluation.NOBODY;
      for (int k = first[i]; k < first[i + 1]; k++) {
        if (open[site[k]] && cost[k] < least) {
          least = cost[k];
          server = site[k];
        }
      }
      boolean covered = least <= cutoff[i];
      if (covered) {
        cover(tally, i, 1);
      }
      if (model == Model.P_MEDIAN) {
        double walk = Math.min(least, farthest[i]);
        tally.walk += weight[i] == 0 && walk < Double.POSITIVE_INFINITY ? 0 : mustPay(i, walk);
        tally.servedBy[i] = covered || least < farthest[i] ? server : Evaluation.NOBODY;
      } else {
        tally.servedBy[i] = covered ? server : Evaluation.NOBODY;
      }
    }
    return tally;
  }

  private double mustPay(int i, double walk) {
    if (walk < Double.POSITIVE_INFINITY) {
      return weight[i] * walk;
    }
    return people[i] > 0 || weight[i] > 0 ? walk : 0;
  }

  private Tally assigned(boolean[] open) {
    Tally tally = new Tally(townShare.length, people.length);
    CapacitatedService service = new CapacitatedService(core);
    service.assign(open);
    for (int i = 0; i < people.length; i++) {
      int row = core.rowOf(i);
      double share = row < 0 ? 0 : service.served(row);
      boolean stays =
          model == Model.P_MEDIAN
              ? existingCost[i] < Double.POSITIVE_INFINITY && existingCost[i] <= farthest[i]
              : existingCost[i] <= cutoff[i];
      cover(tally, i, stays ? 1 : share);
      if (model == Model.P_MEDIAN) {
        double out = Math.min(existingCost[i], farthest[i]);
        tally.walk += row < 0 ? 0 : weight[i] * service.unitCost(row);
        if (share < 1) {
          tally.walk +=
              (1 - share)
                  * (weight[i] == 0 && out < Double.POSITIVE_INFINITY ? 0 : mustPay(i, out));
        }
      }
      int most = row < 0 ? -1 : service.mostly(row);
      tally.servedBy[i] =
          most >= 0 && (!stays || share > 0.5)
              ? most
              : stays ? Evaluation.EXISTING : Evaluation.NOBODY;
    }
    return tally;
  }
}
