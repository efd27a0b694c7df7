package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.WalkingNetwork;

/**
 * Coverage of every group in every entry, kept point by point, so that a change costs what changes
 * and not what there is. Each number, before and after, is the one that {@link CoverageTally} gets
 * from all points: where counts are such that no sum is rounded, what comes and goes is added and
 * taken off; otherwise the entries that change, and the total, are added up anew in the same order.
 * Immutable, safe for all threads.
 */
public final class ReachTally {
  private static final byte COVERED = 0;
  private static final byte UNCOVERED = 1;
  private static final byte UNREACHABLE = 2;

  /** Sums kept of an entry and group: covered, uncovered, and unreachable as a part of that. */
  private static final int SUMS = 3;

  private final DemandTable table;
  private final PointCutoffs cutoffs;
  private final int groups;
  private final byte[] classes;
  private final int[] positions;

  // Counted points by entry, ascending within each.
  private final int[] firstOfEntry;
  private final int[] pointsOfEntry;

  // At group * SUMS + sum; one array an entry, and one of all.
  private final double[][] entries;
  private final double[] all;

  private ReachTally(DemandTable table, NearestFacilities nearest, PointCutoffs cutoffs) {
    this.table = table;
    this.cutoffs = cutoffs;
    groups = table.groupCount();
    cutoffs.checkSize(table.size());
    positions = table.positions(nearest.size());
    classes = new byte[table.size()];
    firstOfEntry = new int[table.entryCount() + 1];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = classOf(i, nearest.cost(table.point(i)));
      firstOfEntry[table.entry(i) + 1]++;
    }
    for (int entry = 0; entry < table.entryCount(); entry++) {
      firstOfEntry[entry + 1] += firstOfEntry[entry];
    }
    pointsOfEntry = new int[classes.length];
    int[] next = Arrays.copyOf(firstOfEntry, table.entryCount());
    for (int i = 0; i < classes.length; i++) {
      pointsOfEntry[next[table.entry(i)]++] = i;
    }
    entries = new double[table.entryCount()][];
    for (int entry = 0; entry < entries.length; entry++) {
      entries[entry] = sums(classes, entry);
    }
    all = sums(classes);
  }

  /**
   * Counts.
   *
   * @param table who is counted where
   * @param nearest every demand point's nearest facility, found without a limit
   * @param cutoffs what counts as covered at each counted point
   */
  public static ReachTally of(DemandTable table, NearestFacilities nearest, PointCutoffs cutoffs) {
    return new ReachTally(table, nearest, cutoffs);
  }

  private byte classOf(int position, int cost) {
    if (cost >= WalkingNetwork.UNREACHED) {
      return UNREACHABLE;
    }
    return cost <= cutoffs.limit(cutoffs.zone(position)) ? COVERED : UNCOVERED;
  }

  /** Number of entries. */
  public int entryCount() {
    return entries.length;
  }

  /** People of a group in one entry. */
  public CoverageCount count(int entry, int group) {
    return count(entries[entry], group, table.unknown(entry, group));
  }

  /** People of a group in all entries. */
  public CoverageCount total(int group) {
    return count(all, group, table.unknown(group));
  }

  private static CoverageCount count(double[] sums, int group, int unknown) {
    double covered = sums[group * SUMS + COVERED];
    double uncovered = sums[group * SUMS + UNCOVERED];
    return new CoverageCount(
        covered + uncovered, covered, uncovered, sums[group * SUMS + UNREACHABLE], unknown);
  }

  /**
   * Mean walk to the nearest facility of all people of a group who can reach one, however far.
   *
   * @return flat metres; NaN where nobody can
   */
  public double meanMeters(NearestFacilities nearest, int group) {
    StableSum people = new StableSum();
    StableSum walked = new StableSum();
    for (int i = 0; i < classes.length; i++) {
      double count = table.people(group, i);
      int cost = nearest.cost(table.point(i));
      if (count > 0 && cost < WalkingNetwork.UNREACHED) {
        people.add(count);
        walked.add(count * WalkingNetwork.meters(cost));
      }
    }
    return people.value() > 0 ? walked.value() / people.value() : Double.NaN;
  }

  /**
   * The same after a change.
   *
   * @param nearest every demand point's nearest facility afterwards
   * @param changedPoints demand points whose nearest facility may be another or another way off;
   *     all others are as they were
   */
  public Changed after(NearestFacilities nearest, int[] changedPoints) {
    return new Changed(nearest, changedPoints);
  }

  private double[] sums(byte[] of, int entry) {
    StableSum[] sums = none();
    for (int k = firstOfEntry[entry]; k < firstOfEntry[entry + 1]; k++) {
      add(sums, of, pointsOfEntry[k]);
    }
    return values(sums);
  }

  private double[] sums(byte[] of) {
    StableSum[] sums = none();
    for (int i = 0; i < of.length; i++) {
      add(sums, of, i);
    }
    return values(sums);
  }

  private StableSum[] none() {
    return Stream.generate(StableSum::new).limit((long) groups * SUMS).toArray(StableSum[]::new);
  }

  private void add(StableSum[] sums, byte[] of, int position) {
    for (int g = 0; g < groups; g++) {
      double count = table.people(g, position);
      // Unknown fails too.
      if (count > 0) {
        sums[g * SUMS + Math.min(of[position], UNCOVERED)].add(count);
        if (of[position] == UNREACHABLE) {
          sums[g * SUMS + UNREACHABLE].add(count);
        }
      }
    }
  }

  private static double[] values(StableSum[] sums) {
    return Arrays.stream(sums).mapToDouble(StableSum::value).toArray();
  }

  /** Coverage after a change. */
  public final class Changed {
    private final Map<Integer, double[]> changed = new HashMap<>();
    private final BitSet touched = new BitSet();
    private final double[] total;
    private final double[] gained;
    private final double[] lost;

    private Changed(NearestFacilities nearest, int[] changedPoints) {
      byte[] now = classes.clone();
      int[] moved = new int[changedPoints.length];
      int count = 0;
      for (int point : changedPoints) {
        int position = positions[point];
        if (position >= 0) {
          now[position] = classOf(position, nearest.cost(point));
          if (now[position] != classes[position]) {
            moved[count++] = position;
            touched.set(table.entry(position));
          }
        }
      }
      moved = Arrays.copyOf(moved, count);
      gained = people(moved, now, COVERED);
      lost = people(moved, classes, COVERED);
      if (table.isExact()) {
        total = all.clone();
        touched.stream().forEach(entry -> changed.put(entry, entries[entry].clone()));
        for (int position : moved) {
          move(position, now[position], changed.get(table.entry(position)));
          move(position, now[position], total);
        }
      } else {
        touched.stream().forEach(entry -> changed.put(entry, sums(now, entry)));
        total = count == 0 ? all : sums(now);
      }
    }

    private double[] people(int[] which, byte[] of, byte wanted) {
      StableSum[] sums = Stream.generate(StableSum::new).limit(groups).toArray(StableSum[]::new);
      for (int position : which) {
        for (int g = 0; g < groups && of[position] == wanted; g++) {
          double count = table.people(g, position);
          if (count > 0) {
            sums[g].add(count);
          }
        }
      }
      return values(sums);
    }

    private void move(int position, byte to, double[] sums) {
      byte from = classes[position];
      for (int g = 0; g < groups; g++) {
        double count = table.people(g, position);
        if (count > 0) {
          sums[g * SUMS + Math.min(from, UNCOVERED)] -= count;
          sums[g * SUMS + Math.min(to, UNCOVERED)] += count;
          sums[g * SUMS + UNREACHABLE] +=
              (to == UNREACHABLE ? count : 0) - (from == UNREACHABLE ? count : 0);
        }
      }
    }

    /** Entries in which somebody arrives in time, or can arrive at all, who did not, or no more. */
    public int[] touchedEntries() {
      return touched.stream().toArray();
    }

    /** People of a group in one entry. */
    public CoverageCount count(int entry, int group) {
      double[] sums = changed.getOrDefault(entry, entries[entry]);
      return ReachTally.count(sums, group, table.unknown(entry, group));
    }

    /** People of a group in all entries. */
    public CoverageCount total(int group) {
      return ReachTally.count(total, group, table.unknown(group));
    }

    /** People of a group who arrive in time and did not before. */
    public double gained(int group) {
      return gained[group];
    }

    /** People of a group who arrived in time and do no more. */
    public double lost(int group) {
      return lost[group];
    }
  }
}
