package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the next stations go in a town of which all selections can be tried. */
abstract class SitingSuite extends OnceLoaded {
  private static final String RUNS = "/api/v1/siting/runs";

  /** 300 m: the junction itself and its neighbours in all four directions. */
  private static final String WALK = "\"minutes\":5,\"speedKmh\":3.6,\"trip\":\"to\",\"flat\":true";

  private static final String PREMISES = "\"candidates\":{\"sources\":[\"premises\"]}";
  private static final String ASKED =
      "type=home_care_station&minutes=5&speedKmh=3.6&trip=to&flat=true";
  private static final double METERS = 300;
  private static final int ALL = 1 << SitingTown.CANDIDATES.length;

  private final SitingTown town = new SitingTown();
  private JsonNode withoutStreets;
  private JsonNode coverageWithoutStreets;
  private JsonNode cornersWithoutStreets;

  @Override
  void load() {
    System.out.println("people of the siting town by seed " + SitingTown.SEED);
    town.load(false);
    withoutStreets = run("\"model\":\"mclp\",\"sites\":2," + WALK + "," + PREMISES);
    coverageWithoutStreets = Api.get("/api/v1/coverage?level=town&" + ASKED);
    cornersWithoutStreets =
        Api.problem(
            "corners",
            post("\"model\":\"mclp\",\"sites\":2,\"candidates\":{\"sources\":[\"corners\"]}"),
            409);
    town.load(true);
  }

  private static Response post(String fields) {
    String body = "{\"type\":\"home_care_station\"," + fields + "}";
    return Api.admin().contentType(ContentType.JSON).body(body).post(RUNS);
  }

  /** The run at its end, polled for where it takes longer. */
  static JsonNode ended(Response started) {
    assertThat(started.statusCode()).as(started.asString()).isIn(200, 202);
    assertThat(started.header("Cache-Control")).contains("no-store");
    JsonNode run = Api.parse(started);
    assertThat(started.header("Location")).endsWith(RUNS + "/" + run.get("id").asText());
    for (int i = 0; i < 1200 && run.get("status").asText().equals("running"); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      run = Api.parse(Api.admin().get(RUNS + "/" + run.get("id").asText()));
    }
    return run;
  }

  private static JsonNode run(String fields) {
    JsonNode run = ended(post(fields));
    assertThat(run.get("status").asText()).as(run.toPrettyString()).isEqualTo("finished");
    return run;
  }

  private static JsonNode infeasible(String fields) {
    JsonNode run = ended(post(fields));
    assertThat(run.get("status").asText()).as(run.toPrettyString()).isEqualTo("infeasible");
    assertThat(run.at("/infeasible/message").asText()).isNotBlank();
    assertThat(run.at("/infeasible/messageZh").asText()).matches(".*[\\u4e00-\\u9fff].*");
    return run.get("infeasible");
  }

  private static List<String> sites(JsonNode run) {
    TreeSet<String> ids = new TreeSet<>();
    run.get("sites").forEach(site -> ids.add(site.get("id").asText()));
    return List.copyOf(ids);
  }

  /** The best of all selections that are allowed. */
  private static double best(IntPredicate allowed, IntToDoubleFunction value) {
    double best = Double.NEGATIVE_INFINITY;
    for (int open = 0; open < ALL; open++) {
      if (allowed.test(open)) {
        best = Math.max(best, value.applyAsDouble(open));
      }
    }
    return best;
  }

  private static int mask(JsonNode run) {
    int open = 0;
    for (String id : sites(run)) {
      open |= 1 << Integer.parseInt(id.substring(3));
    }
    return open;
  }

