package org.caremap.siting;

import java.util.Optional;
import org.caremap.core.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * A place where something could be opened.
 *
 * @param id {@code c:<id of a loaded candidate>}, {@code f:<id of a facility>} or {@code
 *     n:<lon>,<lat>}
 * @param name as people know it, of a corner the streets that meet there; null where it has none
 * @param kind idle_premises, community_building, facility, corner or place
 * @param lon degrees
 * @param lat degrees
 * @param areaCode smallest area around it, null where none is known
 * @param areaName its name
 * @param townCode street or town around it
 * @param townName its name
 * @param priceYuan null where nobody has said and no grant fits
 * @param costSource own, request, {@code grant:<code>} or unknown
 * @param capacity people it takes, null where nobody has said
 * @param state free, forced or forbidden
 */
record SiteCandidate(
    String id,
    @Nullable String name,
    String kind,
    double lon,
    double lat,
    @Nullable String areaCode,
    @Nullable String areaName,
    @Nullable String townCode,
    @Nullable String townName,
    @Nullable Double priceYuan,
    String costSource,
    @Nullable Double capacity,
    State state) {
  /** What was asked of it. */
  enum State {
    FREE,
    FORCED,
    FORBIDDEN
  }

  /** The id of a street corner or any other place. */
  static String id(double lon, double lat) {
    return "n:" + degrees(lon) + "," + degrees(lat);
  }

  private static String degrees(double value) {
    // Streets are kept to 1e-7 degree.
    return java.math.BigDecimal.valueOf(Math.rint(value * 1e7))
        .movePointLeft(7)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Where an id {@code n:<lon>,<lat>} lies; empty where it is none. */
  static Optional<LonLat> placeOf(String id) {
    int comma = id.indexOf(',');
    if (!id.startsWith("n:") || comma < 0) {
      return Optional.empty();
    }
    try {
      double lon = Double.parseDouble(id.substring(2, comma));
      double lat = Double.parseDouble(id.substring(comma + 1));
      boolean legal = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
      return legal ? Optional.of(new LonLat(lon, lat)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
