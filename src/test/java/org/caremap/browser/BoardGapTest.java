package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A planner at the desk: which community is worst, why, by which standard, and the file of it. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class BoardGapTest extends JourneyTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Headings of the people left out. */
  private static final List<String> LEFT_OUT = List.of("走不到");

  private static final String QUESTION =
      "board?type=meal_point&minutes=15&group=age60&level=community";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theWorstCommunityForMealsWhyByWhichStandardAndItsFile(Viewport viewport) {
    JsonNode board = api().get(QUESTION);
    JsonNode worst = board.get("rows").get(0);
    String code = worst.get("code").asText();
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "");
          Locator rows = visit.the("board-table").locator("tbody tr");
          rows.first().waitFor();
          assertThat(visit.the("total-left"))
              .hasText(PageText.people(board.at("/total/uncovered").asDouble(), "未知"));
          visit.shot("board-gaps");

          Locator first = rows.first();
          assertThat(first.getByTestId("board-choose")).containsText(worst.get("name").asText());
          String left = PageText.people(worst.get("uncovered").asDouble(), "未知");
          assertThat(first.locator("td b").first()).hasText(left);
          first.getByTestId("board-choose").click();
          visit.the("detail").waitFor();
          assertThat(visit.the("why")).containsText("有 " + left + " 人");
          assertThat(visit.the("why")).containsText(why(worst));
          assertThat(visit.the("why")).containsText(nearest(worst));
          assertThat(visit.state()).containsEntry("chosen", code);
          assertThat(first).hasClass("chosen");

          // The plan adopted is asked first; where it is kept, the others are asked at once.
          List<String> adopted = missedClauses(code, true);
          if (adopted.isEmpty()) {
            assertThat(visit.the("detail-standards")).containsText("没有未达到的条款");
          }
          List<String> missed = adopted.isEmpty() ? missedClauses(code, false) : adopted;
          assertThat(missed).as("clauses that %s misses", code).isNotEmpty();
          for (String clause : missed) {
            assertThat(visit.the("detail-standards")).containsText(clause);
          }
          visit.waitUntilPainted("bands", true);
          visit.shot("board-why");

          double exported = exported(visit, code);
          assertThat(PageText.people(exported, "未知")).isEqualTo(left);
          assertThat(exported).isEqualTo(worst.get("uncovered").asDouble());
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theWayDownAndBackAgain(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "level=town");
          JsonNode town = api().get(QUESTION.replace("community", "town")).get("rows").get(0);
          Locator rows = visit.the("board-table").locator("tbody tr");
          assertThat(rows.first()).containsText(town.get("name").asText());
          visit.the("board-below").first().click();
          String code = town.get("code").asText();
          JsonNode below = api().get(QUESTION + "&area=" + code).get("rows");
          assertThat(rows.first()).containsText(below.get(0).get("name").asText());
          assertThat(visit.page().locator(".crumbs [aria-current]"))
              .hasText(town.get("name").asText());
          assertThat(visit.state()).containsEntry("area", code).doesNotContainKey("level");
          visit.shot("board-town");

          visit.page().goBack();
          assertThat(rows.first()).containsText(town.get("name").asText());
          assertThat(visit.state()).containsEntry("level", "town").doesNotContainKey("area");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whereTheMapIsChosenTheRowIsToo(Viewport viewport) {
    JsonNode meal = api().facilities("meal_point").get(0).get("geometry").get("coordinates");
    Coordinate place = new Coordinate(meal.get(0).asDouble(), meal.get(1).asDouble());
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "level=town&view=" + place.x + "," + place.y + ",14");
          visit.waitUntilPainted("shading", true);
          visit.the("map").focus();
          visit.page().keyboard().press("Enter");
          visit.the("detail").waitFor();
          String code = visit.state().get("chosen");
          assertThat(areaOf(code).contains(GEOMETRIES.createPoint(place))).isTrue();
          assertThat(visit.the("board-table").locator("tr.chosen")).hasAttribute("data-key", code);
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void minutesOfTheOuterZoneAndWeightsAreTheServers(Viewport viewport) {
    JsonNode board =
        api()
            .get(
                QUESTION.replace("minutes=15", "minutes=10")
                    + "&zoneMinutes=outer:25&weights=age80:2,disabled:3");
    JsonNode worst = board.get("rows").get(0);
    walk(
        viewport,
        visit -> {
          visit.openAt("board.html", "");
          visit.the("board-minutes").fill("10");
          visit.the("board-minutes").press("Tab");
          visit.the("board-more").click();
          visit.the("board-outer").fill("25");
          visit.the("board-outer").press("Tab");
          visit.the("board-weight-age80").fill("2");
          visit.the("board-weight-disabled").fill("3");
          visit.the("board-weight-disabled").press("Tab");
          Locator first = visit.the("board-table").locator("tbody tr").first();
          assertThat(first)
              .containsText("加权 " + PageText.decimal(worst.get("weighted").asDouble()));
          assertThat(first).containsText(worst.get("name").asText());
          assertThat(visit.state())
              .containsEntry("outer", "25")
              .containsEntry("weights", "age80:2,disabled:3");
          visit.the("source").locator("summary").click();
          assertThat(visit.the("source")).containsText(board.get("run").asText());
        });
  }

  /** The main reason in the words of the page, worked out from the answer. */
  private static String why(JsonNode row) {
    JsonNode name = row.at("/barrier/name");
    return switch (row.get("reason").asText()) {
      case "no-facility" -> "没有正在运营的助餐点";
      case "too-far" -> "离他们太远";
      case "barrier" -> name.isTextual() ? name.asText() : "要绕行";
      case "over-capacity" -> "位子不够";
      default -> throw new AssertionError("the worst has a reason: " + row.get("reason"));
    };
  }

  private static String nearest(JsonNode row) {
    JsonNode minutes = row.get("nearestMinutes");
    return minutes.isNull()
        ? "步行到不了任何一处"
        : "一般要走 " + PageText.minutes(minutes.asDouble() * 60) + " 分钟";
  }

  /**
   * The clauses that a community misses: of what it has to have, and of how far its people walk.
   */
  private List<String> missedClauses(String code, boolean adopted) {
    StringBuilder question =
        new StringBuilder("standards/communities?minutes=15&group=age60&area=" + code);
    for (JsonNode plan : api().get("standards/plans")) {
      if (plan.get("adopted").asBoolean() == adopted) {
        question.append("&plan=").append(plan.get("code").asText());
      }
    }
    JsonNode community = api().get(question.toString()).get("rows").get(0);
    List<String> missed = new ArrayList<>();
    for (JsonNode rule : community.at("/institutional/rules")) {
      if (rule.get("outcome").asText().equals("missed")) {
        missed.add(rule.get("id").asText());
      }
    }
    for (JsonNode walk : community.get("spatial")) {
      if (walk.get("outcome").asText().equals("missed") && !walk.get("rule").isNull()) {
        missed.add(walk.get("rule").asText());
      }
    }
    List<String> clauses = new ArrayList<>();
    for (JsonNode rule : api().get("standards/rules")) {
      if (missed.contains(rule.get("id").asText())) {
        clauses.add(rule.get("quote").asText());
      }
    }
    return clauses;
  }

  /** People left out in the row of a community, as the spreadsheet has them. */
  private static double exported(Visit visit, String code) {
    Download download =
        visit.page().waitForDownload(() -> visit.the("export-xlsx").first().click());
    try (InputStream file = download.createReadStream();
        XSSFWorkbook workbook = new XSSFWorkbook(file)) {
      for (Sheet sheet : workbook) {
        Optional<Double> found = leftOut(sheet, code);
        if (found.isPresent()) {
          return found.get();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError(code + " is in no sheet");
  }

  private static Optional<Double> leftOut(Sheet sheet, String code) {
    int column = -1;
    for (Row row : sheet) {
      boolean found = false;
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.STRING) {
          continue;
        }
        String text = cell.getStringCellValue();
        if (column < 0 && LEFT_OUT.contains(text)) {
          column = cell.getColumnIndex();
        }
        found |= text.equals(code);
      }
      if (found && column >= 0 && row.getCell(column) != null) {
        return Optional.of(row.getCell(column).getNumericCellValue());
      }
    }
    return Optional.empty();
  }

  private Geometry areaOf(String code) {
    for (JsonNode feature : api().get("areas?level=town&level=street").get("features")) {
      if (feature.at("/properties/code").asText().equals(code)) {
        JsonNode geometry = feature.get("geometry");
        JsonNode coordinates = geometry.get("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        if (geometry.get("type").asText().equals("Polygon")) {
          polygons.add(polygon(coordinates));
        } else {
          coordinates.forEach(one -> polygons.add(polygon(one)));
        }
        return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
    }
    throw new AssertionError("no area " + code);
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> corners = new ArrayList<>();
      ring.forEach(at -> corners.add(new Coordinate(at.get(0).asDouble(), at.get(1).asDouble())));
      made.add(GEOMETRIES.createLinearRing(corners.toArray(Coordinate[]::new)));
    }
    return GEOMETRIES.createPolygon(
        made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }
}
