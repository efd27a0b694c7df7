package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project library of {@link Town}, with two sorts of target that a hand can count. */
abstract class ProjectSuite extends OnceLoaded {
  private static final String PROJECTS = "/api/v1/projects";

  /** Where a set document is kept to be looked at, if a folder is named. */
  private static final String KEEP = System.getProperty("report.keep");

  private static final String NORTH = "320614100002";

  /** M1 opened long ago; of F1, F2 and F6 nobody knows when. */
  private static final String MORE =
      """
      id,name,type,lon,lat,status,openedOn
      M1,南餐点,meal_point,121.000,31.9005,operating,2020-05-01
      """;

  private static final String CANDIDATES =
      """
      id,name,kind,lon,lat
      A,北空房,idle_premises,121.002,31.904
      """;

  private static final String URBAN =
      """
      code,name,urban
      320614100001,南社区,true
      320614100002,北社区,true
      """;

  private static final String TARGETS =
      """
      area,year,meal_point,urban_station_standard
      河东镇,2027,3,2
      河东镇,2028,5,3
      """;

  @Override
  void load() {
    Town.load();
    Upload.of("facilities", "more.csv", MORE).imported();
    Upload.of("candidates", "candidates.csv", CANDIDATES).imported();
    Upload.of("areas", "urban.csv", URBAN).imported();
    Response stored =
        Api.admin()
            .multiPart("file", "目标.csv", TARGETS.getBytes(StandardCharsets.UTF_8), "text/csv")
            .multiPart("code", "town-plan")
            .multiPart("name", "河东镇计划")
            .post("/api/v1/targets");
    assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
  }

  @BeforeEach
  void emptyLibrary() {
    for (JsonNode project : list("").get("projects")) {
      assertThat(Api.admin().delete(path(project)).statusCode()).isEqualTo(204);
    }
  }

  private static String path(JsonNode project) {
    return PROJECTS + "/" + project.get("id").asText();
  }

  private static JsonNode read(String path) {
    Response answer = Api.admin().get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
    return Api.parse(answer);
  }

  private static JsonNode list(String query) {
    return read(PROJECTS + query);
  }

