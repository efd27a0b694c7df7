package org.caremap.facility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a facility, as written by a form, an import or the sample; null is unknown.
 *
 * @param externalId the owner's id, unique; null on creation by form: one is made
 * @param name as people know it
 * @param type code of {@link CodeLists#listTypes()}
 * @param status where it is in its life
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 * @param areaCode code of the area it belongs to
 * @param operator who runs it
 * @param address for people
 * @param phone as dialled
 * @param openingHours OSM {@code opening_hours} syntax
 * @param fees for people
 * @param services codes of {@link CodeLists#listServices()}; empty where unknown
 * @param beds all beds
 * @param nursingBeds beds for nursing among them
 * @param mealsPerDay meals that can be served
 * @param starRating 0 to 5
 * @param floorAreaSquareMeters building area
 * @param stepFree reachable without steps
 * @param lastVerified when somebody last checked
 * @param source where the facts come from
 * @param sourceDatum in which the source gave the coordinates
 * @param nameEn English name
 * @param freePlaces places that are free, as published
 * @param freePlacesOn the day that number was true
 * @param audience who may use it, for people
 * @param deliveryAreas codes of areas to which it delivers, with everything below them; empty where
 *     that is not published
 * @param website address of its own page, http or https
 * @param standing what standards and targets ask
 */
public record FacilityDetails(
    @Nullable String externalId,
    String name,
    String type,
    FacilityStatus status,
    double lon,
    double lat,
    @Nullable String areaCode,
    @Nullable String operator,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String openingHours,
    @Nullable String fees,
    List<String> services,
    @Nullable Integer beds,
    @Nullable Integer nursingBeds,
    @Nullable Integer mealsPerDay,
    @Nullable Integer starRating,
    @Nullable Double floorAreaSquareMeters,
    @Nullable Boolean stepFree,
    @Nullable LocalDate lastVerified,
    @Nullable String source,
    @Nullable String sourceDatum,
    @Nullable String nameEn,
    @Nullable Integer freePlaces,
    @Nullable LocalDate freePlacesOn,
    @Nullable String audience,
    List<String> deliveryAreas,
    @Nullable String website,
    FacilityStanding standing) {
  /** The same with another status. */
  public FacilityDetails withStatus(FacilityStatus newStatus) {
    return new FacilityDetails(
        externalId,
        name,
        type,
        newStatus,
        lon,
        lat,
        areaCode,
        operator,
        address,
        phone,
        openingHours,
        fees,
        services,
        beds,
        nursingBeds,
        mealsPerDay,
        starRating,
        floorAreaSquareMeters,
        stepFree,
        lastVerified,
        source,
        sourceDatum,
        nameEn,
        freePlaces,
        freePlacesOn,
        audience,
        deliveryAreas,
        website,
        standing);
  }

  /** The same with another external id. */
  public FacilityDetails withExternalId(String newExternalId) {
    return new FacilityDetails(
        newExternalId,
        name,
        type,
        status,
        lon,
        lat,
        areaCode,
        operator,
        address,
        phone,
        openingHours,
        fees,
        services,
        beds,
        nursingBeds,
        mealsPerDay,
        starRating,
        floorAreaSquareMeters,
        stepFree,
        lastVerified,
        source,
        sourceDatum,
        nameEn,
        freePlaces,
        freePlacesOn,
        audience,
        deliveryAreas,
        website,
        standing);
  }

  /** The same run by somebody else. */
  public FacilityDetails withOperator(@Nullable String newOperator) {
    return new FacilityDetails(
        externalId,
        name,
        type,
        status,
        lon,
        lat,
        areaCode,
        newOperator,
        address,
        phone,
        openingHours,
        fees,
        services,
        beds,
        nursingBeds,
        mealsPerDay,
        starRating,
        floorAreaSquareMeters,
        stepFree,
        lastVerified,
        source,
        sourceDatum,
        nameEn,
        freePlaces,
        freePlacesOn,
        audience,
        deliveryAreas,
        website,
        standing);
  }

  /** The same led by another centre, null by none. */
  public FacilityDetails withLeadingCentre(@Nullable String newLeadingCentre) {
    return new FacilityDetails(
        externalId,
        name,
        type,
        status,
        lon,
        lat,
        areaCode,
        operator,
        address,
        phone,
        openingHours,
        fees,
        services,
        beds,
        nursingBeds,
        mealsPerDay,
        starRating,
        floorAreaSquareMeters,
        stepFree,
        lastVerified,
        source,
        sourceDatum,
        nameEn,
        freePlaces,
        freePlacesOn,
        audience,
        deliveryAreas,
        website,
        standing.withLeadingCentre(newLeadingCentre));
  }
}
