package org.caremap.core.standards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The minutes within which the required share of the elders walks to the nearest facility of the
 * rule's types. The plans name no share: all elders, unless the rule says otherwise. Whether the
 * threshold is kept is decided by who arrives within exactly those minutes; the minutes reported
 * beside it are never on the other side of it.
 *
 * <p>People of points whose number is unknown may be none, or any number near or far: who is known
 * to be left out settles a share of all, but no smaller one.
 */
final class WalkingMinutes implements Indicator {
  static final String SHARE = "shareRequired";
  private static final Set<String> COMMUNITIES = Set.of("community", "village");

  @Override
  public String code() {
    return "walking-minutes";
  }

  @Override
  public String zh() {
    return "步行时间";
  }

  @Override
  public String en() {
    return "Walking time";
  }

  @Override
  public String numerator() {
    return "elders who arrive within the minutes of the threshold";
  }

  @Override
  public String denominator() {
    return "elders of the areas that the rule applies to";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(
        IndicatorParameter.group(),
        IndicatorParameter.number(
            SHARE, 0.01, 1, 1.0, "应在时限内到达的老年人比例", "share of the elders who must arrive in time"));
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.ELDERS);
  }

  @Override
  public Findings find(RuleInput in) {
    List<Subject> subjects = new ArrayList<>();
    for (Counted<AreaFact> area : in.rule().appliesTo().isWhole() ? communities(in) : in.areas()) {
      subjects.add(Subject.of(area, measure(in, List.of(area))));
    }
    return new Findings.Together(measure(in, in.areas()), subjects);
  }

  /** What a circle around everybody looks like from each community. */
  private static List<Counted<AreaFact>> communities(RuleInput in) {
    return in.facts().listAreas().stream()
        .filter(area -> COMMUNITIES.contains(area.level()))
        .map(area -> new Counted<>(area, Known.YES))
        .toList();
  }

  /** Facilities of unknown opening day widen the interval: from with all of them to without. */
  private static Measure measure(RuleInput in, List<Counted<AreaFact>> areas) {
    CountyFacts facts = in.facts();
    List<String> types = in.rule().facilities().types();
    Measure least = measure(in, areas, facts.walking());
    WalkingShares atBest = facts.walkingAtBest(types);
    if (atBest == facts.walking()) {
      return least;
    }
    Measure most = measure(in, areas, atBest);
    if (least.value().equals(most.value()) && least.numerator().equals(most.numerator())) {
      return least;
    }
    Set<Gap> gaps = new LinkedHashSet<>(least.gaps());
    gaps.addAll(facts.undated(types));
    return new Measure(
        new Bounds(
            Math.min(least.value().low(), most.value().low()),
            Math.max(least.value().high(), most.value().high())),
        new Bounds(least.numerator().low(), most.numerator().high()),
        least.denominator(),
        gaps);
  }

  private static Measure measure(
      RuleInput in, List<Counted<AreaFact>> areas, WalkingShares walking) {
    StandardRule rule = in.rule();
    List<String> types = rule.facilities().types();
    String group = rule.text("group", RuleInput.ELDERS);
    double required = rule.number(SHARE, 1);
    WalkingShares.Walk all = WalkingShares.Walk.NONE;
    Set<Gap> gaps = new LinkedHashSet<>();
    List<String> codes = new ArrayList<>();
    boolean sure = true;
    for (Counted<AreaFact> area : areas) {
      String code = area.what().code();
      WalkingShares.Walk walk = walking.walk(types, rule.threshold(), group, code);
      all = all.plus(walk);
      codes.add(code);
      gaps.addAll(area.known().gaps());
      sure &= area.truth() == Truth.YES;
      if (walk.unknownPoints() > 0 || walk.points() == 0) {
        gaps.add(new Gap(Gap.Field.ELDERS, Gap.Of.AREA, code));
      }
    }
    if (all.demand() == 0) {
      codes.forEach(code -> gaps.add(new Gap(Gap.Field.ELDERS, Gap.Of.AREA, code)));
    }
    boolean open = all.unknownPoints() > 0 || all.points() == 0;
    Bounds demand =
        open ? new Bounds(all.demand(), Double.POSITIVE_INFINITY) : Bounds.exactly(all.demand());
    Bounds covered =
        open ? new Bounds(all.covered(), Double.POSITIVE_INFINITY) : Bounds.exactly(all.covered());
    // One area that may not count settles nothing for the others together.
    Bounds value = sure ? value(in, walking, all, open, required, codes) : Bounds.ANY;
    return new Measure(value, covered, demand, gaps);
  }

  private static Bounds value(
      RuleInput in,
      WalkingShares walking,
      WalkingShares.Walk all,
      boolean open,
      double required,
      List<String> codes) {
    double threshold = in.rule().threshold();
    double after = Math.nextUp(threshold);
    Truth arrives = all.reaches(required);
    if (arrives == Truth.UNKNOWN) {
      return Bounds.ANY;
    }
    if (open) {
      return new Bounds(after, Double.POSITIVE_INFINITY);
    }
    boolean kept = arrives == Truth.YES;
    OptionalDouble minutes =
        walking.minutesFor(
            in.rule().facilities().types(),
            in.rule().text("group", RuleInput.ELDERS),
            codes,
            required);
    if (minutes.isEmpty()) {
      return kept ? new Bounds(0, threshold) : new Bounds(after, Double.POSITIVE_INFINITY);
    }
    return Bounds.exactly(
        kept ? Math.min(minutes.getAsDouble(), threshold) : Math.max(minutes.getAsDouble(), after));
  }
}
