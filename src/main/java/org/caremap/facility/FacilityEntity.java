package org.caremap.facility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Row of {@code facility}; the same on H2GIS and PostGIS. A new field: here, in details, in SQL.
 */
@Entity
@Table(name = "facility")
class FacilityEntity {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  @Id UUID id;

  @Column(name = "external_id")
  String externalId;

  String name;
  String type;
  String status;

  @Column(columnDefinition = "geometry(point,4326)")
  Point location;

  @Column(name = "area_code")
  @Nullable String areaCode;

  @Nullable String operator;
  @Nullable String address;
  @Nullable String phone;

  @Column(name = "opening_hours")
  @Nullable String openingHours;

  @Nullable String fees;
  @Nullable String services;
  @Nullable Integer beds;

  @Column(name = "nursing_beds")
  @Nullable Integer nursingBeds;

  @Column(name = "meals_per_day")
  @Nullable Integer mealsPerDay;

  @Column(name = "star_rating")
  @Nullable Integer starRating;

  @Column(name = "floor_area_square_meters")
  @Nullable Double floorAreaSquareMeters;

  @Column(name = "step_free")
  @Nullable Boolean stepFree;

  @Column(name = "last_verified")
  @Nullable LocalDate lastVerified;

  @Nullable String source;

  @Column(name = "source_datum")
  @Nullable String sourceDatum;

  @Column(name = "name_en")
  @Nullable String nameEn;

  @Column(name = "free_places")
  @Nullable Integer freePlaces;

  @Column(name = "free_places_on")
  @Nullable LocalDate freePlacesOn;

  @Nullable String audience;

  @Column(name = "delivery_areas")
  @Nullable String deliveryAreas;

  @Nullable String website;

  @Column(name = "opened_on")
  @Nullable LocalDate openedOn;

  @Column(name = "socially_run")
  @Nullable Boolean sociallyRun;

  @Column(name = "medical_care")
  @Nullable String medicalCare;

  @Nullable Integer residents;

  @Column(name = "land_area_square_meters")
  @Nullable Double landAreaSquareMeters;

  @Column(name = "meets_standard")
  @Nullable Boolean meetsStandard;

  @Column(name = "leading_centre")
  @Nullable String leadingCentre;

  @Column(name = "demonstration_site")
  @Nullable Boolean demonstrationSite;

  @Column(name = "regional_centre")
  @Nullable Boolean regionalCentre;

  boolean sample;
  @Version long version;

  void fill(FacilityDetails d) {
    externalId = d.externalId();
    name = d.name();
    type = d.type();
    status = d.status().code();
    location = WGS84.createPoint(new Coordinate(d.lon(), d.lat()));
    areaCode = d.areaCode();
    operator = d.operator();
    address = d.address();
    phone = d.phone();
    openingHours = d.openingHours();
    fees = d.fees();
    services = joined(d.services());
    beds = d.beds();
    nursingBeds = d.nursingBeds();
    mealsPerDay = d.mealsPerDay();
    starRating = d.starRating();
    floorAreaSquareMeters = d.floorAreaSquareMeters();
    stepFree = d.stepFree();
    lastVerified = d.lastVerified();
    source = d.source();
    sourceDatum = d.sourceDatum();
    nameEn = d.nameEn();
    freePlaces = d.freePlaces();
    freePlacesOn = d.freePlacesOn();
    audience = d.audience();
    deliveryAreas = joined(d.deliveryAreas());
    website = d.website();
    fill(d.standing());
  }

  private void fill(FacilityStanding s) {
    openedOn = s.openedOn();
    sociallyRun = s.sociallyRun();
    medicalCare = s.medicalCare() == null ? null : s.medicalCare().code();
    residents = s.residents();
    landAreaSquareMeters = s.landAreaSquareMeters();
    meetsStandard = s.meetsStandard();
    leadingCentre = s.leadingCentre();
    demonstrationSite = s.demonstrationSite();
    regionalCentre = s.regionalCentre();
  }

  Facility toFacility() {
    return new Facility(
        id,
        version,
        sample,
        new FacilityDetails(
            externalId,
            name,
            type,
            FacilityStatus.find(status).orElseThrow(),
            location.getX(),
            location.getY(),
            areaCode,
            operator,
            address,
            phone,
            openingHours,
            fees,
            split(services),
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
            split(deliveryAreas),
            website,
            standing()));
  }

  private FacilityStanding standing() {
    return new FacilityStanding(
        openedOn,
        sociallyRun,
        medicalCare == null ? null : MedicalCare.find(medicalCare).orElseThrow(),
        residents,
        landAreaSquareMeters,
        meetsStandard,
        leadingCentre,
        demonstrationSite,
        regionalCentre);
  }

  private static @Nullable String joined(List<String> codes) {
    return codes.isEmpty() ? null : String.join(",", codes);
  }

  private static List<String> split(@Nullable String codes) {
    return codes == null ? List.of() : List.of(codes.split(","));
  }
}
