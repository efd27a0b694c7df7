package org.caremap.osm;

import java.util.Arrays;
import org.caremap.core.graph.GrowingInts;

/**
 * The straight pieces of the shortest ways across one polygon: a visibility graph (Lozano-Pérez and
 * Wesley, 1979, "An algorithm for planning collision-free paths among polyhedral obstacles") over
 * the places where people enter and the corners that ways bend at, of which only the lines on a
 * shortest way between two places stay, as in OpenTripPlanner's {@code WalkableAreaBuilder}.
 */
final class AreaWalks {
  /** Most places between which ways are found: 64 make 2,016 lines at most. */
  static final int MOST_PLACES = 64;

  /** Corners of the rim are places too, up to this many places in all. */
  static final int PLACES_WITH_CORNERS = 16;

  /** Most places and bends together. */
  static final int MOST_SPOTS = 400;

  /** Most pairs of spots times borders that are looked at, some tenths of a second. */
  private static final long MOST_LOOKS = 40_000_000;

  /** A rim corner is a place if it is this far from all others. */
  private static final double CORNER_METERS = 10;

  private static final double METERS_PER_UNIT = 0.01111951;

  // A line must be shorter than the way round by this much to be worth an edge.
  private static final double GAIN_METERS = 0.001;

  /** Tells whether people walk along a border between two neighbouring nodes. */
  @FunctionalInterface
  interface RimWalk {
    boolean isWalked(int node, int neighbour);
  }

  private final int[][] ringNodes;
  private final RimWalk rimWalk;
  private final SightLines sight;
  private final int[] nodeAt;
  private final double[] px;
  private final double[] py;
  private final GrowingInts pairs = new GrowingInts(16);
  private int leftOut;
  private boolean tooLarge;

  /**
   * @param ringNodes nodes of each ring without repeating the first, the outer one first and
   *     anticlockwise, holes clockwise
   * @param nodes where they are
   * @param rimWalk where the border is a street itself
   */
  AreaWalks(int[][] ringNodes, NodeTable nodes, RimWalk rimWalk) {
    this.ringNodes = ringNodes;
    this.rimWalk = rimWalk;
    int[][] rings = new int[ringNodes.length][];
    int size = 0;
    for (int r = 0; r < rings.length; r++) {
      rings[r] = new int[2 * ringNodes[r].length];
      for (int i = 0; i < ringNodes[r].length; i++) {
        rings[r][2 * i] = nodes.lonUnits(ringNodes[r][i]);
        rings[r][2 * i + 1] = nodes.latUnits(ringNodes[r][i]);
      }
      size += ringNodes[r].length;
    }
    sight = new SightLines(rings);
    nodeAt = new int[size];
    px = new double[size];
    py = new double[size];
    double cos = Math.cos(Math.toRadians(nodes.lat(ringNodes[0][0])));
    int corner = 0;
    for (int r = 0; r < rings.length; r++) {
      for (int i = 0; i < ringNodes[r].length; i++) {
        nodeAt[corner] = ringNodes[r][i];
        px[corner] = rings[r][2 * i] * METERS_PER_UNIT * cos;
        py[corner++] = rings[r][2 * i + 1] * METERS_PER_UNIT;
      }
    }
  }

  /** Pairs of nodes to be joined by straight lines. */
  GrowingInts pairs() {
    return pairs;
  }

  /** Entrances that got no ways of their own across, as there were too many. */
  int leftOut() {
    return leftOut;
  }

  /** Whether the polygon has too many corners to be looked at. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /**
   * Finds the lines.
   *
   * @param isEntrance of each corner, ring by ring: whether people come in there
   */
  void find(boolean[] isEntrance) {
    int[] places = places(isEntrance);
    if (places.length < 2) {
      return;
    }
    int[] spots = withBends(places);
    long looks = (long) spots.length * spots.length / 2 * nodeAt.length;
    if (spots.length > MOST_SPOTS || looks > MOST_LOOKS) {
      tooLarge = true;
      return;
    }
    double[][] meters = distances(spots);
    boolean[][] rim = new boolean[spots.length][spots.length];
    linkRims(spots, meters, rim);
    boolean[][] used = new boolean[spots.length][spots.length];
    for (int place = 0; place < places.length; place++) {
      markShortest(place, places.length, meters, rim, used);
    }
    for (int a = 0; a < spots.length; a++) {
      for (int b = a + 1; b < spots.length; b++) {
        if (used[a][b] || used[b][a]) {
          pairs.add(nodeAt[spots[a]]);
          pairs.add(nodeAt[spots[b]]);
        }
      }
    }
  }

  /** Entrances, thinned out if there are too many, and then corners of the rim. */
  private int[] places(boolean[] isEntrance) {
    GrowingInts entrances = new GrowingInts(16);
    GrowingInts corners = new GrowingInts(16);
    for (int corner = 0; corner < nodeAt.length; corner++) {
      if (isEntrance[corner]) {
        if (isNew(entrances, corner)) {
          entrances.add(corner);
        }
      } else {
        corners.add(corner);
      }
    }
    if (entrances.size() == 0) {
      return new int[0];
    }
    int[] all = entrances.toArray();
    if (all.length > MOST_PLACES) {
      leftOut = all.length - MOST_PLACES;
      GrowingInts chosen = new GrowingInts(MOST_PLACES);
      chosen.add(all[0]);
      addFarthest(chosen, all, MOST_PLACES, 0);
      return chosen.toArray();
    }
    addFarthest(entrances, corners.toArray(), PLACES_WITH_CORNERS, CORNER_METERS);
    return entrances.toArray();
  }

