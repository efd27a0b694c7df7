package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider: whom does my meal point reach, and who else reaches them? */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class ProviderTest extends JourneyTest {
  private static final String UNKNOWN = "未知";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aFacilityShowsItsCircleItsPeopleAndItsNeighbours(Viewport viewport) {
    JsonNode mine = facilityWithNeighbours();
    String name = mine.get("properties").get("name").asText();
    walk(
        viewport,
        visit -> {
          visit.open("panel=provider");
          assertThat(visit.the("panel-provider")).containsText("请查找您的机构，或在地图上点选。");
          assertThat(visit.isPainted("bands")).isFalse();
          visit.the("provider-search").fill(name);
          Locator found =
              visit
                  .the("search-result")
                  .filter(new Locator.FilterOptions().setHasText(name))
                  .first();
          found.waitFor();
          visit.shot("provider-search");
          found.click();

          assertReach(visit, mine.get("id").asText(), 15);
          visit.waitUntilPainted("bands", true);
          assertThat(visit.page().locator(".legend-body")).containsText("15 分钟内");
          visit.shot("provider");

          visit.the("plan-minutes").fill("10");
          visit.the("plan-minutes").press("Tab");
          assertReach(visit, mine.get("id").asText(), 10);

          visit.the("plan-minutes").fill("15");
          visit.the("plan-minutes").press("Tab");
          JsonNode overlaps = assertReach(visit, mine.get("id").asText(), 15).get("overlaps");
          Locator neighbourName = visit.the("overlap-item").first().locator("span").first();
          assertThat(neighbourName.boundingBox().height)
              .as("height of a name: two lines at most")
              .isLessThan(60);
          visit.the("overlap-item").first().scrollIntoViewIfNeeded();
          visit.shot("provider-overlaps");
          visit.the("overlap-item").first().click();
          JsonNode neighbour = overlaps.get(0).get("facility");
          assertThat(visit.the("provider-facility")).containsText(neighbour.get("name").asText());
          assertReach(visit, neighbour.get("id").asText(), 15);
        });
  }

  private JsonNode facilityWithNeighbours() {
    return api().facilities("meal_point").stream()
        .filter(
            facility ->
                api()
                        .get("facilities/" + facility.get("id").asText() + "/reach?minutes=15")
                        .get("overlaps")
                        .size()
                    > 0)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no two meal points of the county share people"));
  }

  /** The page's numbers are the server's; returns the server's answer. */
  private JsonNode assertReach(Visit visit, String id, int minutes) {
    JsonNode reach = api().get("facilities/" + id + "/reach?minutes=" + minutes);
    assertThat(visit.page().locator(".headline").last()).containsText(minutes + " 分钟");
    assertThat(visit.the("provider-reached")).hasText(people(reach.get("reached"), "age60"));
    assertThat(visit.page().locator(".number.covered dd"))
        .hasText(people(reach.get("onlyThis"), "age60"));
    assertThat(visit.page().locator(".number.other dd"))
        .hasText(people(reach.get("alsoReachOther"), "age60"));
    assertThat(visit.page().locator(".number.outside dd"))
        .hasText(people(reach.get("justOutside").get("counts"), "age60"));

    List<List<String>> expected = new ArrayList<>();
    for (JsonNode group : api().get("status").get("groups")) {
      String code = group.get("code").asText();
      expected.add(
          List.of(
              group.get("nameZh").asText(),
              people(reach.get("reached"), code),
              people(reach.get("alsoReachOther"), code),
              people(reach.get("justOutside").get("counts"), code)));
    }
    List<List<String>> shown = new ArrayList<>();
    for (Locator row : visit.the("reach-table").locator("tbody tr").all()) {
      shown.add(row.locator("th, td").allInnerTexts());
    }
    assertThat(shown).isEqualTo(expected);

    List<String> neighbours = new ArrayList<>();
    for (JsonNode overlap : reach.get("overlaps")) {
      neighbours.add(
          overlap.get("facility").get("name").asText()
              + ": 共同 "
              + people(overlap.get("sharedDemand"), "age60")
              + " 人");
    }
    List<String> listed = new ArrayList<>();
    for (Locator item : visit.the("overlap-item").all()) {
      String shared = item.locator("b").innerText();
      listed.add(item.locator("span").first().innerText() + ": " + shared.split("（")[0]);
    }
    assertThat(listed).isEqualTo(neighbours);
    return reach;
  }

  private static String people(JsonNode counts, String group) {
    JsonNode count = counts.get(group);
    return PageText.people(count == null || count.isNull() ? null : count.asDouble(), UNKNOWN);
  }
}
