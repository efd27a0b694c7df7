package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule says something of.
 *
 * @param kind area, facility or operator
 * @param id code of an area, id of a facility, name of an operator
 * @param name for people
 * @param applies whether the rule is about it; never a plain no
 * @param measure what it has
 * @param elderArea code of the area whose elders say whether few live there, null where none
 */
public record Subject(
    Kind kind, String id, String name, Known applies, Measure measure, @Nullable String elderArea) {
  /** Kinds of subjects. */
  public enum Kind {
    AREA,
    FACILITY,
    OPERATOR
  }

  static Subject of(Counted<AreaFact> area, Measure measure) {
    AreaFact fact = area.what();
    return new Subject(Kind.AREA, fact.code(), fact.name(), area.known(), measure, fact.code());
  }

  static Subject of(Counted<FacilityFact> facility, Measure measure, CountyFacts facts) {
    FacilityFact fact = facility.what();
    List<AreaFact> lineage = facts.lineage(fact.area());
    String area =
        facts.communityOf(fact).orElseGet(() -> lineage.isEmpty() ? null : lineage.get(0).code());
    return new Subject(Kind.FACILITY, fact.id(), fact.name(), facility.known(), measure, area);
  }
}
