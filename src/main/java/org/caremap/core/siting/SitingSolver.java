package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
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

  private final SitingCosts costs;
  private final SiteChoice choice;
  private final SplittableRandom dice;
  private final BooleanSupplier enough;

  private boolean[] bestSet;
  private double bestCost;
  private double rootBound;
  private long nodes;
  private final LagrangianBound relaxed;

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
    this.costs = costs;
    this.choice = choice;
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
    boolean complete = rootBound > target();
    double bound = rootBound;
    if (!complete) {
      relaxed.fix(states, target());
      bound = branch(states, relaxed.bestPrices(), rootBound);
    }
    if (costs.total(bestSet, null) == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "%d sites were found that leave somebody out who has to be served; open more, or check"
                  .formatted(choice.count())
              + " that every demand point can be served from a site that is not forbidden");
    }
    bound = Math.min(Math.max(bound, cheapest()), bestCost);
    if (costs.isWhole()) {
      bound = Math.min(bestCost, Math.ceil(bound - 1e-6));
    }
    return new SitingSolution(
        sites(bestSet), bestCost, bound, bound >= bestCost - 1e-9 * Math.abs(bestCost), nodes);
  }

  /** What it would cost if everybody had his cheapest site. */
  private double cheapest() {
    double sum = 0;
    for (int i = 0; i < costs.demandCount(); i++) {
      int first = costs.first(i);
      sum += first == costs.first(i + 1) ? costs.leftOut(i) : costs.cost(first);
    }
    return sum;
  }

  /** Above this bound nothing better can lie. */
  private double target() {
    return costs.isWhole() ? bestCost - 1 + 1e-6 : bestCost - 1e-9 * Math.abs(bestCost);
  }

  private void tryOut(Interchange interchange, boolean[] set) {
    double cost = interchange.improve(set);
    if (cost < bestCost) {
      bestCost = cost;
      bestSet = set;
      monitor.found(set, cost);
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

  private record Node(byte[] states, double[] prices, double bound) {}

  /**
   * Depth first, the likelier half first.
   *
   * @return the least bound of what was left unsearched; infinite where nothing was
   */
  private double branch(byte[] rootStates, double[] prices, double bound) {
    List<Node> open = new ArrayList<>();
    open.add(new Node(rootStates, prices, bound));
    double left = Double.POSITIVE_INFINITY;
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (node.bound > target()) {
        continue;
      }
      if (enough.getAsBoolean()) {
        left = Math.min(left, node.bound);
        continue;
      }
      nodes++;
      byte[] states = node.states;
      relaxed.startFrom(node.prices);
      Interchange inside = new Interchange(costs, choice.states(costs.siteCount()), enough);
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
                  picked -> {
                    double cost = costs.total(picked, null);
                    if (cost < next[0]) {
                      tryOut(inside, picked.clone());
                      next[0] = Math.min(next[0], bestCost);
                    }
                    return enough.getAsBoolean() ? Double.NEGATIVE_INFINITY : bestCost;
                  }));
      if (found > target()) {
        continue;
      }
      relaxed.fix(states, target());
      int site = undecided(states);
      if (site < 0) {
        boolean[] set = only(states);
        if (set != null) {
          double cost = costs.total(set, null);
          if (cost < bestCost) {
            bestCost = cost;
            bestSet = set;
            monitor.found(set, cost);
          }
        }
        continue;
      }
      double[] at = relaxed.bestPrices();
      byte[] with = states.clone();
      with[site] = SiteChoice.OPEN;
      byte[] without = states.clone();
      without[site] = SiteChoice.SHUT;
      boolean openFirst = relaxed.usage(site) >= 0.5;
      open.add(new Node(openFirst ? without : with, at, found));
      open.add(new Node(openFirst ? with : without, at, found));
    }
    return left;
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
