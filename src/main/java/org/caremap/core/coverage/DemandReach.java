package org.caremap.core.coverage;

/**
 * Demand points with their walking metres to one place: what a picture of its service area must
 * agree with. Immutable.
 */
public final class DemandReach {
  /** No demand. */
  public static final DemandReach NONE =
      new DemandReach(new double[0], new double[0], new double[0]);

  private final double[] lon;
  private final double[] lat;
  private final double[] meters;

  /**
   * The arrays are kept, not copied: do not change them afterwards.
   *
   * @param lon degrees
   * @param lat degrees, as many
   * @param meters walking metres to the place, access included; infinite if it cannot be reached
   */
  public DemandReach(double[] lon, double[] lat, double[] meters) {
    if (lon.length != lat.length || lon.length != meters.length) {
      throw new IllegalArgumentException(
          "need one lon, lat and metres for each point but got %d, %d, %d"
              .formatted(lon.length, lat.length, meters.length));
    }
    this.lon = lon;
    this.lat = lat;
    this.meters = meters;
  }

  /** Number of points. */
  public int size() {
    return lon.length;
  }

  /** Longitude of point i. */
  public double lon(int i) {
    return lon[i];
  }

  /** Latitude of point i. */
  public double lat(int i) {
    return lat[i];
  }

  /** Walking metres of point i. */
  public double meters(int i) {
    return meters[i];
  }
}
