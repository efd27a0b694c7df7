package org.caremap.core.routing;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Who reaches whom: one bounded sweep around each facility, in parallel, for catchments and
 * floating catchments. The time goes with the pairs found and the streets between them, never with
 * facilities times demand points.
 */
public final class ManyToMany {
  private ManyToMany() {}

  /** Something done with each facility's sweep, on the thread that swept. */
  public interface FacilityVisitor {
    /**
     * @param row position in the list of facilities asked for
     * @param reach the sweep around it
     */
    void visit(int row, ReachSweep reach);
  }

  /**
   * The table of all pairs within a limit.
   *
   * @param demand demand points
   * @param facilities facilities on the same network
   * @param indices the facilities that take part: row i of the table is facility indices[i]
   * @param trip which walk counts
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param progress hears the share of facilities done, from any thread, in no particular order
   * @param cancelled asked now and then
   * @throws CancellationException if cancelled; there is no partial table
   */
  public static ReachTable table(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      int limit,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    return table(
        demand, facilities, indices, trip, limit, Integer.MAX_VALUE - 8L, progress, cancelled);
  }

  /**
   * Like the other.
   *
   * @param mostPairs pairs that the table may have
   * @throws TooManyPairs where it would have more
   */
  public static ReachTable table(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      int limit,
      long mostPairs,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    ReachTable.Builder table =
        new ReachTable.Builder(indices.length, demand.size(), limit, mostPairs);
    forEach(
        facilities,
        indices,
        trip,
        progress,
        cancelled,
        (collector, row) -> {
          collector.sweep(indices[row], limit, cancelled);
          collector.collect(indices[row], limit, demand);
          table.row(row, collector.place, collector.cost, collector.size);
        });
    return table.build();
  }

  /** Like {@link #table}, with each facility's whole sweep shown to a visitor instead. */
  public static void visit(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      int limit,
      DoubleConsumer progress,
      BooleanSupplier cancelled,
      FacilityVisitor visitor) {
    forEach(
        facilities,
        indices,
        trip,
        progress,
        cancelled,
        (collector, row) ->
            visitor.visit(
                row,
                ReachSweep.sweep(
                    collector, facilities, indices[row], trip, limit, demand, cancelled)));
  }

  private interface Task {
    void run(ReachCollector collector, int row);
  }

  private static void forEach(
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      DoubleConsumer progress,
      BooleanSupplier cancelled,
      Task task) {
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, indices.length)
        .parallel()
        .forEach(
            row -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("the sweeps were cancelled");
              }
              try (ReachCollector collector = new ReachCollector(facilities, trip)) {
                task.run(collector, row);
              }
              progress.accept((double) done.incrementAndGet() / indices.length);
            });
  }
}
