package org.caremap.core.geo;

/**
 * A box of longitudes and latitudes, borders included. Boxes over the antimeridian are not
 * supported.
 *
 * @param west smallest longitude, degrees
 * @param south smallest latitude, degrees
 * @param east largest longitude, degrees
 * @param north largest latitude, degrees
 */
public record BoundingBox(double west, double south, double east, double north) {
  /**
   * @throws IllegalArgumentException if a border is not a number or the borders are swapped
   */
  public BoundingBox {
    if (!(west <= east) || !(south <= north)) {
      throw new IllegalArgumentException(
          "a box needs west <= east and south <= north but is [%s, %s, %s, %s]"
              .formatted(west, south, east, north));
    }
  }

  /**
   * The smallest box around points.
   *
   * @param lon longitudes, at least one
   * @param lat latitudes, as many
   */
  public static BoundingBox ofPoints(double[] lon, double[] lat) {
    if (lon.length == 0 || lon.length != lat.length) {
      throw new IllegalArgumentException(
          "need as many lon as lat, at least one, but got " + lon.length + " and " + lat.length);
    }
    double west = lon[0];
    double east = lon[0];
    double south = lat[0];
    double north = lat[0];
    for (int i = 1; i < lon.length; i++) {
      west = Math.min(west, lon[i]);
      east = Math.max(east, lon[i]);
      south = Math.min(south, lat[i]);
      north = Math.max(north, lat[i]);
    }
    return new BoundingBox(west, south, east, north);
  }

  /**
   * Whether the point lies inside or on the border.
   *
   * @param lon degrees
   * @param lat degrees
   */
  public boolean contains(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }

  /** Whether the boxes share at least one point. */
  public boolean intersects(BoundingBox other) {
    return other.west <= east && other.east >= west && other.south <= north && other.north >= south;
  }

  /**
   * A box that holds every point within {@code meters} of this one, clipped to the world.
   *
   * @param meters at least 0
   */
  public BoundingBox expandedByMeters(double meters) {
    if (!(meters >= 0)) {
      throw new IllegalArgumentException("meters must be at least 0 but is " + meters);
    }
    double dLat = Math.toDegrees(meters / GreatCircle.EARTH_RADIUS_METERS);
    double tallest = Math.max(Math.abs(south - dLat), Math.abs(north + dLat));
    double dLon = tallest >= 89.9 ? 360 : dLat / Math.cos(Math.toRadians(tallest));
    return new BoundingBox(
        Math.max(-180, west - dLon),
        Math.max(-90, south - dLat),
        Math.min(180, east + dLon),
        Math.min(90, north + dLat));
  }

  /** The middle of the box. */
  public LonLat center() {
    return new LonLat((west + east) / 2, (south + north) / 2);
  }
}
