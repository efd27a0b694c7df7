package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.caremap.core.routing.ReachTable;

/**
 * Which kitchen cooks for which meal point where kitchens can be full: as many meals as possible,
 * and among all such ways one with the least total time on the way. Exact (the transportation
 * problem). A point's meals may come from several kitchens: to insist on one each is bin packing,
 * which no method proves the best of in time, and a point can take two deliveries.
 *
 * <p>A kitchen of unknown capacity cooks for nobody here, and a point whose meals are unknown gets
 * none: both are left for whoever shows the answer to say. Immutable.
 */
public final class DeliveryAssignment {
  private final long[] given;
  private final long[] load;
  private final List<List<Part>> parts;

  /**
   * Meals of one point from one kitchen.
   *
   * @param kitchen row of the table
   * @param meals at least 1
   * @param cost of the way
   */
  public record Part(int kitchen, long meals, int cost) {}

  private DeliveryAssignment(long[] given, long[] load, List<List<Part>> parts) {
    this.given = given;
    this.load = load;
    this.parts = parts;
  }

  /**
   * Assigns.
   *
   * @param reach rows are kitchens, demand points are meal points; only pairs in time
   * @param capacity whole meals of each kitchen, at least 0; NaN where nobody has said
   * @param meals whole meals of each point, at least 0; NaN where nobody has said
   * @param cancelled asked now and then
   * @throws IllegalArgumentException naming the first bad value
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DeliveryAssignment solve(
      ReachTable reach, double[] capacity, double[] meals, BooleanSupplier cancelled) {
    long[] places = whole("capacity of kitchen", capacity, reach.facilityCount());
    long[] wanted = whole("meals of point", meals, reach.demandCount());
    ReachTable.ByDemand byPoint = reach.transposed();
    int[] first = new int[wanted.length + 1];
    int[] kitchen = new int[byPoint.pairCount()];
    int[] cost = new int[byPoint.pairCount()];
    int count = 0;
    for (int i = 0; i < wanted.length; i++) {
      for (int k = byPoint.first(i); wanted[i] > 0 && k < byPoint.first(i + 1); k++) {
        if (places[byPoint.facility(k)] > 0) {
          kitchen[count] = byPoint.facility(k);
          cost[count++] = byPoint.cost(k);
        }
      }
      first[i + 1] = count;
    }
    kitchen = Arrays.copyOf(kitchen, count);
    cost = Arrays.copyOf(cost, count);
    AssignmentSolver solver = new AssignmentSolver(first, kitchen, cost, wanted, places);
    solver.solve(cancelled);
    long[] given = new long[wanted.length];
    long[] load = new long[places.length];
    List<List<Part>> parts = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      List<Part> own = new ArrayList<>();
      for (int k = first[i]; k < first[i + 1]; k++) {
        long flow = solver.flow()[k];
        if (flow > 0) {
          own.add(new Part(kitchen[k], flow, cost[k]));
          given[i] += flow;
          load[kitchen[k]] += flow;
        }
      }
      own.sort(
          (a, b) ->
              a.meals() != b.meals()
                  ? Long.compare(b.meals(), a.meals())
                  : Integer.compare(a.kitchen(), b.kitchen()));
      parts.add(List.copyOf(own));
    }
    return new DeliveryAssignment(given, load, List.copyOf(parts));
  }

  private static long[] whole(String what, double[] amounts, int count) {
    Amounts.check(what, amounts, count);
    return Arrays.stream(amounts)
        .mapToLong(amount -> Double.isNaN(amount) ? 0 : Math.round(amount))
        .toArray();
  }

  /** Meals that a point gets; at most what it wants. */
  public long given(int point) {
    return given[point];
  }

  /** Where they come from, most first; none where it gets nothing. */
  public List<Part> parts(int point) {
    return parts.get(point);
  }

  /** Meals that a kitchen cooks; at most its capacity, 0 where that is unknown. */
  public long load(int kitchen) {
    return load[kitchen];
  }
}
