package org.caremap.core.siting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.State;
import org.jspecify.annotations.Nullable;

/** One search, phase by phase. Not thread-safe. */
final class SearchRun {
  private static final int RELAXED_STEPS = 1_500;
  private static final int PATIENCE = 40;
  private static final int PICKS_EVERY = 40;
  // Pairs looked at while searching from shaken sets: some seconds' work.
  private static final double SHAKEN_WORK = 2e9;
  private static final int MOST_SHAKES = 60;
  private static final int SHAKES_UNDER_CAPACITIES = 6;

  private final SitingProblem problem;
  private final SitingCore core;
  private final long seed;
  private final @Nullable ExactSolver exact;
  private final Listener listener;
  private final boolean most;
  private final double[] alone;
  private final SplittableRandom dice;

  private boolean @Nullable [] best;
  private double objective;
  private double bound;
  private String method = "greedy";
  private long nodes;
  private boolean proven;
  private double told = Double.NaN;
  private double toldBound = Double.NaN;

  SearchRun(SitingProblem problem, long seed, @Nullable ExactSolver exact, Listener listener) {
    this.problem = problem;
    this.seed = seed;
    this.exact = exact;
    this.listener = listener;
    core = problem.core();
    most = problem.model() == Model.MAXIMAL_COVERING;
    objective = most ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    bound = most ? Double.POSITIVE_INFINITY : 0;
    alone = QuickBound.alone(core);
    dice = new SplittableRandom(seed);
  }

  /**
   * Searches.
   *
   * @throws InfeasibleSiting where the constraints contradict each other, or no selection was found
   */
  SitingAnswer run() {
    listener.progress(0, "greedy");
    greedy();
    if (best == null) {
      // Somebody may do what building up did not: shake, exchange.
      interchange();
    }
    if (best == null) {
      byProof();
    }
    tighten(QuickBound.of(core, best), "greedy");
    tighten(QuickBound.of(core, new boolean[problem.siteCount()]), "greedy");
    tell();
    if (!done()) {
      interchange();
      tell();
    }
    if (!done() && branches()) {
      branchAndBound();
    } else if (!done()) {
      relaxAndProve();
      if (!done() && countOnly()) {
        branchAndBound();
      }
    }
    tell();
    listener.progress(1, method);
    return answer();
  }

  private boolean done() {
    return proven || !better(bound, objective) || listener.cancelled();
  }

  private void greedy() {
    boolean prices =
        problem.budgetYuan() < Double.POSITIVE_INFINITY
            || problem.minimise() == SitingProblem.Objective.YUAN;
    for (boolean byPrice : prices ? new boolean[] {false, true} : new boolean[] {false}) {
      Selection selection = Selection.of(core);
      new Greedy(selection, byPrice, listener::cancelled).fill();
      if (problem.model() == Model.SET_COVERING && !selection.isShort()) {
        thin(selection);
      }
      offer(selection.open, "greedy");
    }
  }

  /** Takes out again what later sites made needless. */
  private void thin(Selection selection) {
    for (int j = 0; j < problem.siteCount(); j++) {
      if (selection.canShut(j) && !listener.cancelled()) {
        selection.shut(j);
        if (selection.isShort()) {
          selection.open(j);
        }
      }
    }
  }

  private void interchange() {
    listener.progress(0.05, "interchange");
    Selection selection = Selection.of(core);
    LocalSearch search = new LocalSearch(selection, alone, listener::cancelled);
    if (best != null) {
      selection.become(best);
    } else {
      new Greedy(selection, true, listener::cancelled).fill();
    }
    search.improve();
    offer(selection.open, "interchange");
    if (best != null) {
      tell();
    }
    // Under capacities the bound is known soon, and trials take long: they come after it.
    if (best != null && (branches() || problem.isCapacitated())) {
      return;
    }
    shakes(selection, search);
  }

  /** Searches from shaken sets. */
  private void shakes(Selection selection, LocalSearch search) {
    double work = core.pairCount() * (double) (5 + selection.newSites());
    int rounds =
        problem.isCapacitated()
            ? SHAKES_UNDER_CAPACITIES
            : (int) Math.max(4, Math.min(MOST_SHAKES, SHAKEN_WORK / work));
    for (int round = 0; round < rounds && !listener.cancelled(); round++) {
      if (best != null) {
        selection.become(best);
      }
      search.shake(dice);
      search.improve();
      offer(selection.open, "interchange");
      if (best != null && round % 8 == 7) {
        if (!problem.isCapacitated()) {
          listener.progress(0.05 + 0.25 * round / rounds, "interchange");
        }
        tell();
      }
    }
  }

  /** Whether own branching goes first: it is at home with walks, cuts help more with covering. */
  private boolean branches() {
    return countOnly() && (core.hasCosts() || exact == null);
  }

