package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gap board and supply where every number can be worked out by hand. A step is 0.002 degrees,
 * 189 m; at the speed asked for it takes five minutes, so 15 minutes are 3 steps, 567 m.
 *
 * <pre>
 * step      0    1    2    3    4    5    6    7    8    9    10
 * 31.905              B------------------------------------+      B: clinic
 * 31.904  ==== railway ================================    |
 * 31.903    A---------D3------------------D4--------D6-----+      north bank; C at D4
 *           ~~~~~~~~~~ river ~~~~~~~~~~~~~~~~~~~~~~~~~     |bridge
 * 31.900    D1-----------------------D2--------------------+      south bank
 *
 * 31.880    D5----- an island
 * people of 60 and over: D1 8, D2 4, D3 10, D4 6, D5 2, D6 unknown; of 80: 1, 1, 0, 5, unknown, 2
 * </pre>
 *
 * From D1 to A it is 334 m straight, 434 m with the detour, and 20 steps and 334 m to walk.
 */
abstract class BoardSuite extends OnceLoaded {
  private static final double STEP_METERS = Ground.meters(121.000, 31.903, 121.002, 31.903);
  private static final double ACROSS_METERS = Ground.meters(121.000, 31.900, 121.000, 31.903);
  private static final String SPEED = "&speedKmh=" + STEP_METERS * 12 / 1000;
  private static final String DAY_CARE = "type=day_care_centre&minutes=15.1" + SPEED;
  private static final String CLINIC = "type=clinic&minutes=15.1" + SPEED;
  private static final String TOWN = "320614100";
  private static final String NORTH = "320614100001";
  private static final String SOUTH = "320614100002";
  private static final String ISLAND = "320614100003";
  private static final String SILENT = "320614100004";
  private static final String EMPTY = "320614100005";

  private static String lon(int step) {
    return "121.0%02d".formatted(2 * step);
  }

