package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * Scenarios and projects for everybody: axe-core finds nothing, nothing sticks out, focus shows.
 */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanDeskAccessTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int NARROW = 320;
  private static final int MANY = 70;

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

  private final ObjectMapper mapper = new ObjectMapper();

  /** Goes where there is something to look at; the name says where. */
  private Map<String, Runnable> places(Visit visit, String scenario, String project) {
    Map<String, Runnable> places = new LinkedHashMap<>();
    places.put("list", () -> go(visit, "tab=scenarios", "[data-scenario]"));
    places.put(
        "editor",
        () ->
            go(
                visit,
                "tab=scenarios&scenarios.id=" + scenario,
                "[data-testid=live-areas] tbody tr"));
    places.put(
        "comparison",
        () ->
            go(
                visit,
                "tab=scenarios&scenarios.compare=" + scenario,
                "[data-testid=compare-areas] tbody tr"));
    places.put(
        "projects",
        () ->
            go(
                visit,
                "tab=projects&projects.from=2027&projects.id=" + project,
                "[data-testid=annual-targets] tbody tr"));
    return places;
  }

  /** Without loading the page anew, which would end the session. */
  private static void go(Visit visit, String fragment, String awaited) {
    visit.page().evaluate("f => { location.hash = f; }", fragment);
    visit.page().locator(awaited).first().waitFor();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void axeFindsNothing(Viewport viewport) {
    inEachPlace(
        viewport,
        (visit, where, found) -> {
          found.addAll(violations(visit, where));
          if (where.equals("editor") || where.equals("projects")) {
            visit.the("text-size").click();
            visit.the("lang-switch").click();
            visit.page().locator("[data-testid=live] p, [data-testid=annual]").first().waitFor();
            found.addAll(violations(visit, where + ", large English"));
            visit.the("text-size").click();
            visit.the("lang-switch").click();
            visit.page().locator("[data-testid=live] p, [data-testid=annual]").first().waitFor();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void nothingSticksOutHoweverNarrow(Viewport viewport) {
    inEachPlace(
        viewport,
        (visit, where, found) -> {
          visit.page().setViewportSize(NARROW, viewport.height());
          int width =
              ((Number) visit.page().evaluate("() => document.documentElement.scrollWidth"))
                  .intValue();
          if (width > NARROW) {
            found.add(where + " is " + width + " wide");
          }
          visit.page().setViewportSize(viewport.width(), viewport.height());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyStopShowsItsFocus(Viewport viewport) {
    inEachPlace(
        viewport,
        (visit, where, found) -> {
          visit.page().evaluate("() => document.getElementById('content').focus()");
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
              found.add(where + ": " + focused);
            }
          }
        });
  }

  interface Look {
    void at(Visit visit, String where, List<String> found);
  }

  private void inEachPlace(Viewport viewport, Look look) {
    AdminApi admin = new AdminApi(home);
    String scenario = scenario(admin, viewport);
    String project = project(admin, viewport);
    try {
      walk(
          viewport,
          visit -> {
            List<String> found = new ArrayList<>();
            new PlanDesk(visit).open("tab=scenarios");
            places(visit, scenario, project)
                .forEach(
                    (where, go) -> {
                      go.run();
                      look.at(visit, where, found);
                    });
            assertThat(found).isEmpty();
          });
    } finally {
      admin.delete("scenarios/" + scenario);
      admin.delete("projects/" + project);
    }
  }

  private String scenario(AdminApi admin, Viewport viewport) {
    Place place = api().placeNearMealPoint();
    ObjectNode draft = mapper.createObjectNode().put("name", "看得见 " + viewport.size());
    draft
        .putArray("changes")
        .add(
            mapper
                .createObjectNode()
                .put("op", "add")
                .put("key", "a1")
                .put("type", "home_care_station")
                .put("name", "新站")
                .put("lon", place.lon())
                .put("lat", place.lat()))
        .add(
            mapper
                .createObjectNode()
                .put("op", "close")
                .put(
                    "facility",
                    api()
                        .facilities("home_care_station")
                        .get(0)
                        .at("/properties/externalId")
                        .asText()));
    JsonNode saved = admin.post("scenarios", draft);
    return saved.get("id").asText();
  }

  private String project(AdminApi admin, Viewport viewport) {
    ObjectNode draft =
        mapper
            .createObjectNode()
            .put("name", "看得见 " + viewport.size())
            .put("kind", "add")
            .put("type", "home_care_station")
            .put("lon", api().placeNearMealPoint().lon())
            .put("lat", api().placeNearMealPoint().lat())
            .put("year", 2027)
            .put("costYuan", 1);
    return admin.post("projects", draft).get("id").asText();
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
}
