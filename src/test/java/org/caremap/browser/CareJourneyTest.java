package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caremap.core.geo.Datum;
import org.caremap.core.geo.LonLat;
import org.caremap.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole ways through the find page, for every need, each held against the server's answer. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class CareJourneyTest extends JourneyTest {
  private static final String ROUTE = ".leaflet-route-pane path";

  // First letters of the characters that the sample's communities are named with, by hand.
  private static final String CHARACTERS = "永兴新同德民三双万大中东南西北青海江秀天福和安太树富聚平保锦瑞川汤社区村";
  private static final String INITIALS = "yxxtdmsswdzdnxbqhjxtfhatsfjpbjrctsqc";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void everyNeedIsAnsweredAsTheServerAnswersIt(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    walk(
        viewport,
        visit -> {
          visit.locate(place);
          visit
              .context()
              .grantPermissions(List.of("geolocation", "clipboard-read", "clipboard-write"));
          int met = 0;
          for (JsonNode need : api().get("welcome").get("needs")) {
            if (need.get("facilities").asInt() > 0) {
              walkANeed(visit, need, place);
              met++;
            } else {
              assertThatNobodyIsPublished(visit, need);
            }
          }
          assertThat(met).as("needs of the sample county that can be met").isGreaterThan(8);
        });
  }

  private void walkANeed(Visit visit, JsonNode need, Place place) {
    String code = need.get("code").asText();
    FoundCare found = FoundCare.ask(api(), code, place);
    assertThat(found.results()).as(code).isNotEmpty();
    // The device's clock stands where the server's stood, as doors may open while this is tested.
    visit.page().clock().setFixedTime(found.at().toEpochMilli());
    visit.open("");
    visit.the("need-" + code).click();
    visit.the("use-location").click();
    visit.the("result-item").first().waitFor();

    assertThat(visit.state()).containsEntry("need", code).containsEntry("from", place.text());
    assertThat(visit.the("asked")).containsText(need.get("nameZh").asText());
    found.assertListed(visit);
    Locator first = visit.the("result-item").first();
    JsonNode facility = found.first().get("facility");
    found.assertCard(first, found.first(), found.at());
    assertHandedOver(first, facility);
    assertShared(visit, first, facility);
    assertPrinted(visit, code, place);
    visit.shot("care-" + code);

    first.getByTestId("details").click();
    assertThat(visit.page().locator("h1")).hasText(facility.get("name").asText());
    assertThat(visit.page()).hasURL(facilityPage(facility));
    String digits = facility.get("phone").asText().replaceAll("\\D", "");
    assertThat(visit.page().locator("main .actions a[href='tel:" + digits + "']")).hasCount(1);
  }

  private void assertThatNobodyIsPublished(Visit visit, JsonNode need) {
    visit.open("");
    visit.the("need-" + need.get("code").asText()).click();
    visit.the("use-location").click();
    assertThat(visit.the("result-summary")).hasText("本地没有登记这样的服务。");
    assertThat(visit.the("result-item")).hasCount(0);
  }

  private String facilityPage(JsonNode facility) {
    return home.resolve("facility/" + facility.get("externalId").asText()).toString();
  }

  /** Each map program gets the facility, and nothing else, in its own coordinates. */
  private static void assertHandedOver(Locator card, JsonNode facility) {
    double lon = facility.get("lon").asDouble();
    double lat = facility.get("lat").asDouble();
    LonLat gcj = Datum.GCJ02.fromWgs84(lon, lat);
    LonLat baidu = Datum.BD09.fromWgs84(lon, lat);
    String name = facility.get("name").asText();
    assertNumbers(card, "amap", "[?&]to=([\\d.]+),([\\d.]+)," + Pattern.quote(name) + "&", gcj);
    LonLat baiduLatFirst = new LonLat(baidu.lon(), baidu.lat());
    assertNumbersLatFirst(
        card,
        "baidu",
        "destination=latlng:([\\d.]+),([\\d.]+)\\|name:" + Pattern.quote(name) + "&",
        baiduLatFirst);
    assertNumbersLatFirst(card, "tencent", "tocoord=([\\d.]+),([\\d.]+)&coord_type=2", gcj);
  }

  private static void assertNumbers(Locator card, String map, String pattern, LonLat expected) {
    Matcher numbers = numbers(card, map, pattern);
    assertThat(Double.parseDouble(numbers.group(1))).isCloseTo(expected.lon(), within(1e-6));
    assertThat(Double.parseDouble(numbers.group(2))).isCloseTo(expected.lat(), within(1e-6));
  }

  private static void assertNumbersLatFirst(
      Locator card, String map, String pattern, LonLat expected) {
    Matcher numbers = numbers(card, map, pattern);
    assertThat(Double.parseDouble(numbers.group(1))).isCloseTo(expected.lat(), within(1e-6));
    assertThat(Double.parseDouble(numbers.group(2))).isCloseTo(expected.lon(), within(1e-6));
  }

  private static Matcher numbers(Locator card, String map, String pattern) {
    String link =
        URLDecoder.decode(
            card.getByTestId("navigate-" + map).getAttribute("href"), StandardCharsets.UTF_8);
    Matcher numbers = Pattern.compile(pattern).matcher(link);
    assertThat(numbers.find()).as("%s in %s", pattern, link).isTrue();
    return numbers;
  }

  private void assertShared(Visit visit, Locator card, JsonNode facility) {
    // Without the phone's own sharing the link goes to the clipboard.
    visit.page().evaluate("() => { Navigator.prototype.share = undefined; }");
    card.getByTestId("share").click();
    assertThat(card.locator(".told")).containsText("链接已复制");
    assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo(facilityPage(facility));
  }

  /** The card opens beside the page with the place in no address, and says what the list says. */
  private void assertPrinted(Visit visit, String need, Place place) {
    Page card = visit.context().waitForPage(() -> visit.the("print-card").click());
    assertThat(card).hasURL(home + "card");
    List<String> needs =
        new LinkedHashSet<>(List.of(need, "eat", "day", "doctor", "help"))
            .stream().limit(4).toList();
    assertThat(card.locator(".entry")).hasCount(needs.size());
    for (int i = 0; i < needs.size(); i++) {
      JsonNode nearest = FoundCare.ask(api(), needs.get(i), place).first();
      Locator entry = card.locator(".entry").nth(i);
      assertThat(entry.locator(".name")).hasText(nearest.at("/facility/name").asText());
      assertThat(entry.locator(".minutes b"))
          .hasText("" + PageText.minutes(nearest.get("seconds").asDouble()));
      assertThat(entry.locator(".phone .number")).hasText(nearest.at("/facility/phone").asText());
    }
    card.close();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whoRefusesTheLocationFindsTheCommunityByInitialsAndKeyboard(Viewport viewport) {
    JsonNode community = communityOfKnownCharacters();
    String name = community.get("name").asText();
    String initials = initials(name);
    List<JsonNode> hits = new ArrayList<>();
    api().get("search?limit=8&q=" + initials).get("results").forEach(hits::add);
    int index =
        IntStream.range(0, hits.size())
            .filter(i -> hits.get(i).get("name").asText().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(initials + " does not find " + name));
    JsonNode hit = hits.get(index);
    assertThat(hit.get("match").asText()).isEqualTo("initials");
    assertThat(hit.get("kind").asText()).isEqualTo("area");
    Place place = Place.of(hit.get("lon").asDouble(), hit.get("lat").asDouble());
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.refuseLocation();
          visit.open("");
          visit.the("need-doctor").click();
          visit.the("use-location").click();
          assertThat(visit.the("location-message")).containsText("您没有允许使用位置");

          visit.the("search").focus();
          visit.page().keyboard().type(initials);
          assertThat(visit.the("search-option")).hasCount(hits.size());
          assertThat(visit.the("search-message")).containsText("找到 " + hits.size() + " 个");
          for (int i = 0; i <= index; i++) {
            visit.page().keyboard().press("ArrowDown");
          }
          Locator option = visit.the("search-option").nth(index);
          assertThat(option).hasAttribute("aria-selected", "true");
          assertThat(option).containsText(name);
          assertThat(option).containsText(hit.get("detail").asText());
          assertThat(visit.the("search"))
              .hasAttribute("aria-activedescendant", option.getAttribute("id"));
          visit.shot("care-search-initials");
          visit.page().keyboard().press("Enter");
          visit.the("result-item").first().waitFor();

          assertThat(Place.parse(visit.state().get("from"))).isEqualTo(place);
          assertThat(visit.the("asked")).containsText("从" + name + "出发");
          assertThat(visit.the("result-summary")).isFocused();
          FoundCare.ask(api(), "doctor", place).assertListed(visit);
        });
  }

  private JsonNode communityOfKnownCharacters() {
    for (JsonNode feature : api().get("areas").get("features")) {
      JsonNode area = feature.get("properties");
      String name = area.get("name").asText();
      boolean lowest = name.endsWith("社区") || name.endsWith("村");
      if (lowest && name.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)) {
        return area;
      }
    }
    throw new AssertionError("no community is named with any of " + CHARACTERS);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    name.chars().forEach(c -> initials.append(INITIALS.charAt(CHARACTERS.indexOf(c))));
    return initials.toString();
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void whereNothingIsNearTheNearestIsNamedAndWhoDelivers(Viewport viewport) {
    String hotline = api().get("welcome").at("/hotline/phone").asText("");
    for (boolean delivered : new boolean[] {true, false}) {
      Place place =
          somewhere(
              "eat",
              found ->
                  found.within() == 0
                      && !found.results().isEmpty()
                      && found.delivery().isEmpty() != delivered);
      FoundCare found = FoundCare.ask(api(), "eat", place);
      JsonNode first = found.first();
      walk(
          viewport,
          visit -> {
            visit.stand(place);
            visit.open("need=eat&from=" + place.text());
            assertThat(visit.the("result-summary"))
                .hasText(
                    "15 分钟内走不到。最近的是%s，要走约 %d 分钟。"
                        .formatted(
                            first.at("/facility/name").asText(),
                            PageText.minutes(first.get("seconds").asDouble())));
            found.assertListed(visit);
            assertThat(visit.the("no-delivery")).hasCount(delivered ? 0 : 1);
            assertThat(visit.the("delivery")).hasCount(delivered ? 1 : 0);
            if (delivered) {
              List<String> names =
                  found.delivery().stream().map(one -> one.at("/facility/name").asText()).toList();
              assertThat(visit.the("delivery").locator("li p:first-child").allInnerTexts())
                  .isEqualTo(names);
            }
            Locator help = visit.the("results").locator(".help a[href^='tel:']");
            assertThat(help).not().hasCount(0);
            assertThat(help.first()).containsText(hotline);
            visit.shot(delivered ? "care-far-delivered" : "care-far");
          });
    }
  }

  /** A place of a grid over the county where the server's answer is as wanted. */
  private Place somewhere(String need, Predicate<FoundCare> wanted) {
    JsonNode bounds = api().get("welcome").get("bounds");
    double west = bounds.get(0).asDouble();
    double south = bounds.get(1).asDouble();
    double width = bounds.get(2).asDouble() - west;
    double height = bounds.get(3).asDouble() - south;
    int steps = 40;
    Api api = api();
    for (int north = 1; north < steps; north++) {
      for (int east = 1; east < steps; east++) {
        Place place = Place.of(west + width * east / steps, south + height * north / steps);
        if (wanted.test(FoundCare.ask(api, need, place))) {
          return place;
        }
      }
    }
    throw new AssertionError("nowhere on the grid is the answer to " + need + " as wanted");
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void twoThatAreTickedStandSideBySide(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    List<JsonNode> results = FoundCare.ask(api(), "eat", place).results();
    walk(
        viewport,
        visit -> {
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().getByTestId("compare-box").check();
          visit.the("result-item").nth(1).locator(".card-head").click();
          visit.the("result-item").nth(1).getByTestId("compare-box").check();
          visit.the("compare-go").click();
          Locator columns = visit.page().locator(".compare thead th a");
          assertThat(columns).hasCount(2);
          for (int i = 0; i < 2; i++) {
            JsonNode facility = results.get(i).get("facility");
            assertThat(columns.nth(i)).hasText(facility.get("name").asText());
            assertThat(visit.page().locator(".compare tbody tr").first().locator("td").nth(i))
                .containsText(facility.get("phone").asText("未知"));
          }
          visit.shot("care-compare");
        });
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void theMapNumbersWhatTheListNumbers(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    List<JsonNode> results = FoundCare.ask(api(), "eat", place).results();
    List<String> numbers =
        IntStream.rangeClosed(1, results.size())
            .mapToObj(rank -> rank == 10 ? "⑩" : "" + rank)
            .sorted()
            .toList();
    walk(
        viewport,
        visit -> {
          visit.context().addInitScript(WRITTEN);
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          visit.the("map-toggle").click();
          assertThat(visit.page().locator(ROUTE)).hasCount(2);
          visit.waitUntilPainted("facilities", true);
          // The words beside the start must not lie on the number that the way leads to.
          boolean north = results.get(0).at("/facility/lat").asDouble() > place.lat();
          assertThat(visit.page().locator(".origin-pin.below")).hasCount(north ? 1 : 0);
          zoomOutUntilWritten(visit, numbers.size());
          assertThat(written(visit)).as("each once, and no count of a group").isEqualTo(numbers);
          visit.page().waitForFunction(STREETS_DRAWN);
          visit.shot("care-map");

          // One that the filter leaves out is left out on the map.
          visit.the("filter-stepFree").click();
          long stepFree =
              results.stream().filter(r -> r.at("/facility/stepFree").asBoolean()).count();
          assertThat(stepFree).isBetween(1L, results.size() - 1L);
          assertThat(visit.the("result-item")).hasCount((int) stepFree);
          visit.the("filter-stepFree").click();

          visit.the("map-results-close").click();
          assertThat(visit.the("map-results")).isHidden();
          assertThat(visit.the("map-toggle")).isFocused();
          assertThat(visit.the("result-item")).hasCount(results.size());
        });
  }

  private static void zoomOutUntilWritten(Visit visit, int count) {
    for (int step = 0; step < 8; step++) {
      try {
        visit
            .page()
            .waitForFunction(
                "count => window.written.length >= count",
                count,
                new Page.WaitForFunctionOptions().setTimeout(2_000));
        return;
      } catch (TimeoutError e) {
        visit.page().locator(".leaflet-control-zoom-out").click();
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> written(Visit visit) {
    List<String> texts = (List<String>) visit.page().evaluate("() => window.written");
    return texts.stream().sorted().toList();
  }

  /** Whether a tile at the middle of the map has more on it than paper. */
  private static final String STREETS_DRAWN =
      """
      () => {
        const map = document.querySelector('[data-testid=map-results]').getBoundingClientRect();
        const x = map.x + map.width / 2;
        const y = map.y + map.height / 2;
        return [...document.querySelectorAll('.leaflet-tile-pane canvas')].some(canvas => {
          const at = canvas.getBoundingClientRect();
          if (x < at.left || x > at.right || y < at.top || y > at.bottom) return false;
          const {width, height} = canvas;
          const pixels = new Uint32Array(
            canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer);
          return new Set(pixels).size > 2;
        });
      }""";

  /** Remembers what is written on the canvas of the facilities since it was last emptied. */
  private static final String WRITTEN =
      """
      window.written = [];
      const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
      const ours = canvas => canvas.classList.contains('facility-canvas');
      Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
        ...width,
        set(value) {
          if (ours(this)) window.written = [];
          width.set.call(this, value);
        },
      });
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        if (ours(this.canvas)) window.written.push(text);
        return write.call(this, text, ...rest);
      };""";

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void openNowLeavesThoseThatTheServerCallsOpen(Viewport viewport) {
    Place place = api().placeNearMealPoint();
    FoundCare found = FoundCare.ask(api(), "eat", place);
    Instant opening = firstOpening(found);
    walk(
        viewport,
        visit -> {
          visit.page().clock().setFixedTime(found.at().toEpochMilli());
          visit.stand(place);
          visit.open("need=eat&from=" + place.text());
          visit.the("result-item").first().waitFor();
          visit.the("filter-openNow").click();
          assertShown(visit, found, result -> result.at("/hours/state").asText().equals("open"));

          // A minute before the next door opens, and a minute after.
          for (int minute : new int[] {-1, 1}) {
            Instant then = opening.plusSeconds(60L * minute);
            visit.page().clock().setFixedTime(then.toEpochMilli());
            visit.the("filter-openNow").click();
            visit.the("filter-openNow").click();
            assertShown(visit, found, result -> isOpen(result, then));
            visit.shot(minute < 0 ? "care-still-closed" : "care-open-now");
          }
        });
  }

  private static void assertShown(Visit visit, FoundCare found, Predicate<JsonNode> open) {
    List<String> expected =
        found.results().stream()
            .filter(open)
            .map(result -> result.at("/facility/id").asText())
            .toList();
    assertThat(visit.the("result-item")).hasCount(expected.size());
    List<String> shown =
        visit.the("result-item").all().stream()
            .map(item -> item.getAttribute("data-facility"))
            .toList();
    assertThat(shown).isEqualTo(expected);
    assertThat(visit.the("filter-message"))
        .containsText(
            expected.isEmpty()
                ? "没有符合筛选的结果"
                : "按筛选显示 %d 处，共 %d 处".formatted(expected.size(), found.results().size()));
  }

  private static Instant firstOpening(FoundCare found) {
    return found.results().stream()
        .flatMap(result -> openings(result).keySet().stream())
        .filter(start -> start.isAfter(found.at().plusSeconds(600)))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static boolean isOpen(JsonNode result, Instant then) {
    return openings(result).entrySet().stream()
        .anyMatch(one -> !then.isBefore(one.getKey()) && then.isBefore(one.getValue()));
  }

  private static Map<Instant, Instant> openings(JsonNode result) {
    Map<Instant, Instant> openings = new HashMap<>();
    for (JsonNode pair : result.at("/hours/open")) {
      openings.put(instant(pair.get(0)), instant(pair.get(1)));
    }
    return openings;
  }

  private static Instant instant(JsonNode time) {
    return OffsetDateTime.parse(time.asText()).toInstant();
  }
}
