package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an elder's eyes and fingers need on the find page, measured on what is on the screen. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class LegibilityTest extends JourneyTest {
  /** A phone of old, and a screen of 1280 pixels at a zoom of 400 %. */
  private static final int NARROW = 320;

  /** Whatever falls short, one line each: text, line height, and what a finger has to hit. */
  private static final String SHORTCOMINGS =
      """
      smallest => {
        const short = [];
        const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
        const named = e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 20);
        for (const e of document.querySelectorAll('body *')) {
          if (!seen(e) || e.closest('svg, .leaflet-container, .visually-hidden, .skip')) continue;
          const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!words) continue;
          const s = getComputedStyle(e);
          const size = parseFloat(s.fontSize);
          const line = s.lineHeight === 'normal' ? 0 : parseFloat(s.lineHeight);
          if (size < smallest) short.push(`type ${size}: ${named(e)}`);
          if (line < 1.5 * size - 0.01) short.push(`line ${line} of ${size}: ${named(e)}`);
        }
        for (const e of document.querySelectorAll('a, button, input, select, summary')) {
          if (e.type === 'hidden' || e.closest('.leaflet-container, .skip')) continue;
          // An invisible radio button lies under the label that is hit; a box has its words beside it.
          const hit = e.closest('label') && !e.matches('select, [type=text]') ? e.closest('label') : e;
          if (!seen(hit)) continue;
          const box = hit.getBoundingClientRect();
          const main = e.matches('.button:not(.small), .need, .card-head, .choice input');
          const needed = main ? 60 : 48;
          if (box.height < needed - 0.01) short.push(`height ${box.height}: ${named(hit)}`);
          if (box.width < 48) short.push(`width ${box.width}: ${named(hit)}`);
        }
        const over = document.documentElement.scrollWidth - innerWidth;
        if (over > 0) short.push(`sideways ${over}`);
        return short;
      }""";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void typeLinesAndTargetsAreLargeEnough(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    String facility = api().facilities("clinic").get(0).get("id").asText();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          for (String lang : List.of("zh", "en")) {
            for (String fragment :
                List.of("", "need=eat&from=" + place.text(), "facility=" + facility)) {
              visit.open(fragment);
              if (!fragment.isEmpty()) {
                visit.page().locator(".card").first().waitFor();
              }
              String where = lang + " " + fragment;
              assertLegible(visit, 18, where + " standard");
              visit.the("text-size").click();
              assertLegible(visit, 30, where + " large");
              visit.the("text-size").click();
            }
            visit.the("lang-switch").click();
          }
        });
  }

  /** As it opens, and as narrow as a zoom of 400 % makes it. */
  private static void assertLegible(Visit visit, int smallestPixels, String where) {
    assertThat(shortcomings(visit, smallestPixels)).as(where).isEmpty();
    visit.page().setViewportSize(NARROW, visit.viewport().height());
    assertThat(shortcomings(visit, smallestPixels)).as(where + ", narrow").isEmpty();
    visit.page().setViewportSize(visit.viewport().width(), visit.viewport().height());
  }

  private static List<?> shortcomings(Visit visit, int smallestPixels) {
    return (List<?>) visit.page().evaluate(SHORTCOMINGS, smallestPixels);
  }
}
