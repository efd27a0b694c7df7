package org.caremap.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Geometry of the tests, written anew so that it can contradict the product's. */
final class Ground {
  /** Mean radius of the earth, IUGG 1980, metres. */
  static final double RADIUS = 6371008.8;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Ground() {}

  /** A place, degrees. */
  record Place(double lon, double lat) {
    double metersTo(Place other) {
      return meters(lon, lat, other.lon, other.lat);
    }
  }

  /** Great-circle distance by the angle between two unit vectors (atan2 form). */
  static double meters(double lon1, double lat1, double lon2, double lat2) {
    double[] a = unit(lon1, lat1);
    double[] b = unit(lon2, lat2);
    double x = a[1] * b[2] - a[2] * b[1];
    double y = a[2] * b[0] - a[0] * b[2];
    double z = a[0] * b[1] - a[1] * b[0];
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    return RADIUS * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
  }

  private static double[] unit(double lon, double lat) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  static double lineMeters(JsonNode line) {
    JsonNode points = line.get("coordinates");
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += place(points.get(i - 1)).metersTo(place(points.get(i)));
    }
    return sum;
  }

  static Place place(JsonNode position) {
    return new Place(position.get(0).asDouble(), position.get(1).asDouble());
  }

  /** A GeoJSON Polygon or MultiPolygon; fails where the shape is not valid. */
  static Geometry polygon(JsonNode geometry) {
    List<Polygon> polygons = new ArrayList<>();
    JsonNode coordinates = geometry.get("coordinates");
    switch (geometry.get("type").asText()) {
      case "Polygon" -> polygons.add(rings(coordinates));
      case "MultiPolygon" -> coordinates.forEach(p -> polygons.add(rings(p)));
      default -> throw new AssertionError("no polygon: " + geometry.get("type"));
    }
    Geometry shape = FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    if (!shape.isValid()) {
      throw new AssertionError("polygon is not valid");
    }
    return shape;
  }

  private static Polygon rings(JsonNode rings) {
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 1; i < rings.size(); i++) {
      holes[i - 1] = ring(rings.get(i));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(JsonNode positions) {
    Coordinate[] ring = new Coordinate[positions.size()];
    for (int i = 0; i < ring.length; i++) {
      Place place = place(positions.get(i));
      ring[i] = new Coordinate(place.lon(), place.lat());
    }
    return FACTORY.createLinearRing(ring);
  }

  static boolean contains(Geometry shape, Place place) {
    return shape.contains(point(place));
  }

  /** Metres from a place to a shape, 0 inside. */
  static double metersOutside(Geometry shape, Place place) {
    if (shape.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    // Squeezed so that a degree is as long to the east as to the north.
    double squeeze = Math.cos(Math.toRadians(place.lat()));
    Geometry squeezed = shape.copy();
    squeezed.apply((Coordinate c) -> c.x = c.x * squeeze);
    squeezed.geometryChanged();
    Geometry point = FACTORY.createPoint(new Coordinate(place.lon() * squeeze, place.lat()));
    return Math.toRadians(DistanceOp.distance(squeezed, point)) * RADIUS;
  }

  private static Geometry point(Place place) {
    return FACTORY.createPoint(new Coordinate(place.lon(), place.lat()));
  }
}
