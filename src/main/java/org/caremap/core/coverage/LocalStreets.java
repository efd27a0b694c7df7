package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.PieceScan;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * The street pieces around a service area in local metres, each with what walking on from it costs.
 * Edges with a reached end, and the place's own edge, become <i>stretches</i> with a cost; pieces
 * of all others are there only to be nearest. Scratch of one thread, used again and again.
 */
final class LocalStreets {
  private static final int NO_STRETCH = -1;
  private static final double AT_END = 1e-9;

  private final IntIndex stretchOfEdge = new IntIndex();
  private final IntIndex reachedNode = new IntIndex();
  private LocalProjection projection = new LocalProjection(0, 0);
  private int directions;

  /** Entries a piece in {@link #geometry}. */
  static final int STRIDE = 8;

  static final int X = 0;
  static final int Y = 1;
  static final int DELTA_X = 2;
  static final int DELTA_Y = 3;
  static final int PER_SQUARED_METER = 4;
  static final int HANDICAP = 5;
  private static final int SHARE = 6;
  private static final int SHARE_DELTA = 7;

  // Bends that stray less than this from a straight line are left out: finer than the picture.
  private static final double STRAIGHT_METERS = 1;

  // Eight entries a piece, a line of the processor's cache: start, vector, one over its squared
  // length, handicap, share of the stretch where it starts, share that it takes.
  private double[] geometry = new double[STRIDE * 2048];
  private int[] stretchOfPiece = new int[2048];
  private int pieces;

  // Four entries a direction, two directions a stretch: cost at the start, of the whole stretch
  // towards the start, at the end, of the whole stretch towards the end. A closed way is infinite
  // at the node and 0 along the stretch, so that nothing becomes infinity times 0.
  private double[] costs = new double[8 * 512];
  // One entry a stretch: cost at the very ends, where no direction is closed.
  private double[] atStart = new double[512];
  private double[] atEnd = new double[512];
  // One entry a stretch: metres that one metre of cost may go at most, at least 1.
  private double[] metersPerCost = new double[512];
  private int stretches;

  /** Planar position on the piece measured last, in [0, 1]. */
  private double position;

  /** Starts anew with the edges that a sweep has reached. */
  void reset(WalkField field, LocalProjection local) {
    projection = local;
    directions = field.directions();
    pieces = 0;
    stretches = 0;
    stretchOfEdge.clear();
    reachedNode.clear();
    for (int i = 0; i < field.nodeCount(); i++) {
      reachedNode.putIfAbsent(field.node(i), i);
    }
    addSourceEdge(field);
    Arcs arcs = field.graph().arcs();
    for (int i = 0; i < field.nodeCount(); i++) {
      int node = field.node(i);
      for (int arc = arcs.offsets()[node]; arc < arcs.offsets()[node + 1]; arc++) {
        int edge = arcs.edges()[arc] >> 1;
        if (stretchOfEdge.putIfAbsent(edge, stretches) && field.isStreet(edge)) {
          addEdge(field, edge);
        }
      }
    }
  }

  private void addSourceEdge(WalkField field) {
    StreetGraph graph = field.graph();
    int edge = field.sourceEdge();
    if (!stretchOfEdge.putIfAbsent(edge, stretches)) {
      return;
    }
    // The place cuts its edge in two: it is where both parts end, or begin.
    double share = field.sourceShare();
    int before = newStretch();
    int after = newStretch();
    for (int d = 0; d < directions; d++) {
      double start = nodeCost(field, graph.edgeFrom(edge), d);
      double end = nodeCost(field, graph.edgeTo(edge), d);
      double towardsStart = field.towardsStart(edge, d);
      double towardsEnd = field.towardsEnd(edge, d);
      double access = field.sourceAccessMeters();
      put(before, d, start, share * towardsStart, access, share * towardsEnd);
      put(after, d, access, (1 - share) * towardsStart, end, (1 - share) * towardsEnd);
    }
    double handicapMeters = field.handicapMeters(edge);
    double total = planarLength(graph, edge);
    double along = 0;
    double x0 = projection.x(graph.pointLon(edge, 0));
    double y0 = projection.y(graph.pointLat(edge, 0));
    double cut = share * total;
    for (int i = 1; i < graph.pointCount(edge); i++) {
      double x1 = projection.x(graph.pointLon(edge, i));
      double y1 = projection.y(graph.pointLat(edge, i));
      double meters = Math.hypot(x1 - x0, y1 - y0);
      double reached = along + meters;
      if (reached <= cut && cut > 0) {
        addPiece(before, x0, y0, x1, y1, along / cut, meters / cut, handicapMeters);
      } else if (along >= cut) {
        double rest = Math.max(total - cut, 1e-9);
        addPiece(after, x0, y0, x1, y1, (along - cut) / rest, meters / rest, handicapMeters);
      } else {
        double t = (cut - along) / meters;
        double x = x0 + t * (x1 - x0);
        double y = y0 + t * (y1 - y0);
        double rest = Math.max(total - cut, 1e-9);
        addPiece(before, x0, y0, x, y, along / cut, (cut - along) / cut, handicapMeters);
        addPiece(after, x, y, x1, y1, 0, (reached - cut) / rest, handicapMeters);
      }
      along = reached;
      x0 = x1;
      y0 = y1;
    }
    setFactor(before, share * graph.edgeLengthMeters(edge));
    setFactor(after, (1 - share) * graph.edgeLengthMeters(edge));
  }

