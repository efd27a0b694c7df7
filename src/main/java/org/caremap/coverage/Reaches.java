package org.caremap.coverage;

import java.util.Arrays;
import java.util.BitSet;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.ReachedPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.facility.Facility;

/** Which demand points arrive at one facility. */
final class Reaches {
  private Reaches() {}

  /**
   * Flat metres of every demand point to one facility.
   *
   * @param facility catalogue index
   * @param cutoff farther points may be infinite
   */
  static double[] metersTo(CareSnapshot snapshot, int facility, Walker walker, Cutoff cutoff) {
    if (snapshot.streets() == null) {
      Facility f = snapshot.facilities().list().get(facility);
      return snapshot
          .straightLine()
          .metersTo(
              f.details().lon(),
              f.details().lat(),
              snapshot.demand().lon(),
              snapshot.demand().lat());
    }
    ReachSweep reach =
        ReachSweep.sweep(
            snapshot.facilityPlaces(walker.profile()),
            facility,
            walker.trip(),
            cutoff.limitMillimeters(),
            snapshot.demandPlaces(walker.profile()),
            () -> false);
    return meters(reach.reached(), snapshot.demand().size());
  }

  /** Flat metres of all points, infinite for those that were not reached. */
  static double[] meters(ReachedPlaces reached, int size) {
    double[] meters = new double[size];
    Arrays.fill(meters, Double.POSITIVE_INFINITY);
    for (int i = 0; i < reached.size(); i++) {
      meters[reached.place(i)] = WalkingNetwork.meters(reached.cost(i));
    }
    return meters;
  }

  /** Indices of the points that arrive in time. */
  static BitSet within(double[] meters, Cutoff cutoff) {
    BitSet within = new BitSet(meters.length);
    for (int i = 0; i < meters.length; i++) {
      if (cutoff.covers(meters[i])) {
        within.set(i);
      }
    }
    return within;
  }
}
