package org.caremap.imports.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Where a row lies: from its own geometry, a geometry column, or a pair of coordinate columns. */
final class RowGeometry {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_GEOMETRY = 16_000_000;

  /** A position and the system it came in. */
  record Position(double lon, double lat, String sourceCrs) {}

  private final CoordinateSystem system;
  private final boolean systemGiven;
  private final DatumShift shift;
  private final PositionCheck check;
  private final Map<String, CoordinateSystem> rowSystems = new HashMap<>();
  private final Boundaries boundaries;
  private long outside;

  /**
   * @param systemGiven whether the user named the system, so that a column of datums is not asked
   */
  RowGeometry(CoordinateSystem system, boolean systemGiven, DatumShift shift, PositionCheck check) {
    this.system = system;
    this.systemGiven = systemGiven;
    this.shift = shift;
    this.check = check;
    this.boundaries = new Boundaries(check);
  }

  /** Where the row is, or null after an error. */
  @Nullable Position position(RowCells cells, @Nullable Geometry own) {
    try {
      CoordinateSystem rowSystem = systemOf(cells);
      Geometry geometry = own != null ? own : geometryColumn(cells);
      double[] lonLat;
      if (geometry != null) {
        Point point = point(geometry);
        lonLat = check.toWgs84(rowSystem, point.getX(), point.getY(), "geometry", "geometry");
      } else if (!cells.has("lon") && !cells.has("lat")) {
        throw new CellProblem(
            cells.label("geometry"), "", "the row has no geometry; legal is a Point or a polygon");
      } else {
        double x = coordinate(cells, "lon");
        double y = coordinate(cells, "lat");
        if (Double.isNaN(x) || Double.isNaN(y)) {
          return null; // both are named already
        }
        lonLat = check.toWgs84(rowSystem, x, y, cells.label("lon"), cells.label("lat"));
      }
      outside += check.isOutside(lonLat[0], lonLat[1]) ? 1 : 0;
      return new Position(lonLat[0], lonLat[1], rowSystem.name());
    } catch (CellProblem e) {
      cells.fail(e);
      return null;
    }
  }

  /** The row's boundary, or null where it has none or after an error. */
  @Nullable MultiPolygon boundary(RowCells cells, @Nullable Geometry own) {
    try {
      CoordinateSystem rowSystem = systemOf(cells);
      Geometry geometry = own != null ? own : geometryColumn(cells);
      return geometry == null ? null : boundaries.toWgs84(geometry, rowSystem);
    } catch (CellProblem e) {
      cells.fail(e);
      return null;
    }
  }

  /** What to tell the user when all is read. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    system.findNote().ifPresent(notes::add);
    if (system != CoordinateSystems.WGS84) {
      notes.add("Coordinates read as " + system.name() + ".");
    }
    rowSystems.forEach(
        (label, used) -> notes.add("Rows marked " + label + " read as " + used.name() + "."));
    if (outside > 0) {
      notes.add(
          outside
              + (outside == 1 ? " position lies" : " positions lie")
              + " outside the area that is loaded.");
    }
    notes.addAll(boundaries.notes());
    return notes;
  }

  private CoordinateSystem systemOf(RowCells cells) throws CellProblem {
    if (systemGiven || !cells.has("datum")) {
      return system;
    }
    String label = cells.text("datum", RowCells.TEXT_LENGTH);
    if (label == null) {
      return system;
    }
    CoordinateSystem known = rowSystems.get(label);
    if (known == null) {
      try {
        known = CoordinateSystems.parse(label, shift);
      } catch (FileProblem e) {
        throw new CellProblem(cells.label("datum"), label, e.getMessage());
      }
      rowSystems.put(label, known);
    }
    return known;
  }

  /** The number, or NaN after an error. */
  private static double coordinate(RowCells cells, String field) {
    int before = cells.faults();
    String text = cells.text(field, RowCells.TEXT_LENGTH);
    String range = field.equals("lon") ? "-180 to 180" : "-90 to 90";
    if (text == null) {
      if (cells.faults() == before) {
        cells.fail(
            new CellProblem(
                cells.label(field),
                "",
                field + " is missing; legal is a number of degrees from " + range));
      }
      return Double.NaN;
    }
    double value = Numbers.parseCoordinate(text);
    if (Double.isNaN(value)) {
      cells.fail(
          new CellProblem(
              cells.label(field),
              text,
              "is not a number; legal is a decimal number of degrees from "
                  + range
                  + " (a decimal point, no comma), or metres with crs"));
    }
    return value;
  }

  private static @Nullable Geometry geometryColumn(RowCells cells) throws CellProblem {
    String text = cells.text("geometry", LONGEST_GEOMETRY);
    if (text == null) {
      return null;
    }
    try {
      return text.startsWith("{")
          ? GeoJsonGeometry.parse(MAPPER.readTree(text))
          : new WKTReader().read(text);
    } catch (GeometryProblem e) {
      throw new CellProblem(cells.label("geometry"), text, e.getMessage());
    } catch (JacksonException | ParseException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new CellProblem(
          cells.label("geometry"),
          text,
          "is no geometry: " + reason + "; legal is GeoJSON or well-known text (WKT)");
    }
  }

  private static Point point(Geometry geometry) throws CellProblem {
    if (!geometry.isEmpty()) {
      if (geometry instanceof Point point) {
        return point;
      }
      if (geometry instanceof Polygonal) {
        return geometry.getInteriorPoint();
      }
      if (geometry.getNumGeometries() == 1 && geometry.getGeometryN(0) instanceof Point point) {
        return point;
      }
    }
    throw new CellProblem(
        "geometry",
        (geometry.isEmpty() ? "empty " : "") + geometry.getGeometryType(),
        "cannot be a location; legal are Point, Polygon and MultiPolygon");
  }

  /** The canonical name of the datum that a source published in; nothing is shifted by it. */
  String sourceDatum(String label, String text) throws CellProblem {
    try {
      return CoordinateSystems.parse(text, shift).name();
    } catch (FileProblem e) {
      throw new CellProblem(label, text, e.getMessage());
    }
  }
}
