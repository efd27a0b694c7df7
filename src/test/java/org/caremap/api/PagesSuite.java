package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.core.geo.Datum;
import org.caremap.core.geo.LonLat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages that the server writes, on one street (a step is 0.002 degrees, 189 m):
 *
 * <pre>
 * step      0    1    2    3    4    5    6    7    8    9
 *           D1   A    D2   D3   B    D4             D5   C
 * people    8         6    4         ?              3
 *                     M: meals       H: hospital    X: closed
 * </pre>
 */
abstract class PagesSuite extends OnceLoaded {
  private static final String EVIL = "<script>alert(1)</script>\"'&</title>{f.t}";
  private static final String ODD_ID = "街 1/2%#?&+甲";
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

  private static String osm() {
    StringBuilder nodes = new StringBuilder("<osm version=\"0.6\">");
    StringBuilder way = new StringBuilder("<way id=\"1\">");
    for (int step = 0; step <= 9; step++) {
      nodes.append("<node id=\"%d\" lon=\"%s\" lat=\"31.9\"/>".formatted(step + 1, lon(step)));
      way.append("<nd ref=\"%d\"/>".formatted(step + 1));
    }
    way.append("<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"人民路\"/></way>");
    return nodes.append(way).append("</osm>").toString();
  }

  private static double lon(int step) {
    return Math.rint((121 + step * 0.002) * 1000) / 1000;
  }

  private static final String FACILITIES =
      """
      id,name,type,lon,lat,phone,address,fees,openingHours,services,beds,status,stepFree,operator,area
      A,西日照,day_care_centre,121.002,31.9,0513-5550101转8,人民路1号,每天20元,Mo-Fr 08:00-17:00,助餐;助浴,10,operating,true,福寿公司,320614100001
      B,中日照,day_care_centre,121.008,31.9,"0513-5550102、+86 138 0000 0000",,,24/7,,5,operating,false,,320614100001
      C,东日照,day_care_centre,121.018,31.9,,,,,,,operating,,,
      M,餐点,meal_point,121.004,31.9,,,,,,,operating,,,
      H,医院,hospital,121.010,31.9,,,,,,,operating,,,
      X,旧日照,day_care_centre,121.016,31.9,0513-5550103,,,,,,closed,,,
      """;

  @Override
  void load() {
    Upload.of("streets", "street.osm", osm()).imported();
    Upload.of(
            "areas",
            "areas.csv",
            """
            code,name,level,parent,urban
            320614,试验县,county,,
            320614100,河东镇,town,320614,
            320614100001,城社区,community,320614100,true
            320614100002,乡村,village,320614100,false
            """)
        .imported();
    Upload.of("facilities", "facilities.csv", FACILITIES).imported();
    Upload.of(
            "demand",
            "demand.csv",
            """
            id,lon,lat,area,age60
            D1,121.000,31.9,320614100001,8
            D2,121.004,31.9,320614100001,6
            D3,121.006,31.9,320614100002,4
            D4,121.010,31.9,320614100002,
            D5,121.016,31.9,320614100002,3
            """)
        .imported();
    create(EVIL, "evil'\"<>&");
    create("单号", ODD_ID);
  }

  private static void create(String name, String id) {
    Response answer =
        Api.admin()
            .contentType("application/json")
            .body(
                new com.fasterxml.jackson.databind.ObjectMapper()
                    .createObjectNode()
                    .put("externalId", id)
                    .put("name", name)
                    .put("type", "activity_centre")
                    .put("status", "operating")
                    .put("lon", 121.003)
                    .put("lat", 31.9)
                    .put("operator", name)
                    .put("fees", name)
                    .put("address", name)
                    .put("audience", name)
                    .toString())
            .post("/api/v1/facilities");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A page with what every page must have. */
  private static Document page(String path, int status) {
    Response answer = given().urlEncodingEnabled(false).get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    Document page = Jsoup.parse(answer.asString(), answer.getBody().asString());
    page.setBaseUri("http://caremap.test" + path);
    assertThat(page.select("h1")).as(path).hasSize(1);
    assertThat(page.select("main#main")).hasSize(1);
    assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
    assertThat(page.select("title").text()).isNotBlank();
    assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
    assertThat(page.select(".hotline a[href=tel:120]")).hasSize(1);
    assertThat(page.select("script"))
        .as("no script inside the page but data")
        .allSatisfy(
            s ->
                assertThat(s.attr("type").equals("application/ld+json") || s.hasAttr("src"))
                    .isTrue());
    assertThat(page.select("[style], style, [onclick]")).isEmpty();
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as("id twice: %s", element.id()).isTrue();
    }
    for (Element element : page.select("[aria-labelledby]")) {
      assertThat(page.getElementById(element.attr("aria-labelledby"))).isNotNull();
    }
    // Whatever the page loads is its own.
    for (Element element : page.select("[src], link[rel=stylesheet], link[rel=icon]")) {
      String address = element.hasAttr("src") ? element.absUrl("src") : element.absUrl("href");
      assertThat(address).startsWith("http://caremap.test/");
    }
    if (page.select("html").attr("lang").equals("zh-CN")) {
      assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    }
    return page;
  }

