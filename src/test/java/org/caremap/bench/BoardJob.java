package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.caremap.core.coverage.BoardTally;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.coverage.DemandTable;
import org.caremap.core.coverage.PointCutoffs;
import org.caremap.core.coverage.StraightReach;
import org.caremap.core.coverage.WalkingSpeeds;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.imports.SampleData;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleDemandPoint;
import org.caremap.sample.SampleFacility;
import org.caremap.sample.SampleOptions;

/**
 * The whole gap board of a generated county (every community, type and group, five walking speeds,
 * and who is barred by what) beside one pass that only reads every arc, and beside asking community
 * by community, as estimated from a few of them.
 */
final class BoardJob {
  private static final double SPEED = 0.8;
  private static final double[] SPEEDS = {0.56, 0.68, SPEED, 0.92, 1.04};
  private static final double SNAP_LIMIT_METERS = 500;
  private static final int ASKED_ALONE = 3;

  private final NetworkPlaces demand;
  private final NetworkPlaces facilities;
  private final int[][] types;
  private final double[][] counts;
  private final int[] areaOfPoint;
  private final int areas;
  private final PointGrid grid;

  private BoardJob(int streetNodes) {
    SampleCounty county = SampleCounty.of(SampleOptions.forStreetNodes(streetNodes));
    WalkingNetwork network =
        WalkingNetwork.of(SampleData.graph(county), new WalkingProfile("bench", SPEED, true));
    List<SampleDemandPoint> points = new ArrayList<>();
    county.demand(points::add);
    List<SampleFacility> places = new ArrayList<>();
    county.facilities(
        facility -> {
          if (facility.status().equals("operating")) {
            places.add(facility);
          }
        });
    double[] lon = points.stream().mapToDouble(SampleDemandPoint::lon).toArray();
    double[] lat = points.stream().mapToDouble(SampleDemandPoint::lat).toArray();
    demand = NetworkPlaces.of(network, lon, lat, SNAP_LIMIT_METERS);
    facilities =
        NetworkPlaces.of(
            network,
            places.stream().mapToDouble(SampleFacility::lon).toArray(),
            places.stream().mapToDouble(SampleFacility::lat).toArray(),
            SNAP_LIMIT_METERS);
    grid = new PointGrid(lon, lat);
    types =
        places.stream()
            .map(SampleFacility::type)
            .distinct()
            .sorted()
            .map(
                type ->
                    IntStream.range(0, places.size())
                        .filter(f -> places.get(f).type().equals(type))
                        .toArray())
            .toArray(int[][]::new);
    counts = new double[SampleDemandPoint.GROUPS.size()][points.size()];
    areaOfPoint = new int[points.size()];
    TreeMap<String, Integer> areaOfCode = new TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      for (int g = 0; g < counts.length; g++) {
        counts[g][i] = points.get(i).counts()[g];
      }
      String code = points.get(i).areaCode();
      areaOfPoint[i] = areaOfCode.computeIfAbsent(code, c -> areaOfCode.size());
    }
    areas = areaOfCode.size();
  }

  static void run(int[] sizes, int rounds) throws Exception {
    for (int size : sizes) {
      new BoardJob(size).race(rounds);
    }
  }

  private void race(int rounds) throws Exception {
    int size = areaOfPoint.length;
    int[] everybody = IntStream.range(0, size).toArray();
    int[] sample = new Random(Origins.SEED).ints(0, areas).distinct().limit(ASKED_ALONE).toArray();
    Race race =
        Race.of(
            rounds,
            1,
            item -> demand.network().readEveryArc(),
            item -> matrix(everybody, areaOfPoint, areas, true),
            item -> alone(sample));
    long peak = peakBytes(() -> matrix(everybody, areaOfPoint, areas, true));
    double board = race.nanos(1) / 1e6;
    double oneByOne = race.nanos(2) / 1e6 / sample.length * areas;
    System.out.printf(
        ROOT,
        "%,9d nodes %,7d points %,6d facilities   %d communities x %d types x %d groups x %d"
            + " speeds = %,d figures: %8.1f ms (%s every arc, %.1f ms)%n"
            + "          community by community %,.0f ms (from %d of them), %.0f times as long;"
            + " heap in use rises by %d MiB at most while the board is made%n",
        demand.network().graph().nodeCount(),
        size,
        facilities.size(),
        areas,
        types.length,
        counts.length,
        SPEEDS.length,
        (long) areas * types.length * counts.length * SPEEDS.length,
        board,
        race.ratio(1, 0),
        race.nanos(0) / 1e6,
        oneByOne,
        sample.length,
        oneByOne / board,
        peak >> 20);
  }

  /** One sweep a type, types over all cores. */
  private double matrix(int[] points, int[] entries, int entryCount, boolean parallel) {
    DemandTable table = new DemandTable(points, entries, entryCount, counts);
    WalkingSpeeds speeds =
        new WalkingSpeeds(PointCutoffs.same(new Cutoff(CityRaces.SECONDS, SPEED)), SPEEDS, 2);
    IntStream each = IntStream.range(0, types.length);
    return (parallel ? each.parallel() : each)
        .mapToDouble(
            type -> {
              int[] cost =
                  NearestFacilities.costsWithin(
                      demand, facilities, types[type], speeds.longestLimit(), () -> false);
              double[] lon = place(types[type], true);
              double[] lat = place(types[type], false);
              BoardTally tally =
                  BoardTally.of(
                      table,
                      cost,
                      speeds,
                      StraightReach.barred(
                          table,
                          cost,
                          speeds,
                          grid,
                          new StraightLine(StraightLine.DEFAULT_DETOUR),
                          lon,
                          lat));
              double sum = 0;
              double[] left = new double[SPEEDS.length];
              for (int entry = 0; entry < entryCount; entry++) {
                for (int g = 0; g < counts.length; g++) {
                  tally.uncovered(entry, g, left);
                  sum += left[0] + left[SPEEDS.length - 1];
                  sum += tally.barred(entry, g);
                }
              }
              return sum;
            })
        .sum();
  }

  private double[] place(int[] indices, boolean lon) {
    return Arrays.stream(indices)
        .mapToDouble(f -> lon ? facilities.snapped().pointLon(f) : facilities.snapped().pointLat(f))
        .toArray();
  }

  /** A few communities, each asked for itself: the same sweeps again for each. */
  private double alone(int[] communities) {
    double sum = 0;
    for (int community : communities) {
      int[] points =
          IntStream.range(0, areaOfPoint.length).filter(i -> areaOfPoint[i] == community).toArray();
      sum += matrix(points, new int[points.length], 1, true);
    }
    return sum;
  }

  private static long peakBytes(Runnable job) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    job.run();
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
  }
}
