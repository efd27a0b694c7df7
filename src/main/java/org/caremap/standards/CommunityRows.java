package org.caremap.standards;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.area.AreaLevel;
import org.caremap.core.standards.AreaFact;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.Gap;
import org.caremap.core.standards.Known;
import org.caremap.core.standards.Outcome;
import org.caremap.core.standards.RuleInput;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.Subject;
import org.caremap.core.standards.SubjectVerdict;
import org.caremap.core.standards.Truth;
import org.caremap.core.standards.WalkingShares;
import org.caremap.coverage.Rounding;
import org.jspecify.annotations.Nullable;

/** Both verdicts on each community: has it what the rules say, and do its people get there. */
final class CommunityRows {
  private static final String WALKING = "walking-minutes";
  private static final Set<String> HAVING = Set.of("facilities-per-area", "areas-served-share");
  private static final Set<String> YES = Set.of(Outcome.MET.code());
  private static final Set<String> NO = Set.of(Outcome.MISSED.code(), Outcome.NOT_YET.code());

  private final CommunitiesQuestion question;
  private final CountyFacts facts;
  private final List<StandardRule> walking = new ArrayList<>();
  private final Set<String> having = new HashSet<>();
  private final Map<String, List<Said>> byArea = new HashMap<>();

  private record Said(StandardRule rule, SubjectVerdict verdict) {}

  CommunityRows(CommunitiesQuestion question, Judgement judgement) {
    this.question = question;
    this.facts = judgement.facts();
    for (RuleVerdict verdict : judgement.verdicts()) {
      StandardRule rule = verdict.rule();
      if (HAVING.contains(rule.indicator())) {
        having.add(rule.id());
      }
      if (rule.indicator().equals(WALKING)) {
        walking.add(rule);
      } else if (question.types().isEmpty() || meet(rule.facilities().types(), question.types())) {
        for (SubjectVerdict one : verdict.subjects()) {
          if (one.subject().kind() == Subject.Kind.AREA) {
            byArea
                .computeIfAbsent(one.subject().id(), code -> new ArrayList<>())
                .add(new Said(rule, one));
          }
        }
      }
    }
  }

  List<CommunitiesAnswer.Row> list() {
    return Judgement.within(facts, question.verdicts().area()).listAreas().stream()
        .filter(
            area ->
                AreaLevel.find(area.level())
                    .filter(level -> level.depth() == question.level().depth())
                    .isPresent())
        .map(this::row)
        .toList();
  }

  private CommunitiesAnswer.Row row(AreaFact area) {
    List<CommunitiesAnswer.OneRule> rules =
        byArea.getOrDefault(area.code(), List.of()).stream().map(CommunityRows::oneRule).toList();
    List<CommunitiesAnswer.Spatial> spatial = spatial(area, rules);
    int met = 0;
    int missed = 0;
    int unknown = 0;
    for (CommunitiesAnswer.OneRule one : rules) {
      met += YES.contains(one.outcome()) ? 1 : 0;
      missed += NO.contains(one.outcome()) ? 1 : 0;
      unknown += one.outcome().equals(Outcome.CANNOT_BE_JUDGED.code()) ? 1 : 0;
    }
    return new CommunitiesAnswer.Row(
        area.code(),
        area.name(),
        area.level(),
        area.parent(),
        facts.findArea(area.parent()).map(AreaFact::name).orElse(null),
        area.urban(),
        area.zone(),
        new CommunitiesAnswer.Institutional(met, missed, unknown, rules),
        spatial,
        spatial.stream().anyMatch(CommunitiesAnswer.Spatial::disagree));
  }

  private static CommunitiesAnswer.OneRule oneRule(Said said) {
    SubjectVerdict verdict = said.verdict();
    StandardRule rule = said.rule();
    return new CommunitiesAnswer.OneRule(
        rule.id(),
        rule.zh(),
        rule.en(),
        rule.facilities().types(),
        verdict.outcome().code(),
        verdict.withException().code(),
        VerdictWriter.exact(verdict.subject().measure().value()),
        rule.threshold(),
        GapWords.en(verdict.gaps()),
        GapWords.zh(verdict.gaps()),
        verdict.exception() == null ? null : ExceptionJson.write(verdict.exception()));
  }

