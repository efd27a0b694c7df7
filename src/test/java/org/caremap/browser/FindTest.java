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
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An elder, or a daughter for her father: which service is nearest on foot? */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class FindTest extends JourneyTest {
  private static final String ROUTE = ".leaflet-route-pane path";
  private static final int ASKED = 6;

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void myLocationGivesRankedResultsWithMinutesPhoneAndLine(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("");
          assertThat(visit.the("sample-banner")).containsText("示例数据 Sample data");
          visit.shot("find-start");

          visit.the("type-meal_point").click();
          assertThat(visit.the("type-meal_point")).hasAttribute("aria-pressed", "true");
          visit.the("use-location").click();
          visit.the("result-item").first().waitFor();

          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          assertSameAsServer(visit, place);
          visit.shot("find-results");

          String first = route(visit);
          visit.the("result-item").nth(1).locator(".card-head").click();
          assertThat(visit.the("result-item").nth(1).locator(".card-head"))
              .hasAttribute("aria-expanded", "true");
          assertThat(visit.the("result-item").first().locator(".card-head"))
              .hasAttribute("aria-expanded", "false");
          assertThat(visit.page().locator(ROUTE)).hasCount(2);
          assertThat(route(visit)).as("another line for another result").isNotEqualTo(first);
          assertThat(visit.state().get("facility"))
              .isEqualTo(visit.the("result-item").nth(1).getAttribute("data-facility"));
          visit.shot("find-second-result");
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
          visit.open("need=meal_point&view=" + place.text() + ",17");
          assertThat(visit.the("result-item")).hasCount(0);
          BoundingBox map = visit.the("map").boundingBox();
          visit.page().mouse().click(map.x + map.width / 2, map.y + map.height / 2);
          visit.the("result-item").first().waitFor();

          Place from = Place.parse(visit.state().get("from"));
          assertThat(from.lon()).isCloseTo(place.lon(), within(0.0001));
          assertThat(from.lat()).isCloseTo(place.lat(), within(0.0001));
          assertSameAsServer(visit, from);
          assertThat(visit.page().locator(".origin-pin")).isVisible();
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
          visit.open("need=meal_point&view=" + place.text() + ",17");
          assertThat(visit.the("use-center")).hasText("以地图中心为起点");
          visit.the("use-center").focus();
          visit.page().keyboard().press("Enter");
          visit.the("result-item").first().waitFor();
          String before = visit.state().get("from");
          assertSameAsServer(visit, Place.parse(before));

          // The map itself: arrows move it, Enter takes its centre.
          visit.the("map").focus();
          String view = visit.state().get("view");
          visit.page().keyboard().press("ArrowRight");
          visit.waitForChange("view", view);
          visit.page().keyboard().press("Enter");
          visit.waitForChange("from", before);
          assertThat(Place.parse(visit.state().get("from")).lon())
              .as("the start moved east")
              .isGreaterThan(Place.parse(visit.state().get("view")).lon() - 0.001);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aRefusedLocationIsSaid(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.refuseLocation();
          visit.open("need=clinic");
          visit.the("use-location").click();
          assertThat(visit.the("location-message")).containsText("您没有允许使用位置");
          assertThat(visit.the("result-item")).hasCount(0);
          visit.shot("find-location-refused");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aPlaceFarFromAllStreetsIsSaid(Viewport viewport) {
    Place place = api().placeOffTheMap();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("need=meal_point");
          visit.the("use-location").click();
          assertThat(visit.the("result-summary")).containsText("离已知道路超过 500 米");
          assertThat(visit.the("result-item")).hasCount(0);
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
          visit.open("need=clinic");
          visit.the("use-location").click();
          assertThat(visit.the("location-message")).containsText("只向加密网页（https 开头）提供位置");
        });
  }

  /** The list says what the server says, in its order, with the phone of each chosen one. */
  private void assertSameAsServer(Visit visit, Place from) {
    JsonNode answer =
        api()
            .get(
                "nearest?type=meal_point&limit=%d&lon=%s&lat=%s"
                    .formatted(ASKED, Place.plain(from.lon()), Place.plain(from.lat())));
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
      shown.add(name + ": " + item.locator(".minutes b").innerText());
    }
    assertThat(shown).isEqualTo(expected);

    JsonNode first = answer.get("results").get(0).get("facility");
    String phone =
        api().get("facilities/" + first.get("id").asText()).get("properties").get("phone").asText();
    Locator call = items.first().getByTestId("call");
    assertThat(call).hasAttribute("href", "tel:" + phone.replaceAll("[^\\d+*#]", ""));
    assertThat(call.boundingBox().height)
        .as("height of the phone button")
        .isGreaterThanOrEqualTo(60);
    assertThat(visit.page().locator(ROUTE)).hasCount(2);
  }

  private static String route(Visit visit) {
    return visit.page().locator(ROUTE).first().getAttribute("d");
  }
}
