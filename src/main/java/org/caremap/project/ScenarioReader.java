package org.caremap.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.caremap.candidate.Candidate;
import org.caremap.candidate.CandidateService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.scenario.Change;
import org.caremap.scenario.Scenario;
import org.caremap.scenario.ScenarioService;
import org.caremap.scenario.TrialQuestions;
import org.caremap.scenario.TrialService;
import org.jspecify.annotations.Nullable;

/** Reads the changes of a scenario as projects: one each, in their order. */
@ApplicationScoped
class ScenarioReader {
  static final String LOADED = "c:";

  private final ScenarioService scenarios;
  private final CandidateService candidates;
  private final CodeLists codes;
  private final TrialService trials;
  private final TrialQuestions questions;

  ScenarioReader(
      ScenarioService scenarios,
      CandidateService candidates,
      CodeLists codes,
      TrialService trials,
      TrialQuestions questions) {
    this.scenarios = scenarios;
    this.candidates = candidates;
    this.codes = codes;
    this.trials = trials;
    this.questions = questions;
  }

  /**
   * The projects that a scenario's changes come to.
   *
   * @param walk who walks and how far: what gain and loss of each change are judged by
   * @throws ProblemException 400 naming what is wrong, 404 where there is no such scenario
   */
  List<ProjectDetails> read(FromScenarioForm form, Query walk, CareSnapshot snapshot) {
    String id = ProjectForm.blankToNull(form.scenario());
    if (id == null) {
      throw ProblemException.badParameter("scenario", null, "the id of a saved scenario");
    }
    if (form.year() == null) {
      throw ProblemException.badParameter(
          "year",
          null,
          "number from %d to %d".formatted(ProjectRules.FIRST_YEAR, ProjectRules.LAST_YEAR));
    }
    UUID uuid = ProjectForm.uuid("scenario", id);
    Scenario scenario =
        scenarios.find(uuid).orElseThrow(() -> ProblemException.notFound("scenario", id));
    if (scenario.changes().isEmpty()) {
      throw ProblemException.badRequest(
          "scenario '%s' changes nothing, so no project comes of it".formatted(scenario.name()));
    }
    Reading reading = new Reading(form, scenario, walk, snapshot);
    List<ProjectDetails> projects = new ArrayList<>();
    for (Change change : scenario.changes()) {
      projects.add(ProjectService.placed(reading.project(change), snapshot));
    }
    return projects;
  }

  /** One scenario being read. */
  private final class Reading {
    private final FromScenarioForm form;
    private final UUID scenario;
    private final Query walk;
    private final CareSnapshot snapshot;

    /** What changes of streets alone are judged by; null where nobody says. */
    private final @Nullable String streetType;

    Reading(FromScenarioForm form, Scenario scenario, Query walk, CareSnapshot snapshot) {
      this.form = form;
      this.scenario = scenario.id();
      this.walk = walk;
      this.snapshot = snapshot;
      TreeSet<String> types = new TreeSet<>();
      for (Change change : scenario.changes()) {
        String type = ownType(change);
        if (type != null) {
          types.add(type);
        }
      }
      String asked = walk.text("type");
      streetType = asked != null ? asked : types.size() == 1 ? types.first() : null;
    }

    ProjectDetails project(Change change) {
      if (change instanceof Change.Add add) {
        return added(add);
      }
      if (change instanceof Change.Move move) {
        return details(
            change,
            "迁址：" + nameOf(move.facility()),
            ProjectKind.MOVE,
            typeOf(move.facility()),
            move.lon(),
            move.lat(),
            move.costYuan(),
            null,
            null,
            move.facility());
      }
      if (change instanceof Change.Resize resize) {
        FacilityDetails facility = find(resize.facility()).orElse(null);
        return details(
            change,
            "调整容量：" + nameOf(resize.facility()),
            ProjectKind.RESIZE,
            typeOf(resize.facility()),
            facility == null ? null : facility.lon(),
            facility == null ? null : facility.lat(),
            resize.costYuan(),
            resize.capacity(),
            null,
            resize.facility());
      }
      if (change instanceof Change.Footbridge bridge) {
        // A project has one place: the middle of the bridge.
        return details(
            change,
            "人行桥" + around(bridge),
            ProjectKind.FOOTBRIDGE,
            null,
            (bridge.from().lon() + bridge.to().lon()) / 2,
            (bridge.from().lat() + bridge.to().lat()) / 2,
            bridge.costYuan(),
            null,
            null,
            null);
      }
      if (change instanceof Change.Close close) {
        FacilityDetails facility = find(close.facility()).orElse(null);
        return details(
            change,
            "关闭：" + nameOf(close.facility()),
            ProjectKind.CLOSE,
            typeOf(close.facility()),
            facility == null ? null : facility.lon(),
            facility == null ? null : facility.lat(),
            null,
            null,
            null,
            close.facility());
      }
      Change.CloseStreet street = (Change.CloseStreet) change;
      return details(
          change,
          "封闭道路",
          ProjectKind.CLOSE_STREET,
          null,
          street.lon(),
          street.lat(),
          null,
          null,
          null,
          null);
    }

