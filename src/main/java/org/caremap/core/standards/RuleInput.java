package org.caremap.core.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an indicator is given: the rule, the facts, and which of them the rule is about. */
public final class RuleInput {
  /** Who counts as an elder where a rule does not say. */
  public static final String ELDERS = "age60";

  private final StandardRule rule;
  private final CountyFacts facts;
  private @Nullable List<Counted<AreaFact>> areas;
  private @Nullable Map<String, Known> applies;

  /**
   * @param rule whose indicator is asked
   * @param facts what is known
   */
  public RuleInput(StandardRule rule, CountyFacts facts) {
    this.rule = rule;
    this.facts = facts;
  }

  /** The rule. */
  public StandardRule rule() {
    return rule;
  }

  /** The facts. */
  public CountyFacts facts() {
    return facts;
  }

  /** The areas that the rule is or may be about. */
  public List<Counted<AreaFact>> areas() {
    if (areas == null) {
      areas = new ArrayList<>();
      for (AreaFact area : rule.appliesTo().isWhole() ? facts.listRoots() : facts.listAreas()) {
        Known known = appliesTo(area);
        if (known.truth().isPossible()) {
          areas.add(new Counted<>(area, known));
        }
      }
    }
    return areas;
  }

  private Known appliesTo(AreaFact area) {
    AppliesTo to = rule.appliesTo();
    return to.isWhole() || to.levels().contains(area.level()) ? covers(area) : Known.NO;
  }

  /** Whether an area is of the kind that the rule is about, whatever its level. */
  public Known covers(AreaFact area) {
    AppliesTo to = rule.appliesTo();
    List<AreaFact> lineage = facts.lineage(area.code());
    if (to.area() != null && lineage.stream().noneMatch(a -> isNamed(a, to.area()))) {
      return Known.NO;
    }
    if (to.except() != null && lineage.stream().anyMatch(a -> isNamed(a, to.except()))) {
      return Known.NO;
    }
    return says(to.urban(), lineage, AreaFact::urban, Gap.Field.URBAN)
        .and(says(to.zone(), lineage, AreaFact::zone, Gap.Field.ZONE))
        .and(says(to.estateAge(), List.of(area), AreaFact::estateAge, Gap.Field.ESTATE_AGE));
  }

  private static boolean isNamed(AreaFact area, String codeOrName) {
    return area.code().equals(codeOrName) || area.name().equals(codeOrName);
  }

  /** Whether the smallest area that says it at all says what is asked. */
  private static Known says(
      @Nullable Object asked,
      List<AreaFact> lineage,
      Function<AreaFact, @Nullable Object> field,
      Gap.Field name) {
    if (asked == null) {
      return Known.YES;
    }
    for (AreaFact area : lineage) {
      Object said = field.apply(area);
      if (said != null) {
        return Known.of(said.equals(asked));
      }
    }
    return lineage.isEmpty()
        ? Known.NO
        : Known.unknown(new Gap(name, Gap.Of.AREA, lineage.get(0).code()));
  }

  /** All facilities that the rule is or may be about, wherever it applies. */
  public List<Counted<FacilityFact>> facilities() {
    List<Counted<FacilityFact>> counted = new ArrayList<>();
    for (FacilityFact facility : facts.listFacilities()) {
      Known matches = matches(facility);
      if (matches.truth().isPossible()) {
        add(counted, facility, matches.and(liesWhereApplied(facility)));
      }
    }
    return counted;
  }

  /** Facilities of the rule that belong, or may belong, to an area or one in it. */
  public List<Counted<FacilityFact>> facilitiesIn(AreaFact area) {
    List<Counted<FacilityFact>> counted = new ArrayList<>();
    for (FacilityFact facility : facts.listFacilities(area.code())) {
      Known here =
          Boolean.TRUE.equals(rule.facilities().directly())
              ? Known.of(area.code().equals(facility.area()))
              : Known.YES;
      add(counted, facility, matches(facility).and(here));
    }
    for (FacilityFact facility : facts.listUnplaced()) {
      add(counted, facility, matches(facility).and(nowhere(facility)));
    }
    return counted;
  }

  /** The same, with those that deliver there from elsewhere. */
  public List<Counted<FacilityFact>> facilitiesServing(AreaFact area) {
    Map<String, Counted<FacilityFact>> all = new LinkedHashMap<>();
    for (FacilityFact facility : facts.listDelivering(area.code())) {
      Known matches = matches(facility);
      if (matches.truth().isPossible()) {
        all.put(facility.id(), new Counted<>(facility, matches));
      }
    }
    facilitiesIn(area).forEach(one -> all.putIfAbsent(one.what().id(), one));
    return List.copyOf(all.values());
  }

  private static void add(List<Counted<FacilityFact>> counted, FacilityFact facility, Known known) {
    if (known.truth().isPossible()) {
      counted.add(new Counted<>(facility, known));
    }
  }

  private static Known nowhere(FacilityFact facility) {
    return Known.unknown(new Gap(Gap.Field.AREA_CODE, Gap.Of.FACILITY, facility.id()));
  }

