package org.caremap.browser;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place as the page writes it: degrees WGS 84 with five decimals, about a metre.
 *
 * @param lon in [-180, 180]
 * @param lat in [-90, 90]
 */
record Place(double lon, double lat) {
  static Place of(double lon, double lat) {
    return new Place(round(lon), round(lat));
  }

  /** Reads {@code lon,lat}, with whatever may follow behind another comma. */
  static Place parse(String text) {
    String[] parts = text.split(",");
    return new Place(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  /** Whether a text gives this place away, to about a hundred metres. */
  boolean isToldBy(String text) {
    return text.contains(coarse(lon)) && text.contains(coarse(lat));
  }

  /** {@code lon,lat} as in the fragment. */
  String text() {
    return plain(lon) + "," + plain(lat);
  }

  static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }

  private static String coarse(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(3, RoundingMode.DOWN).toPlainString();
  }

  private static double round(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(5, RoundingMode.HALF_UP).doubleValue();
  }
}
