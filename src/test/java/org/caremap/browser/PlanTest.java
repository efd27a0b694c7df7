package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner: who is covered, who is not, and where do they live? */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanTest extends JourneyTest {
  private static final String UNKNOWN = "未知";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void coverageIsTheServersAndGrowsWithMinutes(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          double atFifteen = assertCoverage(visit, 15);
          assertThat(visit.page().locator(".legend")).containsText("服务空白");
          visit.shot("plan");

          visit.the("plan-minutes").fill("30");
          visit.the("plan-minutes").press("Tab");
          double atThirty = assertCoverage(visit, 30);
          assertThat(atThirty).isGreaterThan(atFifteen);
          assertThat(visit.state()).containsEntry("minutes", "30");
          visit.shot("plan-30-minutes");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void gapsAreTheServersAndAClickGoesThere(Viewport viewport) {
    JsonNode gaps = api().get("gaps?type=meal_point&minutes=15&group=age60").get("features");
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          visit.the("gap-item").first().waitFor();
          if (gaps.size() > visit.the("gap-item").count()) {
            Locator all = visit.page().locator(".gaps > .button");
            assertThat(all).containsText(String.valueOf(gaps.size()));
            all.click();
          }
          assertThat(visit.the("gap-item")).hasCount(gaps.size());
          List<String> expected = new ArrayList<>();
          for (JsonNode gap : gaps) {
            expected.add(line(gap.get("properties")));
          }
          assertThat(visit.the("gap-item").allInnerTexts().stream().map(PlanTest::oneLine).toList())
              .isEqualTo(expected);

          Locator largest = visit.the("gap-item").first().locator("button");
          String view = visit.state().get("view");
          largest.click();
          visit.waitForChange("view", view);
          assertThat(largest).hasAttribute("aria-pressed", "true");
          assertInside(Place.parse(visit.state().get("view")), gaps.get(0).get("geometry"));
          assertThat(visit.page().locator(".gap-number.chosen")).hasText("1");
          visit.shot("plan-gap");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void demandShadingCanBeSwitched(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          visit.the("coverage-share").waitFor();
          visit.waitUntilPainted("shading", true);
          Locator legend = visit.page().locator(".legend-body");
          assertThat(legend).containsText("各区域走不到的比例");

          visit.the("plan-shading").selectOption("grid");
          assertThat(legend).containsText("人口网格");
          visit.waitUntilPainted("shading", true);
          assertThat(visit.requested()).anyMatch(url -> url.contains("/api/v1/demand/grid?"));
          visit.shot("plan-grid");

          visit.the("plan-shading").selectOption("count");
          assertThat(legend).containsText("各区域走不到的人数");
          visit.shot("plan-count");

          visit.the("plan-shading").selectOption("none");
          assertThat(legend).not().containsText("各区域走不到的人数");
          visit.waitUntilPainted("shading", false);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theTableSortsAndGoesToAnArea(Viewport viewport) {
    JsonNode areas = api().get("coverage?type=meal_point&minutes=15&group=age60").get("areas");
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          Locator rows = visit.the("area-table").locator("tbody tr");
          rows.first().waitFor();
          double most = 0;
          for (JsonNode area : areas) {
            most = Math.max(most, area.get("uncovered").asDouble());
          }
          assertThat(rows.first().locator("td").nth(1)).hasText(PageText.people(most, UNKNOWN));
          Locator head = visit.the("area-table").locator("thead th").nth(1);
          head.locator("button").click();
          assertThat(visit.the("area-table").locator("thead th").nth(1))
              .hasAttribute("aria-sort", "descending");

          String view = visit.state().get("view");
          rows.first().locator("th button").click();
          visit.waitForChange("view", view);
          visit.shot("plan-table");
        });
  }

  /** Network and straight line beside each other as the server tells them; returns the share. */
  private double assertCoverage(Visit visit, int minutes) {
    String question = "coverage?type=meal_point&group=age60&minutes=" + minutes;
    JsonNode walked = api().get(question).get("total");
    JsonNode straight = api().get(question + "&straightLine=true").get("total");
    double share = walked.get("coveredShare").asDouble();
    assertThat(visit.the("coverage-share")).hasText(PageText.share(share));
    assertThat(visit.the("share-covered")).hasText(PageText.share(share));
    assertThat(visit.the("share-straight"))
        .hasText(PageText.share(straight.get("coveredShare").asDouble()));
    assertThat(walked.get("coveredShare").asDouble())
        .as("straight lines promise more than streets keep")
        .isLessThan(straight.get("coveredShare").asDouble());
    for (String part : List.of("covered", "uncovered", "unreachable")) {
      assertThat(visit.page().locator(".totals .number." + part + " dd"))
          .hasText(PageText.people(walked.get(part).asDouble(), UNKNOWN));
    }
    assertThat(visit.page().locator(".totals .number.unknown dd"))
        .hasText(String.valueOf(walked.get("unknownPoints").asInt()));
    return share;
  }

  private static String line(JsonNode gap) {
    JsonNode seconds = gap.get("nearestSeconds");
    String time =
        seconds.isNull() ? "步行不通" : "最近要走约 " + PageText.minutes(seconds.asDouble()) + " 分钟";
    return "%d %s %s %s 人"
        .formatted(
            gap.get("rank").asInt(),
            gap.get("name").asText(),
            time,
            PageText.people(gap.get("demand").asDouble(), UNKNOWN));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static void assertInside(Place place, JsonNode geometry) {
    List<Double> lons = new ArrayList<>();
    List<Double> lats = new ArrayList<>();
    collect(geometry.get("coordinates"), lons, lats);
    assertThat(place.lon())
        .isBetween(
            lons.stream().min(Double::compare).orElseThrow(),
            lons.stream().max(Double::compare).orElseThrow());
    assertThat(place.lat())
        .isBetween(
            lats.stream().min(Double::compare).orElseThrow(),
            lats.stream().max(Double::compare).orElseThrow());
  }

  private static void collect(JsonNode coordinates, List<Double> lons, List<Double> lats) {
    if (coordinates.get(0).isNumber()) {
      lons.add(coordinates.get(0).asDouble());
      lats.add(coordinates.get(1).asDouble());
    } else {
      coordinates.forEach(inner -> collect(inner, lons, lats));
    }
  }
}
