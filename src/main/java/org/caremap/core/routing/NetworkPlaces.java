package org.caremap.core.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Many places with what it costs to get from them to both ends of their street piece and back,
 * access included. Held in the order of their edges, so that a pass over all places reads memory in
 * order and the places of one edge are neighbours; {@code slot} counts in that order, {@code place}
 * as they were given. [48] bytes a place on a symmetric network. Immutable.
 */
public final class NetworkPlaces {
  private static final int CHUNK = 2048;

  /** Up to so many places are looked through one by one. */
  private static final int FEW = 4;

  /** With fewer places than an edge in so many, an index of all edges would be mostly empty. */
  private static final int SPARSE = 8;

  private final WalkingNetwork network;
  private final SnappedPoints snapped;
  private final int[] placeOfSlot;
  private final int[] slotOfPlace;

  // One entry a slot.
  private final int[] edge;
  private final int[] startNode;
  private final int[] endNode;
  private final int[] access;
  private final int[] forward;
  private final int[] backward;
  private final int[] toStart;
  private final int[] toEnd;
  private final int[] fromStart;
  private final int[] fromEnd;
  private final byte[] open;

  private final int @Nullable [] firstOfEdge;
  private final @Nullable BitSet occupied;

  private static final byte OPEN_FORWARD = 1;
  private static final byte OPEN_BACKWARD = 2;

  private NetworkPlaces(WalkingNetwork network, SnappedPoints snapped) {
    this.network = network;
    this.snapped = snapped;
    int count = snapped.snappedCount();
    long[] order = new long[count];
    int next = 0;
    for (int i = 0; i < snapped.size(); i++) {
      if (snapped.isSnapped(i)) {
        order[next++] = (long) snapped.edge(i) << 32 | i;
      }
    }
    Arrays.parallelSort(order);
    placeOfSlot = new int[count];
    slotOfPlace = new int[snapped.size()];
    Arrays.fill(slotOfPlace, -1);
    for (int k = 0; k < count; k++) {
      placeOfSlot[k] = (int) order[k];
      slotOfPlace[placeOfSlot[k]] = k;
    }
    firstOfEdge = count * SPARSE < network.graph().edgeCount() ? null : firstOfEdge(order, count);
    occupied = firstOfEdge != null || count <= FEW ? null : new BitSet();
    for (int k = 0; k < count && occupied != null; k++) {
      occupied.set((int) (order[k] >> 32));
    }
    boolean symmetric = network.isSymmetric();
    edge = new int[count];
    startNode = new int[count];
    endNode = new int[count];
    access = new int[count];
    forward = new int[count];
    backward = symmetric ? forward : new int[count];
    toStart = new int[count];
    toEnd = new int[count];
    fromStart = symmetric ? toStart : new int[count];
    fromEnd = symmetric ? toEnd : new int[count];
    open = new byte[count];
    IntStream.range(0, (count + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              for (int k = chunk * CHUNK; k < Math.min(count, (chunk + 1) * CHUNK); k++) {
                fill(k);
              }
            });
  }

  /** Places that were snapped to the network's streets. */
  public static NetworkPlaces of(WalkingNetwork network, SnappedPoints snapped) {
    return new NetworkPlaces(network, snapped);
  }

  /** Snaps places and takes them. */
  public static NetworkPlaces of(
      WalkingNetwork network, double[] lon, double[] lat, double limitMeters) {
    return of(network, SnappedPoints.of(network.snapper(), lon, lat, limitMeters));
  }

  /** Snaps places by a snapper of the same streets, such as one that knows closed streets. */
  public static NetworkPlaces of(
      WalkingNetwork network, EdgeSnapper snapper, double[] lon, double[] lat, double limitMeters) {
    return of(network, SnappedPoints.of(snapper, lon, lat, limitMeters));
  }

  /** Snaps one place and takes it. */
  public static NetworkPlaces of(
      WalkingNetwork network, double lon, double lat, double limitMeters) {
    return of(
        network,
        SnappedPoints.ofOne(lon, lat, limitMeters, network.snapper().snap(lon, lat, limitMeters)));
  }

  /** A single place on a street, without access; none if the street cannot be walked. */
  static NetworkPlaces onEdge(WalkingNetwork network, int edge, double alongMeters) {
    return of(network, SnappedPoints.onEdge(network.graph(), edge, alongMeters));
  }

