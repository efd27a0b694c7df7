package org.caremap.core.siting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives people places at open sites that can be full, as well as can be: first so that town shares
 * and those who must be served are met as far as possible, then with the most weight covered (or,
 * for the p-median, the least weight × cost). People may be split.
 *
 * <p>A transportation problem, row by row: each row takes the shortest way to a free place
 * (Busacker and Gowen, 1960; prices as Edmonds and Karp, 1972), where a way may send people of
 * other rows on to their next best site. As sites are few and rows many, ways lead over sites only;
 * between two of them counts the row that loses least by moving (Tokuyama and Nakano, 1995). Being
 * left out is a place, too: one without end, which is dear for those who must be served, and for
 * the people of a town with a share a cheap one of so many places as the share leaves. Exact but
 * for rounding people to a millionth and unit costs to a billionth of the greatest. Not
 * thread-safe.
 */
final class CapacitatedService {
  private static final double UNITS = 1e6;
  private static final double COST_UNITS = 1 << 30;
  private static final long FAR = Long.MAX_VALUE / 4;

  private final SitingCore core;
  private final SitingProblem problem;
  private final boolean relaxed;
  private final double costScale;
  private final double[] outside;

  // Outcome, by row of the core.
  private final double[] served;
  private final double[] walk;
  private final int[] mostly;
  // Of every row, what one more of its people would cost; with the prices of full sites.
  private final long[] rowPrice;

  // Nodes: open sites, then ways to be left out.
  private int nodes;
  private long[] room = new long[16];
  private long[] price = new long[16];
  private int[] siteOf = new int[16];
  private int[] firstOfNode = new int[17];
  private Moves @Nullable [][] moves = new Moves[16][];

  // Options: a row and a node that would take it; of a row one after another.
  private final int[] firstOfRow;
  private final int[] next;
  private int[] node = new int[64];
  private int[] row = new int[64];
  private int[] pair = new int[64];
  private long[] cost = new long[64];
  private long[] flow = new long[64];
  private int[] byNode = new int[64];