  private double planarLength(StreetGraph graph, int edge) {
    double sum = 0;
    for (int i = 1; i < graph.pointCount(edge); i++) {
      sum +=
          Math.hypot(
              projection.x(graph.pointLon(edge, i)) - projection.x(graph.pointLon(edge, i - 1)),
              projection.y(graph.pointLat(edge, i)) - projection.y(graph.pointLat(edge, i - 1)));
    }
    return sum;
  }

  private void addEdge(WalkField field, int edge) {
    StreetGraph graph = field.graph();
    int stretch = newStretch();
    for (int d = 0; d < directions; d++) {
      put(
          stretch,
          d,
          nodeCost(field, graph.edgeFrom(edge), d),
          field.towardsStart(edge, d),
          nodeCost(field, graph.edgeTo(edge), d),
          field.towardsEnd(edge, d));
    }
    setFactor(stretch, graph.edgeLengthMeters(edge));
    double handicapMeters = field.handicapMeters(edge);
    int first = pieces;
    int points = graph.pointCount(edge);
    double planar = 0;
    double planarFrom = 0;
    double strayed = 0;
    double fromX = projection.x(graph.pointLon(edge, 0));
    double fromY = projection.y(graph.pointLat(edge, 0));
    double bendX = fromX;
    double bendY = fromY;
    for (int i = 1; i < points; i++) {
      double x = projection.x(graph.pointLon(edge, i));
      double y = projection.y(graph.pointLat(edge, i));
      if (i > 1) {
        strayed += stray(fromX, fromY, bendX, bendY, x, y);
        if (strayed > STRAIGHT_METERS) {
          addPiece(
              stretch, fromX, fromY, bendX, bendY, planarFrom, planar - planarFrom, handicapMeters);
          fromX = bendX;
          fromY = bendY;
          planarFrom = planar;
          strayed = 0;
        }
      }
      planar += Math.sqrt((x - bendX) * (x - bendX) + (y - bendY) * (y - bendY));
      bendX = x;
      bendY = y;
    }
    addPiece(stretch, fromX, fromY, bendX, bendY, planarFrom, planar - planarFrom, handicapMeters);
    // Shares by planar lengths: they differ from great circles by one factor along an edge.
    double scale = planar == 0 ? 0 : 1 / planar;
    for (int p = first; p < pieces; p++) {
      geometry[STRIDE * p + SHARE] *= scale;
      geometry[STRIDE * p + SHARE_DELTA] *= scale;
    }
  }

  /**
   * How far a line strays that goes straight on from its start to a new end, not over a bend. What
   * an earlier bend strayed from the line to this one adds to it, so the sum is an upper bound.
   */
  private static double stray(
      double fromX, double fromY, double bendX, double bendY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double bx = bendX - fromX;
    double by = bendY - fromY;
    double squared = dx * dx + dy * dy;
    double ahead = dx * bx + dy * by;
    // Turning back is never straight.
    return ahead < 0 || ahead > squared
        ? Double.POSITIVE_INFINITY
        : Math.abs(dx * by - dy * bx) / Math.sqrt(squared);
  }

  private double nodeCost(WalkField field, int node, int direction) {
    int i = reachedNode.get(node);
    return i < 0 ? Double.POSITIVE_INFINITY : field.nodeMeters(i, direction);
  }

