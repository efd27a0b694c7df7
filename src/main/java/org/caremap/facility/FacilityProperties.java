package org.caremap.facility;

import java.time.LocalDate;
import java.util.List;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A facility as the API shows it. Names as in {@link FacilityDetails} and {@link FacilityStanding}.
 */
public record FacilityProperties(
    String id,
    String externalId,
    String name,
    String type,
    String status,
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
    @Nullable LocalDate openedOn,
    @Nullable Boolean sociallyRun,
    @Nullable String medicalCare,
    @Nullable Integer residents,
    @Nullable Double landAreaSquareMeters,
    @Nullable Boolean meetsStandard,
    @Nullable String leadingCentre,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre,
    boolean sample,
    long version) {
  /** The properties of a facility. */
  public static FacilityProperties of(Facility f) {
    FacilityDetails d = f.details();
    FacilityStanding s = d.standing();
    return new FacilityProperties(
        f.id().toString(),
        d.externalId(),
        d.name(),
        d.type(),
        d.status().code(),
        d.areaCode(),
        d.operator(),
        d.address(),
        d.phone(),
        d.openingHours(),
        d.fees(),
        d.services(),
        d.beds(),
        d.nursingBeds(),
        d.mealsPerDay(),
        d.starRating(),
        d.floorAreaSquareMeters(),
        d.stepFree(),
        d.lastVerified(),
        d.source(),
        d.sourceDatum(),
        d.nameEn(),
        d.freePlaces(),
        d.freePlacesOn(),
        d.audience(),
        d.deliveryAreas(),
        d.website(),
        s.openedOn(),
        s.sociallyRun(),
        s.medicalCare() == null ? null : s.medicalCare().code(),
        s.residents(),
        s.landAreaSquareMeters(),
        s.meetsStandard(),
        s.leadingCentre(),
        s.demonstrationSite(),
        s.regionalCentre(),
        f.sample(),
        f.version());
  }

  /** The facility as a GeoJSON feature. */
  public static Feature feature(Facility f) {
    return new Feature(f.id().toString(), Shape.point(f.details().lon(), f.details().lat()), of(f));
  }
}
