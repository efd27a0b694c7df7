package org.caremap.imports.table;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** How the coordinates of a file become WGS 84. */
interface CoordinateSystem {
  /** Canonical name: {@code WGS84}, {@code GCJ02}, {@code BD09} or {@code EPSG:<number>}. */
  String name();

  /** Whether coordinates are degrees of longitude and latitude rather than metres. */
  boolean degrees();

  /** Where the system is meant to be used, (lon, lat) WGS 84; empty for the whole world. */
  Optional<Envelope> findDomain();

  /** What to tell the user about the system. */
  default Optional<String> findNote() {
    return Optional.empty();
  }

  /**
   * Transforms one position; x is always the one to the east.
   *
   * @param lonLat receives the result where there is one
   * @return false where there is none
   */
  boolean toWgs84(double x, double y, double[] lonLat);
}
