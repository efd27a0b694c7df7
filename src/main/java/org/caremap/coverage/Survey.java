package org.caremap.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.core.coverage.CoverageCount;
import org.caremap.core.coverage.DemandTable;
import org.caremap.core.coverage.PointCutoffs;
import org.caremap.core.coverage.StraightReach;
import org.caremap.core.coverage.WalkingSpeeds;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.jspecify.annotations.Nullable;

/**
 * A question about all groups in all areas at once, ready to be counted type by type: which points
 * it is about, in which area each is counted, and how far is near enough. What {@link
 * CoverageService} says of one group and type, a survey says of all, by the same rules.
 */
public final class Survey {
  private final CareSnapshot snapshot;
  private final Scope scope;
  private final Method method;
  private final List<Area> areas;
  private final DemandTable table;
  private final PointCutoffs cutoffs;
  private final WalkingSpeeds speeds;

  /**
   * What is asked, but for types and groups.
   *
   * @param minutes cut-off, inclusive
   * @param zones minutes of zones that have their own
   * @param walker who walks
   * @param level areas of this level's depth are the entries
   * @param area only points in this area, null for all
   * @param flat whether every metre takes the walker the same time
   * @param straightLine judge by straight lines even where streets are loaded
   */
  public record Scope(
      double minutes,
      ZoneMinutes zones,
      Walker walker,
      boolean flat,
      AreaLevel level,
      @Nullable String area,
      boolean straightLine) {}

  private Survey(
      CareSnapshot snapshot,
      Scope scope,
      List<Area> areas,
      DemandTable table,
      PointCutoffs cutoffs,
      WalkingSpeeds speeds) {
    this.snapshot = snapshot;
    this.scope = scope;
    this.areas = areas;
    this.table = table;
    this.cutoffs = cutoffs;
    this.speeds = speeds;
    method = snapshot.method(scope.straightLine());
  }

  /**
   * Prepares a survey.
   *
   * @param factors by which the walker's speed is varied, slow to fast; 1 is among them
   * @throws org.caremap.platform.ProblemException 400 where area or zone is unknown
   */
  public static Survey of(CareSnapshot snapshot, Scope scope, double... factors) {
    DemandInArea chosen = DemandInArea.of(snapshot, scope.area());
    Grouping grouping = Grouping.of(snapshot, chosen, scope.level());
    List<Area> areas = areas(snapshot, scope, grouping);
    Map<String, Integer> entryOfCode = new HashMap<>();
    for (int entry = 0; entry < areas.size(); entry++) {
      entryOfCode.put(areas.get(entry).code(), entry);
    }
    int[] entryOfGroup = new int[grouping.codes().size() + 1];
    for (int g = 0; g < grouping.codes().size(); g++) {
      entryOfGroup[g] = entryOfCode.get(grouping.codes().get(g));
    }
    entryOfGroup[grouping.codes().size()] = areas.size();
    DemandPoints demand = snapshot.demand();
    double[][] counts =
        Arrays.stream(DemandGroup.values()).map(demand::counts).toArray(double[][]::new);
    int[] entries = Arrays.stream(grouping.areaOfPoint()).map(g -> entryOfGroup[g]).toArray();
    PointCutoffs cutoffs = scope.zones().cutoffs(snapshot, chosen, scope.minutes(), scope.walker());
    double speed = scope.walker().speedMetersPerSecond();
    int own = 0;
    double[] speeds = new double[factors.length];
    for (int s = 0; s < factors.length; s++) {
      speeds[s] = factors[s] * speed;
      own = factors[s] == 1 ? s : own;
    }
    return new Survey(
        snapshot,
        scope,
        areas,
        new DemandTable(chosen.points(), entries, areas.size() + 1, counts),
        cutoffs,
        new WalkingSpeeds(cutoffs, speeds, own));
  }

  /** Every area of the level in the area asked for, with points or without, in order of code. */
  private static List<Area> areas(CareSnapshot snapshot, Scope scope, Grouping grouping) {
    TreeSet<String> codes = new TreeSet<>(grouping.codes());
    for (Area area : snapshot.areas().list()) {
      if (area.level().depth() == scope.level().depth()
          && (scope.area() == null || snapshot.areas().isWithin(area.code(), scope.area()))) {
        codes.add(area.code());
      }
    }
    return codes.stream().map(code -> snapshot.areas().find(code).orElseThrow()).toList();
  }

  /** What it is computed from. */
  public CareSnapshot snapshot() {
    return snapshot;
  }

