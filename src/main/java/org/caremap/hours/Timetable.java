package org.caremap.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.WeekRange;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one {@code opening_hours} text, evaluated day by day.
 *
 * <p>The order of rules is that of the specification: a rule after {@code ;} replaces what earlier
 * rules said about the days it matches, {@code off} with times only cuts these out, a rule after
 * {@code ,} adds, a rule after {@code ||} holds where the others leave it closed. A span past
 * midnight belongs to the day on which it begins: {@code Fr 20:00-04:00; Sa off} is open in the
 * night to Saturday. (The opening_hours.js evaluator cuts it at midnight; nobody goes home at
 * midnight because the next day is off.)
 *
 * <p>What is not sure is UNKNOWN with the reason: a comment without {@code open}; days without
 * times; what is after an open end; sunrise and sunset (this slice does not know where the facility
 * is); holidays of a year that is not loaded; a second rule without days, which the specification
 * lets replace all before it, though its author meant it to add to them. Each doubt is settled both
 * ways, and only the stretches where the outcomes differ are UNKNOWN.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">the
 *     specification</a>
 */
final class Timetable {
  private final List<Rule> rules;
  private final boolean publicHolidays;
  private final boolean schoolHolidays;
  private final boolean repeatedTimes;

  /**
   * How doubts are settled.
   *
   * @param publicHoliday where the calendar does not know
   * @param schoolHoliday where the calendar does not know
   * @param adds whether a later rule without days adds to the earlier ones
   */
  private record Reading(boolean publicHoliday, boolean schoolHoliday, boolean adds) {}

  private Timetable(List<Rule> rules) {
    this.rules = rules;
    publicHolidays = mentions(Holiday.Type.PH);
    schoolHolidays = mentions(Holiday.Type.SH);
    repeatedTimes = rules.stream().anyMatch(this::repeatsTimes);
  }

  /**
   * @param text as published; sloppy writing whose meaning is sure is put right first
   * @throws Unreadable naming what is not understood
   */
  static Timetable read(String text) throws Unreadable {
    String regular = SloppyHours.regular(text);
    List<Rule> rules;
    try {
      rules = new OpeningHoursParser(new StringReader(regular)).rules(false);
    } catch (OpeningHoursParseException | TokenMgrError | RuntimeException e) {
      throw new Unreadable("'" + text + "' is not in the syntax of opening_hours");
    }
    List<Rule> kept = rules.stream().filter(rule -> !rule.isEmpty()).toList();
    if (kept.isEmpty()) {
      throw new Unreadable("'" + text + "' says nothing");
    }
    for (Rule rule : kept) {
      check(rule);
    }
    return new Timetable(kept);
  }

  private static void check(Rule rule) throws Unreadable {
    if (rule.getComment() != null) {
      throw new Unreadable("the condition \"" + rule.getComment() + "\" cannot be checked");
    }
    for (DateRange range : list(rule.getDates())) {
      DateMatch.check(range);
    }
    for (WeekRange range : list(rule.getWeeks())) {
      if (range.getEndWeek() != WeekRange.UNDEFINED_WEEK
          && range.getEndWeek() < range.getStartWeek()
          && range.getInterval() > 1) {
        throw new Unreadable("'week " + range + "': every nth week over new year is not supported");
      }
    }
    for (TimeSpan span : list(rule.getTimes())) {
      boolean noEnd = span.getEnd() == TimeSpan.UNDEFINED_TIME && span.getEndEvent() == null;
      if (span.getInterval() > 0 || (noEnd && !span.isOpenEnded())) {
        throw new Unreadable("'" + span + "' are points in time");
      }
    }
  }

  /** The rules, for words. */
  List<Rule> rules() {
    return rules;
  }

  /** Whether a public holiday changes anything. */
  boolean mentionsPublicHolidays() {
    return publicHolidays;
  }

  /** What the rules say about the spans that begin on a day. */
  DayLine day(LocalDate date, HolidayCalendar calendar) {
    DayLine line = settled(date, calendar, false, false);
    if (publicHolidays && !knowsAround(date, calendar)) {
      line =
          DayLine.merge(
              line,
              settled(date, calendar, true, false),
              "the public holidays of " + date.getYear() + " are not loaded");
    }
    if (schoolHolidays && calendar.schoolHoliday(date) == null) {
      DayLine free = settled(date, calendar, false, true);
      if (publicHolidays && !knowsAround(date, calendar)) {
        free = DayLine.merge(free, settled(date, calendar, true, true), "holidays are not loaded");
      }
      line =
          DayLine.merge(line, free, "the school holidays of " + date.getYear() + " are not loaded");
    }
    return line;
  }

