package org.caremap.coverage;

import java.util.BitSet;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.facility.Facility;
import org.caremap.streets.StreetNetwork;

/** Which demand points arrive at one facility. */
final class Reaches {
  private Reaches() {}

  /**
   * Walking metres from every demand point to one facility.
   *
   * @param facility catalogue index
   * @param limitMeters farther points may be infinite
   */
  static double[] metersTo(
      CareSnapshot snapshot, int facility, WalkingProfile profile, double limitMeters) {
    StreetNetwork streets = snapshot.streets();
    if (streets == null) {
      Facility f = snapshot.facilities().list().get(facility);
      return snapshot
          .straightLine()
          .metersTo(
              f.details().lon(),
              f.details().lat(),
              snapshot.demand().lon(),
              snapshot.demand().lat());
    }
    return ReachSweep.sweep(
            streets.graph(),
            snapshot.snappedFacilities(profile.stepsAllowed()),
            facility,
            profile,
            limitMeters)
        .metersTo(snapshot.snappedDemand(profile.stepsAllowed()));
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
