package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ReachSweep;

/**
 * The street pieces around a service area in local metres, each with what walking on from it costs.
 * Belongs to one thread.
 */
final class LocalStreets {
  private final ReachSweep reach;
  private final StreetGraph graph;
  private final EdgeSnapper snapper;
  private final LocalProjection projection;
  private final Map<Integer, Integer> firstPiece = new HashMap<>();

  // One entry a piece.
  private double[] startX = new double[1024];
  private double[] startY = new double[1024];
  private double[] deltaX = new double[1024];
  private double[] deltaY = new double[1024];
  private double[] alongStart = new double[1024];
  private double[] meters = new double[1024];
  private int[] edgeOfPiece = new int[1024];
  private int pieces;

  // One entry an edge.
  private double[] viaStart = new double[512];
  private double[] viaEnd = new double[512];
  private double[] length = new double[512];
  private double[] handicap = new double[512];
  private int[] graphEdge = new int[512];
  private int edges;

  /** Planar position on the piece measured last, in [0, 1]. */
  private double position;

  LocalStreets(ReachSweep reach, EdgeSnapper snapper, LocalProjection projection) {
    this.reach = reach;
    this.graph = reach.graph();
    this.snapper = snapper;
    this.projection = projection;
  }

  int pieceCount() {
    return pieces;
  }

  /** Adds an edge, unless it is here already or cannot be walked. */
  void add(int edge) {
    if ((!reach.stepsAllowed() && graph.isSteps(edge))
        || firstPiece.putIfAbsent(edge, pieces) != null) {
      return;
    }
    if (edges == length.length) {
      int size = edges * 2;
      viaStart = Arrays.copyOf(viaStart, size);
      viaEnd = Arrays.copyOf(viaEnd, size);
      length = Arrays.copyOf(length, size);
      handicap = Arrays.copyOf(handicap, size);
      graphEdge = Arrays.copyOf(graphEdge, size);
    }
    int local = edges++;
    graphEdge[local] = edge;
    length[local] = graph.edgeLengthMeters(edge);
    handicap[local] = snapper.handicapMeters(edge);
    viaStart[local] =
        graph.isBackward(edge)
            ? reach.metersFromNode(graph.edgeFrom(edge))
            : Double.POSITIVE_INFINITY;
    viaEnd[local] =
        graph.isForward(edge) ? reach.metersFromNode(graph.edgeTo(edge)) : Double.POSITIVE_INFINITY;
    int first = pieces;
    double planar = 0;
    for (int i = 0; i + 1 < graph.pointCount(edge); i++) {
      planar += addPiece(local, edge, i, planar);
    }
    // Along in walking metres: planar lengths scaled to the edge's own, sparing a haversine each.
    double scale = planar == 0 ? 1 : length[local] / planar;
    for (int p = first; p < pieces; p++) {
      alongStart[p] *= scale;
      meters[p] *= scale;
    }
  }

  private double addPiece(int local, int edge, int i, double along) {
    if (pieces == startX.length) {
      int size = pieces * 2;
      startX = Arrays.copyOf(startX, size);
      startY = Arrays.copyOf(startY, size);
      deltaX = Arrays.copyOf(deltaX, size);
      deltaY = Arrays.copyOf(deltaY, size);
      alongStart = Arrays.copyOf(alongStart, size);
      meters = Arrays.copyOf(meters, size);
      edgeOfPiece = Arrays.copyOf(edgeOfPiece, size);
    }
    int p = pieces++;
    startX[p] = projection.x(graph.pointLon(edge, i));
    startY[p] = projection.y(graph.pointLat(edge, i));
    deltaX[p] = projection.x(graph.pointLon(edge, i + 1)) - startX[p];
    deltaY[p] = projection.y(graph.pointLat(edge, i + 1)) - startY[p];
    alongStart[p] = along;
    edgeOfPiece[p] = local;
    meters[p] = Math.sqrt(deltaX[p] * deltaX[p] + deltaY[p] * deltaY[p]);
    return meters[p];
  }

  /** The piece of an edge at a distance from its start; adds the edge if it is not here. */
  int pieceAt(int edge, double along) {
    add(edge);
    int first = firstPiece.get(edge);
    int low = first;
    int high = first + graph.pointCount(edge) - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (alongStart[middle] <= along) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Whether two pieces are neighbours on one edge. */
  boolean areNeighbours(int piece, int other) {
    return other >= 0 && other < pieces && edgeOfPiece[piece] == edgeOfPiece[other];
  }

  /** Distance to a piece in metres; remembers where on it the nearest point is. */
  double access(int piece, double x, double y) {
    double fromX = x - startX[piece];
    double fromY = y - startY[piece];
    double dx = deltaX[piece];
    double dy = deltaY[piece];
    double squared = dx * dx + dy * dy;
    double t = squared == 0 ? 0 : (fromX * dx + fromY * dy) / squared;
    t = t < 0 ? 0 : Math.min(t, 1);
    position = t;
    double awayX = fromX - t * dx;
    double awayY = fromY - t * dy;
    return Math.sqrt(awayX * awayX + awayY * awayY);
  }

  /** Metres added to the distance of a piece when pieces compete. */
  double handicap(int piece) {
    return handicap[edgeOfPiece[piece]];
  }

  /** Walking metres to the place from the nearest point found by the last {@link #access}. */
  double walkFromLast(int piece) {
    int local = edgeOfPiece[piece];
    double along = Math.min(length[local], alongStart[piece] + position * meters[piece]);
    double viaEnds = Math.min(viaStart[local] + along, viaEnd[local] + length[local] - along);
    // Only the place's own edge needs the rule of walking straight along it.
    return graphEdge[local] == reach.sourceEdge()
        ? Math.min(viaEnds, reach.metersAt(graphEdge[local], along))
        : viaEnds;
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
