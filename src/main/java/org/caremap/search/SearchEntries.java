package org.caremap.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.LonLat;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityStatus;
import org.caremap.osm.OsmPlace;
import org.caremap.population.DemandPoints;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Collects what can be found from the loaded data. Facilities are found by name and, behind those,
 * by address; not by operator, who runs dozens, and whose name would hide the one that was meant.
 */
final class SearchEntries {
  /** Things of one name and kind nearer than this are one: the two sides of a bus stop. */
  private static final double SAME_METERS = 300;

  private static final Pattern CHINESE_NUMBER = Pattern.compile("^(.*\\D)\\d{1,6}号.*$");
  private static final Pattern LATIN_NUMBER =
      Pattern.compile("^(\\d{1,6}\\p{L}?)[ ,]+([^,]+)(?:,.*)?$");
  private static final Pattern AREA_NAME =
      Pattern.compile("^(\\p{IsHan}{2,}?)(?:市|县|区|镇|乡|街道|社区|村)?(?:（.*）|\\(.*\\))?$");
  private static final int LONGEST_STREET = 12;

  private final List<SearchEntry> entries = new ArrayList<>();
  private final Set<String> streetNames = new HashSet<>();
  private final Map<String, List<LonLat>> known = new HashMap<>();
  private final AreaNames areaNames;
  private final Settlements settlements;

  private SearchEntries(AreaTree areas, List<OsmPlace> places) {
    areaNames = new AreaNames(areas);
    settlements = new Settlements(places);
  }

  static List<SearchEntry> of(
      AreaTree areas,
      FacilityCatalog facilities,
      @Nullable StreetNetwork streets,
      DemandPoints demand) {
    List<OsmPlace> places = streets == null ? List.of() : streets.places();
    SearchEntries all = new SearchEntries(areas, places);
    all.addAreas(areas, new AreaPoints(areas, facilities, demand));
    if (streets != null) {
      NamedStreets.of(streets.graph()).forEach(all::addStreet);
    }
    places.forEach(all::addPlace);
    facilities.list().forEach(all::addFacility);
    return all.entries;
  }

  private void addAreas(AreaTree areas, AreaPoints points) {
    for (Area area : areas.list()) {
      LonLat at = points.of(area);
      if (at == null) {
        continue;
      }
      String above = areaNames.above(area.code());
      entries.add(
          new SearchEntry(
              SearchKind.AREA,
              null,
              area.code(),
              area.level().code(),
              area.name(),
              shortName(area.name()),
              above == null ? List.of() : List.of(above + " " + area.name()),
              above,
              null,
              at.lon(),
              at.lat()));
    }
  }

  /** 海门 for 海门市（示例）, as people say it; none where nothing can be left out. */
  private static List<String> shortName(String name) {
    Matcher matcher = AREA_NAME.matcher(name);
    return matcher.matches() ? List.of(matcher.group(1)) : List.of();
  }

  private void addStreet(NamedStreets.Street street) {
    streetNames.add(street.name());
    String where = where(street.at().lon(), street.at().lat(), null);
    entries.add(
        new SearchEntry(
            SearchKind.STREET,
            null,
            null,
            null,
            street.name(),
            List.of(),
            inPlace(where, street.name()),
            where,
            street.name(),
            street.at().lon(),
            street.at().lat()));
  }

  private void addPlace(OsmPlace place) {
    String street = place.street();
    String number = place.houseNumber();
    String address = street == null || number == null ? null : address(street, number);
    if (street != null && number != null && address != null) {
      addAddress(address, List.of(street + " " + number, number + " " + street), street, place);
    }
    String name = place.name();
    if (name == null || isKnown(place.value() + "/" + name, place.lon(), place.lat())) {
      return;
    }
    String where = where(place.lon(), place.lat(), name);
    entries.add(
        new SearchEntry(
            SearchKind.PLACE,
            null,
            null,
            place.value(),
            name,
            place.otherName() == null ? List.of() : List.of(place.otherName()),
            address == null ? inPlace(where, name) : List.of(name + " " + address),
            address == null ? where : address,
            null,
            place.lon(),
            place.lat()));
  }

  private void addAddress(String address, List<String> ways, String street, OsmPlace place) {
    if (isKnown("address/" + address, place.lon(), place.lat())) {
      return;
    }
    String where = where(place.lon(), place.lat(), null);
    List<String> weaker = new ArrayList<>();
    if (where != null) {
      ways.forEach(way -> weaker.addAll(inPlace(where, way)));
    }
    entries.add(
        new SearchEntry(
            SearchKind.ADDRESS,
            null,
            null,
            null,
            address,
            ways,
            weaker,
            where,
            street,
            place.lon(),
            place.lat()));
  }

  private void addFacility(Facility facility) {
    FacilityDetails d = facility.details();
    if (d.status() != FacilityStatus.OPERATING && d.status() != FacilityStatus.PLANNED) {
      return;
    }
    String address = d.address() == null || d.address().isBlank() ? null : d.address().strip();
    entries.add(
        new SearchEntry(
            SearchKind.FACILITY,
            facility.id().toString(),
            null,
            d.type(),
            d.name(),
            List.of(),
            address == null ? List.of() : List.of(address),
            address,
            null,
            d.lon(),
            d.lat()));
    // Without a number it is a street or an area, and those are known.
    if (address != null
        && address.chars().anyMatch(Character::isDigit)
        && !isKnown("address/" + address, d.lon(), d.lat())) {
      entries.add(
          new SearchEntry(
              SearchKind.ADDRESS,
              null,
              null,
              null,
              address,
              List.of(),
              List.of(),
              null,
              streetOf(address),
              d.lon(),
              d.lat()));
    }
  }

  /** The longest known street that an address names before its number, null if none. */
  private @Nullable String streetOf(String address) {
    Matcher latin = LATIN_NUMBER.matcher(address);
    if (latin.matches()) {
      return latin.group(2).strip();
    }
    Matcher chinese = CHINESE_NUMBER.matcher(address);
    if (chinese.matches()) {
      String before = chinese.group(1);
      for (int from = Math.max(0, before.length() - LONGEST_STREET);
          from < before.length();
          from++) {
        String street = before.substring(from);
        if (streetNames.contains(street)) {
          return street;
        }
      }
    }
    return null;
  }

  /** A Chinese street is written before its number and 号, others as in their country. */
  private static String address(String street, String number) {
    boolean chinese = street.chars().anyMatch(c -> SearchText.isHan((char) c));
    return chinese ? street + number + (number.endsWith("号") ? "" : "号") : number + " " + street;
  }

  private @Nullable String where(double lon, double lat, @Nullable String self) {
    String areas = areaNames.around(lon, lat);
    return areas == null ? settlements.near(lon, lat, self) : areas;
  }

  /** With the place before, as in Chinese, and behind, as elsewhere. */
  private static List<String> inPlace(@Nullable String where, String name) {
    return where == null ? List.of() : List.of(where + " " + name, name + " " + where);
  }

  private boolean isKnown(String what, double lon, double lat) {
    List<LonLat> others = known.computeIfAbsent(what, w -> new ArrayList<>());
    for (LonLat other : others) {
      if (GreatCircle.meters(lon, lat, other.lon(), other.lat()) < SAME_METERS) {
        return true;
      }
    }
    others.add(new LonLat(lon, lat));
    return false;
  }
}
