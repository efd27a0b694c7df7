package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.OpenStreets;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * A street graph as one kind of person walks it: what each arc costs in each direction, what is
 * closed, and where one may join the streets. Immutable and safe for all threads.
 *
 * <p>Costs are <i>flat millimetres</i>: the millimetres that the same person would walk on the flat
 * in the same time. Seconds are flat millimetres / 1000 / flat speed, so one sweep serves every
 * speed. Whole numbers add up to the same sum in every order: a walk and its reverse, a sweep and
 * its repetition, a change and a full recomputation agree exactly. A millimetre is a tenth of what
 * coordinates resolve and, at 0.8 m/s, 1.25 ms.
 */
public final class WalkingNetwork {
  /** Cost of what cannot be walked, and of what was not reached: 2^30 - 1. */
  public static final int UNREACHED = (1 << 30) - 1;

  /** Greatest cost that a walk can have: about 1,073 km on the flat. */
  public static final int FARTHEST = UNREACHED - 1;

  /**
   * No metre between two places costs less than this many flat ones: the least factor that rules
   * may have times what the quickest slope saves.
   */
  public static final double LEAST_COST_PER_METER = 0.4;

  private static final int CHUNK = 4096;

  private final StreetGraph graph;
  private final WalkingProfile profile;
  private final @Nullable ElevationModel elevation;
  private final IntFunction<EdgeCosts> costing;
  private final EdgeSnapper snapper;
  private final int[] leave;
  private final int[] arrive;
  private final int meanArcShift;
  private final ConcurrentLinkedQueue<TravelTimeSweep> sweeps = new ConcurrentLinkedQueue<>();

  private WalkingNetwork(
      StreetGraph graph,
      WalkingProfile profile,
      @Nullable ElevationModel elevation,
      IntFunction<EdgeCosts> costing) {
    this.graph = graph;
    this.profile = profile;
    this.elevation = elevation;
    this.costing = costing;
    Arcs arcs = graph.arcs();
    int[] forward = new int[graph.edgeCount()];
    int[] backward = new int[graph.edgeCount()];
    IntStream.range(0, (forward.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              for (int e = chunk * CHUNK; e < Math.min(forward.length, (chunk + 1) * CHUNK); e++) {
                EdgeCosts costs = edgeCosts(e);
                forward[e] = costs.forward();
                backward[e] = costs.backward();
              }
            });
    boolean symmetric = Arrays.equals(forward, backward);
    leave = new int[arcs.heads().length];
    arrive = symmetric ? leave : new int[arcs.heads().length];
    long sum = 0;
    int open = 0;
    for (int arc = 0; arc < leave.length; arc++) {
      int edge = arcs.edges()[arc] >> 1;
      boolean fromStart = (arcs.edges()[arc] & 1) == 0;
      leave[arc] = fromStart ? forward[edge] : backward[edge];
      if (!symmetric) {
        arrive[arc] = fromStart ? backward[edge] : forward[edge];
      }
      if (leave[arc] < UNREACHED) {
        sum += leave[arc];
        open++;
      }
    }
    BitSet closed = new BitSet();
    for (int e = 0; e < forward.length; e++) {
      if (forward[e] == UNREACHED && backward[e] == UNREACHED) {
        closed.set(e);
      }
    }
    long mean = open == 0 ? 1 : Math.max(1, sum / open);
    meanArcShift = Math.max(4, 63 - Long.numberOfLeadingZeros(mean));
    snapper = new EdgeSnapper(graph, OpenStreets.without(graph, closed));
  }

  /** The network of a profile on level ground. */
  public static WalkingNetwork of(StreetGraph graph, WalkingProfile profile) {
    return of(graph, profile, null);
  }

  /**
   * The network of a profile.
   *
   * @param elevation heights, or null for level ground
   */
  public static WalkingNetwork of(
      StreetGraph graph, WalkingProfile profile, @Nullable ElevationModel elevation) {
    return new WalkingNetwork(
        graph, profile, elevation, edge -> new EdgeCosts(graph, edge, profile, elevation));
  }

