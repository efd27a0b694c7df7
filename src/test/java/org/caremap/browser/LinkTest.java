package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A link carries what was asked: after a reload, and on somebody else's device. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class LinkTest extends JourneyTest {
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aReloadKeepsWhatAnElderAsked(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit.open("");
          visit.the("need-doctor").click();
          visit.the("use-location").click();
          visit.the("result-item").first().waitFor();
          visit.the("change-pace").click();
          visit.the("asked").getByTestId("pace-stick").check(FORCE);
          visit.waitForChange("profile", null);
          visit.the("result-item").nth(1).waitFor();
          visit.the("result-item").nth(1).locator(".card-head").click();
          assertThat(visit.the("result-item").nth(1).locator(".card-head"))
              .hasAttribute("aria-expanded", "true");
          Map<String, String> before = visit.state();
          assertThat(before)
              .containsEntry("need", "doctor")
              .containsEntry("profile", "stick")
              .containsEntry("from", place.text())
              .containsKey("facility");

          visit.page().reload();
          visit.ready();
          assertThat(visit.the("result-item").nth(1).locator(".card-head"))
              .hasAttribute("aria-expanded", "true");
          assertThat(visit.the("asked")).containsText("看病");
          visit.the("change-pace").click();
          assertThat(visit.the("asked").getByTestId("pace-stick")).isChecked();
          assertThat(visit.state()).isEqualTo(before);
        });
  }

  /** What people kept of the former single page still leads to what it meant. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aLinkOfTheFormerPageStillWorks(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    String facility =
        api()
            .get(
                "find?need=eat&lon=%s&lat=%s"
                    .formatted(Place.plain(place.lon()), Place.plain(place.lat())))
            .at("/results/2/facility/id")
            .asText();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.openAt("", "need=meal_point&from=" + place.text() + "&facility=" + facility);
          assertThat(visit.the("result-item").nth(2).locator(".card-head"))
              .hasAttribute("aria-expanded", "true");
          assertThat(visit.the("result-item").nth(2)).hasAttribute("data-facility", facility);
          assertThat(visit.the("asked")).containsText("吃饭");

          visit.openAt("", "facility=" + facility);
          assertThat(visit.the("facility-card")).isVisible();
          assertThat(visit.the("facility-card").getByTestId("call")).isVisible();

          visit.openAt("", "panel=plan&types=clinic&minutes=20");
          assertThat(visit.the("panel-plan")).isVisible();
          assertThat(visit.isMapPage()).isTrue();
          assertThat(visit.the("plan-minutes")).hasValue("20");
          visit.openAt("map.html", "panel=find&need=clinic");
          assertThat(visit.the("need-doctor")).hasAttribute("aria-pressed", "true");
          assertThat(visit.isMapPage()).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aLinkOpensAPlannersQuestionElsewhere(Viewport viewport) {
    String[] link = new String[1];
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan");
          visit.the("plan-types").click();
          visit.the("plan-type-clinic").check(FORCE);
          visit.the("plan-minutes").fill("20");
          visit.the("plan-minutes").press("Tab");
          visit.the("plan-conditions").click();
          visit.the("plan-group").selectOption("age80");
          visit.the("plan-shading").selectOption("count");
          visit.the("plan-level").selectOption("town");
          assertThat(visit.page().locator(".headline").last()).containsText("20 分钟");
          assertThat(visit.state())
              .containsEntry("types", "meal_point,clinic")
              .containsEntry("minutes", "20")
              .containsEntry("group", "age80")
              .containsEntry("shading", "count")
              .containsEntry("level", "town");
          link[0] = visit.page().url().split("#")[1];
        });
    walk(
        viewport,
        visit -> {
          visit.openAt("map.html", link[0]);
          assertThat(visit.the("panel-plan")).isVisible();
          assertThat(visit.the("plan-minutes")).hasValue("20");
          assertThat(visit.the("plan-group")).hasValue("age80");
          assertThat(visit.the("plan-shading")).hasValue("count");
          assertThat(visit.the("plan-level")).hasValue("town");
          assertThat(visit.the("plan-type-clinic")).isChecked();
          double share =
              api()
                  .get("coverage?type=meal_point&type=clinic&minutes=20&group=age80&level=town")
                  .get("total")
                  .get("coveredShare")
                  .asDouble();
          assertThat(visit.the("coverage-share")).hasText(PageText.share(share));
        });
  }

  /** Radio buttons and boxes lie invisible under their labels, where a finger finds them. */
  private static final Locator.CheckOptions FORCE = new Locator.CheckOptions().setForce(true);
}
