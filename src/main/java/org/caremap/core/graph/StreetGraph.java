package org.caremap.core.graph;

import org.caremap.core.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * A walking network: nodes are junctions and dead ends, edges the street pieces between them, each
 * walkable in one direction or both. Immutable and safe for all threads.
 *
 * <p>Nodes are numbered along a Hilbert curve and edges by their first node, so that a walk through
 * the neighbourhood stays in near memory. Lengths are sums of great-circle distances along the
 * stored geometry (1e-7 degree).
 */
public final class StreetGraph {
  /** Flag: may be walked from {@link #edgeFrom} to {@link #edgeTo}. */
  public static final byte FORWARD = 1;

  /** Flag: may be walked from {@link #edgeTo} to {@link #edgeFrom}. */
  public static final byte BACKWARD = 2;

  /** Flag: stairs. */
  public static final byte STEPS = 4;

  private final GraphData data;
  private final Arcs arcs;
  private final int arcCount;
  private final double totalMeters;
  private final @Nullable BoundingBox bounds;

  StreetGraph(GraphData data) {
    this.data = data;
    int directed = 0;
    int oneWay = 0;
    int steps = 0;
    double longest = 0;
    double sum = 0;
    for (int e = 0; e < data.edgeFlags.length; e++) {
      int ways = Integer.bitCount(data.edgeFlags[e] & (FORWARD | BACKWARD));
      directed += ways;
      oneWay += 2 - ways;
      steps += data.edgeFlags[e] & STEPS;
      longest = Math.max(longest, data.edgeMeters[e]);
      sum += data.edgeMeters[e];
    }
    arcCount = directed;
    totalMeters = sum;
    bounds = boundsOf(data);
    arcs =
        new Arcs(
            data.arcOffset,
            data.arcHead,
            data.arcMeters,
            data.arcEdge,
            data.edgeFlags,
            oneWay > 0,
            steps > 0,
            longest,
            data.edgeMeters.length == 0 ? 0 : sum / data.edgeMeters.length);
  }

  GraphData data() {
    return data;
  }

  /** Number of nodes. */
  public int nodeCount() {
    return data.nodeLon.length;
  }

  /** Number of street pieces. */
  public int edgeCount() {
    return data.edgeFrom.length;
  }

  /** Number of directed arcs: two for an edge open both ways, one for a one-way edge. */
  public int arcCount() {
    return arcCount;
  }

  /** Longitude of a node in degrees. */
  public double nodeLon(int node) {
    return FixedPoint.degrees(data.nodeLon[node]);
  }

  /** Latitude of a node in degrees. */
  public double nodeLat(int node) {
    return FixedPoint.degrees(data.nodeLat[node]);
  }

  /** Node where an edge starts. */
  public int edgeFrom(int edge) {
    return data.edgeFrom[edge];
  }

  /** Node where an edge ends; the same as {@link #edgeFrom} for a loop. */
  public int edgeTo(int edge) {
    return data.edgeTo[edge];
  }

  /** Length of an edge in metres; may be 0. */
  public double edgeLengthMeters(int edge) {
    return data.edgeMeters[edge];
  }

  /** Whether the edge is a flight of steps. */
  public boolean isSteps(int edge) {
    return (data.edgeFlags[edge] & STEPS) != 0;
  }

  /** Whether the edge may be walked from its start to its end. */
  public boolean isForward(int edge) {
    return (data.edgeFlags[edge] & FORWARD) != 0;
  }

  /** Whether the edge may be walked from its end to its start. */
  public boolean isBackward(int edge) {
    return (data.edgeFlags[edge] & BACKWARD) != 0;
  }

  /** What kind of street the edge is. */
  public StreetClass streetClass(int edge) {
    return StreetClass.of(data.edgeClass[edge]);
  }

  /** Name of the street, or null where it has none. */
  public @Nullable String edgeName(int edge) {
    int name = data.edgeName[edge];
    return name < 0 ? null : data.names[name];
  }

  /** Number of points of an edge, both ends included: at least 2. */
  public int pointCount(int edge) {
    return data.pointOffset[edge + 1] - data.pointOffset[edge];
  }

  /** Longitude in degrees of point {@code index}, in [0, pointCount), of an edge. */
  public double pointLon(int edge, int index) {
    return FixedPoint.degrees(data.points[2 * (data.pointOffset[edge] + index)]);
  }

  /** Latitude in degrees of point {@code index}, in [0, pointCount), of an edge. */
  public double pointLat(int edge, int index) {
    return FixedPoint.degrees(data.points[2 * (data.pointOffset[edge] + index) + 1]);
  }

  /**
   * Geometry of an edge from its start to its end.
   *
   * @return a fresh array lon, lat, lon, lat, …, both ends included
   */
  public double[] edgeGeometry(int edge) {
    int first = 2 * data.pointOffset[edge];
    double[] lonLat = new double[2 * pointCount(edge)];
    for (int i = 0; i < lonLat.length; i++) {
      lonLat[i] = FixedPoint.degrees(data.points[first + i]);
    }
    return lonLat;
  }

  /**
   * The box around all geometry.
   *
   * @throws IllegalStateException if the graph has no nodes
   */
  public BoundingBox bounds() {
    if (bounds == null) {
      throw new IllegalStateException("a network without nodes has no bounds");
    }
    return bounds;
  }

  /** Number of weakly connected components. */
  public int componentCount() {
    return data.componentMeters.length;
  }

  /** Component of a node, in [0, componentCount); numbered from the longest. */
  public int componentOfNode(int node) {
    return data.nodeComponent[node];
  }

  /** Length of all edges of a component in metres. */
  public double componentLengthMeters(int component) {
    return data.componentMeters[component];
  }

  /**
   * The component with the greatest length.
   *
   * @return 0, or -1 if the graph has no nodes
   */
  public int largestComponent() {
    return componentCount() == 0 ? -1 : 0;
  }

  /** Length of all edges in metres. */
  public double totalLengthMeters() {
    return totalMeters;
  }

  /** Raw arrays for sweeps. Read only. */
  public Arcs arcs() {
    return arcs;
  }

  /**
   * Whether an arc may be walked away from the node that lists it.
   *
   * @param flags flags of its edge
   * @param arcEdge value of {@link Arcs#edges()}
   */
  public static boolean mayLeave(byte flags, int arcEdge) {
    return (flags & ((arcEdge & 1) == 0 ? FORWARD : BACKWARD)) != 0;
  }

  /**
   * Whether an arc may be walked towards the node that lists it.
   *
   * @param flags flags of its edge
   * @param arcEdge value of {@link Arcs#edges()}
   */
  public static boolean mayArrive(byte flags, int arcEdge) {
    return (flags & ((arcEdge & 1) == 0 ? BACKWARD : FORWARD)) != 0;
  }

  private static @Nullable BoundingBox boundsOf(GraphData data) {
    if (data.nodeLon.length == 0) {
      return null;
    }
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int n = 0; n < data.nodeLon.length; n++) {
      west = Math.min(west, data.nodeLon[n]);
      east = Math.max(east, data.nodeLon[n]);
      south = Math.min(south, data.nodeLat[n]);
      north = Math.max(north, data.nodeLat[n]);
    }
    for (int i = 0; i < data.points.length; i += 2) {
      west = Math.min(west, data.points[i]);
      east = Math.max(east, data.points[i]);
      south = Math.min(south, data.points[i + 1]);
      north = Math.max(north, data.points[i + 1]);
    }
    return new BoundingBox(
        FixedPoint.degrees(west),
        FixedPoint.degrees(south),
        FixedPoint.degrees(east),
        FixedPoint.degrees(north));
  }
}
