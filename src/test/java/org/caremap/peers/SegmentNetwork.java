package org.caremap.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The streets of any engine as straight pieces between two coordinates of 1e-7 degree, so that a
 * walk found by one engine can be walked again on the streets of another, piece by piece.
 */
public final class SegmentNetwork {
  /** A place as one number: longitude in the upper half, latitude in the lower, 1e-7 degree. */
  static long place(int lon, int lat) {
    return (long) lon << 32 | (lat & 0xffffffffL);
  }

  static int lon(long place) {
    return (int) (place >> 32);
  }

  static int lat(long place) {
    return (int) place;
  }

  /** Degrees in units of 1e-7. */
  public static int fixed(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }

  /** A piece with its direction. */
  record Segment(long from, long to) {
    Segment reversed() {
      return new Segment(to, from);
    }
  }

  /** One edge's copy of a piece; the ends are tokens that edges share only at nodes. */
  private record Copy(int edge, long tail, long head) {}

  /** Why a walk cannot be walked here. */
  sealed interface Obstacle permits NoStreet, OneWay, NotJoined {}

  /** The piece does not exist here. */
  record NoStreet(Segment segment) implements Obstacle {}

  /** The piece exists here, but only the other way. */
  record OneWay(Segment segment) implements Obstacle {}

  /** Both pieces exist here, but are not joined at the place between. */
  record NotJoined(Segment before, Segment after) implements Obstacle {}

  private final Map<Segment, List<Copy>> copies = new HashMap<>();

  /**
   * Adds an edge.
   *
   * @param geometry lon, lat, … in 1e-7 degree
   * @param from node where it starts
   * @param to node where it ends
   */
  void add(int edge, int[] geometry, int from, int to, boolean forward, boolean backward) {
    int last = geometry.length / 2 - 1;
    long tail = from;
    for (int i = 0; i < last; i++) {
      // Bends belong to one edge alone: negative, where nodes are not.
      long head = i + 1 == last ? to : -((long) edge << 24 | (i + 1));
      Segment segment =
          new Segment(
              place(geometry[2 * i], geometry[2 * i + 1]),
              place(geometry[2 * i + 2], geometry[2 * i + 3]));
      if (segment.from() == segment.to() && i + 1 < last) {
        continue;
      }
      if (forward) {
        put(segment, new Copy(edge, tail, head));
      }
      if (backward) {
        put(segment.reversed(), new Copy(edge, head, tail));
      }
      tail = head;
    }
  }

  /** Steps over edges of no length, such as those that stand for open gates. */
  private void crossPointEdges(long place, Set<Long> standing) {
    List<Copy> points = copies.getOrDefault(new Segment(place, place), List.of());
    boolean changed = !points.isEmpty();
    while (changed) {
      changed = false;
      for (Copy copy : points) {
        changed |= standing.contains(copy.tail()) && standing.add(copy.head());
      }
    }
  }

  private void put(Segment segment, Copy copy) {
    copies.computeIfAbsent(segment, key -> new ArrayList<>(1)).add(copy);
  }

  /** Whether an edge runs along a piece, in any direction. */
  boolean runsAlong(int edge, Segment segment) {
    return has(edge, segment) || has(edge, segment.reversed());
  }

  private boolean has(int edge, Segment segment) {
    return copies.getOrDefault(segment, List.of()).stream().anyMatch(copy -> copy.edge() == edge);
  }

  /**
   * Walks from place to place.
   *
   * @return the first obstacle, or null if the whole way can be walked here
   */
  @Nullable Obstacle firstObstacle(List<Segment> walk) {
    Set<Long> standing = null;
    Segment before = null;
    for (Segment segment : walk) {
      List<Copy> here = copies.get(segment);
      if (here == null) {
        return copies.containsKey(segment.reversed()) ? new OneWay(segment) : new NoStreet(segment);
      }
      Set<Long> next = new HashSet<>();
      for (Copy copy : here) {
        if (standing == null || standing.contains(copy.tail())) {
          next.add(copy.head());
        }
      }
      if (next.isEmpty() && before != null) {
        return new NotJoined(before, segment);
      }
      crossPointEdges(segment.to(), next);
      standing = next;
      before = segment;
    }
    return null;
  }
}
