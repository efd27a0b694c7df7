package org.caremap.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Event;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.VarDate;
import ch.poole.openinghoursparser.VariableTime;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours in words, for pages and cards: 周一至周五 08:00–11:30、13:30–17:30 and 法定节假日休息; in
 * English Mon–Fri 08:00–11:30, 13:30–17:30 and public holidays closed.
 */
public final class HoursText {
  private static final String[] DAYS_ZH = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
  private static final String[] DAYS_EN = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] NTH_ZH = {"", "一", "二", "三", "四", "五"};
  private static final String[] NTH_EN = {"", "1st", "2nd", "3rd", "4th", "5th"};

  private final boolean zh;

  private HoursText(boolean zh) {
    this.zh = zh;
  }

  /**
   * One line for each rule.
   *
   * @param openingHours as published; null or blank: no lines
   * @param lang {@code en} for English, Chinese otherwise
   * @return what cannot be read stays as it was published, in one line
   */
  public static List<String> lines(@Nullable String openingHours, String lang) {
    if (openingHours == null || openingHours.isBlank()) {
      return List.of();
    }
    HoursText words = new HoursText(!lang.startsWith("en"));
    try {
      return Timetable.read(openingHours).rules().stream().map(words::rule).toList();
    } catch (Unreadable e) {
      return List.of(openingHours.strip());
    }
  }

  /** {@link #lines(String, String)} of a locale's language. */
  public static List<String> lines(@Nullable String openingHours, Locale locale) {
    return lines(openingHours, locale.getLanguage());
  }

  private String rule(Rule rule) {
    List<String> parts = new ArrayList<>();
    String days = days(rule);
    String times = times(rule);
    if (days.isEmpty() && !times.isEmpty() && !rule.isTwentyfourseven()) {
      days = say("每天", "every day");
    }
    if (!days.isEmpty()) {
      parts.add(days);
    }
    if (!times.isEmpty()) {
      parts.add(times);
    }
    RuleModifier modifier = rule.getModifier();
    String state = modifier == null ? "" : state(modifier, !times.isEmpty());
    if (!state.isEmpty()) {
      parts.add(state);
    }
    // "法定节假日休息" is one word group, English and times keep their space.
    boolean tight = zh && times.isEmpty() && parts.size() > 1;
    String line = String.join(tight ? "" : " ", parts);
    String comment = modifier == null ? null : modifier.getComment();
    if (comment != null && !comment.isBlank()) {
      line = line.isEmpty() ? comment : line + say("（" + comment + "）", " (" + comment + ")");
    }
    return rule.isFallBack() ? say("其他时间：", "otherwise: ") + line : line;
  }

  private String state(RuleModifier modifier, boolean hasTimes) {
    RuleModifier.Modifier state = modifier.getModifier();
    if (state == null) {
      return "";
    }
    return switch (state) {
      case CLOSED, OFF -> say("休息", "closed");
      case UNKNOWN -> say("时间不定", "not certain");
      case OPEN -> hasTimes ? "" : say("开放", "open");
    };
  }

  private String days(Rule rule) {
    List<String> parts = new ArrayList<>();
    add(parts, rule.getYears(), this::year);
    add(parts, rule.getDates(), this::dates);
    add(parts, rule.getWeeks(), this::weeks);
    List<Holiday> holidays = Timetable.list(rule.getHolidays());
    List<WeekDayRange> weekdays = Timetable.list(rule.getDays());
    boolean either = holidays.stream().allMatch(Holiday::getUseAsWeekDay);
    if (either && !holidays.isEmpty() && !weekdays.isEmpty()) {
      parts.add(list(weekdays, this::weekdays) + say("和", " and ") + list(holidays, this::holiday));
    } else {
      add(parts, holidays, this::holiday);
      add(parts, weekdays, this::weekdays);
    }
    return String.join(zh ? "" : " ", parts);
  }

  private <T> void add(List<String> parts, @Nullable List<T> items, Function<T, String> word) {
    if (items != null && !items.isEmpty()) {
      parts.add(list(items, word));
    }
  }

  private <T> String list(List<T> items, Function<T, String> word) {
    return items.stream().map(word).collect(Collectors.joining(say("、", ", ")));
  }

  private String times(Rule rule) {
    if (rule.isTwentyfourseven()) {
      return say("全天开放", "open 24 hours, every day");
    }
    return list(Timetable.list(rule.getTimes()), this::span);
  }

  private String span(TimeSpan span) {
    boolean noEnd = span.getEnd() == TimeSpan.UNDEFINED_TIME && span.getEndEvent() == null;
    String start = time(span.getStart(), span.getStartEvent());
    if (noEnd) {
      return say(start + "起", "from " + start);
    }
    if (span.getStart() == 0 && span.getEnd() == DayLine.DAY) {
      return say("全天", "all day");
    }
    boolean next =
        span.getStartEvent() == null
            && span.getEndEvent() == null
            && (span.getEnd() <= span.getStart() || span.getEnd() > DayLine.DAY);
    String end = time(span.getEnd(), span.getEndEvent());
    return start
        + (next && zh ? "–次日" : "–")
        + end
        + (next && !zh ? " (next day)" : "")
        + (span.isOpenEnded() ? say("或更晚", " or later") : "");
  }

  private String time(int minutes, @Nullable VariableTime event) {
    if (event == null) {
      return Timetable.clock(minutes);
    }
    String name = event(event.getEvent());
    int offset = event.getOffset();
    if (offset == 0) {
      return name;
    }
    String by = Timetable.clock(Math.abs(offset));
    return offset < 0
        ? say(name + "前" + by, by + " before " + name)
        : say(name + "后" + by, by + " after " + name);
  }

  private String event(Event event) {
    return switch (event) {
      case DAWN -> say("黎明", "dawn");
      case SUNRISE -> say("日出", "sunrise");
      case DUSK -> say("黄昏", "dusk");
      case SUNSET -> say("日落", "sunset");
    };
  }

  private String holiday(Holiday holiday) {
    String name =
        holiday.getType() == Holiday.Type.PH
            ? say("法定节假日", "public holidays")
            : say("学校假期", "school holidays");
    return offset(name, holiday.getOffset());
  }

  private String weekdays(WeekDayRange range) {
    WeekDay start = range.getStartDay();
    WeekDay end = range.getEndDay();
    if (end != null && end != start) {
      if (start == WeekDay.MO && end == WeekDay.SU) {
        return say("每天", "every day");
      }
      return say(day(start) + "至" + day(end), day(start) + "–" + day(end));
    }
    List<Nth> nths = Timetable.list(range.getNths());
    if (nths.isEmpty()) {
      return offset(day(start), range.getOffset());
    }
    String name = nths.stream().map(this::nth).collect(Collectors.joining(say("、", " and ")));
    return offset(say("每月" + name + "个" + day(start), name + " " + day(start)), range.getOffset());
  }

  private String nth(Nth nth) {
    String from = nth(nth.getStartNth());
    return nth.getEndNth() == Nth.INVALID_NTH || nth.getEndNth() == nth.getStartNth()
        ? from
        : from + say("至", "–") + nth(nth.getEndNth());
  }

  private String nth(int number) {
    if (number == -1) {
      return say("最后一", "last");
    }
    int index = Math.min(Math.abs(number), 5);
    return number > 0
        ? say("第" + NTH_ZH[index], NTH_EN[index])
        : say("倒数第" + NTH_ZH[index], NTH_EN[index] + " last");
  }

  private String day(WeekDay day) {
    return (zh ? DAYS_ZH : DAYS_EN)[day.ordinal()];
  }

  private String offset(String name, int days) {
    if (days == 0) {
      return name;
    }
    int by = Math.abs(days);
    String english = by == 1 ? "the day" : by + " days";
    return days < 0
        ? say(name + "前" + by + "天", english + " before " + name)
        : say(name + "后" + by + "天", english + " after " + name);
  }

  private String year(YearRange range) {
    String start = year(range.getStartYear());
    if (range.isOpenEnded()) {
      return say(start + "起", "from " + start);
    }
    return (range.getEndYear() == YearRange.UNDEFINED_YEAR
            ? start
            : start + say("至", "–") + year(range.getEndYear()))
        + every(range.getInterval(), "年", "years");
  }

  private String year(int year) {
    return zh ? year + "年" : Integer.toString(year);
  }

  private String weeks(WeekRange range) {
    boolean one = range.getEndWeek() == WeekRange.UNDEFINED_WEEK;
    String numbers =
        one ? "" + range.getStartWeek() : range.getStartWeek() + "–" + range.getEndWeek();
    return say("全年第" + numbers + "周", (one ? "week " : "weeks ") + numbers)
        + every(range.getInterval(), "周", "weeks");
  }

  private String every(int interval, String unitZh, String unitEn) {
    return interval <= 1
        ? ""
        : say("（每" + interval + unitZh + "一次）", " (every " + interval + " " + unitEn + ")");
  }

  private String dates(DateRange range) {
    DateWithOffset start = range.getStartDate();
    DateWithOffset end = range.getEndDate();
    String from = date(start, start);
    if (start.isOpenEnded()) {
      return say(from + "起", "from " + from);
    }
    return end == null ? from : from + say("至", " to ") + date(end, start);
  }

  private String date(DateWithOffset date, DateWithOffset start) {
    String year = date.undefinedYear() ? "" : year(date.getYear());
    String name;
    if (date.getVarDate() == VarDate.EASTER) {
      name = say("复活节", "Easter");
    } else {
      Month month = date.getMonth() == null ? start.getMonth() : date.getMonth();
      String monthName = zh ? month.ordinal() + 1 + "月" : month.toString();
      if (date.getNthWeekDay() != null) {
        String nth = nth(date.getNth());
        String weekday = day(date.getNthWeekDay());
        name = say(monthName + nth + "个" + weekday, nth + " " + weekday + " of " + monthName);
      } else if (date.undefinedDay()) {
        name = monthName;
      } else {
        name = say(monthName + date.getDay() + "日", date.getDay() + " " + monthName);
      }
    }
    if (date.getWeekDayOffset() != null) {
      String weekday = day(date.getWeekDayOffset());
      name =
          date.isWeekDayOffsetPositive()
              ? say(name + "后的" + weekday, weekday + " after " + name)
              : say(name + "前的" + weekday, weekday + " before " + name);
    }
    String dated = offset(name, date.getDayOffset());
    return zh ? year + dated : year.isEmpty() ? dated : dated + " " + year;
  }

  private String say(String chinese, String english) {
    return zh ? chinese : english;
  }
}
