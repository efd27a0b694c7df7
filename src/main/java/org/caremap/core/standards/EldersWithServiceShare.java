package org.caremap.core.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The share of an area's elders who have a service, in percent. */
final class EldersWithServiceShare implements Indicator {
  private static final IndicatorParameter SERVICE =
      IndicatorParameter.choice(
          "service",
          List.of("purchased", "emergencyCall"),
          "政府购买服务或紧急呼叫服务",
          "service that the government pays, or an emergency call at home");

  @Override
  public String code() {
    return "elders-with-service-share";
  }

  @Override
  public String zh() {
    return "享受服务的老年人占比";
  }

  @Override
  public String en() {
    return "Share of elders with a service";
  }

  @Override
  public String numerator() {
    return "elders with the service, as the area or all areas in it say";
  }

  @Override
  public String denominator() {
    return "elders of the area";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(SERVICE, IndicatorParameter.group());
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.PURCHASED_SERVICE, Gap.Field.EMERGENCY_CALL, Gap.Field.ELDERS);
  }

  @Override
  public boolean countsFacilities() {
    return false;
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Each(
        in.areas().stream().map(area -> Subject.of(area, measure(in, area.what()))).toList());
  }

  private static Measure measure(RuleInput in, AreaFact area) {
    boolean purchased = in.rule().text(SERVICE.name(), "purchased").equals("purchased");
    Set<Gap> gaps = new LinkedHashSet<>();
    String group = in.rule().text("group", RuleInput.ELDERS);
    Bounds served =
        in.amount(
            area,
            purchased ? AreaFact::purchasedServiceElders : AreaFact::emergencyCallElders,
            a -> in.facts().people(a.code(), group).bounds(),
            purchased ? Gap.Field.PURCHASED_SERVICE : Gap.Field.EMERGENCY_CALL,
            gaps);
    return Measure.per(served, in.elders(area, gaps), 100, gaps);
  }
}
