package org.caremap.core.coverage;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Service areas of many places, each drawn by the same rules as a single one. */
public final class ServiceAreaBatch {
  /**
   * What one sweep has found.
   *
   * @param field the sweep, read until its place is drawn and handed on
   * @param demand demand points with their metres by this sweep
   */
  public record Reached(WalkField field, DemandReach demand) {}

  /** Takes the result of one place, from whichever thread has drawn it. */
  public interface Sink {
    /** Called once for each place, in no order, on several threads at once. */
    void accept(int place, Reached reached, List<ServiceAreaShape> shapes);
  }

  private ServiceAreaBatch() {}

  /**
   * Sweeps, draws and hands on every place. Every worker has a sweep and a painter of its own, so
   * scratch is made once a worker and not once a place; the sink counts people from what it gets.
   *
   * @param places how many; they are numbered from 0
   * @param workers at most so many at a time, at least 1
   * @param sweeps makes a worker's sweep, which may use its scratch again for each place
   * @param bands one or more cut-offs
   * @param snapLimitMeters greatest access distance of a place, inclusive
   * @param sink takes the results
   * @param cancelled asked before each place
   * @throws CancellationException if cancelled; results handed on so far stand
   */
  public static void draw(
      int places,
      int workers,
      Supplier<IntFunction<Reached>> sweeps,
      List<Cutoff> bands,
      double snapLimitMeters,
      Sink sink,
      BooleanSupplier cancelled) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1 but is " + workers);
    }
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Math.min(workers, places))
        .parallel()
        .forEach(
            worker -> {
              IntFunction<Reached> sweep = sweeps.get();
              ServiceAreaPainter painter = new ServiceAreaPainter();
              for (int place = next.getAndIncrement();
                  place < places;
                  place = next.getAndIncrement()) {
                if (cancelled.getAsBoolean()) {
                  throw new CancellationException("drawing service areas was cancelled");
                }
                Reached reached = sweep.apply(place);
                sink.accept(
                    place,
                    reached,
                    painter.draw(reached.field(), bands, snapLimitMeters, reached.demand()));
              }
            });
  }
}
