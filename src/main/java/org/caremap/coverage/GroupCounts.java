package org.caremap.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.jspecify.annotations.Nullable;

/**
 * People by group over some demand points.
 *
 * @param known group code to count; null where nothing is known of the group there
 * @param unknownPoints group code to the number of points whose count is unknown
 */
record GroupCounts(Map<String, @Nullable Double> known, Map<String, Integer> unknownPoints) {
  /**
   * @param chosen which points, by index
   */
  static GroupCounts of(DemandPoints demand, IntPredicate chosen) {
    Map<String, Double> known = new LinkedHashMap<>();
    Map<String, Integer> unknown = new LinkedHashMap<>();
    for (DemandGroup group : DemandGroup.values()) {
      double[] counts = demand.counts(group);
      double sum = 0;
      int knownPoints = 0;
      int unknownPoints = 0;
      boolean knownAnywhere = false;
      for (int i = 0; i < counts.length; i++) {
        boolean isKnown = !Double.isNaN(counts[i]);
        knownAnywhere |= isKnown;
        if (chosen.test(i)) {
          if (isKnown) {
            sum += counts[i];
            knownPoints++;
          } else {
            unknownPoints++;
          }
        }
      }
      // Nobody reached is a zero; a group of which the data say nothing is unknown.
      boolean nothingKnown = knownPoints == 0 && (unknownPoints > 0 || !knownAnywhere);
      known.put(group.code(), nothingKnown ? null : Rounding.people(sum));
      unknown.put(group.code(), unknownPoints);
    }
    return new GroupCounts(known, unknown);
  }
}
