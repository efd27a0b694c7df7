package org.caremap.siting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.caremap.core.siting.Evaluation;
import org.caremap.core.siting.ExactSolver;
import org.caremap.core.siting.Listener;
import org.caremap.core.siting.SitingAnswer;
import org.caremap.core.siting.SitingCore;
import org.caremap.core.siting.SitingProblem;
import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.State;
import org.jspecify.annotations.Nullable;

/**
 * Proves selections by SCIP, as OR-Tools brings it: one thread, a fixed seed, no gap allowed, so
 * that the same problem gives the same answer. Its objective is reckoned anew by the problem
 * itself, and a set that only its tolerances allow is cut off and the search goes on. Thread-safe.
 */
public final class OrToolsExact implements ExactSolver {
  /**
   * Pairs of a row and a site up to which a proof is tried: with a million entries SCIP takes about
   * a gigabyte, and its first relaxation longer than anybody waits.
   */
  static final int MOST_PAIRS = 250_000;

  /** The same where each pair is a variable of its own (walks or capacities). */
  static final int MOST_FLOWS = 120_000;

  private static final int MOST_CUT_OFF = 200;
  private static final long LOOK_MILLIS = 50;
  // So long a caller who has had enough waits for the solver to come back with what it has.
  private static final long PATIENCE_MILLIS = 1_000;
  private static final double TOLERANCE = 1e-6;

  private static final class Native {
    private static final boolean LOADED = load();

    private Native() {}

    private static boolean load() {
      try {
        Loader.loadNativeLibraries();
        return MPSolver.createSolver("SCIP") != null;
      } catch (RuntimeException | LinkageError e) {
        return false;
      }
    }
  }

  /** Whether the solver's library runs on this machine. */
  public static boolean isAvailable() {
    return Native.LOADED;
  }

  @Override
  public boolean fits(SitingProblem problem) {
    boolean flows = problem.model() == Model.P_MEDIAN || problem.isCapacitated();
    return problem.core().pairCount() <= (flows ? MOST_FLOWS : MOST_PAIRS);
  }

  @Override
  public Optional<SitingAnswer> solve(
      SitingProblem problem, SitingAnswer start, long seed, Listener listener) {
    if (!isAvailable() || listener.cancelled()) {
      return Optional.empty();
    }
    Run run = new Run(problem, start, seed);
    try {
      return run.solve(listener);
    } finally {
      run.close();
    }
  }

  private static final class Run {
    private final SitingProblem problem;
    private final SitingCore core;
    private final SitingAnswer start;
    private final long seed;
    private final MPSolver solver = MPSolver.createSolver("SCIP");
    private final MPVariable[] open;
    private final boolean most;
    private double constant;
    private long nodes;
    private @Nullable FutureTask<MPSolver.ResultStatus> unfinished;

    Run(SitingProblem problem, SitingAnswer start, long seed) {
      this.problem = problem;
      this.start = start;
      this.seed = seed;
      core = problem.core();
      open = new MPVariable[problem.siteCount()];
      most = problem.model() == Model.MAXIMAL_COVERING;
      new Formulation().write();
    }

    /** Whether there are people who have to be served and whom no site that is left reaches. */
    private boolean leavesOut() {
      double reached = core.basePeople();
      for (int i = 0; i < core.rowCount(); i++) {
        reached += core.counts(i) ? core.people(i) : 0;
      }
      return core.hasUnreachable() || reached < problem.requiredPeople() - problem.slack();
    }

    Optional<SitingAnswer> solve(Listener listener) {
      if (leavesOut()) {
        throw new NoSelection();
      }
      for (int round = 0; round < MOST_CUT_OFF; round++) {
        MPSolver.ResultStatus status = run(listener);
        nodes += Math.max(0, solver.nodes());
        if (status == MPSolver.ResultStatus.INFEASIBLE) {
          throw new NoSelection();
        }
        if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
          return Optional.empty();
        }
        boolean[] set = set();
        Evaluation evaluation = problem.evaluate(set);
        boolean proven = status == MPSolver.ResultStatus.OPTIMAL;
        if (evaluation.feasible()) {
          return Optional.of(answer(set, evaluation, proven));
        }
        if (!proven || listener.cancelled()) {
          return Optional.empty();
        }
        cutOff(set);
      }
      return Optional.empty();
    }

