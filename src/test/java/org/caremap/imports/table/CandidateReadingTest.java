package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateReadingTest {
  @Test
  void defaultNames() {
    CandidateRow row =
        Tables.candidates(
                "id,name,kind,lon,lat,areaSquareMeters,costYuan,capacity,types,owner,address,"
                    + "areaCode,available\n"
                    + "C1,原三厂幼儿园,idle_premises,121.17,31.90,820.5,\"350,000\",60,"
                    + "meal_point;home_care_station,镇政府,中心路 8 号,320614107001,false\n")
            .only();
    assertThat(row)
        .isEqualTo(
            new CandidateRow(
                2,
                "C1",
                "原三厂幼儿园",
                "idle_premises",
                121.17,
                31.90,
                820.5,
                350_000.0,
                60,
                Set.of("meal_point", "home_care_station"),
                "镇政府",
                "中心路 8 号",
                "320614107001",
                false));
  }

  @Test
  void chineseHeadings() {
    CandidateRow row =
        Tables.candidates(
                "编号,名称,用房类型,地址,面积（㎡）,改造费用（元）,可容纳（人）,适合类型,产权单位,社区代码,经度,纬度,是否可用\n"
                    + "房1,党群服务中心,社区用房,人民路1号,300,120000,40,助餐点、养老院,村委会,320614107001,"
                    + "121.17,31.90,可用\n")
            .only();
    assertThat(row)
        .isEqualTo(
            new CandidateRow(
                2,
                "房1",
                "党群服务中心",
                "community_building",
                121.17,
                31.90,
                300.0,
                120_000.0,
                40,
                Set.of("meal_point", "care_home"),
                "村委会",
                "人民路1号",
                "320614107001",
                true));
  }

  @Test
  void whatIsNotSaidIsUnknown() {
    CandidateRow row =
        Tables.candidates("id,name,lon,lat,costYuan,capacity\nC1,旧仓库,121.17,31.90,,不详\n").only();
    assertThat(row)
        .isEqualTo(
            new CandidateRow(
                2, "C1", "旧仓库", null, 121.17, 31.90, null, null, null, null, null, null, null,
                null));
  }

  @ParameterizedTest
  @CsvSource({"12.3, 123000", "0.0001, 1", "35, 350000", "0, 0", "1234.5678, 12345678"})
  void costsInTenThousands(String tenThousands, double yuan) {
    CandidateRow row =
        Tables.candidates("编号,名称,经度,纬度,改造费用（万元）\nC1,旧校舍,121.17,31.90," + tenThousands + "\n")
            .only();
    assertThat(row.costYuan()).isEqualTo(yuan);
  }

  @Test
  void twoCostsMustBeTheSame() {
    String head = "编号,名称,经度,纬度,改造费用（万元）,造价（元）\nC1,旧校舍,121.17,31.90,";
    assertThat(Tables.candidates(head + "12.3,123000\n").only().costYuan()).isEqualTo(123_000);
    assertThat(Tables.candidates(head + ",5000\n").only().costYuan()).isEqualTo(5_000);
    RowError error = Tables.candidates(head + "12.3,123001\n").onlyError();
    assertThat(error.row()).isEqualTo(2);
    assertThat(error.field()).isEqualTo("改造费用（万元）");
    assertThat(error.value()).isEqualTo("12.3");
    assertThat(error.message()).contains("造价（元）", "123001", "legal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind             | castle      | idle_premises, community_building
          areaSquareMeters | -1          | 0 to 10000000
          areaSquareMeters | big         | 0 to 10000000
          costYuan         | 1e12        | 0 to 100000000000
          costYuan         | 35万        | 0 to 100000000000
          capacity         | 2.5         | 0 to 1000000
          types            | 理发店      | care_home
          available        | perhaps     | true, false
          """)
  void everyErrorNamesRowFieldValueAndWhatIsLegal(String column, String value, String legal) {
    RowError error =
        Tables.candidates("id,name,lon,lat," + column + "\nC1,旧校舍,121.17,31.90,\"" + value + "\"\n")
            .onlyError();
    assertThat(error.row()).isEqualTo(2);
    assertThat(error.field()).isEqualTo(column);
    assertThat(error.value()).isEqualTo(value);
    assertThat(error.message()).contains("legal");
    for (String word : legal.split(", ")) {
      assertThat(error.message()).contains(word);
    }
  }

  @Test
  void whatAFileMustHave() {
    assertThat(Tables.candidates("名称,面积\n旧校舍,100\n").onlyError().message())
        .contains("id, lon, lat")
        .contains("编号")
        .contains("经度");
    assertThat(Tables.candidates("id,name,lon,lat\nC1,,121,31\n").onlyError().field())
        .isEqualTo("name");
    assertThat(Tables.candidates("id,name,lon,lat\nC1,a,121,31\nC1,b,121,31\n").onlyError().value())
        .isEqualTo("C1");
  }

  @Test
  void coordinateSystemsAndMappings() {
    String rows = "id,name,lon,lat\nC1,旧校舍,121.17,31.90\n";
    CandidateRow shifted =
        Tables.candidates(rows, "c.csv", Tables.OPTIONS.withCrs("GCJ-02")).only();
    assertThat(shifted.lon()).isCloseTo(121.16, within(1e-9));
    assertThat(shifted.lat()).isCloseTo(31.88, within(1e-9));
    TableMapping mapping =
        Tables.mapping(
            "kind: candidates\nfields:\n  id: 门牌\n  name: 说明\n  lon: E\n  lat: N\n"
                + "  kind: {value: community_building}\n");
    CandidateRow mapped =
        Tables.candidates(
                "门牌,说明,E,N\n7,旧祠堂,121.17,31.90\n", "c.csv", Tables.OPTIONS.withMapping(mapping))
            .only();
    assertThat(mapped.externalId()).isEqualTo("7");
    assertThat(mapped.name()).isEqualTo("旧祠堂");
    assertThat(mapped.kind()).isEqualTo("community_building");
  }

  @Test
  void geoJson() {
    CandidateRow row =
        Tables.candidates(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                    + "{\"id\":\"C1\",\"name\":\"旧校舍\",\"costYuan\":99000.5,"
                    + "\"types\":\"meal_point\",\"available\":true},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[121.17,31.9]}}]}",
                "c.geojson",
                Tables.OPTIONS)
            .only();
    assertThat(row.costYuan()).isEqualTo(99_000.5);
    assertThat(row.types()).containsExactly("meal_point");
    assertThat(row.lon()).isEqualTo(121.17);
    assertThat(row.available()).isTrue();
  }
}
