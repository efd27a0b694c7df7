package org.caremap.core.siting;

import java.util.Arrays;

/** The p-median without capacities: each row knows its cheapest open site. */
final class MedianSelection extends Selection {
  private final double[] least;
  private final int[] nearest;
  private final double[] need;
  private final double[] met;
  private final double[] fresh;
  private final int[] within;
  private double value;
  private double townShort;
  private double mustShort;

  MedianSelection(SitingCore core) {
    super(core);
    least = new double[core.rowCount()];
    nearest = new int[core.rowCount()];
    within = new int[core.rowCount()];
    need = townNeeds(core);
    met = new double[need.length];
    fresh = new double[need.length];
    Arrays.fill(nearest, -1);
    value = -core.baseWalk();
    for (int i = 0; i < least.length; i++) {
      least[i] = outside(core, i);
      value -= core.weight(i) * least[i];
      if (core.leftOut(i) == Double.POSITIVE_INFINITY) {
        mustShort += core.people(i) + 1;
      }
    }
    for (double n : need) {
      townShort += n;
    }
  }

  /** Cost of being left out; for those who must not be, one that no selection would exceed. */
  static double outside(SitingCore core, int i) {
    if (core.leftOut(i) < Double.POSITIVE_INFINITY) {
      return core.leftOut(i);
    }
    double most = 0;
    for (int k = core.first(i); k < core.first(i + 1); k++) {
      most = Math.max(most, core.cost(k));
    }
    return most;
  }

  @Override
  void opened(int j) {
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      double c = core.costOfSite(k);
      if (nearest[i] < 0 || c < least[i]) {
        if (nearest[i] < 0 && core.leftOut(i) == Double.POSITIVE_INFINITY) {
          mustShort -= core.people(i) + 1;
        }
        value += core.weight(i) * (least[i] - c);
        least[i] = c;
        nearest[i] = j;
      }
      if (core.town(i) >= 0 && c <= core.cutoff(i) && within[i]++ == 0) {
        town(i, 1);
      }
    }
  }

  @Override
  void shutDown(int j) {
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      if (nearest[i] == j) {
        double before = least[i];
        find(i);
        if (nearest[i] < 0 && core.leftOut(i) == Double.POSITIVE_INFINITY) {
          mustShort += core.people(i) + 1;
        }
        value += core.weight(i) * (before - least[i]);
      }
      if (core.town(i) >= 0 && core.costOfSite(k) <= core.cutoff(i) && --within[i] == 0) {
        town(i, -1);
      }
    }
  }

  private void find(int i) {
    least[i] = Double.POSITIVE_INFINITY;
    nearest[i] = -1;
    int end = core.first(i + 1);
    for (int k = core.first(i); k < end; k++) {
      if (open[core.site(k)] && core.cost(k) < least[i]) {
        least[i] = core.cost(k);
        nearest[i] = core.site(k);
      }
    }
    if (nearest[i] < 0) {
      least[i] = outside(core, i);
    }
  }

  private void town(int i, int sign) {
    int t = core.town(i);
    townShort -= Math.max(0, need[t] - met[t]);
    met[t] += sign * core.people(i);
    townShort += Math.max(0, need[t] - met[t]);
  }

  @Override
  double value() {
    return value;
  }

  @Override
  double shortage() {
    return Math.max(0, townShort) + (mustShort < 0.5 ? 0 : mustShort);
  }

  @Override
  void probe(int j) {
    double saved = 0;
    double relief = 0;
    boolean towns = false;
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      double c = core.costOfSite(k);
      if (c < least[i]) {
        saved += core.weight(i) * (least[i] - c);
      }
      if (nearest[i] < 0 && core.leftOut(i) == Double.POSITIVE_INFINITY) {
        relief += core.people(i) + 1;
      }
      if (core.town(i) >= 0 && within[i] == 0 && c <= core.cutoff(i)) {
        fresh[core.town(i)] += core.people(i);
        towns = true;
      }
    }
    if (towns) {
      for (int t = 0; t < fresh.length; t++) {
        relief += Math.min(fresh[t], Math.max(0, need[t] - met[t]));
        fresh[t] = 0;
      }
    }
    probed(saved, relief);
  }
}
