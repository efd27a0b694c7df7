package org.caremap.core.geo;

/** Distances on the sphere by the haversine formula (Sinnott, 1984). */
public final class GreatCircle {
  /** Mean radius of the earth, IUGG 1980, in metres. */
  public static final double EARTH_RADIUS_METERS = 6371008.8;

  private GreatCircle() {}

  /**
   * Great-circle distance; arguments in degrees.
   *
   * @return metres, at least 0; NaN if an argument is NaN
   */
  public static double meters(double lon1, double lat1, double lon2, double lat2) {
    double phi1 = Math.toRadians(lat1);
    double phi2 = Math.toRadians(lat2);
    double sinLat = Math.sin((phi2 - phi1) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double h = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /**
   * Length of a line, summed piece by piece.
   *
   * @param lonLat lon, lat, lon, lat, …
   * @return metres
   */
  public static double lengthMeters(double[] lonLat) {
    double sum = 0;
    for (int i = 2; i < lonLat.length; i += 2) {
      sum += meters(lonLat[i - 2], lonLat[i - 1], lonLat[i], lonLat[i + 1]);
    }
    return sum;
  }

  /**
   * Shortest distance from a latitude to the meridian {@code dLon} degrees away.
   *
   * @param lat degrees
   * @param dLon degrees; from 90 on, the distance over the pole is returned
   * @return metres
   */
  public static double metersToMeridian(double lat, double dLon) {
    double sin = Math.abs(dLon) >= 90 ? 1 : Math.sin(Math.toRadians(Math.abs(dLon)));
    return EARTH_RADIUS_METERS * Math.asin(sin * Math.cos(Math.toRadians(lat)));
  }
}
