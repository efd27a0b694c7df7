package org.caremap.core.coverage;

import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ReachSweep;

/** A sweep in one direction, every metre at its length. */
public final class ReachField implements WalkField {
  private final ReachSweep reach;
  private final EdgeSnapper snapper;
  private final StreetGraph graph;

  /**
   * @param reach the sweep
   * @param snapper of the same network
   */
  public ReachField(ReachSweep reach, EdgeSnapper snapper) {
    this.reach = reach;
    this.snapper = snapper;
    this.graph = reach.graph();
  }

  @Override
  public StreetGraph graph() {
    return graph;
  }

  @Override
  public boolean isStreet(int edge) {
    return reach.stepsAllowed() || !graph.isSteps(edge);
  }

  @Override
  public double handicapMeters(int edge) {
    return snapper.handicapMeters(edge);
  }

  @Override
  public int directions() {
    return 1;
  }

  @Override
  public double limitMeters() {
    return reach.limitMeters();
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
    return reach.nodeMeters(i);
  }

  @Override
  public double towardsStart(int edge, int direction) {
    return graph.isBackward(edge) ? graph.edgeLengthMeters(edge) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double towardsEnd(int edge, int direction) {
    return graph.isForward(edge) ? graph.edgeLengthMeters(edge) : Double.POSITIVE_INFINITY;
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
