package org.caremap.core.routing;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lines from some places to others, such as from kitchens to the points that they feed. */
public final class PlaceLines {
  private PlaceLines() {}

  /**
   * One bounded sweep around each origin that has targets, in parallel.
   *
   * @param origins where lines start
   * @param targets where they end, on the same network
   * @param originOf origin of each target, -1 for none
   * @param cost what it costs each target from that origin, exactly, as a sweep found it
   * @param cancelled asked now and then
   * @return a line for each target, null where it has no origin
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static @Nullable WalkingPath[] of(
      NetworkPlaces origins,
      NetworkPlaces targets,
      int[] originOf,
      int[] cost,
      BooleanSupplier cancelled) {
    @Nullable WalkingPath[] lines = new WalkingPath[targets.size()];
    WalkingNetwork network = origins.network();
    int[] used = Arrays.stream(originOf).filter(origin -> origin >= 0).distinct().toArray();
    Arrays.stream(used)
        .parallel()
        .forEach(
            origin -> {
              int[] own =
                  IntStream.range(0, originOf.length).filter(i -> originOf[i] == origin).toArray();
              int limit = Arrays.stream(own).map(i -> cost[i]).max().orElse(0);
              TravelTimeSweep sweep = network.acquire();
              try {
                sweep.run(Direction.FROM_SOURCES, origins, origin, limit, cancelled);
                PathTracer tracer;
                for (int i : own) {
                  tracer = new PathTracer(sweep, Direction.FROM_SOURCES, origins, origin);
                  lines[i] = tracer.trace(targets, i, cost[i]);
                }
              } finally {
                network.release(sweep);
              }
            });
    return lines;
  }
}
