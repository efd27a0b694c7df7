package org.caremap.core.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Land of an area's care facilities for each of its residents. */
final class LandPerResident implements Indicator {
  @Override
  public String code() {
    return "land-per-resident";
  }

  @Override
  public String zh() {
    return "人均养老服务设施用地";
  }

  @Override
  public String en() {
    return "Land for care facilities per resident";
  }

  @Override
  public String numerator() {
    return "land of the operating facilities that belong to the area, m2";
  }

  @Override
  public String denominator() {
    return "residents of the area";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.LAND_AREA, Gap.Field.RESIDENTS);
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Each(
        in.areas().stream().map(area -> Subject.of(area, measure(in, area.what()))).toList());
  }

  private static Measure measure(RuleInput in, AreaFact area) {
    Set<Gap> gaps = new LinkedHashSet<>();
    Bounds land =
        in.sum(
            in.facilitiesIn(area), FacilityFact::landAreaSquareMeters, Gap.Field.LAND_AREA, gaps);
    Bounds residents =
        in.amount(area, AreaFact::residents, a -> Bounds.ANY, Gap.Field.RESIDENTS, gaps);
    if (residents.high() == 0) {
      gaps.add(new Gap(Gap.Field.RESIDENTS, Gap.Of.AREA, area.code()));
    }
    return Measure.per(land, residents, 1, gaps);
  }
}