  /**
   * The streets as a vehicle drives them. Everything that holds of walks holds of its drives, but
   * for {@link #LEAST_COST_PER_METER}: a metre may cost less.
   *
   * @param graph pieces with {@link org.caremap.core.graph.DriveTraits}
   * @param vehicle costs are millimetres at the speed of its last metres
   */
  public static WalkingNetwork of(StreetGraph graph, DeliveryProfile vehicle) {
    WalkingProfile hand =
        new WalkingProfile(
            vehicle.vehicle().code(), vehicle.handMetersPerSecond(), ProfileRules.PLAIN);
    return new WalkingNetwork(graph, hand, null, edge -> vehicle.costs(graph, edge));
  }

  /** The streets. */
  public StreetGraph graph() {
    return graph;
  }

  /** Heights of the ground, null for level ground. */
  @Nullable ElevationModel elevation() {
    return elevation;
  }

  /** Who walks; the speed plays no part. */
  public WalkingProfile profile() {
    return profile;
  }

  /** Joins places to the streets that this profile can walk. */
  public EdgeSnapper snapper() {
    return snapper;
  }

  /** Whether every walk costs the same as its reverse. */
  public boolean isSymmetric() {
    return leave == arrive;
  }

  /** Cost of walking an edge from its start to its end, or {@link #UNREACHED}. */
  public int forwardCost(int edge) {
    return leave[arcOf(edge, 0)];
  }

  /** Cost of walking an edge from its end to its start, or {@link #UNREACHED}. */
  public int backwardCost(int edge) {
    return leave[arcOf(edge, 1)];
  }

  /** Cost of walking an arc away from the node that lists it, or {@link #UNREACHED}. */
  public int leaveCost(int arc) {
    return leave[arc];
  }

  /** Cost of walking an arc towards the node that lists it, or {@link #UNREACHED}. */
  public int arriveCost(int arc) {
    return arrive[arc];
  }

  private int arcOf(int edge, int side) {
    int node = side == 0 ? graph.edgeFrom(edge) : graph.edgeTo(edge);
    int wanted = 2 * edge + side;
    int arc = graph.arcs().offsets()[node];
    while (graph.arcs().edges()[arc] != wanted) {
      arc++;
    }
    return arc;
  }

  /** A cost in flat metres; infinite if {@link #UNREACHED}. */
  public static double meters(int cost) {
    return cost >= UNREACHED ? Double.POSITIVE_INFINITY : cost / 1e3;
  }

  /**
   * The greatest cost within a limit.
   *
   * @param flatMeters at least 0, may be infinite
   */
  public static int limit(double flatMeters) {
    if (!(flatMeters >= 0)) {
      throw new IllegalArgumentException("limitMeters must be at least 0 but is " + flatMeters);
    }
    return (int) Math.min(FARTHEST, flatMeters * 1e3);
  }

  /** Sum of two costs; {@link #UNREACHED} if either is, or if it is beyond {@link #FARTHEST}. */
  static int sum(int a, int b) {
    return Math.min(UNREACHED, a + b);
  }

  /** Cost of each arc when it is walked away from the node that lists it. Read only. */
  int[] leaveCosts() {
    return leave;
  }

  /** Cost of each arc when it is walked towards the node that lists it. Read only. */
  int[] arriveCosts() {
    return arrive;
  }

  /** What an edge costs in part. */
  EdgeCosts edgeCosts(int edge) {
    return costing.apply(edge);
  }

  /** The mean arc as a power of two, rounded down: what sweeps set their steps by. */
  int meanArcShift() {
    return meanArcShift;
  }

  /**
   * Reads every arc once and does nothing with it: the floor that sweeps are measured against.
   *
   * @return a sum without meaning, so that nothing can be left out
   */
  public long readEveryArc() {
    int[] offsets = graph.arcs().offsets();
    int[] heads = graph.arcs().heads();
    long sum = 0;
    for (int node = 0; node < offsets.length - 1; node++) {
      for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        sum += leave[arc] + heads[arc];
      }
    }
    return sum;
  }

  /** A sweep with scratch of its own, used before or new; give it back with {@link #release}. */
  public TravelTimeSweep acquire() {
    TravelTimeSweep sweep = sweeps.poll();
    return sweep == null ? new TravelTimeSweep(this) : sweep;
  }

  /** Takes a sweep back for the next user. */
  public void release(TravelTimeSweep sweep) {
    sweeps.add(sweep);
  }
}
