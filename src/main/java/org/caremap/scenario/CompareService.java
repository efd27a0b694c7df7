package org.caremap.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.candidate.CandidateService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.PlacesService;
import org.caremap.coverage.Trial;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side, in one job: the county is swept once, each scenario costs its changes.
 */
@ApplicationScoped
public class CompareService {
  private static final int MOST_SCENARIOS = 8;

  private final ScenarioService scenarios;
  private final TrialQuestions questions;
  private final PlacesService places;
  private final Ledger ledger;
  private final CandidateService candidates;

  CompareService(
      ScenarioService scenarios,
      TrialQuestions questions,
      PlacesService places,
      Ledger ledger,
      CandidateService candidates) {
    this.scenarios = scenarios;
    this.questions = questions;
    this.places = places;
    this.ledger = ledger;
    this.candidates = candidates;
  }

  /** Names of the parameters, and more. */
  public static String[] parameters(String... more) {
    String[] own = TrialQuestions.parameters("scenario");
    String[] all = new String[own.length + more.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }

  /**
   * Compares.
   *
   * @param query parameters of /scenarios/try and the ids of the scenarios
   * @throws ProblemException 400 naming what is wrong, 404 where a scenario is none
   */
  public CompareAnswer compare(CareSnapshot snapshot, Query query) {
    TrialQuestions.Asked asked = questions.read(query);
    List<String> ids = query.texts("scenario");
    if (ids.size() > MOST_SCENARIOS) {
      throw ProblemException.badParameter(
          "scenario", ids.size() + " scenarios", "at most " + MOST_SCENARIOS + " scenarios");
    }
    List<StoredScenario> all =
        ids.stream().map(id -> scenarios.stored(ScenarioResource.id(id))).toList();
    Map<String, String> question = new TreeMap<>(asked.parameters());
    question.put("kind", TrialService.KIND);
    question.put(
        "scenario",
        all.stream().map(s -> s.id() + "@" + s.version()).collect(Collectors.joining(",")));
    RunInputs inputs = ledger.inputs(snapshot, question, null);
    Trial trial = snapshot.trial(asked.question());
    List<CompareAnswer.Column> columns = new ArrayList<>();
    columns.add(base(trial, asked));
    for (StoredScenario scenario : all) {
      columns.add(column(trial, asked, scenario, inputs.data()));
    }
    return new CompareAnswer(
        inputs.id(),
        inputs,
        asked.question().types(),
        asked.question().scope().minutes(),
        asked.question().group().code(),
        asked.question().scope().level().code(),
        asked.question().scope().area(),
        columns);
  }

  private CompareAnswer.Column base(Trial trial, TrialQuestions.Asked asked) {
    PlacesService.Offer offer = places.offer(trial);
    return new CompareAnswer.Column(
        CompareAnswer.BASE,
        "",
        null,
        false,
        0,
        List.of(),
        trial.total(asked.question().group()),
        trial.meanMinutes(),
        0,
        0,
        trial.operating().length,
        offer.capacity(),
        offer.unknown(),
        asked.capacity() ? places.served(trial).served() : null,
        groups(trial::total),
        areas(trial, trial::area),
        unassigned(trial, trial::area));
  }

  private CompareAnswer.Column column(
      Trial trial, TrialQuestions.Asked asked, StoredScenario scenario, Map<String, String> now) {
    Effects effects = Effects.of(scenario.changes(), trial);
    Trial.Result result = trial.of(effects.planned());
    PlacesService.Offer offer = places.offer(result, effects.capacities());
    Costs costs = Costs.of(scenario.changes());
    return new CompareAnswer.Column(
        scenario.id().toString(),
        scenario.name(),
        scenario.version(),
        !scenario.data().equals(now),
        scenario.changes().size(),
        new Reviewer(trial.snapshot(), candidates)
            .review(scenario.changes(), scenario.seen()).stream()
                .filter(review -> !review.effect())
                .toList(),
        result.total(asked.question().group()),
        result.meanMinutes(),
        costs.yuan(),
        costs.unknown(),
        result.facilities(),
        offer.capacity(),
        offer.unknown(),
        asked.capacity() ? places.served(result, effects.capacities()).served() : null,
        groups(result::total),
        areas(trial, result::area),
        unassigned(trial, result::area));
  }

  private static Map<String, CoverageAnswer.Numbers> groups(
      Function<DemandGroup, CoverageAnswer.Numbers> numbers) {
    Map<String, CoverageAnswer.Numbers> groups = new LinkedHashMap<>();
    for (DemandGroup group : DemandGroup.values()) {
      groups.put(group.code(), numbers.apply(group));
    }
    return groups;
  }

  private static List<CoverageAnswer.AreaNumbers> areas(
      Trial trial, BiFunction<Integer, DemandGroup, CoverageAnswer.Numbers> numbers) {
    List<CoverageAnswer.AreaNumbers> areas = new ArrayList<>();
    for (int entry = 0; entry < trial.areas().size(); entry++) {
      Area area = trial.areas().get(entry);
      areas.add(
          new CoverageAnswer.AreaNumbers(
              area.code(),
              area.name(),
              area.level().code(),
              area.parentCode(),
              numbers.apply(entry, trial.question().group())));
    }
    return areas;
  }

  private static CoverageAnswer.@Nullable Numbers unassigned(
      Trial trial, BiFunction<Integer, DemandGroup, CoverageAnswer.Numbers> numbers) {
    CoverageAnswer.Numbers none = numbers.apply(trial.areas().size(), trial.question().group());
    return none.points() == 0 ? null : none;
  }
}
