package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner asks by which standards the county is judged, and an administrator changes them. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class BoardVerdictTest extends JourneyTest {
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void bothVerdictsStandSideBySideAndWhereTheyDisagreeIsFound(Viewport viewport) {
    JsonNode rows = api().get("standards/communities?minutes=15&group=age60").get("rows");
    long disagreeing = 0;
    for (JsonNode row : rows) {
      disagreeing += row.get("disagree").asBoolean() ? 1 : 0;
    }
    String count = "%d 个社区，其中 %d 个两者不一致。".formatted(rows.size(), disagreeing);
    assertThat(disagreeing).as("the two verdicts disagree somewhere").isPositive();
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=verdicts");
          assertThat(visit.the("communities-count")).hasText(count);
          visit.shot("board-verdicts");
          Locator first = visit.the("communities-table").locator("tbody tr").first();
          JsonNode row = rows.get(0);
          assertThat(first).containsText(row.get("name").asText());
          assertThat(first).containsText("达标 " + row.at("/institutional/met").asInt() + " · 未达标");
          assertThat(first).containsText(PageText.share(row.at("/spatial/0/share").asDouble()));

          visit.the("only-disagree").check();
          assertThat(visit.page().getByText("≠ 不一致").first()).isVisible();
          Locator agreeing =
              visit
                  .the("communities-table")
                  .locator("tbody tr")
                  .filter(new Locator.FilterOptions().setHasNotText("≠ 不一致"));
          assertThat(agreeing).hasCount(0);
          assertThat(visit.the("only-disagree")).isFocused();
          assertThat(visit.state()).containsEntry("disagree", "yes");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyRuleHasItsClauseAndTwoPlansAreCompared(Viewport viewport) {
    JsonNode rules = api().get("standards/verdicts?subjects=false").get("rules");
    JsonNode compared =
        api().get("standards/compare?plan=haimen-2018&plan=qijiang-2020").get("rows");
    int contradictions = 0;
    for (JsonNode row : compared) {
      contradictions += row.get("contradict").asBoolean() ? 1 : 0;
    }
    String count = "%d 项，其中 %d 项相互矛盾。".formatted(compared.size(), contradictions);
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=verdicts&part=rules");
          Locator cards = visit.the("rules").locator("> li");
          assertThat(cards).hasCount(rules.size());
          for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i).get("rule");
            assertThat(cards.nth(i)).containsText(rule.get("zh").asText());
            assertThat(cards.nth(i)).containsText(rule.get("quote").asText());
          }
          visit.shot("board-rules");
          cards.first().getByTestId("subjects").click();
          assertThat(visit.the("subject-table").locator("tbody tr").first()).isVisible();

          visit.the("verdicts-compare").click();
          visit.the("compare-b").selectOption("qijiang-2020");
          assertThat(visit.the("compare-count")).hasText(count);
          visit.shot("board-compare");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void anAdministratorChangesAThresholdAndTakesItBack(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=verdicts&part=rules");
          visit.the("sign-in").click();
          visit.the("login-password").fill(TestHome.PASSWORD);
          visit.the("login-submit").click();
          assertThat(visit.the("logout")).isVisible();
          Locator card = visit.page().locator("[data-rule=haimen-elder-inn].rule");
          assertThat(card).containsText("至少 1 ");
          card.getByTestId("edit-rule").click();
          visit.the("threshold-haimen-elder-inn").fill("7");
          card.getByTestId("save-rule").click();
          assertThat(card).containsText("至少 7 ");
          assertThat(card).containsText("已由管理员修改");
          assertThat(api().get("standards/rules/haimen-elder-inn").get("threshold").asInt())
              .isEqualTo(7);

          card.getByTestId("edit-rule").click();
          card.getByText("恢复原文").click();
          assertThat(card).containsText("至少 1 ");
          assertThat(card).not().containsText("已由管理员修改");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void anAdministratorAddsARuleAndAdoptsAPlan(Viewport viewport) {
    String id = "own-" + viewport.size();
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "tab=verdicts&part=rules");
          visit.the("sign-in").click();
          visit.the("login-password").fill(TestHome.PASSWORD);
          visit.the("login-submit").click();
          visit.the("add-rule").click();
          visit.the("rule-id").fill(id);
          visit.the("rule-name").fill("每个村有互助点（本局）");
          visit.the("rule-quote").fill("本局自定");
          visit.the("rule-level").selectOption("village");
          visit.the("rule-type").selectOption("mutual_aid_point");
          visit.the("rule-indicator").selectOption("facilities-per-area");
          visit.the("rule-threshold").fill("1");
          visit.the("rule-unit").fill("处/村");
          visit.the("rule-save").click();
          Locator card = visit.page().locator("[data-rule=" + id + "].rule");
          assertThat(card).containsText("每个村有互助点（本局）");
          assertThat(card).containsText("至少 1 处/村");

          visit.the("plans").click();
          visit.the("adopt-nanjing-cases").click();
          assertThat(visit.the("adopt-nanjing-cases")).hasText("不再采用");
          assertThat(visit.page().locator("[data-rule=nanjing-circle].rule")).isVisible();
          visit.the("adopt-nanjing-cases").click();
          assertThat(visit.page().locator("[data-rule=nanjing-circle].rule")).hasCount(0);

          card.getByTestId("edit-rule").click();
          card.getByText("删除这一条").click();
          assertThat(card).hasCount(0);
        });
  }
}
