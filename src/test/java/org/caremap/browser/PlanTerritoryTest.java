package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner divides the county among its centres, moves a community, saves, and takes it over. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class PlanTerritoryTest extends JourneyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int NARROW = 320;

  private static void signIn(Visit visit, String fragment) {
    visit.openAt("plan.html", "tab=territories" + fragment);
    visit.the("login-password").fill(TestHome.PASSWORD);
    visit.the("login-submit").click();
    visit.the("territory-form").waitFor();
  }

  private static Locator partRows(Visit visit) {
    return visit.the("territory-parts-table").locator("tbody tr");
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void centresLeadStations(Viewport viewport) {
    String name = "2027 年片区 " + viewport.size();
    int centres = api().facilities("care_centre").size();
    // What one visitor has taken over, the next finds as it is: another balance, another plan.
    String balance = viewport == Viewport.PHONE ? "" : "&territories.balance=people";
    walk(
        viewport,
        visit -> {
          signIn(visit, balance);
          visit.the("territory-draw").click();
          assertThat(partRows(visit)).hasCount(Math.min(30, centres));
          assertThat(visit.the("territory-goodness")).containsText("最大偏差");
          assertThat(visit.the("territory-goodness")).containsText("连成一片");
          visit.shot("territories");
          visit.the("shown-present").check(new Locator.CheckOptions().setForce(true));
          assertThat(visit.the("shown-present")).isChecked();
          visit.the("shown-plan").check(new Locator.CheckOptions().setForce(true));

          // By keyboard: choose a community, give it to the last part, fix it.
          visit.the("edit-unit").selectOption(new SelectOption().setIndex(5));
          assertThat(visit.the("edit-facts")).containsText("个服务站");
          String before = visit.the("edit-part").inputValue();
          String other = before.equals("0") ? "1" : "0";
          visit.the("edit-part").focus();
          visit.the("edit-part").selectOption(other);
          assertThat(visit.the("territory-undo")).isVisible();
          assertThat(visit.the("edit-part")).hasValue(other);
          assertThat(visit.the("edit-part")).isFocused();
          visit.the("edit-fixed").check();
          assertThat(visit.the("edit-fixed")).isChecked();

          visit.the("territory-redraw").click();
          assertThat(visit.the("territory-goodness"))
              .containsText(Pattern.compile("方法：(从中心生长|逐一比较)"));
          assertThat(visit.the("edit-part")).hasValue(other);

          assertThat(visit.the("tab-territories")).containsText("先保存方案，再采用。");
          visit.the("saved-name").fill(name);
          visit.the("saved-save").click();
          assertThat(visit.the("saved-list")).containsText(name);
          assertThat(visit.the("export-xlsx")).isVisible();
          Download download = visit.page().waitForDownload(() -> visit.the("export-xlsx").click());
          assertThat(download.suggestedFilename()).isEqualTo(name + ".xlsx");

          visit.the("apply-look").click();
          assertThat(visit.the("apply-would")).containsText("将改写");
          visit.shot("territories-take-over");
          visit.the("apply-do").click();
          assertThat(visit.the("apply-done")).containsText("已改写");
          assertThat(visit.the("territory-present")).containsText("要改写 0 个服务站");

          visit
              .the("saved-list")
              .locator("li")
              .filter(new Locator.FilterOptions().setHasText(name))
              .getByTestId("saved-remove")
              .click();
          assertThat(visit.the("tab-territories")).not().containsText("“" + name + "”（");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void operatorsGetBlocksAndNothingIsInTheWay(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "&territories.kind=operators&territories.parts=4");
          visit.the("territory-draw").click();
          assertThat(partRows(visit)).hasCount(4);
          visit.shot("territories-operators");
          violations(visit);
          visit.the("lang-switch").click();
          assertThat(visit.the("territory-form")).containsText("Blocks for operators");
          visit.page().setViewportSize(NARROW, viewport.height());
          int width =
              ((Number)
                      visit
                          .page()
                          .evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                  .intValue();
          assertThat(width).isLessThanOrEqualTo(0);
          visit.page().setViewportSize(viewport.width(), viewport.height());
        });
  }

  private static void violations(Visit visit) {
    AxeResults results = new AxeBuilder(visit.page()).withTags(RULES).setLegacyMode(true).analyze();
    assertThat(results.getPasses()).hasSizeGreaterThan(8);
    assertThat(
            results.getViolations().stream()
                .map(
                    rule ->
                        rule.getId()
                            + ": "
                            + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList()))
        .isEmpty();
  }

  /** A click on the map chooses a community; its part is then changed without the mouse. */
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aCommunityIsChosenOnTheMap(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          signIn(visit, "&territories.kind=operators&territories.parts=3");
          visit.the("territory-draw").click();
          assertThat(partRows(visit)).hasCount(3);
          if (visit.the("show-map").isVisible()) {
            visit.the("show-map").click();
          }
          visit.waitUntilPainted("shading", true);
          visit.page().locator("[data-testid=map]").focus();
          visit.page().keyboard().press("Enter");
          assertThat(visit.the("caption-edit")).isVisible();
          visit.shot("territories-map");
          visit.the("caption-edit").click();
          assertThat(visit.the("edit-part")).isFocused();
        });
  }
}
