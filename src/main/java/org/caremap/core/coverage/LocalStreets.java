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
  // Stretches are numbered: streets that nobody has reached, the place's own edge, others.
  private static final int UNREACHED = 0;
  private static final int OWN = 1;
  private static final double AT_END = 1e-9;

  private static final int STRIDE = StreetTile.STRIDE;
  private static final int SHARE = 4;
  private static final int SHARE_DELTA = 5;
  private static final int HANDICAP = 6;
  private static final int PER_SQUARED_METER = 7;

  private final IntIndex stretchOfEdge = new IntIndex();
  private final IntIndex reachedNode = new IntIndex();
  private double metersPerDegreeLon;
  private int directions;

  // Tiles, each with where its metric starts in local metres and how its x compares.
  private float[][] geometry = new float[64][];
  private double[] tileX = new double[64];
  private double[] tileY = new double[64];
  private double[] tileScale = new double[64];
  private int[] firstOfTile = new int[64];
  private int tiles;

  // Pieces are numbered through all tiles.
  private int[] stretchOfPiece = new int[2048];
  private int[] tileOfPiece = new int[2048];
  private int pieces;
  private boolean anyReached;

  // Four entries a direction, two directions a stretch: cost at the start, of the whole stretch
  // towards the start, at the end, of the whole stretch towards the end. A closed way is infinite
  // at the node and 0 along the stretch, so that nothing becomes infinity times 0.
  private double[] costs = new double[8 * 512];
  // One entry a stretch: cost at the very ends, where no direction is closed.
  private double[] atStart = new double[512];
  private double[] atEnd = new double[512];
  // One entry a stretch: metres, and metres that one metre of cost may go, at least 1.
  private double[] length = new double[512];
  private double[] factor = new double[512];
  // One entry a stretch: bounds of the cost anywhere on it.
  private double[] least = new double[512];
  private double[] most = new double[512];
  private int stretches;

  // Costs of the whole edge towards the start and the end.
  private double sourceShare;
  private double sourceAccess;
  private final double[] sourceTowardsStart = new double[2];
  private final double[] sourceTowardsEnd = new double[2];

  // Around reached nodes and the place: whoever arrives in time comes from within one of these.
  private double[] circleX = new double[512];
  private double[] circleY = new double[512];
  private double[] circleMeters = new double[512];
  private int circles;

  /** Where on its edge the point found last is, in [0, 1]. */
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
    tiles = 0;
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
    least[UNREACHED] = Double.POSITIVE_INFINITY;
    stretches = OWN;
    stretchOfEdge.putIfAbsent(source, OWN);
    addOwnEdge(field, source);
    for (int d = 0; d < directions; d++) {
      sourceTowardsStart[d] = field.towardsStart(source, d);
      sourceTowardsEnd[d] = field.towardsEnd(source, d);
    }
    double meters = graph.edgeLengthMeters(source);
    double fastest = 1;
    for (int d = 0; d < directions; d++) {
      fastest = Math.max(fastest, factor(meters, sourceTowardsStart[d]));
      fastest = Math.max(fastest, factor(meters, sourceTowardsEnd[d]));
    }
    length[OWN] = meters;
    factor[OWN] = fastest;
    if (budget >= sourceAccess) {
      circle(0, 0, reach(meters, fastest, budget - sourceAccess, snapLimitMeters));
    }
    Arcs arcs = graph.arcs();
    for (int i = 0; i < field.nodeCount(); i++) {
      int node = field.node(i);
      double spare = budget - field.nodeMeters(i, 0);
      double beside = Math.min(spare, snapLimitMeters);
      double around = beside;
      for (int arc = arcs.offsets()[node]; arc < arcs.offsets()[node + 1]; arc++) {
        int edge = arcs.edges()[arc] >> 1;
        int stretch = stretchOfEdge.putIfAbsent(edge, stretches);
        if (stretch == stretches) {
          addEdge(field, arc, i, reachedNode.get(arcs.heads()[arc]));
          length[stretch] = graph.edgeLengthMeters(edge);
          factor[stretch] = factor(length[stretch], stretch);
        }
        around = Math.max(around, Math.min(spare * factor[stretch], length[stretch] + beside));
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

  private int newStretch() {
    if (stretches == atStart.length) {
      costs = Arrays.copyOf(costs, 2 * costs.length);
      atStart = Arrays.copyOf(atStart, 2 * stretches);
      atEnd = Arrays.copyOf(atEnd, 2 * stretches);
      length = Arrays.copyOf(length, 2 * stretches);
      factor = Arrays.copyOf(factor, 2 * stretches);
      least = Arrays.copyOf(least, 2 * stretches);
      most = Arrays.copyOf(most, 2 * stretches);
    }
    atStart[stretches] = 0;
    atEnd[stretches] = 0;
    least[stretches] = 0;
    most[stretches] = Double.POSITIVE_INFINITY;
    return stretches++;
  }

  private void addOwnEdge(WalkField field, int edge) {
    int stretch = newStretch();
    int from = reachedNode.get(field.graph().edgeFrom(edge));
    int to = reachedNode.get(field.graph().edgeTo(edge));
    for (int d = 0; d < directions; d++) {
      double start = from < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(from, d);
      double end = to < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(to, d);
      put(stretch, d, start, field.towardsStart(edge, d), end, field.towardsEnd(edge, d));
    }
  }

  private void addEdge(WalkField field, int arc, int reached, int otherReached) {
    int stretch = newStretch();
    boolean fromStart = (field.graph().arcs().edges()[arc] & 1) == 0;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int d = 0; d < directions; d++) {
      double here = field.nodeMeters(reached, d);
      double there =
          otherReached < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(otherReached, d);
      double back = field.towardsNode(arc, d);
      double on = field.towardsHead(arc, d);
      if (fromStart) {
        put(stretch, d, here, back, there, on);
      } else {
        put(stretch, d, there, on, here, back);
      }
      low = Math.min(low, Math.min(here, there));
      high = Math.max(high, Math.min(here + back, there + on));
    }
    least[stretch] = low;
    most[stretch] = Math.max(high, Math.max(atStart[stretch], atEnd[stretch]));
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
    pieces += edgeOfPiece.length;
    if (pieces > stretchOfPiece.length) {
      stretchOfPiece = Arrays.copyOf(stretchOfPiece, 2 * pieces);
      tileOfPiece = Arrays.copyOf(tileOfPiece, 2 * pieces);
    }
    if (tiles == geometry.length) {
      geometry = Arrays.copyOf(geometry, 2 * tiles);
      tileX = Arrays.copyOf(tileX, 2 * tiles);
      tileY = Arrays.copyOf(tileY, 2 * tiles);
      tileScale = Arrays.copyOf(tileScale, 2 * tiles);
      firstOfTile = Arrays.copyOf(firstOfTile, 2 * tiles);
    }
    geometry[tiles] = tile.geometry();
    tileX[tiles] = x;
    tileY[tiles] = y;
    tileScale[tiles] = tile.metersPerDegreeLon() / metersPerDegreeLon;
    firstOfTile[tiles] = first;
    anyReached = false;
    int last = -1;
    int stretch = UNREACHED;
    for (int i = 0; i < edgeOfPiece.length; i++) {
      if (edgeOfPiece[i] != last) {
        last = edgeOfPiece[i];
        stretch = Math.max(UNREACHED, stretchOfEdge.get(tile.edges()[last]));
        anyReached |= stretch != UNREACHED;
      }
      stretchOfPiece[first + i] = stretch;
      tileOfPiece[first + i] = tiles;
    }
    tiles++;
    return first;
  }

  /** Forgets the tiles, which belong to the network. */
  void release() {
    Arrays.fill(geometry, null);
  }

  /** The stretch of each piece. Read only. */
  int[] stretchOfPiece() {
    return stretchOfPiece;
  }

  /** Lower bounds of walks from anywhere on each stretch. Read only. */
  double[] leastWalk() {
    return least;
  }

  /** Upper bounds of walks from anywhere on each stretch. Read only. */
  double[] mostWalk() {
    return most;
  }

  /** Squared distance to a piece in metres; remembers where on its edge the nearest point is. */
  double accessSquared(int piece, double x, double y) {
    int tile = tileOfPiece[piece];
    float[] shape = geometry[tile];
    int at = STRIDE * (piece - firstOfTile[tile]);
    double fromX = (x - tileX[tile]) * tileScale[tile] - shape[at];
    double fromY = y - tileY[tile] - shape[at + 1];
    double dx = shape[at + 2];
    double dy = shape[at + 3];
    double t = (fromX * dx + fromY * dy) * shape[at + PER_SQUARED_METER];
    t = Math.max(0, Math.min(t, 1));
    position = shape[at + SHARE] + t * shape[at + SHARE_DELTA];
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    return awayX * awayX + awayY * awayY;
  }

  /** Metres added to the distance of a piece when pieces compete. */
  double handicap(int piece) {
    int tile = tileOfPiece[piece];
    return geometry[tile][STRIDE * (piece - firstOfTile[tile]) + HANDICAP];
  }

  /** Walking metres to the place from a point on the edge of a piece, given by its share of it. */
  double walkFrom(int piece, double share) {
    return walk(stretchOfPiece[piece], share);
  }

  /** Whether the pieces added last have a cost at all. */
  boolean isAnyReached() {
    return anyReached;
  }

  /** Walking metres to the place from the nearest point found by the last access. */
  double walkFromLast(int piece) {
    return walk(stretchOfPiece[piece], position);
  }

  /** Walking metres to the place from a point of a stretch, given by its share of the edge. */
  double walk(int stretch, double share) {
    if (stretch <= OWN) {
      return stretch == OWN ? onOwnEdge(share) : Double.POSITIVE_INFINITY;
    }
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
  private double onOwnEdge(double share) {
    double apart = sourceShare - share;
    double worst = 0;
    for (int d = 0; d < directions; d++) {
      double there = sourceAccess;
      if (apart > AT_END) {
        there += apart * sourceTowardsEnd[d];
      } else if (apart < -AT_END) {
        there -= apart * sourceTowardsStart[d];
      }
      worst = Math.max(worst, Math.min(there, inDirection(8 * OWN + 4 * d, share)));
    }
    if (share <= AT_END) {
      return Math.min(worst, atStart[OWN]);
    }
    return share >= 1 - AT_END ? Math.min(worst, atEnd[OWN]) : worst;
  }
}
