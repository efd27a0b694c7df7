package org.caremap.imports.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * Streams the features of a FeatureCollection, of a single Feature, or of one JSON value after
 * another (newline-delimited GeoJSON). Holds one feature at a time.
 */
final class FeatureReader {
  /** Takes what is found. */
  interface Handler {
    /** A feature, its number counted from 1. */
    void feature(long number, ObjectNode feature) throws FileProblem;

    /** The old {@code crs} member of a collection. */
    void crs(JsonNode crs);
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory FACTORY = MAPPER.getFactory();
  private static final Set<String> KEPT = Set.of("type", "id", "properties", "geometry", "crs");

  private final String displayName;
  private final Handler handler;
  private long number;

  FeatureReader(String displayName, Handler handler) {
    this.displayName = displayName;
    this.handler = handler;
  }

  void read(Reader reader) throws IOException, FileProblem {
    try (JsonParser parser = FACTORY.createParser(reader)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token != JsonToken.START_OBJECT) {
          throw new FileProblem(
              displayName + " is JSON but not GeoJSON: expected a FeatureCollection or Features");
        }
        root(parser);
      }
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  private void root(JsonParser parser) throws IOException, FileProblem {
    ObjectNode shell = JsonNodeFactory.instance.objectNode();
    boolean features = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        features = true;
        features(parser);
      } else if (KEPT.contains(name)) {
        shell.set(name, MAPPER.readTree(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (shell.has("crs")) {
      handler.crs(shell.get("crs"));
    }
    String type = shell.path("type").asText();
    if (type.equals("Feature")) {
      handler.feature(++number, shell);
    } else if (!features) {
      throw new FileProblem(
          displayName
              + " is not GeoJSON with features: its type is \""
              + type
              + "\"; legal are FeatureCollection and Feature");
    }
  }

  private void features(JsonParser parser) throws IOException, FileProblem {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      number++;
      JsonNode node = MAPPER.readTree(parser);
      if (!(node instanceof ObjectNode feature) || !node.path("type").asText().equals("Feature")) {
        throw new FileProblem(
            new RowError(number, "", "", "every member of features must be of type Feature"));
      }
      handler.feature(number, feature);
    }
  }

  private FileProblem notJson(JacksonException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null
            ? ""
            : " at line "
                + at.getLineNr()
                + ", column "
                + at.getColumnNr()
                + " (character "
                + at.getCharOffset()
                + ")";
    String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    boolean end = e instanceof com.fasterxml.jackson.core.io.JsonEOFException;
    return new FileProblem(
        new RowError(
            Math.max(number, 1),
            "",
            "",
            displayName
                + (end ? " is cut off: the JSON ends too early" : " is not valid JSON")
                + where
                + (end ? "" : ": " + reason)
                + "; give the whole file"));
  }
}
