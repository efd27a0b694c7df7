package org.caremap.core.coverage;

/**
 * People by entry, class and group in one pass, where every point has one class (served from which
 * speed on, for example). Whatever is asked afterwards is a sum over classes, so that a speed or a
 * reason more costs no pass more. Immutable.
 *
 * <p>Sums are kept with what their rounding lost (Knuth's exact sum of two, 1969; collected as
 * Neumaier does, 1974), which makes them independent of how points are put into classes: the sum
 * over some classes is the one that {@link CoverageTally} gets from the points in a row. Where all
 * counts are whole, nothing is lost and nothing kept.
 */
final class ClassTally {
  private final int classCount;
  private final int groupCount;
  private final int entryCount;
  // At (entry * classCount + class) * groupCount + group: one point adds to neighbours only.
  private final double[] sum;
  private final double[] lost;

  /**
   * Counts.
   *
   * @param table who is counted where
   * @param classOfPoint class of each counted point, in [0, classCount)
   */
  ClassTally(DemandTable table, byte[] classOfPoint, int classCount) {
    this.classCount = classCount;
    groupCount = table.groupCount();
    entryCount = table.entryCount();
    sum = new double[entryCount * classCount * groupCount];
    lost = table.isExact() ? new double[0] : new double[sum.length];
    if (table.isExact()) {
      addExact(table, classOfPoint);
    } else {
      add(table, classOfPoint);
    }
  }

  /**
   * Where no sum is rounded, the class of most points need not be added up: it is what the others
   * leave of everybody.
   */
  private void addExact(DemandTable table, byte[] classOfPoint) {
    int[] points = new int[classCount];
    for (byte each : classOfPoint) {
      points[each]++;
    }
    int most = 0;
    for (int c = 1; c < classCount; c++) {
      most = points[c] > points[most] ? c : most;
    }
    double[][] counts = table.counts();
    for (int i = 0; i < classOfPoint.length; i++) {
      if (classOfPoint[i] == most) {
        continue;
      }
      int cell = (table.entry(i) * classCount + classOfPoint[i]) * groupCount;
      int point = table.point(i);
      for (int g = 0; g < groupCount; g++, cell++) {
        double given = counts[g][point];
        sum[cell] += given > 0 ? given : 0;
      }
    }
    for (int entry = 0; entry < entryCount; entry++) {
      for (int g = 0; g < groupCount; g++) {
        double left = table.exactPeople(entry, g);
        for (int c = 0; c < classCount; c++) {
          left -= c == most ? 0 : sum[(entry * classCount + c) * groupCount + g];
        }
        sum[(entry * classCount + most) * groupCount + g] = left;
      }
    }
  }

  private void add(DemandTable table, byte[] classOfPoint) {
    double[][] counts = table.counts();
    for (int i = 0; i < classOfPoint.length; i++) {
      int cell = (table.entry(i) * classCount + classOfPoint[i]) * groupCount;
      int point = table.point(i);
      for (int g = 0; g < groupCount; g++, cell++) {
        double given = counts[g][point];
        // Unknown is counted by the table and adds nothing here.
        double value = given > 0 ? given : 0;
        double before = sum[cell];
        double after = before + value;
        double added = after - before;
        lost[cell] += (before - (after - added)) + (value - added);
        sum[cell] = after;
      }
    }
  }

  /**
   * People of a group in one entry whose class is in a range.
   *
   * @param first first class
   * @param end class after the last
   * @param step 1 for every class of the range, 2 for every other
   */
  double people(int entry, int group, int first, int end, int step) {
    StableSum all = new StableSum();
    add(all, entry, group, first, end, step);
    return all.value();
  }

  /** The same over all entries. */
  double people(int group, int first, int end, int step) {
    StableSum all = new StableSum();
    for (int entry = 0; entry < entryCount; entry++) {
      add(all, entry, group, first, end, step);
    }
    return all.value();
  }

  /** Adds some classes of an entry to a sum. */
  void add(StableSum all, int entry, int group, int first, int end, int step) {
    for (int c = first; c < end; c += step) {
      int cell = (entry * classCount + c) * groupCount + group;
      all.add(sum[cell], lost.length == 0 ? 0 : lost[cell]);
    }
  }
}
