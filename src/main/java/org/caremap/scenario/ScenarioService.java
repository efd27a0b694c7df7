package org.caremap.scenario;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.caremap.candidate.CandidateService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.Trial;
import org.caremap.facility.CodeLists;
import org.caremap.ledger.Ledger;
import org.caremap.platform.ProblemException;
import org.caremap.platform.WriteLock;
import org.jspecify.annotations.Nullable;

/** Saved scenarios. */
@ApplicationScoped
public class ScenarioService {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 4000;
  private static final int MOST_FIGURES = 5;
  private static final String LEGAL_NAME = "a text of 1 to 100 characters";

  private final ScenarioStore store;
  private final SnapshotService snapshots;
  private final Ledger ledger;
  private final CodeLists codes;
  private final WriteLock writeLock;
  private final TrialQuestions questions;
  private final CandidateService candidates;

  ScenarioService(
      ScenarioStore store,
      SnapshotService snapshots,
      Ledger ledger,
      CodeLists codes,
      WriteLock writeLock,
      TrialQuestions questions,
      CandidateService candidates) {
    this.store = store;
    this.snapshots = snapshots;
    this.ledger = ledger;
    this.codes = codes;
    this.writeLock = writeLock;
    this.questions = questions;
    this.candidates = candidates;
  }

  /** Every scenario, the latest first. */
  public List<Scenario> list() {
    Map<String, String> now = dataNow(snapshots.current());
    return QuarkusTransaction.requiringNew().call(store::list).stream()
        .map(scenario -> scenario.shown(now))
        .toList();
  }

