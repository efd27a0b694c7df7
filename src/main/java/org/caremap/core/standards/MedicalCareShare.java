package org.caremap.core.standards;

import java.util.List;
import org.caremap.core.geo.GreatCircle;

/**
 * The share of facilities with medical care: on their site, by agreement, or, where the rule sets a
 * distance, with a clinic or hospital within it in a straight line.
 */
final class MedicalCareShare extends ShareOfFacilities {
  private static final IndicatorParameter DISTANCE =
      IndicatorParameter.number(
          "distanceMeters",
          0,
          5000,
          null,
          "医疗机构在此直线距离（米）以内也算",
          "a clinic or hospital within so many metres in a straight line counts as well");

  private static final List<String> MEDICAL = List.of("clinic", "hospital");

  // Shorter than any degree of latitude.
  private static final double METERS_PER_DEGREE = 110_000;

  @Override
  public String code() {
    return "medical-care-share";
  }

  @Override
  public String zh() {
    return "具备医养服务能力的设施占比";
  }

  @Override
  public String en() {
    return "Share of facilities with medical care";
  }

  @Override
  public String numerator() {
    return "facilities with medical care on site, by agreement or near by";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(DISTANCE);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.MEDICAL_CARE);
  }

  @Override
  Known holds(RuleInput in, FacilityFact facility) {
    String care = facility.medicalCare();
    if ("site".equals(care) || "agreement".equals(care)) {
      return Known.YES;
    }
    Known own =
        care == null
            ? Known.unknown(new Gap(Gap.Field.MEDICAL_CARE, Gap.Of.FACILITY, facility.id()))
            : Known.NO;
    return own.or(isNearMedicalCare(in, facility));
  }

  private static Known isNearMedicalCare(RuleInput in, FacilityFact facility) {
    double limit = in.rule().number(DISTANCE.name(), -1);
    if (limit < 0) {
      return Known.NO;
    }
    Known near = Known.NO;
    for (FacilityFact other : in.facts().listMedical()) {
      if (Math.abs(other.lat() - facility.lat()) * METERS_PER_DEGREE <= limit
          && GreatCircle.meters(facility.lon(), facility.lat(), other.lon(), other.lat())
              <= limit) {
        near = near.or(in.facts().isOpen(other));
      }
    }
    return near;
  }

  static boolean isMedical(FacilityFact facility) {
    return MEDICAL.contains(facility.type());
  }
}
