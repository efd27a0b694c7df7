package org.caremap.core.graph;

import org.caremap.core.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * A walking network: nodes are junctions and dead ends, edges the street pieces between them, each
 * walkable in one direction or both. Immutable and safe for all threads.
 *
 * <p>Nodes are numbered along a Hilbert curve and edges by their first node, so that a walk through
 * the neighbourhood stays in near memory. Lengths are sums of great-circle distances along the
 * stored geometry (1e-7 degree), rounded to the millimetre.
 */
public final class StreetGraph {
  private final GraphData data;
  private final Arcs arcs;
  private final int arcCount;
  private final double totalMeters;
  private final @Nullable BoundingBox bounds;

  StreetGraph(GraphData data) {
    this.data = data;
    int directed = 0;
    double sum = 0;
    for (int e = 0; e < data.edgeFrom.capacity(); e++) {
      directed +=
          Integer.bitCount(data.edgeTraits.get(e) & (EdgeTraits.FORWARD | EdgeTraits.BACKWARD));
      sum += data.edgeMillimeters.get(e) / 1e3;
    }
    arcCount = directed;
    totalMeters = sum;
    bounds = boundsOf(data);
    arcs = new Arcs(data.arcOffset, data.arcHead, data.arcEdge);
  }

  GraphData data() {
    return data;
  }

  /** Number of nodes. */
  public int nodeCount() {
    return data.nodeLon.capacity();
  }

  /** Number of street pieces. */
  public int edgeCount() {
    return data.edgeFrom.capacity();
  }

  /** Number of directed arcs: two for an edge open both ways, one for a one-way edge. */
  public int arcCount() {
    return arcCount;
  }

  /** Longitude of a node in degrees. */
  public double nodeLon(int node) {
    return FixedPoint.degrees(data.nodeLon.get(node));
  }

  /** Latitude of a node in degrees. */
  public double nodeLat(int node) {
    return FixedPoint.degrees(data.nodeLat.get(node));
  }

  /** Node where an edge starts. */
  public int edgeFrom(int edge) {
    return data.edgeFrom.get(edge);
  }

  /** Node where an edge ends; the same as {@link #edgeFrom} for a loop. */
  public int edgeTo(int edge) {
    return data.edgeTo.get(edge);
  }

  /** Length of an edge in metres; may be 0. */
  public double edgeLengthMeters(int edge) {
    return data.edgeMillimeters.get(edge) / 1e3;
  }

  /** Length of an edge in millimetres; may be 0. */
  public int edgeLengthMillimeters(int edge) {
    return data.edgeMillimeters.get(edge);
  }

  /** What the edge is like. */
  public EdgeTraits edgeTraits(int edge) {
    return new EdgeTraits(data.edgeTraits.get(edge));
  }

  /** Whether the edge is a flight of steps. */
  public boolean isSteps(int edge) {
    return (data.edgeTraits.get(edge) & EdgeTraits.STEPS) != 0;
  }

  /** Whether the edge may be walked from its start to its end. */
  public boolean isForward(int edge) {
    return (data.edgeTraits.get(edge) & EdgeTraits.FORWARD) != 0;
  }

  /** Whether the edge may be walked from its end to its start. */
  public boolean isBackward(int edge) {
    return (data.edgeTraits.get(edge) & EdgeTraits.BACKWARD) != 0;
  }

  /** What kind of street the edge is. */
  public StreetClass streetClass(int edge) {
    return edgeTraits(edge).streetClass();
  }

  /** Name of the street, or null where it has none. */
  public @Nullable String edgeName(int edge) {
    int name = data.edgeName.get(edge);
    return name < 0 ? null : data.names[name];
  }

  /** Number of points of an edge, both ends included: at least 2. */
  public int pointCount(int edge) {
    return data.pointOffset.get(edge + 1) - data.pointOffset.get(edge);
  }

  /** Longitude in degrees of point {@code index}, in [0, pointCount), of an edge. */
  public double pointLon(int edge, int index) {
    return FixedPoint.degrees(data.points.get(2 * (data.pointOffset.get(edge) + index)));
  }

  /** Latitude in degrees of point {@code index}, in [0, pointCount), of an edge. */
  public double pointLat(int edge, int index) {
    return FixedPoint.degrees(data.points.get(2 * (data.pointOffset.get(edge) + index) + 1));
  }

  /**
   * Geometry of an edge from its start to its end.
   *
   * @return a fresh array lon, lat, lon, lat, …, both ends included
   */
  public double[] edgeGeometry(int edge) {
    int first = 2 * data.pointOffset.get(edge);
    double[] lonLat = new double[2 * pointCount(edge)];
    for (int i = 0; i < lonLat.length; i++) {
      lonLat[i] = FixedPoint.degrees(data.points.get(first + i));
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
    return data.nodeComponent.get(node);
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

  private static @Nullable BoundingBox boundsOf(GraphData data) {
    if (data.nodeLon.capacity() == 0) {
      return null;
    }
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int n = 0; n < data.nodeLon.capacity(); n++) {
      west = Math.min(west, data.nodeLon.get(n));
      east = Math.max(east, data.nodeLon.get(n));
      south = Math.min(south, data.nodeLat.get(n));
      north = Math.max(north, data.nodeLat.get(n));
    }
    for (int i = 0; i < data.points.capacity(); i += 2) {
      west = Math.min(west, data.points.get(i));
      east = Math.max(east, data.points.get(i));
      south = Math.min(south, data.points.get(i + 1));
      north = Math.max(north, data.points.get(i + 1));
    }
    return new BoundingBox(
        FixedPoint.degrees(west),
        FixedPoint.degrees(south),
        FixedPoint.degrees(east),
        FixedPoint.degrees(north));
  }
}
