package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class PositionTest {
  /** The loaded streets of Stirling. */
  private static final Envelope STIRLING = new Envelope(-4.05, -3.80, 56.05, 56.20);

  private static Tables.Result<DemandRow> at(String lon, String lat, ReadOptions options) {
    return Tables.demand("id,lon,lat,age60\nD1,\"" + lon + "\",\"" + lat + "\",5\n", options);
  }

  private static Tables.Result<DemandRow> at(String lon, String lat) {
    return at(lon, lat, Tables.OPTIONS);
  }

  @ParameterizedTest
  @CsvSource({"-180,-90", "180,90", "121.1,0", "0,51.5"})
  void bordersAreLegal(String lon, String lat) {
    assertThat(at(lon, lat).report().ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"180.0001,31,lon", "-181,31,lon", "121,90.5,lat", "170,-100,lat"})
  void outOfRangeNamesFieldValueAndRange(String lon, String lat, String field) {
    RowError error = at(lon, lat).onlyError();
    assertThat(error.field()).isEqualTo(field);
    assertThat(error.value()).isEqualTo(field.equals("lon") ? lon : lat);
    assertThat(error.message()).contains("-180 to 180".substring(field.equals("lon") ? 0 : 11));
  }

  @Test
  void swappedIsRecognisedByRange() {
    RowError error = at("31.9", "121.17").onlyError();
    assertThat(error.message()).contains("lon and lat look swapped");
    assertThat(error.value()).isEqualTo("121.17");
  }

  @Test
  void swappedIsRecognisedByExtent() {
    ReadOptions options = Tables.OPTIONS.withExpectedExtent(STIRLING);
    assertThat(at("56.11", "-3.94", options).onlyError().message()).contains("look swapped");
    assertThat(at("-3.94", "56.11", options).report().ok()).isTrue();
    // Without the extent nothing is wrong with a point off the Seychelles.
    assertThat(at("56.11", "-3.94").report().ok()).isTrue();
  }

  @Test
  void elsewhereIsNotedNotRefused() {
    Tables.Result<DemandRow> result =
        at("121.17", "31.9", Tables.OPTIONS.withExpectedExtent(STIRLING));
    assertThat(result.report().ok()).isTrue();
    assertThat(result.notes()).contains("1 position lies outside");
  }

  @Test
  void elsewhereEitherWayIsNotSwapped() {
    // Rome, and what swapping makes of it (off Somalia): neither is near Stirling.
    ReadOptions options = Tables.OPTIONS.withExpectedExtent(STIRLING);
    assertThat(at("12.5", "41.9", options).only().lon()).isEqualTo(12.5);
  }

  @Test
  void nearTheExtentIsInside() {
    // Half a degree of margin at least: the next town is no surprise.
    assertThat(at("-4.5", "56.6", Tables.OPTIONS.withExpectedExtent(STIRLING)).notes()).isEmpty();
  }

  @Test
  void nullIslandIsRefused() {
    assertThat(at("0", "0").onlyError().message()).contains("0, 0");
    assertThat(at("0.0", "0.000", Tables.OPTIONS.withCrs("GCJ-02")).report().ok()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',31.9,lon", "121.1,'',lat", "-,31.9,lon"})
  void missingCoordinates(String lon, String lat, String field) {
    RowError error = at(lon, lat).onlyError();
    assertThat(error.field()).isEqualTo(field);
    assertThat(error.message()).contains(field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"east", "121°10'", "Infinity", "121,17", "121,180"})
  void textIsRefused(String lon) {
    RowError error = at(lon, "31.9").onlyError();
    assertThat(error.field()).isEqualTo("lon");
    assertThat(error.value()).isEqualTo(lon);
    assertThat(error.message()).contains("not a number").contains("-180 to 180");
  }

  @Test
  void metresWithoutASystemSuggestOne() {
    assertThat(at("516000", "3531000").onlyError().message()).contains("crs").contains("EPSG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4549",
        "epsg:4549",
        "4549",
        "urn:ogc:def:crs:EPSG::4549",
        "http://www.opengis.net/def/crs/EPSG/0/4549"
      })
  void gaussKruger(String crs) {
    // EPSG:4549 is CGCS2000 with central meridian 120° E, false easting 500 km and scale 1: on that
    // meridian the northing is the meridian arc, 3,541,852.434 m at 32° N (integrated numerically
    // over the GRS 80 ellipsoid).
    DemandRow row = at("500000", "3541852.434", Tables.OPTIONS.withCrs(crs)).only();
    assertThat(row.lon()).isEqualTo(120, within(1e-9));
    assertThat(row.lat()).isEqualTo(32, within(1e-7));
  }

  @Test
  void webMercator() {
    // x = R·λ: 121.17° is 13,488,582.7 m; y at 45° is R·ln(tan(67.5°)) = 5,621,521.5 m.
    DemandRow row = at("13488582.7", "5621521.486", Tables.OPTIONS.withCrs("EPSG:3857")).only();
    assertThat(row.lon()).isEqualTo(121.17, within(1e-5));
    assertThat(row.lat()).isEqualTo(45, within(1e-6));
  }

  @Test
  void swappedMetresAreRecognised() {
    assertThat(
            at("3541852.434", "500000", Tables.OPTIONS.withCrs("EPSG:4549")).onlyError().message())
        .contains("look swapped");
  }

  @Test
  void degreesGivenAsMetresAreRefused() {
    assertThat(at("121.17", "31.9", Tables.OPTIONS.withCrs("EPSG:4549")).onlyError().message())
        .contains("looks like degrees");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WGS84",
        "EPSG:4326",
        "CGCS2000",
        "EPSG:4490",
        "OGC:CRS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84"
      })
  void geographicSystemsAreLongitudeFirst(String crs) {
    DemandRow row = at("121.17", "31.9", Tables.OPTIONS.withCrs(crs)).only();
    assertThat(row.lon()).isEqualTo(121.17);
    assertThat(row.lat()).isEqualTo(31.9);
  }

  @ParameterizedTest
  @CsvSource({"GCJ-02,121.16,31.88", "gcj02,121.16,31.88", "BD-09,121.14,31.86", "百度,121.14,31.86"})
  void chineseDatumsAreShifted(String crs, double lon, double lat) {
    DemandRow row = at("121.17", "31.9", Tables.OPTIONS.withCrs(crs)).only();
    assertThat(row.lon()).isEqualTo(lon, within(1e-9));
    assertThat(row.lat()).isEqualTo(lat, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:999999", "Mars", "EPSG:5773", "EPSG:"})
  void unknownSystemsListExamples(String crs) {
    RowError error = at("121", "31", Tables.OPTIONS.withCrs(crs)).onlyError();
    assertThat(error.field()).isEqualTo("crs");
    assertThat(error.value()).isEqualTo(crs);
    assertThat(error.message()).contains("EPSG:4549").contains("GCJ-02");
  }

  @Test
  void optionBeatsMappingBeatsColumn() {
    String text = "id,lon,lat,age60,坐标系\nD1,121.17,31.9,5,BD-09\n";
    String mapping =
        "{kind: demand, crs: GCJ-02, fields: {id: id, lon: lon, lat: lat, age60: age60}}";
    assertThat(Tables.demand(text).only().lon()).isEqualTo(121.14, within(1e-9));
    ReadOptions mapped = Tables.OPTIONS.withMapping(Tables.mapping(mapping));
    assertThat(Tables.demand(text, mapped).only().lon()).isEqualTo(121.16, within(1e-9));
    assertThat(Tables.demand(text, mapped.withCrs("WGS84")).only().lon()).isEqualTo(121.17);
  }

  @Test
  void sourceDatumIsRecordedButShiftsNothing() {
    FacilityRow row = Tables.facilityWith("sourceDatum", "gcj-02").only();
    assertThat(row.lon()).isEqualTo(121.17);
    assertThat(row.sourceCrs()).isEqualTo("GCJ02");
  }

  @Test
  void geometryColumnInWkt() {
    DemandRow row = Tables.demand("id,wkt,age60\nD1,POINT (121.17 31.9),5\n").only();
    assertThat(row.lat()).isEqualTo(31.9);
    assertThat(Tables.demand("id,wkt,age60\nD1,POINT 12,5\n").onlyError().message())
        .contains("WKT");
  }
}
