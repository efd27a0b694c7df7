package org.caremap.osm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much of a condition on time (OSM wiki, "Conditional restrictions") as is needed. */
final class OpeningTimes {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final int WORKING_DAYS = 5;
  private static final Pattern DAY_RANGE =
      Pattern.compile("\\b(Mo|Tu|We|Th|Fr|Sa|Su)\\b(?:\\s*-\\s*(Mo|Tu|We|Th|Fr|Sa|Su)\\b)?");
  private static final Pattern OTHER_TIME =
      Pattern.compile(
          "\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}"
              + "|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b"
              + "|\\b(?:sunrise|sunset|dawn|dusk)\\b");

  private OpeningTimes() {}

  /**
   * Whether a condition is one on time that holds on most working days: it names at least three of
   * Monday to Friday, or no weekday at all but a time of day or a month.
   */
  static boolean isOpenOnWorkingDays(String condition) {
    boolean[] open = new boolean[DAYS.size()];
    boolean any = false;
    Matcher range = DAY_RANGE.matcher(condition);
    while (range.find()) {
      any = true;
      int first = DAYS.indexOf(range.group(1));
      int last = range.group(2) == null ? first : DAYS.indexOf(range.group(2));
      // Friday to Monday goes over the weekend.
      int count = (last - first + DAYS.size()) % DAYS.size() + 1;
      for (int i = 0; i < count; i++) {
        open[(first + i) % DAYS.size()] = true;
      }
    }
    int working = 0;
    for (int day = 0; day < WORKING_DAYS; day++) {
      working += open[day] ? 1 : 0;
    }
    return any ? working >= 3 : OTHER_TIME.matcher(condition).find();
  }
}