  private static String osm() {
    StringBuilder nodes = new StringBuilder();
    StringBuilder ways = new StringBuilder();
    String[] rows = {"31.900", "31.903", "31.905", "31.880"};
    for (int row = 0; row < rows.length; row++) {
      for (int step = 0; step <= 10; step++) {
        int id = 100 * (row + 1) + step;
        nodes.append("<node id=\"%d\" lon=\"%s\" lat=\"%s\"/>".formatted(id, lon(step), rows[row]));
        if (step > 0) {
          ways.append(street(1000 + id, id - 1, id));
        }
      }
    }
    ways.append(street(10, 110, 210)).append(street(11, 210, 310));
    double[] river = {120.99, 31.901, 121.03, 31.901, 121.03, 31.902, 120.99, 31.902};
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < river.length; i += 2) {
      nodes.append(
          "<node id=\"%d\" lon=\"%s\" lat=\"%s\"/>".formatted(900 + i, river[i], river[i + 1]));
      ring.append("<nd ref=\"%d\"/>".formatted(900 + i));
    }
    nodes.append("<node id=\"950\" lon=\"120.99\" lat=\"31.904\"/>");
    nodes.append("<node id=\"951\" lon=\"121.0195\" lat=\"31.904\"/>");
    return """
        <osm version="0.6">%s%s
        <way id="20">%s<nd ref="900"/><tag k="natural" v="water"/><tag k="name" v="清水河"/></way>
        <way id="21"><nd ref="950"/><nd ref="951"/><tag k="railway" v="rail"/>
         <tag k="name" v="试验铁路"/></way>
        </osm>
        """
        .formatted(nodes, ways, ring);
  }

  private static String street(int id, int from, int to) {
    return """
        <way id="%d"><nd ref="%d"/><nd ref="%d"/><tag k="highway" v="residential"/></way>
        """
        .formatted(id, from, to);
  }

  @Override
  void load() {
    Upload.of("streets", "banks.osm", osm()).imported();
    Upload.of(
            "areas",
            "areas.csv",
            """
            code,name,level,parent,urban
            320614,试验县,county,,
            320614100,河东镇,town,320614,
            320614100001,北岸社区,community,320614100,true
            320614100002,南岸村,village,320614100,false
            320614100003,岛村,village,320614100,
            320614100004,未知社区,community,320614100,
            320614100005,空社区,community,320614100,
            """)
        .imported();
    Upload.of(
            "facilities",
            "facilities.csv",
            """
            id,name,type,lon,lat,area,beds,services,status
            A,北日照,day_care_centre,121.000,31.903,320614100001,7,meals;day_care,operating
            B,铁路北卫生院,clinic,121.004,31.905,320614100001,,,operating
            C,北站,home_care_station,121.012,31.903,320614100001,,,operating
            P,规划日照,day_care_centre,121.000,31.900,320614100002,50,,planned
            """)
        .imported();
    Upload.of(
            "demand",
            "demand.csv",
            """
            id,lon,lat,area,age60,age80
            D1,121.000,31.900,320614100002,8,1
            D2,121.010,31.900,320614100002,4,1
            D3,121.004,31.903,320614100001,10,0
            D4,121.012,31.903,320614100001,6,5
            D5,121.000,31.880,320614100003,2,
            D6,121.016,31.903,320614100004,,2
            """)
        .imported();
  }

  private static JsonNode board(String question) {
    return Api.walk("/api/v1/board?" + question);
  }

  private static JsonNode row(JsonNode answer, String code) {
    for (JsonNode row : answer.get("rows")) {
      if (row.get("code").asText().equals(code)) {
        return row;
      }
    }
    throw new AssertionError(code + " is not in " + answer.get("rows"));
  }

  private static List<String> texts(JsonNode answer, String field) {
    List<String> texts = new ArrayList<>();
    answer.get("rows").forEach(row -> texts.add(row.get(field).asText()));
    return texts;
  }

  private static void assertReasons(JsonNode row, double none, double far, double barrier) {
    assertThat(row.at("/reasons/no-facility").asDouble()).as("no facility").isEqualTo(none);
    assertThat(row.at("/reasons/too-far").asDouble()).as("too far").isEqualTo(far);
    assertThat(row.at("/reasons/barrier").asDouble()).as("barrier").isEqualTo(barrier);
  }

  @Test
  void theWorstComesFirstAndSaysWhy() {
    JsonNode answer = board(DAY_CARE);
    assertThat(answer.get("total"))
        .isEqualTo(
            Api.parse(
                """
                {"demand":30.0,"covered":10.0,"uncovered":20.0,"unreachable":2.0,
                 "unknownPoints":1,"points":6,"coveredShare":0.333333}
                """));
    assertThat(texts(answer, "code")).containsExactly(SOUTH, NORTH, ISLAND, SILENT, EMPTY);
    assertThat(texts(answer, "rank")).containsExactly("1", "2", "3", "null", "null");
    assertThat(texts(answer, "reason"))
        .containsExactly("barrier", "too-far", "no-facility", "unknown", "unknown");
    JsonNode south = row(answer, SOUTH);
    assertReasons(south, 4, 0, 8);
    assertThat(south.get("barrier")).isEqualTo(Api.parse("{\"kind\":\"water\",\"name\":\"清水河\"}"));
    assertThat(south.get("facilities").asInt()).as("a planned one is none").isZero();
    assertThat(south.get("parentName").asText()).isEqualTo("河东镇");
    assertThat(south.get("urban").asBoolean(true)).isFalse();
    // D1, with 8 of 12 people, is the median: 20 steps of five minutes and over the bridge.
    double minutes = 20 * 5 + ACROSS_METERS / STEP_METERS * 5;
    assertThat(south.get("nearestMinutes").asDouble()).isCloseTo(minutes, within(0.1));
    JsonNode north = row(answer, NORTH);
    assertReasons(north, 0, 6, 0);
    assertThat(north.get("barrier").isNull()).isTrue();
    assertThat(north.get("facilities").asInt()).isEqualTo(1);
    assertThat(north.get("nearestMinutes").asDouble()).isCloseTo(30, within(0.01));
    assertThat(north.at("/groups/age80/uncovered").asDouble()).isEqualTo(5);
    assertThat(north.get("groups")).hasSize(12);
    JsonNode island = row(answer, ISLAND);
    assertReasons(island, 2, 0, 0);
    assertThat(island.get("unreachable").asDouble()).isEqualTo(2);
    assertThat(island.get("nearestMinutes").isNull()).isTrue();
    assertThat(row(answer, SILENT).get("unknownPoints").asInt()).isEqualTo(1);
    assertThat(row(answer, EMPTY).get("points").asInt()).isZero();
    assertThat(answer.get("unassigned").isNull()).isTrue();
  }

  @Test
  void aRailwayBarsToo() {
    JsonNode answer = board(CLINIC);
    JsonNode north = row(answer, NORTH);
    // D3 is 222 m from B across the railway; D4 788 m.
    assertReasons(north, 0, 6, 10);
    assertThat(north.get("reason").asText()).isEqualTo("barrier");
    assertThat(north.get("barrier"))
        .isEqualTo(Api.parse("{\"kind\":\"railway\",\"name\":\"试验铁路\"}"));
    assertReasons(row(answer, SOUTH), 12, 0, 0);
  }

  /** A has 7 beds for the 10 people who reach it; no clinic says how many it takes. */
  @Test
  void whoFindsItFullIsCountedWhereCapacitiesAreKnown() {
    JsonNode answer = board(DAY_CARE);
    assertThat(row(answer, NORTH).at("/reasons/over-capacity").asDouble()).isEqualTo(3);
    assertThat(row(answer, SOUTH).at("/reasons/over-capacity").asDouble()).isZero();
    // In 31 minutes D4 comes too: 16 people, 7 beds; nobody of the area is left out.
    JsonNode longer = board(DAY_CARE + "&zoneMinutes=" + NORTH + ":31");
    assertThat(row(longer, NORTH).at("/reasons/over-capacity").asDouble()).isEqualTo(9);
    assertThat(row(longer, NORTH).get("uncovered").asDouble()).isZero();
    assertThat(row(longer, NORTH).get("reason").asText()).isEqualTo("over-capacity");
    assertThat(row(longer, NORTH).get("minutes").asDouble()).isEqualTo(31);
    assertThat(row(longer, SOUTH).get("minutes").asDouble()).isEqualTo(15.1);
    for (String without : List.of(CLINIC, DAY_CARE + "&capacity=false")) {
      assertThat(row(board(without), NORTH).at("/reasons/over-capacity").isNull()).isTrue();
    }
    assertThat(row(board(DAY_CARE + "&straightLine=true"), NORTH).at("/reasons/over-capacity"))
        .as("assigned by the streets only")
        .isEqualTo(Api.parse("null"));
  }

  @Test
  void weightsRankOverGroups() {
    JsonNode answer = board(DAY_CARE + "&weights=age80:2,age60:0.5");
    // North 2 x 5 + 0.5 x 6, south 2 x 2 + 0.5 x 12; of the silent area the two of 80 are known.
    assertThat(texts(answer, "code")).containsExactly(NORTH, SOUTH, SILENT, ISLAND, EMPTY);
    assertThat(texts(answer, "weighted")).containsExactly("13.0", "10.0", "4.0", "1.0", "null");
    assertThat(texts(answer, "rank")).containsExactly("1", "2", "3", "4", "null");
    assertThat(answer.at("/weights/age80").asDouble()).isEqualTo(2);
  }

  /** 25 minutes: 3.5, 4.25, 5, 5.75 and 6.5 steps; D4 walks 6. */
  @Test
  void theSpreadOverSpeeds() {
    JsonNode spread = row(board("type=day_care_centre&minutes=25" + SPEED), NORTH).get("spread");
    double[] left = {6, 6, 6, 6, 0};
    for (int s = 0; s < left.length; s++) {
      assertThat(spread.get(s).get("uncovered").asDouble()).as("speed %d", s).isEqualTo(left[s]);
    }
    assertThat(spread.get(4).get("coveredShare").asDouble()).isEqualTo(1);
    assertThat(spread.get(0).get("speedKmh").asDouble())
        .isCloseTo(STEP_METERS * 12 / 1000 * 0.7, within(1e-6));
  }

  @Test
  void fromTheCountyDownToOneCommunity() {
    JsonNode county = board(DAY_CARE + "&level=county");
    assertThat(texts(county, "code")).containsExactly("320614");
    assertThat(county.at("/rows/0/uncovered").asDouble()).isEqualTo(20);
    JsonNode town = board(DAY_CARE + "&level=town&area=320614");
    assertThat(texts(town, "code")).containsExactly(TOWN);
    assertReasons(town.at("/rows/0"), 0, 12, 8);
    JsonNode zones = board(DAY_CARE + "&level=town&zoneMinutes=urban:20");
    assertThat(zones.at("/rows/0/minutes").isNull()).as("its points differ").isTrue();
    JsonNode one = board(DAY_CARE + "&area=" + SOUTH);
    assertThat(texts(one, "code")).containsExactly(SOUTH);
    assertThat(one.at("/total/uncovered").asDouble()).isEqualTo(12);
  }

  @Test
  void theMatrixSaysTheSameOfAllTypesAndGroups() {
    String question = "minutes=15.1" + SPEED;
    JsonNode matrix = Api.walk("/api/v1/board/matrix?types=clinic,day_care_centre&" + question);
    assertThat(matrix.get("groups")).hasSize(12);
    for (int t = 0; t < 2; t++) {
      JsonNode board = board("type=" + matrix.at("/types/" + t).asText() + "&" + question);
      for (JsonNode area : matrix.get("areas")) {
        JsonNode row = row(board, area.get("code").asText());
        for (int g = 0; g < 12; g++) {
          JsonNode group = row.at("/groups/" + matrix.at("/groups/" + g).asText());
          assertThat(area.get("uncovered").get(t).get(g)).isEqualTo(group.get("uncovered"));
          assertThat(area.get("demand").get(g)).isEqualTo(group.get("demand"));
          assertThat(area.get("unknownPoints").get(g)).isEqualTo(group.get("unknownPoints"));
        }
        for (int s = 0; s < 5; s++) {
          assertThat(area.get("uncoveredBySpeed").get(t).get(s))
              .isEqualTo(row.get("spread").get(s).get("uncovered"));
        }
        assertThat(area.get("reasons").get(t)).isEqualTo(row.get("reason"));
      }
    }
    assertThat(Api.walk("/api/v1/board/matrix?" + question).get("types")).hasSize(15);
  }

  @Test
  void theRunIsTheSameForTheSameQuestion() {
    String run = board(DAY_CARE).get("run").asText();
    assertThat(run).matches("[0-9a-f]{16}");
    assertThat(board(DAY_CARE + "&group=age60").get("run").asText()).isEqualTo(run);
    assertThat(board(DAY_CARE + "&group=age80").get("run").asText()).isNotEqualTo(run);
    JsonNode inputs = board(DAY_CARE).get("inputs");
    assertThat(inputs.at("/question/kind").asText()).isEqualTo("board");
    assertThat(inputs.at("/question/type").asText()).isEqualTo("day_care_centre");
    StringBuilder again = new StringBuilder("/api/v1/board?");
    for (Iterator<String> names = inputs.get("question").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("kind")) {
        again.append(name).append('=').append(inputs.at("/question/" + name).asText()).append('&');
      }
    }
    assertThat(Api.get(again.toString())).isEqualTo(board(DAY_CARE));
  }

  /** D3 reaches A, which serves meals; D4 only C, which does not say what it offers. */
  @Test
  void supplyLacksContentOrPlace() {
    JsonNode answer = Api.walk("/api/v1/supply?minutes=15.1" + SPEED);
    assertCell(cell(answer.get("summary"), "age60", "meals"), 30, 10, 0, 6, 14, 1);
    assertCell(cell(answer.get("summary"), "age60", "comfort"), 30, 0, 10, 6, 14, 1);
    JsonNode north = row(answer, NORTH);
    assertCell(cell(north.get("cells"), "age60", "comfort"), 16, 0, 10, 6, 0, 0);
    assertCell(cell(north.get("cells"), "age80", "emergency"), 5, 0, 0, 5, 0, 0);
    assertCell(cell(row(answer, SOUTH).get("cells"), "age60", "meals"), 12, 0, 0, 0, 12, 0);
    assertCell(cell(row(answer, ISLAND).get("cells"), "age80", "comfort"), 0, 0, 0, 0, 0, 1);
    assertThat(answer.at("/summary/0/contentMissing").asDouble()).isEqualTo(10);
    for (JsonNode clause : answer.get("needs")) {
      assertThat(clause.get("quote").asText()).isNotBlank();
      assertThat(clause.get("seed").asText()).matches("00[0-4]");
    }
    assertThat(answer.get("run").asText()).matches("[0-9a-f]{16}");
    assertThat(answer.at("/inputs/ruleSet").asText()).matches("[0-9a-f]{12}");
  }

  private static JsonNode cell(JsonNode cells, String group, String service) {
    for (JsonNode cell : cells) {
      if (cell.get("group").asText().equals(group)
          && cell.get("service").asText().equals(service)) {
        return cell;
      }
    }
    throw new AssertionError(group + " and " + service + " are not in " + cells);
  }

  private static void assertCell(
      JsonNode cell,
      double people,
      double served,
      double content,
      double unknown,
      double place,
      int points) {
    assertThat(cell.get("people").asDouble()).as("people").isEqualTo(people);
    assertThat(cell.get("served").asDouble()).as("served").isEqualTo(served);
    assertThat(cell.get("contentMissing").asDouble()).as("content").isEqualTo(content);
    assertThat(cell.get("contentUnknown").asDouble()).as("unknown").isEqualTo(unknown);
    assertThat(cell.get("placeMissing").asDouble()).as("place").isEqualTo(place);
    assertThat(cell.get("unknownPoints").asInt()).as("points").isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          board                                        | type     | meal_point
          board?type=castle                            | castle   | meal_point
          board?type=clinic&weights=age80              | weights  | age80
          board?type=clinic&weights=age81:1            | age81    | age80
          board?type=clinic&weights=age80:-1           | weights  | 1000
          board?type=clinic&weights=age80:1,age80:2    | weights  | once
          board?type=clinic&weights=age80:0            | weights  | greater
          board?type=clinic&level=planet               | planet   | estate
          board?type=clinic&area=nowhere               | nowhere  | area
          board?type=clinic&zoneMinutes=moon:3         | moon     | rural
          board?type=clinic&capacity=maybe             | maybe    | true
          board?type=clinic&detour=2                   | detour   | straightLine
          board/matrix?types=castle                    | castle   | meal_point
          board/matrix?typ=clinic                      | typ      | types
          supply?minutes=0                             | minutes  | 240
          supply?type=clinic                           | type     | minutes
          """)
  void refused(String question, String named, String legal) {
    JsonNode problem = Api.problem("/api/v1/" + question, 400);
    assertThat(problem.get("detail").asText()).contains(named).contains(legal);
  }
}