  private DayLine settled(LocalDate date, HolidayCalendar calendar, boolean ph, boolean sh) {
    DayLine line = paint(date, calendar, new Reading(ph, sh, false));
    return repeatedTimes
        ? DayLine.merge(
            line,
            paint(date, calendar, new Reading(ph, sh, true)),
            "a second rule without days can be read in two ways")
        : line;
  }

  private boolean knowsAround(LocalDate date, HolidayCalendar calendar) {
    for (Rule rule : rules) {
      for (Holiday holiday : list(rule.getHolidays())) {
        if (holiday.getType() == Holiday.Type.PH
            && calendar.publicHoliday(date.minusDays(holiday.getOffset())) == null) {
          return false;
        }
      }
    }
    return true;
  }

  private DayLine paint(LocalDate date, HolidayCalendar calendar, Reading reading) {
    DayLine line = new DayLine();
    boolean opened = false;
    for (Rule rule : rules) {
      HoursState state = state(rule);
      boolean matches = matches(rule, date, calendar, reading);
      boolean adds = rule.isAdditive();
      if (matches && reading.adds() && repeatsTimes(rule)) {
        adds = true;
        // Read as the author's second line: where the first line says nothing, nor does this one.
        matches = opened ? !line.pieces().isEmpty() && !line.isOff() : !line.isOff();
      }
      opened |= state != HoursState.CLOSED;
      if (!matches) {
        continue;
      }
      List<DayLine.Piece> pieces = pieces(rule, state);
      if (rule.isFallBack()) {
        pieces.forEach(line::fill);
        continue;
      }
      boolean wholeDayOff = state == HoursState.CLOSED && list(rule.getTimes()).isEmpty();
      if (wholeDayOff || (state != HoursState.CLOSED && !adds)) {
        line.clear();
      }
      pieces.forEach(line::paint);
    }
    return line;
  }

  private static HoursState state(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    if (modifier == null) {
      return HoursState.OPEN;
    }
    if (modifier.getModifier() == null) {
      return HoursState.UNKNOWN;
    }
    return switch (modifier.getModifier()) {
      case OPEN -> HoursState.OPEN;
      case CLOSED, OFF -> HoursState.CLOSED;
      case UNKNOWN -> HoursState.UNKNOWN;
    };
  }

  private static List<DayLine.Piece> pieces(Rule rule, HoursState state) {
    String comment = rule.getModifier() == null ? null : rule.getModifier().getComment();
    List<DayLine.Piece> pieces = new ArrayList<>();
    if (list(rule.getTimes()).isEmpty()) {
      boolean sure = state != HoursState.OPEN || rule.isTwentyfourseven() || !hasDays(rule);
      pieces.add(
          new DayLine.Piece(
              0,
              DayLine.DAY,
              sure ? state : HoursState.UNKNOWN,
              false,
              comment,
              sure ? doubt(state, comment) : "days without times"));
      return pieces;
    }
    for (TimeSpan span : rule.getTimes()) {
      pieces.addAll(pieces(span, state, comment));
    }
    return pieces;
  }

  private static List<DayLine.Piece> pieces(
      TimeSpan span, HoursState state, @Nullable String comment) {
    if (span.getStartEvent() != null || span.getEndEvent() != null) {
      int start = span.getStartEvent() == null ? span.getStart() : 0;
      int end = span.getEndEvent() != null || noEnd(span) ? DayLine.DAY : end(span, start);
      return List.of(
          new DayLine.Piece(
              start,
              end,
              HoursState.UNKNOWN,
              false,
              comment,
              "the times of sunrise and sunset are not computed"));
    }
    int start = span.getStart();
    if (!span.isOpenEnded()) {
      return List.of(
          new DayLine.Piece(start, end(span, start), state, false, comment, doubt(state, comment)));
    }
    // 17:00+ is open, until when is not known; the line goes on to midnight. After that, and after
    // the end of 10:00-17:00+, whether it is still open is not known for as long as
    // opening_hours.js
    // expects at most.
    int end = noEnd(span) ? Math.max(DayLine.DAY, start + 60) : end(span, start);
    int late = noEnd(span) ? start : end;
    int most = late >= 22 * 60 ? late + 8 * 60 : late >= 17 * 60 ? late + 10 * 60 : DayLine.DAY;
    List<DayLine.Piece> pieces = new ArrayList<>();
    pieces.add(new DayLine.Piece(start, end, state, noEnd(span), comment, doubt(state, comment)));
    if (most > end && state != HoursState.CLOSED) {
      pieces.add(
          new DayLine.Piece(
              end, most, HoursState.UNKNOWN, false, comment, "the closing time is not published"));
    }
    return pieces;
  }

