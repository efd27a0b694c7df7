package org.caremap.core.routing;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.caremap.core.graph.StreetGraph;

/**
 * Who can walk to one place (or back from it, or both) within a limit: the cost at every node near
 * enough, kept compactly, and at every point on the streets between. Immutable.
 *
 * <p>Costs are looked at in metres on the flat, see {@link WalkingNetwork}.
 */
public final class ReachSweep {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;

  private final WalkingNetwork network;
  private final NetworkPlaces places;
  private final int place;
  private final Trip trip;
  private final int limit;
  private final int[] nodes;
  private final int[] there;
  private final int[] back;
  private final ReachedPlaces reached;

  private ReachSweep(
      ReachCollector collector,
      NetworkPlaces places,
      int place,
      Trip trip,
      int limit,
      ReachedPlaces reached) {
    network = places.network();
    this.places = places;
    this.place = place;
    this.trip = trip;
    this.limit = limit;
    this.reached = reached;
    TravelTimeSweep first = collector.sweep();
    TravelTimeSweep second = collector.back();
    int count = first.reachedCount();
    int[] found = new int[count + (second == null ? 0 : second.reachedCount())];
    for (int i = 0; i < count; i++) {
      found[i] = first.reachedNode(i);
    }
    if (second != null) {
      for (int i = 0; i < second.reachedCount(); i++) {
        if (first.cost(second.reachedNode(i)) == UNREACHED) {
          found[count++] = second.reachedNode(i);
        }
      }
    }
    nodes = Arrays.copyOf(found, count);
    Arrays.sort(nodes);
    int[] costs = new int[count];
    // One sweep stands for the only way that counts, or for both where they are alike.
    int[] backCosts = second == null ? costs : new int[count];
    for (int i = 0; i < count; i++) {
      costs[i] = first.cost(nodes[i]);
      if (second != null) {
        backCosts[i] = second.cost(nodes[i]);
      }
    }
    there = costs;
    back = backCosts;
  }

  /**
   * Sweeps around one place.
   *
   * @param places places on a network
   * @param place which of them, in [0, places.size()); nothing is reached if it is not snapped
   * @param trip which walk counts: to the place, from it, or the slower of both
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param demand demand points on the same network, to be found within the limit
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ReachSweep sweep(
      NetworkPlaces places,
      int place,
      Trip trip,
      int limit,
      NetworkPlaces demand,
      BooleanSupplier cancelled) {
    try (ReachCollector collector = new ReachCollector(places, trip)) {
      return sweep(collector, places, place, trip, limit, demand, cancelled);
    }
  }

  static ReachSweep sweep(
      ReachCollector collector,
      NetworkPlaces places,
      int place,
      Trip trip,
      int limit,
      NetworkPlaces demand,
      BooleanSupplier cancelled) {
    collector.sweep(place, limit, cancelled);
    collector.collect(place, limit, demand);
    return new ReachSweep(collector, places, place, trip, limit, collector.result());
  }

  /** The demand points within the limit, access at both ends included. */
  public ReachedPlaces reached() {
    return reached;
  }

  /** The network. */
  public WalkingNetwork network() {
    return network;
  }

  /** The streets. */
  public StreetGraph graph() {
    return network.graph();
  }

  /** Which walk counts. */
  public Trip trip() {
    return trip;
  }

  /** The limit of the sweep in flat metres, inclusive. */
  public double limitMeters() {
    return limit / 1e3;
  }

  /** Number of nodes within the limit in at least one of the directions that count. */
  public int nodeCount() {
    return nodes.length;
  }

  /** The i-th node within the limit, ascending. */
  public int node(int i) {
    return nodes[i];
  }

  /** Flat metres from the i-th node to the place; infinite beyond the limit. */
  public double nodeMetersThere(int i) {
    return WalkingNetwork.meters(there[i]);
  }

  /** Flat metres from the place to the i-th node; infinite beyond the limit. */
  public double nodeMetersBack(int i) {
    return WalkingNetwork.meters(back[i]);
  }

  /** Edge of the place itself, or -1 if it is not on the network. */
  public int sourceEdge() {
    int slot = places.slot(place);
    return slot < 0 ? -1 : places.edge(slot);
  }

  /** Metres of the place from the start of its edge. */
  public double sourceAlongMeters() {
    return places.snapped().alongMeters(place);
  }

  /** Metres from the place to its edge. */
  public double sourceAccessMeters() {
    return places.snapped().accessMeters(place);
  }

  /** Longitude of the place's point on the street; 0 if it is not on the network. */
  public double sourceLon() {
    return places.snapped().lon(place);
  }

  /** Latitude of the place's point on the street; 0 if it is not on the network. */
  public double sourceLat() {
    return places.snapped().lat(place);
  }
}