  private void fill(int k) {
    int place = placeOfSlot[k];
    StreetGraph graph = network.graph();
    int e = snapped.edge(place);
    EdgeCosts costs = network.edgeCosts(e);
    int length = graph.edgeLengthMillimeters(e);
    int along = (int) Math.min(length, Math.round(snapped.alongMeters(place) * 1e3));
    int forwardCost = costs.forward();
    int backwardCost = costs.backward();
    edge[k] = e;
    startNode[k] = graph.edgeFrom(e);
    endNode[k] = graph.edgeTo(e);
    access[k] = (int) Math.round(snapped.accessMeters(place) * 1e3);
    forward[k] = costs.forwardTo(along);
    boolean isOpenForward = forwardCost < WalkingNetwork.UNREACHED;
    boolean isOpenBackward = backwardCost < WalkingNetwork.UNREACHED;
    open[k] = (byte) ((isOpenForward ? OPEN_FORWARD : 0) | (isOpenBackward ? OPEN_BACKWARD : 0));
    int up = forward[k];
    int down = costs.backwardFrom(along);
    int upRest = isOpenForward ? forwardCost - up : WalkingNetwork.UNREACHED;
    int downRest = isOpenBackward ? backwardCost - down : WalkingNetwork.UNREACHED;
    boolean usable = isOpenForward || isOpenBackward;
    // A place at an end of its edge stands on the junction: every street there is its own.
    boolean atStart = usable && along == 0;
    boolean atEnd = usable && along == length && length > 0;
    toStart[k] = leg(k, atStart ? 0 : isOpenBackward ? down : WalkingNetwork.UNREACHED);
    toEnd[k] = leg(k, atEnd ? 0 : upRest);
    if (!network.isSymmetric()) {
      backward[k] = down;
      fromStart[k] = leg(k, atStart ? 0 : isOpenForward ? up : WalkingNetwork.UNREACHED);
      fromEnd[k] = leg(k, atEnd ? 0 : downRest);
    }
  }

  private int leg(int k, int cost) {
    return WalkingNetwork.sum(access[k], cost);
  }

  /** The network that the places lie on. */
  public WalkingNetwork network() {
    return network;
  }

  /** Where the places lie. */
  public SnappedPoints snapped() {
    return snapped;
  }

  /** Number of places, those not on the network included. */
  public int size() {
    return slotOfPlace.length;
  }

  /** Whether a place is near enough to a street. */
  public boolean isSnapped(int place) {
    return slotOfPlace[place] >= 0;
  }

  int slotCount() {
    return placeOfSlot.length;
  }

  int place(int slot) {
    return placeOfSlot[slot];
  }

  /** Slot of a place, or -1 if it is not on the network. */
  int slot(int place) {
    return slotOfPlace[place];
  }

  int edge(int slot) {
    return edge[slot];
  }

  int startNode(int slot) {
    return startNode[slot];
  }

  int endNode(int slot) {
    return endNode[slot];
  }

  int access(int slot) {
    return access[slot];
  }

  /** From the place to the start of its edge, access included. */
  int toStart(int slot) {
    return toStart[slot];
  }

  int toEnd(int slot) {
    return toEnd[slot];
  }

  int fromStart(int slot) {
    return fromStart[slot];
  }

  int fromEnd(int slot) {
    return fromEnd[slot];
  }

  /**
   * Straight along their common edge from one place to another, access at both ends included.
   *
   * @param from slot
   * @param toPlaces where the other place is from
   * @param to slot there, on the same edge
   */
  int along(int from, NetworkPlaces toPlaces, int to) {
    int ahead = toPlaces.forward[to] - forward[from];
    int walk;
    if (ahead == 0) {
      walk = 0;
    } else if (ahead > 0) {
      walk = (open[from] & OPEN_FORWARD) != 0 ? ahead : WalkingNetwork.UNREACHED;
    } else {
      walk =
          (open[from] & OPEN_BACKWARD) != 0
              ? backward[from] - toPlaces.backward[to]
              : WalkingNetwork.UNREACHED;
    }
    return WalkingNetwork.sum(WalkingNetwork.sum(access[from], walk), toPlaces.access[to]);
  }

  /**
   * Slot of the first place of an edge; of the first of a later edge, or {@link #slotCount}, if it
   * has none.
   */
  int firstSlot(int wantedEdge) {
    if (firstOfEdge != null) {
      return firstOfEdge[wantedEdge];
    }
    int low = 0;
    int high = edge.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edge[middle] < wantedEdge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether any place lies on an edge. */
  boolean isOccupied(int wantedEdge) {
    if (firstOfEdge != null) {
      return firstOfEdge[wantedEdge] < firstOfEdge[wantedEdge + 1];
    }
    if (occupied != null) {
      return occupied.get(wantedEdge);
    }
    for (int e : edge) {
      if (e == wantedEdge) {
        return true;
      }
    }
    return false;
  }

  private int[] firstOfEdge(long[] order, int count) {
    int[] first = new int[network.graph().edgeCount() + 1];
    for (int k = 0; k < count; k++) {
      first[(int) (order[k] >> 32) + 1]++;
    }
    for (int e = 1; e < first.length; e++) {
      first[e] += first[e - 1];
    }
    return first;
  }
}
