package org.caremap.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.CareSnapshot;
import org.caremap.kitchen.KitchensAnswer;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/** Which kitchen feeds which point, in words, as tables and as a map's features. */
@ApplicationScoped
class KitchenReports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Names names;
  private final ReportService reports;

  KitchenReports(Names names, ReportService reports) {
    this.names = names;
    this.reports = reports;
  }

  Report report(KitchensAnswer answer, CareSnapshot snapshot, ReportText text) {
    List<String> says = sentences(answer, text);
    return new Report(
        text.get("kitchens.file"),
        text.get("kitchens.title"),
        text.get(
            "kitchens.subtitle",
            text.label("value", answer.vehicle()),
            Figures.plain(answer.minutes())),
        reports.today(),
        text,
        List.of(
            new Report.Run(
                text.get("kitchens.run"),
                answer.run(),
                answer.inputs(),
                names.asked(answer.inputs().question(), snapshot.areas(), text),
                true)),
        List.of(new Report.Lead("", says)),
        List.of(
            Part.of(
                "kitchens",
                text.get("kitchens.part"),
                says,
                points(answer, text),
                kitchens(answer, text))));
  }

  private static List<String> sentences(KitchensAnswer answer, ReportText text) {
    KitchensAnswer.Totals t = answer.totals();
    List<String> says = new ArrayList<>();
    if (!answer.streets().equals("ready")) {
      says.add(text.get("kitchens." + answer.streets()));
    }
    says.add(
        text.get(
            "kitchens.summary",
            t.points(),
            t.served(),
            Figures.plain(answer.minutes()),
            t.tooFar(),
            t.unreachable(),
            t.overCapacity(),
            t.unknown()));
    says.add(
        text.get("kitchens.people", Figures.amount(t.people()), Figures.amount(t.peopleServed())));
    if (t.meanMinutes() != null) {
      says.add(
          text.get(
              "kitchens.mean",
              Figures.print(Kind.MINUTES, t.meanMinutes()),
              Figures.print(Kind.MINUTES, t.farthestMinutes())));
    }
    says.add(text.get("kitchens.method"));
    if (answer.capacity()) {
      says.add(text.get("kitchens.parts"));
    }
    return says;
  }

  ReportTable points(KitchensAnswer answer, ReportText text) {
    Map<String, String> kitchenNames = new HashMap<>();
    answer.kitchens().forEach(k -> kitchenNames.put(k.id(), k.name() == null ? k.id() : k.name()));
    List<Column> columns =
        List.of(
            new Column("code", text.get("kitchens.code"), Kind.CODE, 16).offPaper(),
            new Column("name", text.get("kitchens.point"), Kind.TEXT, 24),
            new Column("area", text.get("column.name"), Kind.TEXT, 18),
            new Column("state", text.get("kitchens.state"), Kind.TEXT, 14),
            new Column("kitchen", text.get("kitchens.kitchen"), Kind.TEXT, 24),
            new Column("minutes", text.get("kitchens.minutes"), Kind.MINUTES, 12),
            new Column("meters", text.get("kitchens.meters"), Kind.AMOUNT, 12),
            new Column("people", text.get("kitchens.walkers"), Kind.AMOUNT, 12),
            new Column("meals", text.get("kitchens.meals"), Kind.WHOLE, 12),
            new Column("given", text.get("kitchens.given"), Kind.WHOLE, 12));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (KitchensAnswer.Point p : answer.points()) {
      rows.add(
          Arrays.asList(
              p.externalId(),
              p.name(),
              p.areaName(),
              text.get("kitchens.state." + p.state()),
              p.kitchen() == null ? null : cooks(p, kitchenNames),
              p.minutes(),
              p.meters(),
              p.people(),
              p.meals(),
              p.given()));
    }
    return new ReportTable(text.get("kitchens.points"), columns, rows);
  }

  /** The kitchen, or all of them with their meals. */
  private static String cooks(KitchensAnswer.Point point, Map<String, String> kitchenNames) {
    if (point.parts().isEmpty()) {
      return kitchenNames.getOrDefault(point.kitchen(), "");
    }
    return String.join(
        "；",
        point.parts().stream()
            .map(part -> kitchenNames.getOrDefault(part.kitchen(), "") + " " + part.meals())
            .toList());
  }

  private static ReportTable kitchens(KitchensAnswer answer, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("code", text.get("kitchens.code"), Kind.CODE, 16).offPaper(),
            new Column("name", text.get("kitchens.name"), Kind.TEXT, 24),
            new Column("capacity", text.get("kitchens.capacity"), Kind.WHOLE, 14),
            new Column("points", text.get("kitchens.count"), Kind.WHOLE, 12),
            new Column("people", text.get("kitchens.walkers"), Kind.AMOUNT, 12),
            new Column("load", text.get("kitchens.load"), Kind.WHOLE, 12),
            new Column("farthest", text.get("kitchens.farthest"), Kind.MINUTES, 12));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (KitchensAnswer.Kitchen k : answer.kitchens()) {
      rows.add(
          Arrays.asList(
              k.externalId(),
              k.name(),
              k.capacity(),
              k.points(),
              k.people(),
              k.load(),
              k.farthestMinutes()));
    }
    return new ReportTable(text.get("kitchens.list"), columns, rows);
  }

  /** Kitchens and points, and the ways between them, as GeoJSON (RFC 7946). */
  static byte[] geoJson(KitchensAnswer answer) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = JSON.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("run", answer.run());
      json.writePOJOField("inputs", answer.inputs());
      json.writeArrayFieldStart("features");
      for (KitchensAnswer.Kitchen k : answer.kitchens()) {
        start(json, k.id(), Shape.point(k.lon(), k.lat()), "kitchen");
        json.writePOJOField("externalId", k.externalId());
        json.writePOJOField("name", k.name());
        json.writePOJOField("capacity", k.capacity());
        json.writePOJOField("points", k.points());
        json.writePOJOField("people", k.people());
        json.writePOJOField("load", k.load());
        end(json);
      }
      for (KitchensAnswer.Point p : answer.points()) {
        start(json, p.id(), Shape.point(p.lon(), p.lat()), "point");
        json.writePOJOField("externalId", p.externalId());
        json.writeStringField("name", p.name());
        facts(json, p);
        end(json);
      }
      for (KitchensAnswer.Point p : answer.points()) {
        if (p.line() != null) {
          start(json, "way-" + p.id(), p.line(), "way");
          json.writeStringField("point", p.id());
          facts(json, p);
          end(json);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("GeoJSON in memory cannot be written", e);
    }
  }

  private static void facts(JsonGenerator json, KitchensAnswer.Point p) throws IOException {
    json.writeStringField("state", p.state());
    json.writePOJOField("kitchen", p.kitchen());
    json.writePOJOField("minutes", p.minutes());
    json.writePOJOField("meters", p.meters());
    json.writeNumberField("people", p.people());
    json.writePOJOField("meals", p.meals());
    json.writePOJOField("given", p.given());
  }

  private static void start(JsonGenerator json, String id, Shape shape, String kind)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", id);
    json.writePOJOField("geometry", shape);
    json.writeObjectFieldStart("properties");
    json.writeStringField("kind", kind);
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
