package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything without a pointer: Tab goes everywhere, focus is seen, Enter does it. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class KeyboardTest extends JourneyTest {
  private static final int MANY = 120;

  /** What has the focus, and whether an outline shows it; nothing has one otherwise. */
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const box = e.getBoundingClientRect();
        // An invisible radio button or box lends its focus to the label that is seen.
        const seen = [e, e.nextElementSibling, e.closest('label'), e.closest('.map-area')].filter(Boolean);
        const marked = x => {
          const s = getComputedStyle(x);
          // The map draws its frame above its own layers, where an outline would be hidden.
          const frame = getComputedStyle(x, '::after');
          return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
            || (frame.borderTopStyle === 'solid' && parseFloat(frame.borderTopWidth) >= 2
              && x.matches('.map'));
        };
        const shown = seen.filter(marked).map(x => x.getBoundingClientRect());
        const inside = b => b.right > 0 && b.bottom > 0 && b.left < innerWidth && b.top < innerHeight;
        return {
          name: (e.dataset.testid || e.getAttribute('class') || e.tagName)
            + ' ' + (e.getAttribute('aria-label') || e.textContent || e.value || '').trim().slice(0, 30),
          testid: e.dataset.testid || '',
          marked: shown.length > 0,
          visible: shown.some(inside) || inside(box),
        };
      }""";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void anElderFindsAMealWithoutAPointer(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("");
          tabTo(visit, "need-eat");
          press(visit, "Enter");
          assertThat(visit.the("need-eat")).hasAttribute("aria-pressed", "true");
          tabTo(visit, "pick-on-map");
          press(visit, "Enter");
          visit.page().locator(".leaflet-control-scale-line").waitFor();
          tabTo(visit, "use-center");
          press(visit, "Enter");
          assertThat(visit.the("result-summary")).isFocused();
          visit.shot("keyboard-focus");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theSkipLinkComesFirstAndGoesPastTheBar(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("need=doctor");
          press(visit, "Tab");
          assertThat(visit.page().locator(".skip")).isFocused();
          assertThat(visit.page().locator(".skip")).isInViewport();
          press(visit, "Enter");
          assertThat(visit.page().locator("main")).isFocused();
          press(visit, "Tab");
          assertThat(visit.the("need-eat")).isFocused();
          assertThat(visit.state()).as("the fragment stays").containsEntry("need", "doctor");

          visit.open("panel=plan");
          press(visit, "Tab");
          assertThat(visit.page().locator(".skip")).isFocused();
          press(visit, "Enter");
          assertThat(visit.the("plan-types")).isFocused();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyStopOfTheFindPageShowsItsFocus(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          for (String fragment : List.of("", "need=eat&from=" + place.text())) {
            visit.open(fragment);
            if (!fragment.isEmpty()) {
              visit.the("result-item").first().waitFor();
            }
            List<String> stops = walkAround(visit);
            assertThat(stops)
                .as("stops at '%s'", fragment)
                .anyMatch(stop -> stop.startsWith(fragment.isEmpty() ? "need-eat " : "call "))
                .anyMatch(stop -> stop.startsWith("lang-switch "))
                .anyMatch(stop -> stop.startsWith("help-ambulance "));
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyStopShowsItsFocus(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          for (String panel : List.of("plan", "provider", "manage")) {
            visit.open("panel=" + panel);
            if (panel.equals("plan")) {
              visit.the("gap-item").first().waitFor();
            }
            List<String> stops = walkAround(visit);
            assertThat(stops).as("stops of %s", panel).anyMatch(stop -> stop.startsWith("map "));
            assertThat(stops)
                .as("stops of %s", panel)
                .anyMatch(stop -> stop.startsWith("lang-switch "));
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aPlannerGoesToAGapAndKeepsThePlaceInTheList(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          visit.the("gap-item").nth(1).waitFor();
          visit.the("plan-minutes").focus();
          while (!isInside(visit, "[data-rank='2']")) {
            press(visit, "Tab");
          }
          press(visit, "Enter");
          assertThat(visit.page().locator("[data-rank='2'] button"))
              .hasAttribute("aria-pressed", "true");
          assertThat(visit.page().locator("[data-rank='2'] button")).isFocused();
        });
  }

  /** Tabs through the page until it begins again; every stop has to be seen. */
  private static List<String> walkAround(Visit visit) {
    List<String> stops = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      press(visit, "Tab");
      Map<?, ?> focused = (Map<?, ?>) visit.page().evaluate(FOCUSED);
      if (focused == null) {
        break;
      }
      String name = (String) focused.get("name");
      stops.add(name);
      if (!Boolean.TRUE.equals(focused.get("marked"))) {
        unseen.add("no mark on " + name);
      }
      if (!Boolean.TRUE.equals(focused.get("visible"))) {
        unseen.add("out of sight: " + name);
      }
    }
    assertThat(unseen).isEmpty();
    return stops;
  }

  private static void tabTo(Visit visit, String testId) {
    for (int i = 0; i < MANY; i++) {
      press(visit, "Tab");
      Map<?, ?> focused = (Map<?, ?>) visit.page().evaluate(FOCUSED);
      if (focused != null && testId.equals(focused.get("testid"))) {
        return;
      }
    }
    throw new AssertionError("Tab never came to " + testId);
  }

  private static boolean isInside(Visit visit, String selector) {
    return (Boolean)
        visit.page().evaluate("selector => !!document.activeElement.closest(selector)", selector);
  }

  private static void press(Visit visit, String key) {
    visit.page().keyboard().press(key);
  }
}
