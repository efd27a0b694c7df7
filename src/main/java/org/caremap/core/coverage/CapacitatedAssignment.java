package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.caremap.core.routing.ReachTable;

/**
 * Who gets a place where facilities can be full: people are given to facilities within a cut-off so
 * that as many as possible are served, and among all such ways one with the least total walk. The
 * nearest facility is not always the right one: somebody who has no other choice comes first, and
 * one who has walks on. Exact, up to the rounding of people to a millionth.
 *
 * <p>A facility without a stated capacity is neither full nor endless: it is given nobody, and
 * those left over who reach one are counted apart as {@code unknownCapacity}.
 *
 * <p>How many are served and how far they walk is the same in every best assignment; which of two
 * equals is served is not, but the same input always gives the same assignment. Immutable.
 */
public final class CapacitatedAssignment {
  /** Parts of a person in which the assignment reckons. */
  private static final double UNITS = 1e6;

  private static final double MOST = 1e9;

  private final double[] demand;
  private final long[] served;
  private final double[] over;
  private final double[] uncertain;
  private final double[] out;
  private final long[] load;
  private final double[] inReach;
  private final double personMeters;

  private CapacitatedAssignment(
      ReachTable.ByDemand reach,
      AssignmentSolver solver,
      int[] first,
      int[] facility,
      int[] cost,
      double[] demand,
      double[] capacity,
      PointCutoffs cutoffs) {
    this.demand = demand;
    served = new long[demand.length];
    over = new double[demand.length];
    uncertain = new double[demand.length];
    out = new double[demand.length];
    load = new long[capacity.length];
    inReach = new double[capacity.length];
    StableSum walked = new StableSum();
    StableSum[] near = Stream.generate(StableSum::new).limit(load.length).toArray(StableSum[]::new);
    for (int i = 0; i < demand.length; i++) {
      if (!(demand[i] > 0)) {
        continue;
      }
      for (int k = first[i]; k < first[i + 1]; k++) {
        long people = solver.flow()[k];
        served[i] += people;
        load[facility[k]] += people;
        walked.add(people / UNITS * (cost[k] / 1000.0));
      }
      boolean any = false;
      boolean unknown = false;
      int budget = cutoffs.limit(cutoffs.zone(i));
      for (int k = reach.first(i); k < reach.first(i + 1); k++) {
        if (reach.cost(k) <= budget) {
          any = true;
          unknown |= Double.isNaN(capacity[reach.facility(k)]);
          near[reach.facility(k)].add(demand[i]);
        }
      }
      double left = Math.max(0, demand[i] - served[i] / UNITS);
      (unknown ? uncertain : any ? over : out)[i] = solver.unserved()[i] == 0 ? 0 : left;
    }
    for (int f = 0; f < inReach.length; f++) {
      inReach[f] = near[f].value();
    }
    personMeters = walked.value();
  }

