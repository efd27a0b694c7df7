package org.caremap.core.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.geo.HilbertCurve;
import org.jspecify.annotations.Nullable;

/**
 * Collects nodes and street pieces and builds a {@link StreetGraph}, once. A million nodes take a
 * few seconds and well under 2 GB. Not thread-safe.
 */
public final class StreetGraphBuilder {
  private static final double LONGEST_EDGE_METERS = 100_000;

  private final GrowingInts lon = new GrowingInts(1024);
  private final GrowingInts lat = new GrowingInts(1024);
  private final GrowingInts from = new GrowingInts(1024);
  private final GrowingInts to = new GrowingInts(1024);
  private final GrowingInts traits = new GrowingInts(1024);
  private final GrowingInts name = new GrowingInts(1024);
  private final GrowingInts innerOffset = new GrowingInts(1024);
  private final GrowingInts inner = new GrowingInts(4096);
  private final Map<String, Integer> names = new HashMap<>();
  private int[] nodeInGraph = {};
  private int[] edgeInGraph = {};
  private boolean built;

  /**
   * Adds a junction or dead end; coordinates are rounded to 1e-7 degree.
   *
   * @param lonDegrees in [-180, 180]
   * @param latDegrees in [-90, 90]
   * @return the number by which {@link #addEdge} knows it
   */
  public int addNode(double lonDegrees, double latDegrees) {
    checkPosition(lonDegrees, latDegrees);
    lon.add(FixedPoint.of(lonDegrees));
    lat.add(FixedPoint.of(latDegrees));
    return lon.size() - 1;
  }

  /**
   * Adds a street piece. Loops and pieces of no length are welcome.
   *
   * @param fromNode number of a node added before
   * @param toNode number of a node added before
   * @param innerLonLat points between the ends: lon, lat, …; may be empty
   * @param edgeTraits what it is like; open in at least one direction
   * @param streetName or null
   * @return the number of the piece, see {@link #edgeInGraph}
   */
  public int addEdge(
      int fromNode,
      int toNode,
      double[] innerLonLat,
      EdgeTraits edgeTraits,
      @Nullable String streetName) {
    checkNode(fromNode);
    checkNode(toNode);
    if (innerLonLat.length % 2 != 0) {
      throw new IllegalArgumentException(
          "inner points need pairs of lon, lat but there are " + innerLonLat.length + " numbers");
    }
    from.add(fromNode);
    to.add(toNode);
    traits.add(edgeTraits.bits());
    name.add(streetName == null ? -1 : names.computeIfAbsent(streetName, key -> names.size()));
    innerOffset.add(inner.size());
    for (int i = 0; i < innerLonLat.length; i += 2) {
      checkPosition(innerLonLat[i], innerLonLat[i + 1]);
      inner.add(FixedPoint.of(innerLonLat[i]));
      inner.add(FixedPoint.of(innerLonLat[i + 1]));
    }
    return from.size() - 1;
  }

  /** Number of nodes added so far. */
  public int nodeCount() {
    return lon.size();
  }

  /** Number of edges added so far. */
  public int edgeCount() {
    return from.size();
  }

  /**
   * Node of the built graph for a number given by {@link #addNode}.
   *
   * @throws IllegalStateException before {@link #build()}
   */
  public int nodeInGraph(int added) {
    requireBuilt();
    return nodeInGraph[added];
  }

  /**
   * Edge of the built graph for a number given by {@link #addEdge}.
   *
   * @throws IllegalStateException before {@link #build()}
   */
  public int edgeInGraph(int added) {
    requireBuilt();
    return edgeInGraph[added];
  }

  /**
   * Builds the graph with its components and spatial index.
   *
   * @throws IllegalStateException on a second call
   */
  public StreetGraph build() {
    if (built) {
      throw new IllegalStateException("build() may be called once only");
    }
    built = true;
    innerOffset.add(inner.size());
    GraphData data = new GraphData();
    orderNodes(data);
    orderEdges(data);
    data.names = new String[names.size()];
    names.forEach((text, index) -> data.names[index] = text);
    Components.label(data);
    data.linkArcs();
    data.grid = EdgeGrid.build(data);
    return new StreetGraph(data);
  }

