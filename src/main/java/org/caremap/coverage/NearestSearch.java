package org.caremap.coverage;

import java.util.List;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.KNearestSearch;
import org.caremap.core.routing.NearFacility;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/** Searches the nearest of some facilities for one walker in one state of the data. */
public final class NearestSearch {
  private final CareSnapshot snapshot;
  private final Walker walker;
  private final @Nullable WalkingNetwork network;

  /**
   * @param snapshot what is loaded
   * @param walker who walks
   */
  public NearestSearch(CareSnapshot snapshot, Walker walker) {
    this.snapshot = snapshot;
    this.walker = walker;
    this.network = snapshot.streets() == null ? null : snapshot.network(walker.profile());
  }

  /**
   * What was found.
   *
   * @param origin the place asked for
   * @param facilities nearest first, by catalogue index
   */
  public record Found(NearestAnswer.Origin origin, List<NearFacility> facilities) {}

  /** The streets as the walker walks them; null where none are loaded. */
  public @Nullable WalkingNetwork network() {
    return network;
  }

  /**
   * Searches.
   *
   * @param indices catalogue indices of the facilities that may be found
   * @param limit how many, at least 1
   * @param maxMinutes inclusive, may be infinite
   */
  public Found search(double lon, double lat, int[] indices, int limit, double maxMinutes) {
    boolean endless = maxMinutes == Double.POSITIVE_INFINITY;
    if (network == null) {
      double limitMeters =
          endless ? Double.POSITIVE_INFINITY : walker.cutoff(maxMinutes).sweepLimitMeters();
      List<NearFacility> found =
          snapshot
              .straightLine()
              .kNearest(
                  lon,
                  lat,
                  snapshot.facilityLon(indices),
                  snapshot.facilityLat(indices),
                  limit,
                  limitMeters)
              .stream()
              .map(near -> near.withFacility(indices[near.facility()]))
              .toList();
      return new Found(
          new NearestAnswer.Origin(lon, lat, 0.0, false, false, snapshot.snapLimitMeters()), found);
    }
    WalkingProfile profile = walker.profile();
    NetworkPlaces here = snapshot.place(lon, lat, profile);
    boolean onStreet = here.isSnapped(0);
    NearestAnswer.Origin origin =
        new NearestAnswer.Origin(
            lon,
            lat,
            onStreet ? Rounding.meters(here.snapped().accessMeters(0)) : null,
            !onStreet,
            here.snapped().isOnIsland(0),
            snapshot.snapLimitMeters());
    int limitMillimeters =
        endless ? WalkingNetwork.FARTHEST : walker.cutoff(maxMinutes).limitMillimeters();
    return new Found(
        origin,
        new KNearestSearch(snapshot.facilityPlaces(profile), indices, walker.trip())
            .search(here, 0, limit, limitMillimeters, () -> false));
  }

  /** Whether the walk that counts is within so many minutes, unrounded and inclusive. */
  public boolean isWithin(NearFacility near, double minutes) {
    Cutoff cutoff = walker.cutoff(minutes);
    return network == null
        ? cutoff.covers(near.flatMeters())
        : Math.round(near.flatMeters() * 1e3) <= cutoff.limitMillimeters();
  }

  /** A found facility as answers show it. */
  public NearestAnswer.Result result(NearFacility near) {
    double speed = walker.speedMetersPerSecond();
    return new NearestAnswer.Result(
        FacilityRef.of(snapshot.facilities().list().get(near.facility())),
        Rounding.seconds(near.flatMeters(), speed),
        seconds(near.flatMetersThere(), speed),
        seconds(near.flatMetersBack(), speed),
        Rounding.meters(near.path().meters()),
        Shape.line(near.path().lonLat()));
  }

  private static @Nullable Long seconds(double flatMeters, double speed) {
    return Double.isNaN(flatMeters) ? null : Rounding.seconds(flatMeters, speed);
  }
}
