package org.caremap.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.coverage.SupplyTally;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.RecentAnswers;
import org.caremap.coverage.Rounding;
import org.caremap.coverage.Survey;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.population.DemandGroup;

/** Where what people need is missing: the content, or the place. */
@ApplicationScoped
public class SupplyService {
  // A county of three hundred areas takes 1 MB.
  private static final int KEPT = 4;

  private final SupplyNeeds needs;
  private final CodeLists codes;
  private final Ledger ledger;
  private final RecentAnswers<SupplyQuestion, SupplyAnswer> answers = new RecentAnswers<>(KEPT);

  SupplyService(SupplyNeeds needs, CodeLists codes, Ledger ledger) {
    this.needs = needs;
    this.codes = codes;
    this.ledger = ledger;
  }

  /**
   * Every needed pair of group and service in every area; one sweep a service, whatever the groups
   * and areas.
   *
   * @throws org.caremap.platform.ProblemException 400 where an area or zone is unknown
   */
  public SupplyAnswer supply(CareSnapshot snapshot, SupplyQuestion question) {
    return answers.get(snapshot, question, () -> supply(snapshot, question, needs.rules()));
  }

  private record Pair(DemandGroup group, String service) {}

  /** The same under other needs. */
  SupplyAnswer supply(CareSnapshot snapshot, SupplyQuestion question, SupplyRules rules) {
    RunInputs inputs =
        ledger.inputs(snapshot, question.parameters(), Ledger.digest(SupplyNeeds.text(rules)));
    Survey survey = Survey.of(snapshot, question.scope(), 1);
    survey.prepare();
    List<Pair> pairs = pairs(rules);
    Map<String, SupplyTally> tallies = tallies(survey, rules, pairs);
    int none = survey.areas().size();
    List<SupplyAnswer.Row> rows = new ArrayList<>();
    for (int entry = 0; entry < none; entry++) {
      Area area = survey.areas().get(entry);
      rows.add(
          new SupplyAnswer.Row(
              area.code(),
              area.name(),
              area.level().code(),
              area.parentCode(),
              cells(survey, pairs, tallies, entry)));
    }
    return new SupplyAnswer(
        inputs.id(),
        inputs,
        survey.method().code(),
        question.scope().minutes(),
        question.scope().zones().minutes(),
        question.scope().walker().speedKmh(),
        question.scope().walker().profile().code(),
        question.scope().level().code(),
        question.scope().area(),
        rules.places(),
        clauses(rules),
        summary(survey, pairs, tallies),
        rows,
        survey.table().points(none) == 0 ? null : cells(survey, pairs, tallies, none));
  }

  private List<Pair> pairs(SupplyRules rules) {
    List<Pair> pairs = new ArrayList<>();
    for (DemandGroup group : DemandGroup.values()) {
      for (Code service : codes.listServices()) {
        boolean needed =
            rules.needs().stream()
                .anyMatch(
                    need ->
                        need.groups().contains(group.code())
                            && need.services().contains(service.code()));
        if (needed) {
          pairs.add(new Pair(group, service.code()));
        }
      }
    }
    return pairs;
  }

  private static List<SupplyAnswer.Clause> clauses(SupplyRules rules) {
    List<SupplyAnswer.Clause> clauses = new ArrayList<>();
    for (Need need : rules.needs()) {
      for (String group : need.groups()) {
        for (String service : need.services()) {
          clauses.add(
              new SupplyAnswer.Clause(
                  group, service, need.quote(), need.seed(), need.zh(), need.en()));
        }
      }
    }
    return clauses;
  }

  private static Map<String, SupplyTally> tallies(
      Survey survey, SupplyRules rules, List<Pair> pairs) {
    Predicate<FacilityDetails> isPlace = f -> rules.places().contains(f.type());
    int[] place = survey.costsWithin(operating(survey.snapshot(), isPlace));
    int[] silent =
        survey.costsWithin(operating(survey.snapshot(), isPlace.and(f -> f.services().isEmpty())));
    List<String> services = pairs.stream().map(Pair::service).distinct().toList();
    List<SupplyTally> tallies =
        services.parallelStream()
            .map(
                service ->
                    SupplyTally.of(
                        survey.table(),
                        survey.costsWithin(
                            operating(survey.snapshot(), f -> f.services().contains(service))),
                        silent,
                        place,
                        survey.speeds()))
            .toList();
    Map<String, SupplyTally> byService = new LinkedHashMap<>();
    for (int s = 0; s < services.size(); s++) {
      byService.put(services.get(s), tallies.get(s));
    }
    return byService;
  }

  private static int[] operating(CareSnapshot snapshot, Predicate<FacilityDetails> wanted) {
    List<Facility> all = snapshot.facilities().list();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).isOperating() && wanted.test(all.get(i).details()))
        .toArray();
  }

  private static List<SupplyAnswer.Cell> cells(
      Survey survey, List<Pair> pairs, Map<String, SupplyTally> tallies, int entry) {
    return pairs.stream()
        .map(
            pair ->
                cell(
                    pair,
                    tallies.get(pair.service()).count(entry, index(pair.group())),
                    survey.table().unknown(entry, index(pair.group()))))
        .toList();
  }

  private static List<SupplyAnswer.Cell> summary(
      Survey survey, List<Pair> pairs, Map<String, SupplyTally> tallies) {
    // Streams sort stably: of equals the order of groups and services stays.
    return pairs.stream()
        .map(
            pair ->
                cell(
                    pair,
                    tallies.get(pair.service()).total(index(pair.group())),
                    survey.table().unknown(index(pair.group()))))
        .sorted(
            Comparator.comparingDouble(SupplyAnswer.Cell::contentMissing)
                .thenComparingDouble(SupplyAnswer.Cell::placeMissing)
                .reversed())
        .toList();
  }

  private static SupplyAnswer.Cell cell(Pair pair, SupplyTally.Count count, int unknownPoints) {
    return new SupplyAnswer.Cell(
        pair.group().code(),
        pair.service(),
        Rounding.people(count.people()),
        Rounding.people(count.served()),
        Rounding.people(count.contentMissing()),
        Rounding.people(count.contentUnknown()),
        Rounding.people(count.placeMissing()),
        unknownPoints);
  }

  /** Where a survey's table has a group. */
  private static int index(DemandGroup group) {
    return Arrays.asList(DemandGroup.values()).indexOf(group);
  }
}
