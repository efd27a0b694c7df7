package org.caremap.territory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.caremap.core.graph.StreetGraph;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.RecentAnswers;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityService;
import org.caremap.ledger.Ledger;
import org.caremap.platform.ProblemException;
import org.caremap.platform.WriteLock;
import org.jspecify.annotations.Nullable;

/** Territories: drawn, judged while they are edited, saved, and taken over into the facilities. */
@ApplicationScoped
public class TerritoryService {
  private static final int KEPT = 4;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2000;

  private final SnapshotService snapshots;
  private final FacilityService facilities;
  private final TerritoryQuestions questions;
  private final TerritoryRules rules;
  private final TerritoryStore store;
  private final WalkingProfiles profiles;
  private final Ledger ledger;
  private final WriteLock writeLock;
  private final RecentAnswers<TerritoryGround.Key, TerritoryGround> grounds =
      new RecentAnswers<>(KEPT);
  private @Nullable Streets streets;

  /** Communities by streets, and what they were found from. */
  private record Streets(StreetGraph graph, Object areas, Object demand, CommunityStreets found) {}

  TerritoryService(
      SnapshotService snapshots,
      FacilityService facilities,
      TerritoryQuestions questions,
      TerritoryRules rules,
      TerritoryStore store,
      WalkingProfiles profiles,
      Ledger ledger,
      WriteLock writeLock) {
    this.snapshots = snapshots;
    this.facilities = facilities;
    this.questions = questions;
    this.rules = rules;
    this.store = store;
    this.profiles = profiles;
    this.ledger = ledger;
    this.writeLock = writeLock;
  }

  /** One line of the list of saved plans. */
  public record Summary(
      String id,
      String name,
      @Nullable String note,
      @Nullable String kind,
      @Nullable String type,
      int parts,
      Instant updatedAt,
      long version) {}

  /**
   * One station that taking over changes.
   *
   * @param from who led or ran it before, null where nobody was named
   * @param to who does now
   */
  public record Change(
      String id, String externalId, String name, @Nullable String from, String to) {}

  /**
   * What taking over changes.
   *
   * @param applied whether it was written, or only looked at
   * @param field leadingCentre or operator
   * @param unchanged stations that are so already
   * @param left stations without a part, or whose part names nobody: left as they are
   */
  public record TakenOver(
      boolean applied, String field, List<Change> changed, int unchanged, int left) {}

  /**
   * Draws anew; with holders and fixed communities, these stay.
   *
   * @throws ProblemException 400 naming what is not legal
   */
  public TerritoryAnswer draw(@Nullable TerritoryForm form) {
    TerritoryQuestion question = questions.read(form);
    return answer(drawn(form, question), null);
  }

  private TerritorySheet drawn(TerritoryForm form, TerritoryQuestion question) {
    TerritoryGround ground = ground(question);
    TerritorySheet sheet =
        form.holders() == null
            ? TerritorySheet.empty(ground, question)
            : TerritorySheet.of(ground, question, holders(form), placed(form));
    return sheet.drawn();
  }

  /**
   * Judges a sharing without storing it.
   *
   * @throws ProblemException 400 naming what is not legal
   */
  public TerritoryAnswer evaluate(@Nullable TerritoryForm form) {
    return answer(sheet(form), null);
  }

  private TerritorySheet sheet(@Nullable TerritoryForm form) {
    TerritoryQuestion question = questions.read(form);
    return TerritorySheet.of(ground(question), question, holders(form), placed(form));
  }

  private static List<TerritoryForm.Holder> holders(TerritoryForm form) {
    List<TerritoryForm.Holder> holders = form.holders();
    if (holders == null || holders.isEmpty() || holders.size() > TerritoryQuestions.MOST_PARTS) {
      throw TerritoryQuestions.bad(
          "holders",
          holders == null ? null : holders.size(),
          "a list of 1 to %d holders [{\"centre\",\"name\"}]"
              .formatted(TerritoryQuestions.MOST_PARTS));
    }
    for (TerritoryForm.Holder holder : holders) {
      if (holder.name() != null && holder.name().length() > LONGEST_NAME) {
        throw TerritoryQuestions.bad(
            "holders.name", holder.name(), "at most %d characters".formatted(LONGEST_NAME));
      }
    }
    return holders;
  }

  private static List<TerritoryForm.Placed> placed(TerritoryForm form) {
    return form.units() == null ? List.of() : form.units();
  }