  private static JsonNode whatIf(List<Integer> nodes, String more) {
    List<String> places = new ArrayList<>();
    nodes.forEach(
        node ->
            places.add(
                "{\"lon\":%s,\"lat\":%s}".formatted(SitingTown.lon(node), SitingTown.lat(node))));
    Response answer =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"add\":[" + String.join(",", places) + "]}")
            .post("/api/v1/what-if?level=town&" + ASKED + more);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  private static void assertProven(JsonNode run) {
    assertThat(run.get("proven").asBoolean()).as(run.toPrettyString()).isTrue();
    assertThat(run.get("gap").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(run.get("bound").asDouble())
        .isCloseTo(run.get("objective").asDouble(), within(1e-6));
  }

  @Test
  void threeStationsForSixHundredThousand() {
    JsonNode run =
        run("\"model\":\"mclp\",\"sites\":3,\"budgetYuan\":600000," + WALK + "," + PREMISES);
    // The public what-if is the judge of every selection that the money allows.
    double most = 0;
    for (int open = 0; open < ALL; open++) {
      if (Integer.bitCount(open) == 3 && SitingTown.yuan(open) <= 600_000) {
        List<Integer> nodes = new ArrayList<>();
        for (int c = 0; c < SitingTown.CANDIDATES.length; c++) {
          if ((open >> c & 1) != 0) {
            nodes.add(SitingTown.CANDIDATES[c]);
          }
        }
        double covered = whatIf(nodes, "").at("/after/total/covered").asDouble();
        assertThat(covered).isCloseTo(town.covered(open, METERS, null), within(1e-6));
        most = Math.max(most, covered);
      }
    }
    assertThat(run.get("objective").asDouble()).isEqualTo(most);
    assertThat(run.get("unit").asText()).isEqualTo("people");
    assertProven(run);
    assertThat(run.get("sites")).hasSize(3);
    assertThat(run.get("yuan").asDouble())
        .isEqualTo(SitingTown.yuan(mask(run)))
        .isLessThanOrEqualTo(600_000);
    assertThat(run.get("existing").asInt()).isEqualTo(1);
    assertThat(run.get("candidateCount").asInt()).isEqualTo(8);
    assertThat(run.get("demandPoints").asInt()).isEqualTo(35);
    assertThat(run.at("/unknownPoints/age60").asInt()).isEqualTo(1);
    assertThat(run.get("trail")).isNotEmpty();
    assertThat(run.get("memoryMiB").asLong()).isPositive();
    assertThat(run.get("run").asText()).matches("[0-9a-f]{16}");
    assertThat(run.at("/inputs/question/budgetYuan").asText()).isEqualTo("600000");
    assertThat(run.at("/request/seed").toString()).isEqualTo("1");
    assertThat(run.at("/request/sites").toString()).isEqualTo("3");
    assertThat(run.at("/request/group").asText()).isEqualTo("age60");
  }

  @Test
  void beforeAndAfterAreWhatCoverageAndWhatIfSay() {
    JsonNode run = run("\"model\":\"mclp\",\"sites\":3," + WALK + "," + PREMISES);
    JsonNode coverage = Api.get("/api/v1/coverage?level=town&" + ASKED);
    assertThat(run.at("/before/total")).isEqualTo(coverage.get("total"));
    assertThat(run.at("/before/towns")).isEqualTo(coverage.get("areas"));
    List<Integer> nodes = new ArrayList<>();
    for (String id : sites(run)) {
      nodes.add(SitingTown.CANDIDATES[Integer.parseInt(id.substring(3))]);
    }
    JsonNode thought = whatIf(nodes, "");
    assertThat(run.at("/after/total")).isEqualTo(thought.at("/after/total"));
    assertThat(run.at("/after/towns")).isEqualTo(thought.at("/after/areas"));
    assertThat(run.at("/after/total/covered")).isEqualTo(run.get("objective"));
    assertThat(run.get("start").isNull()).isTrue();
    for (String group : new String[] {"age60", "age80", "residents", "disabled"}) {
      assertThat(run.at("/before/groups/" + group))
          .isEqualTo(Api.get("/api/v1/coverage?group=" + group + "&" + ASKED).get("total"));
      assertThat(run.at("/after/groups/" + group))
          .isEqualTo(whatIf(nodes, "&group=" + group).at("/after/total"));
    }
    assertThat(run.at("/before/meanMinutes").asDouble())
        .isCloseTo(town.walked(0, 60) / town.people(null), within(1e-6));
    // What each adds in the order of opening comes to the whole.
    double sum = run.at("/before/total/covered").asDouble();
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode site : run.get("sites")) {
      double gain = site.get("gain").asDouble();
      assertThat(gain).isLessThanOrEqualTo(last);
      last = gain;
      sum += gain;
      assertThat(site.get("gainPer10kYuan").asDouble())
          .isCloseTo(gain / (site.get("priceYuan").asDouble() / 10_000), within(1e-6));
      assertThat(site.at("/who/groups/age60").asDouble()).isEqualTo(gain);
      double areas = 0;
      for (JsonNode area : site.at("/who/areas")) {
        areas += area.get("people").asDouble();
      }
      assertThat(areas).isCloseTo(gain, within(1e-6));
    }
    assertThat(sum).isCloseTo(run.at("/after/total/covered").asDouble(), within(1e-6));
  }

