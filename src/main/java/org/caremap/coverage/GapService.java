package org.caremap.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.core.coverage.GapCluster;
import org.caremap.core.coverage.GapClusters;
import org.caremap.core.graph.Snapped;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.caremap.platform.geojson.Shape;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** Where people are left out: uncovered demand clustered into named polygons. */
@ApplicationScoped
class GapService {
  private final SnapshotService snapshots;

  GapService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * A gap.
   *
   * @param rank 1 for the largest
   * @param name the area with most of its people, and a street there
   * @param demand people left out
   * @param nearestSeconds mean walking time of those who can reach any such facility; null where
   *     nobody can
   * @param nearestSecondsMin of the nearest of them
   * @param nearestSecondsMax of the farthest of them
   * @param unreachable people with no connection at all
   * @param areaCode the area with most of its people
   * @param lon of the middle of its polygon: the middle of its people could be somebody's home
   * @param lat of the middle of its polygon
   */
  record Gap(
      int rank,
      String name,
      double demand,
      @Nullable Long nearestSeconds,
      @Nullable Long nearestSecondsMin,
      @Nullable Long nearestSecondsMax,
      double unreachable,
      @Nullable String areaCode,
      double lon,
      double lat) {}

  /** What the whole list is about. */
  record About(
      String method,
      List<String> types,
      double minutes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> zoneMinutes,
      double speedKmh,
      String profile,
      String trip,
      String group,
      double uncovered) {}

  FeatureCollection answer(CoverageService.Question q) {
    CareSnapshot snapshot = snapshots.current();
    return answer(snapshot, q, DemandInArea.meters(snapshot, q, snapshot.method(q.straightLine())));
  }

  /**
   * The answer for walks that were found already.
   *
   * @param allMeters flat metres of every demand point to its nearest facility
   */
  static FeatureCollection answer(
      CareSnapshot snapshot, CoverageService.Question q, double[] allMeters) {
    Method method = snapshot.method(q.straightLine());
    DemandInArea chosen = DemandInArea.of(snapshot, q.area());
    double[] meters = chosen.pick(allMeters);
    double[] counts = chosen.pick(snapshot.demand().counts(q.group()));
    List<GapCluster> clusters =
        GapClusters.DEFAULT.find(
            chosen.pick(snapshot.demand().lon()),
            chosen.pick(snapshot.demand().lat()),
            counts,
            meters,
            q.zones().cutoffs(snapshot, chosen, q.minutes(), q.walker()));
    double speed = q.walker().speedMetersPerSecond();
    List<Feature> gaps = new ArrayList<>();
    double uncovered = 0;
    for (GapCluster cluster : clusters) {
      int rank = gaps.size() + 1;
      String areaCode = mainArea(snapshot, chosen, cluster, counts);
      boolean far = method == Method.STRAIGHT_LINE;
      uncovered += cluster.demand();
      Point middle = cluster.shape().getCentroid();
      gaps.add(
          new Feature(
              rank,
              Shape.multiPolygon(cluster.shape()),
              new Gap(
                  rank,
                  name(snapshot, areaCode, cluster, rank),
                  Rounding.people(cluster.demand()),
                  seconds(cluster.meanMeters(), speed),
                  seconds(cluster.minMeters(), speed),
                  seconds(cluster.maxMeters(), speed),
                  far ? 0 : Rounding.people(cluster.unreachable()),
                  areaCode,
                  middle.getX(),
                  middle.getY())));
    }
    return new FeatureCollection(
        gaps,
        gaps.size(),
        new About(
            method.code(),
            q.types(),
            q.minutes(),
            q.zones().minutes(),
            Rounding.kmh(speed),
            q.walker().profile().code(),
            q.walker().trip().code(),
            q.group().code(),
            Rounding.people(uncovered)));
  }

  private static @Nullable Long seconds(double meters, double speed) {
    return Double.isNaN(meters) ? null : Rounding.seconds(meters, speed);
  }

  private static @Nullable String mainArea(
      CareSnapshot snapshot, DemandInArea chosen, GapCluster cluster, double[] counts) {
    Map<Integer, Double> people = new HashMap<>();
    Map<String, Integer> indexOfUnit = new HashMap<>();
    PointAreas points = snapshot.pointAreas();
    for (int i : cluster.points()) {
      int area = points.areaOfPoint()[chosen.point(i)];
      if (area != PointAreas.NONE) {
        String unit = snapshot.areas().unitOf(points.codes().get(area));
        people.merge(indexOfUnit.computeIfAbsent(unit, u -> area), counts[i], Double::sum);
      }
    }
    return people.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> snapshot.areas().unitOf(points.codes().get(entry.getKey())))
        .orElse(null);
  }

  private static String name(
      CareSnapshot snapshot, @Nullable String areaCode, GapCluster cluster, int rank) {
    StringBuilder name = new StringBuilder();
    if (areaCode != null) {
      List<Area> lineage = snapshot.areas().lineage(areaCode);
      if (lineage.isEmpty()) {
        name.append(areaCode);
      } else {
        if (lineage.size() > 1 && lineage.get(1).level().depth() >= 3) {
          name.append(lineage.get(1).name()).append(' ');
        }
        name.append(lineage.get(0).name());
      }
    }
    String street = street(snapshot, cluster);
    if (street != null) {
      name.append(name.isEmpty() ? "" : " · ").append(street);
    }
    return name.isEmpty() ? "缺口 Gap " + rank : name.toString();
  }

  private static @Nullable String street(CareSnapshot snapshot, GapCluster cluster) {
    StreetNetwork streets = snapshot.streets();
    if (streets == null) {
      return null;
    }
    return streets.snapper().snap(cluster.lon(), cluster.lat(), snapshot.snapLimitMeters())
            instanceof Snapped on
        ? streets.graph().edgeName(on.edge())
        : null;
  }
}
