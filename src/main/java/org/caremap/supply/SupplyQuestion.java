package org.caremap.supply;

import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.Survey;
import org.caremap.coverage.SurveyQuestions;

/**
 * What is asked of supply; made by {@link SupplyQuestions} only.
 *
 * @param scope where, how far and for whom
 */
public record SupplyQuestion(Survey.Scope scope) {
  /** As parameters, defaults spelt out. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(SurveyQuestions.parameters(scope));
    parameters.put("kind", SupplyFigures.KIND);
    return parameters;
  }
}
