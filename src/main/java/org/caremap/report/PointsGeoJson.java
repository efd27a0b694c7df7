package org.caremap.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of places as GeoJSON (RFC 7946): points, the row's values, and the run they are of. */
final class PointsGeoJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PointsGeoJson() {}

  /**
   * @param table with columns {@code id}, {@code lon} and {@code lat}
   */
  static byte[] write(Report report, ReportTable table) {
    Report.Run run = report.runs().get(0);
    int id = table.indexOf("id");
    int lon = table.indexOf("lon");
    int lat = table.indexOf("lat");
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
        json.writeStringField("id", String.valueOf(row.get(id)));
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writePOJO(row.get(lon));
        json.writePOJO(row.get(lat));
        json.writeEndArray();
        json.writeEndObject();
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
}
