package org.caremap.osm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which corners of a polygon with holes see each other: the straight line between them runs inside
 * and touches the border at its ends only. Exact, in integers of 1e-7 degree, as turning left or
 * right is the same in any plane. A line through a third corner is not one: it is made of two, as
 * whatever it passes there is a corner that walks can bend at, or a straight border that can be
 * walked along.
 */
final class SightLines {
  private final long[] x;
  private final long[] y;
  private final int[] next;
  private final int[] previous;
  private final int[] twin;

  /**
   * @param rings corners of each ring as x, y, …, without repeating the first; the outer ring first
   *     and anticlockwise, holes clockwise, so that the inside lies on the left
   */
  SightLines(int[][] rings) {
    int size = Arrays.stream(rings).mapToInt(ring -> ring.length / 2).sum();
    x = new long[size];
    y = new long[size];
    next = new int[size];
    previous = new int[size];
    twin = new int[size];
    int first = 0;
    Map<Long, Integer> seen = new HashMap<>();
    for (int[] ring : rings) {
      int corners = ring.length / 2;
      for (int i = 0; i < corners; i++) {
        int corner = first + i;
        x[corner] = ring[2 * i];
        y[corner] = ring[2 * i + 1];
        next[corner] = first + (i + 1) % corners;
        previous[corner] = first + (i + corners - 1) % corners;
        twin[corner] = corner;
        // Rings may touch in a corner: both know of each other, in a circle.
        Integer other = seen.putIfAbsent(x[corner] << 32 ^ (y[corner] & 0xffffffffL), corner);
        if (other != null) {
          twin[corner] = twin[other];
          twin[other] = corner;
        }
      }
      first += corners;
    }
  }

  int size() {
    return x.length;
  }

  /** Whether walks bend at a corner: it stands out into the area. */
  boolean isReflex(int corner) {
    return turn(previous[corner], corner, next[corner]) < 0;
  }

  /** Whether two corners see each other. */
  boolean sees(int p, int q) {
    if (x[p] == x[q] && y[p] == y[q]) {
      return false;
    }
    if (!leadsInside(p, q) || !leadsInside(q, p)) {
      return false;
    }
    long west = Math.min(x[p], x[q]);
    long east = Math.max(x[p], x[q]);
    long south = Math.min(y[p], y[q]);
    long north = Math.max(y[p], y[q]);
    for (int u = 0; u < x.length; u++) {
      int v = next[u];
      if (Math.max(x[u], x[v]) < west
          || Math.min(x[u], x[v]) > east
          || Math.max(y[u], y[v]) < south
          || Math.min(y[u], y[v]) > north) {
        continue;
      }
      if (blocks(u, v, p, q)) {
        return false;
      }
    }
    return true;
  }

  private boolean blocks(int u, int v, int p, int q) {
    long sideU = turn(p, q, u);
    if (sideU == 0 && isBetween(p, u, q)) {
      return true;
    }
    long sideV = turn(p, q, v);
    long sideP = turn(u, v, p);
    long sideQ = turn(u, v, q);
    // An end in the middle of a border that another ring touches: on to its inner side only.
    if (sideP == 0 && isBetween(u, p, v)) {
      return sideQ <= 0;
    }
    if (sideQ == 0 && isBetween(u, q, v)) {
      return sideP <= 0;
    }
    return Long.signum(sideU) * Long.signum(sideV) < 0
        && Long.signum(sideP) * Long.signum(sideQ) < 0;
  }

  /** Whether the way from p towards q starts inside, by all rings that meet in p. */
  private boolean leadsInside(int p, int q) {
    int corner = p;
    do {
      int before = previous[corner];
      int after = next[corner];
      boolean inside =
          turn(before, corner, after) >= 0
              ? turn(corner, q, before) > 0 && turn(q, corner, after) > 0
              : !(turn(corner, q, after) >= 0 && turn(q, corner, before) >= 0);
      if (!inside) {
        return false;
      }
      corner = twin[corner];
    } while (corner != p);
    return true;
  }

  /** Positive if c lies left of the line from a to b, 0 if on it. */
  private long turn(int a, int b, int c) {
    return (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
  }

  /** Whether b, on the line through a and c, lies strictly between them. */
  private boolean isBetween(int a, int b, int c) {
    return x[a] != x[c]
        ? (x[a] < x[b] && x[b] < x[c]) || (x[c] < x[b] && x[b] < x[a])
        : (y[a] < y[b] && y[b] < y[c]) || (y[c] < y[b] && y[b] < y[a]);
  }
}
