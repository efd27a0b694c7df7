package org.caremap.coverage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.caremap.area.AreaLevel;
import org.caremap.core.routing.ManyToMany;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.StreetChanges;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WhatIf;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.jspecify.annotations.Nullable;

/**
 * What new places beside the facilities of a type would change: who could walk to them, and what
 * coverage would be with them. Its counts are those of {@code /coverage} and {@code /what-if}, to
 * the digit. Safe for all threads.
 */
public final class SitingReach {
  private final Survey survey;
  private final CareSnapshot snapshot;
  private final List<String> types;
  private final int[] closed;
  private final double[] addedLon;
  private final double[] addedLat;

  private SitingReach(
      Survey survey, String type, int[] closed, double[] addedLon, double[] addedLat) {
    this.survey = survey;
    this.snapshot = survey.snapshot();
    this.types = List.of(type);
    this.closed = closed;
    this.addedLon = addedLon;
    this.addedLat = addedLat;
  }

  /**
   * What stands as it is, or nearly so.
   *
   * @param survey who is counted, how far is near enough, who walks
   * @param type of facility
   * @param closed catalogue indices of operating facilities of that type that are thought away
   * @param addedLon degrees of places that are thought to be open already
   * @param addedLat degrees, as many
   */
  public static SitingReach of(
      Survey survey, String type, int[] closed, double[] addedLon, double[] addedLat) {
    return new SitingReach(survey, type, closed.clone(), addedLon.clone(), addedLat.clone());
  }

  /** Catalogue indices of the facilities that stay. */
  public int[] staying() {
    return IntStream.of(snapshot.operating(types))
        .filter(index -> IntStream.of(closed).noneMatch(c -> c == index))
        .toArray();
  }

  /**
   * People a facility can take: meals a day where it serves meals, beds elsewhere.
   *
   * @return null where nobody has said
   */
  public static @Nullable Integer capacity(Facility facility) {
    return CapacityField.BY_TYPE.of(facility.details());
  }

  /** What it costs every demand point to walk to the nearest facility as things are. */
  public int[] costsNow() {
    return survey.costs(types);
  }

  /**
   * The same with the closed ones thought away, the added ones and more places open.
   *
   * @param lon degrees of the further places
   * @param lat degrees, as many
   * @return flat millimetres, {@link WalkingNetwork#UNREACHED} where none can be reached
   */
  public int[] costsWith(double[] lon, double[] lat) {
    double[] allLon = joined(addedLon, lon);
    double[] allLat = joined(addedLat, lat);
    if (closed.length == 0 && allLon.length == 0) {
      return costsNow();
    }
    if (survey.method() == Method.STRAIGHT_LINE) {
      DemandPoints demand = snapshot.demand();
      int[] stay = staying();
      return snapshot
          .straightLine()
          .nearest(
              demand.lon(),
              demand.lat(),
              joined(snapshot.facilityLon(stay), allLon),
              joined(snapshot.facilityLat(stay), allLat))
          .costs();
    }
    Walker walker = survey.scope().walker();
    WalkingNetwork network = snapshot.network(walker.profile());
    NetworkPlaces places =
        allLon.length == 0
            ? null
            : NetworkPlaces.of(network, allLon, allLat, snapshot.snapLimitMeters());
    return snapshot
        .whatIf(types, walker)
        .evaluate(
            new WhatIf.Change(closed, new int[0], null, places, StreetChanges.none(network)),
            () -> false)
        .nearest()
        .costs();
  }

  /**
   * Whether a street is near enough to walk from a place; anywhere is where no streets are loaded.
   */
  public boolean isNearStreet(double lon, double lat) {
    if (survey.method() == Method.STRAIGHT_LINE) {
      return true;
    }
    NetworkPlaces places =
        NetworkPlaces.of(
            snapshot.network(survey.scope().walker().profile()),
            new double[] {lon},
            new double[] {lat},
            snapshot.snapLimitMeters());
    return places.isSnapped(0);
  }

