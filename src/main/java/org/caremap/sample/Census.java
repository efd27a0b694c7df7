package org.caremap.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives every parcel to a town and a community. Both grow outwards from their middle over
 * neighbouring parcels, nearest first (Dijkstra's algorithm, 1959), so that they hang together.
 */
final class Census {
  private static final double RURAL_SQUARE_METERS = 3_600_000;

  private final Settlement settlement;
  private final Plan plan;
  private final Parcels parcels;
  private final int[][] neighbours;
  private final int[] townOf;
  private final int[] communityOf;
  private final List<Community> communities = new ArrayList<>();

  Census(Settlement settlement, Plan plan, Names names, Dice dice) {
    this.settlement = settlement;
    this.plan = plan;
    this.parcels = plan.parcels();
    this.neighbours = neighbours();
    this.townOf = towns();
    this.communityOf = new int[parcels.size()];
    Arrays.fill(communityOf, Parcels.NONE);
    for (int town = 0; town < Town.ALL.size(); town++) {
      settle(town, names, dice.fork(town));
    }
  }

  List<Community> communities() {
    return communities;
  }

  /** Index into {@link #communities} of a parcel's community. */
  int communityOf(int parcel) {
    return communityOf[parcel];
  }

  /** The communities that share a border with each. */
  List<Set<Integer>> adjoining() {
    List<Set<Integer>> adjoining = new ArrayList<>();
    communities.forEach(community -> adjoining.add(new TreeSet<>()));
    for (int parcel = 0; parcel < neighbours.length; parcel++) {
      int own = communityOf[parcel];
      for (int next : neighbours[parcel]) {
        int other = communityOf[next];
        if (own != Parcels.NONE && other != Parcels.NONE && own != other) {
          adjoining.get(own).add(other);
          adjoining.get(other).add(own);
        }
      }
    }
    return adjoining;
  }

  private int[][] neighbours() {
    int[][] all = new int[parcels.size()][];
    for (int parcel = 0; parcel < all.length; parcel++) {
      int[] box = parcels.outer(parcel);
      IntList found = new IntList();
      for (int u = box[0] + 20; u < box[2]; u += 80) {
        touch(found, u, box[1] - 1);
        touch(found, u, box[3] + 1);
      }
      for (int v = box[1] + 20; v < box[3]; v += 80) {
        touch(found, box[0] - 1, v);
        touch(found, box[2] + 1, v);
      }
      all[parcel] = Arrays.stream(found.toArray()).sorted().distinct().toArray();
    }
    return all;
  }

  private void touch(IntList found, int u, int v) {
    int parcel = plan.parcelAt(u, v);
    if (parcel != Parcels.NONE) {
      found.add(parcel);
    }
  }

  private int[] towns() {
    int[] owner = new int[parcels.size()];
    Arrays.fill(owner, Parcels.NONE);
    int[] seats = new int[Town.ALL.size()];
    double[] reach = new double[seats.length];
    int[] all = new int[parcels.size()];
    Arrays.setAll(all, i -> i);
    for (int t = 0; t < seats.length; t++) {
      Town town = Town.ALL.get(t);
      double u = town.u() * settlement.stretch();
      double v = town.v() * settlement.stretch();
      seats[t] = nearest(all, u, v, null);
      reach[t] =
          StrictMath.sqrt(
              town.urban() * Settlement.URBAN_SQUARE_METERS + town.rural() * RURAL_SQUARE_METERS);
    }
    int[] group = new int[parcels.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = parcels.middleV(i) < 0 ? 1 : 0;
    }
    grow(owner, seats, 0, reach, group);
    return owner;
  }

  private void settle(int t, Names names, Dice dice) {
    Town town = Town.ALL.get(t);
    double stretch = settlement.stretch();
    int[] own = new int[parcels.size()];
    int count = 0;
    for (int parcel = 0; parcel < townOf.length; parcel++) {
      if (townOf[parcel] == t) {
        own[count++] = parcel;
      }
    }
    int[] sorted =
        Arrays.stream(own, 0, count)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    p -> settlement.radii(t, parcels.middleU(p), parcels.middleV(p))))
            .mapToInt(p -> p)
            .toArray();
    int urbanWanted = Math.max(1, (int) Math.rint(town.urban() * Math.max(1, stretch)));
    int ruralWanted = (int) Math.rint(town.rural() * Math.max(1, stretch));
    int urbanCount = 0;
    if (ruralWanted == 0) {
      urbanCount = count;
    } else {
      double wanted = 0.95 * town.urban() * Settlement.URBAN_SQUARE_METERS * stretch * stretch;
      double area = 0;
      while (urbanCount < count - ruralWanted && (area < wanted || urbanCount < 2 * urbanWanted)) {
        area += parcels.squareMeters(sorted[urbanCount++]);
      }
    }
    settle(t, true, urbanWanted, Arrays.copyOf(sorted, urbanCount), names, dice);
    if (ruralWanted > 0) {
      int[] rest = Arrays.copyOfRange(sorted, urbanCount, count);
      settle(t, false, ruralWanted, rest, names, dice);
    }
  }

  private void settle(int town, boolean urban, int wanted, int[] own, Names names, Dice dice) {
    if (own.length < wanted) {
      throw new IllegalStateException(
          Town.ALL.get(town).name() + " has " + own.length + " parcels for " + wanted);
    }
    int first = communities.size();
    int[] hearts = hearts(own, wanted, dice);
    for (int i = 0; i < wanted; i++) {
      String code = Community.townCode(town) + String.format("%03d", (urban ? 1 : 301) + i);
      String name = names.settlement() + (urban ? "社区" : "村");
      communities.add(new Community(town, urban, code, name, hearts[i]));
    }
    int[] group = new int[parcels.size()];
    for (int parcel : own) {
      group[parcel] = 1;
    }
    double[] reach = new double[wanted];
    Arrays.fill(reach, 1);
    grow(communityOf, hearts, first, reach, group);
    for (int parcel : own) {
      if (communityOf[parcel] == Parcels.NONE) {
        communityOf[parcel] = first + indexOfNearest(hearts, parcel);
      }
    }
  }

  /** Evenly spread middle parcels (Lloyd's algorithm, 1982), all different. */
  private int[] hearts(int[] own, int wanted, Dice dice) {
    double[] u = new double[wanted];
    double[] v = new double[wanted];
    for (int i = 0; i < wanted; i++) {
      int parcel = own[(int) ((i + dice.unit()) * own.length / wanted)];
      u[i] = parcels.middleU(parcel);
      v[i] = parcels.middleV(parcel);
    }
    for (int round = 0; round < 12; round++) {
      double[] sumU = new double[wanted];
      double[] sumV = new double[wanted];
      double[] sum = new double[wanted];
      for (int parcel : own) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < wanted; i++) {
          double du = u[i] - parcels.middleU(parcel);
          double dv = v[i] - parcels.middleV(parcel);
          if (du * du + dv * dv < least) {
            least = du * du + dv * dv;
            best = i;
          }
        }
        double weight = parcels.squareMeters(parcel);
        sumU[best] += weight * parcels.middleU(parcel);
        sumV[best] += weight * parcels.middleV(parcel);
        sum[best] += weight;
      }
      for (int i = 0; i < wanted; i++) {
        if (sum[i] > 0) {
          u[i] = sumU[i] / sum[i];
          v[i] = sumV[i] / sum[i];
        }
      }
    }
    boolean[] taken = new boolean[parcels.size()];
    int[] hearts = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      hearts[i] = nearest(own, u[i], v[i], taken);
      taken[hearts[i]] = true;
    }
    return hearts;
  }

  private int nearest(int[] candidates, double u, double v, boolean[] taken) {
    int best = Parcels.NONE;
    double least = Double.MAX_VALUE;
    for (int parcel : candidates) {
      double du = parcels.middleU(parcel) - u;
      double dv = parcels.middleV(parcel) - v;
      if ((taken == null || !taken[parcel]) && du * du + dv * dv < least) {
        least = du * du + dv * dv;
        best = parcel;
      }
    }
    return best;
  }

  private int indexOfNearest(int[] hearts, int parcel) {
    int best = 0;
    for (int i = 1; i < hearts.length; i++) {
      if (distance(hearts[i], parcel) < distance(hearts[best], parcel)) {
        best = i;
      }
    }
    return best;
  }

  private double distance(int a, int b) {
    double du = parcels.middleU(a) - parcels.middleU(b);
    double dv = parcels.middleV(a) - parcels.middleV(b);
    return StrictMath.sqrt(du * du + dv * dv);
  }

  private record Front(double cost, int parcel, int source) {}

  /** Fills {@code owner} with {@code first + source}, staying inside each source's group. */
  private void grow(int[] owner, int[] sources, int first, double[] reach, int[] group) {
    PriorityQueue<Front> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Front::cost)
                .thenComparingInt(Front::parcel)
                .thenComparingInt(Front::source));
    for (int i = 0; i < sources.length; i++) {
      queue.add(new Front(0, sources[i], i));
    }
    while (!queue.isEmpty()) {
      Front front = queue.remove();
      if (owner[front.parcel] != Parcels.NONE) {
        continue;
      }
      owner[front.parcel] = first + front.source;
      for (int next : neighbours[front.parcel]) {
        if (owner[next] == Parcels.NONE && group[next] == group[front.parcel]) {
          double step = distance(front.parcel, next) / reach[front.source];
          queue.add(new Front(front.cost + step, next, front.source));
        }
      }
    }
  }
}
