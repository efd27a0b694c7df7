package org.caremap.core.standards;

import java.util.List;

/**
 * Something that can be measured of areas, facilities or operators. To add one, write one class and
 * name it in {@link Indicators}.
 */
public interface Indicator {
  /** Stable code. */
  String code();

  /** Name in Chinese. */
  String zh();

  /** Name in English. */
  String en();

  /** What is counted. */
  String numerator();

  /** For what. */
  String denominator();

  /** What a rule may set. */
  default List<IndicatorParameter> parameters() {
    return List.of();
  }

  /** Inputs that it is computed from, as the API names them. */
  List<Gap.Field> needs();

  /** Whether a rule has to say which facilities it is about. */
  default boolean countsFacilities() {
    return true;
  }

  /** Measures every subject of a rule. */
  Findings find(RuleInput in);
}
