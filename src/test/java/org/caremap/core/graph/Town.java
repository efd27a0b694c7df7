package org.caremap.core.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.WalkingNetwork;

/** Small networks in metres around a corner of 海门, for tests. */
public final class Town {
  public static final double LON = 121.2;
  public static final double LAT = 31.9;
  public static final LocalProjection METERS = new LocalProjection(LON, LAT);

  private final StreetGraphBuilder builder = new StreetGraphBuilder();
  private final Map<String, Integer> nodes = new HashMap<>();
  private final Map<String, Integer> edges = new HashMap<>();

  /** A junction at metres east and north. */
  public Town node(String name, double x, double y) {
    nodes.put(name, builder.addNode(lon(x), lat(y)));
    return this;
  }

  /** A street "A-B" open both ways, bends in metres x, y, …. */
  public Town street(String ends, double... bends) {
    return add(ends, true, true, false, bends);
  }

  /** A street "A-B" that may be walked from A to B only. */
  public Town oneWay(String ends, double... bends) {
    return add(ends, true, false, false, bends);
  }

  /** Stairs "A-B". */
  public Town stairs(String ends, double... bends) {
    return add(ends, true, true, true, bends);
  }

  private Town add(String ends, boolean forward, boolean backward, boolean steps, double... bends) {
    double[] inner = new double[bends.length];
    for (int i = 0; i < bends.length; i += 2) {
      inner[i] = lon(bends[i]);
      inner[i + 1] = lat(bends[i + 1]);
    }
    String[] pair = ends.split("-");
    edges.put(
        ends,
        builder.addEdge(
            nodes.get(pair[0]),
            nodes.get(pair[1]),
            inner,
            EdgeTraits.of(steps ? StreetClass.STEPS : StreetClass.PATH, forward, backward),
            ends));
    return this;
  }

  public StreetGraph build() {
    return builder.build();
  }

  /** Node of the built graph. */
  public int at(String name) {
    return builder.nodeInGraph(nodes.get(name));
  }

  /** Edge of the built graph. */
  public int edge(String ends) {
    return builder.edgeInGraph(edges.get(ends));
  }

  public static double lon(double x) {
    return METERS.lon(x);
  }

  public static double lat(double y) {
    return METERS.lat(y);
  }

  /** Places x, y, … in metres on a network. */
  public static SnappedPoints places(StreetGraph graph, double limitMeters, double... xy) {
    double[] lon = new double[xy.length / 2];
    double[] lat = new double[xy.length / 2];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = lon(xy[2 * i]);
      lat[i] = lat(xy[2 * i + 1]);
    }
    return SnappedPoints.of(new EdgeSnapper(graph), lon, lat, limitMeters);
  }

  /** Places at metres x, y, … as somebody walks who has a network. */
  public static NetworkPlaces places(WalkingNetwork network, double limitMeters, double... xy) {
    double[] lon = new double[xy.length / 2];
    double[] lat = new double[xy.length / 2];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = lon(xy[2 * i]);
      lat[i] = lat(xy[2 * i + 1]);
    }
    return NetworkPlaces.of(network, lon, lat, limitMeters);
  }

  /**
   * A random network on 2 km × 2 km: bent streets to near nodes, some one-way, some stairs, loops,
   * parallel edges, edges without length and fragments.
   */
  public static StreetGraph random(long seed, int nodeCount) {
    return random(seed, nodeCount, true);
  }

  /** The same without one-way streets. */
  public static StreetGraph randomTwoWay(long seed, int nodeCount) {
    return random(seed, nodeCount, false);
  }

  private static StreetGraph random(long seed, int nodeCount, boolean oneWays) {
    Random random = new Random(seed);
    StreetGraphBuilder builder = new StreetGraphBuilder();
    double[] x = new double[nodeCount];
    double[] y = new double[nodeCount];
    for (int n = 0; n < nodeCount; n++) {
      boolean twin = n > 0 && random.nextInt(20) == 0;
      x[n] = twin ? x[n - 1] : random.nextDouble() * 2000;
      y[n] = twin ? y[n - 1] : random.nextDouble() * 2000;
      builder.addNode(lon(x[n]), lat(y[n]));
    }
    for (int n = 0; n < nodeCount; n++) {
      for (int k = 0; k < 3; k++) {
        int to = nearOf(random, x, y, n);
        int bends = random.nextInt(3);
        double[] inner = new double[2 * bends];
        for (int b = 0; b < bends; b++) {
          double t = (b + 1.0) / (bends + 1);
          inner[2 * b] = lon(x[n] + t * (x[to] - x[n]) + random.nextGaussian() * 15);
          inner[2 * b + 1] = lat(y[n] + t * (y[to] - y[n]) + random.nextGaussian() * 15);
        }
        int kind = random.nextInt(10);
        boolean steps = kind == 0;
        builder.addEdge(
            n,
            to,
            inner,
            EdgeTraits.of(
                steps ? StreetClass.STEPS : StreetClass.RESIDENTIAL,
                kind != 1 || !oneWays,
                kind != 2 || !oneWays),
            null);
      }
    }
    return builder.build();
  }

  private static int nearOf(Random random, double[] x, double[] y, int n) {
    int best = random.nextInt(x.length);
    for (int tries = 0; tries < 8; tries++) {
      int other = random.nextInt(x.length);
      if (Math.hypot(x[other] - x[n], y[other] - y[n])
          < Math.hypot(x[best] - x[n], y[best] - y[n])) {
        best = other;
      }
    }
    return best;
  }

  /** Random places in and a little around the random town. */
  public static double[] randomPlaces(long seed, int count) {
    Random random = new Random(seed);
    double[] xy = new double[2 * count];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = random.nextDouble() * 2400 - 200;
    }
    return xy;
  }
}
