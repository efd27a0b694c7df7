package org.caremap.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.FacilityStatus;
import org.jspecify.annotations.Nullable;

/** The county as it would be with projects done: what targets are then counted from. */
final class PlannedCounty {
  private PlannedCounty() {}

  /**
   * A snapshot in which every project up to a year is done. New facilities open on 31 December of
   * their year; what is not known of them stays unknown.
   *
   * @param projects all of the library
   */
  static CareSnapshot of(CareSnapshot today, List<Project> projects, int lastYear) {
    Map<String, Facility> facilities = new TreeMap<>();
    today.facilities().list().forEach(f -> facilities.put(f.details().externalId(), f));
    for (Project project : projects) {
      ProjectDetails d = project.details();
      if (project.deletedAt() == null && project.counts() && d.year() <= lastYear) {
        apply(project, facilities);
      }
    }
    List<Facility> list =
        facilities.values().stream()
            .sorted(Comparator.comparing(f -> String.valueOf(f.details().externalId())))
            .toList();
    return CareSnapshot.of(
        today.streets(),
        FacilityCatalog.of(list),
        today.demand(),
        today.areas(),
        today.elevation(),
        today.snapLimitMeters(),
        today.detourFactor(),
        today);
  }

  private static void apply(Project project, Map<String, Facility> facilities) {
    ProjectDetails d = project.details();
    Facility known = d.facility() == null ? null : facilities.get(d.facility());
    switch (d.kind()) {
      case ADD -> {
        // One that operates already is counted as such, not a second time.
        if (d.type() != null
            && d.lon() != null
            && d.lat() != null
            && (known == null || !known.isOperating())) {
          Facility opened = opened(project, d.type(), d.lon(), d.lat());
          facilities.put(String.valueOf(opened.details().externalId()), opened);
        }
      }
      case MOVE -> {
        if (known != null && d.lon() != null && d.lat() != null) {
          facilities.put(d.facility(), moved(known, d.lon(), d.lat(), d.areaCode()));
        }
      }
      case CLOSE -> {
        if (known != null) {
          facilities.put(
              d.facility(),
              new Facility(
                  known.id(),
                  known.version(),
                  known.sample(),
                  known.details().withStatus(FacilityStatus.CLOSED)));
        }
      }
      case RESIZE, FOOTBRIDGE, CLOSE_STREET, OTHER -> {
        // No target counts places, bridges or streets.
      }
    }
  }

  private static Facility opened(Project project, String type, double lon, double lat) {
    ProjectDetails d = project.details();
    FacilityStanding standing =
        new FacilityStanding(
            LocalDate.of(d.year(), 12, 31),
            d.sociallyRun(),
            null,
            null,
            null,
            d.meetsStandard(),
            null,
            null,
            null);
    return new Facility(
        project.id(),
        0,
        false,
        details("project-" + project.id(), d.name(), type, lon, lat, d.areaCode(), standing));
  }

  private static Facility moved(
      Facility facility, double lon, double lat, @Nullable String areaCode) {
    FacilityDetails f = facility.details();
    UUID id = facility.id();
    FacilityDetails there =
        details(
            String.valueOf(f.externalId()), f.name(), f.type(), lon, lat, areaCode, f.standing());
    return new Facility(
        id,
        facility.version(),
        facility.sample(),
        // The operator counts for a target, too.
        withOperator(there.withStatus(f.status()), f.operator()));
  }

  private static FacilityDetails details(
      String externalId,
      String name,
      String type,
      double lon,
      double lat,
      @Nullable String areaCode,
      FacilityStanding standing) {
    return withOperator(
        new FacilityDetails(
            externalId,
            name,
            type,
            FacilityStatus.OPERATING,
            lon,
            lat,
            areaCode,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            standing),
        null);
  }

  private static FacilityDetails withOperator(FacilityDetails f, @Nullable String operator) {
    return new FacilityDetails(
        f.externalId(),
        f.name(),
        f.type(),
        f.status(),
        f.lon(),
        f.lat(),
        f.areaCode(),
        operator,
        f.address(),
        f.phone(),
        f.openingHours(),
        f.fees(),
        f.services(),
        f.beds(),
        f.nursingBeds(),
        f.mealsPerDay(),
        f.starRating(),
        f.floorAreaSquareMeters(),
        f.stepFree(),
        f.lastVerified(),
        f.source(),
        f.sourceDatum(),
        f.nameEn(),
        f.freePlaces(),
        f.freePlacesOn(),
        f.audience(),
        f.deliveryAreas(),
        f.website(),
        f.standing());
  }
}