    private SitingAnswer answer(boolean[] set, Evaluation evaluation, boolean optimal) {
      List<Integer> sites = new ArrayList<>();
      for (int j = 0; j < set.length; j++) {
        if (set[j] && !problem.isExisting(j)) {
          sites.add(j);
        }
      }
      double objective = evaluation.objective();
      double bound = solver.objective().bestBound() + constant;
      if (optimal) {
        bound = most ? Math.min(bound, objective) : Math.max(bound, objective);
      }
      // The solver is right up to its tolerance only.
      double slack = TOLERANCE * Math.max(1, Math.abs(bound));
      bound = most ? bound + slack : bound - slack;
      if (whole()) {
        bound = most ? Math.floor(bound + 1e-6) : Math.ceil(bound - 1e-6);
      }
      bound = most ? Math.max(bound, objective) : Math.min(bound, objective);
      return new SitingAnswer(
          List.copyOf(sites), objective, bound, optimal || bound == objective, "exact", nodes);
    }

    /** Whether every objective is a whole number and small enough for the tolerance to tell. */
    private boolean whole() {
      if (problem.model() == Model.SET_COVERING) {
        boolean all = true;
        for (int j = 0; j < open.length; j++) {
          double price = problem.priceYuan(j);
          all &= problem.minimise() == SitingProblem.Objective.SITES || price == Math.rint(price);
        }
        return all;
      }
      if (problem.isCapacitated() || core.hasCosts()) {
        return false;
      }
      boolean all = core.baseWeight() == Math.rint(core.baseWeight());
      for (int i = 0; i < core.rowCount(); i++) {
        all &= core.weight(i) == Math.rint(core.weight(i));
      }
      return all;
    }

