package org.caremap.siting;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caremap.core.siting.ExactSolver;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Site selections: started, looked at, ended. The last few are kept in memory and nowhere else. */
@ApplicationScoped
public class SitingService {
  private static final int KEPT_RUNS = 8;
  private static final int AT_A_TIME = 2;
  private static final long FIRST_LOOK_MILLIS = 2000;

  private final SitingQuestions questions;
  private final SiteSources sources;
  private final GrantService grants;
  private final SnapshotService snapshots;
  private final Ledger ledger;
  private final @Nullable ExactSolver exact = null;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          AT_A_TIME,
          work -> {
            Thread thread = new Thread(work, "site-selection");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<UUID, SitingRun> runs = new LinkedHashMap<>();

  SitingService(
      SitingQuestions questions,
      SiteSources sources,
      GrantService grants,
      SnapshotService snapshots,
      Ledger ledger) {
    this.questions = questions;
    this.sources = sources;
    this.grants = grants;
    this.snapshots = snapshots;
    this.ledger = ledger;
  }

  @PreDestroy
  void stop() {
    synchronized (runs) {
      runs.values().forEach(SitingRun::cancel);
    }
    executor.shutdownNow();
  }

  /**
   * Starts a selection and waits a moment, so that a small one comes back finished.
   *
   * @throws ProblemException 400 naming the field that is wrong, 409 where too many are under way
   */
  public RunAnswer start(@Nullable SitingRequest request) {
    SitingQuestion question = questions.read(request);
    CareSnapshot snapshot = snapshots.current();
    List<Grant> sums = grants.list();
    SitingCase.check(question, snapshot, sources, sums);
    SitingRun run = new SitingRun(question, inputs(snapshot, question, sums));
    keep(run);
    executor.execute(
        () ->
            run.work(
                of -> SitingCase.of(question, snapshot, sources, sums, of::walked, of::isCancelled),
                exact));
    run.await(FIRST_LOOK_MILLIS);
    ProblemException wrong = run.problem();
    if (wrong != null) {
      throw wrong;
    }
    return run.answer();
  }

  private RunInputs inputs(CareSnapshot snapshot, SitingQuestion question, List<Grant> sums) {
    Map<String, String> parameters = new TreeMap<>(question.parameters());
    parameters.put("candidateContent", sources.content());
    return ledger.inputs(snapshot, parameters, Ledger.digest(GrantService.digestible(sums)));
  }

  private void keep(SitingRun run) {
    synchronized (runs) {
      if (runs.size() >= KEPT_RUNS) {
        UUID oldest =
            runs.values().stream()
                .filter(kept -> !kept.isRunning())
                .map(SitingRun::id)
                .findFirst()
                .orElseThrow(
                    () ->
                        ProblemException.conflict(
                            KEPT_RUNS + " selections are under way; wait for one or cancel it"));
        runs.remove(oldest);
      }
      runs.put(run.id(), run);
    }
  }

  private SitingRun find(String id) {
    synchronized (runs) {
      return runs.values().stream()
          .filter(run -> run.id().toString().equals(id))
          .findFirst()
          .orElseThrow(() -> ProblemException.notFound("site selection", id));
    }
  }

  /**
   * How a selection stands.
   *
   * @throws ProblemException 404 if there is none with this id
   */
  public RunAnswer get(String id) {
    return find(id).answer();
  }

  /**
   * Ends a selection with what it has.
   *
   * @throws ProblemException 404 if there is none with this id
   */
  public void cancel(String id) {
    find(id).cancel();
  }

  /**
   * Why a candidate was chosen or not.
   *
   * @throws ProblemException 404 if there is no such selection or candidate, 409 if no answer is
   *     known yet
   */
  public SiteFacts explain(String id, String candidate) {
    return find(id).explain(candidate);
  }
}
