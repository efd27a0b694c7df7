package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caremap.api.StirlingData;
import org.caremap.testing.TestHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same page over real streets with real care services, in Chinese and in English. */
@QuarkusTest
@WithTestResource(
    value = TestHome.class,
    initArgs = @ResourceArg(name = "sample", value = "false"),
    scope = TestResourceScope.RESTRICTED_TO_CLASS)
class StirlingJourneyTest extends JourneyTest {
  private static final int GRID = 60;

  private static boolean loaded;

  @BeforeEach
  void load() {
    if (!loaded) {
      StirlingData.load();
      loaded = true;
    }
  }

  @AfterAll
  static void forgetThatItWasLoaded() {
    loaded = false;
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, Port Street, street",
    "DESKTOP, Port Street, street",
    "PHONE, Bridge of Allan, place",
    "DESKTOP, Bridge of Allan, place"
  })
  void aPlaceByItsNameLeadsToRealCareAlongRealStreets(Viewport viewport, String text, String kind) {
    List<JsonNode> hits = hits(text);
    int chosen = 0;
    while (!hits.get(chosen).get("name").asText().equals(text)
        || !hits.get(chosen).get("kind").asText().equals(kind)) {
      chosen++;
    }
    JsonNode hit = hits.get(chosen);
    Place place = Place.of(hit.get("lon").asDouble(), hit.get("lat").asDouble());
    int option = chosen;
    walk(
        viewport,
        visit -> {
          visit.open("");
          assertThat(visit.the("sample-banner")).hasCount(0);
          visit.the("need-live").click();
          visit.the("search").fill(text);
          assertThat(visit.the("search-option")).hasCount(hits.size());
          visit.the("search-option").nth(option).click();
          visit.the("result-item").first().waitFor();
          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          assertThat(visit.the("asked")).containsText(text);
          FoundCare homes = FoundCare.ask(api(), "live", place);
          assertSame(visit, homes);
          assertThat(streets(homes)).as("named streets on the way").isNotEmpty();
          visit.shot("stirling-" + kind);

          visit.the("change-need").click();
          visit.the("need-home").click();
          visit.the("result-item").first().waitFor();
          assertThat(visit.state()).containsEntry("need", "home");
          FoundCare stations = FoundCare.ask(api(), "home", place);
          assertSame(visit, stations);

          visit.the("lang-switch").click();
          assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
          assertSame(visit, stations.inEnglish());
          visit.shot("stirling-english-" + kind);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theCardAndTheFacilityPageSayTheSame(Viewport viewport) {
    JsonNode hit = hits("Port Street").get(0);
    Place place = Place.of(hit.get("lon").asDouble(), hit.get("lat").asDouble());
    FoundCare homes = FoundCare.ask(api(), "live", place);
    JsonNode first = homes.first();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=live&from=" + place.text());
          visit.the("result-item").first().waitFor();
          visit.the("lang-switch").click();

          Page card = visit.context().waitForPage(() -> visit.the("print-card").click());
          assertThat(card).hasURL(home + "card");
          Locator entry = card.locator(".entry").first();
          assertThat(entry.locator(".name")).hasText(first.at("/facility/name").asText());
          assertThat(entry.locator(".minutes b"))
              .hasText("" + PageText.minutes(first.get("seconds").asDouble()));
          assertThat(card.locator(".sheet")).hasAttribute("lang", "en");
          card.close();

          visit.the("result-item").first().getByTestId("details").click();
          assertThat(visit.page().locator("h1")).hasText(first.at("/facility/name").asText());
          assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
          if (!first.at("/facility/phone").isNull()) {
            assertThat(visit.page().locator("main a[href^='tel:']").first())
                .containsText(first.at("/facility/phone").asText());
          }
          visit.shot("stirling-facility");
        });
  }

  /** Along the rim of the real map: streets, but no care home within a quarter of an hour. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void atTheEdgeOfTheMapNothingIsNearAndThatIsSaid(Viewport viewport) {
    Place place =
        onGrid(new int[] {1, GRID - 1}, found -> found.within() == 0 && !found.results().isEmpty());
    FoundCare far = FoundCare.ask(api(), "live", place);
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=live&from=" + place.text());
          assertThat(visit.the("result-summary")).containsText("15 分钟内走不到");
          far.assertListed(visit);
          assertThat(visit.page().locator(".help a[href^='tel:']")).not().hasCount(0);
          visit.shot("stirling-edge");

          Place off = api().placeOffTheMap();
          visit.stand(off);
          visit.open("need=live&from=" + off.text());
          assertThat(visit.the("result-summary")).containsText("离已知道路超过 500 米");
          assertThat(visit.the("result-item")).hasCount(0);
        });
  }

  /** Real streets have pieces that no way leads out of. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whereNothingCanBeReachedThatIsSaidWithWhomToCall(Viewport viewport) {
    Place place = onGrid(IntStream.range(1, GRID).toArray(), found -> found.results().isEmpty());
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=live&from=" + place.text());
          assertThat(visit.the("result-summary")).hasText("从这里走不到任何一处这样的服务。");
          assertThat(visit.the("result-item")).hasCount(0);
          assertThat(visit.page().locator(".help a[href^='tel:']")).not().hasCount(0);
          visit.shot("stirling-unreachable");
        });
  }

  /**
   * A place near streets where the server's answer about care homes is as wanted.
   *
   * @param columns of the grid over the map, from west to east, in 1 to GRID - 1
   */
  private Place onGrid(int[] columns, Predicate<FoundCare> wanted) {
    Api api = api();
    JsonNode bounds = api.get("welcome").get("bounds");
    double west = bounds.get(0).asDouble();
    double south = bounds.get(1).asDouble();
    double width = bounds.get(2).asDouble() - west;
    double height = bounds.get(3).asDouble() - south;
    for (int column : columns) {
      for (int row = 1; row < GRID; row++) {
        Place place = Place.of(west + width * column / GRID, south + height * row / GRID);
        FoundCare found = FoundCare.ask(api, "live", place);
        if (!found.tooFarFromStreets() && wanted.test(found)) {
          return place;
        }
      }
    }
    throw new AssertionError("nowhere is the answer about care homes as wanted in " + bounds);
  }

  private static void assertSame(Visit visit, FoundCare found) {
    found.assertListed(visit);
    found.assertCard(visit.the("result-item").first(), found.first(), found.at());
  }

  private static List<String> streets(FoundCare found) {
    List<String> names = new ArrayList<>();
    for (JsonNode part : found.first().at("/way/parts")) {
      if (!part.get("name").isNull()) {
        names.add(part.get("name").asText());
      }
    }
    return names;
  }

  private List<JsonNode> hits(String text) {
    List<JsonNode> hits = new ArrayList<>();
    String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
    api().get("search?limit=8&q=" + q).get("results").forEach(hits::add);
    return hits;
  }
}
