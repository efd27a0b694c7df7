package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.core.coverage.CoverageCount;
import org.caremap.core.coverage.CoverageTally;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Who arrives in time, overall and by area. */
@ApplicationScoped
class CoverageService {
  private final SnapshotService snapshots;

  CoverageService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * What is asked.
   *
   * @param zones minutes of zones that have their own
   * @param area only points in this area, null for all
   * @param level group by areas of this level, null for the points' own areas
   * @param straightLine judge by straight lines even where streets are loaded
   * @param detour walking metres per straight metre, null for the configured one
   */
  record Question(
      List<String> types,
      double minutes,
      ZoneMinutes zones,
      Walker walker,
      DemandGroup group,
      @Nullable String area,
      @Nullable AreaLevel level,
      boolean straightLine,
      @Nullable Double detour) {
    Question withTypes(List<String> others) {
      return new Question(others, minutes, zones, walker, group, area, level, straightLine, detour);
    }
  }

  CoverageAnswer answer(Question q) {
    return answer(snapshots.current(), q);
  }

  private static CoverageAnswer answer(CareSnapshot snapshot, Question q) {
    Method method = snapshot.method(q.straightLine());
    return answer(
        snapshot,
        q,
        DemandInArea.meters(snapshot, q, method),
        snapshot.operating(q.types()).length);
  }

  /** The types of the facilities that serve now, in order of their codes. */
  List<String> operatingTypes() {
    return snapshots.current().facilities().list().stream()
        .filter(Facility::isOperating)
        .map(facility -> facility.details().type())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Each type of the question by itself, in one job over all cores. Nobody is walked farther than
   * the longest of the minutes.
   */
  List<CoverageAnswer> byType(Question q) {
    CareSnapshot snapshot = snapshots.current();
    if (snapshot.method(q.straightLine()) == Method.NETWORK) {
      // Joined to the streets before the types part: one waiting for another inside a parallel job
      // would hold up a core.
      snapshot.demandPlaces(q.walker().profile());
      snapshot.facilityPlaces(q.walker().profile());
    }
    return q.types().parallelStream()
        .map(type -> q.withTypes(List.of(type)))
        .map(
            one ->
                answer(
                    snapshot,
                    one,
                    snapshot.metersWithin(one, one.zones().longest(one.minutes())),
                    snapshot.operating(one.types()).length))
        .toList();
  }

  /**
   * The answer for walks that were found already.
   *
   * @param meters flat metres of every demand point to its nearest facility
   * @param facilities how many facilities there are
   */
  static CoverageAnswer answer(CareSnapshot snapshot, Question q, double[] meters, int facilities) {
    Method method = snapshot.method(q.straightLine());
    double[] counts = snapshot.demand().counts(q.group());
    DemandInArea chosen = DemandInArea.of(snapshot, q.area());
    Grouping grouping = Grouping.of(snapshot, chosen, q.level());
    CoverageTally tally =
        CoverageTally.of(
            chosen.pick(meters),
            chosen.pick(counts),
            grouping.areaOfPoint(),
            grouping.codes().size() + 1,
            q.zones().cutoffs(snapshot, chosen, q.minutes(), q.walker()));
    int[] points = grouping.pointsPerArea();
    List<CoverageAnswer.AreaNumbers> areas = new ArrayList<>();
    for (int a = 0; a < grouping.codes().size(); a++) {
      String code = grouping.codes().get(a);
      Optional<Area> area = snapshot.areas().find(code);
      areas.add(
          new CoverageAnswer.AreaNumbers(
              code,
              area.map(Area::name).orElse(null),
              area.map(found -> found.level().code()).orElse(null),
              area.map(Area::parentCode).orElse(null),
              numbers(tally.area(a), points[a], method)));
    }
    areas.sort(Comparator.comparing(CoverageAnswer.AreaNumbers::code));
    int none = grouping.codes().size();
    return new CoverageAnswer(
        method.code(),
        q.types(),
        q.minutes(),
        q.zones().minutes(),
        q.walker().speedKmh(),
        q.walker().profile().code(),
        q.walker().trip().code(),
        q.group().code(),
        q.area(),
        facilities,
        numbers(tally.total(), chosen.size(), method),
        areas,
        points[none] == 0 ? null : numbers(tally.area(none), points[none], method));
  }

  /**
   * A count as it is shown: the one way for coverage and board.
   *
   * @param points counted points, those with unknown counts too
   */
  static CoverageAnswer.Numbers numbers(CoverageCount count, int points, Method method) {
    // A straight line leads everywhere, so there nobody is unreachable, only far.
    double unreachable = method == Method.STRAIGHT_LINE ? 0 : count.unreachable();
    return new CoverageAnswer.Numbers(
        Rounding.people(count.demand()),
        Rounding.people(count.covered()),
        Rounding.people(count.uncovered()),
        Rounding.people(unreachable),
        count.unknownPoints(),
        points,
        count.demand() == 0 ? null : Rounding.share(count.coveredShare()));
  }
}
