package org.caremap.core.standards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask of a facility; null is unknown.
 *
 * @param id unique, as other facilities name it
 * @param name for people
 * @param type code
 * @param operating whether it serves now
 * @param lon degrees
 * @param lat degrees
 * @param area code of the smallest area it belongs to
 * @param operator who runs it
 * @param opened when it opened
 * @param sociallyRun whether a social body runs it
 * @param medicalCare {@code none}, {@code agreement} or {@code site}
 * @param residents who live in it
 * @param landAreaSquareMeters its land
 * @param floorAreaSquareMeters its building
 * @param beds all beds
 * @param nursingBeds beds for nursing among them
 * @param meetsStandard recognised as built and run to the standard
 * @param leadingCentre id of the centre that leads it
 * @param demonstrationSite a demonstration site of full function
 * @param regionalCentre a regional centre or central home
 * @param deliveryAreas codes of areas to which it delivers, with all in them
 */
public record FacilityFact(
    String id,
    String name,
    String type,
    boolean operating,
    double lon,
    double lat,
    @Nullable String area,
    @Nullable String operator,
    @Nullable LocalDate opened,
    @Nullable Boolean sociallyRun,
    @Nullable String medicalCare,
    @Nullable Integer residents,
    @Nullable Double landAreaSquareMeters,
    @Nullable Double floorAreaSquareMeters,
    @Nullable Integer beds,
    @Nullable Integer nursingBeds,
    @Nullable Boolean meetsStandard,
    @Nullable String leadingCentre,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre,
    List<String> deliveryAreas) {}
