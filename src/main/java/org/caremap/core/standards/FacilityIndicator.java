package org.caremap.core.standards;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number that a facility states of itself, judged for each. */
abstract class FacilityIndicator implements Indicator {
  /** The number, null where it is unknown. */
  abstract @Nullable Number value(RuleInput in, FacilityFact facility);

  /** What is missing where it is unknown. */
  abstract Gap.Field field(RuleInput in);

  /** Between what it lies where it is unknown. */
  Bounds otherwise(RuleInput in, FacilityFact facility) {
    return Bounds.ANY;
  }

  @Override
  public String denominator() {
    return "one facility";
  }

  @Override
  public Findings find(RuleInput in) {
    List<Subject> subjects =
        in.facilities().stream()
            .map(one -> Subject.of(one, measure(in, one.what()), in.facts()))
            .toList();
    return new Findings.Each(subjects);
  }

  private Measure measure(RuleInput in, FacilityFact facility) {
    Number value = value(in, facility);
    return value == null
        ? Measure.of(
            otherwise(in, facility), Set.of(new Gap(field(in), Gap.Of.FACILITY, facility.id())))
        : Measure.of(Bounds.of(value), Set.of());
  }
}
