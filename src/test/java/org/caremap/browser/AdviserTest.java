package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody asks the care adviser what may apply, and nobody else hears the answers. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class AdviserTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private void open(Visit visit) {
    visit.page().navigate(home.resolve("adviser.html").toString());
    visit.the("show").waitFor();
  }

  private static List<String> rules(Visit visit, String group) {
    List<String> codes = new ArrayList<>();
    for (Locator rule : visit.the(group).getByTestId("rule").all()) {
      codes.add(rule.getAttribute("data-rule"));
    }
    return codes;
  }

  /** A woman of 82 who lives alone in a village on the minimum allowance. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void someAnswersSayWhatMayApplyAndNoneOfThemIsSent(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          open(visit);
          assertThat(visit.the("places")).containsText("海门市（2018年）");
          assertThat(visit.the("results")).isHidden();
          int before = visit.requested().size();

          visit.the("age-from80").check();
          visit.the("living-alone").check();
          visit.the("income-minimum").check();
          visit.the("area-rural").check();
          visit.the("show").click();
          assertThat(visit.page().locator("#results-heading")).isFocused();
          // By hand from the clauses: over 80; minimum allowance and over 80; alone in a village.
          assertThat(rules(visit, "may"))
              .contains(
                  "haimen-purchased-care",
                  "haimen-one-to-one",
                  "county-call-button",
                  "county-hour-a-day",
                  "changzhi-home-adaptation",
                  "chengdu-care-map",
                  "hongkou-home-services")
              .doesNotContain("haimen-visits", "changzhi-respite", "guangzhou-meals");
          // The household register decides about meals; visits are for towns.
          assertThat(rules(visit, "depends")).contains("guangzhou-meals", "changzhi-respite");
          visit.the("not").locator("summary").first().click();
          assertThat(rules(visit, "not")).contains("haimen-visits");
          visit.shot("adviser-results");

          // Later answers change the list at once; "none of these" and one of these exclude.
          visit.the("hukou-resident").check();
          assertThat(rules(visit, "may")).contains("guangzhou-meals");
          visit.the("income-none").check();
          assertThat(visit.the("income-minimum")).not().isChecked();
          assertThat(rules(visit, "may")).doesNotContain("county-hour-a-day");

          Locator button = visit.the("may").locator("[data-rule=county-call-button]");
          button.locator("summary").click();
          assertThat(button.locator("blockquote")).hasText("为高龄老人、低收入失能老人免费配置“一键通”电子呼叫设备");
          assertThat(button).containsText("街道、镇或村（居）委会");

          assertThat(visit.requested().stream().skip(before).filter(AdviserTest::isQuestion))
              .as("requests since the first answer")
              .isEmpty();
          String kept =
              (String)
                  visit
                      .page()
                      .evaluate(
                          """
                          async () => JSON.stringify([
                            {...localStorage}, {...sessionStorage}, document.cookie, location.href,
                            await indexedDB.databases(),
                            (await Promise.all((await caches.keys()).map(async name =>
                              (await (await caches.open(name)).keys()).map(({url}) => url)))).flat()
                          ])""");
          assertThat(kept).doesNotContain("from80", "alone", "minimum", "rural", "resident");
          assertThat(visit.page().evaluate("() => localStorage.length + sessionStorage.length"))
              .isEqualTo(0);

          // Another visit knows nothing of it.
          open(visit);
          assertThat(visit.the("age-unsaid")).isChecked();
          assertThat(visit.the("results")).isHidden();
        });
  }

  /** The service worker fetches files and what holds for everybody, whatever was answered. */
  private static boolean isQuestion(String url) {
    return !url.matches(
        ".*/(sw\\.js|assets/[^/?]+|[a-z-]+\\.(css|js|svg|html)|manifest\\.webmanifest"
            + "|icons/[a-z0-9-]+\\.png|api/v1/(welcome|adviser)|)$");
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void nothingSaidIsNotNo(Viewport viewport) {
    int all = api().get("adviser").get("rules").size();
    walk(
        viewport,
        visit -> {
          open(visit);
          visit.the("show").click();
          assertThat(rules(visit, "may")).containsExactly("hongkou-home-services");
          assertThat(rules(visit, "depends")).hasSize(all - 1);
          assertThat(visit.the("not")).hasCount(0);
          assertThat(visit.the("summary")).hasText("可能适用 1 项，还要看其他回答的 " + (all - 1) + " 项。");
          visit.the("reset").click();
          assertThat(visit.the("results")).isHidden();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theNearestDeskIsFoundFromMyLocation(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    JsonNode answer =
        api()
            .get(
                "find?need=adviser&limit=3&lon=%s&lat=%s"
                    .formatted(Place.plain(place.lon()), Place.plain(place.lat())));
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          open(visit);
          visit.the("desk-locate").click();
          visit.the("desk").first().waitFor();
          List<String> expected = new ArrayList<>();
          for (JsonNode result : answer.get("results")) {
            expected.add(result.at("/facility/name").asText());
          }
          assertThat(expected).as("desks of the server").isNotEmpty();
          assertThat(visit.the("desk").locator("h3").allInnerTexts()).isEqualTo(expected);
          int minutes = PageText.minutes(answer.at("/results/0/seconds").asDouble());
          assertThat(visit.the("desk").first()).containsText("走路约 " + minutes + " 分钟");
          visit.shot("adviser-desk");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aRefusedLocationIsSaid(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.refuseLocation();
          open(visit);
          visit.the("desk-locate").click();
          assertThat(visit.the("desks")).containsText("没有得到位置");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everybodyCanReadAndReachIt(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          open(visit);
          visit.the("age-from80").check();
          visit.the("show").click();
          List<String> violations = new ArrayList<>();
          for (String tool : List.of("text-size", "lang-switch", "text-size", "lang-switch")) {
            for (Rule rule :
                new AxeBuilder(visit.page())
                    .withTags(RULES)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()) {
              violations.add(rule.getId() + " " + rule.getNodes().get(0).getHtml());
            }
            for (Locator choice : visit.page().locator(".choice, .button").all()) {
              BoundingBox box = choice.boundingBox();
              if (box != null && box.height < 60) {
                violations.add(choice.innerText() + " is " + box.height + " px high");
              }
            }
            Object wide =
                visit
                    .page()
                    .evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!wide.equals(0)) {
              violations.add("wider than the screen by " + wide);
            }
            visit.the(tool).click();
          }
          assertThat(violations).isEmpty();
          visit.page().setViewportSize(320, 640);
          assertThat(
                  visit
                      .page()
                      .evaluate(
                          "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("wider than 320 px by")
              .isEqualTo(0);
        });
  }
}
