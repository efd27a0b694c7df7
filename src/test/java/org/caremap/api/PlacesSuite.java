package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Places and people along one street, so that every number can be worked out by hand. A step is
 * 0.002 degrees; at the speed asked for it takes five minutes.
 *
 * <pre>
 * step      0    1    2    3    4    5    6    7    8    9          ~ ~ river ~ ~    20    21
 *           D1   A    D2   D3   B    D4             D5   C                           D6
 * people    8         6    4         ?              3                                2
 * places         10             5                        ?
 *                     M: 12 meals a day, 99 beds
 * area      urban ---------|  rural ------------------------|                        none
 * </pre>
 */
abstract class PlacesSuite extends OnceLoaded {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final double STEP_METERS = Ground.meters(121.000, 31.900, 121.002, 31.900);
  private static final String SPEED = "&speedKmh=" + STEP_METERS * 12 / 1000;
  private static final String DAY_CARE = "type=day_care_centre" + SPEED;
  private static final String URBAN = "320614100001";
  private static final String RURAL = "320614100002";

  private static String osm() {
    StringBuilder osm = new StringBuilder("<osm version=\"0.6\">");
    StringBuilder ways = new StringBuilder();
    for (int step = 0; step <= 21; step++) {
      osm.append("<node id=\"%d\" lon=\"%s\" lat=\"31.9\"/>".formatted(step + 1, lon(step)));
      // Ten to twenty are the river: nothing leads from one bank to the other.
      if ((step > 0 && step < 10) || step == 21) {
        ways.append(
            """
            <way id="%d"><nd ref="%d"/><nd ref="%d"/><tag k="highway" v="residential"/></way>
            """
                .formatted(step, step, step + 1));
      }
    }
    return osm.append(ways).append("</osm>").toString();
  }

  private static double lon(int step) {
    return Math.rint((121 + step * 0.002) * 1000) / 1000;
  }

  @Override
  void load() {
    Upload.of("streets", "street.osm", osm()).imported();
    Upload.of(
            "areas",
            "areas.csv",
            """
            code,name,level,parent,urban
            320614,试验县,county,,
            320614100,河东镇,town,320614,
            320614100001,城社区,community,320614100,true
            320614100002,乡村,village,320614100,false
            """)
        .imported();
    Upload.of(
            "facilities",
            "facilities.csv",
            """
            id,name,type,lon,lat,beds,mealsPerDay,status
            A,西日照,day_care_centre,121.002,31.9,10,,operating
            B,中日照,day_care_centre,121.008,31.9,5,,operating
            C,东日照,day_care_centre,121.018,31.9,,,operating
            P,规划日照,day_care_centre,121.000,31.9,50,,planned
            M,餐点,meal_point,121.004,31.9,99,12,operating
            """)
        .imported();
    Upload.of(
            "demand",
            "demand.csv",
            """
            id,lon,lat,area,age60
            D1,121.000,31.9,320614100001,8
            D2,121.004,31.9,320614100001,6
            D3,121.006,31.9,320614100002,4
            D4,121.010,31.9,320614100002,
            D5,121.016,31.9,320614100002,3
            D6,121.040,31.9,,2
            """)
        .imported();
  }

  private static JsonNode area(JsonNode answer, String code) {
    for (JsonNode area : answer.get("areas")) {
      if (area.get("code").asText().equals(code)) {
        return area;
      }
    }
    throw new AssertionError(code + " is not in " + answer.get("areas"));
  }

  private static void assertAssigned(
      JsonNode n, double served, double over, double unknown, double out, int unknownPoints) {
    assertThat(n.get("served").asDouble()).as("served").isCloseTo(served, EXACT);
    assertThat(n.get("overCapacity").asDouble()).as("over").isCloseTo(over, EXACT);
    assertThat(n.get("unknownCapacity").asDouble()).as("unknown").isCloseTo(unknown, EXACT);
    assertThat(n.get("outOfReach").asDouble()).as("out").isCloseTo(out, EXACT);
    double demand = DoubleStream.of(served, over, unknown, out).sum();
    assertThat(n.get("demand").asDouble()).as("demand").isCloseTo(demand, EXACT);
    assertThat(n.get("servedShare").asDouble()).isCloseTo(served / demand, EXACT);
    assertThat(n.get("unknownPoints").asInt()).isEqualTo(unknownPoints);
  }

