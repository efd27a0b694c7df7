package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonReadingTest {
  private static String feature(String id, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\""
        + id
        + "\",\"name\":\"东洲\",\"type\":\"meal_point\",\"beds\":12,\"services\":[\"meals\",\"助浴\"],"
        + "\"stepFree\":true,\"fees\":null},\"geometry\":"
        + geometry
        + "}";
  }

  private static String point(String lon, String lat) {
    return "{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}";
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  @Test
  void propertiesAreColumns() {
    FacilityRow row = Tables.facilities(collection(feature("A1", point("121.17", "31.9")))).only();
    assertThat(row.row()).isEqualTo(1);
    assertThat(row.externalId()).isEqualTo("A1");
    assertThat(row.lon()).isEqualTo(121.17);
    assertThat(row.lat()).isEqualTo(31.9);
    assertThat(row.beds()).isEqualTo(12);
    assertThat(row.services()).containsExactly("meals", "bathing");
    assertThat(row.stepFree()).isTrue();
    assertThat(row.fees()).isNull();
  }

  @Test
  void singleFeatureAndLinesOfFeatures() {
    String one = feature("A1", point("1", "2"));
    assertThat(Tables.facilities(one).only().externalId()).isEqualTo("A1");
    Tables.Result<FacilityRow> lines =
        Tables.facilities(one + "\n" + feature("A2", point("3", "4")) + "\n");
    assertThat(lines.report().ok()).isTrue();
    assertThat(lines.rows()).extracting(FacilityRow::row).containsExactly(1L, 2L);
    assertThat(lines.rows()).extracting(FacilityRow::lon).containsExactly(1.0, 3.0);
  }

  @Test
  void emptyCollectionIsAnEmptyResult() {
    // No feature, no property: what columns there would be is not known, and nothing is wrong.
    ReadReport report = Tables.facilities(collection()).report();
    assertThat(report.ok()).isTrue();
    assertThat(report.read()).isZero();
  }

  @Test
  void featureIdStandsInForTheProperty() {
    String text =
        "{\"type\":\"Feature\",\"id\":4711,\"properties\":{\"name\":\"n\",\"type\":\"clinic\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2,55]}}";
    assertThat(Tables.facilities(collection(text)).only().externalId()).isEqualTo("4711");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}}",
        "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}",
        "{\"type\":\"EPSG\",\"properties\":{\"code\":3857}}"
      })
  void crsMemberIsHonouredEvenAtTheEnd(String crs) {
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + feature("A1", point("13488582.7", "5621521.486"))
            + "],\"crs\":"
            + crs
            + "}";
    Tables.Result<FacilityRow> result = Tables.facilities(text);
    assertThat(result.only().lat()).isEqualTo(45, within(1e-6));
    assertThat(result.only().sourceCrs()).isEqualTo("EPSG:3857");
    assertThat(result.notes()).contains("EPSG:3857");
  }

  @Test
  void crs84IsWgs84() {
    String text =
        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
            + collection(feature("A1", point("121.17", "31.9"))).substring(1);
    assertThat(Tables.facilities(text).only().sourceCrs()).isEqualTo("WGS84");
  }

  @Test
  void projectedCoordinatesWithoutCrsSuggestOne() {
    RowError error =
        Tables.facilities(collection(feature("A1", point("516000", "3531000")))).onlyError();
    assertThat(error.message()).contains("crs");
    assertThat(error.field()).isEqualTo("geometry");
  }

  @Test
  void swappedCoordinatesAreNamed() {
    assertThat(
            Tables.facilities(collection(feature("A1", point("31.9", "121.17"))))
                .onlyError()
                .message())
        .contains("look swapped");
  }

  @Test
  void polygonGivesAnInteriorPoint() {
    //  9 +-+     +-+   its centroid lies in the notch, outside the building
    //    | |     | |
    //  2 | +-----+ |
    //  1 +---------+
    //    1 2     4 5
    String u =
        "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[1,1],[5,1],[5,9],[4,9],[4,2],[2,2],[2,9],[1,9],[1,1]]]}";
    FacilityRow row = Tables.facilities(collection(feature("A1", u))).only();
    assertThat(row.lon()).isBetween(1.0, 5.0);
    assertThat(row.lat()).isBetween(1.0, 9.0);
    assertThat(row.lon() > 2 && row.lon() < 4 && row.lat() > 2).as("in the notch").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"LineString\",\"coordinates\":[[1,1],[2,2]]}",
        "{\"type\":\"Point\",\"coordinates\":[]}",
        "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}",
        "{\"type\":\"Blob\",\"coordinates\":[1,2]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[5,1],[5,9],[1,9]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Point\"}",
        "null"
      })
  void otherGeometriesAreErrorsOfTheirFeature(String geometry) {
    Tables.Result<FacilityRow> result =
        Tables.facilities(
            collection(feature("A1", geometry), feature("A2", point("121.17", "31.9"))));
    assertThat(result.onlyError().row()).isEqualTo(1);
    assertThat(result.rows()).extracting(FacilityRow::externalId).containsExactly("A2");
    assertThat(result.report().read()).isEqualTo(2);
  }

  @Test
  void everyTruncationIsAnErrorAndDeliversNothing() {
    byte[] whole =
        collection(feature("A1", point("1.5", "2.5")), feature("A2", point("3.5", "4.5")))
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      Tables.Result<FacilityRow> result =
          Tables.facilities(java.util.Arrays.copyOf(whole, length), "cut.geojson", Tables.OPTIONS);
      assertThat(result.report().ok()).as("first %d bytes", length).isFalse();
      assertThat(result.rows()).as("first %d bytes", length).isEmpty();
      assertThat(result.report().errors()).as("first %d bytes", length).hasSize(1);
    }
  }

  @Test
  void truncationSaysWhere() {
    String text = collection(feature("A1", point("1", "2")));
    RowError error = Tables.facilities(text.substring(0, text.length() - 5)).onlyError();
    assertThat(error.message()).contains("cut off").contains("line 1").contains("column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Topology\",\"objects\":{}}",
        "[1,2,3]",
        "{\"hello\":\"world\"}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\"}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[1]}",
        "{\"type\":\"FeatureCollection\"}"
      })
  void otherJsonIsRefused(String text) {
    assertThat(Tables.facilities(text).onlyError().message()).containsAnyOf("GeoJSON", "Feature");
  }

  @Test
  void aCsvCalledGeojsonIsNamed() {
    byte[] csv = "id,name\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Tables.facilities(csv, "x.geojson", Tables.OPTIONS).onlyError().message())
        .contains("not GeoJSON");
  }

  @Test
  void mappingsWorkOnProperties() {
    ReadOptions options =
        Tables.OPTIONS.withMapping(
            Tables.mapping(
                "{kind: facilities, fields: {id: {column: id, prefix: x-}, name: name,"
                    + " type: {value: clinic}}}"));
    FacilityRow row = Tables.facilities(collection(feature("A1", point("1", "2"))), options).only();
    assertThat(row.externalId()).isEqualTo("x-A1");
    assertThat(row.lon()).isEqualTo(1);
    assertThat(row.type()).isEqualTo("clinic");
  }
}
