package org.caremap.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** GeoJSON geometries (RFC 7946, section 3.1) as JTS ones, in the file's own coordinates. */
final class GeoJsonGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonGeometry() {}

  /**
   * @throws GeometryProblem naming what is wrong
   */
  static Geometry parse(JsonNode node) throws GeometryProblem {
    if (!node.isObject()) {
      throw new GeometryProblem("a geometry must be a GeoJSON object with type and coordinates");
    }
    String type = node.path("type").asText();
    JsonNode coordinates = node.path("coordinates");
    switch (type) {
      case "Point":
        return FACTORY.createPoint(position(coordinates));
      case "MultiPoint":
        return FACTORY.createMultiPointFromCoords(positions(coordinates));
      case "LineString":
        return line(coordinates);
      case "MultiLineString":
        List<org.locationtech.jts.geom.LineString> lines = new ArrayList<>();
        for (JsonNode line : array(coordinates)) {
          lines.add(line(line));
        }
        return FACTORY.createMultiLineString(
            lines.toArray(new org.locationtech.jts.geom.LineString[0]));
      case "Polygon":
        return polygon(coordinates);
      case "MultiPolygon":
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : array(coordinates)) {
          polygons.add(polygon(polygon));
        }
        return FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
      case "GeometryCollection":
        return collection(node.path("geometries"));
      default:
        throw new GeometryProblem(
            "geometry type \"" + type + "\" is unknown; legal are those of GeoJSON, e.g. Point");
    }
  }

  private static Geometry collection(JsonNode members) throws GeometryProblem {
    List<Geometry> geometries = new ArrayList<>();
    for (JsonNode member : array(members)) {
      geometries.add(parse(member));
    }
    return FACTORY.createGeometryCollection(geometries.toArray(new Geometry[0]));
  }

  private static org.locationtech.jts.geom.LineString line(JsonNode node) throws GeometryProblem {
    Coordinate[] positions = positions(node);
    if (positions.length < 2) {
      throw new GeometryProblem("a line needs at least 2 positions but has " + positions.length);
    }
    return FACTORY.createLineString(positions);
  }

  private static Polygon polygon(JsonNode rings) throws GeometryProblem {
    array(rings);
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return FACTORY.createPolygon(ring(rings.get(0)), holes);
  }

  private static LinearRing ring(JsonNode node) throws GeometryProblem {
    Coordinate[] positions = positions(node);
    if (positions.length < 4) {
      throw new GeometryProblem(
          "a polygon's ring needs at least 4 positions but has " + positions.length);
    }
    if (!positions[0].equals2D(positions[positions.length - 1])) {
      throw new GeometryProblem(
          "a polygon's ring is not closed: its last position must equal its first, "
              + positions[0].x
              + " "
              + positions[0].y);
    }
    return FACTORY.createLinearRing(positions);
  }

  private static Coordinate[] positions(JsonNode node) throws GeometryProblem {
    Coordinate[] positions = new Coordinate[array(node).size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(node.get(i));
    }
    return positions;
  }

  private static Coordinate position(JsonNode node) throws GeometryProblem {
    JsonNode x = node.path(0);
    JsonNode y = node.path(1);
    if (!node.isArray() || !x.isNumber() || !y.isNumber()) {
      throw new GeometryProblem(
          "a position must be an array of at least two numbers [lon, lat] but is "
              + (node.isMissingNode() ? "missing" : abbreviate(node.toString())));
    }
    if (!Double.isFinite(x.doubleValue()) || !Double.isFinite(y.doubleValue())) {
      throw new GeometryProblem("a position must be finite but is " + abbreviate(node.toString()));
    }
    return new Coordinate(x.doubleValue(), y.doubleValue());
  }

  private static JsonNode array(JsonNode node) throws GeometryProblem {
    if (!node.isArray()) {
      throw new GeometryProblem(
          "coordinates must be an array but are "
              + (node.isMissingNode() ? "missing" : abbreviate(node.toString())));
    }
    return node;
  }

  private static String abbreviate(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