  /** What was asked. */
  public Scope scope() {
    return scope;
  }

  /** By what walks are found. */
  public Method method() {
    return method;
  }

  /** The areas that are the entries, in order of code; one more entry is for points of none. */
  public List<Area> areas() {
    return areas;
  }

  /** Who is counted where; groups by their ordinal. */
  public DemandTable table() {
    return table;
  }

  /** The cut-offs at every speed. */
  public WalkingSpeeds speeds() {
    return speeds;
  }

  /** The cut-off of a counted point at the speed asked for. */
  public PointCutoffs cutoffs() {
    return cutoffs;
  }

  /** Entry of every demand point, -1 of those that are not asked for. */
  int[] entryOfDemand(int size) {
    int[] entries = new int[size];
    Arrays.fill(entries, -1);
    for (int i = 0; i < table.size(); i++) {
      entries[table.point(i)] = table.entry(i);
    }
    return entries;
  }

  /** A count of an entry as it is shown, by the rules of {@link CoverageService}. */
  public CoverageAnswer.Numbers numbers(CoverageCount count, int points) {
    return CoverageService.numbers(count, points, method);
  }

  /** The minutes of each entry; null where its points differ in theirs. */
  public List<@Nullable Double> minutes() {
    List<@Nullable Double> minutes = new ArrayList<>();
    double[] found = new double[table.entryCount()];
    boolean[] mixed = new boolean[found.length];
    for (int i = 0; i < table.size() && !scope.zones().minutes().isEmpty(); i++) {
      double own = cutoffs.at(i).seconds();
      int entry = table.entry(i);
      mixed[entry] |= found[entry] > 0 && found[entry] != own;
      found[entry] = own;
    }
    for (int entry = 0; entry < found.length; entry++) {
      double fallback =
          entry < areas.size()
              ? scope.zones().of(areas.get(entry).code(), snapshot, scope.minutes())
              : scope.minutes();
      double own = found[entry] > 0 ? Rounding.people(found[entry] / 60) : fallback;
      minutes.add(mixed[entry] ? null : own);
    }
    return minutes;
  }

  /** How many of some facilities, by catalogue index, lie in each entry. */
  public int[] facilities(int[] indices) {
    int[] count = new int[table.entryCount()];
    Map<String, Integer> entryOfCode = new HashMap<>();
    for (int entry = 0; entry < areas.size(); entry++) {
      entryOfCode.put(areas.get(entry).code(), entry);
    }
    for (int index : indices) {
      Optional<String> own = snapshot.areaOfFacility(index);
      own.flatMap(code -> snapshot.areas().findAtDepth(code, scope.level().depth()))
          .map(Area::code)
          .map(entryOfCode::get)
          .ifPresent(entry -> count[entry]++);
    }
    return count;
  }

  /**
   * Joins people and facilities to the streets, once for all types: where several types are counted
   * at a time, one waiting for another would hold up a core.
   */
  public void prepare() {
    if (method == Method.NETWORK) {
      snapshot.demandPlaces(scope.walker().profile());
      snapshot.facilityPlaces(scope.walker().profile());
    }
  }

  /**
   * What it costs every demand point to walk to the nearest of some facilities, in flat
   * millimetres, as far as any of the speeds needs; not kept.
   *
   * @param indices in the catalogue
   */
  public int[] costsWithin(int[] indices) {
    if (method == Method.NETWORK && snapshot.network(scope.walker().profile()).isSymmetric()) {
      return NearestFacilities.costsWithin(
          snapshot.demandPlaces(scope.walker().profile()),
          snapshot.facilityPlaces(scope.walker().profile()),
          indices,
          speeds.longestLimit(),
          () -> false);
    }
    return snapshot.sweep(indices, method, scope.walker()).costs();
  }

  /** The same for the facilities of some types, however far, from what is kept. */
  public int[] costs(List<String> types) {
    return snapshot.nearest(types, method, scope.walker()).costs();
  }

  /**
   * Who is left out though a facility is near by the straight line.
   *
   * @param indices of the facilities, in the catalogue
   * @param cost to the nearest of them
   * @return positions among the counted points
   */
  public BitSet barred(int[] indices, int[] cost) {
    return method == Method.STRAIGHT_LINE
        ? new BitSet()
        : StraightReach.barred(
            table,
            cost,
            speeds,
            snapshot.demandGrid(),
            snapshot.straightLine(),
            snapshot.facilityLon(indices),
            snapshot.facilityLat(indices));
  }
}
