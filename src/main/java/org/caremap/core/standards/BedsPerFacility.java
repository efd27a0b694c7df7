package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many beds, or beds for nursing, each facility has. */
final class BedsPerFacility extends FacilityIndicator {
  static final IndicatorParameter BEDS =
      IndicatorParameter.choice(
          "beds", List.of("all", "nursing"), "全部床位或护理型床位", "all beds or those for nursing");

  @Override
  public String code() {
    return "beds-per-facility";
  }

  @Override
  public String zh() {
    return "每处设施的床位数";
  }

  @Override
  public String en() {
    return "Beds per facility";
  }

  @Override
  public String numerator() {
    return "beds of the facility";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(BEDS);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.BEDS, Gap.Field.NURSING_BEDS);
  }

  static boolean nursing(RuleInput in) {
    return in.rule().text(BEDS.name(), "all").equals("nursing");
  }

  @Override
  @Nullable Number value(RuleInput in, FacilityFact facility) {
    return nursing(in) ? facility.nursingBeds() : facility.beds();
  }

  /** Beds for nursing are beds: so many at most, and at least. */
  @Override
  Bounds otherwise(RuleInput in, FacilityFact facility) {
    if (nursing(in)) {
      return facility.beds() == null ? Bounds.ANY : new Bounds(0, facility.beds());
    }
    return facility.nursingBeds() == null
        ? Bounds.ANY
        : new Bounds(facility.nursingBeds(), Double.POSITIVE_INFINITY);
  }

  @Override
  Gap.Field field(RuleInput in) {
    return nursing(in) ? Gap.Field.NURSING_BEDS : Gap.Field.BEDS;
  }
}
