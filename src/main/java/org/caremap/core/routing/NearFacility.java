package org.caremap.core.routing;

/**
 * A facility that can be walked to. Costs are flat metres, see {@link WalkingNetwork}, access at
 * both ends included.
 *
 * @param facility its index
 * @param flatMeters of the walk that counts: the slower of there and back, or the one asked for
 * @param flatMetersThere to the facility; NaN where only the way back was asked for
 * @param flatMetersBack from the facility; NaN where only the way there was asked for
 * @param path the line from the place asked for to the facility (or from it, if only the way back
 *     was asked for), and its true length
 */
public record NearFacility(
    int facility,
    double flatMeters,
    double flatMetersThere,
    double flatMetersBack,
    WalkingPath path) {
  /** The same walk to a facility that is known by another index. */
  public NearFacility withFacility(int other) {
    return new NearFacility(other, flatMeters, flatMetersThere, flatMetersBack, path);
  }
}
