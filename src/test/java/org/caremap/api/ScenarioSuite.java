package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes tried, saved, compared and rebased, in the hand-drawn town. */
abstract class ScenarioSuite extends OnceLoaded {
  private static final String SCENARIOS = "/api/v1/scenarios";
  private static final String[] WALKERS = {
    "",
    "&trip=to&flat=true&speedKmh=3.6",
    "&trip=back",
    "&profile=step-free",
    "&zoneMinutes=village:12"
  };

  @Override
  void load() {
    Town.load();
  }

  // --- asking -----------------------------------------------------------------------------------

  private static Response post(String path, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post(path);
  }

  private static JsonNode ok(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Api.parse(answer);
  }

  private static JsonNode tried(String question, String... changes) {
    String body = "{\"detail\":\"areas\",\"changes\":[%s]}".formatted(String.join(",", changes));
    return ok(post(SCENARIOS + "/try?" + question, body), 200);
  }

  private static JsonNode saved(String name, String... changes) {
    return ok(
        post(
            SCENARIOS,
            "{\"name\":\"%s\",\"changes\":[%s]}".formatted(name, String.join(",", changes))),
        201);
  }

  private static JsonNode scenario(String id) {
    return ok(Api.admin().get(SCENARIOS + "/" + id), 200);
  }

  private static void deleted(JsonNode scenario) {
    String path = SCENARIOS + "/" + scenario.get("id").asText();
    assertThat(Api.admin().delete(path).statusCode()).isEqualTo(204);
    Api.problem(path, Api.admin().get(path), 404);
  }

  private static String add(String key, String type, double lon, double lat, String more) {
    return "{\"op\":\"add\",\"key\":\"%s\",\"type\":\"%s\",\"lon\":%s,\"lat\":%s%s}"
        .formatted(key, type, lon, lat, more);
  }

  private static String move(String facility, double lon, double lat) {
    return "{\"op\":\"move\",\"facility\":\"%s\",\"lon\":%s,\"lat\":%s}"
        .formatted(facility, lon, lat);
  }

  private static String close(String facility) {
    return "{\"op\":\"close\",\"facility\":\"%s\"}".formatted(facility);
  }

  private static String resize(String facility, int capacity, String more) {
    return "{\"op\":\"resize\",\"facility\":\"%s\",\"capacity\":%d%s}"
        .formatted(facility, capacity, more);
  }

  private static String bridge(String key, double lon, double lat, double lon2, double lat2) {
    return ("{\"op\":\"footbridge\",\"key\":\"%s\",\"from\":{\"lon\":%s,\"lat\":%s},"
            + "\"to\":{\"lon\":%s,\"lat\":%s},\"costYuan\":300000}")
        .formatted(key, lon, lat, lon2, lat2);
  }

  private static String closeStreet(String key, double lon, double lat) {
    return "{\"op\":\"close-street\",\"key\":\"%s\",\"lon\":%s,\"lat\":%s}"
        .formatted(key, lon, lat);
  }

  // --- really doing it --------------------------------------------------------------------------

  /** A facility as it really is; {@code beds} null for unknown. */
  private record Real(String id, String name, String type, double lon, double lat) {
    Real at(double newLon, double newLat) {
      return new Real(id, name, type, newLon, newLat);
    }

