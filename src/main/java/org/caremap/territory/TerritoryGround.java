package org.caremap.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.siting.TerritoryProblem;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Walker;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * What territories are drawn on: the communities of a question with their stations, people and
 * load, their neighbours by streets, and the walks to centres. The sharing itself is no part of it,
 * so one ground serves every try.
 */
final class TerritoryGround {
  /** Thousandths: people may be fractions, weights are whole. */
  static final double PEOPLE_SCALE = 1000;

  private static final int NONE = TerritoryProblem.NONE;

  private final CareSnapshot snapshot;
  private final CommunityStreets streets;
  private final Key key;
  private final int[] unit;
  private final int[] localOfUnit;
  private final int[] unitOfPoint;
  private final int[] stationUnit;
  private final int[] stations;
  private final int[] first;
  private final int[] neighbour;
  private final int[] stationCount;
  private final double[] people;
  private final double @Nullable [] load;
  private final int unknownPoints;
  private final double[] x;
  private final double[] y;
  private final Map<Integer, CentreWalks> walks = new ConcurrentHashMap<>();

  /**
   * What a ground hangs on.
   *
   * @param area only communities in this area, null for all
   */
  record Key(
      String type,
      TerritoryQuestion.Balance balance,
      DemandGroup group,
      @Nullable String area,
      Walker walker) {
    static Key of(TerritoryQuestion question) {
      return new Key(
          question.type(),
          question.balance(),
          question.group(),
          question.area(),
          question.walker());
    }
  }

  TerritoryGround(CareSnapshot snapshot, CommunityStreets streets, Key key) {
    this.snapshot = snapshot;
    this.streets = streets;
    this.key = key;
    int all = streets.units().size();
    unit =
        IntStream.range(0, all)
            .filter(
                u ->
                    key.area() == null
                        || snapshot.areas().isWithin(streets.units().get(u).code(), key.area()))
            .toArray();
    localOfUnit = new int[all];
    Arrays.fill(localOfUnit, NONE);
    for (int u = 0; u < unit.length; u++) {
      localOfUnit[unit[u]] = u;
    }
    int[] firstOfAll = streets.neighbours().first();
    int[] neighbourOfAll = streets.neighbours().neighbours();
    first = new int[unit.length + 1];
    int[] near = new int[neighbourOfAll.length];
    int count = 0;
    for (int u = 0; u < unit.length; u++) {
      for (int i = firstOfAll[unit[u]]; i < firstOfAll[unit[u] + 1]; i++) {
        int other = localOfUnit[neighbourOfAll[i]];
        if (other != NONE) {
          near[count++] = other;
        }
      }
      first[u + 1] = count;
    }
    neighbour = Arrays.copyOf(near, count);
    unitOfPoint = streets.unitOfPoint(snapshot);
    stations = snapshot.operating(List.of(key.type()));
    stationUnit = new int[stations.length];
    stationCount = new int[unit.length];
    for (int s = 0; s < stations.length; s++) {
      int local = unitOfFacility(stations[s]);
      stationUnit[s] = local;
      if (local >= 0) {
        stationCount[local]++;
      }
    }
    people = new double[unit.length];
    double[] counts = snapshot.demand().counts(key.group());
    int unknown = 0;
    for (int i = 0; i < counts.length; i++) {
      int local = unitOfPoint[i] < 0 ? NONE : localOfUnit[unitOfPoint[i]];
      if (local >= 0 && Double.isNaN(counts[i])) {
        unknown++;
      } else if (local >= 0) {
        people[local] += counts[i];
      }
    }
    unknownPoints = unknown;
    load = key.balance() == TerritoryQuestion.Balance.LOAD ? load(counts) : null;
    x = new double[unit.length];
    y = new double[unit.length];
    places();
  }

  /** People by the community of their nearest station. */
  private double[] load(double[] counts) {
    double[] sums = new double[unit.length];
    int[] unitOfStation = new int[snapshot.facilities().list().size()];
    Arrays.fill(unitOfStation, NONE);
    for (int s = 0; s < stations.length; s++) {
      unitOfStation[stations[s]] = stationUnit[s];
    }
    NearestFacilities nearest =
        snapshot.nearest(List.of(key.type()), snapshot.method(false), key.walker());
    for (int i = 0; i < counts.length; i++) {
      int station = nearest.facility(i);
      if (station >= 0 && unitOfStation[station] >= 0 && !Double.isNaN(counts[i])) {
        sums[unitOfStation[station]] += counts[i];
      }
    }
    return sums;
  }

