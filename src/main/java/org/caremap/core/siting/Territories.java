package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws territories: units are given to parts, each in one piece, as evenly as can be, then as near
 * as can be.
 *
 * <p>Each connected group of units (see {@link TerritoryProblem}) is solved by itself, since
 * nothing is glued over the water: a group in which no part lies gets none. Parts with a seed or
 * fixed units lie in the group of these; the others are given to groups by weight, as seats are by
 * Webster's method (1832), and then moved between the groups that got one where that lowers the
 * bound. In a group of up to {@code 15} units every sharing is looked at ({@link TerritoryExact});
 * in larger ones {@link TerritorySearch} finds a good one, and {@link TerritoryBound} says how much
 * better any could be.
 */
public final class Territories {
  private static final double SAME = 1e-9;

  private Territories() {}

  /**
   * Draws.
   *
   * @param seed of random numbers; the same gives the same plan
   */
  public static TerritoryPlan draw(TerritoryProblem problem, long seed) {
    return draw(problem, seed, true);
  }

  /**
   * The same, where small groups too can be left to the search.
   *
   * @param exhaust whether groups that are small enough are solved exactly
   */
  static TerritoryPlan draw(TerritoryProblem problem, long seed, boolean exhaust) {
    Seats seats = new Seats(problem);
    double[] target = targets(problem, seats.total());
    seats.level(target);
    int[] part = seats.part.clone();
    double imbalance = 0;
    double bound = 0;
    boolean exact = true;
    boolean contiguous = true;
    for (TerritoryBlock block : seats.blocks(target)) {
      double least = TerritoryBound.of(block);
      int[] local = exhaust && TerritoryExact.fits(block) ? TerritoryExact.solve(block) : null;
      boolean all = local != null;
      if (local == null) {
        local = TerritorySearch.solve(block, least, seed);
      }
      TerritoryState state = new TerritoryState(block);
      state.set(local);
      exact &= all;
      imbalance = Math.max(imbalance, state.imbalance());
      // What was exhausted is the best there is, unless distance was preferred within the
      // tolerance.
      bound = Math.max(bound, all ? exhausted(block, state, least) : least);
      for (int u = 0; u < local.length; u++) {
        part[block.unit[u]] = local[u] < 0 ? TerritoryProblem.NONE : block.part[local[u]];
      }
    }
    // Free parts might lie in other groups: then the groups' own best proves nothing for the whole.
    if (seats.isMovable()) {
      bound = Math.min(bound, seats.bound(target));
    }
    bound = Math.min(bound, imbalance);
    TerritorySpread spread = new TerritorySpread(problem, part);
    double distance = 0;
    for (int p = 0; p < problem.partCount(); p++) {
      contiguous &= spread.pieces(p).size() <= 1;
      distance += spread.distance(p);
    }
    boolean proven = contiguous && imbalance <= bound + SAME;
    return new TerritoryPlan(part, target, imbalance, bound, proven, exact, contiguous, distance);
  }

  private static double exhausted(TerritoryBlock block, TerritoryState state, double least) {
    return state.imbalance() > block.tolerance + SAME
        ? state.imbalance()
        : Math.max(least, TerritoryExact.imbalance(block));
  }

  /**
   * What each part should get: its share of the weight of all groups in which a part lies.
   *
   * @return one for each part, in the units of weight
   */
  static double[] targets(TerritoryProblem problem, long total) {
    double shares = 0;
    for (int p = 0; p < problem.partCount(); p++) {
      shares += problem.share(p);
    }
    double[] target = new double[problem.partCount()];
    for (int p = 0; p < target.length; p++) {
      target[p] = total * problem.share(p) / shares;
    }
    return target;
  }

  /**
   * Judges a sharing, however it came about.
   *
   * @param part of each unit, or {@link TerritoryProblem#NONE}
   */
  public static TerritoryReview review(TerritoryProblem problem, int[] part) {
    Seats seats = new Seats(problem);
    double[] target = targets(problem, seats.total());
    seats.level(target);
    return TerritoryReview.of(problem, part, target, seats.taking(), seats.bound(target));
  }

  /** Which connected groups take part, and how many free parts lie in each. */
  private static final class Seats {
    private final TerritoryProblem problem;
    private final int groups;
    private final List<List<Integer>> units = new ArrayList<>();
    private final List<List<Integer>> anchored = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final long[] weight;
    private final int[] seats;

    /** Weight of units that are fixed to a part across the water, by part; and who they are. */
    private final long[] extra;

    private final int[] part;

    Seats(TerritoryProblem problem) {
      this.problem = problem;
      int[] group = problem.components(new boolean[problem.unitCount()]);
      int[] home = homes(group);
      boolean[] away = new boolean[group.length];
      extra = new long[problem.partCount()];
      part = new int[group.length];
      Arrays.fill(part, TerritoryProblem.NONE);
      for (int u = 0; u < group.length; u++) {
        int p = problem.fixedTo(u);
        away[u] = p != TerritoryProblem.NONE && home[p] != group[u];
        if (away[u]) {
          extra[p] += problem.weight(u);
          part[u] = p;
        }
      }
      group = problem.components(away);
      groups = Arrays.stream(group).max().orElse(-1) + 1;
      for (int g = 0; g < groups; g++) {
        units.add(new ArrayList<>());
        anchored.add(new ArrayList<>());
      }
      weight = new long[groups];
      int[] groupOfPart = new int[problem.partCount()];
      Arrays.fill(groupOfPart, -1);
      for (int u = 0; u < group.length; u++) {
        if (away[u]) {
          continue;
        }
        units.get(group[u]).add(u);
        weight[group[u]] += problem.weight(u);
        int p = problem.fixedTo(u);
        if (p != TerritoryProblem.NONE && groupOfPart[p] < 0) {
          groupOfPart[p] = group[u];
        }
      }
      for (int p = 0; p < groupOfPart.length; p++) {
        if (groupOfPart[p] < 0) {
          free.add(p);
        } else {
          anchored.get(groupOfPart[p]).add(p);
        }
      }
      seats = new int[groups];
      for (int i = 0; i < free.size(); i++) {
        seats[neediest()]++;
      }
    }

