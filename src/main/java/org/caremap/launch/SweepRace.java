package org.caremap.launch;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.coverage.CareSnapshot;

/**
 * The whole-coverage sweep beside two peers in the same run: a pass that only reads every arc (the
 * floor) and Dijkstra as textbooks have it, with the JDK's priority queue.
 */
final class SweepRace {
  private static final int ROUNDS = 7;

  private SweepRace() {}

  private record Label(int node, double meters) implements Comparable<Label> {
    @Override
    public int compareTo(Label other) {
      return Double.compare(meters, other.meters);
    }
  }

  static void run(CareSnapshot snapshot, int[] facilities) {
    WalkingProfile elder = new WalkingProfile("elder", 0.8, true);
    NetworkPlaces demand = snapshot.demandPlaces(elder);
    NetworkPlaces places = snapshot.facilityPlaces(elder);
    StreetGraph graph = snapshot.network(elder).graph();
    double read = median(() -> readEveryArc(snapshot.network(elder)));
    double textbook = median(() -> textbook(graph, places.snapped(), facilities)[0]);
    double sweep =
        median(
            () ->
                NearestFacilities.sweep(
                        demand,
                        places,
                        facilities,
                        Trip.WORSE,
                        WalkingNetwork.FARTHEST,
                        () -> false)
                    .size());
    System.out.printf(
        "  sweep from all facilities to all points %17.1f ms = %.1f x reading every arc (%.1f ms),"
            + " %.1f x faster than a textbook Dijkstra (%.1f ms)%n",
        sweep, sweep / read, read, textbook / sweep, textbook);
  }

  private static double median(Supplier<? extends Number> work) {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      if (Double.isNaN(work.get().doubleValue())) {
        throw new IllegalStateException("a sweep ended without a number");
      }
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private static long readEveryArc(WalkingNetwork network) {
    return network.readEveryArc();
  }

  private static double[] textbook(StreetGraph graph, SnappedPoints places, int[] facilities) {
    Arcs arcs = graph.arcs();
    double[] best = new double[graph.nodeCount()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    PriorityQueue<Label> queue = new PriorityQueue<>();
    for (int facility : facilities) {
      if (places.isSnapped(facility)) {
        int edge = places.edge(facility);
        double along = places.alongMeters(facility);
        double access = places.accessMeters(facility);
        queue.add(new Label(graph.edgeFrom(edge), access + along));
        queue.add(new Label(graph.edgeTo(edge), access + graph.edgeLengthMeters(edge) - along));
      }
    }
    while (!queue.isEmpty()) {
      Label label = queue.poll();
      if (label.meters() >= best[label.node()]) {
        continue;
      }
      best[label.node()] = label.meters();
      for (int arc = arcs.offsets()[label.node()]; arc < arcs.offsets()[label.node() + 1]; arc++) {
        double meters = label.meters() + graph.edgeLengthMeters(arcs.edges()[arc] >> 1);
        if (meters < best[arcs.heads()[arc]]) {
          queue.add(new Label(arcs.heads()[arc], meters));
        }
      }
    }
    return best;
  }
}
