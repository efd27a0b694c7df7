package org.caremap.imports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityMerge;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.FacilityStatus;
import org.caremap.imports.table.FacilityRow;
import org.jspecify.annotations.Nullable;

/**
 * A facility row over what is stored: a field that the file does not have keeps its stored value,
 * so that what somebody entered by hand survives the next delivery.
 *
 * @param row the row
 * @param fields codes of the fields that the file has
 */
record FacilityRowMerge(FacilityRow row, Set<String> fields) implements FacilityMerge {
  @Override
  public String externalId() {
    return row.externalId();
  }

  @Override
  public FacilityDetails onto(@Nullable FacilityDetails b) {
    return new FacilityDetails(
        row.externalId(),
        row.name(),
        row.type(),
        status(b),
        row.lon(),
        row.lat(),
        pick("area", row.areaCode(), b == null ? null : b.areaCode()),
        pick("operator", row.operator(), b == null ? null : b.operator()),
        pick("address", row.address(), b == null ? null : b.address()),
        pick("phone", row.phone(), b == null ? null : b.phone()),
        pick("openingHours", row.openingHours(), b == null ? null : b.openingHours()),
        pick("fees", row.fees(), b == null ? null : b.fees()),
        pick("services", services(), b == null ? List.of() : b.services()),
        pick("beds", row.beds(), b == null ? null : b.beds()),
        pick("nursingBeds", row.nursingBeds(), b == null ? null : b.nursingBeds()),
        pick("mealsPerDay", row.mealsPerDay(), b == null ? null : b.mealsPerDay()),
        pick("starRating", row.starRating(), b == null ? null : b.starRating()),
        pick(
            "floorAreaSquareMeters",
            row.floorAreaSquareMeters(),
            b == null ? null : b.floorAreaSquareMeters()),
        pick("stepFree", row.stepFree(), b == null ? null : b.stepFree()),
        pick("lastVerified", row.lastVerified(), b == null ? null : b.lastVerified()),
        pick("source", row.source(), b == null ? null : b.source()),
        row.sourceCrs(),
        pick("nameEn", row.nameEn(), b == null ? null : b.nameEn()),
        pick("freePlaces", row.freePlaces(), b == null ? null : b.freePlaces()),
        pick("freePlacesOn", row.freePlacesOn(), b == null ? null : b.freePlacesOn()),
        pick("audience", row.audience(), b == null ? null : b.audience()),
        pick("deliveryAreas", row.deliveryAreas(), b == null ? List.of() : b.deliveryAreas()),
        pick("website", row.website(), b == null ? null : b.website()),
        standing(row.standing(), b == null ? FacilityStanding.UNKNOWN : b.standing()));
  }

  private FacilityStanding standing(FacilityStanding given, FacilityStanding b) {
    return new FacilityStanding(
        pick("openedOn", given.openedOn(), b.openedOn()),
        pick("sociallyRun", given.sociallyRun(), b.sociallyRun()),
        pick("medicalCare", given.medicalCare(), b.medicalCare()),
        pick("residents", given.residents(), b.residents()),
        pick("landAreaSquareMeters", given.landAreaSquareMeters(), b.landAreaSquareMeters()),
        pick("meetsStandard", given.meetsStandard(), b.meetsStandard()),
        pick("leadingCentre", given.leadingCentre(), b.leadingCentre()),
        pick("demonstrationSite", given.demonstrationSite(), b.demonstrationSite()),
        pick("regionalCentre", given.regionalCentre(), b.regionalCentre()));
  }

  private FacilityStatus status(@Nullable FacilityDetails before) {
    if (row.status() != null) {
      return FacilityStatus.find(row.status()).orElseThrow();
    }
    return before == null || fields.contains("status") ? FacilityStatus.OPERATING : before.status();
  }

  private List<String> services() {
    return row.services() == null ? List.of() : List.copyOf(new TreeSet<>(row.services()));
  }

  private <T> T pick(String field, T given, T stored) {
    return fields.contains(field) ? given : stored;
  }
}
