package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Picks a given number of sites at the least cost and proves it: greedy and vertex substitution for
 * a good answer at once, Lagrangian bounds for how good it is, then branch and bound over the sites
 * that the bounds leave undecided. The same input and seed give the same answer. Not thread-safe.
 */
public final class SitingSolver {
  private static final int STARTS = 12;
  private static final int ROOT_STEPS = 3_000;
  private static final int NODE_STEPS = 120;
  // Sites are left out of the table and the bound raised anew while that makes it so much smaller.
  private static final double NARROWS = 0.8;
  // Nodes kept open for the least bound's sake; a node holds its prices.
  private static final int MOST_OPEN = 5_000;

  // The table as it was given, and what is left of it once sites are known not to be needed.
  private final SitingCosts given;
  private final SiteChoice choice;
  private SitingCosts costs;
  private int[] original;
  private final SplittableRandom dice;
  private final BooleanSupplier enough;

  private boolean[] bestSet;
  private double bestCost;
  private double rootBound;
  private long nodes;
  private LagrangianBound relaxed;

  private final Monitor monitor;

  /** Told of what is found on the way. */
  interface Monitor {
    /** A cheaper set. */
    void found(boolean[] set, double cost);

    /** No set is cheaper than this. */
    void bound(double least);
  }

  private SitingSolver(
      SitingCosts costs, SiteChoice choice, long seed, BooleanSupplier enough, Monitor monitor) {
    this.monitor = monitor;
    this.given = costs;
    this.costs = costs;
    this.choice = choice;
    this.original = IntStream.range(0, costs.siteCount()).toArray();
    this.dice = new SplittableRandom(seed);
    this.enough = enough;
    this.relaxed = new LagrangianBound(costs, choice.count());
  }

  /**
   * Solves.
   *
   * @param costs who can be served from where
   * @param choice how many sites, which must and must not be among them
   * @param seed of the random starts
   * @param enough asked now and then; true ends the search with what is known, bound included
   * @throws IllegalArgumentException naming the limit that cannot be met, or where nothing was
   *     found that serves everybody who has to be served
   */
  public static SitingSolution solve(
      SitingCosts costs, SiteChoice choice, long seed, BooleanSupplier enough) {
    return solve(
        costs,
        choice,
        seed,
        enough,
        null,
        new Monitor() {
          @Override
          public void found(boolean[] set, double cost) {}

          @Override
          public void bound(double least) {}
        });
  }

  /**
   * Like the other.
   *
   * @param start set to begin with, null to find one; kept
   * @param monitor told of better sets and of the bound, as they are found
   */
  static SitingSolution solve(
      SitingCosts costs,
      SiteChoice choice,
      long seed,
      BooleanSupplier enough,
      boolean @Nullable [] start,
      Monitor monitor) {
    choice.check(costs.siteCount());
    return new SitingSolver(costs, choice, seed, enough, monitor).run(start);
  }