  /**
   * Within two steps A has 18 people for 10 places, B 10 for 5. If all went to the nearest, 14
   * would fill A and 4 would leave a place of B empty: 14 served. One of D2 has to walk on to B: 15
   * served, 14 of them one step and one two steps away, 320 seconds on average.
   */
  @Test
  void asManyAsPossibleHaveAPlace() {
    JsonNode answer = Api.get("/api/v1/assignment?minutes=11&" + DAY_CARE);
    assertThat(answer.get("method").asText()).isEqualTo("network");
    assertThat(answer.get("group").asText()).isEqualTo("age60");
    assertThat(answer.get("capacity").asText()).isEqualTo("by-type");
    assertAssigned(answer.get("total"), 15, 3, 3, 2, 1);
    assertAssigned(area(answer, URBAN), 11, 3, 0, 0, 0);
    assertAssigned(area(answer, RURAL), 4, 0, 3, 0, 1);
    assertAssigned(answer.get("unassigned"), 0, 0, 0, 2, 0);
    assertThat(area(answer, RURAL).get("name").asText()).isEqualTo("乡村");
    assertThat(area(answer, RURAL).get("points").asInt()).isEqualTo(3);
    assertThat(answer.get("meanSeconds").asLong()).isEqualTo(320);
    JsonNode facilities = answer.get("facilities");
    assertThat(facilities).hasSize(3);
    int[] places = {10, 5};
    double[] inReach = {18, 10, 3};
    for (int f = 0; f < 3; f++) {
      JsonNode facility = facilities.get(f);
      assertThat(facility.at("/facility/externalId").asText()).isEqualTo("ABC".substring(f, f + 1));
      assertThat(facility.get("inReach").asDouble()).isCloseTo(inReach[f], EXACT);
      if (f < 2) {
        assertThat(facility.get("capacity").asInt()).isEqualTo(places[f]);
        assertThat(facility.get("load").asDouble()).isCloseTo(places[f], EXACT);
      } else {
        assertThat(facility.get("capacity").isNull()).as("unknown").isTrue();
        assertThat(facility.get("load").isNull()).as("unknown").isTrue();
      }
    }
  }

  @Test
  void anAreaIsReportedAloneButCompetesWithAll() {
    JsonNode rural = Api.get("/api/v1/assignment?minutes=11&area=" + RURAL + "&" + DAY_CARE);
    assertAssigned(rural.get("total"), 4, 0, 3, 0, 1);
    assertThat(rural.get("areas")).hasSize(1);
    assertThat(rural.get("unassigned").isNull()).isTrue();
    JsonNode town = Api.get("/api/v1/assignment?minutes=11&level=town&" + DAY_CARE);
    assertThat(town.get("areas")).hasSize(1);
    assertAssigned(area(town, "320614100"), 15, 3, 3, 0, 1);
    JsonNode access =
        Api.get("/api/v1/accessibility?minutes=11&method=2sfca&area=" + RURAL + "&" + DAY_CARE);
    assertAccess(access.get("total"), 7, 4 * (10 / 18.0 + 0.5) / 7, 3);
  }

  @Test
  void capacityIsWhatIsAskedFor() {
    String question = "/api/v1/assignment?type=meal_point&minutes=6" + SPEED;
    JsonNode meals = Api.get(question);
    assertThat(meals.at("/facilities/0/capacity").asInt()).isEqualTo(12);
    assertAssigned(meals.get("total"), 10, 0, 0, 13, 1);
    JsonNode beds = Api.get(question + "&capacity=beds");
    assertThat(beds.at("/facilities/0/capacity").asInt()).isEqualTo(99);
    JsonNode unknown = Api.get(question + "&capacity=nursingBeds");
    assertAssigned(unknown.get("total"), 0, 0, 10, 13, 1);
    assertThat(unknown.get("meanSeconds").isNull()).isTrue();
  }

  private static void assertAccess(
      JsonNode n, double demand, double placesPerPerson, double withNone) {
    assertThat(n.get("demand").asDouble()).isCloseTo(demand, EXACT);
    assertThat(n.get("placesPer1000").asDouble()).isCloseTo(1000 * placesPerPerson, EXACT);
    assertThat(n.get("demandWithNone").asDouble()).isCloseTo(withNone, EXACT);
    assertThat(n.get("shareWithNone").asDouble()).isCloseTo(withNone / demand, EXACT);
  }

