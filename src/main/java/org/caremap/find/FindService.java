package org.caremap.find;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.routing.NearFacility;
import org.caremap.core.routing.Way;
import org.caremap.core.routing.WayDescriber;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.NearestAnswer;
import org.caremap.coverage.NearestSearch;
import org.caremap.coverage.SnapshotService;
import org.caremap.facility.Facility;
import org.caremap.hours.HoursService;
import org.jspecify.annotations.Nullable;

/** Answers what is near for a need: by walking time, with hours, delivery and the way in words. */
@ApplicationScoped
public class FindService {
  private static final int MOST_DELIVERIES = 5;

  private final SnapshotService snapshots;
  private final Needs needs;
  private final HoursService hours;
  private final Clock clock = Clock.systemUTC();

  FindService(SnapshotService snapshots, Needs needs, HoursService hours) {
    this.snapshots = snapshots;
    this.needs = needs;
    this.hours = hours;
  }

  /** How many operating facilities answer a need. */
  public int count(Need need) {
    return (int)
        snapshots.current().facilities().list().stream()
            .filter(f -> f.isOperating() && need.isAnsweredBy(f))
            .count();
  }

  /** Answers a question; the same as {@code /api/v1/nearest} as far as that goes. */
  public FindAnswer answer(FindQuestion q) {
    CareSnapshot snapshot = snapshots.current();
    List<Facility> facilities = snapshot.facilities().list();
    Need need = q.need() == null ? null : needs.get(q.need());
    Predicate<Facility> asked =
        need == null ? f -> q.types().contains(f.details().type()) : need::isAnsweredBy;
    int[] indices =
        IntStream.range(0, facilities.size())
            .filter(i -> facilities.get(i).isOperating() && asked.test(facilities.get(i)))
            .toArray();
    NearestSearch search = new NearestSearch(snapshot, q.walker());
    NearestSearch.Found found =
        search.search(q.lon(), q.lat(), indices, q.limit(), Double.POSITIVE_INFINITY);
    Area area = snapshot.areaAt(q.lon(), q.lat()).orElse(null);
    Set<String> lineage =
        area == null
            ? Set.of()
            : snapshot.areas().lineage(area.code()).stream()
                .map(Area::code)
                .collect(Collectors.toSet());
    Instant now = clock.instant();
    List<FindAnswer.Result> results = new ArrayList<>();
    for (NearFacility near : found.facilities()) {
      results.add(result(search, near, facilities.get(near.facility()), q.minutes(), lineage, now));
    }
    return new FindAnswer(
        snapshot.method(false).code(),
        q.walker().speedKmh(),
        q.walker().profile().code(),
        q.walker().trip().code(),
        q.minutes(),
        q.need(),
        now.atZone(hours.zone()).toOffsetDateTime().withNano(0),
        FindAnswer.Origin.of(
            found.origin(),
            area == null ? null : new FindAnswer.AreaName(area.code(), area.name())),
        (int) results.stream().filter(FindAnswer.Result::within).count(),
        results,
        deliveries(need, facilities, lineage, q.lon(), q.lat(), now));
  }

  private FindAnswer.Result result(
      NearestSearch search,
      NearFacility near,
      Facility facility,
      double minutes,
      Set<String> lineage,
      Instant now) {
    NearestAnswer.Result walk = search.result(near);
    return new FindAnswer.Result(
        FindAnswer.Place.of(facility),
        hours.describe(facility.details().openingHours(), now),
        walk.seconds(),
        walk.secondsThere(),
        walk.secondsBack(),
        walk.meters(),
        search.isWithin(near, minutes),
        delivers(facility, lineage),
        search.network() == null
            ? null
            : words(WayDescriber.describe(search.network(), near.path())),
        walk.line());
  }

  private static @Nullable Boolean delivers(Facility facility, Set<String> lineage) {
    List<String> areas = facility.details().deliveryAreas();
    return areas.isEmpty() || lineage.isEmpty() ? null : areas.stream().anyMatch(lineage::contains);
  }

  private List<FindAnswer.Delivery> deliveries(
      @Nullable Need need,
      List<Facility> facilities,
      Set<String> lineage,
      double lon,
      double lat,
      Instant now) {
    if (need == null || need.deliveredBy().isEmpty() || lineage.isEmpty()) {
      return List.of();
    }
    return facilities.stream()
        .filter(
            f ->
                f.isOperating()
                    && need.deliveredBy().contains(f.details().type())
                    && Boolean.TRUE.equals(delivers(f, lineage)))
        .sorted(
            Comparator.comparingDouble(
                f -> GreatCircle.meters(lon, lat, f.details().lon(), f.details().lat())))
        .limit(MOST_DELIVERIES)
        .map(
            f ->
                new FindAnswer.Delivery(
                    FindAnswer.Place.of(f), hours.describe(f.details().openingHours(), now)))
        .toList();
  }

  private static FindAnswer.WayAnswer words(Way way) {
    return new FindAnswer.WayAnswer(
        tenth(way.stepsMeters()),
        way.lifts(),
        tenths(way.ascentMeters()),
        tenths(way.descentMeters()),
        tenths(way.steepestPercent()),
        way.ascentMeters() == null,
        way.parts().stream()
            .map(
                p ->
                    new FindAnswer.Part(
                        p.kind().code(),
                        p.name(),
                        tenth(p.meters()),
                        p.turn().code(),
                        tenths(p.ascentMeters()),
                        tenths(p.descentMeters()),
                        tenths(p.steepestPercent()),
                        p.fromPoint()))
            .toList());
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  private static @Nullable Double tenths(@Nullable Double value) {
    return value == null ? null : (Double) tenth(value);
  }
}
