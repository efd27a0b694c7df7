package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chinese and English, standard and large type. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class LanguageTest extends JourneyTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  /** Data that no translation can change, and names that are the same in both languages. */
  private static final List<String> ALIKE =
      List.of("admin", "WGS", "Mo-Fr 08:00-17:00; PH off", "OpenStreetMap", "CSV");

  /** Everything of the panel and the frame that is seen or read out, one text a line. */
  private static final String TEXTS =
      """
      () => {
        const texts = [];
        const skip = '[data-testid=sample-banner], [data-testid=lang-switch], .map, .visually-hidden[role=status]';
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
        for (let e = walker.currentNode; e; e = walker.nextNode()) {
          if (e.closest(skip) || e.closest('noscript, script, style')) continue;
          for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
            if (e.getAttribute(name)) texts.push(e.getAttribute(name));
          }
          if (e.closest('svg')) continue;
          for (const node of e.childNodes) {
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) texts.push(node.data.trim());
          }
        }
        return texts;
      }""";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theSwitchChangesEveryText(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    List<String> data = dataTexts(place);
    String facility = api().facilities("meal_point").get(0).get("id").asText();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("");
          assertChinese(visit, data, "questions");
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          assertChinese(visit, data, "results");
          switchLanguage(visit, "en");
          visit.the("result-item").first().waitFor();
          assertEnglish(visit, data, "results");
          visit.shot("find-results-english");
          visit.open("facility=" + facility);
          visit.the("facility-card").waitFor();
          assertEnglish(visit, data, "facility");
          visit.open("");
          assertEnglish(visit, data, "questions");

          visit.open("panel=plan");
          visit.the("gap-item").first().waitFor();
          assertEnglish(visit, data, "plan");
          visit.shot("plan-english");
          visit.open("panel=provider&facility=" + facility);
          visit.the("reach-table").waitFor();
          assertEnglish(visit, data, "provider");
          visit.shot("provider-english");
          visit.open("panel=manage");
          visit.the("login-form").waitFor();
          assertEnglish(visit, data, "login");
          logIn(visit);
          assertEnglish(visit, data, "facility form");
          visit.shot("manage-facility-english");
          visit.the("manage-import").click();
          assertEnglish(visit, data, "import form");

          switchLanguage(visit, "zh-CN");
          visit.the("import-form").waitFor();
          assertChinese(visit, data, "import form");
          visit.the("manage-facility").click();
          assertChinese(visit, data, "facility form");
          visit.panel("provider");
          visit
              .page()
              .evaluate("id => { location.hash = 'panel=provider&facility=' + id }", facility);
          visit.the("reach-table").waitFor();
          assertChinese(visit, data, "provider");
          visit.panel("plan");
          visit.the("gap-item").first().waitFor();
          assertChinese(visit, data, "plan");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void largeTypeIsLargerAndStays(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.open("need=eat");
          List<Double> standard = sizes(visit);
          assertThat(standard).as("standard type").allMatch(pixels -> pixels >= 18);
          assertThat(visit.the("text-size")).hasAttribute("aria-pressed", "false");
          visit.the("text-size").click();
          assertThat(visit.the("text-size")).hasAttribute("aria-pressed", "true");
          List<Double> large = sizes(visit);
          assertThat(large).as("large type").allMatch(pixels -> pixels >= 30);
          assertNoSidewaysScrolling(visit);
          visit.shot("find-large-type");

          visit.page().reload();
          visit.ready();
          assertThat(visit.the("text-size")).hasAttribute("aria-pressed", "true");
          assertThat(sizes(visit)).isEqualTo(large);

          visit.open("panel=plan");
          for (String panel : List.of("plan", "provider", "manage")) {
            visit.panel(panel);
            assertNoSidewaysScrolling(visit);
          }
          visit.panel("plan");
          visit.the("coverage-share").waitFor();
          visit.shot("plan-large-type");
          visit.the("text-size").click();
          visit.the("nav-find").click();
          visit.page().locator(".needs").waitFor();
          assertThat(sizes(visit)).isEqualTo(standard);
        });
  }

  static void switchLanguage(Visit visit, String lang) {
    visit.the("lang-switch").click();
    assertThat(visit.page().locator("html")).hasAttribute("lang", lang);
    visit.ready();
  }

  private static void logIn(Visit visit) {
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("facility-form").waitFor();
  }

  private static void assertEnglish(Visit visit, List<String> data, String where) {
    assertThat(visit.page().title()).startsWith("Care Map");
    assertThat(leftovers(visit, data, CHINESE)).as("Chinese left in English %s", where).isEmpty();
  }

  private static void assertChinese(Visit visit, List<String> data, String where) {
    assertThat(visit.page().title()).startsWith("关爱地图");
    assertThat(visit.page().locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(leftovers(visit, data, WORD)).as("English left in Chinese %s", where).isEmpty();
  }

  private static List<String> leftovers(Visit visit, List<String> data, Pattern foreign) {
    List<String> left = new ArrayList<>();
    for (Object text : (List<?>) visit.page().evaluate(TEXTS)) {
      String rest = (String) text;
      for (String known : data) {
        rest = rest.replace(known, "");
      }
      Matcher matcher = foreign.matcher(rest);
      if (matcher.find()) {
        left.add(matcher.group() + " in: " + text);
      }
    }
    return left;
  }

  /** Names and notes that come from the data; longest first, as one may be part of another. */
  private List<String> dataTexts(Place place) {
    List<String> texts = new ArrayList<>(ALIKE);
    for (JsonNode feature : api().get("facilities?limit=10000").get("features")) {
      for (String field :
          List.of("name", "nameEn", "address", "operator", "fees", "source", "audience")) {
        add(texts, feature.get("properties").get(field));
      }
    }
    for (JsonNode area : api().get("areas").get("features")) {
      add(texts, area.get("properties").get("name"));
    }
    String find = "find?need=eat&lon=" + place.lon() + "&lat=" + place.lat();
    for (JsonNode result : api().get(find).get("results")) {
      result.at("/way/parts").forEach(part -> add(texts, part.get("name")));
    }
    api().get("welcome").get("attribution").forEach(line -> add(texts, line));
    for (JsonNode gap : api().get("gaps?type=meal_point&minutes=15").get("features")) {
      add(texts, gap.get("properties").get("name"));
    }
    texts.sort(Comparator.comparingInt(String::length).reversed());
    return texts.stream().distinct().toList();
  }

  private static void add(List<String> texts, JsonNode value) {
    if (value != null && value.isTextual() && !value.asText().isBlank()) {
      texts.add(value.asText());
    }
  }

  /** Font sizes in pixels on the find page: a heading, buttons, a hint, a link. */
  private static List<Double> sizes(Visit visit) {
    List<Double> sizes = new ArrayList<>();
    for (String selector :
        List.of("main h2", ".need-name", ".button.primary", ".hint", ".choice small", ".foot a")) {
      Object size =
          visit
              .page()
              .locator(selector)
              .first()
              .evaluate("e => parseFloat(getComputedStyle(e).fontSize)");
      sizes.add(((Number) size).doubleValue());
    }
    return sizes;
  }

  /** Neither page nor, where there is one, panel is wider than its window. */
  static void assertNoSidewaysScrolling(Visit visit) {
    Object over =
        visit
            .page()
            .evaluate(
                "() => Math.max(document.documentElement.scrollWidth - innerWidth,"
                    + " ...[...document.querySelectorAll('.panel-area')]"
                    + ".map(area => area.scrollWidth - area.clientWidth))");
    assertThat(((Number) over).intValue())
        .as("pixels that stick out sideways")
        .isLessThanOrEqualTo(0);
  }
}
