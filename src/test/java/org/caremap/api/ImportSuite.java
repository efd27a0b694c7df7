package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What imports do to what is stored; {@link HostileSuite} has the files that must be refused. */
abstract class ImportSuite extends HostileSuite {
  private static final String TWO =
      """
      id,name,type,lon,lat,phone,beds,openingHours
      A,甲站,home_care_station,-3.940,56.120,01786 1,10,Mo-Fr 08:00-17:00
      B,乙院,care_home,-3.941,56.121,01786 2,20,24/7
      """;

  private static final String POINTS =
      """
      id,lon,lat,residents,age60,age65
      P1,-3.940,56.120,100.5,20,10
      P2,-3.941,56.121,200,,30.25
      P3,-3.942,56.122,300,50,
      """;

  /** Every test begins with these and nothing else. */
  @BeforeEach
  void startAnew() {
    Upload.of("facilities", "two.csv", TWO).with("mode", "replace").imported();
    Upload.of("demand", "points.csv", POINTS).with("mode", "replace").imported();
  }

  private static void assertCounts(
      JsonNode report, int read, int created, int updated, int unchanged) {
    assertThat(report.get("read").asInt()).as("read of %s", report).isEqualTo(read);
    assertThat(report.get("created").asInt()).as("created of %s", report).isEqualTo(created);
    assertThat(report.get("updated").asInt()).as("updated of %s", report).isEqualTo(updated);
    assertThat(report.get("unchanged").asInt()).as("unchanged of %s", report).isEqualTo(unchanged);
  }

  private static JsonNode facility(String id) {
    return Api.get("/api/v1/facilities/" + id).get("properties");
  }

  /** Everything that anybody can ask, as a whole. */
  private static String everything() {
    return Api.loaded()
        + Api.get("/api/v1/facilities?limit=1000").toString()
        + Api.get("/api/v1/demand/grid?group=residents&cellMeters=100")
        + Api.get("/api/v1/coverage?type=care_home&group=age65");
  }

  @Test
  void reimportChangesNothing() {
    String before = everything();
    assertCounts(Upload.of("facilities", "two.csv", TWO).imported(), 2, 0, 0, 2);
    assertCounts(Upload.of("demand", "points.csv", POINTS).imported(), 3, 0, 0, 3);
    assertThat(everything()).as("not even a version").isEqualTo(before);
  }

  @Test
  void updateIsByExternalId() {
    String id = facility("A").get("id").asText();
    String next = TWO.replace("甲站", "甲站新名").replace("B,乙院", "C,丙院");
    assertCounts(Upload.of("facilities", "next.csv", next).imported(), 2, 1, 1, 0);
    assertThat(facility("A").get("name").asText()).isEqualTo("甲站新名");
    assertThat(facility("A").get("id").asText()).as("the internal id lasts").isEqualTo(id);
    assertThat(facility("B").get("status").asText())
        .as("update leaves others alone")
        .isEqualTo("operating");
    assertThat(facility("C").get("beds").asInt()).isEqualTo(20);
    String points = POINTS.replace("P1,-3.940,56.120,100.5", "P1,-3.940,56.120,101.5");
    assertCounts(Upload.of("demand", "points.csv", points).imported(), 3, 0, 1, 2);
    JsonNode total = Api.get("/api/v1/coverage?type=care_home&group=residents").get("total");
    assertThat(total.get("demand").asDouble()).isCloseTo(601.5, within(1e-6));
  }

  @Test
  void replaceClosesAndRemovesWhatIsGone() {
    String rest = TWO.substring(0, TWO.indexOf("B,"));
    assertCounts(
        Upload.of("facilities", "rest.csv", rest).with("mode", "replace").imported(), 1, 0, 0, 1);
    assertThat(facility("B").get("status").asText()).isEqualTo("closed");
    assertThat(facility("A").get("status").asText()).isEqualTo("operating");
    String points = POINTS.substring(0, POINTS.indexOf("P2,"));
    assertCounts(
        Upload.of("demand", "p1.csv", points).with("mode", "replace").imported(), 1, 0, 0, 1);
    assertThat(Api.loaded().at("/counts/demandPoints").asInt()).isEqualTo(1);
  }

