package org.caremap.imports.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.caremap.facility.FacilityStanding;
import org.jspecify.annotations.Nullable;

/**
 * One validated facility. Absent text and numbers are null: unknown, not zero.
 *
 * @param row see {@link RowError#row()}
 * @param externalId unique within the file, at most 200 characters
 * @param name at most 300 characters
 * @param type a code of {@link ReadOptions#knownTypes()}
 * @param status planned, building, operating or closed; null where the file does not say, which a
 *     new facility takes as operating
 * @param lon degrees, WGS 84, in [-180, 180]
 * @param lat degrees, WGS 84, in [-90, 90]
 * @param openingHours in OpenStreetMap's {@code opening_hours} syntax, parsed once to be sure
 * @param services codes of {@link ReadOptions#knownServices()}; null where the file does not say,
 *     empty never
 * @param beds at least 0
 * @param nursingBeds at least 0
 * @param mealsPerDay at least 0
 * @param starRating in [0, 5]
 * @param floorAreaSquareMeters at least 0
 * @param lastVerified the day somebody checked the entry
 * @param sourceCrs the system the coordinates came in: {@code WGS84}, {@code GCJ02}, {@code BD09}
 *     or {@code EPSG:<number>}
 * @param freePlaces at least 0
 * @param freePlacesOn the day that number was true
 * @param audience who may use it
 * @param deliveryAreas codes of areas, empty where the file does not say
 * @param website http or https
 * @param standing what standards and targets ask
 */
public record FacilityRow(
    long row,
    String externalId,
    String name,
    @Nullable String nameEn,
    String type,
    @Nullable String status,
    double lon,
    double lat,
    @Nullable String operator,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String openingHours,
    @Nullable String fees,
    @Nullable Set<String> services,
    @Nullable Integer beds,
    @Nullable Integer nursingBeds,
    @Nullable Integer mealsPerDay,
    @Nullable Integer starRating,
    @Nullable Double floorAreaSquareMeters,
    @Nullable Boolean stepFree,
    @Nullable LocalDate lastVerified,
    @Nullable String areaCode,
    @Nullable String source,
    String sourceCrs,
    @Nullable Integer freePlaces,
    @Nullable LocalDate freePlacesOn,
    @Nullable String audience,
    List<String> deliveryAreas,
    @Nullable String website,
    FacilityStanding standing) {}