  /** Ratios 10/18 at A and 5/10 at B; C is unknown. D1 has A, D2 and D3 have both. */
  @Test
  void catchmentsFloat() {
    JsonNode answer = Api.get("/api/v1/accessibility?minutes=11&method=2sfca&" + DAY_CARE);
    assertThat(answer.get("model").asText()).isEqualTo("2sfca");
    assertThat(answer.get("zones")).isEmpty();
    assertThat(answer.get("facilities").asInt()).isEqualTo(3);
    assertThat(answer.get("unknownCapacity").asInt()).isEqualTo(1);
    double a = 10 / 18.0;
    double b = 0.5;
    assertAccess(area(answer, URBAN), 14, (8 * a + 6 * (a + b)) / 14, 0);
    assertAccess(area(answer, RURAL), 7, 4 * (a + b) / 7, 3);
    assertAccess(answer.get("unassigned"), 2, 0, 2);
    // All that A and B offer is drawn by somebody.
    assertAccess(answer.get("total"), 23, 15 / 23.0, 5);
    assertThat(answer.at("/total/unknownPoints").asInt()).isEqualTo(1);
    assertThat(answer.at("/total/points").asInt()).isEqualTo(6);
  }

  /** One step weighs 1 and two steps w: ratios 10/(14 + 4w) at A and 5/(4 + 6w) at B. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &minutes=16                                    | 0.68
          &minutes=11&weights=1,0.5                      | 0.5
          &minutes=16&method=e2sfca&weights=6:1,16:0.25  | 0.25
          """)
  void nearPlacesCountMore(String question, double w) {
    JsonNode answer = Api.get("/api/v1/accessibility?" + DAY_CARE + question);
    assertThat(answer.get("model").asText()).isEqualTo("e2sfca");
    double a = 10 / (14 + 4 * w);
    double b = 5 / (4 + 6 * w);
    assertAccess(area(answer, URBAN), 14, (8 * a + 6 * (a + w * b)) / 14, 0);
    assertAccess(area(answer, RURAL), 7, 4 * (w * a + b) / 7, 3);
    assertAccess(answer.get("total"), 23, 15 / 23.0, 5);
    assertThat(answer.at("/zones/0/weight").asDouble()).isEqualTo(1);
  }

  @Test
  void aBellCurveDrawsAllToo() {
    JsonNode answer = Api.get("/api/v1/accessibility?minutes=16&method=gaussian&" + DAY_CARE);
    assertThat(answer.get("model").asText()).isEqualTo("gaussian");
    assertAccess(answer.get("total"), 23, 15 / 23.0, 5);
  }

  /**
   * A's 18 people: 10 have a place there, 5 at B, 3 none. C has said nothing; P does not operate.
   */
  @Test
  void aProviderSeesTheLoad() {
    JsonNode a = Api.get("/api/v1/facilities/A/reach?minutes=11" + SPEED).get("places");
    assertThat(a.get("group").asText()).isEqualTo("age60");
    assertThat(a.get("capacity").asInt()).isEqualTo(10);
    assertThat(a.get("load").asDouble()).isCloseTo(10, EXACT);
    assertThat(a.get("inReach").asDouble()).isCloseTo(18, EXACT);
    assertThat(a.get("servedElsewhere").asDouble()).isCloseTo(5, EXACT);
    assertThat(a.get("left").asDouble()).isCloseTo(3, EXACT);
    JsonNode c = Api.get("/api/v1/facilities/C/reach?minutes=11" + SPEED).get("places");
    assertThat(c.get("capacity").isNull()).isTrue();
    assertThat(c.get("load").isNull()).isTrue();
    assertThat(c.get("inReach").asDouble()).isCloseTo(3, EXACT);
    assertThat(c.get("left").asDouble()).isCloseTo(3, EXACT);
    assertThat(Api.get("/api/v1/facilities/P/reach?minutes=11" + SPEED).get("places").isNull())
        .isTrue();
    JsonNode other =
        Api.get("/api/v1/facilities/A/reach?minutes=11&group=dementia" + SPEED).get("places");
    assertThat(other.get("group").asText()).isEqualTo("dementia");
    assertThat(other.get("load").asDouble()).isZero();
  }

