package org.caremap.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One invented facility. Null means unknown or not applicable.
 *
 * @param externalId unique in the county
 * @param name Chinese name, containing its town's or community's name
 * @param type code of the facility type, such as {@code meal_point}
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param areaCode code of the community or village it stands in, or of an estate or natural village
 *     there
 * @param operator who runs it
 * @param address Chinese address
 * @param phone fictitious: always 0513-555-xxxx
 * @param openingHours OSM {@code opening_hours} syntax
 * @param fees free Chinese text
 * @param services codes of the services offered, in a fixed iteration order
 * @param beds all beds
 * @param nursingBeds beds with nursing, at most {@code beds}
 * @param floorAreaSquareMeters square metres
 * @param mealsPerDay meals served a day
 * @param starRating 1 to 5
 * @param stepFree whether it can be entered without steps
 * @param lastVerified day of the last check
 * @param status {@code planned}, {@code building}, {@code operating} or {@code closed}
 * @param freePlaces of the beds, as published
 * @param freePlacesOn the day that number was true
 * @param audience who may use it, Chinese text
 * @param deliveryAreas codes of areas to which meals are brought
 * @param standing what standards and targets ask
 */
public record SampleFacility(
    String externalId,
    String name,
    String type,
    double lon,
    double lat,
    String areaCode,
    @Nullable String operator,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String openingHours,
    @Nullable String fees,
    Set<String> services,
    @Nullable Integer beds,
    @Nullable Integer nursingBeds,
    @Nullable Double floorAreaSquareMeters,
    @Nullable Integer mealsPerDay,
    @Nullable Integer starRating,
    @Nullable Boolean stepFree,
    @Nullable LocalDate lastVerified,
    String status,
    @Nullable Integer freePlaces,
    @Nullable LocalDate freePlacesOn,
    @Nullable String audience,
    List<String> deliveryAreas,
    SampleStanding standing) {

  /** Nothing is known of its standing. */
  static final SampleStanding UNKNOWN =
      new SampleStanding(null, null, null, null, null, null, null, null, null);

  /** The same with its standing, and what hangs together with it. */
  SampleFacility with(
      String newAreaCode,
      @Nullable String newOperator,
      @Nullable Integer newNursingBeds,
      SampleStanding newStanding) {
    return new SampleFacility(
        externalId,
        name,
        type,
        lon,
        lat,
        newAreaCode,
        newOperator,
        address,
        phone,
        openingHours,
        fees,
        services,
        beds,
        newNursingBeds,
        floorAreaSquareMeters,
        mealsPerDay,
        starRating,
        stepFree,
        lastVerified,
        status,
        freePlaces,
        freePlacesOn,
        audience,
        deliveryAreas,
        newStanding);
  }
}