  private int newStretch() {
    if (stretches == atStart.length) {
      costs = Arrays.copyOf(costs, 2 * costs.length);
      atStart = Arrays.copyOf(atStart, 2 * stretches);
      atEnd = Arrays.copyOf(atEnd, 2 * stretches);
      metersPerCost = Arrays.copyOf(metersPerCost, 2 * stretches);
    }
    atStart[stretches] = 0;
    atEnd[stretches] = 0;
    return stretches++;
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

  private void setFactor(int stretch, double meters) {
    double factor = 1;
    for (int d = 0; d < directions; d++) {
      int at = 8 * stretch + 4 * d;
      for (int i = at; i < at + 4; i += 2) {
        if (costs[i] < Double.POSITIVE_INFINITY && costs[i + 1] > 0) {
          factor = Math.max(factor, meters / costs[i + 1]);
        }
      }
    }
    metersPerCost[stretch] = factor;
  }

  /**
   * Adds the pieces in and near a box that belong to no stretch.
   *
   * @param field the sweep of {@link #reset}
   * @param box in degrees
   * @param but a box whose pieces are here already, or null
   */
  void addOthers(WalkField field, BoundingBox box, @Nullable BoundingBox but) {
    Others others = new Others(field, but);
    PieceScan.forEachNear(field.graph(), box, others);
    others.flush();
  }

  /** Takes pieces that belong to no stretch, joining those that go straight on. */
  private final class Others implements PieceScan.Visitor {
    private final WalkField field;
    private final @Nullable BoundingBox but;
    private int edge = -1;
    private boolean isWanted;
    private double handicapMeters;
    private boolean isPending;
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;
    private double strayed;

    Others(WalkField field, @Nullable BoundingBox but) {
      this.field = field;
      this.but = but;
    }

    @Override
    public void piece(int ofEdge, double lon0, double lat0, double lon1, double lat1) {
      if (ofEdge != edge) {
        flush();
        edge = ofEdge;
        isWanted = stretchOfEdge.get(edge) < 0 && field.isStreet(edge);
        handicapMeters = isWanted ? field.handicapMeters(edge) : 0;
      }
      if (!isWanted
          || (but != null
              && Math.max(lon0, lon1) >= but.west()
              && Math.min(lon0, lon1) <= but.east()
              && Math.max(lat0, lat1) >= but.south()
              && Math.min(lat0, lat1) <= but.north())) {
        return;
      }
      double x0 = projection.x(lon0);
      double y0 = projection.y(lat0);
      double x1 = projection.x(lon1);
      double y1 = projection.y(lat1);
      if (isPending && x0 == toX && y0 == toY) {
        strayed += stray(fromX, fromY, x0, y0, x1, y1);
        if (strayed <= STRAIGHT_METERS) {
          toX = x1;
          toY = y1;
          return;
        }
      }
      flush();
      isPending = true;
      fromX = x0;
      fromY = y0;
      toX = x1;
      toY = y1;
      strayed = 0;
    }

    void flush() {
      if (isPending) {
        addPiece(NO_STRETCH, fromX, fromY, toX, toY, 0, 0, handicapMeters);
        isPending = false;
      }
    }
  }

  private void addPiece(
      int stretch,
      double x0,
      double y0,
      double x1,
      double y1,
      double share,
      double shareMore,
      double handicapMeters) {
    if (pieces == stretchOfPiece.length) {
      geometry = Arrays.copyOf(geometry, 2 * geometry.length);
      stretchOfPiece = Arrays.copyOf(stretchOfPiece, 2 * pieces);
    }
    stretchOfPiece[pieces] = stretch;
    int at = STRIDE * pieces++;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    geometry[at + X] = x0;
    geometry[at + Y] = y0;
    geometry[at + DELTA_X] = dx;
    geometry[at + DELTA_Y] = dy;
    geometry[at + PER_SQUARED_METER] = squared == 0 ? 0 : 1 / squared;
    geometry[at + HANDICAP] = handicapMeters;
    geometry[at + SHARE] = share;
    geometry[at + SHARE_DELTA] = shareMore;
  }

  /** The raw array, for loops: see {@link #STRIDE}. Read only, and only until a piece is added. */
  double[] geometry() {
    return geometry;
  }

  int pieceCount() {
    return pieces;
  }

  boolean hasCost(int piece) {
    return stretchOfPiece[piece] >= 0;
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
    if (stretch < 0) {
      return Double.POSITIVE_INFINITY;
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

  /**
   * A box around every place from which somebody arrives in time.
   *
   * @return west, south, east, north in local metres; null if there is none
   */
  double @Nullable [] reachedBox(double budget, double snapLimitMeters) {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int p = 0; p < pieces; p++) {
      if (stretchOfPiece[p] >= 0) {
        include(box, p, budget - walk(p, 0), startX(p), startY(p), snapLimitMeters);
        include(box, p, budget - walk(p, 1), endX(p), endY(p), snapLimitMeters);
      }
    }
    return box[0] <= box[2] ? box : null;
  }

  /** What is left at an end of a piece goes on along it and beside it, not farther. */
  private void include(double[] box, int p, double spare, double x, double y, double limit) {
    if (spare < 0) {
      return;
    }
    double around = spare * metersPerCost[stretchOfPiece[p]];
    double beside = Math.min(spare, limit);
    box[0] = Math.min(box[0], Math.max(x - around, Math.min(startX(p), endX(p)) - beside));
    box[1] = Math.min(box[1], Math.max(y - around, Math.min(startY(p), endY(p)) - beside));
    box[2] = Math.max(box[2], Math.min(x + around, Math.max(startX(p), endX(p)) + beside));
    box[3] = Math.max(box[3], Math.min(y + around, Math.max(startY(p), endY(p)) + beside));
  }

  double startX(int piece) {
    return geometry[STRIDE * piece + X];
  }

  double startY(int piece) {
    return geometry[STRIDE * piece + Y];
  }

  double endX(int piece) {
    return geometry[STRIDE * piece + X] + geometry[STRIDE * piece + DELTA_X];
  }

  double endY(int piece) {
    return geometry[STRIDE * piece + Y] + geometry[STRIDE * piece + DELTA_Y];
  }
}
