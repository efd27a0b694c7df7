package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that must be refused with a clear reason, leaving everything as it was. */
abstract class HostileSuite extends OnceLoaded {
  /** Streets near 3.94 west, 56.12 north, where swapped coordinates are legal numbers, too. */
  private static final String STREETS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
        <node id="1" lon="-3.945" lat="56.118"/>
        <node id="2" lon="-3.935" lat="56.124"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
      </osm>
      """;

  private static final String HEAD = "id,name,type,lon,lat,beds\n";
  private static final String GOOD = "g1,好站,care_home,-3.940,56.120,10\n";

  @Override
  void load() {
    Upload.of("streets", "streets.osm", STREETS).imported();
  }

  /** Rejected, naming these words, with everything loaded as before and questions answered. */
  static JsonNode rejectedUntouched(Upload upload, String... words) {
    JsonNode before = Api.loaded();
    JsonNode report = upload.rejected();
    for (String word : words) {
      assertThat(report.get("errors").toString()).contains(word);
    }
    for (JsonNode error : report.get("errors")) {
      assertThat(error.path("message").asText()).as(error.toString()).isNotBlank();
      assertThat(error.has("row")).isTrue();
      assertThat(error.has("field")).isTrue();
      assertThat(error.has("value")).isTrue();
    }
    assertThat(Api.loaded()).isEqualTo(before);
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    Api.get("/api/v1/nearest?lon=-3.94&lat=56.12&type=care_home");
    return report;
  }

  @Test
  void oneBadRowRejectsTheFileAndEveryBadRowIsNamed() {
    JsonNode report =
        rejectedUntouched(
            Upload.of(
                "facilities",
                "bad.csv",
                HEAD
                    + GOOD
                    + "b1,坏站,care_home,-3.940,north,10\n"
                    + "b2,坏站,castle,-3.940,56.120,10\n"
                    + "b3,坏站,care_home,-3.940,56.120,many\n"
                    + "b4,,care_home,-3.940,56.120,1\n"
                    + "g2,好站,care_home,-3.941,56.120,11\n"),
            "north",
            "castle",
            "many",
            "lat",
            "type",
            "beds",
            "name");
    assertThat(report.get("errors").findValuesAsText("row")).containsExactly("3", "4", "5", "6");
    assertThat(given().get("/api/v1/facilities/g1").statusCode()).isEqualTo(404);
  }

  @Test
  void anIdTwiceRejectsTheFile() {
    rejectedUntouched(Upload.of("facilities", "twice.csv", HEAD + GOOD + GOOD), "g1");
    rejectedUntouched(
        Upload.of(
            "demand",
            "twice.csv",
            "id,lon,lat,age60\nq,-3.94,56.12,1\nr,-3.94,56.12,1\nq,-3.94,56.12,1\n"),
        "q");
    rejectedUntouched(
        Upload.of("areas", "twice.csv", "code,name,level,parent\n32,甲,province,\n32,乙,province,\n"),
        "32");
  }

  @Test
  void swappedCoordinatesInRange() {
    rejectedUntouched(
        Upload.of("facilities", "swap.csv", HEAD + "s,换,care_home,56.120,-3.940,1\n"), "swapped");
    rejectedUntouched(
        Upload.of("demand", "swap.csv", "id,lon,lat,age60\ns,56.12,-3.94,5\n"), "swapped");
  }

  @Test
  void swappedCoordinatesOutOfRange() {
    rejectedUntouched(
        Upload.of("facilities", "swap.csv", HEAD + "s,换,care_home,31.9,121.0,1\n"), "swapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"181,0", "-3.94,95", "1e400,5", "NaN,56", "-3.94,", ",56.12", "0,0"})
  void placesThatAreNone(String lonLat) {
    rejectedUntouched(
        Upload.of("facilities", "place.csv", HEAD + "p,无处,care_home," + lonLat + ",1\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "twelve", "1e99", "Infinity", "0x10"})
  void countsThatAreNone(String count) {
    rejectedUntouched(
        Upload.of("demand", "count.csv", "id,lon,lat,age60\nc,-3.94,56.12,\"" + count + "\"\n"),
        "age60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"facilities", "demand", "areas", "streets"})
  void anEmptyFile(String kind) {
    rejectedUntouched(Upload.of(kind, "empty.csv", new byte[0]), "empty");
  }

  @Test
  void aHeaderAloneHasNothingToImport() {
    // Nothing is wrong with the file; it must not be taken for one with rows.
    JsonNode before = Api.loaded();
    JsonNode report = Upload.of("facilities", "head.csv", HEAD).report();
    assertThat(report.get("read").asInt()).isZero();
    assertThat(report.get("created").asInt()).isZero();
    assertThat(report.get("status").asText()).isIn("imported", "rejected");
    assertThat(Api.loaded()).isEqualTo(before);
  }

  @Test
  void missingColumns() {
    rejectedUntouched(Upload.of("facilities", "f.csv", "id,name\n1,甲\n"), "lon");
    rejectedUntouched(Upload.of("demand", "d.csv", "lon,lat,age60\n-3.94,56.12,5\n"), "id");
  }

  @Test
  void truncatedPbf() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.file("streets/planetiler-monaco.osm.pbf"));
    for (int length : new int[] {whole.length - 1, whole.length / 2, 1000, 3}) {
      rejectedUntouched(
          Upload.of("streets", "monaco.osm.pbf", Arrays.copyOf(whole, length)), "monaco.osm.pbf");
    }
    byte[] broken = whole.clone();
    for (int i = 5000; i < 6000; i++) {
      broken[i] ^= 0x55;
    }
    rejectedUntouched(Upload.of("streets", "monaco.osm.pbf", broken), "monaco.osm.pbf");
    rejectedUntouched(Upload.of("facilities", "monaco.osm.pbf", whole));
    rejectedUntouched(Upload.of("demand", "monaco.csv", whole));
  }

  @Test
  void truncatedText() {
    byte[] osm = Town.OSM.getBytes(StandardCharsets.UTF_8);
    rejectedUntouched(Upload.of("streets", "t.osm", Arrays.copyOf(osm, osm.length / 2)), "t.osm");
    byte[] json = Town.NORTH.getBytes(StandardCharsets.UTF_8);
    for (int length : new int[] {json.length - 4, json.length / 2, 20}) {
      rejectedUntouched(Upload.of("areas", "n.geojson", Arrays.copyOf(json, length)));
    }
  }

  @Test
  void filesOfAnotherKind() {
    rejectedUntouched(Upload.of("streets", "facilities.osm", HEAD + GOOD));
    rejectedUntouched(Upload.of("streets", "n.geojson", Town.NORTH));
    rejectedUntouched(Upload.of("facilities", "town.csv", Town.OSM));
    rejectedUntouched(
        Upload.of("streets", "none.osm", "<?xml version=\"1.0\"?><osm version=\"0.6\"></osm>"));
    rejectedUntouched(
        Upload.of(
            "streets",
            "entities.osm",
            "<?xml version=\"1.0\"?><!DOCTYPE o [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<osm version=\"0.6\"><node id=\"1\" lon=\"&x;\" lat=\"1\"/></osm>"));
  }

  @Test
  void anUnknownCoordinateSystem() {
    rejectedUntouched(
        Upload.of("facilities", "f.csv", HEAD + GOOD).with("crs", "EPSG:999999"), "EPSG:999999");
    rejectedUntouched(Upload.of("facilities", "f.csv", HEAD + GOOD).with("crs", "moon"), "moon");
    rejectedUntouched(Upload.of("streets", "t.osm", STREETS).with("crs", "EPSG:3857"), "EPSG:3857");
  }

  @Test
  void aMappingOfAnotherKindOrNone() {
    rejectedUntouched(
        Upload.of("facilities", "f.csv", HEAD + GOOD).mapping("stirling-demand.yaml"), "demand");
    rejectedUntouched(
        Upload.of("facilities", "f.csv", HEAD + GOOD).mapping("stirling-facilities.yaml"),
        "in_street_extract");
  }
}
