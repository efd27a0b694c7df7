package org.caremap.project;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.caremap.area.Area;
import org.caremap.candidate.CandidateService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.facility.CodeLists;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.WriteLock;
import org.caremap.scenario.ScenarioService;
import org.jspecify.annotations.Nullable;

/** The project library: reading, writing, and where every field came from. */
@ApplicationScoped
public class ProjectService {
  static final String KIND = "projects";

  static final Comparator<ProjectView> BY_TIME =
      Comparator.comparingInt(ProjectView::year)
          .thenComparingInt(p -> p.quarter() == null ? Integer.MAX_VALUE : p.quarter())
          .thenComparing(ProjectView::createdAt)
          .thenComparing(ProjectView::name)
          .thenComparing(ProjectView::id);

  private final ProjectStore store;
  private final SnapshotService snapshots;
  private final ScenarioService scenarios;
  private final ScenarioReader reader;
  private final CodeLists codes;
  private final CandidateService candidates;
  private final Ledger ledger;
  private final WriteLock writeLock;

  ProjectService(
      ProjectStore store,
      SnapshotService snapshots,
      ScenarioService scenarios,
      ScenarioReader reader,
      CodeLists codes,
      CandidateService candidates,
      Ledger ledger,
      WriteLock writeLock) {
    this.store = store;
    this.snapshots = snapshots;
    this.scenarios = scenarios;
    this.reader = reader;
    this.codes = codes;
    this.candidates = candidates;
    this.ledger = ledger;
    this.writeLock = writeLock;
  }

  /**
   * Which projects are wanted; null for all.
   *
   * @param deleted whether those that were taken out are wanted, and no others
   */
  public record Filter(
      @Nullable Integer year,
      @Nullable ProjectStatus status,
      @Nullable String area,
      @Nullable String type,
      boolean deleted) {
    /** The whole library. */
    public static final Filter ALL = new Filter(null, null, null, null, false);

    Map<String, String> texts() {
      Map<String, String> texts = new TreeMap<>(Map.of("kind", KIND));
      if (year != null) {
        texts.put("year", year.toString());
      }
      if (status != null) {
        texts.put("status", status.code());
      }
      if (area != null) {
        texts.put("area", area);
      }
      if (type != null) {
        texts.put("type", type);
      }
      if (deleted) {
        texts.put("deleted", "true");
      }
      return texts;
    }
  }

  /** The projects that are wanted, with what they come to. */
  public ProjectList list(CareSnapshot snapshot, Filter filter) {
    List<Project> all = all();
    List<ProjectView> shown = new ArrayList<>();
    for (Project project : all) {
      ProjectDetails d = project.details();
      boolean wanted =
          (project.deletedAt() != null) == filter.deleted()
              && (filter.year() == null || filter.year() == d.year())
              && (filter.status() == null || filter.status() == d.status())
              && (filter.type() == null || filter.type().equals(d.type()))
              && (filter.area() == null
                  || d.areaCode() != null
                      && (d.areaCode().equals(filter.area())
                          || snapshot.areas().isWithin(d.areaCode(), filter.area())));
      if (wanted) {
        shown.add(ProjectView.of(project, snapshot.areas()));
      }
    }
    return list(snapshot, filter.texts(), all, shown);
  }

  /** The projects of some years, with what they come to. */
  public ProjectList list(CareSnapshot snapshot, int from, int years) {
    List<Project> all = all();
    List<ProjectView> shown = new ArrayList<>();
    for (Project project : all) {
      int year = project.details().year();
      if (project.deletedAt() == null && year >= from && year < from + years) {
        shown.add(ProjectView.of(project, snapshot.areas()));
      }
    }
    Map<String, String> question =
        Map.of("kind", KIND, "from", Integer.toString(from), "years", Integer.toString(years));
    return list(snapshot, question, all, shown);
  }

  private ProjectList list(
      CareSnapshot snapshot,
      Map<String, String> question,
      List<Project> all,
      List<ProjectView> shown) {
    shown.sort(BY_TIME);
    RunInputs inputs = inputs(snapshot, question, all);
    return new ProjectList(inputs.id(), inputs, shown, ProjectList.Totals.of(shown));
  }

  /** What an answer about the library is computed from. */
  RunInputs inputs(CareSnapshot snapshot, Map<String, String> question, List<Project> all) {
    return ledger.inputs(snapshot, question, null, Map.of(KIND, content(all)));
  }

  private static String content(List<Project> all) {
    return Ledger.content(
        all.stream().filter(p -> p.deletedAt() == null).map(Project::details).toList());
  }

  /** Every project, those that were taken out too, in the order in which they came. */
  List<Project> all() {
    return QuarkusTransaction.requiringNew().call(store::list);
  }

  /**
   * The project of this id.
   *
   * @throws ProblemException 404 where none is in the library
   */
  public ProjectView get(String id) {
    return view(stored(id));
  }