    private ProjectDetails added(Change.Add add) {
      String type =
          codes.listTypes().stream()
              .filter(code -> code.code().equals(add.type()))
              .map(Code::zh)
              .findFirst()
              .orElse(add.type());
      String name = add.name();
      if (name == null) {
        String site =
            add.candidate() != null && add.candidate().startsWith(LOADED)
                ? candidates
                    .find(add.candidate().substring(LOADED.length()))
                    .map(Candidate::name)
                    .orElse(null)
                : snapshot.areaAt(add.lon(), add.lat()).map(area -> area.name()).orElse(null);
        name = site == null ? "新建" + type : site + "（新建" + type + "）";
      }
      return details(
          add,
          name,
          ProjectKind.ADD,
          add.type(),
          add.lon(),
          add.lat(),
          add.costYuan(),
          add.capacity(),
          add.candidate(),
          null);
    }

    private ProjectDetails details(
        Change change,
        String name,
        ProjectKind kind,
        @Nullable String type,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Double costYuan,
        @Nullable Integer capacity,
        @Nullable String candidate,
        @Nullable String facility) {
      boolean opens = kind == ProjectKind.ADD;
      TrialService.Reach reach = reach(change, kind);
      return new ProjectDetails(
          reach == null || reach.street() == null ? name : name + "：" + reach.street(),
          kind,
          type,
          lon,
          lat,
          null,
          form.year(),
          form.quarter(),
          ProjectForm.status(form.status()),
          costYuan,
          ProjectForm.blankToNull(form.fundingSource()),
          ProjectForm.blankToNull(form.responsibleUnit()),
          capacity,
          scenario,
          change.op() + ":" + change.about(),
          candidate,
          facility,
          reach == null ? null : (Double) reach.gained(),
          reach == null ? null : (Double) reach.lost(),
          opens ? form.meetsStandard() : null,
          opens ? form.sociallyRun() : null,
          null);
    }

    private String around(Change.Footbridge bridge) {
      return snapshot
          .areaAt(bridge.from().lon(), bridge.from().lat())
          .map(area -> "（" + area.name() + "）")
          .orElse("");
    }

    /** The type of what it opens, moves, closes or resizes; null for streets, or what is gone. */
    private @Nullable String ownType(Change change) {
      if (change instanceof Change.Add add) {
        return add.type();
      }
      return change instanceof Change.OfFacility of ? typeOf(of.facility()) : null;
    }

    /** What the change does by itself; null where it does not apply or cannot be said. */
    private TrialService.@Nullable Reach reach(Change change, ProjectKind kind) {
      boolean ofStreets = kind == ProjectKind.FOOTBRIDGE || kind == ProjectKind.CLOSE_STREET;
      String type = ofStreets ? streetType : ownType(change);
      if (type == null || kind == ProjectKind.RESIZE || snapshot.streets() == null) {
        return null;
      }
      return trials.reach(snapshot, questions.read(walk, type), List.of(change));
    }

    private String nameOf(String facility) {
      return find(facility).map(FacilityDetails::name).orElse(facility);
    }

    private @Nullable String typeOf(String facility) {
      return find(facility).map(FacilityDetails::type).orElse(null);
    }

    private Optional<FacilityDetails> find(String facility) {
      return snapshot.facilities().findByExternalId(facility).map(Facility::details);
    }
  }
}
