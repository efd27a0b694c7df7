package org.caremap.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.coverage.Walker;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the rules.
 *
 * @param plans codes, at least none; the adopted ones were put in where none was named
 * @param asOf day of which is judged
 * @param countsUndated whether operating facilities of unknown opening day count; kept with the
 *     question, as today is a past day tomorrow
 * @param area code of the area that is judged, null for all
 * @param walker who walks
 * @param flat whether every metre takes the same time
 * @param straightLine judge walks by straight lines even where streets are loaded
 */
public record VerdictQuestion(
    List<String> plans,
    LocalDate asOf,
    boolean countsUndated,
    @Nullable String area,
    Walker walker,
    boolean flat,
    boolean straightLine) {
  /** The kind of these figures in the ledger. */
  public static final String KIND = "verdicts";

  /** Facilities of unknown opening day count. */
  static final String COUNTED = "counted";

  public VerdictQuestion {
    plans = List.copyOf(plans);
  }

  /** The same for other plans. */
  public VerdictQuestion withPlans(List<String> others) {
    return new VerdictQuestion(others, asOf, countsUndated, area, walker, flat, straightLine);
  }

  /** The same of the whole territory. */
  VerdictQuestion everywhere() {
    return new VerdictQuestion(plans, asOf, countsUndated, null, walker, flat, straightLine);
  }

  /** The API's parameters, defaults spelt out: reading them asks the same. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("kind", KIND);
    parameters.put("plan", String.join(",", plans));
    parameters.put("asOf", asOf.toString());
    if (countsUndated) {
      // A past day stays one; today does not stay today.
      parameters.put("undated", COUNTED);
    }
    if (area != null) {
      parameters.put("area", area);
    }
    parameters.put("profile", walker.profile().code());
    parameters.put("speedKmh", SurveyQuestions.plain(walker.speedKmh()));
    parameters.put("trip", walker.trip().code());
    parameters.put("flat", Boolean.toString(flat));
    parameters.put("straightLine", Boolean.toString(straightLine));
    return parameters;
  }
}
