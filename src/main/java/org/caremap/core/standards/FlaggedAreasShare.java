package org.caremap.core.standards;

import java.util.List;
import java.util.Set;

/** The share of areas that say of themselves what a rule asks for. */
final class FlaggedAreasShare implements Indicator {
  private static final IndicatorParameter FLAG =
      IndicatorParameter.choice(
          "flag", List.of("regionalProvision"), "区域的哪一项情况", "which statement of the area");

  @Override
  public String code() {
    return "flagged-areas-share";
  }

  @Override
  public String zh() {
    return "开展某项工作的区域占比";
  }

  @Override
  public String en() {
    return "Share of areas of which something is stated";
  }

  @Override
  public String numerator() {
    return "areas of which it is stated";
  }

  @Override
  public String denominator() {
    return "areas that the rule applies to";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(FLAG);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.REGIONAL_PROVISION);
  }

  @Override
  public boolean countsFacilities() {
    return false;
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Share(
        in.areas().stream().map(area -> Subject.of(area, measure(area.what()))).toList(), 1);
  }

  private static Measure measure(AreaFact area) {
    Boolean stated = area.regionalProvision();
    return stated == null
        ? Measure.of(
            Bounds.UP_TO_ONE,
            Set.of(new Gap(Gap.Field.REGIONAL_PROVISION, Gap.Of.AREA, area.code())))
        : Measure.of(Bounds.of(Truth.of(stated)), Set.of());
  }
}
