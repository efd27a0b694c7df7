package org.caremap.facility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What standards and yearly targets ask of a facility; null is unknown, which is never the same as
 * no.
 *
 * @param openedOn the day it opened, or will open
 * @param sociallyRun whether a company or association runs it (社会化运营) rather than the authority
 * @param medicalCare how care and medicine go together
 * @param residents people who live there now
 * @param landAreaSquareMeters land used
 * @param meetsStandard whether it is recognised as meeting the standard of building and service
 *     (标准化)
 * @param leadingCentre external id of the care centre that leads it (带站中心); may name one that is
 *     not loaded
 * @param demonstrationSite whether it is a fully equipped demonstration site (功能完善的示范点)
 * @param regionalCentre whether it is a regional care centre (区域性养老中心, 中心敬老院)
 */
public record FacilityStanding(
    @Nullable LocalDate openedOn,
    @Nullable Boolean sociallyRun,
    @Nullable MedicalCare medicalCare,
    @Nullable Integer residents,
    @Nullable Double landAreaSquareMeters,
    @Nullable Boolean meetsStandard,
    @Nullable String leadingCentre,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre) {
  /** Nothing is known. */
  public static final FacilityStanding UNKNOWN =
      new FacilityStanding(null, null, null, null, null, null, null, null, null);

  /** No facility of today is older than the People's Republic; an earlier year is a slip. */
  public static final LocalDate EARLIEST_OPENING = LocalDate.of(1949, 1, 1);

  /** Largest piece of land, square metres. */
  public static final double LARGEST_LAND_SQUARE_METERS = 100_000_000;

  private static final int YEARS_AHEAD = 20;

  /** The same led by another centre, null by none. */
  public FacilityStanding withLeadingCentre(@Nullable String newLeadingCentre) {
    return new FacilityStanding(
        openedOn,
        sociallyRun,
        medicalCare,
        residents,
        landAreaSquareMeters,
        meetsStandard,
        newLeadingCentre,
        demonstrationSite,
        regionalCentre);
  }

  /**
   * Whether a day can be one on which a facility opened or is planned to open.
   *
   * @param today the present day; plans reach {@value #YEARS_AHEAD} years ahead
   */
  public static boolean isOpeningDay(LocalDate day, LocalDate today) {
    return !day.isBefore(EARLIEST_OPENING) && !day.isAfter(today.plusYears(YEARS_AHEAD));
  }

  /** The legal days, for error texts. */
  public static String legalOpeningDays() {
    return "a day from " + EARLIEST_OPENING + " to " + YEARS_AHEAD + " years ahead";
  }
}
