package org.caremap.core.coverage;

import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.NearestStreets;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;

/** A sweep there, back, or both, as a drawing reads it. */
public final class ReachField implements WalkField {
  private final ReachSweep reach;
  private final EdgeSnapper snapper;
  private final WalkingNetwork network;
  private final StreetGraph graph;
  private final boolean both;
  private final boolean onlyBack;

  /**
   * @param reach the sweep
   */
  public ReachField(ReachSweep reach) {
    this.reach = reach;
    network = reach.network();
    snapper = network.snapper();
    graph = reach.graph();
    onlyBack = reach.trip() == Trip.BACK;
    both = reach.trip() == Trip.WORSE && !network.isSymmetric();
  }

  private boolean isBack(int direction) {
    return direction == 1 || onlyBack;
  }

  @Override
  public StreetGraph graph() {
    return graph;
  }

  @Override
  public NearestStreets nearestStreets() {
    return snapper.nearestStreets();
  }

  @Override
  public boolean isStreet(int edge) {
    return snapper.isTarget(edge);
  }

  @Override
  public double handicapMeters(int edge) {
    return snapper.handicapMeters(edge);
  }

  @Override
  public int directions() {
    return both ? 2 : 1;
  }

  @Override
  public double limitMeters() {
    // Costs are whole millimetres: there are none between the limit and the next.
    return reach.limitMeters() + 0.000999;
  }

  @Override
  public int nodeCount() {
    return reach.nodeCount();
  }

  @Override
  public int node(int i) {
    return reach.node(i);
  }

  @Override
  public double nodeMeters(int i, int direction) {
    return isBack(direction) ? reach.nodeMetersBack(i) : reach.nodeMetersThere(i);
  }

  @Override
  public double towardsStart(int edge, int direction) {
    return WalkingNetwork.meters(
        isBack(direction) ? network.forwardCost(edge) : network.backwardCost(edge));
  }

  @Override
  public double towardsEnd(int edge, int direction) {
    return WalkingNetwork.meters(
        isBack(direction) ? network.backwardCost(edge) : network.forwardCost(edge));
  }

  @Override
  public double towardsNode(int arc, int direction) {
    return WalkingNetwork.meters(
        isBack(direction) ? network.leaveCost(arc) : network.arriveCost(arc));
  }

  @Override
  public double towardsHead(int arc, int direction) {
    return WalkingNetwork.meters(
        isBack(direction) ? network.arriveCost(arc) : network.leaveCost(arc));
  }

  @Override
  public int sourceEdge() {
    return reach.sourceEdge();
  }

  @Override
  public double sourceShare() {
    double length = graph.edgeLengthMeters(reach.sourceEdge());
    return length == 0 ? 0 : Math.min(1, reach.sourceAlongMeters() / length);
  }

  @Override
  public double sourceAccessMeters() {
    return reach.sourceAccessMeters();
  }

  @Override
  public double sourceLon() {
    return reach.sourceLon();
  }

  @Override
  public double sourceLat() {
    return reach.sourceLat();
  }
}
