package org.caremap.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.caremap.core.geo.BoundingBox;
import org.caremap.testing.GeoTiffs;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planes z = a·x + b·y, which bilinear interpolation must give back everywhere. */
class GeoTiffConversionTest {
  private static final double NONE = Double.NaN;

  @TempDir Path folder;

  private ElevationRaster convert(byte[] content) throws IOException, ElevationProblem {
    Path file = Files.write(folder.resolve("in.tif"), content);
    try (GeoTiff tiff = GeoTiff.open(file)) {
      return ElevationConverter.convert(tiff, folder.resolve("out.elevation"), share -> {});
    }
  }

  private void refused(byte[] content, String... words) throws IOException {
    assertThatThrownBy(() -> convert(content))
        .isInstanceOf(ElevationProblem.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(f -> f.getFileName().toString())).containsExactly("in.tif");
    }
  }

  @Test
  void aPlaneInDegrees() throws IOException, ElevationProblem {
    ElevationRaster plane =
        convert(
            GeoTiffs.of(
                "EPSG:4326", 121, 32, 0.001, 50, 40, NONE, (x, y) -> 100 * (x - 121) + 50 * y));
    assertThat(plane.grid().columns()).isEqualTo(50);
    assertThat(plane.grid().rows()).isEqualTo(40);
    BoundingBox box = plane.grid().box();
    assertThat(box.west()).isCloseTo(121, within(1e-9));
    assertThat(box.south()).isCloseTo(31.96, within(1e-9));
    assertThat(box.east()).isCloseTo(121.05, within(1e-9));
    assertThat(box.north()).isCloseTo(32, within(1e-9));
    assertThat(plane.grid().resolutionMeters()).isCloseTo(111.2, within(0.1));
    assertThat(plane.knownCells()).isEqualTo(2000);
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double lon = 121.0005 + 0.049 * random.nextDouble();
      double lat = 31.9605 + 0.039 * random.nextDouble();
      assertThat(plane.elevationMeters(lon, lat))
          .as("%s, %s", lon, lat)
          .isCloseTo(100 * (lon - 121) + 50 * lat, within(2e-4));
    }
    // The outer half of the outermost cells has their value; beyond, nothing is known.
    assertThat(plane.elevationMeters(121.0001, 31.99950))
        .isCloseTo(plane.elevationMeters(121.0005, 31.99950), within(1e-9));
    assertThat(plane.elevationMeters(120.9999, 31.98)).isNaN();
    assertThat(plane.elevationMeters(121.02, 32.0001)).isNaN();
    assertThat(plane.elevationMeters(121.02, 31.9599)).isNaN();
  }

  /** A UTM zone and the Chinese national grid, whose axes are northing first by the book. */
  @ParameterizedTest
  @CsvSource({"EPSG:32651, 310000, 3530000", "EPSG:4549, 610000, 3530000"})
  void aPlaneInMetres(String code, double west, double north) throws Exception {
    double step = 30;
    ElevationRaster plane =
        convert(
            GeoTiffs.of(
                code,
                west,
                north,
                step,
                80,
                60,
                NONE,
                (x, y) -> 20 + 0.05 * (x - west) + 0.02 * (north - y)));
    assertThat(plane.grid().resolutionMeters()).isCloseTo(step, within(0.2));
    MathTransform toLonLat =
        CRS.findMathTransform(CRS.decode(code, true), DefaultGeographicCRS.WGS84, true);
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      double x = west + 60 + (80 * step - 120) * random.nextDouble();
      double y = north - 60 - (60 * step - 120) * random.nextDouble();
      double[] place = {x, y};
      toLonLat.transform(place, 0, place, 0, 1);
      assertThat(plane.elevationMeters(place[0], place[1]))
          .as("%s %s, %s", code, x, y)
          .isCloseTo(20 + 0.05 * (x - west) + 0.02 * (north - y), within(0.005));
    }
    double[] corner = {west - 100, north + 100};
    toLonLat.transform(corner, 0, corner, 0, 1);
    assertThat(plane.elevationMeters(corner[0], corner[1])).isNaN();
  }

  /** Unknown pixels stay unknown, and so do places that hang on them. */
  @Test
  void noDataIsUnknown() throws IOException, ElevationProblem {
    ElevationRaster half =
        convert(
            GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 10, 10, -9999, (x, y) -> x > 10.05 ? -9999 : 7));
    assertThat(half.knownCells()).isEqualTo(50);
    assertThat(half.minMeters()).isEqualTo(7);
    assertThat(half.elevationMeters(10.045, 49.95)).isEqualTo(7);
    assertThat(half.elevationMeters(10.046, 49.95)).isNaN();
    assertThat(half.elevationMeters(10.09, 49.95)).isNaN();
    refused(
        GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 10, 10, -9999, (x, y) -> -9999),
        "no value in any pixel");
  }

  @Test
  void whatIsWrittenIsOpenedAgainAndDamageIsFound() throws IOException, ElevationProblem {
    ElevationRaster written =
        convert(GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 7, 5, NONE, (x, y) -> x + y));
    Path file = folder.resolve("out.elevation");
    ElevationRaster again = ElevationFile.open(file);
    assertThat(again.grid()).isEqualTo(written.grid());
    assertThat(again.minMeters()).isEqualTo(written.minMeters());
    assertThat(again.maxMeters()).isEqualTo(written.maxMeters());
    assertThat(again.elevationMeters(10.03, 49.97))
        .isEqualTo(written.elevationMeters(10.03, 49.97));
    byte[] bytes = Files.readAllBytes(file);
    byte[] flipped = bytes.clone();
    flipped[bytes.length - 3] ^= 1;
    for (byte[] bad :
        new byte[][] {flipped, Arrays.copyOf(bytes, bytes.length - 4), {1, 2, 3}, new byte[200]}) {
      Path damaged = Files.write(folder.resolve("damaged"), bad);
      assertThatThrownBy(() -> ElevationFile.open(damaged))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void filesThatAreNone() throws IOException {
    byte[] good = GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 300, 300, NONE, (x, y) -> x);
    refused(Arrays.copyOf(good, good.length / 2), "cut short");
    refused(Arrays.copyOf(good, 100), "cut short");
    refused(GeoTiffs.picture("png"), "not a GeoTIFF");
    refused("id,name\n1,a\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "not a GeoTIFF");
    refused(GeoTiffs.picture("tiff"), "georeferencing");
    refused(
        GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 10, 10, 3, NONE, (x, y) -> 1),
        "3 bands",
        "legal: 1");
    refused(
        GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 10, 10, NONE, (x, y) -> x > 10.05 ? -32768 : 1),
        "-32768",
        "[-500, 9000]",
        "column 5",
        "nodata");
    refused(GeoTiffs.of("EPSG:4326", 10, 50, 0.01, 10, 10, NONE, (x, y) -> 9000.5), "[-500, 9000]");
  }
}
