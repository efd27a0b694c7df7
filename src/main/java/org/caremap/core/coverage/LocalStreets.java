package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetTile;

/**
 * The streets around a service area in local metres. Edges with a reached end, and the place's own
 * edge, are <i>stretches</i> with a cost; the pieces of others are there only to be nearest.
 * Scratch of one thread, used again and again.
 */
final class LocalStreets {
  private static final int NO_STRETCH = -1;
  private static final double AT_END = 1e-9;

  /** Entries a piece in {@link #geometry}. */
  private static final int STRIDE = 8;

  private static final int X = 0;
  private static final int Y = 1;
  private static final int DELTA_X = 2;
  private static final int DELTA_Y = 3;
  private static final int PER_SQUARED_METER = 4;
  private static final int HANDICAP = 5;
  private static final int SHARE = 6;
  private static final int SHARE_DELTA = 7;

  private final IntIndex stretchOfEdge = new IntIndex();
  private final IntIndex reachedNode = new IntIndex();
  private double metersPerDegreeLon;
  private int directions;

  // Eight entries a piece, a line of the processor's cache: start, vector, one over its squared
  // length, handicap, share of the stretch where it starts, share that it takes.
  private double[] geometry = new double[STRIDE * 2048];
  private int[] stretchOfPiece = new int[2048];
  // Bounds of what the walk from anywhere on a piece costs.
  private double[] leastWalk = new double[2048];
  private double[] mostWalk = new double[2048];
  private int pieces;

  // Four entries a direction, two directions a stretch: cost at the start, of the whole stretch
  // towards the start, at the end, of the whole stretch towards the end. A closed way is infinite
  // at the node and 0 along the stretch, so that nothing becomes infinity times 0.
  private double[] costs = new double[8 * 512];
  // One entry a stretch: cost at the very ends, where no direction is closed.
  private double[] atStart = new double[512];
  private double[] atEnd = new double[512];
  private int stretches;

  // The place's own edge is stretch 0. Costs of the whole edge towards the start and the end.
  private double sourceShare;
  private double sourceAccess;
  private final double[] sourceTowardsStart = new double[2];
  private final double[] sourceTowardsEnd = new double[2];

  // Around reached nodes and the place: whoever arrives in time comes from within one of these.
  private double[] circleX = new double[512];
  private double[] circleY = new double[512];
  private double[] circleMeters = new double[512];
  private int circles;

  /** Planar position on the piece measured last, in [0, 1]. */
  private double position;

  /**
   * Starts anew with the edges that a sweep has reached.
   *
   * @param budget largest cost of interest in metres
   */
  void reset(WalkField field, LocalProjection projection, double budget, double snapLimitMeters) {
    directions = field.directions();
    metersPerDegreeLon = projection.x(field.sourceLon() + 1);
    pieces = 0;
    stretches = 0;
    circles = 0;
    stretchOfEdge.clear();
    reachedNode.clear();
    for (int i = 0; i < field.nodeCount(); i++) {
      reachedNode.putIfAbsent(field.node(i), i);
    }
    StreetGraph graph = field.graph();
    int source = field.sourceEdge();
    sourceShare = field.sourceShare();
    sourceAccess = field.sourceAccessMeters();
    stretchOfEdge.putIfAbsent(source, 0);
    addEdge(field, source);
    for (int d = 0; d < directions; d++) {
      sourceTowardsStart[d] = field.towardsStart(source, d);
      sourceTowardsEnd[d] = field.towardsEnd(source, d);
    }
    double length = graph.edgeLengthMeters(source);
    double fastest = 1;
    for (int d = 0; d < directions; d++) {
      fastest = Math.max(fastest, factor(length, sourceTowardsStart[d]));
      fastest = Math.max(fastest, factor(length, sourceTowardsEnd[d]));
    }
    if (budget >= sourceAccess) {
      circle(0, 0, reach(length, fastest, budget - sourceAccess, snapLimitMeters));
    }
    Arcs arcs = graph.arcs();
    for (int i = 0; i < field.nodeCount(); i++) {
      int node = field.node(i);
      double spare = budget - field.nodeMeters(i, 0);
      double around = Math.min(spare, snapLimitMeters);
      for (int arc = arcs.offsets()[node]; arc < arcs.offsets()[node + 1]; arc++) {
        int edge = arcs.edges()[arc] >> 1;
        int stretch = stretchOfEdge.get(edge);
        if (stretch < 0 && field.isStreet(edge)) {
          stretch = stretches;
          stretchOfEdge.putIfAbsent(edge, stretch);
          addEdge(field, edge);
        }
        if (stretch >= 0 && spare >= 0) {
          double meters = graph.edgeLengthMeters(edge);
          double factor = factor(meters, stretch);
          around = Math.max(around, reach(meters, factor, spare, snapLimitMeters));
        }
      }
      if (spare >= 0) {
        circle(projection.x(graph.nodeLon(node)), projection.y(graph.nodeLat(node)), around);
      }
    }
  }

