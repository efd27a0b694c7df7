package org.caremap.core.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Beds of an area for every thousand of its elders. */
final class BedsPerThousandElders implements Indicator {
  @Override
  public String code() {
    return "beds-per-1000-elders";
  }

  @Override
  public String zh() {
    return "每千名老年人床位数";
  }

  @Override
  public String en() {
    return "Beds per 1,000 elders";
  }

  @Override
  public String numerator() {
    return "beds of the operating facilities that belong to the area";
  }

  @Override
  public String denominator() {
    return "elders of the area";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(IndicatorParameter.group(), BedsPerFacility.BEDS);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.BEDS, Gap.Field.NURSING_BEDS, Gap.Field.ELDERS);
  }

  @Override
  public Findings find(RuleInput in) {
    return new Findings.Each(
        in.areas().stream().map(area -> Subject.of(area, measure(in, area.what()))).toList());
  }

  private static Measure measure(RuleInput in, AreaFact area) {
    Set<Gap> gaps = new LinkedHashSet<>();
    boolean nursing = BedsPerFacility.nursing(in);
    Bounds beds =
        in.sum(
            in.facilitiesIn(area),
            nursing ? FacilityFact::nursingBeds : FacilityFact::beds,
            nursing ? Gap.Field.NURSING_BEDS : Gap.Field.BEDS,
            gaps);
    return Measure.per(beds, in.elders(area, gaps), 1000, gaps);
  }
}
