package org.caremap.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Mo-Fr 08:00-11:30,13:30-17:30; PH off|周一至周五 08:00–11:30、13:30–17:30／法定节假日休息"
            + "|Mon–Fri 08:00–11:30, 13:30–17:30／public holidays closed",
        "24/7|全天开放|open 24 hours, every day",
        "Mo-Su 8:00-20:00|每天 08:00–20:00|every day 08:00–20:00",
        "8:00-20:00|每天 08:00–20:00|every day 08:00–20:00",
        "PH,Sa,Su 09:00-12:00|周六、周日和法定节假日 09:00–12:00|Sat, Sun and public holidays 09:00–12:00",
        "Mo-Su 22:00-02:00|每天 22:00–次日02:00|every day 22:00–02:00 (next day)",
        "Mo-Fr 17:00+|周一至周五 17:00起|Mon–Fri from 17:00",
        "Th[-1] 14:00-16:00|每月最后一个周四 14:00–16:00|last Thu 14:00–16:00",
        "Sa[1,3] 09:00-11:00|每月第一、第三个周六 09:00–11:00|1st and 3rd Sat 09:00–11:00",
        "May 01-Sep 30 Mo-Fr 08:00-12:00|5月1日至9月30日周一至周五 08:00–12:00"
            + "|1 May to 30 Sep Mon–Fri 08:00–12:00",
        "Mo-Fr 08:00-12:00 \"需预约\"|周一至周五 08:00–12:00（需预约）|Mon–Fri 08:00–12:00 (需预约)",
        "easter -1 day off|复活节前1天休息|the day before Easter closed",
        "(sunrise+00:30)-sunset|每天 日出后00:30–日落|every day 00:30 after sunrise–sunset",
        "工作日8:30-17:00；节假日9:00-16:00|周一至周五 08:30–17:00／法定节假日 09:00–16:00"
            + "|Mon–Fri 08:30–17:00／public holidays 09:00–16:00",
        "请来电咨询|请来电咨询|请来电咨询"
      })
  void rulesAreLines(String hours, String zh, String en) {
    assertThat(HoursText.lines(hours, "zh")).containsExactly(zh.split("／", -1));
    assertThat(HoursText.lines(hours, Locale.SIMPLIFIED_CHINESE))
        .containsExactly(zh.split("／", -1));
    assertThat(HoursText.lines(hours, "en")).containsExactly(en.split("／", -1));
  }

  @Test
  void aFallbackIsForOtherTimes() {
    String hours = "Mo-Fr 08:00-17:00 || \"电话预约\"";
    assertThat(HoursText.lines(hours, "zh")).containsExactly("周一至周五 08:00–17:00", "其他时间：电话预约");
    assertThat(HoursText.lines(hours, "en"))
        .containsExactly("Mon–Fri 08:00–17:00", "otherwise: 电话预约");
  }

  @Test
  void nothingPublishedIsNoLine() {
    assertThat(HoursText.lines(null, "zh")).isEmpty();
    assertThat(HoursText.lines(" ", "en")).isEmpty();
  }

  /** Of what is understood, nothing but the publisher's own words keeps Latin letters. */
  @Test
  void chineseLinesHaveNoLatinWords() throws IOException {
    assertThat(
            HoursTableTest.table()
                .map(HoursTableTest.Entry::text)
                .filter(text -> !text.contains("\""))
                .filter(HoursTextTest::isReadable)
                .flatMap(text -> HoursText.lines(text, "zh").stream()))
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*[A-Za-z].*"));
  }

  private static boolean isReadable(String text) {
    try {
      Timetable.read(text);
      return true;
    } catch (Unreadable e) {
      return false;
    }
  }
}