  /** What {@link #isNearStreet} asks for, in words. */
  public String nearStreet() {
    return "a place at most %.0f m from a street".formatted(snapshot.snapLimitMeters());
  }

  private static double[] joined(double[] some, double[] more) {
    return DoubleStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
  }

  /**
   * Who could walk to some places: one row a place, over all demand points.
   *
   * @param lon degrees
   * @param lat degrees, as many
   * @param limit inclusive, flat millimetres
   * @param mostPairs pairs of a place and a demand point that the table may have
   * @param progress hears the share of places done, from any thread
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   * @throws org.caremap.core.routing.TooManyPairs where there would be more
   */
  public ReachTable table(
      double[] lon,
      double[] lat,
      int limit,
      long mostPairs,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    if (survey.method() == Method.NETWORK) {
      Walker walker = survey.scope().walker();
      return ManyToMany.table(
          snapshot.demandPlaces(walker.profile()),
          NetworkPlaces.of(
              snapshot.network(walker.profile()), lon, lat, snapshot.snapLimitMeters()),
          IntStream.range(0, lon.length).toArray(),
          walker.trip(),
          limit,
          mostPairs,
          progress,
          cancelled);
    }
    ReachTable.Builder table =
        new ReachTable.Builder(lon.length, snapshot.demand().size(), limit, mostPairs);
    for (int row = 0; row < lon.length; row++) {
      table.row(
          row, snapshot.straightLine().reached(lon[row], lat[row], snapshot.demandGrid(), limit));
      progress.accept((row + 1.0) / lon.length);
    }
    return table.build();
  }

  /**
   * What coverage is with some walks.
   *
   * @param total of the group asked for
   * @param meanMinutes mean walk of all people of the group who can reach a facility, as scenarios
   *     have it; null where nobody can
   * @param towns the group by areas of the level of towns and streets
   * @param groups every group's total, by code
   */
  public record Situation(
      CoverageAnswer.Numbers total,
      @Nullable Double meanMinutes,
      List<CoverageAnswer.AreaNumbers> towns,
      Map<String, CoverageAnswer.Numbers> groups) {}

  /**
   * Counts, as {@code /coverage} counts.
   *
   * @param costs of every demand point
   * @param group who is counted by town
   */
  public Situation situation(int[] costs, DemandGroup group) {
    double[] meters = Arrays.stream(costs).mapToDouble(WalkingNetwork::meters).toArray();
    CoverageAnswer own = answer(meters, group);
    Map<String, CoverageAnswer.Numbers> groups = new LinkedHashMap<>();
    for (DemandGroup each : DemandGroup.values()) {
      groups.put(each.code(), (each == group ? own : answer(meters, each)).total());
    }
    return new Situation(own.total(), meanMinutes(meters, group), own.areas(), groups);
  }

  private CoverageAnswer answer(double[] meters, DemandGroup group) {
    Survey.Scope scope = survey.scope();
    return CoverageService.answer(
        snapshot,
        new CoverageService.Question(
            types,
            scope.minutes(),
            scope.zones(),
            scope.walker(),
            group,
            scope.area(),
            AreaLevel.TOWN,
            scope.straightLine(),
            null),
        meters,
        0);
  }

  @SuppressWarnings("EnumOrdinal") // the order of the table's groups
  private @Nullable Double meanMinutes(double[] meters, DemandGroup group) {
    double metersPerMinute = survey.scope().walker().speedMetersPerSecond() * 60;
    double people = 0;
    double walked = 0;
    for (int i = 0; i < survey.table().size(); i++) {
      double count = survey.table().people(group.ordinal(), i);
      double way = meters[survey.table().point(i)];
      if (count > 0 && Double.isFinite(way)) {
        people += count;
        walked += count * way / metersPerMinute;
      }
    }
    return people > 0 ? Rounding.people(walked / people) : null;
  }
}
