package org.caremap.core.siting;

import java.util.List;
import org.caremap.core.siting.SitingProblem.Model;
import org.jspecify.annotations.Nullable;

/** One search. Not thread-safe. */
final class SearchRun {
  private final SitingProblem problem;
  private final SitingCore core;
  private final long seed;
  private final @Nullable ExactSolver exact;
  private final Listener listener;
  private final boolean most;

  private boolean @Nullable [] best;
  private double objective;
  private double bound;
  private String method = "greedy";
  private long nodes;

  SearchRun(SitingProblem problem, long seed, @Nullable ExactSolver exact, Listener listener) {
    this.problem = problem;
    this.seed = seed;
    this.exact = exact;
    this.listener = listener;
    core = problem.core();
    most = problem.model() == Model.MAXIMAL_COVERING;
    objective = most ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    bound = most ? Double.POSITIVE_INFINITY : 0;
  }

  SitingAnswer run() {
    listener.progress(0, "greedy");
    for (boolean byPrice : new boolean[] {false, true}) {
      Selection selection = Selection.of(core);
      new Greedy(selection, byPrice, () -> false).fill();
      offer(selection.open, "greedy");
    }
    if (best == null) {
      throw new IllegalStateException("no selection was found");
    }
    tighten(QuickBound.of(core, best), "greedy");
    tighten(QuickBound.of(core, new boolean[problem.siteCount()]), "greedy");
    SitingAnswer answer = answer();
    listener.better(answer);
    return answer;
  }

  private boolean offer(boolean[] open, String how) {
    Evaluation evaluation = problem.evaluate(open);
    if (!evaluation.feasible() || !better(evaluation.objective(), objective)) {
      return false;
    }
    best = open.clone();
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
    if (better(bound, found)) {
      bound = found;
      method = how;
    }
  }

  private SitingAnswer answer() {
    boolean proven = !better(bound, objective);
    List<Integer> sites = SitingSearch.newSites(problem, best);
    return new SitingAnswer(sites, objective, proven ? objective : bound, proven, method, nodes);
  }
}
