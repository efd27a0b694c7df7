package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.assertj.core.data.Offset;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.kitchen.KitchenQuestions;
import org.caremap.kitchen.KitchenService;
import org.caremap.kitchen.KitchensAnswer;
import org.caremap.platform.Query;
import org.caremap.streets.StreetNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A kitchen and the points that it feeds, so that every minute can be worked out by hand. All
 * streets are residential: 25 km/h for the van, 15 km/h for the bicycle.
 *
 * <pre>
 * D P2 ───────── C P4      A-B is one-way towards A, except for bicycles. A kitchen K stands at A,
 * │              │         points at B, D and C; E is a hamlet far to the north, on a long street
 * │              │         from D. F lies on an island without any bridge. Elders live at the
 * A K ←───────── B P1      points: 10 at B, 20 at D, 30 at C, 40 at E, 5 at F and an unknown number
 *                          at C as well.
 * E P5: 0.09 degrees north of D         F P6: 0.1 degrees east of B
 * meals   P1 60   P2 50   P4 unknown   P5 30   P6 10         K cooks 100
 * </pre>
 */
abstract class KitchenSuite extends OnceLoaded {
  // Answers are rounded to a hundredth of a minute, lengths to a millimetre.
  private static final Offset<Double> ROUNDED = within(0.0051);
  private static final double WEST = 121.000;
  private static final double EAST = 121.010;
  private static final double SOUTH = 31.900;
  private static final double NORTH = 31.904;
  private static final double FAR_NORTH = 31.994;
  private static final double AB = Ground.meters(WEST, SOUTH, EAST, SOUTH);
  private static final double BC = Ground.meters(EAST, SOUTH, EAST, NORTH);
  private static final double CD = Ground.meters(WEST, NORTH, EAST, NORTH);
  private static final double DE = Ground.meters(WEST, NORTH, WEST, FAR_NORTH);

  @Inject SnapshotService snapshots;
  @Inject KitchenService kitchens;
  @Inject KitchenQuestions questions;

  @Override
  void load() {
    Upload.of(
            "streets",
            "kitchens.osm",
            """
            <osm version="0.6">
            <node id="1" lon="121.000" lat="31.900"/>
            <node id="2" lon="121.010" lat="31.900"/>
            <node id="3" lon="121.010" lat="31.904"/>
            <node id="4" lon="121.000" lat="31.904"/>
            <node id="5" lon="121.000" lat="31.994"/>
            <node id="6" lon="121.110" lat="31.900"/>
            <node id="7" lon="121.112" lat="31.900"/>
            <way id="1"><nd ref="2"/><nd ref="1"/><tag k="highway" v="residential"/>
              <tag k="oneway" v="yes"/><tag k="oneway:bicycle" v="no"/></way>
            <way id="2"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
              <tag k="highway" v="residential"/></way>
            <way id="3"><nd ref="4"/><nd ref="5"/><tag k="highway" v="residential"/></way>
            <way id="4"><nd ref="6"/><nd ref="7"/><tag k="highway" v="residential"/></way>
            </osm>
            """)
        .imported();
    Upload.of(
            "facilities",
            "facilities.csv",
            """
            id,name,type,lon,lat,mealsPerDay,status
            K,南厨房,central_kitchen,121.000,31.900,100,operating
            K2,规划厨房,central_kitchen,121.010,31.904,500,planned
            P1,东南助餐点,meal_point,121.010,31.900,60,operating
            P2,西北助餐点,meal_point,121.000,31.904,50,operating
            P3,停办助餐点,meal_point,121.005,31.904,50,closed
            P4,东北助餐点,meal_point,121.010,31.904,,operating
            P5,北村助餐点,meal_point,121.000,31.994,30,operating
            P6,岛上助餐点,meal_point,121.110,31.900,10,operating
            """)
        .imported();
    Upload.of(
            "demand",
            "demand.csv",
            """
            id,lon,lat,area,age60
            D1,121.010,31.900,,10
            D2,121.000,31.904,,20
            D3,121.010,31.904,,30
            D4,121.010,31.904,,
            D5,121.000,31.994,,40
            D6,121.110,31.900,,5
            """)
        .imported();
  }

