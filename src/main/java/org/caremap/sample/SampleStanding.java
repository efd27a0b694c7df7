package org.caremap.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What standards and yearly targets ask of an invented facility. Null means unknown or not
 * applicable.
 *
 * @param openedOn day of opening; null where it is only planned
 * @param sociallyRun whether a company or association runs it
 * @param medicalCare {@code none}, {@code agreement} or {@code site}
 * @param residents people living there, at most its beds
 * @param landAreaSquareMeters land used
 * @param meetsStandard whether it is recognised as meeting the standard
 * @param leadingCentre external id of the care centre that leads it
 * @param demonstrationSite whether it is a demonstration site
 * @param regionalCentre whether it is a regional care centre
 */
public record SampleStanding(
    @Nullable LocalDate openedOn,
    @Nullable Boolean sociallyRun,
    @Nullable String medicalCare,
    @Nullable Integer residents,
    @Nullable Double landAreaSquareMeters,
    @Nullable Boolean meetsStandard,
    @Nullable String leadingCentre,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre) {}
