package org.caremap.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.Indicators;
import org.caremap.core.standards.Neighbours;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.RuleInput;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.Subject;
import org.caremap.core.standards.Truth;
import org.caremap.core.standards.WalkingShares;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.Problem;
import org.caremap.platform.ProblemException;

/** Refuses exceptions that would have no effect, or none that anybody could foresee. */
@ApplicationScoped
class ExceptionCheck {
  private static final int EXAMPLES = 5;

  private final SnapshotService snapshots;
  private final ZoneId zone;

  ExceptionCheck(SnapshotService snapshots, CareMapConfig config) {
    this.snapshots = snapshots;
    this.zone = ZoneId.of(config.timeZone());
  }

  /**
   * Checks one exception against the rule and what is loaded today.
   *
   * @param others exceptions in force; the one that this replaces may be among them
   * @throws ProblemException 400 naming field, value and what would be legal; 409 where the same
   *     rule has one for the same area or facility already
   */
  void require(RuleException one, StandardRule rule, Collection<RuleException> others) {
    LocalDate today = LocalDate.now(zone);
    if (one.approvedOn().isAfter(today)) {
      throw ProblemException.badParameter(
          "approvedOn", one.approvedOn().toString(), "a day up to today, " + today);
    }
    RuleInput in = new RuleInput(rule, facts(rule, today));
    requireSubject(one, in);
    boolean serves =
        one.servedBy() == null
            || in.facts()
                .findFacility(one.servedBy())
                .filter(facility -> in.matches(facility).truth().isPossible())
                .isPresent();
    if (!serves) {
      List<String> types = rule.facilities().types();
      throw ProblemException.badParameter(
          "servedBy",
          one.servedBy(),
          types.isEmpty()
              ? "none: the rule is not about facilities"
              : "the external id of an operating facility that the rule counts, of type "
                  + String.join(", ", types));
    }
    for (RuleException other : others) {
      if (!other.id().equals(one.id()) && subject(other).equals(subject(one))) {
        throw taken(one, other);
      }
    }
  }

  private static ProblemException taken(RuleException one, RuleException other) {
    String field = one.area() == null ? "facility" : "area";
    return new ProblemException(
        new Problem(
            "Conflict",
            409,
            "rule '%s' has the exception '%s' for %s '%s' already; change or remove that one"
                .formatted(one.rule(), other.id(), field, named(one)),
            field,
            named(one),
            "one without an exception of this rule"));
  }

  private static List<String> subject(RuleException one) {
    return List.of(one.rule(), one.area() == null ? "facility" : "area", named(one));
  }

  private static String named(RuleException one) {
    return Optional.ofNullable(one.area()).orElse(String.valueOf(one.facility()));
  }

  private void requireSubject(RuleException one, RuleInput in) {
    Subject.Kind kind = one.area() == null ? Subject.Kind.FACILITY : Subject.Kind.AREA;
    List<String> legal =
        Indicators.find(in.rule().indicator()).orElseThrow().find(in).subjects().stream()
            .filter(subject -> subject.kind() == kind)
            .map(Subject::id)
            .toList();
    if (!legal.contains(named(one))) {
      boolean area = kind == Subject.Kind.AREA;
      String things = area ? "area" : "facility";
      throw ProblemException.badParameter(
          things,
          named(one),
          legal.isEmpty()
              ? "none: the rule judges no %s by itself".formatted(things)
              : "the %s of an %s that the rule judges, for example %s"
                  .formatted(
                      area ? "code" : "external id",
                      area ? "area" : "operating facility",
                      String.join(", ", legal.subList(0, Math.min(EXAMPLES, legal.size())))));
    }
  }

  /** Who is judged does not depend on streets and borders, which take long. */
  private CountyFacts facts(StandardRule rule, LocalDate today) {
    return CountyReader.read(
        snapshots.current(), List.of(rule), new NoNeighbours(), new NoWalks(), today, true);
  }

  private static final class NoNeighbours implements Neighbours {
    @Override
    public Truth border(String a, String b) {
      return Truth.UNKNOWN;
    }

    @Override
    public boolean isBounded(String area) {
      return false;
    }
  }

  private static final class NoWalks implements WalkingShares {
    @Override
    public Walk walk(List<String> types, double minutes, String group, String area) {
      return Walk.NONE;
    }

    @Override
    public OptionalDouble minutesFor(
        List<String> types, String group, Collection<String> areas, double share) {
      return OptionalDouble.empty();
    }

    @Override
    public WalkingShares withUndated() {
      return this;
    }
  }
}