  /** The scenario of this id. */
  public Optional<Scenario> find(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> store.find(id))
        .map(scenario -> scenario.shown(dataNow(snapshots.current())));
  }

  /**
   * The scenario of this id.
   *
   * @throws ProblemException 404 where there is none
   */
  public Scenario get(UUID id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The scenario of this id with all that is stored of it. */
  StoredScenario stored(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> store.find(id))
        .orElseThrow(() -> unknown(id));
  }

  /** What a scenario was before it was edited, the latest first. */
  List<ScenarioVersion> versions(UUID id) {
    stored(id);
    return QuarkusTransaction.requiringNew().call(() -> store.versions(id));
  }

  /**
   * Saves a new scenario.
   *
   * @param asked what its figures are kept of, null for the types that it touches, every default
   * @throws ProblemException 400 naming what is wrong, 409 where the name is taken
   */
  Scenario create(ScenarioForm form, TrialQuestions.@Nullable Asked asked) {
    String name = name(form.name());
    CareSnapshot snapshot = snapshots.current();
    List<Change> changes = reader(snapshot, List.of()).read(form.changes());
    Instant now = now();
    return save(
        new StoredScenario(
            UUID.randomUUID(),
            name,
            note(form.note()),
            now,
            now,
            0,
            changes,
            dataNow(snapshot),
            new Reviewer(snapshot, candidates).see(changes),
            figures(snapshot, changes, asked)));
  }

  /**
   * A copy under another name.
   *
   * @param asked its name; null for that of the original with a number
   */
  Scenario copy(UUID id, @Nullable String asked) {
    StoredScenario original = stored(id);
    String name = asked == null ? freeName(original.name()) : name(asked);
    Instant now = now();
    // The data that it was made on, and what it met there, stay those of the original.
    return save(
        new StoredScenario(
            UUID.randomUUID(),
            name,
            original.note(),
            now,
            now,
            0,
            original.changes(),
            original.data(),
            original.seen(),
            original.figures()));
  }

  /**
   * Saves a scenario in place of what it was.
   *
   * @param asked what its figures are kept of, null for what they were kept of before
   * @throws ProblemException 400, 404, or 409 where the version is stale or the name is taken
   */
  Scenario update(UUID id, ScenarioForm form, TrialQuestions.@Nullable Asked asked) {
    StoredScenario before = stored(id);
    String name = name(form.name());
    CareSnapshot snapshot = snapshots.current();
    List<Change> changes = reader(snapshot, before.changes()).read(form.changes());
    if (ProblemException.requireVersion(form.version()) != before.version()) {
      throw stale(before);
    }
    return replace(before, name, note(form.note()), changes, asked, snapshot, false);
  }

  /** What every change of a scenario means today. */
  List<Review> review(UUID id) {
    StoredScenario scenario = stored(id);
    return new Reviewer(snapshots.current(), candidates)
        .review(scenario.changes(), scenario.seen());
  }

  /**
   * Stores a scenario as it can be made today: without what is gone, on the data of today. What it
   * was stays as a version.
   *
   * @return what every change of before meant
   */
  List<Review> rebase(UUID id) {
    StoredScenario before = stored(id);
    CareSnapshot snapshot = snapshots.current();
    List<Review> reviews =
        new Reviewer(snapshot, candidates).review(before.changes(), before.seen());
    List<Change> left =
        reviews.stream()
            .filter(review -> !review.isGone())
            .map(review -> before.changes().get(review.index()))
            .toList();
    replace(before, before.name(), before.note(), left, null, snapshot, true);
    return reviews;
  }

  /** What a scenario came to when it was saved, and what the same comes to now. */
  Drift drift(UUID id) {
    StoredScenario scenario = stored(id);
    CareSnapshot snapshot = snapshots.current();
    Map<String, String> now = dataNow(snapshot);
    List<Drift.ThenAndNow> figures = new ArrayList<>();
    for (KeptFigures then : scenario.figures()) {
      if (snapshot.streets() != null) {
        TrialQuestions.Asked asked = questions.read(then.question());
        figures.add(new Drift.ThenAndNow(then, total(snapshot, scenario.changes(), asked)));
      }
    }
    return new Drift(
        id,
        !scenario.data().equals(now),
        Stream.concat(now.keySet().stream(), scenario.data().keySet().stream())
            .distinct()
            .filter(kind -> !Objects.equals(now.get(kind), scenario.data().get(kind)))
            .sorted()
            .toList(),
        figures);
  }

  /** Totals of changes, for the question given or every type that they touch. */
  private List<KeptFigures> figures(
      CareSnapshot snapshot, List<Change> changes, TrialQuestions.@Nullable Asked asked) {
    if (snapshot.streets() == null) {
      return List.of();
    }
    if (asked != null) {
      return List.of(total(snapshot, changes, asked));
    }
    Set<String> types = new TreeSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Add add) {
        types.add(add.type());
      } else {
        snapshot
            .facilities()
            .findByExternalId(change.about())
            .filter(f -> change instanceof Change.OfFacility)
            .ifPresent(f -> types.add(f.details().type()));
      }
    }
    return types.stream()
        .limit(MOST_FIGURES)
        .map(type -> questions.defaults(Set.of(type)))
        .map(each -> total(snapshot, changes, each))
        .toList();
  }

  private static KeptFigures total(
      CareSnapshot snapshot, List<Change> changes, TrialQuestions.Asked asked) {
    Trial trial = snapshot.trial(asked.question());
    Trial.Result result = trial.of(Effects.of(changes, trial).planned());
    return new KeptFigures(
        asked.parameters(),
        trial.total(asked.question().group()),
        result.total(asked.question().group()),
        trial.meanMinutes(),
        result.meanMinutes());
  }

  /** Deletes a scenario with all its versions. */
  void delete(UUID id) {
    boolean was =
        writeLock.call(() -> QuarkusTransaction.requiringNew().call(() -> store.delete(id)));
    if (!was) {
      throw unknown(id);
    }
  }

  private Scenario save(StoredScenario scenario) {
    return writeLock
        .call(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          requireFree(scenario.name(), null);
                          return store.insert(scenario);
                        }))
        .shown(dataNow(snapshots.current()));
  }

  private Scenario replace(
      StoredScenario before,
      String name,
      @Nullable String note,
      List<Change> changes,
      TrialQuestions.@Nullable Asked asked,
      CareSnapshot snapshot,
      boolean keep) {
    boolean kept = keep || !changes.equals(before.changes());
    boolean asBefore = asked == null && !before.figures().isEmpty();
    List<KeptFigures> figures =
        asBefore && snapshot.streets() != null
            ? before.figures().stream()
                .map(f -> total(snapshot, changes, questions.read(f.question())))
                .toList()
            : figures(snapshot, changes, asked);
    StoredScenario after =
        new StoredScenario(
            before.id(),
            name,
            note,
            before.createdAt(),
            now(),
            before.version(),
            changes,
            dataNow(snapshot),
            new Reviewer(snapshot, candidates).see(changes),
            figures);
    StoredScenario done =
        writeLock.call(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          requireFree(name, before.id());
                          return store.update(after, kept);
                        }));
    if (done == null) {
      throw stale(before);
    }
    return done.shown(dataNow(snapshots.current()));
  }

  private void requireFree(String name, @Nullable UUID own) {
    if (store.findByName(name).filter(holder -> !holder.equals(own)).isPresent()) {
      throw ProblemException.conflict(
          "another scenario is called '%s' already; please choose another name".formatted(name));
    }
  }

  private String freeName(String name) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              for (int number = 2; ; number++) {
                String suffix = " (" + number + ")";
                String stem =
                    name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length()));
                if (store.findByName(stem + suffix).isEmpty()) {
                  return stem + suffix;
                }
              }
            });
  }

  ChangeReader reader(CareSnapshot snapshot, List<Change> kept) {
    return new ChangeReader(snapshot.facilities(), codes, kept);
  }

  private Map<String, String> dataNow(CareSnapshot snapshot) {
    return ledger.inputs(snapshot, Map.of(), null).data();
  }

  private static String name(@Nullable String given) {
    String name = given == null ? "" : given.strip();
    boolean legal =
        !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(c -> c < ' ');
    if (!legal) {
      throw ProblemException.badParameter("name", name.isEmpty() ? null : name, LEGAL_NAME);
    }
    return name;
  }

  private static @Nullable String note(@Nullable String given) {
    String note = given == null ? "" : given.strip();
    boolean legal =
        note.length() <= LONGEST_NOTE
            && note.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    if (!legal) {
      throw ProblemException.badParameter(
          "note", note, "a text of at most 4000 characters without control characters");
    }
    return note.isEmpty() ? null : note;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static ProblemException unknown(UUID id) {
    return ProblemException.notFound("scenario", id.toString());
  }

  private static ProblemException stale(StoredScenario scenario) {
    return ProblemException.conflict(
        "scenario '%s' was changed by somebody else in between (now version %d); load it again"
            .formatted(scenario.name(), scenario.version()));
  }
}
