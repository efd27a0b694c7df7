package org.caremap.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caremap.hours.HoursAnswer;

/** Opening hours as an elder reads them: the plain week, holidays, and what cannot be promised. */
final class HoursWords {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final Pattern HOLIDAYS =
      Pattern.compile("PH(?:,SH)?\\s+(off|closed|[0-9:,+ -]+?)\\s*(?:;|$|\")");

  // A card hangs on the wall for months: hours that change with the season need a word.
  private static final Pattern SEASONAL =
      Pattern.compile(
          "\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|SH|20\\d\\d)\\b");

  private HoursWords() {}

  /**
   * In words, a few at a time; that nobody knows where nothing is published.
   *
   * @param canCall whether a number is known by which one can ask
   */
  static List<String> of(HoursAnswer hours, boolean canCall, CardText text) {
    String published = hours.text();
    if (published == null || published.isBlank()) {
      return List.of(text.get(canCall ? "noHours" : "noHoursNoPhone"));
    }
    if (hours.week().isEmpty()) {
      return List.of(published);
    }
    List<String> parts = new ArrayList<>();
    for (HoursAnswer.WeekRow row : hours.week()) {
      parts.add(row(row, text));
    }
    Matcher holidays = HOLIDAYS.matcher(published);
    if (holidays.find()) {
      String times = holidays.group(1);
      parts.add(
          times.equals("off") || times.equals("closed")
              ? text.get("holidaysOff")
              : text.get("holidaysOpen", times(times, text)));
    }
    if (SEASONAL.matcher(published).find()) {
      parts.add(text.get("seasonal"));
    }
    if (hours.comment() != null && !hours.comment().isBlank()) {
      parts.add(hours.comment());
    }
    for (int i = 0; i < parts.size() - 1; i++) {
      parts.set(i, parts.get(i) + text.get("hoursAnd").stripTrailing());
    }
    return List.copyOf(parts);
  }

  private static String row(HoursAnswer.WeekRow row, CardText text) {
    String days = days(row.days(), text);
    return switch (row.times()) {
      case "off", "closed" -> text.get("daysOff", days);
      case "unknown" -> text.get("daysUnknown", days);
      case "00:00-24:00", "24/7" ->
          row.days().equals("Mo-Su")
              ? text.get("always")
              : text.get("daysOpen", days, text.get("allDay"));
      default -> text.get("daysOpen", days, times(row.times(), text));
    };
  }

  private static String days(String days, CardText text) {
    if (days.equals("Mo-Su")) {
      return text.get("everyDay");
    }
    List<String> named = new ArrayList<>();
    for (String part : days.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      boolean neighbours = ends.length == 2 && DAYS.indexOf(ends[1]) == DAYS.indexOf(ends[0]) + 1;
      named.add(
          neighbours
              ? day(ends[0], text) + text.get("and") + day(ends[1], text)
              : ends.length == 2
                  ? text.get("days", day(ends[0], text), day(ends[1], text))
                  : day(ends[0], text));
    }
    return String.join(text.get("and"), named);
  }

  private static String day(String code, CardText text) {
    int day = DAYS.indexOf(code.strip());
    return day < 0 ? code : text.get("day" + (day + 1));
  }

  private static String times(String times, CardText text) {
    return Pattern.compile(",")
        .splitAsStream(times)
        .map(String::strip)
        .map(span -> span.replaceFirst("^0(\\d:)", "$1").replaceFirst("-0?(\\d{1,2}:)", "–$1"))
        .collect(Collectors.joining(text.get("and")));
  }
}
