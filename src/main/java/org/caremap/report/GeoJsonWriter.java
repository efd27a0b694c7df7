package org.caremap.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A table of areas as GeoJSON (RFC 7946): boundaries, the row's values, and the run they are of.
 */
final class GeoJsonWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GeoJsonWriter() {}

  /**
   * @param table with a column {@code code}
   * @param areas whose boundaries are drawn; a feature without one has no geometry
   */
  static byte[] write(Report report, ReportTable table, AreaTree areas) {
    Report.Run run = report.runs().get(0);
    int code = table.indexOf("code");
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = JSON.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("title", report.title());
      json.writeStringField("run", run.id());
      json.writePOJOField("inputs", run.inputs());
      json.writeArrayFieldStart("features");
      for (List<@Nullable Object> row : table.rows()) {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        String id = String.valueOf(row.get(code));
        json.writeStringField("id", id);
        json.writeFieldName("geometry");
        geometry(json, areas.find(id).map(Area::boundary).orElse(null));
        json.writeObjectFieldStart("properties");
        for (int c = 0; c < row.size(); c++) {
          json.writePOJOField(table.columns().get(c).key(), row.get(c));
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("GeoJSON in memory cannot be written", e);
    }
  }

  private static void geometry(JsonGenerator json, @Nullable MultiPolygon boundary)
      throws IOException {
    if (boundary == null || boundary.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", "MultiPolygon");
    json.writeArrayFieldStart("coordinates");
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      json.writeStartArray();
      ring(json, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(json, polygon.getInteriorRingN(hole));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void ring(JsonGenerator json, LinearRing ring) throws IOException {
    json.writeStartArray();
    for (Coordinate c : ring.getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(c.x);
      json.writeNumber(c.y);
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
