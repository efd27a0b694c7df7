package org.caremap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The server's answer to a question for care, held against what the page makes of it. */
final class FoundCare {
  private static final int ASKED = 10;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  // A step from a door onto the street before it is not worth a line.
  private static final double STEP_ASIDE_METERS = 10;

  private final JsonNode answer;
  private final boolean english;

  private FoundCare(JsonNode answer, boolean english) {
    this.answer = answer;
    this.english = english;
  }

  /** Asks as the page does. */
  static FoundCare ask(Api api, String need, Place from) {
    String question =
        "find?need=%s&limit=%d&lon=%s&lat=%s"
            .formatted(need, ASKED, Place.plain(from.lon()), Place.plain(from.lat()));
    return new FoundCare(api.get(question), false);
  }

  /** The same answer for a page in English. */
  FoundCare inEnglish() {
    return new FoundCare(answer, true);
  }

  List<JsonNode> results() {
    return list(answer.get("results"));
  }

  List<JsonNode> delivery() {
    return list(answer.get("delivery"));
  }

  JsonNode first() {
    return answer.get("results").get(0);
  }

  int within() {
    return answer.get("within").asInt();
  }

  boolean tooFarFromStreets() {
    return answer.at("/origin/tooFarFromStreets").asBoolean();
  }

  Instant at() {
    return OffsetDateTime.parse(answer.get("at").asText()).toInstant();
  }

  String name(JsonNode facility) {
    JsonNode other = facility.get("nameEn");
    return (english && !other.isNull() ? other : facility.get("name")).asText();
  }

  /** The list has the same names, minutes and distances in the same order, and says how many. */
  void assertListed(Visit visit) {
    List<String> expected = new ArrayList<>();
    for (JsonNode result : results()) {
      expected.add(
          "%d. %s: %d"
              .formatted(
                  expected.size() + 1,
                  name(result.get("facility")),
                  PageText.minutes(result.get("seconds").asDouble())));
    }
    Locator items = visit.the("result-item");
    assertThat(items).hasCount(expected.size());
    List<String> shown = new ArrayList<>();
    for (Locator item : items.all()) {
      String minutes = item.locator(".walk b").innerText();
      shown.add(item.locator(".card-name").innerText() + ": " + minutes);
    }
    assertThat(shown).isEqualTo(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(items.nth(i).locator(".card-sub"))
          .containsText(distance(results().get(i).get("meters").asDouble()));
    }
    String summary = visit.the("result-summary").innerText();
    if (within() > 0) {
      assertThat(summary)
          .isEqualTo(
              (english ? "%2$d within a %1$d-minute walk" : "%d 分钟内走得到 %d 处")
                  .formatted(answer.get("minutes").asInt(), within()));
    } else {
      assertThat(summary)
          .contains(name(first().get("facility")))
          .contains(" " + PageText.minutes(first().get("seconds").asDouble()) + " ");
    }
  }

  /** The unfolded card says who, when, how far and which way as the server does. */
  void assertCard(Locator card, JsonNode result, Instant now) {
    JsonNode facility = result.get("facility");
    assertThat(card.locator(".card-head")).hasAttribute("aria-expanded", "true");
    assertThat(card).hasAttribute("data-facility", facility.get("id").asText());
    if (facility.get("phone").isNull()) {
      assertThat(card.getByTestId("call")).hasCount(0);
    } else {
      String phone = facility.get("phone").asText();
      assertThat(card.getByTestId("call"))
          .hasAttribute("href", "tel:" + phone.replaceAll("[^\\d+*#]", ""));
      assertThat(card.getByTestId("call")).containsText(phone);
    }
    if (!facility.get("address").isNull()) {
      assertThat(card.locator(".facts")).containsText(facility.get("address").asText());
    }
    if (!facility.get("fees").isNull()) {
      assertThat(card.locator(".price")).hasText(facility.get("fees").asText());
    }
    if (!facility.get("lastVerified").isNull()) {
      assertThat(card.locator(".verified")).containsText(facility.get("lastVerified").asText());
    }
    assertOpening(card, result.get("hours"), now);
    assertThat(card.getByTestId("there-and-back"))
        .hasText(
            (english ? "%d min there, %d min back" : "去 %d 分钟，回 %d 分钟")
                .formatted(
                    PageText.minutes(result.get("secondsThere").asDouble()),
                    PageText.minutes(result.get("secondsBack").asDouble())));
    assertWay(card, result);
  }

