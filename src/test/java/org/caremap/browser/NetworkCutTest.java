package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network goes away under the page and its service worker: what is left, and what is said. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class NetworkCutTest extends JourneyTest {
  private static final Pattern FIRST_PAGE = Pattern.compile("/(\\?[^#]*)?(#.*)?$");

  /** What somebody does at the page while the network comes and goes. */
  private interface CutJourney {
    void walk(Visit visit, NetworkCable cable);
  }

  private void walkWithCable(Viewport viewport, CutJourney journey) {
    try (NetworkCable cable = new NetworkCable(home)) {
      walk(viewport, cable.address(), visit -> journey.walk(visit, cable));
    }
  }

  private static void find(Visit visit, Place place) {
    visit.stand(place);
    visit.open("need=eat&from=" + place.text());
    visit.the("result-item").first().waitFor();
  }

  /** Waits until the service worker has fetched what it wants and answers for the page. */
  private static void waitForWorker(Visit visit) {
    visit.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theLastResultStandsInAndAFailedFirstQuestionCanBeAskedAgain(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    FoundCare eat = FoundCare.ask(api(), "eat", place);
    FoundCare doctor = FoundCare.ask(api(), "doctor", place);
    walkWithCable(
        viewport,
        (visit, cable) -> {
          find(visit, place);
          waitForWorker(visit);
          String askedAt = visit.page().evaluate(KEPT_AT).toString();
          visit.the("change-need").click();
          cable.cut();

          visit.the("need-eat").click();
          assertThat(visit.the("kept-answer")).containsText("网络不通。这是 " + askedAt + " 的结果");
          assertThat(visit.the("kept-answer")).containsText("起点是当时的位置");
          eat.assertListed(visit);
          visit.shot("cut-kept-answer");

          visit.the("change-need").click();
          visit.the("need-doctor").click();
          assertThat(visit.the("result-summary")).containsText("网络不稳");
          assertThat(visit.the("result-summary")).containsText("连不上服务器");
          assertThat(visit.the("again")).hasText("再试一次");
          assertThat(visit.page().locator(".help a[href^='tel:']")).not().hasCount(0);
          visit.shot("cut-first-question");

          cable.mend();
          visit.the("again").click();
          visit.the("result-item").first().waitFor();
          assertThat(visit.the("kept-answer")).hasCount(0);
          doctor.assertListed(visit);
          assertThat(whereTheStartIsTold(visit, place)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aReloadOpensThePageWithLastResultsAndWhatWasSaved(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    FoundCare eat = FoundCare.ask(api(), "eat", place);
    JsonNode facility = eat.first().get("facility");
    walkWithCable(
        viewport,
        (visit, cable) -> {
          find(visit, place);
          visit.the("result-item").first().getByTestId("save-facility").click();
          visit.the("save-place").click();
          waitForWorker(visit);
          cable.cut();

          visit.page().reload();
          visit.the("kept-answer").waitFor();
          eat.assertListed(visit);
          Locator first = visit.the("result-item").first();
          assertThat(first.getByTestId("call")).containsText(facility.get("phone").asText());
          assertThat(first.locator(".way-parts li")).not().hasCount(0);
          visit.shot("cut-reloaded");

          visit.the("change-where").click();
          assertThat(visit.the("saved-facility")).containsText(facility.get("name").asText());
          assertThat(visit.the("saved-facility")).containsText(facility.get("phone").asText());
          visit.shot("cut-saved");
          visit.the("saved-place").click();
          assertThat(visit.the("kept-answer")).containsText("起点是当时的位置");
          eat.assertListed(visit);

          // Forgotten on the spot, on the page and on the device.
          visit.the("change-where").click();
          forget(visit);
          assertThat(visit.the("saved-place")).hasCount(0);
          assertThat(visit.the("saved-facility")).hasCount(0);
          assertThat(whereTheStartIsTold(visit, place)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aVisitedFacilityPageOpensAndAnotherLeadsToThePageThatSaysSo(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    FoundCare eat = FoundCare.ask(api(), "eat", place);
    JsonNode visited = eat.results().get(0).get("facility");
    JsonNode other = eat.results().get(1).get("facility");
    walkWithCable(
        viewport,
        (visit, cable) -> {
          find(visit, place);
          waitForWorker(visit);
          visit.the("result-item").first().getByTestId("details").click();
          assertThat(visit.page().locator("h1")).hasText(visited.get("name").asText());
          cable.cut();

          visit.page().navigate(page(cable, visited));
          assertThat(visit.page().locator("h1")).hasText(visited.get("name").asText());
          assertThat(visit.page().locator("main .actions a[href^='tel:']").first())
              .containsText(visited.get("phone").asText());
          visit.shot("cut-facility");

          visit.page().navigate(page(cable, other));
          assertThat(visit.page()).hasURL(FIRST_PAGE);
          assertThat(visit.the("not-kept")).containsText("网络不通");
          assertThat(visit.the("not-kept")).containsText("没有存在本机");
          assertThat(visit.the("need-eat")).isVisible();
          visit.shot("cut-not-kept");

          cable.mend();
          visit.page().navigate(page(cable, other));
          assertThat(visit.page().locator("h1")).hasText(other.get("name").asText());
          assertThat(whereTheStartIsTold(visit, place)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void clearingLeavesNothingOfWhatWasLookedAt(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    JsonNode facility = FoundCare.ask(api(), "eat", place).first().get("facility");
    String id = facility.get("externalId").asText();
    walkWithCable(
        viewport,
        (visit, cable) -> {
          find(visit, place);
          waitForWorker(visit);
          visit.the("result-item").first().getByTestId("details").click();
          assertThat(visit.page().locator("h1")).hasText(facility.get("name").asText());
          visit.page().goBack();
          visit.the("result-item").first().waitFor();
          visit.the("result-item").first().getByTestId("save-facility").click();
          visit.the("save-place").click();
          assertThat(kept(visit)).contains("/facility/" + id, facility.get("name").asText());

          forget(visit);
          assertThat(visit.page().evaluate("() => Object.keys(localStorage)")).isEqualTo(List.of());
          assertThat(visit.page().evaluate("() => caches.has('caremap-visited')")).isEqualTo(false);
          // What is left are the scripts and styles of the product, the same for everybody.
          assertThat(kept(visit).lines())
              .allMatch(line -> line.contains("/assets/") || line.startsWith("{}"));
          assertThat(kept(visit)).doesNotContain(id, facility.get("name").asText());
          visit.shot("cut-forgotten");

          visit.the("change-need").click();
          cable.cut();
          visit.the("need-eat").click();
          assertThat(visit.the("result-summary")).containsText("连不上服务器");
          assertThat(visit.the("kept-answer")).hasCount(0);
        });
  }

  private static void forget(Visit visit) {
    visit.the("device").locator("summary").click();
    visit.the("device-forget").click();
    assertThat(visit.the("device-said")).containsText("已清除");
  }

  private static String page(NetworkCable cable, JsonNode facility) {
    return cable.address() + "facility/" + facility.get("externalId").asText();
  }

  /** The device's local storage on one line, then every kept answer: its address and its text. */
  private static String kept(Visit visit) {
    return (String) visit.page().evaluate(KEPT);
  }

  /** To about ten metres, with a decimal point or without, as the device packs its numbers. */
  private static List<String> whereTheStartIsTold(Visit visit, Place place) {
    return kept(visit).lines().filter(line -> tells(line, place)).toList();
  }

  private static boolean tells(String line, Place place) {
    String lon = fourDecimals(place.lon());
    String lat = fourDecimals(place.lat());
    return line.contains(lon) && line.contains(lat)
        || line.contains(lon.replace(".", "")) && line.contains(lat.replace(".", ""));
  }

  private static String fourDecimals(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(4, RoundingMode.DOWN).toPlainString();
  }

  private static final String KEPT_AT =
      """
      () => new Intl.DateTimeFormat('sv-SE',
          {timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit'})
        .format(JSON.parse(localStorage.getItem('caremap.answers'))[0].at)""";

  private static final String KEPT =
      """
      async () => {
        const lines = [JSON.stringify({...localStorage})];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            const text = await (await cache.match(request)).text();
            lines.push(name + ' ' + request.url + ' '
              + (request.url.includes('/assets/') ? '' : text.replace(/\\s+/g, ' ')));
          }
        }
        return lines.join('\\n');
      }""";
}
