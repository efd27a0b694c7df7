package org.caremap.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.area.AreaLocator;
import org.caremap.area.AreaTree;
import org.caremap.core.coverage.CapacitatedAssignment;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.routing.ManyToMany;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.core.routing.WhatIf;
import org.caremap.elevation.Elevation;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.population.DemandPoints;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one answer is computed from, as of one moment: a request takes it once, so that
 * no answer mixes two states. Immutable but for derived values that are computed when first needed.
 */
public final class CareSnapshot {
  private static final double NEIGHBOUR_METERS = 300;

  // A sweep over 500,000 points is kept in 6 MB.
  private static final int MAX_SWEEPS = 24;

  // An assignment of 500,000 points takes 20 MB.
  private static final int MAX_ASSIGNMENTS = 4;

  // A million nodes and 500,000 points take 30 MB.
  private static final int MAX_WHAT_IFS = 4;

  // What is counted before a change takes 10 MB of 500,000 points.
  private static final int MAX_TRIALS = 6;

  private final @Nullable StreetNetwork streets;
  private final FacilityCatalog facilities;
  private final DemandPoints demand;
  private final AreaTree areas;
  private final @Nullable Elevation elevation;
  private final double snapLimitMeters;
  private final double detourFactor;
  private final @Nullable Walks walks;
  private final Map<WalkingNetwork, NetworkPlaces> demandPlaces;
  private final Map<WalkingNetwork, NetworkPlaces> facilityPlaces = new ConcurrentHashMap<>();
  private final double[] facilityLon;
  private final double[] facilityLat;
  private final PointAreas pointAreas;
  private final Lazy<PointGrid> demandGrid;
  private final Lazy<AreaLocator> areaLocator;
  private final Lazy<Barriers> barriers;
  private final Lazy<List<Optional<String>>> facilityAreas;
  private final Map<SweepKey, NearestFacilities> sweeps =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SweepKey, NearestFacilities> eldest) {
          return size() > MAX_SWEEPS;
        }
      };

  private final Map<SweepKey, WhatIf> whatIfs =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SweepKey, WhatIf> eldest) {
          return size() > MAX_WHAT_IFS;
        }
      };

  private final Map<Trial.Question, Trial> trials =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Trial.Question, Trial> eldest) {
          return size() > MAX_TRIALS;
        }
      };

  private record SweepKey(
      List<String> types, Method method, @Nullable ProfileRules rules, @Nullable Trip trip) {}

  private final Map<Object, CapacitatedAssignment> assignments =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, CapacitatedAssignment> eldest) {
          return size() > MAX_ASSIGNMENTS;
        }
      };

  CareSnapshot(
      @Nullable StreetNetwork streets,
      FacilityCatalog facilities,
      DemandPoints demand,
      AreaTree areas,
      @Nullable Elevation elevation,
      double snapLimitMeters,
      double detourFactor,
      @Nullable CareSnapshot previous) {
    this.streets = streets;
    this.facilities = facilities;
    this.demand = demand;
    this.areas = areas;
    this.elevation = elevation;
    this.snapLimitMeters = snapLimitMeters;
    this.detourFactor = detourFactor;
    boolean sameDemand = previous != null && previous.demand == demand;
    this.walks = walks(previous);
    this.demandPlaces =
        sameDemand && previous.walks == walks ? previous.demandPlaces : new ConcurrentHashMap<>();
    this.demandGrid =
        sameDemand
            ? previous.demandGrid
            : new Lazy<>(() -> new PointGrid(demand.lon(), demand.lat()));
    this.areaLocator =
        previous != null && previous.areas == areas
            ? previous.areaLocator
            : new Lazy<>(() -> new AreaLocator(areas));
    this.barriers =
        previous != null && previous.streets == streets
            ? previous.barriers
            : new Lazy<>(() -> streets == null ? Barriers.NONE : Barriers.of(streets.background()));
    this.facilityAreas = new Lazy<>(() -> facilities.list().stream().map(this::areaOf).toList());
    this.facilityLon = facilities.list().stream().mapToDouble(f -> f.details().lon()).toArray();
    this.facilityLat = facilities.list().stream().mapToDouble(f -> f.details().lat()).toArray();
    this.pointAreas =
        sameDemand && previous.areas == areas ? previous.pointAreas : PointAreas.of(demand, areas);
  }

  /**
   * A state put together from parts, such as one that was kept.
   *
   * @param like a snapshot whose derived values are used where it has the same parts
   */
  public static CareSnapshot of(
      @Nullable StreetNetwork streets,
      FacilityCatalog facilities,
      DemandPoints demand,
      AreaTree areas,
      @Nullable Elevation elevation,
      double snapLimitMeters,
      double detourFactor,
      @Nullable CareSnapshot like) {
    return new CareSnapshot(
        streets,
        facilities,
        demand,
        areas,
        elevation,
        snapLimitMeters,
        detourFactor,
        like != null && like.snapLimitMeters == snapLimitMeters ? like : null);
  }

  /** The loaded streets, null where there are none. */
  public @Nullable StreetNetwork streets() {
    return streets;
  }

  /** All facilities. */
  public FacilityCatalog facilities() {
    return facilities;
  }

  /** All demand points. */
  public DemandPoints demand() {
    return demand;
  }

  /** All areas. */
  public AreaTree areas() {
    return areas;
  }

  /** The loaded elevation, null where there is none. */
  public @Nullable Elevation elevation() {
    return elevation;
  }

  /** Heights of the ground; {@link ElevationModel#NONE} where no elevation is loaded. */
  public ElevationModel elevationModel() {
    return elevation == null ? ElevationModel.NONE : elevation.model();
  }

  /** Where the demand points lie. */
  PointGrid demandGrid() {
    return demandGrid.get();
  }

  /** Which area each demand point belongs to. */
  public PointAreas pointAreas() {
    return pointAreas;
  }

  /** Farthest distance from a place to its street, metres. */
  public double snapLimitMeters() {
    return snapLimitMeters;
  }

  /** Walking metres per great-circle metre where no streets are used. */
  public double detourFactor() {
    return detourFactor;
  }

  /**
   * The area a place lies in: the smallest whose boundary holds it; where no boundary does, the one
   * of the nearest demand point, if that is near.
   */
  public Optional<Area> areaAt(double lon, double lat) {
    Optional<Area> holding = areaLocator.get().find(lon, lat);
    if (holding.isPresent() || demand.size() == 0) {
      return holding;
    }
    int point = demandGrid().nearest(lon, lat);
    int area = point < 0 ? PointAreas.NONE : pointAreas.areaOfPoint()[point];
    boolean near =
        area != PointAreas.NONE
            && GreatCircle.meters(lon, lat, demand.lon()[point], demand.lat()[point])
                <= NEIGHBOUR_METERS;
    return near ? areas.find(pointAreas.codes().get(area)) : Optional.empty();
  }

  /** What may bar the way between two places; none where no streets are loaded. */
  public Barriers barriers() {
    return barriers.get();
  }

  /**
   * Code of the area that a facility belongs to: the loaded one that it names, otherwise the
   * smallest whose boundary holds it.
   *
   * @param index in the catalogue
   */
  public Optional<String> areaOfFacility(int index) {
    return facilityAreas.get().get(index);
  }

  private Optional<String> areaOf(Facility facility) {
    return areas
        .find(facility.details().areaCode())
        .or(() -> areaLocator.get().find(facility.details().lon(), facility.details().lat()))
        .map(Area::code);
  }

  /** By network where streets are loaded, unless the straight line is asked for. */
  public Method method(boolean straightLine) {
    return streets == null || straightLine ? Method.STRAIGHT_LINE : Method.NETWORK;
  }

  private @Nullable Walks walks(@Nullable CareSnapshot previous) {
    if (streets == null) {
      return null;
    }
    Walks before = previous == null ? null : previous.walks;
    ElevationModel heights = elevation == null ? null : elevation.model();
    return before != null && before.isOf(streets.graph(), heights)
        ? before
        : new Walks(streets.graph(), heights);
  }

  /**
   * The streets as somebody walks them.
   *
   * @throws IllegalStateException where no streets are loaded
   */
  public WalkingNetwork network(WalkingProfile profile) {
    if (walks == null) {
      throw new IllegalStateException("no streets are loaded");
    }
    return walks.of(profile);
  }

  /**
   * Demand points joined to the streets.
   *
   * @throws IllegalStateException where no streets are loaded
   */
  public NetworkPlaces demandPlaces(WalkingProfile profile) {
    return demandPlaces.computeIfAbsent(
        network(profile),
        network -> NetworkPlaces.of(network, demand.lon(), demand.lat(), snapLimitMeters));
  }

  /**
   * All facilities joined to the streets, in the catalogue's order.
   *
   * @throws IllegalStateException where no streets are loaded
   */
  public NetworkPlaces facilityPlaces(WalkingProfile profile) {
    return facilityPlaces.computeIfAbsent(
        network(profile),
        network -> NetworkPlaces.of(network, facilityLon, facilityLat, snapLimitMeters));
  }

  /** One place joined to the streets. */
  NetworkPlaces place(double lon, double lat, WalkingProfile profile) {
    return NetworkPlaces.of(network(profile), lon, lat, snapLimitMeters);
  }

  /** Catalogue indices of those that serve now and are of one of these types. */
  public int[] operating(List<String> types) {
    return IntStream.range(0, facilities.list().size())
        .filter(
            i -> {
              Facility f = facilities.list().get(i);
              return f.isOperating() && types.contains(f.details().type());
            })
        .toArray();
  }

  /**
   * What it costs every demand point to walk to its nearest operating facility of these types; kept
   * while the data stay the same, whatever the speed and cut-off.
   */
  public NearestFacilities nearest(List<String> types, Method method, Walker walker) {
    boolean network = method == Method.NETWORK;
    SweepKey key =
        new SweepKey(
            types.stream().sorted().toList(),
            method,
            network ? walker.profile().rules() : null,
            network ? walker.trip() : null);
    synchronized (sweeps) {
      NearestFacilities known = sweeps.get(key);
      if (known != null) {
        return known;
      }
    }
    NearestFacilities swept = sweep(operating(types), method, walker);
    synchronized (sweeps) {
      sweeps.put(key, swept);
    }
    return swept;
  }

  /**
   * Flat metres of every demand point as a question asks for them, at least as far as so many
   * minutes.
   */
  double[] metersWithin(CoverageService.Question q, double minutes) {
    Method method = method(q.straightLine());
    Walker walker = q.walker();
    if (method == Method.NETWORK && network(walker.profile()).isSymmetric()) {
      return NearestFacilities.metersWithin(
          demandPlaces(walker.profile()),
          facilityPlaces(walker.profile()),
          operating(q.types()),
          walker.cutoff(minutes).limitMillimeters(),
          () -> false);
    }
    return DemandInArea.meters(this, q, method);
  }

  /** The same for any facilities, by catalogue index, not kept. */
  NearestFacilities sweep(int[] indices, Method method, Walker walker) {
    if (method == Method.STRAIGHT_LINE || streets == null) {
      return straightLine()
          .nearest(
              demand.lon(), demand.lat(), pick(facilityLon, indices), pick(facilityLat, indices));
    }
    return NearestFacilities.sweep(
        demandPlaces(walker.profile()),
        facilityPlaces(walker.profile()),
        indices,
        walker.trip(),
        WalkingNetwork.FARTHEST,
        () -> false);
  }

  /**
   * Who reaches whom: one row for each operating facility of these types, in the order of {@link
   * #operating}.
   *
   * @param cutoff how far is near enough
   */
  ReachTable reachTable(List<String> types, Walker walker, Cutoff cutoff) {
    int[] indices = operating(types);
    int limit = cutoff.limitMillimeters();
    if (streets != null) {
      return ManyToMany.table(
          demandPlaces(walker.profile()),
          facilityPlaces(walker.profile()),
          indices,
          walker.trip(),
          limit,
          share -> {},
          () -> false);
    }
    ReachTable.Builder table = new ReachTable.Builder(indices.length, demand.size(), limit);
    for (int row = 0; row < indices.length; row++) {
      table.row(
          row,
          straightLine()
              .reached(facilityLon[indices[row]], facilityLat[indices[row]], demandGrid(), limit));
    }
    return table.build();
  }

  /** What changes to the facilities of these types are counted from; the last few are kept. */
  WhatIf whatIf(List<String> types, Walker walker) {
    SweepKey key =
        new SweepKey(
            types.stream().sorted().toList(),
            Method.NETWORK,
            walker.profile().rules(),
            walker.trip());
    synchronized (whatIfs) {
      return whatIfs.computeIfAbsent(
          key,
          k ->
              WhatIf.from(
                  demandPlaces(walker.profile()),
                  facilityPlaces(walker.profile()),
                  operating(types),
                  walker.trip(),
                  () -> false));
    }
  }

  /**
   * What changes are tried on: the state of a question before any of them; the last few are kept.
   *
   * @throws org.caremap.platform.ProblemException 400 where area or zone is unknown, 409 where no
   *     streets are loaded
   */
  public Trial trial(Trial.Question question) {
    synchronized (trials) {
      Trial known = trials.get(question);
      if (known != null) {
        return known;
      }
    }
    Trial trial = Trial.of(this, question);
    synchronized (trials) {
      trials.put(question, trial);
    }
    return trial;
  }

  /** An assignment computed once for each key, the last few kept while the data stay the same. */
  CapacitatedAssignment assignment(Object key, Supplier<CapacitatedAssignment> compute) {
    synchronized (assignments) {
      return assignments.computeIfAbsent(key, k -> compute.get());
    }
  }

  double[] facilityLon(int[] indices) {
    return pick(facilityLon, indices);
  }

  double[] facilityLat(int[] indices) {
    return pick(facilityLat, indices);
  }

  private static double[] pick(double[] values, int[] indices) {
    double[] picked = new double[indices.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[indices[i]];
    }
    return picked;
  }

  /** Straight lines at this snapshot's detour factor. */
  StraightLine straightLine() {
    return new StraightLine(detourFactor);
  }
}