  private void places() {
    int known =
        IntStream.range(0, unit.length)
            .filter(u -> !Double.isNaN(streets.lon(unit[u])))
            .findFirst()
            .orElse(NONE);
    if (known == NONE) {
      return;
    }
    LocalProjection meters =
        new LocalProjection(streets.lon(unit[known]), streets.lat(unit[known]));
    for (int u = 0; u < unit.length; u++) {
      if (!Double.isNaN(streets.lon(unit[u]))) {
        x[u] = meters.x(streets.lon(unit[u]));
        y[u] = meters.y(streets.lat(unit[u]));
      }
    }
  }

  /** Community of a facility among those asked for: {@link #NONE} where it lies in none of them. */
  int unitOfFacility(int index) {
    int found = communityOf(index);
    return found < 0 ? NONE : localOfUnit[found];
  }

  /** Community of a facility, whether asked for or not; -1 where nothing says it. */
  private int communityOf(int index) {
    Facility facility = snapshot.facilities().list().get(index);
    return snapshot
        .areaOfFacility(index)
        .map(code -> streets.unit(snapshot.areas(), code))
        .filter(found -> found >= 0)
        .or(
            () ->
                snapshot
                    .areaAt(facility.details().lon(), facility.details().lat())
                    .map(area -> streets.unit(snapshot.areas(), area.code())))
        .orElse(-1);
  }

  /** Stations of which nothing says in which community they lie, by catalogue index. */
  List<Integer> stationsWithoutCommunity() {
    List<Integer> without = new ArrayList<>();
    for (int s = 0; s < stations.length; s++) {
      if (stationUnit[s] == NONE && communityOf(stations[s]) < 0) {
        without.add(stations[s]);
      }
    }
    return without;
  }

  /** Walks between a centre, by catalogue index, and everything; kept. */
  CentreWalks walks(int centre) {
    return walks.computeIfAbsent(
        centre, c -> CentreWalks.of(snapshot, streets, unitOfPoint, c, key.walker()));
  }

  /** Flat metres from every community of the ground to a centre. */
  double[] metersTo(int centre) {
    double[] all = walks(centre).unitMeters();
    double[] meters = new double[unit.length];
    for (int u = 0; u < meters.length; u++) {
      meters[u] = all[unit[u]];
    }
    return meters;
  }

  /** What is shared out, in whole units. */
  long[] weights() {
    long[] weights = new long[unit.length];
    for (int u = 0; u < weights.length; u++) {
      weights[u] =
          switch (key.balance()) {
            case STATIONS -> stationCount[u];
            case PEOPLE -> Math.round(people[u] * PEOPLE_SCALE);
            case LOAD -> Math.round(load[u] * PEOPLE_SCALE);
          };
    }
    return weights;
  }

  /** A weight as it is shown: stations, or people. */
  double shown(double weight) {
    return key.balance() == TerritoryQuestion.Balance.STATIONS ? weight : weight / PEOPLE_SCALE;
  }

  /** A problem without parts. */
  TerritoryProblem.Builder problem() {
    return new TerritoryProblem.Builder(weights(), first, neighbour).places(x, y);
  }

  /** Communities that a street joins to one. */
  int[] neighbours(int local) {
    return Arrays.copyOfRange(neighbour, first[local], first[local + 1]);
  }

  CareSnapshot snapshot() {
    return snapshot;
  }

  int size() {
    return unit.length;
  }

  Area area(int local) {
    return streets.units().get(unit[local]);
  }

  /** Index here of a community's code, {@link #NONE} where it is not asked for. */
  int indexOf(String code) {
    int found = streets.indexOf(code);
    return found < 0 ? NONE : localOfUnit[found];
  }

  double lon(int local) {
    return streets.lon(unit[local]);
  }

  double lat(int local) {
    return streets.lat(unit[local]);
  }

  /** Operating stations, by catalogue index. */
  int[] stations() {
    return stations;
  }

  /** Community of each of {@link #stations}, {@link #NONE} of those elsewhere. */
  int[] stationUnits() {
    return stationUnit;
  }

  int stationCount(int local) {
    return stationCount[local];
  }

  double people(int local) {
    return people[local];
  }

  /** People whose nearest station lies in a community; null where nobody asked. */
  @Nullable Double load(int local) {
    return load == null ? null : Double.valueOf(load[local]);
  }

  /** Demand points whose people of the group are unknown; they weigh nothing. */
  int unknownPoints() {
    return unknownPoints;
  }
}
