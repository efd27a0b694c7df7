package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.coverage.DemandReach;
import org.caremap.core.coverage.ServiceAreaShape;
import org.caremap.core.coverage.ServiceAreaShapes;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.ReachedPlaces;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.Shape;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/** From where people arrive at a place in time, and who they are. */
@ApplicationScoped
class ServiceAreaService {
  private final SnapshotService snapshots;

  ServiceAreaService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * One service area.
   *
   * @param minutes cut-off, inclusive
   * @param trip which walk counts: to the place, back, or the worse (slower) of the two
   * @param reached people by group, counted at demand points by walking time and never by polygon;
   *     null where unknown
   * @param unknownPoints by group, points reached whose count is unknown
   * @param reachedPoints demand points reached
   * @param toleranceMeters how far a reached demand point may lie outside the drawing; an excluded
   *     one never lies inside
   * @param snapMeters distance of the place to its street; null where it is too far from any
   * @param facility whose area it is, null for any place
   */
  record Properties(
      double minutes,
      String method,
      double speedKmh,
      String profile,
      String trip,
      Map<String, @Nullable Double> reached,
      Map<String, Integer> unknownPoints,
      int reachedPoints,
      double toleranceMeters,
      @Nullable Double snapMeters,
      @Nullable FacilityRef facility) {}

  /** The area of a facility, one feature a band, shortest first. */
  List<Feature> ofFacility(String id, List<Double> minutes, Walker walker) {
    CareSnapshot snapshot = snapshots.current();
    Facility facility =
        snapshot.facilities().find(id).orElseThrow(() -> ProblemException.notFound("facility", id));
    NetworkPlaces places = null;
    int index = 0;
    if (snapshot.streets() != null) {
      places = snapshot.facilityPlaces(walker.profile());
      index = snapshot.facilities().list().indexOf(facility);
    }
    return bands(
        snapshot,
        new Place(facility.details().lon(), facility.details().lat(), places, index),
        minutes,
        walker,
        FacilityRef.of(facility));
  }

  /** The area of any place, one feature a band, shortest first. */
  List<Feature> ofPlace(double lon, double lat, List<Double> minutes, Walker walker) {
    CareSnapshot snapshot = snapshots.current();
    StreetNetwork streets = snapshot.streets();
    NetworkPlaces places = streets == null ? null : snapshot.place(lon, lat, walker.profile());
    return bands(snapshot, new Place(lon, lat, places, 0), minutes, walker, null);
  }

  /** A place and, where streets are loaded, which of the snapped places it is. */
  private record Place(double lon, double lat, @Nullable NetworkPlaces places, int index) {}

  private static List<Feature> bands(
      CareSnapshot snapshot,
      Place place,
      List<Double> minutes,
      Walker walker,
      @Nullable FacilityRef facility) {
    List<Cutoff> cutoffs = minutes.stream().map(walker::cutoff).toList();
    int limit = cutoffs.get(cutoffs.size() - 1).limitMillimeters();
    ReachedPlaces found;
    List<ServiceAreaShape> shapes;
    Double snapMeters = 0.0;
    if (place.places() == null) {
      found =
          snapshot.straightLine().reached(place.lon(), place.lat(), snapshot.demandGrid(), limit);
      shapes =
          ServiceAreaShapes.straightLine(
              place.lon(), place.lat(), snapshot.straightLine(), cutoffs);
    } else {
      ReachSweep reach =
          ReachSweep.sweep(
              place.places(),
              place.index(),
              walker.trip(),
              limit,
              snapshot.demandPlaces(walker.profile()),
              () -> false);
      found = reach.reached();
      shapes =
          ServiceAreaShapes.network(
              reach,
              cutoffs,
              snapshot.snapLimitMeters(),
              DemandReach.of(snapshot.demandGrid(), found::metersOf));
      snapMeters =
          place.places().isSnapped(place.index())
              ? Rounding.meters(place.places().snapped().accessMeters(place.index()))
              : null;
    }
    return features(snapshot, minutes, walker, found, shapes, snapMeters, facility);
  }

  /** One feature a band. */
  static List<Feature> features(
      CareSnapshot snapshot,
      List<Double> minutes,
      Walker walker,
      ReachedPlaces found,
      List<ServiceAreaShape> shapes,
      @Nullable Double snapMeters,
      @Nullable FacilityRef facility) {
    List<Feature> features = new ArrayList<>();
    for (int band = 0; band < minutes.size(); band++) {
      BitSet reached = found.within(walker.cutoff(minutes.get(band)).limitMillimeters());
      GroupCounts counts = GroupCounts.of(snapshot.demand(), reached);
      features.add(
          new Feature(
              null,
              Shape.multiPolygon(shapes.get(band).polygon()),
              new Properties(
                  minutes.get(band),
                  snapshot.method(false).code(),
                  walker.speedKmh(),
                  walker.profile().code(),
                  walker.trip().code(),
                  counts.known(),
                  counts.unknownPoints(),
                  reached.cardinality(),
                  Rounding.meters(shapes.get(band).toleranceMeters()),
                  snapMeters,
                  facility)));
    }
    return features;
  }
}