  @Test
  void everyExplanationIsTrue() {
    JsonNode run = run("\"model\":\"mclp\",\"sites\":3," + WALK + "," + PREMISES);
    int chosen = mask(run);
    double covered = town.covered(chosen, METERS, null);
    double before = town.covered(0, METERS, null);
    for (int c = 0; c < SitingTown.CANDIDATES.length; c++) {
      JsonNode facts =
          Api.parse(
              Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P" + c));
      int own = 1 << c;
      assertThat(facts.get("alone").asDouble())
          .isCloseTo(town.covered(own, METERS, null) - before, within(1e-6));
      assertThat(facts.get("inReach").asDouble() - facts.get("alreadyServed").asDouble())
          .isCloseTo(facts.get("alone").asDouble(), within(1e-6));
      if ((chosen & own) != 0) {
        int others = chosen & ~own;
        assertThat(facts.get("lossIfDropped").asDouble())
            .isCloseTo(covered - town.covered(others, METERS, null), within(1e-6));
        double second =
            best(
                open ->
                    (open & others) == others && Integer.bitCount(open) == 3 && (open & own) == 0,
                open -> town.covered(open, METERS, null));
        assertThat(facts.at("/second/lossIfReplaced").asDouble())
            .isCloseTo(covered - second, within(1e-6));
        assertThat(facts.get("why").isNull()).isTrue();
      } else {
        assertThat(facts.get("gain").asDouble())
            .isCloseTo(town.covered(chosen | own, METERS, null) - covered, within(1e-6));
        assertThat(facts.get("rank").isNull()).isTrue();
        assertThat(facts.get("why").asText()).isIn("covered-by-chosen", "fewer-people");
      }
    }
    assertThat(run.get("rejected")).hasSize(5);
    Api.problem(
        "explain",
        Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P9"),
        404);
    Api.problem("explain", Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain"), 400);
  }

  @Test
  void whatTheMoneyDoesNotAllowIsSaid() {
    JsonNode run = run("\"model\":\"mclp\",\"budgetYuan\":210000," + WALK + "," + PREMISES);
    double most =
        best(open -> SitingTown.yuan(open) <= 210_000, open -> town.covered(open, METERS, null));
    assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    assertProven(run);
    JsonNode dear =
        Api.parse(Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P2"));
    assertThat(dear.get("why").asText()).isEqualTo("budget");
    assertThat(dear.at("/whyValues/priceYuan").asDouble()).isEqualTo(350_000);
    assertThat(dear.get("costSource").asText()).isEqualTo("own");
    JsonNode granted =
        Api.parse(Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P0"));
    assertThat(granted.get("costSource").asText()).isEqualTo("grant:community-station");
    assertThat(granted.get("priceYuan").asDouble()).isEqualTo(200_000);
  }

  @Test
  void forcedAndForbidden() {
    JsonNode run =
        run(
            "\"model\":\"mclp\",\"sites\":2,\"forced\":[\"c:P7\"],\"forbidden\":[\"c:P3\"],"
                + WALK
                + ","
                + PREMISES);
    assertThat(sites(run)).contains("c:P7").doesNotContain("c:P3");
    double most =
        best(
            open -> Integer.bitCount(open) <= 2 && (open & 1 << 7) != 0 && (open & 1 << 3) == 0,
            open -> town.covered(open, METERS, null));
    assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    JsonNode forbidden =
        Api.parse(Api.admin().get(RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P3"));
    assertThat(forbidden.get("why").asText()).isEqualTo("forbidden");
    // Any place can be forced, and existing community buildings of other types.
    JsonNode place =
        run(
            "\"model\":\"mclp\",\"sites\":2,\"forced\":[\"n:121.01,31.91\",\"f:A1\"],"
                + WALK
                + ",\"candidates\":{\"sources\":[]}");
    assertThat(sites(place)).containsExactly("f:A1", "n:121.01,31.91");
    JsonNode buildings =
        run(
            "\"model\":\"mclp\",\"sites\":1,"
                + WALK
                + ",\"candidates\":{\"sources\":[\"community-buildings\"]}");
    assertThat(sites(buildings)).containsExactly("f:A1");
    assertThat(buildings.at("/sites/0/kind").asText()).isEqualTo("facility");
    JsonNode few =
        infeasible(
            "\"model\":\"mclp\",\"sites\":1,\"forced\":[\"c:P0\",\"c:P1\"],"
                + WALK
                + ","
                + PREMISES);
    assertThat(few.get("constraint").asText()).isIn("count", "forced");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.62})
  void everyTownHasItsShare(double share) {
    IntPredicate allowed =
        open ->
            Integer.bitCount(open) <= 3
                && List.of("320614001", "320614100").stream()
                    .allMatch(
                        code ->
                            town.covered(open, METERS, code) >= share * town.people(code) - 1e-9);
    double most = best(allowed, open -> town.covered(open, METERS, null));
    String fields =
        "\"model\":\"mclp\",\"sites\":3,\"minimumShare\":" + share + "," + WALK + "," + PREMISES;
    if (most == Double.NEGATIVE_INFINITY) {
      assertThat(infeasible(fields).get("constraint").asText()).isIn("town-share", "count");
    } else {
      JsonNode run = run(fields);
      assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
      run.at("/after/towns")
          .forEach(
              of -> assertThat(of.get("coveredShare").asDouble()).isGreaterThanOrEqualTo(share));
    }
  }

  @Test
  void aShareThatNothingReachesIsInfeasible() {
    double attainable = town.covered(ALL - 1, METERS, "320614100") / town.people("320614100");
    JsonNode says =
        infeasible(
            "\"model\":\"mclp\",\"sites\":8,\"minimumShares\":{\"320614100\":1},"
                + WALK
                + ","
                + PREMISES);
    assertThat(says.get("constraint").asText()).isEqualTo("town-share");
    assertThat(says.get("town").asText()).isEqualTo("320614100");
    assertThat(says.get("townName").asText()).isEqualTo("河东镇");
    assertThat(says.get("wanted").asDouble()).isEqualTo(1);
    assertThat(says.get("attainable").asDouble()).isCloseTo(attainable, within(1e-9));
    assertThat(says.get("messageZh").asText()).contains("河东镇");
    assertThat(says.get("attainableIs").asText()).isEqualTo("most");
    assertThat(says.get("towns")).hasSize(1);
    // Everything that cannot be had is said at once, the same way everywhere.
    JsonNode both =
        infeasible("\"model\":\"mclp\",\"sites\":8,\"minimumShare\":1," + WALK + "," + PREMISES);
    assertThat(both.get("towns")).hasSize(2);
    for (JsonNode of : both.get("towns")) {
      String code = of.get("code").asText();
      double most = town.covered(ALL - 1, METERS, code) / town.people(code);
      assertThat(of.get("wanted").asDouble()).isEqualTo(1);
      assertThat(of.get("attainable").asDouble()).isCloseTo(most, within(1e-9));
      String said = SitingTown.percent(most);
      assertThat(both.get("messageZh").asText()).contains(of.get("name").asText()).contains(said);
      assertThat(both.get("message").asText()).contains(of.get("name").asText()).contains(said);
    }
  }

  @Test
  void tooFewSitesSaysTheLeastThatWouldDo() {
    JsonNode says =
        infeasible("\"model\":\"mclp\",\"sites\":1,\"minimumShare\":0.5," + WALK + "," + PREMISES);
    assertThat(says.get("constraint").asText()).isEqualTo("count");
    assertThat(says.get("attainableIs").asText()).isEqualTo("least");
    double fewest =
        -best(
            open ->
                List.of("320614001", "320614100").stream()
                    .allMatch(
                        code -> town.covered(open, METERS, code) >= 0.5 * town.people(code) - 1e-9),
            open -> -Integer.bitCount(open));
    assertThat(says.get("attainable").asDouble()).isEqualTo(fewest);
    assertThat(says.get("messageZh").asText()).contains("至少需要 %.0f 处".formatted(fewest));
  }

  @Test
  void whatHasNoPriceIsSaidToBeLeftOut() {
    // No grant is for such a type: P2, P4 and P6 have prices of their own.
    String body =
        "{\"type\":\"bath_point\",\"model\":\"lscp\",\"minimise\":\"yuan\",\"coverShare\":0.9,"
            + WALK
            + ","
            + PREMISES
            + "}";
    JsonNode run =
        ended(
            Api.admin()
                .contentType(ContentType.JSON)
                .body(body.replace("bath_point", "nursing_station"))
                .post(RUNS));
    assertThat(run.get("status").asText()).as(run.toPrettyString()).isEqualTo("infeasible");
    assertThat(run.at("/leftOut/price-unknown").asInt()).isEqualTo(5);
    assertThat(run.at("/infeasible/message").asText()).contains("5 candidates").contains("price");
    assertThat(run.at("/infeasible/messageZh").asText()).contains("5 个候选点费用未知");
  }

  @Test
  void whatStatesNoCapacityTakesNobody() {
    // P3 alone says how many it takes.
    JsonNode run =
        run("\"model\":\"mclp\",\"sites\":2,\"capacities\":true," + WALK + "," + PREMISES);
    assertThat(sites(run)).containsExactly("c:P3");
    assertThat(run.at("/leftOut/capacity-unknown").asInt()).isEqualTo(7);
    assertThat(run.at("/served/after").asDouble())
        .isCloseTo(run.at("/served/before").asDouble() + 40, within(1e-6));
    String at = RUNS + "/" + run.get("id").asText() + "/explain?candidate=c:P0";
    assertThat(Api.parse(Api.admin().get(at)).get("why").asText()).isEqualTo("capacity-unknown");
    String forced =
        "\"model\":\"mclp\",\"sites\":2,\"capacities\":true,\"forced\":[\"c:P0\"],"
            + WALK
            + ","
            + PREMISES;
    assertThat(Api.problem("forced", post(forced), 400).get("parameter").asText())
        .isEqualTo("forced");
  }

  @Test
  void fewestSitesAndLeastMoneyThatCover() {
    double all = town.covered(ALL - 1, METERS, null);
    JsonNode full = run("\"model\":\"lscp\"," + WALK + "," + PREMISES);
    double fewest =
        -best(
            open -> town.covered(open, METERS, null) >= all - 1e-9,
            open -> -Integer.bitCount(open));
    assertThat(full.get("objective").asDouble()).isEqualTo(fewest);
    assertThat(full.get("unit").asText()).isEqualTo("sites");
    assertThat(full.get("sites")).hasSize((int) fewest);
    assertThat(full.at("/after/total/covered").asDouble()).isCloseTo(all, within(1e-6));
    assertThat(full.get("notCoverable").asDouble())
        .isCloseTo(town.people(null) - all, within(1e-6));
    assertProven(full);
    double share = 0.6;
    JsonNode part =
        run("\"model\":\"lscp\",\"coverShare\":0.6,\"minimise\":\"yuan\"," + WALK + "," + PREMISES);
    double least =
        -best(
            open -> town.covered(open, METERS, null) >= share * town.people(null) - 1e-9,
            open -> -SitingTown.yuan(open));
    assertThat(part.get("objective").asDouble()).isEqualTo(least);
    assertThat(part.get("yuan").asDouble()).isEqualTo(least);
    assertThat(part.get("unit").asText()).isEqualTo("yuan");
    assertProven(part);
    JsonNode says = infeasible("\"model\":\"lscp\",\"coverShare\":0.99," + WALK + "," + PREMISES);
    assertThat(says.get("constraint").asText()).isEqualTo("cover-share");
    assertThat(says.get("attainable").asDouble()).isCloseTo(all / town.people(null), within(1e-9));
  }

  @Test
  void leastWalking() {
    JsonNode run =
        run("\"model\":\"p-median\",\"sites\":3,\"maxMinutes\":12," + WALK + "," + PREMISES);
    double least = -best(open -> Integer.bitCount(open) <= 3, open -> -town.walked(open, 12));
    assertThat(run.get("objective").asDouble()).isCloseTo(least, within(1e-5));
    assertThat(run.get("unit").asText()).isEqualTo("person-minutes");
    assertProven(run);
    assertThat(run.at("/after/meanMinutes").asDouble())
        .as("of everybody who can reach one, however far")
        .isCloseTo(town.walked(mask(run), 1e6) / town.people(null), within(1e-6));
    double saved = 0;
    for (JsonNode site : run.get("sites")) {
      saved += site.get("gainMinutes").asDouble();
    }
    assertThat(saved).isCloseTo(town.walked(0, 12) - least, within(1e-4));
  }

  @Test
  void elderElderlyCountMore() {
    JsonNode run =
        run("\"model\":\"mclp\",\"sites\":2,\"weights\":{\"age80\":4}," + WALK + "," + PREMISES);
    double most = best(open -> Integer.bitCount(open) <= 2, open -> town.weighted(open, METERS, 4));
    assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    assertThat(run.get("unit").asText()).isEqualTo("weighted people");
    assertThat(run.at("/unknownPoints/age60").asInt()).isEqualTo(1);
    assertThat(run.at("/unknownPoints/age80").asInt()).isEqualTo(1);
    assertThat(run.at("/after/total/covered").asDouble())
        .isCloseTo(town.covered(mask(run), METERS, null), within(1e-6));
  }

  @Test
  void theCountrysideHasMoreMinutes() {
    // 480 m in the town: two junctions away.
    JsonNode run =
        run(
            "\"model\":\"mclp\",\"sites\":2,\"zoneMinutes\":{\"outer\":8},"
                + WALK
                + ","
                + PREMISES);
    double most =
        best(
            open -> Integer.bitCount(open) <= 2,
            open -> town.covered(open, METERS, "320614001") + town.covered(open, 480, "320614100"));
    assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    assertThat(run.at("/before/total"))
        .isEqualTo(Api.get("/api/v1/coverage?zoneMinutes=outer:8&" + ASKED).get("total"));
    assertThat(run.at("/after/total/covered")).isEqualTo(run.get("objective"));
  }

  @Test
  void onlyPeopleOfAnArea() {
    JsonNode run =
        run("\"model\":\"mclp\",\"sites\":1,\"area\":\"320614100\"," + WALK + "," + PREMISES);
    double most =
        best(open -> Integer.bitCount(open) <= 1, open -> town.covered(open, METERS, "320614100"));
    assertThat(run.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    assertThat(run.at("/before/total"))
        .isEqualTo(Api.get("/api/v1/coverage?area=320614100&" + ASKED).get("total"));
    assertThat(run.at("/after/towns")).hasSize(1);
  }

  @Test
  void stationsCanBeFull() {
    // The corner station takes 30; new ones 25 people, P3 40.
    JsonNode run =
        run(
            "\"model\":\"mclp\",\"sites\":2,\"capacities\":true,\"siteCapacity\":25,"
                + WALK
                + ","
                + PREMISES);
    double corner = 0;
    for (int n = 0; n < SitingTown.NODES; n++) {
      corner += town.counts(n) && town.nearest(n, 0, true) <= 300_000 ? town.age60[n] : 0;
    }
    assertThat(run.at("/served/before").asDouble()).isCloseTo(Math.min(30, corner), within(1e-6));
    assertThat(run.get("objective")).isEqualTo(run.at("/served/after"));
    // P3 has the most places and more people than places; with another full one nothing is better.
    assertThat(sites(run)).contains("c:P3");
    assertThat(run.at("/served/after").asDouble())
        .isCloseTo(run.at("/served/before").asDouble() + 65, within(1e-6));
    double sum = run.at("/served/before").asDouble();
    for (JsonNode site : run.get("sites")) {
      sum += site.get("gain").asDouble();
    }
    assertThat(sum).isCloseTo(run.at("/served/after").asDouble(), within(1e-6));
    assertThat(run.at("/after/total/covered").asDouble())
        .isCloseTo(town.covered(mask(run), METERS, null), within(1e-6));
  }

  @Test
  void closedAndAddedOnesAreThoughtOf() {
    String more =
        "\"closed\":[\"S0\"],\"added\":[{\"lon\":%s,\"lat\":%s}],"
            .formatted(SitingTown.lon(35), SitingTown.lat(35));
    JsonNode run = run("\"model\":\"mclp\",\"sites\":1," + more + WALK + "," + PREMISES);
    assertThat(run.at("/before/total"))
        .isEqualTo(Api.get("/api/v1/coverage?" + ASKED).get("total"));
    String places = "{\"lon\":%s,\"lat\":%s}";
    String added = places.formatted(SitingTown.lon(35), SitingTown.lat(35));
    int site = SitingTown.CANDIDATES[Integer.parseInt(sites(run).get(0).substring(3))];
    String both = added + "," + places.formatted(SitingTown.lon(site), SitingTown.lat(site));
    for (String[] state : new String[][] {{"start", added}, {"after", both}}) {
      JsonNode thought =
          Api.parse(
              Api.admin()
                  .contentType(ContentType.JSON)
                  .body("{\"close\":[\"S0\"],\"add\":[" + state[1] + "]}")
                  .post("/api/v1/what-if?level=town&" + ASKED));
      assertThat(run.at("/" + state[0] + "/total")).isEqualTo(thought.at("/after/total"));
    }
    assertThat(run.get("objective")).isEqualTo(run.at("/after/total/covered"));
  }

  @Test
  void streetCorners() {
    JsonNode run =
        run(
            "\"model\":\"mclp\",\"sites\":2,"
                + WALK
                + ",\"candidates\":{\"sources\":[\"corners\"],\"corners\":12}");
    assertThat(run.at("/candidateKinds/corner").asInt()).isBetween(2, 12);
    for (JsonNode site : run.get("sites")) {
      assertThat(site.get("id").asText()).startsWith("n:121.0");
      assertThat(site.get("kind").asText()).isEqualTo("corner");
      assertThat(site.get("name").asText()).contains(" / ").contains("路");
      assertThat(site.get("areaCode").isNull()).isFalse();
      assertThat(site.get("costSource").asText()).isEqualTo("grant:community-station");
    }
    JsonNode again =
        run(
            "\"model\":\"mclp\",\"sites\":2,"
                + WALK
                + ",\"candidates\":{\"sources\":[\"corners\"],\"corners\":12}");
    assertThat(sites(again)).isEqualTo(sites(run));
    assertThat(again.get("run")).isEqualTo(run.get("run"));
    String id = sites(run).get(0);
    JsonNode without =
        run(
            "\"model\":\"mclp\",\"sites\":2,\"forbidden\":[\""
                + id
                + "\"],"
                + WALK
                + ",\"candidates\":{\"sources\":[\"corners\"],\"corners\":12}");
    assertThat(sites(without)).doesNotContain(id);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    String asked = "\"model\":\"p-median\",\"sites\":3,\"seed\":7," + WALK + "," + PREMISES;
    JsonNode once = run(asked);
    JsonNode twice = run(asked);
    for (String field :
        new String[] {"run", "objective", "bound", "gap", "proven", "sites", "rejected", "after"}) {
      assertThat(twice.get(field)).as(field).isEqualTo(once.get(field));
    }
  }

  @Test
  void withoutStreetsTheStraightLineDecides() {
    assertThat(withoutStreets.at("/before/total")).isEqualTo(coverageWithoutStreets.get("total"));
    assertThat(withoutStreets.at("/before/towns")).isEqualTo(coverageWithoutStreets.get("areas"));
    assertThat(withoutStreets.at("/after/total/covered"))
        .isEqualTo(withoutStreets.get("objective"));
    // 300 m at 1.3 times the straight line: 231 m, the neighbours all the same, diagonals at 292
    // not.
    double most =
        best(open -> Integer.bitCount(open) <= 2, open -> town.covered(open, METERS, null));
    assertThat(withoutStreets.get("objective").asDouble()).isCloseTo(most, within(1e-6));
    assertThat(cornersWithoutStreets.get("detail").asText()).contains("streets");
  }

  @Test
  void grantsAreQuotedAndCanBeChanged() {
    JsonNode grants = Api.parse(Api.admin().get("/api/v1/siting/grants")).get("grants");
    List<String> codes = new ArrayList<>();
    grants.forEach(
        grant -> {
          codes.add(grant.get("code").asText());
          assertThat(grant.get("quote").asText()).contains("万元");
          assertThat(grant.get("seed").asText()).isNotBlank();
        });
    assertThat(codes)
        .containsExactly("street-centre", "community-station", "town-centre", "demonstration-site");
    assertThat(grants.at("/0/yuan").asDouble()).isEqualTo(2_000_000);
    assertThat(grants.at("/1/yuan").asDouble()).isEqualTo(200_000);
    assertThat(grants.at("/2/yuan").asDouble()).isEqualTo(1_000_000);
    assertThat(grants.at("/3/yuan").asDouble()).isEqualTo(300_000);
    String asked = "\"model\":\"mclp\",\"sites\":1,\"forced\":[\"c:P0\"]," + WALK + "," + PREMISES;
    String before = run(asked).get("run").asText();
    assertThat(put("community-station", "{\"yuan\":250000}").get("edited").asBoolean()).isTrue();
    JsonNode dearer = run(asked);
    assertThat(dearer.get("yuan").asDouble()).isEqualTo(250_000);
    assertThat(dearer.get("run").asText()).isNotEqualTo(before);
    assertThat(put("community-station", "{\"yuan\":260000}").get("yuan").asDouble())
        .isEqualTo(260_000);
    JsonNode back = put("community-station", "{\"yuan\":null}");
    assertThat(back.get("yuan").asDouble()).isEqualTo(200_000);
    assertThat(back.get("edited").asBoolean()).isFalse();
    assertThat(run(asked).get("run").asText()).isEqualTo(before);
    // A centre costs what its street or town is given; a question may name the grant or the cost.
    JsonNode centre =
        ended(
            Api.admin()
                .contentType(ContentType.JSON)
                .body(
                    "{\"type\":\"care_centre\",\"model\":\"mclp\",\"sites\":8,\"forced\":[\"c:P0\",\"c:P1\"],"
                        + WALK
                        + ","
                        + PREMISES
                        + "}")
                .post(RUNS));
    for (JsonNode site : centre.get("sites")) {
      if (site.get("id").asText().equals("c:P0")) {
        assertThat(site.get("priceYuan").asDouble()).isEqualTo(2_000_000);
      }
      if (site.get("id").asText().equals("c:P1")) {
        assertThat(site.get("priceYuan").asDouble()).isEqualTo(1_000_000);
      }
    }
    JsonNode shown =
        run(
            "\"model\":\"mclp\",\"sites\":1,\"forced\":[\"c:P0\"],"
                + WALK
                + ",\"candidates\":{\"sources\":[\"premises\"],\"grant\":\"demonstration-site\"}");
    assertThat(shown.get("yuan").asDouble()).isEqualTo(300_000);
    JsonNode given =
        run(
            "\"model\":\"mclp\",\"sites\":1,\"forced\":[\"c:P0\"],"
                + WALK
                + ",\"candidates\":{\"sources\":[\"premises\"],\"defaultCostYuan\":50000}");
    assertThat(given.get("yuan").asDouble()).isEqualTo(50_000);
    assertThat(given.at("/sites/0/costSource").asText()).isEqualTo("request");
    Api.problem("grant", send("nothing", "{\"yuan\":1}"), 404);
    Api.problem("grant", send("town-centre", "{\"yuan\":-1}"), 400);
    Api.problem("grant", send("town-centre", "{\"yuans\":1}"), 400);
    put("community-station", "{\"yuan\":210000}");
    JsonNode unsaid = Api.problem("grant", send("community-station", "{}"), 400);
    assertThat(unsaid.get("parameter").asText()).isEqualTo("yuan");
    Api.problem("grant", send("community-station", "{\"yuan\":\"much\"}"), 400);
    assertThat(Api.admin().get("/api/v1/siting/grants").asString()).contains("210000");
    put("community-station", "{\"yuan\":null}");
  }

  private static Response send(String code, String body) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/v1/siting/grants/" + code);
  }

  private static JsonNode put(String code, String body) {
    Response answer = send(code, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  @Test
  void whatWasFoundStaysAfterCancelling() {
    Response started = post("\"model\":\"mclp\",\"sites\":3," + WALK + "," + PREMISES);
    String at = RUNS + "/" + Api.parse(started).get("id").asText();
    assertThat(Api.admin().delete(at).statusCode()).isEqualTo(204);
    JsonNode run = ended(started);
    assertThat(Api.parse(Api.admin().get(at)).get("sites")).hasSize(3);
    assertThat(run.get("objective").asDouble()).isPositive();
    assertThat(Api.admin().delete(RUNS + "/nobody").statusCode()).isEqualTo(404);
    assertThat(Api.admin().get(RUNS + "/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyTheLastFewAreKept() {
    String first =
        RUNS
            + "/"
            + run("\"model\":\"mclp\",\"sites\":1," + WALK + "," + PREMISES).get("id").asText();
    assertThat(Api.admin().get(first).statusCode()).isEqualTo(200);
    for (int i = 0; i < 8; i++) {
      run("\"model\":\"mclp\",\"sites\":1," + WALK + "," + PREMISES);
    }
    Api.problem(first, Api.admin().get(first), 404);
  }

  @Test
  void onlyTheAdministratorAsks() {
    assertThat(given().contentType(ContentType.JSON).body("{}").post(RUNS).statusCode())
        .isEqualTo(401);
    assertThat(given().get(RUNS + "/x").statusCode()).isEqualTo(401);
    assertThat(given().get(RUNS + "/x/explain?candidate=c:P0").statusCode()).isEqualTo(401);
    assertThat(given().delete(RUNS + "/x").statusCode()).isEqualTo(401);
    assertThat(given().get("/api/v1/siting/grants").statusCode()).isEqualTo(401);
    assertThat(
            given()
                .contentType(ContentType.JSON)
                .body("{\"yuan\":1}")
                .put("/api/v1/siting/grants/town-centre")
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "model":"max"                                    | model | max | mclp lscp p-median
          "sites":3                                        | model | ~~ | mclp
          "model":"mclp"                                   | sites | ~~ | budgetYuan
          "model":"mclp","sites":0                         | sites | 0 | 1 1000
          "model":"mclp","sites":2.5                       | sites | 2.5 | whole
          "model":"mclp","sites":1e9                       | sites | 1000000000 | 1 1000
          "model":"mclp","budgetYuan":-1                   | budgetYuan | -1 | 0
          "model":"mclp","sites":1,"minutes":0             | minutes | 0.0 | 240
          "model":"mclp","sites":1,"speedKmh":99           | speedKmh | 99.0 | 20
          "model":"mclp","sites":1,"profile":"runner"      | profile | runner | elder
          "model":"mclp","sites":1,"trip":"never"          | trip | never | worse
          "model":"mclp","sites":1,"group":"age61"         | group | age61 | age60
          "model":"mclp","sites":1,"area":"nowhere"        | area | nowhere | area
          "model":"mclp","sites":1,"zoneMinutes":{"moon":3} | zoneMinutes | moon | urban
          "model":"mclp","sites":1,"zoneMinutes":{"outer":-3} | zoneMinutes | outer | 240
          "model":"mclp","sites":1,"weights":{"age61":2}   | weights | age61 | age80
          "model":"mclp","sites":1,"weights":{"age80":0.5} | weights.age80 | 0.5 | 1 1000
          "model":"lscp","coverShare":0                    | coverShare | 0.0 | 1
          "model":"lscp","coverShare":1.1                  | coverShare | 1.1 | 1
          "model":"lscp","minimise":"time"                 | minimise | time | sites yuan
          "model":"p-median","sites":1,"maxMinutes":10     | maxMinutes | 10 | 15 240
          "model":"mclp","sites":1,"minimumShare":2        | minimumShare | 2 | 0 1
          "model":"mclp","sites":1,"minimumShares":{"x":0.5} | minimumShares | x | town
          "model":"mclp","sites":1,"minimumShares":{"320614100":-1} | minimumShares.320614100 | -1 | 0 1
          "model":"mclp","sites":1,"capacities":true,"siteCapacity":-5 | siteCapacity | -5 | 0
          "model":"mclp","sites":1,"candidates":{"sources":["moon"]} | candidates.sources | moon | corners
          "model":"mclp","sites":1,"candidates":{"sources":[]} | candidates.sources | [] | premises forced
          "model":"mclp","sites":1,"candidates":{"sources":["corners"],"corners":0} | candidates.corners | 0 | 5000
          "model":"mclp","sites":1,"forced":["n:0,0"]      | forced | n:0,0 | street m
          "model":"mclp","sites":1,"added":[{"lon":0,"lat":0}] | added[0] | 0, 0 | street m
          "model":"mclp","sites":1,"capacities":true,"added":[{"lon":121.0,"lat":31.9}] | added[0].capacity | ~~ | siteCapacity
          "model":"mclp","sites":1,"candidates":{"corners":-1} | candidates.corners | -1 | 5000
          "model":"mclp","sites":1,"candidates":{"defaultCostYuan":-1} | candidates.defaultCostYuan | -1 | 0
          "model":"mclp","sites":1,"candidates":{"grant":"moon"} | candidates.grant | moon | town-centre
          "model":"mclp","sites":1,"forced":["P0"]         | forced | P0 | c:
          "model":"mclp","sites":1,"forced":["c:P9"]       | forced | c:P9 | loaded
          "model":"mclp","sites":1,"forced":["f:S0"]       | forced | f:S0 | another type
          "model":"mclp","sites":1,"forced":["n:200,1"]    | forced | n:200,1 | n:
          "model":"mclp","sites":1,"forced":["c:P0"],"forbidden":["c:P0"] | forbidden | c:P0 | forced
          "model":"mclp","sites":1,"forbidden":["f:none"]  | forbidden | f:none | operating
          "model":"mclp","sites":1,"closed":["A1"]         | closed | A1 | home_care_station
          "model":"mclp","sites":1,"added":[{"lon":1}]     | added[0].lat | ~~ | 90
          "model":"mclp","sites":1,"added":[{"lon":181,"lat":1}] | added[0].lon | 181 | 180
          "model":"mclp","sites":1,"seed":0.5              | seed | 0.5 | whole
          "model":"mclp","sites":1,"seconds":0             | seconds | 0 | 3600
          "model":"mclp","sites":1,"Sites":1               | Sites | ~~ | sites
          "model":"mclp","sites":"many"                    | sites | many | number
          "model":"mclp","sites":1,"added":7               | added | ~~ | list
          """)
  void wrongFieldsAreNamed(String fields, String parameter, String value, String legal) {
    JsonNode problem = Api.problem(fields, post(fields), 400);
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    if (!value.isEmpty()) {
      assertThat(problem.get("value").asText()).contains(value);
    }
    for (String word : legal.split(" ")) {
      assertThat(problem.get("legal").asText()).contains(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"type\":\"castle\",\"model\":\"mclp\",\"sites\":1}"})
  void noQuestionIsRefused(String body) {
    Api.problem(body, Api.admin().contentType(ContentType.JSON).body(body).post(RUNS), 400);
  }

  @Test
  void exportsSayWhatTheAnswerSays() throws IOException {
    JsonNode run =
        run("\"model\":\"mclp\",\"sites\":3,\"budgetYuan\":600000," + WALK + "," + PREMISES);
    String at = RUNS + "/" + run.get("id").asText();
    Response csv = Api.admin().get(at + ".csv");
    assertThat(csv.statusCode()).as(csv.asString()).isEqualTo(200);
    assertThat(csv.header("Cache-Control")).contains("no-store");
    String[] lines = new String(csv.asByteArray(), StandardCharsets.UTF_8).split("\r\n");
    assertThat(lines).hasSize(1 + run.get("sites").size() + run.get("rejected").size());
    assertThat(lines[0]).contains("名次", "造价（元）", "新增覆盖人数", "未入选原因");
    assertThat(lines[1]).contains(run.at("/sites/0/id").asText()).contains(run.get("run").asText());
    JsonNode map =
        Api.parse(
            new String(Api.admin().get(at + ".geojson").asByteArray(), StandardCharsets.UTF_8));
    assertThat(map.get("run")).isEqualTo(run.get("run"));
    assertThat(map.get("features")).hasSize(8);
    assertThat(map.at("/features/0/geometry/coordinates/0")).isEqualTo(run.at("/sites/0/lon"));
    assertThat(map.at("/features/0/properties/gain")).isEqualTo(run.at("/sites/0/gain"));
    Response sheet = Api.admin().get(at + ".xlsx");
    assertThat(sheet.statusCode()).isEqualTo(200);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet.asByteArray()))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(6);
      assertThat(book.getSheetName(0)).isEqualTo("结果概要");
      Map<String, Cell> sums = new HashMap<>();
      book.getSheetAt(0)
          .forEach(row -> sums.put(row.getCell(0).getStringCellValue(), row.getCell(1)));
      assertThat(sums.get("达到（人）").getNumericCellValue())
          .isEqualTo(run.get("objective").asDouble());
      assertThat(sums.get("任何选法都不会超过（人）").getNumericCellValue())
          .isEqualTo(run.get("bound").asDouble());
      assertThat(sums.get("已证明最优").getStringCellValue()).isEqualTo("是");
      assertThat(sums.get("共需（元）").getNumericCellValue()).isEqualTo(run.get("yuan").asDouble());
      assertThat(sums.get("参选的候选点都走不到的人（人）").getNumericCellValue())
          .isEqualTo(run.get("notCoverable").asDouble());
      assertThat(book.getSheet("各街道、镇前后对比").getLastRowNum()).isEqualTo(3 + 2);
      assertThat(book.getSheet("入选地点").getRow(3).getCell(1).getStringCellValue())
          .isEqualTo(run.at("/sites/0/id").asText());
      assertThat(book.getSheet("入选地点").getRow(1).getCell(0).getStringCellValue())
          .contains(run.get("run").asText());
      StringBuilder sources = new StringBuilder();
      book.getSheet("数据来源").forEach(row -> row.forEach(cell -> sources.append(cell).append('\n')));
      assertThat(sources.toString())
          .contains("资金上限（元）", "600000", "覆盖人数最多", "候选点来源", "闲置房屋", "对每个社区养老服务站给予20万元的补助");
      // No name of the program in Chinese sheets.
      assertThat(sources.toString()).doesNotContain("budgetYuan", "mclp", "premises", "seed");
      assertThat(sources.toString()).doesNotContainPattern("\\d\\dT\\d\\d:");
    }
    assertThat(given().get(at + ".xlsx").statusCode()).isEqualTo(401);
    Api.problem("form", Api.admin().get(at + ".doc"), 404);
    Api.problem("run", Api.admin().get(RUNS + "/nobody.csv"), 404);
    JsonNode no = ended(post("\"model\":\"lscp\",\"coverShare\":0.99," + WALK + "," + PREMISES));
    Api.problem("none", Api.admin().get(RUNS + "/" + no.get("id").asText() + ".csv"), 409);
  }

  @Test
  void aSelectionIsPublishedAndComputedAgain() {
    JsonNode run = run("\"model\":\"mclp\",\"sites\":2,\"seed\":3," + WALK + "," + PREMISES);
    StringBuilder question = new StringBuilder();
    run.at("/inputs/question")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals("kind")) {
                question.append(
                    "%s\"%s\":\"%s\""
                        .formatted(
                            question.isEmpty() ? "" : ",",
                            entry.getKey(),
                            entry.getValue().asText()));
              }
            });
    Response published =
        Api.admin()
            .contentType(ContentType.JSON)
            .body("{\"kind\":\"siting\",\"title\":\"两个新站\",\"question\":{" + question + "}}")
            .post("/api/v1/runs");
    assertThat(published.statusCode()).as(published.asString()).isIn(200, 201);
    assertThat(Api.parse(published).get("id")).isEqualTo(run.get("run"));
    // Dearer grants and other candidates are no part of what was published.
    put("community-station", "{\"yuan\":222222}");
    Response again = Api.admin().post("/api/v1/runs/" + run.get("run").asText() + "/repeat");
    put("community-station", "{\"yuan\":null}");
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
    JsonNode repeat = Api.parse(again);
    assertThat(repeat.get("same").asBoolean()).as(repeat.toPrettyString()).isTrue();
    assertThat(repeat.get("figures").asInt()).isGreaterThan(50);
    assertThat(repeat.at("/now/same").asBoolean()).isFalse();
  }
}
