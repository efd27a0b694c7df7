package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.caremap.area.AreaFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaReadingTest {
  private static String feature(String geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + "{\"code\":\"320614107\",\"name\":\"正余镇\",\"level\":\"town\"},\"geometry\":"
        + geometry
        + "}]}";
  }

  @Test
  void defaultNames() {
    AreaRow row =
        Tables.areas(
                "code,name,level,parent,urban,serviceZone,households,residents\n"
                    + "320614107,正余镇,镇,320614,农村,外围,\"1,200\",3500.5\n")
            .only();
    assertThat(row)
        .isEqualTo(
            new AreaRow(
                2,
                "320614107",
                "正余镇",
                "town",
                "320614",
                false,
                "outer",
                1200.0,
                3500.5,
                null,
                AreaFacts.UNKNOWN));
  }

  @Test
  void whatStandardsAsk() {
    AreaRow estate =
        Tables.areas("区划代码,名称,级别,上级代码,新旧小区,户数\n320614107001-01,滨河花园,小区,320614107001,老旧小区,480\n")
            .only();
    assertThat(estate.level()).isEqualTo("estate");
    assertThat(estate.facts()).isEqualTo(new AreaFacts("old", null, null, null));
    AreaRow county =
        Tables.areas("区划代码,名称,享受政府购买服务人数（人）,应急呼叫人数,区域性集中供养\n320614,某市,1200.5,0,是\n").only();
    assertThat(county.facts()).isEqualTo(new AreaFacts(null, 1200.5, 0.0, true));
    RowError error =
        Tables.areas("code,name,level,estateAge\nE1,n,estate,middle-aged\n").onlyError();
    assertThat(error.field()).isEqualTo("estateAge");
    assertThat(error.message()).contains("new, old");
  }

  @Test
  void chineseHeadings() {
    AreaRow row =
        Tables.areas("区划代码,名称,级别,上级代码,城乡,圈层\n320614107001,某社区,社区,320614107,城镇,中心\n").only();
    assertThat(row.level()).isEqualTo("community");
    assertThat(row.urban()).isTrue();
    assertThat(row.serviceZone()).isEqualTo("centre");
    assertThat(row.residents()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "省,province",
    "市,city",
    "县,county",
    "区,county",
    "街道,street",
    "镇,town",
    "乡,town",
    "社区,community",
    "村,village",
    "行政村,village",
    "自然村,natural_village",
    "小区,estate",
    "County,county",
    "street,street"
  })
  void levels(String text, String expected) {
    assertThat(Tables.areas("code,name,level\nX1,n," + text + "\n").only().level())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "32,province",
    "320000,province",
    "3206,city",
    "320600,city",
    "320614,county",
    "320614000000,county",
    "500110001,street",
    "320614107,town",
    "320614400,town",
    "320614107000,town",
    "320614107001,community",
    "320614107200,village"
  })
  void chineseCodesImplyTheLevel(String code, String expected) {
    assertThat(Tables.areas("code,name\n" + code + ",n\n").only().level()).isEqualTo(expected);
  }

  @Test
  void otherCodesNeedALevel() {
    RowError error = Tables.areas("code,name\nS01013001,n\n").onlyError();
    assertThat(error.field()).isEqualTo("level");
    assertThat(error.message())
        .contains(
            "province, city, county, street, town, community, village, estate, natural_village");
    assertThat(Tables.areas("code,name,level\nS1,n,planet\n").onlyError().value())
        .isEqualTo("planet");
  }

  @Test
  void duplicateCodesAndOwnParent() {
    assertThat(Tables.areas("code,name,level\nA,n,town\nA,m,town\n").onlyError().message())
        .contains("row 2");
    assertThat(Tables.areas("code,name,level,parent\nA,n,town,A\n").onlyError().message())
        .contains("own parent");
  }

  @Test
  void polygonBecomesMultiPolygon() {
    AreaRow row =
        Tables.areas(
                feature("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}"))
            .only();
    assertThat(row.boundary().getArea()).isEqualTo(4);
    assertThat(row.boundary().getSRID()).isEqualTo(4326);
  }

  @Test
  void boundariesAreShiftedToo() {
    AreaRow row =
        Tables.areas(
                feature("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}"),
                Tables.OPTIONS.withCrs("GCJ-02"))
            .only();
    assertThat(row.boundary().getEnvelopeInternal().getMinX()).isEqualTo(0.99);
    assertThat(row.boundary().getEnvelopeInternal().getMaxY()).isEqualTo(2.98);
  }

  @Test
  void bowTieIsRepairedAndNoted() {
    //  1,3 . . 3,3      two triangles that meet in 2,2: area 1 + 1
    //     X
    //  1,1 . . 3,1
    Tables.Result<AreaRow> result =
        Tables.areas(
            feature("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,3],[1,3],[3,1],[1,1]]]}"));
    assertThat(result.only().boundary().isValid()).isTrue();
    assertThat(result.only().boundary().getArea()).isEqualTo(2);
    assertThat(result.notes()).contains("1 boundary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Point\",\"coordinates\":[1,1]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,3],[1,3]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[1,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[3,3],[1,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,\"x\"],[1,3],[1,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[31,121],[33,121],[33,123],[31,121]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,1],[3,500],[1,3],[1,1]]]}"
      })
  void otherBoundariesAreRefused(String geometry) {
    assertThat(Tables.areas(feature(geometry)).onlyError().field()).isEqualTo("geometry");
  }

  @Test
  void boundaryMayBeMissingOrAColumn() {
    assertThat(Tables.areas(feature("null")).only().boundary()).isNull();
    String csv =
        "code,name,level,geometry\nA,n,town,\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":"
            + "[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}\"\nB,m,town,\"POLYGON ((1 1, 2 1, 2 2, 1 1))\"\n";
    Tables.Result<AreaRow> result = Tables.areas(csv);
    assertThat(result.report().ok()).isTrue();
    assertThat(result.rows()).extracting(row -> row.boundary().getArea()).containsExactly(4.0, 0.5);
  }
}
