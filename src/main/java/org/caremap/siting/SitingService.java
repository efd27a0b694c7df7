package org.caremap.siting;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caremap.core.siting.ExactSolver;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.ledger.Ledger;
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
  private final ExactSolver exact = new OrToolsExact();
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
  public SelectionAnswer start(@Nullable SitingRequest request) {
    SitingQuestion question = questions.read(request);
    CareSnapshot snapshot = snapshots.current();
    SiteBook book = book();
    SitingRun run = run(snapshot, question, book);
    keep(run);
    executor.execute(() -> work(run, snapshot, question, book));
    run.await(FIRST_LOOK_MILLIS);
    ProblemException wrong = run.problem();
    if (wrong != null) {
      throw wrong;
    }
    return run.answer();
  }

  private SitingRun run(CareSnapshot snapshot, SitingQuestion question, SiteBook book) {
    SitingCase.check(question, snapshot, sources, book);
    return new SitingRun(
        question, ledger.inputs(snapshot, question.parameters(), Ledger.digest(book.text())));
  }

  private void work(SitingRun run, CareSnapshot snapshot, SitingQuestion question, SiteBook book) {
    run.work(
        of -> SitingCase.of(question, snapshot, sources, book, of::walked, of::isCancelled), exact);
  }

  /** The question that was written down. */
  SitingQuestion read(Map<String, String> written) {
    return questions.read(WrittenQuestion.read(written));
  }

  /** Candidates and grants as they are now. */
  SiteBook book() {
    return sources.book(grants.list());
  }

  /**
   * The answer to a question at its end: one that is kept where there is one of the same inputs, so
   * that what is published is what was seen, otherwise a new one.
   *
   * @throws ProblemException 400 where it cannot be asked, 409 where it has no answer
   */
  SelectionAnswer answer(CareSnapshot snapshot, SitingQuestion question, SiteBook book) {
    SitingRun run = run(snapshot, question, book);
    SelectionAnswer known = kept(run.inputs().id());
    if (known != null) {
      return known;
    }
    work(run, snapshot, question, book);
    ProblemException wrong = run.problem();
    if (wrong != null) {
      throw wrong;
    }
    SelectionAnswer answer = run.answer();
    if (answer.after() == null) {
      throw ProblemException.conflict("the selection is " + answer.status());
    }
    return answer;
  }

  private @Nullable SelectionAnswer kept(String inputs) {
    List<SitingRun> same;
    synchronized (runs) {
      same = runs.values().stream().filter(run -> run.inputs().id().equals(inputs)).toList();
    }
    return same.stream()
        .map(SitingRun::answer)
        .filter(answer -> answer.status().equals(SitingRun.FINISHED))
        .findFirst()
        .orElse(null);
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
  public SelectionAnswer get(String id) {
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
