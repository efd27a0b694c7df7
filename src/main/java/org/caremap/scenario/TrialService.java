package org.caremap.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.area.Area;
import org.caremap.core.graph.StreetGraph;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.PlacesService;
import org.caremap.coverage.PlannedChanges;
import org.caremap.coverage.Rounding;
import org.caremap.coverage.Trial;
import org.caremap.facility.CodeLists;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Tries changes that are only thought of; nothing is stored. */
@ApplicationScoped
public class TrialService {
  static final String KIND = "scenario";

  private final CodeLists codes;
  private final Ledger ledger;
  private final PlacesService places;

  TrialService(CodeLists codes, Ledger ledger, PlacesService places) {
    this.codes = codes;
    this.ledger = ledger;
    this.places = places;
  }

  /**
   * Tries changes.
   *
   * @param asked what is asked of them
   * @throws ProblemException 400 naming what is wrong, 409 where no streets are loaded
   */
  public TryAnswer answer(CareSnapshot snapshot, TrialQuestions.Asked asked, TryForm form) {
    long start = System.nanoTime();
    boolean areas = detail(form.detail());
    List<Change> changes =
        new ChangeReader(snapshot.facilities(), codes, List.of()).read(form.changes());
    Trial trial = snapshot.trial(asked.question());
    Effects effects = Effects.of(changes, trial);
    Trial.Result result = trial.of(effects.planned());
    Map<String, String> question = new TreeMap<>(asked.parameters());
    question.put("kind", KIND);
    question.put("changes", Ledger.digest(changes.toString()));
    RunInputs inputs = ledger.inputs(snapshot, question, null);
    DemandGroup group = asked.question().group();
    Costs costs = Costs.of(changes);
    return new TryAnswer(
        inputs.id(),
        inputs,
        trial.total(group),
        result.total(group),
        result.gained(group),
        result.lost(group),
        result.changedPoints(),
        new TryAnswer.Pair<>(trial.operating().length, result.facilities()),
        new TryAnswer.Pair<>(trial.meanMinutes(), result.meanMinutes()),
        groups(trial, result),
        areas ? areas(trial, result, group) : List.of(),
        unassigned(trial, result, group),
        snapped(snapshot, changes, effects, result),
        costs.yuan(),
        costs.unknown(),
        asked.capacity()
            ? new TryAnswer.Pair<>(
                new TryAnswer.Places(places.offer(trial), places.served(trial)),
                new TryAnswer.Places(
                    places.offer(result, effects.capacities()),
                    places.served(result, effects.capacities())))
            : null,
        Math.rint((System.nanoTime() - start) / 1e4) / 1e2);
  }

  /**
   * What changes do to who arrives in time.
   *
   * @param gained people who come within reach
   * @param lost people who are within reach and would be no more
   * @param street name of the first street that closes, null where none does or it has none
   */
  public record Reach(double gained, double lost, @Nullable String street) {}

  /**
   * What changes do together.
   *
   * @throws ProblemException 409 where no streets are loaded
   */
  public Reach reach(CareSnapshot snapshot, TrialQuestions.Asked asked, List<Change> changes) {
    Trial trial = snapshot.trial(asked.question());
    Trial.Result result = trial.of(Effects.of(changes, trial).planned());
    DemandGroup group = asked.question().group();
    StreetGraph graph = snapshot.network(asked.question().scope().walker().profile()).graph();
    String street =
        result.joined().stream()
            .filter(joined -> joined.what() == PlannedChanges.What.CLOSED && joined.isOnStreet())
            .findFirst()
            .map(joined -> graph.edgeName(joined.edge()))
            .orElse(null);
    return new Reach(result.gained(group), result.lost(group), street);
  }

  private static boolean detail(@Nullable String detail) {
    if (detail == null || detail.equals("total")) {
      return false;
    }
    if (!detail.equals("areas")) {
      throw ProblemException.badParameter("detail", detail, "total or areas");
    }
    return true;
  }

  private static Map<String, TryAnswer.GroupChange> groups(Trial trial, Trial.Result result) {
    Map<String, TryAnswer.GroupChange> groups = new LinkedHashMap<>();
    for (DemandGroup group : DemandGroup.values()) {
      groups.put(
          group.code(),
          new TryAnswer.GroupChange(
              trial.total(group), result.total(group), result.gained(group), result.lost(group)));
    }
    return groups;
  }

  private static List<TryAnswer.AreaChange> areas(
      Trial trial, Trial.Result result, DemandGroup group) {
    List<TryAnswer.AreaChange> areas = new ArrayList<>();
    for (int entry : result.touchedEntries()) {
      CoverageAnswer.Numbers before = trial.area(entry, group);
      CoverageAnswer.Numbers after = result.area(entry, group);
      if (entry < trial.areas().size() && !before.equals(after)) {
        Area area = trial.areas().get(entry);
        areas.add(
            new TryAnswer.AreaChange(
                area.code(), area.name(), area.level().code(), area.parentCode(), before, after));
      }
    }
    return areas;
  }

  private static TryAnswer.@Nullable Pair<CoverageAnswer.Numbers> unassigned(
      Trial trial, Trial.Result result, DemandGroup group) {
    int none = trial.areas().size();
    CoverageAnswer.Numbers before = trial.area(none, group);
    CoverageAnswer.Numbers after = result.area(none, group);
    return before.equals(after) ? null : new TryAnswer.Pair<>(before, after);
  }

  private static List<TryAnswer.Snapped> snapped(
      CareSnapshot snapshot, List<Change> changes, Effects effects, Trial.Result result) {
    StreetGraph graph =
        snapshot.network(result.trial().question().scope().walker().profile()).graph();
    List<TryAnswer.Snapped> all = new ArrayList<>();
    for (PlannedChanges.Joined joined : result.joined()) {
      int index = effects.origin(joined);
      Change change = changes.get(index);
      boolean on = joined.isOnStreet();
      all.add(
          new TryAnswer.Snapped(
              index,
              change.about(),
              change.op(),
              switch (joined.what()) {
                case FROM -> "from";
                case TO -> "to";
                case ADDED, MOVED, CLOSED -> null;
              },
              on,
              on ? joined.lon() : null,
              on ? joined.lat() : null,
              on ? Rounding.meters(joined.meters()) : null,
              joined.island(),
              on ? graph.edgeName(joined.edge()) : null,
              on && joined.what() == PlannedChanges.What.CLOSED
                  ? line(graph, joined.edge())
                  : null));
    }
    return all;
  }

  private static double[][] line(StreetGraph graph, int edge) {
    double[][] line = new double[graph.pointCount(edge)][];
    for (int i = 0; i < line.length; i++) {
      line[i] = new double[] {graph.pointLon(edge, i), graph.pointLat(edge, i)};
    }
    return line;
  }
}
