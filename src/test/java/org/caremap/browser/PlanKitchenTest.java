package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner at the desk: which meal points does no kitchen feed, and what would another do? */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanKitchenTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int NARROW = 320;
  private static final int STOPS = 40;

  /** The same question past the page. */
  private JsonNode ask(String query) {
    try {
      return new ObjectMapper()
          .readTree(
              given()
                  .auth()
                  .preemptive()
                  .basic("admin", TestHome.PASSWORD)
                  .get(home + "api/v1/kitchens?" + query)
                  .asString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void open(Visit visit, String fragment) {
    visit.openAt("plan.html", "tab=kitchens" + fragment);
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("points-table").waitFor();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoIsNotFedAndWhatAnotherKitchenWouldChange(Viewport viewport) {
    JsonNode bicycle = ask("vehicle=bicycle");
    JsonNode van = ask("vehicle=van&minutes=20");
    walk(
        viewport,
        visit -> {
          open(visit, "");
          assertFigures(visit, bicycle);
          visit.the("kitchens-vehicle").selectOption("van");
          visit.the("kitchens-minutes").fill("20");
          visit.the("kitchens-minutes").press("Tab");
          assertFigures(visit, van);
          assertThat(visit.state())
              .containsEntry("kitchens.vehicle", "van")
              .containsEntry("kitchens.minutes", "20");
          visit.shot("plan-kitchens");

          visit.the("kitchen-add").click();
          visit.the("map").focus();
          visit.page().keyboard().press("Enter");
          visit.the("tried-1").waitFor();
          assertThat(visit.the("kitchen-summary"))
              .containsText("试设前：" + van.at("/totals/served").asInt() + " 个供得上");
          int served = served(visit);
          assertThat(served).isGreaterThanOrEqualTo(van.at("/totals/served").asInt());
          visit.shot("plan-kitchen-tried");

          // By the arrow keys the pin goes elsewhere, and the link with it.
          String before = visit.state().get("kitchens.added");
          visit.the("tried-find-1").click();
          Locator pin = visit.page().locator(".map-pin.kitchen.movable");
          pin.focus();
          for (int i = 0; i < 4; i++) {
            visit.page().keyboard().press("ArrowRight");
          }
          visit.page().keyboard().press("Enter");
          visit.waitForChange("kitchens.added", before);

          if (visit.the("show-list").isVisible()) {
            visit.the("show-list").click();
          }
          visit.the("kitchen-reset").click();
          assertFigures(visit, van);
          assertThat(visit.state()).doesNotContainKey("kitchens.added");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void withoutAKitchenAndTheFile(Viewport viewport) {
    JsonNode van = ask("vehicle=van&minutes=20");
    String id = van.at("/kitchens/0/externalId").asText();
    walk(
        viewport,
        visit -> {
          open(visit, "&kitchens.vehicle=van&kitchens.minutes=20");
          visit.the("kitchen-try-" + id).click();
          assertThat(visit.the("kitchen-try-" + id)).hasText("恢复");
          assertThat(served(visit)).isLessThan(van.at("/totals/served").asInt());
          assertThat(visit.state()).containsEntry("kitchens.closed", id);
          visit.the("kitchen-try-" + id).click();
          assertFigures(visit, van);

          Download file = visit.page().waitForDownload(() -> visit.the("export-xlsx").click());
          try (InputStream in = file.createReadStream();
              XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheet("助餐点由谁供餐").getRow(3).getCell(1).getStringCellValue())
                .isEqualTo(van.at("/points/0/name").asText());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void forEverybody(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          // Away from the other kitchens: where two stand side by side their pins overlap at the
          // scale
          // of a county, as places on a map must (WCAG 2.5.8, essential), and the list finds both.
          String fragment =
              "&kitchens.vehicle=van&kitchens.capacity=1&kitchens.added=121.05,31.94,900";
          open(visit, fragment);
          List<String> wrong = new ArrayList<>(violations(visit, "chinese"));
          visit.the("kitchen-speeds").locator("summary").click();
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          visit.the("points-table").waitFor();
          wrong.addAll(violations(visit, "large english"));
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          visit.the("points-table").waitFor();
          visit.page().setViewportSize(NARROW, viewport.height());
          int sideways =
              ((Number)
                      visit
                          .page()
                          .evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                  .intValue();
          visit.page().setViewportSize(viewport.width(), viewport.height());
          assertThat(sideways).as("pixels that stick out at 320").isLessThanOrEqualTo(0);
          visit.the("kitchens-vehicle").focus();
          for (int i = 0; i < STOPS; i++) {
            visit.page().keyboard().press("Tab");
            String unmarked =
                (String)
                    visit
                        .page()
                        .evaluate(
                            """
                            () => {
                              const e = document.activeElement;
                              if (!e || e === document.body) return null;
                              const seen = [e, e.closest('label'), e.closest('label')?.lastElementChild];
                              const marked = seen.filter(Boolean).some(x => {
                                const s = getComputedStyle(x);
                                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                              });
                              const frame = getComputedStyle(e, '::after');
                              return marked || parseFloat(frame.borderTopWidth) >= 2
                                ? null : (e.dataset.testid || e.className || e.tagName);
                            }""");
            if (unmarked != null) {
              wrong.add("no focus seen on " + unmarked);
            }
          }
          assertThat(wrong).isEmpty();
        });
  }

  private static List<String> violations(Visit visit, String where) {
    List<Rule> found =
        new AxeBuilder(visit.page()).withTags(RULES).setLegacyMode(true).analyze().getViolations();
    return found.stream()
        .map(
            rule ->
                "%s: %s: %s"
                    .formatted(
                        where,
                        rule.getId(),
                        rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .toList();
  }

  private static int served(Visit visit) {
    return Integer.parseInt(visit.the("points-served").innerText().replace(",", ""));
  }

  private static void assertFigures(Visit visit, JsonNode answer) {
    assertThat(visit.the("points-served")).hasText(answer.at("/totals/served").asText());
    assertThat(visit.the("point-find").first()).containsText(answer.at("/points/0/name").asText());
    int tooFar = answer.at("/totals/tooFar").asInt();
    if (tooFar > 0) {
      assertThat(visit.the("count-too-far")).containsText("太远 " + tooFar);
    }
    assertThat(visit.page().locator("[data-testid=kitchen-summary]"))
        .containsText(PageText.people(answer.at("/totals/peopleServed").asDouble(), "未知"));
  }
}
