package org.caremap.core.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Floor area of an estate's care facilities for every hundred of its households. */
final class FloorAreaPerHundredHouseholds implements Indicator {
  @Override
  public String code() {
    return "floor-area-per-100-households";
  }

  @Override
  public String zh() {
    return "每百户养老服务设施建筑面积";
  }

  @Override
  public String en() {
    return "Care floor area per 100 households";
  }

  @Override
  public String numerator() {
    return "floor area of the operating facilities that belong to the area, m2";
  }

  @Override
  public String denominator() {
    return "households of the area";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.FLOOR_AREA, Gap.Field.HOUSEHOLDS, Gap.Field.ESTATE_AGE);
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Each(
        in.areas().stream().map(area -> Subject.of(area, measure(in, area.what()))).toList());
  }

  private static Measure measure(RuleInput in, AreaFact area) {
    Set<Gap> gaps = new LinkedHashSet<>();
    Bounds floor =
        in.sum(
            in.facilitiesIn(area), FacilityFact::floorAreaSquareMeters, Gap.Field.FLOOR_AREA, gaps);
    Bounds households = Bounds.of(area.households());
    if (area.households() == null || area.households() == 0) {
      gaps.add(new Gap(Gap.Field.HOUSEHOLDS, Gap.Of.AREA, area.code()));
    }
    return Measure.per(floor, households, 100, gaps);
  }
}
