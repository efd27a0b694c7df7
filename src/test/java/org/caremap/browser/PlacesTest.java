package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner and a provider ask not only who can walk there, but whether there is a place. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlacesTest extends JourneyTest {
  private static final String UNKNOWN = "未知";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aPlannerSeesWhoHasAPlaceAndWhereItIsFull(Viewport viewport) {
    String question = "type=care_home&minutes=30&group=age80";
    JsonNode assigned = api().get("assignment?" + question);
    JsonNode access = api().get("accessibility?" + question);
    walk(
        viewport,
        visit -> {
          visit.open("panel=plan&types=care_home&minutes=30&group=age80");
          Locator places = visit.the("plan-places");
          JsonNode total = assigned.get("total");
          assertThat(visit.the("places-share"))
              .hasText(PageText.share(total.get("servedShare").asDouble()));
          assertThat(places.locator(".number.served dd")).hasText(people(total, "served"));
          assertThat(places.locator(".number.over dd")).hasText(people(total, "overCapacity"));
          assertThat(places.locator(".number.out dd")).hasText(people(total, "outOfReach"));
          assertThat(places)
              .containsText(
                  "每 1000 人够得着 %s 个位子"
                      .formatted(perThousand(access.at("/total/placesPer1000").asDouble())));
          places.scrollIntoViewIfNeeded();
          visit.shot("plan-places");

          visit.the("places-areas").click();
          List<List<String>> expected = new ArrayList<>();
          for (JsonNode area : fullestFirst(assigned)) {
            String code = area.get("code").asText();
            expected.add(
                List.of(
                    area.get("name").asText(),
                    PageText.share(area.get("servedShare").asDouble()),
                    people(area, "overCapacity"),
                    perThousand(areaOf(access, code).get("placesPer1000").asDouble())));
          }
          Locator rows = visit.the("places-table").locator("tbody tr");
          rows.first().waitFor();
          List<List<String>> shown = new ArrayList<>();
          for (Locator row : rows.all()) {
            shown.add(row.locator("th, td").allInnerTexts());
          }
          assertThat(shown)
              .isNotEmpty()
              .isEqualTo(expected.subList(0, Math.min(30, expected.size())));
          visit.the("places-table").scrollIntoViewIfNeeded();
          visit.shot("plan-places-areas");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aProviderSeesTheLoadAgainstTheCapacity(Viewport viewport) {
    JsonNode mine = facilityWithPeopleLeft();
    String id = mine.get("id").asText();
    JsonNode places = api().get("facilities/" + id + "/reach?minutes=15").get("places");
    walk(
        viewport,
        visit -> {
          visit.open("panel=provider&facility=" + id);
          Locator section = visit.the("provider-places");
          assertThat(visit.the("provider-load"))
              .hasText(people(places, "load") + " / " + people(places, "capacity"));
          assertThat(section.locator(".number.served dd")).hasText(people(places, "load"));
          assertThat(section.locator(".number.over dd")).hasText(people(places, "left"));
          assertThat(section.locator(".number.out dd")).hasText(people(places, "servedElsewhere"));
          assertThat(section).containsText("已满");
          section.scrollIntoViewIfNeeded();
          visit.shot("provider-places");
        });
  }

  private JsonNode facilityWithPeopleLeft() {
    return api().facilities("meal_point").stream()
        .filter(
            facility -> {
              JsonNode places =
                  api()
                      .get("facilities/" + facility.get("id").asText() + "/reach?minutes=15")
                      .get("places");
              return !places.get("load").isNull() && places.get("left").asDouble() > 10;
            })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no meal point of the county is full"));
  }

  private static List<JsonNode> fullestFirst(JsonNode assigned) {
    List<JsonNode> areas = new ArrayList<>();
    for (JsonNode area : assigned.get("areas")) {
      if (area.get("demand").asDouble() > 0) {
        areas.add(area);
      }
    }
    areas.sort(
        Comparator.comparingDouble((JsonNode area) -> -area.get("overCapacity").asDouble())
            .thenComparingDouble(area -> area.get("servedShare").asDouble()));
    return areas;
  }

  private static JsonNode areaOf(JsonNode answer, String code) {
    for (JsonNode area : answer.get("areas")) {
      if (area.get("code").asText().equals(code)) {
        return area;
      }
    }
    throw new AssertionError(code + " is not in the answer");
  }

  private static String people(JsonNode counts, String field) {
    return PageText.people(counts.get(field).asDouble(), UNKNOWN);
  }

  private static String perThousand(double places) {
    return PageText.decimal(places);
  }
}
