package org.caremap.core.siting;

import java.util.Arrays;

/**
 * Gives people places at open sites that can be full, as well as can be: first so that town shares
 * and those who must be served are met as far as possible, then with the most weight covered (or,
 * for the p-median, the least weight × cost). People may be split. A flow of least cost by
 * successive shortest paths (Busacker and Gowen, 1960) with potentials (Edmonds and Karp, 1972),
 * all paths of a length at once; exact but for rounding people to a millionth and unit costs to a
 * billionth of the greatest. Not thread-safe.
 */
final class CapacitatedService {
  private static final double UNITS = 1e6;
  private static final double COST_UNITS = 1 << 30;

  private final SitingCore core;
  private final SitingProblem problem;
  private final boolean relaxed;
  private final double costScale;

  // Outcome, by row of the core.
  private final double[] served;
  private final double[] walk;
  private final int[] mostly;

  // The network: arcs by twos, an arc and its reverse.
  private int nodes;
  private int arcs;
  private int[] head = new int[16];
  private int[] nextArc = new int[64];
  private int[] to = new int[64];
  private long[] room = new long[64];
  private long[] price = new long[64];
  private long[] potential = new long[0];
  private long[] distance = new long[0];
  private boolean[] seen = new boolean[0];
  private int[] at = new int[0];

  CapacitatedService(SitingCore core) {
    this(core, false);
  }

  /**
   * @param relaxed whether nobody comes first: shares of towns and those who must be served count
   *     as the rest does
   */
  CapacitatedService(SitingCore core, boolean relaxed) {
    this.core = core;
    this.relaxed = relaxed;
    problem = core.problem();
    served = new double[core.rowCount()];
    walk = new double[core.rowCount()];
    mostly = new int[core.rowCount()];
    double highest = 0;
    for (int i = 0; i < core.rowCount(); i++) {
      highest = Math.max(highest, greatestUnit(i));
    }
    costScale = highest > 0 ? COST_UNITS / highest : 1;
  }

  private double ratio(int row) {
    if (problem.model() == SitingProblem.Model.SET_COVERING) {
      return 1;
    }
    return core.people(row) > 0 ? core.weight(row) / core.people(row) : 0;
  }

  private double greatestUnit(int row) {
    if (!core.hasCosts()) {
      return ratio(row);
    }
    double most = core.leftOut(row) < Double.POSITIVE_INFINITY ? core.leftOut(row) : 0;
    for (int k = core.first(row); k < core.first(row + 1); k++) {
      most = Math.max(most, core.cost(k));
    }
    return most * ratio(row);
  }

  /** Assigns everybody to the open sites; what existed must be flagged too. */
  void assign(boolean[] open) {
    Arrays.fill(served, 0);
    Arrays.fill(walk, 0);
    Arrays.fill(mostly, -1);
    int[] nodeOfSite = new int[open.length];
    nodes = 0;
    arcs = 0;
    int source = node();
    int sink = node();
    int[] nodeOfTown = new int[problem.townCount()];
    int[] nodeOfRow = new int[core.rowCount()];
    int sites = 0;
    for (int j = 0; j < open.length; j++) {
      if (open[j] && problem.capacity(j) > 0) {
        nodeOfSite[j] = node();
        sites++;
        double places = Math.min(problem.capacity(j), 1e12);
        arc(nodeOfSite[j], sink, (long) Math.floor(places * UNITS + 1e-3), 0);
      }
    }
    long bonus = (2L * sites + 8) * (long) COST_UNITS;
    int[] bonusArc = new int[problem.townCount()];
    Arrays.fill(bonusArc, -1);
    for (int t = 0; t < nodeOfTown.length; t++) {
      double least = problem.townShare(t) * problem.townPeople(t) - core.baseTown(t);
      if (!relaxed && problem.townShare(t) > 0 && least > 0) {
        nodeOfTown[t] = node();
        bonusArc[t] = arcs;
        arc(source, nodeOfTown[t], (long) Math.ceil(least * UNITS - 1e-3), -bonus);
        arc(source, nodeOfTown[t], Long.MAX_VALUE / 4, 0);
      }
    }
    for (int i = 0; i < core.rowCount(); i++) {
      enter(i, open, source, nodeOfTown, bonusArc, nodeOfSite, nodeOfRow, bonus);
    }
    flow(source, sink);
    int[] siteOfNode = new int[nodes];
    for (int j = 0; j < open.length; j++) {
      if (nodeOfSite[j] > 0) {
        siteOfNode[nodeOfSite[j]] = j;
      }
    }
    for (int i = 0; i < core.rowCount(); i++) {
      if (nodeOfRow[i] > 0) {
        read(i, nodeOfRow[i], siteOfNode);
      }
    }
  }

