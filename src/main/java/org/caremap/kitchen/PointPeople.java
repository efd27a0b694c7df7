package org.caremap.kitchen;

import java.util.Arrays;
import java.util.List;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Method;

/**
 * Who eats where: the people who can walk to a meal point in time and have none nearer. It does not
 * hang on kitchens, so it is counted once for all of them.
 */
final class PointPeople {
  private final double[] people;
  private final int[] unknown;

  private PointPeople(double[] people, int[] unknown) {
    this.people = people;
    this.unknown = unknown;
  }

  /**
   * @param types which facilities are walked to
   * @param indices catalogue indices of the operating ones, in the order of the result
   */
  static PointPeople of(
      CareSnapshot snapshot, KitchenQuestion q, List<String> types, int[] indices) {
    double[] people = new double[indices.length];
    int[] unknown = new int[indices.length];
    if (indices.length == 0) {
      return new PointPeople(people, unknown);
    }
    Method method = snapshot.method(false);
    NearestFacilities nearest = snapshot.nearest(types, method, q.walker());
    Cutoff cutoff = q.walker().cutoff(q.walkMinutes());
    double[] counts = snapshot.demand().counts(q.group());
    // By the straight line facilities are counted among those that take part.
    boolean byCatalog = method == Method.NETWORK;
    for (int i = 0; i < counts.length; i++) {
      boolean near =
          nearest.cost(i) < WalkingNetwork.UNREACHED
              && nearest.cost(i) <= cutoff.limitMillimeters();
      int facility = nearest.facility(i);
      if (!near || facility < 0) {
        continue;
      }
      int at = byCatalog ? Arrays.binarySearch(indices, facility) : facility;
      if (Double.isNaN(counts[i])) {
        unknown[at]++;
      } else {
        people[at] += counts[i];
      }
    }
    return new PointPeople(people, unknown);
  }

  double people(int point) {
    return people[point];
  }

  int unknownPoints(int point) {
    return unknown[point];
  }
}