  /**
   * Assigns.
   *
   * @param reach who reaches whom, at least up to the cut-off
   * @param capacity people each facility can take, in [0, 1e9]; NaN where unknown
   * @param demand people at each point, in [0, 1e9]; NaN where unknown; kept, not copied
   * @param cutoff how far is near enough
   * @param cancelled asked now and then
   * @throws IllegalArgumentException naming the first bad value, or where the table ends before the
   *     cut-off does
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static CapacitatedAssignment solve(
      ReachTable reach,
      double[] capacity,
      double[] demand,
      Cutoff cutoff,
      BooleanSupplier cancelled) {
    return solve(reach, capacity, demand, PointCutoffs.same(cutoff), cancelled);
  }

  /**
   * Like the other, with a cut-off for each point.
   *
   * @param cutoffs how far is near enough at each point
   * @throws IllegalArgumentException naming the first bad value, or where the table ends before the
   *     longest cut-off does
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static CapacitatedAssignment solve(
      ReachTable reach,
      double[] capacity,
      double[] demand,
      PointCutoffs cutoffs,
      BooleanSupplier cancelled) {
    cutoffs.checkSize(demand.length);
    long[] places = units("capacity of facility", capacity, reach.facilityCount());
    long[] people = units("demand at point", demand, reach.demandCount());
    int longest = cutoffs.longestLimit();
    if (reach.limitMillimeters() < longest) {
      throw new IllegalArgumentException(
          "the reach table must be complete up to %d millimetres but ends at %d"
              .formatted(longest, reach.limitMillimeters()));
    }
    ReachTable.ByDemand byDemand = reach.transposed();
    // Only pairs by which somebody could get a place.
    int[] first = new int[people.length + 1];
    int[] facility = new int[byDemand.pairCount()];
    int[] cost = new int[byDemand.pairCount()];
    int count = 0;
    for (int i = 0; i < people.length; i++) {
      int budget = cutoffs.limit(cutoffs.zone(i));
      for (int k = byDemand.first(i); people[i] > 0 && k < byDemand.first(i + 1); k++) {
        if (byDemand.cost(k) <= budget && places[byDemand.facility(k)] > 0) {
          facility[count] = byDemand.facility(k);
          cost[count++] = byDemand.cost(k);
        }
      }
      first[i + 1] = count;
    }
    facility = Arrays.copyOf(facility, count);
    cost = Arrays.copyOf(cost, count);
    AssignmentSolver solver = new AssignmentSolver(first, facility, cost, people, places);
    solver.solve(cancelled);
    return new CapacitatedAssignment(
        byDemand, solver, first, facility, cost, demand, capacity, cutoffs);
  }

  private static long[] units(String what, double[] amounts, int count) {
    Amounts.check(what, amounts, count);
    long[] units = new long[count];
    for (int i = 0; i < count; i++) {
      if (amounts[i] > MOST) {
        throw new IllegalArgumentException(
            "%s %d must be at most 1e9 but is %s".formatted(what, i, amounts[i]));
      }
      units[i] = Math.round(amounts[i] * UNITS);
    }
    return units;
  }

  /** Number of demand points. */
  public int demandCount() {
    return demand.length;
  }

  /** Number of facilities. */
  public int facilityCount() {
    return load.length;
  }

  /** People of a point who have a place. */
  public double served(int point) {
    return served[point] / UNITS;
  }

  /** People of a point who reach facilities in time and find all of them full. */
  public double overCapacity(int point) {
    return over[point];
  }

  /** People of a point without a place who reach a facility of unknown capacity. */
  public double unknownCapacity(int point) {
    return uncertain[point];
  }

  /** People of a point who reach no facility in time. */
  public double outOfReach(int point) {
    return out[point];
  }

  /** People given to a facility; at most its capacity, 0 where that is unknown. */
  public double load(int facility) {
    return load[facility] / UNITS;
  }

  /** People who reach a facility in time, whether they get a place there or not. */
  public double inReach(int facility) {
    return inReach[facility];
  }

  /** Total walk of all who are served, in metres on the flat, one way. */
  public double personMeters() {
    return personMeters;
  }

  /**
   * The people by area and in total.
   *
   * @param areaOfPoint area of each point in [0, areaCount), or -1 for none
   * @param areaCount number of areas, at least 0
   * @return one for each area, and at the end the one of all points
   * @throws IllegalArgumentException naming the first bad value
   */
  public AssignmentCount[] count(int[] areaOfPoint, int areaCount) {
    Amounts.checkAreas(areaOfPoint, demand.length, areaCount);
    Sums[] sums = Stream.generate(Sums::new).limit(areaCount + 1L).toArray(Sums[]::new);
    for (int i = 0; i < demand.length; i++) {
      sums[areaCount].add(this, i);
      if (areaOfPoint[i] >= 0) {
        sums[areaOfPoint[i]].add(this, i);
      }
    }
    return Arrays.stream(sums).map(Sums::count).toArray(AssignmentCount[]::new);
  }

  private static final class Sums {
    private final StableSum demand = new StableSum();
    private final StableSum served = new StableSum();
    private final StableSum over = new StableSum();
    private final StableSum uncertain = new StableSum();
    private final StableSum out = new StableSum();
    private int unknown;

    void add(CapacitatedAssignment of, int point) {
      if (Double.isNaN(of.demand[point])) {
        unknown++;
        return;
      }
      demand.add(of.demand[point]);
      served.add(of.served(point));
      over.add(of.over[point]);
      uncertain.add(of.uncertain[point]);
      out.add(of.out[point]);
    }

    AssignmentCount count() {
      return new AssignmentCount(
          demand.value(), served.value(), over.value(), uncertain.value(), out.value(), unknown);
    }
  }
}
