package org.caremap.sketch;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Which ground a sketch shows, and where on it each place lies: units right and down. */
final class SketchView {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  // Nearer than this a sketch shows no more streets, only fewer.
  private static final double LEAST_METERS_PER_UNIT = 0.6;

  // Strokes of what ends outside must not show their ends.
  private static final double CLIP_MARGIN = 20;

  // Bends smaller than this cannot be seen.
  private static final double TOLERANCE = 0.4;

  private final double width;
  private final double height;
  private final double metersPerUnit;
  private final LocalProjection projection;
  private final Envelope clip;

  /**
   * @param shown everything in it is in view
   * @param padding units left free around it
   */
  SketchView(BoundingBox shown, double width, double height, double padding) {
    this.width = width;
    this.height = height;
    LonLat middle = shown.center();
    projection = new LocalProjection(middle.lon(), middle.lat());
    double metersWide = projection.x(shown.east()) - projection.x(shown.west());
    double metersHigh = projection.y(shown.north()) - projection.y(shown.south());
    metersPerUnit =
        Math.max(
            LEAST_METERS_PER_UNIT,
            Math.max(metersWide / (width - 2 * padding), metersHigh / (height - 2 * padding)));
    clip = new Envelope(0, width, 0, height);
    clip.expandBy(CLIP_MARGIN);
  }

  double metersPerUnit() {
    return metersPerUnit;
  }

  Coordinate unit(double lon, double lat) {
    return new Coordinate(
        width / 2 + projection.x(lon) / metersPerUnit,
        height / 2 - projection.y(lat) / metersPerUnit);
  }

  /** The ground that may leave a mark, in degrees. */
  BoundingBox ground() {
    double right = (width / 2 + CLIP_MARGIN) * metersPerUnit;
    double up = (height / 2 + CLIP_MARGIN) * metersPerUnit;
    return new BoundingBox(
        Math.max(-180, projection.lon(-right)),
        Math.max(-90, projection.lat(-up)),
        Math.min(180, projection.lon(right)),
        Math.min(90, projection.lat(up)));
  }

  /** The parts of a line that are in view, or nearly, simplified as far as nobody can see. */
  List<Coordinate[]> line(Coordinate[] units) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (Coordinate[] part : new LineLimiter(clip).limit(units)) {
      parts.add(simplified(part));
    }
    return parts;
  }

  /** Every ring (outer and inner) and line of a shape in lon/lat that is in view. */
  void draw(Geometry lonLat, List<Coordinate[]> rings, List<Coordinate[]> lines) {
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      Geometry part = lonLat.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), rings);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), rings);
        }
      } else if (part instanceof LineString line && !line.isEmpty()) {
        lines.addAll(line(units(line)));
      }
    }
  }

  private void ring(LinearRing ring, List<Coordinate[]> rings) {
    if (ring.isEmpty()) {
      return;
    }
    Coordinate[] clipped = new RingClipper(clip).clip(units(ring));
    if (clipped.length >= 4) {
      Coordinate[] simple = simplified(clipped);
      if (simple.length >= 4) {
        rings.add(simple);
      }
    }
  }

  private static Coordinate[] simplified(Coordinate[] line) {
    return DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(line), TOLERANCE)
        .getCoordinates();
  }

  private Coordinate[] units(LineString line) {
    Coordinate[] units = new Coordinate[line.getNumPoints()];
    for (int i = 0; i < units.length; i++) {
      Coordinate at = line.getCoordinateN(i);
      units[i] = unit(at.x, at.y);
    }
    return units;
  }
}
