package org.caremap.core.siting;

/** Covering without capacities: each row knows how many open sites reach it. */
final class CoveringSelection extends Selection {
  private final int[] covers;
  private final double[] need;
  private final double[] met;
  private final double[] fresh;
  private final boolean valued;
  private double value;
  private double people;
  private double townShort;

  CoveringSelection(SitingCore core) {
    super(core);
    covers = new int[core.rowCount()];
    need = townNeeds(core);
    met = new double[need.length];
    fresh = new double[need.length];
    valued = core.problem().model() == SitingProblem.Model.MAXIMAL_COVERING;
    value = valued ? core.baseWeight() : 0;
    people = core.basePeople();
    for (double n : need) {
      townShort += n;
    }
  }

  @Override
  void opened(int j) {
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      if (covers[i]++ == 0) {
        change(i, 1);
      }
    }
  }

  @Override
  void shutDown(int j) {
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      if (--covers[i] == 0) {
        change(i, -1);
      }
    }
  }

  private void change(int i, int sign) {
    if (valued) {
      value += sign * core.weight(i);
    }
    people += sign * core.people(i);
    int t = core.town(i);
    if (t >= 0) {
      townShort -= Math.max(0, need[t] - met[t]);
      met[t] += sign * core.people(i);
      townShort += Math.max(0, need[t] - met[t]);
    }
  }

  @Override
  double value() {
    return value;
  }

  @Override
  double shortage() {
    return Math.max(0, townShort) + Math.max(0, problem.requiredPeople() - people);
  }

  @Override
  void probe(int j) {
    double weight = 0;
    double more = 0;
    boolean towns = false;
    int end = core.firstOfSite(j + 1);
    for (int k = core.firstOfSite(j); k < end; k++) {
      int i = core.rowOfSite(k);
      if (covers[i] == 0) {
        weight += core.weight(i);
        more += core.people(i);
        if (core.town(i) >= 0) {
          fresh[core.town(i)] += core.people(i);
          towns = true;
        }
      }
    }
    double relief = Math.min(more, Math.max(0, problem.requiredPeople() - people));
    if (towns) {
      for (int t = 0; t < fresh.length; t++) {
        relief += Math.min(fresh[t], Math.max(0, need[t] - met[t]));
        fresh[t] = 0;
      }
    }
    probed(valued ? weight : 0, relief);
  }
}
