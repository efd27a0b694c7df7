package org.caremap.core.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facilities of a rule by who runs them. */
final class OperatorCentres {
  private final Map<String, List<Counted<FacilityFact>>> byOperator = new LinkedHashMap<>();
  private final List<Counted<FacilityFact>> unknown = new ArrayList<>();

  OperatorCentres(RuleInput in) {
    for (Counted<FacilityFact> one : in.facilities()) {
      String operator = name(one.what().operator());
      if (operator == null) {
        unknown.add(one);
      } else {
        byOperator.computeIfAbsent(operator, name -> new ArrayList<>()).add(one);
      }
    }
  }

  private static @Nullable String name(@Nullable String operator) {
    return operator == null || operator.isBlank() ? null : operator.strip();
  }

  /** Named operators with what they run. */
  Map<String, List<Counted<FacilityFact>>> byOperator() {
    return byOperator;
  }

  /** Facilities of which nobody knows who runs them. */
  List<Counted<FacilityFact>> unknown() {
    return unknown;
  }
}
