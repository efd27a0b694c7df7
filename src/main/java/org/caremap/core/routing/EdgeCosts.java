package org.caremap.core.routing;

import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * What one street piece, whole or in part, costs one profile in flat millimetres. The costs of its
 * parts add up to that of the whole. No open piece costs nothing: every step of a walk goes up in
 * cost, so walks can be traced back by their costs.
 */
final class EdgeCosts {
  private final boolean openForward;
  private final boolean openBackward;
  private final int length;
  private final double factor;
  private final int extra;
  private final @Nullable EdgeClimb climb;
  private final SlopeRule slope;

  /**
   * @param elevation heights, or null for level ground
   */
  EdgeCosts(
      StreetGraph graph, int edge, WalkingProfile profile, @Nullable ElevationModel elevation) {
    EdgeTraits traits = graph.edgeTraits(edge);
    length = graph.edgeLengthMillimeters(edge);
    ProfileRules rules = profile.rules();
    slope = rules.slope(traits);
    boolean closed = rules.closed(traits);
    boolean heights =
        !closed
            && elevation != null
            && (slope != SlopeRule.NONE || rules.maxInclinePercent() != ProfileRules.ANY_INCLINE);
    climb = heights ? EdgeClimb.of(graph, edge, elevation) : null;
    closed |= climb != null && rules.tooSteep(climb.steepestGradient());
    openForward = !closed && traits.has(EdgeTraits.FORWARD);
    openBackward = !closed && traits.has(EdgeTraits.BACKWARD);
    factor = closed ? 1 : rules.factor(traits);
    extra = closed ? 0 : rules.extraMillimeters(traits);
  }

  /**
   * A piece of which every metre costs the same.
   *
   * @param lengthMillimeters at least 0
   * @param factor cost of a millimetre, greater than 0
   */
  EdgeCosts(int lengthMillimeters, boolean openForward, boolean openBackward, double factor) {
    length = lengthMillimeters;
    this.openForward = openForward;
    this.openBackward = openBackward;
    this.factor = factor;
    extra = 0;
    climb = null;
    slope = SlopeRule.NONE;
  }

  /** From start to end; {@link WalkingNetwork#UNREACHED} if closed. */
  int forward() {
    return openForward ? whole(true) : WalkingNetwork.UNREACHED;
  }

  /** From end to start; {@link WalkingNetwork#UNREACHED} if closed. */
  int backward() {
    return openBackward ? whole(false) : WalkingNetwork.UNREACHED;
  }

  /** From the start to a point, whether that direction is open or not. */
  int forwardTo(int along) {
    return along >= length ? whole(true) : part(along, true);
  }

  /** From a point to the start, whether that direction is open or not. */
  int backwardFrom(int along) {
    return along >= length ? whole(false) : part(along, false);
  }

  private int part(int along, boolean forward) {
    if (along == 0) {
      return 0;
    }
    double walked = climb == null ? along : climbed(along, forward);
    // What it costs to get through at all is spread over the whole piece.
    double cost = walked * factor + (double) extra * along / length;
    return (int) Math.min(WalkingNetwork.FARTHEST, Math.round(cost));
  }

  private long climbed(int along, boolean forward) {
    return forward
        ? climb.flatMillimeters(0, along, slope)
        : climb.flatMillimeters(along, 0, slope);
  }

  private int whole(boolean forward) {
    return Math.max(1, length == 0 ? extra : part(length, forward));
  }
}
