package org.caremap.core.coverage;

import org.caremap.core.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** Shapes in degrees turned into metres, to measure tolerances. */
final class LocalMetric {
  private LocalMetric() {}

  static Geometry of(Geometry degrees, LocalProjection projection) {
    Geometry copy = degrees.copy();
    copy.apply(
        (CoordinateFilter)
            c -> c.setCoordinate(new Coordinate(projection.x(c.x), projection.y(c.y))));
    copy.geometryChanged();
    return copy;
  }
}
