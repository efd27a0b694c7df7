package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner tries what would change, sees it at once, saves it and plans it for 2027. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanScenarioTest extends JourneyTest {
  private static final String TYPE = "home_care_station";
  private static final String QUESTION = "type=" + TYPE + "&minutes=15&group=age60";
  private static final String TRY = "scenarios/try?" + QUESTION;
  private static final int CLOSE_UP = 15;

  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoLosesWhereAStationCloses(Viewport viewport) {
    JsonNode station = stationThatIsMissed();
    String externalId = station.at("/properties/externalId").asText();
    JsonNode answer = tried(changes(close(externalId)));
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=scenarios");
          visit.the("new-scenario").click();
          Locator live = visit.the("live");
          assertThat(live).containsText("±0");
          visit.the("choose-facility").selectOption("f:" + externalId);
          assertThat(visit.the("chosen-station"))
              .containsText(station.at("/properties/name").asText());
          visit.the("tool-close").click();
          assertThat(visit.the("changes")).containsText("关闭：");
          assertSays(live, answer);
          assertThat(visit.the("live-areas").locator("tbody tr").first())
              .containsText(largest(answer).get("name").asText());
          visit.waitUntilPainted("shading", true);
          assertThat(visit.page().locator(".area-mark").first()).containsText("−");
          visit.shot("plan-scenario-close");

          visit.the("undo").click();
          assertThat(live).containsText("±0");
          assertThat(visit.the("changes").locator("li")).hasCount(0);
          visit.page().keyboard().press("Control+Shift+z");
          assertSays(live, answer);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoGainsByAFootbridge(Viewport viewport) {
    Bridge bridge = bridgeThatHelps();
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=scenarios&view=" + bridge.middle().text() + "," + (CLOSE_UP + 1));
          visit.the("new-scenario").click();
          assertThat(visit.the("live")).containsText("±0");
          visit.the("tool-bridge").click();
          assertThat(visit.page().locator(".pick-prompt")).containsText("第一端");
          desk.clickMap(bridge.from());
          assertThat(visit.page().locator(".pick-prompt")).containsText("另一端");
          desk.clickMap(bridge.to());

          assertThat(visit.the("changes")).containsText("人行桥 1");
          ObjectNode made = footbridge(end(visit, "from"), end(visit, "to"));
          assertThat(made.at("/from/lon").asDouble())
              .isCloseTo(bridge.from().lon(), within(0.0002));
          assertThat(made.at("/to/lat").asDouble()).isCloseTo(bridge.to().lat(), within(0.0002));
          JsonNode answer = tried(changes(made));
          assertThat(answer.get("gained").asDouble()).isGreaterThan(0.1);
          assertSays(visit.the("live"), answer);
          assertThat(visit.the("live-money")).hasText("费用 0 万元，另有 1 处改动费用未知");
          visit.the("cost-footbridge:b1").fill("35");
          visit.the("cost-footbridge:b1").press("Tab");
          assertThat(visit.the("live-money")).hasText("费用 35 万元");
          visit.shot("plan-scenario-bridge");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void anAddedSiteIsDraggedAndAnsweredAllTheWay(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=scenarios&view=" + place.text() + "," + CLOSE_UP);
          visit.the("new-scenario").click();
          visit.the("tool-add").click();
          desk.clickMap(place);
          Locator lon = visit.the("lon-add:a1");
          assertThat(lon).isVisible();
          double before = Double.parseDouble(lon.inputValue());
          assertThat(before).isCloseTo(place.lon(), within(0.0001));
          assertSays(visit.the("live"), tried(changes(site(visit))));

          desk.showMap();
          int asked = tries(visit);
          double[] at = desk.pixel(place);
          visit.page().mouse().move(at[0], at[1]);
          visit.page().mouse().down();
          for (int step = 1; step <= 12; step++) {
            visit.page().mouse().move(at[0] + step * 8, at[1] + step * 3);
            visit.page().waitForTimeout(40);
          }
          assertThat(tries(visit)).as("answers while dragging").isGreaterThan(asked);
          assertThat(visit.page().locator("[data-pin='a:a1'] .pin-note")).containsText("人");
          visit.page().mouse().up();
          desk.showList();
          double after = Double.parseDouble(lon.inputValue());
          // 96 pixels at this zoom.
          assertThat(after - before)
              .isCloseTo(96 * 360 / (256 * Math.pow(2, CLOSE_UP)), within(4e-4));
          assertSays(visit.the("live"), tried(changes(site(visit))));

          // One step back, however long the way was.
          visit.the("undo").click();
          assertThat(Double.parseDouble(lon.inputValue())).isEqualTo(before);
          visit.the("redo").click();
          assertThat(Double.parseDouble(lon.inputValue())).isEqualTo(after);

          // The same by keys, and by typing.
          desk.showMap();
          visit.page().locator("[data-pin='a:a1']").focus();
          visit.page().keyboard().press("ArrowLeft");
          visit.page().keyboard().press("ArrowLeft");
          visit.page().keyboard().press("Enter");
          desk.showList();
          assertThat(Double.parseDouble(lon.inputValue())).isLessThan(after);
          lon.fill(Double.toString(before));
          lon.press("Enter");
          assertSays(visit.the("live"), tried(changes(site(visit))));
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void savedComparedPlannedFor2027AndExported(Viewport viewport) {
    String name = "一期 " + viewport.size();
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=scenarios&view=" + place.text() + "," + CLOSE_UP);
          visit.the("new-scenario").click();
          visit.the("scenario-name").fill(name);
          visit.the("tool-add").click();
          desk.clickMap(place);
          visit.the("name-add:a1").fill("桥头新站");
          visit.the("name-add:a1").press("Tab");
          visit.the("capacity-add:a1").fill("30");
          visit.the("cost-add:a1").fill("20");
          visit.the("cost-add:a1").press("Tab");
          assertThat(visit.the("save-state")).hasText("有改动还没有保存。");
          visit.the("save-scenario").click();
          assertThat(visit.the("save-state")).hasText("已全部保存。");
          String id = visit.state().get("scenarios.id");
          JsonNode saved = admin().get("scenarios/" + id);
          assertThat(saved.at("/changes/0/name").asText()).isEqualTo("桥头新站");
          assertThat(saved.at("/changes/0/capacity").asInt()).isEqualTo(30);
          assertThat(saved.get("yuan").asDouble()).isEqualTo(200_000);

          visit.the("into-library").click();
          visit.the("library-year").fill("2027");
          visit.the("library-quarter").selectOption("2");
          visit.the("library-unit").fill("民政局");
          visit.the("library-send").click();
          assertThat(visit.the("library-done")).containsText("已列入 1 个项目");
          visit.the("library-send").click();
          assertThat(visit.the("library-done")).containsText("1 个原先已经列入");

          visit.the("back-to-list").click();
          Locator card = visit.page().locator("[data-scenario='" + id + "']");
          assertThat(card).containsText("1 处改动");
          assertThat(card).containsText("20 万元");
          card.getByTestId("pick-scenario").check();
          visit.the("compare").click();
          JsonNode columns =
              admin()
                  .get("scenarios/compare?scenario=" + id + "&level=town&" + QUESTION)
                  .get("columns");
          Locator covered = visit.the("compare-totals").locator("tr[data-key='covered']");
          JsonNode base = columns.get(0);
          JsonNode other = columns.get(1);
          assertThat(covered.locator("td").nth(0)).containsText(people(base.at("/total/covered")));
          assertThat(covered.locator("td").nth(1)).containsText(people(other.at("/total/covered")));
          assertThat(visit.the("compare-totals").locator("tr[data-key='yuan'] td").nth(1))
              .containsText("20");
          visit.shot("plan-scenario-compare");
          List<List<String>> sheet = desk.spreadsheet("export-xlsx");
          assertThat(sheet.toString()).contains(name);
          visit.the("export-csv").waitFor();

          visit.the("tab-link-projects").click();
          visit.the("library-from").fill("2027");
          visit.the("library-from").press("Tab");
          Locator year = visit.page().locator("[data-year='2027']");
          assertThat(year).containsText("桥头新站");
          assertThat(year).containsText("民政局");
          assertThat(year).containsText("第 2 季度");
          visit.the("annual-year").selectOption("2027");
          assertThat(visit.the("annual-summary")).containsText("建成后容量 30");
          assertThat(desk.spreadsheet("export-plan-xlsx").toString()).contains("桥头新站");
          visit.shot("plan-2027");
          // The next visitor's plan begins as this one's did.
          for (JsonNode planned : admin().get("projects?year=2027").get("projects")) {
            if (planned.get("scenario").asText().equals(id)) {
              admin().delete("projects/" + planned.get("id").asText());
            }
          }
          admin().delete("scenarios/" + id);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoWasFasterIsNotOverwritten(Viewport viewport) {
    String name = "先后 " + viewport.size();
    ObjectNode draft = mapper.createObjectNode().put("name", name).put("note", "");
    draft.set(
        "changes", changes(close(stationThatIsMissed().at("/properties/externalId").asText())));
    JsonNode saved = admin().post("scenarios", draft);
    String id = saved.get("id").asText();
    walk(
        viewport,
        visit -> {
          visit.expectFailure(409, "/api/v1/scenarios/" + id);
          new PlanDesk(visit).open("tab=scenarios&scenarios.id=" + id);
          assertThat(visit.the("scenario-name")).hasValue(name);
          draft.put("note", "别人的说明").set("version", saved.get("version"));
          admin().put("scenarios/" + id, draft);

          visit.the("scenario-note").fill("我的说明");
          visit.the("save-scenario").click();
          visit.the("conflict-copy").click();
          assertThat(visit.the("scenario-name")).hasValue(name + "（副本）");
          assertThat(admin().get("scenarios/" + id).get("note").asText()).isEqualTo("别人的说明");

          visit.the("back-to-list").click();
          Locator copy = visit.the("scenario-list").locator("li").filter(named(name + "（副本）"));
          assertThat(copy).containsText("我的说明");
          copy.getByTestId("delete-scenario").click();
          assertThat(copy.getByTestId("delete-no")).isFocused();
          copy.getByTestId("delete-yes").click();
          assertThat(visit.the("scenario-list").locator("li").filter(named("（副本）"))).hasCount(0);
        });
    admin().delete("scenarios/" + id);
  }

  private AdminApi admin() {
    return new AdminApi(home);
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Requests for the live answer so far. */
  private static int tries(Visit visit) {
    return (int) visit.requested().stream().filter(url -> url.contains("/scenarios/try")).count();
  }

  private JsonNode tried(ArrayNode changes) {
    ObjectNode body = mapper.createObjectNode().put("detail", "areas");
    body.set("changes", changes);
    return admin().post(TRY, body);
  }

  private ArrayNode changes(JsonNode... all) {
    ArrayNode list = mapper.createArrayNode();
    for (JsonNode one : all) {
      list.add(one);
    }
    return list;
  }

  private ObjectNode close(String externalId) {
    return mapper.createObjectNode().put("op", "close").put("facility", externalId);
  }

  private ObjectNode footbridge(ObjectNode from, ObjectNode to) {
    ObjectNode bridge = mapper.createObjectNode().put("op", "footbridge").put("key", "b1");
    bridge.set("from", from);
    bridge.set("to", to);
    return bridge;
  }

  private ObjectNode place(double lon, double lat) {
    return mapper.createObjectNode().put("lon", lon).put("lat", lat);
  }

  /** An end of the bridge as the list has it. */
  private ObjectNode end(Visit visit, String end) {
    return place(
        Double.parseDouble(visit.the("lon-" + end + "-footbridge:b1").inputValue()),
        Double.parseDouble(visit.the("lat-" + end + "-footbridge:b1").inputValue()));
  }

  /** The added site as the list has it. */
  private ObjectNode site(Visit visit) {
    return place(
            Double.parseDouble(visit.the("lon-add:a1").inputValue()),
            Double.parseDouble(visit.the("lat-add:a1").inputValue()))
        .put("op", "add")
        .put("key", "a1")
        .put("type", TYPE)
        .put("name", "新站点");
  }

  /** The headline says what the server says. */
  private static void assertSays(Locator live, JsonNode answer) {
    assertThat(live).containsText(signed(answer.get("gained").asDouble()) + " 人");
    assertThat(live).containsText(signed(-answer.get("lost").asDouble()) + " 人");
    assertThat(live).containsText(shares(answer));
  }

  /** With one decimal, or two where one would hide the change. */
  private static String shares(JsonNode answer) {
    double before = answer.at("/before/coveredShare").asDouble();
    double after = answer.at("/after/coveredShare").asDouble();
    String from = PageText.share(before);
    String to = PageText.share(after);
    return !from.equals(to) || before == after
        ? from + " → " + to
        : String.format(Locale.ROOT, "%.2f%% → %.2f%%", before * 100, after * 100);
  }

  private static String signed(double people) {
    double size = Math.abs(people) < 0.05 ? 0 : Math.abs(people);
    String words = PageText.people(size, "未知");
    return words.equals("0") ? "±0" : (people > 0 ? "+" : "−") + words;
  }

  private static String people(JsonNode count) {
    return PageText.people(count.asDouble(), "未知");
  }

  /** The area where most changes. */
  private static JsonNode largest(JsonNode answer) {
    JsonNode best = null;
    double most = -1;
    for (JsonNode area : answer.get("areas")) {
      double change =
          Math.abs(area.at("/after/covered").asDouble() - area.at("/before/covered").asDouble());
      if (change > most) {
        most = change;
        best = area;
      }
    }
    return best;
  }

  /** A station whose closing takes more than ten people's walk away. */
  private JsonNode stationThatIsMissed() {
    for (JsonNode station : api().facilities(TYPE)) {
      String externalId = station.at("/properties/externalId").asText();
      if (tried(changes(close(externalId))).get("lost").asDouble() > 10) {
        return station;
      }
    }
    throw new AssertionError("no station is missed by anybody");
  }

  private record Bridge(Place from, Place to) {
    Place middle() {
      return Place.of((from.lon() + to.lon()) / 2, (from.lat() + to.lat()) / 2);
    }
  }

  /**
   * A footbridge from near a station towards one side that brings somebody within reach; short
   * enough that both ends are on a telephone's map.
   */
  private Bridge bridgeThatHelps() {
    double[][] ways = {{0.0022, 0}, {0, 0.0022}, {-0.0022, 0}, {0, -0.0022}};
    for (JsonNode station : api().facilities(TYPE)) {
      JsonNode at = station.at("/geometry/coordinates");
      double lon = at.get(0).asDouble();
      double lat = at.get(1).asDouble();
      for (double[] way : ways) {
        Place from = Place.of(lon + way[0] / 4, lat + way[1] / 4);
        Place to = Place.of(lon + 2.5 * way[0], lat + 2.5 * way[1]);
        JsonNode answer =
            tried(changes(footbridge(place(from.lon(), from.lat()), place(to.lon(), to.lat()))));
        if (answer.get("gained").asDouble() > 5) {
          return new Bridge(from, to);
        }
      }
    }
    throw new AssertionError("no footbridge helps anybody");
  }
}