  private void assertOpening(Locator card, JsonNode hours, Instant now) {
    String state = hours.get("state").asText();
    Locator opening = card.getByTestId("opening");
    assertThat(opening).hasClass("state " + state);
    String text = opening.innerText();
    switch (state) {
      case "open" ->
          assertThat(text)
              .isEqualTo(
                  hours.get("until").isNull()
                      ? english ? "Open now" : "现在开着"
                      : (english ? "Open now, until " : "现在开着，到 ") + when(hours.get("until"), now));
      case "closed" ->
          assertThat(text)
              .isEqualTo(
                  hours.get("opens").isNull()
                      ? english ? "Closed now" : "现在没开"
                      : english
                          ? "Closed now, opens " + when(hours.get("opens"), now)
                          : "现在没开，" + when(hours.get("opens"), now) + " 开");
      default -> assertThat(text).contains(english ? "hours unknown" : "开放时间不明");
    }
  }

  private String when(JsonNode time, Instant now) {
    OffsetDateTime then = OffsetDateTime.parse(time.asText());
    var local = then.atZoneSameInstant(ZONE);
    long days = ChronoUnit.DAYS.between(now.atZone(ZONE).toLocalDate(), local.toLocalDate());
    String clock = CLOCK.format(local);
    if (days == 0) {
      return clock;
    }
    if (days == 1) {
      return (english ? "tomorrow " : "明天 ") + clock;
    }
    String[] week = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    assertThat(english).as("no day but today and tomorrow is expected in English").isFalse();
    return "%d月%d日%s %s"
        .formatted(
            local.getMonthValue(),
            local.getDayOfMonth(),
            week[local.getDayOfWeek().getValue() - 1],
            clock);
  }

  /** One line for each part but a step aside, with its name and length, and one for the arrival. */
  private void assertWay(Locator card, JsonNode result) {
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode part : result.get("way").get("parts")) {
      boolean aside =
          part.get("kind").asText().equals("access")
              && part.get("meters").asDouble() < STEP_ASIDE_METERS;
      if (!aside) {
        parts.add(part);
      }
    }
    List<String> lines = card.locator(".way-parts li").allInnerTexts();
    assertThat(lines).hasSize(parts.size() + 1);
    for (int i = 0; i < parts.size(); i++) {
      JsonNode part = parts.get(i);
      String kind = part.get("kind").asText();
      if (kind.equals("lift")) {
        assertThat(lines.get(i)).contains(english ? "lift" : "电梯");
        continue;
      }
      assertThat(lines.get(i)).contains(distance(Math.max(part.get("meters").asDouble(), 5)));
      if (!part.get("name").isNull() && !kind.equals("access")) {
        assertThat(lines.get(i)).contains(part.get("name").asText());
      }
      if (kind.equals("steps")) {
        assertThat(lines.get(i)).contains(english ? "steps" : "台阶");
      }
    }
    assertThat(lines.get(parts.size()))
        .isEqualTo((english ? "Arrive at " : "到达") + name(result.get("facility")));
    boolean steps = result.at("/way/stepsMeters").asDouble() > 0;
    String none = english ? "No steps on the way." : "一路没有台阶。";
    if (steps) {
      assertThat(card.getByTestId("way")).not().containsText(none);
    } else {
      assertThat(card.getByTestId("way")).containsText(none);
    }
  }

  private String distance(double meters) {
    return meters < 995
        ? Math.round(meters / 10) * 10 + (english ? " m" : " 米")
        : PageText.decimal(meters / 1000) + (english ? " km" : " 公里");
  }

  private static List<JsonNode> list(JsonNode nodes) {
    List<JsonNode> list = new ArrayList<>();
    nodes.forEach(list::add);
    return list;
  }
}
