package org.caremap.coverage;

import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.ReachedPlaces;
import org.caremap.facility.Facility;

/** Which demand points arrive at one facility. */
final class Reaches {
  private Reaches() {}

  /**
   * The demand points within a cut-off of a facility.
   *
   * @param facility catalogue index
   */
  static ReachedPlaces of(CareSnapshot snapshot, int facility, Walker walker, Cutoff cutoff) {
    if (snapshot.streets() == null) {
      Facility f = snapshot.facilities().list().get(facility);
      return snapshot
          .straightLine()
          .reached(
              f.details().lon(),
              f.details().lat(),
              snapshot.demandGrid(),
              cutoff.limitMillimeters());
    }
    return ReachSweep.sweep(
            snapshot.facilityPlaces(walker.profile()),
            facility,
            walker.trip(),
            cutoff.limitMillimeters(),
            snapshot.demandPlaces(walker.profile()),
            () -> false)
        .reached();
  }
}