  // Shortest ways.
  private long[] distance = new long[16];
  private boolean[] done = new boolean[16];
  private int[] by = new int[16];
  private int[] from = new int[16];

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
    int rows = core.rowCount();
    served = new double[rows];
    walk = new double[rows];
    mostly = new int[rows];
    rowPrice = new long[rows];
    firstOfRow = new int[rows + 1];
    next = new int[rows];
    outside = new double[rows];
    double highest = 0;
    for (int i = 0; i < rows; i++) {
      outside[i] = core.hasCosts() ? MedianSelection.outside(core, i) : 0;
      highest = Math.max(highest, greatestUnit(i));
    }
    costScale = highest > 0 ? COST_UNITS / highest : 1;
  }

  private double ratio(int i) {
    if (problem.model() == SitingProblem.Model.SET_COVERING) {
      return 1;
    }
    return core.people(i) > 0 ? core.weight(i) / core.people(i) : 0;
  }

  private double greatestUnit(int i) {
    if (!core.hasCosts()) {
      return ratio(i);
    }
    double most = core.leftOut(i) < Double.POSITIVE_INFINITY ? core.leftOut(i) : 0;
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      most = Math.max(most, core.cost(k));
    }
    return most * ratio(i);
  }

  private boolean must(int i) {
    return !relaxed && core.hasCosts() && core.leftOut(i) == Double.POSITIVE_INFINITY;
  }

  /** What one of a row's people costs at a site, as against being left out at no penalty. */
  private long unitCost(int i, double unit) {
    double saved = core.hasCosts() ? (must(i) ? 0 : outside[i]) - unit : 1;
    return -Math.round(saved * ratio(i) * costScale);
  }

  private long units(int i) {
    return core.people(i) == 0 ? 0 : Math.max(1, Math.round(core.people(i) * UNITS));
  }

  /** Assigns everybody to the open sites; what existed must be flagged too. */
  void assign(boolean[] open) {
    Arrays.fill(served, 0);
    Arrays.fill(walk, 0);
    Arrays.fill(mostly, -1);
    options(open);
    for (int i = 0; i < core.rowCount(); i++) {
      long rest = units(i);
      while (rest > 0) {
        rest -= take(i, rest);
      }
    }
    for (int i = 0; i < core.rowCount(); i++) {
      read(i);
    }
  }

  /** Lays out who could go where. */
  private void options(boolean[] open) {
    nodes = 0;
    int rows = core.rowCount();
    Arrays.fill(next, 0);
    for (int j = 0; j < open.length; j++) {
      if (open[j] && problem.capacity(j) > 0) {
        double places = Math.min(problem.capacity(j), 1e12);
        node(j, (long) Math.floor(places * UNITS + 1e-3));
        for (int k = core.firstOfSite(j); k < core.firstOfSite(j + 1); k++) {
          next[core.rowOfSite(k)]++;
        }
      }
    }
    int sites = nodes;
    int endless = node(-1, FAR);
    int[] within = new int[problem.townCount()];
    int[] beyond = new int[problem.townCount()];
    long[] inTown = new long[problem.townCount()];
    for (int i = 0; i < rows; i++) {
      if (core.town(i) >= 0) {
        inTown[core.town(i)] += units(i);
      }
    }
    for (int t = 0; t < within.length; t++) {
      double least = problem.townShare(t) * problem.townPeople(t) - core.baseTown(t);
      if (!relaxed && problem.townShare(t) > 0 && least > 0) {
        within[t] = node(-1, Math.max(0, inTown[t] - (long) Math.ceil(least * UNITS - 1e-3)));
        beyond[t] = node(-1, FAR);
      }
    }
    for (int i = 0; i < rows; i++) {
      int ways = core.town(i) >= 0 && within[core.town(i)] > 0 ? 2 : 1;
      firstOfRow[i + 1] = firstOfRow[i] + next[i] + ways;
      next[i] = firstOfRow[i];
    }
    grow(firstOfRow[rows]);
    int at = 0;
    for (int v = 0; v < sites; v++) {
      firstOfNode[v] = at;
      int j = siteOf[v];
      for (int k = core.firstOfSite(j); k < core.firstOfSite(j + 1); k++) {
        int i = core.rowOfSite(k);
        byNode[at++] = option(i, v, k, unitCost(i, core.costOfSite(k)));
      }
    }
    // Dearer than any exchange of sites for all.
    long bonus = (2L * nodes + 8) * (long) COST_UNITS;
    int[] fill = new int[nodes + 1];
    for (int i = 0; i < rows; i++) {
      fill[wayOut(i, within, endless) + 1]++;
      if (wayOut(i, within, endless) != endless) {
        fill[wayOut(i, beyond, endless) + 1]++;
      }
    }
    fill[sites] = at;
    for (int v = sites; v < nodes; v++) {
      fill[v + 1] += fill[v];
    }
    System.arraycopy(fill, sites, firstOfNode, sites, nodes + 1 - sites);
    for (int i = 0; i < rows; i++) {
      long own = must(i) ? bonus : 0;
      int way = wayOut(i, within, endless);
      byNode[fill[way]++] = option(i, way, -1, own);
      if (way != endless) {
        int dear = wayOut(i, beyond, endless);
        byNode[fill[dear]++] = option(i, dear, -1, own + bonus);
      }
    }
  }

  private int wayOut(int i, int[] ofTown, int endless) {
    int t = core.town(i);
    return t >= 0 && ofTown[t] > 0 ? ofTown[t] : endless;
  }

  private int node(int site, long places) {
    if (nodes == room.length) {
      int size = 2 * nodes;
      room = Arrays.copyOf(room, size);
      price = Arrays.copyOf(price, size);
      siteOf = Arrays.copyOf(siteOf, size);
      firstOfNode = Arrays.copyOf(firstOfNode, size + 1);
      moves = Arrays.copyOf(moves, size);
      distance = new long[size];
      done = new boolean[size];
      by = new int[size];
      from = new int[size];
    }
    room[nodes] = places;
    price[nodes] = 0;
    siteOf[nodes] = site;
    moves[nodes] = null;
    return nodes++;
  }

  private void grow(int options) {
    if (options > node.length) {
      int size = Math.max(options, 2 * node.length);
      node = new int[size];
      row = new int[size];
      pair = new int[size];
      cost = new long[size];
      flow = new long[size];
      byNode = new int[size];
    }
  }

  private int option(int i, int v, int k, long unit) {
    int o = next[i]++;
    node[o] = v;
    row[o] = i;
    pair[o] = k;
    cost[o] = unit;
    flow[o] = 0;
    return o;
  }

  /** Finds places for some of a row's people; how many. */
  private long take(int i, long rest) {
    int best = firstOfRow[i];
    for (int o = best + 1; o < firstOfRow[i + 1]; o++) {
      if (cost[o] + price[node[o]] < cost[best] + price[node[best]]) {
        best = o;
      }
    }
    if (room[node[best]] > 0) {
      long sent = Math.min(rest, room[node[best]]);
      room[node[best]] -= sent;
      add(best, sent);
      return sent;
    }
    int end = shortest(i);
    long sent = Math.min(rest, room[end]);
    for (int v = end; from[v] >= 0; v = node[from[v]]) {
      sent = Math.min(sent, flow[from[v]]);
    }
    room[end] -= sent;
    int v = end;
    while (true) {
      int to = by[v];
      int off = from[v];
      add(to, sent);
      if (off < 0) {
        break;
      }
      flow[off] -= sent;
      v = node[off];
    }
    for (int w = 0; w < nodes; w++) {
      if (done[w]) {
        price[w] += distance[end] - distance[w];
      }
    }
    return sent;
  }

  private void add(int o, long sent) {
    boolean fresh = flow[o] == 0;
    flow[o] += sent;
    if (fresh && moves[node[o]] != null) {
      enter(moves[node[o]], o);
    }
  }

  /** The shortest way of a row to a node that has room. */
  private int shortest(int i) {
    Arrays.fill(distance, 0, nodes, Long.MAX_VALUE);
    Arrays.fill(done, 0, nodes, false);
    for (int o = firstOfRow[i]; o < firstOfRow[i + 1]; o++) {
      int v = node[o];
      distance[v] = cost[o] + price[v];
      by[v] = o;
      from[v] = -1;
    }
    while (true) {
      int v = -1;
      for (int w = 0; w < nodes; w++) {
        if (!done[w] && distance[w] < Long.MAX_VALUE && (v < 0 || distance[w] < distance[v])) {
          v = w;
        }
      }
      if (room[v] > 0) {
        return v;
      }
      done[v] = true;
      Moves[] out = moves[v];
      if (out == null) {
        out = new Moves[nodes];
        moves[v] = out;
        int end = v + 1 < nodes ? firstOfNode[v + 1] : firstOfRow[core.rowCount()];
        for (int k = firstOfNode[v]; k < end; k++) {
          if (flow[byNode[k]] > 0) {
            enter(out, byNode[k]);
          }
        }
      }
      for (int w = 0; w < nodes; w++) {
        Moves move = done[w] ? null : out[w];
        if (move == null) {
          continue;
        }
        while (move.size > 0 && flow[move.off[0]] == 0) {
          move.remove();
        }
        if (move.size > 0) {
          long d = distance[v] + move.key[0] + price[w] - price[v];
          if (d < distance[w]) {
            distance[w] = d;
            from[w] = move.off[0];
            by[w] = move.to[0];
          }
        }
      }
    }
  }

  /** Writes down where those who go to a full node by an option could go instead. */
  private void enter(Moves[] out, int o) {
    int i = row[o];
    for (int to = firstOfRow[i]; to < firstOfRow[i + 1]; to++) {
      if (to != o) {
        Moves move = out[node[to]];
        if (move == null) {
          move = new Moves();
          out[node[to]] = move;
        }
        move.add(cost[to] - cost[o], o, to);
      }
    }
  }

  /** Those who could move from one node to another, least loss first; some have left already. */
  private static final class Moves {
    private int size;
    private long[] key = new long[4];
    private int[] off = new int[4];
    private int[] to = new int[4];

    void add(long loss, int o, int other) {
      if (size == key.length) {
        key = Arrays.copyOf(key, 2 * size);
        off = Arrays.copyOf(off, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
      }
      int k = size++;
      while (k > 0 && key[k - 1 >> 1] > loss) {
        put(k, k - 1 >> 1);
        k = k - 1 >> 1;
      }
      key[k] = loss;
      off[k] = o;
      to[k] = other;
    }

    void remove() {
      size--;
      long last = key[size];
      int k = 0;
      while (2 * k + 1 < size) {
        int child = 2 * k + 1;
        if (child + 1 < size && key[child + 1] < key[child]) {
          child++;
        }
        if (key[child] >= last) {
          break;
        }
        put(k, child);
        k = child;
      }
      put(k, size);
    }

    private void put(int k, int of) {
      key[k] = key[of];
      off[k] = off[of];
      to[k] = to[of];
    }
  }

  private void read(int i) {
    long total = units(i);
    long most = 0;
    long least = Long.MAX_VALUE;
    int nearest = -1;
    for (int o = firstOfRow[i]; o < firstOfRow[i + 1]; o++) {
      least = Math.min(least, cost[o] + price[node[o]]);
      if (pair[o] < 0) {
        continue;
      }
      double unit = core.costOfSite(pair[o]);
      int j = siteOf[node[o]];
      if (total == 0) {
        // Nobody is there, so there is always a place.
        if (nearest < 0 || unit < core.costOfSite(pair[nearest])) {
          nearest = o;
        }
      } else if (flow[o] > 0) {
        double share = (double) flow[o] / total;
        served[i] += share;
        walk[i] += share * unit;
        if (flow[o] > most) {
          most = flow[o];
          mostly[i] = j;
        }
      }
    }
    rowPrice[i] = least;
    if (nearest >= 0) {
      served[i] = 1;
      walk[i] = core.costOfSite(pair[nearest]);
      mostly[i] = siteOf[node[nearest]];
    }
    if (served[i] > 1 - 1e-12) {
      served[i] = 1;
    }
  }

  private double[] saving = new double[16];
  private long[] order = new long[16];

  /**
   * What one more site would do for those who were assigned last, at most (by the prices of the
   * places): with its places given to those who gain most. People who are lacking to shares, or who
   * must be served, count far more than all the rest.
   */
  double atMost(int j) {
    int begin = core.firstOfSite(j);
    int n = core.firstOfSite(j + 1) - begin;
    if (saving.length < n) {
      saving = new double[2 * n];
      order = new long[2 * n];
    }
    double sum = 0;
    double places = Math.min(problem.capacity(j), 1e12) * UNITS;
    double all = 0;
    int gaining = 0;
    for (int k = 0; k < n; k++) {
      int i = core.rowOfSite(begin + k);
      double saves = rowPrice[i] - unitCost(i, core.costOfSite(begin + k));
      if (saves > 0) {
        saving[k] = saves;
        order[gaining++] = Double.doubleToLongBits(saves) & ~0xFFFFFFL | k & 0xFFFFFFL;
        sum += units(i) * saves;
        all += units(i);
      }
    }
    if (all > places) {
      sum = 0;
      Arrays.sort(order, 0, gaining);
      for (int g = gaining - 1; g >= 0 && places > 0; g--) {
        int k = (int) (order[g] & 0xFFFFFFL);
        double taken = Math.min(places, units(core.rowOfSite(begin + k)));
        sum += taken * saving[k];
        places -= taken;
      }
    }
    return sum / (UNITS * costScale);
  }

  /** Cost a unit of weight of being left out, as {@link MedianSelection#outside}. */
  double outside(int i) {
    return outside[i];
  }

  /** Share of a row's people who have a place. */
  double served(int i) {
    return served[i];
  }

  /** Walk of those served, reckoned over the whole row, a unit of weight. */
  double unitCost(int i) {
    return walk[i];
  }

  /** Site that serves most of a row, -1 for none. */
  int mostly(int i) {
    return mostly[i];
  }
}