  /** Metres that one metre of cost may go along an edge. */
  private static double factor(double meters, double cost) {
    return cost > 0 ? meters / cost : 1;
  }

  /** The same for a stretch, at least 1. */
  private double factor(double meters, int stretch) {
    double least = meters;
    for (int i = 8 * stretch + 1; i < 8 * stretch + 4 * directions; i += 2) {
      if (costs[i] > 0) {
        least = Math.min(least, costs[i]);
      }
    }
    return least < meters ? meters / least : 1;
  }

  /** How far along and beside an edge somebody may come from with so much cost to spare. */
  private static double reach(double meters, double factor, double spare, double snapLimitMeters) {
    return Math.min(spare * factor, meters + Math.min(spare, snapLimitMeters));
  }

  private void circle(double x, double y, double meters) {
    if (circles == circleX.length) {
      circleX = Arrays.copyOf(circleX, 2 * circles);
      circleY = Arrays.copyOf(circleY, 2 * circles);
      circleMeters = Arrays.copyOf(circleMeters, 2 * circles);
    }
    circleX[circles] = x;
    circleY[circles] = y;
    circleMeters[circles++] = meters;
  }

  int circleCount() {
    return circles;
  }

  double circleX(int i) {
    return circleX[i];
  }

  double circleY(int i) {
    return circleY[i];
  }

  double circleMeters(int i) {
    return circleMeters[i];
  }

  private void addEdge(WalkField field, int edge) {
    if (stretches == atStart.length) {
      costs = Arrays.copyOf(costs, 2 * costs.length);
      atStart = Arrays.copyOf(atStart, 2 * stretches);
      atEnd = Arrays.copyOf(atEnd, 2 * stretches);
    }
    int stretch = stretches++;
    atStart[stretch] = 0;
    atEnd[stretch] = 0;
    int from = reachedNode.get(field.graph().edgeFrom(edge));
    int to = reachedNode.get(field.graph().edgeTo(edge));
    for (int d = 0; d < directions; d++) {
      double start = from < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(from, d);
      double end = to < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(to, d);
      put(stretch, d, start, field.towardsStart(edge, d), end, field.towardsEnd(edge, d));
    }
  }

  private void put(
      int stretch, int d, double start, double towardsStart, double end, double towardsEnd) {
    int at = 8 * stretch + 4 * d;
    boolean viaStart = start + towardsStart < Double.POSITIVE_INFINITY;
    boolean viaEnd = end + towardsEnd < Double.POSITIVE_INFINITY;
    costs[at] = viaStart ? start : Double.POSITIVE_INFINITY;
    costs[at + 1] = viaStart ? towardsStart : 0;
    costs[at + 2] = viaEnd ? end : Double.POSITIVE_INFINITY;
    costs[at + 3] = viaEnd ? towardsEnd : 0;
    atStart[stretch] = Math.max(atStart[stretch], Math.min(start, costs[at + 2] + costs[at + 3]));
    atEnd[stretch] = Math.max(atEnd[stretch], Math.min(end, costs[at] + costs[at + 1]));
  }

  /**
   * Adds the pieces of a tile.
   *
   * @param x where the tile's metric starts, in local metres
   * @param y likewise
   * @return the number of the first
   */
  int addPieces(StreetTile tile, double x, double y) {
    int first = pieces;
    int[] edgeOfPiece = tile.edgeOfPiece();
    float[] shape = tile.geometry();
    pieces += edgeOfPiece.length;
    if (pieces > stretchOfPiece.length) {
      geometry = Arrays.copyOf(geometry, 2 * STRIDE * pieces);
      stretchOfPiece = Arrays.copyOf(stretchOfPiece, 2 * pieces);
      leastWalk = Arrays.copyOf(leastWalk, 2 * pieces);
      mostWalk = Arrays.copyOf(mostWalk, 2 * pieces);
    }
    double scale = metersPerDegreeLon / tile.metersPerDegreeLon();
    int last = -1;
    int stretch = NO_STRETCH;
    for (int i = 0; i < edgeOfPiece.length; i++) {
      if (edgeOfPiece[i] != last) {
        last = edgeOfPiece[i];
        stretch = stretchOfEdge.get(tile.edges()[last]);
      }
      int from = StreetTile.STRIDE * i;
      int to = STRIDE * (first + i);
      double dx = shape[from + 2] * scale;
      double dy = shape[from + 3];
      double squared = dx * dx + dy * dy;
      geometry[to + X] = x + shape[from] * scale;
      geometry[to + Y] = y + shape[from + 1];
      geometry[to + DELTA_X] = dx;
      geometry[to + DELTA_Y] = dy;
      geometry[to + PER_SQUARED_METER] = squared == 0 ? 0 : 1 / squared;
      geometry[to + SHARE] = shape[from + 4];
      geometry[to + SHARE_DELTA] = shape[from + 5];
      geometry[to + HANDICAP] = shape[from + 6];
      stretchOfPiece[first + i] = stretch;
      bound(first + i, stretch);
    }
    return first;
  }

