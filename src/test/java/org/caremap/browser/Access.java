package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every page owes to everybody, measured on what is on the screen. */
final class Access {
  /** A phone of old, and a screen of 1280 pixels at a zoom of 400 %. */
  static final int NARROW = 320;

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const box = e.getBoundingClientRect();
        // A radio button lies under its own words; the map draws its mark inside itself.
        const seen = [e, e.closest('label'), e.nextElementSibling, e.closest('.map-area')]
          .filter(Boolean);
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

  private Access() {}

  /** What axe-core finds by the rules of WCAG 2.2 A and AA, one line each. */
  static List<String> violations(Visit visit, String where) {
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

  /**
   * How wide the page is, in CSS pixels: the browser of a phone widens its window to what sticks
   * out.
   */
  static int width(Visit visit) {
    Object width =
        visit.page().evaluate("() => Math.max(document.documentElement.scrollWidth, innerWidth)");
    return ((Number) width).intValue();
  }

  /**
   * Stops of the Tab key where the focus is not to be seen.
   *
   * @param most stops that are tried
   */
  static List<String> unseenStops(Visit visit, int most) {
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      visit.page().keyboard().press("Tab");
      Map<?, ?> focused = (Map<?, ?>) visit.page().evaluate(FOCUSED);
      if (focused == null) {
        break;
      }
      boolean fine =
          Boolean.TRUE.equals(focused.get("marked")) && Boolean.TRUE.equals(focused.get("visible"));
      if (!fine) {
        unseen.add(focused.toString());
      }
    }
    return unseen;
  }
}
