package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Language and size of type of the pages that the server writes, and all that is on them where the
 * browser runs no script.
 */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class ServerPagesModeTest extends JourneyTest {
  private static final String SIZE = "[data-switch=size]";
  private static final String LANGUAGE = "[data-switch=lang]";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theChoiceIsKeptOnThisDeviceAndThePageStays(Viewport viewport) {
    ServerPages pages = new ServerPages(home);
    walk(
        viewport,
        visit -> {
          open(visit, pages.compare(2));
          assertLook(visit, "zh-CN", "standard");
          String address = visit.page().url();
          visit.page().locator(SIZE).click();
          assertLook(visit, "zh-CN", "large");
          assertThat(visit.page().locator(SIZE)).hasText("标准字");
          assertThat(visit.page().url()).as("no other page").isEqualTo(address);
          visit.page().locator(LANGUAGE).click();
          assertLook(visit, "en", "large");
          assertThat(visit.page().locator("thead a")).hasCount(2);
          assertThat(visit.page().locator(SIZE)).hasText("Standard text");

          // The next page, by a link and by an address that says nothing of either.
          visit.page().locator("thead a").first().click();
          assertThat(visit.page()).hasURL(Pattern.compile(".*/facility/.*"));
          assertLook(visit, "en", "large");
          open(visit, "communities");
          assertLook(visit, "en", "large");
          open(visit, "card?area=" + pages.community());
          assertLook(visit, "en", "large");
          visit.page().locator(".foot a[href*=communities]").click();
          assertThat(visit.page()).hasURL(Pattern.compile(".*/communities.*"));
          assertLook(visit, "en", "large");
          visit.page().locator(".brand").click();
          visit.ready();
          assertLook(visit, "en", "large");

          // And back, where the address names them.
          open(visit, "communities?lang=en&size=large&area=" + pages.town());
          String town = visit.page().locator("h1").innerText();
          visit.page().locator(SIZE).click();
          assertLook(visit, "en", "standard");
          visit.page().locator(LANGUAGE).click();
          assertLook(visit, "zh-CN", "standard");
          assertThat(visit.page().locator("h1")).hasText(town);
          visit.page().reload();
          assertLook(visit, "zh-CN", "standard");
          open(visit, "facility/" + pages.mealPoint());
          assertLook(visit, "zh-CN", "standard");
        });
  }

  /** What was chosen on the find page counts on the server's pages, a card by form included. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theChoiceOfTheFindPageIsKept(Viewport viewport) {
    ServerPages pages = new ServerPages(home);
    walk(
        viewport,
        visit -> {
          visit.open("");
          visit.the("text-size").click();
          open(visit, "facility/" + pages.mealPoint());
          assertLook(visit, "zh-CN", "large");
          open(visit, "card?area=" + pages.community());
          assertLook(visit, "zh-CN", "large");
          changePaper(visit.page());
          assertLook(visit, "zh-CN", "large");
          assertThat(visit.page().locator(".sheet.a6")).isVisible();
          visit.page().locator("[name=turn][value=size]").click();
          assertLook(visit, "zh-CN", "standard");
          visit.page().locator("[name=turn][value=lang]").click();
          assertLook(visit, "en", "standard");
          assertThat(visit.page().locator(".sheet.a6")).isVisible();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void withoutScriptsTheSwitchesAreLinks(Viewport viewport) {
    ServerPages pages = new ServerPages(home);
    walkWithoutScripts(
        viewport,
        visit -> {
          open(visit, pages.compare(2));
          visit.page().locator(SIZE).click();
          assertLook(visit, "zh-CN", "large");
          assertThat(visit.page().locator(SIZE)).hasText("标准字");
          visit.page().locator(LANGUAGE).click();
          assertLook(visit, "en", "large");
          assertThat(visit.page().locator("thead a")).hasCount(2);
          visit.page().locator("thead a").first().click();
          assertThat(visit.page()).hasURL(Pattern.compile(".*/facility/.*"));
          assertLook(visit, "en", "large");
          visit.page().locator(".foot a[href*=communities]").click();
          assertThat(visit.page()).hasURL(Pattern.compile(".*/communities.*"));
          assertLook(visit, "en", "large");
          visit.page().locator("a[href*='card?area=']").first().click();
          assertThat(visit.page().locator(".sheet")).isVisible();
          assertLook(visit, "en", "large");
          visit.page().locator(SIZE).click();
          assertLook(visit, "en", "standard");
          visit.page().locator(LANGUAGE).click();
          assertLook(visit, "zh-CN", "standard");
          assertThat(visit.page().locator(".sheet")).isVisible();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void withoutScriptsEverythingIsThere(Viewport viewport) {
    ServerPages pages = new ServerPages(home);
    JsonNode facility = api().facilities("meal_point").get(0).get("properties");
    String dialled = facility.get("phone").asText().replaceAll("[^0-9+]", "");
    walkWithoutScripts(
        viewport,
        visit -> {
          Page page = visit.page();
          open(visit, "facility/" + pages.mealPoint());
          assertThat(page.locator("h1")).hasText(facility.get("name").asText());
          assertThat(page.locator("main .button.primary").first())
              .hasAttribute("href", "tel:" + dialled);
          assertThat(page.locator("[aria-labelledby=hours] dt")).hasCount(8);
          assertThat(page.locator("[aria-labelledby=hours] dt").first()).hasText("今天");
          assertThat(page.locator("[aria-labelledby=around] svg.sketch")).isVisible();
          assertThat(
                  (Boolean)
                      page.locator("svg.sketch")
                          .evaluate(
                              "e => [...e.querySelectorAll('path, polygon')].some(p => p.getBBox().width > 20)"))
              .as("a circle is drawn")
              .isTrue();
          Locator near = page.locator("[aria-labelledby=near] a");
          assertThat(near.first()).isVisible();
          assertThat(page.locator("[data-share]")).isHidden();
          assertThat(page.locator(".address")).containsText("/facility/" + pages.mealPoint());
          String other = near.first().locator("span").first().innerText();
          near.first().click();
          assertThat(page.locator("h1")).hasText(other);

          open(visit, pages.compare(2));
          assertThat(page.locator("thead a")).hasCount(2);
          assertThat(page.locator("tbody tr").first().locator("a[href^=tel]")).hasCount(2);
          page.locator("[aria-labelledby=more] a").first().click();
          assertThat(page.locator("thead a")).hasCount(3);
          page.locator("tbody tr").last().locator("a").first().click();
          assertThat(page.locator("thead a")).hasCount(2);

          open(visit, "communities");
          Locator community = page.locator(".rows .pair").first();
          String name = community.locator(".row-link span").first().innerText();
          community.locator("a[href*='card?area=']").click();
          assertThat(page.locator(".sheet h1")).hasText(name);
          assertThat(page.locator(".sheet .entry")).hasCount(4);
          assertThat(page.locator(".sheet .qr svg")).isVisible();
          changePaper(page);
          assertThat(page.locator(".sheet.a6 h1")).hasText(name);
        });
  }

  private void open(Visit visit, String path) {
    visit.page().navigate(home.resolve("/" + path).toString());
    assertThat(visit.page().locator("h1").first()).isVisible();
  }

  private static void changePaper(Page page) {
    page.locator(".settings summary").click();
    page.locator(".settings [name=paper][value=a6]").check();
    page.locator(".settings .button.primary").click();
    page.locator(".sheet.a6").waitFor();
  }

  private static void assertLook(Visit visit, String lang, String size) {
    Locator html = visit.page().locator("html");
    assertThat(html).hasAttribute("lang", lang);
    assertThat(html).hasAttribute("data-text-size", size);
    assertThat(html).hasCSS("font-size", size.equals("large") ? "30px" : "18px");
  }
}
