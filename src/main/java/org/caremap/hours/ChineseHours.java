package org.caremap.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates opening hours in Chinese words, such as 周一至周五 8:00-17:00，节假日休息, into the syntax of
 * {@code opening_hours}. Every word must be known: one that is not (急诊, 夏季 without months, 春节期间)
 * makes the text unreadable, because it may change the meaning of all others.
 */
final class ChineseHours {
  private static final String WEEKDAY = "(?:周|星期|礼拜)";
  private static final String DAY = "[一二三四五六日天]";
  private static final Pattern DAYS =
      Pattern.compile(
          "(?:每个?)?"
              + WEEKDAY
              + DAY
              + "(?:\\s*(?:至|到|-|,|和|及|与)\\s*"
              + WEEKDAY
              + "?"
              + DAY
              + "(?![点时])|(?<=六)日)*");
  private static final Pattern DAYS_STEP =
      Pattern.compile("(至|到|-|,|和|及|与)?\\s*" + WEEKDAY + "?(" + DAY + ")");
  private static final Pattern DATES =
      Pattern.compile(
          "(?:每年)?(\\d{1,2})月(?:份|(\\d{1,2})[日号])?"
              + "(?:\\s*(?:至|到|-)\\s*(?:次年|翌年)?(\\d{1,2})月(?:份|(\\d{1,2})[日号])?)?");
  private static final String HALF = "(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间)?\\s*";
  private static final String CLOCK = "(\\d{1,2})(?::(\\d{2})|[点时](?:(半)|(\\d{1,2})分?|整)?)(?!\\d)";
  private static final Pattern TIMES =
      Pattern.compile(HALF + CLOCK + "\\s*(?:至|到|-)\\s*(次日|第二天|翌日)?\\s*" + HALF + CLOCK);
  private static final Pattern SEASON = Pattern.compile("(?:夏|冬|春|秋)(?:秋|冬|夏)?(?:季|令时|令)");

  /** Words, longest first where one begins another. */
  private enum Word {
    EVERY_DAY("每天|每日|天天|全周|全年无休|全年开放|一周七天"),
    WEEKEND("周末|双休日"),
    WORKING_DAY("工作日"),
    SCHOOL("寒暑假|学校假期"),
    HOLIDAY("(?:国家)?法定节?假日|国家节假日|节假日|公众假期|公共假期"),
    AS_USUAL("照常(?:营业|开放|上班)?|正常(?:营业|开放|上班)|不休息|不打烊|不休|无休"),
    EXCEPT("除外"),
    OFF("休息|不营业|不开放|不对外开放|不上班|不办公|闭馆|闭店|关门|关闭|停诊|歇业|停业|放假|休"),
    ALL_DAY("全天候|全天24小时|24小时全天|全天|24小时"),
    BOOK("(?:需要?|须|请|可)?(?:提前|电话|提前电话)?预约"),
    NOISE(
        "(?:营业|开放|服务|办公|上班|门诊|接待|工作|活动)?时间" + "|对外开放|对外|营业|开放|服务|办公|上班|门诊|均|都|和|及|与|以及|或|的|为|是|分");

    private final Pattern pattern;

