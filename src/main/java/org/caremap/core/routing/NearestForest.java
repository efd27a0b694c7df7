package org.caremap.core.routing;

import java.util.function.BooleanSupplier;

/**
 * The finished sweep from all facilities, kept node by node: what every change is counted from. The
 * arrays are never changed.
 */
final class NearestForest {
  final Direction direction;

  /** Cost of each node. */
  final int[] cost;

  /** Facility of each node; any value where the node was not reached. */
  final int[] label;

  private NearestForest(Direction direction, int[] cost, int[] label) {
    this.direction = direction;
    this.cost = cost;
    this.label = label;
  }

  static NearestForest sweep(
      NetworkPlaces facilities, int[] indices, Direction direction, BooleanSupplier cancelled) {
    WalkingNetwork network = facilities.network();
    TravelTimeSweep sweep = network.acquire();
    try {
      sweep.run(direction, facilities, indices, WalkingNetwork.FARTHEST, cancelled);
      return new NearestForest(direction, sweep.costs(), sweep.labels());
    } finally {
      network.release(sweep);
    }
  }
}
