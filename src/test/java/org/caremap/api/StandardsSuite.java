package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans, rules, verdicts and exceptions on the sample county. */
abstract class StandardsSuite {
  /** A plan that a bureau wrote as a file. */
  static final String OWN_PLAN =
      """
      - code: own
        zh: 本区
        en: Own
        year: 2026
        rules:
          - id: own-clinics
            zh: 全区卫生机构
            en: Clinics of the whole county
            quote: 每县有卫生机构
            level: [whole]
            types: [clinic]
            indicator: facilities-per-area
            comparison: ">="
            threshold: 1
            unit: clinics
            unitZh: 所
            due: 2030
      """;

  private static final String STANDARDS = "/api/v1/standards";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  /** A day on which what serves now counts, in every zone and if midnight comes in between. */
  private static final String DAY = TODAY.plusDays(1).toString();

  private static final String PLANS =
      "plan=haimen-2018&plan=xx-county-2024&plan=guangzhou-cases&plan=nanjing-cases"
          + "&plan=qijiang-2020&plan=changzhi-2019";

  private static JsonNode verdicts(String more) {
    return Api.get(STANDARDS + "/verdicts?asOf=" + DAY + more);
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    for (JsonNode one : list) {
      if (one.at("/" + field).asText().equals(value)) {
        return one;
      }
    }
    throw new AssertionError(value + " is not among " + list.findValuesAsText(field));
  }

  private static JsonNode verdict(String rule) {
    JsonNode all = verdicts("&" + PLANS);
    return find(all.get("rules"), "rule/id", rule);
  }

  private static Response put(String path, String body) {
    return Api.admin().contentType("application/json").body(body).put(STANDARDS + path);
  }

  private static JsonNode done(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return status == 204 ? null : Api.parse(answer);
  }