  private Known liesWhereApplied(FacilityFact facility) {
    if (applies == null) {
      applies = new LinkedHashMap<>();
      areas().forEach(area -> applies.put(area.what().code(), area.known()));
    }
    AppliesTo to = rule.appliesTo();
    boolean everywhere =
        to.isWhole() && to.urban() == null && to.zone() == null && to.area() == null;
    List<AreaFact> lineage = facts.lineage(facility.area());
    if (everywhere && !(facts.isRestricted() && lineage.isEmpty())) {
      return Known.YES;
    }
    if (lineage.isEmpty()) {
      return applies.isEmpty() ? Known.NO : nowhere(facility);
    }
    if (to.isWhole()) {
      // Urban facilities of the whole county are those whose own place is urban.
      return says(to.urban(), lineage, AreaFact::urban, Gap.Field.URBAN)
          .and(says(to.zone(), lineage, AreaFact::zone, Gap.Field.ZONE))
          .and(
              Known.of(to.area() == null || lineage.stream().anyMatch(a -> isNamed(a, to.area()))));
    }
    boolean directly = Boolean.TRUE.equals(rule.facilities().directly());
    Known lies = Known.NO;
    for (AreaFact area : directly ? lineage.subList(0, 1) : lineage) {
      lies = lies.or(applies.getOrDefault(area.code(), Known.NO));
    }
    return lies;
  }

  /** Whether a facility is of the rule's kind and open, wherever it lies. */
  public Known matches(FacilityFact facility) {
    FacilityFilter filter = rule.facilities();
    if (!filter.types().contains(facility.type())) {
      return Known.NO;
    }
    String id = facility.id();
    return facts
        .isOpen(facility)
        .and(
            Known.asked(
                filter.meetsStandard(), facility.meetsStandard(), Gap.Field.MEETS_STANDARD, id))
        .and(Known.asked(filter.sociallyRun(), facility.sociallyRun(), Gap.Field.SOCIALLY_RUN, id))
        .and(
            Known.asked(
                filter.demonstrationSite(),
                facility.demonstrationSite(),
                Gap.Field.DEMONSTRATION_SITE,
                id))
        .and(
            Known.asked(
                filter.regionalCentre(), facility.regionalCentre(), Gap.Field.REGIONAL_CENTRE, id))
        .and(openedInTime(facility, filter.openedFrom()))
        .and(isOfLevel(facility, filter.levels().get(facility.type())));
  }

  private static Known openedInTime(FacilityFact facility, @Nullable LocalDate from) {
    if (from == null) {
      return Known.YES;
    }
    return facility.opened() == null
        ? Known.unknown(new Gap(Gap.Field.OPENED_ON, Gap.Of.FACILITY, facility.id()))
        : Known.of(!facility.opened().isBefore(from));
  }

  private Known isOfLevel(FacilityFact facility, @Nullable List<String> levels) {
    if (levels == null) {
      return Known.YES;
    }
    List<AreaFact> lineage = facts.lineage(facility.area());
    return lineage.isEmpty()
        ? nowhere(facility)
        : Known.of(lineage.stream().anyMatch(area -> levels.contains(area.level())));
  }

  /** How many of the rule's facilities count though nobody knows when they opened. */
  public int countUndated() {
    return facts.countsUndated()
        ? (int) facilities().stream().filter(one -> one.what().opened() == null).count()
        : 0;
  }

  /** A sum over facilities, and what is missing for it. */
  Bounds sum(
      List<Counted<FacilityFact>> facilities,
      Function<FacilityFact, @Nullable Number> value,
      Gap.Field field,
      Set<Gap> gaps) {
    Bounds sum = Bounds.ZERO;
    for (Counted<FacilityFact> one : facilities) {
      Number known = value.apply(one.what());
      sum = sum.plus(Bounds.of(known).ifCounted(one.truth()));
      gaps.addAll(one.known().gaps());
      if (known == null) {
        gaps.add(new Gap(field, Gap.Of.FACILITY, one.what().id()));
      }
    }
    return sum;
  }

  /** How many facilities, and what is missing to say so. */
  Measure count(List<Counted<FacilityFact>> facilities) {
    Set<Gap> gaps = new LinkedHashSet<>();
    Bounds count = Bounds.ZERO;
    for (Counted<FacilityFact> one : facilities) {
      count = count.plus(Bounds.of(one.truth()));
      gaps.addAll(one.known().gaps());
    }
    return Measure.of(count, gaps);
  }

  /** How many elders live in an area, and what is missing to say so. */
  Bounds elders(AreaFact area, Set<Gap> gaps) {
    Bounds elders = facts.people(area.code(), rule.text("group", ELDERS)).bounds();
    if (!elders.isExact() || elders.high() == 0) {
      gaps.add(new Gap(Gap.Field.ELDERS, Gap.Of.AREA, area.code()));
    }
    return elders;
  }

  /**
   * A number that an area says itself or that the areas in it say together.
   *
   * @param most what it is at most where an area does not say it
   */
  Bounds amount(
      AreaFact area,
      Function<AreaFact, @Nullable Double> field,
      Function<AreaFact, Bounds> most,
      Gap.Field name,
      Set<Gap> gaps) {
    Double own = field.apply(area);
    if (own != null) {
      return Bounds.exactly(own);
    }
    boolean parted = !area.level().equals("community") && !area.level().equals("village");
    List<AreaFact> parts = parted ? facts.listChildren(area.code()) : List.of();
    if (parts.isEmpty()) {
      gaps.add(new Gap(name, Gap.Of.AREA, area.code()));
      return new Bounds(0, most.apply(area).high());
    }
    Bounds sum = Bounds.ZERO;
    for (AreaFact part : parts) {
      sum = sum.plus(amount(part, field, most, name, gaps));
    }
    return sum;
  }
}
