package org.caremap.core.routing;

import java.util.Arrays;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.StreetGraph;

/** Collects the coordinates of a path, piece by piece. */
final class PathTrace {
  private double[] lonLat = new double[64];
  private int count;
  private final PathPieces.Builder pieces = new PathPieces.Builder();

  /** A piece of an edge, in the order of collecting. */
  void addPiece(int edge, double fromAlong, double toAlong) {
    pieces.add(edge, fromAlong, toAlong);
  }

  /** Access legs in metres, in the order of collecting. */
  void access(double beforeMeters, double afterMeters) {
    pieces.access(beforeMeters, afterMeters);
  }

  void add(double lon, double lat) {
    if (count + 2 > lonLat.length) {
      lonLat = Arrays.copyOf(lonLat, lonLat.length * 2);
    }
    lonLat[count++] = lon;
    lonLat[count++] = lat;
  }

  /** The bends of an edge strictly between two places on it, in walking order. */
  void addBends(StreetGraph graph, int edge, double fromAlong, double toAlong) {
    int points = graph.pointCount(edge);
    double[] along = new double[points];
    for (int i = 1; i < points; i++) {
      along[i] =
          along[i - 1]
              + GreatCircle.meters(
                  graph.pointLon(edge, i - 1),
                  graph.pointLat(edge, i - 1),
                  graph.pointLon(edge, i),
                  graph.pointLat(edge, i));
    }
    boolean forward = toAlong >= fromAlong;
    double low = Math.min(fromAlong, toAlong);
    double high = Math.max(fromAlong, toAlong);
    for (int k = 1; k < points - 1; k++) {
      int i = forward ? k : points - 1 - k;
      if (along[i] > low && along[i] < high) {
        add(graph.pointLon(edge, i), graph.pointLat(edge, i));
      }
    }
  }

  void addNode(StreetGraph graph, int node) {
    add(graph.nodeLon(node), graph.nodeLat(node));
  }

  /**
   * @param meters true length of the walk
   * @param reversed whether the line was collected against the walking direction
   */
  WalkingPath toPath(double meters, boolean reversed) {
    double[] points = Arrays.copyOf(lonLat, count);
    if (reversed) {
      for (int i = 0, j = count - 2; i < j; i += 2, j -= 2) {
        for (int axis = 0; axis < 2; axis++) {
          double kept = points[i + axis];
          points[i + axis] = points[j + axis];
          points[j + axis] = kept;
        }
      }
    }
    return new WalkingPath(meters, points, pieces.build(reversed));
  }
}
