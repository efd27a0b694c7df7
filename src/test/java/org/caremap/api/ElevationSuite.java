package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.caremap.core.geo.ElevationModel;
import org.caremap.coverage.SnapshotService;
import org.caremap.elevation.ElevationService;
import org.caremap.elevation.Reopening;
import org.caremap.imports.ImportReport;
import org.caremap.platform.HomeFolder;
import org.caremap.testing.GeoTiffs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Elevation in, shown, replaced, refused and out again, with the hand-drawn town as the streets.
 */
abstract class ElevationSuite extends OnceLoaded {
  private static final double NONE = Double.NaN;

  @Inject SnapshotService snapshots;
  @Inject ElevationService elevation;
  @Inject Reopening reopening;
  @Inject HomeFolder home;

  /** 1 m for every 0.0001° east of 120.99. */
  private static byte[] town(double base) {
    return GeoTiffs.of(
        "EPSG:4326", 120.99, 31.91, 0.0003, 100, 100, NONE, (x, y) -> base + 1e4 * (x - 120.99));
  }

  private static JsonNode status() {
    return Api.get("/api/v1/status").get("elevation");
  }

  private List<String> files() throws IOException {
    try (Stream<java.nio.file.Path> all = Files.list(home.elevation())) {
      return all.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Override
  void load() {
    Upload.of("streets", "town.osm", Town.OSM).imported();
  }

  @BeforeEach
  void startAnew() {
    Upload.of("elevation", "town.tif", town(0)).imported();
  }

  @Test
  void anImportIsReportedShownAndUsed() throws IOException {
    byte[] tiff = town(5);
    JsonNode report = Upload.of("elevation", "new.tif", tiff).imported();
    assertThat(report.get("kind").asText()).isEqualTo("elevation");
    assertThat(report.get("read").asLong()).isEqualTo(10_000);
    assertThat(report.get("created").asLong()).isEqualTo(10_000);
    // The first pixel's centre is 0.00015° east, the last one's 0.02985°.
    assertThat(report.at("/heights/minMeters").asDouble()).isCloseTo(6.5, within(1e-3));
    assertThat(report.at("/heights/maxMeters").asDouble()).isCloseTo(303.5, within(1e-3));
    assertThat(report.at("/heights/shareOfStreetNodes").asDouble()).isEqualTo(1);
    assertThat(report.get("notes").toString()).contains("100.0 %");
    JsonNode shown = status();
    assertThat(shown.get("loaded").asBoolean()).isTrue();
    assertThat(shown.get("name").asText()).isEqualTo("new.tif");
    assertThat(shown.get("importedAt").asText()).startsWith("20");
    assertThat(shown.get("resolutionMeters").asDouble()).isCloseTo(33.4, within(0.05));
    assertThat(shown.at("/box/0").asDouble()).isCloseTo(120.99, within(1e-6));
    assertThat(shown.at("/box/3").asDouble()).isCloseTo(31.91, within(1e-6));
    ElevationModel model = snapshots.current().elevationModel();
    assertThat(model.elevationMeters(121.0012, 31.8991)).isCloseTo(117, within(0.01));
    assertThat(files()).as("the raster before is swept away").hasSize(1);
    // What the command line reads back.
    ImportReport parsed = new ObjectMapper().readValue(report.toString(), ImportReport.class);
    assertThat(parsed.heights().maxMeters()).isCloseTo(303.5, within(1e-3));
  }

  @Test
  void hillsCostTimeByTobler() {
    // From 1 to 2 the ground rises by 20 m over one street; from 1 to 4 it is level.
    Upload.of("facilities", "hill.csv", "id,name,type,lon,lat\nH,山上中心,care_centre,121.002,31.9\n")
        .imported();
    String question = "/api/v1/nearest?lon=121.0&lat=31.9&type=care_centre";
    double rise = 20 / Town.ROW_900;
    double flat = Town.ROW_900 / 0.8;
    JsonNode result = Api.get(question).at("/results/0");
    double there = flat * Math.exp(3.5 * rise);
    double back = flat * Math.exp(3.5 * (Math.abs(0.05 - rise) - 0.05));
    assertThat(result.get("secondsThere").asDouble()).isCloseTo(there, within(1.0));
    assertThat(result.get("secondsBack").asDouble()).isCloseTo(back, within(1.0));
    assertThat(result.get("seconds")).isEqualTo(result.get("secondsThere"));
    assertThat(result.get("meters").asDouble()).isCloseTo(Town.ROW_900, within(0.1));
    assertThat(Api.get(question + "&trip=back").at("/results/0/seconds").asDouble())
        .isCloseTo(back, within(1.0));
    assertThat(Api.get(question + "&flat=true").at("/results/0/seconds").asDouble())
        .isCloseTo(flat, within(1.0));
    // Twice the speed, half the time, on hills too.
    assertThat(Api.get(question + "&speedKmh=5.76").at("/results/0/seconds").asDouble())
        .isCloseTo(there / 2, within(1.0));
    // The circle is smaller than on level ground, but nowhere larger.
    String circle = "/api/v1/facilities/H/service-area?minutes=5";
    assertThat(Api.get(circle).get("geometry"))
        .isNotEqualTo(Api.get(circle + "&flat=true").get("geometry"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String before = status().toString();
    JsonNode report = Upload.of("elevation", "town.tif", town(0)).imported();
    assertThat(report.get("unchanged").asLong()).isEqualTo(10_000);
    assertThat(report.get("created").asLong()).isZero();
    assertThat(status()).hasToString(before);
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    String before = status().toString();
    JsonNode report = Upload.of("elevation", "other.tif", town(9)).with("dryRun", "true").report();
    assertThat(report.get("status").asText()).isEqualTo("dry-run");
    assertThat(report.get("created").asLong()).isEqualTo(10_000);
    assertThat(report.at("/heights/shareOfStreetNodes").asDouble()).isEqualTo(1);
    assertThat(status()).hasToString(before);
    assertThat(files()).hasSize(1);
  }

  @Test
  void itIsOpenedAgainFromDisk() {
    double before = snapshots.current().elevationModel().elevationMeters(121.002, 31.9);
    ElevationService again = reopening.anew();
    assertThat(again.find()).isPresent();
    assertThat(again.find().get().id()).isEqualTo(elevation.find().orElseThrow().id());
    assertThat(again.find().get().model().elevationMeters(121.002, 31.9)).isEqualTo(before);
  }

  @Test
  void halfOfTheTown() {
    JsonNode report =
        Upload.of(
                "elevation",
                "west.tif",
                GeoTiffs.of(
                    "EPSG:4326",
                    120.99,
                    31.91,
                    0.0003,
                    100,
                    100,
                    -9999,
                    (x, y) -> x > 121.001 ? -9999 : 3))
            .imported();
    // Nodes at 121.000: 1, 4, 7 and, on the island, 21, of at least ten.
    assertThat(report.at("/heights/shareOfStreetNodes").asDouble()).isBetween(0.2, 0.5);
    assertThat(report.get("created").asLong()).isLessThan(report.get("read").asLong());
  }

  @Test
  void aProjectedRaster() throws Exception {
    double[] place = {121.002, 31.9};
    org.geotools
        .referencing
        .CRS
        .findMathTransform(
            org.geotools.referencing.crs.DefaultGeographicCRS.WGS84,
            org.geotools.referencing.CRS.decode("EPSG:32651", true))
        .transform(place, 0, place, 0, 1);
    double x0 = place[0];
    double y0 = place[1];
    Upload.of(
            "elevation",
            "utm.tif",
            GeoTiffs.of(
                "EPSG:32651",
                Math.rint(x0) - 3000,
                Math.rint(y0) + 3000,
                30,
                200,
                200,
                NONE,
                (x, y) -> 100 + 0.01 * (x - x0) - 0.02 * (y - y0)))
        .imported();
    assertThat(snapshots.current().elevationModel().elevationMeters(121.002, 31.9))
        .isCloseTo(100, within(0.01));
    assertThat(status().get("resolutionMeters").asDouble()).isCloseTo(30, within(0.2));
  }

  private void refused(Upload upload, String... words) throws IOException {
    String before = status().toString();
    List<String> files = files();
    JsonNode report = upload.rejected();
    assertThat(report.at("/errors/0/message").asText()).contains(words);
    assertThat(status()).hasToString(before);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void hostileFiles() throws IOException {
    byte[] good = town(1);
    refused(Upload.of("elevation", "half.tif", Arrays.copyOf(good, good.length / 2)), "cut short");
    refused(Upload.of("elevation", "head.tif", Arrays.copyOf(good, 60)), "cut short");
    refused(Upload.of("elevation", "empty.tif", new byte[0]), "empty");
    refused(Upload.of("elevation", "png.tif", GeoTiffs.picture("png")), "not a GeoTIFF");
    refused(Upload.of("elevation", "town.tif", Town.OSM), "not a GeoTIFF");
    refused(Upload.of("elevation", "nowhere.tif", GeoTiffs.picture("tiff")), "georeferencing");
    refused(
        Upload.of(
            "elevation",
            "deep.tif",
            GeoTiffs.of("EPSG:4326", 121, 32, 0.01, 20, 20, NONE, (x, y) -> -501)),
        "-501",
        "[-500, 9000]");
    refused(
        Upload.of(
            "elevation",
            "rgb.tif",
            GeoTiffs.of("EPSG:4326", 121, 32, 0.01, 20, 20, 3, NONE, (x, y) -> 1)),
        "3 bands");
  }

  @Test
  void aRasterBesideTheStreetsNamesBothBoxes() throws IOException {
    refused(
        Upload.of(
            "elevation",
            "far.tif",
            GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 20, 20, NONE, (x, y) -> 1)),
        "[10.00000, 49.80000, 10.20000, 50.00000]",
        "[121.00000, 31.89000, 121.00400, 31.90400]");
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4326", "GCJ-02"})
  void theFileSaysItsCoordinateSystem(String crs) throws IOException {
    refused(Upload.of("elevation", "town.tif", town(1)).with("crs", crs), crs, "none");
  }

  @Test
  void elevationTakesNoMapping() throws IOException {
    refused(
        Upload.of("elevation", "town.tif", town(1)).mapping("stirling-demand.yaml"),
        "no mapping file");
  }

  @Test
  void onlyTheAdministratorImportsAndRemoves() {
    assertThat(Upload.of("elevation", "town.tif", town(1)).send(given()).statusCode())
        .isEqualTo(401);
    assertThat(given().delete("/api/v1/imports/elevation").statusCode()).isEqualTo(401);
    assertThat(status().get("loaded").asBoolean()).isTrue();
  }

  @Test
  void removedItIsGone() throws IOException {
    Response gone = Api.admin().delete("/api/v1/imports/elevation");
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(status().get("loaded").asBoolean()).isFalse();
    assertThat(status().get("name").isNull()).isTrue();
    assertThat(snapshots.current().elevationModel().elevationMeters(121.002, 31.9)).isNaN();
    assertThat(files()).isEmpty();
    Api.problem("remove", Api.admin().delete("/api/v1/imports/elevation"), 404);
  }
}
