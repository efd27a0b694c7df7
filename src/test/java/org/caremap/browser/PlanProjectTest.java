package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The three-year library: added by hand, edited in place, held against the targets, taken along.
 */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanProjectTest extends JourneyTest {
  private static final int CLOSE_UP = 15;

  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aProjectIsAddedEditedAndTakenOut(Viewport viewport) {
    String name = "手工项目 " + viewport.size();
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=projects&projects.from=2031&view=" + place.text() + "," + CLOSE_UP);
          visit.the("add-project").click();
          assertThat(visit.the("project-name")).isFocused();
          visit.the("project-name").fill(name);
          visit.the("project-cost").fill("12.3456");
          visit.the("project-unit").fill("民政局");
          visit.the("project-capacity").fill("25");
          visit.the("project-pick").click();
          desk.clickMap(place);
          assertThat(visit.the("project-lon")).isFocused();
          assertThat(Double.parseDouble(visit.the("project-lon").inputValue()))
              .isCloseTo(place.lon(), within(0.0001));
          visit.the("project-save").click();

          Locator year = visit.page().locator("[data-year='2031']");
          Locator card = year.locator("li.project-card").filter(named(name));
          assertThat(card).containsText(name);
          assertThat(card).containsText("拟建");
          assertThat(card).containsText("12.35 万元（123,456 元）");
          // The server finds out where it lies.
          JsonNode stored = admin().get("projects?year=2031").get("projects").get(0);
          assertThat(stored.get("areaName").asText()).isNotEmpty();
          assertThat(card).containsText(stored.get("areaName").asText());
          assertThat(visit.the("library-total")).containsText("1 个项目，投资 12.35 万元（123,456 元）");

          card.getByTestId("edit-project").click();
          visit.the("project-status").selectOption("approved");
          visit.the("project-year").fill("2032");
          visit.the("project-save").click();
          Locator next =
              visit.page().locator("[data-year='2032'] li.project-card").filter(named(name));
          assertThat(next).containsText("已批准");
          assertThat(card).hasCount(0);

          next.getByTestId("edit-project").click();
          visit.the("project-history").click();
          Locator history = visit.page().locator(".history");
          assertThat(history).containsText("列入项目库");
          assertThat(history).containsText("状态：拟建 → 已批准");
          assertThat(history).containsText("年份：2031 → 2032");
          visit.shot("plan-project-history");

          visit.the("project-delete").click();
          assertThat(visit.the("project-delete-no")).isFocused();
          visit.the("project-delete-no").click();
          assertThat(visit.the("project-delete")).isFocused();
          visit.the("project-delete").click();
          visit.the("project-delete-yes").click();
          assertThat(visit.page().locator("li.project-card").filter(named(name))).hasCount(0);
          assertThat(admin().get("projects?year=2032").get("projects")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void thePlanOfAYearBesideItsTargets(Viewport viewport) {
    String name = "对照目标 " + viewport.size();
    Place place = api().placeNearMealPoint();
    JsonNode added = admin().post("projects", project(name, place, 2027));
    walk(
        viewport,
        visit -> {
          PlanDesk desk = new PlanDesk(visit);
          desk.open("tab=projects&projects.from=2027&projects.year=2027");
          JsonNode year = admin().get("projects/plan?from=2027&years=3").get("years").get(0);
          assertThat(visit.the("annual-summary"))
              .containsText(PageText.tenThousands(year.get("costYuan").asDouble()) + " 万元");
          JsonNode town = year.get("byTown").get(0);
          Locator towns = visit.the("annual-towns").locator("tbody tr").first();
          assertThat(towns).containsText(town.get("name").asText());
          assertThat(towns).containsText(PageText.tenThousands(town.get("costYuan").asDouble()));

          JsonNode target = firstMissing(year);
          Locator row =
              visit
                  .the("annual-targets")
                  .locator("tr[data-key='" + target.get("column").asText() + "']");
          assertThat(row).containsText(target.get("zh").asText());
          assertThat(row.locator("td").nth(0))
              .containsText(PageText.decimal(target.get("target").asDouble()));
          assertThat(row.locator("td").nth(4))
              .containsText(PageText.decimal(target.get("missing").asDouble()));
          visit.the("annual-targets").scrollIntoViewIfNeeded();
          visit.shot("plan-annual");

          List<List<String>> library = desk.spreadsheet("export-library-xlsx");
          assertThat(library.toString()).contains(name);
          assertThat(desk.spreadsheet("export-plan-xlsx").toString()).contains(name);

          desk.showMap();
          String id = added.get("id").asText();
          Locator pin = visit.page().locator("[data-pin='" + id + "']");
          assertThat(pin).containsText("27");
          assertThat(pin).hasAttribute("title", Pattern.compile(name));
        });
    admin().delete("projects/" + added.get("id").asText());
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoWasFasterIsNotOverwritten(Viewport viewport) {
    String name = "先后 " + viewport.size();
    ObjectNode draft = project(name, api().placeNearMealPoint(), 2041);
    JsonNode added = admin().post("projects", draft);
    String id = added.get("id").asText();
    walk(
        viewport,
        visit -> {
          visit.expectFailure(409, "/api/v1/projects/" + id);
          new PlanDesk(visit).open("tab=projects&projects.from=2041&projects.id=" + id);
          visit.the("project-unit").fill("卫健委");
          draft.put("responsibleUnit", "住建局").set("version", added.get("version"));
          admin().put("projects/" + id, draft);
          visit.the("project-save").click();
          visit.the("project-conflict").getByRole(AriaRole.BUTTON).click();
          assertThat(visit.page().locator("li.project-card").filter(named(name)))
              .containsText("住建局");
        });
    admin().delete("projects/" + id);
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private AdminApi admin() {
    return new AdminApi(home);
  }

  private ObjectNode project(String name, Place place, int year) {
    return mapper
        .createObjectNode()
        .put("name", name)
        .put("kind", "add")
        .put("type", "home_care_station")
        .put("lon", place.lon())
        .put("lat", place.lat())
        .put("year", year)
        .put("costYuan", 234_567)
        .put("status", "proposed");
  }

  /** The first target that is known and still missed. */
  private static JsonNode firstMissing(JsonNode year) {
    String table = year.get("targets").get(0).get("table").asText();
    for (JsonNode target : year.get("targets")) {
      if (target.get("table").asText().equals(table)
          && !target.get("target").isNull()
          && target.get("missing").asDouble() > 0) {
        return target;
      }
    }
    throw new AssertionError("every target is met");
  }
}
