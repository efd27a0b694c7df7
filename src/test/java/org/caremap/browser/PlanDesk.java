package org.caremap.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.testing.TestHome;

/** The planning desk in front of an administrator. */
final class PlanDesk {
  private static final int TILE_PIXELS = 256;

  private final Visit visit;

  PlanDesk(Visit visit) {
    this.visit = visit;
  }

  /**
   * Opens a tab and signs in.
   *
   * @param fragment of the desk, without its #
   */
  void open(String fragment) {
    visit.openAt("plan.html", fragment);
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("session").waitFor();
  }

  /** On phones the map stands where the list was. */
  void showMap() {
    if (visit.viewport() == Viewport.PHONE) {
      visit.the("show-map").click();
    }
  }

  void showList() {
    if (visit.viewport() == Viewport.PHONE) {
      visit.the("show-list").click();
    }
  }

  /** Clicks the map where a place is drawn; the link of the page says what the map shows. */
  void clickMap(Place place) {
    double[] at = pixel(place);
    visit.page().mouse().click(at[0], at[1]);
  }

  /** Where a place is on the screen, in CSS pixels (Web Mercator). */
  double[] pixel(Place place) {
    Locator map = visit.the("map");
    map.scrollIntoViewIfNeeded();
    BoundingBox box = map.boundingBox();
    String[] view = visit.state().get("view").split(",");
    double lon = Double.parseDouble(view[0]);
    double lat = Double.parseDouble(view[1]);
    double world = TILE_PIXELS * Math.pow(2, Double.parseDouble(view[2]));
    return new double[] {
      box.x + box.width / 2 + (place.lon() - lon) / 360 * world,
      box.y + box.height / 2 + (mercator(place.lat()) - mercator(lat)) * world
    };
  }

  private static double mercator(double lat) {
    double radians = Math.toRadians(lat);
    return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  }

  /** Every cell of the spreadsheet that a button hands over, as text, row by row. */
  List<List<String>> spreadsheet(String testId) {
    Download download = visit.page().waitForDownload(() -> visit.the(testId).click());
    try (InputStream file = download.createReadStream();
        XSSFWorkbook workbook = new XSSFWorkbook(file)) {
      List<List<String>> rows = new ArrayList<>();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          List<String> cells = new ArrayList<>();
          for (Cell cell : row) {
            cells.add(cell.toString());
          }
          rows.add(cells);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
