package org.caremap.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes figures and computes published ones again. */
@ApplicationScoped
public class RunService {
  private static final Logger LOG = Logger.getLogger(RunService.class);
  private static final int MOST_FIGURES = 2_000_000;
  private static final int LONGEST_KEY = 500;
  private static final int LONGEST_INPUTS = 100_000;

  private final Ledger ledger;
  private final RunStore store;
  private final Archive archive;
  private final SnapshotService snapshots;
  private final Instance<FigureSource> sources;
  // An archived county is hundreds of megabytes: one at a time.
  private final Semaphore repeating = new Semaphore(1);

  RunService(
      Ledger ledger,
      RunStore store,
      Archive archive,
      SnapshotService snapshots,
      Instance<FigureSource> sources) {
    this.ledger = ledger;
    this.store = store;
    this.archive = archive;
    this.snapshots = snapshots;
    this.sources = sources;
  }

  /** Every published run, the latest first. */
  public List<PublishedRun> list() {
    return QuarkusTransaction.requiringNew().call(store::list);
  }

  /**
   * A published run.
   *
   * @throws ProblemException 404 if none has this id
   */
  public PublishedRun get(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> store.find(id))
        .orElseThrow(() -> ProblemException.notFound("published run", id));
  }

  /** The figures of a published run, in the order of their publication. */
  public Map<String, Double> figures(String id) {
    return QuarkusTransaction.requiringNew().call(() -> store.figures(id));
  }

  /** Codes of what can be published. */
  public Set<String> kinds() {
    return sources.stream().map(FigureSource::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Computes figures, keeps what they were computed from, and stores them. A run that was published
   * before is given back as it is.
   *
   * @param by who publishes
   * @throws ProblemException 400 if the kind is unknown or the question cannot be asked
   */
  public PublishedRun publish(String kind, Map<String, String> question, String title, String by) {
    FigureSource source = source(kind);
    CareSnapshot snapshot = snapshots.current();
    String rules = source.rules(question);
    RunInputs inputs =
        ledger.inputs(
            snapshot, source.asked(question), rules == null ? null : Ledger.digest(rules));
    Optional<PublishedRun> known =
        QuarkusTransaction.requiringNew().call(() -> store.find(inputs.id()));
    if (known.isPresent()) {
      return known.get();
    }
    Map<String, Double> figures = compute(source, snapshot, question, rules);
    check(figures, inputs);
    archive.keep(snapshot, inputs);
    if (rules != null) {
      archive.keepRules(rules);
    }
    PublishedRun run =
        new PublishedRun(
            inputs.id(), kind, title, Instant.now().truncatedTo(ChronoUnit.MILLIS), by, inputs);
    return store(run, figures);
  }

  // Two who publish the same at once publish it once.
  private synchronized PublishedRun store(PublishedRun run, Map<String, Double> figures) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<PublishedRun> known = store.find(run.id());
              if (known.isPresent()) {
                return known.get();
              }
              store.insert(run, figures);
              LOG.infof(
                  "ledger: run %s of %s published, %,d figures",
                  run.id(), run.kind(), figures.size());
              return run;
            });
  }

  // Rules that are given by text are judged by that text, so that publishing and repeating cannot
  // differ.
  private static Map<String, Double> compute(
      FigureSource source,
      CareSnapshot snapshot,
      Map<String, String> question,
      @Nullable String rules) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, Double> computed;
    if (rules == null || rules.equals(rulesInForce(source, question))) {
      computed = source.figures(snapshot, question);
    } else {
      try {
        computed = source.figuresUnder(rules, snapshot, question);
      } catch (UnsupportedOperationException e) {
        throw ProblemException.conflict(
            "the rules were changed since, and %s can only be judged by the rules in force"
                .formatted(source.kind()));
      }
    }
    computed.forEach(
        (key, value) -> {
          if (value != null && Double.isFinite(value)) {
            figures.put(key, value + 0.0);
          }
        });
    return figures;
  }

  private static void check(Map<String, Double> figures, RunInputs inputs) {
    if (figures.size() > MOST_FIGURES) {
      throw ProblemException.badRequest(
          "the question has %,d figures; at most %,d can be published"
              .formatted(figures.size(), MOST_FIGURES));
    }
    figures.keySet().stream()
        .filter(key -> key.length() > LONGEST_KEY)
        .findFirst()
        .ifPresent(
            key -> {
              throw ProblemException.badRequest("the name of a figure is too long: " + key);
            });
    if (inputs.question().toString().length() > LONGEST_INPUTS / 2) {
      throw ProblemException.badRequest("the question is too long to be published");
    }
  }

  /**
   * A figure that came out otherwise.
   *
   * @param key of the figure
   * @param published null where it was not published
   * @param again null where it does not come any more
   */
  public record Difference(String key, @Nullable Double published, @Nullable Double again) {}

  /**
   * An input that is another now.
   *
   * @param input streets, facilities, demand, areas, elevation, profiles, snapLimitMeters,
   *     detourFactor, rules or software
   */
  public record ChangedInput(String input, @Nullable String published, @Nullable String now) {}

  /**
   * A run computed again.
   *
   * @param id of the run
   * @param same whether every figure came out to the digit
   * @param figures how many were compared
   * @param differences figures that did not, at most {@link #MOST_DIFFERENCES}
   * @param changedInputs what is not now as it was then
   * @param now the same question asked of the data in force
   */
  public record Repeat(
      String id,
      boolean same,
      int figures,
      List<Difference> differences,
      List<ChangedInput> changedInputs,
      Now now) {}

  /**
   * The question asked of the data in force.
   *
   * @param run id of that run
   * @param same whether every figure is still the published one
   * @param differing how many are not
   * @param differences those figures, at most {@link #MOST_DIFFERENCES}
   */
  public record Now(String run, boolean same, int differing, List<Difference> differences) {}

  /** More differences than this are counted but not listed. */
  public static final int MOST_DIFFERENCES = 1000;

  /**
   * Computes a run again from the data as they were.
   *
   * @throws ProblemException 404 if no run has this id, 409 if its data are not kept or were
   *     tampered with
   */
  public Repeat repeat(String id) {
    PublishedRun run = get(id);
    FigureSource source = source(run.kind());
    if (!repeating.tryAcquire()) {
      throw ProblemException.conflict("another run is being computed again; try again soon");
    }
    try {
      return repeat(run, source);
    } finally {
      repeating.release();
    }
  }

  private Repeat repeat(PublishedRun run, FigureSource source) {
    Map<String, String> question = new LinkedHashMap<>(run.inputs().question());
    question.remove("kind");
    Map<String, Double> published = figures(run.id());
    CareSnapshot now = snapshots.current();
    String rulesNow = rulesInForce(source, question);
    RunInputs inputsNow =
        ledger.inputs(
            now, run.inputs().question(), rulesNow == null ? null : Ledger.digest(rulesNow));
    List<ChangedInput> changed = changed(run.inputs(), inputsNow);
    CareSnapshot then = archive.restore(run.inputs(), now, ledger.hashes());
    String ruleSet = run.inputs().ruleSet();
    String rulesThen =
        ruleSet == null || ruleSet.equals(inputsNow.ruleSet()) ? rulesNow : archive.rules(ruleSet);
    List<Difference> differences =
        differences(published, compute(source, then, question, rulesThen));
    List<Difference> today =
        changed.isEmpty()
            ? differences
            : differences(published, today(source, now, question, rulesNow));
    return new Repeat(
        run.id(),
        differences.isEmpty(),
        published.size(),
        shown(differences),
        changed,
        new Now(inputsNow.id(), today.isEmpty(), today.size(), shown(today)));
  }

  // The plan or table of a published figure may have been removed since; its rules are kept.
  private static @Nullable String rulesInForce(FigureSource source, Map<String, String> question) {
    try {
      return source.rules(question);
    } catch (ProblemException e) {
      return null;
    }
  }

  // The question may have become one that cannot be asked: then nothing comes out today.
  private static Map<String, Double> today(
      FigureSource source, CareSnapshot now, Map<String, String> question, @Nullable String rules) {
    try {
      return compute(source, now, question, rules);
    } catch (ProblemException e) {
      return Map.of();
    }
  }

  private static List<Difference> shown(List<Difference> differences) {
    return differences.stream().limit(MOST_DIFFERENCES).toList();
  }

  private static List<ChangedInput> changed(RunInputs then, RunInputs now) {
    List<ChangedInput> changed = new ArrayList<>();
    Set<String> names = new TreeSet<>(then.data().keySet());
    names.addAll(now.data().keySet());
    for (String name : names) {
      add(changed, name, then.data().get(name), now.data().get(name));
    }
    add(changed, "rules", then.ruleSet(), now.ruleSet());
    add(changed, "software", then.software(), now.software());
    return changed;
  }

  private static void add(
      List<ChangedInput> changed, String name, @Nullable String then, @Nullable String now) {
    if (!java.util.Objects.equals(then, now)) {
      changed.add(new ChangedInput(name, then, now));
    }
  }

  private static List<Difference> differences(
      Map<String, Double> published, Map<String, Double> again) {
    Set<String> keys = new LinkedHashSet<>(published.keySet());
    keys.addAll(again.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      Double before = published.get(key);
      Double after = again.get(key);
      if (before == null || after == null || Double.compare(before, after) != 0) {
        differences.add(new Difference(key, before, after));
      }
    }
    return differences;
  }

  private FigureSource source(String kind) {
    return sources.stream()
        .filter(source -> source.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> ProblemException.badParameter("kind", kind, String.join(", ", kinds())));
  }
}
