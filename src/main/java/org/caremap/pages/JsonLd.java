package org.caremap.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.hours.HoursAnswer;
import org.jspecify.annotations.Nullable;

/** A facility as schema.org describes places, for search engines. */
final class JsonLd {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private JsonLd() {}

  /**
   * The data, to be set inside a script element as they are.
   *
   * @param address lasting address of the page
   * @param services in words
   */
  static String of(
      Facility facility,
      String name,
      String address,
      List<String> services,
      HoursAnswer hours,
      ZoneId zone,
      PageTexts t) {
    FacilityDetails d = facility.details();
    ObjectNode place = JSON.createObjectNode();
    place.put("@context", "https://schema.org");
    place.put("@type", type(d.type()));
    place.put("@id", address);
    place.put("url", address);
    place.put("name", name);
    if (!name.equals(d.name())) {
      place.put("alternateName", d.name());
    }
    put(place, "identifier", d.externalId());
    put(place, "telephone", d.phone());
    put(place, "sameAs", d.website());
    // Google and others read no more than 100 characters of it.
    put(place, "priceRange", d.fees() == null || d.fees().length() > 100 ? null : d.fees());
    if (d.address() != null) {
      place.putObject("address").put("@type", "PostalAddress").put("streetAddress", d.address());
    }
    place
        .putObject("geo")
        .put("@type", "GeoCoordinates")
        .put("longitude", d.lon())
        .put("latitude", d.lat());
    if (d.operator() != null) {
      place.putObject("parentOrganization").put("@type", "Organization").put("name", d.operator());
    }
    if (d.stepFree() != null) {
      place
          .putArray("amenityFeature")
          .addObject()
          .put("@type", "LocationFeatureSpecification")
          .put("name", t.get("stepFree"))
          .put("value", d.stepFree());
    }
    if (!services.isEmpty()) {
      ArrayNode offers = place.putArray("makesOffer");
      for (String service : services) {
        offers
            .addObject()
            .put("@type", "Offer")
            .putObject("itemOffered")
            .put("@type", "Service")
            .put("name", service);
      }
    }
    if (facility.isOperating()) {
      openingHours(place, hours, zone);
    }
    return safe(place);
  }

  private static void openingHours(ObjectNode place, HoursAnswer hours, ZoneId zone) {
    if (hours.open().isEmpty()) {
      return;
    }
    ArrayNode all = place.putArray("openingHoursSpecification");
    for (HoursAnswer.Interval open : hours.open()) {
      ZonedDateTime from = open.from().atZoneSameInstant(zone);
      ZonedDateTime to = open.to().atZoneSameInstant(zone);
      if (!to.isAfter(from.plusDays(1))) {
        // A closing time before the opening time is one of the next day.
        specification(all, from.toLocalDate(), CLOCK.format(from), CLOCK.format(to));
        continue;
      }
      for (LocalDate day = from.toLocalDate();
          day.atStartOfDay(zone).isBefore(to);
          day = day.plusDays(1)) {
        specification(all, day, "00:00", "23:59");
      }
    }
  }

  private static void specification(ArrayNode all, LocalDate day, String opens, String closes) {
    all.addObject()
        .put("@type", "OpeningHoursSpecification")
        .put(
            "dayOfWeek",
            "https://schema.org/"
                + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .put("opens", opens)
        .put("closes", closes)
        .put("validFrom", day.toString())
        .put("validThrough", day.toString());
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      node.put(name, value);
    }
  }

  private static String type(String code) {
    return switch (code) {
      case "hospital" -> "Hospital";
      case "clinic" -> "MedicalClinic";
      case "nursing_station", "care_home", "day_care_centre" -> "MedicalBusiness";
      case "meal_point" -> "FoodEstablishment";
      case "supermarket" -> "GroceryStore";
      default -> "LocalBusiness";
    };
  }

  // Inside a script element, "</script>" and "<!--" would end or change it, whatever JSON says.
  private static String safe(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