  /** Whether the only limit is the number of sites. */
  private boolean countOnly() {
    if (problem.isCapacitated()
        || problem.model() == Model.SET_COVERING
        || problem.budgetYuan() < Double.POSITIVE_INFINITY) {
      return false;
    }
    for (int t = 0; t < problem.townCount(); t++) {
      if (problem.townShare(t) > 0) {
        return false;
      }
    }
    return true;
  }

  private void branchAndBound() {
    int n = problem.siteCount();
    Set<Integer> forced = new HashSet<>();
    Set<Integer> forbidden = new HashSet<>();
    int forcedNew = 0;
    int existing = 0;
    for (int j = 0; j < n; j++) {
      if (problem.isExisting(j)) {
        forced.add(j);
        existing++;
      } else if (problem.state(j) == State.FORCED) {
        forced.add(j);
        forcedNew++;
      } else if (problem.state(j) == State.FORBIDDEN) {
        forbidden.add(j);
      }
    }
    int usable = n - forbidden.size() - existing;
    int count = Math.max(forcedNew, Math.min(problem.count(), usable));
    if (count + existing == 0) {
      return;
    }
    SitingCosts costs = core.costs();
    double offset = most ? core.baseWeight() : core.baseWalk();
    double all = 0;
    for (int i = 0; i < core.rowCount(); i++) {
      all += core.weight(i);
    }
    double whole = all;
    listener.progress(0.3, "lagrange");
    boolean[] start = best.clone();
    int open = 0;
    for (int j = 0; j < n; j++) {
      start[j] |= problem.isExisting(j);
      open += start[j] ? 1 : 0;
    }
    for (int j = 0; j < n && open < count + existing; j++) {
      if (!start[j] && !forbidden.contains(j)) {
        start[j] = true;
        open++;
      }
    }
    SitingSolution solution =
        SitingSolver.solve(
            costs,
            new SiteChoice(count + existing, forced, forbidden),
            seed,
            listener::cancelled,
            start,
            new SitingSolver.Monitor() {
              @Override
              public void found(boolean[] set, double cost) {
                if (offer(set, "interchange")) {
                  tell();
                }
              }

              @Override
              public void bound(double least) {
                tighten(most ? offset + whole - least : offset + least, "lagrange");
                tell();
                listener.progress(0.6, "exact");
              }
            });
    boolean[] set = new boolean[n];
    solution.sites().forEach(j -> set[j] = true);
    offer(set, "exact");
    nodes += solution.nodes();
    tighten(
        most ? offset + whole - solution.bound() : offset + solution.bound(),
        solution.nodes() > 0 ? "exact" : "lagrange");
    if (solution.proven()) {
      proven = true;
    }
  }

  /** Lagrangian bound with all limits; decides sites; the solver for what is left. */
  private void relaxAndProve() {
    listener.progress(0.3, "lagrange");
    State[] states = new State[problem.siteCount()];
    Arrays.setAll(states, problem::state);
    RelaxedBound relaxed = new RelaxedBound(core);
    relaxed.startFrom(best);
    double base = most ? weightInPlay() + core.baseWeight() : 0;
    Selection selection = Selection.of(core);
    LocalSearch search = new LocalSearch(selection, alone, listener::cancelled);
    int[] calls = {0};
    double found =
        relaxed.raise(
            most ? base - objective : objective,
            most ? base - objective : objective,
            RELAXED_STEPS,
            PATIENCE,
            PICKS_EVERY,
            picked -> {
              listener.progress(
                  Math.min(0.6, 0.3 + 0.3 * calls[0]++ * PICKS_EVERY / RELAXED_STEPS), "lagrange");
              if (!problem.isCapacitated()) {
                trim(selection, picked);
                new Greedy(selection, true, listener::cancelled).fill();
                search.improve();
                offer(selection.open, "lagrange");
              }
              double least = relaxed.best();
              tighten(round(most ? base - least : least), "lagrange");
              tell();
              return most ? base - objective : objective;
            },
            listener::cancelled);
    tighten(round(most ? base - found : found), "lagrange");
    tell();
    if (!done() && problem.isCapacitated()) {
      listener.progress(0.5, "interchange");
      shakes(selection, search);
      tell();
    }
    if (done()) {
      return;
    }
    // Nothing better than this by more than the slack of sums is looked for.
    double enough =
        (most ? base - objective : objective)
            - SitingProblem.SLACK * Math.max(1, Math.abs(objective));
    int decided = relaxed.fix(states, enough);
    SitingProblem rest = decided == 0 ? problem : problem.withStates(states);
    prove(rest);
  }

