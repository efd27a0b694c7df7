package org.caremap.imports.table;

/** Turns positions of the two Chinese map datums into WGS 84. */
@FunctionalInterface
public interface DatumShift {
  /**
   * Shifts one position.
   *
   * @param datum {@code GCJ02} or {@code BD09}
   * @param lon degrees in that datum
   * @param lat degrees in that datum
   * @return {lon, lat} in WGS 84
   */
  double[] toWgs84(String datum, double lon, double lat);
}