  private static JsonNode jsonLd(Document page) {
    return Api.parse(page.select("script[type=application/ld+json]").get(0).data());
  }

  private static String fact(Document page, String label) {
    for (Element dt : page.select("dl.facts dt")) {
      if (dt.text().equals(label)) {
        return dt.nextElementSibling().text();
      }
    }
    throw new AssertionError(label + " is not on the page");
  }

  @Test
  void aFacilitySaysWhatIsKnown() {
    Document page = page("/facility/A", 200);
    assertThat(page.select("h1").text()).isEqualTo("西日照");
    assertThat(page.title()).isEqualTo("西日照 · 关爱地图");
    assertThat(page.select("a.button.primary").attr("href")).isEqualTo("tel:05135550101");
    assertThat(fact(page, "地址")).isEqualTo("人民路1号");
    assertThat(fact(page, "所在社区")).isEqualTo("河东镇城社区");
    assertThat(fact(page, "收费")).isEqualTo("每天20元");
    assertThat(fact(page, "服务对象")).isEqualTo("未知");
    assertThat(fact(page, "台阶")).isEqualTo("没有台阶，轮椅能进");
    assertThat(fact(page, "运营单位")).isEqualTo("福寿公司");
    assertThat(page.select(".tags .tag").eachText()).containsExactly("助餐", "助浴");
    assertThat(page.select("a:contains(怎么走)").attr("href")).isEqualTo("../#facility=A");
    assertThat(page.select("a:contains(便民卡)").attr("href")).isEqualTo("../card?area=320614100001");
    assertThat(page.select("a:contains(比一比)").attr("href")).isEqualTo("../compare?id=A");
    assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(page.title());
    assertThat(page.select("link[rel=alternate]").eachAttr("hreflang"))
        .containsExactly("zh-CN", "en");
    assertThat(page.select("svg.sketch title").text()).contains("西日照");
    assertThat(page.select("svg.sketch").text()).contains("人民路").contains("米").contains("北");
  }

