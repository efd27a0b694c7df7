package org.caremap.core.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.routing.ManyToMany;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.Trip;

/**
 * Service areas of many facilities in one job: who is reached, and the drawing, each by the same
 * rules as a single one. The time goes with the streets and people around each facility, never with
 * facilities times people.
 *
 * @param facilities facilities on a network
 * @param demand demand points on the same network
 * @param grid the same demand points by where they lie
 * @param trip which walk counts
 * @param bands one or more cut-offs
 * @param snapLimitMeters greatest access distance of a place, inclusive
 */
public record ServiceAreaBatch(
    NetworkPlaces facilities,
    NetworkPlaces demand,
    PointGrid grid,
    Trip trip,
    List<Cutoff> bands,
    double snapLimitMeters) {
  /** Takes the result of one facility, from whichever thread has drawn it. */
  public interface Sink {
    /**
     * Called once for each facility, in no order, on several threads at once.
     *
     * @param row position in the list of facilities asked for
     * @param reach the sweep, with the demand points it reached
     * @param shapes one a band, in the order given
     */
    void accept(int row, ReachSweep reach, List<ServiceAreaShape> shapes);
  }

  /**
   * Sweeps, draws and hands on every facility.
   *
   * @param indices the facilities, by index
   * @param sink takes the results
   * @param progress hears the share of facilities done
   * @param cancelled asked now and then
   * @throws CancellationException if cancelled; results handed on so far stand
   */
  public void draw(int[] indices, Sink sink, DoubleConsumer progress, BooleanSupplier cancelled) {
    int limit =
        bands.stream()
            .max(Comparator.comparingDouble(Cutoff::budgetMeters))
            .orElseThrow(() -> new IllegalArgumentException("need at least one band"))
            .limitMillimeters();
    ConcurrentLinkedQueue<ServiceAreaPainter> painters = new ConcurrentLinkedQueue<>();
    ManyToMany.visit(
        demand,
        facilities,
        indices,
        trip,
        limit,
        progress,
        cancelled,
        (row, reach) -> {
          ServiceAreaPainter idle = painters.poll();
          ServiceAreaPainter painter = idle == null ? new ServiceAreaPainter() : idle;
          List<ServiceAreaShape> shapes =
              painter.draw(
                  new ReachField(reach),
                  bands,
                  snapLimitMeters,
                  DemandReach.of(grid, reach.reached()::metersOf));
          painters.add(painter);
          sink.accept(row, reach, shapes);
        });
  }
}
