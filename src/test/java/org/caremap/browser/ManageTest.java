package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator signs in, adds a facility by form, corrects and closes it. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class ManageTest extends JourneyTest {

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void onlyTheRightPasswordSignsIn(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.expectFailure(401, "/api/v1/session");
          visit.open("panel=manage");
          visit.shot("manage-login");
          visit.the("login-password").fill("not-" + TestHome.PASSWORD);
          visit.the("login-submit").click();
          assertThat(visit.the("login-form").getByRole(ALERT)).hasText("用户名或密码不对。");
          visit.shot("manage-refused");
          assertThat(visit.the("facility-form")).hasCount(0);

          signIn(visit);
          assertThat(visit.the("panel-manage")).containsText("已登录：admin");
          visit.panel("plan");
          visit.panel("manage");
          assertThat(visit.the("facility-form")).isVisible();
          assertThat((String) visit.page().evaluate("() => JSON.stringify({...localStorage})"))
              .doesNotContain(TestHome.PASSWORD);
          assertThat(visit.requested()).noneMatch(url -> url.contains(TestHome.PASSWORD));

          visit.page().reload();
          visit.ready();
          assertThat(visit.the("login-form")).isVisible();
          signIn(visit);
          visit.the("logout").click();
          assertThat(visit.the("login-form")).isVisible();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aFacilityIsAddedCorrectedAndClosed(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    String name = "新开助餐点 " + viewport.size();
    walk(
        viewport,
        visit -> {
          visit.expectFailure(400, "/api/v1/facilities");
          visit.open("panel=manage&view=" + place.text() + ",18");
          signIn(visit);

          visit.the("facility-name").fill(name);
          BoundingBox map = visit.the("map").boundingBox();
          visit.page().mouse().click(map.x + map.width / 2, map.y + map.height / 2);
          assertThat(Double.parseDouble(visit.the("facility-lon").inputValue()))
              .isCloseTo(place.lon(), within(0.0001));
          assertThat(Double.parseDouble(visit.the("facility-lat").inputValue()))
              .isCloseTo(place.lat(), within(0.0001));
          assertThat(visit.page().locator(".draft-pin")).isVisible();
          visit.the("facility-phone").fill("0513-8888 0000");

          // What the server refuses is said in the server's words.
          visit.the("facility-openingHours").fill("whenever you like");
          visit.the("facility-save").click();
          Locator message = visit.the("facility-message");
          assertThat(message.getByRole(ALERT)).containsText("openingHours");
          visit.shot("manage-rejected");
          visit.the("facility-openingHours").fill("Mo-Fr 08:00-17:00");
          visit.the("facility-save").click();
          assertThat(message).hasText("已新增“" + name + "”。");
          visit.shot("manage-added");

          JsonNode stored = search(name);
          assertThat(stored.get("properties").get("phone").asText()).isEqualTo("0513-8888 0000");
          assertThat(stored.get("properties").get("type").asText()).isEqualTo("meal_point");
          assertFoundBySearch(visit, name);
          assertIsNearest(visit, place, name);

          // The password was kept in the page's memory only, and another page knows nothing of it.
          visit.open("panel=manage");
          signIn(visit);
          visit.the("manage-search").fill(name);
          visit.the("search-result").first().click();
          assertThat(visit.the("facility-phone")).hasValue("0513-8888 0000");
          visit.the("facility-phone").fill("0513-9999 1111");
          visit.the("facility-save").click();
          assertThat(message).hasText("已保存“" + name + "”。");
          assertThat(search(name).get("properties").get("phone").asText())
              .isEqualTo("0513-9999 1111");

          visit.the("facility-close").click();
          visit.shot("manage-closing");
          visit.the("facility-close-confirm").click();
          assertThat(message).hasText("“" + name + "”已标为关闭。");
          assertThat(search(name).get("properties").get("status").asText()).isEqualTo("closed");
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          assertThat(visit.the("results")).not().containsText(name);
        });
  }

  private static final AriaRole ALERT = AriaRole.ALERT;

  static void signIn(Visit visit) {
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("logout").waitFor();
  }

  private static void assertFoundBySearch(Visit visit, String name) {
    visit.panel("provider");
    visit.the("provider-search").fill(name);
    visit.the("search-result").first().waitFor();
    assertThat(visit.the("search-result")).hasCount(1);
    visit.the("search-result").click();
    assertThat(visit.the("provider-facility")).containsText(name);
    visit.the("provider-reached").waitFor();
  }

  /** Somebody who stands at its door gets the new one first. */
  private static void assertIsNearest(Visit visit, Place place, String name) {
    visit.open("need=eat&from=" + place.text());
    assertThat(visit.the("result-item").first()).containsText("1. " + name);
  }

  private JsonNode search(String name) {
    JsonNode found = api().get("facilities?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    assertThat(found.get("features")).as("facilities called %s", name).hasSize(1);
    return found.get("features").get(0);
  }
}
