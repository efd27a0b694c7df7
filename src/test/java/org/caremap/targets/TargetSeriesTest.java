package org.caremap.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.caremap.core.targets.TargetSeries;
import org.junit.jupiter.api.Test;

/** What the printed tables plan by year. */
class TargetSeriesTest {
  private static Map<Integer, Double> steps(byte[] file, String area, String column)
      throws Exception {
    return TargetSeries.of(TableReader.read(file, "t")).stream()
        .filter(one -> one.area().equals(area) && one.column().equals(column))
        .findFirst()
        .orElseThrow()
        .steps();
  }

  private static byte[] printed(String name) throws Exception {
    return Files.readAllBytes(Path.of("geodata/targets/" + name + ".csv"));
  }

  @Test
  void cumulative() throws Exception {
    byte[] file = printed("haimen-2018");
    assertThat(steps(file, "海门高新区", "urban_station_standard"))
        .isEqualTo(Map.of(2018, 16.0, 2019, 21.0, 2020, 23.0));
    assertThat(steps(file, "海门高新区", "meal_point")).isEqualTo(Map.of(2018, 23.0));
    assertThat(steps(file, "开发区", "purchased_service_percent"))
        .isEqualTo(Map.of(2018, 8.0, 2019, 9.0, 2020, 10.0));
  }

  @Test
  void increments() throws Exception {
    assertThat(steps(printed("qijiang-2020-streets"), "文龙街道", "community_station"))
        .isEqualTo(Map.of(2019, 8.0, 2020, 12.0));
    byte[] villages = printed("qijiang-2020-villages");
    assertThat(steps(villages, "石壕镇", "village_point")).isEqualTo(Map.of(2019, 4.0, 2021, 15.0));
    assertThat(steps(villages, "永新镇", "village_point")).isEqualTo(Map.of(2019, 6.0, 2020, 30.0));
  }

  @Test
  void yearsThatIncludeWhatExists() throws Exception {
    byte[] file =
        """
        area,villages,village_point_existing,village_point_2025,village_point_2026
        A,10,3,6,10
        B,8,2,5,8
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(steps(file, "A", "village_point"))
        .isEqualTo(Map.of(2024, 3.0, 2025, 6.0, 2026, 10.0));
  }
}