    void put(String status, Integer beds) {
      Response answer =
          Api.admin()
              .contentType(ContentType.JSON)
              .body(body(status, beds))
              .put("/api/v1/facilities/" + id);
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void open(Integer beds) {
      Response answer = ScenarioSuite.post("/api/v1/facilities", body("operating", beds));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private String body(String status, Integer beds) {
      return ("{\"externalId\":\"%s\",\"name\":\"%s\",\"type\":\"%s\",\"lon\":%s,\"lat\":%s,"
              + "\"status\":\"%s\",\"beds\":%s}")
          .formatted(id, name, type, lon, lat, status, beds);
    }
  }

  private static final Real F1 = new Real("F1", "东南站", "home_care_station", 121.004, 31.8998);
  private static final Real F2 = new Real("F2", "北站", "home_care_station", 121.001, 31.9042);

  /** Another test may have left some: everything back to where it was. */
  private static void asItWas() {
    F1.put("operating", null);
    F2.put("operating", null);
    for (JsonNode f : Api.get("/api/v1/facilities?limit=1000").get("features")) {
      String id = f.at("/properties/externalId").asText();
      if (id.startsWith("T-") && !f.at("/properties/status").asText().equals("closed")) {
        Api.admin().contentType(ContentType.JSON).post("/api/v1/facilities/" + id + "/close");
      }
    }
  }

  /** A tried answer against the coverage of today, after the change was really made. */
  private static void assertIsCoverage(String what, JsonNode tried, String question) {
    JsonNode done = Api.get("/api/v1/coverage?level=community&" + question);
    assertThat(tried.get("after")).as(what).isEqualTo(done.get("total"));
    for (String group : List.of("residents", "age65", "age80")) {
      assertThat(tried.at("/groups/" + group + "/after"))
          .as("%s, %s", what, group)
          .isEqualTo(Api.get("/api/v1/coverage?group=" + group + "&" + question).get("total"));
    }
    assertThat(tried.at("/facilities/after").asInt()).isEqualTo(done.get("facilities").asInt());
    double net = tried.get("gained").asDouble() - tried.get("lost").asDouble();
    double difference =
        tried.at("/after/covered").asDouble() - tried.at("/before/covered").asDouble();
    assertThat(net).as(what).isCloseTo(difference, within(1e-6));
    for (JsonNode area : tried.get("areas")) {
      assertThat(area.get("before")).as(what).isNotEqualTo(area.get("after"));
    }
  }

  /** Areas of an answer of /coverage by code, numbers only. */
  private static Map<String, JsonNode> areas(JsonNode coverage) {
    Map<String, JsonNode> areas = new TreeMap<>();
    for (JsonNode area : coverage.get("areas")) {
      areas.put(area.get("code").asText(), numbers(area));
    }
    return areas;
  }

  private static JsonNode numbers(JsonNode area) {
    com.fasterxml.jackson.databind.node.ObjectNode numbers = area.deepCopy();
    numbers.remove(List.of("code", "name", "level", "parent"));
    return numbers;
  }

  private static void assertAreas(String what, JsonNode tried, JsonNode before, JsonNode after) {
    Map<String, JsonNode> expected = areas(before);
    for (JsonNode area : tried.get("areas")) {
      assertThat(area.get("before")).as(what).isEqualTo(expected.get(area.get("code").asText()));
      expected.put(area.get("code").asText(), area.get("after"));
    }
    assertThat(expected).as(what).isEqualTo(areas(after));
  }

  /** Every kind of change of a facility, at random places: tried, then really made. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doingItEqualsTryingIt(long seed) {
    asItWas();
    Random random = new Random(seed);
    String question =
        "type=home_care_station&minutes=%d%s"
            .formatted(2 + random.nextInt(12), WALKERS[(int) (seed % WALKERS.length)]);
    double lon = place(random, 120.999, 0.006);
    double lat = place(random, 31.889, 0.016);
    double lon2 = place(random, 120.999, 0.006);
    double lat2 = place(random, 31.899, 0.006);
    String what = "seed " + seed;
    JsonNode before = Api.get("/api/v1/coverage?level=community&" + question);

    JsonNode added = tried(question, add("a", "home_care_station", lon, lat, ""));
    JsonNode moved = tried(question, move("F1", lon2, lat2));
    JsonNode closed = tried(question, close("F2"));
    JsonNode all =
        tried(
            question,
            add("a", "home_care_station", lon, lat, ""),
            move("F1", lon2, lat2),
            close("F2"),
            // Of another type: nothing to this question.
            add("b", "clinic", lon, lat, ""));
    assertThat(added.get("before")).as(what).isEqualTo(before.get("total"));

    Real site = new Real("T-" + seed, "新站", "home_care_station", lon, lat);
    site.open(null);
    assertIsCoverage(what + " add", added, question);
    assertAreas(what, added, before, Api.get("/api/v1/coverage?level=community&" + question));
    F1.at(lon2, lat2).put("operating", null);
    F2.put("closed", null);
    assertIsCoverage(what + " all", all, question);
    assertAreas(what, all, before, Api.get("/api/v1/coverage?level=community&" + question));
    site.put("closed", null);
    F2.put("operating", null);
    assertIsCoverage(what + " move", moved, question);
    F1.put("operating", null);
    F2.put("closed", null);
    assertIsCoverage(what + " close", closed, question);
    asItWas();
  }

  private static double place(Random random, double from, double width) {
    return Math.rint((from + random.nextDouble() * width) * 1e6) / 1e6;
  }

  /** Bridges and closed streets against streets that are really drawn so. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void changedStreetsAreThoseOfANewMap(int walker) {
    asItWas();
    String question =
        "type=home_care_station&minutes=%d%s".formatted(6 + 5 * walker, WALKERS[walker]);
    String over = "<way id=\"201\"><nd ref=\"1\"/><nd ref=\"21\"/>";
    String residential = "<tag k=\"highway\" v=\"residential\"/></way>";
    String northRow = "<way id=\"105\"><nd ref=\"7\"/><nd ref=\"8\"/><nd ref=\"9\"/>";
    JsonNode bridged = tried(question, bridge("b", 121.0, 31.9, 121.0, 31.892));
    JsonNode shut = tried(question, closeStreet("s", 121.001, 31.904));
    JsonNode both =
        tried(
            question,
            bridge("b", 121.0, 31.9, 121.0, 31.892),
            closeStreet("s", 121.001, 31.904),
            add("a", "home_care_station", 121.0035, 31.8921, ""));
    assertThat(shut.at("/snapped/0/line")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(bridged.at("/snapped/0/end").asText()).isEqualTo("from");
    String withBridge = Town.OSM.replace("</osm>", over + residential + "</osm>");
    String without = northRow.replace("<nd ref=\"7\"/>", "");
    try {
      streets(withBridge);
      assertIsCoverage("bridge " + walker, bridged, question);
      streets(Town.OSM.replace(northRow, without));
      assertIsCoverage("closed " + walker, shut, question);
      streets(withBridge.replace(northRow, without));
      new Real("T-b" + walker, "岛站", "home_care_station", 121.0035, 31.8921).open(null);
      assertIsCoverage("both " + walker, both, question);
    } finally {
      streets(Town.OSM);
      asItWas();
    }
  }

  private static void streets(String osm) {
    Upload.of("streets", "town.osm", osm).imported();
  }

  @Test
  void placesAreThoseOfTheExactAssignment() {
    asItWas();
    F1.put("operating", 12);
    F2.put("operating", 20);
    String question = "type=home_care_station&minutes=9&trip=to&flat=true&speedKmh=3.6";
    JsonNode before = Api.get("/api/v1/assignment?" + question);
    JsonNode tried =
        tried(
            question + "&capacity=true",
            resize("F2", 31, ""),
            add("a", "home_care_station", 121.002, 31.892, ",\"capacity\":9"),
            closeStreet("s", 121.001, 31.9));
    assertThat(tried.at("/capacity/before/people")).isEqualTo(before.get("total"));
    assertThat(tried.at("/capacity/before/places/capacity").asInt()).isEqualTo(32);
    assertThat(tried.at("/capacity/after/places/capacity").asInt()).isEqualTo(12 + 31 + 9);
    assertThat(tried(question, close("F2")).get("capacity").isNull()).isTrue();
    F2.put("operating", 31);
    new Real("T-cap", "岛站", "home_care_station", 121.002, 31.892).open(9);
    String row = "<way id=\"101\"><nd ref=\"1\"/><nd ref=\"2\"/>";
    try {
      streets(Town.OSM.replace(row, "<way id=\"101\">"));
      assertThat(tried.at("/capacity/after/people"))
          .isEqualTo(Api.get("/api/v1/assignment?" + question).get("total"));
    } finally {
      streets(Town.OSM);
      asItWas();
    }
  }

  /** From the south-east to the island: those who lose and those who gain are not set off. */
  @Test
  void gainsAndLossesAreNotNetted() {
    asItWas();
    String question = "type=home_care_station&minutes=3&trip=to&flat=true&speedKmh=3.6";
    JsonNode moved = tried(question, move("F1", 121.0, 31.892));
    // 189 m from 22: D5 on 21 gains; D9 at F1's corner (22 m) and D2 lose.
    assertThat(moved.get("gained").asDouble()).isEqualTo(7);
    assertThat(moved.get("lost").asDouble()).isGreaterThan(0);
    JsonNode snapped = moved.at("/snapped/0");
    assertThat(snapped.get("key").asText()).isEqualTo("F1");
    assertThat(snapped.get("island").asBoolean()).isTrue();
    assertThat(snapped.get("snapMeters").asDouble()).isZero();
    JsonNode far = tried(question, add("a", "home_care_station", 121.03, 31.9, ""));
    assertThat(far.at("/snapped/0/onStreet").asBoolean()).isFalse();
    assertThat(far.at("/snapped/0/snapMeters").isNull()).isTrue();
    assertThat(far.get("after")).isEqualTo(far.get("before"));
  }

  @Test
  void costsThatNobodyHasSaidAreNotZero() {
    asItWas();
    JsonNode tried =
        tried(
            "type=clinic",
            add("a", "home_care_station", 121.001, 31.9, ",\"costYuan\":200000"),
            add("b", "home_care_station", 121.002, 31.9, ""),
            close("F2"),
            resize("F1", 10, ",\"costYuan\":0.5"));
    assertThat(tried.get("yuan").asDouble()).isEqualTo(200000.5);
    assertThat(tried.get("unknownCosts").asInt()).isEqualTo(1);
  }

  @Test
  void savedEditedCopiedAndDeleted() {
    asItWas();
    JsonNode made =
        saved(
            " 甲方案 ",
            add(
                "a1",
                "home_care_station",
                121.001,
                31.9,
                ",\"name\":\"南站\",\"candidate\":\"c:P1\""),
            bridge("b1", 121.0, 31.9, 121.0, 31.892),
            close("F2"));
    String id = made.get("id").asText();
    assertThat(made.get("name").asText()).isEqualTo("甲方案");
    assertThat(made.get("stale").asBoolean()).isFalse();
    assertThat(made.at("/data/streets").asText()).hasSize(12);
    assertThat(made.at("/changes/0/op").asText()).isEqualTo("add");
    assertThat(made.at("/changes/0/candidate").asText()).isEqualTo("c:P1");
    assertThat(made.at("/changes/1/from/lon").asDouble()).isEqualTo(121.0);
    assertThat(scenario(id)).isEqualTo(made);
    // What is answered can be sent back as it is.
    String back =
        "{\"name\":\"甲方案\",\"note\":\"会后\",\"changes\":%s,\"version\":%d}"
            .formatted(made.get("changes"), made.get("version").asLong());
    String path = SCENARIOS + "/" + id;
    JsonNode edited = ok(Api.admin().contentType(ContentType.JSON).body(back).put(path), 200);
    assertThat(edited.get("version").asLong()).isGreaterThan(made.get("version").asLong());
    assertThat(edited.get("changes")).isEqualTo(made.get("changes"));
    assertThat(edited.get("note").asText()).isEqualTo("会后");
    JsonNode stale =
        Api.problem("stale", Api.admin().contentType(ContentType.JSON).body(back).put(path), 409);
    assertThat(stale.get("detail").asText()).contains("甲方案").contains("in between");
    assertThat(ok(Api.admin().get(path + "/versions"), 200)).isEmpty();
    String unsaid = "{\"name\":\"甲方案\",\"changes\":[]}";
    JsonNode none =
        Api.problem(
            "no version", Api.admin().contentType(ContentType.JSON).body(unsaid).put(path), 400);
    assertThat(none.get("parameter").asText()).isEqualTo("version");
    assertThat(scenario(id)).isEqualTo(edited);
    String fewer =
        "{\"name\":\"甲方案\",\"changes\":[%s],\"version\":%d}"
            .formatted(close("F1"), edited.get("version").asLong());
    JsonNode after = ok(Api.admin().contentType(ContentType.JSON).body(fewer).put(path), 200);
    assertThat(after.get("changes")).hasSize(1);
    JsonNode versions = ok(Api.admin().get(path + "/versions"), 200);
    assertThat(versions).hasSize(1);
    assertThat(versions.at("/0/changes")).isEqualTo(made.get("changes"));
    JsonNode taken = Api.problem("name", post(SCENARIOS, "{\"name\":\"甲方案\",\"changes\":[]}"), 409);
    assertThat(taken.get("detail").asText()).contains("please");
    JsonNode copy = ok(post(path + "/copy", "{}"), 201);
    assertThat(copy.get("name").asText()).isEqualTo("甲方案 (2)");
    assertThat(copy.get("changes")).isEqualTo(after.get("changes"));
    JsonNode named = ok(post(path + "/copy", "{\"name\":\"乙方案\"}"), 201);
    assertThat(named.get("name").asText()).isEqualTo("乙方案");
    List<String> names = new ArrayList<>();
    ok(Api.admin().get(SCENARIOS), 200).forEach(s -> names.add(s.get("name").asText()));
    assertThat(names).contains("甲方案", "甲方案 (2)", "乙方案");
    deleted(made);
    deleted(copy);
    deleted(named);
  }

  @Test
  void columnsAreWhatEachScenarioAnswersAlone() {
    asItWas();
    String[] first = {
      add("a", "home_care_station", 121.002, 31.892, ",\"costYuan\":300000,\"capacity\":40"),
      close("F2")
    };
    String[] second = {bridge("b", 121.0, 31.9, 121.0, 31.892), move("F1", 121.0, 31.9)};
    JsonNode one = saved("比较一", first);
    JsonNode two = saved("比较二", second);
    String question = "type=home_care_station&minutes=7&group=residents";
    JsonNode compared =
        ok(
            Api.admin()
                .get(
                    "%s/compare?%s&scenario=%s&scenario=%s"
                        .formatted(
                            SCENARIOS, question, one.get("id").asText(), two.get("id").asText())),
            200);
    JsonNode columns = compared.get("columns");
    assertThat(compared.get("run").asText()).hasSize(16);
    assertThat(columns).hasSize(3);
    JsonNode base = Api.get("/api/v1/coverage?level=community&" + question);
    assertThat(columns.at("/0/id").asText()).isEqualTo("base");
    assertThat(columns.at("/0/total")).isEqualTo(base.get("total"));
    assertThat(areas(columns.get(0))).isEqualTo(areas(base));
    assertThat(columns.at("/1/total")).isEqualTo(tried(question, first).get("after"));
    assertThat(columns.at("/2/total")).isEqualTo(tried(question, second).get("after"));
    assertThat(columns.at("/1/yuan").asDouble()).isEqualTo(300000);
    assertThat(columns.at("/2/unknownCosts").asInt()).isEqualTo(1);
    assertThat(columns.at("/1/facilities").asInt()).isEqualTo(2);
    assertThat(columns.at("/1/capacity").asInt()).isEqualTo(40);
    assertThat(columns.at("/1/unknownCapacity").asInt()).isEqualTo(1);
    assertThat(columns.at("/1/groups/age60/demand").asDouble())
        .isEqualTo(tried(question, first).at("/groups/age60/after/demand").asDouble());
    // The bridge leads 7 more of 60 and over to a station within an hour, none in seven minutes.
    assertThat(columns.at("/2/meanMinutes").asDouble())
        .isEqualTo(tried(question, second).at("/meanMinutes/after").asDouble());
    for (String form : new String[] {"csv", "xlsx"}) {
      Response file =
          Api.admin()
              .get(
                  "%s/compare.%s?%s&scenario=%s"
                      .formatted(SCENARIOS, form, question, one.get("id").asText()));
      assertThat(file.statusCode()).as(form).isEqualTo(200);
      if (form.equals("csv")) {
        assertThat(file.asString()).contains("比较一").contains("300000");
      }
    }
    deleted(one);
    deleted(two);
  }

  /** What a scenario of before means when facilities and streets have changed. */
  @Test
  void whatHasMovedSinceIsSaid() {
    asItWas();
    F1.put("operating", 10);
    new Real("T-gone", "将停站", "home_care_station", 121.002, 31.904).open(5);
    new Real("T-moves", "迁移站", "home_care_station", 121.0, 31.904).open(5);
    JsonNode made =
        saved(
            "旧方案",
            add("a", "home_care_station", 121.002, 31.892, ""), // 0: opened since
            add("b", "home_care_station", 121.001, 31.9, ""), // 1: as it was
            close("T-gone"), // 2: closed since
            move("T-moves", 121.0, 31.901), // 3: moved elsewhere since
            resize("F1", 30, ""), // 4: has that capacity since
            resize("F2", 20, ""), // 5: has another capacity since
            bridge("c", 121.0, 31.9, 121.0, 31.892), // 6: the island's streets are gone
            closeStreet("d", 121.004, 31.892)); // 7: as well
    String path = SCENARIOS + "/" + made.get("id").asText();
    for (JsonNode review : ok(Api.admin().get(path + "/review"), 200)) {
      assertThat(review.get("state").asText()).as(review.toString()).isEqualTo("kept");
    }
    assertThat(ok(Api.admin().get(path + "/drift"), 200).get("stale").asBoolean()).isFalse();
    JsonNode drift;
    try {
      new Real("T-opened", "岛站", "home_care_station", 121.0021, 31.892).open(null);
      new Real("T-gone", "将停站", "home_care_station", 121.002, 31.904).put("closed", 5);
      new Real("T-moves", "迁移站", "home_care_station", 121.001, 31.904).put("operating", 5);
      F1.put("operating", 30);
      F2.put("operating", 12);
      String[] expected = {"conflict", "kept", "gone", "moved", "gone", "conflict", "kept", "kept"};
      assertStates(path + "/review", expected);
      streets(
          Town.OSM
              .replace(
                  "<way id=\"110\"><nd ref=\"21\"/><nd ref=\"22\"/><nd ref=\"23\"/>",
                  "<way id=\"110\">")
              .replace("<way id=\"111\"><nd ref=\"22\"/><nd ref=\"24\"/>", "<way id=\"111\">"));
      expected[6] = "conflict";
      expected[7] = "gone";
      JsonNode reviews = assertStates(path + "/review", expected);
      assertThat(reviews.at("/2/messageZh").asText()).contains("将停站").contains("停办");
      assertThat(reviews.at("/3/message").asText())
          .contains("%.0f m".formatted(Ground.meters(121.0, 31.904, 121.001, 31.904)));
      assertThat(reviews.at("/6/effect").asBoolean()).isFalse();
      assertThat(scenario(made.get("id").asText()).get("stale").asBoolean()).isTrue();
      drift = ok(Api.admin().get(path + "/drift"), 200);
      assertThat(drift.get("changedData").toString()).contains("facilities").contains("streets");
      assertThat(drift.at("/figures/0/then")).isNotEqualTo(drift.at("/figures/0/now"));
      // Nothing is stored before it is applied.
      ok(post(path + "/rebase", ""), 200);
      assertThat(scenario(made.get("id").asText()).get("changes")).hasSize(8);
      ok(post(path + "/rebase?apply=true", ""), 200);
      JsonNode rebased = scenario(made.get("id").asText());
      assertThat(rebased.get("changes")).hasSize(5);
      assertThat(rebased.get("stale").asBoolean()).isFalse();
      JsonNode versions = ok(Api.admin().get(path + "/versions"), 200);
      assertThat(versions.at("/0/changes")).isEqualTo(made.get("changes"));
      assertThat(ok(Api.admin().get(path + "/drift"), 200).get("stale").asBoolean()).isFalse();
    } finally {
      streets(Town.OSM);
      asItWas();
    }
    deleted(made);
  }

  @Test
  void aSiteSaysWhenItsPremisesAreGone() {
    asItWas();
    String premises =
        "{\"externalId\":\"P-1\",\"name\":\"旧粮站\",\"lon\":121.001,\"lat\":31.9,\"available\":%s%s}";
    Response made = post("/api/v1/candidates", premises.formatted(true, ""));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    JsonNode scenario =
        saved("粮站方案", add("a", "clinic", 121.001, 31.9, ",\"candidate\":\"c:P-1\""));
    String path = SCENARIOS + "/" + scenario.get("id").asText();
    assertStates(path + "/review", "kept");
    assertThat(
            Api.admin()
                .contentType(ContentType.JSON)
                .body(premises.formatted(false, ",\"version\":0"))
                .put("/api/v1/candidates/P-1")
                .statusCode())
        .isEqualTo(200);
    JsonNode taken = assertStates(path + "/review", "conflict");
    assertThat(taken.at("/0/messageZh").asText()).contains("旧粮站").contains("不可用");
    assertThat(Api.admin().delete("/api/v1/candidates/P-1").statusCode()).isEqualTo(204);
    JsonNode gone = assertStates(path + "/review", "conflict");
    assertThat(gone.at("/0/message").asText()).contains("P-1");
    deleted(scenario);
  }

  private static JsonNode assertStates(String path, String... expected) {
    JsonNode reviews = ok(Api.admin().get(path), 200);
    List<String> states = new ArrayList<>();
    for (JsonNode review : reviews) {
      states.add(review.get("state").asText());
      assertThat(review.get("message").asText()).isNotBlank();
      assertThat(review.get("messageZh").asText()).isNotBlank();
    }
    assertThat(states).as(reviews.toString()).containsExactly(expected);
    return reviews;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\":\"build\"} | changes[0].op build footbridge",
        "{\"lon\":121} | changes[0].op",
        "{\"op\":\"add\",\"type\":\"palace\",\"lon\":121,\"lat\":31.9} | changes[0].type palace",
        "{\"op\":\"add\",\"type\":\"clinic\",\"lon\":200,\"lat\":31.9} | changes[0].lon 200 180",
        "{\"op\":\"add\",\"type\":\"clinic\",\"lon\":121} | changes[0].lat",
        "{\"op\":\"add\",\"type\":\"clinic\",\"lon\":121,\"lat\":31.9,\"capacity\":-1} |"
            + " changes[0].capacity -1",
        "{\"op\":\"add\",\"type\":\"clinic\",\"lon\":121,\"lat\":31.9,\"costYuan\":-5} |"
            + " changes[0].costYuan -5.0",
        "{\"op\":\"add\",\"type\":\"clinic\",\"lon\":121,\"lat\":31.9,\"facility\":\"F1\"} |"
            + " changes[0].facility add",
        "{\"op\":\"move\",\"facility\":\"nobody\",\"lon\":121,\"lat\":31.9} |"
            + " changes[0].facility nobody operating",
        "{\"op\":\"close\",\"facility\":\"F4\"} | changes[0].facility F4 operating",
        "{\"op\":\"resize\",\"facility\":\"F1\"} | changes[0].capacity 100000",
        "{\"op\":\"resize\",\"facility\":\"F1\",\"capacity\":2.5} | changes[0].capacity 2.5 whole",
        "{\"op\":\"footbridge\",\"key\":\"b\",\"from\":{\"lon\":121,\"lat\":31.9}} | changes[0].to",
        "{\"op\":\"footbridge\",\"key\":\"b\",\"from\":{\"lon\":121,\"lat\":31.9},"
            + "\"to\":{\"lon\":121}} | changes[0].to.lat",
        "{\"op\":\"close\",\"facility\":\"F1\"},{\"op\":\"close\",\"facility\":\"F1\"} |"
            + " changes[1].facility F1 once",
        "{\"op\":\"close\",\"facility\":\"F1\"},{\"op\":\"resize\",\"facility\":\"F1\",\"capacity\":3}"
            + " | changes[1].facility F1 closes",
        "{\"op\":\"close-street\",\"key\":\"k\",\"lon\":121,\"lat\":31.9},"
            + "{\"op\":\"close-street\",\"key\":\"k\",\"lon\":121,\"lat\":31.9} | changes[1].key k",
        "null | changes[0]",
        "{\"op\":\"close\",\"facility\":\"F1\",\"when\":3} | when",
        "{\"op\":\"add\",\"lon\":\"west\"} | lon",
      })
  void badChangesAreNamed(String changes, String named) {
    String body = "{\"changes\":[%s]}".formatted(changes);
    String detail =
        Api.problem(body, post(SCENARIOS + "/try?type=clinic", body), 400).get("detail").asText();
    assertThat(detail).contains(named.split(" "));
    String scenario = "{\"name\":\"坏\",\"changes\":[%s]}".formatted(changes);
    assertThat(Api.problem(scenario, post(SCENARIOS, scenario), 400).get("detail").asText())
        .contains(named.split(" "));
  }