  private static JsonNode kitchens(String query) {
    Response answer = Api.admin().get("/api/v1/kitchens" + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Api.parse(answer);
  }

  private static Response ask(String query, String body) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/kitchens/try" + query);
  }

  private static JsonNode attempt(String query, String body) {
    Response answer = ask(query, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  private static JsonNode point(JsonNode answer, String externalId) {
    return find(answer.get("points"), externalId);
  }

  private static JsonNode find(JsonNode list, String externalId) {
    for (JsonNode one : list) {
      if (one.get("externalId").asText().equals(externalId)) {
        return one;
      }
    }
    throw new AssertionError(externalId + " is not in " + list);
  }

  private static double van(double meters) {
    return meters / 1000 / 25 * 60;
  }

  private static double bicycle(double meters) {
    return meters / 1000 / 15 * 60;
  }

  @Test
  void theVanGoesRoundTheOneWayStreetAndTheBicycleThrough() {
    JsonNode van = kitchens("?vehicle=van");
    JsonNode bicycle = kitchens("?vehicle=bicycle");
    assertThat(point(van, "P1").get("minutes").asDouble()).isCloseTo(van(BC + CD + BC), ROUNDED);
    assertThat(point(bicycle, "P1").get("minutes").asDouble()).isCloseTo(bicycle(AB), ROUNDED);
    assertThat(point(van, "P2").get("minutes").asDouble()).isCloseTo(van(BC), ROUNDED);
    assertThat(point(bicycle, "P2").get("minutes").asDouble()).isCloseTo(bicycle(BC), ROUNDED);
    // Round by D and C either way: the bicycle is there sooner by B.
    assertThat(point(van, "P4").get("minutes").asDouble()).isCloseTo(van(BC + CD), ROUNDED);
    assertThat(point(bicycle, "P4").get("minutes").asDouble())
        .isCloseTo(bicycle(Math.min(AB + BC, BC + CD)), ROUNDED);
    assertThat(point(van, "P5").get("minutes").asDouble()).isCloseTo(van(BC + DE), ROUNDED);
    JsonNode line = point(van, "P1").get("line");
    assertThat(Ground.lineMeters(line)).isCloseTo(BC + CD + BC, within(0.5));
    assertThat(point(van, "P1").get("meters").asDouble()).isCloseTo(BC + CD + BC, within(0.2));
    assertThat(line.get("coordinates")).hasSize(4);
    assertThat(point(van, "P6").get("line").isNull()).isTrue();
  }

  @Test
  void statesPeopleAndTotalsAddUp() {
    // The van needs 24.9 minutes to E, the bicycle 41.5.
    JsonNode bicycle = kitchens("?vehicle=bicycle&minutes=30");
    assertThat(states(bicycle))
        .containsExactly("P6 unreachable", "P5 too-far", "P4 served", "P2 served", "P1 served");
    assertThat(states(kitchens("?vehicle=van&minutes=30")))
        .containsExactly("P6 unreachable", "P5 served", "P4 served", "P2 served", "P1 served");
    assertThat(point(bicycle, "P4").get("people").asDouble()).isEqualTo(30);
    assertThat(point(bicycle, "P4").get("unknownPoints").asInt()).isEqualTo(1);
    assertThat(point(bicycle, "P4").get("meals").isNull()).isTrue();
    JsonNode kitchen = find(bicycle.get("kitchens"), "K");
    assertThat(bicycle.get("kitchens")).as("planned ones take no part").hasSize(1);
    assertThat(point(bicycle, "P1").get("kitchen")).isEqualTo(kitchen.get("id"));
    assertThat(kitchen.get("points").asInt()).isEqualTo(3);
    assertThat(kitchen.get("people").asDouble()).isEqualTo(60);
    assertThat(kitchen.get("load").asInt()).isEqualTo(110);
    assertThat(kitchen.get("unknownLoads").asInt()).isEqualTo(1);
    assertThat(kitchen.get("farthestMinutes").asDouble())
        .isCloseTo(bicycle(Math.min(AB + BC, BC + CD)), ROUNDED);
    JsonNode totals = bicycle.get("totals");
    assertThat(totals.get("served").asInt()).isEqualTo(3);
    assertThat(totals.get("tooFar").asInt()).isEqualTo(1);
    assertThat(totals.get("unreachable").asInt()).isEqualTo(1);
    assertThat(totals.get("people").asDouble()).isEqualTo(105);
    assertThat(totals.get("peopleServed").asDouble()).isEqualTo(60);
    assertThat(totals.get("meals").asInt()).isEqualTo(150);
    assertThat(totals.get("mealsServed").asInt()).isEqualTo(110);
    assertThat(totals.get("unknownMeals").asInt()).isEqualTo(1);
    assertThat(bicycle.get("streets").asText()).isEqualTo("ready");
    assertThat(bicycle.get("run").asText()).matches("[0-9a-f]{16}");
    assertThat(bicycle.at("/inputs/question/vehicle").asText()).isEqualTo("bicycle");
  }

  private static List<String> states(JsonNode answer) {
    List<String> states = new ArrayList<>();
    for (JsonNode point : answer.get("points")) {
      states.add(point.get("externalId").asText() + " " + point.get("state").asText());
    }
    return states;
  }

  @Test
  void minutesAreInclusive() {
    double exact = point(kitchens("?vehicle=van"), "P2").get("minutes").asDouble();
    assertThat(
            point(kitchens("?vehicle=van&minutes=" + (exact + 0.01)), "P2").get("state").asText())
        .isEqualTo("served");
    assertThat(
            point(kitchens("?vehicle=van&minutes=" + (exact - 0.01)), "P2").get("state").asText())
        .isEqualTo("too-far");
  }

  /**
   * The bicycle brings 60 meals to B (3.8 minutes) and 50 to D (1.8 minutes); 100 are cooked: D
   * gets all of its, B the other 50. How many C wants is not known.
   */
  @Test
  void aKitchenThatIsFullLeavesSomeMealsToNobody() {
    JsonNode answer = kitchens("?vehicle=bicycle&minutes=30&capacity=true");
    assertThat(states(answer))
        .containsExactly(
            "P6 unreachable", "P5 too-far", "P1 over-capacity", "P4 unknown", "P2 served");
    assertThat(point(answer, "P1").get("given").asInt()).isEqualTo(50);
    assertThat(point(answer, "P2").get("given").asInt()).isEqualTo(50);
    assertThat(point(answer, "P1").get("kitchen").isNull()).as("who cooks the 50").isFalse();
    JsonNode kitchen = find(answer.get("kitchens"), "K");
    assertThat(kitchen.get("load").asInt()).isEqualTo(100);
    assertThat(kitchen.get("points").asInt()).isEqualTo(2);
    assertThat(answer.at("/totals/mealsServed").asInt()).isEqualTo(100);
    // 20 at D, and of the 10 at B, who get 50 of their 60 meals, five sixths.
    assertThat(kitchen.get("people").asDouble()).isCloseTo(20 + 10 * 50 / 60.0, ROUNDED);
    assertThat(answer.at("/totals/peopleServed").asDouble())
        .isCloseTo(20 + 10 * 50 / 60.0, ROUNDED);
  }

  /** A kitchen of 20 meals at C: B lies nearer to it (BC) than to A (AB), and takes 40 from A. */
  @Test
  void anotherKitchenIsTried() {
    JsonNode answer =
        attempt(
            "?vehicle=bicycle&minutes=30&capacity=true",
            "{\"added\":[{\"lon\":121.010,\"lat\":31.904,\"capacity\":20}]}");
    JsonNode b = point(answer, "P1");
    assertThat(b.get("state").asText()).isEqualTo("served");
    assertThat(b.get("parts")).hasSize(2);
    assertThat(b.at("/parts/0/meals").asInt()).isEqualTo(40);
    assertThat(b.at("/parts/1/meals").asInt()).isEqualTo(20);
    assertThat(b.at("/parts/1/kitchen").asText()).isEqualTo("added-1");
    assertThat(b.at("/parts/1/minutes").asDouble()).isCloseTo(bicycle(BC), ROUNDED);
    assertThat(answer.at("/before/overCapacity").asInt()).isEqualTo(1);
    assertThat(answer.at("/totals/overCapacity").asInt()).isZero();
    assertThat(answer.at("/totals/mealsServed").asInt()).isEqualTo(110);
    JsonNode added = answer.get("kitchens").get(1);
    assertThat(added.get("id").asText()).isEqualTo("added-1");
    assertThat(added.get("state").asText()).isEqualTo("added");
    assertThat(added.get("load").asInt()).isEqualTo(20);
    // Whom two kitchens feed is counted once: by the meals of each.
    assertThat(added.get("people").asDouble()).isCloseTo(10 * 20 / 60.0, ROUNDED);
    assertThat(find(answer.get("kitchens"), "K").get("people").asDouble())
        .isCloseTo(20 + 10 * 40 / 60.0, ROUNDED);
    assertThat(answer.at("/totals/peopleServed").asDouble()).isCloseTo(30, ROUNDED);
    assertThat(added.get("onStreet").asBoolean()).isTrue();
  }

  @Test
  void closingTheOnlyKitchenLeavesNobodyFed() {
    JsonNode answer = attempt("?vehicle=van", "{\"closed\":[\"K\"]}");
    assertThat(answer.at("/totals/served").asInt()).isZero();
    assertThat(answer.at("/totals/unreachable").asInt()).isEqualTo(5);
    assertThat(answer.at("/before/served").asInt()).isEqualTo(4);
    assertThat(answer.get("kitchens").get(0).get("state").asText()).isEqualTo("closed");
    assertThat(kitchens("?vehicle=van").at("/totals/served").asInt()).as("as it was").isEqualTo(4);
  }

  @Test
  void aKitchenOfUnknownCapacityMakesWhatIsLeftUnknown() {
    JsonNode answer =
        attempt(
            "?vehicle=bicycle&minutes=30&capacity=true",
            "{\"added\":[{\"lon\":121.010,\"lat\":31.904}]}");
    assertThat(point(answer, "P1").get("state").asText()).isEqualTo("unknown");
    assertThat(point(answer, "P1").get("given").asInt()).isEqualTo(50);
    assertThat(point(answer, "P2").get("state").asText()).isEqualTo("served");
  }

  /**
   * As in a home that was made before vehicles were thought of, without the source of its streets.
   */
  @Test
  void withoutTheStreetsOfVehiclesAllIsUnknownAndNothingIsNought() {
    CareSnapshot now = snapshots.current();
    StreetNetwork streets = now.streets();
    StreetNetwork old =
        new StreetNetwork(
            streets.id(),
            streets.name(),
            streets.importedAt(),
            false,
            streets.attribution(),
            streets.graph(),
            streets.snapper(),
            streets.background(),
            streets.places());
    CareSnapshot before =
        CareSnapshot.of(
            old,
            now.facilities(),
            now.demand(),
            now.areas(),
            now.elevation(),
            now.snapLimitMeters(),
            now.detourFactor(),
            null);
    KitchensAnswer answer =
        kitchens.kitchens(
            before,
            questions.question(
                Query.of(new MultivaluedHashMap<>(), KitchenQuestions.parameters())));
    assertThat(answer.streets()).isEqualTo("again");
    assertThat(answer.message()).contains("import the streets again");
    assertThat(answer.messageZh()).contains("重新导入");
    assertThat(answer.points()).hasSize(5).allMatch(point -> point.state().equals("unknown"));
    assertThat(answer.points()).allMatch(point -> point.minutes() == null);
    assertThat(answer.totals().unknown()).isEqualTo(5);
    assertThat(answer.kitchens().get(0).points()).isNull();
    assertThat(answer.kitchens().get(0).load()).isNull();
  }

  @Test
  void vehiclesSayWhereTheirNumbersAreFrom() {
    JsonNode vehicles = Api.parse(Api.admin().get("/api/v1/kitchens/vehicles"));
    assertThat(vehicles).hasSize(2);
    assertThat(vehicles.at("/0/code").asText()).isEqualTo("bicycle");
    assertThat(vehicles.at("/1/speedKmh/residential").asDouble()).isEqualTo(25);
    for (JsonNode vehicle : vehicles) {
      assertThat(vehicle.get("sources")).hasSize(6);
      vehicle.get("sources").forEach(source -> assertThat(source.asText()).isNotBlank());
    }
  }

  @Test
  void filesHoldTheSameFigures() throws IOException {
    JsonNode answer = kitchens("?vehicle=van");
    byte[] xlsx = file("xlsx");
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(xlsx))) {
      Sheet points = book.getSheet("助餐点由谁供餐");
      assertThat(points.getRow(1).getCell(0).getStringCellValue())
          .contains(answer.get("run").asText());
      for (int i = 0; i < answer.get("points").size(); i++) {
        JsonNode point = answer.get("points").get(i);
        assertThat(points.getRow(3 + i).getCell(1).getStringCellValue())
            .isEqualTo(point.get("name").asText());
        if (!point.get("minutes").isNull()) {
          assertThat(points.getRow(3 + i).getCell(5).getNumericCellValue())
              .isEqualTo(point.get("minutes").asDouble());
        }
      }
      assertThat(book.getSheet("中央厨房").getRow(3).getCell(5).getNumericCellValue()).isEqualTo(140);
    }
    String csv = new String(file("csv"), StandardCharsets.UTF_8);
    assertThat(csv.split("\r\n")).hasSize(6);
    assertThat(csv).contains("东南助餐点").contains("到不了");
    JsonNode map = Api.parse(new String(file("geojson"), StandardCharsets.UTF_8));
    // A kitchen, five points, four ways.
    assertThat(map.get("features")).hasSize(10);
    assertThat(map.get("run")).isEqualTo(answer.get("run"));
  }

