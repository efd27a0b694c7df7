package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
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
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int NARROW = 320;
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

  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const box = e.getBoundingClientRect();
        const seen = [e, e.closest('label'), e.closest('.map-area')].filter(Boolean);
        const marked = x => {
          const s = getComputedStyle(x);
          const frame = getComputedStyle(x, '::after');
          return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
            || (x.matches('.map') && parseFloat(frame.borderTopWidth) >= 2);
        };
        const inside = b => b.right > 0 && b.bottom > 0 && b.left < innerWidth && b.top < innerHeight;
        return {
          name: (e.dataset.testid || e.className || e.tagName) + ' ' + e.textContent.trim().slice(0, 20),
          marked: seen.some(marked),
          visible: inside(box),
        };
      }""";

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
                violations.addAll(violations(visit, fragment));
              });
          visit.openAt("board.html", "level=town");
          visit.the("board-choose").first().click();
          visit.the("detail-map").waitFor();
          violations.addAll(violations(visit, "card"));
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          visit.the("detail-map").waitFor();
          violations.addAll(violations(visit, "card, large English"));
          visit.the("text-size").click();
          visit.the("lang-switch").click();
          assertThat(violations).isEmpty();
        });
  }

  private static List<String> violations(Visit visit, String where) {
    AxeResults results = new AxeBuilder(visit.page()).withTags(RULES).setLegacyMode(true).analyze();
    assertThat(results.getPasses()).as("rules that had something to look at").hasSizeGreaterThan(8);
    return results.getViolations().stream()
        .map(
            rule ->
                "%s: %s: %s"
                    .formatted(
                        where,
                        rule.getId(),
                        rule.getNodes().stream()
                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                            .toList()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void nothingSticksOutHoweverNarrow(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          List<String> sideways = new ArrayList<>();
          visit.page().setViewportSize(NARROW, viewport.height());
          TABS.forEach(
              (fragment, awaited) -> {
                visit.openAt("board.html", fragment);
                visit.page().locator(awaited).first().waitFor();
                int width =
                    ((Number)
                            visit
                                .page()
                                .evaluate(
                                    "() => document.documentElement.scrollWidth - innerWidth"))
                        .intValue();
                // The browser of a phone would widen its window to what sticks out.
                if (width > NARROW) {
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
                for (int i = 0; i < MANY; i++) {
                  visit.page().keyboard().press("Tab");
                  Map<?, ?> focused = (Map<?, ?>) visit.page().evaluate(FOCUSED);
                  if (focused == null) {
                    break;
                  }
                  boolean fine =
                      Boolean.TRUE.equals(focused.get("marked"))
                          && Boolean.TRUE.equals(focused.get("visible"));
                  if (!fine) {
                    unseen.add(fragment + ": " + focused);
                  }
                }
              });
          assertThat(unseen).isEmpty();
        });
  }
}
