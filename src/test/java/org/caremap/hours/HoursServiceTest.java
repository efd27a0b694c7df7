package org.caremap.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caremap.hours.HoursTableTest.CHINA;
import static org.caremap.hours.HoursTableTest.SHANGHAI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoursServiceTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  @Test
  void theAnswerIsWrittenAsAgreed() throws JsonProcessingException {
    ObjectMapper json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(
                com.fasterxml.jackson.databind.DeserializationFeature
                    .ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    HoursAnswer answer =
        CHINA.describe("Mo-Fr 08:00-17:00 open \"先打电话\"; PH off", at("2026-09-30T16:20"));
    String written = json.writeValueAsString(answer);
    assertThat(json.readTree(written))
        .isEqualTo(
            json.readTree(
                """
                {"text":"Mo-Fr 08:00-17:00 open \\"先打电话\\"; PH off","state":"open",
                 "until":"2026-09-30T17:00:00+08:00","opens":null,
                 "open":[["2026-09-30T08:00:00+08:00","2026-09-30T17:00:00+08:00"]],
                 "days":[
                   {"date":"2026-09-30","holiday":null,"workday":false},
                   {"date":"2026-10-01","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-02","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-03","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-04","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-05","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-06","holiday":{"zh":"国庆节","en":"National Day"},"workday":false},
                   {"date":"2026-10-07","holiday":{"zh":"国庆节","en":"National Day"},"workday":false}],
                 "week":[{"days":"Mo-Fr","times":"08:00-17:00"},{"days":"Sa-Su","times":"off"}],
                 "comment":"先打电话","calendarKnown":true,"problem":null}
                """));
    assertThat(json.readValue(written, HoursAnswer.class)).isEqualTo(answer);
  }

  @Test
  void nothingPublishedIsUnknownWithoutAProblem() {
    for (String text : new String[] {null, "", "  "}) {
      HoursAnswer answer = CHINA.describe(text, at("2026-02-14T10:00"));
      assertThat(answer.state()).isEqualTo(HoursState.UNKNOWN);
      assertThat(answer.text()).isNull();
      assertThat(answer.problem()).isNull();
      assertThat(answer.days()).hasSize(8);
      assertThat(answer.days().get(0).workday()).isTrue();
      assertThat(answer.days().get(1).holiday()).isNotNull();
    }
  }

  @Test
  void whatIsUnknownSaysWhy() {
    Instant at = at("2026-11-25T09:30");
    assertThat(CHINA.describe("call us", at).problem()).contains("call us");
    assertThat(CHINA.describe("8:00-5:00", at).problem()).contains("8:00-5:00");
    assertThat(CHINA.describe("sunrise-sunset", at).problem()).contains("sunrise");
    assertThat(CHINA.describe("Mo-Fr", at).problem()).contains("without times");
    assertThat(CHINA.describe("SH 08:00-12:00", at).problem()).contains("school holidays of 2026");
    assertThat(CHINA.describe("08:00-12:00; 14:00-18:00", at).problem()).contains("two ways");
    HoursAnswer booked = CHINA.describe("Mo-Fr 08:00-12:00 \"需预约\"", at);
    assertThat(booked.comment()).isEqualTo("需预约");
    assertThat(booked.problem()).isNull();
    HoursAnswer later = CHINA.describe("Mo-Fr 08:00-17:00; PH off", at("2027-01-04T10:00"));
    assertThat(later.problem()).contains("public holidays of 2027");
    assertThat(later.calendarKnown()).isFalse();
    assertThat(later.open()).isEmpty();
  }

  @Test
  void withoutACalendarHolidaysAreUnknownAndNotFalse() {
    HoursService none =
        new HoursService(Calendars.of(Path.of("no-such-folder")).of("none"), SHANGHAI);
    Instant at = at("2026-10-01T10:00");
    assertThat(none.describe("Mo-Fr 08:00-17:00; PH off", at).state())
        .isEqualTo(HoursState.UNKNOWN);
    HoursAnswer plain = none.describe("Mo-Fr 08:00-17:00", at);
    assertThat(plain.state()).isEqualTo(HoursState.OPEN);
    assertThat(plain.calendarKnown()).isFalse();
    assertThat(none.describe("Mo-Fr 08:00-17:00; PH off", at("2026-10-01T18:00")).state())
        .isEqualTo(HoursState.CLOSED);
  }

  @Test
  void roundTheClockIsCutAtTheDaysAsked() {
    HoursAnswer answer = CHINA.describe("24/7", at("2026-11-25T03:00"));
    assertThat(answer.open()).hasSize(1);
    assertThat(answer.open().get(0).from()).hasToString("2026-11-25T00:00+08:00");
    assertThat(answer.open().get(0).to()).hasToString("2026-12-03T00:00+08:00");
    assertThat(answer.until()).isNull();
  }

  @Test
  void aNightThatBeganYesterdayIsListedWhole() {
    HoursAnswer answer = CHINA.describe("22:00-02:00", at("2026-11-25T01:00"));
    assertThat(answer.open().get(0).from()).hasToString("2026-11-24T22:00+08:00");
    assertThat(answer.open()).hasSize(9);
  }

  @Test
  void changesOfClocksInLondon() {
    HoursService scotland =
        new HoursService(Calendars.of(Path.of("no-such-folder")).of("gb-sct"), LONDON);
    // 29 March 2026: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
    String nights = "22:00-06:00";
    assertThat(hours(scotland, nights, "2026-03-28T23:00:00Z")).isEqualTo(7);
    assertThat(hours(scotland, nights, "2026-10-24T22:00:00Z")).isEqualTo(9);
    assertThat(hours(scotland, nights, "2026-11-24T23:00:00Z")).isEqualTo(8);
    assertThat(hours(scotland, "00:00-24:00, Su 01:30-02:30", "2026-03-29T12:00:00Z"))
        .isEqualTo(8 * 24 - 1);
    // 01:30 does not exist on 29 March; it is 02:30 summer time.
    HoursAnswer gap = scotland.describe("Su 01:30-05:00", Instant.parse("2026-03-28T12:00:00Z"));
    assertThat(gap.opens()).hasToString("2026-03-29T02:30+01:00");
    // 01:30 exists twice on 25 October; it is the first.
    HoursAnswer twice = scotland.describe("Su 01:30-05:00", Instant.parse("2026-10-24T12:00:00Z"));
    assertThat(twice.opens()).hasToString("2026-10-25T01:30+01:00");
    HoursAnswer monday =
        scotland.describe("Mo-Fr 09:00-17:00; PH off", Instant.parse("2026-11-30T12:00:00Z"));
    assertThat(monday.state()).isEqualTo(HoursState.CLOSED);
    assertThat(monday.opens()).hasToString("2026-12-01T09:00Z");
    assertThat(monday.days().get(0).holiday())
        .isEqualTo(new HoursAnswer.Name("圣安德鲁日", "St Andrew's Day"));
  }

  private static long hours(HoursService service, String text, String at) {
    Instant instant = Instant.parse(at);
    return service.describe(text, instant).open().stream()
        .filter(i -> !i.from().toInstant().isAfter(instant) && i.to().toInstant().isAfter(instant))
        .mapToLong(i -> Duration.between(i.from(), i.to()).toHours())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void easterIsOnItsDays() {
    assertThat(List.of(2000, 2024, 2025, 2026, 2027, 2038))
        .extracting(DateMatch::easter)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25");
  }

  /** Whatever the text, the parts of an answer agree with one another. */
  @Test
  void stateIntervalsAndChangesAgree() throws IOException {
    long seed = 20261125;
    Random random = new Random(seed);
    List<HoursTableTest.Entry> table = HoursTableTest.table().toList();
    HoursService scotland =
        new HoursService(Calendars.of(Path.of("no-such-folder")).of("gb-sct"), LONDON);
    Instant first = at("2025-12-25T00:00");
    for (int i = 0; i < 4000; i++) {
      HoursService service = i % 4 == 0 ? scotland : CHINA;
      String text = table.get(random.nextInt(table.size())).text();
      Instant at = first.plusSeconds(random.nextInt(375 * 24 * 60) * 60L);
      HoursAnswer answer = service.describe(text, at);
      String as = "seed %d: '%s' at %s: %s".formatted(seed, text, at, answer);
      OffsetDateTime before = null;
      boolean inside = false;
      for (HoursAnswer.Interval interval : answer.open()) {
        assertThat(interval.from()).as(as).isBefore(interval.to());
        if (before != null) {
          assertThat(interval.from()).as(as).isAfter(before);
        }
        before = interval.to();
        inside |= !interval.from().toInstant().isAfter(at) && interval.to().toInstant().isAfter(at);
      }
      assertThat(answer.state() == HoursState.OPEN).as(as).isEqualTo(inside);
      if (answer.until() != null) {
        assertThat(answer.state()).as(as).isEqualTo(HoursState.OPEN);
        assertThat(answer.open()).as(as).extracting("to").contains(answer.until());
        Instant end = answer.until().toInstant();
        assertThat(service.describe(text, end).state()).as(as).isNotEqualTo(HoursState.OPEN);
        assertThat(service.describe(text, end.minusSeconds(1)).state())
            .as(as)
            .isEqualTo(HoursState.OPEN);
      }
      if (answer.opens() != null) {
        assertThat(answer.state()).as(as).isEqualTo(HoursState.CLOSED);
        Instant start = answer.opens().toInstant();
        HoursAnswer then = service.describe(text, start);
        assertThat(then.state()).as(as).isEqualTo(HoursState.OPEN);
        assertThat(then.open()).as(as).extracting("from").contains(answer.opens());
        assertThat(service.describe(text, start.minusSeconds(1)).state())
            .as(as)
            .isNotEqualTo(HoursState.OPEN);
      }
      // What was said some days ahead is what is said on the day.
      for (HoursAnswer.Interval interval : answer.open()) {
        long length = Duration.between(interval.from(), interval.to()).toSeconds();
        Instant within =
            interval.from().toInstant().plusSeconds((long) (random.nextDouble() * length));
        assertThat(service.describe(text, within).state()).as(as).isEqualTo(HoursState.OPEN);
      }
    }
  }

  /** No text, however odd, makes it fail. */
  @Test
  void anyTextHasAnAnswer() {
    long seed = 7;
    Random random = new Random(seed);
    String[] parts = {
      "Mo", "-", "Fr", " ", "08:00", "17:00", ",", ";", "PH", "off", "||", "+", "week", "1", "53",
      "/2", "Jan", "Dec 31", "easter", "[1]", "[-1]", "\"x\"", "24/7", "周一", "至", "周五", "8点", "下午",
      "休息", "节假日", "除外", "5月", "(", ")", "sunset", "2026", "26:00", "：", "～", "、", "全天"
    };
    for (int i = 0; i < 20000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(9) + 1; j > 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      HoursAnswer answer = CHINA.describe(text.toString(), at("2026-11-25T10:00"));
      assertThat(answer.state()).as("seed %d: %s", seed, text).isNotNull();
      assertThat(HoursText.lines(text.toString(), "zh")).as("seed %d: %s", seed, text).isNotNull();
    }
  }
}
