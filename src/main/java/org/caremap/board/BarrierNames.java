package org.caremap.board;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.caremap.core.geo.PointGrid;
import org.caremap.coverage.Barriers;
import org.caremap.coverage.Survey;
import org.caremap.facility.Facility;

/**
 * What bars the way in an area: of the few points where most people are barred, the straight lines
 * to the nearest facility are drawn, and what they cross has the voices of the people there.
 */
final class BarrierNames {
  private static final int POINTS = 8;

  private final Survey survey;
  private final PointGrid facilities;
  private final Map<Integer, PriorityQueue<Integer>> worst = new HashMap<>();
  private final int group;

  /**
   * @param indices of the facilities, in the catalogue
   * @param barred positions of the barred points
   * @param group index of the group whose people count
   */
  BarrierNames(Survey survey, int[] indices, BitSet barred, int group) {
    this.survey = survey;
    this.group = group;
    double[] lon = new double[indices.length];
    double[] lat = new double[indices.length];
    for (int f = 0; f < indices.length; f++) {
      Facility facility = survey.snapshot().facilities().list().get(indices[f]);
      lon[f] = facility.details().lon();
      lat[f] = facility.details().lat();
    }
    facilities = new PointGrid(lon, lat);
    // The least of the kept points first, so that it is the one that leaves.
    Comparator<Integer> least =
        Comparator.comparingDouble((Integer i) -> survey.table().people(group, i))
            .thenComparing(Comparator.reverseOrder());
    for (int i = barred.nextSetBit(0); i >= 0; i = barred.nextSetBit(i + 1)) {
      if (survey.table().people(group, i) > 0) {
        PriorityQueue<Integer> kept =
            worst.computeIfAbsent(survey.table().entry(i), e -> new PriorityQueue<>(least));
        kept.add(i);
        if (kept.size() > POINTS) {
          kept.remove();
        }
      }
    }
  }

  /** What bars the way of most; nothing where no known water or railway does. */
  Optional<Barriers.Barrier> of(int entry) {
    Map<Barriers.Barrier, Double> voices = new HashMap<>();
    PriorityQueue<Integer> points = worst.get(entry);
    if (points == null) {
      return Optional.empty();
    }
    for (int i : points) {
      int point = survey.table().point(i);
      double lon = survey.snapshot().demand().lon()[point];
      double lat = survey.snapshot().demand().lat()[point];
      int nearest = facilities.nearest(lon, lat);
      survey
          .snapshot()
          .barriers()
          .between(lon, lat, facilities.lon(nearest), facilities.lat(nearest))
          .ifPresent(
              barrier -> voices.merge(barrier, survey.table().people(group, i), Double::sum));
    }
    return voices.entrySet().stream()
        .max(
            Map.Entry.<Barriers.Barrier, Double>comparingByValue()
                .thenComparing(voice -> voice.getKey().toString()))
        .map(Map.Entry::getKey);
  }
}
