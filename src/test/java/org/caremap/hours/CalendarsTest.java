package org.caremap.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
  private static final Path NONE = Path.of("no-such-folder");
  private static final String GOOD =
      """
      country: xx
      year: 2030
      source: notice
      holidays:
        - {zh: 节, en: Feast, from: 2030-05-01, to: 2030-05-03}
      workdays:
        - {date: 2030-05-04}
        - {date: 2030-05-05, like: We}
      schoolHolidays:
        - {from: 2030-07-01, to: 2030-07-02}
      """;

  @TempDir Path home;

  private static CalendarYear read(String yaml) {
    try {
      return CalendarReader.read("home/xx.yaml", 2, new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new AssertionError(yaml, e);
    }
  }

  @Test
  void everyFieldIsRead() {
    CalendarYear year = read(GOOD);
    assertThat(year.holidays())
        .containsOnlyKeys(
            LocalDate.parse("2030-05-01"),
            LocalDate.parse("2030-05-02"),
            LocalDate.parse("2030-05-03"));
    assertThat(year.workdays())
        .containsEntry(LocalDate.parse("2030-05-04"), DayOfWeek.FRIDAY)
        .containsEntry(LocalDate.parse("2030-05-05"), DayOfWeek.WEDNESDAY);
    assertThat(year.schoolHolidays()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "country: xx|country: none|country is \"none\"|not none",
        "country: xx|country: X Y|country is \"X Y\"|lower-case",
        "year: 2030|year: 30|year is 30|[2000, 2100]",
        "year: 2030|years: 2030|years is 2030|only fields country",
        "source: notice|source: ''|source is \"\"|a text",
        "en: Feast|eng: Feast|holidays[1].eng is \"Feast\"|only fields en, from, to, zh",
        "from: 2030-05-01|from: 2030-5-1|holidays[1].from is \"2030-5-1\"|a day as 2030-05-01",
        "from: 2030-05-01|from: 2029-11-30|holidays[1].from is \"2029-11-30\"|from 2029-12-01",
        "from: 2030-05-01|from: 2030-02-30|holidays[1].from is \"2030-02-30\"|a day as",
        "to: 2030-05-03|to: 2030-04-30|holidays[1].to is \"2030-04-30\"|not before from",
        "date: 2030-05-04|date: 2030-05-06|workdays[1].date is \"2030-05-06\"|it is a Mo",
        "to: 2030-05-03|to: 2030-05-04|workdays[1].date is \"2030-05-04\"|that is no holiday",
        "like: We|like: Sa|workdays[2].like is \"Sa\"|one of Mo, Tu, We, Th, Fr",
        "date: 2030-05-04|date: 2030-05-05|workdays[2].date is \"2030-05-05\"|each once"
      })
  void aSlipIsRefusedByName(String good, String bad, String named, String legal) {
    assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("home/xx.yaml, entry 2: ")
        .hasMessageContaining(named)
        .hasMessageContaining(legal);
  }

  @Test
  void aHolidayTwiceIsRefused() {
    String twice = GOOD.replace("workdays:", "  - {zh: 节, en: B, from: 2030-05-03}\nworkdays:");
    assertThatThrownBy(() -> read(twice)).hasMessageContaining("holidays[2].from");
  }

  /** The notices give the number of days of each holiday. */
  @Test
  void chinasHolidaysAreAsLongAsTheNoticesSay() {
    HolidayCalendar china = Calendars.of(NONE).of("cn");
    assertThat(runs(china, 2025)).isEqualTo("元旦1 春节8 清明节3 劳动节5 端午节3 国庆节、中秋节8");
    assertThat(runs(china, 2026)).isEqualTo("元旦3 春节9 清明节3 劳动节5 端午节3 中秋节3 国庆节7");
  }

  /**
   * The regulation of 2024 gives 13 days off, made up for where they fall on a weekend; every other
   * weekday that is off is worked on a weekend day.
   */
  @Test
  void weekdaysOffAreThirteenAndThoseWorkedOnWeekends() {
    HolidayCalendar china = Calendars.of(NONE).of("cn");
    for (int year : new int[] {2025, 2026}) {
      long weekdaysOff =
          days(year)
              .filter(d -> d.getDayOfWeek().getValue() < 6 && china.holiday(d) != null)
              .count();
      long worked = days(year).filter(china::isWorkday).count();
      assertThat(weekdaysOff - worked).as("year " + year).isEqualTo(13);
    }
  }

  private static java.util.stream.Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static String runs(HolidayCalendar calendar, int year) {
    List<String> runs = new ArrayList<>();
    String name = "";
    int length = 0;
    for (LocalDate day : days(year).toList()) {
      HoursAnswer.Name holiday = calendar.holiday(day);
      String zh = holiday == null ? "" : holiday.zh();
      if (!zh.equals(name)) {
        if (!name.isEmpty()) {
          runs.add(name + length);
        }
        name = zh;
        length = 0;
      }
      length++;
    }
    return String.join(" ", runs);
  }

  @Test
  void scotlandsHolidaysAreWeekdays() {
    HolidayCalendar scotland = Calendars.of(NONE).of("gb-sct");
    List<LocalDate> off = days(2026).filter(d -> scotland.holiday(d) != null).toList();
    assertThat(off).hasSize(10).allMatch(d -> d.getDayOfWeek().getValue() < 6);
    assertThat(off).contains(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-28"));
  }

  @Test
  void aBureausFileAddsAYearAndReplacesOne() throws IOException {
    Files.writeString(
        home.resolve("ours.yaml"),
        """
        - country: cn
          year: 2027
          source: test
          holidays: [{zh: 元旦, en: New Year, from: 2027-01-01}]
        - country: cn
          year: 2026
          source: test
          holidays: [{zh: 国庆节, en: National Day, from: 2026-10-01}]
        """);
    HolidayCalendar china = Calendars.of(home).of("cn");
    assertThat(china.publicHoliday(LocalDate.parse("2027-01-01"))).isTrue();
    assertThat(china.publicHoliday(LocalDate.parse("2027-01-04"))).isFalse();
    assertThat(china.publicHoliday(LocalDate.parse("2026-10-02"))).isFalse();
    assertThat(china.publicHoliday(LocalDate.parse("2025-10-02"))).isTrue();
    assertThat(china.isWorkday(LocalDate.parse("2026-10-10"))).isFalse();
    HoursService hours = new HoursService(china, ZoneId.of("Asia/Shanghai"));
    HoursAnswer answer =
        hours.describe(
            "Mo-Fr 08:00-17:00; PH off", java.time.Instant.parse("2026-12-31T10:00:00Z"));
    assertThat(answer.opens()).hasToString("2027-01-04T08:00+08:00");
    assertThat(answer.calendarKnown()).isTrue();
  }

  @Test
  void aBrokenFileNamesItself() throws IOException {
    Path file = home.resolve("broken.yaml");
    Files.writeString(file, "- country: [");
    assertThatThrownBy(() -> Calendars.of(home)).hasMessageContaining(file.toString());
  }
}
