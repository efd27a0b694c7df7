package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An elder, or a daughter for her father: which service is nearest on foot? */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class FindTest extends JourneyTest {
  private static final String ROUTE = ".leaflet-route-pane path";
  private static final Pattern LEAFLET = Pattern.compile("leaflet|/tiles/|/facilities\\?");
  private static final String MAP_POSITION =
      "() => getComputedStyle(document.querySelector('[data-testid=map-pick] .leaflet-map-pane'))"
          + ".transform";
  private static final int ASKED = 10;

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void myLocationGivesRankedResultsWithMinutesPhoneAndWay(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("");
          assertThat(visit.the("sample-banner")).containsText("示例数据 Sample data");
          assertThat(visit.the("hotline")).containsText("120");
          visit.shot("find-start");

          visit.the("need-eat").click();
          assertThat(visit.the("need-eat")).hasAttribute("aria-pressed", "true");
          visit.the("use-location").click();
          visit.the("result-item").first().waitFor();

          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          assertSameAsServer(visit, place);
          assertThat(visit.the("result-summary")).isFocused();
          visit.shot("find-results");

          visit.the("result-item").nth(1).locator(".card-head").click();
          assertThat(visit.the("result-item").nth(1).locator(".card-head"))
              .hasAttribute("aria-expanded", "true");
          assertThat(visit.the("result-item").first().locator(".card-head"))
              .hasAttribute("aria-expanded", "false");
          assertThat(visit.the("result-item").nth(1).locator(".card-head")).isFocused();
          assertThat(visit.the("result-item").nth(1).locator(".card-head")).isInViewport();
          assertThat(visit.state().get("facility"))
              .isEqualTo(visit.the("result-item").nth(1).getAttribute("data-facility"));
          visit.shot("find-second-result");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theMapComesWhenWantedAndSaysWhatTheListSays(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          assertThat(visit.requested()).as("before the map").noneMatch(LEAFLET.asPredicate());
          visit.the("map-toggle").click();
          assertThat(visit.page().locator(ROUTE)).hasCount(2);
          assertThat(visit.page().locator(".origin-pin")).isVisible();
          assertThat(visit.requested()).anyMatch(LEAFLET.asPredicate());
          visit.waitUntilPainted("facilities", true);
          visit.shot("find-map");

          String first = route(visit);
          visit.the("result-item").nth(1).locator(".card-head").click();
          assertThat(visit.page().locator(ROUTE)).hasCount(2);
          assertThat(route(visit)).as("another line for another result").isNotEqualTo(first);

          visit.the("map-results-close").click();
          assertThat(visit.the("map-results")).isHidden();
          assertThat(visit.the("map-toggle")).isFocused();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aClickOnTheMapIsAStart(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&view=" + place.text() + ",17");
          assertThat(visit.the("result-item")).hasCount(0);
          visit.the("pick-on-map").click();
          visit.page().locator(".leaflet-control-scale-line").waitFor();
          visit.the("map-pick").scrollIntoViewIfNeeded();
          BoundingBox map = visit.the("map-pick").boundingBox();
          visit.page().mouse().click(map.x + map.width / 2, map.y + map.height / 2);
          visit.the("result-item").first().waitFor();

          Place from = Place.parse(visit.state().get("from"));
          assertThat(from.lon()).isCloseTo(place.lon(), within(0.0001));
          assertThat(from.lat()).isCloseTo(place.lat(), within(0.0001));
          assertSameAsServer(visit, from);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theMapsCentreIsAStartByKeyboard(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&view=" + place.text() + ",17");
          visit.the("pick-on-map").focus();
          visit.page().keyboard().press("Enter");
          visit.page().locator(".leaflet-control-scale-line").waitFor();
          visit.the("use-center").focus();
          visit.page().keyboard().press("Enter");
          visit.the("result-item").first().waitFor();
          String before = visit.state().get("from");
          assertSameAsServer(visit, Place.parse(before));

          // The map itself: arrows move it, Enter takes its centre.
          visit.the("change-where").click();
          visit.the("pick-on-map").click();
          visit.the("map-pick").focus();
          String standing = (String) visit.page().evaluate(MAP_POSITION);
          visit.page().keyboard().press("ArrowRight");
          // The map may glide: its centre is another as soon as it has begun to.
          visit.page().waitForFunction("before => (" + MAP_POSITION + ")() !== before", standing);
          visit.page().keyboard().press("Enter");
          visit.the("result-item").first().waitFor();
          assertThat(Place.parse(visit.state().get("from")).lon())
              .as("the start moved east")
              .isGreaterThan(Place.parse(before).lon());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aRefusedLocationIsSaidWithTheSearchBoxAsTheWayOn(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.refuseLocation();
          visit.open("need=doctor");
          visit.the("use-location").click();
          assertThat(visit.the("location-message")).containsText("您没有允许使用位置");
          assertThat(visit.the("search")).isVisible();
          assertThat(visit.the("result-item")).hasCount(0);
          visit.shot("find-location-refused");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aCommunityTypedByItsInitialsIsAStart(Viewport viewport) {
    // Which one is found is the search's business; what is found is where the walk begins.
    JsonNode found = api().get("search?q=hm&limit=8").get("results");
    int index = -1;
    for (int i = 0; i < found.size() && index < 0; i++) {
      index = found.get(i).get("kind").asText().equals("facility") ? -1 : i;
    }
    assertThat(index).as("a place among %s", found).isNotNegative();
    JsonNode hit = found.get(index);
    Place place = Place.of(hit.get("lon").asDouble(), hit.get("lat").asDouble());
    int presses = index + 1;
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=live");
          visit.the("search").focus();
          visit.page().keyboard().type("hm");
          assertThat(visit.the("search-option")).hasCount(found.size());
          assertThat(visit.the("search")).hasAttribute("aria-expanded", "true");
          for (int i = 0; i < presses; i++) {
            visit.page().keyboard().press("ArrowDown");
          }
          assertThat(visit.page().locator("[role=option][aria-selected=true]"))
              .containsText(hit.get("name").asText());
          visit.shot("find-search");
          visit.page().keyboard().press("Enter");
          visit.the("result-item").first().waitFor();
          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          assertThat(visit.the("asked")).containsText(hit.get("name").asText());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aFacilityTypedByNameIsOpened(Viewport viewport) {
    JsonNode clinic = api().facilities("clinic").get(0);
    String name = clinic.at("/properties/name").asText();
    walk(
        viewport,
        visit -> {
          visit.open("");
          visit.the("search").fill(name);
          visit.page().locator("[data-testid=search-option][data-kind=facility]").first().click();
          assertThat(visit.the("facility-card").locator("h2")).hasText(name);
          assertThat(visit.the("facility-card").locator("h2")).isFocused();
          assertThat(visit.the("facility-card").getByTestId("call")).isVisible();
          visit.shot("find-facility");
          visit.the("facility-back").click();
          assertThat(visit.the("facility-card")).hasCount(0);
          assertThat(visit.the("need-eat")).isVisible();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aPlaceFarFromAllStreetsIsSaidWithWhomToCall(Viewport viewport) {
    Place place = api().placeOffTheMap();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("need=eat");
          visit.the("use-location").click();
          assertThat(visit.the("result-summary")).containsText("离已知道路超过 500 米");
          assertThat(visit.the("result-item")).hasCount(0);
          assertThat(visit.page().locator(".help a[href^='tel:']")).not().hasCount(0);
          visit.shot("find-too-far");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aPageWithoutHttpsSaysWhyItHasNoLocation(Viewport viewport) {
    URI insecure = URI.create("http://" + Chromium.INSECURE_HOST + ":" + home.getPort() + "/");
    walk(
        viewport,
        insecure,
        visit -> {
          visit.open("need=doctor");
          visit.the("use-location").click();
          assertThat(visit.the("location-message")).containsText("只向加密网页（https 开头）提供位置");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void backGoesBackAndTheQuestionsAreThere(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("");
          visit.the("need-eat").click();
          visit.the("use-location").click();
          visit.the("result-item").first().waitFor();
          visit.page().goBack();
          assertThat(visit.the("need-eat")).isVisible();
          assertThat(visit.the("need-eat")).hasAttribute("aria-pressed", "true");
          visit.page().goForward();
          visit.the("result-item").first().waitFor();
          visit.the("change-need").click();
          assertThat(visit.the("need-doctor")).isVisible();
          visit.the("need-doctor").click();
          visit.the("result-item").first().waitFor();
          assertThat(visit.state()).containsEntry("need", "doctor");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aStartIsSavedByItsButtonOnlyAndForgottenByAnother(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          assertThat(stored(visit)).as("before the button").doesNotContain("places");
          visit.the("save-place").click();
          assertThat(place.isToldBy(stored(visit))).isTrue();

          visit.open("need=doctor");
          visit.the("saved-place").click();
          visit.the("result-item").first().waitFor();
          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          visit.the("change-where").click();
          visit.the("saved-remove").click();
          assertThat(visit.the("saved-place")).hasCount(0);
          assertThat(stored(visit)).as("after its removal").doesNotContain("places");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whatIsHandedOnDoesNotTellWhereTheSenderIs(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
          visit.open("need=eat&from=" + place.text());
          Locator first = visit.the("result-item").first();
          first.waitFor();
          String externalId =
              api().get(findPath(place)).at("/results/0/facility/externalId").asText();
          // Without the phone's own sharing the link goes to the clipboard.
          visit.page().evaluate("() => { Navigator.prototype.share = undefined; }");
          first.getByTestId("share").click();
          assertThat(first.locator(".told")).containsText("链接已复制");
          String link = (String) visit.page().evaluate("() => navigator.clipboard.readText()");
          assertThat(link).isEqualTo(home.resolve("facility/" + externalId).toString());

          // The card's form carries the place in its body, so that it stands in no address.
          Locator form = visit.the("print-form");
          assertThat(form).hasAttribute("method", "post");
          assertThat(form).hasAttribute("target", "_blank");
          assertThat(form.getAttribute("action")).isEqualTo("./card");
          assertThat(form.locator("input[name=lon]")).hasValue(Place.plain(place.lon()));
          assertThat(form.locator("input[name=lat]")).hasValue(Place.plain(place.lat()));
          assertThat(form.locator("input[name=need]").first()).hasValue("eat");
          assertThat(form.locator("input[name=lang]")).hasValue("zh");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void filtersLeaveWhatFitsAndFourCanBeCompared(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          List<String> stepFree = new ArrayList<>();
          List<String> ids = new ArrayList<>();
          for (JsonNode result : api().get(findPath(place)).get("results")) {
            JsonNode facility = result.get("facility");
            ids.add(facility.get("externalId").asText());
            if (facility.get("stepFree").asBoolean()) {
              stepFree.add(facility.get("id").asText());
            }
          }
          visit.the("filter-stepFree").click();
          assertThat(visit.the("filter-stepFree")).isFocused();
          assertThat(visit.the("result-item")).hasCount(stepFree.size());
          List<String> shown =
              visit.the("result-item").all().stream()
                  .map(item -> item.getAttribute("data-facility"))
                  .toList();
          assertThat(shown).isEqualTo(stepFree);
          visit.the("filter-stepFree").click();
          assertThat(visit.the("result-item")).hasCount(ASKED);

          visit.the("result-item").first().getByTestId("compare-box").check();
          assertThat(visit.the("compare")).containsText("再选一家");
          visit.the("result-item").nth(1).locator(".card-head").click();
          visit.the("result-item").nth(1).getByTestId("compare-box").check();
          assertThat(visit.the("compare-go"))
              .hasAttribute("href", "./compare?id=" + ids.get(0) + "&id=" + ids.get(1));
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aCutNetworkIsSaidAndCuredByItself(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          visit.the("change-need").click();

          visit.context().setOffline(true);
          visit.the("need-eat").click();
          // The answer of before stands in, and says that it is one of before.
          assertThat(visit.the("kept-answer")).containsText("网络不通");
          assertThat(visit.the("result-item")).hasCount(ASKED);
          visit.shot("find-kept-answer");
          visit.the("change-need").click();
          visit.the("need-doctor").click();
          assertThat(visit.the("result-summary")).containsText("连不上服务器");
          assertThat(visit.the("again")).isVisible();
          visit.shot("find-cut-off");

          visit.context().setOffline(false);
          visit.the("result-item").first().waitFor();
          assertThat(visit.the("kept-answer")).hasCount(0);
        });
  }

  /** The first search has to be usable on a poor network: everything before it, compressed. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theFirstSearchIsLight(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          long bytes = visit.transferredBytes();
          System.out.printf("first search: %.1f KB transferred%n", bytes / 1024.0);
          assertThat(bytes).isBetween(10_000L, 150 * 1024L);
        });
  }

  /** The list says what the server says, in its order, with the phone of the unfolded one. */
  private void assertSameAsServer(Visit visit, Place from) {
    JsonNode answer = api().get(findPath(from));
    assertThat(answer.get("method").asText()).isEqualTo("network");
    List<String> expected = new ArrayList<>();
    int rank = 1;
    for (JsonNode result : answer.get("results")) {
      expected.add(
          "%d. %s: %d"
              .formatted(
                  rank++,
                  result.get("facility").get("name").asText(),
                  PageText.minutes(result.get("seconds").asDouble())));
    }
    assertThat(expected).as("results of the server").hasSize(ASKED);
    Locator items = visit.the("result-item");
    assertThat(items).hasCount(ASKED);
    List<String> shown = new ArrayList<>();
    for (Locator item : items.all()) {
      String name = item.locator(".card-name").innerText();
      shown.add(name + ": " + item.locator(".walk b").innerText());
    }
    assertThat(shown).isEqualTo(expected);
    assertThat(visit.the("result-summary")).containsText(answer.get("within").asText());

    JsonNode first = answer.get("results").get(0);
    String phone = first.get("facility").get("phone").asText();
    Locator call = items.first().getByTestId("call");
    assertThat(call).hasAttribute("href", "tel:" + phone.replaceAll("[^\\d+*#]", ""));
    assertThat(call.boundingBox().height)
        .as("height of the phone button")
        .isGreaterThanOrEqualTo(60);
    assertThat(items.first().getByTestId("there-and-back"))
        .hasText(
            "去 %d 分钟，回 %d 分钟"
                .formatted(
                    PageText.minutes(first.get("secondsThere").asDouble()),
                    PageText.minutes(first.get("secondsBack").asDouble())));
    // One line for each part of the way but the step onto the street, and one for the arrival.
    int lines = 1;
    for (JsonNode part : first.get("way").get("parts")) {
      lines +=
          part.get("kind").asText().equals("access") && part.get("meters").asDouble() < 10 ? 0 : 1;
    }
    assertThat(items.first().locator(".way-parts li")).hasCount(lines);
  }

  private static String findPath(Place from) {
    return "find?need=eat&limit=%d&lon=%s&lat=%s"
        .formatted(ASKED, Place.plain(from.lon()), Place.plain(from.lat()));
  }

  private static String stored(Visit visit) {
    return (String) visit.page().evaluate("() => JSON.stringify({...localStorage})");
  }

  private static String route(Visit visit) {
    return visit.page().locator(ROUTE).first().getAttribute("d");
  }
}
