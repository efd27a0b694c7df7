package org.caremap.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The vectors that web/test/datum.test.ts reads too: Java and TypeScript agree. */
class DatumVectorsTest {
  private static final String FILE = "/datum/vectors.json";

  private static JsonNode vectors() throws IOException {
    try (InputStream in = DatumVectorsTest.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static LonLat at(JsonNode pair) {
    return new LonLat(pair.get(0).asDouble(), pair.get(1).asDouble());
  }

  private static void assertNear(LonLat found, LonLat expected, double degrees, Object what) {
    assertThat(found.lon()).as("longitude of %s", what).isCloseTo(expected.lon(), within(degrees));
    assertThat(found.lat()).as("latitude of %s", what).isCloseTo(expected.lat(), within(degrees));
  }

  private static Datum datum(JsonNode name) {
    return Datum.valueOf(name.asText().toUpperCase(Locale.ROOT));
  }

  @Test
  void whatOtherProgramsHavePrinted() throws IOException {
    JsonNode published = vectors().get("published");
    assertThat(published).hasSizeGreaterThanOrEqualTo(10);
    for (JsonNode vector : published) {
      LonLat point = at(vector.get("point"));
      LonLat wgs84 = datum(vector.get("from")).toWgs84(point.lon(), point.lat());
      LonLat image = datum(vector.get("to")).fromWgs84(wgs84.lon(), wgs84.lat());
      assertNear(
          image, at(vector.get("image")), vector.get("within").asDouble(), vector.get("source"));
    }
  }

  @Test
  void theFormulasOverChinaAtTheEdgesAndOutside() throws IOException {
    JsonNode computed = vectors().get("computed");
    assertThat(computed).hasSizeGreaterThanOrEqualTo(80);
    for (JsonNode vector : computed) {
      LonLat wgs84 = at(vector.get("wgs84"));
      for (Datum datum : new Datum[] {Datum.GCJ02, Datum.BD09}) {
        LonLat image = at(vector.get(datum.name().toLowerCase(Locale.ROOT)));
        assertNear(datum.fromWgs84(wgs84.lon(), wgs84.lat()), image, 1e-11, datum + " " + wgs84);
        if (vector.get("returns").asBoolean()) {
          assertNear(datum.toWgs84(image.lon(), image.lat()), wgs84, 1e-9, wgs84 + " back");
        }
      }
    }
  }
}