  private void bound(int piece, int stretch) {
    if (stretch <= 0) {
      // Nothing is known in advance of the place's own edge.
      leastWalk[piece] = stretch == 0 ? 0 : Double.POSITIVE_INFINITY;
      mostWalk[piece] = Double.POSITIVE_INFINITY;
      return;
    }
    double here = walk(piece, 0);
    double there = walk(piece, 1);
    double share = geometry[STRIDE * piece + SHARE];
    double shareThere = share + geometry[STRIDE * piece + SHARE_DELTA];
    double most = Math.max(here, there);
    double least = Math.min(here, there);
    for (int at = 8 * stretch; at < 8 * stretch + 4 * directions; at += 4) {
      // Each way is a straight line over the share, the cheaper one counts, the dearer direction.
      double viaStart = costs[at] + Math.max(share, shareThere) * costs[at + 1];
      double viaEnd = costs[at + 2] + (1 - Math.min(share, shareThere)) * costs[at + 3];
      most = Math.max(most, Math.min(viaStart, viaEnd));
      least = Math.min(least, Math.min(inDirection(at, share), inDirection(at, shareThere)));
    }
    leastWalk[piece] = least;
    mostWalk[piece] = most;
  }

  /** Lower bounds of walks from pieces, infinite for those without cost. Read only. */
  double[] leastWalk() {
    return leastWalk;
  }

  /** Upper bounds of walks from pieces. Read only. */
  double[] mostWalk() {
    return mostWalk;
  }

  /** Squared distance to a piece in metres; remembers where on it the nearest point is. */
  double accessSquared(int piece, double x, double y) {
    int at = STRIDE * piece;
    double fromX = x - geometry[at + X];
    double fromY = y - geometry[at + Y];
    double dx = geometry[at + DELTA_X];
    double dy = geometry[at + DELTA_Y];
    double t = (fromX * dx + fromY * dy) * geometry[at + PER_SQUARED_METER];
    t = Math.max(0, Math.min(t, 1));
    position = t;
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    return awayX * awayX + awayY * awayY;
  }

  /** Metres added to the distance of a piece when pieces compete. */
  double handicap(int piece) {
    return geometry[STRIDE * piece + HANDICAP];
  }

  /** Walking metres to the place from the nearest point found by the last access. */
  double walkFromLast(int piece) {
    return walk(piece, position);
  }

  private double walk(int piece, double t) {
    int stretch = stretchOfPiece[piece];
    if (stretch <= 0) {
      return stretch == 0 ? onOwnEdge(piece, t) : Double.POSITIVE_INFINITY;
    }
    int first = STRIDE * piece;
    double share = geometry[first + SHARE] + t * geometry[first + SHARE_DELTA];
    if (share <= AT_END) {
      return atStart[stretch];
    }
    if (share >= 1 - AT_END) {
      return atEnd[stretch];
    }
    int at = 8 * stretch;
    double cost = inDirection(at, share);
    return directions == 1 ? cost : Math.max(cost, inDirection(at + 4, share));
  }

  private double inDirection(int at, double share) {
    return Math.min(costs[at] + share * costs[at + 1], costs[at + 2] + (1 - share) * costs[at + 3]);
  }

  /** The place cuts its edge in two: the walk there straight on is a third way. */
  private double onOwnEdge(int piece, double t) {
    int first = STRIDE * piece;
    double share = geometry[first + SHARE] + t * geometry[first + SHARE_DELTA];
    double apart = sourceShare - share;
    double worst = 0;
    for (int d = 0; d < directions; d++) {
      double there = sourceAccess;
      if (apart > AT_END) {
        there += apart * sourceTowardsEnd[d];
      } else if (apart < -AT_END) {
        there -= apart * sourceTowardsStart[d];
      }
      worst = Math.max(worst, Math.min(there, inDirection(4 * d, share)));
    }
    if (share <= AT_END) {
      return Math.min(worst, atStart[0]);
    }
    return share >= 1 - AT_END ? Math.min(worst, atEnd[0]) : worst;
  }
}
