package org.caremap.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.Survey;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.population.DemandGroup;

/**
 * What a board is asked; made by {@link BoardQuestions} only.
 *
 * @param types of facility; on a board they serve together, in a matrix each stands for itself
 * @param group by whom areas are ranked where there are no weights
 * @param weights of groups by code; empty where one group ranks
 * @param scope where, how far and for whom
 * @param capacity whether those are counted who find everything full
 */
public record BoardQuestion(
    List<String> types,
    DemandGroup group,
    Map<String, Double> weights,
    Survey.Scope scope,
    boolean capacity) {
  /** Copies what could change. */
  public BoardQuestion {
    types = List.copyOf(types);
    weights = Map.copyOf(weights);
  }

  /**
   * As parameters, defaults spelt out: {@link BoardQuestions} reads them to the same question.
   *
   * @param matrix whether a matrix was asked for
   */
  Map<String, String> parameters(boolean matrix) {
    Map<String, String> parameters = new TreeMap<>(SurveyQuestions.parameters(scope));
    parameters.put("kind", BoardFigures.KIND);
    parameters.put("type", String.join(",", types));
    parameters.put("group", group.code());
    if (!weights.isEmpty()) {
      parameters.put("weights", SurveyQuestions.pairs(weights));
    }
    if (matrix) {
      parameters.put("matrix", "true");
    } else {
      parameters.put("capacity", Boolean.toString(capacity));
    }
    return parameters;
  }
}