  private Project stored(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return QuarkusTransaction.requiringNew()
          .call(() -> store.find(uuid))
          .filter(project -> project.deletedAt() == null)
          .orElseThrow(() -> ProblemException.notFound("project", id));
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("project", id);
    }
  }

  private ProjectView view(Project project) {
    return ProjectView.of(project, snapshots.current().areas());
  }

  /**
   * Adds a project.
   *
   * @throws ProblemException 400 naming what is wrong
   */
  ProjectView create(ProjectForm form) {
    ProjectDetails details = form.toDetails(null);
    if (details.scenario() != null && scenarios.find(details.scenario()).isEmpty()) {
      throw ProblemException.badParameter(
          "scenario", details.scenario().toString(), "the id of a saved scenario");
    }
    CareSnapshot snapshot = snapshots.current();
    ProjectDetails placed = placed(details, snapshot);
    ProjectRules.check(placed, null, snapshot, codes);
    requireCandidate(placed, null);
    return writeLock.call(
        () ->
            view(
                QuarkusTransaction.requiringNew()
                    .call(() -> store.find(store.insert(placed, now())).orElseThrow())));
  }

  /**
   * Changes a project and writes down what every field was before.
   *
   * @throws ProblemException 400, 404, or 409 where it was changed in between
   */
  ProjectView update(String id, ProjectForm form) {
    return writeLock.call(
        () -> {
          Project before = stored(id);
          CareSnapshot snapshot = snapshots.current();
          ProjectDetails after = placed(form.toDetails(before.details()), snapshot);
          ProjectRules.check(after, before.details(), snapshot, codes);
          requireCandidate(after, before.details());
          requireFresh(before, ProblemException.requireVersion(form.version()));
          if (!QuarkusTransaction.requiringNew().call(() -> store.update(before, after, now()))) {
            throw stale(before);
          }
          return view(stored(id));
        });
  }

  /**
   * Takes a project out of the library; it and its history stay stored.
   *
   * @param version the version that was looked at, null for whichever is there
   * @throws ProblemException 404, or 409 where it was changed in between
   */
  void delete(String id, @Nullable Long version) {
    writeLock.call(
        () -> {
          Project before = stored(id);
          requireFresh(before, version);
          if (!QuarkusTransaction.requiringNew().call(() -> store.delete(before, now()))) {
            throw stale(before);
          }
          return null;
        });
  }

  /**
   * What became of a scenario's changes.
   *
   * @param created projects that are new
   * @param existing projects that came of the same changes before; they were left as they are
   */
  public record FromScenario(List<ProjectView> created, List<ProjectView> existing) {}

  /**
   * Makes a project of every change of a scenario that is not one already.
   *
   * @param walk who walks and how far, as {@code /scenarios/try} asks
   * @throws ProblemException 400 or 404 naming what is wrong; then none is made
   */
  FromScenario fromScenario(FromScenarioForm form, Query walk) {
    CareSnapshot snapshot = snapshots.current();
    List<ProjectDetails> wanted = reader.read(form, walk, snapshot);
    wanted.forEach(details -> ProjectRules.check(details, details, snapshot, codes));
    return writeLock.call(
        () -> {
          List<Project> all = all();
          List<ProjectView> existing = new ArrayList<>();
          List<ProjectDetails> fresh = new ArrayList<>();
          for (ProjectDetails details : wanted) {
            Optional<Project> before =
                all.stream()
                    .filter(p -> p.deletedAt() == null)
                    .filter(p -> details.scenario().equals(p.details().scenario()))
                    .filter(p -> details.change().equals(p.details().change()))
                    .findFirst();
            before.ifPresentOrElse(p -> existing.add(view(p)), () -> fresh.add(details));
          }
          List<Project> made =
              QuarkusTransaction.requiringNew()
                  .call(
                      () -> {
                        List<Project> inserted = new ArrayList<>();
                        for (ProjectDetails details : fresh) {
                          // A millisecond apart, so that the order of the scenario stays.
                          Instant at = now().plusMillis(inserted.size());
                          inserted.add(store.find(store.insert(details, at)).orElseThrow());
                        }
                        return inserted;
                      });
          return new FromScenario(made.stream().map(this::view).toList(), existing);
        });
  }

  /** The same with the area in which it lies, where nobody said and the boundaries do. */
  static ProjectDetails placed(ProjectDetails d, CareSnapshot snapshot) {
    if (d.areaCode() != null || d.lon() == null || d.lat() == null) {
      return d;
    }
    String code = snapshot.areaAt(d.lon(), d.lat()).map(Area::code).orElse(null);
    return new ProjectDetails(
        d.name(),
        d.kind(),
        d.type(),
        d.lon(),
        d.lat(),
        code,
        d.year(),
        d.quarter(),
        d.status(),
        d.costYuan(),
        d.fundingSource(),
        d.responsibleUnit(),
        d.capacity(),
        d.scenario(),
        d.change(),
        d.candidate(),
        d.facility(),
        d.gainPeople(),
        d.lostPeople(),
        d.meetsStandard(),
        d.sociallyRun(),
        d.note());
  }

  private void requireCandidate(ProjectDetails d, @Nullable ProjectDetails before) {
    String candidate = d.candidate();
    boolean same = before != null && Objects.equals(before.candidate(), candidate);
    if (candidate != null
        && !same
        && candidate.startsWith(ScenarioReader.LOADED)
        && candidates.find(candidate.substring(ScenarioReader.LOADED.length())).isEmpty()) {
      throw ProblemException.badParameter("candidate", candidate, "the id of a loaded candidate");
    }
  }

  private static void requireFresh(Project before, @Nullable Long version) {
    if (version != null && version != before.version()) {
      throw stale(before);
    }
  }

  private static ProblemException stale(Project project) {
    return ProblemException.conflict(
        "project '%s' was changed by somebody else in between (now version %d); load it again"
            .formatted(project.details().name(), project.version()));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