    /** Runs beside the caller, who is asked whether to go on. */
    private MPSolver.ResultStatus run(Listener listener) {
      MPSolverParameters parameters = new MPSolverParameters();
      parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
      solver.setSolverSpecificParametersAsString(
          String.join(
              System.lineSeparator(),
              "randomization/randomseedshift = " + Math.floorMod(seed, 1_000_000),
              "lp/threads = 1",
              "parallel/maxnthreads = 1",
              "limits/memory = 2000"));
      FutureTask<MPSolver.ResultStatus> task = new FutureTask<>(() -> solver.solve(parameters));
      start(task, "siting-exact");
      long patience = PATIENCE_MILLIS;
      boolean interrupted = false;
      while (true) {
        try {
          MPSolver.ResultStatus status = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
          return status;
        } catch (TimeoutException e) {
          // Again and again: it does not listen while it prepares.
          if (interrupted || listener.cancelled()) {
            solver.interruptSolve();
            patience -= LOOK_MILLIS;
          }
          if (patience <= 0) {
            unfinished = task;
            return MPSolver.ResultStatus.NOT_SOLVED;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("the exact solver failed", e.getCause());
        }
      }
    }

    private static void start(Runnable work, String name) {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.start();
    }

    /** Gives back what the solver holds: at once, or when it has heard that it is to end. */
    void close() {
      FutureTask<MPSolver.ResultStatus> left = unfinished;
      if (left == null) {
        solver.delete();
        return;
      }
      start(
          () -> {
            while (!left.isDone()) {
              solver.interruptSolve();
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            solver.delete();
          },
          "siting-exact-end");
    }

    private boolean[] set() {
      boolean[] set = new boolean[open.length];
      for (int j = 0; j < set.length; j++) {
        set[j] = problem.isExisting(j) || open[j] != null && open[j].solutionValue() > 0.5;
      }
      return set;
    }

    private void cutOff(boolean[] set) {
      int in = 0;
      MPConstraint cut = solver.makeConstraint();
      for (int j = 0; j < set.length; j++) {
        if (open[j] != null) {
          cut.setCoefficient(open[j], set[j] ? -1 : 1);
          in += set[j] ? 1 : 0;
        }
      }
      cut.setBounds(1 - in, MPSolver.infinity());
    }

    /** Writes the problem down. */
    private final class Formulation {
      private final MPConstraint[] towns = new MPConstraint[problem.townCount()];
      private final double[] coefficient = new double[problem.siteCount()];
      private MPConstraint share;

      void write() {
        sites();
        double required = problem.requiredPeople() - problem.slack() - core.basePeople();
        boolean partial = problem.model() == Model.SET_COVERING && !problem.coversEverybody();
        share =
            partial && required > 0 ? solver.makeConstraint(required, MPSolver.infinity()) : null;
        for (int t = 0; t < towns.length; t++) {
          double need =
              problem.townShare(t) * problem.townPeople(t) - core.baseTown(t) - problem.slack();
          if (problem.townShare(t) > 0 && need > 0) {
            towns[t] = solver.makeConstraint(need, MPSolver.infinity());
          }
        }
        constant +=
            switch (problem.model()) {
              case MAXIMAL_COVERING -> core.baseWeight();
              case SET_COVERING -> 0;
              case P_MEDIAN -> core.baseWalk();
            };
        if (core.hasCosts() || problem.isCapacitated()) {
          flows();
        } else {
          covers();
        }
        for (int j = 0; j < open.length; j++) {
          if (open[j] != null && coefficient[j] != 0) {
            solver.objective().setCoefficient(open[j], coefficient[j]);
          }
        }
        if (most) {
          solver.objective().setMaximization();
        } else {
          solver.objective().setMinimization();
        }
        hint();
      }

      private void hint() {
        if (start.sites().isEmpty()) {
          return;
        }
        List<MPVariable> variables = new ArrayList<>();
        for (MPVariable variable : open) {
          if (variable != null) {
            variables.add(variable);
          }
        }
        double[] values = new double[variables.size()];
        int n = 0;
        for (int j = 0; j < open.length; j++) {
          if (open[j] != null) {
            values[n++] = start.sites().contains(j) ? 1 : 0;
          }
        }
        solver.setHint(variables.toArray(new MPVariable[0]), values);
      }

      private void sites() {
        MPConstraint count = null;
        MPConstraint budget = null;
        if (problem.count() < problem.siteCount()) {
          count = solver.makeConstraint(0, problem.count());
        }
        if (problem.budgetYuan() < Double.POSITIVE_INFINITY) {
          // In parts of the whole, so that the solver's tolerance is small beside it.
          budget = solver.makeConstraint(-MPSolver.infinity(), 1 + 1e-9);
        }
        for (int j = 0; j < open.length; j++) {
          if (problem.isExisting(j) || problem.state(j) == State.FORBIDDEN) {
            continue;
          }
          boolean forced = problem.state(j) == State.FORCED;
          open[j] = solver.makeIntVar(forced ? 1 : 0, 1, "");
          if (count != null) {
            count.setCoefficient(open[j], 1);
          }
          if (budget != null) {
            if (problem.budgetYuan() > 0) {
              budget.setCoefficient(open[j], problem.priceYuan(j) / problem.budgetYuan());
            } else if (problem.priceYuan(j) > 0) {
              open[j].setUb(forced ? 1 : 0);
            }
          }
          if (problem.model() == Model.SET_COVERING) {
            coefficient[j] =
                problem.minimise() == SitingProblem.Objective.SITES ? 1 : problem.priceYuan(j);
          }
        }
      }

      /** Covering: a row is covered if one of its sites is open. */
      private void covers() {
        boolean everybody = problem.coversEverybody();
        double[][] single = new double[towns.length][];
        double[] shareOfSite = share == null ? new double[0] : new double[open.length];
        for (int i = 0; i < core.rowCount(); i++) {
          int from = core.first(i);
          int end = core.first(i + 1);
          if (everybody && core.people(i) > 0) {
            MPConstraint row = solver.makeConstraint(1, MPSolver.infinity());
            for (int k = from; k < end; k++) {
              row.setCoefficient(open[core.site(k)], 1);
            }
            continue;
          }
          int t = core.town(i);
          boolean counted = t >= 0 && towns[t] != null || share != null;
          if (!most && !counted) {
            continue;
          }
          if (end - from == 1) {
            int j = core.site(from);
            if (most) {
              coefficient[j] += core.weight(i);
            }
            if (t >= 0 && towns[t] != null) {
              if (single[t] == null) {
                single[t] = new double[open.length];
              }
              single[t][j] += core.people(i);
            }
            if (share != null) {
              shareOfSite[j] += core.people(i);
            }
            continue;
          }
          MPVariable covered = solver.makeNumVar(0, 1, "");
          MPConstraint row = solver.makeConstraint(0, MPSolver.infinity());
          row.setCoefficient(covered, -1);
          for (int k = from; k < end; k++) {
            row.setCoefficient(open[core.site(k)], 1);
          }
          if (most) {
            solver.objective().setCoefficient(covered, core.weight(i));
          }
          if (t >= 0 && towns[t] != null) {
            towns[t].setCoefficient(covered, core.people(i));
          }
          if (share != null) {
            share.setCoefficient(covered, core.people(i));
          }
        }
        for (int j = 0; j < open.length; j++) {
          for (int t = 0; t < towns.length; t++) {
            if (single[t] != null && single[t][j] > 0) {
              towns[t].setCoefficient(open[j], single[t][j]);
            }
          }
          if (share != null && shareOfSite[j] > 0) {
            share.setCoefficient(open[j], shareOfSite[j]);
          }
        }
      }

      /** Walks or capacities: what part of a row goes to which site. */
      private void flows() {
        MPConstraint[] places = new MPConstraint[open.length];
        for (int j = 0; j < places.length; j++) {
          double capacity = problem.capacity(j);
          if (capacity > 0 && capacity < Double.POSITIVE_INFINITY && problem.usable(j)) {
            places[j] =
                solver.makeConstraint(-MPSolver.infinity(), problem.isExisting(j) ? capacity : 0);
            if (open[j] != null) {
              places[j].setCoefficient(open[j], -capacity);
            }
          }
        }
        for (int i = 0; i < core.rowCount(); i++) {
          row(i, places);
        }
      }

      private void row(int i, MPConstraint[] places) {
        double out = core.hasCosts() ? core.leftOut(i) : Double.POSITIVE_INFINITY;
        boolean must =
            core.hasCosts()
                ? out == Double.POSITIVE_INFINITY
                : problem.coversEverybody() && core.people(i) > 0;
        MPConstraint all = solver.makeConstraint(must ? 1 : 0, 1);
        int t = core.town(i);
        if (core.hasCosts() && !must) {
          constant += core.weight(i) * out;
        }
        for (int k = core.first(i); k < core.first(i + 1); k++) {
          int j = core.site(k);
          MPVariable part = solver.makeNumVar(0, 1, "");
          all.setCoefficient(part, 1);
          if (open[j] != null) {
            MPConstraint only = solver.makeConstraint(0, MPSolver.infinity());
            only.setCoefficient(open[j], 1);
            only.setCoefficient(part, -1);
          }
          if (places[j] != null) {
            places[j].setCoefficient(part, core.people(i));
          }
          if (core.hasCosts()) {
            double c = core.weight(i) * (must ? core.cost(k) : core.cost(k) - out);
            solver.objective().setCoefficient(part, c);
          } else if (most) {
            solver.objective().setCoefficient(part, core.weight(i));
          }
          boolean within =
              !core.hasCosts() || problem.isCapacitated() || core.cost(k) <= core.cutoff(i);
          if (t >= 0 && towns[t] != null && within) {
            towns[t].setCoefficient(part, core.people(i));
          }
          if (share != null && core.counts(i)) {
            share.setCoefficient(part, core.people(i));
          }
        }
      }
    }
  }
}
