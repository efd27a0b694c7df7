package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.core.graph.SnapResult;
import org.caremap.core.graph.Snapped;
import org.caremap.core.routing.KNearestSearch;
import org.caremap.core.routing.NearFacility;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.facility.Facility;
import org.caremap.platform.geojson.Shape;
import org.caremap.streets.StreetNetwork;

/** The nearest facilities of a place, on foot. */
@ApplicationScoped
class NearestService {
  private final SnapshotService snapshots;

  NearestService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * What is asked.
   *
   * @param maxMinutes inclusive, may be infinite
   */
  record Question(
      double lon,
      double lat,
      List<String> types,
      int limit,
      double maxMinutes,
      WalkingProfile profile) {}

  NearestAnswer answer(Question q) {
    CareSnapshot snapshot = snapshots.current();
    List<Facility> facilities = snapshot.facilities().list();
    int[] asked = snapshot.operating(q.types());
    WalkingProfile profile = q.profile();
    double limitMeters =
        q.maxMinutes() == Double.POSITIVE_INFINITY
            ? Double.POSITIVE_INFINITY
            : Cutoffs.of(q.maxMinutes(), profile).sweepLimitMeters();
    StreetNetwork streets = snapshot.streets();
    List<NearFacility> found;
    NearestAnswer.Origin origin;
    if (streets == null) {
      found =
          snapshot
              .straightLine()
              .kNearest(
                  q.lon(),
                  q.lat(),
                  snapshot.facilityLon(asked),
                  snapshot.facilityLat(asked),
                  q.limit(),
                  limitMeters)
              .stream()
              .map(near -> new NearFacility(asked[near.facility()], near.meters(), near.path()))
              .toList();
      origin = new NearestAnswer.Origin(q.lon(), q.lat(), 0.0, false, snapshot.snapLimitMeters());
    } else {
      SnapResult snap =
          streets
              .snapper()
              .snap(q.lon(), q.lat(), snapshot.snapLimitMeters(), profile.stepsAllowed());
      Double snapMeters = snap instanceof Snapped on ? Rounding.meters(on.accessMeters()) : null;
      origin =
          new NearestAnswer.Origin(
              q.lon(), q.lat(), snapMeters, snapMeters == null, snapshot.snapLimitMeters());
      found =
          new KNearestSearch(
                  streets.graph(),
                  snapshot.snappedFacilities(profile.stepsAllowed()),
                  asked,
                  profile)
              .search(q.lon(), q.lat(), snap, q.limit(), limitMeters);
    }
    return new NearestAnswer(
        snapshot.method(false).code(),
        Rounding.kmh(profile.speedMetersPerSecond()),
        profile.code(),
        origin,
        found.stream()
            .map(
                near ->
                    new NearestAnswer.Result(
                        FacilityRef.of(facilities.get(near.facility())),
                        Rounding.seconds(near.meters(), profile.speedMetersPerSecond()),
                        Rounding.meters(near.meters()),
                        Shape.line(near.path().lonLat())))
            .toList());
  }
}
