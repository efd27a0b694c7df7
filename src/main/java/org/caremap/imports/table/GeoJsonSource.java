package org.caremap.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoJSON: properties are columns, and {@link #FEATURE_ID} is the feature's own id. The file is
 * read twice, first for the property names, the {@code crs} member (which may come last) and its
 * being whole.
 */
final class GeoJsonSource implements RecordSource {
  /** Name of the column that holds the feature's id. */
  static final String FEATURE_ID = "@id";

  private static final int PROGRESS_EVERY = 200;
  private static final int MOST_COLUMNS = 4096;

  private final Path file;
  private final String displayName;
  private final FileSniffer.Sniffed sniffed;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable JsonNode crs;
  private long features;

  private GeoJsonSource(Path file, String displayName, FileSniffer.Sniffed sniffed) {
    this.file = file;
    this.displayName = displayName;
    this.sniffed = sniffed;
  }

  static GeoJsonSource open(Path file, String displayName, FileSniffer.Sniffed sniffed)
      throws IOException, FileProblem {
    GeoJsonSource source = new GeoJsonSource(file, displayName, sniffed);
    source.scan();
    return source;
  }

  @Override
  public List<String> columns() {
    return List.copyOf(indexes.keySet());
  }

  @Override
  public boolean isEmpty() {
    return features == 0;
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public Optional<String> findCrs() {
    return Optional.ofNullable(crs).map(GeoJsonSource::crsName);
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private static String crsName(JsonNode node) {
    JsonNode properties = node.path("properties");
    if (properties.hasNonNull("name")) {
      return properties.get("name").asText();
    }
    return properties.hasNonNull("code")
        ? "EPSG:" + properties.get("code").asText()
        : node.toString();
  }

  private void scan() throws IOException, FileProblem {
    sniffed.note().ifPresent(notes::add);
    FeatureReader.Handler handler =
        new FeatureReader.Handler() {
          @Override
          public void feature(long number, ObjectNode feature) throws FileProblem {
            features = number;
            feature
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> indexes.putIfAbsent(name, indexes.size()));
            if (feature.hasNonNull("id")) {
              indexes.putIfAbsent(FEATURE_ID, indexes.size());
            }
            if (indexes.size() > MOST_COLUMNS) {
              throw new FileProblem(
                  displayName + " has more than " + MOST_COLUMNS + " different property names");
            }
          }

          @Override
          public void crs(JsonNode found) {
            crs = found.isObject() ? found : null;
          }
        };
    stream(handler, bytes -> {});
  }

  private void stream(FeatureReader.Handler handler, LongConsumer progress)
      throws IOException, FileProblem {
    try (CountedFile in = new CountedFile(file, sniffed)) {
      new FeatureReader(displayName, new Reporting(handler, in, progress)).read(in.reader());
    } catch (CharacterCodingException e) {
      throw new FileProblem(displayName + " is not valid " + sniffed.charset().name());
    }
  }

  /** Tells the progress now and then. */
  private record Reporting(FeatureReader.Handler inner, CountedFile in, LongConsumer progress)
      implements FeatureReader.Handler {
    @Override
    public void feature(long number, ObjectNode feature) throws FileProblem {
      inner.feature(number, feature);
      if (number % PROGRESS_EVERY == 0) {
        progress.accept(in.bytesRead());
      }
    }

    @Override
    public void crs(JsonNode crs) {
      inner.crs(crs);
    }
  }

  @Override
  public void read(Visitor visitor, LongConsumer progress) throws IOException, FileProblem {
    String[] cells = new String[indexes.size()];
    FeatureReader.Handler handler =
        new FeatureReader.Handler() {
          @Override
          public void feature(long number, ObjectNode feature) {
            deliver(number, feature, cells, visitor);
          }

          @Override
          public void crs(JsonNode ignored) {
            // The scan has it already.
          }
        };
    stream(handler, progress);
  }

  private void deliver(long number, ObjectNode feature, String[] cells, Visitor visitor) {
    JsonNode properties = feature.path("properties");
    indexes.forEach((name, index) -> cells[index] = text(properties.path(name)));
    Integer id = indexes.get(FEATURE_ID);
    if (id != null && feature.hasNonNull("id")) {
      cells[id] = text(feature.get("id"));
    }
    Geometry geometry = null;
    JsonNode node = feature.path("geometry");
    if (!node.isMissingNode() && !node.isNull()) {
      try {
        geometry = GeoJsonGeometry.parse(node);
      } catch (GeometryProblem e) {
        visitor.broken(
            new RowError(number, "geometry", node.path("type").asText(), e.getMessage()));
        return;
      }
    }
    visitor.record(number, cells, geometry);
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isArray()) {
      StringJoiner joined = new StringJoiner(";");
      node.forEach(item -> joined.add(text(item)));
      return joined.toString();
    }
    return node.isObject() ? node.toString() : Texts.trim(node.asText());
  }
}
