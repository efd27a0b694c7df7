package org.caremap.core.standards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The share of all beds that are for nursing, in percent, over the facilities of a rule. */
final class NursingBedShare implements Indicator {
  @Override
  public String code() {
    return "nursing-bed-share";
  }

  @Override
  public String zh() {
    return "护理型床位占比";
  }

  @Override
  public String en() {
    return "Nursing beds among all beds";
  }

  @Override
  public String numerator() {
    return "beds for nursing of all operating facilities of the rule";
  }

  @Override
  public String denominator() {
    return "beds of the same facilities";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.BEDS, Gap.Field.NURSING_BEDS);
  }

  @Override
  public Findings find(RuleInput in) {
    List<Subject> subjects = new ArrayList<>();
    Bounds nursing = Bounds.ZERO;
    Bounds others = Bounds.ZERO;
    Set<Gap> gaps = new LinkedHashSet<>();
    for (Counted<FacilityFact> one : in.facilities()) {
      FacilityFact facility = one.what();
      Set<Gap> own = new LinkedHashSet<>(one.known().gaps());
      if (facility.beds() == null || facility.beds() == 0) {
        own.add(new Gap(Gap.Field.BEDS, Gap.Of.FACILITY, facility.id()));
      }
      if (facility.nursingBeds() == null) {
        own.add(new Gap(Gap.Field.NURSING_BEDS, Gap.Of.FACILITY, facility.id()));
      }
      Bounds n = nursing(facility);
      Bounds o = others(facility);
      Measure measure = new Measure(share(n, o), n, n.plus(o), own);
      subjects.add(Subject.of(one, measure, in.facts()));
      nursing = nursing.plus(n.ifCounted(one.truth()));
      others = others.plus(o.ifCounted(one.truth()));
      gaps.addAll(own);
    }
    Measure whole = new Measure(share(nursing, others), nursing, nursing.plus(others), gaps);
    return new Findings.Together(whole, subjects);
  }

  /** Beds for nursing are never more than beds. */
  private static Bounds nursing(FacilityFact f) {
    if (f.nursingBeds() != null) {
      return Bounds.exactly(f.nursingBeds());
    }
    return f.beds() == null ? Bounds.ANY : new Bounds(0, f.beds());
  }

  private static Bounds others(FacilityFact f) {
    if (f.beds() == null) {
      return Bounds.ANY;
    }
    return f.nursingBeds() == null
        ? new Bounds(0, f.beds())
        : Bounds.exactly(Math.max(0, f.beds() - f.nursingBeds()));
  }

  /** Rises with the beds for nursing and falls with the others. */
  private static Bounds share(Bounds nursing, Bounds others) {
    if (nursing.high() + others.high() == 0) {
      return Bounds.ANY;
    }
    return new Bounds(
        percent(nursing.low(), others.high(), 0), percent(nursing.high(), others.low(), 100));
  }

  private static double percent(double part, double rest, double ofNothing) {
    if (Double.isInfinite(rest)) {
      return 0;
    }
    if (Double.isInfinite(part)) {
      return 100;
    }
    return part + rest == 0 ? ofNothing : 100 * part / (part + rest);
  }
}
