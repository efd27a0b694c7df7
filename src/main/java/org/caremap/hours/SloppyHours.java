package org.caremap.hours;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts sloppy writing into the syntax of {@code opening_hours} where its meaning is sure:
 * full-width signs, Chinese words, {@code daily}, a missing separator. What can be meant in two
 * ways is refused.
 */
final class SloppyHours {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final String WEEKDAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)";

  /** What is put right, in order; none of it looks into quoted comments. */
  private static final String[][] REPAIRS = {
    {"(?i)\\b(?:daily|every ?day|7 days(?: a week)?|seven days(?: a week)?)\\b", "Mo-Su"},
    {"(?i)^\\s*(?:24 ?hours?|24 ?hrs?|24h|24x7|24-7|00:00-24:00)\\s*$", "24/7"},
    {"(?i)(\\d)\\s*(?:to|until|till)\\s*(\\d)", "$1-$2"},
    {"(?i)\\b(?:holidays|public holidays?|bank holidays?)\\b", "PH"},
    {"(?i)\\b(?:geschlossen|ferm[eé])\\b", "off"},
    // 0800-1700, but not the years 2026-2027.
    {
      "\\b(?!(?:19|20)\\d\\d\\s*-\\s*20\\d\\d)"
          + "([01]\\d|2[0-4])([0-5]\\d)\\s*-\\s*([01]\\d|2[0-4])([0-5]\\d)\\b",
      "$1:$2-$3:$4"
    },
    {"(?<=\\d)\\s*[h点](?=\\d{2}\\b)", ":"},
    {"(\\d:\\d{2})\\s*(?:/|&|\\band\\b)\\s*(?=\\d{1,2}:\\d{2}\\s*-)", "$1,"},
    {"(\\d:\\d{2})\\s+(?=\\d{1,2}:\\d{2}\\s*-)", "$1,"},
    {"(" + WEEKDAY + ")\\s*(?:&|\\+|\\band\\b)\\s*(?=" + WEEKDAY + ")", "$1,"},
    {"(\\d:\\d{2}|off|closed)\\s+(?=" + WEEKDAY + "\\b)", "$1; "},
  };

  private static final Pattern SPAN =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})(?:[:.](\\d{2}))?\\s*-\\s*(\\d{1,2})(?:[:.](\\d{2}))?(?![\\d:.])"
              + "(?!\\s*(?i:am|pm|a\\.m|p\\.m))");

  private SloppyHours() {}

  /**
   * @throws Unreadable naming the part that is not understood or can be meant in two ways
   */
  static String regular(String text) throws Unreadable {
    String half = halfWidth(text.strip());
    if (HAN.matcher(QUOTED.matcher(half).replaceAll("")).find()) {
      return ChineseHours.translate(half);
    }
    StringBuilder regular = new StringBuilder();
    Matcher quoted = QUOTED.matcher(half);
    int from = 0;
    while (quoted.find()) {
      regular.append(repaired(half.substring(from, quoted.start()))).append(quoted.group());
      from = quoted.end();
    }
    regular.append(repaired(half.substring(from)));
    sureClock(QUOTED.matcher(half).replaceAll(" "));
    return regular.toString();
  }

  private static String repaired(String part) {
    String repaired = part;
    for (String[] repair : REPAIRS) {
      repaired = repaired.replaceAll(repair[0], repair[1]);
    }
    return repaired;
  }

  /** ASCII for full-width signs and for the many dashes; comments stay as they are. */
  static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    boolean comment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '“' || c == '”' || c == '＂') {
        comment = !comment;
        half.append('"');
      } else if (comment) {
        half.append(c);
      } else {
        half.append(half(c));
      }
    }
    return half.toString();
  }

  private static char half(char c) {
    return switch (c) {
      case '、' -> ',';
      case '。', '\n', '\r' -> ';';
      case '–', '—', '−', '‐', '‑', '―', '~', '～', '〜', '﹣', '－' -> '-';
      case '\u3000', '\u00a0', '\t' -> ' ';
      case '【', '〔' -> '(';
      case '】', '〕' -> ')';
      case '︰', '∶' -> ':';
      default -> c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
    };
  }

  /**
   * Refuses a twelve-hour clock without its half of the day: {@code 8:00-5:00} is meant to end in
   * the afternoon and says that it ends in the night; {@code 8:00-11:30,2:00-5:30} likewise. {@code
   * 18:00-02:00} and {@code 22:00-6:00} are sure.
   */
  private static void sureClock(String text) throws Unreadable {
    for (String rule : text.split(";|\\|\\|", -1)) {
      Matcher span = SPAN.matcher(rule);
      int before = -1;
      int beforeEnd = -1;
      while (span.find()) {
        boolean clock = span.group(2) != null || span.group(4) != null;
        int start = minutes(span.group(1), span.group(2));
        int end = minutes(span.group(3), span.group(4));
        boolean morning = start >= 5 * 60 && start < 12 * 60;
        boolean bare = span.group(3).length() == 1;
        boolean follows =
            beforeEnd == span.start()
                || (beforeEnd >= 0 && rule.substring(beforeEnd, span.start()).isBlank());
        if (morning && bare && end <= start) {
          throw twice(span.group());
        }
        if (clock && follows && span.group(1).length() == 1 && start < before) {
          throw twice(span.group());
        }
        before = end;
        beforeEnd =
            span.end() < rule.length() && rule.charAt(span.end()) == ',' ? span.end() + 1 : -1;
      }
    }
  }

  private static Unreadable twice(String span) {
    return new Unreadable("'" + span + "' may mean the afternoon or the night");
  }

  private static int minutes(String hours, @org.jspecify.annotations.Nullable String minutes) {
    return Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
  }
}