  // ------------------------------------------------------------------- stored

  /** Every saved plan, the one changed last first. */
  public List<Summary> list() {
    return store.list().stream()
        .map(
            plan ->
                new Summary(
                    plan.id(),
                    plan.name(),
                    plan.note(),
                    plan.form().kind(),
                    plan.form().type(),
                    plan.form().holders() == null ? 0 : plan.form().holders().size(),
                    plan.updatedAt(),
                    plan.version()))
        .toList();
  }

  /**
   * A saved plan, judged by the data in force.
   *
   * @throws ProblemException 404
   */
  public TerritoryAnswer get(String id) {
    SavedTerritory plan = plan(id);
    return answer(sheet(plan.form()), plan);
  }

  /** Saves a sharing under a name. */
  public TerritoryAnswer create(@Nullable TerritoryForm form) {
    TerritorySheet sheet = sheet(form);
    String name = name(form.name(), null);
    String note = note(form.note());
    SavedTerritory plan = writeLock.call(() -> store.insert(name, note, stored(sheet)));
    return answer(sheet, plan);
  }

  /**
   * Changes a saved plan: name, note, and the communities that are named; the others stay. A
   * sharing that breaks a part or the balance is saved all the same, and what it breaks is said.
   *
   * @throws ProblemException 404, 400 also without a version, or 409 where it was changed in
   *     between
   */
  public TerritoryAnswer update(String id, @Nullable TerritoryForm form) {
    if (form == null) {
      throw ProblemException.badRequest("a JSON body with what is to change is needed");
    }
    SavedTerritory before = plan(id);
    if (form.version() == null) {
      // Whoever does not say what was looked at would write over another's work without a word.
      throw TerritoryQuestions.bad(
          "version", null, "the version that was looked at (now %d)".formatted(before.version()));
    }
    TerritorySheet sheet = sheet(merged(before.form(), form));
    return answer(sheet, changed(before, form, sheet));
  }

  /** A saved plan with other holders and with some communities elsewhere. */
  private static TerritoryForm merged(TerritoryForm before, TerritoryForm form) {
    Map<String, TerritoryForm.Placed> units = new LinkedHashMap<>();
    placed(before).forEach(placed -> units.put(placed.code(), placed));
    for (TerritoryForm.Placed moved : placed(form)) {
      TerritoryForm.Placed old = units.get(moved.code());
      units.put(
          moved.code(),
          new TerritoryForm.Placed(
              moved.code(),
              moved.part(),
              moved.fixed() == null && old != null ? old.fixed() : moved.fixed()));
    }
    return before.with(
        form.holders() == null ? before.holders() : form.holders(),
        new ArrayList<>(units.values()));
  }

  /**
   * Draws a saved plan anew and saves it; fixed communities stay.
   *
   * @param form version and seed, null for whichever version and the same seed
   * @throws ProblemException 404, or 409 where it was changed in between
   */
  public TerritoryAnswer redraw(String id, @Nullable TerritoryForm form) {
    SavedTerritory before = plan(id);
    TerritoryForm asked = form == null ? before.form() : merged(before.form(), form);
    TerritoryQuestion question = questions.read(asked);
    if (form != null && form.seed() != null) {
      question = question.withSeed(form.seed());
    }
    TerritorySheet sheet = drawn(asked, question);
    return answer(sheet, changed(before, form, sheet));
  }

  private SavedTerritory changed(
      SavedTerritory before, @Nullable TerritoryForm form, TerritorySheet sheet) {
    String name = name(form == null ? null : form.name(), before.name());
    String note = form == null || form.note() == null ? before.note() : note(form.note());
    Long version = form == null ? null : form.version();
    return writeLock.call(
        () ->
            store
                .update(before.id(), version, name, note, stored(sheet))
                .orElseThrow(() -> stale(before.id())));
  }

  private ProblemException stale(String id) {
    SavedTerritory now = plan(id);
    return ProblemException.conflict(
        "territory plan '%s' was changed by somebody else in between (now version %d); load it again"
            .formatted(now.name(), now.version()));
  }

  /**
   * Removes a saved plan.
   *
   * @throws ProblemException 404
   */
  public void delete(String id) {
    if (!writeLock.call(() -> store.delete(id))) {
      throw ProblemException.notFound("territory plan", id);
    }
  }