  private void orderNodes(GraphData data) {
    int count = lon.size();
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    long width = 0;
    long height = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int n = 0; n < count; n++) {
        if (pass == 0) {
          west = Math.min(west, lon.get(n));
          south = Math.min(south, lat.get(n));
        } else {
          width = Math.max(width, (long) lon.get(n) - west);
          height = Math.max(height, (long) lat.get(n) - south);
        }
      }
    }
    double scale = 65535.0 / Math.max(1, Math.max(width, height));
    long[] order = new long[count];
    for (int n = 0; n < count; n++) {
      int x = (int) (((long) lon.get(n) - west) * scale);
      int y = (int) (((long) lat.get(n) - south) * scale);
      order[n] = HilbertCurve.key(x, y) << 31 | n;
    }
    Arrays.parallelSort(order);
    nodeInGraph = new int[count];
    int[] nodeLon = new int[count];
    int[] nodeLat = new int[count];
    for (int i = 0; i < count; i++) {
      int n = (int) (order[i] & Integer.MAX_VALUE);
      nodeInGraph[n] = i;
      nodeLon[i] = lon.get(n);
      nodeLat[i] = lat.get(n);
    }
    data.nodeLon = IntBuffer.wrap(nodeLon);
    data.nodeLat = IntBuffer.wrap(nodeLat);
  }

  private void orderEdges(GraphData data) {
    int count = from.size();
    long[] order = new long[count];
    for (int e = 0; e < count; e++) {
      order[e] = (long) nodeInGraph[from.get(e)] << 32 | e;
    }
    Arrays.parallelSort(order);
    edgeInGraph = new int[count];
    int[] edgeFrom = new int[count];
    int[] edgeTo = new int[count];
    int[] edgeMillimeters = new int[count];
    int[] edgeTraits = new int[count];
    int[] edgeName = new int[count];
    int[] pointOffset = new int[count + 1];
    int[] points = new int[Math.addExact(inner.size(), Math.multiplyExact(4, count))];
    int p = 0;
    for (int i = 0; i < count; i++) {
      int e = (int) order[i];
      edgeInGraph[e] = i;
      edgeFrom[i] = nodeInGraph[from.get(e)];
      edgeTo[i] = nodeInGraph[to.get(e)];
      edgeTraits[i] = traits.get(e);
      edgeName[i] = name.get(e);
      pointOffset[i] = p / 2;
      points[p++] = lon.get(from.get(e));
      points[p++] = lat.get(from.get(e));
      for (int k = innerOffset.get(e); k < innerOffset.get(e + 1); k++) {
        points[p++] = inner.get(k);
      }
      points[p++] = lon.get(to.get(e));
      points[p++] = lat.get(to.get(e));
      edgeMillimeters[i] = millimeters(points, 2 * pointOffset[i], p);
    }
    pointOffset[count] = p / 2;
    data.edgeFrom = IntBuffer.wrap(edgeFrom);
    data.edgeTo = IntBuffer.wrap(edgeTo);
    data.edgeMillimeters = IntBuffer.wrap(edgeMillimeters);
    data.edgeTraits = IntBuffer.wrap(edgeTraits);
    data.edgeName = IntBuffer.wrap(edgeName);
    data.pointOffset = IntBuffer.wrap(pointOffset);
    data.points = IntBuffer.wrap(points);
  }

  private static int millimeters(int[] points, int start, int end) {
    double sum = 0;
    for (int i = start + 2; i < end; i += 2) {
      sum +=
          GreatCircle.meters(
              FixedPoint.degrees(points[i - 2]),
              FixedPoint.degrees(points[i - 1]),
              FixedPoint.degrees(points[i]),
              FixedPoint.degrees(points[i + 1]));
    }
    if (sum > LONGEST_EDGE_METERS) {
      throw new IllegalArgumentException(
          "a street piece may be at most %s m long but is %s m"
              .formatted(LONGEST_EDGE_METERS, sum));
    }
    return (int) Math.round(sum * 1e3);
  }

  private void requireBuilt() {
    if (!built) {
      throw new IllegalStateException("known only after build()");
    }
  }

  private void checkNode(int node) {
    if (node < 0 || node >= lon.size()) {
      throw new IllegalArgumentException("node must be in [0, " + lon.size() + ") but is " + node);
    }
  }

  private static void checkPosition(double lonDegrees, double latDegrees) {
    if (!(Math.abs(lonDegrees) <= 180) || !(Math.abs(latDegrees) <= 90)) {
      throw new IllegalArgumentException(
          "lon must be in [-180, 180] and lat in [-90, 90] but they are %s, %s"
              .formatted(lonDegrees, latDegrees));
    }
  }
}
