package org.caremap.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.caremap.area.Area;
import org.caremap.core.siting.ExactSolver;
import org.caremap.core.siting.InfeasibleSiting;
import org.caremap.core.siting.Listener;
import org.caremap.core.siting.SitingAnswer;
import org.caremap.core.siting.SitingProblem;
import org.caremap.core.siting.SitingSearch;
import org.caremap.coverage.Rounding;
import org.caremap.coverage.SitingReach;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One site selection, under way or at its end; the best answer known can be read at any time. */
final class SitingRun {
  static final String RUNNING = "running";
  static final String FINISHED = "finished";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";
  static final String INFEASIBLE = "infeasible";

  private static final Logger LOG = Logger.getLogger(SitingRun.class);
  private static final int MOST_REJECTED = 10;
  private static final double WALKS_SHARE = 0.4;
  private static final double NANOS = 1e9;
  private static final int MIB_SHIFT = 20;

  private final UUID id = UUID.randomUUID();
  private final SitingQuestion question;
  private final RunInputs inputs;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long made = System.nanoTime();
  private final List<SelectionAnswer.Better> trail = new ArrayList<>();

  private volatile String status = RUNNING;
  private volatile String phase = "waiting";
  private volatile double progress;
  private volatile boolean cancelled;
  private volatile long begun = made;
  private volatile double seconds;
  private volatile long memoryMiB;
  private volatile @Nullable SitingCase prepared;
  private volatile @Nullable SitingAnswer best;
  private volatile SelectionAnswer.@Nullable Infeasible infeasible;
  private volatile @Nullable String message;
  private volatile @Nullable ProblemException problem;

  private @Nullable Found found;

  /** What is worked out of an answer when it is first looked at. */
  private record Found(
      List<Integer> sites,
      SitingExplainer explainer,
      SitingReach.Situation before,
      SitingReach.@Nullable Situation start,
      SitingReach.Situation after,
      SelectionAnswer.@Nullable Served served,
      double notCoverable,
      List<SiteFacts> ranked,
      List<SiteFacts> rejected) {}

  SitingRun(SitingQuestion question, RunInputs inputs) {
    this.question = question;
    this.inputs = inputs;
  }

  UUID id() {
    return id;
  }

  RunInputs inputs() {
    return inputs;
  }

  boolean isRunning() {
    return status.equals(RUNNING);
  }

  /** Ends the search with what it has. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Waits for the end, so long at most. */
  void await(long millis) {
    try {
      ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was wrong with the question as the work found out; null where nothing was. */
  @Nullable ProblemException problem() {
    return problem;
  }

  void walked(double share) {
    progress = Math.max(progress, WALKS_SHARE * share);
  }

  /**
   * Works to one of the ends.
   *
   * @param prepare puts the question against the data
   */
  void work(Function<SitingRun, SitingCase> prepare, @Nullable ExactSolver exact) {
    begun = System.nanoTime();
    try {
      if (cancelled) {
        throw new CancellationException("cancelled before it began");
      }
      phase = "walks";
      SitingCase ready = prepare.apply(this);
      prepared = ready;
      progress = WALKS_SHARE;
      search(ready, exact);
      status = cancelled ? CANCELLED : FINISHED;
      progress = 1;
    } catch (CancellationException e) {
      status = CANCELLED;
    } catch (InfeasibleSiting e) {
      infeasible = InfeasibleText.of(e, towns(), leftOut());
      progress = 1;
      status = INFEASIBLE;
    } catch (ProblemException e) {
      problem = e;
      message = e.getMessage();
      status = FAILED;
    } catch (RuntimeException | OutOfMemoryError e) {
      // Of what was asked nothing is logged.
      LOG.errorf(e, "site selection failed");
      message = String.valueOf(e.getMessage());
      status = FAILED;
    } finally {
      phase = "done";
      seconds = elapsed();
      memoryMiB = memory();
      ended.countDown();
      LOG.infof(
          "site selection: %s, %d candidates, %d demand points, %.2f s, %d MiB",
          status,
          prepared == null ? 0 : prepared.candidates().size(),
          prepared == null ? 0 : prepared.rowCount(),
          seconds,
          memoryMiB);
    }
  }

  private Map<String, Integer> leftOut() {
    SitingCase ready = prepared;
    return ready == null ? Map.of() : ready.leftOut();
  }

  private List<Area> towns() {
    SitingCase ready = prepared;
    return ready == null ? List.of() : ready.survey().areas();
  }

  private void search(SitingCase ready, @Nullable ExactSolver exact) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(question.seconds());
    SitingAnswer answer =
        SitingSearch.solve(
            ready.problem(),
            question.seed(),
            exact,
            new Listener() {
              @Override
              public void better(SitingAnswer better) {
                keep(better);
              }

              @Override
              public void progress(double share, String where) {
                phase = where;
                progress = Math.max(progress, WALKS_SHARE + (1 - WALKS_SHARE) * share);
              }

              @Override
              public boolean cancelled() {
                return cancelled || System.nanoTime() - deadline > 0;
              }
            });
    keep(answer);
  }

  private void keep(SitingAnswer answer) {
    if (!Double.isFinite(answer.objective())) {
      // Nothing that meets the constraints is known.
      return;
    }
    memoryMiB = memory();
    SelectionAnswer.Better better =
        new SelectionAnswer.Better(
            elapsed(), shown(answer.objective()), finite(answer.bound()), answer.method());
    synchronized (trail) {
      best = answer;
      SelectionAnswer.Better last = trail.isEmpty() ? null : trail.get(trail.size() - 1);
      boolean same =
          last != null
              && last.objective() == better.objective()
              && java.util.Objects.equals(last.bound(), better.bound());
      if (!same) {
        trail.add(better);
      }
    }
  }

  private double elapsed() {
    return Math.rint((System.nanoTime() - begun) / NANOS * 1e3) / 1e3;
  }

  private static long memory() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> MIB_SHIFT;
  }