  private static boolean noEnd(TimeSpan span) {
    return span.getEnd() == TimeSpan.UNDEFINED_TIME;
  }

  private static int end(TimeSpan span, int start) {
    int end = span.getEnd();
    return end <= start ? end + DayLine.DAY : end;
  }

  private static @Nullable String doubt(HoursState state, @Nullable String comment) {
    return state == HoursState.UNKNOWN && comment == null ? "published as unknown" : null;
  }

  private static boolean matches(
      Rule rule, LocalDate date, HolidayCalendar calendar, Reading reading) {
    return (list(rule.getYears()).isEmpty()
            || rule.getYears().stream().anyMatch(range -> DateMatch.in(range, date)))
        && (list(rule.getDates()).isEmpty()
            || rule.getDates().stream().anyMatch(range -> DateMatch.in(range, date)))
        && (list(rule.getWeeks()).isEmpty()
            || rule.getWeeks().stream().anyMatch(range -> DateMatch.in(range, date)))
        && matchesDay(rule, date, calendar, reading);
  }

  private static boolean matchesDay(
      Rule rule, LocalDate date, HolidayCalendar calendar, Reading reading) {
    boolean days = !list(rule.getDays()).isEmpty();
    boolean holidays = !list(rule.getHolidays()).isEmpty();
    boolean onDay =
        days && rule.getDays().stream().anyMatch(r -> WeekdayMatch.in(r, date, calendar));
    boolean onHoliday =
        holidays
            && rule.getHolidays().stream().anyMatch(h -> isHoliday(h, date, calendar, reading));
    if (days && holidays) {
      // "PH,Sa 09:00" is either of them, "PH Sa 09:00" a holiday that is a Saturday.
      boolean either = rule.getHolidays().stream().allMatch(Holiday::getUseAsWeekDay);
      return either ? onDay || onHoliday : onDay && onHoliday;
    }
    return days ? onDay : !holidays || onHoliday;
  }

  private static boolean isHoliday(
      Holiday holiday, LocalDate date, HolidayCalendar calendar, Reading reading) {
    LocalDate day = date.minusDays(holiday.getOffset());
    boolean isPublic = holiday.getType() == Holiday.Type.PH;
    Boolean known = isPublic ? calendar.publicHoliday(day) : calendar.schoolHoliday(day);
    return known == null ? isPublic ? reading.publicHoliday() : reading.schoolHoliday() : known;
  }

  private boolean mentions(Holiday.Type type) {
    return rules.stream()
        .anyMatch(rule -> list(rule.getHolidays()).stream().anyMatch(h -> h.getType() == type));
  }

  /** A rule after {@code ;} with nothing but times. */
  private boolean repeatsTimes(Rule rule) {
    return rule != rules.get(0)
        && !rule.isAdditive()
        && !rule.isFallBack()
        && !hasDays(rule)
        && !list(rule.getTimes()).isEmpty()
        && state(rule) != HoursState.CLOSED;
  }

  private static boolean hasDays(Rule rule) {
    return !(list(rule.getYears()).isEmpty()
        && list(rule.getDates()).isEmpty()
        && list(rule.getWeeks()).isEmpty()
        && list(rule.getDays()).isEmpty()
        && list(rule.getHolidays()).isEmpty());
  }

  /** The parser leaves absent parts null. */
  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Minutes from midnight as {@code HH:MM}; 26:00 is 02:00. */
  static String clock(int minutes) {
    int ofDay = minutes > DayLine.DAY ? minutes - DayLine.DAY : minutes;
    return String.format(Locale.ROOT, "%02d:%02d", ofDay / 60, ofDay % 60);
  }
}