  /**
   * Writes a saved plan into the facilities: their leading centre, or who operates them. Only
   * stations that change are written, all of them or none.
   *
   * @param version of the plan that was looked at, null for whichever is there
   * @param dryRun whether to say only what would change
   * @throws ProblemException 404, or 409 where plan or facility was changed in between
   */
  public TakenOver apply(String id, @Nullable Long version, boolean dryRun) {
    SavedTerritory plan = plan(id);
    if (version != null && version != plan.version()) {
      throw stale(id);
    }
    TerritorySheet sheet = sheet(plan.form());
    boolean led = sheet.question().kind() == TerritoryQuestion.Kind.CENTRES;
    List<Change> changes = new ArrayList<>();
    Map<UUID, UnaryOperator<FacilityDetails>> corrections = new LinkedHashMap<>();
    sheet
        .changes()
        .forEach(
            (station, to) -> {
              Facility facility = sheet.snapshot().facilities().list().get(station);
              changes.add(
                  new Change(
                      facility.id().toString(),
                      String.valueOf(facility.details().externalId()),
                      facility.details().name(),
                      sheet.named(station),
                      to));
              corrections.put(
                  facility.id(),
                  details -> led ? details.withLeadingCentre(to) : details.withOperator(to));
            });
    if (!dryRun && !corrections.isEmpty()) {
      facilities.updateAll(corrections);
    }
    int named = sheet.namedStations();
    return new TakenOver(
        !dryRun,
        led ? "leadingCentre" : "operator",
        changes,
        named - changes.size(),
        sheet.ground().stations().length - named);
  }

  // ------------------------------------------------------------------ helpers

  /** The words that territories go by. */
  public List<TerritoryRule> rules() {
    return rules.list();
  }

  private SavedTerritory plan(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("territory plan", id));
  }

  private static TerritoryForm stored(TerritorySheet sheet) {
    return sheet.question().form(sheet.holders(), sheet.placed()).stored();
  }

  private static String name(@Nullable String given, @Nullable String before) {
    if (given == null && before != null) {
      return before;
    }
    String name = given == null ? "" : given.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw TerritoryQuestions.bad(
          "name",
          name.isEmpty() ? null : name,
          "a text of 1 to %d characters".formatted(LONGEST_NAME));
    }
    return name;
  }

  private static @Nullable String note(@Nullable String given) {
    String note = given == null ? "" : given.strip();
    if (note.length() > LONGEST_NOTE) {
      throw TerritoryQuestions.bad(
          "note", note, "a text of at most %d characters".formatted(LONGEST_NOTE));
    }
    return note.isEmpty() ? null : note;
  }

  private TerritoryAnswer answer(TerritorySheet sheet, @Nullable SavedTerritory plan) {
    return TerritoryAnswers.of(
        sheet,
        ledger.inputs(sheet.snapshot(), sheet.question().parameters(), null),
        plan == null
            ? null
            : new TerritoryAnswer.Saved(
                plan.id(),
                plan.name(),
                plan.note(),
                plan.version(),
                plan.createdAt(),
                plan.updatedAt()),
        rules.list());
  }

  private TerritoryGround ground(TerritoryQuestion question) {
    CareSnapshot snapshot = snapshots.current();
    if (snapshot.streets() == null) {
      throw ProblemException.conflict(
          "no streets are loaded: which communities are neighbours is found by the streets");
    }
    if (question.area() != null && snapshot.areas().find(question.area()).isEmpty()) {
      throw TerritoryQuestions.bad("area", question.area(), "the code of a loaded area");
    }
    CommunityStreets communities = streets(snapshot);
    TerritoryGround ground =
        grounds.get(
            snapshot,
            TerritoryGround.Key.of(question),
            () -> new TerritoryGround(snapshot, communities, TerritoryGround.Key.of(question)));
    if (ground.size() == 0) {
      throw ProblemException.conflict("no communities or villages are loaded there");
    }
    return ground;
  }

  // A change to facilities moves no border: kept for as long as streets, areas and people are.
  private synchronized CommunityStreets streets(CareSnapshot snapshot) {
    StreetGraph graph = snapshot.streets().graph();
    Streets known = streets;
    if (known == null
        || known.graph() != graph
        || known.areas() != snapshot.areas()
        || known.demand() != snapshot.demand()) {
      known =
          new Streets(
              graph, snapshot.areas(), snapshot.demand(), CommunityStreets.of(snapshot, profiles));
      streets = known;
    }
    return known.found();
  }
}
