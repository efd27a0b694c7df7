package org.caremap.sample;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * The streets as nodes and edges: segments are cut where others end on them, doubles are merged,
 * some edges are left out for irregularity without cutting anybody off (a spanning forest is kept,
 * Kruskal 1956), and what does not hang together with the mainland or the island is dropped.
 */
final class Network {
  private final Segments segments;
  private final long[] points;
  private int[] from;
  private int[] to;
  private int[] style;
  private int edges;

  Network(Segments segments, Dice dice) {
    this.segments = segments;
    LineIndex index = new LineIndex();
    for (int i = 0; i < segments.size(); i++) {
      index.add(segments.u1(i), segments.v1(i));
      index.add(segments.u2(i), segments.v2(i));
    }
    index.freeze();
    points = index.pointsByV();
    from = new int[segments.size() * 2];
    to = new int[from.length];
    style = new int[from.length];
    cutAtJunctions(index);
    mergeDoubles();
    thinOut(dice);
    keepConnected();
    dropLooseBridges();
  }

  int edgeCount() {
    return edges;
  }

  int fromU(int edge) {
    return LineIndex.second(points[from[edge]]);
  }

  int fromV(int edge) {
    return LineIndex.first(points[from[edge]]);
  }

  int toU(int edge) {
    return LineIndex.second(points[to[edge]]);
  }

  int toV(int edge) {
    return LineIndex.first(points[to[edge]]);
  }

  Style styleOf(int edge) {
    return segments.styleOf(style[edge]);
  }

