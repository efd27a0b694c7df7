package org.caremap.core.standards;

/** The share of facilities of which something is true. */
abstract class ShareOfFacilities implements Indicator {
  /** Whether it is true of a facility. */
  abstract Known holds(RuleInput in, FacilityFact facility);

  @Override
  public String denominator() {
    return "operating facilities of the rule";
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Share(
        in.facilities().stream()
            .map(
                one -> {
                  Known holds = holds(in, one.what());
                  Measure measure = Measure.of(Bounds.of(holds.truth()), holds.gaps());
                  return Subject.of(one, measure, in.facts());
                })
            .toList(),
        1);
  }
}
