package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Are we on track, and does the table make sense; needs, and figures that come out again. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class BoardTargetsTest extends JourneyTest {
  private static final Map<String, String> STATES =
      Map.of(
          "ahead", "超前",
          "on-track", "按期",
          "behind", "落后",
          "cannot-be-judged", "无法判断",
          "no-target", "没有目标");

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void progressAndTheContradictionsOfThePrintedTable(Viewport viewport) {
    JsonNode progress = api().get("targets/haimen-2018/progress?asOf=2020-06-30");
    JsonNode found = api().get("targets/haimen-2018/check");
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=targets&asOf=2020-06-30");
          Locator contradictions = visit.the("contradictions").locator("li");
          assertThat(contradictions).hasCount(found.size());
          for (int i = 0; i < found.size(); i++) {
            assertThat(contradictions.nth(i)).containsText(found.get(i).get("messageZh").asText());
          }
          // As printed: 68 by the rows against 63 in all, 32 run socially of 23, 12 against 11.
          assertThat(visit.the("contradictions")).containsText("68");
          assertThat(visit.the("contradictions")).containsText("63");
          assertThat(visit.the("contradictions")).containsText("海门高新区");
          assertThat(visit.the("contradictions")).containsText("32");

          Locator totals = visit.the("totals-table").locator("tbody tr");
          JsonNode expected = progress.get("totals");
          assertThat(totals).hasCount(expected.size());
          for (int i = 0; i < expected.size(); i++) {
            assertThat(totals.nth(i)).containsText(expected.get(i).get("zh").asText());
            assertThat(totals.nth(i))
                .containsText(STATES.get(expected.get(i).get("state").asText()));
          }
          visit.shot("board-targets");
          assertThat(visit.the("return-download"))
              .hasAttribute(
                  "href", Pattern.compile("returns\\.xlsx\\?plan=haimen-2018&year=2020&quarter=1"));
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void contentIsToldFromPlaceForEveryNeed(Viewport viewport) {
    JsonNode supply = api().get("supply?minutes=15&level=town");
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=supply&level=town");
          Locator rows = visit.the("supply-table").locator("tbody tr");
          assertThat(rows).hasCount(supply.get("rows").size());
          JsonNode first = supply.at("/rows/0");
          assertThat(rows.first()).containsText(first.get("name").asText());
          JsonNode cell = cell(first, supply.at("/needs/0"));
          String missing = PageText.people(cell.get("contentMissing").asDouble(), "未知");
          assertThat(rows.first().locator("td").first()).hasText(missing);
          visit.shot("board-supply");
          visit.the("supply-lack").selectOption("place");
          String place = PageText.people(cell.get("placeMissing").asDouble(), "未知");
          assertThat(rows.first().locator("td").first()).hasText(place);
          assertThat(visit.state()).containsEntry("lack", "place");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whatIsPublishedComesOutAgain(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=ledger");
          signIn(visit);
          visit.the("publish-title").fill("会上用的缺口榜");
          visit.the("publish").click();
          // Read out when it is done; afterwards anybody may read it.
          assertThat(visit.page().locator("p[role=status]")).hasText("已保存。");
          visit.openAt("board.html", "tab=ledger");
          // The board's own run is the published one: same inputs, same id.
          String id =
              api()
                  .get("board?type=meal_point&minutes=15&group=age60&level=community")
                  .get("run")
                  .asText();
          Locator run = visit.page().locator("[data-run='" + id + "']");
          assertThat(run).containsText("会上用的缺口榜");
          assertThat(run.getByTestId("repeat")).hasCount(0);
          // Computing it again takes the server's time, so it is the administrator's.
          signIn(visit);
          run.getByTestId("repeat").click();
          assertThat(run.getByTestId("repeat-outcome")).containsText("全部相同");
          visit.shot("board-ledger");
        });
  }

  private static void signIn(Visit visit) {
    visit.the("sign-in").click();
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
  }

  /** The cell of a pair: documents name pairs in another order than areas have them. */
  private static JsonNode cell(JsonNode row, JsonNode need) {
    for (JsonNode cell : row.get("cells")) {
      if (cell.get("group").equals(need.get("group"))
          && cell.get("service").equals(need.get("service"))) {
        return cell;
      }
    }
    throw new AssertionError("no cell of " + need);
  }
}
