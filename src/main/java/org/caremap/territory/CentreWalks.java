package org.caremap.territory;

import org.caremap.core.geo.GreatCircle;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Walker;
import org.caremap.facility.FacilityDetails;

/**
 * Walks between one centre and everything else.
 *
 * @param unitMeters from each community: the mean over its homes, as flat metres; where none of
 *     them reaches the centre, the straight line from its middle × detour factor
 * @param facilityMeters from each facility of the catalogue; infinite where there is no way
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data that is never compared
record CentreWalks(double[] unitMeters, double[] facilityMeters) {
  static CentreWalks of(
      CareSnapshot snapshot, CommunityStreets streets, int[] unitOfPoint, int centre, Walker who) {
    int[] only = {centre};
    NearestFacilities homes =
        NearestFacilities.sweep(
            snapshot.demandPlaces(who.profile()),
            snapshot.facilityPlaces(who.profile()),
            only,
            who.trip(),
            WalkingNetwork.FARTHEST,
            () -> false);
    NearestFacilities others =
        NearestFacilities.sweep(
            snapshot.facilityPlaces(who.profile()),
            snapshot.facilityPlaces(who.profile()),
            only,
            who.trip(),
            WalkingNetwork.FARTHEST,
            () -> false);
    int units = streets.units().size();
    double[] sum = new double[units];
    int[] count = new int[units];
    for (int i = 0; i < unitOfPoint.length; i++) {
      double meters = homes.meters(i);
      if (unitOfPoint[i] >= 0 && meters < Double.POSITIVE_INFINITY) {
        sum[unitOfPoint[i]] += meters;
        count[unitOfPoint[i]]++;
      }
    }
    FacilityDetails details = snapshot.facilities().list().get(centre).details();
    for (int u = 0; u < units; u++) {
      if (count[u] > 0) {
        sum[u] /= count[u];
      } else if (!Double.isNaN(streets.lon(u))) {
        sum[u] =
            snapshot.detourFactor()
                * GreatCircle.meters(details.lon(), details.lat(), streets.lon(u), streets.lat(u));
      }
    }
    return new CentreWalks(sum, others.meters());
  }
}
