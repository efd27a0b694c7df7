package org.caremap.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caremap.hours.HoursAnswer;
import org.caremap.hours.HoursState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a card in words. */
class CardWordsTest {
  @Test
  void bothLanguagesSayTheSame() {
    assertThat(CardText.ZH.keys()).isEqualTo(CardText.EN.keys());
  }

  @Test
  void chineseHasNoLatinWords() {
    for (String key : CardText.ZH.keys()) {
      // Names of paper, of a file format, and the switch to the other language.
      String rest = CardText.ZH.get(key).replaceAll("\\{\\d}|A4|A6|PDF|English", "");
      assertThat(rest).as(key).doesNotContainPattern("[A-Za-z]");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "60, 1", "61, 2", "899, 15", "900, 15", "901, 16"})
  void minutesAreRoundedUp(long seconds, long minutes) {
    assertThat(CardService.minutes(seconds)).isEqualTo(minutes);
  }

  @Test
  void daysAreWritten() {
    assertThat(CardText.ZH.day(LocalDate.of(2026, 3, 5))).isEqualTo("2026年3月5日");
    assertThat(CardText.EN.day(LocalDate.of(2026, 3, 5))).isEqualTo("5 March 2026");
  }

  /** Rows of the week as the hours slice gives them: days times, separated by bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          Mo-Su 10:30-13:00,16:30-18:30           ; Mo-Su 10:30-13:00,16:30-18:30            ; 每天 10:30–13:00、16:30–18:30
          `Mo-Fr 08:30-11:30,13:30-17:30; PH off` ; Mo-Fr 08:30-11:30,13:30-17:30|Sa-Su off  ; 周一到周五 8:30–11:30、13:30–17:30，|周六、周日休息，|节假日休息
          `Mo-Sa 08:00-17:00; PH 08:00-12:00`     ; Mo-Sa 08:00-17:00|Su off                 ; 周一到周六 8:00–17:00，|周日休息，|节假日 8:00–12:00
          24/7                                    ; Mo-Su 00:00-24:00                        ; 每天 24 小时
          `Apr-Sep: 07:00-19:00`                  ; Mo-Su 07:00-19:00                        ; 每天 7:00–19:00，|时间随季节变，去前请打电话
          """)
  void hoursAreRead(String published, String week, String words) {
    assertThat(HoursWords.of(hours(published, week), true, CardText.ZH))
        .containsExactly(words.split("\\|"));
  }

  @Test
  void unknownHoursSaySo() {
    assertThat(HoursWords.of(hours(null, ""), true, CardText.EN))
        .containsExactly("Hours not known: call before you go");
    assertThat(HoursWords.of(hours(null, ""), false, CardText.EN))
        .containsExactly("Hours not known");
    // What nobody can read is printed as published.
    assertThat(HoursWords.of(hours("看天气", ""), true, CardText.ZH)).containsExactly("看天气");
  }

  private static HoursAnswer hours(String published, String week) {
    List<HoursAnswer.WeekRow> rows = new ArrayList<>();
    for (String row : week.split("\\|")) {
      String[] parts = row.split(" ", 2);
      if (parts.length == 2) {
        rows.add(new HoursAnswer.WeekRow(parts[0], parts[1]));
      }
    }
    return new HoursAnswer(
        published, HoursState.UNKNOWN, null, null, List.of(), List.of(), rows, null, true, null);
  }
}
