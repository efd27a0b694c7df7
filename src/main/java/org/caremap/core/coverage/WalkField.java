package org.caremap.core.coverage;

import org.caremap.core.graph.NearestStreets;
import org.caremap.core.graph.StreetGraph;

/**
 * What a drawing of a service area asks of a sweep: the cost of walking from the nodes to the place
 * and along edges. Costs are metres, possibly "flat metres" (a slope costs more or less than its
 * length). There are one or two directions (there, and back); a place costs as much as the dearer
 * one. Between the ends of an edge costs are taken to grow evenly:
 *
 * <pre>
 * cost(f) = max over directions of min(atStart + f · towardsStart, atEnd + (1 − f) · towardsEnd)
 * </pre>
 *
 * where f in [0, 1] is the place's share of the edge's length. Used by one thread at a time.
 */
public interface WalkField {
  /** The network. */
  StreetGraph graph();

  /** What places around snap to: the same for all fields on a network, so keep it. */
  default NearestStreets nearestStreets() {
    return new NearestStreets(graph(), this::isStreet, this::handicapMeters);
  }

  /** Whether an edge counts as a street at all; places never snap to others. */
  boolean isStreet(int edge);

  /** Metres added to the distance of an edge when edges compete to be the nearest. */
  double handicapMeters(int edge);

  /** Number of directions, 1 or 2. */
  int directions();

  /** The limit up to which costs are known, in metres. */
  double limitMeters();

  /** Number of nodes within the limit. */
  int nodeCount();

  /** The i-th node within the limit, in any order. */
  int node(int i);

  /**
   * Metres from the i-th node to the place.
   *
   * @param direction in [0, directions)
   * @return infinite if beyond the limit in this direction
   */
  double nodeMeters(int i, int direction);

  /**
   * Metres of walking a whole edge to its start (direction 0; in direction 1, from its start).
   *
   * @return infinite if closed
   */
  double towardsStart(int edge, int direction);

  /** Metres of walking a whole edge to its end (in direction 1, from its end); see above. */
  double towardsEnd(int edge, int direction);

  /** Like {@link #towardsStart}, to the node that lists an arc. */
  default double towardsNode(int arc, int direction) {
    int edge = graph().arcs().edges()[arc];
    return (edge & 1) == 0 ? towardsStart(edge >> 1, direction) : towardsEnd(edge >> 1, direction);
  }

  /** Like {@link #towardsStart}, to the other end of an arc that a node lists. */
  default double towardsHead(int arc, int direction) {
    int edge = graph().arcs().edges()[arc];
    return (edge & 1) == 0 ? towardsEnd(edge >> 1, direction) : towardsStart(edge >> 1, direction);
  }

  /** Edge of the place itself, or -1 if it is not on the network. */
  int sourceEdge();

  /** Share of its edge's length that lies before the place, in [0, 1]. */
  double sourceShare();

  /** Metres from the place to its edge. */
  double sourceAccessMeters();

  /** Longitude of the place's point on the street. */
  double sourceLon();

  /** Latitude of the place's point on the street. */
  double sourceLat();
}