    /**
     * The connected group of each part: its seed's, else its first fixed unit's; -1 of free ones.
     */
    private int[] homes(int[] group) {
      int[] home = new int[problem.partCount()];
      for (int p = 0; p < home.length; p++) {
        home[p] = problem.seed(p) == TerritoryProblem.NONE ? -1 : group[problem.seed(p)];
      }
      for (int u = 0; u < group.length; u++) {
        int p = problem.fixedTo(u);
        if (p != TerritoryProblem.NONE && home[p] < 0) {
          home[p] = group[u];
        }
      }
      return home;
    }

    /** The group with the most weight for half a seat more (Webster). */
    private int neediest() {
      int neediest = -1;
      double most = -1;
      for (int g = 0; g < groups; g++) {
        int has = anchored.get(g).size() + seats[g];
        double quotient = weight[g] / (2.0 * has + 1);
        if (has < units.get(g).size() && quotient > most) {
          most = quotient;
          neediest = g;
        }
      }
      if (neediest < 0) {
        throw new IllegalArgumentException("more parts than units");
      }
      return neediest;
    }

    private boolean takesPart(int g) {
      return !anchored.get(g).isEmpty() || seats[g] > 0;
    }

    boolean[] taking() {
      boolean[] taking = new boolean[problem.unitCount()];
      for (int u = 0; u < taking.length; u++) {
        taking[u] = part[u] != TerritoryProblem.NONE;
      }
      for (int g = 0; g < groups; g++) {
        for (int u : units.get(g)) {
          taking[u] = takesPart(g);
        }
      }
      return taking;
    }

    long total() {
      long total = Arrays.stream(extra).sum();
      for (int g = 0; g < groups; g++) {
        total += takesPart(g) ? weight[g] : 0;
      }
      return total;
    }

    /** Whether free parts could be shared out among groups in more than one way. */
    boolean isMovable() {
      int taking = 0;
      for (int g = 0; g < groups; g++) {
        taking += takesPart(g) ? 1 : 0;
      }
      return !free.isEmpty() && taking > 1;
    }

    /**
     * Moves free parts between the groups that take part so that the worst bound is least; every
     * group keeps at least one part.
     */
    void level(double[] target) {
      if (isMovable()) {
        best(target, seats);
      }
    }

    /** A bound on the imbalance that holds wherever the free parts lie. */
    double bound(double[] target) {
      return best(target, null);
    }

    private double best(double[] target, int @Nullable [] chosen) {
      int f = free.size();
      double[] worst = new double[f + 1];
      Arrays.fill(worst, Double.POSITIVE_INFINITY);
      worst[0] = 0;
      int[][] taken = new int[groups][f + 1];
      for (int g = 0; g < groups; g++) {
        if (!takesPart(g)) {
          continue;
        }
        double[] next = new double[f + 1];
        Arrays.fill(next, Double.POSITIVE_INFINITY);
        int least = anchored.get(g).isEmpty() ? 1 : 0;
        int most = isMovable() ? f : seats[g];
        for (int own = isMovable() ? least : seats[g]; own <= most; own++) {
          if (anchored.get(g).size() + own > units.get(g).size()) {
            break;
          }
          double bound = TerritoryBound.of(block(g, 0, own, target));
          for (int before = 0; before + own <= f; before++) {
            double both = Math.max(worst[before], bound);
            if (both < next[before + own]) {
              next[before + own] = both;
              taken[g][before + own] = own;
            }
          }
        }
        worst = next;
      }
      if (chosen != null && worst[f] < Double.POSITIVE_INFINITY) {
        int left = f;
        for (int g = groups - 1; g >= 0; g--) {
          if (takesPart(g)) {
            chosen[g] = taken[g][left];
            left -= taken[g][left];
          }
        }
      }
      return worst[f];
    }

    /** A group with its own parts and so many of the free ones, from the given one on. */
    private TerritoryBlock block(int g, int firstFree, int count, double[] target) {
      List<Integer> parts = new ArrayList<>(anchored.get(g));
      int own = parts.size();
      parts.addAll(free.subList(firstFree, firstFree + count));
      return new TerritoryBlock(
          problem,
          units.get(g).stream().mapToInt(u -> u).toArray(),
          parts.stream().mapToInt(p -> p).toArray(),
          own,
          target,
          extra);
    }

    List<TerritoryBlock> blocks(double[] target) {
      List<TerritoryBlock> blocks = new ArrayList<>();
      int next = 0;
      for (int g = 0; g < groups; g++) {
        if (takesPart(g)) {
          blocks.add(block(g, next, seats[g], target));
          next += seats[g];
        }
      }
      return blocks;
    }
  }
}
