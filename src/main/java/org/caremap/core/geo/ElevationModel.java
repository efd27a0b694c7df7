package org.caremap.core.geo;

/** Heights of the ground. Implementations are immutable and safe for all threads. */
@FunctionalInterface
public interface ElevationModel {
  /** Knows no height anywhere: everything counts as flat. */
  ElevationModel NONE = (lon, lat) -> Double.NaN;

  /** The whole world at height 0. */
  ElevationModel FLAT = (lon, lat) -> 0;

  /**
   * Height of the ground, interpolated bilinearly between the values around the place, so that it
   * has no steps.
   *
   * @param lon degrees
   * @param lat degrees
   * @return metres above the model's zero, NaN where unknown
   */
  double elevationMeters(double lon, double lat);
}
