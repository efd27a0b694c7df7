package org.caremap.hours;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry (a country's year) of a calendar file. Whatever is unknown or contradicts itself
 * is refused with file, entry, field, value and legal range: a slip of the pen must not send
 * anybody to a closed door.
 */
final class CalendarReader {
  /** Weekdays as in opening hours, Monday first. */
  static final List<String> WEEKDAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

  private static final Pattern COUNTRY = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final Set<String> FIELDS =
      Set.of("country", "year", "source", "holidays", "workdays", "schoolHolidays");

  private final String file;
  private final int number;
  private int year;

  private CalendarReader(String file, int number) {
    this.file = file;
    this.number = number;
  }

  /**
   * @param file named in errors
   * @param number of the entry in its file, from 1, named in errors
   * @throws IllegalStateException naming file, entry, field, value and legal range
   */
  static CalendarYear read(String file, int number, JsonNode node) {
    return new CalendarReader(file, number).entry(node);
  }

  private CalendarYear entry(JsonNode node) {
    onlyKnown(node, "", FIELDS);
    String country = text(node, "", "country");
    if (!COUNTRY.matcher(country).matches() || country.equals("none")) {
      throw wrong(
          "country", node.get("country"), "1 to 20 lower-case letters, digits and -, not none");
    }
    JsonNode number = node.path("year");
    if (!number.isInt() || number.asInt() < FIRST_YEAR || number.asInt() > LAST_YEAR) {
      throw wrong("year", node.get("year"), "[%d, %d]".formatted(FIRST_YEAR, LAST_YEAR));
    }
    year = number.asInt();
    String source = text(node, "", "source");
    Map<LocalDate, HoursAnswer.Name> holidays = new HashMap<>();
    JsonNode list = list(node, "holidays");
    if (list.isEmpty()) {
      throw wrong("holidays", node.get("holidays"), "a list of at least one holiday");
    }
    for (int i = 0; i < list.size(); i++) {
      holiday("holidays[" + (i + 1) + "].", list.get(i), holidays);
    }
    Map<LocalDate, DayOfWeek> workdays = new HashMap<>();
    for (int i = 0; i < list(node, "workdays").size(); i++) {
      workday("workdays[" + (i + 1) + "].", node.get("workdays").get(i), holidays, workdays);
    }
    Set<LocalDate> school = node.has("schoolHolidays") ? new HashSet<>() : null;
    for (int i = 0; school != null && i < list(node, "schoolHolidays").size(); i++) {
      String path = "schoolHolidays[" + (i + 1) + "].";
      JsonNode item = node.get("schoolHolidays").get(i);
      onlyKnown(item, path, Set.of("from", "to"));
      for (LocalDate day : days(path, item)) {
        school.add(day);
      }
    }
    return new CalendarYear(country, year, source, holidays, workdays, school);
  }

  private void holiday(String path, JsonNode item, Map<LocalDate, HoursAnswer.Name> holidays) {
    onlyKnown(item, path, Set.of("zh", "en", "from", "to"));
    HoursAnswer.Name name = new HoursAnswer.Name(text(item, path, "zh"), text(item, path, "en"));
    for (LocalDate day : days(path, item)) {
      if (holidays.put(day, name) != null) {
        throw wrong(path + "from", item.get("from"), "days of no other holiday; twice: " + day);
      }
    }
  }

  private void workday(
      String path,
      JsonNode item,
      Map<LocalDate, HoursAnswer.Name> holidays,
      Map<LocalDate, DayOfWeek> workdays) {
    onlyKnown(item, path, Set.of("date", "like"));
    LocalDate date = date(item, path, "date");
    DayOfWeek weekday = date.getDayOfWeek();
    if (weekday.getValue() < 6 || holidays.containsKey(date) || workdays.containsKey(date)) {
      throw wrong(
          path + "date",
          item.get("date"),
          "a Saturday or Sunday that is no holiday, each once; it is a "
              + WEEKDAYS.get(weekday.getValue() - 1));
    }
    // Saturday is worked as the Friday before it, Sunday as the Monday after it.
    DayOfWeek like = weekday == DayOfWeek.SATURDAY ? DayOfWeek.FRIDAY : DayOfWeek.MONDAY;
    if (item.has("like")) {
      int index = WEEKDAYS.indexOf(item.get("like").asText());
      if (index < 0 || index > 4) {
        throw wrong(path + "like", item.get("like"), "one of Mo, Tu, We, Th, Fr");
      }
      like = DayOfWeek.of(index + 1);
    }
    workdays.put(date, like);
  }

  private LocalDate[] days(String path, JsonNode item) {
    LocalDate from = date(item, path, "from");
    LocalDate to = item.has("to") ? date(item, path, "to") : from;
    if (to.isBefore(from)) {
      throw wrong(path + "to", item.get("to"), "not before from (" + from + ")");
    }
    return from.datesUntil(to.plusDays(1)).toArray(LocalDate[]::new);
  }

  private LocalDate date(JsonNode item, String path, String field) {
    String legal = "a day as %d-05-01, from %d-12-01 to %d-12-31".formatted(year, year - 1, year);
    if (!item.hasNonNull(field) || !DATE.matcher(item.get(field).asText()).matches()) {
      throw wrong(path + field, item.get(field), legal);
    }
    try {
      LocalDate date = LocalDate.parse(item.get(field).asText());
      if (date.isBefore(LocalDate.of(year - 1, 12, 1)) || date.getYear() > year) {
        throw wrong(path + field, item.get(field), legal);
      }
      return date;
    } catch (DateTimeException e) {
      throw wrong(path + field, item.get(field), legal);
    }
  }

  private JsonNode list(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      throw wrong(field, list, "a list");
    }
    return list;
  }

  private String text(JsonNode in, String path, String field) {
    JsonNode value = in.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(path + field, in.get(field), "a text");
    }
    return value.asText();
  }

  private void onlyKnown(JsonNode in, String path, Set<String> known) {
    String legal = String.join(", ", new TreeSet<>(known));
    if (!in.isObject()) {
      throw wrong(path.isEmpty() ? "the entry" : path, in, "fields " + legal);
    }
    for (Iterator<String> names = in.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw wrong(path + name, in.get(name), "only fields " + legal);
      }
    }
  }

  private IllegalStateException wrong(String field, @Nullable JsonNode value, String legal) {
    return new IllegalStateException(
        value == null
            ? "%s, entry %d: %s is missing; legal: %s".formatted(file, number, field, legal)
            : "%s, entry %d: %s is %s; legal: %s".formatted(file, number, field, value, legal));
  }

  /** {@code Mo} … {@code Su}. */
  static String code(DayOfWeek day) {
    return WEEKDAYS.get(day.getValue() - 1);
  }
}