  /** M is at D2; D3 walks one step, D1 two, D5 six. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                              | 10
          &zoneMinutes=urban:11                           | 18
          &zoneMinutes=urban:11&zoneMinutes=rural:4       | 14
          &zoneMinutes=urban:11,rural:31                  | 21
          &zoneMinutes=rural:4                            | 6
          &zoneMinutes=village:4                          | 6
          &zoneMinutes=town:11                            | 18
          &zoneMinutes=community:11&zoneMinutes=town:1    | 14
          &zoneMinutes=urban:1&zoneMinutes=320614100001:11 | 18
          &zoneMinutes=urban:11&zoneMinutes=320614:1      | 6
          &zoneMinutes=320614100001:11,320614:1           | 14
          &zoneMinutes=centre:100                         | 10
          """)
  void zonesHaveTheirOwnMinutes(String zones, double covered) {
    String question = "type=meal_point&minutes=6" + SPEED + zones;
    JsonNode answer = Api.get("/api/v1/coverage?" + question);
    assertThat(answer.at("/total/covered").asDouble()).isCloseTo(covered, EXACT);
    assertThat(answer.at("/total/demand").asDouble()).isCloseTo(23, EXACT);
    assertThat(answer.has("zoneMinutes")).isEqualTo(!zones.isEmpty());
    double left = 0;
    for (JsonNode gap : Api.get("/api/v1/gaps?" + question).get("features")) {
      left += gap.at("/properties/demand").asDouble();
    }
    assertThat(left).as("gaps explain coverage").isCloseTo(23 - covered, EXACT);
  }

  @Test
  void zonesAreRepeatedInTheAnswer() {
    JsonNode answer =
        Api.get("/api/v1/coverage?type=meal_point&zoneMinutes=urban:15&zoneMinutes=rural:25");
    assertThat(answer.get("zoneMinutes")).isEqualTo(Api.parse("{\"urban\":15.0,\"rural\":25.0}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          coverage?type=clinic&zoneMinutes=rural           | zoneMinutes | rural    | urban centre village <zone>:<minutes>
          coverage?type=clinic&zoneMinutes=:5              | zoneMinutes | :5       | urban
          coverage?type=clinic&zoneMinutes=rural:soon      | zoneMinutes | rural:soon | urban
          coverage?type=clinic&zoneMinutes=rural:0         | zoneMinutes | rural:0  | 0.1 240
          coverage?type=clinic&zoneMinutes=rural:5,rural:6 | zoneMinutes | rural:6  | once
          gaps?type=clinic&zoneMinutes=nowhere:5           | zoneMinutes | nowhere  | loaded area
          accessibility?minutes=10                         | type        | ''       | care_home
          accessibility?type=clinic&minutes=0              | minutes     | 0        | from
          accessibility?type=clinic&method=3sfca           | method      | 3sfca    | 2sfca e2sfca gaussian
          accessibility?type=clinic&method=2sfca&weights=1 | weights     | 1        | e2sfca
          accessibility?type=clinic&weights=1,2            | weights     | 1,2      | 0 to 1
          accessibility?type=clinic&weights=0.5,1          | weights     | 0.5,1    | not rise
          accessibility?type=clinic&weights=5:1,10:0.5     | weights     | 5:1,10:0.5 | minutes of the question
          accessibility?type=clinic&weights=much           | weights     | much     | 0 to 1
          accessibility?type=clinic&capacity=chairs        | capacity    | chairs   | by-type beds mealsPerDay
          accessibility?type=clinic&straightLine=true      | straightLine | ''      | capacity
          assignment                                       | type        | ''       | care_home
          assignment?type=clinic&group=everybody           | group       | everybody | age60
          assignment?type=clinic&area=nowhere              | area        | nowhere  | area
          assignment?type=clinic&level=planet              | level       | planet   | town
          assignment?type=clinic&weights=1                 | weights     | ''       | capacity
          facilities/A/reach?group=everybody               | group       | everybody | age60
          """)
  void refused(String question, String parameter, String value, String legal) {
    String detail = Api.problem("/api/v1/" + question, 400).get("detail").asText();
    assertThat(detail).contains(parameter).contains(value);
    assertThat(detail).contains(legal.split(" "));
  }

  @Test
  void nobodyOfATypeServesNobody() {
    JsonNode answer = Api.get("/api/v1/assignment?type=hospital");
    assertAssigned(answer.get("total"), 0, 0, 0, 23, 1);
    assertThat(answer.get("facilities")).isEmpty();
    JsonNode access = Api.get("/api/v1/accessibility?type=hospital");
    assertAccess(access.get("total"), 23, 0, 23);
  }
}