  private static ObjectNode form(String name, String type, int year) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("name", name);
    form.put("type", type);
    form.put("kind", "add");
    form.put("lon", 121.002);
    form.put("lat", 31.904);
    form.put("year", year);
    return form;
  }

  private static Response post(String path, ObjectNode body) {
    return Api.admin().contentType("application/json").body(body.toString()).post(path);
  }

  private static JsonNode created(ObjectNode form) {
    Response answer = post(PROJECTS, form);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode made = Api.parse(answer);
    assertThat(answer.header("Location")).endsWith(path(made));
    return made;
  }

  private static Response put(JsonNode project, ObjectNode form) {
    return Api.admin().contentType("application/json").body(form.toString()).put(path(project));
  }

  private static JsonNode changed(JsonNode project, ObjectNode form) {
    Response answer = put(project, form.deepCopy().put("version", project.get("version").asLong()));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Api.parse(answer);
  }

  @Test
  void everyFieldIsKeptAndTheAreaIsFound() {
    ObjectNode form = form("北社区助餐点", "meal_point", 2027);
    form.put("quarter", 3);
    form.put("status", "approved");
    form.put("costYuan", 200_000.5);
    form.put("fundingSource", "区级福彩公益金 \"一\"");
    form.put("responsibleUnit", "河东镇民政办");
    form.put("capacity", 60);
    form.put("candidate", "c:A");
    form.put("gainPeople", 42.25);
    form.put("lostPeople", 3.5);
    form.put("meetsStandard", true);
    form.put("sociallyRun", false);
    form.put("note", "一期\n<b>");
    JsonNode made = created(form);
    assertThat(read(path(made))).isEqualTo(made);
    form.fields()
        .forEachRemaining(
            f -> assertThat(made.get(f.getKey())).as(f.getKey()).isEqualTo(f.getValue()));
    assertThat(made.get("areaCode").asText()).isEqualTo(NORTH);
    assertThat(made.get("areaName").asText()).isEqualTo("北社区");
    assertThat(made.get("townName").asText()).isEqualTo("河东镇");
    assertThat(made.get("history")).hasSize(1);
    assertThat(made.at("/history/0/field").asText()).isEqualTo("created");
    assertThat(made.at("/history/0/to").asText()).isEqualTo("北社区助餐点");
    JsonNode answer = list("");
    assertThat(answer.at("/projects/0")).isEqualTo(made);
    assertThat(answer.get("run").asText()).hasSize(16);
    assertThat(answer.at("/inputs/data/projects").asText()).hasSize(12);
    assertThat(answer.at("/inputs/question/kind").asText()).isEqualTo("projects");
  }

  @Test
  void everyChangeIsWrittenDown() {
    JsonNode made = created(form("甲", "meal_point", 2027));
    ObjectNode form = form("甲", "meal_point", 2028);
    form.put("status", "funded");
    form.put("costYuan", 300_000);
    form.put("responsibleUnit", "民政局");
    JsonNode second = changed(made, form);
    form.put("status", "building");
    form.remove("costYuan");
    JsonNode third = changed(second, form);
    JsonNode same = changed(third, form);
    assertThat(same.get("history")).as("nothing changed").hasSize(third.get("history").size());
    List<String> told = new ArrayList<>();
    String before = "";
    for (JsonNode change : same.get("history")) {
      assertThat(change.get("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
      assertThat(change.get("at").asText()).isGreaterThanOrEqualTo(before);
      before = change.get("at").asText();
      told.add(
          change.get("field").asText()
              + " "
              + change.get("from").asText()
              + " > "
              + change.get("to").asText());
    }
    assertThat(told)
        .containsExactly(
            "created null > 甲",
            "year 2027 > 2028",
            "status proposed > funded",
            "costYuan null > 300000",
            "responsibleUnit null > 民政局",
            "status funded > building",
            "costYuan 300000 > null");
    assertThat(read(path(made)).get("history")).isEqualTo(same.get("history"));
    // What the answer shows may be sent back as it is.
    assertThat(changed(same, (ObjectNode) read(path(made))).get("history"))
        .isEqualTo(same.get("history"));
  }

  @Test
  void aProjectThatIsTakenOutKeepsItsHistory() {
    JsonNode made = created(form("要移出的", "meal_point", 2027));
    Api.problem("stale", Api.admin().delete(path(made) + "?version=7"), 409);
    assertThat(Api.admin().delete(path(made) + "?version=0").statusCode()).isEqualTo(204);
    Api.problem("gone", Api.admin().get(path(made)), 404);
    Api.problem("gone", put(made, form("要移出的", "meal_point", 2027)), 404);
    assertThat(list("").get("projects")).isEmpty();
    JsonNode kept = null;
    for (JsonNode project : list("?deleted=true").get("projects")) {
      kept = project.get("id").equals(made.get("id")) ? project : kept;
    }
    assertThat(kept).isNotNull();
    assertThat(kept.get("deletedAt").isNull()).isFalse();
    assertThat(kept.at("/history/1/field").asText()).isEqualTo("deleted");
  }

  @Test
  void aStaleVersionIsRefused() {
    JsonNode made = created(form("乙", "meal_point", 2027));
    ObjectNode first = form("先改", "meal_point", 2027);
    first.put("version", made.get("version").asLong());
    JsonNode now = changed(made, first);
    assertThat(now.get("version").asLong()).isGreaterThan(made.get("version").asLong());
    ObjectNode second = form("后改", "meal_point", 2027);
    second.put("version", made.get("version").asLong());
    assertThat(Api.problem("stale", put(made, second), 409).get("detail").asText())
        .contains("load it again");
    // Whoever does not say what they looked at is not let over what others wrote.
    second.remove("version");
    assertThat(Api.problem("none", put(made, second), 400).get("detail").asText())
        .contains("version");
    assertThat(read(path(made))).isEqualTo(now);
  }

  @Test
  void totalsAreTheSums() {
    Object[][] all = {
      {"a", 2027, "proposed", 200_000.0, 30},
      {"b", 2027, "approved", 355_000.5, null},
      {"c", 2028, "approved", null, 10},
      {"d", 2028, "cancelled", 999_999.0, 500},
      {"e", 2029, "operating", 0.25, 5}
    };
    for (Object[] one : all) {
      ObjectNode form = form((String) one[0], "meal_point", (Integer) one[1]);
      form.put("status", (String) one[2]);
      form.put("costYuan", (Double) one[3]);
      form.put("capacity", (Integer) one[4]);
      created(form);
    }
    JsonNode totals = list("").get("totals");
    assertThat(totals.get("count").asInt()).as("without the one called off").isEqualTo(4);
    assertThat(totals.get("costYuan").asDouble()).isEqualTo(555_000.75);
    assertThat(totals.get("unknownCosts").asInt()).isEqualTo(1);
    assertThat(totals.get("places").asInt()).isEqualTo(45);
    assertThat(totals.get("byYear")).hasSize(3);
    assertThat(totals.at("/byYear/0/year").asInt()).isEqualTo(2027);
    assertThat(totals.at("/byYear/0/count").asInt()).isEqualTo(2);
    assertThat(totals.at("/byYear/0/costYuan").asDouble()).isEqualTo(555_000.5);
    assertThat(totals.at("/byYear/1/count").asInt()).isEqualTo(1);
    assertThat(totals.at("/byYear/1/costYuan").asDouble()).isZero();
    assertThat(totals.at("/byYear/1/unknownCosts").asInt()).isEqualTo(1);
    Map<String, Integer> states = new HashMap<>();
    totals
        .get("byStatus")
        .forEach(s -> states.put(s.get("status").asText(), s.get("count").asInt()));
    assertThat(states)
        .isEqualTo(Map.of("proposed", 1, "approved", 2, "cancelled", 1, "operating", 1));
    assertThat(list("?year=2028").get("projects")).hasSize(2);
    assertThat(list("?status=approved").get("projects")).hasSize(2);
    assertThat(list("?type=care_home").get("projects")).isEmpty();
    assertThat(list("?area=320614").get("projects")).hasSize(5);
    assertThat(list("?area=320614100001").get("projects")).isEmpty();
    assertThat(list("?area=" + NORTH + "&year=2027&status=proposed").get("projects")).hasSize(1);
    for (String bad :
        new String[] {"?year=12", "?status=dreamt", "?area=nowhere", "?type=castle", "?x=1"}) {
      Api.problem(bad, Api.admin().get(PROJECTS + bad), 400);
    }
    JsonNode plan = read(PROJECTS + "/plan?from=2027");
    assertThat(plan.get("years")).hasSize(3);
    assertThat(plan.at("/totals/count").asInt()).isEqualTo(4);
    assertThat(plan.at("/totals/costYuan").asDouble()).isEqualTo(555_000.75);
    assertThat(plan.at("/years/0/costYuan").asDouble()).isEqualTo(555_000.5);
    assertThat(plan.at("/years/0/places").asInt()).isEqualTo(30);
    assertThat(plan.at("/years/0/byTown/0/name").asText()).isEqualTo("河东镇");
    assertThat(plan.at("/years/0/byTown/0/costYuan").asDouble()).isEqualTo(555_000.5);
    assertThat(plan.at("/years/0/byType/0/type").asText()).isEqualTo("meal_point");
    assertThat(plan.at("/years/0/projects")).hasSize(2);
    JsonNode later = read(PROJECTS + "/plan?from=2028&years=1");
    assertThat(later.get("years")).hasSize(1);
    assertThat(later.get("outside").asInt()).isEqualTo(3);
    assertThat(read(PROJECTS + "/plan").get("from").asInt()).as("the first").isEqualTo(2027);
    Api.problem("years", Api.admin().get(PROJECTS + "/plan?years=11"), 400);
    Api.problem("table", Api.admin().get(PROJECTS + "/plan?table=nowhere"), 404);
  }

  private static JsonNode target(JsonNode year, String column) {
    for (JsonNode target : year.get("targets")) {
      if (target.get("column").asText().equals(column)) {
        return target;
      }
    }
    throw new AssertionError("no " + column + " in " + year);
  }

  private static void assertTarget(
      JsonNode target, double aim, double achieved, double before, double planned, double missing) {
    assertThat(
            List.of(
                target.get("target").asDouble(),
                target.get("achieved").asDouble(),
                target.get("plannedBefore").asDouble(),
                target.get("planned").asDouble(),
                target.get("missing").asDouble()))
        .as("%s", target)
        .isEqualTo(List.of(aim, achieved, before, planned, missing));
  }

  /** 合计 of the table by hand: M1 is there, F6 may be; what projects add is written beside them. */
  @Test
  void targetsCountedByHand() {
    created(form("餐点 2027", "meal_point", 2027));
    created(form("餐点 2028", "meal_point", 2028));
    ObjectNode standard = form("达标站 2027", "home_care_station", 2027);
    standard.put("meetsStandard", true);
    created(standard);
    created(form("站 2027，是否达标不知", "home_care_station", 2027));
    ObjectNode off = form("取消的餐点", "meal_point", 2027);
    off.put("status", "cancelled");
    created(off);
    ObjectNode done = form("已运营的南餐点", "meal_point", 2027);
    done.put("status", "operating");
    done.put("facility", "M1");
    created(done);

    JsonNode plan = read(PROJECTS + "/plan?from=2027&years=3&table=town-plan");
    JsonNode first = plan.at("/years/0");
    assertTarget(target(first, "meal_point"), 3, 1, 0, 1, 1);
    assertThat(target(first, "meal_point").get("achievedAtMost").asDouble()).isEqualTo(2);
    assertTarget(target(first, "urban_station_standard"), 2, 0, 0, 1, 1);
    assertThat(target(first, "urban_station_standard").get("plannedAtMost").asDouble())
        .as("the other may meet the standard, too")
        .isEqualTo(2);
    assertThat(target(first, "urban_station_standard").get("unknown").toString())
        .contains("meetsStandard");
    JsonNode second = plan.at("/years/1");
    assertTarget(target(second, "meal_point"), 5, 1, 1, 1, 2);
    assertTarget(target(second, "urban_station_standard"), 3, 0, 1, 0, 2);
    JsonNode third = plan.at("/years/2");
    assertTarget(target(third, "meal_point"), 5, 1, 2, 0, 2);
    assertThat(target(third, "meal_point").get("targetYear").asInt()).isEqualTo(2028);
    assertThat(plan.get("method").asText()).contains("31 December");
    // Without a table: those that have an area which is loaded. 海门's towns are not.
    JsonNode any = read(PROJECTS + "/plan?from=2027&years=1");
    assertThat(any.at("/years/0/targets").findValuesAsText("table")).containsOnly("town-plan");
    assertThat(any.at("/years/0/targets")).isEqualTo(first.get("targets"));
  }

  private static ObjectNode scenario(String name) {
    return (ObjectNode)
        Api.parse(
            """
            {"name":"%s","changes":[
             {"op":"add","key":"a1","type":"meal_point","name":"北餐点","lon":121.002,"lat":31.904,
              "capacity":40,"costYuan":200000,"candidate":null},
             {"op":"add","key":"a2","type":"home_care_station","lon":121.000,"lat":31.892},
             {"op":"close","facility":"M1"},
             {"op":"move","facility":"F2","lon":121.002,"lat":31.9035,"costYuan":50000},
             {"op":"resize","facility":"F3","capacity":80,"costYuan":90000},
             {"op":"footbridge","key":"b1","from":{"lon":121.002,"lat":31.900},
              "to":{"lon":121.002,"lat":31.892},"costYuan":3000000},
             {"op":"close-street","key":"s1","lon":121.001,"lat":31.900}]}
            """
                .formatted(name));
  }

  /** Every change by itself is what /scenarios/try says of it; streets alone have no type here. */
  private static void assertReach(JsonNode created) {
    JsonNode changes = scenario("x").get("changes");
    String[] types = {"meal_point", "home_care_station", "meal_point", "home_care_station"};
    for (int i = 0; i < types.length; i++) {
      ObjectNode one = JsonNodeFactory.instance.objectNode();
      one.putArray("changes").add(changes.get(i));
      JsonNode tried =
          Api.parse(post("/api/v1/scenarios/try?minutes=5&group=age60&type=" + types[i], one));
      assertThat(created.get(i).get("gainPeople")).as("%d", i).isEqualTo(tried.get("gained"));
      assertThat(created.get(i).get("lostPeople")).as("%d", i).isEqualTo(tried.get("lost"));
    }
    // M1 is the only meal point of the mainland; D1 stands 56 m from it.
    assertThat(created.at("/2/lostPeople").asDouble()).isGreaterThanOrEqualTo(10.5);
    assertThat(created.at("/2/gainPeople").asDouble()).isZero();
    for (int i = 4; i < 7; i++) {
      assertThat(created.get(i).get("gainPeople").isNull()).as("%d", i).isTrue();
      assertThat(created.get(i).get("lostPeople").isNull()).as("%d", i).isTrue();
    }
  }

  @Test
  void aClosedStreetIsJudgedByTheTypeAskedFor() {
    ObjectNode scenario =
        (ObjectNode)
            Api.parse(
                """
                {"name":"封路 %s","changes":[
                 {"op":"close-street","key":"s1","lon":121.001,"lat":31.900},
                 {"op":"footbridge","key":"b1","from":{"lon":121.002,"lat":31.900},
                  "to":{"lon":121.002,"lat":31.892}}]}
                """
                    .formatted(UUID.randomUUID()));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("scenario", Api.parse(post("/api/v1/scenarios", scenario)).get("id").asText());
    body.put("year", 2027);
    String asked = "?type=meal_point&minutes=15&group=age60";
    JsonNode created = Api.parse(post(PROJECTS + "/from-scenario" + asked, body)).get("created");
    assertThat(created.at("/0/kind").asText()).isEqualTo("close-street");
    assertThat(created.at("/0/name").asText()).as("its name in OSM").isEqualTo("封闭道路：南街");
    for (int i = 0; i < 2; i++) {
      ObjectNode one = JsonNodeFactory.instance.objectNode();
      one.putArray("changes").add(scenario.get("changes").get(i));
      JsonNode tried = Api.parse(post("/api/v1/scenarios/try" + asked, one));
      assertThat(created.get(i).get("gainPeople")).as("%d", i).isEqualTo(tried.get("gained"));
      assertThat(created.get(i).get("lostPeople")).as("%d", i).isEqualTo(tried.get("lost"));
    }
  }

  @Test
  void whatNobodyKnowsIsNotNought() {
    created(form("不知", "meal_point", 2027));
    JsonNode totals = list("").get("totals");
    assertThat(totals.get("gainPeople").isNull()).isTrue();
    assertThat(totals.get("lostPeople").isNull()).isTrue();
    assertThat(totals.get("unknownGains").asInt()).isEqualTo(1);
    JsonNode year = read(PROJECTS + "/plan?from=2027&years=1").at("/years/0");
    assertThat(year.get("gainPeople").isNull()).isTrue();
  }

  @Test
  void aScenarioBecomesProjectsOnce() {
    Response saved = post("/api/v1/scenarios", scenario("三站 " + UUID.randomUUID()));
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);
    String id = Api.parse(saved).get("id").asText();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("scenario", id);
    body.put("year", 2027);
    body.put("quarter", 4);
    body.put("responsibleUnit", "民政局");
    body.put("status", "approved");
    Response answer = post(PROJECTS + "/from-scenario?minutes=5&group=age60", body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    JsonNode made = Api.parse(answer);
    assertThat(made.get("existing")).isEmpty();
    assertThat(made.get("created").findValuesAsText("change"))
        .containsExactly(
            "add:a1",
            "add:a2",
            "close:M1",
            "move:F2",
            "resize:F3",
            "footbridge:b1",
            "close-street:s1");
    assertThat(made.get("created").findValuesAsText("kind"))
        .containsExactly("add", "add", "close", "move", "resize", "footbridge", "close-street");
    JsonNode first = made.at("/created/0");
    assertThat(first.get("name").asText()).isEqualTo("北餐点");
    assertThat(first.get("costYuan").asDouble()).isEqualTo(200_000);
    assertThat(first.get("capacity").asInt()).isEqualTo(40);
    assertReach(made.get("created"));
    assertThat(first.get("status").asText()).isEqualTo("approved");
    assertThat(first.get("responsibleUnit").asText()).isEqualTo("民政局");
    assertThat(first.get("quarter").asInt()).isEqualTo(4);
    assertThat(first.get("areaCode").asText()).isEqualTo(NORTH);
    assertThat(made.at("/created/1/name").asText()).contains("居家养老服务站");
    assertThat(made.at("/created/1/costYuan").isNull()).as("unknown is not zero").isTrue();
    assertThat(made.at("/created/3/facility").asText()).isEqualTo("F2");
    assertThat(made.at("/created/3/name").asText()).contains("北站");
    assertThat(made.at("/created/5/lat").asDouble()).isCloseTo(31.896, within(1e-9));
    JsonNode totals = list("").get("totals");
    assertThat(totals.get("count").asInt()).isEqualTo(7);
    assertThat(totals.get("costYuan").asDouble()).isEqualTo(3_340_000);
    assertThat(totals.get("unknownCosts").asInt()).isEqualTo(3);
    assertThat(totals.get("places").asInt()).as("40 of a1 and 80 of F3").isEqualTo(120);
    double gained = 0;
    double lost = 0;
    for (JsonNode project : made.get("created")) {
      gained += project.get("gainPeople").asDouble(0);
      lost += project.get("lostPeople").asDouble(0);
    }
    assertThat(totals.get("gainPeople").asDouble()).isCloseTo(gained, within(1e-9));
    assertThat(totals.get("lostPeople").asDouble()).isCloseTo(lost, within(1e-9));
    assertThat(totals.get("unknownGains").asInt()).as("bridge and street").isEqualTo(2);

    // M1 closes and a1 opens: one comes, one goes.
    JsonNode year = read(PROJECTS + "/plan?from=2027&years=1&table=town-plan").at("/years/0");
    assertTarget(target(year, "meal_point"), 3, 1, 0, 0, 2);

    ObjectNode other = form("改过的", "meal_point", 2028);
    other.put("version", first.get("version").asLong());
    changed(first, other);
    Response again = post(PROJECTS + "/from-scenario", body);
    assertThat(again.statusCode()).isEqualTo(200);
    JsonNode second = Api.parse(again);
    assertThat(second.get("created")).isEmpty();
    assertThat(second.get("existing")).hasSize(7);
    assertThat(second.at("/existing/0/name").asText()).as("left as it is").isEqualTo("改过的");
    assertThat(second.at("/existing/0/change").asText()).isEqualTo("add:a1");
    assertThat(list("").get("projects")).hasSize(7);

    assertThat(Api.admin().delete(path(first)).statusCode()).isEqualTo(204);
    JsonNode third = Api.parse(post(PROJECTS + "/from-scenario", body));
    assertThat(third.get("created")).as("the one that was taken out").hasSize(1);
    assertThat(third.get("existing")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scenario | "nonsense"                             | 400 | scenario
          scenario | null                                   | 400 | scenario
          scenario | "00000000-0000-0000-0000-000000000000" | 404 | scenario
          year     | null                                   | 400 | year
          year     | 1999                                   | 400 | 2000
          quarter  | 5                                      | 400 | 1 to 4
          status   | "dreamt"                               | 400 | proposed
          """)
  void aBadTakeOverMakesNothing(String field, String json, int status, String legal) {
    Response saved = post("/api/v1/scenarios", scenario("坏 " + UUID.randomUUID()));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("scenario", Api.parse(saved).get("id").asText());
    body.put("year", 2027);
    body.set(field, Api.parse(json));
    assertThat(
            Api.problem(field, post(PROJECTS + "/from-scenario", body), status)
                .get("detail")
                .asText())
        .contains(legal);
    assertThat(list("").get("projects")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name     | ""          | name
          kind     | "castle"    | footbridge
          type     | "castle"    | care_home
          type     | null        | care_home
          lon      | null        | -180
          lat      | 91          | -90
          areaCode | "nowhere"   | loaded area
          year     | null        | 2000
          year     | 2101        | 2100
          quarter  | 0           | 1 to 4
          status   | "dreamt"    | cancelled
          costYuan | -1          | 0 to
          capacity | -1          | 0 to 1000000
          gainPeople | -5        | 0 to
          lostPeople | -5        | 0 to
          candidate | "c:NOPE"   | loaded candidate
          facility | "nobody"    | loaded facility
          scenario | "nonsense"  | saved scenario
          scenario | "00000000-0000-0000-0000-000000000000" | saved scenario
          note     | "a\\u0000b" | control
          """)
  void whatCannotBeIsRefused(String field, String json, String legal) {
    ObjectNode form = form("坏的", "meal_point", 2027);
    form.set(field, Api.parse(json));
    assertThat(Api.problem(field, post(PROJECTS, form), 400).get("detail").asText())
        .contains(field)
        .contains(legal);
    assertThat(list("").get("projects")).isEmpty();
  }

  @Test
  void aProjectNeedsNoPlaceUnlessItOpensSomething() {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("name", "培训护理员");
    form.put("year", 2027);
    JsonNode made = created(form);
    assertThat(made.get("kind").asText()).isEqualTo("other");
    assertThat(made.get("lon").isNull()).isTrue();
    assertThat(made.get("areaCode").isNull()).isTrue();
    assertThat(read(PROJECTS + "/plan").at("/years/0/byTown/0/code").isNull()).isTrue();
  }

  private static byte[] export(String path) throws IOException {
    Response answer = Api.admin().get(PROJECTS + "/" + path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.contentType()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
    assertThat(answer.header("Content-Disposition")).as(path).startsWith("attachment");
    byte[] body = answer.asByteArray();
    if (KEEP != null) {
      Files.createDirectories(Path.of(KEEP));
      Files.write(Path.of(KEEP, path.replaceAll("[?=&]", "-")), body);
    }
    return body;
  }

  private static List<Map<String, Cell>> rows(Sheet sheet) {
    List<Map<String, Cell>> rows = new ArrayList<>();
    Row head = sheet.getRow(2);
    for (int r = 3; r <= sheet.getLastRowNum(); r++) {
      Map<String, Cell> cells = new HashMap<>();
      for (Cell cell : sheet.getRow(r)) {
        cells.put(head.getCell(cell.getColumnIndex()).getStringCellValue(), cell);
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String paper(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  private static void threeProjects() {
    ObjectNode one = form("北社区助餐点", "meal_point", 2027);
    one.put("costYuan", 355_500);
    one.put("quarter", 2);
    one.put("responsibleUnit", "河东镇民政办");
    one.put("fundingSource", "=福彩公益金");
    one.put("gainPeople", 42.5);
    one.put("lostPeople", 4.5);
    one.put("capacity", 40);
    created(one);
    ObjectNode two = form("岛村站", "home_care_station", 2027);
    two.put("lon", -3.935158);
    two.put("lat", 31.892);
    two.put("areaCode", "320614100003");
    two.put("quarter", 4);
    created(two);
    ObjectNode three = form("护理站", "nursing_station", 2029);
    three.put("costYuan", 1_000_000);
    created(three);
  }

  @Test
  void theLibraryIsTheSameInEveryForm() throws IOException {
    threeProjects();
    JsonNode list = list("");
    String run = read(PROJECTS + "/plan?from=2027&years=3").get("run").asText();
    assertThat(run).isNotEqualTo(list.get("run").asText());
    JsonNode map =
        Api.parse(new String(export("library.geojson?from=2027"), StandardCharsets.UTF_8));
    assertThat(map.get("features")).hasSize(3);
    assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(121.002);
    assertThat(map.at("/features/0/id")).isEqualTo(list.at("/projects/0/id"));
    assertThat(map.at("/features/0/properties/costYuan").asDouble()).isEqualTo(355_500);
    assertThat(map.at("/features/0/properties/year").isInt()).isTrue();
    assertThat(map.at("/features/1/properties/costYuan").isNull()).isTrue();
    String csv = new String(export("library.csv?from=2027"), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF");
    String[] lines = csv.substring(1).split("\r\n");
    assertThat(lines).hasSize(4);
    List<String> head = List.of(lines[0].split(",", -1));
    String[] first = lines[1].split(",", -1);
    assertThat(first[head.indexOf("项目")]).isEqualTo("北社区助餐点");
    assertThat(first[head.indexOf("投资（元）")]).isEqualTo("355500");
    assertThat(first[head.indexOf("资金来源")]).as("no formula").isEqualTo("'=福彩公益金");
    assertThat(first[head.indexOf("地点")]).isEqualTo("河东镇北社区");
    assertThat(lines[2].split(",", -1)[head.indexOf("投资（元）")]).isEmpty();
    assertThat(lines[2].split(",", -1)[head.indexOf("经度")]).isEqualTo("-3.935158");
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(export("library.xlsx?from=2027")))) {
      assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).contains("三年建设项目库");
      List<Map<String, Cell>> sheet = rows(book.getSheetAt(0));
      assertThat(sheet).hasSize(3);
      assertThat(sheet.get(0).get("投资（元）").getNumericCellValue()).isEqualTo(355_500);
      assertThat(sheet.get(1).get("投资（元）").getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.get(0).get("资金来源").getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.get(2).get("年度").getNumericCellValue()).isEqualTo(2029);
      List<Map<String, Cell>> years = rows(book.getSheet("分年度合计"));
      assertThat(years.get(2).get("投资（万元）").getNumericCellValue()).isEqualTo(135.55);
      assertThat(years.get(2).get("项目数").getNumericCellValue()).isEqualTo(3);
      assertThat(years.get(2).get("投资未定项目数").getNumericCellValue()).isEqualTo(1);
      assertThat(rows(book.getSheet("变更记录"))).hasSize(3);
    }
    String paper = paper(export("library.pdf?from=2027"));
    assertThat(paper)
        .contains("三年建设项目库", "2027—2029年", "共3个项目，投资135.55万元", "北社区助餐点", "护理站")
        .contains("355,500");
    assertThat(new String(export("library.csv?from=2028"), StandardCharsets.UTF_8))
        .contains("护理站")
        .doesNotContain("岛村站");
    assertThat(paper(export("library.pdf?lang=en"))).contains("Three-yearprojectlibrary");
    Api.problem("form", Api.admin().get(PROJECTS + "/library.doc"), 404);
    Api.problem("from", Api.admin().get(PROJECTS + "/library.csv?from=x"), 400);
  }

  @Test
  void thePlanOfAYear() throws IOException {
    threeProjects();
    JsonNode plan = read(PROJECTS + "/plan?from=2027&years=1");
    try (Workbook book =
        WorkbookFactory.create(new ByteArrayInputStream(export("plan.xlsx?year=2027")))) {
      Sheet first = book.getSheetAt(0);
      assertThat(first.getRow(0).getCell(0).getStringCellValue()).contains("2027 年度实施计划");
      assertThat(first.getRow(1).getCell(0).getStringCellValue())
          .contains(plan.get("run").asText());
      List<String> head = new ArrayList<>();
      first.getRow(2).forEach(cell -> head.add(cell.getStringCellValue()));
      assertThat(head)
          .containsExactly(
              "序号",
              "项目",
              "类型",
              "地点",
              "责任单位",
              "投资（万元）",
              "资金来源",
              "完成季度",
              "新增走得到（人）",
              "减少走得到（人）",
              "状态");
      List<Map<String, Cell>> sheet = rows(first);
      assertThat(sheet).hasSize(3);
      Map<String, Cell> one = sheet.get(0);
      assertThat(one.get("项目").getStringCellValue()).isEqualTo("北社区助餐点");
      assertThat(one.get("类型").getStringCellValue()).isEqualTo("新建、助餐点");
      assertThat(one.get("地点").getStringCellValue()).isEqualTo("河东镇北社区");
      assertThat(one.get("责任单位").getStringCellValue()).isEqualTo("河东镇民政办");
      assertThat(one.get("投资（万元）").getNumericCellValue()).isEqualTo(35.55);
      assertThat(one.get("完成季度").getStringCellValue()).isEqualTo("第2季度");
      assertThat(one.get("新增走得到（人）").getNumericCellValue()).isEqualTo(42.5);
      assertThat(one.get("减少走得到（人）").getNumericCellValue()).isEqualTo(4.5);
      assertThat(sheet.get(2).get("减少走得到（人）").getNumericCellValue()).isEqualTo(4.5);
      assertThat(sheet.get(1).get("投资（万元）").getStringCellValue()).isEqualTo("—");
      assertThat(sheet.get(2).get("项目").getStringCellValue()).isEqualTo("合计");
      assertThat(sheet.get(2).get("投资（万元）").getNumericCellValue())
          .isEqualTo(plan.at("/years/0/costYuan").asDouble() / 10_000);
      List<Map<String, Cell>> towns = rows(book.getSheet("分区域资金"));
      assertThat(towns.get(0).get("街道（镇）").getStringCellValue()).isEqualTo("河东镇");
      assertThat(towns.get(0).get("项目数").getNumericCellValue()).isEqualTo(2);
      assertThat(towns.get(1).get("投资（万元）").getNumericCellValue()).isEqualTo(35.55);
      List<Map<String, Cell>> targets = rows(book.getSheet("与年度目标对照"));
      JsonNode meal = target(plan.at("/years/0"), "meal_point");
      assertThat(targets.get(0).get("当年目标").getNumericCellValue())
          .isEqualTo(meal.get("target").asDouble());
      assertThat(targets.get(0).get("已完成，最多").getNumericCellValue())
          .isEqualTo(meal.get("achievedAtMost").asDouble());
      assertThat(targets.get(0).get("尚缺").getNumericCellValue())
          .isEqualTo(meal.get("missing").asDouble());
    }
    String paper = paper(export("plan.pdf?year=2027"));
    assertThat(paper)
        .contains("2027年度实施计划", "共2个项目，投资35.55万元", "其中1个项目投资未定", "河东镇民政办")
        .contains("第2季度", "合计", "与年度目标对照", plan.get("run").asText());
    assertThat(paper(export("plan.pdf?year=2031"))).contains("本年没有项目");
    Api.problem("form", Api.admin().get(PROJECTS + "/plan.csv"), 404);
  }

  @Test
  void thePublicSeesNothing() {
    JsonNode made = created(form("内部", "meal_point", 2027));
    for (String path :
        new String[] {
          "",
          "/plan",
          "/" + made.get("id").asText(),
          "/library.xlsx",
          "/library.csv",
          "/library.geojson",
          "/library.pdf",
          "/plan.xlsx",
          "/plan.pdf"
        }) {
      assertThat(given().get(PROJECTS + path).statusCode()).as(path).isEqualTo(401);
    }
    String body = form("x", "meal_point", 2027).toString();
    for (String path : new String[] {"", "/from-scenario"}) {
      Api.problem(
          path, given().contentType("application/json").body(body).post(PROJECTS + path), 401);
    }
    Api.problem("put", given().contentType("application/json").body(body).put(path(made)), 401);
    Api.problem("delete", given().delete(path(made)), 401);
    assertThat(list("").get("projects")).hasSize(1);
    Api.problem("no id", Api.admin().get(PROJECTS + "/nonsense"), 404);
  }
}