  /** The number on the page is the API's: 18 people and a place whose count is unknown. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "M"})
  void eldersAreThoseOfTheApi(String id) {
    JsonNode area = Api.get("/api/v1/facilities/" + id + "/service-area?minutes=15");
    double elders = area.at("/properties/reached/age60").asDouble();
    JsonNode reach = Api.get("/api/v1/facilities/" + id + "/reach?minutes=15");
    assertThat(elders).isCloseTo(reach.at("/reached/age60").asDouble(), within(1e-9)).isPositive();
    int unknown = area.at("/properties/unknownPoints/age60").asInt();
    String text = page("/facility/" + id, 200).text();
    assertThat(text).contains((unknown > 0 ? "至少 " : "约 ") + Math.round(elders) + " 位六十岁以上老人");
    if (unknown > 0) {
      assertThat(text).contains("另有 " + unknown + " 处住家没有人数资料");
    }
  }

  @Test
  void whatIsNearIsWalked() {
    Document page = page("/facility/A", 200);
    JsonNode hospital = Api.get("/api/v1/nearest?type=hospital&lon=121.002&lat=31.9&limit=1");
    long minutes = (hospital.at("/results/0/seconds").asLong() + 59) / 60;
    Element link = page.select("section[aria-labelledby=near] a:contains(医院)").get(0);
    assertThat(link.attr("href")).isEqualTo("../facility/H");
    assertThat(link.text()).contains("步行约 " + minutes + " 分钟");
    assertThat(page.select("section[aria-labelledby=near] a").eachText())
        .noneMatch(text -> text.contains("日照"));
  }

  @Test
  void aClosedFacilityNamesTheNearestOfItsKind() {
    Document page = page("/facility/X", 200);
    assertThat(page.select(".notice.warn").text()).contains("已经关闭");
    assertThat(page.select("section[aria-labelledby=instead] a").eachAttr("href"))
        .containsExactly("../facility/C", "../facility/B", "../facility/A");
    assertThat(page.select("a:contains(怎么走)")).isEmpty();
    assertThat(page.select("#hours")).isEmpty();
  }

  @Test
  void everyNumberCanBeCalled() {
    assertThat(page("/facility/B", 200).select("a.button.primary").eachAttr("href"))
        .containsExactly("tel:05135550102", "tel:+8613800000000");
    assertThat(fact(page("/facility/C", 200), "电话")).isEqualTo("未知");
  }

  @Test
  void searchEnginesReadTheFacts() {
    JsonNode place = jsonLd(page("/facility/A", 200));
    assertThat(place.get("@context").asText()).isEqualTo("https://schema.org");
    assertThat(place.get("name").asText()).isEqualTo("西日照");
    assertThat(place.get("telephone").asText()).isEqualTo("0513-5550101转8");
    assertThat(place.at("/address/streetAddress").asText()).isEqualTo("人民路1号");
    assertThat(place.at("/geo/longitude").asDouble()).isEqualTo(121.002);
    assertThat(place.at("/geo/latitude").asDouble()).isEqualTo(31.9);
    assertThat(place.get("priceRange").asText()).isEqualTo("每天20元");
    assertThat(place.at("/amenityFeature/0/value").asBoolean()).isTrue();
    assertThat(place.get("url").asText()).endsWith("/facility/A");
    assertThat(jsonLd(page("/facility/H", 200)).get("@type").asText()).isEqualTo("Hospital");
    assertThat(jsonLd(page("/facility/C", 200)).has("telephone")).isFalse();
  }

  /** The words about hours are those of the hours slice; here that they are on the page. */
  @Test
  void hoursAreInWords() {
    Document always = page("/facility/B", 200);
    assertThat(always.select("header .state.open").text()).isEqualTo("现在开门");
    Element hours = always.selectFirst("section[aria-labelledby=hours]");
    assertThat(hours.select("dt")).hasSize(8);
    assertThat(hours.select("dt").get(0).text()).isEqualTo("今天");
    assertThat(hours.select("dd").eachText()).allMatch(text -> text.startsWith("全天"));
    assertThat(jsonLd(always).get("openingHoursSpecification")).hasSize(8);
    JsonNode asked = Api.get("/api/v1/find?lon=121.002&lat=31.9&type=day_care_centre");
    JsonNode week = asked.at("/results/0/hours/open");
    Element weekly = page("/facility/A", 200).selectFirst("section[aria-labelledby=hours]");
    long openDays =
        weekly.select("dd").eachText().stream().filter(t -> t.startsWith("08:00–17:00")).count();
    assertThat(openDays).isEqualTo(week.size()).isBetween(0L, 8L);
    assertThat(page("/facility/C", 200).select("header .state").text()).isEqualTo("开放时间未知，请先打电话问");
  }

