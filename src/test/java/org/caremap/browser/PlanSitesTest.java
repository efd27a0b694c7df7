package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** A planner with 600,000 yuan for three stations: where, how good, why, and kept as a scenario. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanSitesTest extends JourneyTest {
  private static final String COVERAGE =
      "coverage?type=home_care_station&minutes=15&group=age60&level=town";
  private static final double BUDGET_YUAN = 600_000;
  private static final int MANY = 120;

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void threeStationsForTheMoneyWhyAndKeptAsScenario(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "");
          visit.the("sites-count").fill("3");
          visit.the("sites-budget").fill("60");
          // By keyboard: leaving the field takes the number, Enter on the button asks.
          visit.page().keyboard().press("Tab");
          visit.the("sites-start").focus();
          visit.page().keyboard().press("Enter");
          visit.the("save-form").waitFor();
          assertThat(visit.the("sites-answer")).isFocused();
          visit.shot("plan-sites");

          JsonNode run = api().getAsAdministrator("siting/runs/" + visit.state().get("sites.run"));
          JsonNode sites = run.get("sites");
          assertThat(sites.size()).isBetween(1, 3);
          assertThat(run.get("yuan").asDouble()).isLessThanOrEqualTo(BUDGET_YUAN);
          // Before is what the public coverage says; the gain is what the page says.
          double before = run.at("/before/total/covered").asDouble();
          assertThat(before).isEqualTo(api().get(COVERAGE).at("/total/covered").asDouble());
          double gain = run.at("/after/total/covered").asDouble() - before;
          assertThat(gain).isPositive();
          assertThat(visit.the("sites-headline"))
              .containsText("选出 %d 处，多让 %s 人".formatted(sites.size(), people(gain)));
          assertThat(visit.the("sites-quality"))
              .containsText(run.get("proven").asBoolean() ? "已证明最优" : "最多还可能好");

          Locator cards = visit.the("site-list").locator("> li");
          assertThat(cards).hasCount(sites.size());
          double sum = 0;
          for (int i = 0; i < sites.size(); i++) {
            sum += sites.get(i).get("gain").asDouble();
            assertThat(cards.nth(i)).containsText(people(sites.get(i).get("gain").asDouble()));
            assertThat(cards.nth(i).getByTestId("site-cost")).containsText("元");
          }
          // Opened one after the other, the gains add up to the whole.
          assertThat(sum).isCloseTo(gain, within(1e-6));

          JsonNode first = sites.get(0);
          cards.first().getByTestId("site-why").click();
          assertThat(cards.first())
              .containsText("如果只建这一处，多 " + people(first.get("alone").asDouble()) + " 人");
          assertThat(cards.first())
              .containsText(
                  "如果不建这一处，其他照旧，少 " + people(first.get("lossIfDropped").asDouble()) + " 人");
          visit.shot("plan-sites-why");

          double rise = 0;
          for (JsonNode town : run.at("/after/towns")) {
            rise += town.get("covered").asDouble();
          }
          for (JsonNode town : run.at("/before/towns")) {
            rise -= town.get("covered").asDouble();
          }
          assertThat(rise).as("what towns gain together").isCloseTo(gain, within(1e-6));
          assertThat(visit.the("sites-towns").locator("tbody tr").first().locator("td").nth(2))
              .hasText(people(largestRise(run)));

          visit.the("save-scenario").click();
          visit.waitForChange("scenarios.id", null);
          assertThat(visit.state()).containsEntry("tab", "scenarios");
          JsonNode scenario =
              api().getAsAdministrator("scenarios/" + visit.state().get("scenarios.id"));
          assertThat(scenario.get("changes").size()).isEqualTo(sites.size());
          JsonNode change = scenario.get("changes").get(0);
          assertThat(change.get("op").asText()).isEqualTo("add");
          assertThat(change.get("type").asText()).isEqualTo("home_care_station");
          assertThat(change.get("lon").asDouble()).isEqualTo(first.get("lon").asDouble());
          assertThat(change.get("lat").asDouble()).isEqualTo(first.get("lat").asDouble());
          assertThat(change.get("costYuan").asDouble())
              .isEqualTo(first.get("priceYuan").asDouble());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aCandidateThatIsForbiddenIsNotChosenAgain(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "sites.count=1&sites.sources=premises");
          visit.the("sites-start").click();
          visit.the("save-form").waitFor();
          String run = visit.state().get("sites.run");
          String best = chosen(run).get(0);
          assertThat(best).startsWith("c:");

          visit.the("candidates-fold").click();
          visit.the("candidates-table-all").click();
          visit
              .the("candidates-table")
              .locator("select[data-candidate='" + best + "']")
              .selectOption("forbidden");
          assertThat(visit.state()).containsEntry("sites.forbidden", best);
          assertThat(visit.the("sites-stale")).isVisible();

          visit.the("sites-start").click();
          visit.waitForChange("sites.run", run);
          visit.the("save-form").waitFor();
          assertThat(visit.the("sites-stale")).isHidden();
          assertThat(chosen(visit.state().get("sites.run"))).hasSize(1).doesNotContain(best);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whatCannotBeIsSaidWithWhatCouldBe(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "sites.share=0.99");
          visit.the("sites-start").click();
          Locator notice = visit.the("sites-infeasible");
          assertThat(notice).containsText("有街镇达不到最低比例");
          JsonNode infeasible =
              api()
                  .getAsAdministrator("siting/runs/" + visit.state().get("sites.run"))
                  .get("infeasible");
          assertThat(infeasible.get("attainable").asDouble()).isLessThan(0.99);
          assertThat(notice).containsText(infeasible.get("messageZh").asText());
          visit.shot("plan-sites-infeasible");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void axeFindsNothingAndNothingSticksOut(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          List<String> violations = new ArrayList<>();
          visit.openAt("plan.html", "");
          visit.the("login-form").waitFor();
          violations.addAll(Access.violations(visit, "login"));
          signIn(visit, "");
          for (String fold : List.of("sites-more", "candidates-fold", "grants-fold")) {
            visit.the(fold).click();
          }
          visit.the("candidates-table").waitFor();
          violations.addAll(Access.violations(visit, "form"));
          visit.the("sites-start").click();
          visit.the("save-form").waitFor();
          visit.the("site-why").first().click();
          violations.addAll(Access.violations(visit, "answer"));
          visit.page().setViewportSize(Access.NARROW, viewport.height());
          assertThat(Access.width(visit)).as("in Chinese").isEqualTo(Access.NARROW);
          visit.page().setViewportSize(viewport.width(), viewport.height());
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          // The answer is asked for again by the link.
          visit.the("save-form").waitFor();
          violations.addAll(Access.violations(visit, "answer, large English"));
          visit.page().setViewportSize(Access.NARROW, viewport.height());
          assertThat(Access.width(visit)).as("in large English").isEqualTo(Access.NARROW);
          visit.page().setViewportSize(viewport.width(), viewport.height());
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          assertThat(violations).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyStopShowsItsFocus(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "");
          visit.the("sites-start").click();
          visit.the("save-form").waitFor();
          visit.page().locator(".skip").focus();
          assertThat(Access.unseenStops(visit, MANY)).isEmpty();
        });
  }

  private static void signIn(Visit visit, String fragment) {
    visit.openAt("plan.html", fragment);
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("sites-form").waitFor();
    // Candidates and grants have arrived.
    assertThat(visit.the("candidates-said")).not().containsText("已登记 0 处闲置房屋");
  }

  private List<String> chosen(String run) {
    List<String> ids = new ArrayList<>();
    for (JsonNode site : api().getAsAdministrator("siting/runs/" + run).get("sites")) {
      ids.add(site.get("id").asText());
    }
    return ids;
  }

  private static double largestRise(JsonNode run) {
    double most = 0;
    for (JsonNode then : run.at("/after/towns")) {
      for (JsonNode town : run.at("/before/towns")) {
        if (town.get("code").equals(then.get("code"))) {
          most = Math.max(most, then.get("covered").asDouble() - town.get("covered").asDouble());
        }
      }
    }
    return most;
  }

  private static String people(double count) {
    return PageText.people(count, "未知");
  }
}