  private boolean isNew(GrowingInts corners, int corner) {
    for (int i = 0; i < corners.size(); i++) {
      if (nodeAt[corners.get(i)] == nodeAt[corner]) {
        return false;
      }
    }
    return true;
  }

  /** Adds the candidate farthest from all chosen ones, again and again (Gonzalez, 1985). */
  private void addFarthest(GrowingInts chosen, int[] candidates, int most, double least) {
    double[] away = new double[candidates.length];
    Arrays.fill(away, Double.POSITIVE_INFINITY);
    int known = 0;
    while (chosen.size() < most) {
      int best = -1;
      for (int c = 0; c < candidates.length; c++) {
        for (int k = known; k < chosen.size(); k++) {
          away[c] = Math.min(away[c], straight(candidates[c], chosen.get(k)));
        }
        if (away[c] > least && (best < 0 || away[c] > away[best])) {
          best = c;
        }
      }
      if (best < 0) {
        return;
      }
      known = chosen.size();
      chosen.add(candidates[best]);
    }
  }

  /** Places first, then the corners that ways bend at. */
  private int[] withBends(int[] places) {
    GrowingInts spots = new GrowingInts(places.length * 2);
    for (int place : places) {
      spots.add(place);
    }
    for (int corner = 0; corner < nodeAt.length && spots.size() <= MOST_SPOTS; corner++) {
      if (sight.isReflex(corner) && isNew(spots, corner)) {
        spots.add(corner);
      }
    }
    return spots.toArray();
  }

  private double[][] distances(int[] spots) {
    double[][] meters = new double[spots.length][spots.length];
    for (int a = 0; a < spots.length; a++) {
      for (int b = a + 1; b < spots.length; b++) {
        meters[a][b] =
            sight.sees(spots[a], spots[b])
                ? straight(spots[a], spots[b])
                : Double.POSITIVE_INFINITY;
        meters[b][a] = meters[a][b];
      }
    }
    return meters;
  }

  /**
   * Neighbours along a rim are joined already; along a border that is none, a line just inside it
   * joins them.
   */
  private void linkRims(int[] spots, double[][] meters, boolean[][] rim) {
    int first = 0;
    for (int[] ring : ringNodes) {
      int start = -1;
      int from = -1;
      double along = 0;
      boolean walked = true;
      // Once round to find the first spot, and once more from there.
      for (int step = 0; step < 2 * ring.length; step++) {
        int corner = first + step % ring.length;
        int spot = spotOf(spots, corner);
        if (spot >= 0) {
          if (from >= 0 && from != spot && (walked || along <= lineAlong(spots, from, spot))) {
            link(from, spot, along, walked, meters, rim);
          }
          from = spot;
          along = 0;
          walked = true;
          if (start < 0) {
            start = step;
          } else if (step >= start + ring.length) {
            break;
          }
        }
        int following = first + (step + 1) % ring.length;
        along += straight(corner, following);
        walked &= rimWalk.isWalked(nodeAt[corner], nodeAt[following]);
      }
      first += ring.length;
    }
  }

  private double lineAlong(int[] spots, int from, int to) {
    return straight(spots[from], spots[to]) + GAIN_METERS;
  }

  private static void link(
      int a, int b, double along, boolean walked, double[][] meters, boolean[][] rim) {
    if (along <= meters[a][b] + GAIN_METERS) {
      meters[a][b] = along;
      meters[b][a] = along;
      rim[a][b] |= walked;
      rim[b][a] |= walked;
    }
  }

  private int spotOf(int[] spots, int corner) {
    for (int s = 0; s < spots.length; s++) {
      if (nodeAt[spots[s]] == nodeAt[corner]) {
        return s;
      }
    }
    return -1;
  }

  /** Dijkstra from one place; marks the lines on the shortest ways to all others. */
  private static void markShortest(
      int place, int places, double[][] meters, boolean[][] rim, boolean[][] used) {
    int size = meters.length;
    double[] best = new double[size];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    int[] from = new int[size];
    Arrays.fill(from, -1);
    boolean[] done = new boolean[size];
    best[place] = 0;
    for (int round = 0; round < size; round++) {
      int here = -1;
      for (int s = 0; s < size; s++) {
        if (!done[s] && best[s] < Double.POSITIVE_INFINITY && (here < 0 || best[s] < best[here])) {
          here = s;
        }
      }
      if (here < 0) {
        break;
      }
      done[here] = true;
      for (int s = 0; s < size; s++) {
        double total = best[here] + meters[here][s];
        if (!done[s] && total < best[s]) {
          best[s] = total;
          from[s] = here;
        }
      }
    }
    for (int other = place + 1; other < places; other++) {
      for (int s = other; from[s] >= 0; s = from[s]) {
        used[from[s]][s] |= !rim[from[s]][s];
      }
    }
  }

  private double straight(int a, int b) {
    double dx = px[a] - px[b];
    double dy = py[a] - py[b];
    return Math.sqrt(dx * dx + dy * dy);
  }
}
