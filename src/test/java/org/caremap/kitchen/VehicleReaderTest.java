package org.caremap.kitchen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;
import org.caremap.platform.GeoData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleReaderTest {
  private static final String CARGO_BIKE =
      """
      code: bicycle
      zh: 三轮车
      en: Cargo bike
      minutes: 20
      loadingMinutes: 5
      handOverMinutes: 2
      handKmh: 4
      speedKmh: {residential: 12, path: 6}
      surface: {smooth: 1, rough: 0.5, soft: closed, impassable: closed}
      sources: {minutes: a, loadingMinutes: b, handOverMinutes: c, handKmh: d, speedKmh: e, surface: f}
      """;

  private static KitchenVehicle read(String yaml) throws JsonProcessingException {
    return VehicleReader.read("delivery.yaml", 1, new YAMLMapper().readTree(yaml));
  }

  @Test
  void aVehicleMeansWhatItSays() throws JsonProcessingException {
    KitchenVehicle bike = read(CARGO_BIKE);
    assertThat(bike.code()).isEqualTo("bicycle");
    assertThat(bike.standingMinutes()).isEqualTo(7);
    assertThat(bike.profile().handKmh()).isEqualTo(4);
    DriveTraits street =
        DriveTraits.of(RoadClass.RESIDENTIAL, Surface.UNKNOWN).open(Vehicle.BICYCLE, true, true);
    assertThat(bike.profile().speedKmh(street)).isEqualTo(12);
    assertThat(bike.profile().speedKmh(street.withLimit(8))).isEqualTo(8);
    assertThat(bike.profile().speedKmh(DriveTraits.of(RoadClass.PATH, Surface.ROUGH))).isEqualTo(3);
    assertThat(bike.profile().speedKmh(DriveTraits.of(RoadClass.PATH, Surface.SOFT))).isZero();
    assertThat(bike.profile().speedKmh(DriveTraits.of(RoadClass.TRACK, Surface.SMOOTH))).isZero();
  }

  @Test
  void theBuiltInVehiclesAreLegalAndSourced() {
    List<JsonNode> list =
        GeoData.listBuiltIn("profiles/delivery.yaml", new TypeReference<List<JsonNode>>() {});
    List<String> codes =
        list.stream().map(node -> VehicleReader.read("delivery.yaml", 1, node).code()).toList();
    assertThat(codes).containsExactly("bicycle", "van");
    // Never faster than 中华人民共和国道路交通安全法 第五十八条 allows.
    KitchenVehicle bicycle = VehicleReader.read("delivery.yaml", 1, list.get(0));
    assertThat(bicycle.profile().speedKmh().values()).allMatch(kmh -> kmh <= 15);
    assertThat(bicycle.profile().speedKmh()).doesNotContainKey(RoadClass.MOTORWAY);
  }

  @ParameterizedTest
  @CsvSource({
    "code: bicycle, code: drone, code",
    "minutes: 20, minutes: 241, minutes",
    "handKmh: 4, handKmh: 0, handKmh",
    "residential: 12, residential: fast, speedKmh.residential",
    "residential: 12, alley: 12, alley",
    "rough: 0.5, rough: 2, surface.rough",
    "'soft: closed, ', '', surface.soft",
    "'speedKmh: e, ', '', sources.speedKmh",
    "zh: 三轮车, zh: '', zh",
    "loadingMinutes: 5, loading: 5, loading"
  })
  void mistakesAreNamed(String right, String wrong, String field) {
    assertThatThrownBy(() -> read(CARGO_BIKE.replaceFirst(right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("delivery.yaml")
        .hasMessageContaining(field);
  }
}
