package org.caremap.targets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What progress is asked for.
 *
 * @param code of the plan table
 * @param asOf the day; facilities that opened later do not count
 * @param area code of the area whose rows are wanted, with those in it; null for all
 */
public record ProgressQuestion(String code, LocalDate asOf, @Nullable String area) {
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2100;

  /**
   * From parameters as texts.
   *
   * @param today where {@code asOf} is absent
   * @throws ProblemException 400 naming the parameter that is not legal
   */
  static ProgressQuestion of(Map<String, String> texts, LocalDate today) {
    String code = texts.get("code");
    if (code == null || code.isBlank()) {
      throw ProblemException.badParameter("code", null, "the code of a plan table");
    }
    String asOf = texts.get("asOf");
    return new ProgressQuestion(code, asOf == null ? today : day(asOf), texts.get("area"));
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw ProblemException.badParameter(
        "asOf", text, "a day as 2026-09-30, from " + FIRST_YEAR + " to " + LAST_YEAR);
  }

  /** As parameters by name, defaults filled in. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("kind", TargetService.KIND);
    texts.put("code", code);
    texts.put("asOf", asOf.toString());
    if (area != null) {
      texts.put("area", area);
    }
    return texts;
  }
}