  @Test
  void hostileTextStaysText() {
    for (String lang : List.of("zh", "en")) {
      Document page = page("/facility/" + encode("evil'\"<>&") + "?lang=" + lang, 200);
      assertThat(page.select("h1").text()).isEqualTo(EVIL);
      assertThat(page.title()).startsWith(EVIL);
      assertThat(jsonLd(page).get("name").asText()).isEqualTo(EVIL);
      assertThat(page.select("script")).hasSize(2);
      assertThat(page.select("meta[property=og:title]").attr("content")).startsWith(EVIL);
    }
    Document compare = page("/compare?id=" + encode("evil'\"<>&") + "&id=A", 200);
    assertThat(compare.select("th[scope=col]").eachText()).contains(EVIL);
    assertThat(page("/facility/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404).select("script"))
        .hasSize(1);
    page("/communities?area=%3Cscript%3E", 404);
  }

  @Test
  void anyIdHasAPage() {
    String path = "/facility/" + encode(ODD_ID);
    Document page = page(path, 200);
    assertThat(page.select("h1").text()).isEqualTo("单号");
    String canonical = page.select("link[rel=canonical]").attr("href");
    assertThat(URI.create(canonical).getRawPath()).isEqualTo(path);
    String way = page.select("a:contains(怎么走)").attr("href");
    assertThat(URLDecoder.decode(way.substring(way.indexOf('=') + 1), StandardCharsets.UTF_8))
        .isEqualTo(ODD_ID);
    String internal = Api.get("/api/v1/facilities/A").at("/id").asText();
    assertThat(page("/facility/" + internal, 200).select("link[rel=canonical]").attr("href"))
        .endsWith("/facility/A");
  }

  @Test
  void thePageOfNothingHelps() {
    for (String path : List.of("/facility/none", "/facility/a/b/c", "/communities?area=9")) {
      Document page = page(path, 404);
      assertThat(page.select("h1").text()).isEqualTo("没有找到这一页");
      assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
      String home = page.select("a.button.primary").get(0).absUrl("href");
      assertThat(home).as(path).isEqualTo("http://caremap.test/");
      assertThat(page.select("link[rel=stylesheet]").get(0).absUrl("href"))
          .isEqualTo("http://caremap.test/care.css");
    }
  }

  @Test
  void otherMapsAreHandedTheirOwnCoordinates() {
    Document page = page("/facility/A", 200);
    LonLat gcj = Datum.GCJ02.fromWgs84(121.002, 31.9);
    LonLat bd = Datum.BD09.fromWgs84(121.002, 31.9);
    assertThat(numbers(page, "高德地图", "to=([\\d.]+),([\\d.]+),"))
        .isEqualTo(list(gcj.lon(), gcj.lat()));
    assertThat(numbers(page, "百度地图", "latlng:([\\d.]+),([\\d.]+)\\|"))
        .isEqualTo(list(bd.lat(), bd.lon()));
    assertThat(numbers(page, "腾讯地图", "tocoord=([\\d.]+),([\\d.]+)&"))
        .isEqualTo(list(gcj.lat(), gcj.lon()));
    // Checked once by hand against the vectors of the coordinate tests: 500 m to the east.
    assertThat(gcj.lon() - 121.002).isBetween(0.003, 0.006);
    assertThat(bd.lon() - gcj.lon()).isBetween(0.005, 0.008);
    assertThat(page.select("a[rel~=noreferrer]")).hasSizeGreaterThanOrEqualTo(3);
  }

  private static List<String> list(double a, double b) {
    return List.of(
        String.format(java.util.Locale.ROOT, "%.6f", a),
        String.format(java.util.Locale.ROOT, "%.6f", b));
  }

  private static List<String> numbers(Document page, String link, String pattern) {
    String href =
        URLDecoder.decode(
            page.select("a:contains(" + link + ")").get(0).attr("href"), StandardCharsets.UTF_8);
    Matcher matcher = Pattern.compile(pattern).matcher(href);
    assertThat(matcher.find()).as(href).isTrue();
    return List.of(matcher.group(1), matcher.group(2));
  }

  @Test
  void theCodeLeadsToTheLastingAddress() throws Exception {
    for (String path :
        List.of("/facility/A", "/facility/" + encode(ODD_ID) + "?lang=en&size=large")) {
      Document page = page(path, 200);
      Element svg = page.selectFirst("svg.qr");
      int size = Integer.parseInt(svg.attr("viewBox").split(" ")[2]) - 8;
      BitMatrix modules = new BitMatrix(size);
      Matcher runs =
          Pattern.compile("M(\\d+) (\\d+)h(\\d+)v").matcher(svg.selectFirst("path").attr("d"));
      while (runs.find()) {
        modules.setRegion(
            Integer.parseInt(runs.group(1)) - 4,
            Integer.parseInt(runs.group(2)) - 4,
            Integer.parseInt(runs.group(3)),
            1);
      }
      assertThat(new Decoder().decode(modules).getText())
          .isEqualTo(page.select("link[rel=canonical]").attr("href"))
          .startsWith("http://");
    }
  }

  @Test
  void theAddressLastsThroughANewImport() {
    String before = page("/facility/B", 200).select("link[rel=canonical]").attr("href");
    Upload.of("facilities", "facilities.csv", FACILITIES.replace("中日照", "中日照新名")).imported();
    Document after = page("/facility/B", 200);
    assertThat(after.select("h1").text()).isEqualTo("中日照新名");
    assertThat(after.select("link[rel=canonical]").attr("href")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /compare                            | 0 | 还没有选设施
          /compare?id=A                       | 1 | 请再选一个
          /compare?id=A&id=C                  | 2 | ''
          /compare?id=A&id=A&id=C             | 2 | ''
          /compare?id=A&id=B&id=C&id=M        | 4 | ''
          /compare?id=A&id=B&id=C&id=M&id=H   | 4 | 一次最多比 4 个
          /compare?id=A&id=none&id=C          | 2 | 有 1 个设施没有找到
          /compare?id=none                    | 0 | 有 1 个设施没有找到
          """)
  void facilitiesStandSideBySide(String path, int columns, String message) {
    Document page = page(path, 200);
    assertThat(page.select("thead th[scope=col] a")).hasSize(columns);
    assertThat(page.select("main .notice").text()).contains(message);
    assertThat(page.select("main .notice").isEmpty()).isEqualTo(message.isEmpty());
    for (Element row : page.select("tbody tr")) {
      assertThat(row.select("th[scope=row]")).hasSize(1);
      assertThat(row.select("td")).hasSize(columns);
    }
  }

  @Test
  void differencesAreMarkedAndGapsSaidSo() {
    Document page = page("/compare?id=A&id=C", 200);
    Element fees = page.selectFirst("tbody tr:has(th:contains(收费))");
    assertThat(fees.select("td").eachText()).containsExactly("每天20元", "未知");
    assertThat(fees.hasClass("differs")).isTrue();
    assertThat(fees.select("th").text()).isEqualTo("收费 不同");
    Element type = page.selectFirst("tbody tr:has(th:contains(类型))");
    assertThat(type.hasClass("differs")).isFalse();
    // B is the one of their kind that is not compared yet.
    assertThat(page.select("section[aria-labelledby=more] a").eachAttr("href"))
        .containsExactly("./compare?id=A&id=C&id=B");
    assertThat(page.select("tbody a.link").eachAttr("href"))
        .containsExactly("./compare?id=C", "./compare?id=A");
  }

  @Test
  void communitiesLeadToTheirCardsAndFacilities() {
    Document index = page("/communities", 200);
    assertThat(index.select("h2").eachText()).containsExactly("河东镇");
    Element community = index.selectFirst("li:contains(城社区)");
    assertThat(community.select("a").eachAttr("href"))
        .containsExactly("./communities?area=320614100001", "./card?area=320614100001");
    assertThat(community.text()).contains("2 个设施");
    assertThat(index.select("a[href='./cards.pdf?area=320614100']")).hasSize(1);
    Document area = page("/communities?area=320614100001", 200);
    assertThat(area.select("h2").eachText()).containsExactly("日间照料中心");
    assertThat(area.select("a[href^='./facility/']").eachAttr("href"))
        .containsExactly("./facility/A", "./facility/B");
    assertThat(area.select("link[rel=canonical]").attr("href"))
        .endsWith("/communities?area=320614100001");
  }

  @Test
  void linksKeepLanguageAndSize() {
    Document page = page("/facility/A?lang=en&size=large&from=singlemessage", 200);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("html").attr("data-text-size")).isEqualTo("large");
    assertThat(page.select("section[aria-labelledby=near] a").eachAttr("href"))
        .allMatch(href -> href.endsWith("?lang=en&size=large"));
    assertThat(page.select("a:contains(Show the way)").attr("href"))
        .isEqualTo("../?lang=en&size=large#facility=A");
    assertThat(page.select("[data-switch=lang]").attr("href"))
        .isEqualTo("../facility/A?lang=zh&size=large");
    assertThat(page.select("[data-switch=size]").attr("href"))
        .isEqualTo("../facility/A?lang=en&size=standard");
    assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/facility/A?lang=en");
    Document compare = page("/compare?id=A&id=B&lang=en", 200);
    assertThat(compare.select("[data-switch=lang]").attr("href"))
        .isEqualTo("./compare?id=A&id=B&lang=zh");
    assertThat(page("/facility/A?lang=xx&size=huge", 200).select("html").attr("lang"))
        .isEqualTo("zh-CN");
  }

  @Test
  void chinesePagesSpeakChinese() {
    for (String path :
        List.of(
            "/facility/A",
            "/facility/C",
            "/facility/X",
            "/compare?id=A&id=C",
            "/communities",
            "/communities?area=320614100001",
            "/facility/none")) {
      Document page = page(path, 200 + (path.endsWith("none") ? 204 : 0));
      List<String> foreign = new ArrayList<>();
      // What the other language's switch, addresses and data say is not the page's own text.
      page.select("[lang=en], .address, .foot p, [translate=no], a:contains(alert)").remove();
      for (Element element : page.body().getAllElements()) {
        Matcher latin = LATIN_WORD.matcher(element.ownText());
        if (latin.find()) {
          foreign.add(element.ownText());
        }
      }
      assertThat(foreign).as(path).isEmpty();
    }
  }

  @Test
  void withoutACountysNumberTheNationalOnesStand() {
    assertThat(page("/facility/A", 200).select(".hotline a").eachAttr("href"))
        .contains("tel:120", "tel:12345")
        .allMatch(tel -> tel.length() < 10);
  }
}