    Word(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  private static final Pattern SIGN = Pattern.compile("[\\s(),:/+]+");

  private final String text;
  private final List<Clause> clauses = new ArrayList<>();
  private Clause clause = new Clause();
  private boolean holidaysOff;
  private boolean workingDays;

  private ChineseHours(String text) {
    this.text = text;
  }

  /** What is said of some days. */
  private static final class Clause {
    private String dates = "";
    private boolean season;
    private final Set<Integer> weekdays = new TreeSet<>();
    private boolean publicHoliday;
    private boolean schoolHoliday;
    private boolean lastIsHoliday;
    private boolean workingDay;
    private boolean excepts;
    private final List<String> times = new ArrayList<>();
    private int lastEnd = -1;
    private boolean off;
    private boolean asUsual;
    private @Nullable String comment;

    private boolean hasDays() {
      return season || !weekdays.isEmpty() || publicHoliday || schoolHoliday || !dates.isEmpty();
    }

    private boolean isSaid() {
      return !times.isEmpty() || off || asUsual;
    }
  }

  /**
   * @param text half-width
   * @throws Unreadable naming the part that is not understood
   */
  static String translate(String text) throws Unreadable {
    return new ChineseHours(text).translated();
  }

  private String translated() throws Unreadable {
    int at = 0;
    while (at < text.length()) {
      int next = step(at);
      if (next <= at) {
        throw new Unreadable("'" + text.substring(at) + "' is not understood");
      }
      at = next;
    }
    close();
    return written();
  }

  private int step(int at) throws Unreadable {
    Matcher m = at(Pattern.compile("\"([^\"]*)\""), at);
    if (m != null) {
      clause.comment = m.group(1);
      return m.end();
    }
    if (text.charAt(at) == ';') {
      if (clause.isSaid()) {
        close();
      }
      return at + 1;
    }
    m = at(SIGN, at);
    if (m != null) {
      return m.end();
    }
    m = at(DAYS, at);
    if (m != null) {
      selector().weekdays.addAll(weekdays(m.group()));
      return m.end();
    }
    m = at(TIMES, at);
    if (m != null) {
      times(m);
      return m.end();
    }
    m = at(DATES, at);
    if (m != null) {
      if (!selector().dates.isEmpty()) {
        throw new Unreadable("'" + m.group() + "': a second date");
      }
      clause.dates = dates(m);
      return m.end();
    }
    m = at(SEASON, at);
    if (m != null) {
      selector().season = true;
      return m.end();
    }
    for (Word word : Word.values()) {
      m = at(word.pattern, at);
      if (m != null) {
        word(word);
        return m.end();
      }
    }
    return at;
  }

  private @Nullable Matcher at(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher : null;
  }

  private void word(Word word) throws Unreadable {
    switch (word) {
      case EVERY_DAY -> selector().weekdays.addAll(List.of(0, 1, 2, 3, 4, 5, 6));
      case WEEKEND -> selector().weekdays.addAll(List.of(5, 6));
      case WORKING_DAY -> {
        selector().weekdays.addAll(List.of(0, 1, 2, 3, 4));
        clause.workingDay = true;
        workingDays = true;
      }
      case SCHOOL -> selector().schoolHoliday = true;
      case HOLIDAY -> {
        selector().publicHoliday = true;
        clause.lastIsHoliday = true;
      }
      case AS_USUAL -> asUsual();
      case EXCEPT -> except();
      case OFF -> {
        if (!clause.hasDays() || !clause.times.isEmpty() || clause.excepts) {
          throw new Unreadable("'" + text + "': which days are off is not clear");
        }
        clause.off = true;
      }
      case ALL_DAY -> {
        continued();
        clause.times.add("00:00-24:00");
      }
      case BOOK -> (clause.hasDays() || clause.isSaid() ? clause : last()).comment = "需预约";
      case NOISE -> {
        // says nothing
      }
    }
  }

  private void asUsual() throws Unreadable {
    if (!clause.hasDays() && !clause.isSaid() && clauses.isEmpty()) {
      clause.weekdays.addAll(List.of(0, 1, 2, 3, 4, 5, 6));
      return;
    }
    if (!clause.publicHoliday || workingDays) {
      throw new Unreadable("'" + text + "': which hours are the usual ones is not clear");
    }
    clause.asUsual = true;
  }

  private void except() throws Unreadable {
    boolean alone = clause.weekdays.isEmpty() && clause.dates.isEmpty();
    // Closed on Mondays except on holidays: open then, but when is not said.
    if (!clause.lastIsHoliday || (alone && (clauses.isEmpty() || last().off))) {
      throw new Unreadable("'" + text + "': what is excepted is not clear");
    }
    clause.publicHoliday = false;
    clause.lastIsHoliday = false;
    clause.excepts = true;
    holidaysOff = true;
  }

  /** The clause that a word for days belongs to: a new one after times. */
  private Clause selector() {
    if (clause.isSaid()) {
      close();
    }
    clause.lastIsHoliday = false;
    return clause;
  }

  /** Times without days of their own go on with the clause before them. */
  private void continued() {
    if (clause.isSaid() && !clause.times.isEmpty()) {
      return;
    }
    if (clause.off) {
      close();
    }
    if (!clause.hasDays() && !clauses.isEmpty() && !last().times.isEmpty()) {
      clause = clauses.remove(clauses.size() - 1);
    }
  }

  private Clause last() {
    return clauses.isEmpty() ? clause : clauses.get(clauses.size() - 1);
  }

  private void close() {
    if (clause.hasDays() || clause.isSaid() || clause.comment != null) {
      clauses.add(clause);
    }
    clause = new Clause();
  }

  private static List<Integer> weekdays(String words) {
    List<Integer> days = new ArrayList<>();
    Matcher step = DAYS_STEP.matcher(words);
    while (step.find()) {
      int day = Math.min("一二三四五六日天".indexOf(step.group(2)), 6);
      String joint = step.group(1);
      if (joint != null && Set.of("至", "到", "-").contains(joint) && !days.isEmpty()) {
        for (int d = days.get(days.size() - 1); d != day; ) {
          d = (d + 1) % 7;
          days.add(d);
        }
      } else {
        days.add(day);
      }
    }
    return days;
  }

  private static String dates(Matcher m) throws Unreadable {
    String from = date(m.group(1), m.group(2));
    return m.group(3) == null ? from : from + "-" + date(m.group(3), m.group(4));
  }

  private static String date(String month, @Nullable String day) throws Unreadable {
    int number = Integer.parseInt(month);
    if (number < 1 || number > 12) {
      throw new Unreadable("'" + month + "月' is no month");
    }
    String name =
        java.time.Month.of(number).getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    return day == null
        ? name.substring(0, 3)
        : name.substring(0, 3) + String.format(Locale.ROOT, " %02d", Integer.parseInt(day));
  }

  private void times(Matcher m) throws Unreadable {
    continued();
    String half = m.group(1);
    boolean nextDay = m.group(6) != null;
    String endHalf = m.group(7);
    int start = minutes(m, 2);
    int end = minutes(m, 8);
    boolean late = isLate(half);
    if (late || (half != null && half.equals("中午") && start < 3 * 60)) {
      start = start < 12 * 60 ? start + 12 * 60 : start;
    }
    if (endHalf == null && !nextDay) {
      boolean sameHalf = late || (half != null && half.equals("中午"));
      if (sameHalf && end < 12 * 60 && end + 12 * 60 > start) {
        end += 12 * 60;
      }
      boolean bare = m.group(8).length() == 1;
      boolean morning = start >= 5 * 60 && start < 12 * 60;
      boolean unclear = bare && morning && end <= start;
      boolean lateUnclear = half == null && m.group(2).length() == 1 && start < clause.lastEnd;
      if (unclear || lateUnclear) {
        throw new Unreadable("'" + m.group() + "' may mean the afternoon or the night");
      }
    } else if (endHalf != null
        && (isLate(endHalf) || (endHalf.equals("中午") && end < 3 * 60))
        && end < 12 * 60) {
      end += 12 * 60;
    }
    if (start > 24 * 60 || end > 48 * 60) {
      throw new Unreadable("'" + m.group() + "' is no time");
    }
    clause.lastEnd = end;
    clause.times.add(clock(start) + "-" + clock(end));
  }

  private static boolean isLate(@Nullable String half) {
    return half != null && Set.of("下午", "傍晚", "晚上", "晚间", "晚").contains(half);
  }

  private static int minutes(Matcher m, int group) throws Unreadable {
    int hours = Integer.parseInt(m.group(group));
    String text = m.group(group + 1) != null ? m.group(group + 1) : m.group(group + 3);
    int minutes = m.group(group + 2) != null ? 30 : text == null ? 0 : Integer.parseInt(text);
    if (minutes > 59) {
      throw new Unreadable("'" + m.group() + "' is no time");
    }
    return hours * 60 + minutes;
  }

  private static String clock(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private String written() throws Unreadable {
    List<String> rules = new ArrayList<>();
    // Whatever the order of the words: on a holiday that is off no weekday's hours hold.
    List<String> last = new ArrayList<>();
    for (Clause c : clauses) {
      if (c.season && c.dates.isEmpty()) {
        throw new Unreadable("'" + text + "': which months the season has is not said");
      }
      if (c.asUsual) {
        continue;
      }
      (c.off && c.publicHoliday ? last : rules).add(written(c));
      boolean said = clauses.stream().anyMatch(o -> o.publicHoliday && o.dates.isEmpty());
      if (c.workingDay && !said) {
        rules.add("PH off");
      }
    }
    rules.addAll(last);
    if (holidaysOff) {
      rules.add("PH off");
    }
    if (rules.isEmpty()) {
      throw new Unreadable("'" + text + "' says no hours");
    }
    return String.join("; ", rules);
  }

  private static String written(Clause c) {
    List<String> days = new ArrayList<>();
    for (int from = 0; from < 7; from++) {
      int to = from;
      while (c.weekdays.contains(to)) {
        to++;
      }
      if (to - from > 2) {
        days.add(CalendarReader.WEEKDAYS.get(from) + "-" + CalendarReader.WEEKDAYS.get(to - 1));
        from = to - 1;
      } else if (to > from) {
        days.add(CalendarReader.WEEKDAYS.get(from));
      }
    }
    if (c.publicHoliday) {
      days.add("PH");
    }
    if (c.schoolHoliday) {
      days.add("SH");
    }
    List<String> parts = new ArrayList<>();
    boolean always = !c.hasDays() && c.times.equals(List.of("00:00-24:00"));
    if (!c.dates.isEmpty()) {
      parts.add(c.dates);
    }
    if (!days.isEmpty()) {
      parts.add(String.join(",", days));
    }
    if (!c.times.isEmpty()) {
      parts.add(always ? "24/7" : String.join(",", c.times));
    }
    if (c.off) {
      parts.add("off");
    }
    if (c.comment != null) {
      parts.add("\"" + c.comment + "\"");
    }
    return String.join(" ", parts);
  }
}
