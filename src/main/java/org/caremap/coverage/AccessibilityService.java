package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.core.coverage.AccessibilityCount;
import org.caremap.core.coverage.DistanceDecay;
import org.caremap.core.coverage.FloatingCatchments;
import org.caremap.core.routing.ReachTable;

/** How much there is for each person, where catchments overlap. */
@ApplicationScoped
class AccessibilityService {
  private static final double PER = 1000;

  private final SnapshotService snapshots;

  AccessibilityService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  AccessibilityAnswer answer(CapacityQuestion q, CatchmentModel model) {
    CareSnapshot snapshot = snapshots.current();
    DemandInArea chosen = DemandInArea.of(snapshot, q.area());
    ReachTable reach = snapshot.reachTable(q.types(), q.walker(), q.walker().cutoff(q.minutes()));
    int[] facilities = snapshot.operating(q.types());
    double[] counts = snapshot.demand().counts(q.group());
    FloatingCatchments catchments =
        FloatingCatchments.of(
            reach,
            q.capacity().of(snapshot.facilities().list(), facilities),
            counts,
            q.walker().speedMetersPerSecond(),
            model.decay());
    Grouping grouping = Grouping.of(snapshot, chosen, q.level());
    int none = grouping.codes().size();
    AccessibilityCount[] tally =
        catchments.count(counts, chosen.spread(grouping.areaOfPoint(), counts.length), none + 1);
    int[] points = grouping.pointsPerArea();
    List<AccessibilityAnswer.AreaNumbers> areas = new ArrayList<>();
    for (int a = 0; a < none; a++) {
      String code = grouping.codes().get(a);
      Optional<Area> area = snapshot.areas().find(code);
      areas.add(
          new AccessibilityAnswer.AreaNumbers(
              code,
              area.map(Area::name).orElse(null),
              area.map(found -> found.level().code()).orElse(null),
              area.map(Area::parentCode).orElse(null),
              numbers(tally[a], points[a])));
    }
    areas.sort(Comparator.comparing(AccessibilityAnswer.AreaNumbers::code));
    return new AccessibilityAnswer(
        snapshot.method(false).code(),
        q.types(),
        q.minutes(),
        Rounding.kmh(q.walker().speedMetersPerSecond()),
        q.walker().profile().code(),
        q.group().code(),
        q.area(),
        model.code(),
        zones(model.decay()),
        q.capacity().code(),
        facilities.length,
        catchments.unknownSupply(),
        numbers(sum(tally, none + 1), chosen.size()),
        areas,
        points[none] == 0 ? null : numbers(tally[none], points[none]));
  }

  /** Of the chosen points only: the last entry of a tally is of all. */
  private static AccessibilityCount sum(AccessibilityCount[] tally, int entries) {
    double demand = 0;
    double supply = 0;
    double withNone = 0;
    int unknown = 0;
    for (int a = 0; a < entries; a++) {
      demand += tally[a].demand();
      supply += tally[a].supply();
      withNone += tally[a].demandWithNone();
      unknown += tally[a].unknownPoints();
    }
    return new AccessibilityCount(demand, supply, withNone, unknown);
  }

  private static List<AccessibilityAnswer.Zone> zones(DistanceDecay decay) {
    return decay instanceof DistanceDecay.Zones with
        ? with.zones().stream()
            .map(zone -> new AccessibilityAnswer.Zone(zone.untilSeconds() / 60, zone.weight()))
            .toList()
        : List.of();
  }

  private static AccessibilityAnswer.Numbers numbers(AccessibilityCount count, int points) {
    boolean nobody = count.demand() == 0;
    return new AccessibilityAnswer.Numbers(
        Rounding.people(count.demand()),
        nobody ? null : Rounding.people(count.accessibility() * PER),
        Rounding.people(count.demandWithNone()),
        nobody ? null : Rounding.share(count.demandWithNone() / count.demand()),
        count.unknownPoints(),
        points);
  }
}
