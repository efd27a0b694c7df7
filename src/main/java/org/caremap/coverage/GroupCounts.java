package org.caremap.coverage;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
  static GroupCounts of(DemandPoints demand, BitSet chosen) {
    Map<String, Double> known = new LinkedHashMap<>();
    Map<String, Integer> unknown = new LinkedHashMap<>();
    for (DemandGroup group : DemandGroup.values()) {
      double[] counts = demand.counts(group);
      double sum = 0;
      int unknownPoints = 0;
      for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
        if (Double.isNaN(counts[i])) {
          unknownPoints++;
        } else {
          sum += counts[i];
        }
      }
      int knownPoints = chosen.cardinality() - unknownPoints;
      // Nobody reached is a zero; a group of which the data say nothing is unknown.
      boolean nothingKnown =
          knownPoints == 0 && (unknownPoints > 0 || !demand.isKnownAnywhere(group));
      known.put(group.code(), nothingKnown ? null : Rounding.people(sum));
      unknown.put(group.code(), unknownPoints);
    }
    return new GroupCounts(known, unknown);
  }
}
