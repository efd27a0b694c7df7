package org.caremap.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.caremap.area.AreaTree;
import org.caremap.core.coverage.CapacitatedAssignment;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.TravelTimeSweep;
import org.caremap.core.routing.WalkingProfile;
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
  // A sweep over 500,000 points is kept in 6 MB.
  private static final int MAX_SWEEPS = 24;

  // An assignment of 500,000 points takes 20 MB.
  private static final int MAX_ASSIGNMENTS = 4;

  private final @Nullable StreetNetwork streets;
  private final FacilityCatalog facilities;
  private final DemandPoints demand;
  private final AreaTree areas;
  private final double snapLimitMeters;
  private final double detourFactor;
  private final Snaps demandSnaps;
  private final Snaps facilitySnaps;
  private final double[] facilityLon;
  private final double[] facilityLat;
  private final PointAreas pointAreas;
  private final Map<SweepKey, NearestFacilities> sweeps =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SweepKey, NearestFacilities> eldest) {
          return size() > MAX_SWEEPS;
        }
      };

  private final Map<Object, CapacitatedAssignment> assignments =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, CapacitatedAssignment> eldest) {
          return size() > MAX_ASSIGNMENTS;
        }
      };

  private record SweepKey(List<String> types, Method method, boolean stepsAllowed) {}

  CareSnapshot(
      @Nullable StreetNetwork streets,
      FacilityCatalog facilities,
      DemandPoints demand,
      AreaTree areas,
      double snapLimitMeters,
      double detourFactor,
      @Nullable CareSnapshot previous) {
    this.streets = streets;
    this.facilities = facilities;
    this.demand = demand;
    this.areas = areas;
    this.snapLimitMeters = snapLimitMeters;
    this.detourFactor = detourFactor;
    boolean sameDemand = previous != null && previous.demand == demand;
    this.demandSnaps =
        sameDemand && previous.streets == streets ? previous.demandSnaps : new Snaps();
    this.facilitySnaps = new Snaps();
    this.facilityLon = facilities.list().stream().mapToDouble(f -> f.details().lon()).toArray();
    this.facilityLat = facilities.list().stream().mapToDouble(f -> f.details().lat()).toArray();
    this.pointAreas =
        sameDemand && previous.areas == areas ? previous.pointAreas : PointAreas.of(demand, areas);
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

  /** By network where streets are loaded, unless the straight line is asked for. */
  public Method method(boolean straightLine) {
    return streets == null || straightLine ? Method.STRAIGHT_LINE : Method.NETWORK;
  }

  /**
   * Demand points joined to the streets.
   *
   * @throws IllegalStateException where no streets are loaded
   */
  public SnappedPoints snappedDemand(boolean stepsAllowed) {
    return demandSnaps.get(stepsAllowed, () -> snap(demand.lon(), demand.lat(), stepsAllowed));
  }

  /**
   * All facilities joined to the streets, in the catalogue's order.
   *
   * @throws IllegalStateException where no streets are loaded
   */
  public SnappedPoints snappedFacilities(boolean stepsAllowed) {
    return facilitySnaps.get(stepsAllowed, () -> snap(facilityLon, facilityLat, stepsAllowed));
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

  private SnappedPoints snap(double[] lon, double[] lat, boolean stepsAllowed) {
    if (streets == null) {
      throw new IllegalStateException("no streets are loaded");
    }
    return SnappedPoints.of(streets.snapper(), lon, lat, snapLimitMeters, stepsAllowed);
  }

  /**
   * Walking metres from every demand point to its nearest operating facility of these types; kept
   * while the data stay the same, whatever the speed and cut-off.
   */
  public NearestFacilities nearest(List<String> types, Method method, WalkingProfile profile) {
    SweepKey key = new SweepKey(types.stream().sorted().toList(), method, profile.stepsAllowed());
    synchronized (sweeps) {
      NearestFacilities known = sweeps.get(key);
      if (known != null) {
        return known;
      }
    }
    NearestFacilities swept = sweep(operating(types), method, profile);
    synchronized (sweeps) {
      sweeps.put(key, swept);
    }
    return swept;
  }

  /** The same for any facilities, by catalogue index, not kept. */
  NearestFacilities sweep(int[] indices, Method method, WalkingProfile profile) {
    if (method == Method.STRAIGHT_LINE || streets == null) {
      return straightLine()
          .nearest(
              demand.lon(), demand.lat(), pick(facilityLon, indices), pick(facilityLat, indices));
    }
    return NearestFacilities.sweep(
        new TravelTimeSweep(streets.graph()),
        snappedDemand(profile.stepsAllowed()),
        snappedFacilities(profile.stepsAllowed()),
        indices,
        profile,
        Double.POSITIVE_INFINITY,
        () -> false);
  }

  /**
   * Who reaches whom: one row for each operating facility of these types, in the order of {@link
   * #operating}.
   *
   * @param cutoff how far is near enough
   */
  ReachTable reachTable(List<String> types, WalkingProfile profile, Cutoff cutoff) {
    int[] indices = operating(types);
    int limit = cutoff.limitMillimeters();
    ReachTable.Builder table = new ReachTable.Builder(indices.length, demand.size(), limit);
    TravelTimeSweep scratch = streets == null ? null : new TravelTimeSweep(streets.graph());
    int[] points = new int[demand.size()];
    int[] costs = new int[demand.size()];
    for (int f = 0; f < indices.length; f++) {
      double[] meters =
          scratch == null
              ? straightLine()
                  .metersTo(
                      facilityLon[indices[f]], facilityLat[indices[f]], demand.lon(), demand.lat())
              : ReachSweep.sweep(
                      scratch,
                      snappedFacilities(profile.stepsAllowed()),
                      indices[f],
                      profile,
                      cutoff.sweepLimitMeters(),
                      () -> false)
                  .metersTo(snappedDemand(profile.stepsAllowed()));
      int size = 0;
      for (int i = 0; i < meters.length; i++) {
        if (cutoff.covers(meters[i])) {
          points[size] = i;
          costs[size++] = (int) Math.min(limit, Math.round(meters[i] * 1000));
        }
      }
      table.row(f, points, costs, size);
    }
    return table.build();
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

  /** Snaps of many points, with and without steps, each computed once. */
  private static final class Snaps {
    private final Map<Boolean, SnappedPoints> known = new ConcurrentHashMap<>();

    SnappedPoints get(boolean stepsAllowed, Supplier<SnappedPoints> compute) {
      return known.computeIfAbsent(stepsAllowed, key -> compute.get());
    }
  }
}
