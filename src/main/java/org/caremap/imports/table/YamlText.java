package org.caremap.imports.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML as maps, lists and texts only. Scalars stay as written: a code {@code 01} must not become 1,
 * nor {@code no} become false.
 */
final class YamlText {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlText() {}

  /**
   * @return a {@code Map<String, Object>}, a {@code List<Object>} or a String; empty text for
   *     nothing
   * @throws IOException if it is not YAML, with line and column
   */
  static Object read(byte[] yaml) throws IOException {
    try (JsonParser parser = FACTORY.createParser(yaml)) {
      JsonToken token = parser.nextToken();
      return token == null ? "" : value(parser, token);
    }
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        map.put(key, value(parser, parser.nextToken()));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        list.add(value(parser, next));
      }
      return list;
    }
    return token == JsonToken.VALUE_NULL ? "" : parser.getText();
  }
}
