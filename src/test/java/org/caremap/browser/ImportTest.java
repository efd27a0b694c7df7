package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caremap.testing.TestHome;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files by the page: first the sample county, at the end only what was really imported. */
@QuarkusTest
@WithTestResource(
    value = TestHome.class,
    initArgs = @ResourceArg(name = "sample", value = "true"),
    scope = TestResourceScope.RESTRICTED_TO_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportTest extends JourneyTest {
  private static final String DEMAND =
      """
      id,lon,lat,age60,age80
      d1,121.1600,31.8900,100,10
      d2,121.1620,31.8905,50.5,
      d3,121.3000,31.9500,30,3
      """;
  private static final String BAD_DEMAND =
      """
      id,lon,lat,age60
      d1,121.1600,31.8900,many
      d1,121.1620,31.8905,12
      d3,121.1640,91.5,12
      """;
  private static final String FACILITIES =
      """
      id,name,type,lon,lat,phone
      f1,江边助餐点,meal_point,121.1605,31.8902,0513-5555 0001
      """;

  @Order(1)
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void badRowsAreNamedAndNothingChanges(Viewport viewport) {
    JsonNode before = api().get("status");
    walk(
        viewport,
        visit -> {
          visit.expectFailure(422, "/api/v1/imports/demand");
          openImport(visit);
          upload(visit, "demand", "bad.csv", BAD_DEMAND, false);
          assertThat(visit.the("import-report")).hasAttribute("data-status", "rejected");
          assertThat(visit.the("import-report")).containsText("数据没有任何改动");
          Locator rows = visit.the("import-errors").locator("tbody tr");
          assertThat(rows.allInnerTexts())
              .anySatisfy(row -> assertThat(row).contains("2", "age60", "many"))
              .anySatisfy(row -> assertThat(row).contains("3", "id", "d1"))
              .anySatisfy(row -> assertThat(row).contains("4", "lat", "91.5"));
          assertThat(visit.the("sample-banner")).isVisible();
          visit.the("import-errors").scrollIntoViewIfNeeded();
          LanguageTest.assertNoSidewaysScrolling(visit);
          visit.shot("import-rejected");
        });
    assertThat(api().get("status").get("counts")).isEqualTo(before.get("counts"));
  }

  @Order(2)
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void aDryRunChangesNothing(Viewport viewport) {
    JsonNode before = api().get("status");
    walk(
        viewport,
        visit -> {
          openImport(visit);
          assertThat(visit.the("import-dry-run")).isChecked();
          upload(visit, "demand", "demand.csv", DEMAND, true);
          assertThat(visit.the("import-report")).hasAttribute("data-status", "dry-run");
          assertThat(visit.the("import-report")).containsText("试运行结束，数据没有改动。");
          assertThat(counts(visit)).containsExactly("3", "3", "0", "0", "0");
          assertThat(visit.the("sample-banner")).isVisible();
          visit.shot("import-dry-run");
        });
    assertThat(api().get("status").get("counts")).isEqualTo(before.get("counts"));
    assertThat(api().get("status").get("sample").asBoolean()).isTrue();
  }

  @Order(3)
  @Test
  void theFirstRealImportRemovesTheSample() {
    walk(
        Viewport.DESKTOP,
        visit -> {
          openImport(visit);
          assertThat(visit.the("sample-banner")).isVisible();
          upload(visit, "demand", "demand.csv", DEMAND, false);
          assertThat(visit.the("import-report")).hasAttribute("data-status", "imported");
          assertThat(visit.the("sample-removed")).hasText("示例数据已全部删除，现在只有导入的真实数据。");
          assertThat(visit.the("sample-removed")).isInViewport();
          assertThat(visit.the("sample-banner")).hasCount(0);
          assertThat(visit.the("method-badge")).hasText("无街道数据：直线距离×1.3");
          assertThat(visit.page().locator(".map-credit")).hasText("Leaflet");
          visit.shot("import-done");
        });
    JsonNode status = api().get("status");
    assertThat(status.get("sample").asBoolean()).isFalse();
    assertThat(status.get("counts").get("demandPoints").asInt()).isEqualTo(3);
    assertThat(status.get("counts").get("facilities").asInt()).isZero();
    assertThat(status.get("streets").get("loaded").asBoolean()).isFalse();
  }

  @Order(4)
  @ParameterizedTest
  @EnumSource(Viewport.class)
  void withoutStreetsEveryPanelSaysStraightLine(Viewport viewport) {
    walk(
        viewport,
        visit -> {
          openImport(visit);
          upload(visit, "facilities", "facilities.csv", FACILITIES, false);
          assertThat(visit.the("import-report")).hasAttribute("data-status", "imported");

          visit.open("need=meal_point&from=121.162,31.8905");
          assertThat(visit.the("result-item")).hasCount(1);
          assertThat(visit.the("result-item")).containsText("江边助餐点");
          assertThat(visit.the("method-badge")).hasText("没有街道数据：按直线距离×1.3估算");
          assertThat(visit.the("way")).containsText("不知道怎么走");
          visit.shot("find-straight-line");

          visit.open("panel=plan");
          // 150.5 of 180.5 people; d3 is kilometres away.
          assertThat(visit.the("coverage-share")).hasText("83.4%");
          assertThat(visit.the("coverage-compare")).hasCount(0);
          assertThat(visit.the("gap-item")).hasCount(1);
          assertThat(visit.the("method-badge")).hasText("无街道数据：直线距离×1.3");
          visit.shot("plan-straight-line");
        });
  }

  private static void openImport(Visit visit) {
    visit.open("panel=manage");
    ManageTest.signIn(visit);
    visit.the("manage-import").click();
    visit.the("import-form").waitFor();
  }

  private static void upload(Visit visit, String kind, String name, String content, boolean dry) {
    visit.the("import-kind").selectOption(kind);
    visit
        .the("import-file")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    visit.the("import-dry-run").setChecked(dry);
    visit.the("import-submit").click();
    visit.the("import-report").waitFor();
  }

  /** Read, created, updated, unchanged, skipped. */
  private static List<String> counts(Visit visit) {
    return visit.the("import-report").locator("dd").allInnerTexts();
  }
}
