package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk for everybody: axe-core finds nothing, nothing sticks out, Tab shows where it is. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class BoardAccessTest extends JourneyTest {
  private static final int MANY = 90;

  /** Fragments of the tabs, and what is there when they are. */
  private static final Map<String, String> TABS = new LinkedHashMap<>();

  static {
    TABS.put("level=town", "[data-testid=board-table] tbody tr");
    TABS.put("tab=verdicts&about=meal_point", "[data-testid=communities-table] tbody tr");
    TABS.put("tab=verdicts&part=rules", "[data-testid=rules] > li");
    TABS.put("tab=verdicts&part=compare", "[data-testid=compare-table] tbody tr");
    TABS.put("tab=verdicts&part=exceptions", "[data-testid=tab-verdicts] .part .notice");
    TABS.put("tab=targets", "[data-testid=progress-table]");
    TABS.put("tab=supply&level=town", "[data-testid=supply-table] tbody tr");
    TABS.put(
        "tab=ledger", "[data-testid=tab-ledger] :is(.part > .notice:not(.waiting), [data-run])");
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void axeFindsNothing(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          List<String> violations = new ArrayList<>();
          TABS.forEach(
              (fragment, awaited) -> {
                visit.openAt("board.html", fragment);
                visit.page().locator(awaited).first().waitFor();
                violations.addAll(Access.violations(visit, fragment));
              });
          visit.openAt("board.html", "level=town");
          visit.the("board-choose").first().click();
          visit.the("detail-map").waitFor();
          violations.addAll(Access.violations(visit, "card"));
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          visit.the("detail-map").waitFor();
          violations.addAll(Access.violations(visit, "card, large English"));
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          assertThat(violations).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void nothingSticksOutHoweverNarrow(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          List<String> sideways = new ArrayList<>();
          visit.page().setViewportSize(Access.NARROW, viewport.height());
          TABS.forEach(
              (fragment, awaited) -> {
                visit.openAt("board.html", fragment);
                visit.page().locator(awaited).first().waitFor();
                int width = Access.width(visit);
                if (width > Access.NARROW) {
                  sideways.add(fragment + " to " + width);
                }
              });
          assertThat(sideways).isEmpty();
          visit.page().setViewportSize(viewport.width(), viewport.height());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyStopShowsItsFocus(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          List<String> unseen = new ArrayList<>();
          TABS.forEach(
              (fragment, awaited) -> {
                visit.openAt("board.html", fragment);
                visit.page().locator(awaited).first().waitFor();
                Access.unseenStops(visit, MANY).forEach(stop -> unseen.add(fragment + ": " + stop));
              });
          assertThat(unseen).isEmpty();
        });
  }
}
