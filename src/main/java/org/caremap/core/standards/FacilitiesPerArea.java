package org.caremap.core.standards;

import java.util.List;

/** How many facilities an area has. */
final class FacilitiesPerArea implements Indicator {
  static final IndicatorParameter DELIVERS =
      IndicatorParameter.flag(
          "delivers", "配送到此的设施也算", "facilities elsewhere that deliver there count as well");

  @Override
  public String code() {
    return "facilities-per-area";
  }

  @Override
  public String zh() {
    return "每个区域的设施数";
  }

  @Override
  public String en() {
    return "Facilities per area";
  }

  @Override
  public String numerator() {
    return "operating facilities of the rule that belong to the area";
  }

  @Override
  public String denominator() {
    return "one area";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(DELIVERS);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.AREA_CODE);
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Each(
        in.areas().stream().map(area -> Subject.of(area, count(in, area.what()))).toList());
  }

  static Measure count(RuleInput in, AreaFact area) {
    return in.count(
        in.rule().flag(DELIVERS.name()) ? in.facilitiesServing(area) : in.facilitiesIn(area));
  }
}
