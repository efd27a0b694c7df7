package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.routing.ManyToMany;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.Trip;
import org.caremap.core.siting.Listener;
import org.caremap.core.siting.SitingAnswer;
import org.caremap.core.siting.SitingProblem;
import org.caremap.core.siting.SitingProblem.Model;
import org.caremap.core.siting.SitingProblem.State;
import org.caremap.core.siting.SitingSearch;
import org.caremap.siting.OrToolsExact;

/**
 * Twenty sites out of 2,000 premises, where people live, for all demand points of a generated
 * county: from streets to a first answer with its bound, and what a minute more makes of both;
 * beside greedy opening that reckons every candidate anew at every step.
 */
final class SitingJob {
  private static final int CANDIDATES = 2_000;
  private static final int SITES = 20;
  private static final double SPEED = 0.8;
  private static final double MOST_SECONDS = 60;

  /** The county is sparse: so many times as far makes about as many pairs as a big town has. */
  private static final int[] TIMES = {1, 8};

  private final County county;
  private final NetworkPlaces premises;
  private final double[] people;

  private SitingJob(County county) {
    this.county = county;
    // Nobody is known to live where the number is unknown.
    people = DoubleStream.of(county.people()).map(n -> Double.isNaN(n) ? 0 : n).toArray();
    SnappedPoints points = county.demand().snapped();
    int[] houses =
        new Random(Origins.SEED)
            .ints(0, points.size())
            .distinct()
            .limit(Math.min(CANDIDATES, points.size() / 10))
            .toArray();
    premises =
        county
            .engine()
            .snap(
                IntStream.of(houses).mapToDouble(points::pointLon).toArray(),
                IntStream.of(houses).mapToDouble(points::pointLat).toArray());
  }

  static void run(int[] sizes) {
    for (int size : sizes) {
      SitingJob job = new SitingJob(County.of(size, SPEED));
      for (int times : TIMES) {
        job.measure(times);
      }
    }
  }

  private void measure(int times) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    int limit = new Cutoff(times * CityRaces.SECONDS, SPEED).limitMillimeters();
    ReachTable reach =
        ManyToMany.table(
            county.demand(),
            premises,
            IntStream.range(0, premises.size()).toArray(),
            Trip.WORSE,
            limit,
            share -> {},
            () -> false);
    double table = seconds(start);
    long read = System.nanoTime();
    SitingProblem problem = problem(reach, limit);
    double put = seconds(read);
    Told told = new Told();
    SitingAnswer last = SitingSearch.solve(problem, 1, new OrToolsExact(), told);
    double all = seconds(told.start);
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
    long plain = System.nanoTime();
    double peer = plainGreedy(reach);
    double plainSeconds = seconds(plain);
    System.out.printf(
        ROOT,
        "%,9d nodes %,7d points x %,d candidates x %d sites within %d minutes: %,d pairs, %,d rows put together;"
            + " reach table %.1f s, problem %.1f s%n"
            + "          first answer %.2f s: %,.0f people, %.4f of its bound (1 - 1/e = 0.632), %s%n"
            + "          after %.1f s: %,.0f people, bound %,.0f, gap %.3f %%, %s%s%n"
            + "          greedy without laziness or putting together: %.2f s, %,.0f people, %.1f times"
            + " as long; heap in use rises by %d MiB at most%n",
        county.engine().graph().nodeCount(),
        county.demand().size(),
        premises.size(),
        SITES,
        (int) (times * CityRaces.SECONDS / 60),
        reach.pairCount(),
        problem.core().rowCount(),
        table,
        put,
        told.firstSeconds,
        told.first.objective(),
        told.first.objective() / told.first.bound(),
        told.first.method(),
        all,
        last.objective(),
        last.bound(),
        100 * last.gap(),
        last.method(),
        last.proven() ? ", proven" : "",
        plainSeconds,
        peer,
        plainSeconds / told.firstSeconds,
        peak >> 20);
  }

  private SitingProblem problem(ReachTable reach, int limit) {
    SitingProblem.Builder builder = SitingProblem.builder(Model.MAXIMAL_COVERING);
    for (int j = 0; j < premises.size(); j++) {
      builder.site(200_000, Double.POSITIVE_INFINITY, State.FREE, false);
    }
    builder.count(SITES);
    ReachTable.ByDemand rows = reach.transposed();
    int[] sites = new int[premises.size()];
    double[] costs = new double[premises.size()];
    for (int i = 0; i < rows.demandCount(); i++) {
      int n = 0;
      for (int k = rows.first(i); k < rows.first(i + 1); k++) {
        sites[n] = rows.facility(k);
        costs[n++] = rows.cost(k);
      }

      builder.demand(
          people[i], people[i], -1, limit, limit, Double.POSITIVE_INFINITY, sites, costs, n);
    }
    return builder.build();
  }

  /** As it is written in textbooks: every candidate over all its points at every step. */
  private double plainGreedy(ReachTable reach) {
    boolean[] covered = new boolean[reach.demandCount()];
    double sum = 0;
    for (int step = 0; step < SITES; step++) {
      double most = -1;
      int best = -1;
      for (int j = 0; j < reach.facilityCount(); j++) {
        double gain = 0;
        for (int k = reach.first(j); k < reach.first(j + 1); k++) {
          gain += covered[reach.demand(k)] ? 0 : people[reach.demand(k)];
        }
        if (gain > most) {
          most = gain;
          best = j;
        }
      }
      for (int k = reach.first(best); k < reach.first(best + 1); k++) {
        covered[reach.demand(k)] = true;
      }
      sum += most;
    }
    return sum;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static final class Told implements Listener {
    private final long start = System.nanoTime();
    private SitingAnswer first;
    private double firstSeconds;

    @Override
    public void better(SitingAnswer answer) {
      if (first == null) {
        first = answer;
        firstSeconds = seconds(start);
      }
    }

    @Override
    public void progress(double share, String phase) {}

    @Override
    public boolean cancelled() {
      return seconds(start) > MOST_SECONDS;
    }
  }
}
