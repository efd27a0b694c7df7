package org.caremap.core.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Many places on the street network, as flat arrays: [53] bytes a place. Index i is the i-th place
 * asked for. Immutable.
 */
public final class SnappedPoints {
  private static final int CHUNK = 1024;

  private final double limitMeters;
  private final double[] pointLon;
  private final double[] pointLat;
  private final int[] edge;
  private final double[] alongMeters;
  private final double[] accessMeters;
  private final double[] lon;
  private final double[] lat;
  private final boolean[] island;

  private SnappedPoints(double[] pointLon, double[] pointLat, double limitMeters) {
    this.limitMeters = limitMeters;
    if (pointLon.length != pointLat.length) {
      throw new IllegalArgumentException(
          "need as many lon as lat but got " + pointLon.length + " and " + pointLat.length);
    }
    this.pointLon = pointLon.clone();
    this.pointLat = pointLat.clone();
    int size = pointLon.length;
    edge = new int[size];
    Arrays.fill(edge, -1);
    alongMeters = new double[size];
    accessMeters = new double[size];
    lon = new double[size];
    lat = new double[size];
    island = new boolean[size];
  }

  /**
   * Snaps all places, in parallel.
   *
   * @param snapper of the network
   * @param lon degrees
   * @param lat degrees, as many
   * @param limitMeters greatest distance to a street, inclusive, at least 0
   */
  public static SnappedPoints of(
      EdgeSnapper snapper, double[] lon, double[] lat, double limitMeters) {
    SnappedPoints points = new SnappedPoints(lon, lat, limitMeters);
    int size = lon.length;
    IntStream.range(0, (size + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              for (int i = chunk * CHUNK; i < Math.min(size, (chunk + 1) * CHUNK); i++) {
                points.put(i, snapper.snap(lon[i], lat[i], limitMeters));
              }
            });
    return points;
  }

  /**
   * A single place that was snapped before.
   *
   * @param lon degrees of the place asked for
   * @param lat degrees of the place asked for
   * @param limitMeters greatest distance to a street that was allowed
   * @param snapped where it lies on the network
   */
  public static SnappedPoints ofOne(
      double lon, double lat, double limitMeters, SnapResult snapped) {
    SnappedPoints points = new SnappedPoints(new double[] {lon}, new double[] {lat}, limitMeters);
    points.put(0, snapped);
    return points;
  }

  /**
   * A single place on a street.
   *
   * @param alongMeters from the start of the edge; its position is that of the edge's start
   */
  public static SnappedPoints onEdge(StreetGraph graph, int edge, double alongMeters) {
    double lon = graph.nodeLon(graph.edgeFrom(edge));
    double lat = graph.nodeLat(graph.edgeFrom(edge));
    return ofOne(lon, lat, 0, new Snapped(edge, alongMeters, 0, lon, lat, false));
  }

  private void put(int i, SnapResult result) {
    if (result instanceof Snapped on) {
      edge[i] = on.edge();
      alongMeters[i] = on.alongMeters();
      accessMeters[i] = on.accessMeters();
      lon[i] = on.lon();
      lat[i] = on.lat();
      island[i] = on.island();
    }
  }

  /** Greatest distance to a street that was allowed. */
  public double limitMeters() {
    return limitMeters;
  }

  /** Number of places. */
  public int size() {
    return edge.length;
  }

  /** Whether place i is near enough to a street. */
  public boolean isSnapped(int i) {
    return edge[i] >= 0;
  }

  /** Edge of place i, or -1 if it is too far from every street. */
  public int edge(int i) {
    return edge[i];
  }

  /** Metres from the start of its edge; 0 if not snapped. */
  public double alongMeters(int i) {
    return alongMeters[i];
  }

  /** Metres between place i and its point on the street; 0 if not snapped. */
  public double accessMeters(int i) {
    return accessMeters[i];
  }

  /** Longitude of the point on the street; 0 if not snapped. */
  public double lon(int i) {
    return lon[i];
  }

  /** Latitude of the point on the street; 0 if not snapped. */
  public double lat(int i) {
    return lat[i];
  }

  /** Whether place i is on a component other than the largest; false if not snapped. */
  public boolean isOnIsland(int i) {
    return island[i];
  }

  /** Longitude of the place itself. */
  public double pointLon(int i) {
    return pointLon[i];
  }

  /** Latitude of the place itself. */
  public double pointLat(int i) {
    return pointLat[i];
  }

  /** Number of places that are near enough to a street. */
  public int snappedCount() {
    int count = 0;
    for (int e : edge) {
      count += e >= 0 ? 1 : 0;
    }
    return count;
  }
}
