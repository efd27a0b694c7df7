package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The print card over the sample county: what is on paper is what the questions answer. */
abstract class CardSuite {
  private static final Pattern START = Pattern.compile("data-start=\"(-?[0-9.]+),(-?[0-9.]+)\"");
  private static final double MILLIMETERS = 72 / 25.4;
  private static final float POINT = 1f;

  private static List<String> communities() {
    List<String> codes = new ArrayList<>();
    for (String level : List.of("community", "village")) {
      for (JsonNode area : Api.get("/api/v1/areas?level=" + level).get("features")) {
        codes.add(area.at("/properties/code").asText());
      }
    }
    return codes;
  }

  private static RequestSpecification form() {
    return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }

  private static String county() {
    return Api.get("/api/v1/areas?level=county").at("/features/0/properties/code").asText();
  }

  private static PDDocument pdf(Response answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.contentType()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/pdf");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    byte[] bytes = answer.asByteArray();
    assertThat(new String(bytes, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    return Loader.loadPDF(bytes);
  }

  /** Without blanks and line ends: what stands there, however it is broken into lines. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String text(PDDocument pdf) throws IOException {
    return plain(new PDFTextStripper().getText(pdf));
  }

  private static void assertPage(PDPage page, double widthMillimeters, double heightMillimeters) {
    PDRectangle box = page.getMediaBox();
    assertThat(box.getWidth()).isCloseTo((float) (widthMillimeters * MILLIMETERS), within(POINT));
    assertThat(box.getHeight()).isCloseTo((float) (heightMillimeters * MILLIMETERS), within(POINT));
  }

  @ParameterizedTest
  @CsvSource({"a4, 210, 297", "a6, 105, 148"})
  void theCardSaysWhatTheQuestionsAnswer(String paper, double width, double height)
      throws IOException {
    List<String> codes = communities();
    for (String area : List.of(codes.get(0), codes.get(codes.size() / 2))) {
      String question = "area=" + area + "&paper=" + paper;
      String html = given().get("/card?" + question).asString();
      Matcher start = START.matcher(html);
      assertThat(start.find()).as("the page says where the walks begin").isTrue();
      String place = "lon=" + start.group(1) + "&lat=" + start.group(2);
      try (PDDocument pdf = pdf(given().get("/card.pdf?" + question))) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertPage(pdf.getPage(0), width, height);
        String text = text(pdf);
        assertThat(text).contains("养老服务热线").contains("120").contains("示例数据");
        for (String need : List.of("eat", "day", "doctor", "help")) {
          JsonNode nearest =
              Api.get("/api/v1/find?limit=1&need=" + need + "&" + place).at("/results/0");
          String type = nearest.at("/facility/type").asText();
          JsonNode same =
              Api.get("/api/v1/nearest?limit=1&type=" + type + "&" + place).at("/results/0");
          assertThat(same.at("/facility/externalId")).isEqualTo(nearest.at("/facility/externalId"));
          long minutes = (long) Math.ceil(same.get("seconds").asLong() / 60.0);
          assertThat(text)
              .as("%s of %s", need, area)
              .contains(plain(nearest.at("/facility/name").asText()))
              .contains(minutes + "分钟");
          String phone = nearest.at("/facility/phone").asText("");
          if (!phone.isEmpty()) {
            assertThat(text).contains(plain(phone));
          }
          assertThat(plain(html.replaceAll("<[^>]*>", "")))
              .contains(plain(nearest.at("/facility/name").asText()))
              .contains(minutes + "分钟");
        }
      }
    }
  }

  @Test
  void theFontIsInsideAndTheDocumentIsTagged() throws IOException {
    try (PDDocument pdf = pdf(given().get("/card.pdf?area=" + communities().get(0)))) {
      Set<String> names = new LinkedHashSet<>();
      for (COSName key : pdf.getPage(0).getResources().getFontNames()) {
        PDFont font = pdf.getPage(0).getResources().getFont(key);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
      }
      assertThat(names).containsExactlyInAnyOrder("NotoSansSC-Regular", "NotoSansSC-Bold");
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("便民卡：");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
  }

  /** Every community, so the longest names and addresses too. */
  @ParameterizedTest
  @ValueSource(strings = {"a4", "a6"})
  void everyCommunityHasOnePageInOneFile(String paper) throws IOException {
    List<String> codes = communities();
    Response answer =
        given()
            .config(
                RestAssured.config()
                    .httpClient(
                        RestAssured.config()
                            .getHttpClientConfig()
                            .setParam("http.socket.timeout", 600_000)))
            .get("/cards.pdf?area=" + county() + "&paper=" + paper);
    try (PDDocument pdf = pdf(answer)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(codes.size());
      Set<String> titles = new LinkedHashSet<>();
      int page = 0;
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        assertThat(item.findDestinationPage(pdf)).isEqualTo(pdf.getPage(page++));
        titles.add(item.getTitle());
      }
      assertThat(page).isEqualTo(codes.size());
      assertThat(titles).hasSizeGreaterThan(codes.size() / 2);
      assertEveryCharacterHasAGlyph(pdf);
    }
  }

  private static void assertEveryCharacterHasAGlyph(PDDocument pdf) throws IOException {
    Set<String> missing = new LinkedHashSet<>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition position) {
        for (int code : position.getCharacterCodes()) {
          if (code == 0) {
            missing.add(position.getUnicode());
          }
        }
      }
    }.getText(pdf);
    assertThat(missing).isEmpty();
  }

  @Test
  void thereIsAnEnglishCard() throws IOException {
    try (PDDocument pdf =
        pdf(given().get("/card.pdf?lang=en&paper=a6&area=" + communities().get(0)))) {
      assertThat(text(pdf)).contains("Meals", "Daycare", "Phone", "min", "Ambulance");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
    }
    String html = given().get("/card?lang=en&area=" + communities().get(0)).asString();
    assertThat(html).contains("<html lang=\"en\"").contains("Download the card (PDF)");
  }

  @Test
  void aPlaceIsAskedForByAFormAndLeavesNoTrace() throws IOException {
    JsonNode box = Api.get("/api/v1/status").get("bounds");
    double lon = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
    double lat = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
    Response page =
        form()
            .redirects()
            .follow(false)
            .formParam("lon", lon)
            .formParam("lat", lat)
            .formParam("name", "张阿姨")
            .post("/card");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Location")).isNull();
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    String html = page.asString();
    assertThat(html).contains("张阿姨的便民卡");
    assertThat(hrefs(html)).noneMatch(href -> href.contains("lon=") || href.contains("name="));
    Response turned =
        form()
            .formParam("lon", lon)
            .formParam("lat", lat)
            .formParam("lang", "zh")
            .formParam("turn", "lang")
            .post("/card");
    assertThat(turned.asString()).contains("<html lang=\"en\"");
    try (PDDocument pdf =
        pdf(
            form()
                .formParam("lon", lon)
                .formParam("lat", lat)
                .formParam("name", "张阿姨")
                .post("/card.pdf"))) {
      assertThat(text(pdf)).contains("张阿姨的便民卡");
    }
  }

  private static List<String> hrefs(String html) {
    List<String> found = new ArrayList<>();
    Matcher m = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"").matcher(html);
    while (m.find()) {
      found.add(m.group(1));
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  /** Rare characters: those the font has are drawn, for others stands a visible 〓. */
  @Test
  void hostileAndRareNamesAreText() throws IOException {
    String hostile = "</p><script>x()</script>";
    String html =
        form()
            .formParam("area", communities().get(0))
            .formParam("name", "<b>&\"'{x}")
            .post("/card")
            .asString();
    assertThat(html).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
    Response tooLong =
        form().formParam("area", communities().get(0)).formParam("name", hostile).post("/card");
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.asString()).doesNotContain("<script>x");
    try (PDDocument pdf =
        pdf(
            form()
                .formParam("area", communities().get(0))
                .formParam("name", "<i>㼆𠮷\u0001😀&{x}")
                .post("/card.pdf"))) {
      String text = text(pdf);
      assertThat(text).contains("<i>").contains("&{x}的便民卡").contains("〓");
      assertEveryCharacterHasAGlyph(pdf);
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card.pdf                             | lon   | ''     | -180
          card.pdf?lon=121                     | lat   | ''     | -90
          card.pdf?lon=181&lat=31              | lon   | 181    | 180
          card.pdf?area=nowhere                | area  | nowhere | loaded areas
          card.pdf?area=AREA&lon=1&lat=2       | area  | AREA   | not both
          card.pdf?area=AREA&paper=a5          | paper | a5     | a4, a6
          card.pdf?area=AREA&need=fly          | need  | fly    | eat
          card.pdf?area=AREA&paper=a6&need=eat,day,home,bath,doctor | need | 5 values | 1 to 4
          card.pdf?area=AREA&profile=cat       | profile | cat  | elder
          card.pdf?area=AREA&lang=fr           | lang  | fr     | zh or en
          card.pdf?area=AREA&name=x            | name  | ''     | area
          cards.pdf                            | lon   | ''     | -180
          cards.pdf?lon=121&lat=31.9           | area  | ''     | loaded area
          """)
  void mistakesAreNamed(String path, String parameter, String value, String legal) {
    String area = communities().get(0);
    JsonNode problem = Api.problem("/" + path.replace("AREA", area), 400);
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("detail").asText())
        .contains(value.replace("AREA", area))
        .contains(legal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"card?area=nowhere", "card?lon=200&lat=0", "card?area=1&paper=a5"})
  void peopleAreToldInWords(String path) {
    Response answer = given().get("/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("这张便民卡做不出来").contains("communities");
  }

  @Test
  void withoutAStartOneIsChosen() {
    Response answer = given().get("/card");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("做一张便民卡").contains("href=\"communities?");
  }

  @Test
  void aPageHasOneHeadingAndHeadingsOfItsEntries() {
    String html = given().get("/card?area=" + communities().get(0)).asString();
    assertThat(html.split("<h1", -1)).hasSize(2);
    assertThat(html.split("<h2", -1)).hasSize(5);
    assertThat(html).contains("class=\"hotline").contains("paper=a4");
  }
}
