package org.caremap.bench;

import java.util.SplittableRandom;
import org.caremap.core.graph.Snapped;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.peers.GraphHopperPeer;
import org.caremap.peers.OurEngine;

/** Junctions that both engines know, drawn with a seed: the same question to both. */
final class Origins {
  static final long SEED = 3L;
  private static final double SAME_PLACE_METERS = 0.05;

  private final NetworkPlaces ours;
  private final int[] ourNodes;
  private final int[] theirNodes;

  private Origins(NetworkPlaces ours, int[] ourNodes, int[] theirNodes) {
    this.ours = ours;
    this.ourNodes = ourNodes;
    this.theirNodes = theirNodes;
  }

  /** Draws among the junctions of our largest component. */
  static Origins draw(OurEngine engine, GraphHopperPeer peer, int wanted) {
    SplittableRandom random = new SplittableRandom(SEED);
    StreetGraph graph = engine.graph();
    double[] lon = new double[wanted];
    double[] lat = new double[wanted];
    int[] ourNodes = new int[wanted];
    int[] theirNodes = new int[wanted];
    for (int i = 0; i < wanted; ) {
      int node = random.nextInt(graph.nodeCount());
      if (graph.componentOfNode(node) != graph.largestComponent()) {
        continue;
      }
      lon[i] = graph.nodeLon(node);
      lat[i] = graph.nodeLat(node);
      int theirs = peer.nodeAt(lon[i], lat[i]);
      boolean both =
          theirs >= 0
              && theirs < peer.nodeCount()
              && Math.abs(peer.nodeLon(theirs) - lon[i]) < 1e-6
              && Math.abs(peer.nodeLat(theirs) - lat[i]) < 1e-6
              && engine.snap(lon[i], lat[i]) instanceof Snapped snapped
              && snapped.accessMeters() < SAME_PLACE_METERS;
      if (both) {
        ourNodes[i] = node;
        theirNodes[i] = theirs;
        i++;
      }
    }
    return new Origins(engine.snap(lon, lat), ourNodes, theirNodes);
  }

  int size() {
    return ourNodes.length;
  }

  NetworkPlaces ours() {
    return ours;
  }

  double lon(int i) {
    return ours.snapped().pointLon(i);
  }

  double lat(int i) {
    return ours.snapped().pointLat(i);
  }

  int ourNode(int i) {
    return ourNodes[i];
  }

  int theirNode(int i) {
    return theirNodes[i];
  }
}