  /** The solver's figure as people read it. */
  private double shown(double value) {
    SitingCase ready = prepared;
    return Rounding.people(
        question.model() == SitingProblem.Model.P_MEDIAN && ready != null
            ? value * SitingExplainer.minutesPerCost(ready)
            : value);
  }

  private @Nullable Double finite(double value) {
    return Double.isFinite(value) ? shown(value) : null;
  }

  private String unit() {
    return switch (question.model()) {
      case MAXIMAL_COVERING -> question.weights().isEmpty() ? "people" : "weighted people";
      case SET_COVERING -> question.leastYuan() ? "yuan" : "sites";
      case P_MEDIAN -> "person-minutes";
    };
  }

  /** How it stands, with everything that is known of the best answer. */
  SelectionAnswer answer() {
    // Read first: an answer that says it is finished has the last of everything.
    String stands = status;
    SitingCase ready = prepared;
    SitingAnswer known;
    List<SelectionAnswer.Better> so;
    // Bound, gap and trail are those of one moment.
    synchronized (trail) {
      known = best;
      so = List.copyOf(trail);
    }
    Found of = ready == null || known == null ? null : found(ready, known);
    Map<String, Integer> kinds = new TreeMap<>();
    if (ready != null) {
      ready.candidates().forEach(candidate -> kinds.merge(candidate.kind(), 1, Integer::sum));
    }
    return new SelectionAnswer(
        id.toString(),
        stands,
        stands.equals(RUNNING) ? Math.min(progress, 0.999) : progress,
        phase,
        inputs.id(),
        inputs,
        question.request(),
        known == null ? null : shown(known.objective()),
        known == null ? null : finite(known.bound()),
        known == null ? null : known.gap(),
        known != null && known.proven(),
        unit(),
        known == null ? null : known.method(),
        stands.equals(RUNNING) ? elapsed() : seconds,
        memoryMiB,
        ready == null ? null : ready.candidates().size(),
        kinds,
        ready == null ? Map.of() : ready.leftOut(),
        ready == null ? null : ready.rowCount(),
        ready == null ? null : ready.existingCount(),
        ready == null ? new LinkedHashMap<>() : ready.unknownPoints(),
        of == null ? null : of.before(),
        of == null ? null : of.start(),
        of == null ? null : of.after(),
        of == null ? null : of.served(),
        of == null ? null : yuan(of.ranked()),
        of == null ? null : of.notCoverable(),
        of == null ? List.of() : of.ranked(),
        of == null ? List.of() : of.rejected(),
        so,
        infeasible,
        message);
  }

  private static @Nullable Double yuan(List<SiteFacts> sites) {
    double sum = 0;
    for (SiteFacts site : sites) {
      Double price = site.priceYuan();
      if (price == null) {
        return null;
      }
      sum += price;
    }
    return sum;
  }

  /**
   * Facts of any candidate, against the best answer known.
   *
   * @throws ProblemException 404 if there is no such candidate, 409 if nothing is known yet
   */
  SiteFacts explain(String candidate) {
    SitingCase ready = prepared;
    SitingAnswer known = best;
    if (ready == null || known == null) {
      throw ProblemException.conflict("the selection is " + status + "; no answer is known");
    }
    return explain(ready, known, candidate);
  }

  private synchronized SiteFacts explain(SitingCase ready, SitingAnswer known, String candidate) {
    return found(ready, known)
        .explainer()
        .find(candidate)
        .orElseThrow(() -> ProblemException.notFound("candidate of this selection", candidate));
  }

  private synchronized Found found(SitingCase ready, SitingAnswer known) {
    Found before = found;
    if (before != null && before.sites().equals(known.sites())) {
      return before;
    }
    SitingExplainer explainer = new SitingExplainer(ready, known.sites());
    SitingReach reach = ready.reach();
    double[] lon =
        known.sites().stream().mapToDouble(s -> ready.candidates().get(s).lon()).toArray();
    double[] lat =
        known.sites().stream().mapToDouble(s -> ready.candidates().get(s).lat()).toArray();
    boolean changed = !question.closed().isEmpty() || !question.added().isEmpty();
    Found now =
        new Found(
            List.copyOf(known.sites()),
            explainer,
            before == null ? situation(reach, reach.costsNow()) : before.before(),
            !changed
                ? null
                : before == null
                    ? situation(reach, reach.costsWith(new double[0], new double[0]))
                    : before.start(),
            situation(reach, reach.costsWith(lon, lat)),
            question.capacities() ? served(ready, known) : null,
            before == null ? Rounding.people(ready.notCoverable()) : before.notCoverable(),
            explainer.ranked(),
            explainer.rejected(MOST_REJECTED));
    found = now;
    return now;
  }

  private SitingReach.Situation situation(SitingReach reach, int[] costs) {
    return reach.situation(costs, question.group());
  }

  private static SelectionAnswer.Served served(SitingCase ready, SitingAnswer known) {
    boolean[] open = new boolean[ready.problem().siteCount()];
    java.util.Arrays.fill(open, ready.candidates().size(), open.length, true);
    double before = ready.problem().evaluate(open).people();
    known.sites().forEach(site -> open[site] = true);
    return new SelectionAnswer.Served(
        Rounding.people(before), Rounding.people(ready.problem().evaluate(open).people()));
  }
}
