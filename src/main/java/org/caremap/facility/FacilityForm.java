package org.caremap.facility;

import java.time.LocalDate;
import java.util.List;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The body by which one facility is added or corrected; names as in {@link FacilityDetails} and
 * {@link FacilityStanding}. A correction states the whole facility: what it leaves out becomes
 * unknown.
 *
 * @param version the version that was edited; a stale one is refused
 */
public record FacilityForm(
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String type,
    @Nullable String status,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String areaCode,
    @Nullable String operator,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String openingHours,
    @Nullable String fees,
    @Nullable List<String> services,
    @Nullable Integer beds,
    @Nullable Integer nursingBeds,
    @Nullable Integer mealsPerDay,
    @Nullable Integer starRating,
    @Nullable Double floorAreaSquareMeters,
    @Nullable Boolean stepFree,
    @Nullable LocalDate lastVerified,
    @Nullable String source,
    @Nullable String nameEn,
    @Nullable Integer freePlaces,
    @Nullable LocalDate freePlacesOn,
    @Nullable String audience,
    @Nullable List<String> deliveryAreas,
    @Nullable String website,
    @Nullable LocalDate openedOn,
    @Nullable Boolean sociallyRun,
    @Nullable String medicalCare,
    @Nullable Integer residents,
    @Nullable Double landAreaSquareMeters,
    @Nullable Boolean meetsStandard,
    @Nullable String leadingCentre,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre,
    @Nullable Long version) {
  /**
   * @param keptExternalId used where the form names none
   * @throws ProblemException 400 where a needed field is missing
   */
  FacilityDetails toDetails(@Nullable String keptExternalId, CodeLists codes) {
    if (lon == null) {
      throw ProblemException.badParameter("lon", null, "number from -180 to 180");
    }
    if (lat == null) {
      throw ProblemException.badParameter("lat", null, "number from -90 to 90");
    }
    String statusCode = blankToNull(status) == null ? "operating" : status.strip();
    return new FacilityDetails(
        blankToNull(externalId) == null ? keptExternalId : externalId.strip(),
        name == null ? "" : name.strip(),
        type == null ? "" : type.strip(),
        FacilityStatus.find(statusCode)
            .orElseThrow(
                () -> ProblemException.badParameter("status", statusCode, FacilityStatus.legal())),
        lon,
        lat,
        blankToNull(areaCode),
        blankToNull(operator),
        blankToNull(address),
        blankToNull(phone),
        blankToNull(openingHours),
        blankToNull(fees),
        services == null ? List.of() : services.stream().distinct().toList(),
        beds,
        nursingBeds,
        mealsPerDay,
        starRating,
        floorAreaSquareMeters,
        stepFree,
        lastVerified,
        blankToNull(source),
        "WGS84",
        blankToNull(nameEn),
        freePlaces,
        freePlacesOn,
        blankToNull(audience),
        deliveryAreas == null ? List.of() : deliveryAreas.stream().distinct().toList(),
        blankToNull(website),
        standing());
  }

  private FacilityStanding standing() {
    String care = blankToNull(medicalCare);
    return new FacilityStanding(
        openedOn,
        sociallyRun,
        care == null
            ? null
            : MedicalCare.find(care)
                .orElseThrow(
                    () -> ProblemException.badParameter("medicalCare", care, MedicalCare.legal())),
        residents,
        landAreaSquareMeters,
        meetsStandard,
        blankToNull(leadingCentre),
        demonstrationSite,
        regionalCentre);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
