package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * axe-core finds nothing wrong on the find page and on any panel: on the phone in both languages
 * and both sizes of type, on the desktop in Chinese of standard size and in large English.
 */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class AccessibilityTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void findPage(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    String facility = api().facilities("clinic").get(0).get("id").asText();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          assertAccessible(visit, "", ".needs");
          assertAccessible(visit, "need=eat&from=" + place.text(), "[data-testid=result-item]");
          assertAccessible(visit, "facility=" + facility, "[data-testid=facility-card]");
          visit.open("need=eat&from=" + place.text());
          visit.the("map-toggle").click();
          assertAccessibleHere(visit, "results", "[data-testid=result-item]");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void planPanel(Viewport viewport) {
    walk(viewport, visit -> assertAccessible(visit, "panel=plan", "[data-testid=gap-item]"));
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void providerPanel(Viewport viewport) {
    String facility = api().facilities("meal_point").get(0).get("id").asText();
    walk(
        viewport,
        visit ->
            assertAccessible(
                visit, "panel=provider&facility=" + facility, "[data-testid=reach-table]"));
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void managePanel(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          assertAccessible(visit, "panel=manage", "[data-testid=login-form]");
          visit.the("login-password").fill(TestHome.PASSWORD);
          visit.the("login-submit").click();
          assertAccessibleHere(visit, "facility form", "[data-testid=facility-form]");
          visit.the("manage-import").click();
          assertAccessibleHere(visit, "import form", "[data-testid=import-form]");
        });
  }

  private static void assertAccessible(Visit visit, String fragment, String awaited) {
    visit.open(fragment);
    assertAccessibleHere(visit, fragment, awaited);
  }

  /** Walks once round the looks of what is on the screen, and ends where it began. */
  private static void assertAccessibleHere(Visit visit, String what, String awaited) {
    List<List<String>> steps =
        visit.viewport() == Viewport.PHONE
            ? List.of(
                List.of("text-size"),
                List.of("lang-switch"),
                List.of("text-size"),
                List.of("lang-switch"))
            : List.of(List.of("text-size", "lang-switch"), List.of("text-size", "lang-switch"));
    List<String> violations = new ArrayList<>();
    for (List<String> tools : steps) {
      visit.page().locator(awaited).first().waitFor();
      violations.addAll(violations(visit));
      tools.forEach(tool -> visit.the(tool).click());
    }
    visit.page().locator(awaited).first().waitFor();
    assertThat(violations).as("violations at '%s'", what).isEmpty();
  }

  private static List<String> violations(Visit visit) {
    String look =
        (String)
            visit
                .page()
                .evaluate(
                    "() => document.documentElement.lang + ' '"
                        + " + document.documentElement.dataset.textSize");
    AxeResults results = new AxeBuilder(visit.page()).withTags(RULES).setLegacyMode(true).analyze();
    List<Rule> found = new ArrayList<>(results.getViolations());
    if (!visit.isMapPage() && look.endsWith("large")) {
      // The large type of elders' pages promises contrast of seven to one.
      found.addAll(
          new AxeBuilder(visit.page())
              .withRules(List.of("color-contrast-enhanced"))
              .setLegacyMode(true)
              .analyze()
              .getViolations());
    }
    assertThat(results.getPasses())
        .as("rules that had something to look at")
        .hasSizeGreaterThan(10);
    return found.stream()
        .map(
            rule ->
                "%s: %s: %s %s"
                    .formatted(
                        look,
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                            .toList()))
        .toList();
  }
}