  private SitingSolution run(boolean @Nullable [] start) {
    byte[] states = choice.states(costs.siteCount());
    bestSet = start != null ? start.clone() : Interchange.greedy(costs, states, choice.count());
    Interchange interchange = new Interchange(costs, states, enough);
    bestCost = interchange.improve(bestSet);
    monitor.found(bestSet, bestCost);
    for (int round = 1; round < STARTS && !enough.getAsBoolean(); round++) {
      tryOut(interchange, shaken(states));
    }
    relaxed.startFrom(bestSet);
    double[] next = {bestCost};
    rootBound =
        relaxed.raise(
            states,
            bestCost,
            target(),
            ROOT_STEPS,
            40,
            picked -> {
              double cost = costs.total(picked, null);
              if (cost < next[0] * 1.01) {
                tryOut(interchange, picked.clone());
                next[0] = Math.min(next[0], bestCost);
              }
              return enough.getAsBoolean() ? Double.NEGATIVE_INFINITY : bestCost;
            });
    monitor.bound(Math.min(bestCost, Math.max(rootBound, cheapest())));
    double bound = rootBound;
    if (rootBound <= target()) {
      bound = narrowed(states);
    }
    if (given.total(bestSet, null) == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "%s that do not leave somebody out who has to be served; open more, or check that every"
                  .formatted(
                      bound > bestCost - 0.5
                          ? "there are no %d sites".formatted(choice.count())
                          : "no %d sites were found in the time given".formatted(choice.count()))
              + " demand point can be served from a site that is not forbidden");
    }
    bound = Math.min(Math.max(bound, cheapest()), bestCost);
    if (given.isWhole()) {
      bound = Math.min(bestCost, Math.ceil(bound - 1e-6));
    }
    return new SitingSolution(
        sites(bestSet), bestCost, bound, bound >= bestCost - 1e-9 * Math.abs(bestCost), nodes);
  }

  /**
   * Leaves out the sites that the bound shuts, raises the bound on what is left, and again while
   * that shuts many; then branches.
   *
   * @return what no set costs less than
   */
  private double narrowed(byte[] states) {
    double bound = rootBound;
    double[] prices = relaxed.bestPrices();
    while (true) {
      relaxed.fix(states, target());
      int before = states.length;
      states = leaveOut(states);
      if (states.length > NARROWS * before) {
        return branch(states, prices, bound);
      }
      Interchange inside = new Interchange(costs, states, enough);
      double[] next = {bestCost};
      relaxed.startFrom(prices);
      bound =
          Math.max(
              bound,
              relaxed.raise(
                  states,
                  bestCost,
                  target(),
                  ROOT_STEPS / 3,
                  40,
                  picked -> polish(inside, picked, next)));
      if (bound > target()) {
        return bound;
      }
      monitor.bound(Math.min(bestCost, Math.max(bound, cheapest())));
      if (enough.getAsBoolean()) {
        return bound;
      }
      prices = relaxed.bestPrices();
    }
  }

  private double polish(Interchange inside, boolean[] picked, double[] next) {
    double cost = costs.total(picked, null);
    if (cost < next[0]) {
      tryOut(inside, picked.clone());
      next[0] = Math.min(next[0], bestCost);
    }
    return enough.getAsBoolean() ? Double.NEGATIVE_INFINITY : bestCost;
  }

  /** Makes the table smaller by the sites that are shut; the states of those that are left. */
  private byte[] leaveOut(byte[] states) {
    int[] at = new int[states.length];
    int kept = 0;
    for (int j = 0; j < states.length; j++) {
      at[j] = states[j] == SiteChoice.SHUT ? -1 : kept++;
    }
    if (kept == states.length) {
      return states;
    }
    byte[] left = new byte[kept];
    int[] names = new int[kept];
    for (int j = 0; j < states.length; j++) {
      if (at[j] >= 0) {
        left[at[j]] = states[j];
        names[at[j]] = original[j];
      }
    }
    original = names;
    costs = costs.only(at, kept);
    relaxed = new LagrangianBound(costs, choice.count());
    return left;
  }

  /** What it would cost if everybody had his cheapest site. */
  private double cheapest() {
    double sum = 0;
    for (int i = 0; i < given.demandCount(); i++) {
      int first = given.first(i);
      sum += first == given.first(i + 1) ? given.leftOut(i) : given.cost(first);
    }
    return sum;
  }

  /** Above this bound nothing better can lie. */
  private double target() {
    return given.isWhole() ? bestCost - 1 + 1e-6 : bestCost - 1e-9 * Math.abs(bestCost);
  }

  private void tryOut(Interchange interchange, boolean[] set) {
    take(set, interchange.improve(set));
  }

  private void take(boolean[] set, double cost) {
    if (cost < bestCost) {
      bestCost = cost;
      bestSet = new boolean[given.siteCount()];
      for (int j = 0; j < set.length; j++) {
        bestSet[original[j]] = set[j];
      }
      monitor.found(bestSet, cost);
    }
  }

  /** The best set with a third of its free sites moved elsewhere. */
  private boolean[] shaken(byte[] states) {
    boolean[] set = bestSet.clone();
    List<Integer> in = new ArrayList<>();
    List<Integer> out = new ArrayList<>();
    for (int j = 0; j < set.length; j++) {
      if (states[j] == SiteChoice.FREE) {
        (set[j] ? in : out).add(j);
      }
    }
    int moves = Math.min(Math.max(1, in.size() / 3), out.size());
    for (int m = 0; m < moves && !in.isEmpty(); m++) {
      set[in.remove(dice.nextInt(in.size()))] = false;
      set[out.remove(dice.nextInt(out.size()))] = true;
    }
    return set;
  }

  private record Node(byte[] states, double[] prices, double bound, long number)
      implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int order = Double.compare(bound, other.bound);
      return order != 0 ? order : Long.compare(other.number, number);
    }
  }

  /**
   * The least bound first, so that the bound of the whole rises steadily; depth first, the likelier
   * half first, while too many are open.
   *
   * @return the least bound of what was left unsearched; infinite where nothing was
   */
  private double branch(byte[] rootStates, double[] prices, double bound) {
    PriorityQueue<Node> queue = new PriorityQueue<>();
    List<Node> stack = new ArrayList<>();
    Interchange inside = new Interchange(costs, rootStates, enough);
    queue.add(new Node(rootStates, prices, bound, 0));
    double told = bound;
    long number = 0;
    while (!queue.isEmpty() || !stack.isEmpty()) {
      Node node = stack.isEmpty() ? queue.remove() : stack.remove(stack.size() - 1);
      if (node.bound > target()) {
        continue;
      }
      if (enough.getAsBoolean()) {
        double left = node.bound;
        for (Node other : stack) {
          left = Math.min(left, other.bound);
        }
        return queue.isEmpty() ? left : Math.min(left, queue.peek().bound);
      }
      if (stack.isEmpty() && node.bound > told + 1e-4 * Math.abs(told)) {
        told = node.bound;
        monitor.bound(Math.min(bestCost, told));
      }
      nodes++;
      byte[] states = node.states;
      relaxed.startFrom(node.prices);
      double[] next = {bestCost};
      double found =
          Math.max(
              node.bound,
              relaxed.raise(
                  states,
                  bestCost,
                  target(),
                  NODE_STEPS,
                  15,
                  picked -> polish(inside, picked, next)));
      if (found > target()) {
        continue;
      }
      relaxed.fix(states, target());
      int site = undecided(states);
      if (site < 0) {
        boolean[] set = only(states);
        if (set != null) {
          take(set, costs.total(set, null));
        }
        continue;
      }
      double[] at = relaxed.bestPrices();
      byte[] with = states.clone();
      with[site] = SiteChoice.OPEN;
      byte[] without = states.clone();
      without[site] = SiteChoice.SHUT;
      boolean openFirst = relaxed.usage(site) >= 0.5;
      Node likelier = new Node(openFirst ? with : without, at, found, number + 2);
      Node other = new Node(openFirst ? without : with, at, found, number + 1);
      number += 2;
      if (queue.size() < MOST_OPEN) {
        queue.add(likelier);
        queue.add(other);
      } else {
        stack.add(other);
        stack.add(likelier);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The free site about which the relaxed problem is least decided, -1 where none is free. */
  private int undecided(byte[] states) {
    int open = 0;
    int free = 0;
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < states.length; j++) {
      if (states[j] == SiteChoice.OPEN) {
        open++;
      } else if (states[j] == SiteChoice.FREE) {
        free++;
        double away = Math.abs(relaxed.usage(j) - 0.5);
        if (away < least) {
          least = away;
          best = j;
        }
      }
    }
    int want = choice.count() - open;
    return want <= 0 || want >= free ? -1 : best;
  }

  /** The one set that the decided sites leave, null where there is none. */
  private boolean[] only(byte[] states) {
    boolean[] set = new boolean[states.length];
    int open = 0;
    for (int j = 0; j < states.length; j++) {
      if (states[j] == SiteChoice.OPEN) {
        set[j] = true;
        open++;
      }
    }
    if (open < choice.count()) {
      for (int j = 0; j < states.length && open < choice.count(); j++) {
        if (states[j] == SiteChoice.FREE) {
          set[j] = true;
          open++;
        }
      }
    }
    return open == choice.count() ? set : null;
  }

  private static List<Integer> sites(boolean[] set) {
    List<Integer> sites = new ArrayList<>();
    for (int j = 0; j < set.length; j++) {
      if (set[j]) {
        sites.add(j);
      }
    }
    return List.copyOf(sites);
  }
}
