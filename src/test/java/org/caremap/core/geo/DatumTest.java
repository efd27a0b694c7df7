package org.caremap.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatumTest {
  /** Values printed in the README of the open project coordtransform (MIT). */
  @Test
  void agreesWithPublishedValues() {
    LonLat gcj = Datum.GCJ02.fromWgs84(116.404, 39.915);
    assertThat(gcj.lon()).isCloseTo(116.41024449916938, within(1e-9));
    assertThat(gcj.lat()).isCloseTo(39.91640428150164, within(1e-9));
    LonLat wgs = Datum.GCJ02.toWgs84(116.404, 39.915);
    LonLat baidu = Datum.BD09.fromWgs84(wgs.lon(), wgs.lat());
    assertThat(baidu.lon()).isCloseTo(116.41036949371029, within(1e-9));
    assertThat(baidu.lat()).isCloseTo(39.92133699351021, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Datum.class)
  void thereAndBackIsWhereItWas(Datum datum) {
    Random random = new Random(8);
    for (int i = 0; i < 5000; i++) {
      double lon = 75 + random.nextDouble() * 58;
      double lat = 4 + random.nextDouble() * 49;
      LonLat there = datum.fromWgs84(lon, lat);
      LonLat back = datum.toWgs84(there.lon(), there.lat());
      assertThat(back.lon()).as("seed 8, %s, %s", lon, lat).isCloseTo(lon, within(1e-9));
      assertThat(back.lat()).as("seed 8, %s, %s", lon, lat).isCloseTo(lat, within(1e-9));
    }
  }

  @Test
  void theShiftIsHundredsOfMetersInChinaAndNoneOutside() {
    LonLat haimen = new LonLat(121.17, 31.87);
    LonLat gcj = Datum.GCJ02.fromWgs84(haimen.lon(), haimen.lat());
    assertThat(haimen.metersTo(gcj)).isBetween(200.0, 800.0);
    assertThat(Datum.GCJ02.fromWgs84(-3.9, 56.1)).isEqualTo(new LonLat(-3.9, 56.1));
    assertThat(Datum.GCJ02.toWgs84(-3.9, 56.1)).isEqualTo(new LonLat(-3.9, 56.1));
    assertThat(Datum.WGS84.toWgs84(121, 31)).isEqualTo(new LonLat(121, 31));
  }

  @Test
  void refusesWhatIsNoPosition() {
    assertThatThrownBy(() -> Datum.GCJ02.toWgs84(31.87, 121.17)).hasMessageContaining("121.17");
    assertThatThrownBy(() -> new LonLat(181, 0)).hasMessageContaining("[-180, 180]");
    assertThatThrownBy(() -> new LonLat(0, Double.NaN)).hasMessageContaining("NaN");
  }
}
