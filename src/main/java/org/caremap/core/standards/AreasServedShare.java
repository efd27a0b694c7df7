package org.caremap.core.standards;

import java.util.List;

/** The share of areas that have a facility. */
final class AreasServedShare implements Indicator {
  private static final IndicatorParameter AT_LEAST =
      IndicatorParameter.number(
          "atLeast", 1, 1000, 1.0, "每个区域至少几处", "facilities that an area needs to be served");

  @Override
  public String code() {
    return "areas-served-share";
  }

  @Override
  public String zh() {
    return "有设施的区域占比";
  }

  @Override
  public String en() {
    return "Share of areas served";
  }

  @Override
  public String numerator() {
    return "areas with enough operating facilities of the rule";
  }

  @Override
  public String denominator() {
    return "areas that the rule applies to";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(AT_LEAST, FacilitiesPerArea.DELIVERS);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.AREA_CODE);
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Share(
        in.areas().stream()
            .map(area -> Subject.of(area, FacilitiesPerArea.count(in, area.what())))
            .toList(),
        in.rule().number(AT_LEAST.name(), 1));
  }
}
