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

  // One entry a piece.
  private double[] startX = new double[2048];
  private double[] startY = new double[2048];
  private double[] deltaX = new double[2048];
  private double[] deltaY = new double[2048];
  private double[] perSquaredMeter = new double[2048];
  private double[] shareStart = new double[2048];
  private double[] shareDelta = new double[2048];
  private double[] handicap = new double[2048];
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

  private int lastEdge;
  private boolean lastIsStreet;
  private boolean lastHasCost;
  private double lastHandicap;

  /** Starts anew with the edges that a sweep has reached. */
  void reset(WalkField field, LocalProjection local) {
    projection = local;
    directions = field.directions();
    pieces = 0;
    stretches = 0;
    stretchOfEdge.clear();
    reachedNode.clear();
    lastEdge = -1;
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
    double planar = 0;
    int points = graph.pointCount(edge);
    double x0 = projection.x(graph.pointLon(edge, 0));
    double y0 = projection.y(graph.pointLat(edge, 0));
    for (int i = 1; i < points; i++) {
      double x1 = projection.x(graph.pointLon(edge, i));
      double y1 = projection.y(graph.pointLat(edge, i));
      double meters = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
      addPiece(stretch, x0, y0, x1, y1, planar, meters, handicapMeters);
      planar += meters;
      x0 = x1;
      y0 = y1;
    }
    // Shares by planar lengths: they differ from great circles by one factor along an edge.
    double scale = planar == 0 ? 0 : 1 / planar;
    for (int p = first; p < pieces; p++) {
      shareStart[p] *= scale;
      shareDelta[p] *= scale;
    }
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
    PieceScan.forEachNear(
        field.graph(),
        box,
        (edge, lon0, lat0, lon1, lat1) -> {
          if (edge != lastEdge) {
            lastEdge = edge;
            lastHasCost = stretchOfEdge.get(edge) >= 0;
            lastIsStreet = !lastHasCost && field.isStreet(edge);
            lastHandicap = lastIsStreet ? field.handicapMeters(edge) : 0;
          }
          if (lastIsStreet
              && (but == null
                  || Math.max(lon0, lon1) < but.west()
                  || Math.min(lon0, lon1) > but.east()
                  || Math.max(lat0, lat1) < but.south()
                  || Math.min(lat0, lat1) > but.north())) {
            addPiece(
                NO_STRETCH,
                projection.x(lon0),
                projection.y(lat0),
                projection.x(lon1),
                projection.y(lat1),
                0,
                0,
                lastHandicap);
          }
        });
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
    if (pieces == startX.length) {
      int size = pieces * 2;
      startX = Arrays.copyOf(startX, size);
      startY = Arrays.copyOf(startY, size);
      deltaX = Arrays.copyOf(deltaX, size);
      deltaY = Arrays.copyOf(deltaY, size);
      perSquaredMeter = Arrays.copyOf(perSquaredMeter, size);
      shareStart = Arrays.copyOf(shareStart, size);
      shareDelta = Arrays.copyOf(shareDelta, size);
      handicap = Arrays.copyOf(handicap, size);
      stretchOfPiece = Arrays.copyOf(stretchOfPiece, size);
    }
    int p = pieces++;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    startX[p] = x0;
    startY[p] = y0;
    deltaX[p] = dx;
    deltaY[p] = dy;
    perSquaredMeter[p] = squared == 0 ? 0 : 1 / squared;
    shareStart[p] = share;
    shareDelta[p] = shareMore;
    handicap[p] = handicapMeters;
    stretchOfPiece[p] = stretch;
  }

  int pieceCount() {
    return pieces;
  }

  boolean hasCost(int piece) {
    return stretchOfPiece[piece] >= 0;
  }

  /** Squared distance to a piece in metres; remembers where on it the nearest point is. */
  double accessSquared(int piece, double x, double y) {
    double fromX = x - startX[piece];
    double fromY = y - startY[piece];
    double dx = deltaX[piece];
    double dy = deltaY[piece];
    double t = (fromX * dx + fromY * dy) * perSquaredMeter[piece];
    t = t < 0 ? 0 : Math.min(t, 1);
    position = t;
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    return awayX * awayX + awayY * awayY;
  }

  /** Metres added to the distance of a piece when pieces compete. */
  double handicap(int piece) {
    return handicap[piece];
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
    double share = shareStart[piece] + t * shareDelta[piece];
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
        include(box, p, budget - walk(p, 0), startX[p], startY[p], snapLimitMeters);
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
    box[0] = Math.min(box[0], Math.max(x - around, Math.min(startX[p], endX(p)) - beside));
    box[1] = Math.min(box[1], Math.max(y - around, Math.min(startY[p], endY(p)) - beside));
    box[2] = Math.max(box[2], Math.min(x + around, Math.max(startX[p], endX(p)) + beside));
    box[3] = Math.max(box[3], Math.min(y + around, Math.max(startY[p], endY(p)) + beside));
  }

  double startX(int piece) {
    return startX[piece];
  }

  double startY(int piece) {
    return startY[piece];
  }

  double endX(int piece) {
    return startX[piece] + deltaX[piece];
  }

  double endY(int piece) {
    return startY[piece] + deltaY[piece];
  }
}