  /** Sends the nodes in the order of the plane, then the edges. */
  void send(Warp warp, StreetSink sink) {
    boolean[] used = new boolean[points.length];
    for (int edge = 0; edge < edges; edge++) {
      used[from[edge]] = true;
      used[to[edge]] = true;
    }
    int[] number = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      if (used[i]) {
        Coordinate at = warp.toLonLat(LineIndex.second(points[i]), LineIndex.first(points[i]));
        number[i] = sink.addNode(at.x, at.y);
      }
    }
    for (int edge = 0; edge < edges; edge++) {
      Style way = styleOf(edge);
      sink.addEdge(
          number[from[edge]], number[to[edge]], innerPoints(warp, edge), way.road(), way.name());
    }
  }

  /** Follows the bend of the plane on long edges. */
  private double[] innerPoints(Warp warp, int edge) {
    double du = toU(edge) - fromU(edge);
    double dv = toV(edge) - fromV(edge);
    int pieces = (int) (Math.sqrt(du * du + dv * dv) / Warp.STEP_METERS) + 1;
    double[] inner = new double[2 * (pieces - 1)];
    for (int i = 1; i < pieces; i++) {
      double share = (double) i / pieces;
      Coordinate at = warp.toLonLat(fromU(edge) + du * share, fromV(edge) + dv * share);
      inner[2 * i - 2] = at.x;
      inner[2 * i - 1] = at.y;
    }
    return inner;
  }

  private void cutAtJunctions(LineIndex index) {
    for (int i = 0; i < segments.size(); i++) {
      int u1 = segments.u1(i);
      int v1 = segments.v1(i);
      int u2 = segments.u2(i);
      int v2 = segments.v2(i);
      if (u1 != u2 && v1 != v2) {
        add(index.numberOf(u1, v1), index.numberOf(u2, v2), segments.style(i));
        continue;
      }
      boolean vertical = u1 == u2;
      int[] stops =
          index.along(vertical, vertical ? u1 : v1, vertical ? v1 : u1, vertical ? v2 : u2);
      int last = index.numberOf(u1, v1);
      for (int s = 1; s < stops.length; s++) {
        int next = vertical ? index.numberOf(u1, stops[s]) : index.numberOf(stops[s], v1);
        add(last, next, segments.style(i));
        last = next;
      }
    }
  }

  private void add(int a, int b, int way) {
    if (edges == from.length) {
      from = Arrays.copyOf(from, edges * 2);
      to = Arrays.copyOf(to, edges * 2);
      style = Arrays.copyOf(style, edges * 2);
    }
    from[edges] = Math.min(a, b);
    to[edges] = Math.max(a, b);
    style[edges++] = way;
  }

  /** Sorts by first node; of edges between the same two nodes the greater road stays. */
  private void mergeDoubles() {
    int[] start = new int[points.length + 1];
    for (int edge = 0; edge < edges; edge++) {
      start[from[edge] + 1]++;
    }
    for (int i = 0; i < points.length; i++) {
      start[i + 1] += start[i];
    }
    int[] order = new int[edges];
    int[] next = start.clone();
    for (int edge = 0; edge < edges; edge++) {
      order[next[from[edge]]++] = edge;
    }
    boolean[] keep = new boolean[edges];
    for (int node = 0; node < points.length; node++) {
      for (int i = start[node]; i < start[node + 1]; i++) {
        keep[order[i]] = !outranked(order, start[node], start[node + 1], i);
      }
    }
    int[] sorted = Arrays.stream(order).filter(edge -> keep[edge]).toArray();
    from = Arrays.stream(sorted).map(edge -> from[edge]).toArray();
    to = Arrays.stream(sorted).map(edge -> to[edge]).toArray();
    style = Arrays.stream(sorted).map(edge -> style[edge]).toArray();
    edges = sorted.length;
  }

  private boolean outranked(int[] order, int start, int end, int at) {
    for (int i = start; i < end; i++) {
      if (i != at && to[order[i]] == to[order[at]]) {
        int other = segments.styleOf(style[order[i]]).road().ordinal();
        int own = segments.styleOf(style[order[at]]).road().ordinal();
        if (other < own || (other == own && i < at)) {
          return true;
        }
      }
    }
    return false;
  }

  private void thinOut(Dice dice) {
    Forest forest = new Forest(points.length);
    boolean[] drop = new boolean[edges];
    IntList loose = new IntList();
    for (int edge = 0; edge < edges; edge++) {
      if (styleOf(edge).dropShare() > 0) {
        loose.add(edge);
      } else {
        forest.join(from[edge], to[edge]);
      }
    }
    int[] order = loose.toArray();
    dice.shuffle(order);
    for (int edge : order) {
      boolean unlucky = dice.chance(styleOf(edge).dropShare());
      drop[edge] = !forest.join(from[edge], to[edge]) && unlucky;
    }
    remove(drop);
  }

  private void keepConnected() {
    Forest forest = new Forest(points.length);
    for (int edge = 0; edge < edges; edge++) {
      forest.join(from[edge], to[edge]);
    }
    int[] size = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      size[forest.root(i)]++;
    }
    int mainland = -1;
    int island = -1;
    for (int i = 0; i < points.length; i++) {
      if (LineIndex.first(points[i]) < 0) {
        island = island < 0 || size[i] > size[island] ? i : island;
      } else {
        mainland = mainland < 0 || size[i] > size[mainland] ? i : mainland;
      }
    }
    boolean[] drop = new boolean[edges];
    for (int edge = 0; edge < edges; edge++) {
      int root = forest.root(from[edge]);
      drop[edge] = root != forest.root(mainland) && root != forest.root(island);
    }
    remove(drop);
  }

  /** Removes bridges that lead to nothing, until none is left. */
  private void dropLooseBridges() {
    boolean again = true;
    while (again) {
      again = false;
      int[] degree = new int[points.length];
      for (int edge = 0; edge < edges; edge++) {
        degree[from[edge]]++;
        degree[to[edge]]++;
      }
      boolean[] drop = new boolean[edges];
      for (int edge = 0; edge < edges; edge++) {
        drop[edge] = styleOf(edge).bridge() && Math.min(degree[from[edge]], degree[to[edge]]) == 1;
        again |= drop[edge];
      }
      remove(drop);
    }
  }

  private void remove(boolean[] drop) {
    int kept = 0;
    for (int edge = 0; edge < edges; edge++) {
      if (!drop[edge]) {
        from[kept] = from[edge];
        to[kept] = to[edge];
        style[kept++] = style[edge];
      }
    }
    edges = kept;
  }
}