  private static byte[] file(String form) {
    Response answer = Api.admin().get("/api/v1/kitchens." + form + "?vehicle=van");
    assertThat(answer.statusCode()).as(form).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.asByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "?vehicle=drone, bicycle",
    "?minutes=0, 240",
    "?minutes=241, 240",
    "?walkMinutes=x, 240",
    "?group=everybody, age60",
    "?capacity=perhaps, true or false",
    "?kitchen=K, vehicle"
  })
  void wrongQuestionsAreNamed(String query, String legal) {
    JsonNode problem = Api.problem(query, Api.admin().get("/api/v1/kitchens" + query), 400);
    assertThat(problem.toString()).contains(legal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"added\":[{\"lon\":121}]} | added[0].lat",
        "{\"added\":[{\"lon\":181,\"lat\":31.9}]} | added[0].lon",
        "{\"added\":[{\"lon\":121,\"lat\":31.9,\"capacity\":-1}]} | added[0].capacity",
        "{\"added\":[null]} | added",
        "{\"closed\":[\"P1\"]} | closed[0]",
        "{\"closed\":[null]} | closed[0]",
        "{\"opened\":[]} | opened",
      })
  void wrongChangesAreNamed(String body, String field) {
    JsonNode problem = Api.problem(body, ask("", body), 400);
    assertThat(problem.toString()).contains(field);
  }

  @Test
  void onlyTheAdministratorMayAsk() {
    for (String path : List.of("kitchens", "kitchens/vehicles", "kitchens.xlsx")) {
      assertThat(given().get("/api/v1/" + path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(
            given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/kitchens/try")
                .statusCode())
        .isEqualTo(401);
    Api.problem(
        "no body", Api.admin().contentType(ContentType.JSON).post("/api/v1/kitchens/try"), 400);
  }
}
