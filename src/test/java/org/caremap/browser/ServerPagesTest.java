package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.browser.ServerPages.ServerPage;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page that the server writes, in both languages and both sizes of type: on a phone, on a
 * desktop, on a phone of old, and at a zoom of 400 %.
 */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class ServerPagesTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  /** A phone of old, and 1280 by 900 pixels at a zoom of 400 %. */
  private static final int NARROW = 320;

  private static final int NARROW_HIGH = 640;
  private static final int ZOOMED_HIGH = 225;

  /** Texts that are seen or read out; not the data's, nor those marked as of another language. */
  private static final String TEXTS =
      """
      () => {
        const texts = [document.title];
        const skip = '[translate=no], .address, svg text, script, style, noscript, body [lang]:not(.sheet)';
        for (const e of document.querySelectorAll('body *')) {
          if (e.closest(skip)) continue;
          for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
            if (e.getAttribute(name)) texts.push(e.getAttribute(name));
          }
          for (const node of e.childNodes) {
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) texts.push(node.data.trim());
          }
        }
        return texts;
      }""";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everybodyCanReadAndHitEverything(Viewport viewport) {
    List<String> lacking = new ArrayList<>();
    walk(
        viewport,
        visit -> {
          for (ServerPage page : new ServerPages(home).list()) {
            for (String lang : List.of("zh", "en")) {
              for (String size : List.of("standard", "large")) {
                String look = page.in(lang, size);
                open(visit, page, look);
                measure(visit, look, size.equals("large") ? 30 : 18, lacking);
              }
            }
          }
        });
    assertThat(lacking).isEmpty();
  }

  /** On the phone in every look, on the desktop in the two that differ most. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void axeFindsNothing(Viewport viewport) {
    List<String> violations = new ArrayList<>();
    walk(
        viewport,
        visit -> {
          for (ServerPage page : new ServerPages(home).list()) {
            for (String lang : List.of("zh", "en")) {
              for (String size : List.of("standard", "large")) {
                if (viewport == Viewport.PHONE || lang.equals("en") == size.equals("large")) {
                  open(visit, page, page.in(lang, size));
                  violations.addAll(violations(visit.page(), page.in(lang, size), size));
                }
              }
            }
          }
        });
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void tabGoesToEverythingAndIsSeen(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          for (ServerPage page : new ServerPages(home).list()) {
            for (String size : List.of("standard", "large")) {
              // The list of all communities has hundreds of links of the same kind.
              if (page.path().equals("communities") && size.equals("large")) {
                continue;
              }
              String look = page.in("zh", size);
              open(visit, page, look);
              assertThat(Measures.tabRound(visit.page())).as(look).isEmpty();
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theSkipLinkComesFirstAndGoesPastTheBar(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          for (ServerPage page : new ServerPages(home).list()) {
            open(visit, page, page.path());
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().locator(".skip")).isFocused();
            assertThat(visit.page().locator(".skip")).isInViewport();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("main")).isFocused();
            visit.page().keyboard().press("Tab");
            // The next stop is in the page, or behind it where the page only speaks.
            assertThat(
                    (Boolean)
                        visit.page().evaluate("() => !document.activeElement.closest('.bar')"))
                .as(page.path())
                .isTrue();
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"zh,zh-CN", "en,en"})
  void allWordsAreOfTheLanguage(String lang, String tag) {
    ServerPages pages = new ServerPages(home);
    List<String> foreign = new ArrayList<>();
    walk(
        Viewport.PHONE,
        visit -> {
          List<ServerPage> all = pages.list();
          List<String> data = pages.dataTexts();
          for (ServerPage page : all) {
            String look = page.in(lang, "standard");
            open(visit, page, look);
            assertThat(visit.page().locator("html")).hasAttribute("lang", tag);
            for (Object text : (List<?>) visit.page().evaluate(TEXTS)) {
              String rest = (String) text;
              for (String known : data) {
                rest = rest.replace(known, "");
              }
              Matcher matcher = (lang.equals("zh") ? WORD : CHINESE).matcher(rest);
              if (matcher.find()) {
                foreign.add(look + ": " + matcher.group() + " in " + text);
              }
            }
          }
        });
    assertThat(foreign).isEmpty();
  }

  private void open(Visit visit, ServerPage page, String path) {
    if (page.status() != 200) {
      visit.expectFailure(page.status(), home.resolve("/" + page.path()).getPath());
    }
    Response answer = visit.page().navigate(home.resolve("/" + path).toString());
    assertThat(answer.status()).as(path).isEqualTo(page.status());
    assertThat(visit.page().locator("h1")).hasCount(1);
    if (visit.page().locator("details").count() > 0) {
      // What is folded up has to be right too.
      visit.page().locator("details").first().evaluate("e => { e.open = true; }");
    }
  }

  private static void measure(Visit visit, String look, int smallestPixels, List<String> lacking) {
    Page page = visit.page();
    Viewport viewport = visit.viewport();
    int[][] screens = {
      {viewport.width(), viewport.height()},
      {NARROW, viewport == Viewport.PHONE ? NARROW_HIGH : ZOOMED_HIGH},
    };
    for (int[] screen : screens) {
      page.setViewportSize(screen[0], screen[1]);
      for (String what : Measures.shortcomings(page, smallestPixels, screen[0])) {
        lacking.add("%s at %d: %s".formatted(look, screen[0], what));
      }
    }
    page.setViewportSize(viewport.width(), viewport.height());
  }

  private static List<String> violations(Page page, String look, String size) {
    AxeResults results = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
    assertThat(results.getPasses()).as("rules with something to look at").hasSizeGreaterThan(10);
    List<Rule> found = new ArrayList<>(results.getViolations());
    if (size.equals("large")) {
      // Large type promises contrast of seven to one.
      found.addAll(
          new AxeBuilder(page)
              .withRules(List.of("color-contrast-enhanced"))
              .setLegacyMode(true)
              .analyze()
              .getViolations());
    }
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