  private void enter(
      int i,
      boolean[] open,
      int source,
      int[] nodeOfTown,
      int[] bonusArc,
      int[] nodeOfSite,
      int[] nodeOfRow,
      long bonus) {
    int any = -1;
    boolean endless = false;
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      int j = core.site(k);
      if (open[j]) {
        any = any < 0 || core.cost(k) < core.cost(any) ? k : any;
        endless |= problem.capacity(j) == Double.POSITIVE_INFINITY;
      }
    }
    if (any < 0) {
      return;
    }
    // Nobody there, or a place for everybody and no walk to save: no flow is needed.
    if (core.people(i) == 0 || endless && !core.hasCosts()) {
      served[i] = 1;
      walk[i] = core.cost(any);
      mostly[i] = core.site(any);
      if (endless && core.people(i) > 0) {
        mostly[i] = endlessSite(i, open);
        lower(bonusArc, i);
      }
      return;
    }
    long units = Math.round(core.people(i) * UNITS);
    if (units == 0) {
      units = 1;
    }
    nodeOfRow[i] = node();
    boolean must = !relaxed && core.hasCosts() && core.leftOut(i) == Double.POSITIVE_INFINITY;
    int town = core.town(i);
    int from = town >= 0 && nodeOfTown[town] > 0 ? nodeOfTown[town] : source;
    arc(from, nodeOfRow[i], units, must ? -bonus : 0);
    double r = ratio(i) * costScale;
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      if (open[core.site(k)]) {
        double saved =
            core.hasCosts() ? (must ? 0 : MedianSelection.outside(core, i)) - core.cost(k) : 1;
        arc(nodeOfRow[i], nodeOfSite[core.site(k)], units, -Math.round(saved * r));
      }
    }
  }

  private int endlessSite(int i, boolean[] open) {
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      int j = core.site(k);
      if (open[j] && problem.capacity(j) == Double.POSITIVE_INFINITY) {
        return j;
      }
    }
    return -1;
  }

  /** Those who are served for certain leave less to be met of their town's share. */
  private void lower(int[] bonusArc, int i) {
    int town = core.town(i);
    if (town >= 0 && bonusArc[town] >= 0) {
      int a = bonusArc[town];
      room[a] = Math.max(0, room[a] - Math.round(core.people(i) * UNITS));
    }
  }

  private void read(int i, int node, int[] siteOfNode) {
    long total = 0;
    for (int a = head[node]; a >= 0; a = nextArc[a]) {
      if ((a & 1) == 1) {
        total += room[a] + room[a ^ 1];
      }
    }
    long most = 0;
    for (int a = head[node]; a >= 0; a = nextArc[a]) {
      long sent = room[a ^ 1];
      if ((a & 1) == 0 && sent > 0) {
        int j = siteOfNode[to[a]];
        double share = (double) sent / total;
        served[i] += share;
        walk[i] += share * costTo(i, j);
        if (sent > most || sent == most && j < mostly[i]) {
          most = sent;
          mostly[i] = j;
        }
      }
    }
    served[i] = Math.min(1, served[i]);
    if (served[i] > 1 - 1e-12) {
      served[i] = 1;
    }
  }

  private double costTo(int i, int j) {
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      if (core.site(k) == j) {
        return core.cost(k);
      }
    }
    return 0;
  }

  private int node() {
    if (nodes == head.length) {
      head = Arrays.copyOf(head, 2 * nodes);
    }
    head[nodes] = -1;
    return nodes++;
  }

  private void arc(int from, int target, long most, long unitPrice) {
    if (arcs + 2 > to.length) {
      nextArc = Arrays.copyOf(nextArc, 2 * to.length);
      room = Arrays.copyOf(room, 2 * to.length);
      price = Arrays.copyOf(price, 2 * to.length);
      to = Arrays.copyOf(to, 2 * to.length);
    }
    half(from, target, most, unitPrice);
    half(target, from, 0, -unitPrice);
  }

  private void half(int from, int target, long most, long unitPrice) {
    to[arcs] = target;
    room[arcs] = most;
    price[arcs] = unitPrice;
    nextArc[arcs] = head[from];
    head[from] = arcs++;
  }

  private void flow(int source, int sink) {
    if (potential.length < nodes) {
      potential = new long[nodes];
      distance = new long[nodes];
      seen = new boolean[nodes];
      at = new int[nodes];
    }
    Arrays.fill(potential, 0, nodes, 0);
    bellmanFord(source);
    while (potential[sink] < 0) {
      System.arraycopy(head, 0, at, 0, nodes);
      long sent;
      do {
        Arrays.fill(seen, 0, nodes, false);
        sent = push(source, sink, Long.MAX_VALUE / 4);
      } while (sent > 0);
      if (!dijkstra(source, sink)) {
        return;
      }
    }
  }

  /** First potentials: all arcs with room lead source, towns, rows, sites, sink; few rounds do. */
  private void bellmanFord(int source) {
    long far = Long.MAX_VALUE / 4;
    Arrays.fill(potential, 0, nodes, far);
    potential[source] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int v = 0; v < nodes; v++) {
        if (potential[v] == far) {
          continue;
        }
        for (int a = head[v]; a >= 0; a = nextArc[a]) {
          if (room[a] > 0 && potential[v] + price[a] < potential[to[a]]) {
            potential[to[a]] = potential[v] + price[a];
            changed = true;
          }
        }
      }
    }
  }

  private long push(int v, int sink, long most) {
    if (v == sink) {
      return most;
    }
    seen[v] = true;
    for (; at[v] >= 0; at[v] = nextArc[at[v]]) {
      int a = at[v];
      int w = to[a];
      if (room[a] > 0 && !seen[w] && potential[v] + price[a] == potential[w]) {
        long sent = push(w, sink, Math.min(most, room[a]));
        if (sent > 0) {
          room[a] -= sent;
          room[a ^ 1] += sent;
          seen[v] = false;
          return sent;
        }
      }
    }
    return 0;
  }

  /** Raises the potentials by the distances of the remaining network; false if the sink is cut. */
  private boolean dijkstra(int source, int sink) {
    Arrays.fill(distance, 0, nodes, Long.MAX_VALUE);
    distance[source] = 0;
    java.util.PriorityQueue<long[]> queue =
        new java.util.PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    queue.add(new long[] {0, source});
    while (!queue.isEmpty()) {
      long[] top = queue.remove();
      int v = (int) top[1];
      if (top[0] > distance[v]) {
        continue;
      }
      if (v == sink) {
        break;
      }
      for (int a = head[v]; a >= 0; a = nextArc[a]) {
        if (room[a] > 0) {
          long d = top[0] + price[a] + potential[v] - potential[to[a]];
          if (d < distance[to[a]]) {
            distance[to[a]] = d;
            queue.add(new long[] {d, to[a]});
          }
        }
      }
    }
    long end = distance[sink];
    if (end == Long.MAX_VALUE) {
      return false;
    }
    for (int v = 0; v < nodes; v++) {
      potential[v] += Math.min(end, distance[v]);
    }
    return true;
  }

  /** Share of a row's people who have a place. */
  double served(int row) {
    return served[row];
  }

  /** Walk of those served, reckoned over the whole row, a unit of weight. */
  double unitCost(int row) {
    return walk[row];
  }

  /** Site that serves most of a row, -1 for none. */
  int mostly(int row) {
    return mostly[row];
  }
}
