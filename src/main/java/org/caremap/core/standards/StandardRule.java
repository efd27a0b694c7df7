package org.caremap.core.standards;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a plan.
 *
 * @param id unique over all plans
 * @param plan code of its plan
 * @param seedFile document that it is from, empty where none
 * @param quote its words there
 * @param zh what is asked, in Chinese
 * @param en what is asked, in English
 * @param appliesTo areas
 * @param facilities facilities
 * @param indicator code of an {@link Indicator}
 * @param parameters of the indicator, by name: number, text, flag or list of texts
 * @param comparison how the value is held against the threshold
 * @param threshold in the unit
 * @param wanted a stricter value that the plan would like, null where none
 * @param relaxed a lower threshold where few elders live, null where none
 * @param unit in English
 * @param unitZh in Chinese
 * @param due last year to get there, null where the plan names none
 */
public record StandardRule(
    String id,
    String plan,
    String seedFile,
    String quote,
    String zh,
    String en,
    AppliesTo appliesTo,
    FacilityFilter facilities,
    String indicator,
    Map<String, Object> parameters,
    Comparison comparison,
    double threshold,
    @Nullable Double wanted,
    @Nullable Relaxed relaxed,
    String unit,
    String unitZh,
    @Nullable Integer due) {
  public StandardRule {
    parameters = Map.copyOf(parameters);
  }

  /** The same with another threshold. */
  public StandardRule withThreshold(double other) {
    return new StandardRule(
        id,
        plan,
        seedFile,
        quote,
        zh,
        en,
        appliesTo,
        facilities,
        indicator,
        parameters,
        comparison,
        other,
        null,
        null,
        unit,
        unitZh,
        due);
  }

  /** A parameter that is a number. */
  public double number(String name, double otherwise) {
    return parameters.get(name) instanceof Number n ? n.doubleValue() : otherwise;
  }

  /** A parameter that is a text. */
  public String text(String name, String otherwise) {
    return parameters.get(name) instanceof String s ? s : otherwise;
  }

  /** A parameter that is yes or no. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(parameters.get(name));
  }

  /** A parameter that is a list of texts. */
  public List<String> texts(String name, List<String> otherwise) {
    return parameters.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : otherwise;
  }
}