  /** Each of the 55 rules, counted again from what the API publishes. */
  @ParameterizedTest
  @CsvSource({"now", "2014-01-01", "2019-07-01"})
  void everyRuleSaysWhatAPlainCountSays(String when) {
    boolean past = !when.equals("now");
    LocalDate day = LocalDate.parse(past ? when : DAY);
    StandardsOracle oracle = new StandardsOracle(day, past);
    JsonNode rules = Api.get(STANDARDS + "/verdicts?asOf=" + day + "&" + PLANS).get("rules");
    assertThat(rules).hasSize(55);
    List<String> wrong = new ArrayList<>();
    for (JsonNode one : rules) {
      String id = one.at("/rule/id").asText();
      boolean walk = one.at("/rule/indicator").asText().equals("walking-minutes");
      if (walk && past) {
        continue; // coverage is of today; a hand's county has the walks of a past day
      }
      StandardsOracle.Expected expected = oracle.rule(id);
      String is = one.get("outcome").asText();
      if (is.equals("not-yet")) {
        assertThat(one.at("/rule/due").asInt()).as(id).isGreaterThanOrEqualTo(day.getYear());
        is = "missed";
      }
      double low = one.get("low").asDouble();
      double high =
          one.get("high").isNull() ? Double.POSITIVE_INFINITY : one.get("high").asDouble();
      boolean same =
          walk
              ? low >= expected.low() - 1e-5 && (high <= expected.high() + 1e-5)
              : Math.abs(low - expected.low()) < 1e-5
                  && (Double.isNaN(expected.high())
                      || high == expected.high()
                      || Math.abs(high - expected.high()) < 1e-5);
      String line =
          "%s: is %s %s..%s, expected %s; missing %s"
              .formatted(id, is, low, high, expected, one.get("missing"));
      if (!is.equals(expected.outcome()) || !same) {
        wrong.add(line);
      }
      if (is.equals("cannot-be-judged")) {
        assertThat(one.get("missing")).as(id).isNotEmpty();
        assertThat(one.get("missingZh").toString()).as(id).doesNotContainPattern("[A-Za-z]");
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The sample has no day care centres in the country: those in town show who runs a set. */
  @Test
  void contiguousCentresAreThoseOfNeighbouringCommunities() {
    StandardsOracle oracle = new StandardsOracle(LocalDate.parse(DAY), false);
    try {
      done(put("/rules/changzhi-contiguous", "{\"urban\": null}"), 200);
      int several = 0;
      for (JsonNode one : verdict("changzhi-contiguous").get("subjects")) {
        double largest = oracle.largestSet(one.get("operator").asText());
        assertThat(one.get("low").asDouble()).as(one.toString()).isEqualTo(largest);
        several += largest > 1 ? 1 : 0;
      }
      assertThat(several).isPositive();
    } finally {
      done(Api.admin().delete(STANDARDS + "/rules/changzhi-contiguous"), 204);
    }
  }

  @Test
  void plansAndIndicatorsAreListed() {
    JsonNode plans = Api.get(STANDARDS + "/plans");
    assertThat(plans.findValuesAsText("code"))
        .containsExactly(
            "haimen-2018",
            "xx-county-2024",
            "guangzhou-cases",
            "nanjing-cases",
            "qijiang-2020",
            "changzhi-2019",
            "own");
    JsonNode haimen = find(plans, "code", "haimen-2018");
    assertThat(haimen.get("rules").asInt()).isEqualTo(14);
    assertThat(haimen.get("builtIn").asBoolean()).isTrue();
    assertThat(find(plans, "code", "own").get("builtIn").asBoolean()).isFalse();
    JsonNode indicators = Api.get(STANDARDS + "/indicators");
    assertThat(indicators).hasSize(17);
    assertThat(find(indicators, "code", "medical-care-share").at("/parameters/0/name").asText())
        .isEqualTo("distanceMeters");
    JsonNode rules = Api.get(STANDARDS + "/rules?plan=own");
    assertThat(rules).hasSize(1);
    JsonNode own = verdicts("&plan=own").at("/rules/0");
    assertThat(own.get("outcome").asText()).isEqualTo("met");
    assertThat(own.get("value").asDouble()).isGreaterThan(1);
  }

  @Test
  void aPlanIsAdoptedWithoutCode() {
    assertThat(verdicts("").get("plans").toString()).isEqualTo("[\"haimen-2018\"]");
    String run = verdicts("").get("run").asText();
    try {
      done(put("/plans/qijiang-2020/adopted", "true"), 200);
      done(put("/plans/haimen-2018/adopted", "false"), 200);
      JsonNode swapped = verdicts("");
      assertThat(swapped.get("plans").toString()).isEqualTo("[\"qijiang-2020\"]");
      assertThat(swapped.get("rules")).hasSize(16);
      assertThat(swapped.get("run").asText()).isNotEqualTo(run);
    } finally {
      done(put("/plans/qijiang-2020/adopted", "false"), 200);
      done(put("/plans/haimen-2018/adopted", "true"), 200);
    }
    assertThat(verdicts("").get("run").asText()).as("same inputs, same run").isEqualTo(run);
    Api.problem("adopt", put("/plans/nowhere/adopted", "true"), 404);
    Api.problem("adopt", put("/plans/own/adopted", "3"), 400);
  }

  @Test
  void aThresholdIsChangedAndBroughtBack() {
    JsonNode before = verdict("changzhi-dining");
    double tables = before.get("value").asDouble();
    try {
      JsonNode changed =
          done(put("/rules/changzhi-dining", "{\"threshold\": " + tables + "}"), 200);
      assertThat(changed.get("changed").asBoolean()).isTrue();
      assertThat(changed.get("quote").asText()).contains("80处");
      assertThat(verdict("changzhi-dining").get("outcome").asText()).isEqualTo("met");
      done(put("/rules/changzhi-dining", "{\"threshold\": " + (tables + 1) + "}"), 200);
      assertThat(verdict("changzhi-dining").get("outcome").asText()).isEqualTo("missed");
      done(put("/rules/changzhi-dining", "{\"due\": 2030}"), 200);
      assertThat(verdict("changzhi-dining").get("outcome").asText()).isEqualTo("not-yet");
    } finally {
      done(Api.admin().delete(STANDARDS + "/rules/changzhi-dining"), 204);
    }
    assertThat(verdict("changzhi-dining")).isEqualTo(before);
  }

  @Test
  void aRuleIsAddedAndRemoved() {
    String rule =
        """
        {"plan": "own", "zh": "每镇有医院", "en": "A hospital in each town", "level": ["town"],
         "quote": "每镇一所医院", "types": ["hospital"], "indicator": "areas-served-share", "comparison": ">=",
         "threshold": 100, "unit": "percent", "unitZh": "占比"}""";
    JsonNode added = done(put("/rules/own-hospitals", rule), 200);
    assertThat(added.get("builtIn").asBoolean()).isFalse();
    JsonNode rules = verdicts("&plan=own").get("rules");
    JsonNode verdict = find(rules, "rule/id", "own-hospitals");
    int towns = Api.get("/api/v1/areas?level=town").get("features").size();
    assertThat(verdict.get("denominator").asInt()).isEqualTo(towns);
    assertThat(verdict.get("subjects")).hasSize(towns);
    done(Api.admin().delete(STANDARDS + "/rules/own-hospitals"), 204);
    assertThat(verdicts("&plan=own").get("rules")).hasSize(1);
    Api.problem("gone", Api.admin().delete(STANDARDS + "/rules/own-hospitals"), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"threshold\": \"many\"} | threshold | a number from 0",
        "{\"threshold\": -1} | threshold | a number from 0",
        "{\"types\": [\"palace\"]} | types | meal_point",
        "{\"level\": [\"planet\"]} | level | street",
        "{\"indicator\": \"beauty\"} | indicator | facilities-per-area",
        "{\"parameters\": {\"minutes\": 3}} | parameters.minutes | delivers",
        "{\"colour\": 1} | colour | threshold",
        "{\"plan\": \"nowhere\"} | plan | haimen-2018",
        "{\"id\": \"other\"} | id | haimen-elder-inn",
      })
  void aMistakeInARuleIsNamed(String body, String field, String legal) {
    JsonNode problem = Api.problem(body, put("/rules/haimen-elder-inn", body), 400);
    assertThat(problem.get("parameter").asText()).isEqualTo(field);
    assertThat(problem.get("detail").asText()).contains(legal);
    assertThat(Api.get(STANDARDS + "/rules/haimen-elder-inn").get("changed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/verdicts?plan=nowhere, plan",
    "/verdicts?asOf=soon, asOf",
    "/verdicts?asOf=1066-10-14, asOf",
    "/verdicts?area=nowhere, area",
    "/verdicts?colour=red, colour",
    "/communities?share=2, share",
    "/communities?group=kings, group",
    "/communities?type=palace, type",
    "/compare?plan=own, plan",
    "/rules?plan=nowhere, plan",
  })
  void aBadQuestionIsNamed(String question, String field) {
    JsonNode problem = Api.problem(STANDARDS + question, 400);
    assertThat(problem.get("parameter").asText()).isEqualTo(field);
  }

  @Test
  void onlyTheAdministratorWrites() {
    String json = "application/json";
    assertThat(
            given()
                .contentType(json)
                .body("true")
                .put(STANDARDS + "/plans/own/adopted")
                .statusCode())
        .isEqualTo(401);
    assertThat(
            given().contentType(json).body("{}").put(STANDARDS + "/rules/own-clinics").statusCode())
        .isEqualTo(401);
    assertThat(given().delete(STANDARDS + "/rules/own-clinics").statusCode()).isEqualTo(401);
    assertThat(given().contentType(json).body("{}").post(STANDARDS + "/exceptions").statusCode())
        .isEqualTo(401);
    assertThat(given().contentType(json).body("{}").put(STANDARDS + "/exceptions/x").statusCode())
        .isEqualTo(401);
    assertThat(given().delete(STANDARDS + "/exceptions/x").statusCode()).isEqualTo(401);
  }

  @Test
  void thePartsOfACountyAddUp() {
    JsonNode towns = Api.get("/api/v1/areas?level=street&level=town").get("features");
    double meals = 0;
    for (JsonNode town : towns) {
      String code = town.at("/properties/code").asText();
      meals +=
          find(
                  verdicts("&plan=changzhi-2019&subjects=false&area=" + code).get("rules"),
                  "rule/id",
                  "changzhi-dining")
              .get("value")
              .asDouble();
    }
    assertThat(meals).isEqualTo(verdict("changzhi-dining").get("value").asDouble());
    JsonNode brief = verdicts("&subjects=false");
    assertThat(brief.at("/rules/0/subjects").isNull()).isTrue();
    assertThat(brief.get("run")).isEqualTo(verdicts("").get("run"));
  }

  /** An exception says who, why and since when, and hides nothing. */
  @Test
  void exceptionsAreKeptAndShown() {
    JsonNode rule = verdict("haimen-meal-point");
    JsonNode missed = find(rule.get("subjects"), "outcome", "missed");
    String code = missed.get("code").asText();
    JsonNode meal =
        Api.get("/api/v1/facilities?type=meal_point&limit=1").at("/features/0/properties");
    String body =
        """
        {"rule": "haimen-meal-point", "area": "%s", "kind": "shared", "servedBy": "%s",
         "reason": "与邻近社区共用", "approver": "区民政局", "approvedOn": "%s"}"""
            .formatted(code, operatingMealPoint(), TODAY);
    assertThat(meal.isMissingNode()).isFalse();
    for (String field : List.of("reason", "approver", "approvedOn", "kind", "servedBy", "rule")) {
      String without = body.replace("\"" + field + "\"", "\"id\"");
      JsonNode problem =
          Api.problem(
              field,
              Api.admin()
                  .contentType("application/json")
                  .body(without)
                  .post(STANDARDS + "/exceptions"),
              400);
      assertThat(problem.get("parameter").asText()).isEqualTo(field);
    }
    JsonNode made =
        done(
            Api.admin().contentType("application/json").body(body).post(STANDARDS + "/exceptions"),
            201);
    String path = "/exceptions/" + made.get("id").asText();
    try {
      assertThat(Api.get(STANDARDS + "/exceptions?rule=haimen-meal-point")).hasSize(1);
      JsonNode after = verdict("haimen-meal-point");
      assertThat(after.get("outcome")).isEqualTo(rule.get("outcome"));
      assertThat(after.get("excepted").asInt()).isEqualTo(1);
      JsonNode subject = find(after.get("subjects"), "code", code);
      assertThat(subject.get("outcome").asText()).isEqualTo("missed");
      assertThat(subject.get("outcomeWithException").asText()).isEqualTo("met");
      assertThat(subject.at("/exception/approver").asText()).isEqualTo("区民政局");
      JsonNode rows = Api.get(STANDARDS + "/communities?asOf=" + DAY).get("rows");
      JsonNode inRow =
          find(find(rows, "code", code).at("/institutional/rules"), "id", "haimen-meal-point");
      assertThat(inRow.at("/exception/reason").asText()).isEqualTo("与邻近社区共用");
      done(put(path, body.replace("邻近社区", "邻近的社区")), 200);
      JsonNode second =
          Api.problem(
              "a second one",
              Api.admin()
                  .contentType("application/json")
                  .body(body)
                  .post(STANDARDS + "/exceptions"),
              409);
      assertThat(second.get("parameter").asText()).isEqualTo("area");
      assertThat(second.get("value").asText()).isEqualTo(code);
      assertThat(second.get("legal").asText()).isNotBlank();
      JsonNode yesterday = Api.get(STANDARDS + "/verdicts?asOf=" + TODAY.minusDays(1));
      assertThat(
              find(yesterday.get("rules"), "rule/id", "haimen-meal-point").get("excepted").asInt())
          .as("approved after the day that is judged")
          .isZero();
    } finally {
      done(Api.admin().delete(STANDARDS + path), 204);
    }
    assertThat(verdict("haimen-meal-point")).isEqualTo(rule);
    Api.problem("gone", Api.admin().delete(STANDARDS + path), 404);
  }

  /** What would change nothing is refused, and the answer says what would not. */
  @Test
  void exceptionsWithoutEffectAreRefused() {
    String town = Api.get("/api/v1/areas?level=town").at("/features/0/properties/code").asText();
    String community =
        find(verdict("haimen-meal-point").get("subjects"), "outcome", "missed")
            .get("code")
            .asText();
    String clinic =
        find(
                Api.get("/api/v1/facilities?type=clinic&limit=1000").get("features"),
                "properties/status",
                "operating")
            .at("/properties/externalId")
            .asText();
    String meal = operatingMealPoint();
    assertRefused("haimen-meal-point", "area", town, meal, TODAY, "area");
    assertRefused("haimen-street-day-care", "area", community, meal, TODAY, "area");
    assertRefused("haimen-chain", "area", community, meal, TODAY, "area");
    assertRefused("haimen-meal-point", "facility", meal, meal, TODAY, "facility");
    assertRefused("haimen-meal-point", "area", community, clinic, TODAY, "servedBy");
    assertRefused("haimen-meal-point", "area", community, "nothing", TODAY, "servedBy");
    assertRefused("haimen-meal-point", "area", community, meal, TODAY.plusDays(9), "approvedOn");
    for (JsonNode one : Api.get("/api/v1/facilities?type=meal_point&limit=1000").get("features")) {
      if (!one.at("/properties/status").asText().equals("operating")) {
        String closed = one.at("/properties/externalId").asText();
        assertRefused("haimen-meal-point", "area", community, closed, TODAY, "servedBy");
      }
    }
  }

  private static void assertRefused(
      String rule, String kind, String what, String servedBy, LocalDate day, String parameter) {
    String body =
        """
        {"rule": "%s", "%s": "%s", "kind": "shared", "servedBy": "%s", "reason": "共用",
         "approver": "区民政局", "approvedOn": "%s"}"""
            .formatted(rule, kind, what, servedBy, day);
    JsonNode problem =
        Api.problem(
            body,
            Api.admin().contentType("application/json").body(body).post(STANDARDS + "/exceptions"),
            400);
    assertThat(problem.get("parameter").asText()).as(body).isEqualTo(parameter);
    assertThat(problem.get("value").asText()).as(body).isNotBlank();
    assertThat(problem.get("legal").asText()).as(body).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | body | threshold",
        "[] | body | threshold",
        "3 | body | threshold",
        "{\"quote\": \"\"} | quote | the words of the document",
        "{\"zh\": \"a\\u0000b\"} | zh | control characters",
        "{\"zh\": \"a\\ud800b\"} | zh | halves of characters",
        "{\"a\\u0000\": 1} | a\\u0000 | control characters",
        "{\"where\": 3} | where | meetsStandard",
      })
  void aBodyOfTheWrongShapeIsNamed(String body, String parameter, String legal) {
    JsonNode problem = Api.problem(body, put("/rules/haimen-elder-inn", body), 400);
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("value").isTextual()).isTrue();
    assertThat(problem.get("legal").asText()).contains(legal);
  }

  @Test
  void aNewRuleQuotesItsDocument() {
    String rule =
        """
        {"plan": "own", "zh": "每镇有医院", "en": "A hospital in each town", "level": ["town"],
         "types": ["hospital"], "indicator": "areas-served-share", "comparison": ">=",
         "threshold": 100, "unit": "percent", "unitZh": "占比"}""";
    JsonNode problem = Api.problem(rule, put("/rules/own-unquoted", rule), 400);
    assertThat(problem.get("parameter").asText()).isEqualTo("quote");
    Api.problem("not kept", given().get(STANDARDS + "/rules/own-unquoted"), 404);
  }

  /** Targets and standards count the same on the same past day. */
  @Test
  void urbanStationsOfAPastDayAreThoseOfTheTargets() {
    JsonNode rule =
        find(
            Api.get(STANDARDS + "/verdicts?plan=haimen-2018&asOf=2014-01-01").get("rules"),
            "rule/id",
            "haimen-urban-station");
    assertThat(rule.get("outcome").asText()).isEqualTo("not-yet");
    assertThat(rule.get("low").asDouble()).isLessThan(rule.get("high").asDouble());
    assertThat(rule.get("missing").toString()).contains("openedOn");
    assertThat(rule.get("missingZh").toString()).contains("启用日期");
  }

  private static String operatingMealPoint() {
    return find(
            Api.get("/api/v1/facilities?type=meal_point&limit=1000").get("features"),
            "properties/status",
            "operating")
        .at("/properties/externalId")
        .asText();
  }

  /** Spatial numbers are those of the coverage question, and both verdicts stand side by side. */
  @Test
  void communitiesHaveBothVerdicts() {
    JsonNode answer =
        Api.get(STANDARDS + "/communities?asOf=" + DAY + "&minutes=12&group=age80&share=0.9");
    JsonNode coverage =
        Api.get("/api/v1/coverage?type=meal_point&minutes=12&group=age80&level=community");
    JsonNode rule = verdict("haimen-meal-point");
    int disagree = 0;
    int compared = 0;
    for (JsonNode row : answer.get("rows")) {
      String code = row.get("code").asText();
      boolean rowDisagrees = false;
      for (JsonNode one : row.get("spatial")) {
        rowDisagrees |= one.get("disagree").asBoolean();
        if (one.get("types").toString().equals("[\"meal_point\"]")) {
          compared++;
          JsonNode numbers = find(coverage.get("areas"), "code", code);
          for (String field : List.of("demand", "covered", "uncovered", "unknownPoints")) {
            assertThat(one.get(field)).as("%s %s", code, field).isEqualTo(numbers.get(field));
          }
          assertThat(one.get("minutes").asDouble()).isEqualTo(12);
          assertThat(one.get("minutesFrom").asText()).isEqualTo("parameter");
          boolean has =
              find(rule.get("subjects"), "code", code).get("outcome").asText().equals("met");
          double demand = numbers.get("demand").asDouble();
          boolean reach = numbers.get("covered").asDouble() >= 0.9 * demand;
          boolean known = numbers.get("unknownPoints").asInt() == 0 && demand > 0;
          assertThat(one.get("outcome").asText())
              .isEqualTo(!known ? "cannot-be-judged" : reach ? "met" : "missed");
          assertThat(one.get("disagree").asBoolean()).as(code).isEqualTo(known && has != reach);
        }
      }
      assertThat(row.get("disagree").asBoolean()).isEqualTo(rowDisagrees);
      disagree += rowDisagrees ? 1 : 0;
      JsonNode having = row.get("institutional");
      assertThat(
              having.get("met").asInt()
                  + having.get("missed").asInt()
                  + having.get("cannotBeJudged").asInt())
          .isEqualTo(having.get("rules").size());
    }
    assertThat(compared).isEqualTo(rule.get("subjects").size());
    assertThat(disagree).as("the two verdicts differ somewhere").isPositive();
  }

  /** A clause about the whole county does not become one about a community that is looked at. */
  @Test
  void aPartIsJudgedAsInTheWhole() {
    JsonNode all = Api.get(STANDARDS + "/communities?plan=haimen-2018&asOf=" + DAY).get("rows");
    JsonNode row = all.get(3);
    JsonNode one =
        Api.get(
                STANDARDS
                    + "/communities?plan=haimen-2018&asOf="
                    + DAY
                    + "&area="
                    + row.get("code").asText())
            .get("rows");
    assertThat(one).hasSize(1);
    assertThat(one.get(0)).isEqualTo(row);
    Api.problem(STANDARDS + "/communities?area=nowhere", 400);
  }

  @Test
  void minutesComeFromThePlansRuleForTheZone() {
    JsonNode rows =
        Api.get(STANDARDS + "/communities?plan=guangzhou-cases&asOf=" + DAY).get("rows");
    int centre = 0;
    for (JsonNode row : rows) {
      assertThat(row.get("spatial")).hasSize(1);
      JsonNode one = row.at("/spatial/0");
      boolean isCentre = row.get("serviceZone").asText().equals("centre");
      centre += isCentre ? 1 : 0;
      assertThat(one.get("minutes").asDouble()).isEqualTo(isCentre ? 15 : 25);
      assertThat(one.get("rule").asText())
          .isEqualTo(isCentre ? "guangzhou-meal-centre" : "guangzhou-meal-outer");
    }
    assertThat(centre).isBetween(1, rows.size() - 1);
  }

  /** The page, the ledger and a repetition years later: one run, the same to the digit. */
  @ParameterizedTest
  @CsvSource({"verdicts, ", "communities, true"})
  void aPublishedVerdictIsRepeatedThoughTheRulesWereEdited(String shown, String communities) {
    String question =
        "{\"plan\": \"haimen-2018\", \"asOf\": \"%s\"%s}"
            .formatted(DAY, communities == null ? "" : ", \"communities\": \"true\"");
    JsonNode run =
        done(
            Api.admin()
                .contentType("application/json")
                .body("{\"kind\": \"verdicts\", \"title\": \"t\", \"question\": " + question + "}")
                .post("/api/v1/runs"),
            201);
    JsonNode answer = Api.get(STANDARDS + "/" + shown + "?plan=haimen-2018&asOf=" + DAY);
    assertThat(run.get("id")).isEqualTo(answer.get("run"));
    assertThat(run.get("figures").size()).isGreaterThan(40);
    String path = "/api/v1/runs/" + run.get("id").asText() + "/repeat";
    try {
      done(put("/rules/haimen-meal-point", "{\"threshold\": 2}"), 200);
      JsonNode again = done(Api.admin().post(path), 200);
      assertThat(again.get("same").asBoolean()).as(again.toPrettyString()).isTrue();
      assertThat(again.get("differences")).isEmpty();
      assertThat(again.at("/now/same").asBoolean()).as("judged by two meal points").isFalse();
    } finally {
      done(Api.admin().delete(STANDARDS + "/rules/haimen-meal-point"), 204);
    }
    assertThat(done(Api.admin().post(path), 200).at("/now/same").asBoolean()).isTrue();
  }

  /** The seeds contradict each other: minutes, beds, land. */
  @ParameterizedTest
  @CsvSource({
    "xx-county-2024, qijiang-2020, county-circle, qijiang-circle",
    "xx-county-2024, qijiang-2020, county-land, qijiang-land",
    "xx-county-2024, changzhi-2019, county-beds, changzhi-beds",
  })
  void plansAreComparedSideBySide(String a, String b, String ruleA, String ruleB) {
    JsonNode rows =
        Api.get(STANDARDS + "/compare?plan=" + a + "&plan=" + b + "&asOf=" + DAY).get("rows");
    JsonNode row = find(rows, "a/rule/id", ruleA);
    assertThat(row.at("/b/rule/id").asText()).isEqualTo(ruleB);
    assertThat(row.get("contradict").asBoolean()).isTrue();
    assertThat(row.at("/a/value").isMissingNode()).isFalse();
    for (JsonNode one : rows) {
      if (one.get("a").isNull() || one.get("b").isNull()) {
        assertThat(one.get("contradict").asBoolean()).isFalse();
      }
    }
  }

  @Test
  void plansThatAgreeDoNotContradict() {
    JsonNode rows =
        Api.get(STANDARDS + "/compare?plan=haimen-2018&plan=xx-county-2024&asOf=" + DAY)
            .get("rows");
    JsonNode row = find(rows, "a/rule/id", "haimen-floor-new");
    assertThat(row.at("/b/rule/id").asText()).isEqualTo("county-floor-new");
    assertThat(row.get("contradict").asBoolean()).isFalse();
    assertThat(row.get("sameScope").asBoolean()).isTrue();
  }

  /** A village's point and a town community's station, a whole kind and a part of it. */
  @ParameterizedTest
  @CsvSource({
    "xx-county-2024, qijiang-2020, county-admin-village-area, qijiang-station-area",
    "xx-county-2024, qijiang-2020, county-demo-site-main, qijiang-street-centre",
    "xx-county-2024, qijiang-2020, county-demo-site, qijiang-town-centre",
    "qijiang-2020, changzhi-2019, qijiang-urban-run, changzhi-regional-run",
  })
  void clausesAboutDifferentThingsDoNotContradict(String a, String b, String ruleA, String ruleB) {
    JsonNode rows =
        Api.get(STANDARDS + "/compare?plan=" + a + "&plan=" + b + "&asOf=" + DAY).get("rows");
    assertThat(find(rows, "a/rule/id", ruleA).at("/b/rule/id").asText()).isNotEqualTo(ruleB);
    assertThat(find(rows, "b/rule/id", ruleB).at("/a/rule/id").asText()).isNotEqualTo(ruleA);
  }

  @Test
  void anEarlierDayCountsFewer() {
    JsonNode early = Api.get(STANDARDS + "/verdicts?plan=changzhi-2019&asOf=2015-01-01");
    double then = find(early.get("rules"), "rule/id", "changzhi-dining").get("value").asDouble();
    assertThat(then).isLessThan(verdict("changzhi-dining").get("value").asDouble());
    assertThat(find(early.get("rules"), "rule/id", "changzhi-dining").get("outcome").asText())
        .as("due in 2021")
        .isEqualTo("not-yet");
    assertThat(early.get("asOf").asText()).isEqualTo("2015-01-01");
  }
}
