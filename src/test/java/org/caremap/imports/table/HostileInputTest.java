package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end in a report, never in an exception, and no bad row is delivered. */
class HostileInputTest {
  private static final String CSV =
      "id,name,type,lon,lat,beds,address\r\nA1,东洲助餐点,meal_point,121.17,31.90,12,\"a, \"\"b\"\"\"\r\n"
          + "A2,悦来敬老院,care_home,121.20,31.95,,\r\n";
  private static final String GEOJSON =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":7,\"properties\":"
          + "{\"name\":\"东洲\",\"type\":\"clinic\",\"beds\":3},\"geometry\":{\"type\":\"Polygon\","
          + "\"coordinates\":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}}]}";

  static List<Long> seeds() {
    return IntStream.range(0, 400).mapToObj(i -> 20_240_531L + i).toList();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      switch (random.nextInt(4)) {
        case 0 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
        case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 2 ->
            bytes[random.nextInt(bytes.length)] =
                (byte) "\",;{}[]\n\t-0".charAt(random.nextInt(11));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(20), bytes.length - from);
          System.arraycopy(whole, random.nextInt(whole.length - length), bytes, from, length);
        }
      }
    }
    return bytes;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damageEndsInAReport(long seed) {
    Random random = new Random(seed);
    List<byte[]> files = new ArrayList<>();
    files.add(damaged(CSV.getBytes(StandardCharsets.UTF_8), random));
    files.add(damaged(CSV.getBytes(Charset.forName("GBK")), random));
    files.add(damaged(("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_16LE), random));
    files.add(damaged(GEOJSON.getBytes(StandardCharsets.UTF_8), random));
    for (byte[] file : files) {
      Tables.Result<FacilityRow> result = Tables.facilities(file, "damaged", Tables.OPTIONS);
      assertThat(result.rows())
          .allSatisfy(
              row -> {
                assertThat(row.externalId()).isNotBlank();
                assertThat(row.name()).isNotBlank();
                assertThat(Tables.OPTIONS.knownTypes()).containsKey(row.type());
                assertThat(row.lon()).isBetween(-180.0, 180.0);
                assertThat(row.lat()).isBetween(-90.0, 90.0);
              });
      assertThat(result.rows().size() + result.report().skipped())
          .isLessThanOrEqualTo((int) result.report().read());
      assertThat(result.report().errors()).allMatch(error -> !error.message().isBlank());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void csvAndGeoJsonOfTheSamePointsReadTheSame(long seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("id,lon,lat,age60,households\n");
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < 200; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = random.nextDouble() * 180 - 90;
      String age60 = random.nextInt(5) == 0 ? "" : String.valueOf(random.nextDouble() * 100);
      int households = random.nextInt(50);
      csv.append(String.join(",", "P" + i, "" + lon, "" + lat, age60, "" + households))
          .append('\n');
      json.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"id\":\"P")
          .append(i)
          .append("\",\"age60\":")
          .append(age60.isEmpty() ? "null" : age60)
          .append(",\"households\":")
          .append(households)
          .append("},\"geometry\":{\"type\":\"Point\",\"coordinates\":[")
          .append(lon + "," + lat)
          .append("]}}");
    }
    List<DemandRow> fromCsv = Tables.demand(csv.toString()).rows();
    List<DemandRow> fromJson = Tables.demand(json.append("]}").toString()).rows();
    assertThat(fromCsv).as("seed %d", seed).hasSize(200);
    assertThat(fromJson).as("seed %d", seed).hasSize(200);
    for (int i = 0; i < 200; i++) {
      DemandRow a = fromCsv.get(i);
      DemandRow b = fromJson.get(i);
      assertThat(b.externalId()).isEqualTo(a.externalId());
      assertThat(b.lon()).isEqualTo(a.lon());
      assertThat(b.lat()).isEqualTo(a.lat());
      assertThat(b.counts()).as("seed %d, row %d", seed, i).isEqualTo(a.counts());
    }
  }
}
