package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.core.routing.KNearestSearch;
import org.caremap.core.routing.NearFacility;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.facility.Facility;
import org.caremap.platform.geojson.Shape;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

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
      double lon, double lat, List<String> types, int limit, double maxMinutes, Walker walker) {}

  NearestAnswer answer(Question q) {
    CareSnapshot snapshot = snapshots.current();
    List<Facility> facilities = snapshot.facilities().list();
    int[] asked = snapshot.operating(q.types());
    WalkingProfile profile = q.walker().profile();
    double speed = profile.speedMetersPerSecond();
    double limitMeters =
        q.maxMinutes() == Double.POSITIVE_INFINITY
            ? Double.POSITIVE_INFINITY
            : q.walker().cutoff(q.maxMinutes()).sweepLimitMeters();
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
              .map(near -> near.withFacility(asked[near.facility()]))
              .toList();
      origin =
          new NearestAnswer.Origin(q.lon(), q.lat(), 0.0, false, false, snapshot.snapLimitMeters());
    } else {
      NetworkPlaces here = snapshot.place(q.lon(), q.lat(), profile);
      boolean onStreet = here.isSnapped(0);
      origin =
          new NearestAnswer.Origin(
              q.lon(),
              q.lat(),
              onStreet ? Rounding.meters(here.snapped().accessMeters(0)) : null,
              !onStreet,
              here.snapped().isOnIsland(0),
              snapshot.snapLimitMeters());
      found =
          new KNearestSearch(snapshot.facilityPlaces(profile), asked, q.walker().trip())
              .search(
                  here,
                  0,
                  q.limit(),
                  limitMeters == Double.POSITIVE_INFINITY
                      ? WalkingNetwork.FARTHEST
                      : q.walker().cutoff(q.maxMinutes()).limitMillimeters(),
                  () -> false);
    }
    return new NearestAnswer(
        snapshot.method(false).code(),
        Rounding.kmh(profile.speedMetersPerSecond()),
        profile.code(),
        q.walker().trip().code(),
        origin,
        found.stream()
            .map(
                near ->
                    new NearestAnswer.Result(
                        FacilityRef.of(facilities.get(near.facility())),
                        Rounding.seconds(near.flatMeters(), speed),
                        seconds(near.flatMetersThere(), speed),
                        seconds(near.flatMetersBack(), speed),
                        Rounding.meters(near.path().meters()),
                        Shape.line(near.path().lonLat())))
            .toList());
  }

  private static @Nullable Long seconds(double flatMeters, double speed) {
    return Double.isNaN(flatMeters) ? null : Rounding.seconds(flatMeters, speed);
  }
}