  @Test
  void badQuestionsAreNamed() {
    Api.problem("no type", post(SCENARIOS + "/try", "{\"changes\":[]}"), 400);
    Api.problem("no body", post(SCENARIOS + "/try?type=clinic", ""), 400);
    Api.problem("no changes", post(SCENARIOS + "/try?type=clinic", "{}"), 400);
    Api.problem(
        "detail", post(SCENARIOS + "/try?type=clinic", "{\"changes\":[],\"detail\":\"all\"}"), 400);
    Api.problem("straight", post(SCENARIOS + "/try?type=clinic&straightLine=true", "{}"), 400);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= 100; i++) {
      many.append(i == 0 ? "" : ",").append(closeStreet("s" + i, 121.001, 31.9));
    }
    String body = "{\"changes\":[%s]}".formatted(many);
    assertThat(
            Api.problem("many", post(SCENARIOS + "/try?type=clinic", body), 400)
                .get("detail")
                .asText())
        .contains("101 changes")
        .contains("at most 100");
    for (String name : new String[] {"", "   ", "x".repeat(101), "a\\u0007b"}) {
      Api.problem(
          "name " + name, post(SCENARIOS, "{\"name\":\"%s\",\"changes\":[]}".formatted(name)), 400);
    }
    Api.problem("no scenario", Api.admin().get(SCENARIOS + "/compare?type=clinic&scenario=x"), 404);
    Api.problem("no id", Api.admin().get(SCENARIOS + "/nobody"), 404);
    Api.problem("twice", post(SCENARIOS + "/nobody/copy", "{}"), 404);
  }

  @Test
  void nothingIsForThePublic() {
    String[] reads = {"", "/compare?type=clinic", "/x", "/x/review", "/x/versions", "/x/drift"};
    for (String path : reads) {
      assertThat(given().get(SCENARIOS + path).statusCode()).as(path).isEqualTo(401);
    }
    for (String path : new String[] {"", "/try?type=clinic", "/x/copy", "/x/rebase"}) {
      assertThat(
              given().contentType(ContentType.JSON).body("{}").post(SCENARIOS + path).statusCode())
          .as(path)
          .isEqualTo(401);
    }
    assertThat(given().delete(SCENARIOS + "/x").statusCode()).isEqualTo(401);
    assertThat(given().get(SCENARIOS + "/compare.csv?type=clinic").statusCode()).isEqualTo(401);
  }
}