  /** The picks that keep to number and money, most valuable first as far as known. */
  private void trim(Selection selection, boolean[] picked) {
    selection.become(new boolean[problem.siteCount()]);
    for (int j = 0; j < picked.length; j++) {
      if (problem.state(j) == State.FORCED && !selection.open[j]) {
        selection.open(j);
      }
    }
    for (int j = 0; j < picked.length; j++) {
      if (picked[j] && selection.canOpen(j)) {
        selection.open(j);
      }
    }
  }

  private double weightInPlay() {
    double sum = 0;
    for (int i = 0; i < core.rowCount(); i++) {
      sum += core.weight(i);
    }
    return sum;
  }

  /** Where objectives are whole numbers bounds are, too. */
  private double round(double found) {
    boolean sites =
        problem.model() == Model.SET_COVERING
            && (problem.minimise() == SitingProblem.Objective.SITES || problem.wholePrices());
    if (sites) {
      return Math.ceil(found - 1e-6);
    }
    if (most && !problem.isCapacitated() && core.wholeWeights()) {
      return Math.floor(found + 1e-6);
    }
    return found;
  }

  private void prove(SitingProblem rest) {
    if (exact == null || !exact.fits(rest)) {
      return;
    }
    listener.progress(0.6, "exact");
    Optional<SitingAnswer> answer;
    try {
      answer = exact.solve(rest, answer(), seed, listener);
    } catch (ExactSolver.NoSelection e) {
      // Sites were decided against all but what is no better: nothing is.
      proven = true;
      method = "exact";
      return;
    }
    if (answer.isEmpty()) {
      return;
    }
    SitingAnswer found = answer.get();
    nodes += found.nodes();
    boolean[] set = new boolean[problem.siteCount()];
    found.sites().forEach(j -> set[j] = true);
    offer(set, "exact");
    if (found.proven()) {
      proven = true;
    }
    // What was decided before leaves nothing better than what was known.
    double reached = most ? Math.max(found.bound(), objective) : Math.min(found.bound(), objective);
    tighten(round(reached), "exact");
    if (proven) {
      method = "exact";
    }
  }

  /** No selection was found by search: the solver finds one or proves that there is none. */
  private void byProof() {
    if (exact != null && exact.fits(problem)) {
      SitingAnswer none =
          new SitingAnswer(
              List.of(),
              most ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY,
              bound,
              false,
              "greedy",
              0);
      try {
        Optional<SitingAnswer> answer = exact.solve(problem, none, seed, listener);
        if (answer.isPresent()) {
          boolean[] set = new boolean[problem.siteCount()];
          answer.get().sites().forEach(j -> set[j] = true);
          if (offer(set, "exact")) {
            tighten(answer.get().bound(), "exact");
            proven = answer.get().proven();
            return;
          }
        }
      } catch (ExactSolver.NoSelection e) {
        throw Contradiction.of(problem, seed, exact, listener, true);
      }
    }
    throw Contradiction.of(problem, seed, exact, listener, false);
  }

  private boolean offer(boolean[] open, String how) {
    boolean[] set = open.clone();
    Evaluation evaluation = problem.evaluate(set);
    if (!evaluation.feasible() || !better(evaluation.objective(), objective)) {
      return false;
    }
    best = set;
    objective = evaluation.objective();
    method = how;
    return true;
  }

  private boolean better(double one, double other) {
    double slack =
        Double.isInfinite(other) ? 0 : SitingProblem.SLACK * Math.max(1, Math.abs(other));
    return most ? one > other + slack : one < other - slack;
  }

  private void tighten(double found, String how) {
    if (most ? found < bound : found > bound) {
      if (better(bound, found)) {
        method = how;
      }
      bound = found;
    }
  }

  /** Says what is new. */
  private void tell() {
    if (objective != told || bound != toldBound) {
      told = objective;
      toldBound = bound;
      listener.better(answer());
    }
  }

  private SitingAnswer answer() {
    boolean sure = proven || !better(bound, objective);
    double shown = most ? Math.max(bound, objective) : Math.min(bound, objective);
    return new SitingAnswer(
        SitingSearch.newSites(problem, needed()),
        objective,
        sure ? objective : shown,
        sure,
        method,
        nodes);
  }

  private boolean @Nullable [] pruned;
  private boolean @Nullable [] prunedOf;

  /** The best set without sites that change nothing: their money can be kept. */
  private boolean[] needed() {
    if (problem.model() == Model.SET_COVERING || problem.isCapacitated()) {
      return best;
    }
    if (prunedOf == best) {
      return pruned;
    }
    Selection selection = Selection.of(core);
    selection.become(best);
    for (int j = problem.siteCount() - 1; j >= 0; j--) {
      if (selection.canShut(j)) {
        selection.shut(j);
        selection.probe(j);
        if (selection.gain() > 0 || selection.relief() > 0) {
          selection.open(j);
        }
      }
    }
    prunedOf = best;
    pruned = selection.open.clone();
    return pruned;
  }
}
