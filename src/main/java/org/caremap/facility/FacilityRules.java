package org.caremap.facility;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a facility written by form or program must satisfy. */
final class FacilityRules {
  /** An address that a link may lead to; scripts are not. */
  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]{1,1990}");

  /** A code in a list of codes that are separated by commas. */
  private static final Pattern AREA_CODE = Pattern.compile("[^\\s,，;；、\\p{Cntrl}]{1,40}");

  private FacilityRules() {}

  /**
   * @throws ProblemException 400 naming field, value and legal range
   */
  static void check(FacilityDetails d, CodeLists codes) {
    text("name", d.name(), 300, true);
    text("externalId", d.externalId(), 200, false);
    if (!codes.hasType(d.type())) {
      throw ProblemException.badParameter("type", d.type(), "one of " + codes.legalTypes());
    }
    number("lon", d.lon(), -180, 180);
    number("lat", d.lat(), -90, 90);
    for (String service : d.services()) {
      if (!codes.hasService(service)) {
        throw ProblemException.badParameter("services", service, "any of " + codes.legalServices());
      }
    }
    text("areaCode", d.areaCode(), 40, false);
    for (String[] field :
        List.of(
            new String[] {"operator", d.operator()},
            new String[] {"address", d.address()},
            new String[] {"phone", d.phone()},
            new String[] {"openingHours", d.openingHours()},
            new String[] {"fees", d.fees()},
            new String[] {"audience", d.audience()},
            new String[] {"website", d.website()},
            new String[] {"source", d.source()})) {
      text(field[0], field[1], 2000, false);
    }
    text("nameEn", d.nameEn(), 300, false);
    openingHours(d.openingHours());
    website(d.website());
    deliveryAreas(d.deliveryAreas());
    number("freePlaces", d.freePlaces(), 0, 100_000);
    number("beds", d.beds(), 0, 100_000);
    number("nursingBeds", d.nursingBeds(), 0, 100_000);
    number("mealsPerDay", d.mealsPerDay(), 0, 1_000_000);
    number("starRating", d.starRating(), 0, 5);
    number("floorAreaSquareMeters", d.floorAreaSquareMeters(), 0, 10_000_000);
    if (d.beds() != null && d.nursingBeds() != null && d.nursingBeds() > d.beds()) {
      throw ProblemException.badParameter(
          "nursingBeds", d.nursingBeds().toString(), "at most all beds (" + d.beds() + ")");
    }
    standing(d.standing());
  }

  private static void standing(FacilityStanding s) {
    // A day's leeway: the date line is no reason to refuse.
    LocalDate today = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    if (s.openedOn() != null && !FacilityStanding.isOpeningDay(s.openedOn(), today)) {
      throw ProblemException.badParameter(
          "openedOn", s.openedOn().toString(), FacilityStanding.legalOpeningDays());
    }
    number("residents", s.residents(), 0, 100_000);
    number(
        "landAreaSquareMeters",
        s.landAreaSquareMeters(),
        0,
        FacilityStanding.LARGEST_LAND_SQUARE_METERS);
    text("leadingCentre", s.leadingCentre(), 200, false);
  }

  private static void text(String field, @Nullable String value, int max, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) {
        throw ProblemException.badParameter(field, null, "a text of 1 to " + max + " characters");
      }
      return;
    }
    if (value.length() > max || value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      throw ProblemException.badParameter(
          field, value, "a text of at most " + max + " characters without control characters");
    }
  }

  private static void number(String field, @Nullable Number value, double min, double max) {
    if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
      throw ProblemException.badParameter(
          field, value.toString(), "number from %.0f to %.0f".formatted(min, max));
    }
  }

  private static void website(@Nullable String value) {
    if (value != null && !WEBSITE.matcher(value).matches()) {
      throw ProblemException.badParameter(
          "website", value, "an address that begins with http:// or https://, without blanks");
    }
  }

  private static void deliveryAreas(List<String> codes) {
    for (String code : codes) {
      if (!AREA_CODE.matcher(code).matches()) {
        throw ProblemException.badParameter(
            "deliveryAreas",
            code,
            "codes of areas, each 1 to 40 characters without blank or comma");
      }
    }
    if (String.join(",", codes).length() > 4000) {
      throw ProblemException.badParameter(
          "deliveryAreas", codes.size() + " codes", "at most 4000 characters in all");
    }
  }

  private static void openingHours(@Nullable String value) {
    if (value == null) {
      return;
    }
    try {
      new OpeningHoursParser(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)))
          .rules(false);
    } catch (OpeningHoursParseException | Error e) {
      throw ProblemException.badParameter(
          "openingHours", value, "OSM opening_hours syntax, for example Mo-Fr 08:00-17:00; PH off");
    }
  }
}
