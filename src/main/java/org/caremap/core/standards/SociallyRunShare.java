package org.caremap.core.standards;

import java.util.List;

/** The share of facilities that social operators run. */
final class SociallyRunShare extends ShareOfFacilities {
  @Override
  public String code() {
    return "socially-run-share";
  }

  @Override
  public String zh() {
    return "社会化运营设施占比";
  }

  @Override
  public String en() {
    return "Share of facilities run by social operators";
  }

  @Override
  public String numerator() {
    return "facilities that a social operator runs";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.SOCIALLY_RUN);
  }

  @Override
  Known holds(RuleInput in, FacilityFact facility) {
    return Known.asked(true, facility.sociallyRun(), Gap.Field.SOCIALLY_RUN, facility.id());
  }
}