  @Test
  void anEmptyFileReplacesNothing() {
    String before = everything();
    Upload.of("facilities", "empty.csv", TWO.substring(0, TWO.indexOf('\n') + 1))
        .with("mode", "replace")
        .rejected();
    Upload.of("demand", "empty.csv", POINTS.substring(0, POINTS.indexOf('\n') + 1))
        .with("mode", "replace")
        .rejected();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aDryRunWritesNothing() {
    String before = everything();
    String next = TWO.replace("甲站", "甲站新名").replace("B,乙院", "D,丁院");
    JsonNode report =
        Upload.of("facilities", "next.csv", next)
            .with("dryRun", "true")
            .with("mode", "replace")
            .report();
    assertThat(report.get("status").asText()).isEqualTo("dry-run");
    assertCounts(report, 2, 1, 1, 0);
    JsonNode demand =
        Upload.of("demand", "d.csv", POINTS.replace("P3,", "P4,")).with("dryRun", "true").report();
    assertThat(demand.get("status").asText()).isEqualTo("dry-run");
    assertCounts(demand, 3, 1, 0, 2);
    JsonNode areas = Upload.of("areas", "a.csv", Town.AREAS).with("dryRun", "true").report();
    assertThat(areas.get("status").asText()).isEqualTo("dry-run");
    assertCounts(areas, 4, 4, 0, 0);
    JsonNode streets = Upload.of("streets", "t.osm", Town.OSM).with("dryRun", "true").report();
    assertThat(streets.get("status").asText()).isEqualTo("dry-run");
    // The island in the river is reported with its size and place.
    assertThat(streets.get("islandCount").asInt()).isEqualTo(1);
    JsonNode island = streets.get("islands").get(0);
    assertThat(island.get("lengthMeters").asDouble())
        .isCloseTo(2 * Town.ROW_892 + Town.COLUMN, within(0.1));
    assertThat(streets.get("islandMeters").asDouble())
        .isCloseTo(island.get("lengthMeters").asDouble(), within(0.1));
    assertThat(island.get("lat").asDouble()).isCloseTo(31.892, within(1e-6));
    assertThat(island.get("lon").asDouble()).isBetween(121.0, 121.004);
    assertThat(island.get("edges").asInt()).isEqualTo(3);
    assertThat(demand.has("islands")).isFalse();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aDryRunFindsTheErrorsToo() {
    JsonNode report =
        Upload.of("facilities", "bad.csv", TWO.replace("56.121", "north"))
            .with("dryRun", "true")
            .report();
    assertThat(report.get("errors")).isNotEmpty();
    assertThat(report.get("status").asText()).isIn("rejected", "dry-run");
  }

  @Test
  void columnsThatTheFileLacksKeepWhatIsStored() {
    Upload.of(
            "facilities",
            "short.csv",
            "id,name,type,lon,lat,phone\n" + "A,甲站,home_care_station,-3.940,56.120,01786 9\n")
        .imported();
    JsonNode a = facility("A");
    assertThat(a.get("phone").asText()).isEqualTo("01786 9");
    assertThat(a.get("beds").asInt()).isEqualTo(10);
    assertThat(a.get("openingHours").asText()).isEqualTo("Mo-Fr 08:00-17:00");
    Upload.of("demand", "short.csv", "id,lon,lat,age60\nP1,-3.940,56.120,21\n").imported();
    String question = "/api/v1/coverage?type=care_home&group=";
    assertThat(Api.get(question + "residents").at("/total/demand").asDouble())
        .isCloseTo(600.5, within(1e-6));
    assertThat(Api.get(question + "age60").at("/total/demand").asDouble())
        .isCloseTo(71, within(1e-6));
  }

  @Test
  void whatStandardsAskSurvivesAShortFile() {
    Upload.of(
            "facilities",
            "标准.csv",
            "编号,名称,类型,经度,纬度,开业日期,社会力量运营,医养结合,入住人数,用地面积（平方米）,是否达标,所属中心,示范点,区域性养老中心\n"
                + "A,甲站,居家养老服务站,-3.940,56.120,2018年5月1日,是,签约,0,350.5,达标,C9,无,否\n")
        .imported();
    Upload.of(
            "facilities",
            "short.csv",
            "id,name,type,lon,lat,sociallyRun,residents\n"
                + "A,甲站,home_care_station,-3.940,56.120,no,\n")
        .imported();
    JsonNode a = facility("A");
    assertThat(a.get("openedOn").asText()).isEqualTo("2018-05-01");
    assertThat(a.get("sociallyRun").asBoolean(true)).isFalse();
    assertThat(a.get("medicalCare").asText()).isEqualTo("agreement");
    assertThat(a.get("residents").isNull()).isTrue();
    assertThat(a.get("landAreaSquareMeters").asDouble()).isEqualTo(350.5);
    assertThat(a.get("meetsStandard").asBoolean()).isTrue();
    assertThat(a.get("leadingCentre").asText()).isEqualTo("C9");
    assertThat(a.get("demonstrationSite").asBoolean(true)).isFalse();
    assertThat(a.get("regionalCentre").asBoolean(true)).isFalse();
    assertThat(a.get("beds").asInt()).as("kept from before").isEqualTo(10);
  }

  /** What lies in an estate counts for its community, unless the estate itself is asked for. */
  @Test
  void estatesCountForTheirCommunity() {
    Upload.of(
            "areas",
            "区划.csv",
            "区划代码,名称,级别,上级代码,新旧小区,应急呼叫人数,区域性集中供养\n"
                + "K,某市,市,,,,是\n"
                + "K1,某镇,镇,K,,,\n"
                + "K11,某社区,社区,K1,,12.5,\n"
                + "K11-1,新城花园,小区,K11,新建,,\n"
                + "K11-2,老街小区,小区,K11,老旧,,\n")
        .imported();
    Upload.of("areas", "short.csv", "code,name,level\nK11,某社区,community\nK11-2,老街,estate\n")
        .imported();
    JsonNode estate = Api.get("/api/v1/areas/K11-2").get("properties");
    assertThat(estate.get("name").asText()).isEqualTo("老街");
    assertThat(estate.get("level").asText()).isEqualTo("estate");
    assertThat(estate.get("estateAge").asText()).isEqualTo("old");
    assertThat(Api.get("/api/v1/areas/K11").at("/properties/emergencyCallElders").asDouble())
        .isEqualTo(12.5);
    assertThat(Api.get("/api/v1/areas/K11").at("/properties/estateAge").isNull()).isTrue();
    assertThat(Api.get("/api/v1/areas/K").at("/properties/regionalProvision").asBoolean()).isTrue();
    assertThat(Api.get("/api/v1/areas?level=estate").get("features")).hasSize(2);
    Upload.of(
            "demand",
            "人.csv",
            "id,lon,lat,age60,area\n"
                + "E1,-3.940,56.120,10,K11-1\n"
                + "E2,-3.941,56.120,7,K11-2\n"
                + "E3,-3.942,56.120,5,K11\n")
        .with("mode", "replace")
        .imported();
    String question = "/api/v1/coverage?type=home_care_station&area=K";
    for (String level : new String[] {"", "&level=community"}) {
      JsonNode rows = Api.get(question + level).get("areas");
      assertThat(rows).as(level).hasSize(1);
      assertThat(rows.get(0).get("code").asText()).isEqualTo("K11");
      assertThat(rows.get(0).get("demand").asDouble()).isCloseTo(22, within(1e-9));
    }
    JsonNode estates = Api.get(question + "&level=estate").get("areas");
    assertThat(estates.findValuesAsText("code")).contains("K11-1", "K11-2");
    assertThat(Api.get(question + "11-1").at("/total/demand").asDouble())
        .isCloseTo(10, within(1e-9));
  }

  @Test
  void anEmptyCellOfAColumnThatIsThereIsUnknown() {
    Upload.of("facilities", "f.csv", TWO.replace("01786 1,10", ",")).imported();
    assertThat(facility("A").get("phone").isNull()).isTrue();
    assertThat(facility("A").get("beds").isNull()).isTrue();
    JsonNode age65 = Api.get("/api/v1/coverage?type=care_home&group=age65").get("total");
    assertThat(age65.get("demand").asDouble()).isCloseTo(40.25, within(1e-6));
    assertThat(age65.get("unknownPoints").asInt()).isEqualTo(1);
    Upload.of("demand", "d.csv", POINTS.replace("20,10", "20,")).imported();
    assertThat(
            Api.get("/api/v1/coverage?type=care_home&group=age65")
                .at("/total/unknownPoints")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void chineseHeadingsAndLabels() {
    Upload.of(
            "facilities",
            "设施.csv",
            "编号,名称,类型,经度,纬度,床位数,联系电话\n"
                + "Z1,长者驿家一号,长者驿家,-3.940,56.120,15,0513-1\n"
                + "Z2,中央厨房,中央厨房,-3.941,56.120,,\n")
        .imported();
    assertThat(facility("Z1").get("type").asText()).isEqualTo("elder_inn");
    assertThat(facility("Z1").get("beds").asInt()).isEqualTo(15);
    assertThat(facility("Z2").get("type").asText()).isEqualTo("central_kitchen");
  }

  @Test
  void geoJsonFacilities() {
    JsonNode report =
        Upload.of(
                "facilities",
                "f.geojson",
                """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"id":"G1","name":"点","type":"clinic","beds":3},
                  "geometry":{"type":"Point","coordinates":[-3.94,56.12]}}]}
                """)
            .imported();
    assertCounts(report, 1, 1, 0, 0);
    JsonNode g1 = Api.get("/api/v1/facilities/G1");
    assertThat(g1.at("/geometry/coordinates/0").asDouble()).isEqualTo(-3.94);
    assertThat(g1.at("/geometry/coordinates/1").asDouble()).isEqualTo(56.12);
    assertThat(g1.at("/properties/beds").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"member", "parameter"})
  void geoJsonInWebMercator(String by) {
    // Spherical Mercator of 6378137 m (EPSG:3857), computed here.
    double x = Math.toRadians(-3.94) * 6378137;
    double y = 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(56.12) / 2));
    String member =
        by.equals("member")
            ? "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},"
            : "";
    String json =
        String.format(
            Locale.ROOT,
            "{\"type\":\"FeatureCollection\",%s\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"id\":\"M-%s\",\"name\":\"m\",\"type\":\"clinic\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%f,%f]}}]}",
            member,
            by,
            x,
            y);
    Upload upload = Upload.of("facilities", "m.geojson", json);
    if (by.equals("parameter")) {
      upload.with("crs", "EPSG:3857");
    }
    upload.imported();
    JsonNode place = Api.get("/api/v1/facilities/M-" + by).at("/geometry/coordinates");
    assertThat(Ground.place(place).metersTo(new Ground.Place(-3.94, 56.12))).isLessThan(0.1);
  }

  @Test
  void projectedMetresWithoutACrsAreRefused() {
    rejectedUntouched(
        Upload.of(
            "facilities",
            "m.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"id":"M","name":"m","type":"clinic"},
             "geometry":{"type":"Point","coordinates":[-438598.0,7572170.0]}}]}
            """),
        "crs");
  }

  @Test
  void gcj02IsShiftedBack() {
    // Published pair of the eviltransform project: WGS 84 31.1774276, 121.5272106 (Shanghai).
    String row = "id,name,type,lon,lat\nS,上海,clinic,121.531541859215,31.17530398364597\n";
    Upload.of("facilities", "gcj.csv", row).with("crs", "GCJ-02").imported();
    JsonNode place = Api.get("/api/v1/facilities/S").at("/geometry/coordinates");
    assertThat(Ground.place(place).metersTo(new Ground.Place(121.5272106, 31.1774276)))
        .isLessThan(1);
    assertThat(facility("S").get("sourceDatum").asText()).containsIgnoringCase("GCJ");
  }

  @ParameterizedTest
  @CsvSource({
    "castles, '', '', kind, castles, facilities",
    "facilities, mode, merge, mode, merge, replace",
    "facilities, dryRun, perhaps, dryRun, perhaps, true"
  })
  void unknownWordsAreProblems(
      String kind, String field, String value, String parameter, String named, String legal) {
    Upload upload = Upload.of(kind, "two.csv", TWO);
    if (!field.isEmpty()) {
      upload.with(field, value);
    }
    JsonNode problem = Api.problem(kind, upload.send(), 400);
    assertThat(problem.get("detail").asText()).contains(parameter, named, legal);
  }

  @Test
  void aFileIsNeeded() {
    JsonNode problem =
        Api.problem(
            "no file",
            Api.admin().multiPart("dryRun", "true").post("/api/v1/imports/facilities"),
            400);
    assertThat(problem.get("detail").asText()).contains("file");
  }

  @Test
  void anUnknownJobIsNotFound() {
    Api.problem("job", Api.admin().get("/api/v1/imports/jobs/none"), 404);
    Api.problem(
        "job", Api.admin().get("/api/v1/imports/jobs/00000000-0000-0000-0000-000000000000"), 404);
  }
}
