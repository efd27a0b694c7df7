package org.caremap.core.geo;

/**
 * A position, WGS 84 unless a {@link Datum} says otherwise.
 *
 * @param lon degrees east, in [-180, 180]
 * @param lat degrees north, in [-90, 90]
 */
public record LonLat(double lon, double lat) {
  /**
   * @throws IllegalArgumentException naming the value and its range
   */
  public LonLat {
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("lon must be in [-180, 180] but is " + lon);
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("lat must be in [-90, 90] but is " + lat);
    }
  }

  /** Great-circle distance in metres. */
  public double metersTo(LonLat other) {
    return GreatCircle.meters(lon, lat, other.lon, other.lat);
  }
}
