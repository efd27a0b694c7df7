package org.caremap.standards;

import java.util.List;
import java.util.Map;
import org.caremap.area.AreaLevel;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.population.DemandGroup;

/**
 * What is asked of every community.
 *
 * @param verdicts plans, day, area and who walks
 * @param types only these types of facilities; empty for those of the rules
 * @param minutes where no rule of the plans names any
 * @param share of the people who must arrive in time, where no rule names it; 0.01 to 1
 * @param group who is counted
 * @param level areas of its depth
 */
public record CommunitiesQuestion(
    VerdictQuestion verdicts,
    List<String> types,
    double minutes,
    double share,
    DemandGroup group,
    AreaLevel level) {
  /** The API's parameters, defaults spelt out. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = verdicts.parameters();
    parameters.put("communities", "true");
    if (!types.isEmpty()) {
      parameters.put("type", String.join(",", types));
    }
    parameters.put("minutes", SurveyQuestions.plain(minutes));
    parameters.put("share", SurveyQuestions.plain(share));
    parameters.put("group", group.code());
    parameters.put("level", level.code());
    return parameters;
  }
}