  /** One entry for each kind of facility that a rule wants here, and each rule about walking. */
  private List<CommunitiesAnswer.Spatial> spatial(
      AreaFact area, List<CommunitiesAnswer.OneRule> rules) {
    List<CommunitiesAnswer.Spatial> spatial = new ArrayList<>();
    Set<List<String>> kinds = new LinkedHashSet<>();
    if (!question.types().isEmpty()) {
      kinds.add(question.types());
    } else {
      for (Said said : byArea.getOrDefault(area.code(), List.of())) {
        if (HAVING.contains(said.rule().indicator())) {
          kinds.add(said.rule().facilities().types());
        }
      }
    }
    List<StandardRule> here =
        walking.stream().filter(rule -> covers(rule, area).truth().isPossible()).toList();
    for (StandardRule rule : here) {
      if (question.types().isEmpty()) {
        kinds.add(rule.facilities().types());
      }
    }
    for (List<String> types : kinds) {
      spatial.add(spatial(area, types, ruleFor(types, here), rules));
    }
    return spatial;
  }

  private Known covers(StandardRule rule, AreaFact area) {
    return new RuleInput(rule, facts).covers(area);
  }

  /** The rule about just these types, otherwise the first that is about some of them. */
  private static @Nullable StandardRule ruleFor(List<String> types, List<StandardRule> rules) {
    return rules.stream()
        .filter(rule -> same(rule.facilities().types(), types))
        .findFirst()
        .or(() -> rules.stream().filter(r -> meet(r.facilities().types(), types)).findFirst())
        .orElse(null);
  }

  private CommunitiesAnswer.Spatial spatial(
      AreaFact area,
      List<String> types,
      @Nullable StandardRule rule,
      List<CommunitiesAnswer.OneRule> rules) {
    double minutes = rule == null ? question.minutes() : rule.threshold();
    double required =
        rule == null ? question.share() : rule.number("shareRequired", question.share());
    String group = question.group().code();
    WalkingShares.Walk walk = facts.walking().walk(types, minutes, group, area.code());
    WalkingShares.Walk atBest = facts.walkingAtBest(types).walk(types, minutes, group, area.code());
    Truth arrives = walk.reaches(required);
    Set<Gap> gaps = new LinkedHashSet<>();
    if (arrives == Truth.UNKNOWN) {
      gaps.add(new Gap(Gap.Field.ELDERS, Gap.Of.AREA, area.code()));
    }
    if (atBest.covered() != walk.covered()) {
      arrives = arrives == atBest.reaches(required) ? arrives : Truth.UNKNOWN;
      gaps.addAll(facts.undated(types));
    }
    if (rule != null && arrives != Truth.YES) {
      Known covers = covers(rule, area);
      gaps.addAll(covers.gaps());
      arrives = covers.truth() == Truth.YES ? arrives : Truth.UNKNOWN;
    }
    String outcome = outcome(arrives, rule).code();
    return new CommunitiesAnswer.Spatial(
        rule == null ? null : rule.id(),
        types,
        minutes,
        rule == null ? "parameter" : "rule",
        required,
        group,
        walk.demand(),
        walk.covered(),
        atBest.covered(),
        Rounding.people(walk.demand() - walk.covered()),
        walk.unknownPoints(),
        walk.demand() == 0 || atBest.covered() != walk.covered()
            ? null
            : Rounding.share(walk.covered() / walk.demand()),
        outcome,
        GapWords.en(gaps),
        GapWords.zh(gaps),
        rules.stream().anyMatch(one -> isAbout(one, types) && opposite(one.outcome(), outcome)));
  }

  private Outcome outcome(Truth arrives, @Nullable StandardRule rule) {
    return switch (arrives) {
      case YES -> Outcome.MET;
      case UNKNOWN -> Outcome.CANNOT_BE_JUDGED;
      case NO -> isDueLater(rule) ? Outcome.NOT_YET : Outcome.MISSED;
    };
  }

  private boolean isDueLater(@Nullable StandardRule rule) {
    return rule != null
        && rule.due() != null
        && LocalDate.of(rule.due(), Month.DECEMBER, 31).isAfter(facts.asOf());
  }

  private boolean isAbout(CommunitiesAnswer.OneRule rule, List<String> types) {
    return having.contains(rule.id())
        && (question.types().isEmpty() ? same(rule.types(), types) : meet(rule.types(), types));
  }

  private static boolean opposite(String one, String other) {
    return YES.contains(one) && NO.contains(other) || NO.contains(one) && YES.contains(other);
  }

  private static boolean meet(List<String> some, List<String> others) {
    return !Collections.disjoint(some, others);
  }

  private static boolean same(List<String> some, List<String> others) {
    return Set.copyOf(some).equals(Set.copyOf(others));
  }
}
